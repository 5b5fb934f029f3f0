"""Says in words what a run found: the disputes, the relations, and what must not be taken for fact."""

from collections import defaultdict
from collections.abc import Iterable

from kgraph.model import Assertion, Modality, Polarity
from kgraph.pipeline import Built, Report

__all__ = ["find_disputes", "summarize"]

COMMONEST = 8  # relations that the summary names


def find_disputes(assertions: Iterable[Assertion]) -> dict[str, tuple[str, ...]]:
    """List what is claimed by two or more, by label, with the claimants in alphabetical order.

    A denied or merely possible claim makes no dispute; a claim that somebody reports does.
    """
    claimants: defaultdict[str, set[str]] = defaultdict(set)
    for one in assertions:
        actual = one.polarity is Polarity.POSITIVE and one.modality is Modality.ACTUAL
        if one.predicate == "claims" and actual:
            claimants[one.object.label].add(one.subject.label)
    return {
        place: tuple(sorted(claimants[place])) for place in sorted(claimants) if len(claimants[place]) > 1
    }


def summarize(built: Built) -> str:
    """Write the summary, a few lines for a terminal."""
    assertions = [assertion for reading in built.readings for assertion in reading.assertions]
    parts = (_counts(built.report), _disputes(assertions), _relations(built.report), _doubts(built.report))
    return "\n\n".join(part for part in parts if part)


def _counts(report: Report) -> str:
    return (
        f"{report.read} articles, {report.sentences} sentences;"
        f" {report.sentences_with_assertion} of them say who claims, holds, gives, disputes or settles what:"
        f" {report.assertions} assertions."
    )


def _disputes(assertions: Iterable[Assertion]) -> str:
    disputes = find_disputes(assertions)
    width = max(map(len, disputes), default=0)
    rows = [f"  {place:<{width}}  {', '.join(claimants)}" for place, claimants in disputes.items()]
    return "\n".join(["Claimed by two or more:", *rows]) if rows else ""


def _relations(report: Report) -> str:
    ranked = sorted(report.predicates.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{predicate} {count}" for predicate, count in ranked[:COMMONEST]]
    others = len(ranked) - COMMONEST
    return "Relations: " + ", ".join(shown) + (f" and {others} others" if others > 0 else "") if shown else ""


def _doubts(report: Report) -> str:
    return (
        f"Kept apart from facts: {report.polarities['negative']} denied,"
        f" {report.modalities['possible']} only possible, {report.attributed} on somebody's word."
    )
