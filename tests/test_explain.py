"""How a relation that a user types is understood, and what is shown for it."""

import datetime
from dataclasses import replace

import pytest

from kgraph.explain import (
    Question,
    describe,
    explain_relation,
    find_behind,
    find_nearest,
    parse_question,
)
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Span

JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
RUSSIA = Entity(id="russia", label="Russia", kind=EntityKind.STATE)
KUNASHIR = Entity(id="kunashir", label="Kunashir", kind=EntityKind.TERRITORY)
LAVROV = Entity(id="person_sergei-lavrov", label="Sergei Lavrov", kind=EntityKind.PERSON, known=False)
OFFICE = Entity(id="name_foreign-minister", label="Foreign Minister", kind=EntityKind.NAME, known=False)
TREATY = Entity(id="instrument_1956", label="1956 declaration", kind=EntityKind.INSTRUMENT, known=False)
ARTICLE = Document(id="a.txt", text="", date=datetime.date(2019, 5, 10), source="Pacific Desk")


def assertion(
    subject: Entity = JAPAN,
    predicate: str = "claims",
    object_: Entity = KUNASHIR,
    *,
    said: str = "Tokyo claims Kunashiri.",
    **qualifiers: object,
) -> Assertion:
    """Make an assertion whose subject is the first word of the sentence and whose object is the last."""
    words = said.rstrip(".").split()
    evidence = Evidence(
        document_id="a.txt",
        span=Span(start=100, end=100 + len(said)),
        quotation=said,
        subject_span=Span(start=100, end=100 + len(words[0])),
        object_span=Span(start=100 + said.rindex(words[-1]), end=100 + len(said.rstrip("."))),
        rule="claim-verb",
        confidence=0.9,
    )
    return Assertion(subject=subject, predicate=predicate, object=object_, evidence=(evidence,), **qualifiers)  # type: ignore[arg-type]


CLAIM = assertion()
DENIAL = assertion(polarity=Polarity.NEGATIVE)
PLAN = assertion(modality=Modality.POSSIBLE, attribution=LAVROV, time="2019/")
TALKS = assertion(JAPAN, "negotiatesWith", RUSSIA, said="Japan met Russia.", about=KUNASHIR)
HOLDING = assertion(RUSSIA, "administers", KUNASHIR, said="Russia runs Kunashir.")


def knows_nobody(name: str) -> frozenset[str]:
    return frozenset()


def behind(text: str, *assertions: Assertion) -> list[Assertion]:
    return find_behind(assertions, parse_question(text), knows_nobody)


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "object_"),
    [
        ("Japan claims Kunashir", "Japan", "claims", "Kunashir"),
        ("Does Japan claim Kunashir?", "Japan", "claims", "Kunashir"),
        ("Japan never claimed Kunashir.", "Japan", "claims", "Kunashir"),
        ("Japan does not claim Kunashir", "Japan", "claims", "Kunashir"),
        ("Israel annexed the Golan Heights", "Israel", "annexed", "Golan Heights"),
        ("Russia occupied South Ossetia", "Russia", "occupies", "South Ossetia"),
        ("Guyana disputes with Venezuela", "Guyana", "disputesWith", "Venezuela"),
        ("Guyana disputesWith Venezuela", "Guyana", "disputesWith", "Venezuela"),
        ("Guyana is in a dispute with Venezuela", "Guyana", "disputesWith", "Venezuela"),
        ("Spain recognises Kosovo", "Spain", "recognizes", "Kosovo"),
        ("claims Kunashir", "", "claims", "Kunashir"),
        ("Japan claims", "Japan", "claims", ""),
        ("the Kuril Islands", "Kuril Islands", None, ""),
        ("", "", None, ""),
    ],
)
def test_a_relation_is_split_at_its_verb(
    text: str, subject: str, predicate: str | None, object_: str
) -> None:
    assert parse_question(text) == Question(subject=subject, predicate=predicate, object=object_)


def test_denials_and_doubts_of_a_relation_are_shown_with_it() -> None:
    assert behind("Japan claims Kunashir", CLAIM, DENIAL, PLAN, TALKS) == [CLAIM, DENIAL, PLAN]


@pytest.mark.parametrize(
    "text", ["Tokyo claims Kunashiri", "JAPAN claims Kunashir Island", "japan claims Kunashír"]
)
def test_names_are_found_by_label_surface_form_case_and_accent_aside(text: str) -> None:
    assert behind(text, CLAIM) == [CLAIM]


def test_names_of_the_gazetteer_will_do() -> None:
    question = parse_question("Nippon claims Kunashir")
    known = {"Nippon": frozenset({"japan"})}
    assert find_behind([CLAIM], question, lambda name: known.get(name, frozenset())) == [CLAIM]


def test_subject_and_object_of_a_directed_relation_do_not_change_places() -> None:
    assert behind("Kunashir claims Japan", CLAIM) == []


