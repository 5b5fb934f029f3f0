"""What follows by each rule from small graphs, and what does not."""

import pytest
from articles import MAYBE, NO, article, derived, rows, said
from pyoxigraph import Literal, NamedNode, Triple

from kgraph.derive import RULES, add_within, derive, is_derived, strip
from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.vocab import IDS, ONTOLOGY

INFERRED = "SELECT ?s ?p ?o WHERE { ?i a kg:%s ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
PERIODS = "SELECT ?s ?p ?t WHERE { ?i a kg:Period ; rdf:subject ?s ; rdf:predicate ?p ; kg:timeText ?t }"
WITHIN = "SELECT ?part ?whole WHERE { ?part kg:within ?whole }"
BROADER = "id:{} skos:broader id:{} ; a kg:Territory ."


def kinds(name: str) -> str:
    return INFERRED % name


def test_the_rules_have_names_of_their_own_that_the_ontology_lists() -> None:
    names = [rule.id for rule in RULES]
    assert len(set(names)) == len(names)
    listed = f"The rule that concluded it: {', '.join(names)}."
    assert listed in ONTOLOGY.read_text(encoding="utf-8")
    assert all(rule.says for rule in RULES)


def test_every_conclusion_names_its_rule_and_what_it_rests_on(graph: Graph) -> None:
    layer = list(derive(graph))
    nodes = {t.subject for t in layer if t.predicate.value not in terms.DERIVED_PROPERTIES}
    assert nodes
    for predicate in (terms.DERIVED_BY, terms.DERIVED_FROM):
        assert {t.subject for t in layer if t.predicate.value == predicate} == nodes
    rested_on = {t.object for t in layer if t.predicate.value == terms.DERIVED_FROM}
    assert all(
        NamedNode(terms.POLARITY) in {t.predicate for t in graph.match(subject=iri)} for iri in rested_on
    )  # type: ignore[arg-type]


def test_nothing_derived_is_an_assertion_or_taken_for_read(graph: Graph) -> None:
    layer = list(derive(graph))
    assert all(is_derived(triple) for triple in layer)
    assert not any(is_derived(triple) for triple in graph)
    with_layer = Graph([*graph, *layer])
    assert with_layer.assertions() == graph.assertions()
    assert with_layer.documents() == graph.documents()


# ---------------------------------------------------------------- super-property


def test_who_plainly_administers_or_occupies_controls() -> None:
    graph = derived(
        article("a", said("russia", "administers", "kunashir"), said("japan", "occupies", "guam"))
    )
    found = rows(graph, kinds("Generalization"))
    assert found == [("japan", "controls", "guam"), ("russia", "controls", "kunashir")]


def test_two_ways_of_controlling_are_one_conclusion_from_both() -> None:
    graph = derived(article("a", said("russia", "administers", "guam"), said("russia", "occupies", "guam")))
    query = "SELECT ?a WHERE { ?i a kg:Generalization ; prov:wasDerivedFrom ?a }"
    assert len(rows(graph, kinds("Generalization"))) == 1
    assert len(rows(graph, query)) == 2


@pytest.mark.parametrize("qualifier", [{"polarity": NO}, {"modality": MAYBE}, {"attribution": "japan"}])
def test_nothing_wider_follows_from_what_is_not_plain(qualifier: dict[str, object]) -> None:
    graph = derived(article("a", said("russia", "occupies", "kunashir", **qualifier)))
    assert rows(graph, kinds("Generalization")) == []


def test_a_party_s_own_word_is_plain() -> None:
    graph = derived(article("a", said("russia", "administers", "kunashir", attribution="russia")))
    assert len(rows(graph, kinds("Generalization"))) == 1


def test_no_plain_edge_is_derived() -> None:
    graph = derived(article("a", said("russia", "administers", "kunashir")))
    assert rows(graph, "SELECT ?s WHERE { ?s kg:controls ?o }") == []


# ---------------------------------------------------------------- contradiction


def test_who_says_and_who_denies_stand_on_their_sides() -> None:
    graph = derived(
        article(
            "a",
            said("japan", "claims", "guam"),
            said("japan", "claims", "guam", polarity=NO, attribution="russia"),
        )
    )
    assert rows(graph, kinds("Contradiction")) == [("japan", "claims", "guam")]
    query = "SELECT ?no ?in WHERE { ?c kg:deniedBy ?no ; kg:affirmedIn/schema:identifier ?in }"
    assert rows(graph, query) == [("russia", "a")]


