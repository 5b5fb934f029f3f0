"""The outcome of a comparison, for a terminal and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from kgraph.evaluation.causes import Causes
from kgraph.evaluation.compare import Comparison, Tally
from kgraph.evaluation.gold import QUALIFIERS, NamedAssertion

__all__ = ["comparison_as_json", "format_comparison"]

_ENOUGH = 30  # readings; of fewer, chance makes most of an error of calibration
_UNTOLD = "not told"  # a construction that a file of predictions does not give


def format_comparison(comparison: Comparison, errors: int = 0, causes: Causes | None = None) -> str:
    """Write the outcome for a terminal: by predicate, qualifier and construction, errors, and both sums last.

    Args:
        comparison: the outcome.
        errors: how many of those missed and how many of those too much to name.
        causes: the cause of each error; None names none.
    """
    blocks = [
        [f"{'predicate':<26}{'gold':>6}{'found':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}"]
        + [_row(name, tally) for name, tally in comparison.predicates.items()],
        [*_qualifiers(comparison), f"left open by the gold file: {comparison.optional} found"],
        list(_constructions(comparison)),
        [*_counted("missed", causes.missed), *_counted("too much", causes.extra)] if causes else [],
        list(_errors(comparison, causes, errors)),
        list(_calibration(comparison)),
        [_sum("core", comparison.core), _sum("qualified", comparison.qualified)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _calibration(comparison: Comparison) -> Iterator[str]:
    error, count = comparison.calibration_error, len(comparison.hits) + len(comparison.extra)
    if error is not None and count >= _ENOUGH:
        yield f"confidence is off by {error:.3f} on average (expected calibration error, {count} readings)"


def _row(name: str, tally: Tally) -> str:
    counts = f"{tally.wanted:>6}{tally.extracted:>7}{tally.hits:>7}"
    return f"{name:<26}{counts}{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"


def _qualifiers(comparison: Comparison) -> Iterator[str]:
    for name, counted in comparison.qualifiers.items():
        right = f", {counted.accuracy:.3f} right" if counted.stated else ""
        yield f"{name:<26}{counted.stated:>6} stated{right}"


def _constructions(comparison: Comparison) -> Iterator[str]:
    if not comparison.constructions:
        return
    yield f"{'construction':<32}{'found':>7}{'right':>7}{'P':>8}{'share of right':>16}"
    for name, tally in comparison.constructions.items():
        share = tally.hits / max(comparison.core.hits, 1)
        counts = f"{tally.extracted:>7}{tally.hits:>7}{tally.precision:>8.3f}{share:>16.3f}"
        yield f"{name or _UNTOLD:<32}{counts}"


def _counted(what: str, causes: Iterable[str]) -> Iterator[str]:
    for cause, count in Counter(causes).most_common():
        yield f"{what + ': ' + cause:<52}{count:>6}"


def _errors(comparison: Comparison, causes: Causes | None, errors: int) -> Iterator[str]:
    told = causes or Causes((), ())
    for what, ones, why in (
        ("missed", comparison.missed[:errors], told.missed),
        ("too much", comparison.extra[:errors], told.extra),
    ):
        yield from (_named(what, *each) for each in _with_cause(ones, why))


def _with_cause(
    ones: Sequence[NamedAssertion], causes: Sequence[str]
) -> Iterator[tuple[NamedAssertion, str | None]]:
    yield from zip_longest(ones, causes[: len(ones)])


def _named(what: str, one: NamedAssertion, cause: str | None) -> str:
    why = f"\n    ({cause})" if cause else ""
    return f"{what}: {one.document_id}: {one}\n    {' '.join(one.quotation.split())}{why}"


def _sum(name: str, tally: Tally) -> str:
    counts = f"{tally.hits} right of {tally.wanted} gold, {tally.extracted} found"
    return f"{name:<11}P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   ({counts})"


def comparison_as_json(comparison: Comparison, causes: Causes | None = None) -> str:
    """Write the whole outcome as JSON, every error with its text and its cause."""
    told = causes or Causes((), ())
    content: dict[str, Any] = {
        "core": comparison.core.figures,
        "qualified": comparison.qualified.figures,
        "predicates": {name: tally.figures for name, tally in comparison.predicates.items()},
        "qualifiers": {name: counted.figures for name, counted in comparison.qualifiers.items()},
        "constructions": {
            name or _UNTOLD: {"extracted": tally.extracted, "hits": tally.hits, "precision": tally.precision}
            for name, tally in comparison.constructions.items()
        },
        "calibration_error": comparison.calibration_error,
        "optional": comparison.optional,
        "causes": {"missed": _totals(told.missed), "extra": _totals(told.extra)},
        "missed": [_error(*each) for each in _with_cause(comparison.missed, told.missed)],
        "extra": [_error(*each) for each in _with_cause(comparison.extra, told.extra)],
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def _totals(causes: Iterable[str]) -> dict[str, int]:
    return dict(Counter(causes).most_common())


def _error(one: NamedAssertion, cause: str | None) -> dict[str, Any]:
    stated = {name: value for name, value in one.qualifiers.items() if value != QUALIFIERS[name]}
    return {
        "doc": one.document_id,
        "subject": one.subjects[0],
        "predicate": one.predicate,
        "object": one.objects[0],
        **stated,
        "text": one.quotation,
        "cause": cause,
    }
