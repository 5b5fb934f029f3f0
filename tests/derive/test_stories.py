"""Which documents are appearances of one story, and what that does to what is counted."""

from dataclasses import replace

import pytest
from articles import NO, article, derived, rows, said
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Triple

from kgraph.derive import derive, is_derived, refresh, strip
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.model import Assertion, Reading
from kgraph.view.network import build_network
from kgraph.view.standing import find_copies, find_origins

STORIES = "SELECT ?first ?d WHERE { ?s a kg:Story ; kg:firstAppearance ?f ; kg:appearance ?a . ?f schema:identifier ?first . ?a schema:identifier ?d }"  # noqa: E501
BELIEFS = "SELECT ?yes ?in ?no WHERE { ?i a kg:Belief ; kg:origins ?yes ; kg:appearances ?in ; kg:denyingOrigins ?no }"

TEXT = """\
The two governments have held talks on the islands for most of a century, and no treaty has come of them.
Fishermen from either coast work the same waters. In the winter the straits freeze, and the ferries stop.
A delegation is expected in the capital in the spring. It will bring maps of the seabed, which both sides have
asked for, and a list of the graves that families wish to visit in the summer."""
ADDED = "Readers of this paper have followed the matter since the first ships were stopped."
OTHER = """\
Farmers along the river say that the water has risen three times since the dam was closed, and that nobody told
them when the gates would open. The ministry answers that it keeps to the agreement. Engineers from both countries
measure the flow at two bridges, and their figures differ by a tenth. A commission meets in the autumn to compare
them."""


def printed(name: str, *sayings: Assertion, body: str = TEXT, **told: str) -> Reading:
    """Give an article that says something in sentences of its own, and then has the words of others."""
    reading = article(name, *sayings, **told)
    return replace(reading, document=replace(reading.document, text=f"{reading.document.text}\n\n{body}"))


def claim(**more: object) -> Assertion:
    return said("japan", "claims", "kunashir", **more)  # type: ignore[arg-type]


FIRST = printed("agency", claim(), source="Agency", date="2020-05-02")
CUT = printed("cut", claim(), source="Post", date="2020-05-03", body=TEXT[: TEXT.index("It will bring")])
LONGER = printed("longer", claim(), source="Times", date="2020-05-02", body=f"{ADDED}\n{TEXT}")
ELSE = printed("else", claim(), source="Herald", date="2020-05-01", body=OTHER)
COPIES = (FIRST, CUT, LONGER)


def test_edited_copies_are_appearances_of_one_story_and_the_earliest_is_its_first() -> None:
    found = rows(derived(*COPIES, ELSE), STORIES)
    first = {one for one, _ in found}
    assert {document for _, document in found} == {"agency", "cut", "longer"}
    assert len(first) == 1
    assert first <= {"agency", "longer"}  # of one day


def test_a_story_without_a_day_comes_last() -> None:
    undated = printed("undated", claim(), source="Agency")
    assert {first for first, _ in rows(derived(undated, CUT), STORIES)} == {"cut"}


def test_copies_are_one_origin_with_as_many_appearances() -> None:
    assert rows(derived(*COPIES), BELIEFS) == []
    assert rows(derived(*COPIES, ELSE), BELIEFS) == [("2", "4", "0")]


def test_copies_of_a_denial_are_one_origin_too() -> None:
    denied = [
        printed(name, claim(polarity=NO), source=name, body=text)
        for name, text in (("a", TEXT), ("b", f"{ADDED}\n{TEXT}"))
    ]
    assert rows(derived(*denied, ELSE), BELIEFS) == [("1", "1", "1")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FIRST, ELSE, id="other words"),
        pytest.param(
            FIRST, printed("b", said("china", "claims", "guam")), id="nothing in common that is said"
        ),
        pytest.param(FIRST, printed("b"), id="nothing said at all"),
        pytest.param(
            article("a", claim(words="Japan claims it.")), article("b", claim(words="It claims.")), id="short"
        ),
    ],
)
def test_these_are_no_copies(one: Reading, other: Reading) -> None:
    assert rows(derived(one, other), STORIES) == []


