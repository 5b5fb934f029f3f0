"""Compares extracted assertions with gold ones: precision, recall and F1, by predicate and by qualifier.

Two figures sum a comparison up. **Core**: subject, predicate and object agree. **Qualified**: polarity and
modality agree too. A gold assertion counts once, and so does an extracted one; what the gold file marks
`optional` or `elliptical` counts neither way.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError
from kgraph.model import Modality, Polarity

__all__ = [
    "PREDICATES",
    "QUALIFIERS",
    "SYMMETRIC",
    "Comparison",
    "Counted",
    "GoldText",
    "NamedAssertion",
    "Names",
    "Tally",
    "compare",
    "format_comparison",
    "from_record",
    "read_aliases",
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
"""The predicates that gold files speak of; an extracted assertion with another one counts neither way."""

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

# Words that tell two names of the same place apart in nothing: "Kunashir Island" is "Kunashir".
# fmt: off
GENERIC_WORDS = frozenset({
    "a", "an", "and", "archipelago", "area", "former", "group", "island", "islands", "isle", "isles",
    "islet", "islets", "of", "region", "republic", "state", "territories", "territory", "the",
})
# fmt: on
MIN_WORDS_TO_OVERLAP = 3  # a shorter name must agree in all its words
MIN_SHARED_WORDS = 0.6  # Dice coefficient of two descriptions that are held to be the same


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many were found, of how many extracted and how many wanted."""

    hits: int
    extracted: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was extracted that is right; 0 where nothing was extracted."""
        return self.hits / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often a qualifier was right, among the pairs where either side states it."""

    right: int
    stated: int

    @property
    def accuracy(self) -> float:
        """The share that was right; 0 where it was never stated."""
        return self.right / self.stated if self.stated else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The outcome: both sums, the tables, and what was missed or found too much, in document order."""

    core: Tally
    qualified: Tally
    predicates: Mapping[str, Tally]  # most wanted first
    qualifiers: Mapping[str, Counted]
    optional: int  # extracted assertions that the gold file leaves open
    missed: tuple[NamedAssertion, ...]
    extra: tuple[NamedAssertion, ...]


class Names:
    """Tells whether two names mean the same thing.

    They do where they are equal but for case, accents and generic words, or where one is an alias of the
    other.
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]] | None = None) -> None:
        self._parent: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, others in (aliases or {}).items():
            for other in others:
                self._join(other, name)

    def same(self, wanted: str, given: str) -> bool:
        """Tell whether `given` may stand for `wanted`; long descriptions need only share most words."""
        gold, other = self._representative(wanted), self._representative(given)
        return gold == other or (
            len(gold) >= MIN_WORDS_TO_OVERLAP and _overlap(gold, other) >= MIN_SHARED_WORDS
        )

    def _join(self, name: str, into: str) -> None:
        source, target = self._representative(name), self._representative(into)
        if source != target:
            self._parent[source] = target

    def _representative(self, name: str) -> tuple[str, ...]:
        words = fold(name)
        while (parent := self._parent.get(words)) is not None:
            words = parent
        return words


