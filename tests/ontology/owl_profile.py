"""Says where an ontology in triples leaves OWL 2 DL or its profile OWL 2 RL.

It knows ontologies without blank nodes: their axioms are between names, so that of the profile's grammar only the
axioms, the characteristics of properties and the datatypes matter, and no class expression. Sources: W3C
Recommendations of 11 December 2012, OWL 2 Profiles (section 4), Structural Specification (sections 2.4, 4, 5.8, 11)
and Mapping to RDF Graphs.

PyPI's pyowl2-profiles 0.1.0 looks at no datatype and py-horned-owl 2.0.0 at no profile. The OWL API 5.1.20 (Java)
checks both: it passed our ontology, and of the additions in test_profile.py it passed all that are harmless and
refused the rest but for some that are against the letter of the specification: datatypes and functions of
annotations, a class that is a datatype, a reserved name as a class, a second header.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import pyoxigraph as ox

OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

CLASS, DATATYPE, INDIVIDUAL = OWL + "Class", RDFS + "Datatype", OWL + "NamedIndividual"
OBJECT, DATA, ANNOTATION = OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"
TYPE, ONTOLOGY = RDF + "type", OWL + "Ontology"
TRANSITIVE = OWL + "TransitiveProperty"

KINDS = frozenset({CLASS, DATATYPE, INDIVIDUAL, OBJECT, DATA, ANNOTATION})
PROPERTIES = frozenset({OBJECT, DATA, ANNOTATION})

# OWL 2 RL, section 4.2.1: no xsd:date, no rdf:langString, no owl:real, no owl:rational.
RL_DATATYPES = frozenset(
    {RDFS + "Literal", RDF + "PlainLiteral", RDF + "XMLLiteral"}
    | {
        XSD + name
        for name in (
            *("anyURI", "base64Binary", "boolean", "byte", "dateTime", "dateTimeStamp", "decimal", "double"),
            *(
                "float",
                "hexBinary",
                "int",
                "integer",
                "language",
                "long",
                "Name",
                "NCName",
                "negativeInteger",
            ),
            *("NMTOKEN", "nonNegativeInteger", "nonPositiveInteger", "normalizedString", "positiveInteger"),
            *("short", "string", "token", "unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort"),
        )
    }
)
BUILT_IN_ANNOTATIONS = frozenset(
    {RDFS + name for name in ("label", "comment", "seeAlso", "isDefinedBy")}
    | {
        OWL + name
        for name in (
            "backwardCompatibleWith",
            "deprecated",
            "incompatibleWith",
            "priorVersion",
            "versionInfo",
        )
    }
)
OF_THE_ONTOLOGY = frozenset({OWL + "versionIRI", OWL + "imports"})

# Which kinds may have which characteristic; the profile has no owl:ReflexiveProperty.
CHARACTERISTICS = {
    OWL + "FunctionalProperty": {OBJECT, DATA},
    OWL + "InverseFunctionalProperty": {OBJECT},
    OWL + "SymmetricProperty": {OBJECT},
    OWL + "AsymmetricProperty": {OBJECT},
    OWL + "IrreflexiveProperty": {OBJECT},
    TRANSITIVE: {OBJECT},
}
# A transitive property and what it is under are not simple and may have none of these (Structural Specification 11.2).
ONLY_SIMPLE = frozenset(CHARACTERISTICS) - {OWL + "SymmetricProperty", TRANSITIVE}

# Axioms between two names, and the kinds that they relate.
AXIOMS = {
    RDFS + "subClassOf": ({CLASS}, {CLASS}),
    OWL + "equivalentClass": ({CLASS}, {CLASS}),
    OWL + "disjointWith": ({CLASS}, {CLASS}),
    OWL + "inverseOf": ({OBJECT}, {OBJECT}),
    OWL + "differentFrom": ({INDIVIDUAL}, {INDIVIDUAL}),
    OWL + "sameAs": ({INDIVIDUAL}, {INDIVIDUAL}),
    RDFS + "domain": (PROPERTIES, {CLASS}),
}
BETWEEN_LIKE = frozenset({RDFS + "subPropertyOf", OWL + "equivalentProperty", OWL + "propertyDisjointWith"})


class Ontology:
    """The triples of an ontology, and what each name is declared as."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = list(triples)
        declared: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.triples:
            if one.predicate.value == TYPE and value(one.object) in KINDS | {ONTOLOGY}:
                declared[value(one.subject)].add(value(one.object))
        self.declared = dict(declared)

    def kinds(self, name: str) -> set[str]:
        """Give what a name is declared as, or has always been."""
        return {ANNOTATION} if name in BUILT_IN_ANNOTATIONS else self.declared.get(name, set())

    def is_a(self, name: str, *kinds: str) -> bool:
        """Tell whether a name is one of the kinds."""
        return bool(self.kinds(name) & set(kinds))


def violations(triples: Iterable[ox.Triple]) -> list[str]:
    """List what is not OWL 2 DL or not OWL 2 RL, one line each, sorted; empty: the ontology is both."""
    ontology = Ontology(triples)
    blank = [one for one in ontology.triples if not all(map(is_name, (one.subject, one.predicate)))]
    blank += [one for one in ontology.triples if isinstance(one.object, ox.BlankNode)]
    if blank:
        return [f"blank node: {one}" for one in blank]
    found = [line for one in ontology.triples for line in check_triple(one, ontology)]
    return sorted({*found, *check_names(ontology), *check_hierarchy(ontology)})


