"""What counts as a dispute, who claims it and who holds it."""

from collections.abc import Iterable

import pytest

from kgraph.disputes import find_disputes
from kgraph.model import Assertion, Entity, EntityKind, Modality, Polarity


def claim(who: str, what: str, predicate: str = "claims", **qualifiers: object) -> Assertion:
    return Assertion(
        subject=Entity(id=who.lower(), label=who, kind=EntityKind.STATE),
        predicate=predicate,
        object=Entity(id=what.lower(), label=what, kind=EntityKind.TERRITORY),
        **qualifiers,  # type: ignore[arg-type]
    )


def parties(assertions: Iterable[Assertion]) -> list[tuple[str, list[str], list[str]]]:
    return [
        (d.territory.label, [c.label for c in d.claimants], [h.label for h in d.holders])
        for d in find_disputes(assertions)
    ]


def test_what_two_claim_is_a_dispute_and_its_claimants_are_sorted() -> None:
    claims = [claim("Russia", "Kunashir"), claim("Japan", "Kunashir"), claim("Japan", "Honshu")]
    assert parties(claims) == [("Kunashir", ["Japan", "Russia"], [])]


@pytest.mark.parametrize("predicate", ["administers", "occupies"])
def test_what_one_claims_and_another_holds_is_a_dispute(predicate: str) -> None:
    said = [claim("Japan", "Kunashir"), claim("Russia", "Kunashir", predicate)]
    assert parties(said) == [("Kunashir", ["Japan"], ["Russia"])]


def test_who_claims_what_it_holds_is_in_no_dispute() -> None:
    assert parties([claim("Japan", "Honshu"), claim("Japan", "Honshu", "administers")]) == []


def test_what_nobody_claims_is_in_no_dispute() -> None:
    assert parties([claim("Japan", "Honshu", "administers"), claim("Russia", "Honshu", "occupies")]) == []


def test_denied_and_possible_claims_make_no_dispute() -> None:
    denied = claim("Russia", "Kunashir", polarity=Polarity.NEGATIVE)
    possible = claim("China", "Kunashir", modality=Modality.POSSIBLE)
    assert parties([claim("Japan", "Kunashir"), denied, possible]) == []


def test_one_claimant_in_many_sentences_makes_no_dispute() -> None:
    assert parties([claim("Japan", "Kunashir"), claim("Japan", "Kunashir", time="1945/")]) == []


def test_holder_on_another_s_word_is_no_holder() -> None:
    accuser = Entity(id="ukraine", label="Ukraine", kind=EntityKind.STATE)
    assert (
        parties([claim("Japan", "Kunashir"), claim("Russia", "Kunashir", "occupies", attribution=accuser)])
        == []
    )


def test_known_places_come_before_described_ones() -> None:
    described = [
        Assertion(
            subject=Entity(id=who, label=who, kind=EntityKind.STATE),
            predicate="claims",
            object=Entity(id="place_a-reef", label="a reef", kind=EntityKind.TERRITORY, known=False),
        )
        for who in ("china", "japan")
    ]
    both = [*described, claim("Japan", "Kunashir"), claim("Russia", "Kunashir")]
    assert [territory for territory, _, _ in parties(both)] == ["Kunashir", "a reef"]
