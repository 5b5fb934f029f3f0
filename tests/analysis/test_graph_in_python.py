"""A graph in Python: opened by its name, asked, as frames and as a network, shown."""

import builtins
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyoxigraph as ox
import pytest

import kgraph
from kgraph.errors import GraphError, KgraphError, QueryError, QueryRefusedError
from kgraph.frames import to_pandas, to_polars
from kgraph.graph.store import Graph as Triples
from kgraph.graph.write import write_graph
from kgraph.sparql.values import values_of

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def opened(graph: Triples, tmp_path: Path) -> kgraph.Graph:
    write_graph(graph, tmp_path / "graph.ttl")
    return kgraph.Graph.open(tmp_path / "graph.ttl")


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))


def test_a_graph_is_opened_by_a_path_or_its_text(graph: Triples, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write_graph(graph, path)
    assert set(kgraph.Graph.open(path)) == set(kgraph.open_graph(str(path))) == set(graph)


def test_a_graph_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="No such file"):
        kgraph.Graph.open(tmp_path / "none.ttl")


def test_a_name_is_no_triples(tmp_path: Path) -> None:
    for name in ("graph.ttl", tmp_path / "graph.ttl"):
        with pytest.raises(TypeError, match=r"graph\.ttl' is no triples: kgraph\.Graph\.open opens a file"):
            kgraph.Graph(name)  # type: ignore[arg-type]


def test_a_question_may_stand_in_a_file(opened: kgraph.Graph, tmp_path: Path) -> None:
    path = tmp_path / "who.rq"
    path.write_text("SELECT ?who WHERE { ?who kg:claims ?what }", encoding="utf-8")
    assert opened.query(path).rows == opened.query(str(path)).rows != ()


def test_an_unknown_engine_is_told(opened: kgraph.Graph) -> None:
    with pytest.raises(QueryError, match="no engine is called 'jena'; there are oxigraph and rdflib"):
        opened.query("disputes", engine="jena")  # type: ignore[arg-type]


def test_two_graphs_joined_can_be_asked(opened: kgraph.Graph) -> None:
    both = opened | kgraph.Graph()
    assert isinstance(both, kgraph.Graph)
    assert len(both.query("disputed-territories")) == len(opened.query("disputed-territories")) > 0


def test_a_named_question_takes_values(opened: kgraph.Graph) -> None:
    everything, one = opened.query("names"), opened.query("names", territory="Kunashir")
    assert 0 < len(one) < len(everything)


def test_a_whole_number_may_be_filled_in(opened: kgraph.Graph) -> None:
    assert len(opened.query("names", limit=1)) == 1


def test_sparql_is_answered_in_pandas_and_polars_alike(opened: kgraph.Graph) -> None:
    answer = opened.query("SELECT ?c ?s WHERE { ?e kg:confidence ?c ; oa:exact ?s } ORDER BY ?s ?c")
    rows = [(float(c.value), s.value) for c, s in answer.rows]
    assert rows
    assert list(answer.to_pandas().itertuples(index=False, name=None)) == rows
    assert answer.to_polars().rows() == rows


def test_an_answer_gives_its_rows_as_values_by_column(opened: kgraph.Graph) -> None:
    answer = opened.query("SELECT ?c ?s ?none WHERE { ?e kg:confidence ?c ; oa:exact ?s } ORDER BY ?s ?c")
    rows = list(answer)
    assert [list(row) for row in rows] == [["c", "s", "none"]] * len(answer)
    assert [(row["c"], row["s"]) for row in rows] == answer.to_polars().select("c", "s").rows()
    assert list(opened.query("SELECT ?a WHERE { ?a a kg:Nothing }")) == []


@pytest.mark.parametrize(
    ("query", "truth"),
    [
        ("ASK { id:japan kg:claims id:kunashir }", True),
        ("ASK { id:japan kg:claims id:japan }", False),
        ("SELECT ?x WHERE { VALUES ?x { false } }", True),
        ("SELECT ?x WHERE { ?x a kg:Nothing }", False),
    ],
)
def test_an_answer_is_true_where_it_says_yes_or_has_rows(
    opened: kgraph.Graph, query: str, truth: bool
) -> None:
    assert bool(opened.query(query)) is truth


def test_an_empty_answer_keeps_its_columns(opened: kgraph.Graph) -> None:
    answer = opened.query("SELECT ?a ?b WHERE { ?a a kg:Nothing ; kg:confidence ?b }")
    assert list(answer.to_pandas().columns) == answer.to_polars().columns == ["a", "b"]


def test_what_would_write_is_refused(opened: kgraph.Graph) -> None:
    with pytest.raises(QueryRefusedError):
        opened.query("DELETE WHERE { ?s ?p ?o }")


def test_an_unknown_question_or_value_says_what_there_is(opened: kgraph.Graph) -> None:
    with pytest.raises(QueryError, match="disputed-territories"):
        opened.query("disputed-teritories")
    with pytest.raises(QueryError, match="no parameter 'teritory'"):
        opened.query("names", teritory="Kunashir")