def fold(name: str) -> tuple[str, ...]:
    """Give the words of a name that matter, without case and accents.

    A name of generic words alone keeps them, and one without any Latin letter keeps its own script.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    latin = decomposed.encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"\w+", (latin or name).lower())
    return tuple(word for word in words if word not in GENERIC_WORDS) or tuple(words)


def _overlap(words: Sequence[str], others: Sequence[str]) -> float:
    """Give the Dice coefficient of two sets of words."""
    left, right = set(words), set(others)
    return 2 * len(left & right) / (len(left) + len(right))


def read_gold(path: Path) -> list[GoldText]:
    """Read annotated texts, one JSON object a line: `id`, `text`, `assertions`.

    Raises:
        ReadError: the file cannot be read, or a line is no such object.
    """
    return [_gold_text(row, where) for where, row in _rows(path)]


def _gold_text(row: Mapping[str, Any], where: str) -> GoldText:
    try:
        assertions = tuple(_gold_assertion(row, each) for each in row["assertions"])
        return GoldText(id=row["id"], text=row["text"], assertions=assertions)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(f"{where}: no gold text ({error}); it needs id, text, assertions") from error


def _gold_assertion(row: Mapping[str, Any], given: Mapping[str, Any]) -> NamedAssertion:
    start, end = given.get("span") or (0, len(row["text"]))
    return NamedAssertion(
        document_id=row["id"],
        subjects=(given["s"],),
        predicate=given["p"],
        objects=(given["o"],),
        qualifiers=_qualifiers(given),
        quotation=row["text"][start:end],
        counts=not (given.get("optional") or given.get("elliptical")),
    )


def read_predictions(path: Path) -> list[NamedAssertion]:
    """Read extracted assertions, one JSON object a line as `kgraph extract` writes them.

    Raises:
        ReadError: the file cannot be read, or a line lacks doc, subject, predicate or object.
    """
    return [_prediction(row, where) for where, row in _rows(path)]


def _prediction(row: Mapping[str, Any], where: str) -> NamedAssertion:
    try:
        return from_record(row)
    except KeyError as error:
        raise ReadError(f"{where}: the field {error} is missing; kgraph extract writes such lines") from error


def from_record(row: Mapping[str, Any]) -> NamedAssertion:
    """Give the assertion of one record of `kgraph extract`."""
    return NamedAssertion(
        document_id=row["doc"],
        subjects=_given(row["subject"], row.get("subject_text")),
        predicate=row["predicate"],
        objects=_given(row["object"], row.get("object_text")),
        qualifiers=_qualifiers(row),
        quotation=row.get("sentence") or "",
    )


def _given(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name)) or ("",)


def _qualifiers(row: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: row.get(name) or default for name, default in QUALIFIERS.items()}


def read_aliases(path: Path) -> Names:
    """Read a JSON object of names, each with a list of other names for the same thing.

    Raises:
        ReadError: the file cannot be read or is no such object.
    """
    try:
        return Names(json.loads(_text_of(path)))
    except (ValueError, TypeError, AttributeError) as error:
        raise ReadError(f"{path}: not a JSON object of lists of names ({error})") from error


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each line that is not blank as `path:line` and the object it holds."""
    for number, line in enumerate(_text_of(path).split("\n"), start=1):
        if line.strip():
            yield f"{path}:{number}", _object(line, f"{path}:{number}")


