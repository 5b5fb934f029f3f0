"""How far a qualifier reaches: the way up from a predicate through all that a cue above it would govern.

A cue reaches down through complements (object, infinitive, clause) but not into adjuncts: "never visited the
islands that Japan claims" denies the visit, not the claim. Nor does it reach what the text takes as given:
whoever rejects "Japan's claim" or hopes to settle "the dispute" says that there is one.
"""

from kgraph.propositions.scopes.contents import is_alleged, is_refuted, is_wished
from kgraph.propositions.scopes.continuation import goes_on
from kgraph.propositions.scopes.definiteness import is_identified, is_owned
from kgraph.propositions.scopes.governors import first_of_list, is_cleft, is_way
from kgraph.propositions.scopes.reach import Reach, reach_of
from kgraph.propositions.scopes.steps import Step

__all__ = [
    "Reach",
    "Step",
    "first_of_list",
    "goes_on",
    "is_alleged",
    "is_cleft",
    "is_identified",
    "is_owned",
    "is_refuted",
    "is_way",
    "is_wished",
    "reach_of",
]
