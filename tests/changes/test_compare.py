"""What is gone, new and read otherwise between two graphs is told as a reader means it."""

import json
import random
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgraph.changes import Difference, compare
from kgraph.changes.as_json import to_json
from kgraph.changes.show import to_summary, to_text
from kgraph.changes.walk import to_patch
from kgraph.cli import cli
from kgraph.derive import derive
from kgraph.explain import describe
from kgraph.graph import terms
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.triple_file import TripleFile
from kgraph.graph.write import write_graph
from kgraph.model import Assertion, Evidence, Modality, Polarity, Reading
from kgraph.vocab import IDS, NAMESPACE, PREFIXES

KURILS = handmade.kurils()
EVERYTHING = sorted(Graph(to_triples(handmade.all_readings())), key=str)


def graph_of(*readings: Reading) -> Graph:
    """Make the graph of some readings."""
    return Graph(to_triples(readings))


def reread(change: dict[int, object], *, without: int | None = None) -> Reading:
    """Give the article on the Kurils with some assertions read otherwise, by their place in it, and one left out."""
    read = [replace(one, **change.get(place, {})) for place, one in enumerate(KURILS.assertions)]
    return replace(KURILS, assertions=tuple(one for place, one in enumerate(read) if place != without))


def texts(assertions: tuple[Assertion, ...]) -> set[str]:
    """Say assertions in words."""
    return {describe(one) for one in assertions}


def evidence_of(assertion: Assertion, **changed: object) -> tuple[Evidence, ...]:
    """Give the one evidence of an assertion, changed."""
    return (replace(assertion.evidence[0], **changed),)


# ------------------------------------------------------------------ what is found


def test_graph_differs_in_nothing_from_itself(graph: Graph) -> None:
    difference = compare(graph, Graph(graph))
    assert not difference
    assert to_text(difference) == "no difference in what is read\n"


def test_assertion_left_out_is_gone_with_its_sentence() -> None:
    difference = compare(graph_of(KURILS), graph_of(reread({}, without=2)))
    (gone,) = difference.gone
    assert describe(gone) == "Japan does not claim Kuril Islands (according to Sergei Lavrov)"
    assert [e.quotation for e in gone.evidence] == [
        "Lavrov said that Japan has no claim to the Kuril Islands."
    ]
    assert (difference.new, difference.reread, difference.support, difference.altered) == ((), (), (), ())


def test_document_more_is_new_with_its_assertions() -> None:
    difference = compare(graph_of(KURILS), graph_of(KURILS, handmade.bakassi()))
    assert [document.id for document in difference.documents_new] == ["bakassi-2008"]
    assert texts(difference.new) == texts(graph_of(handmade.bakassi()).assertions())
    assert (difference.documents_gone, difference.gone, difference.reread) == ((), (), ())


def test_the_other_way_round_new_is_gone() -> None:
    one, other = graph_of(KURILS), graph_of(handmade.falklands(), handmade.bakassi())
    there, back = compare(one, other), compare(other, one)
    assert (there.new, there.documents_new, there.other_new) == (
        back.gone,
        back.documents_gone,
        back.other_gone,
    )
    assert (there.gone, there.documents_gone, there.other_gone) == (
        back.new,
        back.documents_new,
        back.other_new,
    )


@pytest.mark.parametrize(
    ("change", "now"),
    [
        ({"modality": Modality.POSSIBLE}, "Japan claims Kunashir (possible)"),
        ({"polarity": Polarity.NEGATIVE}, "Japan does not claim Kunashir"),
        ({"predicate": "renounces"}, "Japan renounces its claim to Kunashir"),
        ({"object": handmade.KURILS}, "Japan claims Kuril Islands"),
        ({"time": "1956"}, "Japan claims Kunashir (1956)"),
    ],
)
def test_sentence_read_otherwise_is_one_change(change: dict[str, object], now: str) -> None:
    difference = compare(graph_of(KURILS), graph_of(reread({0: change})))
    (pair,) = difference.reread
    assert describe(pair.before.assertion) == "Japan claims Kunashir"
    assert describe(pair.after.assertion) == now
    assert (difference.gone, difference.new) == ((), ())


def test_another_relation_between_other_things_is_no_rereading() -> None:
    """The sentence may say several things: only what is alike is the same thing read otherwise."""
    change = {"subject": handmade.RUSSIA, "predicate": "occupies", "object": handmade.KURILS}
    difference = compare(graph_of(KURILS), graph_of(reread({0: change})))
    assert difference.reread == ()
    assert texts(difference.gone) == {"Japan claims Kunashir"}
    assert texts(difference.new) == {"Russia occupies Kuril Islands"}


