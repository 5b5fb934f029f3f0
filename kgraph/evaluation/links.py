"""Measures linking: annotated mentions against the entities that they were linked to.

A mention is annotated with the id of a known entity, with NIL (it names something that the gazetteer does not
know) or with null (it names nothing that counts: "Georgia Tech" is no Georgia). It is linked **right** where

    an id     the answer is this entity
    NIL       the answer is an entity of the text's own, not a known one; no answer at all is wrong, for what
              nobody knows must stay visible
    null      the answer is no known entity

**Accuracy** is the share of mentions that are linked right. **NIL precision** is the share of NIL answers that
are annotated as NIL, **NIL recall** the share of those annotated as NIL that were answered so; null counts
neither way. A mention is **wrongly merged** where its answer is the node of another thing, so that the graph
would say of one thing what a text says of another. It is **split off** where its answer is another node than
most mentions of the same thing have. Things are the same over all texts: those of known entities by their id,
others by what `same_as` says, and a node that only texts know is that of the thing it was given for most often.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError
from kgraph.evaluation.compare import Counted, Tally
from kgraph.evaluation.files import optional_text, required_text, rows_of
from kgraph.model import Document, Entity, Span

__all__ = [
    "KINDS",
    "NIL",
    "Answer",
    "GoldMention",
    "LinkComparison",
    "LinkText",
    "WrongLink",
    "compare_links",
    "read_link_texts",
]

NIL = "NIL"

# What mentions are told apart by, in the order of the report, and the sums that a floor is set for.
KINDS: Mapping[str, str] = {
    "state": "states and metonyms",  # by name, adjective, people: Japan, the Japanese
    "historical": "states and metonyms",  # a state of the past, or a name of the past
    "metonym": "states and metonyms",  # a capital, palace or parliament that acts for a state
    "government": "states and metonyms",  # its ministries, armies, officials
    "territory": "territories",  # by the gazetteer's label
    "alias": "territories",  # by another name: a party's, in another script, of the past
    "spelling": "",  # misspelt, or transliterated in an unusual way
    "ambiguous": "",  # a name that several things bear
    "organisation": "",  # courts and armed groups too
    "instrument": "",  # treaties, declarations, judgments, resolutions
    "person": "",
    "city": "",  # a capital as a place, not as who acts
    "description": "",  # a place by a description, known to no gazetteer
    "unknown": "",  # a name that is not in the gazetteer
    "lookalike": "",  # holds a known name and means something else
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One annotated mention: its words, and what they name.

    `entity` is the id of a known entity, NIL or None; `thing` is the same for all mentions of one thing in
    whatever text, None where that is not told; `serves` is the id of whom a person acts for.
    """

    span: Span
    kind: str
    entity: str | None
    thing: str | None = None
    serves: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkText:
    """One annotated text."""

    document: Document
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a mention was linked to; None is nothing. `serves` is the id of whom a person acts for."""

    entity: Entity | None = None
    serves: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongLink:
    """One error: the text, the mention, what it was linked to, and whether that is another thing's node."""

    document: Document
    mention: GoldMention
    answer: Answer
    merged: bool

    def __str__(self) -> str:
        words = self.mention.span.of(self.document.text)
        found = self.answer.entity.id if self.answer.entity else "nothing"
        how = " (wrong merge)" if self.merged else ""
        return f"{self.document.id}: {self.mention.kind} {words!r} is {self.mention.entity}, got {found}{how}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkComparison:
    """The outcome, in mentions; errors in the order of the texts."""

    kinds: Mapping[str, Counted]
    sums: Mapping[str, Counted]
    total: Counted
    nil: Tally
    served: Counted  # of the persons for whom it is told whom they act for
    merged: int  # mentions in the node of another thing
    split: int  # mentions in another node than most of their thing
    errors: tuple[WrongLink, ...]

    @property
    def merge_rate(self) -> float:
        """The share of all mentions that are in the node of another thing."""
        return self.merged / self.total.stated if self.total.stated else 0.0

    @property
    def figures(self) -> Mapping[str, float]:
        """What floors are set for, each between 0 and 1, the higher the better."""
        return {
            **{name: counted.accuracy for name, counted in self.sums.items()},
            "all": self.total.accuracy,
            "NIL precision": self.nil.precision,
            "NIL recall": self.nil.recall,
            "not merged": 1 - self.merge_rate,
        }


def read_link_texts(path: Path) -> list[LinkText]:
    """Read annotated texts, one JSON object a line: `id`, `text`, `mentions`, and where known `title`, `date`.

    A mention is an object with `words`, `kind`, `entity`, and as needed `start` (in code points), `nth` (where
    the words stand more than once, from 1), `same_as` and `serves`.

    Raises:
        ReadError: the file cannot be read, or a line is no such object.
    """
    return [_link_text(row, where) for where, row in rows_of(path)]


