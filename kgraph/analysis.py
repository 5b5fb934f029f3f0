"""A graph in an analyst's hands: opened by its name, asked, as frames and as a network, and shown in a notebook."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kgraph.endpoint import Progress
from kgraph.graph import store
from kgraph.graphs import draw
from kgraph.graphs import open_graph as _open
from kgraph.sparql import LIMITS, Answer, Engine, Limits, Request, ask
from kgraph.sparql.frames import Cell, to_pandas, to_polars
from kgraph.sparql.named import LIMIT, fill_in, find_text

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl

__all__ = ["Graph", "Page", "open_graph"]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a graph; a notebook shows it in a frame that is cut off from the notebook and from the network."""

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

    >>> graph = Graph.open("out/graph.ttl")                                        # doctest: +SKIP
    >>> graph.query("disputed-territories").to_pandas()                             # doctest: +SKIP
    >>> graph.query("in-the-year", territory="Kurils", year=1945)                   # doctest: +SKIP
    >>> graph.query("SELECT ?who WHERE { ?who kg:claims id:kunashir }").to_polars() # doctest: +SKIP
    >>> graph.show()                                                                # doctest: +SKIP
    """

    @classmethod
    def open(cls, source: str | Path, progress: Progress | None = None) -> Self:
        """Open a graph by what a user calls it.

        Args:
            source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz), the folder of a store, or the URL where
                an endpoint takes queries, whose graph is copied.
            progress: hands on the triples of an endpoint, and shows how far it is.

        Raises:
            GraphError: there is none, or it is broken; the message says what to do.
        """
        opened = cls.__new__(cls)
        opened._store = _open(source, progress)._store
        return opened

    def query(
        self,
        question: str,
        *,
        engine: Engine = "oxigraph",
        limits: Limits = LIMITS,
        **values: str | int | datetime.date,
    ) -> Answer:
        """Ask a named question, or SPARQL that only reads.

        Args:
            question: the name of a query (`kgraph query --list`), a file that ends in .rq, or SPARQL, in which
                kgraph's prefixes (`kg:`, `id:`, `rdf:` …) need no declaration.
            engine: who answers; the named queries give the same rows by either.
            limits: of time, memory and rows; a query is answered in a process of its own.
            values: what to fill into a named question: `territory="Kurils"`, `year=1945`; all rows come unless
                there is a `limit`.

        Returns:
            The answer, with `to_pandas()`, `to_polars()`, `table()` and its `rows` of RDF terms.

        Raises:
            QueryRefusedError: the query would do more than read this graph.
            QueryStoppedError: it passed its limit of time or memory.
            QueryError: it is unknown or wrong, or a value does not fit.
        """
        given = {LIMIT: "0", **{name: str(value) for name, value in values.items()}}
        text = fill_in(find_text(question), given)
        return ask(self, Request(text=text, engine=engine, limits=limits)).answer()

    def columns(self) -> dict[str, list[Cell]]:
        """Give each place that says an assertion as a row, by columns (`kgraph.graph.tables.EVIDENCE_COLUMNS`)."""
        from kgraph.graph.tables import EVIDENCE_COLUMNS, evidence_values

        columns: defaultdict[str, list[Cell]] = defaultdict(list)
        for row in evidence_values(self):
            for name in EVIDENCE_COLUMNS:
                columns[name].append(row[name])
        return {name: columns[name] for name in EVIDENCE_COLUMNS}

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas frame with one row for each place that says an assertion.

        Raises:
            KgraphError: pandas is not installed.
        """
        return to_pandas(self.columns())

    def to_polars(self) -> "pl.DataFrame":
        """Give a polars frame with one row for each place that says an assertion.

        Raises:
            KgraphError: polars is not installed.
        """
        return to_polars(self.columns())

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give things and the assertions between them, one edge an assertion, keyed by its id.

        An edge has `predicate`, `about`, `polarity`, `modality`, `attribution`, `time`, `confidence`, `evidence` and
        `documents` (how many), and `quotation`, the words of its surest evidence. A denial is an edge too: take the
        edges whose polarity is positive and whose modality is actual where only what is said to be so counts.
        """
        from kgraph.graph.network import to_network

        return to_network(self)

    def show(self, title: str = "Territorial disputes") -> Page:
        """Draw the graph as one self-contained page, which a notebook shows and `Page.save` writes."""
        return Page(draw(self, title))

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
    """Open a graph by what a user calls it: `Graph.open`."""
    return Graph.open(source, progress)
