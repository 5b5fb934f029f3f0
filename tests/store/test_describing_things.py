"""Things of a graph put together of parts are described as if one graph had been made of all their documents."""

import random
from collections.abc import Sequence
from dataclasses import replace

import handmade
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import OWN, readings
from pyoxigraph import Triple

from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import said_triples, to_triples
from kgraph.graph.store import Graph
from kgraph.graph.things import Things
from kgraph.model import Assertion, EntityKind, Evidence, Reading, Span
from kgraph.store.things import describe_things
from kgraph.vocab import PREFIXES, entity_iri, nil_entity

GAZETTEER = Gazetteer.load()
LABEL, ALT_LABEL = PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel"
OKONJO = nil_entity("Mira Okonjo", EntityKind.PERSON)
TEXT = "They met again."


def part_of(found: Sequence[Reading], gazetteer: Gazetteer | None) -> list[Triple]:
    """Give what a part has of some documents."""
    things = Things(gazetteer)
    said = list(said_triples(found, things, {OWN.name: OWN}))
    return [*said, *things.told_triples()]


def together(parts: Sequence[Sequence[Triple]], gazetteer: Gazetteer | None) -> Graph:
    graph = Graph(triple for part in parts for triple in part)
    describe_things(graph, gazetteer)
    return graph


@pytest.mark.parametrize("gazetteer", [None, GAZETTEER], ids=["bare", "with the gazetteer"])
@settings(max_examples=60)
@given(
    found=st.lists(readings("abcdefgh"), max_size=8, unique_by=lambda reading: reading.document.id),
    parts=st.integers(1, 4),
    draw=st.randoms(use_true_random=False),
)
def test_parts_in_any_order_and_number_make_the_graph_of_their_documents(
    gazetteer: Gazetteer | None, found: list[Reading], parts: int, draw: random.Random
) -> None:
    cut = [part_of(found[first::parts], gazetteer) for first in range(parts)]
    again = [*cut, *draw.choices(cut, k=2)]
    draw.shuffle(again)
    graph = together(again, gazetteer)
    wanted = set(to_triples(found, gazetteer, {OWN.name: OWN}))
    assert (set(graph) - wanted, wanted - set(graph)) == (set(), set())
    describe_things(graph, gazetteer)
    assert set(graph) == wanted


def spoken(document: str, assertion: Assertion) -> Reading:
    """Put an assertion into a document of one sentence."""
    evidence = Evidence(
        document_id=document, span=Span(start=0, end=len(TEXT)), quotation=TEXT, rule="r", confidence=0.5
    )
    return Reading(
        document=replace(handmade.kurils().document, id=document, text=TEXT),
        assertions=(assertion.with_evidence((evidence,)),),
        sentences=1,
        sentences_with_assertion=1,
    )


def test_what_a_candidate_is_called_is_no_name_of_a_thing_that_documents_speak_of() -> None:
    open_ = replace(
        nil_entity("She", EntityKind.PERSON, scope="b"), candidates=(replace(OKONJO, label="Dr Mira Okonjo"),)
    )
    met = Assertion(subject=OKONJO, predicate="supports", object=handmade.JAPAN)
    found = [spoken("a", met), spoken("b", replace(met, subject=open_))]
    graph = together([part_of([each], GAZETTEER) for each in found], GAZETTEER)
    assert graph.values(entity_iri(OKONJO), LABEL) == ["Mira Okonjo"]
    assert graph.values(entity_iri(OKONJO), ALT_LABEL) == []
    assert set(graph) == set(to_triples(found, GAZETTEER))


def test_gazetteer_that_knows_more_than_the_one_of_the_parts_has_the_last_word() -> None:
    kunashir = replace(handmade.KUNASHIR, label="the isle", known=False)
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=kunashir)
    graph = together([part_of([spoken("a", claim)], None)], GAZETTEER)
    assert graph.values(entity_iri(kunashir), LABEL) == ["Kunashir"]
    assert "the isle" in graph.values(entity_iri(kunashir), ALT_LABEL)
