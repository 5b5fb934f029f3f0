"""The persons of one document: their names, all their mentions, and the office each is given."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kgraph.persons.folding import fold_name
from kgraph.persons.genders import Genders
from kgraph.persons.holders import Holders
from kgraph.persons.names import GLOTTALS, find_runs, name_end, name_start, skip_prefixes
from kgraph.persons.phrases import MIN_FULL_NAME_WORDS, OfficePhrase
from kgraph.persons.rosters import Listed
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word
from kgraph.tokens import Doc

__all__ = ["Draft", "Naming", "full_names", "group_namings"]

_AUXILIARIES = frozenset(["had", "has", "is", "was", "will"])
MAX_NAMESAKES = (
    100  # persons of one last name that a name is compared with: a text that has more is a register
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The words `[first, stop)` that name somebody; `is_addressed` where a title or "Mr." stands before.

    A monarch, who `reigns`, is called by his first name, and has no other.
    """

    first: int
    stop: int
    names: tuple[str, ...]  # folded
    is_addressed: bool
    is_family: bool = False  # a family name that goes before the given names: "Kim"
    reigns: bool = False


@dataclass(slots=True)
class Draft:
    """A person while the document is being read: the fullest name, and the places of all."""

    names: tuple[str, ...]
    label: str
    namings: list[Naming] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # where the namings begin, in text order

    def add(self, naming: Naming) -> None:
        """Take in one more place that names the person."""
        self.namings.append(naming)
        insort(self.places, naming.first)

    def is_called(self, names: tuple[str, ...]) -> bool:
        """Tell whether these are the person's last names."""
        return self.names[-len(names) :] == names

    def is_named_between(self, first: int, stop: int) -> bool:
        """Tell whether one of the words `[first, stop)` begins a naming of the person."""
        at = bisect_left(self.places, first)
        return at < len(self.places) and self.places[at] < stop

    def distance(self, at: int) -> tuple[bool, int]:
        """Order persons by how near they were named: before a place first, then after it."""
        before = bisect_right(self.places, at)
        return (False, at - self.places[before - 1]) if before else (True, self.namings[0].first)


class _Register:
    """The persons found so far, in the order found, by their names."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_names: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)

    def open(self, naming: Naming, label: str) -> None:
        """Enter a new person."""
        self.drafts.append(Draft(naming.names, label))
        self.drafts[-1].add(naming)
        self._enter(len(self.drafts) - 1)

    def add(self, at: int, naming: Naming, label: str) -> None:
        """Take in another full name of a person; the fullest counts."""
        draft = self.drafts[at]
        draft.add(naming)
        if len(naming.names) > len(draft.names):
            draft.names, draft.label = naming.names, label
            self._enter(at)

    def _enter(self, at: int) -> None:
        names = self.drafts[at].names
        for key in {names[-length:] for length in range(1, len(names) + 1)} | {("", names[0])} | _sets(names):
            if at not in self._by_names[key][-1:]:
                self._by_names[key].append(at)

    def same(self, names: tuple[str, ...]) -> int | None:
        """Find the first person who may bear this full name too."""
        keys = {names[-1:], *_sets(names)}
        alike = sorted({i for key in keys for i in self._by_names.get(key, ())[:MAX_NAMESAKES]})
        return next((i for i in alike if _is_same(self.drafts[i].names, names)), None)

    def called(self, names: tuple[str, ...]) -> list[Draft]:
        """Give the persons of whom these are the last names."""
        found = (self.drafts[i] for i in self._by_names.get(names, ())[:MAX_NAMESAKES])
        return [draft for draft in found if draft.is_called(names)]

    def called_first(self, names: tuple[str, ...]) -> list[Draft]:
        """Give the persons of whom this is the first name."""
        found = (self.drafts[i] for i in self._by_names.get(("", *names), ())[:MAX_NAMESAKES])
        return [draft for draft in found if draft.names[:1] == names]


def _sets(names: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Give the key under which the same names in any order are found."""
    return {("", "", *sorted(set(names)))}


def group_namings(
    doc: Doc,
    text: str,
    words: Sequence[Word],
    phrases: Sequence[OfficePhrase],
    titles: Titles,
    listed: Sequence[Listed] = (),
) -> tuple[Draft, ...]:
    """Find who is named where; the places that name the same person go together, in order of the first."""
    runs = find_runs(words, titles)
    found = _without_overlap(_find_namings(doc, words, phrases, titles, listed, runs))
    unknown = (naming for naming in found if not _is_known(naming, titles))
    things = {naming.names for naming in unknown if _is_of_a_thing(doc, words, naming)}
    namings = [naming for naming in found if naming.is_addressed or naming.names not in things]
    known = _Register()
    for naming in namings:
        if len(naming.names) > 1:
            _add_full(known, naming, text[words[naming.first].start : words[naming.stop - 1].end])
    for naming in namings:
        if len(naming.names) == 1:
            _add_short(known, words, naming, text[words[naming.first].start : words[naming.stop - 1].end])
    for naming in _plain_namings(words, namings, titles, runs):
        if draft := _nearest(known, words, naming):
            draft.add(naming)
    for draft in known.drafts:
        draft.namings.sort(key=lambda naming: naming.first)
    return tuple(sorted(known.drafts, key=lambda draft: draft.namings[0].first))


