"""What was read as JSON Lines: one line for each assertion and each place that says it, or for each proposition."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from kgraph.model import (
    Assertion,
    Document,
    Entity,
    Evidence,
    OpenArgument,
    OpenProposition,
    OpenReading,
    Reading,
    Span,
)

__all__ = ["FIELDS", "OPEN_FIELDS", "to_open_records", "to_records", "write_jsonl"]

FIELDS = (
    "doc",
    "subject",
    "subject_text",
    "subject_id",
    "predicate",
    "object",
    "object_text",
    "object_id",
    "about",
    "polarity",
    "modality",
    "attribution",
    "time",
    "start",
    "end",
    "sentence",
    "rule",
    "confidence",
    "construction",
)
OPEN_FIELDS = (
    "doc",
    "sentence",
    "start",
    "end",
    "subject",
    "predicate",
    "object",
    "arguments",
    "polarity",
    "modality",
    "attribution",
    "time",
    "confidence",
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_records(reading: Reading) -> Iterator[dict[str, object]]:
    """Give one record for each assertion and evidence, by the sentence's place, then as the assertions come.

    Every record has the fields of `FIELDS` in that order; what is missing is None. `start` and `end` are the
    sentence's span in code points of the document's text.
    """
    pairs = ((assertion, evidence) for assertion in reading.assertions for evidence in assertion.evidence)
    for assertion, evidence in sorted(pairs, key=lambda pair: pair[1].span.start):
        yield _to_record(assertion, evidence, reading.document)


def _to_record(assertion: Assertion, evidence: Evidence, document: Document) -> dict[str, object]:
    values = (
        document.id,
        *_name(assertion.subject, evidence.subject_span, document),
        assertion.predicate,
        *_name(assertion.object, evidence.object_span, document),
        assertion.about.label if assertion.about else None,
        assertion.polarity.value,
        assertion.modality.value,
        assertion.attribution.label if assertion.attribution else None,
        assertion.time,
        evidence.span.start,
        evidence.span.end,
        evidence.quotation,
        evidence.rule,
        evidence.confidence,
        evidence.construction,
    )
    return dict(zip(FIELDS, values, strict=True))


def _name(entity: Entity, span: Span | None, document: Document) -> tuple[str, str, str]:
    """Give label, words and id; the label stands for words that are not in the sentence."""
    return entity.label, span.of(document.text) if span else entity.label, entity.id


def to_open_records(reading: OpenReading) -> Iterator[dict[str, object]]:
    """Give one record for each proposition, in the order of the text.

    Every record has the fields of `OPEN_FIELDS` in that order; what is missing is None. `start` and `end` are the
    sentence's span in code points of the document's text. `arguments` lists the subject, the object and what else
    the clause says, each with `role`, `preposition`, `words`, `start` and `end`; `words` is the text between them.
    `head` is the one of these words that the others hang on, from `head_start` to `head_end`.
    """
    text = reading.document.text
    for proposition in reading.propositions:
        yield dict(zip(OPEN_FIELDS, _open_values(proposition, reading.document.id, text), strict=True))


def _open_values(proposition: OpenProposition, document_id: str, text: str) -> tuple[object, ...]:
    return (
        document_id,
        proposition.span.of(text),
        proposition.span.start,
        proposition.span.end,
        proposition.subject,
        proposition.predicate,
        proposition.object,
        [_argument(argument, text) for argument in proposition.arguments],
        proposition.polarity.value,
        proposition.modality.value,
        proposition.attribution,
        proposition.time,
        proposition.confidence,
    )


def _argument(argument: OpenArgument, text: str) -> dict[str, object]:
    return {
        "role": argument.role,
        "preposition": argument.preposition,
        "words": argument.span.of(text),
        "start": argument.span.start,
        "end": argument.span.end,
        "head": argument.head.of(text),
        "head_start": argument.head.start,
        "head_end": argument.head.end,
    }


def write_jsonl(records: Iterable[Mapping[str, object]], stream: TextIO) -> int:
    """Write records as JSON, one a line, letters as they are.

    Returns:
        How many were written.
    """
    return sum(1 for record in records if stream.write(_to_line(record)))


def _to_line(record: Mapping[str, object]) -> str:
    text = json.dumps(record, ensure_ascii=False)
    # A surrogate without its partner cannot be encoded: it goes back to the escape that JSON has for it.
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
