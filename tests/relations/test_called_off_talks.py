"""Talks called off and why, and other deeds that are told as grounds; near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

TOLD = {
    # the talks do not take place, what they are called off for does
    "Serbia cancelled talks with Kosovo over the deployment of Kosovan police in the north.": {
        "no Kosovo | negotiatesWith | Serbia"
    },
    "Sudan suspended talks with South Sudan over Heglig.": {"no South Sudan | negotiatesWith | Sudan"},
    "India scrapped talks with Pakistan in response to the attack by Pakistani soldiers on its post.": {
        "no India | negotiatesWith | Pakistan"
    },
    "Japan postponed talks with Russia after the deployment of Russian missiles to Iturup.": {
        "Russia | deploysForcesTo | Iturup"
    },
    "Guyana called off talks on Tuesday in protest at Venezuelan plans to send troops into the Essequibo.": {
        "Guyana | rejectsClaimOf | Venezuela",
        "perhaps Venezuela | deploysForcesTo | Essequibo",
    },
    "Moscow walked away from talks with Georgia over Abkhazia.": {"no Georgia | negotiatesWith | Russia"},
    # who opposes talks with another holds none, but for those that are held already
    "Hezbollah, which opposes peace talks with Israel, holds the south.": {
        "no Hezbollah | negotiatesWith | Israel",
        "Hezbollah | administers | south",
    },
    "Hezbollah opposes the ongoing talks with Israel.": {"Hezbollah | negotiatesWith | Israel"},
    "Spain does not object to talks with Morocco over Ceuta.": {"perhaps Morocco | negotiatesWith | Spain"},
    # troops are sent, what for is to come
    "Poland sent 500 soldiers to reinforce its border with Belarus.": {
        "Poland | deploysForcesTo | border with Belarus"
    },
    "Poland ordered its soldiers to guard the border with Belarus.": {
        "perhaps Poland | deploysForcesTo | border with Belarus"
    },
    "Thai soldiers were sent to guard the temple of Preah Vihear.": {
        "Thailand | deploysForcesTo | temple of Preah Vihear"
    },
    "Thai soldiers will be sent to guard the temple of Preah Vihear.": {
        "perhaps Thailand | deploysForcesTo | temple of Preah Vihear"
    },
    "The plan would strengthen the existing UN force in Lebanon.": {
        "United Nations | deploysForcesTo | Lebanon"
    },
    "Japan disclaimed any desire to occupy the Spratly Islands.": {
        "perhaps no Japan | occupies | Spratly Islands"
    },
    "Kenya sent troops to the border with Somalia.": {"Kenya | deploysForcesTo | border with Somalia"},
    "India and China agreed to disengage their troops from two friction points along the Line of Actual Control.": {
        "perhaps no China | deploysForcesTo | Line of Actual Control",
        "perhaps no India | deploysForcesTo | Line of Actual Control",
    },
    "Thousands of refugees are camped near the border of Chad.": set(),
    # who acts in a time, and not to whom it is done
    "Moscow annexed Abkhazia before a war with Georgia.": {
        "Georgia | clashesWith | Russia",
        "Russia | annexed | Abkhazia",
    },
    # who mediates is no party
    "Ethiopia rejected a proposal by Egypt to mediate in its border dispute with Eritrea.": {
        "Eritrea | disputesWith | Ethiopia"
    },
    # power is no land
    "Egypt has tightened its grip on the Halayeb Triangle.": {"Egypt | administers | Halaib Triangle"},
    "Egypt's president has tightened his grip on power.": set(),
}
_SIDE = frozenset({"condemns", "refuses", "represents", "withdrawsFrom"})


@pytest.mark.parametrize("text", TOLD)
def test_what_is_called_off_and_why(extractor: Extractor, text: str) -> None:
    (reading,) = extractor.read([Document(id="off", text=text)])
    found = set()
    for a in reading.assertions:
        qualified = ("perhaps " if a.modality == "possible" else "") + (
            "no " if a.polarity == "negative" else ""
        )
        if a.predicate not in _SIDE:
            found.add(f"{qualified}{a.subject.label} | {a.predicate} | {a.object.label}")
    assert found == TOLD[text]