@pytest.mark.parametrize(
    ("yes", "no", "count"),
    [
        ({"time": "1945"}, {"time": "1950"}, 0),
        ({"time": "1945/"}, {"time": "1950"}, 1),
        ({"time": "1945"}, {}, 1),
        ({}, {"modality": MAYBE}, 0),
        ({}, {"about": "guam"}, 0),
        ({"modality": MAYBE}, {}, 0),
    ],
)
def test_only_the_same_of_a_time_that_can_be_one_contradicts(
    yes: dict[str, object], no: dict[str, object], count: int
) -> None:
    graph = derived(
        article(
            "a",
            said("japan", "recognizes", "china", **yes),
            said("japan", "recognizes", "china", polarity=NO, **no),
        )
    )
    assert len(rows(graph, kinds("Contradiction"))) == count


def test_talks_once_and_no_talks_another_time_are_no_contradiction() -> None:
    met, unmet = ({}, {"polarity": NO}), ({"time": "2000"}, {"polarity": NO, "time": "2000"})
    for (yes, no), count in ((met, 0), (unmet, 1)):
        graph = derived(
            article(
                "a",
                said("japan", "negotiatesWith", "russia", **yes),
                said("japan", "negotiatesWith", "russia", **no),
            )
        )
        assert len(rows(graph, kinds("Contradiction"))) == count


def test_to_renounce_is_not_to_deny() -> None:
    graph = derived(article("a", said("japan", "claims", "guam"), said("japan", "renounces", "guam")))
    assert rows(graph, kinds("Contradiction")) == []


# ---------------------------------------------------------------- within and concerns


def test_parts_of_parts_lie_within_and_a_claim_to_the_part_concerns_the_whole() -> None:
    steps = [
        BROADER.format("kunashir", "southern"),
        "id:southern a kg:Territory .",
        BROADER.format("southern", "kurils"),
    ]
    graph = derived(
        article("a", said("japan", "claims", "kunashir"), said("russia", "administers", "kurils")),
        extra=steps,
    )
    assert rows(graph, WITHIN) == [("kunashir", "kurils"), ("kunashir", "southern"), ("southern", "kurils")]
    concerned = "SELECT ?who ?place WHERE { ?a a kg:Assertion ; rdf:subject ?who ; kg:concerns ?place }"
    assert rows(graph, concerned) == [
        *(("japan", place) for place in ("kunashir", "kurils", "southern")),
        ("russia", "kurils"),
    ]
    assert rows(graph, kinds("Containment")) == []


def test_what_a_text_says_to_be_a_part_is_marked_with_its_assertion() -> None:
    graph = derived(article("a", said("kunashir", "partOf", "kurils")))
    assert rows(graph, kinds("Containment")) == [("kunashir", "within", "kurils")]
    source = "SELECT ?p WHERE { ?i a kg:Containment ; prov:wasDerivedFrom/rdf:predicate ?p }"
    assert rows(graph, source) == [("partOf",)]


def test_what_lies_within_what_comes_alone_as_it_comes_with_the_rest() -> None:
    article_of_two = article("a", said("kunashir", "partOf", "kurils"), said("japan", "claims", "kurils"))
    whole = derived(article_of_two, extra=["id:kurils a kg:Territory .", BROADER.format("kurils", "islands")])
    alone = strip(whole)
    add_within(alone)
    assert alone.wholes() == whole.wholes() != {}
    assert rows(alone, kinds("Containment")) == rows(whole, kinds("Containment"))
    assert set(alone) < set(whole)


@pytest.mark.parametrize("qualifier", [{"polarity": NO}, {"modality": MAYBE}, {"attribution": "russia"}])
def test_a_part_on_somebody_s_word_is_no_part(qualifier: dict[str, object]) -> None:
    graph = derived(article("a", said("kunashir", "partOf", "kurils", **qualifier)))
    assert rows(graph, WITHIN) == []


