"""The ontology is an OWL 2 DL document in the profile OWL 2 RL, and a graph that follows it is consistent with it."""

import owl_profile
import pyoxigraph as ox
import pytest

from kgraph.vocab import ONTOLOGY, PREFIXES

ADDITIONS = [
    ("kg:Assertion rdfs:subClassOf rdf:Statement .", "reserved name in an axiom"),
    ("kg:validFrom rdfs:range xsd:date .", "datatype not in the profile"),
    ("kg:nameText rdfs:range rdf:langString .", "datatype not in the profile"),
    ("kg:rule rdfs:range kg:CAMEO .", "datatype not in the profile"),
    ("kg:Person rdfs:subClassOf <http://xmlns.com/foaf/0.1/Person> .", "undeclared in"),
    ("kg:Positive a <http://xmlns.com/foaf/0.1/Agent> .", "undeclared class"),
    ("kg:claims <http://purl.org/dc/terms/subject> kg:Place .", "undeclared property"),
    ('kg:claims skos:notation "1"^^kg:VDEM .', "undeclared datatype"),
    ('kg:claims skos:notation "2026-11-26"^^xsd:date .', "undeclared datatype"),
    ("kg:claims rdfs:subPropertyOf kg:knownAs .", "undeclared, or of different sorts"),
    ("kg:claims rdfs:subPropertyOf kg:says .", "undeclared, or of different sorts"),
    ("kg:claims rdfs:domain kg:Claimant .", "undeclared in"),
    ("kg:claims rdfs:range kg:Claimed .", "undeclared in"),
    ("kg:claims owl:inverseOf kg:claimedBy .", "undeclared in"),
    ("kg:claims a owl:ReflexiveProperty .", "not in the profile"),
    ("kg:knownAs a owl:SymmetricProperty .", "of what cannot have it"),
    ("kg:family a owl:FunctionalProperty .", "of what cannot have it"),
    ("kg:about a owl:TransitiveProperty .", "not simple, and"),
    ("kg:claims a owl:TransitiveProperty ; rdfs:subPropertyOf kg:about .", "not simple, and"),
    ("kg:claims a owl:AnnotationProperty .", "two things that must differ"),
    ("kg:CAMEO a owl:Class .", "two things that must differ"),
    ("rdf:Statement a owl:Class .", "reserved name declared"),
    ("kg:Agent owl:disjointUnionOf kg:Person .", "not in the profile"),
    ("kg:Agent owl:unionOf kg:Person .", "not in the profile"),
    (
        "kg:Agent rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kg:claims ; owl:minCardinality 1 ] .",
        "blank node",
    ),
    ("kg:other a owl:Ontology .", "an ontology has one header"),
]
HARMLESS = [
    "kg:claimedBy a owl:ObjectProperty ; owl:inverseOf kg:claims .",
    "kg:claims a owl:AsymmetricProperty , owl:IrreflexiveProperty .",
    "kg:partOf a owl:TransitiveProperty .",
    "kg:State owl:disjointWith kg:Instrument .",
    "kg:State owl:equivalentClass kg:Territory .",
    "kg:Positive kg:claims kg:Negative ; kg:rule 'x' ; kg:known true .",
    "kg:claims a kg:Polarity ; kg:rule 'x' .",
    "kg:family rdfs:subPropertyOf rdfs:comment .",
]


@pytest.fixture(scope="module")
def ontology() -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=ONTOLOGY)]


def turtle(text: str) -> list[ox.Triple]:
    prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    return [quad.triple for quad in ox.parse(prefixes + text, format=ox.RdfFormat.TURTLE)]


def test_the_ontology_is_in_the_profile(ontology: list[ox.Triple]) -> None:
    assert owl_profile.violations(ontology) == []


@pytest.mark.parametrize(("addition", "says"), ADDITIONS)
def test_what_leaves_the_profile_is_found(ontology: list[ox.Triple], addition: str, says: str) -> None:
    found = owl_profile.violations([*ontology, *turtle(addition)])
    assert found
    assert [line for line in found if says not in line] == []


@pytest.mark.parametrize("addition", HARMLESS)
def test_what_the_profile_allows_passes(ontology: list[ox.Triple], addition: str) -> None:
    assert owl_profile.violations([*ontology, *turtle(addition)]) == []
