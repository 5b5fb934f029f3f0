"""All entries, found by id, by name, or in a text."""

import gc
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.errors import DataError
from kgraph.files import StrPath
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer.entries import PEOPLE, Entry, Knowledge
from kgraph.gazetteer.lookalikes import Frames, is_frame
from kgraph.gazetteer.matching import Hit, Matcher, Meaning, key_of, named
from kgraph.gazetteer.own import read_with_own
from kgraph.gazetteer.tongues import is_tongue
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.nearest import suggest

if TYPE_CHECKING:
    from kgraph.gazetteer.spelling import Spellings

__all__ = ["Gazetteer"]

_TWO_NAMES = re.compile(r"\b([A-Z]\w+) and ([A-Z]\w+) ((?:[A-Z][\w'’]+ )?[A-Z]\w+)s\b")

_BEARING = re.compile(r"\b[Tt]he (North|South)(?=['’]s\b|[.,;:]|\s+(?!of\b|and\b|or\b)[a-z])")
_DIVIDED = re.compile(r"\b(North|South) (Korea|Vietnam|Yemen)")
_HALVES = re.compile(r"\b(North|South|East|West) and ((North|South|East|West) ([A-Z]\w+))\b")

_TWO = 2  # sides of a dispute
# Kinds of what nobody holds with soldiers.
_NO_SOIL = frozenset(
    {"border_line", "lake", "maritime_area", "maritime_line", "river", "sea", "strait", "waterway"}
)
_TITLE_DATE = re.compile(r",? \d{4}(?:\s?[-–]\s?\d{2,4})?\s*$")  # "…, 1846", "… 1895–99"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through what is made here and all lives on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Gazetteer:
    """All entries, found by id, by name, or in a text.

    >>> gazetteer = kgraph.Gazetteer.load()
    >>> [entry.entity.label for entry in gazetteer.look_up("尖閣諸島")]
    ['Senkaku Islands']
    >>> [mention.entity.id for mention in gazetteer.find("Tokyo protested over Takeshima.")]
    ['japan', 'liancourt-rocks']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        """Index the entries by every form of their names."""
        self._entries = knowledge.entries
        self._lookalikes = tuple(knowledge.lookalikes)
        names = [name for name in knowledge.lookalikes if not is_frame(name)]
        self._matcher = Matcher(knowledge.entries.values(), names)
        peoples = (entry for entry in knowledge.entries.values() if entry.kind == PEOPLE)
        self._peoples = {key_of(entry.entity.label): entry for entry in peoples}
        self._frames = Frames(knowledge.lookalikes)

    @classmethod
    def load(cls, *extra: StrPath) -> "Gazetteer":
        """Read the package's tables, then the user's own; the package's alone are read once a process.

        Args:
            extra: own tables; `kgraph.gazetteer.own` says what they hold.

        Raises:
            DataError: for all wrong rows, with their files and lines; nothing of a wrong table is taken.
        """
        return _load(tuple(map(Path, extra))) if extra else _built_in()

    @classmethod
    def of(cls, given: "Gazetteer | StrPath | None") -> "Gazetteer":
        """Give a gazetteer as it is, for the name of a user's table the one with it, and for None the package's own.

        Raises:
            DataError: as `load` has it.
        """
        if isinstance(given, Gazetteer):
            return given
        return cls.load() if given is None else cls.load(given)

    def __reduce__(self) -> "tuple[type[Gazetteer], tuple[Knowledge]]":
        """Go to another process as what the tables say; there it is indexed anew."""
        return Gazetteer, (Knowledge(entries=self._entries, lookalikes=list(self._lookalikes)),)

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all that it knows, the same in every process."""
        return fingerprint(list(self._entries.values()), self._lookalikes)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def peoples(self) -> tuple[Entry, ...]:
        """The peoples that texts speak of apart from their states."""
        return tuple(self._peoples.values())

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the field's name everywhere
        """Give the entry with this id, or None."""
        return self._entries.get(id)

    def entry(self, id: str) -> Entry:  # noqa: A002
        """Give the entry with this id; raise DataError, with the nearest ids, where there is none."""
        found = self._entries.get(id)
        if found is None:
            raise DataError(f"the gazetteer has no id {id!r}{suggest(id, self._entries)}")
        return found

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """List the entries that texts call so, best first; case and diacritics do not matter."""
        people = self._peoples.get(key_of(name))
        found = self._matcher.by_name(name)
        return (people, *found) if people is not None else found

    def by_title(self, title: str | None) -> Entity | None:
        """Give what a page's title names, where it is nothing but a name: "The Oregon Territory, 1846".

        The name of the whole work may stand before it ("History of Recognition, by Country: Libya"), what is told of it
        behind ("Eritrea: A Lost Federation") or before ("Purchase of Alaska, 1867"); it may be turned ("Korea, South").
        """
        name = _TITLE_DATE.sub("", (title or "").split("(")[0]).strip()
        bare = name.removeprefix("The ")
        first, _, rest = name.partition(", ")
        told, _, whose = bare.partition(" of ")
        of = whose.removeprefix("the ") if told.lower() in load_cues().places_histories else ""
        turned = f"{rest} {first}".removeprefix("The ") if rest else ""
        for each in (name, bare, turned, name.rpartition(": ")[2], bare.partition(": ")[0], of):
            if each and (found := self.by_name(each)):
                return found[0].entity
        return None

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """List the entries with this name or id, best first, even where texts that say it hardly mean them."""
        name = " ".join(name.split())
        entry, bare = self._entries.get(name), name[4:] if name.casefold().startswith("the ") else ""
        found = named(name, self) or (named(bare, self) if bare else ())
        return found if entry is None or entry in found else (*found, entry)

    def wholes(self, entry: Entry) -> tuple[Entry, ...]:
        """List what an entry is part of, and what that is part of, upwards."""
        above: list[Entry] = []
        while entry.parent is not None:
            entry = self._entries[entry.parent]
            above.append(entry)
        return tuple(above)

    def parts(self, entry: Entry) -> tuple[Entry, ...]:
        """List the entries that are parts of one, by id."""
        return self._parts.get(entry.entity.id, ())

    def predecessors(self, entry: Entry) -> tuple[Entry, ...]:
        """List the states that a state followed, by id."""
        return self._predecessors.get(entry.entity.id, ())

    def dispute_land(self, one: Entity, other: Entity) -> bool:
        """Tell whether two, and no others, claim one land today: "Serbia" and "Kosovo"."""
        return frozenset((one.id, other.id)) in self._disputing

    def dispute_soil(self, one: Entity, other: Entity) -> bool:
        """Tell whether two, and no others, claim one land today, and not only waters or where a line runs."""
        return frozenset((one.id, other.id)) in self._disputing_soil

    def rivals(self, entity: Entity) -> frozenset[str]:
        """Give the ids of those who, and no others, claim one land today along with somebody."""
        return self._rivals.get(entity.id, frozenset())

    @cached_property
    def _rivals(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for pair in self._disputing:
            for one, other in itertools.permutations(pair):
                found[one].add(other)
        return {id_: frozenset(others) for id_, others in found.items()}

    @cached_property
    def _disputing(self) -> frozenset[frozenset[str]]:
        return _pairs_claiming(self._entries.values())

    @cached_property
    def _disputing_soil(self) -> frozenset[frozenset[str]]:
        return _pairs_claiming(e for e in self._entries.values() if e.kind not in _NO_SOIL)

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._grouped(lambda entry: (entry.parent,) if entry.parent else ())

    @cached_property
    def _predecessors(self) -> Mapping[str, tuple[Entry, ...]]:
        return self._grouped(lambda entry: entry.successors)

    def _grouped(self, keys: Callable[[Entry], Iterable[str]]) -> Mapping[str, tuple[Entry, ...]]:
        """Group the entries by the ids they are related to, by their own id."""
        groups: dict[str, list[Entry]] = {}
        for entry in self._entries.values():
            for key in keys(entry):
                groups.setdefault(key, []).append(entry)
        return {key: tuple(sorted(group, key=lambda e: e.entity.id)) for key, group in groups.items()}

    @cached_property
    def spellings(self) -> "Spellings":
        """The names as they may be spelt otherwise."""
        from kgraph.gazetteer.spelling import Spellings  # its libraries: only who meets an unknown name pays

        return Spellings(self)

    def find(self, text: str, also: Iterable[Hit] = ()) -> tuple[Mention, ...]:
        """Find the names in the text: the longest at each place, left to right, none overlapping another.

        What is found `also` goes before what is as long at the same place.

        A name is found in its own case or wholly in capitals, with or without diacritics, between word
        boundaries; a possessive ('s) stays outside the span.
        """
        mentions = []
        end = 0
        hits = (*also, *self._shared(text), *self._matcher.hits(text))
        for span, meaning in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
            if span.start < end or self._lists_parts(span.of(text), meaning.entity):
                continue
            end = span.end
            is_other = self._frames.hold(text, span, meaning) or is_tongue(text, span, meaning)
            if meaning.entity and not is_other:
                mentions.append(
                    Mention(
                        span=span, entity=meaning.entity, how=meaning.how, alternatives=meaning.alternatives
                    )
                )
        return tuple(mentions)

    def _lists_parts(self, words: str, entity: Entity | None) -> bool:
        """Tell whether a group's name lists its parts: "Tiran and Sanafir" is read as these, but no acting state."""
        one, joint, other = words.partition(" and ")
        entry = self._entries.get(entity.id) if joint and entity is not None else None
        if entry is None or entry.is_agent:
            return False
        bearers = (self.by_name(one), self.by_name(other.removeprefix("the ")))
        return all(any(part.parent == entry.entity.id for part in found) for found in bearers)

    def _shared(self, text: str) -> Iterator[Hit]:
        """Find two names that share their last words: "the *Donetsk* and *Luhansk People's Republics*".

        So do two groups: "the *Phoenix* and *Line Islands*". So do halves, and what is theirs: "*North* and *South
        Korea*", "*North* and *South Korean* ships".
        """
        for found in _HALVES.finditer(text):
            yield from self._halves(found)
        yield from self._by_bearing(text)
        for found in _TWO_NAMES.finditer(text):
            one, other, rest = found.groups()
            for shared in (rest, f"{rest}s"):
                first, second = self.by_name(f"{one} {shared}"), self.by_name(f"{other} {shared}")
                if first and second:
                    yield Hit(Span(start=found.start(1), end=found.end(1)), Meaning(first[0].entity, "name"))
                    yield Hit(Span(start=found.start(2), end=found.end()), Meaning(second[0].entity, "name"))
                    break

    def _by_bearing(self, text: str) -> Iterator[Hit]:
        """Find "the *North*" of a text that names one of two states by it before: "North Korea ... the North"."""
        for found in _BEARING.finditer(text):
            before = {f"{found[1]} {half[2]}" for half in _DIVIDED.finditer(text, 0, found.start())}
            states = [entry for name in before for entry in self.by_name(name)]
            if len(states) == 1:
                yield Hit(Span(start=found.start(1), end=found.end(1)), Meaning(states[0].entity, "short"))

    def _halves(self, found: re.Match[str]) -> Iterator[Hit]:
        one, words, _, rest = found.groups()
        first, second = self.by_name(f"{one} {rest}"), self.by_name(words)
        hows = [name.how for entry in second[:1] for name in entry.names if name.text == words]
        are_states = all(entry.entity.kind is EntityKind.STATE for entry in (*first[:1], *second[:1]))
        if first and hows and are_states and first[0] is not second[0]:
            yield Hit(Span(start=found.start(1), end=found.end(1)), Meaning(first[0].entity, hows[0]))
            yield Hit(Span(start=found.start(2), end=found.end(2)), Meaning(second[0].entity, hows[0]))


def _load(own: Sequence[Path]) -> Gazetteer:
    with _collector_paused():
        return Gazetteer(read_with_own(own))


@cache
def _built_in() -> Gazetteer:
    """Give the package's own, which nothing changes: what reads and what describes the things read share it."""
    return _load(())


def _pairs_claiming(entries: Iterable[Entry]) -> frozenset[frozenset[str]]:
    """Give the pairs of states of which both, and no others, claim one of some lands."""
    disputed = (frozenset(entry.claimants) for entry in entries if entry.status != "settled")
    return frozenset(claimants for claimants in disputed if len(claimants) == _TWO)
