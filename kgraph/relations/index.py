"""Which wordings look for a predicate, and which words they ask for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.propositions import Kind, Proposition
from kgraph.relations.paths import NOUN_MARK, most_roles
from kgraph.relations.read import package_wordings
from kgraph.relations.wording import Wording

__all__ = ["AskedWords", "Index", "Sought", "index_wordings", "package_index", "sought_for", "wordings_for"]

_MAX_ROLES = 4  # of a path that is looked after; a longer one is tried wherever its trigger stands
_MAX_PAIRS = 50_000  # of a lemma and a form, whose words are kept: texts repeat theirs
_WITH = "with"  # stands in every caption


class AskedWords:
    """The words that wordings ask for, each a bit of a number: sets of them are compared at once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}
        self._known: dict[tuple[str, str], int] = {}

    def add(self, words: Iterable[str]) -> int:
        """Give the bits of words, which are asked for from now on."""
        self._known.clear()
        bits = 0
        for word in (word.removeprefix(NOUN_MARK) for word in words):
            bits |= 1 << self._numbers.setdefault(word, len(self._numbers))
        return bits

    def of(self, lemma: str, form: str) -> int:
        """Give the bits of all words that a token may be taken for."""
        bits = self._known.get((lemma, form))
        if bits is None:
            if len(self._known) >= _MAX_PAIRS:
                self._known.clear()
            whole = lemma.lower()
            numbers = map(self._numbers.get, {whole, *whole.split(), *form.split()})
            bits = self._known[lemma, form] = sum(1 << number for number in numbers if number is not None)
        return bits


@dataclass(frozen=True, slots=True)
class Sought:
    """A wording, and of which words one must stand near for each of its conditions: how many roles off, and bits."""

    wording: Wording
    near: tuple[tuple[int, int], ...]

    def is_possible(self, around: Mapping[int, int]) -> bool:
        """Tell whether words stand there at all, whatever they head, given those that so many roles can lead to."""
        for roles, asked in self.near:  # noqa: SIM110 - asked very often: a generator would take twice as long
            if not asked & around[roles]:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Index:
    """Wordings by what their trigger is, and the words that can be one or a part of one."""

    by_trigger: Mapping[tuple[Kind, str], tuple[Sought, ...]]
    words: AskedWords
    triggers: int  # the bits of these words
    captions: int  # the bit of what stands in every caption


def index_wordings(wordings: Sequence[Wording]) -> Index:
    """Put wordings where `find_relations` finds them."""
    found: dict[tuple[Kind, str], list[Sought]] = defaultdict(list)
    words = AskedWords()
    for wording in wordings:
        sought = Sought(wording, tuple(_near(wording, words)))
        for trigger in wording.trigger:
            found[wording.kind, trigger].append(sought)
    triggers = words.add(word for _, trigger in found for word in _words_of(trigger) if word)
    return Index({key: tuple(value) for key, value in found.items()}, words, triggers, words.add([_WITH]))


def _near(wording: Wording, words: AskedWords) -> Iterator[tuple[int, int]]:
    """Give what must stand near; "*" is any word."""
    for path, asked in wording.where.items():
        roles = most_roles(path)
        if roles <= _MAX_ROLES and "*" not in asked:
            yield roles, words.add(asked)


def _words_of(trigger: str) -> tuple[str, ...]:
    """Give the words of which one is that of the token: "hand" of "hand over", "fire" of "cease-fire"."""
    return trigger, trigger.split()[0], trigger.partition("-")[2]


@cache
def package_index() -> Index:
    """Give the index of the package's own wordings."""
    return index_wordings(package_wordings())


def wordings_for(candidate: Proposition, index: Index | None = None) -> tuple[Wording, ...]:
    """Give the wordings that look for a proposition's predicate, a verb's with its particle before those without."""
    known = package_index() if index is None else index
    return tuple(sought.wording for sought in sought_for(candidate, known))


def sought_for(candidate: Proposition, index: Index) -> tuple[Sought, ...]:
    """Give these wordings with what must stand near for each."""
    by_trigger = index.by_trigger
    found = by_trigger.get((candidate.kind, candidate.lemma), ())
    if not found and " " in candidate.lemma:
        found = by_trigger.get((candidate.kind, candidate.lemma.split()[0]), ())
    if not found and candidate.kind is Kind.VERB:
        found = by_trigger.get((candidate.kind, candidate.trigger.lower_), ())
    return found
