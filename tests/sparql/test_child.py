"""Queries are answered by a process that is killed when it passes its limits; the asking process lives on."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import GraphError, QueryError, QueryRefusedError, QueryStoppedError
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.sparql import Limits, Pool, Reply, Request, ask, run

BOTH = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
CRASH = "SELECT (" + "!" * 50_000 + "1 AS ?x) {}"  # Oxigraph's parser overflows its stack
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?b ?c ?d"
WHO = "SELECT ?x WHERE { ?x kg:claims id:kunashir } ORDER BY ?x"
WHO_CLAIMS = ("https://w3id.org/kgraph/id/japan", "https://w3id.org/kgraph/id/russia")


@pytest.fixture(scope="module")
def file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "x.ttl"
    write_graph(graph, path)
    return path


@pytest.fixture(scope="module")
def pool(graph: Graph) -> Iterator[Pool]:
    with Pool(graph, at_once=3) as opened:
        yield opened


def first_column(reply: Reply) -> tuple[str, ...]:
    return tuple(row[0] for row in reply.answer().table().rows)


@BOTH
def test_child_answers_like_this_process(graph: Graph, file: Path, engine: str) -> None:
    expected = run(graph, "disputed-territories", limits=None)
    assert run(graph, "disputed-territories", engine=engine) == expected
    assert run(file, "disputed-territories", engine=engine) == expected


def test_time_is_limited(graph: Graph) -> None:
    with pytest.raises(QueryStoppedError, match=r"^no answer within 0\.5 s"):
        run(graph, ENDLESS, limits=Limits(seconds=0.5))


def test_memory_is_limited(graph: Graph) -> None:
    with pytest.raises(QueryStoppedError, match=r"^the query took more than 20 MB of memory"):
        run(graph, GREEDY, limits=Limits(megabytes=20))


@BOTH
def test_rows_are_limited_and_the_answer_says_so(graph: Graph, engine: str) -> None:
    table = run(graph, "SELECT * { ?s ?p ?o }", engine=engine, limits=Limits(rows=7))
    assert (len(table.rows), table.cut) == (7, "the first 7 rows of more")
    assert run(graph, "SELECT * { ?s ?p ?o } LIMIT 7", engine=engine, limits=Limits(rows=7)).cut == ""


def test_characters_are_limited_and_the_answer_says_so(graph: Graph) -> None:
    table = run(graph, "SELECT * { ?s ?p ?o }", limits=Limits(characters=1000))
    assert table.cut == f"the first {len(table.rows)} rows, as many as there is room for"
    assert 0 < sum(len(cell) for row in table.rows for cell in row) <= 1000


def test_endless_answer_is_cut_in_time(graph: Graph) -> None:
    table = run(graph, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limits=Limits(rows=100, seconds=20))
    assert len(table.rows) == 100


def test_query_that_crashes_the_engine_is_an_error_of_the_query(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"^the query broke the engine"):
        run(graph, CRASH)


def test_childs_errors_arrive(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"^not SPARQL"):
        run(graph, "SELECT * {")
    with pytest.raises(QueryRefusedError, match=r"^SERVICE is not allowed"):
        run(graph, "ASK { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }")
    with pytest.raises(GraphError, match=r"gone\.ttl: cannot be read"):
        run(tmp_path / "gone.ttl", "names")


def test_words_of_any_script_come_through_the_child(graph: Graph) -> None:
    assert run(graph, 'SELECT ("尖閣 ‮ \\u0001" AS ?x) {}').rows == (("尖閣 ‮ \x01",),)


def test_child_has_no_network(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = ask(graph, Request(text=WHO))
    assert reply.walls in ("without a network",) or "the guard alone" in reply.walls


@pytest.mark.parametrize("limit", [{"seconds": 0}, {"rows": -1}])
def test_limits_are_above_zero(limit: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"above zero"):
        Limits(**limit)


# ------------------------------------------------------------------ many queries to one graph


def test_pool_answers_one_query_after_another(pool: Pool) -> None:
    for _ in range(3):
        assert first_column(pool.ask(Request(text=WHO))) == WHO_CLAIMS


def test_pool_asks_a_file_and_complains_of_a_missing_one(file: Path, tmp_path: Path) -> None:
    with Pool(file) as opened:
        assert first_column(opened.ask(Request(text=WHO))) == WHO_CLAIMS
    with pytest.raises(GraphError, match=r"gone\.ttl: cannot be read"):
        Pool(tmp_path / "gone.ttl")


@pytest.mark.parametrize(
    ("query", "limits", "error"),
    [
        (ENDLESS, Limits(seconds=0.3), QueryStoppedError),
        (GREEDY, Limits(megabytes=20), QueryStoppedError),
        (CRASH, Limits(), QueryError),
        ("SELECT {", Limits(), QueryError),
        ("CLEAR ALL", Limits(), QueryRefusedError),
    ],
)
def test_pool_outlives_what_its_queries_do(
    pool: Pool, query: str, limits: Limits, error: type[QueryError]
) -> None:
    with pytest.raises(error):
        pool.ask(Request(text=query, limits=limits))
    assert first_column(pool.ask(Request(text=WHO))) == WHO_CLAIMS


def test_others_are_answered_while_one_is_slow(pool: Pool) -> None:
    ended: list[BaseException] = []

    def ask_slowly() -> None:
        try:
            pool.ask(Request(text=ENDLESS, limits=Limits(seconds=1.5)))
        except QueryStoppedError as error:
            ended.append(error)

    threads = [threading.Thread(target=ask_slowly) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert first_column(pool.ask(Request(text=WHO))) == WHO_CLAIMS
    assert not ended
    for thread in threads:
        thread.join()
    assert len(ended) == 2


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import sys; sys.exit('no room for it')", "has ended: no room for it$"),
        ("import os; os._exit(3)", "has ended: it ended with 3$"),
        ("import socket, sys; socket.socket(fileno=int(sys.argv[1])).recv(9); 1 / 0", "ZeroDivisionError: "),
    ],
)
def test_process_that_ends_while_it_starts_is_one_line_with_the_reason(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    monkeypatch.setattr("kgraph.sparql.pool.COMMAND", (sys.executable, "-c", code))
    with pytest.raises(GraphError, match=says):
        Pool(graph)
    monkeypatch.setattr("kgraph.sparql.pool.COMMAND", ("/nowhere/python",))
    with pytest.raises(GraphError, match=r"cannot be started: .*No such file"):
        Pool(graph)


def test_pool_starts_again_where_its_process_was_killed(graph: Graph) -> None:
    with Pool(graph) as opened:
        assert opened._process is not None
        opened._process.kill()
        opened._process.wait()
        assert first_column(opened.ask(Request(text=WHO))) == WHO_CLAIMS


def test_closing_a_pool_ends_its_queries(graph: Graph) -> None:
    opened = Pool(graph)
    errors: list[QueryError] = []

    def ask_for_ever() -> None:
        try:
            opened.ask(Request(text=ENDLESS, limits=Limits(seconds=60)))
        except QueryError as error:
            errors.append(error)

    thread = threading.Thread(target=ask_for_ever)
    thread.start()
    time.sleep(0.5)
    opened.close()
    thread.join(timeout=20)
    assert errors