def test_the_likest_readings_of_a_sentence_are_paired() -> None:
    claim, holds = KURILS.assertions[:2]
    change = {0: {"modality": Modality.POSSIBLE}, 1: {"modality": Modality.POSSIBLE}}
    difference = compare(graph_of(KURILS), graph_of(reread(change)))
    assert {(pair.before.assertion, pair.after.assertion.modality) for pair in difference.reread} == {
        (claim, Modality.POSSIBLE),
        (holds, Modality.POSSIBLE),
    }


def test_assertion_that_loses_one_of_its_places_has_other_evidence() -> None:
    both = graph_of(KURILS, handmade.falklands())
    difference = compare(both, graph_of(KURILS))
    support = next(one for one in difference.support if describe(one.assertion) == "Japan claims Kunashir")
    assert [e.document_id for e in support.gone] == ["falklands-2020"]
    assert "Japan claims Kunashir" not in texts(difference.gone)


def test_evidence_told_otherwise_says_what_it_was_and_is() -> None:
    change = {4: {"evidence": evidence_of(KURILS.assertions[4], confidence=0.55, rule="other-rule")}}
    difference = compare(graph_of(KURILS), graph_of(reread(change)))
    ((_, values),) = difference.support[0].altered
    assert [(v.property, v.gone, v.new) for v in values] == [
        ("kg:confidence", ("0.7",), ("0.55",)),
        ("kg:rule", ("subject-verb-object",), ("other-rule",)),
    ]


def test_reading_by_another_version_is_counted_and_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = graph_of(KURILS)
    monkeypatch.setattr("kgraph.graph.rdf.__version__", "9.9.9")
    difference = compare(before, graph_of(KURILS))
    assert difference.read_by_another == len(KURILS.assertions)
    assert (difference.support, difference.new, difference.gone) == ((), (), ())
    assert "12 evidence read by another version, else the same" in to_summary(difference)


def test_document_and_thing_described_otherwise_are_named() -> None:
    after = Graph(graph_of(replace(KURILS, document=replace(KURILS.document, title="Talks fail"))))
    island = NamedNode(IDS + "kunashir")
    more = Triple(island, NamedNode(PREFIXES["skos"] + "altLabel"), Literal("Kunaşir"))
    difference = compare(graph_of(KURILS), Graph([*after, more]))
    assert [(one.label, *(v.property for v in one.values)) for one in difference.altered] == [
        ("kurils-2019", "schema:headline"),
        ("Kunashir", "skos:altLabel"),
    ]
    assert "\n  skos:altLabel: + Kunaşir\n" in to_text(difference)
    assert "  schema:headline: - Talks fail\n" in to_text(compare(after, Graph(_without_headline(after))))


def _without_headline(graph: Graph) -> list[Triple]:
    return [t for t in graph if t.predicate.value != PREFIXES["schema"] + "headline"]


def test_derived_layer_is_counted_and_no_difference() -> None:
    read = graph_of(*handmade.all_readings())
    difference = compare(read, Graph([*read, *derive(read)]))
    assert not difference
    assert to_summary(difference).endswith("derived statements not compared")


def test_statements_of_other_sorts_are_counted() -> None:
    foreign = [
        Triple(NamedNode("a:b"), NamedNode("a:c"), Literal("d")),
        Triple(BlankNode("x"), NamedNode("a:c"), Literal("d")),
        Triple(NamedNode(IDS + "japan"), NamedNode(NAMESPACE + "claims"), NamedNode(IDS + "alaska")),
    ]
    read = graph_of(KURILS)
    assert compare(read, Graph([*read, *foreign])).other_new == 3


def test_assertion_and_evidence_that_are_not_whole_are_counted_not_lost() -> None:
    read = graph_of(KURILS)
    for missing in (PREFIXES["rdf"] + "object", NAMESPACE + "inDocument"):
        difference = compare(Graph(), Graph(t for t in read if t.predicate.value != missing))
        assert difference.other_new > len(KURILS.assertions)
        assert (difference.new, len(difference.documents_new)) == ((), 1)


def test_assertion_described_otherwise_is_said_in_words() -> None:
    read = graph_of(KURILS)
    time = next(t for t in read if t.predicate.value == NAMESPACE + "timeText" and t.object.value == "1945")
    (altered,) = compare(read, Graph(t for t in read if t != time)).altered
    assert altered.label.startswith("Soviet Union occupies Kunashir")
    assert [(v.property, v.gone, v.new) for v in altered.values] == [("kg:timeText", ("1945",), ())]


