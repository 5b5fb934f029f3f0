"""The named queries where papers print one agency's story: origins and appearances are told apart."""

import functools

import handmade
import pytest

from kgraph.derive import with_derived
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Polarity, Reading
from kgraph.sparql import run

BOTH = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
REST = [
    "The two governments have held talks on the islands for most of a century, and no treaty has come of them.",
    "Fishermen from either coast work the same waters, and families cross in the summer to visit graves.",
    "A delegation is expected in the capital in the spring, with maps of the seabed that both sides have asked for.",
]
OWN = [
    "The water in the river has risen three times since the dam was closed, and farmers say that nobody told them.",
    "Engineers of both countries measure the flow at two bridges, and their figures differ by a tenth each month.",
    "A commission meets in the autumn to compare them, and the ministry answers that it keeps to the agreement.",
]


def print_story(
    name: str, date: str, source: str, rest: list[str], polarity: Polarity = Polarity.POSITIVE
) -> Reading:
    """Give an article that says, or denies, that Japan claims Kunashir, and goes on with other words."""
    said = "Kunashir is claimed by Japan." if rest is OWN else "Japan claims Kunashir."
    said = said if polarity is Polarity.POSITIVE else "Japan does not claim Kunashir."
    writer = handmade.Writer(name, f"Talks, by {source}", date, source, [said, *rest])
    writer.says(said, handmade.JAPAN, "claims", handmade.KUNASHIR, polarity=polarity)
    return writer.reading()


COPIES = (
    print_story("agency", "2020-05-01", "Agency", REST),
    print_story("post", "2020-05-02", "Post", [REST[0], REST[1]]),
    print_story("times", "2020-05-02", "Times", [*REST, "This paper has followed the matter for ten years."]),
)


@functools.cache
def graph_of(*readings: Reading) -> Graph:
    return with_derived(Graph(to_triples(readings)))


def ask(graph: Graph, query: str, engine: str, **parameters: str) -> tuple[tuple[str, ...], ...]:
    return run(graph, query, engine=engine, parameters=parameters, limits=None).rows


@BOTH
def test_what_copies_alone_report_is_of_one_source_with_as_many_documents(engine: str) -> None:
    rows = ask(graph_of(*COPIES), "single-source", engine)
    assert [row[:10] for row in rows] == [
        ("Agency", "Japan", "claims", "Kunashir", "", "", "positive", "actual", "", "3")
    ]


@BOTH
def test_what_another_reports_too_is_not_of_one_source(engine: str) -> None:
    assert (
        ask(graph_of(*COPIES, print_story("own", "2020-05-03", "Post", OWN)), "single-source", engine) == ()
    )


@BOTH
def test_another_article_of_the_first_publisher_is_no_other_source(engine: str) -> None:
    rows = ask(graph_of(*COPIES, print_story("own", "2020-05-03", "Agency", OWN)), "single-source", engine)
    assert [(row[0], row[-2]) for row in rows] == [("Agency", "4")]


@BOTH
def test_what_a_paper_prints_is_found_by_its_name(engine: str) -> None:
    assert len(ask(graph_of(*COPIES), "single-source", engine, source="Times")) == 1
    assert ask(graph_of(*COPIES), "single-source", engine, source="Herald") == ()


@BOTH
def test_claims_count_origins_and_documents(engine: str) -> None:
    own = print_story("own", "2020-05-03", "Herald", OWN)
    rows = ask(graph_of(*COPIES, own), "claims-over-time", engine)
    assert rows == (("Japan", "Kunashir", "2020-05-01", "2020-05-03", "2", "4"),)


@BOTH
def test_belief_counts_origins_and_appearances(engine: str) -> None:
    own = print_story("own", "2020-05-03", "Herald", OWN)
    rows = ask(graph_of(*COPIES, own), "belief", engine)
    assert [row[:3] + row[6:] for row in rows] == [("Japan", "claims", "Kunashir", "2", "4", "0")]


@BOTH
def test_sides_of_a_contradiction_are_told_once_a_story(engine: str) -> None:
    denial = print_story("own", "2020-05-03", "Herald", OWN, Polarity.NEGATIVE)
    rows = ask(graph_of(*COPIES, denial), "contradictions", engine)
    assert [row[4:8] for row in rows] == [("Agency", "2020-05-01", "Herald", "2020-05-03")]


@BOTH
def test_stories_are_listed_with_where_they_appear(engine: str) -> None:
    own = print_story("own", "2020-05-03", "Herald", OWN)
    told = ("Talks, by Agency", "2020-05-01", "Agency", "3", "Agency; Post; Times", "1")
    assert ask(graph_of(*COPIES, own), "stories", engine) == (told,)
    assert ask(graph_of(*COPIES, own), "stories", engine, territory="Kunashir") == (told,)
    assert ask(graph_of(*COPIES, own), "stories", engine, agent="Japan") == (told,)


def test_a_graph_without_its_layer_has_it_worked_out_for_stories() -> None:
    rows = ask(Graph(to_triples(COPIES)), "stories", "oxigraph")
    assert [row[3] for row in rows] == ["3"]
