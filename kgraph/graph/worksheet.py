"""A coder's worksheet after the territorial claims of the Issue Correlates of War project (ICOW).

A row is a directed dyad: a challenger who claims a territory, and a target who holds it or, where the texts name no
holder, claims it too. It is a worksheet and no data set: every coded cell has the words that it rests on beside it,
and what no text says is empty. Where a territory lies in another one in dispute, both have their rows. The sense of
challenger, target and end is that of Hensel and Mitchell's codebook; who is a claimant and who a holder is told by
`kgraph.disputes`.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kgraph.disputes import Dispute, find_disputes
from kgraph.graph.store import Graph
from kgraph.graph.tables import Row
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, assertion_id
from kgraph.times import time_bounds

__all__ = ["COLUMNS", "to_worksheet", "worksheet_rows"]

_CODED = ("challenger", "target", "begin", "end")
COLUMNS = (
    *("territory", "territory_id", "challenger", "challenger_id", "target", "target_id"),
    *("target_is", "begin", "end", "first_reported", "last_reported", "status"),
    *(f"{cell}_{what}" for cell in _CODED for what in ("quotation", "source", "date", "document")),
)
_CLAIMS = frozenset({"claims", "annexed"})
_HOLDS = frozenset({"administers", "occupies", "controls", "annexed", "transferredTo"})
_Test = Callable[[Assertion], bool]


def to_worksheet(graph: Graph) -> str:
    """Write the rows as CSV, by territory, challenger and target."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(worksheet_rows(graph))
    return stream.getvalue()


def worksheet_rows(graph: Graph) -> Iterator[Row]:
    """Give a row for each dyad; days and times are ISO 8601, as precise as the texts are."""
    documents = {document.id: document for document in graph.documents()}
    published = {key: each.date.isoformat() for key, each in documents.items() if each.date}
    assertions = {assertion_id(each): each for each in graph.assertions()}
    for dispute in find_disputes(assertions.values(), published, graph.past()):
        said = [assertions[source] for source in sorted(dispute.sources)]
        for challenger, target in _dyads(dispute):
            yield _row(dispute, challenger, target, said, documents)


def _dyads(dispute: Dispute) -> Iterator[tuple[Entity, Entity]]:
    """Pair each claimant with each holder, or where nobody is said to hold it, with each other party.

    Of a state that one claims, and nobody else is said to claim or hold, the state is the target.
    """
    others = dispute.holders or (*dispute.claimants, *dispute.opponents)
    if dispute.territory.kind is EntityKind.STATE and others == dispute.claimants[:1]:
        others = (*others, dispute.territory)
    for challenger in dispute.claimants:
        if challenger not in dispute.holders:
            yield from ((challenger, target) for target in others if target != challenger)


def _row(
    dispute: Dispute,
    challenger: Entity,
    target: Entity,
    said: Sequence[Assertion],
    documents: Mapping[str, Document],
) -> Row:
    claims = [each for each in said if each.predicate in _CLAIMS and each.subject == challenger]
    ends = [
        each for each in said if each.predicate == "renounces" and each.subject == challenger and each.time
    ]
    begins = min((each for each in claims if _first(each)), key=_first, default=None)
    ended = max(ends, key=_first, default=None)
    shown = {
        "challenger": _surest(claims, lambda _: True),
        "target": _surest(said, lambda each: _is_of(target, each, held=target in dispute.holders)),
        "begin": begins,
        "end": ended,
    }
    days = sorted(
        document.date.isoformat()
        for each in claims
        for evidence in each.evidence
        if (document := documents[evidence.document_id]).date
    )
    return {
        "territory": dispute.territory.label,
        "territory_id": dispute.territory.id,
        "challenger": challenger.label,
        "challenger_id": challenger.id,
        "target": target.label,
        "target_id": target.id,
        "target_is": "holder" if target in dispute.holders else "party",
        "begin": (begins.time or "").partition("/")[0] if begins else "",
        "end": (ended.time or "") if ended else "",
        "first_reported": days[0] if days else "",
        "last_reported": days[-1] if days else "",
        "status": dispute.status.value,
        **_words(shown, documents),
    }


def _is_of(target: Entity, assertion: Assertion, *, held: bool) -> bool:
    """Tell whether an assertion is one by which somebody is a target: holds the territory, or is a party."""
    if not held:
        return target in (assertion.subject, assertion.object)
    holder = assertion.object if assertion.predicate == "transferredTo" else assertion.subject
    return assertion.predicate in _HOLDS and holder == target


def _first(assertion: Assertion) -> str:
    """Give the first day of an assertion's time, ISO 8601; "" where it has none."""
    first, _ = time_bounds(assertion.time or "")
    return first.isoformat() if first else ""


def _surest(assertions: Iterable[Assertion], test: _Test) -> Assertion | None:
    """Choose the surest; of two, the one in the text's own voice."""
    fitting = (each for each in assertions if test(each))
    return max(fitting, key=lambda each: (each.confidence, each.attribution is None), default=None)


def _words(shown: Mapping[str, Assertion | None], documents: Mapping[str, Document]) -> Row:
    """Give the words behind each coded cell, with where they stand."""
    row: Row = {}
    for cell, assertion in shown.items():
        if assertion is not None:
            evidence: Evidence = max(assertion.evidence, key=lambda each: each.confidence)
            document = documents[evidence.document_id]
            row |= {
                f"{cell}_quotation": evidence.quotation,
                f"{cell}_source": document.source or "",
                f"{cell}_date": document.date.isoformat() if document.date else "",
                f"{cell}_document": document.url or document.id,
            }
    return row