def test_no_way_leads_to_a_state_or_through_one() -> None:
    steps = [
        BROADER.format("kunashir", "russia"),
        BROADER.format("russia", "eurasia"),
        "id:eurasia a kg:Territory .",
    ]
    graph = derived(
        article("a", said("japan", "claims", "kunashir"), said("kunashir", "partOf", "russia")), extra=steps
    )
    assert rows(graph, WITHIN) == []
    concerned = "SELECT DISTINCT ?place WHERE { ?a kg:concerns ?place }"
    assert rows(graph, concerned) == [("kunashir",)]


def test_texts_that_contradict_each_other_on_which_holds_which_give_nothing() -> None:
    graph = derived(
        article(
            "a", said("east", "partOf", "west"), said("west", "partOf", "east"), said("west", "partOf", "all")
        )
    )
    assert rows(graph, WITHIN) == [("west", "all")]


def test_a_text_does_not_turn_the_gazetteer_round() -> None:
    graph = derived(
        article("a", said("kurils", "partOf", "kunashir")), extra=[BROADER.format("kunashir", "kurils")]
    )
    assert rows(graph, WITHIN) == [("kunashir", "kurils")]


def test_a_gazetteer_that_goes_in_a_circle_breaks_nothing() -> None:
    steps = [BROADER.format("east", "west"), BROADER.format("west", "east")]
    graph = derived(
        article("a", said("japan", "claims", "east"), said("japan", "claims", "west")), extra=steps
    )
    assert rows(graph, WITHIN) == [("east", "west"), ("west", "east")]


# ---------------------------------------------------------------- period


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["1945"], ["1945"]),
        (["1945", "1946"], ["1945/1946"]),
        (["1945", "1947"], ["1945", "1947"]),
        (["1945/", "1950", "1960-05/1970"], ["1945/"]),
        (["1945", "1945-08/"], ["1945/"]),
        (["/1994", "1990/1998-03"], ["/1998-03"]),
        (["/1994", "1945/"], ["/1994", "1945/"]),
        (["/1994", "1996/"], ["/1994", "1996/"]),
        (["/1994", "/1976"], ["/1994"]),
        (["1945-08-15", "1945-08"], ["1945-08"]),
        (["9999"], ["9999"]),
        (["sometime"], []),
    ],
)
def test_times_that_meet_are_one_period_and_open_ends_stay_open(
    times: list[str], expected: list[str]
) -> None:
    sayings = [said("russia", "administers", "kunashir", time=time) for time in times]
    graph = derived(article("a", *sayings, date="2020-01-01"))
    assert [time for *_, time in rows(graph, PERIODS)] == expected


def test_what_has_no_time_has_no_period_and_another_s_word_makes_no_holder() -> None:
    graph = derived(
        article(
            "a",
            said("russia", "administers", "kunashir"),
            said("russia", "occupies", "kunashir", time="1945", attribution="japan"),
            said("russia", "occupies", "kunashir", time="1946", polarity=NO),
            said("japan", "claims", "kunashir", time="1956/", attribution="russia"),
            date="2020-01-01",
        )
    )
    assert rows(graph, PERIODS) == [("japan", "claims", "1956/")]


def test_the_days_of_a_period_are_those_of_its_ends() -> None:
    graph = derived(
        article(
            "a",
            said("russia", "occupies", "guam", time="1945-08"),
            said("russia", "administers", "guam", time="1945-09/1972"),
        )
    )
    query = "SELECT ?t ?a ?b WHERE { ?i a kg:Period ; kg:timeText ?t ; kg:validFrom ?a ; kg:validUntil ?b }"
    assert rows(graph, query) == [("1945-08/1972", "1945-08-01", "1972-12-31")]


def test_a_decade_and_a_year_in_it_are_one_period() -> None:
    graph = derived(
        article(
            "a",
            said("russia", "occupies", "guam", time="197X"),
            said("russia", "administers", "guam", time="1972/1985~"),
        )
    )
    assert rows(graph, PERIODS) == [("russia", "controls", "197X/1985~")]


