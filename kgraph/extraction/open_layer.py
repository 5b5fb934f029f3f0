"""Parsed documents to the propositions of the open layer, each with its qualifiers and its place in the text.

Polarity and modality say of the deed that a predicate ends with whether it is done, as in the assertions of the domain:
"refused to sign" and "failed to sign" are negative (it was not signed), "plans to sign", "is due to sign" and "sent X
to sign" possible, "managed to sign" and "was forced to sign" actual. The words of the predicate stay as they are.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kgraph.dating import Calendar
from kgraph.model import Document, OpenArgument, OpenProposition, OpenReading, Span
from kgraph.parse import ParsedPart
from kgraph.propositions.open import Extraction, find_extractions, plain_phrase
from kgraph.propositions.open.extractions import Argument
from kgraph.propositions.open.stretches import text_of
from kgraph.propositions.qualifiers import Qualifiers, qualify
from kgraph.propositions.quotations import Quotation, find_quotations
from kgraph.propositions.speakers import find_speaker

if TYPE_CHECKING:
    from kgraph.tokens import Token, Words

__all__ = ["read_open"]


def read_open(document: Document, parts: Sequence[ParsedPart]) -> OpenReading:
    """Read every proposition of a document, in the order of the text."""
    found = tuple(proposition for part in parts for proposition in _read_part(part))
    return OpenReading(document=document, propositions=found)


def _read_part(part: ParsedPart) -> Iterator[OpenProposition]:
    calendar = Calendar(part.doc, part.text, part.document.date)
    quotations = find_quotations(part.doc)
    for sentence in part.doc.sents:
        place: Span | None = None
        qualified: dict[int, tuple[Qualifiers, str | None, str | None]] = {}
        for extraction in find_extractions(sentence):
            deed = extraction.deed
            if deed.i not in qualified:
                qualifiers = qualify(deed)
                speaker = _speaker(extraction, qualifiers, quotations)
                qualified[deed.i] = (qualifiers, speaker, calendar.time_of(deed))
            qualifiers, speaker, time = qualified[deed.i]
            if extraction.copula:  # "X, the president of Y, may leave": that he is, is not in doubt
                qualifiers, time = Qualifiers(), None
            elif extraction.rule == "gapping":  # "won the cup in 2010 and Germany in 2014"
                time = None
            place = place or _sentence_span(sentence, part)
            yield _proposition(extraction, place, part, qualifiers, speaker, time)


def _speaker(extraction: Extraction, qualifiers: Qualifiers, quotations: Sequence[Quotation]) -> str | None:
    """Name whose word a predicate is: who reports it, or who says the quotation that it stands in."""
    trigger, speaker = extraction.trigger, qualifiers.speaker
    if qualifiers.hearsay:  # "Witnesses say that it is said to be sold"
        speaker = find_speaker(trigger)[0]
    if speaker is None:
        inside = (q for q in quotations if q.span.start <= trigger.idx < q.span.end)
        speaker = next((q.speaker for q in inside if q.speaker is not None), None)
    return plain_phrase(speaker).text if speaker is not None else None


def _proposition(
    extraction: Extraction,
    place: Span,
    part: ParsedPart,
    qualifiers: Qualifiers,
    speaker: str | None,
    time: str | None,
) -> OpenProposition:
    return OpenProposition(
        span=place,
        subject=extraction.subject.text,
        predicate=extraction.predicate_text,
        object=extraction.object.text,
        arguments=tuple(_argument(argument, part) for argument in extraction.arguments),
        polarity=qualifiers.polarity,
        modality=qualifiers.modality,
        attribution=speaker,
        time=time,
        rule=extraction.rule,
        confidence=extraction.confidence,
    )


def _argument(argument: Argument, part: ParsedPart) -> OpenArgument:
    start, end = argument.phrase.bounds
    return OpenArgument(
        role=argument.role,
        preposition=text_of(argument.lead) or None,
        span=Span(start=part.offset + start, end=part.offset + end),
        head=_token_span(argument.phrase.head, part),
    )


def _token_span(token: "Token", part: ParsedPart) -> Span:
    start = part.offset + token.idx
    return Span(start=start, end=start + len(token.text))


def _sentence_span(sentence: "Words", part: ParsedPart) -> Span:
    """Give a sentence's place in the document, without white space at its ends."""
    text = sentence.text
    start = part.offset + sentence.start_char + len(text) - len(text.lstrip())
    return Span(start=start, end=start + len(text.strip()))
