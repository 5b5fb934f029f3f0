"""Graphs put together are the graph of all their documents, in any order and any number of times."""

import itertools
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Triple

from kgraph.changes import Merged
from kgraph.cli import cli
from kgraph.derive import derive
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.triple_file import TripleFile
from kgraph.graph.write import to_turtle, write_graph
from kgraph.model import Entity, Reading
from kgraph.validation import validate
from kgraph.vocab import IDS, NAMESPACE, PREFIXES

READINGS = handmade.all_readings()
LABEL, ALT_LABEL = PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel"


def graph_of(*readings: Reading, gazetteer: Gazetteer | None = None) -> Graph:
    """Make the graph of some readings."""
    return Graph(to_triples(readings, gazetteer))


def called(label: str) -> Reading:
    """Give the article on the Kurils, where the minister is called otherwise and is the same person."""
    minister = replace(handmade.LAVROV, label=label)

    def renamed(entity: Entity | None) -> Entity | None:
        return minister if entity == handmade.LAVROV else entity

    fields = ("subject", "object", "attribution")
    document = replace(handmade.kurils().document, id=f"as-{label}")
    return replace(
        handmade.kurils(),
        document=document,
        assertions=tuple(
            replace(
                one,
                **{field: renamed(getattr(one, field)) for field in fields},
                evidence=tuple(replace(e, document_id=document.id) for e in one.evidence),
            )
            for one in handmade.kurils().assertions
        ),
    )


def names_of(triples: Merged | Graph, thing: str, predicate: str) -> set[str]:
    """List what a thing is called."""
    return {
        t.object.value for t in triples if (t.subject.value, t.predicate.value) == (IDS + thing, predicate)
    }


@pytest.mark.parametrize("gazetteer", [None, Gazetteer.load()], ids=["alone", "gazetteer"])
def test_graphs_of_some_documents_make_the_graph_of_all(gazetteer: Gazetteer | None) -> None:
    parts = [graph_of(one, gazetteer=gazetteer) for one in READINGS]
    assert set(Merged(parts)) == set(graph_of(*READINGS, gazetteer=gazetteer))


def test_order_and_repetition_make_no_difference() -> None:
    parts = [graph_of(called(name)) for name in ("Lavrov", "Sergei Lavrov", "Sergey Lavrov")]
    orders = [*itertools.permutations(parts), [*parts, *parts], [Graph(Merged(parts[:2])), *parts]]
    assert len({to_turtle(Merged(order)) for order in orders}) == 1


def test_thing_called_differently_is_called_as_in_one_graph_of_all() -> None:
    readings = [called(name) for name in ("Lavrov", "Sergei Lavrov", "Sergey Lavrov")]
    merged = Merged([graph_of(one) for one in readings])
    assert set(merged) == set(graph_of(*readings))
    assert names_of(merged, handmade.LAVROV.id, LABEL) == {"Sergei Lavrov"}
    assert names_of(merged, handmade.LAVROV.id, ALT_LABEL) >= {"Lavrov", "Sergey Lavrov"}


def test_what_the_gazetteer_knows_is_called_by_the_gazetteer() -> None:
    island, known = NamedNode(IDS + "kunashir"), NamedNode(NAMESPACE + "known")
    boolean = NamedNode(PREFIXES["xsd"] + "boolean")
    candidate = Triple(island, NamedNode(NAMESPACE + "candidate"), NamedNode(IDS + "iturup"))
    unknown = [
        Triple(island, known, Literal("false", datatype=boolean)),
        Triple(island, NamedNode(LABEL), Literal("the island of Kunashir")),
        candidate,
    ]
    for order in ([graph_of(*READINGS), unknown], [unknown, graph_of(*READINGS)]):
        merged = Merged(order)
        assert names_of(merged, "kunashir", LABEL) == {"Kunashir"}
        assert "the island of Kunashir" in names_of(merged, "kunashir", ALT_LABEL)
        assert names_of(merged, "kunashir", known.value) == {"true"}
        assert candidate not in set(merged)


def test_labels_of_what_is_no_thing_of_ours_are_left_alone() -> None:
    names = [Triple(NamedNode("a:b"), NamedNode(LABEL), Literal(word)) for word in ("one", "three")]
    assert set(Merged([names[:1], names[1:]])) == set(names)


def test_derived_layer_is_derived_anew() -> None:
    parts = [graph_of(one) for one in READINGS]
    with_layers = [Graph([*part, *derive(part)]) for part in parts]
    whole = graph_of(*READINGS)
    assert set(Merged(with_layers)) == set(whole) | set(derive(whole))
    assert len(set(derive(whole))) > 0


def test_nothing_is_derived_where_nothing_was() -> None:
    assert set(Merged([graph_of(*READINGS)])) == set(graph_of(*READINGS))


def test_merged_graph_conforms_to_its_shapes() -> None:
    merged = Graph(Merged([graph_of(called(name)) for name in ("Lavrov", "Sergei Lavrov")]))
    assert validate(merged).conforms


def test_two_texts_of_one_document_are_told() -> None:
    kurils = handmade.kurils()
    other = replace(kurils, document=replace(kurils.document, text=kurils.document.text + "\nMore."))
    merged = Merged([graph_of(kurils), graph_of(other)])
    assert merged.texts_differ == (next(iri for iri in merged.texts_differ if "/d_" in iri),)
    assert Merged([graph_of(kurils), graph_of(kurils)]).texts_differ == ()


# ------------------------------------------------------------------ the command


def test_command_writes_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    names = []
    for place, reading in enumerate(READINGS):
        names.append(str(tmp_path / f"{place}{('.ttl', '.jsonld', '.nq.gz')[place]}"))
        write_graph(graph_of(reading), Path(names[-1]))
    for out, order in (("x.ttl", names), ("y.ttl", [*names[::-1], names[0]])):
        result = CliRunner().invoke(cli, ["merge", *order, "-o", str(tmp_path / out)])
        assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "x.ttl").read_bytes() == (tmp_path / "y.ttl").read_bytes()
    assert set(TripleFile(tmp_path / "x.ttl")) == set(graph_of(*READINGS))


def test_command_keeps_spellings_and_blank_nodes_apart(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("_:x <a:c> 01 .", encoding="utf-8")
    (tmp_path / "b.ttl").write_text("_:x <a:c> 1.50 .", encoding="utf-8")
    names = [str(tmp_path / name) for name in ("a.ttl", "b.ttl", "c.ttl")]
    for order in ([*names[:2]], [*names]):
        assert CliRunner().invoke(cli, ["merge", *order, "-o", names[2]]).exit_code == 0
        found = list(TripleFile(tmp_path / "c.ttl"))
        assert {t.object.value for t in found} == {"01", "1.50"}
        assert len({t.subject for t in found}) == 2


def test_command_names_a_broken_graph_and_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a:b> <a:c> 1 .", encoding="utf-8")
    (tmp_path / "broken.ttl").write_text("<a:b> <a:c", encoding="utf-8")
    names = [str(tmp_path / name) for name in ("a.ttl", "broken.ttl", "a.ttl")]
    result = CliRunner().invoke(cli, ["merge", *names[:2], "-o", names[2]])
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "broken.ttl:1:7: not Turtle" in result.output
    assert (tmp_path / "a.ttl").read_text(encoding="utf-8") == "<a:b> <a:c> 1 ."
