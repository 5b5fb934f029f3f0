"""Proposals as data: one line of JSON each, by document."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError
from kgraph.fingerprint import fingerprint
from kgraph.text.printable import encodable

__all__ = ["RULE", "Proposal", "Proposals", "read_proposals", "to_line"]

RULE = "proposed:"  # how the rule of a proposed evidence begins; the proposer's name follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody reads in a document, in the document's own words; nothing of it is checked yet.

    Attributes:
        doc: the document's id.
        quotation: the sentence that says it, as it stands in the text.
        subject: the words in the quotation that name the subject.
        predicate: a predicate of the ontology, or of the user's own.
        object: the words in the quotation that name the object.
        about: what a relation of two parties is about, in words of the quotation; None: nothing.
        polarity: "positive" or "negative".
        modality: "actual" or "possible".
        attributed_to: whose word it is, in words of the text; None: the text's own voice.
        time: an ISO 8601 date or interval; None: none is said.
        by: who proposes it.
        confidence: how probably it is right, 0 to 1, as the proposer's record has it.
    """

    doc: str
    quotation: str
    subject: str
    predicate: str
    object: str
    about: str | None = None
    polarity: str = "positive"
    modality: str = "actual"
    attributed_to: str | None = None
    time: str | None = None
    by: str = "unnamed"
    confidence: float = 0.5

    @classmethod
    def of(cls, record: Any, **given: Any) -> "Proposal":
        """Make one of a parsed record; what it does not know of is left out.

        Args:
            record: as it came, say of a language model.
            given: fields that the record has no say in.

        Raises:
            ValueError: it is no object, or a field is missing or of the wrong type; says which.
        """
        if not isinstance(record, dict):
            raise ValueError("no object with the fields of a proposal")
        values = {
            **{name: _whole(record[name]) for name in _TYPES if record.get(name) is not None},
            **given,
        }
        for name, kind in _TYPES.items():
            if name in values and not isinstance(values[name], kind):
                raise ValueError(f"`{name}` is no {'number' if name == 'confidence' else 'text'}")
            if name in _NEEDED and not values.get(name):
                raise ValueError(f"`{name}` is missing")
        return cls(**values)


_TYPES: Mapping[str, type | tuple[type, ...]] = {
    each.name: (int, float) if each.name == "confidence" else str for each in fields(Proposal)
}
_NEEDED = frozenset({"doc", "quotation", "subject", "predicate", "object"})


def _whole(value: Any) -> Any:
    return encodable(value) if isinstance(value, str) else value


def to_line(proposal: Proposal, **more: str) -> str:
    """Write a proposal as a line of JSON, with more fields in front; what it does not say is left out."""
    values = {**more, **{each.name: getattr(proposal, each.name) for each in fields(proposal)}}
    return (
        json.dumps({name: value for name, value in values.items() if value is not None}, ensure_ascii=False)
        + "\n"
    )


@dataclass(frozen=True, slots=True)
class Proposals:
    """Proposals by the id of their document, in the order in which they came."""

    by_document: Mapping[str, Sequence[Proposal]] = field(default_factory=dict)

    def of(self, document_id: str) -> Sequence[Proposal]:
        """Give those of a document."""
        return self.by_document.get(document_id, ())

    @property
    def fingerprint(self) -> str:
        """A digest of all of them; "" where there are none, so that without any nothing is read anew."""
        return fingerprint(sorted(self.by_document.items())) if self.by_document else ""


def read_proposals(path: Path) -> Proposals:
    """Read a file of JSON Lines.

    Raises:
        ReadError: it cannot be read, or a line is no proposal; with the line.
    """
    found: defaultdict[str, list[Proposal]] = defaultdict(list)
    for number, line in _lines(path):
        try:
            proposal = Proposal.of(_parse(line))
        except ValueError as error:
            raise ReadError(
                f"{path}:{number}: {error}; one proposal a line, as kgraph propose writes them"
            ) from error
        found[proposal.doc].append(proposal)
    return Proposals(dict(found))


def _parse(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:  # nested too deeply
        raise ValueError("not JSON") from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
