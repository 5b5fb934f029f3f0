"""Talks as the subject of a clause, and what is told to be done at talks."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def _talks(extractor: Extractor, text: str) -> list[tuple[set[str], str]]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    return [
        ({a.subject.label, a.object.label}, a.modality)
        for a in reading.assertions
        if a.predicate == "negotiatesWith"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin of Russia expressed confidence to reporters that talks with Japan would settle the dispute.",
        "Russian President Vladimir Putin told leaders in Havana that talks with Japan could ease the dispute.",
    ],
    ids=["confidence-to", "told"],
)
def test_talks_behind_that_are_a_noun_where_a_verb_follows(extractor: Extractor, text: str) -> None:
    assert _talks(extractor, text) == [({"Russia", "Japan"}, "possible")]


@pytest.mark.parametrize(
    "text",
    [
        "Afghan Foreign Minister Rangin Spanta expressed regret over the floods during talks with Pakistan.",
        "During talks with Russian officials in Moscow, Iraqi Foreign Minister Hoshyar Zebari thanked Russia.",
    ],
    ids=["regret", "thanks"],
)
def test_courtesies_at_talks_tell_of_no_talks_on_land(extractor: Extractor, text: str) -> None:
    assert _talks(extractor, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Greece and Turkey agreed to talks on the continental shelf.",
        "Greece, Turkey to hold talks on the continental shelf",
        "Greece to hold border talks with Turkey",
    ],
    ids=["agreed-to", "headline-of-names", "headline"],
)
def test_talks_agreed_to_and_announced_may_come(extractor: Extractor, text: str) -> None:
    assert _talks(extractor, text) == [({"Greece", "Turkey"}, "possible")]


def test_who_does_not_comment_on_talks_denies_none(extractor: Extractor) -> None:
    (reading,) = extractor.read(
        [Document(id="x", text="Slovenia has not commented on border talks with Croatia.")]
    )
    assert [str(a.polarity) for a in reading.assertions if a.predicate == "negotiatesWith"] == ["positive"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("France supports a settlement through negotiations between Serbia and Kosovo.", "possible"),
        ("The UN endorsed the settlement reached through talks between Serbia and Kosovo.", "actual"),
    ],
    ids=["favoured", "reached"],
)
def test_talks_by_which_a_settlement_is_favoured_may_come(
    extractor: Extractor, text: str, modality: str
) -> None:
    assert _talks(extractor, text) == [({"Kosovo", "Serbia"}, modality)]


def test_who_speaks_of_anothers_meeting_met_nobody_there(extractor: Extractor) -> None:
    text = (
        "Egyptian President Hosni Mubarak and Libyan leader Muammar Gaddafi spoke in Cairo. The two men came to the "
        "subject of Mr. Assad's meeting with Sudanese President Omar al-Bashir."
    )
    (reading,) = extractor.read([Document(id="x", text=text)])
    met = [{a.subject.label, a.object.label} for a in reading.assertions if a.predicate == "metWith"]
    assert {"Hosni Mubarak", "Omar al-Bashir"} not in met
    assert {"Muammar Gaddafi", "Omar al-Bashir"} not in met
