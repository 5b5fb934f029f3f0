"""What Neo4j, Wikidata, a coder of claims and RDF 1.2 get of a graph."""

import csv
import io
import re
from pathlib import Path

import handmade
import pyoxigraph as ox
import pytest

from kgraph.gazetteer import Gazetteer
from kgraph.graph.neo4j import to_neo4j_nodes, to_neo4j_relationships
from kgraph.graph.network import edge_type
from kgraph.graph.quickstatements import PROPERTIES, to_quickstatements
from kgraph.graph.rdf import to_triples
from kgraph.graph.rdf12 import REIFIES
from kgraph.graph.store import Graph
from kgraph.graph.worksheet import COLUMNS, to_worksheet
from kgraph.graph.write import write_graph
from kgraph.model import Entity, EntityKind
from kgraph.vocab import PREFIXES, nil_entity, predicates

W = handmade.Writer
JAPAN, KUNASHIR, RUSSIA = handmade.JAPAN, handmade.KUNASHIR, handmade.RUSSIA
IRAN = Entity(id="iran", label="Iran", kind=EntityKind.STATE)
EMIRATES = Entity(id="united-arab-emirates", label="United Arab Emirates", kind=EntityKind.STATE)
ABU_MUSA = Entity(id="abu-musa", label="Abu Musa", kind=EntityKind.TERRITORY)  # Wikidata has an item for each


@pytest.fixture(scope="module")
def known() -> Graph:
    return Graph(to_triples(handmade.all_readings(), Gazetteer.load()))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def graph_of(*writers: handmade.Writer) -> Graph:
    return Graph(to_triples((writer.reading() for writer in writers), Gazetteer.load()))


# -- Neo4j --------------------------------------------------------------------------------------------------------


def test_every_relationship_joins_two_nodes(known: Graph) -> None:
    nodes = {row["id:ID"] for row in rows_of(to_neo4j_nodes(known))}
    relationships = rows_of(to_neo4j_relationships(known))
    assert len(relationships) == len(known.assertions())
    assert {row[end] for row in relationships for end in (":START_ID", ":END_ID")} <= nodes


def test_headers_are_of_the_importers_grammar(known: Graph) -> None:
    column = re.compile(r"(\w+)?(:(ID|LABEL|START_ID|END_ID|TYPE|boolean|int|double))?")
    for text in (to_neo4j_nodes(known), to_neo4j_relationships(known)):
        assert all(name and column.fullmatch(name) for name in text.partition("\n")[0].split(","))


def test_truth_values_are_written_as_the_importer_reads_them(known: Graph) -> None:
    assert {row["known:boolean"] for row in rows_of(to_neo4j_nodes(known))} == {"true", "false"}


def test_a_line_break_in_a_text_does_not_end_a_row() -> None:
    """The importer takes one for the end of a row, quoted or not."""
    says = "The United Arab\r\nEmirates claims\u2028Abu Musa."
    writer = W("a", "Title", "2019-01-14", "Times", [says]).says(says, EMIRATES, "claims", ABU_MUSA)
    text = to_neo4j_relationships(graph_of(writer))
    assert len(text.splitlines()) == 2
    assert rows_of(text)[0]["quotation"] == "The United Arab Emirates claims Abu Musa."


def test_only_what_may_be_taken_as_said_has_the_bare_type(known: Graph) -> None:
    types = {row["assertion"]: row[":TYPE"] for row in rows_of(to_neo4j_relationships(known))}
    plain = {key for key, kind in types.items() if kind in predicates()}
    assert plain == {
        key
        for key, row in ((r["assertion"], r) for r in rows_of(to_neo4j_relationships(known)))
        if row["polarity"] == "positive"
        and row["modality"] == "actual"
        and row["attribution"] in ("", _label_of(row[":START_ID"], known))
    }


def _label_of(thing: str, graph: Graph) -> str:
    return next(row["label"] for row in rows_of(to_neo4j_nodes(graph)) if row["id:ID"] == thing)


def test_a_denial_a_plan_and_a_report_have_types_of_their_own(known: Graph) -> None:
    types = {edge_type(assertion) for assertion in known.assertions()}
    assert {"claims", "claims_denied", "transferredTo_possible", "knownAs_attributed"} <= types


# -- Wikidata -----------------------------------------------------------------------------------------------------