def test_literals_that_are_spelt_otherwise_differ(tmp_path: Path) -> None:
    for name, number in (("a.ttl", "1.5"), ("b.ttl", "1.50")):
        (tmp_path / name).write_text(f"<a:b> <a:c> {number} .", encoding="utf-8")
    difference = compare(TripleFile(tmp_path / "a.ttl"), TripleFile(tmp_path / "b.ttl"))
    assert (difference.other_gone, difference.other_new) == (1, 1)


# ------------------------------------------------------------------ how it is told


def changed() -> Difference:
    """Compare two graphs that differ in every way."""
    change = {
        0: {"modality": Modality.POSSIBLE},
        4: {"evidence": evidence_of(KURILS.assertions[4], confidence=0.55)},
    }
    later = replace(reread(change, without=5), document=replace(KURILS.document, title="Talks fail"))
    return compare(graph_of(KURILS, handmade.falklands()), graph_of(later, handmade.bakassi()))


def test_text_names_the_sentence_with_date_and_document() -> None:
    text = to_text(changed())
    assert (
        "~ Japan claims Kunashir\n"
        "  now: Japan claims Kunashir (possible)\n"
        "  “Japan claims Kunashir, which Russia administers.”\n"
        "    2019-01-14 · Example Times · kurils-2019 · " in text
    )
    assert "\n- 2020-06-01 · Sample Post · falklands-2020 “Islands in two seas”\n" in text
    assert "\n  schema:headline: Talks in Moscow -> Talks fail\n" in text
    assert text.splitlines()[-1] == to_summary(changed())


def test_json_has_the_same_counts_as_the_difference() -> None:
    difference, found = changed(), json.loads(to_json(changed()))
    assert found["same"] is False
    assert [len(found[key]) for key in ("gone", "new", "read_otherwise", "other_evidence")] == [
        *map(len, (difference.gone, difference.new, difference.reread, difference.support))
    ]
    assert found["gone"][0]["evidence"][0].keys() >= {"doc", "date", "source", "start", "end", "sentence"}


@settings(max_examples=20)
@given(st.sets(st.integers(0, 400)), st.randoms(use_true_random=False))
def test_patch_makes_the_one_graph_of_the_other(places: set[int], draw: random.Random) -> None:
    before = Graph(t for place, t in enumerate(EVERYTHING) if place not in places)
    after = Graph(draw.sample(EVERYTHING, len(EVERYTHING) // 2))
    lines = to_patch(compare(before, after).changes).splitlines()
    gone, new = ({line[2:] for line in lines if line[0] == sign} for sign in "DA")
    assert {f"{t} ." for t in before} - gone | new == {f"{t} ." for t in after}
    assert (lines[0], lines[-1]) == ("TX .", "TC .")


@settings(max_examples=20)
@given(st.sets(st.integers(0, 400)))
@example({place for place, t in enumerate(EVERYTHING) if t.subject == NamedNode(IDS + "kunashir")})
@example({place for place, t in enumerate(EVERYTHING) if t.predicate == NamedNode(terms.KNOWN)})
@example({next(place for place, t in enumerate(EVERYTHING) if t.predicate == NamedNode(terms.KNOWN))})
def test_every_difference_is_told_in_some_way(places: set[int]) -> None:
    """Whatever triples are taken away, the summary does not say that nothing differs."""
    less = Graph(t for place, t in enumerate(EVERYTHING) if place not in places)
    difference = compare(less, EVERYTHING)
    assert bool(difference) == (len(less) < len(EVERYTHING))
    assert to_summary(difference).startswith("no difference") == (not difference)


# ------------------------------------------------------------------ the command


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Write two graphs that differ."""
    write_graph(graph_of(KURILS), tmp_path / "a.ttl")
    write_graph(graph_of(reread({0: {"modality": Modality.POSSIBLE}})), tmp_path / "b.nq.gz")
    return str(tmp_path / "a.ttl"), str(tmp_path / "b.nq.gz")


def test_exit_code_is_that_of_diff(files: tuple[str, str]) -> None:
    one = files[0]
    codes = [
        CliRunner().invoke(cli, ["diff", *pair]).exit_code for pair in ((one, one), files, (one, "gone.ttl"))
    ]
    assert codes == [0, 1, 2]


@pytest.mark.parametrize("style", ["text", "summary", "json", "patch"])
def test_each_format_is_written_alike_each_time(files: tuple[str, str], style: str) -> None:
    outputs = {CliRunner().invoke(cli, ["diff", *files, "--format", style]).output for _ in range(2)}
    assert len(outputs) == 1
    assert outputs != {""}