def _find_namings(
    doc: Doc,
    words: Sequence[Word],
    phrases: Sequence[OfficePhrase],
    titles: Titles,
    listed: Sequence[Listed],
    runs: Mapping[int, int],
) -> Iterator[Naming]:
    for phrase in phrases:
        for holder in phrase.holders:
            naming = _naming(words, holder.first, holder.stop, is_addressed=True)
            yield replace(naming, reigns=phrase.title.reigns)
    yield from _addressed_namings(words, titles)
    yield from _entity_namings(doc, words, titles, runs)
    yield from _speaker_namings(doc, words, titles, runs)
    yield from _known_speakers(words, phrases, titles, runs)
    yield from _introduced_namings(words, phrases, runs)
    yield from _known_namings(words, titles, runs)
    for one in listed:
        yield _naming(words, one.first, one.stop, is_addressed=True)


def _naming(
    words: Sequence[Word], first: int, stop: int, *, is_addressed: bool, is_family: bool = False
) -> Naming:
    names = tuple(fold_name(word.text) for word in words[first:stop] if word.text not in GLOTTALS)
    return Naming(first=first, stop=stop, names=names, is_addressed=is_addressed, is_family=is_family)


def _addressed_namings(words: Sequence[Word], titles: Titles) -> Iterator[Naming]:
    """Read "Mr. Putin", "General Musharraf" and "Messrs Putin and Koizumi"."""
    for at, word in enumerate(words):
        start = skip_prefixes(words, at, titles) if word.is_capitalised else at
        if start == at:
            continue
        stop = name_end(words, start, titles)
        if stop > start:
            yield _naming(words, start, stop, is_addressed=True)
        if (
            stop > start
            and words[at].key.startswith("messrs")
            and words[stop : stop + 1]
            and words[stop].key == "and"
        ):
            other = name_end(words, stop + 1, titles)
            if other > stop + 1:
                yield _naming(words, stop + 1, other, is_addressed=True)


def full_names(words: Sequence[Word], titles: Titles) -> Iterator[tuple[int, int]]:
    """Give the words `[first, stop)` that have the form of a full name, from each word that can begin one."""
    return ((at, stop) for at, stop in find_runs(words, titles).items() if stop > at + 1)


def _entity_namings(
    doc: Doc, words: Sequence[Word], titles: Titles, runs: Mapping[int, int]
) -> Iterator[Naming]:
    """Take the model's PERSON entities that are full names by their form, with their borders set right."""
    starts = [word.start for word in words]
    seen = 0  # where the person before ends
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        inside = range(bisect_left(starts, ent.start_char), bisect_left(starts, ent.end_char))
        at = next((i for i in inside if i in runs), None)
        if at is not None and titles.has("particle", words[at]):
            at = min(
                at, name_start(words, runs[at], titles)
            )  # the model leaves out "Anders" of "Anders van der Berg"
        if at is not None and runs.get(at, at) > at + 1:
            yield _naming(words, at, runs[at], is_addressed=False)
            yield from _joined_before(words, at, seen, titles)
        seen = inside.stop


def _is_of_a_thing(doc: Doc, words: Sequence[Word], naming: Naming) -> bool:
    """Tell whether "the" makes a name that of a river or hill: "crossed *the* Namka Chu", not "the X Y government"."""
    if not naming.first or words[naming.first - 1].key != "the" or len(naming.names) < MIN_FULL_NAME_WORDS:
        return False
    name = doc.char_span(words[naming.first].start, words[naming.stop - 1].end)
    return name is not None and name.end < len(doc) and doc[name.end].pos_ not in {"NOUN", "PROPN"}


def _joined_before(words: Sequence[Word], at: int, seen: int, titles: Titles) -> Iterator[Naming]:
    """Read the full name that opens a sentence and is joined to a person's: "*Sok Sopheak* and Daniel Foster met"."""
    stop = at - 1
    if stop < MIN_FULL_NAME_WORDS or words[stop].key != "and":
        return
    first = name_start(words, stop, titles)
    if first >= seen and stop - first >= MIN_FULL_NAME_WORDS and words[first].opens:
        yield _naming(words, first, stop, is_addressed=False)


def _speaker_namings(
    doc: Doc, words: Sequence[Word], titles: Titles, runs: Mapping[int, int]
) -> Iterator[Naming]:
    """Read "Vuk Jeremic told" where a sentence begins and the model sees no entity."""
    seen = [(ent.start_char, ent.end_char) for ent in doc.ents]
    for at, stop in runs.items():
        is_full = words[at].opens and at + 1 < stop < len(words)
        if is_full and titles.has("speech", words[stop]):
            first, end = words[at].start, words[stop - 1].end
            if not any(start < end and first < stop_ for start, stop_ in seen):
                yield _naming(words, at, stop, is_addressed=False)