@pytest.mark.parametrize(
    ("terms", "values"),
    [
        ([typed("3", "integer"), None], [3, None]),
        ([typed("0.5", "decimal"), typed("1", "decimal")], [0.5, 1.0]),
        ([typed("true", "boolean"), typed("0", "boolean")], [True, False]),
        ([typed("1956-10-19", "date")], [datetime.date(1956, 10, 19)]),
        ([typed("-0044-03-15", "date")], ["-0044-03-15"]),
        ([typed("3", "integer"), ox.Literal("three")], ["3", "three"]),
        ([typed("99999999999999999999", "integer")], ["99999999999999999999"]),
        ([ox.NamedNode("https://example.org/a"), None], ["https://example.org/a", None]),
        ([None, None], [None, None]),
        ([], []),
    ],
)
def test_a_column_has_values_where_all_are_of_one_type(terms: list[Any], values: list[Any]) -> None:
    found = values_of(terms)
    assert found == values
    assert list(map(type, found)) == list(map(type, values))
    assert to_polars({"x": found})["x"].to_list() == values
    frame = to_pandas({"x": found})
    assert [None if pd.isna(v) else v for v in frame["x"]] == [
        pd.Timestamp(v) if isinstance(v, datetime.date) else v for v in values
    ]


def test_a_frame_of_the_graph_has_a_row_for_each_place_that_says_it(opened: kgraph.Graph) -> None:
    places = sum(len(assertion.evidence) for assertion in opened.assertions())
    pandas_frame, polars_frame = opened.to_pandas(), opened.to_polars()
    assert len(pandas_frame) == len(polars_frame) == places > 0
    assert str(pandas_frame["confidence"].dtype) == "Float64"
    assert str(pandas_frame["plain"].dtype) == "boolean"
    assert polars_frame.schema["date"] == pl.Date
    assert polars_frame.schema["plain"] == pl.Boolean
    assert polars_frame["sentence"].to_list() == pandas_frame["sentence"].to_list()


def test_a_frame_has_the_same_columns_and_types_whether_there_are_values_or_not(opened: kgraph.Graph) -> None:
    """Articles without dates have a column of dates all the same: `frame["date"].dt` does."""
    empty = kgraph.Graph()
    assert empty.to_polars().schema == opened.to_polars().schema
    assert dict(empty.to_pandas().dtypes) == dict(opened.to_pandas().dtypes)


def test_the_rows_of_a_frame_are_documents_and_what_is_missing_is_none(extractor: kgraph.Extractor) -> None:
    rows: dict[str, list[Any]] = {
        "id": ["a", "b", "c"],
        "text": ["Japan claims Kunashir.", "Spain claims Gibraltar.", "Chile is far away."],
        "date": [datetime.datetime(2012, 5, 1, 13), None, None],
        "title": ["Islands", None, None],
        "source": [None, None, None],
    }
    in_pandas = pd.DataFrame(rows).astype({"date": "datetime64[s]", "source": "float64"})
    nullable = in_pandas.astype({"title": "string", "source": "Int64"})
    records = (in_pandas.to_dict("records"), nullable.to_dict("records"), pl.DataFrame(rows).to_dicts())
    day = datetime.date(2012, 5, 1)
    for documents in ([kgraph.Document(**row) for row in found] for found in records):
        assert [(each.title, each.date, each.source) for each in documents] == [
            ("Islands", day, None),
            *[(None, None, None)] * 2,
        ]
        graph = kgraph.Graph.of(extractor.read(documents))
        assert {each.id: each.date for each in graph.documents()} == {"a": day, "b": None, "c": None}


def test_the_network_has_an_edge_for_each_assertion(opened: kgraph.Graph) -> None:
    network = opened.to_networkx()
    assert network.number_of_edges() == len(opened.assertions())
    assert {"predicate", "polarity", "quotation"} <= set(next(iter(network.edges(data=True)))[2])


@pytest.mark.parametrize(
    ("library", "use"),
    [("pandas", lambda g: g.to_pandas()), ("polars", lambda g: g.query("names").to_polars())],
)
def test_a_library_that_is_missing_is_named(
    opened: kgraph.Graph, monkeypatch: pytest.MonkeyPatch, library: str, use: Callable[[kgraph.Graph], object]
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == library:
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(KgraphError, match=rf"pip install 'kgraph-disputes\[{library}\]'"):
        use(opened)


def test_the_page_shows_itself_in_a_sandboxed_frame_and_saves_itself(
    opened: kgraph.Graph, tmp_path: Path
) -> None:
    page = opened.show("My disputes")
    frame = page._repr_html_()
    assert frame.startswith('<iframe title="kgraph" sandbox="allow-scripts allow-downloads"')
    page.save(tmp_path / "page.html")
    saved = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert saved == page.html
    assert "My disputes" in saved
    assert "html" not in repr(page)  # half a megabyte is not for a terminal


def test_an_answer_shows_itself_in_a_notebook_with_nothing_of_a_text_as_markup(opened: kgraph.Graph) -> None:
    answer = opened.query('SELECT ("<script>alert(1)</script>" AS ?a) (?n AS ?b) WHERE { VALUES ?n { 1 2 } }')
    shown = answer._repr_html_()
    assert "<script>" not in shown
    assert shown.count("<tr>") == 3


def test_long_answers_are_cut_in_a_notebook_and_say_so(opened: kgraph.Graph) -> None:
    table = opened.query("SELECT ?s WHERE { ?s ?p ?o }").table()
    shown = table.to_html(10)
    assert shown.count("<tr>") == 11
    assert f"and {len(table.rows) - 10:,} rows more" in shown


def test_a_graph_says_in_a_notebook_what_it_holds(opened: kgraph.Graph) -> None:
    assert f"{len(opened.assertions()):,} assertions" in opened._repr_html_()
