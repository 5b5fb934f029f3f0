"""Each gate lets the handmade graph pass and finds the one thing that is made wrong."""

import datetime
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import handmade
import pyoxigraph as ox
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import RDF, RDFS, SH, XSD

from kgraph.derive import derive
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph, load
from kgraph.graph.terms import EXACT
from kgraph.model import Assertion, Reading
from kgraph.validation import Engine, Severity, best_engine, gates, validate
from kgraph.vocab import IDS, KG, NAMESPACE, ONTOLOGY, OWN, PREFIXES, SHAPES, assertion_iri, local_name

TODAY = datetime.date(2026, 11, 26)

CLAIM = assertion_iri(Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR))


def without(graph: Graph, subject: str, predicate: str) -> Graph:
    """Take all values of a property from a node."""
    return Graph(t for t in graph if (t.subject.value, t.predicate.value) != (subject, str(predicate)))


def with_value(graph: Graph, subject: str, predicate: str, value: NamedNode | Literal) -> Graph:
    """Add a triple."""
    return graph | Graph([Triple(NamedNode(subject), NamedNode(predicate), value)])


def complaints(graph: Graph) -> list[tuple[str, str, str]]:
    """List node, path and message of the violations."""
    problems = validate(graph).problems
    return [(p.node, p.path, p.message) for p in problems if p.severity is Severity.VIOLATION]


def first_evidence(graph: Graph) -> str:
    """Give the IRI of an evidence of the claim."""
    return graph.values(CLAIM, KG.evidence)[0]


def test_what_readings_give_conforms(graph: Graph, readings: tuple[Reading, ...]) -> None:
    report = validate(graph, {r.document.id: r.document.text for r in readings})
    assert report.problems == ()
    assert report.conforms
    assert report.to_text() == f"{len(graph):,} triples: 0 violations, 0 warnings\n"


def test_assertion_needs_evidence(graph: Graph) -> None:
    found = complaints(without(graph, CLAIM, KG.evidence))
    assert (CLAIM, "kg:evidence", "an assertion has evidence") in found
    assert (IDS + "japan", "kg:claims", "no assertion bears the plain edge to id:kunashir") in found


@pytest.mark.parametrize(
    ("predicate", "path"),
    [
        (KG.inDocument, "kg:inDocument"),
        (PREFIXES["oa"] + "exact", "oa:exact"),
        (PREFIXES["oa"] + "start", "oa:start"),
        (KG.confidence, "kg:confidence"),
        (KG.rule, "kg:rule"),
    ],
)
def test_evidence_needs_its_parts(graph: Graph, predicate: str, path: str) -> None:
    node = first_evidence(graph)
    assert (node, path) in [c[:2] for c in complaints(without(graph, node, predicate))]


def test_start_comes_before_end(graph: Graph) -> None:
    node = first_evidence(graph)
    turned = with_value(
        without(graph, node, PREFIXES["oa"] + "start"), node, PREFIXES["oa"] + "start", terms.integer(9999)
    )
    assert [c[:2] for c in complaints(turned)] == [(node, "oa:start")]


def test_confidence_is_at_most_one(graph: Graph) -> None:
    node = first_evidence(graph)
    assert (node, "kg:confidence") in [
        c[:2] for c in complaints(with_value(graph, node, KG.confidence, terms.decimal(1.5)))
    ]


def test_assertion_begins_before_it_ends() -> None:
    reading = handmade.kurils()
    wrong = tuple(replace(a, time="2000/1990") if a.time == "2016" else a for a in reading.assertions)
    found = complaints(Graph(to_triples([replace(reading, assertions=wrong)])))
    assert [c[1:] for c in found] == [("kg:validFrom", "an assertion begins on one day, not after its end")]


def test_plain_edge_needs_a_positive_assertion(graph: Graph) -> None:
    loose = with_value(
        graph, IDS + "cameroon", NAMESPACE + "delimitedBoundaryWith", NamedNode(IDS + "nigeria")
    )
    message = "no assertion bears the plain edge to id:nigeria"
    assert complaints(loose) == [(IDS + "cameroon", "kg:delimitedBoundaryWith", message)]


def test_symmetric_relation_must_not_stand_twice(graph: Graph) -> None:
    talks = next(a for a in handmade.kurils().assertions if a.predicate == "negotiatesWith")
    iri = assertion_iri(replace(talks, subject=handmade.JAPAN, object=handmade.RUSSIA))
    turned = [
        Triple(NamedNode(iri), NamedNode(terms.SUBJECT), NamedNode(IDS + "russia")),
        Triple(NamedNode(iri), NamedNode(terms.OBJECT), NamedNode(IDS + "japan")),
    ]
    kept = (
        t for t in graph if t.subject.value != iri or t.predicate.value not in (terms.SUBJECT, terms.OBJECT)
    )
    messages = [c[2] for c in complaints(Graph([*kept, *turned]))]
    assert any(
        m.startswith("negotiatesWith is symmetric: the smaller IRI must be the subject") for m in messages
    )


