"""Ontology, code, queries, shapes, data and pages use the same terms: none is missing, none is left over."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF

from kgraph.derive import derive
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Reading
from kgraph.relations import package_wordings
from kgraph.resources import ONTOLOGIES, PACKAGE
from kgraph.vocab import KG, ONTOLOGY, PREFIXES, predicates

DEFINED = {name for name in KG.__annotations__ if not name.startswith("_")}
MIRROR = PACKAGE / "namespace.py"
FILES = sorted(
    path
    for folder in (PACKAGE, ONTOLOGIES, PACKAGE.parent / "benchmarks", PACKAGE.parent / "notebooks")
    for path in folder.rglob("*")
    if path.suffix in {".html", ".ipynb", ".js", ".md", ".py", ".rq", ".toml", ".ttl"}
    and "vendor" not in path.parts
)
USE = re.compile(
    r"\bkg:(\w+)|https://w3id\.org/kgraph/ns#(\w+)|\bKG\.(\w+)|\b_?(?:KG|NAMESPACE|NS) \+ \"(\w+)\""
)

# Terms that no code needs, each with the reason why the ontology has it.
ONLY_IN_THE_ONTOLOGY = {
    "CAMEO": "the codes' datatype",
    "PLOVER": "the categories' datatype",
    "icowNote": "for coders of ICOW",
    "wikidataInverseProperty": "for users of Wikidata",
    "wikidataProperty": "for users of Wikidata",
    "DerivedProperty": "marks what no text gives",
    "DisputeStatus": "the class of three values",
    "Modality": "the class of two values",
    "Polarity": "the class of two values",
    "Entity": "above all things: a domain",
    "Participant": "above agents and places: a domain",
}


def uses(path: Path) -> set[str]:
    """List the local names of our namespace in a file."""
    found = USE.findall(path.read_text(encoding="utf-8"))
    return {next(filter(None, names)) for names in found}


def test_every_term_that_is_used_is_defined() -> None:
    unknown = {path.name: uses(path) - DEFINED - {"_fail"} for path in FILES}
    assert {name: terms for name, terms in unknown.items() if terms} == {}


def test_every_term_that_is_defined_is_used_or_has_its_reason() -> None:
    about_terms = (ONTOLOGY, MIRROR, ONTOLOGIES / "kgraph.ontology.shapes.ttl")
    elsewhere = {name for path in FILES if path not in about_terms for name in uses(path)}
    assert DEFINED - elsewhere - predicates().keys() == ONLY_IN_THE_ONTOLOGY.keys()


def test_every_predicate_but_the_general_ones_has_a_wording() -> None:
    worded = {wording.predicate for wording in package_wordings()}
    general = {predicate.super_property for predicate in predicates().values()} - {None}
    assert predicates().keys() - worded == general | {
        "represents"
    }  # which the rules on persons and offices read


@pytest.fixture(scope="module")
def written(readings: tuple[Reading, ...]) -> Graph:
    """All that kgraph can write of three articles: with background, and with what follows."""
    graph = Graph(to_triples(readings, Gazetteer.load()))
    return graph | Graph(derive(graph))


def test_what_graphs_use_of_other_vocabularies_is_declared(written: Graph) -> None:
    ontology = rdflib.Graph().parse(ONTOLOGY)
    declared = {str(term) for term in ontology.subjects(RDF.type, None)}
    properties = {triple.predicate.value for triple in written}
    kinds = {
        t.object.value
        for t in written
        if t.predicate.value == str(RDF.type) and isinstance(t.object, ox.NamedNode)
    }
    reserved = (PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"])
    assert {
        term for term in properties | kinds if term not in declared and not term.startswith(reserved)
    } == set()


def test_literals_and_links_are_as_the_ontology_declares_the_property(written: Graph) -> None:
    ontology = rdflib.Graph().parse(ONTOLOGY)
    links = {str(term) for term in ontology.subjects(RDF.type, OWL.ObjectProperty)}
    values = {str(term) for term in ontology.subjects(RDF.type, OWL.DatatypeProperty)}
    wrong = {
        triple.predicate.value
        for triple in written
        if triple.predicate.value in (values if isinstance(triple.object, ox.NamedNode) else links)
    }
    assert wrong == set()


def test_prefixes_mean_the_same_in_ontologies_and_code() -> None:
    told = {
        (prefix, namespace)
        for path in ONTOLOGIES.glob("*.ttl")
        for prefix, namespace in re.findall(r"@prefix (\w+): <([^>]+)> \.", path.read_text(encoding="utf-8"))
    }
    geosparql = ("geo", "http://www.opengis.net/ont/geosparql#")  # in queries geo: is WGS84
    assert {pair for pair in told if PREFIXES.get(pair[0], pair[1]) != pair[1]} == {geosparql}
    assert len({prefix for prefix, _ in told}) == len(told)
