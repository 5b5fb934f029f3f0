"""What a document calls a thing stands on its evidence; what the thing is called follows from all evidence."""

from dataclasses import replace

import handmade
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Reading, Span
from kgraph.validation import validate
from kgraph.vocab import IDS, KG, PREFIXES, entity_iri, nil_entity

LABEL, ALT_LABEL = PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel"
OKONJO = nil_entity("Mira Okonjo", EntityKind.PERSON)


def called(label: str) -> Entity:
    """Give the same person by another name."""
    return replace(OKONJO, label=label)


def reading(document: str, *assertions: Assertion, text: str = "They met again.") -> Reading:
    """Put assertions into a document of one sentence, whose first word is the subject."""
    first = Span(start=0, end=text.index(" "))
    evidence = Evidence(
        document_id=document,
        span=Span(start=0, end=len(text)),
        quotation=text,
        subject_span=first,
        rule="r",
        confidence=0.5,
    )
    return Reading(
        document=replace(handmade.kurils().document, id=document, text=text),
        assertions=tuple(a.with_evidence((evidence,)) for a in assertions),
        sentences=1,
        sentences_with_assertion=1,
    )


def met(subject: Entity, **others: object) -> Assertion:
    return Assertion(subject=subject, predicate="supports", object=handmade.JAPAN, **others)  # type: ignore[arg-type]


def evidence_of(graph: Graph, document: str) -> dict[str, str]:
    """Give what the one evidence of a document says, by the local name of the property."""
    document_iri = next(t.subject for t in graph if t.object == Literal(document))
    (evidence,) = {t.subject for t in graph if t.object == document_iri}
    about = [t for t in graph if t.subject == evidence]
    return {t.predicate.value.removeprefix(str(KG)): t.object.value for t in about}


def test_each_evidence_has_its_documents_name_and_the_thing_has_the_longest() -> None:
    long, short = reading("a", met(called("Mira Okonjo"))), reading("b", met(called("Okonjo")))
    for order in ([long, short], [short, long]):
        graph = Graph(to_triples(order))
        assert graph.values(entity_iri(OKONJO), LABEL) == ["Mira Okonjo"]
        assert graph.values(entity_iri(OKONJO), ALT_LABEL) == ["Okonjo", "They"]
        assert evidence_of(graph, "a")["subjectLabel"] == "Mira Okonjo"
        assert evidence_of(graph, "b")["subjectLabel"] == "Okonjo"


def test_words_that_are_the_label_are_not_said_twice() -> None:
    graph = Graph(to_triples([reading("a", met(called("Okonjo")), text="Okonjo spoke.")]))
    assert evidence_of(graph, "a")["subjectLabel"] == "Okonjo"
    assert "subjectText" not in evidence_of(graph, "a")
    assert graph.values(entity_iri(OKONJO), ALT_LABEL) == []


def test_known_thing_has_its_own_label_and_the_texts_words_beside_it() -> None:
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    graph = Graph(to_triples([reading("a", claim, text="Tokyo claims Kunashir.")], Gazetteer.load()))
    said = evidence_of(graph, "a")
    assert said["subjectText"] == "Tokyo"
    assert "subjectLabel" not in said
    assert Triple(NamedNode(IDS + "japan"), NamedNode(ALT_LABEL), Literal("Tokyo")) in graph


def test_speaker_matter_and_name_in_use_are_on_the_evidence_too() -> None:
    name = Assertion(
        subject=handmade.KUNASHIR,
        predicate="knownAs",
        object=handmade.name("Kunashiri"),
        about=handmade.name("the naming"),
        attribution=called("Okonjo"),
    )
    said = evidence_of(Graph(to_triples([reading("a", name)])), "a")
    assert (said["objectLabel"], said["aboutLabel"]) == ("Kunashiri", "the naming")
    assert said["attributionLabel"] == "Okonjo"


def test_what_a_thing_may_be_is_on_the_evidence_of_the_document_that_left_it_open() -> None:
    open_ = replace(OKONJO, candidates=(handmade.RUSSIA,))
    graph = Graph(to_triples([reading("a", met(open_)), reading("b", met(OKONJO))]))
    assert evidence_of(graph, "a")["subjectCandidate"] == IDS + "russia"
    assert "subjectCandidate" not in evidence_of(graph, "b")
    assert graph.values(entity_iri(OKONJO), KG.candidate) == [IDS + "russia"]
    assert validate(graph).conforms


def test_thing_that_the_gazetteer_has_is_described_by_the_gazetteer_alone() -> None:
    mistaken = Entity(id="japan", label="JAPAN", kind=EntityKind.TERRITORY, known=False)
    graph = Graph(to_triples([reading("a", met(mistaken))], Gazetteer.load()))
    assert graph.values(IDS + "japan", LABEL) == ["Japan"]
    assert str(KG.Territory) not in graph.values(IDS + "japan", PREFIXES["rdf"] + "type")
    assert graph.values(IDS + "japan", KG.known) == ["true"]


def test_thing_that_the_gazetteer_lacks_is_not_known_whatever_its_entity_says() -> None:
    made_up = Entity(id="north-atlantis", label="North Atlantis", kind=EntityKind.STATE)
    graph = Graph(to_triples([reading("a", met(made_up))], Gazetteer.load()))
    assert graph.values(IDS + "north-atlantis", KG.known) == ["false"]
    assert evidence_of(graph, "a")["subjectLabel"] == "North Atlantis"


@pytest.mark.parametrize("without", ["gazetteer", "evidence"])
def test_document_that_says_nothing_brings_nothing_but_itself(without: str) -> None:
    gazetteer = None if without == "gazetteer" else Gazetteer.load()
    graph = Graph(to_triples([reading("a")], gazetteer))
    assert {t.subject.value for t in graph} == {t.subject.value for t in graph if t.object == Literal("a")}
