"""Assertions as nodes and lines: nothing lost, nothing told otherwise than it was said."""

import crowded
import specimen
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Assertion, Entity, EntityKind, Evidence, Modality, Polarity, Span
from kgraph.view.content import all_claimants
from kgraph.view.network import MANY_POINTS, Stance, build_network, mark_quotation, stance_of, wrap_label

JAPAN, RUSSIA, ISLAND = (specimen.ENTITIES[key] for key in ("japan", "russia", "kunashir"))


def claim(subject: Entity = JAPAN, **more) -> Assertion:
    return Assertion(subject=subject, predicate="claims", object=ISLAND, **more)


def evidence(quotation: str, start: int = 0, **spans: tuple[int, int]) -> Evidence:
    return Evidence(
        document_id="d",
        span=Span(start=start, end=start + len(quotation)),
        quotation=quotation,
        rule="clause",
        confidence=0.9,
        **{f"{part}_span": Span(start=start + a, end=start + b) for part, (a, b) in spans.items()},
    )


def claimants_of(*assertions: Assertion) -> tuple[str, ...]:
    nodes, _ = build_network(assertions)
    dispute = next(node.dispute for node in nodes if node.entity is ISLAND)
    return tuple(each.id for each in dispute.claimants) if dispute else ()


def test_every_assertion_is_a_line_of_its_own():
    assertions = specimen.read_assertions()
    _, lines = build_network(assertions)
    assert [line.assertion for line in lines] == assertions
    assert len({line.id for line in lines}) == len(assertions)


def test_equal_assertions_become_one_line_with_all_their_evidence():
    once, again = evidence("Japan claims Kunashir."), evidence("Tokyo claims it.", start=40)
    _, lines = build_network([claim(evidence=(once,)), claim(evidence=(again,))])
    assert [line.assertion.evidence for line in lines] == [(once, again)]


def test_whoever_is_spoken_about_is_a_node_and_an_office_is_not():
    about = Assertion(subject=JAPAN, predicate="negotiatesWith", object=RUSSIA, about=ISLAND)
    office = Entity(id="name_minister", label="minister", kind=EntityKind.NAME)
    person = Entity(id="person_x", label="X", kind=EntityKind.PERSON, known=False)
    nodes, _ = build_network(
        [about, Assertion(subject=person, predicate="represents", object=JAPAN, about=office)]
    )
    assert {node.entity.id: node.degree for node in nodes} == {
        "japan": 2,
        "kunashir": 0,
        "person_x": 1,
        "russia": 1,
    }


def test_two_claimants_make_a_dispute():
    assert claimants_of(claim(), claim(RUSSIA)) == ("japan", "russia")


def test_a_claim_on_somebodys_word_counts():
    assert claimants_of(claim(), claim(RUSSIA, attribution=RUSSIA)) == ("japan", "russia")


def test_one_claimant_said_twice_is_no_dispute():
    assert claimants_of(claim(), claim(time="1956")) == ()


def test_a_denied_or_possible_claim_makes_no_dispute():
    assert claimants_of(claim(), claim(RUSSIA, polarity=Polarity.NEGATIVE)) == ()
    assert claimants_of(claim(), claim(RUSSIA, modality=Modality.POSSIBLE)) == ()


def test_denial_comes_before_possibility_before_attribution():
    denied, possible = {"polarity": Polarity.NEGATIVE}, {"modality": Modality.POSSIBLE}
    told = {"attribution": RUSSIA}
    assert stance_of(claim(**denied, **possible, **told)) is Stance.DENIED
    assert stance_of(claim(**possible, **told)) is Stance.POSSIBLE
    assert stance_of(claim(**told)) is Stance.ATTRIBUTED
    assert stance_of(claim()) is Stance.ASSERTED


def test_names_in_the_texts_are_kept_and_references_are_not():
    said = [
        evidence("Tokyo claims the islands.", subject=(0, 5), object=(13, 24)),
        evidence("Its claim to Kunashiri stands.", start=30, subject=(0, 3), object=(13, 22)),
        evidence("The Japanese claim Kunashir.", start=70, subject=(0, 12), object=(19, 27)),
    ]
    nodes, _ = build_network([claim(evidence=tuple(said))])
    assert {n.entity.id: n.names for n in nodes} == {
        "japan": ("Japanese", "Tokyo"),
        "kunashir": ("Kunashiri",),
    }


def test_a_name_in_use_is_a_name_of_the_place():
    nodes, _ = build_network(specimen.read_assertions())
    names = {node.entity.id: node.names for node in nodes}
    assert {"Dokdo", "Takeshima"} <= set(names["liancourt-rocks"])
    assert "Trường Sa" in names["spratly-islands"]