def _known_namings(words: Sequence[Word], titles: Titles, runs: Mapping[int, int]) -> Iterator[Naming]:
    """Read the full names of office holders that are known, where the model sees no person: "the *Dalai Lama*"."""
    read = 0
    for at, stop in runs.items():
        if at < read:
            continue
        read = stop
        naming = _naming(words, at, stop, is_addressed=False) if stop - at > 1 else None
        if naming is None:
            continue
        if _is_known(naming, titles):
            yield naming


def _is_known(naming: Naming, titles: Titles) -> bool:
    return Holders.load().has_name(naming.names) or " ".join(naming.names) in titles.kinds["styled"]


def _known_speakers(
    words: Sequence[Word], phrases: Sequence[OfficePhrase], titles: Titles, runs: Mapping[int, int]
) -> Iterator[Naming]:
    """Read "Lavrov said" after "Russia's foreign minister", as a holder of that office is known by the name."""
    agents = {agent.entity.id for phrase in phrases if not phrase.holders for agent in phrase.agents}
    for at, stop in runs.items() if agents else ():
        is_alone = words[at].opens and stop == at + 1
        if not is_alone or not titles.has("speech", words[min(at + 1, len(words) - 1)]):
            continue
        known = Holders.load().find_agent((fold_name(words[at].text),), agents)
        if known is not None and known.id in agents:
            yield _naming(words, at, at + 1, is_addressed=True)


def _introduced_namings(
    words: Sequence[Word], phrases: Sequence[OfficePhrase], runs: Mapping[int, int]
) -> Iterator[Naming]:
    """Read "Ilir Berisha was arrested" where a sentence before has told of an officer whom it does not name."""
    ends = [phrase.stop for phrase in phrases if not phrase.holders and not phrase.is_plural]
    openings = (next((at for at in range(end, len(words)) if words[at].opens), None) for end in ends)
    for at in openings:
        stop = runs.get(at, 0) if at is not None else 0
        if at is not None and at + 1 < stop < len(words) and words[stop].key in _AUXILIARIES:
            yield _naming(words, at, stop, is_addressed=False)


def _without_overlap(namings: Iterable[Naming]) -> list[Naming]:
    """Keep the longest of those that share words, an addressed one before a plain one."""
    kept: list[Naming] = []
    taken: set[int] = set()
    for naming in sorted(namings, key=lambda n: (-n.is_addressed, n.first - n.stop, n.first)):
        places = set(range(naming.first, naming.stop))
        if not places & taken:
            kept.append(naming)
            taken |= places
    return sorted(kept, key=lambda n: n.first)


def _add_full(known: _Register, naming: Naming, label: str) -> None:
    at = known.same(naming.names)
    if at is None:
        known.open(naming, label)
    else:
        known.add(at, naming, label)


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names can be one person's: one has all of the other, and the same last."""
    short, long = sorted((one, other), key=len)
    return set(short) == set(long) or (short[-1] == long[-1] and set(short) < set(long))


def _add_short(known: _Register, words: Sequence[Word], naming: Naming, label: str) -> None:
    draft = _nearest(known, words, naming)
    if draft:
        draft.add(naming)
    elif naming.is_addressed:
        known.open(naming, label)


def _nearest(known: _Register, words: Sequence[Word], naming: Naming) -> Draft | None:
    """Choose whom a last name means: the person so called whom the text named last; "Mr. Bush" is no Laura Bush."""
    called = _of_gender(known.called(naming.names), words, naming)
    if naming.reigns:  # "King Hussein" is not Saddam Hussein
        called = [draft for draft in called if len(draft.names) == len(naming.names)]
    if not called and (naming.is_addressed or naming.is_family):  # "Mr. Chen" is Chen Shui-bian
        called = known.called_first(naming.names)
    return min(called, key=lambda draft: draft.distance(naming.first), default=None)


def _of_gender(called: Sequence[Draft], words: Sequence[Word], naming: Naming) -> list[Draft]:
    """Keep those who may be "Mr." or "Mrs." before a name: who is known to be so, else of whom it is not known."""
    genders = Genders.load()
    told = genders.by_title(words, naming.first)
    if told is None:
        return list(called)
    known = [(draft, genders.of(words, draft.names, [n.first for n in draft.namings])) for draft in called]
    alike = [draft for draft, gender in known if gender is told]
    return alike or [draft for draft, gender in known if gender is None]


def _plain_namings(
    words: Sequence[Word], namings: Iterable[Naming], titles: Titles, runs: Mapping[int, int]
) -> Iterator[Naming]:
    """Read every other run of name words; those that are nobody's last name come to nothing."""
    taken = {place for naming in namings for place in range(naming.first, naming.stop)}
    read = 0
    for at, stop in runs.items():
        if at < read or at in taken:
            continue
        read = stop
        if taken.isdisjoint(range(at, stop)):
            is_family = stop == at + 1 and titles.has("family", words[at])
            yield _naming(words, at, stop, is_addressed=False, is_family=is_family)
