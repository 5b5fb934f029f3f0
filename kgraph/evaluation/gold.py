"""Assertions as gold files and files of predictions write them: names, not entities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kgraph.errors import ReadError
from kgraph.evaluation.files import optional_text, required_text, rows_of
from kgraph.files import StrPath
from kgraph.model import Modality, Polarity

__all__ = [
    "PREDICATES",
    "QUALIFIERS",
    "SYMMETRIC",
    "GoldText",
    "NamedAssertion",
    "from_record",
    "read_gold",
    "read_predictions",
]

# fmt: off
PREDICATES = frozenset({
    "administers", "annexed", "claims", "clashesWith", "contests", "declaredIndependenceFrom",
    "delimitedBoundaryWith", "deploysForcesTo", "disputesWith", "knownAs", "metWith", "negotiatesWith",
    "occupies", "partOf", "partyTo", "recognizes", "rejectsClaimOf", "renounces", "represents",
    "ruledAgainst", "ruledFor", "submittedTo", "transferredFrom", "transferredTo",
})
# fmt: on
"""The predicates of the guide; an extracted assertion with another one counts only where the gold file has that one."""

SYMMETRIC = frozenset({"clashesWith", "delimitedBoundaryWith", "disputesWith", "metWith", "negotiatesWith"})
"""The predicates whose subject and object may change places."""

QUALIFIERS = {
    "polarity": Polarity.POSITIVE.value,
    "modality": Modality.ACTUAL.value,
    "attribution": None,
    "time": None,
    "about": None,
}
"""The qualifiers of an assertion, each with the value it has where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAssertion:
    """One assertion as a gold file or a file of predictions writes it: names, not entities.

    `subjects` and `objects` hold the names that will do, the linked one first, then the words of the text.
    """

    document_id: str
    subjects: tuple[str, ...]
    predicate: str
    objects: tuple[str, ...]
    qualifiers: Mapping[str, str | None]
    quotation: str = ""
    construction: str = ""  # how an extracted one was read, "" where nothing tells
    confidence: float | None = None  # of an extracted one
    counts: bool = True  # False: optional or elliptical, neither right nor wrong

    def __str__(self) -> str:
        given = [f"{name}={value}" for name, value in self.qualifiers.items() if value != QUALIFIERS[name]]
        return " | ".join([self.subjects[0], self.predicate, self.objects[0], *given])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One annotated text."""

    id: str
    text: str
    assertions: tuple[NamedAssertion, ...]


def read_gold(gold: StrPath | Iterable[Mapping[str, Any]]) -> list[GoldText]:
    """Read annotated texts, one JSON object a line: `id`, `text`, `assertions`.

    Args:
        gold: a file, or such objects.

    Raises:
        ReadError: the file cannot be read, or a line is no such object.
    """
    return [_gold_text(row, where) for where, row in rows_of(gold)]


def _gold_text(row: Mapping[str, Any], where: str) -> GoldText:
    try:
        assertions = tuple(_gold_assertion(row, each) for each in row["assertions"])
        return GoldText(id=required_text(row, "id"), text=required_text(row, "text"), assertions=assertions)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        needs = "id, text, assertions, and each assertion s, p, o"
        raise ReadError(f"{where}: no gold text ({error}); it needs {needs}") from error


def _gold_assertion(row: Mapping[str, Any], given: Mapping[str, Any]) -> NamedAssertion:
    start, end = given.get("span") or (0, len(row["text"]))
    return NamedAssertion(
        document_id=row["id"],
        subjects=(required_text(given, "s"),),
        predicate=required_text(given, "p"),
        objects=(required_text(given, "o"),),
        qualifiers=_qualifiers(given),
        quotation=row["text"][start:end],
        counts=not (given.get("optional") or given.get("elliptical")),
    )


def read_predictions(predictions: StrPath | Iterable[Mapping[str, Any]]) -> list[NamedAssertion]:
    """Read extracted assertions, one JSON object a line as `kgraph extract` writes them.

    Args:
        predictions: a file, or such objects; what is no text in them is missing, as frames write it.

    Raises:
        ReadError: the file cannot be read, or a line lacks doc, subject, predicate or object.
    """
    return [_prediction(row, where) for where, row in rows_of(predictions)]


def _prediction(row: Mapping[str, Any], where: str) -> NamedAssertion:
    try:
        return from_record(row)
    except KeyError as error:
        raise ReadError(f"{where}: the field {error} is missing; kgraph extract writes such lines") from error
    except TypeError as error:
        raise ReadError(f"{where}: {error}; kgraph extract writes such lines") from error


def from_record(row: Mapping[str, Any]) -> NamedAssertion:
    """Give the assertion of one record of `kgraph extract`.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is of another type.
    """
    confidence = row.get("confidence")
    if not isinstance(confidence, float | int | None):
        raise TypeError("`confidence` is no number")
    return NamedAssertion(
        document_id=required_text(row, "doc"),
        subjects=_given(required_text(row, "subject"), optional_text(row, "subject_text")),
        predicate=required_text(row, "predicate"),
        objects=_given(required_text(row, "object"), optional_text(row, "object_text")),
        qualifiers=_qualifiers(row),
        quotation=optional_text(row, "sentence") or "",
        construction=optional_text(row, "construction") or "",
        confidence=confidence,
    )


def _given(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name)) or ("",)


def _qualifiers(row: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: optional_text(row, name) or default for name, default in QUALIFIERS.items()}
