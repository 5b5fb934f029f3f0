"""Reference within one document: "both countries", "its", "the islands", "the region".

A small, cautious set of rules over what was named before; where two things fit equally, nothing is chosen.
"""

from kgraph.reference.counted import stands_for_two
from kgraph.reference.named import ARMED, Named
from kgraph.reference.phrases import may_be_state, may_take_up_state, says_there, words_for_state
from kgraph.reference.place_pronouns import PLACE_PRONOUNS
from kgraph.reference.referents import Referents
from kgraph.reference.several import PARTING

__all__ = [
    "ARMED",
    "PARTING",
    "PLACE_PRONOUNS",
    "Named",
    "Referents",
    "may_be_state",
    "may_take_up_state",
    "says_there",
    "stands_for_two",
    "words_for_state",
]
