"""What a proposal must hold to be let in: its words stand in the text, and its relation is one that can be."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kgraph.model import (
    Assertion,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Span,
)
from kgraph.proposals.proposal import RULE, Proposal
from kgraph.times import time_bounds
from kgraph.vocab import Predicate, nil_entity, orient

__all__ = ["Checker", "FindNames", "Refused"]

FindNames = Callable[[Document, str], tuple[Mention, ...]]
"""Gives the names in a document's text that the gazetteer knows, with what they mean."""

LONGEST = 1_000  # code points of a quotation: a sentence, not an article
# The kind of what no gazetteer knows, where a predicate allows several: the first of these that it allows.
_GUESSES = (
    EntityKind.TERRITORY,
    EntityKind.ORGANIZATION,
    EntityKind.INSTRUMENT,
    EntityKind.PERSON,
    EntityKind.STATE,
    EntityKind.TRIBUNAL,
    EntityKind.NAME,
)
_Value = TypeVar("_Value", Polarity, Modality)
_ARTICLE = re.compile(r"(?i:the|a|an)\s+")
_YEAR = re.compile(r"\d{4}|\d{3}(?=X)")  # or a decade


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A proposal that was not let in, and why."""

    proposal: Proposal
    reason: str


class _RefusedError(Exception):
    """A check says no; the text is the reason."""


class Checker:
    """Holds proposals against the documents that they are of."""

    def __init__(self, find_names: FindNames, predicates: Mapping[str, Predicate]) -> None:
        """Take what finds names, and the predicates that there are."""
        self._find_names = find_names
        self._predicates = predicates

    def check(
        self, document: Document, proposals: Sequence[Proposal]
    ) -> tuple[tuple[Assertion, ...], tuple[Refused, ...]]:
        """Make assertions of proposals.

        Args:
            document: the one that they are of.
            proposals: in any order; one that comes twice counts once.

        Returns:
            The assertions, in the order of their sentences, and those that were refused.
        """
        mentions = self._find_names(document, document.text) if proposals else ()
        made: list[Assertion] = []
        refused: list[Refused] = []
        for proposal in dict.fromkeys(proposals):
            try:
                made.append(self._make(proposal, document, mentions))
            except _RefusedError as error:
                refused.append(Refused(proposal=proposal, reason=str(error)))
        made.sort(key=lambda assertion: assertion.evidence[0].span.start)
        return tuple(made), tuple(refused)

    def _make(self, proposal: Proposal, document: Document, mentions: Sequence[Mention]) -> Assertion:
        predicate = self._predicates.get(proposal.predicate)
        if predicate is None:
            raise _RefusedError(f"no predicate is called {proposal.predicate[:80]!r}")
        sentence = _sentence(proposal.quotation, document.text)
        subject_span = _words(proposal.subject, sentence, document.text, "subject")
        object_span = _words(proposal.object, sentence, document.text, "object")
        subject = _entity(subject_span, document.text, mentions, predicate.domain)
        value = _entity(object_span, document.text, mentions, predicate.range)
        _fits(subject, predicate.domain, predicate, "subject")
        _fits(value, predicate.range, predicate, "object")
        if subject == value:
            raise _RefusedError(f"subject and object are both {subject.label}")
        speaker = self._speaker(proposal, document, mentions)
        evidence = Evidence(
            document_id=document.id,
            span=sentence,
            quotation=sentence.of(document.text),
            subject_span=subject_span,
            object_span=object_span,
            attribution_text=proposal.attributed_to,
            rule=RULE + proposal.by,
            confidence=_confidence(proposal.confidence),
        )
        made = Assertion(
            subject=subject,
            predicate=predicate.name,
            object=value,
            about=self._about(proposal, sentence, document, mentions),
            polarity=_one_of(Polarity, proposal.polarity, "polarity"),
            modality=_one_of(Modality, proposal.modality, "modality"),
            attribution=speaker,
            time=_time(proposal.time, document),
            evidence=(evidence,),
        )
        return orient(made, self._predicates)

    def _about(
        self, proposal: Proposal, sentence: Span, document: Document, mentions: Sequence[Mention]
    ) -> Entity | None:
        if not proposal.about:
            return None
        span = _words(proposal.about, sentence, document.text, "what it is about")
        return _known(span, document.text, mentions) or nil_entity(span.of(document.text), EntityKind.NAME)

    def _speaker(self, proposal: Proposal, document: Document, mentions: Sequence[Mention]) -> Entity | None:
        if not proposal.attributed_to:
            return None
        span = _find(proposal.attributed_to, document.text, Span(start=0, end=len(document.text)))
        if span is None:
            raise _RefusedError(
                f"whose word it is does not stand in the text: {proposal.attributed_to[:80]!r}"
            )
        return _known(span, document.text, mentions) or nil_entity(span.of(document.text), EntityKind.PERSON)


def _sentence(quotation: str, text: str) -> Span:
    """Find a quotation; white space may be other white space, since line ends are often lost."""
    words = quotation.split()
    if not words:
        raise _RefusedError("the quotation is empty")
    if len(quotation) > LONGEST:
        raise _RefusedError(f"the quotation is longer than {LONGEST:,} characters: give the sentence")
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    if found is None:
        raise _RefusedError("the quotation does not stand in the text")
    return Span(start=found.start(), end=found.end())


def _words(words: str, sentence: Span, text: str, what: str) -> Span:
    found = _find(words, text, sentence)
    if found is None:
        raise _RefusedError(f"{what} does not stand in the quotation: {words[:80]!r}")
    return found


def _find(words: str, text: str, within: Span) -> Span | None:
    """Find whole words within a stretch of text."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)")
    found = pattern.search(text, within.start, within.end)
    return Span(start=found.start(), end=found.end()) if found else None


