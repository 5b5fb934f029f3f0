"""Compares extracted assertions with gold ones, text by text.

Two figures sum a comparison up. **Core**: subject, predicate and object agree. **Qualified**: polarity and
modality agree too. A gold assertion counts once, and so does an extracted one; what the gold file marks
`optional` or `elliptical` counts neither way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.errors import ReadError
from kgraph.evaluation.gold import PREDICATES, QUALIFIERS, SYMMETRIC, GoldText, NamedAssertion
from kgraph.evaluation.names import Names

__all__ = ["Comparison", "Counted", "Tally", "agrees", "compare", "same_name"]


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
    constructions: Mapping[
        str, Tally
    ]  # of what was extracted, most extracted first; nothing is wanted of them
    hits: tuple[NamedAssertion, ...]
    missed: tuple[NamedAssertion, ...]
    extra: tuple[NamedAssertion, ...]


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
        fitting = (one for one in left if agrees(wanted, one, names))
        # The one that agrees in polarity, then in modality; of equals the first.
        best = max(fitting, key=lambda one: tuple(_agreement(wanted, one)), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return _Pairing(pairs, left)


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
        constructions=_by_construction([given for _, given in hits], extra),
        hits=tuple(given for _, given in hits),
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


def _by_construction(hits: Iterable[NamedAssertion], extra: Iterable[NamedAssertion]) -> dict[str, Tally]:
    right = Counter(one.construction for one in hits)
    extracted = right + Counter(one.construction for one in extra)
    order = sorted(extracted, key=lambda name: (-extracted[name], name))
    return {name: Tally(hits=right[name], extracted=extracted[name], wanted=0) for name in order}


def _by_qualifier(name: str, hits: Iterable[tuple[NamedAssertion, NamedAssertion]], names: Names) -> Counted:
    values = [(wanted.qualifiers[name], given.qualifiers[name]) for wanted, given in hits]
    stated = [pair for pair in values if pair != (QUALIFIERS[name], QUALIFIERS[name])]
    return Counted(right=sum(_same_value(name, *pair, names) for pair in stated), stated=len(stated))


def _same_value(name: str, wanted: str | None, given: str | None, names: Names) -> bool:
    """Tell whether two values agree; attribution and about hold names, which may differ in form."""
    if name in ("attribution", "about") and wanted and given:
        return names.same(wanted, given)
    return wanted == given
