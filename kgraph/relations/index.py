"""Which wordings look for a predicate."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.propositions import Kind, Proposition
from kgraph.relations.read import package_wordings
from kgraph.relations.wording import Wording

__all__ = ["Index", "index_wordings", "package_index", "wordings_for"]


@dataclass(frozen=True, slots=True)
class Index:
    """Wordings by what their trigger is, and the words that can be one or a part of one."""

    by_trigger: Mapping[tuple[Kind, str], tuple[Wording, ...]]
    words: frozenset[str]


def index_wordings(wordings: Sequence[Wording]) -> Index:
    """Put wordings where `find_relations` finds them."""
    found: dict[tuple[Kind, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for trigger in wording.trigger:
            found[wording.kind, trigger].append(wording)
    words = (word for _, trigger in found for word in _words_of(trigger))
    return Index({key: tuple(value) for key, value in found.items()}, frozenset(words))


def _words_of(trigger: str) -> tuple[str, ...]:
    """Give the words of which one is that of the token: "hand" of "hand over", "fire" of "cease-fire"."""
    return trigger, trigger.split()[0], trigger.partition("-")[2]


@cache
def package_index() -> Index:
    """Give the index of the package's own wordings."""
    return index_wordings(package_wordings())


def wordings_for(candidate: Proposition, index: Index | None = None) -> tuple[Wording, ...]:
    """Give the wordings that look for a proposition's predicate, a verb's with its particle before those without."""
    by_trigger = (package_index() if index is None else index).by_trigger
    found = by_trigger.get((candidate.kind, candidate.lemma), ())
    if not found and " " in candidate.lemma:
        found = by_trigger.get((candidate.kind, candidate.lemma.split()[0]), ())
    if not found and candidate.kind is Kind.VERB:
        found = by_trigger.get((candidate.kind, candidate.trigger.lower_), ())
    return found
