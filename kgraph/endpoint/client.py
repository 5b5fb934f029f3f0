"""An endpoint as a graph: asked, copied, changed, replaced."""

import gzip
import logging
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from types import TracebackType
from urllib.parse import urlencode

import pyoxigraph as ox

from kgraph.endpoint.address import read_address
from kgraph.endpoint.answers import (
    RESULT_TYPES,
    TRIPLE_TYPES,
    NoTriplesError,
    Solutions,
    read_results,
    read_triples,
)
from kgraph.endpoint.faults import TOKEN, RefusedError
from kgraph.endpoint.limits import MEGABYTE, SIZE, Limits, limits_from_environment
from kgraph.endpoint.updates import in_parts, to_update
from kgraph.endpoint.wire import Answer, Wire
from kgraph.errors import GraphError, QueryError
from kgraph.graph.guarded import UnreadableError
from kgraph.graph.store import Change, Graph
from kgraph.graph.triple_file import refuse_rdf_12
from kgraph.text.printable import printable
from kgraph.vocab import PREFIXES

__all__ = ["Endpoint", "Progress"]

log = logging.getLogger(__name__)

Progress = Callable[[Iterator[ox.Triple], int], Iterable[ox.Triple]]
"""Hands on triples and shows how far it is, of so many."""

NOT_THERE = frozenset({404, 405, 415, 501})  # the place may have another URL
MAYBE_TOO_LARGE = frozenset({400, 413})  # Oxigraph says 400 to an update of more than 128 MB
BUSY = frozenset({429, 503})
BUSY_TRIES, BUSY_SECONDS = 5, 60.0  # how often we ask again, and how long we wait at most each time
NOT_PACKED = frozenset({400, 415})  # what servers say that cannot unpack what they are sent
COPYING = 60  # times the time of a query
PART_BYTES = 500_000  # of an update sent in parts; nginx takes 1 MB unless told otherwise
MIN_TRIPLE_BYTES = 50  # as N-Triples; ours take 140
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COUNT_DISTINCT = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
EVERYTHING = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
A_NAMED_GRAPH = "SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 1"

_FORM = re.compile(
    r"(?:\s|\#[^\n\r]*|(?:BASE|PREFIX\s+[^\s:]*:)\s*<[^>]*>)*(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b",
    re.IGNORECASE,
)


