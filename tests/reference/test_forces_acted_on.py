"""Whose forces "them" are that somebody acts on, who are pressed, and what "this region" takes up."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Israel attacked Syrian forces in Lebanon to prevent them from seizing Zahle.": (
        "Syria | clashesWith | Israel",
    ),
    "NATO bombed Serb forces in Bosnia to keep them from capturing Gorazde.": (
        "Serbia | occupies | Gorazde",
    ),
    "Iraq attacked Iranian troops before they could seize Basra.": ("Iran | occupies | Basra",),
    "Ethiopian troops drove back Eritrean soldiers and forced them to leave Badme.": (
        "Eritrea | deploysForcesTo | Badme",
    ),
    # Nobody else is acted on, or several act,
    "Israel sent troops to Lebanon to help them hold Beirut.": ("Israel | deploysForcesTo | Lebanon",),
    "Iraqi troops attacked Iranian forces before they seized Basra.": ("Iraq | occupies | Basra",),
    # Who are pressed to do something,
    "Al-Qaida threatened Denmark and Norway unless they pulled their troops out of Afghanistan.": (
        "Denmark | deploysForcesTo | Afghanistan",
        "Norway | deploysForcesTo | Afghanistan",
    ),
    "Britain and France warned Russia, and they sent their troops to Poland.": (
        "France | deploysForcesTo | Poland",
        "United Kingdom | deploysForcesTo | Poland",
    ),
    # What was named last,
    "Louisiana was French. Britain claimed the upper Ohio River valley.": (
        "United Kingdom | claims | upper Ohio River valley",
    ),
    "Gilgit is Pakistani. Indian troops left the Zalu valley. China claims this region.": (
        "China | claims | Zalu valley",
    ),
    "The Kurils are Russian. Japan claims the island chain.": ("Japan | claims | Kuril Islands",),
    # A mission is of forces where they are.
    "The African Union had a peacekeeping force in Burundi. The AU withdrew the mission in 2004.": (
        "African Union | deploysForcesTo | Burundi",
    ),
    "The UN withdrew its mission from Eritrea in 2008.": ("United Nations | deploysForcesTo | Eritrea",),
}
NOTHING = {
    "Al-Qaida threatened war against Western states unless they pulled their troops out of Iraq.": (
        "Al-Qaeda | deploysForcesTo"
    ),
    "Hamas urged Arab states to send their troops to Gaza.": "Hamas | deploysForcesTo",
    "The Taliban told foreign states that they must withdraw their troops from Kabul.": (
        "Taliban | deploysForcesTo"
    ),
    "Israel attacked Syrian forces in Lebanon to prevent them from seizing Zahle.": "Lebanon | occupies",
    "NATO bombed Serb forces in Bosnia to keep them from capturing Gorazde.": "NATO | occupies",
    "Louisiana was French. Britain claimed the upper Ohio River valley.": "claims | Louisiana",
    "Canada withdrew its diplomatic mission from Iran in 2012.": "deploysForcesTo",
}


@pytest.mark.model
def test_them_are_those_acted_on_and_this_region_is_the_last(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
