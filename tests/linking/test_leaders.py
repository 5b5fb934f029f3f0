"""Who leads a state does for it what only a state does, though the text does not say that he leads it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

_TOLD = {
    "Napoleon sold Louisiana to the United States in 1803.": (
        "Louisiana Territory | transferredFrom | France",
    ),
    "Putin annexed Crimea in 2014.": ("Russia | annexed | Crimea",),
    "Kuwait was invaded by Saddam Hussein.": ("Iraq | clashesWith | Kuwait",),
    "Saddam Hussein, who invaded Kuwait in 1990, was hanged.": ("Iraq | clashesWith | Kuwait",),
    "Kim Jong Un threatened to invade South Korea.": ("North Korea | clashesWith | South Korea",),
    "Putin and Lukashenko sent troops to Kazakhstan.": ("Belarus | deploysForcesTo | Kazakhstan",),
    "Trump's recognition of Israeli sovereignty over the Golan Heights broke with the past.": (
        "United States | recognizes | Israel",
    ),
    "Putin's withdrawal from Kherson surprised nobody.": ("Russia | withdrawsFrom | Kherson Oblast",),
    "Modi's claim to Aksai Chin is old.": ("India | claims | Aksai Chin",),
    "Galtieri's invasion of the Falkland Islands failed.": ("Argentina | clashesWith | Falkland Islands",),
}
_NOTHING = {
    "Ahmadinejad attacked Israel at the conference.": "clashesWith",
    "Jackson claimed the title in Ghana.": "claims",
    "Bush sent a letter to Moscow.": "deploysForcesTo",
    "Putin's withdrawal from the race surprised Georgia.": "withdrawsFrom",
    "Putin's claim that he won in Ukraine is false.": "claims",
}


@pytest.mark.model
def test_who_leads_a_state_acts_for_it_where_only_a_state_can(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, _TOLD, _NOTHING)
    assert missing == []
    assert wrong == []
