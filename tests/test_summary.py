"""What a run is said to have found."""

from collections import Counter

import pytest

from kgraph.model import Assertion, Document, Entity, EntityKind, Modality, Polarity, Reading
from kgraph.pipeline import Built, Report
from kgraph.summary import Dispute, find_disputes, summarize


def claim(who: str, what: str, predicate: str = "claims", **qualifiers: object) -> Assertion:
    return Assertion(
        subject=Entity(id=who.lower(), label=who, kind=EntityKind.STATE),
        predicate=predicate,
        object=Entity(id=what.lower(), label=what, kind=EntityKind.TERRITORY),
        **qualifiers,  # type: ignore[arg-type]
    )


def test_what_two_claim_is_a_dispute_and_its_claimants_are_sorted() -> None:
    claims = [claim("Russia", "Kunashir"), claim("Japan", "Kunashir"), claim("Japan", "Honshu")]
    assert find_disputes(claims) == [Dispute(territory="Kunashir", claimants=("Japan", "Russia"), holders=())]


@pytest.mark.parametrize("predicate", ["administers", "occupies"])
def test_what_one_claims_and_another_holds_is_a_dispute(predicate: str) -> None:
    said = [claim("Japan", "Kunashir"), claim("Russia", "Kunashir", predicate)]
    assert find_disputes(said) == [Dispute(territory="Kunashir", claimants=("Japan",), holders=("Russia",))]


def test_who_claims_what_it_holds_is_in_no_dispute() -> None:
    assert find_disputes([claim("Japan", "Honshu"), claim("Japan", "Honshu", "administers")]) == []


def test_what_nobody_claims_is_in_no_dispute() -> None:
    assert (
        find_disputes([claim("Japan", "Honshu", "administers"), claim("Russia", "Honshu", "occupies")]) == []
    )


def test_denied_and_possible_claims_make_no_dispute() -> None:
    denied = claim("Russia", "Kunashir", polarity=Polarity.NEGATIVE)
    possible = claim("China", "Kunashir", modality=Modality.POSSIBLE)
    assert find_disputes([claim("Japan", "Kunashir"), denied, possible]) == []


def test_one_claimant_in_many_sentences_makes_no_dispute() -> None:
    assert find_disputes([claim("Japan", "Kunashir"), claim("Japan", "Kunashir", time="1945/")]) == []


def built(*assertions: Assertion, predicates: dict[str, int] | None = None) -> Built:
    report = Report(
        read=1,
        rejected=0,
        rejections=(),
        sentences=4,
        sentences_with_assertion=2,
        documents_with_assertion=1,
        predicates=Counter(predicates or {}),
        polarities=Counter(negative=3),
        modalities=Counter(),
        attributed=1,
    )
    reading = Reading(
        document=Document(id="a", text=""), assertions=assertions, sentences=4, sentences_with_assertion=2
    )
    return Built(report=report, readings=(reading,))


def test_the_summary_names_disputes_relations_and_doubts() -> None:
    text = summarize(built(claim("Japan", "Kunashir"), claim("Russia", "Kunashir"), predicates={"claims": 2}))
    assert "  Kunashir  claimed by Japan, Russia\n" in text
    assert "Relations: claims 2\n" in text
    assert text.endswith("3 denied, 0 only possible, 1 on somebody's word.")


def test_the_commonest_relations_come_first_and_the_rest_is_counted() -> None:
    text = summarize(built(predicates={f"p{n}": n for n in range(1, 11)}))
    assert "Relations: p10 10, p9 9," in text
    assert "p3 3 and 2 others" in text


def test_a_run_that_found_nothing_has_no_empty_headings() -> None:
    assert "Disputes" not in summarize(built())
    assert "Relations" not in summarize(built())
