"""Who claims, governs, disputes and rejects: constructions that several wordings share, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Modality, Polarity

pytestmark = pytest.mark.model

_ASKED = frozenset({"administers", "claims", "disputesWith", "rejectsClaimOf"})


def _read(extractor: Extractor, text: str) -> set[str]:
    """Give what is read of claims, rule and disputes; what is only possible has a question mark."""
    (reading,) = extractor.read([Document(id="status", text=text)])
    return {
        f"{a.subject.label} | {a.predicate} | {a.object.label}"
        + (" ?" if a.modality is Modality.POSSIBLE else "")
        for a in reading.assertions
        if a.predicate in _ASKED
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "China considers democratically ruled Taiwan to be part of its territory.",
            {"China | claims | Taiwan"},
            id="what somebody considers to be so is his view and no plan",
        ),
        pytest.param(
            "Taiwan, considered by Beijing to be a renegade province, held naval drills.",
            {"China | claims | Taiwan"},
            id="considered to be",
        ),
        pytest.param(
            "Beijing's claim that Taiwan is part of China is rejected in Taipei.",
            {"China | claims | Taiwan"},
            id="a claim that something is one's own",
        ),
        pytest.param(
            "Spain claims the tiny British colony of Gibraltar at its southern tip.",
            {"Spain | claims | Gibraltar", "United Kingdom | administers | Gibraltar"},
            id="a colony is the place that it is of",
        ),
        pytest.param(
            "Tbilisi promised to restore Georgian control over South Ossetia.",
            {"Georgia | administers | South Ossetia ?"},
            id="control that is to be restored",
        ),
        pytest.param(
            "Germany called the Israeli settlements in the West Bank illegal.",
            {"Germany | rejectsClaimOf | Israel"},
            id="an adjective behind a name is said of the whole",
        ),
        pytest.param(
            "Hanoi summoned the Chinese ambassador to protest Beijing's claim to the Paracel Islands.",
            {"Vietnam | rejectsClaimOf | China", "China | claims | Paracel Islands"},
            id="what an ambassador is summoned for is done",
        ),
        pytest.param(
            "Finland condemned Israel's decision to build homes in East Jerusalem.",
            {"Finland | rejectsClaimOf | Israel"},
            id="where it is that somebody decided to build",
        ),
        pytest.param(
            "Armenia and Azerbaijan were locked in conflict over Nagorno-Karabakh for three decades.",
            {"Armenia | disputesWith | Azerbaijan"},
            id="locked in conflict",
        ),
        pytest.param(
            "Austria-Hungary administered Bosnia and Herzegovina after 1878.",
            {"Austria-Hungary | administers | Bosnia and Herzegovina"},
            id="a hyphen in the name of a state",
        ),
        pytest.param(
            "China's insistence that Taiwan is its territory has angered many.",
            {"China | claims | Taiwan"},
            id="insistence that something is so",
        ),
        pytest.param(
            "Haiti claims the U.S.-administered Navassa Island.",
            {"Haiti | claims | Navassa Island", "United States | administers | Navassa Island"},
            id="an abbreviation before a hyphen",
        ),
        pytest.param(
            "Abkhazia is a region held by Russian troops.",
            {"Russia | administers | Abkhazia"},
            id="what a place is said to be is the place",
        ),
        pytest.param(
            "Syria wants the Golan Heights back.", {"Syria | claims | Golan Heights"}, id="wants back"
        ),
        pytest.param(
            "Spain handed control of Puerto Rico and Guam to a council.",
            set(),
            id="two places are not each other's",
        ),
    ],
)
def test_status_is_read(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert _read(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two painters in Taiwan are considered to be part of the school.", id="no land"),
        pytest.param("Tokyo protested after Chinese fans had whistled at its players.", id="no place"),
        pytest.param("Seoul has called on Tokyo to give up its seat on the panel.", id="no claim"),
        pytest.param("The team of Angola won its first cup after 24 years of Indonesian luck.", id="no rule"),
        pytest.param(
            "Israel approved 500 new buses in East Jerusalem. Norway condemned the decision.",
            id="a decision that is not on land",
        ),
        pytest.param(
            "Israel approved 500 new homes in East Jerusalem. Norway explained its decision on whales.",
            id="a decision of one's own",
        ),
        pytest.param(
            "Israel approved 500 new homes in East Jerusalem. Norway praised the decision.",
            id="praise of what the sentence before tells of",
        ),
        pytest.param("Germany called the Israeli restaurants in the West Bank excellent.", id="praise"),
    ],
)
def test_other_things_are_not(extractor: Extractor, text: str) -> None:
    assert _read(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Serbia recognises Croatia but not Kosovo.", {"Kosovo"}),
        ("China claims Taiwan but not Okinawa.", {"Okinawa"}),
        ("Norway recognises not only Georgia but also Kosovo.", set()),
        ("Chad signed the treaty but not the protocol with Libya.", {"protocol"}),
    ],
)
def test_what_stands_behind_but_not_is_denied(extractor: Extractor, text: str, denied: set[str]) -> None:
    (reading,) = extractor.read([Document(id="status", text=text)])
    negative = {a.object.label for a in reading.assertions if a.polarity is Polarity.NEGATIVE}
    assert negative == denied
