"""Whom an attack is on: a state that troops or rebels of another are hit in has not been attacked by that alone."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Saudi jets bombed an arms depot in Yemen.": ("Saudi Arabia | clashesWith | Yemen",),
    "Turkey bombed PKK rebels in Iraq.": ("Turkey | clashesWith | Kurdistan Workers' Party",),
    "Attacks from Boko Haram militants against Nigerian and Chadian troops went on.": (
        "Boko Haram | clashesWith | Nigeria",
        "Boko Haram | clashesWith | Chad",
    ),
    "The U.S.-led Iraq invasion divided Europe.": ("Iraq | clashesWith | United States",),
    "Russian forces stormed the house of Chechen rebel leader Aslan Maskhadov in Tolstoy-Yurt.": (
        "Russia | clashesWith | Aslan Maskhadov",
    ),
    "The Eritrean Liberation Front took up arms against Ethiopia in 1961.": (
        "Eritrean Liberation Front | clashesWith | Ethiopia",
    ),
    "A bomb killed four soldiers in eastern Turkey. The city was quiet on Monday. The Kurdistan Workers' Party "
    "claimed responsibility for the blast in Van.": ("Turkey | clashesWith | Kurdistan Workers' Party",),
    "Zabihullah Mujahid, a spokesman for the Taliban, claimed responsibility for an attack on Canadian troops.": (
        "Canada | clashesWith | Taliban",
    ),
    "Al-Qaida's North African branch claimed responsibility for attacks in Algeria.": (
        "Algeria | clashesWith | Al-Qaeda",
    ),
}
NOTHING = {
    "Japanese tourist Kenji Sato claimed responsibility for an attack on Canadian troops.": "clashesWith",
    "The Somali wing of al-Qaida attacked Kenyan soldiers.": "Somalia",
    "Four Turkish soldiers died in a crash. Islamic State claimed responsibility for an attack in Iraq.": "Turkey",
    "A bomber blew up his car in Ankara. Islamic State claimed responsibility for the blast.": "clashesWith",
    "French planes bombed insurgents in Mali.": "clashesWith",
    "Israeli jets killed two fighters in Lebanon.": "clashesWith",
    "Attacks from Lebanon on Israel went on.": "clashesWith",
    "Germany opposed the Iraq invasion.": "clashesWith",
    "The U.S.-led Iraq reconstruction divided Europe.": "clashesWith",
    "Israeli jets bombed the home of a militant leader in Syria.": "clashesWith",
    "Iranian police were looking for Taliban militants.": "clashesWith",
    "Iranian guards stormed the Saudi embassy in Tehran.": "Iran | clashesWith | Iran",
}


@pytest.mark.model
def test_who_is_hit_is_attacked_and_not_where(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