def test_a_short_text_is_a_copy_of_the_same_words() -> None:
    graph = derived(
        article("a", claim(words="Japan claims it.")), article("b", claim(words="JAPAN claims\nit"))
    )
    assert {document for _, document in rows(graph, STORIES)} == {"a", "b"}


def test_a_document_in_which_nothing_was_read_has_no_signature() -> None:
    asked = "SELECT ?id WHERE { ?d kg:textSignature ?any ; schema:identifier ?id }"
    assert rows(derived(FIRST, printed("silent")), asked) == [("agency",)]


def test_a_story_rests_on_what_several_of_its_documents_say() -> None:
    cut = printed("cut", claim(), said("russia", "administers", "iturup"), source="Post", body=TEXT[:-60])
    asked = "SELECT ?p WHERE { ?s a kg:Story ; prov:wasDerivedFrom ?a . ?a rdf:predicate ?p }"
    assert rows(derived(FIRST, cut), asked) == [("claims",)]


# ---------------------------------------------------------------- what comes and goes

VARIANTS = (
    *COPIES,
    ELSE,
    printed(
        "agency", claim(), source="Agency", date="2020-05-09", body=OTHER
    ),  # another text of the same name
    printed("quoting", claim(attribution="china"), body=TEXT[:-100]),
    printed("chain", claim(), body=f"{TEXT}\n{OTHER[:250]}"),
    printed("denying", said("russia", "administers", "kunashir"), claim(time="1945"), body=TEXT[40:]),
    printed("apart", said("russia", "administers", "kunashir"), body=TEXT[:-40]),
    article("short", claim(words="Japan claims it.")),
    article("shorter", claim(words="JAPAN claims it.")),
)
TRIPLES = tuple(dict.fromkeys(triple for one in VARIANTS for triple in to_triples([one])))


def refreshed(graph: Graph, wanted: frozenset[Triple]) -> None:
    read = frozenset(strip(graph))
    graph.apply(Change(gone=read - wanted, new=wanted - read))
    graph.apply(refresh(graph, read ^ wanted))
    assert {triple for triple in graph if is_derived(triple)} == set(derive(Graph(wanted)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.integers(0, len(VARIANTS) - 1)), min_size=1, max_size=5))
def test_copies_come_and_go_and_the_stories_are_those_derived_anew(steps: list[set[int]]) -> None:
    graph = Graph()
    for kept in steps:
        refreshed(graph, frozenset(triple for number in kept for triple in to_triples([VARIANTS[number]])))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(TRIPLES), min_size=1, max_size=4), min_size=1, max_size=4))
def test_whatever_is_said_of_documents_comes_and_goes(changes: list[list[Triple]]) -> None:
    wanted = frozenset(TRIPLES)
    graph = Graph(wanted)
    graph.apply(Change(new=frozenset(derive(graph))))
    for triples in changes:
        wanted ^= frozenset(triples)
        refreshed(graph, wanted)


# ---------------------------------------------------------------- the page


def test_the_page_finds_the_stories_that_are_derived() -> None:
    readings = [one for number, one in enumerate(VARIANTS) if number != 4]  # of two of one name, the first
    _, lines = build_network(assertion for reading in readings for assertion in reading.assertions)
    found = find_copies(lines, {reading.document.id: reading.document for reading in readings})
    told = set(rows(derived(*readings), STORIES))
    assert {(first, copy) for copy, first in found.items()} == {pair for pair in told if pair[0] != pair[1]}
    assert len(found) > 3


def test_a_page_of_a_graph_counts_as_the_page_of_its_articles() -> None:
    graph = derived(*COPIES, ELSE)
    documents = {document.id: document for document in graph.documents()}
    _, lines = build_network(graph.assertions())
    found = find_copies(lines, documents)
    assert {found.get(name, name) for name in ("agency", "cut", "longer")} & {"agency", "longer"}
    assert len(found) == 2
    (ties,) = find_origins(lines, documents).values()
    assert len(ties.numbers) == 4
    assert len(set(ties.numbers)) == 2
    assert list(ties.sorts.values()) == [("story",)]