def _link_text(row: Mapping[str, Any], where: str) -> LinkText:
    try:
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        document = Document(
            id=required_text(row, "id"),
            text=required_text(row, "text"),
            title=optional_text(row, "title"),
            date=day,
        )
        return LinkText(
            document=document, mentions=tuple(_mention(each, document) for each in row["mentions"])
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(f"{where}: no annotated text ({error}); it needs id, text, mentions") from error


def _mention(row: Mapping[str, Any], document: Document) -> GoldMention:
    kind = required_text(row, "kind")
    entity = None if row["entity"] is None else required_text(row, "entity")
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of mention; there are {', '.join(KINDS)}")
    known = entity if entity != NIL else None
    return GoldMention(
        span=_place(row, document.text),
        kind=kind,
        entity=entity,
        thing=known or optional_text(row, "same_as"),
        serves=optional_text(row, "serves"),
    )


def _place(row: Mapping[str, Any], text: str) -> Span:
    """Find the words: where `start` says, else the nth time that they stand in the text."""
    words, start = row["words"], row.get("start")
    if start is None:
        start = text.find(words)
        for _ in range(min(row.get("nth", 1), len(text)) - 1):
            start = text.find(words, start + 1) if start >= 0 else start
    if start < 0 or not text.startswith(words, start):
        raise ValueError(f"the words {words!r} do not stand there")
    return Span(start=start, end=start + len(words))


def compare_links(texts: Sequence[LinkText], answers: Iterable[Sequence[Answer]]) -> LinkComparison:
    """Compare annotated mentions with their answers, which come text by text in the same order."""
    pairs = [
        (text.document, mention, answer)
        for text, given in zip(texts, answers, strict=True)
        for mention, answer in zip(text.mentions, given, strict=True)
    ]
    owners = _owners(pairs)
    judged = [
        WrongLink(document=d, mention=m, answer=a, merged=_is_merged(m, a, owners)) for d, m, a in pairs
    ]
    right = [(each.mention, _is_right(each.mention, each.answer)) for each in judged]
    return LinkComparison(
        kinds=_counted((mention.kind, well) for mention, well in right),
        sums=_counted((KINDS[mention.kind], well) for mention, well in right if KINDS[mention.kind]),
        total=Counted(right=sum(well for _, well in right), stated=len(right)),
        nil=_nil(pairs),
        served=_served(pairs),
        merged=sum(each.merged for each in judged),
        split=_split(pairs),
        errors=tuple(each for each, (_, well) in zip(judged, right, strict=True) if not well or each.merged),
    )


_Pairs = Sequence[tuple[Document, GoldMention, Answer]]


def _is_right(mention: GoldMention, answer: Answer) -> bool:
    entity = answer.entity
    if mention.entity is None:
        return entity is None or not entity.known
    if mention.entity == NIL:
        return entity is not None and not entity.known
    return entity is not None and entity.id == mention.entity


def _owners(pairs: _Pairs) -> Mapping[str, str | None]:
    """Give whose node each is: a known entity's own, else that of the thing it was given for most often.

    Of things that a node was given for equally often the first counts.
    """
    given: defaultdict[str, Counter[str]] = defaultdict(Counter)
    owners: dict[str, str | None] = {}
    for _, mention, answer in pairs:
        if answer.entity is not None and answer.entity.known:
            owners[answer.entity.id] = answer.entity.id
        elif answer.entity is not None and mention.thing is not None:
            given[answer.entity.id][mention.thing] += 1
    return owners | {node: things.most_common(1)[0][0] for node, things in given.items()}


def _is_merged(mention: GoldMention, answer: Answer, owners: Mapping[str, str | None]) -> bool:
    if answer.entity is None:
        return False
    if mention.thing is None:  # in a node of its own it does no harm
        return answer.entity.known
    return owners.get(answer.entity.id, mention.thing) != mention.thing


def _split(pairs: _Pairs) -> int:
    nodes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, mention, answer in pairs:
        if mention.thing is not None and answer.entity is not None:
            nodes[mention.thing][answer.entity.id] += 1
    return sum(counts.total() - counts.most_common(1)[0][1] for counts in nodes.values())


def _nil(pairs: _Pairs) -> Tally:
    counted = [(m, a.entity is not None and not a.entity.known) for _, m, a in pairs if m.entity is not None]
    return Tally(
        hits=sum(is_nil and mention.entity == NIL for mention, is_nil in counted),
        extracted=sum(is_nil for _, is_nil in counted),
        wanted=sum(mention.entity == NIL for mention, _ in counted),
    )


def _served(pairs: _Pairs) -> Counted:
    told = [(mention.serves, answer.serves) for _, mention, answer in pairs if mention.serves is not None]
    return Counted(right=sum(wanted == given for wanted, given in told), stated=len(told))


def _counted(judged: Iterable[tuple[str, bool]]) -> dict[str, Counted]:
    """Count by name, in the order of the kinds."""
    right: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    for name, well in judged:
        stated[name] += 1
        right[name] += well
    order = (name for name in dict.fromkeys(_names()) if stated[name])
    return {name: Counted(right=right[name], stated=stated[name]) for name in order}


def _names() -> Iterator[str]:
    yield from KINDS
    yield from KINDS.values()