def _entity(span: Span, text: str, mentions: Sequence[Mention], kinds: frozenset[EntityKind]) -> Entity:
    """Give what words name: what the gazetteer knows, else a thing named by the text alone; a name is its words."""
    known = _known(span, text, mentions) if kinds != {EntityKind.NAME} else None
    if known is not None:
        return known
    kind = next((each for each in _GUESSES if each in kinds), EntityKind.TERRITORY)
    return nil_entity(_bare(span, text).of(text), kind)


def _known(span: Span, text: str, mentions: Sequence[Mention]) -> Entity | None:
    """Give what the gazetteer knows by just these words, be there an article before them."""
    bare = _bare(span, text)
    found = next((each for each in mentions if each.span in (span, bare)), None)
    return found.entity if found is not None and found.how != "adjective" else None


def _bare(span: Span, text: str) -> Span:
    article = _ARTICLE.match(text, span.start, span.end)
    return Span(start=article.end(), end=span.end) if article and article.end() < span.end else span


def _fits(entity: Entity, kinds: frozenset[EntityKind], predicate: Predicate, what: str) -> None:
    if kinds and entity.kind not in kinds:
        wanted = ", ".join(sorted(kind.value for kind in kinds))
        raise _RefusedError(
            f"{what} of {predicate.name} is {entity.label}, a {entity.kind.value}; it can be: {wanted}"
        )


def _one_of(values: type[_Value], given: str, what: str) -> _Value:
    try:
        return values(given)
    except ValueError:
        wanted = " or ".join(each.value for each in values)
        raise _RefusedError(f"{what} is {given[:80]!r}; it can be {wanted}") from None


def _time(given: str | None, document: Document) -> str | None:
    """See that a time is one, and that its years are the text's or those around the day of the text."""
    if not given:
        return None
    if time_bounds(given) == (None, None):
        raise _RefusedError(f"time {given[:80]!r} is no ISO 8601 date or interval")
    around = {str(document.date.year + step) for step in (-1, 0, 1)} if document.date else set()
    invented = [year for year in _YEAR.findall(given) if year not in around and year not in document.text]
    if invented:
        raise _RefusedError(f"the year {invented[0].ljust(4, 'X')} does not stand in the text")
    return given


def _confidence(given: float) -> float:
    if not 0 <= given <= 1:
        raise _RefusedError(f"confidence {given} is not between 0 and 1")
    return float(given)
