"""What a graph talks of, for a list with a search: entities and documents, and how much is said of each."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.model import EntityKind
from kgraph.serve.things import label_of, subjects
from kgraph.text.folding import fold
from kgraph.view.wording import KINDS
from kgraph.vocab import PREFIXES

__all__ = ["SORTS", "Listed", "list_things"]

DOCUMENT, DISPUTE = "Document", "Dispute"
SORTS: dict[str, str] = {kind.value: KINDS[kind] for kind in EntityKind if kind is not EntityKind.NAME} | {
    DISPUTE: "Dispute",
    DOCUMENT: "Document",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A thing in the list; `names` are folded for the search, `said` counts its assertions or sentences."""

    iri: str
    label: str
    sort: str
    said: int
    names: tuple[str, ...]


def list_things(graph: Graph) -> tuple[Listed, ...]:
    """List entities and documents, those first of which most is said."""
    found = sorted(_list(graph), key=lambda each: (-each.said, each.label, each.iri))
    return tuple(found)


def _list(graph: Graph) -> Iterator[Listed]:
    seen, said = set[str](), _count_said(graph)
    for sort in SORTS:
        for iri in subjects(graph, terms.TYPE, PREFIXES["kg"] + sort):
            if iri in seen:
                continue
            seen.add(iri)
            label = label_of(graph, iri)
            names = {label, *graph.values(iri, terms.ALT_LABEL), *graph.values(iri, terms.PUBLISHER)}
            yield Listed(
                iri=iri,
                label=label,
                sort=sort,
                said=said.get(iri, 0),
                names=tuple(sorted(map(fold, names))),
            )


def _count_said(graph: Graph) -> dict[str, int]:
    """Count the assertions of each thing, those that a dispute rests on, and the quotations from each document."""
    roles = (terms.SUBJECT, terms.OBJECT, terms.ABOUT, terms.ATTRIBUTED_TO)
    patterns = [f"?one <{role}> ?thing ; a kg:Assertion" for role in roles]  # not what rules worked out
    patterns.append(f"?one <{terms.IN_DOCUMENT}> ?thing")
    patterns.append(f"?thing a kg:{DISPUTE} ; prov:wasDerivedFrom ?one")
    counts: dict[str, int] = {}
    for pattern in patterns:
        rows = graph.solve(f"SELECT ?thing (COUNT(*) AS ?count) {{ {pattern} }} GROUP BY ?thing")
        assert isinstance(rows, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
        for row in rows:
            iri = row["thing"].value
            counts[iri] = counts.get(iri, 0) + int(row["count"].value)
    return counts
