"""Says in words what a run found: the disputes, the relations, and what must not be taken for fact."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Assertion, Modality, Polarity
from kgraph.pipeline import Built, Report

__all__ = ["Dispute", "find_disputes", "summarize"]

COMMONEST = 8  # relations that the summary names


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A territory with those who claim it and those who hold it, by label, in alphabetical order."""

    territory: str
    claimants: tuple[str, ...]
    holders: tuple[str, ...]


def find_disputes(assertions: Iterable[Assertion]) -> list[Dispute]:
    """List what two or more claim, or what one claims and another holds, in alphabetical order.

    A denied or merely possible claim makes no dispute; a claim that somebody reports does. Who holds it is only
    what a text says in its own voice or the holder says of itself.
    """
    claimants: defaultdict[str, set[str]] = defaultdict(set)
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for one in assertions:
        if one.polarity is Polarity.POSITIVE and one.modality is Modality.ACTUAL:
            if one.predicate == "claims":
                claimants[one.object.label].add(one.subject.label)
            elif one.predicate in {"administers", "occupies"} and one.is_plain:
                holders[one.object.label].add(one.subject.label)
    return [
        Dispute(
            territory=place,
            claimants=tuple(sorted(claimants[place])),
            holders=tuple(sorted(holders.get(place, ()))),
        )
        for place in sorted(claimants)
        if len(claimants[place] | holders.get(place, set())) > 1
    ]


def summarize(built: Built) -> str:
    """Write the summary, a few lines for a terminal."""
    assertions = [assertion for reading in built.readings for assertion in reading.assertions]
    parts = (_counts(built.report), _disputes(assertions), _relations(built.report), _doubts(built.report))
    return "\n\n".join(part for part in parts if part)


def _counts(report: Report) -> str:
    return (
        f"{report.read} {'article' if report.read == 1 else 'articles'}, {report.sentences} sentences;"
        f" {report.sentences_with_assertion} of them say who claims, holds, gives, disputes or settles what:"
        f" {report.assertions} assertions."
    )


def _disputes(assertions: Iterable[Assertion]) -> str:
    disputes = find_disputes(assertions)
    width = max((len(dispute.territory) for dispute in disputes), default=0)
    rows = [f"  {dispute.territory:<{width}}  {_parties(dispute)}" for dispute in disputes]
    return "\n".join(["Disputes, by what the articles say (held: now or once):", *rows]) if rows else ""


def _parties(dispute: Dispute) -> str:
    claimed = "claimed by " + ", ".join(dispute.claimants)
    return f"{claimed}; held by {', '.join(dispute.holders)}" if dispute.holders else claimed


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