def _object(line: str, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ReadError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise ReadError(f"{where}: a JSON object is needed, not {type(row).__name__}")
    return row


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def compare(gold: Sequence[GoldText], predictions: Iterable[NamedAssertion], names: Names) -> Comparison:
    """Compare extracted assertions with the gold ones, text by text.

    Raises:
        ReadError: a prediction names a text that the gold file does not have.
    """
    extracted = _by_document(gold, predictions)
    return _summed([_pair(text, extracted[text.id], names) for text in gold], names)


def _by_document(
    gold: Iterable[GoldText], predictions: Iterable[NamedAssertion]
) -> dict[str, list[NamedAssertion]]:
    """Sort predictions by text, each combination of subject, predicate, object and polarity once."""
    firsts: dict[str, dict[tuple[str | None, ...], NamedAssertion]] = {text.id: {} for text in gold}
    for one in predictions:
        if one.document_id not in firsts:
            raise ReadError(f"predictions: the gold file has no text {one.document_id!r}")
        if one.predicate in PREDICATES:
            key = (one.subjects[0], one.predicate, one.objects[0], one.qualifiers["polarity"])
            firsts[one.document_id].setdefault(key, one)
    return {document: list(assertions.values()) for document, assertions in firsts.items()}


@dataclass(frozen=True, slots=True)
class _Pairing:
    """One text: gold assertions with the extraction chosen for each, and what is left over."""

    pairs: list[tuple[NamedAssertion, NamedAssertion | None]]
    left: list[NamedAssertion]


def _pair(text: GoldText, extracted: Sequence[NamedAssertion], names: Names) -> _Pairing:
    """Choose an extraction for each gold assertion; what is optional chooses last."""
    left, pairs = list(extracted), []
    for wanted in sorted(text.assertions, key=lambda assertion: not assertion.counts):
        fitting = (one for one in left if _agrees(wanted, one, names))
        # The one that agrees in polarity, then in modality; of equals the first.
        best = max(fitting, key=lambda one: tuple(_agreement(wanted, one)), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return _Pairing(pairs, left)


def _agrees(wanted: NamedAssertion, given: NamedAssertion, names: Names) -> bool:
    """Tell whether subject, predicate and object agree."""

    def same(ones: Sequence[str], others: Sequence[str]) -> bool:
        return any(names.same(ones[0], other) for other in others)

    if wanted.predicate != given.predicate:
        return False
    straight = same(wanted.subjects, given.subjects) and same(wanted.objects, given.objects)
    turned = same(wanted.subjects, given.objects) and same(wanted.objects, given.subjects)
    return straight or (turned and wanted.predicate in SYMMETRIC)


def _agreement(wanted: NamedAssertion, given: NamedAssertion) -> Iterator[bool]:
    for name in ("polarity", "modality"):
        yield wanted.qualifiers[name] == given.qualifiers[name]


def _summed(pairings: Sequence[_Pairing], names: Names) -> Comparison:
    counted = [(wanted, given) for each in pairings for wanted, given in each.pairs if wanted.counts]
    hits = [(wanted, given) for wanted, given in counted if given is not None]
    extra = [one for each in pairings for one in each.left]
    right = sum(all(_agreement(wanted, given)) for wanted, given in hits)
    extracted, wanted_in_all = len(hits) + len(extra), len(counted)
    return Comparison(
        core=Tally(hits=len(hits), extracted=extracted, wanted=wanted_in_all),
        qualified=Tally(hits=right, extracted=extracted, wanted=wanted_in_all),
        predicates=_by_predicate(counted, extra),
        qualifiers={name: _by_qualifier(name, hits, names) for name in QUALIFIERS},
        optional=sum(
            given is not None and not wanted.counts for each in pairings for wanted, given in each.pairs
        ),
        missed=tuple(wanted for wanted, given in counted if given is None),
        extra=tuple(extra),
    )


def _by_predicate(
    counted: Iterable[tuple[NamedAssertion, NamedAssertion | None]], extra: Iterable[NamedAssertion]
) -> dict[str, Tally]:
    wanted: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for assertion, given in counted:
        wanted[assertion.predicate] += 1
        hits[assertion.predicate] += given is not None
    extracted = hits + Counter(one.predicate for one in extra)
    order = sorted(wanted | extracted, key=lambda predicate: (-wanted[predicate], predicate))
    return {p: Tally(hits=hits[p], extracted=extracted[p], wanted=wanted[p]) for p in order}


def _by_qualifier(name: str, hits: Iterable[tuple[NamedAssertion, NamedAssertion]], names: Names) -> Counted:
    values = [(wanted.qualifiers[name], given.qualifiers[name]) for wanted, given in hits]
    stated = [pair for pair in values if pair != (QUALIFIERS[name], QUALIFIERS[name])]
    return Counted(right=sum(_same_value(name, *pair, names) for pair in stated), stated=len(stated))


def _same_value(name: str, wanted: str | None, given: str | None, names: Names) -> bool:
    """Tell whether two values agree; attribution and about hold names, which may differ in form."""
    if name in ("attribution", "about") and wanted and given:
        return names.same(wanted, given)
    return wanted == given


def format_comparison(comparison: Comparison, errors: int = 0) -> str:
    """Write the outcome for a terminal: predicates, qualifiers, errors where wanted, and both sums last.

    Args:
        comparison: the outcome.
        errors: how many of those missed and how many of those too much to name.
    """
    rows = [_row(name, tally) for name, tally in comparison.predicates.items()]
    header = f"{'predicate':<26}{'gold':>6}{'found':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}"
    qualifiers = [
        f"{name:<26}{counted.stated:>6} stated, {counted.accuracy:.3f} right"
        for name, counted in comparison.qualifiers.items()
    ]
    named = [_named("missed", one) for one in comparison.missed[:errors]]
    named += [_named("too much", one) for one in comparison.extra[:errors]]
    sums = [_sum("core", comparison.core), _sum("qualified", comparison.qualified)]
    note = f"left open by the gold file: {comparison.optional} found"
    return "\n".join([header, *rows, "", *qualifiers, note, *named, "", *sums])


def _row(name: str, tally: Tally) -> str:
    counts = f"{tally.wanted:>6}{tally.extracted:>7}{tally.hits:>7}"
    return f"{name:<26}{counts}{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"


def _sum(name: str, tally: Tally) -> str:
    counts = f"{tally.hits} right of {tally.wanted} gold, {tally.extracted} found"
    return f"{name:<11}P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   ({counts})"


def _named(what: str, one: NamedAssertion) -> str:
    return f"{what}: {one.document_id}: {one}\n    {' '.join(one.quotation.split())}"