def test_only_what_is_not_known_has_candidates(graph: Graph) -> None:
    wrong = with_value(graph, IDS + "japan", terms.CANDIDATE, NamedNode(IDS + "russia"))
    message = "only a thing that is not known has candidates"
    assert (IDS + "japan", "kg:known", message) in complaints(wrong)


def test_odd_kind_of_argument_is_a_warning() -> None:
    reading = handmade.kurils()
    odd = replace(reading.assertions[0], object=handmade.LAVROV)
    report = validate(Graph(to_triples([replace(reading, assertions=(odd,))])))
    assert report.conforms
    assert [(p.severity, p.path) for p in report.problems] == [(Severity.WARNING, "rdf:object")]
    assert "claims takes no Person as its object" in report.to_text()


def test_breakaway_territory_may_act_where_the_gazetteer_says_so(graph: Graph) -> None:
    acting = with_value(graph, IDS + "bakassi", terms.TYPE, NamedNode(terms.AGENT))
    signed = replace(handmade.bakassi().assertions[3], subject=handmade.thing("bakassi"))
    more = Graph(to_triples([replace(handmade.bakassi(), assertions=(signed,))]))
    assert [p.path for p in validate(graph | more).problems] == ["rdf:subject"]
    assert validate(acting | more).problems == ()


def test_unknown_predicate_is_a_violation(graph: Graph) -> None:
    odd = with_value(
        without(graph, CLAIM, terms.PREDICATE), CLAIM, terms.PREDICATE, NamedNode(NAMESPACE + "grabs")
    )
    assert (CLAIM, "rdf:predicate", "kg:grabs is not in the ontology") in complaints(odd)


def test_other_text_is_found_by_digest_and_by_quotation(graph: Graph) -> None:
    text = handmade.bakassi().document.text
    report = validate(graph, {"bakassi-2008": text.replace("Bakassi was", "Bakassi is ")})
    messages = {p.message for p in report.problems}
    assert "the text is not the one that was read" in messages
    assert any(m.startswith("the text of bakassi-2008 has other words at") for m in messages)


@pytest.mark.parametrize("early", ["early", "9" * 5000, "-1", "٣"])
def test_place_that_is_no_number_has_no_words(graph: Graph, early: str) -> None:
    node = first_evidence(graph)
    odd = with_value(
        without(graph, node, PREFIXES["oa"] + "start"), node, PREFIXES["oa"] + "start", Literal(early)
    )
    report = validate(odd, {r.document.id: r.document.text for r in handmade.all_readings()})
    found = next(p for p in report.problems if p.check == "sameWords")
    assert f" has other words at {early} to " in found.message


def test_two_texts_under_one_id_are_a_warning(graph: Graph) -> None:
    document = graph.values(first_evidence(graph), KG.inDocument)[0]
    report = validate(with_value(graph, document, KG.textDigest, Literal("0" * 64)))
    assert [p.severity for p in report.problems] == [Severity.WARNING]


def test_report_shows_the_words(graph: Graph) -> None:
    text = validate(without(graph, first_evidence(graph), KG.rule)).to_text()
    assert "kg:rule: an evidence names the rule that read it\n    “Japan claims Kunashir" in text
    assert text.endswith("1 violation, 0 warnings\n")


def test_a_graph_with_the_ontology_in_it_conforms(graph: Graph) -> None:
    both = graph | load(ONTOLOGY)
    assert validate(both | Graph(derive(graph))).problems == ()
    loose = with_value(both, IDS + "japan", NAMESPACE + "claims", NamedNode(IDS + "bakassi"))
    assert [c[1] for c in complaints(loose)] == ["kg:claims"]


def test_own_predicate_needs_all_its_words(graph: Graph) -> None:
    own = with_value(graph, OWN + "blockades", NAMESPACE + "verbPhrase", Literal("blockades"))
    assert {c[1] for c in complaints(own)} == {"rdfs:label", "skos:definition", "kg:negativeVerbPhrase"}


def test_missing_edge_of_a_plain_assertion_is_found(graph: Graph) -> None:
    undrawn = without(graph, IDS + "japan", KG.claims)
    message = "the plain edge kg:claims to id:kunashir is missing"
    assert (CLAIM, "kg:claims", message) in complaints(undrawn)


