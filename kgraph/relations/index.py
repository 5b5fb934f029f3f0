"""Which wordings look for a predicate."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from kgraph.propositions import Kind, Proposition
from kgraph.relations.read import package_wordings
from kgraph.relations.wording import Wording

__all__ = ["Index", "index_wordings", "wordings_for"]

Index = Mapping[tuple[Kind, str], tuple[Wording, ...]]  # wordings by what their trigger is


def index_wordings(wordings: Sequence[Wording]) -> Index:
    """Put wordings where `find_relations` finds them."""
    found: dict[tuple[Kind, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for trigger in wording.trigger:
            found[wording.kind, trigger].append(wording)
    return {key: tuple(value) for key, value in found.items()}


@cache
def _package_index() -> Index:
    return index_wordings(package_wordings())


def wordings_for(candidate: Proposition, index: Index | None = None) -> tuple[Wording, ...]:
    """Give the wordings that look for a proposition's predicate, a verb's with its particle before those without."""
    index = _package_index() if index is None else index
    found = index.get((candidate.kind, candidate.lemma), ())
    if not found and " " in candidate.lemma:
        found = index.get((candidate.kind, candidate.lemma.split()[0]), ())
    if not found and candidate.kind is Kind.VERB:
        found = index.get((candidate.kind, candidate.trigger.lower_), ())
    return found
