"""The fast engine and pySHACL, the reference, say the same of every constraint of every shape."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, XSD, URIRef
from rdflib.collection import Collection

from kgraph.derive import RULES
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.store import Graph, load
from kgraph.validation import Engine, Problem
from kgraph.validation.shapes import check_shapes
from kgraph.vocab import IDS, KG, SHAPES

COMPLETE = load(Path(__file__).parent / "complete.ttl")
SHAPES_NAMESPACE = "https://w3id.org/kgraph/shapes#"
SHAPES_GRAPH = rdflib.Graph().parse(SHAPES)

# Where two values cannot be compared, SHACL asks for a result of the comparison; pySHACL gives none.
COMPARISONS = frozenset(
    {
        "LessThanConstraintComponent",
        "LessThanOrEqualsConstraintComponent",
        "MaxInclusiveConstraintComponent",
        "MinInclusiveConstraintComponent",
    }
)
Said = tuple[str, str, str, str, str, str]


def literal(text: str, datatype: URIRef = XSD.string) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(str(datatype)))


NOBODY = ox.NamedNode(IDS + "nobody")
LATER = {XSD.integer: literal("9999", XSD.integer), XSD.date: literal("2999-01-01", XSD.date)}
BEYOND = {"latitude": "90.5", "longitude": "180.5"}


class Case(NamedTuple):
    """A property shape that is asked of a node of `COMPLETE`, and one of its constraints."""

    node: ox.NamedNode
    shape: URIRef
    constraint: URIRef

    @property
    def path(self) -> ox.NamedNode:
        """The property that the shape is about."""
        return ox.NamedNode(str(SHAPES_GRAPH.value(self.shape, SH.path)))

    @property
    def name(self) -> str:
        """The shape's name, by which problems call it."""
        return self.shape.rpartition("#")[2]

    @property
    def component(self) -> str:
        """The name that SHACL's reports have for the constraint."""
        word = self.constraint.rpartition("#")[2]
        return word[0].upper() + word[1:] + "ConstraintComponent"


def all_cases() -> Iterator[Case]:
    for node_shape in SHAPES_GRAPH.subjects(RDF.type, SH.NodeShape):
        for node in targets(node_shape):
            for shape in SHAPES_GRAPH.objects(node_shape, SH.property):
                for constraint in SHAPES_GRAPH.predicates(shape):
                    if constraint not in (SH.path, SH.message, SH.severity, SH.qualifiedValueShape):
                        yield Case(node, URIRef(str(shape)), URIRef(str(constraint)))


def targets(node_shape: object) -> list[ox.NamedNode]:
    """Give the node of `COMPLETE` with the most to check among those that a shape is asked of."""
    query = "SELECT ?node (COUNT(*) AS ?much) WHERE {{ ?node {} ; ?p ?o }} GROUP BY ?node ORDER BY DESC(?much) LIMIT 1"
    for term, pattern in ((SH.targetClass, "a <{}>"), (SH.targetSubjectsOf, "<{}> ?any")):
        for value in SHAPES_GRAPH.objects(node_shape, term):
            return [row["node"] for row in COMPLETE.solve(query.format(pattern.format(value)))]
    return []


def values(node: ox.NamedNode, path: ox.NamedNode) -> list[ox.NamedNode | ox.Literal]:
    return [t.object for t in COMPLETE if (t.subject, t.predicate) == (node, path)]


def broken(case: Case) -> list[ox.NamedNode | ox.Literal]:
    """Give the values of the property that break the constraint."""
    (first, *others) = values(case.node, case.path)
    datatype = URIRef(first.datatype.value) if isinstance(first, ox.Literal) else None
    match case.constraint.rpartition("#")[2]:
        case "minCount":
            return []
        case "hasValue" | "qualifiedMinCount" | "qualifiedMaxCount":
            return [
                *(value for value in (first, *others) if value.value not in wanted(case)),
                *too_many(case),
            ] or [NOBODY]
        case "maxCount":
            return [first, *others, another(first)]
        case "datatype":
            return [ox.Literal("x", language="en")] if case.name != "nameText" else [literal("x")]
        case "nodeKind":
            return [literal("x")]
        case "class" | "in" | "node" | "or":
            return [NOBODY]
        case "minLength":
            return [literal("")]
        case "pattern":
            return [literal("no digest")]
        case "minInclusive":
            return [literal("-200", datatype or XSD.decimal)]
        case "maxInclusive":
            return [literal(BEYOND.get(case.name, "1.5"), XSD.decimal)]
        case "lessThan" | "lessThanOrEquals":
            return [LATER[datatype]] if datatype else []
    raise AssertionError(f"say how to break {case.constraint}")


