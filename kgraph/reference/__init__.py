"""Reference within one document: "both countries", "its", "the islands", "the region".

A small, cautious set of rules over what was named before; where two things fit equally, nothing is chosen.
"""

from kgraph.reference.named import ARMED, Named
from kgraph.reference.phrases import says_there
from kgraph.reference.place_pronouns import PLACE_PRONOUNS
from kgraph.reference.referents import Referents
from kgraph.reference.several import PARTING

__all__ = ["ARMED", "PARTING", "PLACE_PRONOUNS", "Named", "Referents", "says_there"]
