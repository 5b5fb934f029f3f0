"""Equal readings become one assertion with all its evidence, whatever the order and however often."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kgraph.assemble import agree_on_labels, assemble
from kgraph.model import (
    Assertion,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Span,
    assertion_key,
)

JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
RUSSIA = Entity(id="russia", label="Russia", kind=EntityKind.STATE)
KUNASHIR = Entity(id="kunashir", label="Kunashir", kind=EntityKind.TERRITORY)


def evidence(
    document: str = "a", start: int = 0, *, confidence: float = 0.8, rule: str = "claim-verb"
) -> Evidence:
    return Evidence(
        document_id=document,
        span=Span(start=start, end=start + 10),
        quotation="0123456789",
        rule=rule,
        confidence=confidence,
    )


def reading(subject: Entity = JAPAN, *found: Evidence, **qualifiers: object) -> Assertion:
    fields = {"predicate": "claims", "object": KUNASHIR, **qualifiers}
    return Assertion(subject=subject, evidence=found or (evidence(),), **fields)  # type: ignore[arg-type]


def test_nothing_gives_nothing() -> None:
    assert assemble([]) == ()


def test_equal_readings_become_one_with_the_evidence_of_both() -> None:
    here, there = evidence("a", 0), evidence("b", 40)
    (merged,) = assemble([reading(JAPAN, here), reading(JAPAN, there)])
    assert merged.evidence == (here, there)


def test_order_is_that_in_which_each_is_first_met() -> None:
    found = assemble([reading(RUSSIA), reading(JAPAN), reading(RUSSIA, evidence("b"))])
    assert [a.subject for a in found] == [RUSSIA, JAPAN]


def test_one_place_is_one_evidence_and_the_more_confident_reading_stays() -> None:
    weak, strong = evidence(confidence=0.6), evidence(confidence=0.9, rule="lays-claim")
    for order in ([weak, strong], [strong, weak]):
        (merged,) = assemble(reading(JAPAN, e) for e in order)
        assert merged.evidence == (strong,)
        assert merged.confidence == 0.9


def test_of_two_equally_confident_readings_of_a_place_the_first_stays() -> None:
    first, second = evidence(rule="first"), evidence(rule="second")
    (merged,) = assemble([reading(JAPAN, first), reading(JAPAN, second)])
    assert merged.evidence == (first,)


def test_same_offsets_in_another_document_are_another_place() -> None:
    (merged,) = assemble([reading(JAPAN, evidence("a")), reading(JAPAN, evidence("b"))])
    assert [e.document_id for e in merged.evidence] == ["a", "b"]


def test_whatever_qualifies_an_assertion_keeps_it_apart() -> None:
    apart = [
        reading(),
        reading(predicate="administers"),
        reading(object=RUSSIA),
        reading(about=RUSSIA),
        reading(polarity=Polarity.NEGATIVE),
        reading(modality=Modality.POSSIBLE),
        reading(attribution=RUSSIA),
        reading(time="1945/"),
    ]
    assert assemble(apart) == tuple(apart)
    assert len(assemble(apart)) == 8


readings = st.builds(
    reading,
    st.sampled_from([JAPAN, RUSSIA]),
    st.builds(evidence, st.sampled_from("ab"), st.integers(0, 2), confidence=st.sampled_from([0.5, 0.8])),
    polarity=st.sampled_from(Polarity),
    time=st.sampled_from([None, "1945"]),
)


def content(found: tuple[Assertion, ...]) -> dict[tuple[str, ...], dict[tuple[str, int], float]]:
    """Show what was assembled without its order."""
    return {
        assertion_key(a): {(e.document_id, e.span.start): e.confidence for e in a.evidence} for a in found
    }


@given(st.lists(readings, max_size=12))
def test_assembling_twice_changes_nothing(given_readings: list[Assertion]) -> None:
    once = assemble(given_readings)
    again = assemble(once)
    assert again == once
    assert [a.evidence for a in again] == [a.evidence for a in once]


@given(st.lists(readings, max_size=12), st.randoms(use_true_random=False))
def test_another_order_changes_nothing_but_the_order(given_readings: list[Assertion], random: object) -> None:
    shuffled = list(given_readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert content(assemble(shuffled)) == content(assemble(given_readings))


@given(st.lists(readings, max_size=12), st.integers(0, 12))
def test_parts_assembled_apart_give_the_same_as_the_whole(given_readings: list[Assertion], cut: int) -> None:
    parts = (*assemble(given_readings[:cut]), *assemble(given_readings[cut:]))
    assert content(assemble(parts)) == content(assemble(given_readings))


@given(st.lists(readings, min_size=1, max_size=12))
def test_readings_themselves_stay_as_they_were(given_readings: list[Assertion]) -> None:
    before = [replace(r) for r in given_readings]
    assemble(given_readings)
    assert [(r, r.evidence) for r in given_readings] == [(b, b.evidence) for b in before]


# -- labels ----------------------------------------------------------------------------------------------------------


def document_of(*assertions: Assertion) -> Reading:
    document = Document(id="d", text="")
    return Reading(document=document, assertions=assertions, sentences=1, sentences_with_assertion=1)


def met(label: str) -> Assertion:
    person = Entity(id="person_mira-okonjo", label=label, kind=EntityKind.PERSON, known=False)
    return Assertion(subject=person, predicate="metWith", object=JAPAN, attribution=person)


def test_longest_label_that_a_document_has_is_everywhere_the_label() -> None:
    readings = agree_on_labels(
        [document_of(met("Okonjo")), document_of(met("Mira Okonjo")), document_of(met("Okonjo"))]
    )
    found = {e.label for r in readings for a in r.assertions for e in (a.subject, a.attribution) if e}
    assert found == {"Mira Okonjo"}


def test_order_of_the_documents_does_not_change_the_label() -> None:
    both = [document_of(met("Mira Okonjo")), document_of(met("Mora Okonjo"))]
    forth, back = agree_on_labels(both), agree_on_labels(both[::-1])
    assert {r.assertions[0].subject.label for r in (*forth, *back)} == {"Mira Okonjo"}


def test_names_in_use_keep_their_words() -> None:
    name = Entity(id="name_dokdo", label="Dokdo", kind=EntityKind.NAME, known=False)
    other = Entity(id="name_dokdo", label="DOKDO ", kind=EntityKind.NAME, known=False)
    readings = [
        document_of(Assertion(subject=JAPAN, predicate="knownAs", object=each)) for each in (name, other)
    ]
    assert agree_on_labels(readings) == tuple(readings)