def is_name(term: object) -> bool:
    return isinstance(term, ox.NamedNode)


def value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def is_reserved(name: str) -> bool:
    return name.startswith((OWL, RDF, RDFS, XSD))


def check_names(ontology: Ontology) -> Iterator[str]:
    """See that names are declared as one sort of property at most, are nobody's reserved words, and have a header."""
    if sum(ONTOLOGY in kinds for kinds in ontology.declared.values()) != 1:
        yield "an ontology has one header"
    for name, kinds in ontology.declared.items():
        if is_reserved(name):
            yield f"reserved name declared: {name}"
        for one, other in (*combinations(sorted(PROPERTIES), 2), (CLASS, DATATYPE)):
            if {one, other} <= kinds:
                yield f"declared as two things that must differ: {name}"


def check_triple(one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    subject, predicate = value(one.subject), one.predicate.value
    if predicate == TYPE:
        yield from check_type(subject, value(one.object), ontology)
    elif predicate in AXIOMS:
        for name, kinds in zip((subject, value(one.object)), AXIOMS[predicate], strict=True):
            yield from check_kind(name, kinds, one, ontology)
    elif predicate in BETWEEN_LIKE:
        yield from check_alike(one, ontology)
    elif predicate == RDFS + "range":
        yield from check_range(one, ontology)
    elif predicate in OF_THE_ONTOLOGY:
        yield from check_kind(subject, {ONTOLOGY}, one, ontology)
    elif predicate in BUILT_IN_ANNOTATIONS or ontology.is_a(predicate, ANNOTATION):
        yield from check_annotation(one, ontology)
    elif is_reserved(predicate):
        yield f"not in the profile: {predicate}"
    else:
        yield from check_assertion(one, ontology)


def check_type(subject: str, kind: str, ontology: Ontology) -> Iterator[str]:
    if kind in CHARACTERISTICS:
        if not ontology.is_a(subject, *CHARACTERISTICS[kind]):
            yield f"{kind} of what cannot have it: {subject}"
    elif is_reserved(kind) and kind not in KINDS | {ONTOLOGY}:
        yield f"not in the profile: {kind}"
    elif not is_reserved(kind) and not ontology.is_a(kind, CLASS):
        yield f"undeclared class: {kind}"


def check_kind(name: str, kinds: Iterable[str], one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    if is_reserved(name):
        yield f"reserved name in an axiom: {one}"
    elif not ontology.is_a(name, *kinds):
        yield f"undeclared in {one}: {name}"


def check_alike(one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    """Properties are under, equal to or disjoint with those of their own sort; annotations are only ever under one."""
    sub_property = one.predicate.value == RDFS + "subPropertyOf"
    kinds = PROPERTIES if sub_property else PROPERTIES - {ANNOTATION}
    shared = ontology.kinds(value(one.subject)) & ontology.kinds(value(one.object)) & kinds
    if not shared:
        yield f"undeclared, or of different sorts: {one}"


def check_range(one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    name = value(one.object)
    if ontology.is_a(value(one.subject), DATA):
        if name not in RL_DATATYPES:
            yield f"datatype not in the profile: {one}"
    else:
        yield from check_kind(value(one.subject), {OBJECT, ANNOTATION}, one, ontology)
        yield from check_kind(name, {CLASS}, one, ontology)


def check_annotation(one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    if isinstance(one.object, ox.Literal) and not one.object.language:
        datatype = one.object.datatype.value
        if datatype not in RL_DATATYPES and not ontology.is_a(datatype, DATATYPE):
            yield f"undeclared datatype: {one}"


def check_assertion(one: ox.Triple, ontology: Ontology) -> Iterator[str]:
    """Check a statement about individuals: by a declared property, a literal where it takes literals."""
    kind = DATA if isinstance(one.object, ox.Literal) else OBJECT
    if not ontology.is_a(one.predicate.value, kind):
        yield f"undeclared property: {one.predicate.value}"
    if isinstance(one.object, ox.Literal) and one.object.datatype.value not in RL_DATATYPES | {
        RDF + "langString"
    }:
        yield f"datatype not in the profile: {one}"


def check_hierarchy(ontology: Ontology) -> Iterator[str]:
    """See that no property that is not simple has a characteristic for simple ones."""
    types = [(value(t.subject), value(t.object)) for t in ontology.triples if t.predicate.value == TYPE]
    complex_ones = {subject for subject, kind in types if kind == TRANSITIVE}
    links = {
        (value(t.subject), value(t.object))
        for t in ontology.triples
        if t.predicate.value in (RDFS + "subPropertyOf", OWL + "equivalentProperty", OWL + "inverseOf")
    }
    links |= {(o, s) for s, o in links if (s, o) in links}
    while more := {upper for lower, upper in links if lower in complex_ones} - complex_ones:
        complex_ones |= more
    for subject, kind in types:
        if kind in ONLY_SIMPLE and subject in complex_ones:
            yield f"not simple, and {kind}: {subject}"
