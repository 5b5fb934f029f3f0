"""How statements stand to one another: what repeats one origin, and what contradicts what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model import Assertion, Document, Modality, Polarity
from kgraph.origins import name_ties, number_origins, shared_ties
from kgraph.simultaneity import can_be_of_one_time
from kgraph.syndication import number_stories, signature_of
from kgraph.times import time_bounds
from kgraph.view.network import Line
from kgraph.view.wording import family_of
from kgraph.vocab import Predicate, document_id

__all__ = ["Ties", "find_contradictions", "find_copies", "find_origins"]

_Content = tuple[str, ...]
_Key = Callable[[Assertion], _Content]


@dataclass(frozen=True, slots=True)
class Ties:
    """The origins of a statement's evidence.

    Attributes:
        numbers: the origin of each evidence, in their order. The same number in another statement of the same
            content, polarity, modality and time is the same origin: what differs is whose word it is.
        sorts: what joins the places of an origin, by its number: "publisher", "speaker", "story", "text", "words".
    """

    numbers: tuple[int, ...]
    sorts: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Dated:
    time: str | None
    first: str | None
    last: str | None


def find_origins(lines: Iterable[Line], articles: Mapping[str, Document]) -> dict[str, Ties]:
    """Tell which places are of one origin, by the ids of the statements that they support."""
    found: dict[str, Ties] = {}
    signatures = _Signatures(articles)
    for members in _grouped(lines, _said_so):
        stories = signatures.number_stories(members)
        ties = [list(_ties(line.assertion, articles, stories)) for line in members]
        numbers = iter(number_origins(each for of_line in ties for each in of_line))
        for line, of_line in zip(members, ties, strict=True):
            own = tuple(next(numbers) for _ in of_line)
            found[line.id] = Ties(own, _sorts(own, of_line))
    return found


def find_copies(lines: Iterable[Line], articles: Mapping[str, Document]) -> dict[str, str]:
    """Give, for each article that prints the story of another, that which did so first; as `kgraph.derive.story`."""
    spoken_of: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in lines:
        for evidence in line.assertion.evidence:
            spoken_of[evidence.document_id].add((line.assertion.subject.id, line.assertion.object.id))
    signatures = _Signatures(articles)
    ids = sorted((one for one in spoken_of if one in articles), key=lambda one: _appeared(articles[one]))
    first: dict[int, str] = {}
    numbers = number_stories([signatures.of(one) for one in ids], [spoken_of[one] for one in ids])
    found = {one: first.setdefault(number, one) for one, number in zip(ids, numbers, strict=True)}
    return {one: original for one, original in found.items() if one != original}


def _appeared(article: Document) -> tuple[str, str]:
    return article.date.isoformat() if article.date else "9999", document_id(article.id)


def find_contradictions(
    lines: Iterable[Line], predicates: Mapping[str, Predicate]
) -> dict[str, tuple[str, ...]]:
    """List, by the id of a statement, those of the same content that say the opposite and can be of its time."""
    found: dict[str, tuple[str, ...]] = {}
    actual = (line for line in lines if line.assertion.modality is Modality.ACTUAL)
    for members in _grouped(actual, _content):
        yes, no = ([m for m in members if m.assertion.polarity is side] for side in Polarity)
        for one, others in (*((line, no) for line in yes), *((line, yes) for line in no)):
            family = family_of(one.assertion, predicates)
            against = [m.id for m in others if can_be_of_one_time(_dated(one), _dated(m), family)]
            if against:
                found[one.id] = tuple(against)
    return found


def _content(assertion: Assertion) -> _Content:
    about = assertion.about.id if assertion.about else ""
    return assertion.subject.id, assertion.predicate, assertion.object.id, about


def _said_so(assertion: Assertion) -> _Content:
    return (*_content(assertion), assertion.polarity, assertion.modality, assertion.time or "")


def _grouped(lines: Iterable[Line], key: _Key) -> Iterator[list[Line]]:
    groups: defaultdict[_Content, list[Line]] = defaultdict(list)
    for line in lines:
        groups[key(line.assertion)].append(line)
    yield from groups.values()


class _Signatures:
    """The signatures of articles, each made once."""

    def __init__(self, articles: Mapping[str, Document]) -> None:
        self._articles = articles
        self._signatures: dict[str, str | None] = {}

    def of(self, article: str) -> str | None:
        """Give the signature of an article; None where there is none."""
        if article not in self._signatures:
            known = self._articles.get(article)
            self._signatures[article] = signature_of(known) if known else None
        return self._signatures[article]

    def number_stories(self, lines: Iterable[Line]) -> dict[str, int]:
        """Give the number of the story of each article that says something, where that has several texts."""
        said_in = sorted({e.document_id for line in lines for e in line.assertion.evidence})
        if len(said_in) == 1:
            return {}
        numbers = dict(zip(said_in, number_stories([self.of(each) for each in said_in]), strict=True))
        texts: defaultdict[int, set[str | None]] = defaultdict(set)
        for article, number in numbers.items():
            texts[number].add(self._articles[article].text_digest if article in self._articles else None)
        return {article: number for article, number in numbers.items() if len(texts[number]) > 1}


def _ties(
    assertion: Assertion, articles: Mapping[str, Document], stories: Mapping[str, int]
) -> Iterator[frozenset[str]]:
    for evidence in assertion.evidence:
        article = articles.get(evidence.document_id)
        yield name_ties(
            speaker=assertion.attribution.id if assertion.attribution else None,
            publisher=article.source if article else None,
            document=evidence.document_id,
            digest=article.text_digest if article else None,
            quotation=evidence.quotation,
            story=stories.get(evidence.document_id),
        )


def _sorts(numbers: Sequence[int], ties: Sequence[frozenset[str]]) -> dict[int, tuple[str, ...]]:
    """Say what joins the places of each origin that has several."""
    places: defaultdict[int, list[frozenset[str]]] = defaultdict(list)
    for number, tie in zip(numbers, ties, strict=True):
        places[number].append(tie)
    return {number: tuple(shared_ties(of_one)) for number, of_one in places.items() if len(of_one) > 1}


def _dated(line: Line) -> _Dated:
    time = line.assertion.time
    first, last = time_bounds(time) if time else (None, None)
    return _Dated(time, first.isoformat() if first else None, last.isoformat() if last else None)