def test_a_claim_becomes_a_statement_on_the_territory_with_its_article() -> None:
    says = "The United Arab Emirates has claimed Abu Musa since 1971."
    writer = W("a", 'The "Gulf" islands', "2019-01-14", "Times", [says])
    writer.says(says, EMIRATES, "claims", ABU_MUSA, time="1971/")
    line = to_quickstatements(graph_of(writer)).removesuffix("\n").split("\t")
    assert line == [
        *("Q167217", "P1336", "Q878"),
        *("P580", "+1971-00-00T00:00:00Z/9"),
        *("S854", '"https://news.example/a"'),
        *("S1476", 'en:"The ”Gulf” islands"'),
        *("S577", "+2019-01-14T00:00:00Z/11"),
    ]


@pytest.mark.parametrize(
    ("time", "qualifiers"),
    [
        ("197X/", ["P580", "+1970-00-00T00:00:00Z/8"]),
        ("18XX", ["P585", "+1801-00-00T00:00:00Z/7"]),
        ("1971~/", []),
        ("[1939..1945]", []),
    ],
)
def test_a_vague_time_is_as_vague_there_or_left_out(time: str, qualifiers: list[str]) -> None:
    says = "The United Arab Emirates claims Abu Musa."
    writer = W("a", "Title", "2019-01-14", "Times", [says])
    writer.says(says, EMIRATES, "claims", ABU_MUSA, time=time)
    line = to_quickstatements(graph_of(writer)).removesuffix("\n").split("\t")
    assert line[3 : line.index("S854")] == qualifiers


@pytest.mark.parametrize(
    "qualifiers",
    [
        {"polarity": handmade.Polarity.NEGATIVE},
        {"modality": handmade.Modality.POSSIBLE},
        {"attribution": IRAN},
    ],
)
def test_what_is_denied_possible_or_anothers_word_is_no_statement(qualifiers: dict[str, object]) -> None:
    says = "The United Arab Emirates claims Abu Musa."
    writer = W("a", "Title", "2019-01-14", "Times", [says]).says(
        says, EMIRATES, "claims", ABU_MUSA, **qualifiers
    )
    assert to_quickstatements(graph_of(writer)) == ""


def test_a_thing_without_an_item_and_an_article_without_an_address_give_nothing() -> None:
    says = "The United Arab Emirates claims Nowhere Rock and Abu Musa."
    rock = nil_entity("Nowhere Rock", EntityKind.TERRITORY)
    writer = W("a", "Title", "2019-01-14", "Times", [says]).says(says, EMIRATES, "claims", rock)
    assert to_quickstatements(graph_of(writer)) == ""
    unaddressed = W("a", "Title", "2019-01-14", "Times", [says]).says(says, EMIRATES, "claims", ABU_MUSA)
    unaddressed.document = handmade.Document(id="a", text=unaddressed.text)
    assert to_quickstatements(graph_of(unaddressed)) == ""


def test_properties_are_those_of_the_ontology() -> None:
    from kgraph.vocab import ONTOLOGY

    said = {
        (
            t.subject.value.rpartition("#")[2],
            t.object.value.rpartition("/")[2],
            "Inverse" in t.predicate.value,
        )
        for t in ox.parse(path=ONTOLOGY, format=ox.RdfFormat.TURTLE)
        if t.predicate.value.endswith(("wikidataProperty", "wikidataInverseProperty"))
    }
    assert {(name, item, inverse) for name, (item, inverse) in PROPERTIES.items()} <= said


# -- a coder's worksheet ------------------------------------------------------------------------------------------


def test_a_row_is_a_challenger_against_a_holder_with_the_words_of_both(known: Graph) -> None:
    rows = rows_of(to_worksheet(known))
    assert tuple(rows[0]) == COLUMNS
    (row,) = [r for r in rows if r["territory_id"] == "falkland-islands"]
    assert (row["challenger"], row["target"], row["target_is"]) == ("Argentina", "United Kingdom", "holder")
    assert (
        row["challenger_quotation"] == "Argentina claims the Falkland Islands, and Britain claims them too."
    )
    assert row["target_quotation"] == "The United Kingdom administers the Falkland Islands."
    assert row["target_document"] == "https://news.example/falklands-2020"
    assert (row["first_reported"], row["status"]) == ("2020-06-01", "contested")


def test_begin_and_end_have_their_words_and_no_precision_that_no_text_has() -> None:
    begun, held, ended = (
        "Japan has claimed Kunashir since October 1956.",
        "Russia administers Kunashir.",
        "Japan gave up its claim to Kunashir in 2031.",
    )
    writer = W("a", "Title", "2032-01-14", "Times", [begun, held, ended])
    writer.says(begun, JAPAN, "claims", KUNASHIR, time="1956-10/")
    writer.says(held, RUSSIA, "administers", KUNASHIR)
    writer.says(ended, JAPAN, "renounces", KUNASHIR, time="2031")
    (row,) = rows_of(to_worksheet(graph_of(writer)))
    assert (row["begin"], row["end"]) == ("1956-10", "2031")
    assert (row["begin_quotation"], row["end_quotation"]) == (begun, ended)


