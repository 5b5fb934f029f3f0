"""Who joins, refuses and leaves an agreement, most often one without a name of its own."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    "Hamas turned down a truce that Israel had offered.": ("Hamas | partyTo | truce",),
    "Russia walked out of the INF treaty in 2019.": ("Russia | partyTo | INF treaty",),
    "Togo acceded to the Treaty of Non-Aggression in 1978.": ("Togo | partyTo | Treaty of Non-Aggression",),
    "Albania and Greece initialled a protocol to the treaty.": ("Albania | partyTo | protocol",),
    "The M23 rebels and Rwanda signed a truce. Congo refused to sign the accord.": (
        "Democratic Republic of the Congo | partyTo | accord",
    ),
}
NOTHING = {
    "Hamas turned down a loan that Israel had offered.": "partyTo",
    "Venezuela has signed a deal with Russia for the purchase of aircraft.": "partyTo",
    "The menu lists rice. Congo refused to sign the accord.": "partyTo",
    "Norway rejected the treaty between Oman and Yemen.": "Norway | partyTo",
}


@pytest.mark.model
def test_agreements_have_parties(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_other_deals_and_third_states_have_none(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []


@pytest.mark.model
@pytest.mark.parametrize("unwilling", ["is reluctant to sign", "is loath to sign", "balked at signing"])
def test_who_is_reluctant_has_not_signed(extractor: Extractor, unwilling: str) -> None:
    (reading,) = extractor.read([Document(id="unwilling", text=f"Japan {unwilling} a peace treaty.")])
    assert [a.polarity.value for a in reading.assertions] == ["negative"]