def test_edge_of_a_symmetric_relation_on_the_objects_word_may_not_be_missing() -> None:
    reading = handmade.kurils()
    met = next(a for a in reading.assertions if a.predicate == "metWith")
    told = [
        replace(reading, assertions=(replace(met, attribution=who),)) for who in (met.object, handmade.JAPAN)
    ]
    of_the_object, of_another = (Graph(to_triples([one])) for one in told)
    assert complaints(of_the_object) == complaints(of_another) == []
    edges = [t for t in of_the_object if t.predicate.value == str(KG.metWith)]
    undrawn = Graph(t for t in of_the_object if t not in edges)
    assert [c[1] for c in complaints(undrawn)] == ["kg:metWith"]


def test_name_must_be_that_of_the_content(graph: Graph) -> None:
    other = with_value(without(graph, CLAIM, KG.timeText), CLAIM, KG.timeText, Literal("1956"))
    node = first_evidence(graph)
    names = [(c[0], c[2]) for c in complaints(other) if c[2].startswith("by its content it is id:")]
    assert {CLAIM, node} <= {name for name, _ in names}
    assert all(message.endswith("a merge would have it twice") for _, message in names)


def test_document_must_have_the_name_of_its_identifier(graph: Graph) -> None:
    document = graph.values(first_evidence(graph), KG.inDocument)[0]
    other = with_value(
        without(graph, document, terms.IDENTIFIER), document, terms.IDENTIFIER, Literal("other.txt")
    )
    assert document in {c[0] for c in complaints(other) if c[2].startswith("by its content")}


def test_blank_node_is_found_once_and_by_no_label(graph: Graph) -> None:
    loose = [Triple(BlankNode(), NamedNode(terms.LABEL), Literal(text)) for text in ("a", "b")]
    assert complaints(graph | Graph(loose)) == [
        ("a blank node", "", "2 triples have a blank node, which no two graphs can have in common")
    ]


def test_what_is_spoken_of_must_be_described(graph: Graph) -> None:
    found = complaints(without(graph, IDS + "kuril-islands", KG.known))
    assert {c[1] for c in found} >= {"rdf:object", "kg:about"}


# ------------------------------------------------------------------ the report


@pytest.fixture(scope="module")
def spoilt(graph: Graph) -> Graph:
    """A graph whose evidence does not say which rule read it, with one confidence too high."""
    node, kept = first_evidence(graph), (t for t in graph if t.predicate.value != str(KG.rule))
    return with_value(without(Graph(kept), node, KG.confidence), node, KG.confidence, terms.decimal(7))


def test_many_problems_of_one_check_are_counted(spoilt: Graph) -> None:
    lines = validate(spoilt).to_text(limit=2).splitlines()
    rules = [line for line in lines if "kg:rule" in line]
    assert len(rules) == 2
    assert "violation: 24 more of the check rule, 26 in all" in lines
    assert lines[-1].endswith(": 27 violations, 0 warnings")
    assert validate(spoilt).to_text(limit=None).count("kg:rule") == 26


def test_report_shows_the_value_at_fault(spoilt: Graph) -> None:
    assert "kg:confidence: a confidence is a number from 0 to 1 (7)\n" in validate(spoilt).to_text()


def test_report_as_json_has_all_problems(spoilt: Graph) -> None:
    read = json.loads(validate(spoilt).to_json())
    assert (read["conforms"], read["triples"], len(read["problems"])) == (False, len(spoilt), 27)
    assert {"severity": "violation", "check": "rule", "problems": 26} in read["counts"]
    assert read["problems"][0]["value"] == "7"
    assert json.loads(validate(Graph()).to_json())["problems"] == []


def test_report_as_turtle_is_a_report_of_shacl(spoilt: Graph) -> None:
    report = rdflib.Graph().parse(data=validate(spoilt).to_turtle(), format="turtle")
    root = report.value(None, RDF.type, SH.ValidationReport)
    assert report.value(root, SH.conforms) == rdflib.Literal(False)
    results = list(report.objects(root, SH.result))
    assert len(results) == 27
    for result in results:
        for term in (SH.focusNode, SH.resultPath, SH.resultSeverity, SH.resultMessage, SH.sourceShape):
            assert report.value(result, term) is not None
        assert report.value(result, SH.sourceConstraintComponent) is not None
    assert rdflib.Literal("7", datatype=XSD.decimal) in set(report.objects(None, SH.value))


def test_report_does_not_depend_on_the_engine_or_the_order(spoilt: Graph) -> None:
    turned = Graph(sorted(spoilt, key=str, reverse=True))
    reports = [validate(turned), *(validate(spoilt, engine=engine) for engine in Engine)]
    assert len({report.to_text() for report in reports}) == 1


