"""The page counts origins and sees contradictions as the derived layer does."""

from articles import MAYBE, NO, article, derived, rows, said

from kgraph.model import Reading
from kgraph.view.network import Line, build_network
from kgraph.view.standing import find_contradictions, find_origins
from kgraph.vocab import predicates

READINGS = (
    article("a", said("japan", "claims", "kunashir", "Japan claims it."), source="Post"),
    article("b", said("japan", "claims", "kunashir", "Japan  CLAIMS it."), source="Times"),
    article("c", said("japan", "claims", "kunashir"), source="Times"),
    article("d", said("japan", "claims", "kunashir"), source="Herald"),
    article("e", said("japan", "claims", "kunashir", attribution="russia"), source="Courier"),
    article("f", said("japan", "claims", "kunashir", attribution="russia"), source="Globe"),
    article("g", said("japan", "claims", "kunashir", polarity=NO), source="Globe"),
    article("h", said("russia", "administers", "kunashir", time="1946/"), source="Globe"),
    article("i", said("russia", "administers", "kunashir", time="1946/"), source="Post"),
    article("j", said("russia", "administers", "kunashir", time="1940", polarity=NO), source="Post"),
    article("k", said("russia", "metWith", "japan"), said("russia", "metWith", "japan", polarity=NO)),
    article("l", said("china", "claims", "kunashir", modality=MAYBE)),
    article("m", said("china", "claims", "kunashir", polarity=NO)),
)


def lines_of(readings: tuple[Reading, ...]) -> tuple[Line, ...]:
    _, lines = build_network(assertion for reading in readings for assertion in reading.assertions)
    return lines


def test_origins_are_counted_as_for_belief() -> None:
    lines = lines_of(READINGS)
    found = find_origins(lines, {reading.document.id: reading.document for reading in READINGS})
    counted = {
        (
            line.assertion.predicate,
            str(len({number for m in lines for number in found[m.id].numbers if m in same})),
        )
        for line in lines
        for same in [[m for m in lines if alike(line, m)]]
        if line.assertion.polarity != NO and line.assertion.modality != MAYBE
    }
    asked = "SELECT ?p ?n WHERE { ?b a kg:Belief ; rdf:predicate ?p ; kg:origins ?n }"
    assert set(rows(derived(*READINGS), asked)) == {("claims", "3"), ("administers", "2")}
    assert counted == {("claims", "3"), ("administers", "2"), ("metWith", "1")}


def alike(one: Line, other: Line) -> bool:
    """Tell whether two say the same of the same time, be it on the word of others."""
    a, b = one.assertion, other.assertion
    return (a.subject, a.predicate, a.object, a.time, a.polarity, a.modality) == (
        b.subject,
        b.predicate,
        b.object,
        b.time,
        b.polarity,
        b.modality,
    )


def test_statements_contradict_one_another_as_in_the_derived_layer() -> None:
    """A possible claim is no party to it; what has no time meets no other; 1940 is not since 1946."""
    lines = lines_of(READINGS)
    found = find_contradictions(lines, predicates())
    against = {tuple(sorted((one, other))) for one, others in found.items() for other in others}
    by_id = {line.id: line.assertion for line in lines}
    assert {by_id[one].predicate for pair in against for one in pair} == {"claims"}
    assert len(against) == 2  # in the article's own voice, and on Russia's word
    asked = "SELECT ?c ?s WHERE { ?c a kg:Contradiction ; prov:wasDerivedFrom ?s }"
    assert {source for _, source in rows(derived(*READINGS), asked)} == {
        one for pair in against for one in pair
    }


def test_what_joins_the_places_of_an_origin_is_told() -> None:
    lines = lines_of(READINGS)
    found = find_origins(lines, {reading.document.id: reading.document for reading in READINGS})
    own, quoted = (
        found[line.id]
        for line in lines
        if line.assertion.predicate == "claims"
        and line.assertion.subject.id == "japan"
        and line.assertion.polarity != NO
    )
    assert own.numbers == (0, 0, 0, 1)
    assert own.sorts == {0: ("publisher", "story", "words")}
    assert quoted.sorts == {quoted.numbers[0]: ("speaker",)}
