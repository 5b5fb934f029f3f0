"""What of a graph is shown for decision."""

from functools import cache

from kgraph.decisions import Decision, Links, Verdict
from kgraph.decisions.review import find_doubts, write_doubts
from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Span
from kgraph.vocab import nil_entity

PLACE, PERSON = EntityKind.TERRITORY, EntityKind.PERSON
SENTENCE = "Russia holds it."


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def holds(object_: Entity, document: str = "one") -> Assertion:
    span = Span(start=0, end=len(SENTENCE))
    evidence = Evidence(document_id=document, span=span, quotation=SENTENCE, rule="any", confidence=0.9)
    russia = gazetteer().entry("russia").entity
    return Assertion(subject=russia, predicate="administers", object=object_, evidence=(evidence,))


def doubts(*entities: Entity, decisions: tuple[Decision, ...] = ()) -> dict[str, list[str]]:
    found = find_doubts([holds(entity) for entity in entities], gazetteer(), Links(gazetteer(), decisions))
    return {doubt.entity.label: [candidate.id for candidate in doubt.candidates] for doubt in found}


def test_an_unknown_place_is_shown_with_the_known_ones_of_like_spelling() -> None:
    assert doubts(nil_entity("Kunasir", PLACE))["Kunasir"][0] == "kunashir"


def test_candidates_that_nothing_decided_between_are_shown() -> None:
    entity = nil_entity("Zyxland", PLACE)
    either = Entity(id=entity.id, label="Zyxland", kind=PLACE, known=False, candidates=(entry("iturup"),))
    assert doubts(either) == {"Zyxland": ["iturup"]}


def entry(id_: str) -> Entity:
    return gazetteer().entry(id_).entity


def test_what_is_known_or_like_nothing_is_not_shown() -> None:
    assert (
        doubts(entry("kunashir"), nil_entity("Zyxland", PLACE), nil_entity("Kunasir", EntityKind.NAME)) == {}
    )


def test_a_person_is_no_place_however_alike() -> None:
    assert doubts(nil_entity("Kunasir", PERSON)) == {}


def test_spellings_of_one_person_are_shown_once() -> None:
    one, other = nil_entity("Volodymyr Zelensky", PERSON), nil_entity("Volodymyr Zelenskyy", PERSON)
    assert doubts(one, other) == {other.label: [one.id]}


def test_what_is_decided_is_not_shown_again() -> None:
    entity = nil_entity("Kunasir", PLACE)
    for verdict in (Verdict.NOT_SAME, Verdict.UNSURE):
        decided = Decision(name="Kunasir", entity="kunashir", verdict=verdict)
        assert "kunashir" not in doubts(entity, decisions=(decided,)).get("Kunasir", [])


def test_another_name_of_a_candidate_is_told_where_it_is_that_which_is_alike() -> None:
    shown = write_doubts(
        find_doubts([holds(nil_entity("Kunashirri", PLACE))], gazetteer(), Links(gazetteer()))
    )
    assert "link fix Kunashirri kunashir --same  # Kunashir, by its name Kunashiri; or" in shown


def test_each_comes_with_a_quotation_and_the_command_to_type() -> None:
    islands = nil_entity("Kunasir", PLACE)
    links = Links(gazetteer())
    shown = write_doubts(find_doubts([holds(islands), holds(islands, "two")], gazetteer(), links))
    assert shown.splitlines()[:3] == [
        "Kunasir (place_kunasir), 2 assertions",
        "  one: “Russia holds it.”",
        "  kgraph link fix Kunasir kunashir --same  # Kunashir; or --not-same, --unsure",
    ]
