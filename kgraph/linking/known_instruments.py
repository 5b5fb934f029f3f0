"""Which known treaty, declaration or agreement a text means by its kind, its year, its words and who made it.

Each known instrument is weighed by what the text tells of the one it means:

| part | score |
| --- | --- |
| identifying words ("Simla"), all of them in its names | `WORDS` |
| the same where they are but places, which host many | `PLACE_WORDS` |
| the year | `YEAR` |
| the noun ("declaration") is in its names | `KIND` |
| a general word ("peace") is in none of its names | - `GENERAL` |
| each party in the phrase ("between Egypt and Israel") | `PARTY` |
| each other party that the text around names | `PARTY_AROUND` |

What contradicts the text is out: another year, an identifying word or a party that it does not have. A state of the
past stands for those that followed it. The best is meant where it has `THRESHOLD` and is `MARGIN` ahead; else none.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.gazetteer import Gazetteer
from kgraph.linking.wording import content_words
from kgraph.model import Entity, EntityKind

__all__ = ["KnownInstruments", "Scored", "Sought"]

WORDS, PLACE_WORDS, YEAR, KIND, PARTY, PARTY_AROUND, GENERAL = 3.0, 2.0, 2.0, 1.0, 1.0, 0.5, 0.5
THRESHOLD, MARGIN = 4.0, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a text tells of an instrument: folded words, and ids of parties."""

    kind: str  # the noun: "treaty"
    words: frozenset[str] = frozenset()  # identifying ones
    general: frozenset[str] = frozenset()  # such as many have: "peace", "joint"
    only_places: bool = False  # the identifying words are names of places
    year: int | None = None
    parties: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # who else is named in the text


@dataclass(frozen=True, slots=True)
class Scored:
    """A known instrument and how well it fits, part by part."""

    entity: Entity
    parts: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    entity: Entity
    words: frozenset[str]  # of all its names
    year: int | None
    parties: frozenset[str]
    party_count: int


class KnownInstruments:
    """The instruments of a gazetteer, to be searched by what a text tells of one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = {known.entity.id: known for known in self._read()}

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, gazetteer: Gazetteer) -> "KnownInstruments":
        """Give those of a gazetteer, made once."""
        return cls(gazetteer)

    def find(self, sought: Sought) -> Entity | None:
        """Give the one instrument that is meant; None where nothing fits well enough, or two fit alike."""
        best = self.weigh(sought)[:2]
        if not best or best[0].score < THRESHOLD:
            return None
        is_clear = len(best) == 1 or best[0].score - best[1].score >= MARGIN
        return best[0].entity if is_clear else None

    def weigh(self, sought: Sought) -> list[Scored]:
        """List what does not contradict the text, the best first."""
        fits = (
            Scored(k.entity, tuple(_parts(sought, k)))
            for k in self._known.values()
            if not _differs(sought, k)
        )
        return sorted(fits, key=lambda scored: (-scored.score, scored.entity.id))

    def words_of(self, entity: Entity) -> frozenset[str]:
        """Give the words of all names of a known instrument."""
        known = self._known.get(entity.id)
        return known.words if known is not None else frozenset()

    def may_be_of(self, entity: Entity, year: int | None) -> bool:
        """Tell whether an instrument may be of a year: it is of that one, or of none that is known."""
        known = self._known.get(entity.id)
        return known is None or year is None or known.year in {year, None}

    def _read(self) -> Iterator[_Known]:
        for entry in self._gazetteer:
            if entry.entity.kind is EntityKind.INSTRUMENT:
                yield _Known(
                    entity=entry.entity,
                    words=frozenset(word for name in entry.names for word in content_words(name.text)),
                    year=entry.year,
                    parties=frozenset(id_ for party in entry.parties for id_ in self._party(party)),
                    party_count=len(entry.parties),
                )

    def _party(self, party: str) -> set[str]:
        """Give a party and all states that followed it."""
        found, left = {party}, [party]
        while left:
            entry = self._gazetteer.get(left.pop())
            new = set(entry.successors if entry is not None else ()) - found
            found |= new
            left += sorted(new)
        return found


def _differs(sought: Sought, known: _Known) -> bool:
    is_other_year = sought.year is not None and known.year is not None and sought.year != known.year
    is_other_party = bool(known.parties) and not sought.parties <= known.parties
    return is_other_year or is_other_party or not sought.words <= known.words


def _parts(sought: Sought, known: _Known) -> Iterator[tuple[str, float]]:
    if sought.words:
        yield "words", PLACE_WORDS if sought.only_places else WORDS
    if sought.year is not None and known.year == sought.year:
        yield "year", YEAR
    if sought.kind in known.words:
        yield "kind", KIND
    if not sought.general <= known.words:
        yield "general words", -GENERAL
    yield from _party_parts(sought, known)


def _party_parts(sought: Sought, known: _Known) -> Iterator[tuple[str, float]]:
    said: Collection[str] = sought.parties & known.parties
    around = (sought.around & known.parties) - sought.parties
    if said:
        yield "parties", PARTY * min(len(said), known.party_count)
    if around:
        yield "parties around", PARTY_AROUND * min(len(around), max(0, known.party_count - len(said)))