def test_a_claim_without_a_time_has_no_begin() -> None:
    says, held = "Japan claims Kunashir.", "Russia administers Kunashir."
    writer = W("a", "Title", "2019-01-14", "Times", [says, held])
    writer.says(says, JAPAN, "claims", KUNASHIR).says(held, RUSSIA, "administers", KUNASHIR)
    (row,) = rows_of(to_worksheet(graph_of(writer)))
    assert (row["begin"], row["begin_quotation"], row["end"]) == ("", "", "")
    assert (row["first_reported"], row["last_reported"]) == ("2019-01-14", "2019-01-14")


def test_where_nobody_is_said_to_hold_it_each_claimant_challenges_the_other() -> None:
    says, too = "Japan claims Kunashir.", "Russia claims Kunashir."
    writer = W("a", "Title", "2019-01-14", "Times", [says, too])
    writer.says(says, JAPAN, "claims", KUNASHIR).says(too, RUSSIA, "claims", KUNASHIR)
    rows = rows_of(to_worksheet(graph_of(writer)))
    assert [(r["challenger"], r["target"], r["target_is"]) for r in rows] == [
        ("Japan", "Russia", "party"),
        ("Russia", "Japan", "party"),
    ]


def test_a_state_is_the_target_of_who_alone_claims_it() -> None:
    says = "China claims Taiwan."
    writer = W("a", "Title", "2019-01-14", "Times", [says])
    china, taiwan = (
        Entity(id=name.lower(), label=name, kind=EntityKind.STATE) for name in ("China", "Taiwan")
    )
    writer.says(says, china, "claims", taiwan)
    (row,) = rows_of(to_worksheet(graph_of(writer)))
    assert (row["challenger"], row["target"], row["target_is"]) == ("China", "Taiwan", "party")
    assert (row["target_quotation"], row["status"]) == (says, "claimed")


def test_a_denied_claim_is_no_row() -> None:
    says, held = "Japan does not claim Kunashir.", "Russia administers Kunashir."
    writer = W("a", "Title", "2019-01-14", "Times", [says, held])
    writer.says(says, JAPAN, "claims", KUNASHIR, polarity=handmade.Polarity.NEGATIVE)
    writer.says(held, RUSSIA, "administers", KUNASHIR)
    assert rows_of(to_worksheet(graph_of(writer))) == []


# -- RDF 1.2 ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["rdf12.ttl", "rdf12.nt"])
def test_oxigraph_reads_each_assertion_as_the_reifier_of_its_triple(
    graph: Graph, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"graph.{suffix}"
    write_graph(graph, path)
    store = ox.Store()
    store.bulk_load(path=path, format=ox.RdfFormat.from_extension(path.suffix[1:]))
    reified = "?a rdf:reifies <<( ?s ?p ?o )>> ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
    found = {row["a"].value for row in store.query(f"SELECT ?a {{ {reified} }}", prefixes=dict(PREFIXES))}
    assert len(found) == len(graph.assertions()) > 0
    kept = Graph(q.triple for q in store if q.predicate != REIFIES)
    assert set(kept) == set(graph)


def test_a_denied_claim_is_reified_and_not_said(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "graph.rdf12.ttl"
    write_graph(graph, path)
    store = ox.Store()
    store.bulk_load(path=path, format=ox.RdfFormat.TURTLE)
    prefixes = dict(PREFIXES)
    denied = "?a rdf:reifies <<( id:japan kg:claims id:kuril-islands )>> ; kg:polarity kg:Negative"
    assert store.query(f"ASK {{ {denied} }}", prefixes=prefixes)
    assert not Graph([]).solve("ASK { id:japan kg:claims id:kuril-islands }")


@pytest.mark.parametrize(
    "suffix",
    [
        "rdf12.ttl",
        "rdf12.nt",
        "neo4j.nodes.csv",
        "neo4j.relationships.csv",
        "icow.csv",
        "quickstatements.tsv",
    ],
)
def test_the_same_graph_gives_the_same_bytes_in_whatever_order(
    known: Graph, tmp_path: Path, suffix: str
) -> None:
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    write_graph(known, one)
    write_graph(Graph(reversed(list(known))), other)
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size > 100