class Endpoint:
    """A server that speaks SPARQL 1.1, and the one graph of it that its URL asks for: the default graph."""

    def __init__(
        self,
        url: str,
        *,
        update_url: str | None = None,
        graph_store_url: str | None = None,
        token: str | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Name an endpoint; nothing is sent yet.

        Args:
            url: where queries go: `http://localhost:7878/query`. May have a user and a password, and
                `?default-graph-uri=IRI` for a named graph.
            update_url: where updates go; else found by the conventions of `kgraph/data/endpoints.tsv`.
            graph_store_url: where the Graph Store Protocol is spoken, likewise.
            token: for Bearer authorization; by default the environment's KGRAPH_ENDPOINT_TOKEN.
            limits: how long and how much; by default `limits_from_environment`.

        Raises:
            GraphError: a URL is none, or the token would go over the network in clear.
        """
        self._address = read_address(url, update_url, graph_store_url)
        self._limits = limits or limits_from_environment()
        self._long = replace(self._limits, whole=self._limits.whole * COPYING)
        self._packs = True  # until the server shows that it cannot unpack
        self._wire = Wire(self._address, self._limits, token or os.environ.get(TOKEN) or None)

    @property
    def name(self) -> str:
        """The URL for messages, without user and password."""
        return self._address.name

    def __enter__(self) -> "Endpoint":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._wire.close()

    def solve(self, text: str, *, seconds: float | None = None) -> Solutions | bool | tuple[ox.Triple, ...]:
        """Ask the endpoint; kgraph's prefixes need no declaration.

        Args:
            text: SPARQL. What comes from outside goes by `kgraph.sparql.run`, which refuses and limits.
            seconds: for the whole answer; by default those of the limits.

        Returns:
            Rows for SELECT, True or False for ASK, triples for CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: the server does not understand it, or breaks off in the middle of the answer.
            GraphError: the server cannot be reached, takes too long, or answers with something else.
        """
        limits = replace(self._limits, silence=seconds, whole=seconds) if seconds else self._limits
        form = _FORM.match(text)
        asks_for_triples = form is not None and form["form"].upper() in ("CONSTRUCT", "DESCRIBE")
        try:
            with self._ask(text, TRIPLE_TYPES if asks_for_triples else RESULT_TYPES, limits) as answer:
                if asks_for_triples:
                    return tuple(read_triples(answer, self.name))
                return read_results(answer, self.name)
        except RefusedError as error:
            if error.status == 400:
                raise QueryError(str(error)) from error
            raise

    def count(self) -> int:
        """Count the triples.

        Raises:
            GraphError: as `query`.
        """
        return self._count(COUNT)

    def download(self, progress: Progress | None = None) -> Graph:
        """Copy the whole graph, piece by piece, by the Graph Store Protocol where that is found, else by CONSTRUCT.

        Raises:
            GraphError: the graph is too large, is cut short by the server, or is empty beside named graphs.
        """
        total = self.count()
        if total * MIN_TRIPLE_BYTES > self._limits.size:
            raise GraphError(
                f"{self.name}: {total:,} triples are more than the {self._limits.size / MEGABYTE:,g} MB that are "
                f"copied; ask it with kgraph query, or set {SIZE} (MB)"
            )
        if total == 0:
            self.complain_of_named_graphs()
        return self._copy(total, progress or (lambda triples, _: triples)) if total else Graph()

    def complain_of_named_graphs(self) -> None:
        """See that no named graph holds what the graph asked for, being empty, lacks.

        Raises:
            GraphError: one does; the message names it and says how it is asked for.
        """
        found = self.solve(A_NAMED_GRAPH)
        if self._address.graph is None and isinstance(found, Solutions) and found.rows:
            iri = str(getattr(found.rows[0][0], "value", ""))
            url = printable(f"{self.name}?{urlencode({'default-graph-uri': iri})}")
            raise GraphError(f"{self.name}: its default graph is empty, but there are named ones: name {url}")

    def apply(self, change: Change) -> None:
        """Take triples out and put triples in, by one update, which the server carries out whole or not at all.

        Where the server takes none of that size, it goes in parts, and a warning says that it is not atomic.

        Raises:
            GraphError: the server cannot be reached, or takes no updates; nothing is changed then.
        """
        if not change:
            return
        try:
            self._update(to_update(change, self._address.graph))
        except RefusedError as error:
            if error.status not in MAYBE_TOO_LARGE or error.size <= PART_BYTES:
                raise
            self._apply_in_parts(change)

    def put(self, graph: Graph) -> None:
        """Replace the whole graph; a broken upload leaves what was there.

        Raises:
            GraphError: the server cannot be reached, or takes no graphs.
        """
        self._send_graph("PUT", graph)

    def post(self, graph: Graph) -> None:
        """Add a graph to what is there.

        Raises:
            GraphError: the server cannot be reached, or takes no graphs.
        """
        self._send_graph("POST", graph)

    def post_lines(self, lines: bytes) -> None:
        """Add lines of N-Triples to what is there, packed where the server takes that, and again where it is busy.

        To send the same lines twice does no harm.

        Raises:
            GraphError: the server cannot be reached, takes no graphs, or stays busy.
        """
        for _ in range(BUSY_TRIES):
            try:
                return self._post_lines(lines)
            except RefusedError as error:
                if error.status not in BUSY:
                    raise
                time.sleep(min(error.retry_after if error.retry_after is not None else 1, BUSY_SECONDS))
        return self._post_lines(lines)

    def _post_lines(self, lines: bytes) -> None:
        if self._packs:
            try:
                return self._post(gzip.compress(lines, 1), "gzip")
            except RefusedError as error:
                if error.status not in NOT_PACKED:
                    raise
                self._packs = False
        return self._post(lines, None)

    def _post(self, body: bytes, encoding: str | None) -> None:
        self._try(
            self._address.graph_stores,
            lambda url: self._send("POST", self._chosen(url), body, "application/n-triples", encoding),
            "a graph",
            "--graph-store-url",
            not_there=NOT_THERE - NOT_PACKED if encoding else NOT_THERE,
        )

    def _ask(self, text: str, accept: str, limits: Limits) -> AbstractContextManager[Answer]:
        form = {"query": _with_prefixes(text)}
        return self._wire.send("POST", self._address.query, accept=accept, form=form, limits=limits)

    def _count(self, query: str) -> int:
        found = self.solve(query)
        try:
            return int(found.rows[0][0].value)  # type: ignore[union-attr]  # the except clause sees to all else
        except (AttributeError, IndexError, ValueError) as error:
            raise GraphError(f"{self.name}: no number was given for a count of triples") from error

    def _copy(self, total: int, progress: Progress) -> Graph:
        for url in self._address.graph_stores:
            try:
                with self._wire.send(
                    "GET", self._chosen(url), accept=TRIPLE_TYPES, limits=self._long
                ) as answer:
                    graph, received = self._take(answer, total, progress)
            except (RefusedError, NoTriplesError):
                continue
            if received >= total:
                return graph
        with self._ask(EVERYTHING, TRIPLE_TYPES, self._long) as answer:
            graph, received = self._take(answer, total, progress)
        if received < total and received < self._count(COUNT_DISTINCT):
            raise GraphError(
                f"{self.name}: gave {received:,} of its {total:,} triples: it cuts its answers short, or was changed "
                "meanwhile; try again"
            )
        return graph

    def _take(self, answer: Answer, total: int, progress: Progress) -> tuple[Graph, int]:
        """Read the triples of an answer, and how many they were."""
        received = 0

        def counted() -> Iterator[ox.Triple]:
            nonlocal received
            for triple in read_triples(answer, self.name):
                received += 1
                yield _within_rdf_11(triple, self.name)

        return Graph(progress(counted(), total)), received

    def _chosen(self, graph_store: str) -> str:
        """Name the graph in the way of the Graph Store Protocol."""
        graph = self._address.graph
        choice = "default" if graph is None else urlencode({"graph": graph})
        return f"{graph_store}{'&' if '?' in graph_store else '?'}{choice}"

    def _send_graph(self, method: str, graph: Graph) -> None:
        body = graph.to_bytes()
        self._try(
            self._address.graph_stores,
            lambda url: self._send(method, self._chosen(url), body, "application/n-triples"),
            "a graph",
            "--graph-store-url",
        )

    def _update(self, text: str) -> None:
        self._try(
            self._address.updates,
            lambda url: self._send("POST", url, text.encode(), "application/sparql-update"),
            "an update",
            "--update-url",
        )

    def _apply_in_parts(self, change: Change) -> None:
        parts = list(in_parts(change, self._address.graph, PART_BYTES))
        log.warning(
            "%s: takes no update of that size: it goes in %d parts; if it is stopped, do the same again",
            self.name,
            len(parts),
        )
        for part in parts:
            self._update(part)

    def _send(
        self, method: str, url: str, body: bytes, content_type: str, encoding: str | None = None
    ) -> None:
        with self._wire.send(
            method, url, body=body, content_type=content_type, encoding=encoding, limits=self._long
        ) as answer:
            answer.read()

    def _try(
        self,
        urls: Iterable[str],
        send: Callable[[str], None],
        what: str,
        option: str,
        not_there: frozenset[int] = NOT_THERE,
    ) -> None:
        """Send something to the first URL that takes it."""
        refusals = []
        for url in urls:
            try:
                return send(url)
            except RefusedError as error:
                if error.status not in not_there:
                    raise
                refusals.append(f"{printable(url)} ({error.status})")
        raise GraphError(
            f"{self.name}: takes {what} nowhere: tried {', '.join(refusals)}; name the place by {option}"
        )


def _within_rdf_11(triple: ox.Triple, name: str) -> ox.Triple:
    if isinstance(triple.object, ox.Triple | ox.Literal):
        try:
            refuse_rdf_12(triple.object)
        except UnreadableError as error:
            raise GraphError(f"{name}: not a graph that kgraph reads: {error}") from error
    return triple


def _with_prefixes(text: str) -> str:
    """Declare those of kgraph's prefixes that a query uses, in its first line, so that its lines keep their numbers."""
    used = (f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if f"{name}:" in text)
    return "".join(used) + text
