"""Propositions to relations: wordings, which are data, say which words express which predicate.

`read` takes wordings from their files, `index` finds those of a predicate, `near` those whose words stand near, `paths`
leads from a proposition to its arguments, `conditions` tells whether a wording holds, `pairs` puts subjects and objects
together, and `find` does all of it for a text. `traits` says what sets single predicates apart, and `attempt` shows why
a wording gave nothing.
"""

from kgraph.relations.attempt import Attempt
from kgraph.relations.find import find_relations
from kgraph.relations.index import Index, index_wordings, wordings_for
from kgraph.relations.read import Classes, load_wordings, package_wordings, read_classes, read_wording
from kgraph.relations.relation import Relation, attributed
from kgraph.relations.wording import Wording

__all__ = [
    "Attempt",
    "Classes",
    "Index",
    "Relation",
    "Wording",
    "attributed",
    "find_relations",
    "index_wordings",
    "load_wordings",
    "package_wordings",
    "read_classes",
    "read_wording",
    "wordings_for",
]
