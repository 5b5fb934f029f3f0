"""Each gate lets the handmade graph pass and finds the one thing that is made wrong."""

import sys
from dataclasses import replace

import handmade
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Assertion, Reading
from kgraph.validation import Severity, validate
from kgraph.vocab import IDS, KG, NAMESPACE, PREFIXES, assertion_iri

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
    assert report.to_text() == f"{len(graph)} triples: 0 violations, 0 warnings\n"


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


def test_two_texts_under_one_id_are_a_warning(graph: Graph) -> None:
    document = graph.values(first_evidence(graph), KG.inDocument)[0]
    report = validate(with_value(graph, document, KG.textDigest, Literal("0" * 64)))
    assert [p.severity for p in report.problems] == [Severity.WARNING]


def test_report_shows_the_words(graph: Graph) -> None:
    text = validate(without(graph, first_evidence(graph), KG.rule)).to_text()
    assert "kg:rule: an evidence names the rule that read it\n    “Japan claims Kunashir" in text
    assert text.endswith("1 violations, 0 warnings\n")


def test_missing_pyshacl_says_how_to_install_it(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(GraphError, match=r"run: pip install 'kgraph-disputes\[validate\]'"):
        validate(graph)
