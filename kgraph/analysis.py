"""A graph in an analyst's hands: opened by its name, asked, as frames and as a network, and shown in a notebook."""

import datetime
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from kgraph.derive import add_derived
from kgraph.endpoint import Progress
from kgraph.files import StrPath
from kgraph.frames import Cell, to_pandas, to_polars
from kgraph.gazetteer import Gazetteer
from kgraph.graph import store
from kgraph.graph.rdf import to_triples
from kgraph.graph.tables import EVIDENCE_COLUMNS, EVIDENCE_TYPES, evidence_values
from kgraph.graphs import draw
from kgraph.graphs import open_graph as _open
from kgraph.model import Reading
from kgraph.sparql import LIMITS, Answer, Engine, Limits, Request, ask
from kgraph.sparql.named import LIMIT, fill_in, find_text, named_queries
from kgraph.vocab import Predicate

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl

__all__ = ["Graph", "Page", "open_graph"]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a graph; a notebook shows it in a frame that is cut off from the notebook and from the network.

    >>> document = kgraph.Document(id="1", text="Argentina claims the Falkland Islands.")
    >>> page = kgraph.Graph.of(kgraph.extract([document])).show("My disputes")
    >>> page.save("out/mine.html")
    """

    html: str = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Write it as a file that opens in any browser, without a server.

        Raises:
            KgraphError: the file cannot be written.
        """
        from kgraph.view import write_page

        write_page(self.html, Path(path))

    def _repr_html_(self) -> str:
        from kgraph.view import notebook_html

        return notebook_html(self.html)


