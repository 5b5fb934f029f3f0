"""Each term of the ontology says what it is, each predicate all that queries and the page need."""

import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, URIRef

from kgraph.resources import ONTOLOGIES
from kgraph.vocab import KG, NAMESPACE, ONTOLOGY, predicates

HEADER = URIRef("https://w3id.org/kgraph/ns")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGIES / "kgraph.ontology.shapes.ttl")


@pytest.fixture
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY)


def complaints(ontology: rdflib.Graph, shapes: rdflib.Graph) -> set[tuple[str, str]]:
    """List the terms that lack something, and the shape that says so."""
    results = pyshacl.validate(ontology, shacl_graph=shapes, inference="none", meta_shacl=False)[1]
    assert isinstance(results, rdflib.Graph)
    return {
        (short(results.value(result, SH.focusNode)), short(results.value(result, SH.sourceShape)))
        for result in results.subjects(RDF.type, SH.ValidationResult)
    }


def short(term: object) -> str:
    return str(term).rpartition("#")[2]


def test_the_ontology_has_all_that_its_terms_need(ontology: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert complaints(ontology, shapes) == set()


def test_what_a_term_lacks_is_found(ontology: rdflib.Graph, shapes: rdflib.Graph) -> None:
    """All at once, since a run takes half a second; each from another term."""
    lacking = [
        (KG.claims, RDFS.label, "label"),
        (KG.occupies, SKOS.definition, "definition"),
        (KG.annexed, SKOS.example, "sentence"),
        (KG.demands, RDFS.domain, "Property"),
        (KG.partOf, RDFS.range, "Property"),
        (KG.supports, KG.verbPhrase, "verbPhrase"),
        (KG.condemns, KG.negativeVerbPhrase, "negativeVerbPhrase"),
        (KG.contests, KG.inverseVerbPhrase, "Predicate"),
        (KG.knownAs, KG.negativeInverseVerbPhrase, "Predicate"),
        (KG.threatens, RDFS.isDefinedBy, "OursOrOthers"),
        (KG.about, RDFS.domain, "Property"),
        (KG.timeText, SKOS.example, "Property"),
        (KG.State, SKOS.example, "Class"),
        (KG.Positive, SKOS.definition, "definition"),
        (KG.CAMEO, RDFS.isDefinedBy, "OursOrOthers"),
        (HEADER, OWL.versionIRI, "versionIRI"),
    ]
    for term, predicate, _ in lacking:
        ontology.remove((term, predicate, None))
    assert {(short(term), shape) for term, _, shape in lacking} - complaints(ontology, shapes) == set()


def test_what_does_not_fit_a_term_is_found(ontology: rdflib.Graph, shapes: rdflib.Graph) -> None:
    odd = [
        (KG.claims, KG.family, rdflib.Literal("economy"), "claims family"),
        (KG.occupies, RDFS.label, rdflib.Literal("besetzt", lang="de"), "occupies label"),
        (KG.annexed, SKOS.notation, rdflib.Literal("12"), "annexed notation"),
        (KG.demands, SKOS.notation, rdflib.Literal("twelve", datatype=KG.CAMEO), "demands notation"),
        (KG.partOf, KG.wikidataProperty, URIRef("http://www.wikidata.org/entity/Q1"), "partOf wikidata"),
        (KG.refuses, RDFS.subPropertyOf, KG.about, "about named"),
        (KG.metWith, KG.inverseVerbPhrase, rdflib.Literal("meets", lang="en"), "metWith Predicate"),
        (KG.contests, RDF.type, OWL.SymmetricProperty, "contests Predicate"),
        (
            KG.condemns,
            KG.negativeVerbPhrase,
            rdflib.Literal("praises", lang="en"),
            "condemns negativeVerbPhrase",
        ),
    ]
    for term, predicate, value, _ in odd:
        ontology.add((term, predicate, value))
    found = {" ".join(complaint) for complaint in complaints(ontology, shapes)}
    assert {complaint for *_, complaint in odd} - found == set()


def test_version_is_the_same_everywhere(ontology: rdflib.Graph) -> None:
    version = str(ontology.value(HEADER, OWL.versionInfo))
    assert str(ontology.value(HEADER, OWL.versionIRI)) == f"{HEADER}/{version}"
    citation = str(ontology.value(HEADER, rdflib.DCTERMS.bibliographicCitation))
    assert f"version {version}. {HEADER}/{version}" in citation


def test_every_class_names_all_its_superclasses(ontology: rdflib.Graph) -> None:
    """One step is then enough for whoever reads the ontology without a reasoner, as kgraph.vocab does."""
    ours = {s for s in ontology.subjects(RDF.type, OWL.Class) if s.startswith(NAMESPACE)}
    lacking = {
        (short(one), short(upper))
        for one in ours
        for upper in set(ontology.transitive_objects(one, RDFS.subClassOf)) - {one}
        if upper in ours and (one, RDFS.subClassOf, upper) not in ontology
    }
    assert lacking == set()


def test_what_is_under_a_predicate_fits_its_domain_and_range() -> None:
    for name, predicate in predicates().items():
        if predicate.super_property:
            upper = predicates()[predicate.super_property]
            assert (name, predicate.domain - upper.domain, predicate.range - upper.range) == (
                name,
                set(),
                set(),
            )
