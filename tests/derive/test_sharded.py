"""A graph cut into shards gives the same conclusions as the whole graph."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import OWN, readings

from kgraph.derive import derive
from kgraph.derive.places import Concerns, Within
from kgraph.derive.rule import Grouped
from kgraph.derive.rules import RULES
from kgraph.derive.sharded import add_derived_in_shards, derive_in_shards
from kgraph.derive.story import Stories
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Reading

GAZETTEER = Gazetteer.load()


@settings(max_examples=60)
@given(found=st.lists(readings("abcdef"), max_size=6, unique_by=lambda reading: reading.document.id))
def test_shards_conclude_what_the_whole_graph_does(found: list[Reading]) -> None:
    graph = Graph(to_triples(found, GAZETTEER, {OWN.name: OWN}))
    whole = sorted(map(str, derive(graph)))
    assert sorted(map(str, derive_in_shards(graph, at_once=2, shard=2))) == whole
    read = set(graph)
    add_derived_in_shards(graph)
    assert sorted(map(str, set(graph) - read)) == whole
    assert sorted(map(str, derive_in_shards(graph, at_once=3))) == whole


def test_every_rule_has_its_way_to_be_cut_up() -> None:
    assert [rule.id for rule in RULES if not isinstance(rule, Grouped | Concerns | Within | Stories)] == []