def test_marks_are_the_words_of_the_spans_where_the_sentence_starts_late_in_its_document():
    said = evidence("Japan claims Kunashir.", start=1000, subject=(0, 5), predicate=(6, 12), object=(13, 21))
    assert mark_quotation(said) == (
        ("subject", "Japan"),
        ("", " "),
        ("predicate", "claims"),
        ("", " "),
        ("object", "Kunashir"),
        ("", "."),
    )


def test_words_that_two_spans_share_are_the_subjects():
    said = evidence("Japan's claim to it", subject=(0, 5), predicate=(0, 13))
    assert mark_quotation(said)[:2] == (("subject", "Japan"), ("predicate", "'s claim"))


def test_a_span_outside_the_sentence_marks_nothing():
    said = Evidence(
        document_id="d",
        span=Span(start=10, end=20),
        quotation="0123456789",
        subject_span=Span(start=0, end=5),
        rule="title",
        confidence=0.5,
    )
    assert mark_quotation(said) == (("", "0123456789"),)


@given(st.text(min_size=1, max_size=60), st.data())
def test_the_pieces_of_a_quotation_are_the_quotation(quotation, data):
    def span():
        a, b = sorted(data.draw(st.tuples(*[st.integers(0, len(quotation))] * 2)))
        return (a, b) if a < b else (0, len(quotation))

    said = evidence(quotation, start=7, subject=span(), predicate=span(), object=span())
    assert "".join(words for _, words in mark_quotation(said)) == quotation


def test_a_long_label_is_broken_at_spaces_and_cut_at_three_lines():
    assert wrap_label("UN Convention on the Law of the Sea") == "UN Convention on\nthe Law of the Sea"
    long = wrap_label("islands at the confluence of the Amur and Ussuri rivers near the city of Khabarovsk")
    assert long.count("\n") == 2
    assert long.endswith("…")


def test_a_label_cannot_turn_the_writing_around_it():
    assert wrap_label("abc\u202edef\u2066") == "abcdef"


def aside_of(*assertions: Assertion) -> set[str]:
    nodes, _ = build_network(assertions)
    return {node.entity.id for node in nodes if node.aside}


def test_among_many_points_persons_stand_aside_of_whom_only_an_office_is_said():
    assert aside_of(*crowded.read_assertions()) == {person.id for person in crowded.OFFICIALS}


def test_a_person_who_does_anything_else_is_drawn_with_the_others():
    speaker = crowded.OFFICIALS[7]
    speaks = Assertion(subject=speaker, predicate="metWith", object=crowded.OFFICIALS[8])
    aside = aside_of(*crowded.read_assertions(), speaks)
    assert aside == {person.id for person in crowded.OFFICIALS} - {speaker.id, crowded.OFFICIALS[8].id}


def test_among_few_points_nobody_stands_aside():
    """One point fewer than too many."""
    offices = [
        Assertion(subject=person, predicate="represents", object=JAPAN) for person in crowded.OFFICIALS
    ]
    others = [
        claim(Entity(id=f"state{i}", label="x", kind=EntityKind.STATE))
        for i in range(MANY_POINTS - len(offices) - 2)
    ]
    assert aside_of(*offices, *others) == set()
    assert len(aside_of(*offices, *others, claim(RUSSIA))) == len(offices)


def test_the_rest_stands_and_runs_as_if_those_aside_were_not_there():
    nodes, lines = build_network(crowded.read_assertions())
    small_nodes, small_lines = build_network(specimen.read_assertions())
    places = {node.entity.id: (node.x, node.y) for node in nodes}
    curves = {line.id: line.curve for line in lines}
    assert all(places[node.entity.id] == (node.x, node.y) for node in small_nodes)
    assert all(curves[line.id] == line.curve for line in small_lines)
    assert len(set(places.values())) == len(nodes)


def test_nothing_gives_an_empty_drawing():
    assert build_network([]) == ((), ())


def test_a_dispute_over_a_part_is_known_with_the_whole_and_its_claimants_are_counted_there():
    kurils = Entity(id="kurils", label="Kuril Islands", kind=EntityKind.TERRITORY)
    whole = Assertion(subject=JAPAN, predicate="partyTo", object=kurils)
    nodes, _ = build_network([claim(), claim(RUSSIA), whole], wholes={"kunashir": {"kurils", "elsewhere"}})
    with_parts = {node.entity.id: node for node in nodes if node.parts}
    assert list(with_parts) == ["kurils"]
    assert [part.territory.id for part in with_parts["kurils"].parts] == ["kunashir"]
    assert with_parts["kurils"].dispute is None
    assert [each.id for each in all_claimants(with_parts["kurils"])] == ["japan", "russia"]