def test_a_symmetric_relation_is_found_either_way_round() -> None:
    assert (
        behind("Russia negotiates with Japan", TALKS)
        == behind("Japan negotiates with Russia", TALKS)
        == [TALKS]
    )


def test_a_side_left_open_fits_anything() -> None:
    assert behind("claims Kunashir", CLAIM, HOLDING) == [CLAIM]


def test_who_and_what_ask_for_one_side() -> None:
    assert behind("Who claims Kunashir?", CLAIM, HOLDING) == [CLAIM]
    assert behind("what does Japan claim", CLAIM, HOLDING) == [CLAIM]
    assert behind("WHO claims Kunashir", CLAIM, HOLDING) == []


def test_a_name_alone_finds_all_that_speaks_of_it_on_either_side() -> None:
    assert behind("Russia", CLAIM, TALKS, HOLDING) == [TALKS, HOLDING]


def test_a_name_alone_finds_what_is_about_it() -> None:
    assert behind("Kunashir", CLAIM, TALKS, HOLDING) == [CLAIM, TALKS, HOLDING]
    assert behind("Japan claims Kunashir", CLAIM, TALKS) == [CLAIM]
    assert behind("Shikotan", TALKS) == []


def test_a_wider_relation_finds_the_narrower_ones() -> None:
    assert behind("Russia controls Kunashir", HOLDING, CLAIM) == [HOLDING]


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (CLAIM, "Japan claims Kunashir"),
        (DENIAL, "Japan does not claim Kunashir"),
        (PLAN, "Japan claims Kunashir (possible, according to Sergei Lavrov, since 2019)"),
        (TALKS, "Japan negotiates with Russia over Kunashir"),
        (assertion(predicate="represents", about=OFFICE), "Japan represents Kunashir as Foreign Minister"),
        (
            assertion(predicate="transferredTo", about=TREATY),
            "Japan passes to Kunashir under 1956 declaration",
        ),
        (assertion(predicate="sellsTo"), "Japan sellsTo Kunashir"),
    ],
)
def test_an_assertion_is_said_in_one_line(one: Assertion, line: str) -> None:
    assert describe(one) == line


def test_an_explanation_shows_sentence_date_source_document_and_rule() -> None:
    explanation = explain_relation("Japan claims Kunashir", [CLAIM], [ARTICLE], knows_nobody)
    assert explanation.found
    assert explanation.text == (
        "Japan claims Kunashir\n"
        "  “Tokyo claims Kunashiri.”\n"
        "    2019-05-10 · Pacific Desk · a.txt · rule claim-verb · confidence 0.90"
    )


def test_an_explanation_is_in_the_order_of_who_does_what_and_begins_with_what_is_said_outright() -> None:
    given = [HOLDING, PLAN, DENIAL, CLAIM]
    lines = explain_relation("Kunashir", given, [], knows_nobody).text.split("\n")
    assert [line for line in lines if line and line[0] != " "] == [
        "Japan claims Kunashir",
        "Japan claims Kunashir (possible, according to Sergei Lavrov, since 2019)",
        "Japan does not claim Kunashir",
        "Russia administers Kunashir",
    ]


def test_a_sentence_that_several_papers_print_is_shown_once_with_all_places() -> None:
    (printed,) = CLAIM.evidence
    copied = CLAIM.with_evidence((printed, replace(printed, document_id="b.txt")))
    assert explain_relation("Japan claims Kunashir", [copied], [ARTICLE], knows_nobody).text.splitlines()[
        1:
    ] == [
        "  “Tokyo claims Kunashiri.”",
        "    2019-05-10 · Pacific Desk · a.txt · rule claim-verb · confidence 0.90",
        "    b.txt · rule claim-verb · confidence 0.90",
    ]


def test_a_line_break_in_a_sentence_is_a_blank() -> None:
    explanation = explain_relation("Japan", [assertion(said="Tokyo\nclaims\tKunashiri.")], [], knows_nobody)
    assert "“Tokyo claims Kunashiri.”" in explanation.text


def test_where_the_graph_says_nothing_of_the_kind_the_nearest_is_shown() -> None:
    explanation = explain_relation("Japan annexed Kunashir", [HOLDING, CLAIM], [], knows_nobody)
    assert not explanation.found
    assert explanation.text.splitlines()[2:] == ["  Japan claims Kunashir", "  Russia administers Kunashir"]


def test_where_nothing_is_near_it_says_so() -> None:
    explanation = explain_relation("Peru claims Arica", [CLAIM], [], knows_nobody)
    assert explanation.text == "The graph does not say: Peru claims Arica\nNor has it anything near to that."


def test_the_nearest_do_not_repeat_themselves() -> None:
    assert find_nearest([CLAIM, CLAIM], "Kunashir") == ["Japan claims Kunashir"]
