"""Compares extracted assertions with gold ones, text by text.

Two figures sum a comparison up. **Core**: subject, predicate and object agree. **Qualified**: polarity and
modality agree too. A gold assertion counts once, and so does an extracted one; what the gold file marks
`optional` or `elliptical` counts neither way.

Where a text says the same twice, the gold file has it once, with the qualifiers of the sentence that it quotes. The
table of the qualifiers compares with the reading of that sentence, both sums with the first one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.errors import ReadError
from kgraph.evaluation.columns import TYPES, columns_of
from kgraph.evaluation.gold import PREDICATES, QUALIFIERS, SYMMETRIC, GoldText, NamedAssertion
from kgraph.evaluation.names import Names
from kgraph.frames import Cell, to_pandas, to_polars

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["NO_RELATION", "Comparison", "Counted", "Tally", "agrees", "compare", "same_name"]

_BINS, _READINGS_A_BIN = 10, 30  # of fewer readings chance alone makes a gap
NO_RELATION = "(none)"  # the label of what one side has and the other has not


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

    @property
    def figures(self) -> dict[str, float]:
        """All of it by name: the counts, then the shares."""
        counts = {"hits": self.hits, "extracted": self.extracted, "wanted": self.wanted}
        return {**counts, "precision": self.precision, "recall": self.recall, "f1": self.f1}

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often a qualifier was right, among the pairs where either side states it."""

    right: int
    stated: int

    @property
    def accuracy(self) -> float:
        """The share that was right; 0 where it was never stated."""
        return self.right / self.stated if self.stated else 0.0

    @property
    def figures(self) -> dict[str, float]:
        """All of it by name."""
        return {"right": self.right, "stated": self.stated, "accuracy": self.accuracy}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The outcome: both sums, the tables, and what was missed or found too much, in document order.

    >>> rows = [{"id": "1", "text": "…", "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir"}]}]
    >>> found = [{"doc": "1", "subject": "Japan", "predicate": "claims", "object": "Kunashir"}]
    >>> comparison = kgraph.evaluate(rows, predictions=found)
    >>> comparison.core.f1
    1.0
    >>> comparison.to_pandas()[["predicate", "precision", "recall", "f1", "wanted"]]
      predicate  precision  recall   f1  wanted
    0    claims        1.0     1.0  1.0       1
    >>> comparison.labels()  # for sklearn.metrics.classification_report(*comparison.labels()) and its like
    (['claims'], ['claims'])
    """

    core: Tally
    qualified: Tally
    predicates: Mapping[str, Tally]  # most wanted first
    qualifiers: Mapping[str, Counted]
    optional: int  # extracted assertions that the gold file leaves open
    constructions: Mapping[
        str, Tally
    ]  # of what was extracted, most extracted first; nothing is wanted of them
    hits: tuple[NamedAssertion, ...]
    missed: tuple[NamedAssertion, ...]
    extra: tuple[NamedAssertion, ...]
    confused: tuple[tuple[NamedAssertion, NamedAssertion], ...] = ()
    """Of these, what was missed with what was found between the same two in the same text, by another predicate."""

    @property
    def calibration_error(self) -> float | None:
        """How far confidence is off on average: |said - right| over up to ten bins with as many readings each.

        None where nothing was extracted or its confidence is not told. Source of the measure: Naeini, Cooper and
        Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning" (2015).
        """
        rated = [(one.confidence, True) for one in self.hits] + [
            (one.confidence, False) for one in self.extra
        ]
        told = sorted((said, right) for said, right in rated if said is not None)
        bins_in_all = max(1, min(_BINS, len(told) // _READINGS_A_BIN))
        edges = [round(len(told) * edge / bins_in_all) for edge in range(bins_in_all + 1)]
        bins = (told[first:stop] for first, stop in pairwise(edges))
        gaps = [abs(sum(said - right for said, right in each)) for each in bins]
        return sum(gaps) / len(told) if told else None

    def __repr__(self) -> str:
        return f"<Comparison: core {self.core}, qualified {self.qualified}>"

    def labels(self) -> tuple[list[str], list[str]]:
        """Give the predicates that are right and those found, as `sklearn.metrics` takes `y_true` and `y_pred`.

        One pair for each that was wanted or found: what was missed is found as `NO_RELATION`, unless another predicate
        was found between the same two; what was found too much is that by right. Precision, recall and F1 of each
        predicate come out as in `predicates`, their micro average over these as `core`.
        """
        apart = [(one.predicate, other.predicate) for one, other in self.confused]
        missed = Counter(one.predicate for one in self.missed) - Counter(wanted for wanted, _ in apart)
        extra = Counter(one.predicate for one in self.extra) - Counter(found for _, found in apart)
        pairs = [
            *((one.predicate, one.predicate) for one in self.hits),
            *apart,
            *((predicate, NO_RELATION) for predicate in missed.elements()),
            *((NO_RELATION, predicate) for predicate in extra.elements()),
        ]
        return [wanted for wanted, _ in pairs], [found for _, found in pairs]

    def columns(self, table: str = "predicates") -> dict[str, list[Cell]]:
        """Give a table of the outcome by columns.

        Args:
            table: "predicates" or "constructions" (hits, extracted, wanted, precision, recall, f1; of a construction
                nothing is wanted), "qualifiers" (right, stated, accuracy), or "assertions": each with its `outcome`,
                hit, missed or extra.

        Raises:
            ValueError: there is no such table.
        """
        return columns_of(self, table)

    def to_pandas(self, table: str = "predicates") -> "pd.DataFrame":
        """Give a table of the outcome as a pandas frame, as `columns` has it.

        Raises:
            KgraphError: pandas is not installed.
        """
        return to_pandas(self.columns(table), TYPES)

    def to_polars(self, table: str = "predicates") -> "pl.DataFrame":
        """Give a table of the outcome as a polars frame, as `columns` has it.

        Raises:
            KgraphError: polars is not installed.
        """
        return to_polars(self.columns(table), TYPES)


def compare(gold: Sequence[GoldText], predictions: Iterable[NamedAssertion], names: Names) -> Comparison:
    """Compare extracted assertions with the gold ones, text by text.

    Raises:
        ReadError: a prediction names a text that the gold file does not have.
    """
    extracted = _by_document(gold, predictions)
    return _summed([_pair(text, extracted[text.id], names) for text in gold], names)


_Key = tuple[str | None, ...]
# What was extracted of one text, each with all its readings where it is said again.
_Repeats = Mapping[_Key, Sequence[NamedAssertion]]


def _by_document(gold: Iterable[GoldText], predictions: Iterable[NamedAssertion]) -> Mapping[str, _Repeats]:
    """Sort predictions by text and by subject, predicate, object and polarity, of which each counts once."""
    texts = list(gold)
    found: dict[str, dict[_Key, list[NamedAssertion]]] = {text.id: {} for text in texts}
    asked = PREDICATES | {wanted.predicate for text in texts for wanted in text.assertions}
    for one in predictions:
        if one.document_id not in found:
            raise ReadError(f"predictions: the gold file has no text {one.document_id!r}")
        if one.predicate in asked:
            found[one.document_id].setdefault(_key(one), []).append(one)
    return found


def _key(one: NamedAssertion) -> _Key:
    return (one.subjects[0], one.predicate, one.objects[0], one.qualifiers["polarity"])


@dataclass(frozen=True, slots=True)
class _Pairing:
    """One text: gold assertions with the extraction chosen for each, what is left over, and all that says the same."""

    pairs: list[tuple[NamedAssertion, NamedAssertion | None]]
    left: list[NamedAssertion]
    repeats: _Repeats

    def told(self) -> Iterator[tuple[NamedAssertion, NamedAssertion]]:
        """Give what is wanted and counts with what the quoted sentence gave, else with the first reading."""
        for wanted, given in self.pairs:
            if wanted.counts and given is not None:
                same = self.repeats[_key(given)]
                yield wanted, next((one for one in same if _is_quoted(wanted, one)), given)


def _is_quoted(wanted: NamedAssertion, given: NamedAssertion) -> bool:
    """Tell whether a reading is of the sentence that the gold file quotes, or of one of these."""
    there, here = wanted.quotation.strip(), given.quotation.strip()
    return bool(there and here) and (here in there or there in here)


def _pair(text: GoldText, extracted: _Repeats, names: Names) -> _Pairing:
    """Choose an extraction for each gold assertion; what is optional chooses last."""
    left: list[NamedAssertion] = [readings[0] for readings in extracted.values()]
    pairs = []
    for wanted in sorted(text.assertions, key=lambda assertion: not assertion.counts):
        fitting = (one for one in left if agrees(wanted, one, names))
        # The one that agrees in polarity, then in modality; of equals the first.
        best = max(fitting, key=lambda one: tuple(_agreement(wanted, one)), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return _Pairing(pairs, left, extracted)


def agrees(wanted: NamedAssertion, given: NamedAssertion, names: Names) -> bool:
    """Tell whether subject, predicate and object agree."""
    if wanted.predicate != given.predicate:
        return False

    def same(subjects: Sequence[str], objects: Sequence[str]) -> bool:
        return same_name(wanted.subjects, subjects, names) and same_name(wanted.objects, objects, names)

    straight = same(given.subjects, given.objects)
    return straight or (wanted.predicate in SYMMETRIC and same(given.objects, given.subjects))


def same_name(wanted: Sequence[str], given: Sequence[str], names: Names) -> bool:
    """Tell whether one of the names given will do for the first of those wanted."""
    return any(names.same(wanted[0], other) for other in given)


def _agreement(wanted: NamedAssertion, given: NamedAssertion) -> Iterator[bool]:
    for name in ("polarity", "modality"):
        yield wanted.qualifiers[name] == given.qualifiers[name]


def _summed(pairings: Sequence[_Pairing], names: Names) -> Comparison:
    counted = [(wanted, given) for each in pairings for wanted, given in each.pairs if wanted.counts]
    hits = [(wanted, given) for wanted, given in counted if given is not None]
    told = [pair for each in pairings for pair in each.told()]
    extra = [one for each in pairings for one in each.left]
    right = sum(all(_agreement(wanted, given)) for wanted, given in hits)
    extracted, wanted_in_all = len(hits) + len(extra), len(counted)
    return Comparison(
        core=Tally(hits=len(hits), extracted=extracted, wanted=wanted_in_all),
        qualified=Tally(hits=right, extracted=extracted, wanted=wanted_in_all),
        predicates=_by_predicate(counted, extra),
        qualifiers={name: _by_qualifier(name, told, names) for name in QUALIFIERS},
        optional=sum(
            given is not None and not wanted.counts for each in pairings for wanted, given in each.pairs
        ),
        constructions=_by_construction([given for _, given in hits], extra),
        hits=tuple(given for _, given in hits),
        missed=tuple(wanted for wanted, given in counted if given is None),
        extra=tuple(extra),
        confused=tuple(pair for each in pairings for pair in _confused(each, names)),
    )


def _confused(pairing: _Pairing, names: Names) -> Iterator[tuple[NamedAssertion, NamedAssertion]]:
    """Pair what was missed in a text with what was found there between the same two by another predicate, each once."""
    left = list(pairing.left)
    for wanted, given in pairing.pairs:
        if given is None and wanted.counts:
            others = (
                one for one in left if one.predicate != wanted.predicate and _of_same(wanted, one, names)
            )
            other = next(others, None)
            if other is not None:
                left.remove(other)
                yield wanted, other


def _of_same(wanted: NamedAssertion, given: NamedAssertion, names: Names) -> bool:
    """Tell whether two assertions join the same things, whatever the direction."""
    return any(
        same_name(wanted.subjects, subjects, names) and same_name(wanted.objects, objects, names)
        for subjects, objects in ((given.subjects, given.objects), (given.objects, given.subjects))
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


def _by_construction(hits: Iterable[NamedAssertion], extra: Iterable[NamedAssertion]) -> dict[str, Tally]:
    right = Counter(one.construction for one in hits)
    extracted = right + Counter(one.construction for one in extra)
    order = sorted(extracted, key=lambda name: (-extracted[name], name))
    return {name: Tally(hits=right[name], extracted=extracted[name], wanted=0) for name in order}


def _by_qualifier(name: str, told: Iterable[tuple[NamedAssertion, NamedAssertion]], names: Names) -> Counted:
    default = QUALIFIERS[name]
    stated = [pair for pair in told if any(one.qualifiers[name] != default for one in pair)]
    return Counted(right=sum(_same_value(name, *pair, names) for pair in stated), stated=len(stated))


def _same_value(name: str, wanted: NamedAssertion, given: NamedAssertion, names: Names) -> bool:
    """Tell whether two values agree; attribution and about hold names, which may differ in form.

    Who is found as the subject or the object is the same one also where it is named as who says so.
    """
    value, other = wanted.qualifiers[name], given.qualifiers[name]
    if name not in ("attribution", "about") or not value or not other:
        return value == other
    sides = ((wanted.subjects, given.subjects), (wanted.objects, given.objects))
    is_party = any(names.same(one[0], value) and other in found for one, found in sides)
    return is_party or names.same(value, other)