def wanted(case: Case) -> list[str]:
    """List the values that a shape asks for by name."""
    allowed = SHAPES_GRAPH.value(SHAPES_GRAPH.value(case.shape, SH.qualifiedValueShape), SH["in"])
    named = (
        [SHAPES_GRAPH.value(case.shape, SH.hasValue)]
        if allowed is None
        else Collection(SHAPES_GRAPH, allowed)
    )
    return [str(term) for term in named]


def too_many(case: Case) -> list[ox.NamedNode]:
    """Give more of what may be there once."""
    return list(map(ox.NamedNode, wanted(case))) if case.constraint == SH.qualifiedMaxCount else []


def another(value: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
    """Give a second value that is as good as the first."""
    if isinstance(value, ox.NamedNode):
        twins = {"Positive": "Negative", "Actual": "Possible", "japan": "kurils", "kurils": "japan"}
        start, mark, name = value.value.rpartition("#" if "#" in value.value else "/")
        return ox.NamedNode(start + mark + twins.get(name, "japan"))
    if value.language:
        return ox.Literal(value.value + "x", language=value.language)
    others = {XSD.date: "1990-01-01", XSD.integer: "101", XSD.boolean: "true", XSD.decimal: "0.5"}
    return ox.Literal(others.get(URIRef(value.datatype.value), "f" * 64), datatype=value.datatype)


CASES = list(all_cases())


def copies() -> Graph:
    """Give `COMPLETE` with a copy of its node for each case, one constraint broken in each."""
    triples = list(COMPLETE)
    for number, case in enumerate(CASES):
        copy = ox.NamedNode(f"{IDS}copy_{number}")
        kept = [t for t in COMPLETE if t.subject == case.node and t.predicate != case.path]
        triples += [ox.Triple(copy, t.predicate, t.object) for t in kept]
        triples += [ox.Triple(copy, case.path, value) for value in broken(case)]
    return Graph(triples)


def said(problem: Problem) -> Said:
    return (
        problem.node,
        problem.path,
        problem.severity,
        problem.check,
        problem.component,
        problem.message,
    )


def ask(graph: Graph, engine: Engine) -> set[Said]:
    return {said(problem) for problem in check_shapes(graph, engine=engine)}


def agree(graph: Graph) -> None:
    """See that both engines say the same, but for comparisons of what is of the wrong type, as both say."""
    fast = ask(graph, Engine.SHACL)
    try:
        reference = ask(graph, Engine.PYSHACL)
    except GraphError:  # it gives up on some values that it cannot compare
        assert fast
        return
    assert reference - fast == set()
    of_wrong_type = {one[0] for one in reference if one[4] == "DatatypeConstraintComponent"}
    assert {
        one for one in fast - reference if one[4] not in COMPARISONS or one[0] not in of_wrong_type
    } == set()


@pytest.fixture(scope="module")
def answers() -> dict[Engine, set[Said]]:
    graph = copies()
    return {engine: ask(graph, engine) for engine in Engine}


def test_the_complete_graph_has_all_that_shapes_ask_for_and_conforms() -> None:
    assert [case for case in CASES if not values(case.node, case.path)] == []
    assert ask(COMPLETE, Engine.SHACL) == ask(COMPLETE, Engine.PYSHACL) == set()


@pytest.mark.parametrize("engine", list(Engine))
@pytest.mark.parametrize(
    ("number", "case"),
    list(enumerate(CASES)),
    ids=[f"{c.name}-{c.constraint.rpartition('#')[2]}" for c in CASES],
)
def test_each_constraint_is_found_broken(
    answers: dict[Engine, set[Said]], engine: Engine, number: int, case: Case
) -> None:
    found = {(one[3], one[4]) for one in answers[engine] if one[0] == f"{IDS}copy_{number}"}
    assert (case.name, case.component) in found


def test_engines_agree_on_each_constraint(answers: dict[Engine, set[Said]]) -> None:
    assert answers[Engine.SHACL] == answers[Engine.PYSHACL]


def test_all_that_is_found_has_a_message_of_ours(answers: dict[Engine, set[Said]]) -> None:
    ours = {str(message) for message in SHAPES_GRAPH.objects(None, SH.message)}
    assert {one[5] for one in answers[Engine.SHACL]} - ours == set()


NODE_CASES = [
    ("i_1", [(terms.TYPE, ox.NamedNode(terms.ASSERTION))], [], ("Inferred", "NotConstraintComponent")),
    ("i_3", [], [str(KG.affirmedIn), str(KG.affirmedBy)], ("Contradiction", "OrConstraintComponent")),
    ("i_3", [], [str(KG.deniedBy), str(KG.deniedIn)], ("Contradiction", "AndConstraintComponent")),
]


@pytest.mark.parametrize(("name", "more", "less", "says"), NODE_CASES)
def test_what_a_node_as_a_whole_breaks_is_found(
    name: str, more: list[tuple[str, ox.NamedNode]], less: list[str], says: tuple[str, str]
) -> None:
    node = ox.NamedNode(IDS + name)
    kept = [t for t in COMPLETE if t.subject != node or t.predicate.value not in less]
    graph = Graph([*kept, *(ox.Triple(node, ox.NamedNode(term), value) for term, value in more)])
    agree(graph)
    assert says in {(one[3], one[4]) for one in ask(graph, Engine.SHACL)}


def test_shapes_know_the_rules_of_the_derived_layer() -> None:
    named = Collection(SHAPES_GRAPH, SHAPES_GRAPH.value(URIRef(SHAPES_NAMESPACE + "derivedBy"), SH["in"]))
    concluding = {rule.id for rule in RULES} - {"concerns"}  # which gives a property and no node
    assert {str(rule) for rule in named} == concluding


TERMS = sorted({t.object for t in COMPLETE} | {t.subject for t in COMPLETE}, key=str)
ODD = [
    *(literal(text) for text in ("", "x", "1956-01-01", "true", "0.5", "é\n\u202e")),
    *(literal(text, XSD.integer) for text in ("-1", "0", "101", "abc", "01")),
    *(literal(text, XSD.decimal) for text in ("1.5", "-0.1", "90.0")),
    *(literal(text, XSD.date) for text in ("1956-01-01", "2020-02-31", "2020-02-01Z", "no day")),
    *(literal(text, XSD.boolean) for text in ("false", "0", "yes")),
    *(literal(text, XSD.double) for text in ("1e0", "NaN")),
    ox.Literal("x", language="en"),
    ox.NamedNode("urn:x"),
]
MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "replace", "add", "move"]),
        st.integers(min_value=0, max_value=len(COMPLETE) - 1),
        st.sampled_from([*TERMS, *ODD]),
    ),
    min_size=1,
    max_size=12,
)


def mutate(mutations: list[tuple[str, int, ox.NamedNode | ox.Literal]]) -> Graph:
    triples = sorted(COMPLETE, key=str)
    left = set(triples)
    for what, place, term in mutations:
        one = triples[place]
        if what != "add":
            left.discard(one)
        if what in ("replace", "add"):
            left.add(ox.Triple(one.subject, one.predicate, term))
        elif what == "move" and isinstance(term, ox.NamedNode):
            left.add(ox.Triple(term, one.predicate, one.object))
    return Graph(left)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
@pytest.mark.filterwarnings("ignore")  # rdflib logs what it cannot convert
def test_engines_agree_on_what_is_broken_at_random(
    mutations: list[tuple[str, int, ox.NamedNode | ox.Literal]],
) -> None:
    agree(mutate(mutations))