def test_report_of_gates_is_turtle_too(graph: Graph) -> None:
    loose = graph | Graph([Triple(BlankNode(), NamedNode(terms.LABEL), Literal("a\u202eb"))])
    report = validate(with_value(loose, IDS + "japan", KG.occupies, NamedNode(IDS + "bakassi")))
    assert len(list(ox.parse(report.to_turtle(), format=ox.RdfFormat.TURTLE))) == 2 + 2 * 7 + 1


def test_words_of_a_text_cannot_forge_a_line(graph: Graph) -> None:
    node = first_evidence(graph)
    hostile = Literal("a\n0 violations\x1b[2J\u202e" + "x" * 999)
    report = validate(with_value(without(graph, node, EXACT), node, EXACT, hostile))
    forged = with_value(without(graph, node, KG.rule), node, KG.attributionText, hostile)
    assert report.conforms
    text = validate(with_value(without(forged, node, EXACT), node, EXACT, hostile)).to_text()
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\n0 violations" not in text
    assert max(map(len, text.splitlines())) < 400


def test_every_gate_is_described_beside_the_shapes() -> None:
    described = {local_name(str(gate)) for gate in rdflib.Graph().parse(SHAPES).subjects(RDFS.comment, None)}
    source = Path(gates.__file__).read_text(encoding="utf-8")
    named = set(re.findall(r'(?:_violation\(|check=)"(\w+)"', source))
    assert described == named


# ------------------------------------------------------------------ engines and own shapes


def test_missing_engine_says_how_to_install_it(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shacl", None)
    assert best_engine() is Engine.PYSHACL
    with pytest.raises(
        GraphError, match=r"shacl is not installed; run: pip install 'kgraph-disputes\[validate\]'"
    ):
        validate(graph, engine=Engine.SHACL)
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(GraphError, match=r"run: pip install 'kgraph-disputes\[validate\]'"):
        validate(graph)


@pytest.mark.parametrize("engine", list(Engine))
def test_own_shapes_are_asked_too(graph: Graph, engine: Engine, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/kgraph/ns#> .
        @prefix schema: <https://schema.org/> . @prefix my: <https://my.example/> .
        my:Article a sh:NodeShape ; sh:targetClass kg:Document ; sh:property my:source ,
          [ sh:path schema:author ; sh:minCount 1 ; sh:severity sh:Info ; sh:message "no author" ] .
        my:source sh:path schema:publisher ; sh:in ( "Example Times" ) ; sh:message "another source" .""",
        encoding="utf-8",
    )
    problems = validate(graph, shapes=[own], engine=engine).problems
    found = sorted((p.severity, p.check, p.message, p.value) for p in problems)
    author = (Severity.INFO, "MinCountConstraintComponent", "no author", "")
    source = (Severity.VIOLATION, "<https://my.example/source>", "another source", '"Sample Post"')
    assert found == [author, author, author, source]
    assert (
        validate(graph, shapes=[own], engine=engine).to_text().endswith("1 violation, 0 warnings, 3 infos\n")
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<a", "not shapes in Turtle"),
        ("", "has no shapes; give a Turtle file with a sh:NodeShape or sh:PropertyShape"),
        ("@prefix kg: <x:> . kg:a kg:b kg:c .", "has no shapes"),
    ],
)
@pytest.mark.parametrize("engine", list(Engine))
def test_what_is_no_shapes_file_is_told_in_a_line(
    graph: Graph, engine: Engine, tmp_path: Path, text: str, says: str
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError) as caught:
        validate(graph, shapes=[own], engine=engine)
    assert str(caught.value).startswith(f"{own}: {says}")
    assert "\n" not in str(caught.value)


def test_missing_and_binary_files_of_shapes_are_told(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.ttl: cannot be read: No such file"):
        validate(graph, shapes=[tmp_path / "none.ttl"])
    (tmp_path / "binary.ttl").write_bytes(b"\xff\xfe")
    with pytest.raises(GraphError, match=r"binary\.ttl: not UTF-8 at byte 0"):
        validate(graph, shapes=[tmp_path / "binary.ttl"])


def test_reference_that_gives_up_says_so_in_a_line(graph: Graph) -> None:
    no_day = Literal("2020-02-31", datatype=NamedNode(PREFIXES["xsd"] + "date"))
    odd = with_value(with_value(graph, CLAIM, KG.validUntil, no_day), CLAIM, KG.validFrom, terms.date(TODAY))
    with pytest.raises(GraphError, match=r"^pySHACL gives up: .+; try --engine shacl$"):
        validate(odd, engine=Engine.PYSHACL)
    assert (CLAIM, "kg:validFrom", "an assertion begins on one day, not after its end") in complaints(odd)
