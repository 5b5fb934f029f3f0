"""What speaks for a candidate where a name stands: each sign with its weight, and whether it holds elsewhere too."""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.candidates.background import Background, Hit
from kgraph.candidates.homonyms import Homonym, load_homonyms
from kgraph.candidates.person_signs import PersonSigns
from kgraph.candidates.sign import Sign
from kgraph.candidates.site import WHERE, WORD_BEFORE, Site
from kgraph.candidates.times import Years, all_years, find_years
from kgraph.candidates.weights import Weights
from kgraph.gazetteer import Entry, Gazetteer, Name
from kgraph.gazetteer.matching import key_of
from kgraph.model import Candidate, EntityKind

__all__ = ["Signs"]

_NEAR_KM = 1200.0
_NEXT = re.compile(r"\s+([A-Za-z][\w'’]*)")
_THAT = re.compile(r"\s+[a-z]+\s+that\b")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_BASED = re.compile(r"-(?:based|area|born)\b")
_TELLING = " that "
_OPENING = 40  # characters in which a sentence says first when it is: "In early March 1956, …"
_BESIDE = frozenset({"us_state", "city", "town", "province"})  # homonyms that are named with where they lie
_PATTERNS = {"sovereign": "agent", "thing": "pattern_thing"}
_CITY = re.compile(r"\b([A-Z][a-z]+),\s+$")
_SEATS = frozenset({"capital", "metonym"})
_OUTRIGHT = frozenset({"name", "short"})


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A candidate with what is known of it."""

    id: str
    how: str
    kind: str  # of the tables: sovereign, river, us_state
    entry: Entry | None
    homonym: Homonym | None
    seat: Name | None = None  # the name, where it is that of a seat of government for a time

    @property
    def is_past(self) -> bool:
        """Whether what it means so is over."""
        return self.seat is not None or (self.entry is not None and self.entry.kind == "historical")

    def meets(self, years: Years) -> bool:
        """Tell whether a state was there, or had its seat there, in some of these years."""
        lived = self.seat or self.entry
        return lived is not None and years.meets(_year(lived.valid_from), _year(lived.valid_to))


class Signs:
    """Finds the signs; holds what is known of the world, and nothing of any text."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        background: Background,
        related: Mapping[str, frozenset[str]],
        weights: Weights,
    ) -> None:
        """Take what is known.

        Args:
            gazetteer: the entries.
            background: the words that go with them and with the homonyms.
            related: by id, the ids of the entries that have to do with an entry.
            weights: what each sign counts for.
        """
        self._gazetteer = gazetteer
        self._homonyms = load_homonyms().by_id
        self._background = background
        self._related = related
        self._weights = weights
        self._persons = PersonSigns(background, weights)

    def of(self, candidates: Sequence[Candidate], site: Site) -> list[tuple[Candidate, list[Sign]]]:
        """Give each candidate of a name with its signs there, those that weigh nothing left out."""
        bearers = [self._bearer(candidate, site) for candidate in candidates]
        time = self._time_of(site, bearers)
        found = ([*self._each(bearer, site, bearers), *self._time(bearer, site, time)] for bearer in bearers)
        return [
            (candidate, [sign for sign in signs if sign.weight])
            for candidate, signs in zip(candidates, found, strict=True)
        ]

    def _each(self, bearer: _Bearer, site: Site, rivals: Sequence[_Bearer]) -> Iterator[Sign]:
        yield from self._usual(bearer)
        yield from self._patterns(bearer, site)
        yield from self._article(bearer, site)
        yield from self._whereabouts(bearer, site, rivals)
        yield from self._persons.of(bearer.kind, site)
        seats = (rival.id for rival in rivals if rival.how in _SEATS)
        yield from self._persons.full_name(bearer.kind, site, seats)
        yield from self._beside(bearer, site)
        yield from self._words(bearer, site)
        yield from self._company(bearer, site)
        yield from self._whole(bearer, site, rivals)
        yield from self._neighbours(bearer, site, rivals)

    def _bearer(self, candidate: Candidate, site: Site) -> _Bearer:
        id_ = candidate.entity.id
        homonym, entry = self._homonyms.get(id_), self._gazetteer.get(id_)
        kind = homonym.kind if homonym else entry.kind if entry else ""
        seat = _seat(entry, site.mention.span.of(site.part.text)) if candidate.how == "capital" else None
        return _Bearer(id_, candidate.how, kind, entry, homonym, seat)

    # -- before anything is read ---------------------------------------------------------------------------------

    def _usual(self, bearer: _Bearer) -> Iterator[Sign]:
        if bearer.homonym is not None:
            yield Sign(f"{bearer.kind.replace('_', ' ')}", self._weights.homonym[bearer.kind])
            yield Sign("how usual", bearer.homonym.usual)
        elif bearer.entry is not None:
            yield Sign(f"by its {bearer.how}", self._weights.how.get(bearer.how, 0.0))
            yield Sign(self._class_of(bearer.entry), self._weights.kind[self._class_of(bearer.entry)])
            yield Sign("how usual", self._background.usual.get(bearer.id, 0.0))

    def _class_of(self, entry: Entry) -> str:
        if entry.entity.kind is EntityKind.STATE and entry.kind in self._weights.kind:
            return entry.kind
        classes = {EntityKind.TERRITORY: "place", EntityKind.INSTRUMENT: "instrument"}
        return classes.get(entry.entity.kind, "body")

    # -- the words right beside it -------------------------------------------------------------------------------

    def _patterns(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        pattern = self._weights.patterns.get(bearer.kind)
        if pattern is None:
            return
        before = pattern.before.search(site.before) if pattern.before else None
        after = pattern.after.match(site.after) if pattern.after else None
        weight = self._weights.sign[_PATTERNS.get(bearer.kind, "pattern")]
        for found in (before, after):
            if found:
                yield Sign(f"“{' '.join(found[0].split())}” beside it", weight, lasting=True)

    def _article(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        following = _NEXT.match(site.after)
        is_own = (following is None or following[1] in self._weights.article_before) and site.after[:1] != "-"
        has_article, weight = _ARTICLE.search(site.before) is not None, self._weights.sign["article"]
        if bearer.kind in self._weights.article_kinds and not has_article:
            yield Sign("no “the” before it", -weight)
        elif not has_article or not is_own or site.name in self._weights.article_also:
            return
        elif bearer.kind in self._weights.article_kinds:
            yield Sign("“the” before it", weight)
        elif bearer.how in _OUTRIGHT and _is_state(bearer):
            yield Sign("“the” before it", -weight)

    def _whereabouts(self, bearer: _Bearer, site: Site, rivals: Sequence[_Bearer]) -> Iterator[Sign]:
        """Tell whose capital a city is from who else is called by it: "met in Brussels"."""
        is_where = WHERE.search(site.before) or _BASED.match(site.after)
        is_city = any(rival.how == "capital" for rival in rivals)
        if is_where and is_city and bearer.how == "metonym":
            yield Sign(f"“{is_where[0].strip()}” beside it", self._weights.sign["where_metonym"])

    def _beside(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        """Find a place that goes with it on the other side of a comma: "Savannah, Georgia", "Tripoli, Lebanon"."""
        if bearer.homonym is not None and bearer.kind not in _BESIDE:
            return
        left, right = site.touching()
        near = [(hit.start, hit.end, hit.word) for hit in site.hits_near if bearer.id in hit.ids]
        near += [
            (m.span.start, m.span.end, m.entity.label)
            for m in site.mentions_near
            if self._is_of(bearer, m.entity.id)
        ]
        behind = next((word for _, end, word in near if left and end == left.start), None)
        ahead = next((word for start, _, word in near if right and start == right.end), None)
        if behind:
            yield Sign(f"behind {behind} and a comma", self._weights.sign["behind_place"], lasting=True)
        if ahead:
            weight = self._weights.sign["town_place" if bearer.kind == "town" else "before_place"]
            yield Sign(f"before a comma and {ahead}", weight, lasting=True)
        if not behind and right:
            yield from self._in_city(bearer, site)

    def _in_city(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        """Find a name that is not known between a US state and a comma: "Brunswick, Georgia, and"."""
        city = _CITY.search(site.before) if bearer.kind == "us_state" else None
        if city is not None and self._persons.may_name(city[1]) and not self._persons.is_named(city, site):
            yield Sign(f"behind {city[1]} and a comma", self._weights.sign["city_before"], lasting=True)

    # -- the words around it -------------------------------------------------------------------------------------

    def _words(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        if bearer.kind == "town":
            return
        weights = self._weights.sign
        own = self._related.get(bearer.id, frozenset()) | {bearer.id}
        near = dict.fromkeys(
            hit.word
            for hit in site.hits_near
            if bearer.id in hit.ids and not hit.of & own and not _is_of_namesake(hit, site)
        )
        title = dict.fromkeys(hit.word for hit in site.part.title_hits if bearer.id in hit.ids)
        far = dict.fromkeys(
            hit.word
            for hit in site.part.hits
            if bearer.id in hit.ids
            and hit.word not in near
            and not _is_of_namesake(hit, site)
            and not hit.of & own
        )
        share = self._share(bearer)
        yield from (Sign(f"{word} near it", weights["word_near"] * share) for word in list(near)[:3])
        yield from (Sign(f"{word} in the title", weights["word_title"] * share) for word in list(title)[:2])
        yield from (Sign(f"{word} in the text", weights["word_far"] * share) for word in list(far)[:3])
        pattern = self._weights.words.get(bearer.kind)
        if pattern is not None:
            found = dict.fromkeys(match[0] for match in pattern.finditer(site.sentence))
            yield from (Sign(f"{word} near it", weights["kind_word"]) for word in list(found)[:2])

    def _share(self, bearer: _Bearer) -> float:
        """Give how much of what goes with it counts: texts of today look back on the states of the past."""
        return self._weights.sign["past_share"] if bearer.kind == "historical" else 1.0

    def _company(self, bearer: _Bearer, site: Site) -> Iterator[Sign]:
        """Find known things that have to do with it, and itself by names that are its alone."""
        weights = self._weights.sign
        near = dict.fromkeys(m.entity.id for m in site.mentions_near)
        if bearer.id in near:
            yield Sign("itself named near", weights["itself_near"] * self._share(bearer))
        elif bearer.id in site.part.in_title:
            yield Sign("itself named in the title", weights["itself_near"] * self._share(bearer))
        elif bearer.id in site.part.sure:
            yield Sign("itself named in the text", weights["itself_far"] * self._share(bearer))
        related = self._related.get(bearer.id, frozenset())
        close = [id_ for id_ in near if id_ in related]
        far = sorted((site.part.sure & related) - set(close))
        yield from (Sign(f"{self._label(id_)} near it", weights["related_near"]) for id_ in close[:3])
        yield from (Sign(f"{self._label(id_)} in the text", weights["related_far"]) for id_ in far[:3])

    def _whole(self, bearer: _Bearer, site: Site, rivals: Sequence[_Bearer]) -> Iterator[Sign]:
        """Find that the other bearers, which have to do with it, are told apart by their own names."""
        parts = self._related.get(bearer.id, frozenset()) & _ids(rivals) & site.part.sure
        if len(parts) > 1:
            yield Sign("its parts have names of their own in the text", self._weights.sign["whole"])

    def _label(self, id_: str) -> str:
        return self._gazetteer.entry(id_).entity.label

    def _is_of(self, bearer: _Bearer, other: str) -> bool:
        return other == bearer.id or other in self._related.get(bearer.id, frozenset())

    def _neighbours(self, bearer: _Bearer, site: Site, rivals: Sequence[_Bearer]) -> Iterator[Sign]:
        here = _place(bearer.entry)
        if here is None:
            return
        others = {m.entity.id for m in site.mentions_near} - _ids(rivals)
        entries = (self._gazetteer.get(id_) for id_ in sorted(others))
        close = [e for e in entries if e and (there := _place(e)) and _distance(here, there) < _NEAR_KM]
        if close:
            yield Sign(f"{close[0].entity.label} lies near", self._weights.sign["neighbour"])

    # -- its time ------------------------------------------------------------------------------------------------

    def _time_of(self, site: Site, rivals: Sequence[_Bearer]) -> tuple[Years, str] | None:
        """Give when something is said to be, and where that stands; None where that decides nothing."""
        states = [rival for rival in rivals if _is_state(rival)]
        is_asked = len(states) > 1 or any(state.is_past for state in states)
        time = (self._spoken_of(site) or _dated(site)) if is_asked else None
        return time if time and any(state.meets(time[0]) for state in states) else None

    def _time(self, bearer: _Bearer, site: Site, time: tuple[Years, str] | None) -> Iterator[Sign]:
        if bearer.entry is None:
            return
        if bearer.entry.entity.kind is EntityKind.INSTRUMENT:
            yield from self._signed(bearer.entry, site)
        elif _is_state(bearer):
            yield from self._lived(bearer, site, time)

    def _signed(self, entry: Entry, site: Site) -> Iterator[Sign]:
        near = all_years(site.before[-25:] + " " + site.after[:40]) or all_years(site.sentence)
        if entry.year in near:
            yield Sign(f"{entry.year} near it", self._weights.sign["instrument_year"])
        elif near and entry.year is not None:
            yield Sign("other years near it", self._weights.sign["instrument_other_year"])

    def _lived(self, bearer: _Bearer, site: Site, time: tuple[Years, str] | None) -> Iterator[Sign]:
        weights = self._weights.sign
        word = WORD_BEFORE.search(site.before)
        is_past = bearer.is_past
        if is_past and word and word[1] in self._weights.former:
            yield Sign(f"“{word[1]}” before it", weights["former"])
        if time is not None:
            years, where = time
            fits = "misses" if not bearer.meets(years) else "fits_past" if is_past else "fits"
            said = "the date" if where in {"date", "about"} else _said(years)
            yield Sign(f"{said} {fits.partition('_')[0]}", weights[f"{where}_{fits}"])
        elif is_past and self._is_present(site):
            yield Sign("it is spoken of as of today", weights["present_past"])

    def _is_present(self, site: Site) -> bool:
        return self._is_followed_by(self._weights.present, site)

    def _is_followed_by(self, words: Collection[str], site: Site) -> bool:
        following = _NEXT.match(site.after)
        return following is not None and following[1] in words

    def _spoken_of(self, site: Site) -> tuple[Years, str] | None:
        """Give the years that the sentence, or the one before it, speaks of, and which of the two."""
        if self._is_present(site) or self._weights.today.search(site.sentence):
            return None
        start, clause = site.clause
        at = site.mention.span.start - start
        here = find_years(clause, self._weights.eras)
        if self._is_followed_by(self._weights.reporting, site) or _THAT.match(site.after):
            told = clause.find(_TELLING, at)  # what is reported has a time of its own
            here = tuple(years for years in here if years.at < max(at, told))
        if here:
            return min(here, key=lambda years: abs(years.at - at)), "year"
        before = site.part.sentence_before(site.start)
        there = find_years(site.part.text[slice(*before)], self._weights.eras) if before else ()
        opening = [years for years in there if years.at < _OPENING]
        return (opening[-1], "year_before") if opening else None


def _is_of_namesake(hit: Hit, site: Site) -> bool:
    """Tell whether a word is the name itself, or a person's who is called so: "George *Washington*"."""
    return hit.word.rpartition(" ")[2] == site.name


def _seat(entry: Entry | None, name: str) -> Name | None:
    """Give the name by which an entry is called so as by a seat of government that it had for a time."""
    seats = [each for each in entry.names if each.valid_to] if entry is not None else []
    return next((seat for seat in seats if key_of(seat.text) == key_of(name)), None)


def _ids(bearers: Iterable[_Bearer]) -> frozenset[str]:
    return frozenset(bearer.id for bearer in bearers)


def _is_state(bearer: _Bearer) -> bool:
    return bearer.entry is not None and bearer.entry.entity.kind is EntityKind.STATE


def _dated(site: Site) -> tuple[Years, str] | None:
    """Give the year of the document, or the one that an undated text about the past centres on."""
    date, median = site.part.document.date, site.part.median_year
    if date is not None:
        return Years(date.year, date.year, 0), "date"
    return (Years(median, median, 0), "about") if median is not None else None


def _said(years: Years) -> str:
    return str(years.first) if years.first == years.last else f"{years.first} to {years.last}"


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date else None


def _place(entry: Entry | None) -> tuple[float, float] | None:
    if entry is None or entry.lat is None or entry.lon is None:
        return None
    return entry.lat, entry.lon


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the great-circle distance in km."""
    (lat, lon), (lat2, lon2) = (map(math.radians, place) for place in (one, other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))
