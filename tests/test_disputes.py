"""What counts as a dispute, who claims it and who holds it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kgraph.disputes import Dispute, Status, find_disputes
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Modality, Past, Polarity, Span


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


def dispute(*assertions: Assertion, **background: object) -> Dispute | None:
    found = find_disputes(assertions, **background)  # type: ignore[arg-type]
    assert len(found) <= 1
    return found[0] if found else None


def names(entities: Iterable[Entity]) -> list[str]:
    return [entity.label for entity in entities]


def over(who: str, predicate: str, whom: str, what: str, **qualifiers: object) -> Assertion:
    """Say something between two parties about a territory."""
    territory = Entity(id=what.lower(), label=what, kind=EntityKind.TERRITORY)
    return claim(who, whom, predicate, about=territory, **qualifiers)


def given(what: str, whom: str, **qualifiers: object) -> Assertion:
    return claim(what, whom, "transferredTo", **qualifiers)


def at(assertion: Assertion, *documents: str) -> Assertion:
    """Let documents say so."""
    places = (
        Evidence(document_id=each, span=Span(start=0, end=1), quotation="x", rule="by-hand", confidence=0.9)
        for each in documents
    )
    return assertion.with_evidence(tuple(places))


DAYS = {"old": "2000-01-01", "new": "2020-01-01"}


@pytest.mark.parametrize(
    ("held", "now"),
    [
        ({}, True),
        ({"time": "1945/"}, True),
        ({"time": "/1976"}, False),
        ({"time": "1945/1976"}, False),
        ({"time": "2019/2020"}, True),
    ],
)
def test_now_is_what_no_text_says_the_end_of(held: dict[str, object], now: bool) -> None:
    found = dispute(
        claim("Japan", "Guam"), at(claim("Spain", "Guam", "administers", **held), "new"), published=DAYS
    )
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == (
        (["Spain"], []) if now else ([], ["Spain"])
    )


def told(assertion: Assertion, *past: Past | None) -> Assertion:
    """Give an assertion evidence that tells it so in the past tense."""
    places = (
        Evidence(
            document_id=str(n),
            span=Span(start=0, end=1),
            quotation="x",
            rule="by-hand",
            confidence=0.9,
            past=each,
        )
        for n, each in enumerate(past)
    )
    return assertion.with_evidence(tuple(places))


@pytest.mark.parametrize(
    ("time", "past", "now"),
    [
        (None, [Past.STATE], False),
        (None, [Past.STATE, None], True),  # another text tells it of the present
        ("1945/", [Past.STATE], True),  # "Spain had ruled it since 1945"
        (None, [Past.EVENT], True),  # "Spain seized it"
    ],
)
def test_what_is_told_as_a_state_of_the_past_is_not_held_now(
    time: str | None, past: list[Past | None], now: bool
) -> None:
    held = told(claim("Spain", "Guam", "administers", time=time), *past)
    found = dispute(claim("Japan", "Guam"), held)
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == (
        (["Spain"], []) if now else ([], ["Spain"])
    )


def test_who_once_seized_it_gives_way_to_who_is_said_to_hold_it() -> None:
    seized = told(claim("Spain", "Guam", "occupies"), Past.EVENT)
    for other in (
        told(claim("China", "Guam", "administers"), None),
        told(claim("China", "Guam", "occupies", time="1950"), Past.EVENT),
    ):
        found = dispute(claim("Japan", "Guam"), seized, other)
        assert found is not None
        assert (names(found.holders), names(found.former_holders)) == (["China"], ["Spain"])


def test_who_once_seized_it_and_handed_it_over_holds_it_no_more() -> None:
    seized = told(claim("Spain", "Guam", "occupies"), Past.EVENT)
    found = dispute(claim("Japan", "Guam"), seized, claim("Guam", "Spain", "transferredFrom"))
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == ([], ["Spain"])


def test_who_gave_up_its_claim_together_with_the_other_keeps_what_it_holds() -> None:
    joined = told(given("Kashmir", "India"), Past.EVENT)
    gave_up = [claim(who, "Kashmir", "renounces", time="1966-01") for who in ("India", "Pakistan")]
    found = dispute(claim("Pakistan", "Kashmir"), joined, *gave_up)
    assert found is not None
    assert names(found.holders) == ["India"]
    found = dispute(claim("Pakistan", "Kashmir"), joined, gave_up[0])
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == ([], ["India"])


def test_what_somebody_took_in_a_year_it_holds_until_another_takes_it() -> None:
    taken = claim("Spain", "Guam", "occupies", time="1945")
    found = dispute(claim("Japan", "Guam"), taken)
    assert found is not None
    assert names(found.holders) == ["Spain"]
    found = dispute(claim("Japan", "Guam"), taken, claim("China", "Guam", "occupies", time="1950"))
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == (["China"], ["Spain"])


def test_an_old_annexation_or_transfer_gives_way_to_who_holds_it_later() -> None:
    later = at(claim("Korea", "Dokdo", "administers"), "new")
    found = dispute(claim("Japan", "Dokdo", "annexed", time="1905"), later, published=DAYS)
    assert found is not None
    assert (names(found.claimants), names(found.holders)) == (["Japan"], ["Korea"])
    assert names(found.former_holders) == ["Japan"]


def test_who_seized_it_does_not_give_way_to_who_administers_it() -> None:
    later = at(claim("Korea", "Dokdo", "administers"), "new")
    found = dispute(
        claim("Japan", "Dokdo"), claim("China", "Dokdo", "occupies", time="1905"), later, published=DAYS
    )
    assert found is not None
    assert names(found.holders) == ["China", "Korea"]


def test_who_handed_it_over_held_it_once() -> None:
    said = [
        at(claim("Nigeria", "Bakassi", "administers"), "old"),
        at(given("Bakassi", "Cameroon", time="2008"), "new"),
        at(claim("Bakassi", "Nigeria", "transferredFrom", time="2008"), "new"),
        claim("Nigeria", "Bakassi"),
    ]
    found = dispute(*said, published=DAYS)
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == (["Cameroon"], ["Nigeria"])


def test_a_state_of_the_past_holds_nothing_now() -> None:
    found = dispute(claim("Japan", "Kunashir"), claim("USSR", "Kunashir", "administers"), past={"ussr"})
    assert found is not None
    assert (names(found.holders), names(found.former_holders)) == ([], ["USSR"])


# ---------------------------------------------------------------- how a dispute stands


def status(*assertions: Assertion) -> Status | None:
    found = dispute(*assertions, published=DAYS)
    return found.status if found else None


def test_one_who_claims_what_another_holds_is_claimed() -> None:
    assert status(claim("Japan", "Guam"), claim("Spain", "Guam", "administers")) is Status.CLAIMED


@pytest.mark.parametrize(
    "said",
    [
        claim("Spain", "Guam"),
        claim("Spain", "Guam", "contests"),
        over("Spain", "rejectsClaimOf", "Japan", "Guam"),
        over("Spain", "disputesWith", "Japan", "Guam"),
        claim("Spain", "Guam", "annexed"),
    ],
)
def test_two_claims_or_a_word_of_dispute_are_contested(said: Assertion) -> None:
    assert status(claim("Japan", "Guam"), said) is Status.CONTESTED


def test_a_dispute_that_is_spoken_of_is_one_without_a_claim() -> None:
    found = dispute(over("Spain", "disputesWith", "Japan", "Guam"))
    assert found is not None
    assert (names(found.claimants), names(found.opponents)) == ([], ["Japan", "Spain"])


def left(
    who: str, whom: str, *past: Past | None, kind: EntityKind = EntityKind.TERRITORY, **said: object
) -> Assertion:
    """Let a land, or somebody else, break away."""
    one = replace(
        claim(who, whom, "declaredIndependenceFrom", **said),
        subject=Entity(id=who.lower(), label=who, kind=kind),
    )
    return told(one, *past) if past else one


def test_a_land_that_is_called_breakaway_is_at_odds_with_whom_it_left() -> None:
    found = dispute(left("Abkhazia", "Georgia"), left("Abkhazia", "Georgia", Past.EVENT, time="1992"))
    assert found is not None
    assert (found.territory.label, names(found.opponents), found.claimants) == (
        "Abkhazia",
        ["Abkhazia", "Georgia"],
        (),
    )
    assert found.status is Status.CONTESTED


@pytest.mark.parametrize(
    "said",
    [
        [left("Texas", "Mexico", time="1836")],
        [left("Chile", "Spain", Past.EVENT, kind=EntityKind.STATE)],
        [left("Latvia", "USSR", kind=EntityKind.STATE)],
        [left("a movement", "Angola", kind=EntityKind.ORGANIZATION)],
    ],
)
def test_a_declaration_of_old_and_one_of_a_movement_are_no_dispute(said: list[Assertion]) -> None:
    assert dispute(*said, past={"ussr"}) is None


def test_who_declared_independence_is_at_odds_with_whom_it_left_and_who_claims_it() -> None:
    declared = left("Kosovo", "Serbia", Past.EVENT, time="2008", kind=EntityKind.STATE)
    found = dispute(declared, replace(claim("Serbia", "Kosovo"), object=declared.subject))
    assert found is not None
    assert (names(found.claimants), names(found.opponents)) == (["Serbia"], ["Kosovo"])
    assert found.status is Status.CONTESTED
    assert dispute(left("Crimea", "Ukraine", Past.EVENT), claim("Ukraine", "Crimea")) is None


def test_a_state_is_a_party_to_a_claim_to_it_as_long_as_it_exists() -> None:
    state = Entity(id="taiwan", label="Taiwan", kind=EntityKind.STATE)
    claimed = replace(claim("China", "Taiwan"), object=state)
    found = dispute(claimed)
    assert found is not None
    assert (found.status, names(found.claimants), found.holders) == (Status.CLAIMED, ["China"], ())
    assert dispute(claimed, past={"taiwan"}) is None
    assert dispute(replace(claimed, predicate="annexed")) is None
    assert dispute(replace(claimed, subject=state)) is None  # who claims itself


RENOUNCED = at(claim("Japan", "Guam", "renounces", time="2010"), "new")


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ({"time": "1950/1960"}, Status.SETTLED),
        ({"time": "2015"}, Status.CLAIMED),
        ({"time": "1950/"}, Status.CLAIMED),
        ({}, Status.CLAIMED),
    ],
)
def test_who_gave_up_after_its_last_claim_settles_it(claimed: dict[str, object], expected: Status) -> None:
    said = at(claim("Japan", "Guam", **claimed), "new")
    assert status(said, RENOUNCED, claim("Spain", "Guam", "administers")) is expected


def test_a_claim_of_an_older_text_ends_with_a_later_renunciation() -> None:
    assert (
        status(at(claim("Japan", "Guam"), "old"), RENOUNCED, claim("Spain", "Guam", "administers"))
        is Status.SETTLED
    )


def test_one_of_three_who_gives_up_settles_nothing() -> None:
    said = [at(claim("Japan", "Guam"), "old"), RENOUNCED, claim("Spain", "Guam"), claim("China", "Guam")]
    assert status(*said) is Status.CONTESTED


def test_a_renunciation_on_another_s_word_settles_nothing() -> None:
    accuser = Entity(id="spain", label="Spain", kind=EntityKind.STATE)
    gave_up = claim("Japan", "Guam", "renounces", time="2010", attribution=accuser)
    assert (
        status(at(claim("Japan", "Guam"), "old"), gave_up, claim("Spain", "Guam", "administers"))
        is Status.CLAIMED
    )


@pytest.mark.parametrize(("drawn", "expected"), [({"time": "2010"}, Status.SETTLED), ({}, Status.CONTESTED)])
def test_a_boundary_drawn_there_after_all_claims_settles_it(
    drawn: dict[str, object], expected: Status
) -> None:
    claims = [at(claim(who, "Guam"), "old") for who in ("Japan", "Spain")]
    assert status(*claims, over("Japan", "delimitedBoundaryWith", "Spain", "Guam", **drawn)) is expected


AWARD = over("Court", "ruledFor", "Spain", "Guam", time="2002")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([AWARD, given("Guam", "Spain", time="2008")], Status.SETTLED),
        ([AWARD], Status.CONTESTED),
        ([given("Guam", "Spain", time="2008")], Status.CONTESTED),
        ([AWARD, given("Guam", "Spain", time="2001")], Status.CONTESTED),
        ([AWARD, given("Guam", "Spain", time="2008"), at(claim("Japan", "Guam"), "new")], Status.CONTESTED),
        ([AWARD, given("Guam", "Spain", time="2008", modality=Modality.POSSIBLE)], Status.CONTESTED),
    ],
)
def test_an_award_and_its_handing_over_settle_what_nobody_claims_later(
    more: list[Assertion], expected: Status
) -> None:
    claims = [at(claim(who, "Guam"), "old") for who in ("Japan", "Spain")]
    assert status(*claims, *more) is expected