class Graph(store.Graph):
    """A set of triples; what it holds of the graph of a folder or file is read as it is asked for.

    >>> graph = kgraph.Graph.open("out/graph.ttl")
    >>> graph.query("claims-by-the-claimant", territory="Essequibo").to_pandas()[["claimant", "territory"]]
        claimant  territory
    0     Guyana  Essequibo
    1  Venezuela  Essequibo
    >>> graph.query("SELECT ?who WHERE { ?who kg:claims id:kunashir }").to_polars()["who"].to_list()
    ['https://w3id.org/kgraph/id/japan']
    """

    @classmethod
    def open(cls, source: StrPath, progress: Progress | None = None) -> Self:
        """Open a graph by what a user calls it.

        Args:
            source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz), the folder of a store or of a build, or
                the URL where an endpoint takes queries, whose graph is copied.
            progress: hands on the triples of an endpoint, and shows how far it is.

        Raises:
            GraphError: there is none, or it is broken; the message says what to do.
        """
        opened = cls.__new__(cls)
        opened._store = _open(os.fspath(source), progress)._store
        return opened

    @classmethod
    def of(
        cls,
        readings: Iterable[Reading],
        *,
        gazetteer: Gazetteer | StrPath | None = None,
        own: Mapping[str, Predicate] = MappingProxyType({}),
    ) -> Self:
        """Make the graph of what was read, in memory, with what follows: that of `kgraph.build`, without its folder.

        Args:
            readings: what `kgraph.extract` or an `Extractor` gives.
            gazetteer: what they were read with, for names and coordinates: as `kgraph.extract` takes it.
            own: the predicates beside those of the ontology that they may have, say `extractor.own.predicates`.

        Raises:
            DataError: a predicate is in neither, or a table is wrong.

        >>> document = kgraph.Document(id="1", text="Argentina claims the Falkland Islands.")
        >>> graph = kgraph.Graph.of(kgraph.extract([document]))
        >>> graph.to_pandas()[["subject", "predicate", "object"]]
             subject predicate            object
        0  Argentina    claims  Falkland Islands
        """
        graph = cls(to_triples(readings, Gazetteer.of(gazetteer), own))
        add_derived(graph)
        return graph

    @staticmethod
    def questions() -> dict[str, str]:
        """List the named questions: what each answers, by the name that `query` takes.

        >>> kgraph.Graph.questions()["names"]
        'What does each party call the place?'
        """
        return {named.name: named.question for named in named_queries()}

    def query(
        self,
        question: StrPath,
        *,
        engine: Engine = "oxigraph",
        limits: Limits = LIMITS,
        **values: str | int | datetime.date,
    ) -> Answer:
        """Ask a named question, or SPARQL that only reads.

        Args:
            question: the name of a query (`Graph.questions()`), a file that ends in .rq, or SPARQL, in which
                kgraph's prefixes (`kg:`, `id:`, `rdf:` …) need no declaration.
            engine: who answers; the named queries give the same rows by either.
            limits: of time, memory and rows; a query is answered in a process of its own.
            values: what to fill into a named question: `territory="Kurils"`, `year=1945`; all rows come unless
                there is a `limit`.

        Returns:
            The answer: its rows one by one as dictionaries, all by `to_pandas()`, `to_polars()` or `table()`, as RDF
            terms in `rows`; what ASK is answered is its truth.

        Raises:
            QueryRefusedError: the query would do more than read this graph.
            QueryStoppedError: it passed its limit of time or memory.
            QueryError: it is unknown or wrong, or a value does not fit.

        >>> graph = kgraph.Graph.open("out/graph.ttl")
        >>> graph.query("in-the-year", territory="Senkaku Islands", year=2012).to_pandas().columns.to_list()[:3]
        ['territory', 'party', 'relation']
        >>> [row["territory"] for row in graph.query("disputes", territory="Falkland Islands")]
        ['Falkland Islands']
        >>> bool(graph.query("ASK { id:japan kg:claims id:chagos-archipelago }"))
        False
        """
        given = {LIMIT: "0", **{name: str(value) for name, value in values.items()}}
        text = fill_in(find_text(os.fspath(question)), given)
        return ask(self, Request(text=text, engine=engine, limits=limits)).answer()

    def columns(self) -> dict[str, list[Cell]]:
        """Give each place that says an assertion as a row, by columns (`kgraph.graph.tables.EVIDENCE_COLUMNS`)."""
        columns: defaultdict[str, list[Cell]] = defaultdict(list)
        for row in evidence_values(self):
            for name in EVIDENCE_COLUMNS:
                columns[name].append(row[name])
        return {name: columns[name] for name in EVIDENCE_COLUMNS}

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas frame with one row for each place that says an assertion.

        Raises:
            KgraphError: pandas is not installed.

        >>> frame = kgraph.Graph.open("out/graph.ttl").to_pandas()
        >>> frame[frame["doc"] == "2012-09-11-senkaku-purchase.md"]["date"].dt.year.unique().tolist()
        [2012]
        """
        return to_pandas(self.columns(), EVIDENCE_TYPES)

    def to_polars(self) -> "pl.DataFrame":
        """Give a polars frame with one row for each place that says an assertion.

        Raises:
            KgraphError: polars is not installed.
        """
        return to_polars(self.columns(), EVIDENCE_TYPES)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give things and the assertions between them, one edge an assertion, keyed by its id.

        An edge has `label` (its predicate, or `claims_denied` and the like), `predicate`, `about`, `polarity`,
        `modality`, `attribution`, `time`, `confidence`, `evidence` and `documents` (how many), and `quotation`, the
        words of its surest evidence. A denial is an edge too: take the edges whose label is their predicate where only
        what may be taken as said counts.

        >>> network = kgraph.Graph.open("out/graph.ttl").to_networkx()
        >>> edges = network.get_edge_data("china", "japan").values()
        >>> sorted(edge["label"] for edge in edges if edge["predicate"] == "disputesWith")
        ['disputesWith', 'disputesWith_denied']
        """
        from kgraph.graph.network import to_network

        return to_network(self)

    def show(self, title: str = "Territorial disputes") -> Page:
        """Draw the graph as one self-contained page, which a notebook shows and `Page.save` writes."""
        return Page(draw(self, title))

    def __repr__(self) -> str:
        return f"<kgraph.Graph of {len(self):,} triples>"

    def _repr_html_(self) -> str:
        """Say in a notebook how much it holds; `show` draws it."""
        counts: Sequence[tuple[str, int]] = (
            ("assertions", len(self.assertions())),
            ("documents", len(self.documents())),
            ("triples", len(self)),
        )
        held = ", ".join(f"{count:,} {what}" for what, count in counts)
        return f"<p><strong>kgraph</strong>: {escape(held)}; <code>show()</code> draws them</p>"


def open_graph(source: str | Path, progress: Progress | None = None) -> Graph:
    """Open a graph by what a user calls it: `Graph.open`.

    >>> len(kgraph.open_graph("out/graph.ttl")) > 1000
    True
    """
    return Graph.open(source, progress)
