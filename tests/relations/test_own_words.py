"""Whose word a relation is where its subject speaks: what he denies and owns up to, and what he only promises."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

SAID: dict[str, tuple[str, str | None]] = {
    "Rwanda denied sending troops into Congo.": ("deploysForcesTo", "Rwanda"),
    "Russia admitted sending troops into Crimea.": ("deploysForcesTo", "Russia"),
    "The Taliban claimed responsibility for an attack on a Turkish base.": ("clashesWith", "Taliban"),
    "Vietnam said it had a right to fish there, but was ready to negotiate with China over the Paracel Islands.": (
        "negotiatesWith",
        "Vietnam",
    ),
    "The Arab League urged Syria to withdraw its troops from Lebanon.": ("deploysForcesTo", "Arab League"),
    # Nobody is quoted with what he only wants, promises or plans to do.
    "Israel vowed to withdraw from Lebanon.": ("deploysForcesTo", None),
    "Turkey considered sending troops into Syria.": ("deploysForcesTo", None),
    "Turkey wants its troops to leave Syria.": ("deploysForcesTo", None),
    "Kenya called for talks with Ethiopia.": ("negotiatesWith", None),
    # Nor is who claims or recognises something by saying so.
    "Vietnam denied having any claim to Hainan.": ("claims", None),
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_who_speaks_of_himself_is_quoted_unless_he_promises(
    text: str, expected: tuple[str, str | None], extractor: Extractor
) -> None:
    predicate, speaker = expected
    (reading,) = extractor.read([Document(id="t", text=text)])
    found = [a for a in reading.assertions if a.predicate == predicate]
    assert [a.attribution.label if a.attribution else None for a in found] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Greek Foreign Minister George Gerapetritis said that Imia belongs to Greece.",
            "George Gerapetritis",
        ),
        (
            '"Imia belongs to Greece," Foreign Minister George Gerapetritis of Greece said.',
            "George Gerapetritis",
        ),
        ("The Greek foreign minister insisted that Imia belongs to Greece.", None),
        ("Greek Foreign Minister George Gerapetritis urged Turkey to return Imia to Greece.", None),
        ("Greek Foreign Minister George Gerapetritis demanded the return of Imia.", None),
        (
            "The Greek minister, George Gerapetritis, came. He called on Turkey to return Imia to Greece.",
            None,
        ),
    ],
)
def test_whose_land_it_is_a_person_says_and_his_state_demands(
    text: str, speaker: str | None, extractor: Extractor
) -> None:
    (reading,) = extractor.read([Document(id="t", text=text)])
    found = [a for a in reading.assertions if a.predicate == "claims"]
    labels = {(a.subject.label, a.attribution.label if a.attribution else None) for a in found}
    assert labels == {("Greece", speaker)}


def test_who_neither_confirms_nor_denies_leaves_it_open(extractor: Extractor) -> None:
    text = "Rwanda's government has refused to confirm or deny sending its troops into Congo."
    (reading,) = extractor.read([Document(id="t", text=text)])
    assert [a.modality.value for a in reading.assertions] == ["possible"]


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("In 1961 Iraq's prime minister asserted that Kuwait was part of Iraq.", "claims", "1961"),
        ("Lavrov said in 2010 that Japan claims Kunashir.", "claims", None),
        ("Eduard Shevardnadze, president of Georgia since 1995, resigned in 2003.", "represents", "1995/"),
        ("Eduard Shevardnadze, president of Georgia, resigned in 2003.", "represents", None),
    ],
)
def test_a_claim_is_made_when_it_is_said_and_an_office_held_since(
    text: str, predicate: str, time: str | None, extractor: Extractor
) -> None:
    (reading,) = extractor.read([Document(id="t", text=text)])
    assert [a.time for a in reading.assertions if a.predicate == predicate] == [time]