def test_some_time_of_a_war_is_a_period_and_part_of_a_longer_one() -> None:
    in_war = article("a", said("japan", "occupies", "guam", time="[1939..1945]"))
    longer = article("b", said("japan", "occupies", "guam", time="1942/1950"))
    assert rows(derived(in_war), PERIODS) == [("japan", "controls", "[1939..1945]")]
    assert rows(derived(in_war, longer), PERIODS) == [("japan", "controls", "1939/1950")]


# ---------------------------------------------------------------- dispute


def test_a_dispute_has_parties_holders_status_and_days_and_is_listed_with_the_whole() -> None:
    graph = derived(
        article("a", said("japan", "claims", "kunashir"), date="2019-05-01"),
        article("b", said("russia", "administers", "kunashir"), date="2020-05-01"),
        extra=[BROADER.format("kunashir", "kurils"), "id:kurils a kg:Territory ."],
    )
    query = """SELECT ?over ?claimant ?holder ?status ?first ?last WHERE {
      ?d a kg:Dispute ; kg:over ?over ; kg:claimant ?claimant ; kg:holder ?holder ; kg:status ?status ;
        kg:firstReported ?first ; kg:lastReported ?last ; kg:concerns id:kurils }"""
    assert rows(graph, query) == [("kunashir", "japan", "russia", "Claimed", "2019-05-01", "2020-05-01")]


def test_a_state_of_the_past_held_once() -> None:
    graph = derived(
        article("a", said("japan", "claims", "kunashir"), said("soviet-union", "administers", "kunashir")),
        extra=['id:soviet-union kg:existsUntil "1991-12-26"^^xsd:date .'],
    )
    assert rows(graph, "SELECT ?x WHERE { ?d kg:holder ?x }") == []
    assert rows(graph, "SELECT ?x WHERE { ?d kg:formerHolder ?x }") == [("soviet-union",)]


def test_a_dispute_of_two_over_a_matter_that_is_no_territory_is_none_here() -> None:
    graph = derived(article("a", said("japan", "disputesWith", "russia")))
    assert rows(graph, "SELECT ?d WHERE { ?d a kg:Dispute }") == []


# ---------------------------------------------------------------- the layer


def test_the_same_layer_comes_of_any_order(graph: Graph) -> None:
    assert set(derive(Graph(reversed(list(graph))))) == set(derive(graph))


def test_a_graph_with_nothing_in_it_gives_nothing() -> None:
    assert list(derive(Graph())) == []


def test_nodes_that_are_no_assertions_are_passed_over() -> None:
    graph = derived(
        article("a", said("japan", "claims", "kunashir")),
        extra=[
            'id:a_odd kg:polarity kg:Positive ; rdf:subject "words" .',
            "id:e kg:evidence id:none .",
            f"<{IDS}x> rdf:subject id:y .",
        ],
    )
    assert len(rows(graph, "SELECT ?a WHERE { ?a kg:concerns ?x }")) == 1


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (terms.CONFIDENCE, Literal("high")),
        (terms.CONFIDENCE, Literal("nan")),
        (terms.CONFIDENCE, Literal("7")),
        (terms.IN_DOCUMENT, Literal("the paper")),
        (terms.OBJECT, Literal("the rebels")),
        (terms.VALID_FROM, Literal("then")),
        (terms.PUBLISHED, Literal("yesterday")),
    ],
)
def test_values_that_no_graph_of_ours_has_break_nothing(predicate: str, value: Literal, graph: Graph) -> None:
    odd = Graph(
        Triple(t.subject, t.predicate, value if t.predicate.value == predicate else t.object)
        for t in strip(graph)
    )
    layer = list(derive(odd))
    assert layer
    for one in layer:
        if one.predicate.value == terms.BELIEF and isinstance(one.object, Literal):
            assert 0 <= float(one.object.value) < 1


def test_words_that_name_no_thing_are_no_party() -> None:
    graph = derived(
        article("a", said("japan", "claims", "kunashir"), said("russia", "administers", "kunashir")),
        extra=[
            'id:a_x rdf:subject id:kunashir ; rdf:predicate kg:transferredTo ; rdf:object "the rebels" .',
            f"id:a_x kg:polarity <{terms.POSITIVE}> ; kg:modality <{terms.ACTUAL}> .",
        ],
    )
    assert rows(graph, "SELECT ?x WHERE { ?d a kg:Dispute ; kg:holder ?x }") == [("russia",)]
