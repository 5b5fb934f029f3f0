"""Says in words what a run found: the disputes, the relations, and what must not be taken for fact."""

from collections.abc import Mapping, Sequence

from kgraph.disputes import Dispute, Status
from kgraph.pipeline import Built

__all__ = ["MOST_DISPUTES", "summarize"]

COMMONEST = 8  # relations that the summary names
MOST_DISPUTES = 40  # a screenful; of more, those of which most is said


def summarize(built: Built) -> str:
    """Write the summary, a few lines for a terminal."""
    parts = (
        _counts(built) + _undated(built),
        _disputes(built.disputes),
        _relations(built.relations or built.report.predicates),
        _doubts(built),
    )
    return "\n\n".join(part for part in parts if part)


def _counts(built: Built) -> str:
    report = built.report
    return (
        f"{_plural(report.read, 'article')}, {_plural(report.sentences, 'sentence')};"
        f" {report.sentences_with_assertion} of them say who claims, holds, gives, disputes or settles what:"
        f" {_plural(report.assertions, 'assertion')}{_different(built)}."
    )


def _undated(built: Built) -> str:
    """Tell of articles without a date, which questions of when and of what is new can say nothing of."""
    if not built.undated:
        return ""
    have = "has" if built.undated == 1 else "have"
    told = f"{_plural(built.undated, 'article')} {have} no date"
    return f"\n{told}: first and last reports, and what is new, are told without."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _different(built: Built) -> str:
    """Tell how many assertions are left where equal ones of several articles are one, as in the graph."""
    if built.different is None or built.different == built.report.assertions:
        return ""
    return f", {built.different} of them different (what several articles say alike is one)"


def _disputes(disputes: Sequence[Dispute]) -> str:
    most = sorted(disputes, key=lambda dispute: -len(dispute.sources))[:MOST_DISPUTES]
    named = [dispute for dispute in disputes if dispute in most]
    width = max((len(dispute.territory.label) for dispute in named), default=0)
    rows = [f"  {dispute.territory.label:<{width}}  {_parties(dispute)}" for dispute in named]
    left = len(disputes) - len(named)
    if left:
        rows.append(
            f"  and {left} more, of which less is said: the question disputes of kgraph query lists all"
        )
    return (
        "\n".join(["Disputes, by what the articles say (held: no article says that it ended):", *rows])
        if rows
        else ""
    )


def _parties(dispute: Dispute) -> str:
    sides = (
        ("claimed by", dispute.claimants),
        ("disputed by", dispute.opponents),
        ("held by", dispute.holders),
        ("once held by", dispute.former_holders),
    )
    said = [f"{how} {', '.join(each.label for each in who)}" for how, who in sides if who]
    return "; ".join([*said, "settled"] if dispute.status is Status.SETTLED else said)


def _relations(predicates: Mapping[str, int]) -> str:
    ranked = sorted(predicates.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{predicate} {count}" for predicate, count in ranked[:COMMONEST]]
    others = len(ranked) - COMMONEST
    return "Relations: " + ", ".join(shown) + (f" and {others} others" if others > 0 else "") if shown else ""


def _doubts(built: Built) -> str:
    """Count what is no fact: of a graph that is at hand as its page does, else as often as articles say so."""
    report, stances = built.report, built.stances
    counts = (report.polarities["negative"], report.modalities["possible"], report.attributed)
    if built.different is not None:
        counts = (stances["denied"], stances["possible"], stances["attributed"])
    denied, possible, attributed = counts
    return (
        f"Kept apart from facts: {denied} denied, {possible} only possible, {attributed} on somebody's word."
    )
