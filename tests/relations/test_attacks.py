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
    "Hamas has claimed dozens of suicide attacks against Israeli targets.": ("Hamas | clashesWith | Israel",),
    "Israel's army has shelled sites of Islamic Jihad, a group blamed for attacks in Israel.": (
        "Palestinian Islamic Jihad | clashesWith | Israel",
    ),
    "Palestinian medics say Israeli gunfire wounded two Palestinians near Khan Younis.": (
        "Israel | clashesWith | Palestinians",
    ),
    "A police official says NATO-led forces killed at least 20 Taliban militants west of Kandahar.": (
        "NATO | clashesWith | Taliban",
    ),
    "Israeli troops killed Hamas member Mahmoud Zatme near Jenin.": ("Hamas | clashesWith | Israel",),
    "Israel carried out an air strike that killed three Palestinians.": (
        "Israel | clashesWith | Palestinians",
    ),
    "Israeli commandos dressed as Jordanian guards abducted the Hamas commander.": (
        "Hamas | clashesWith | Israel",
    ),
    "Israeli jets launched strikes on houses linked to Hezbollah.": ("Hezbollah | clashesWith | Israel",),
    "Canada's commitment to Ukraine's sovereignty in the face of Russia's aggression is firm.": (
        "Russia | clashesWith | Ukraine",
    ),
    "Ukraine asks for help as it defends its sovereignty and territorial integrity from Russia's aggression.": (
        "Russia | clashesWith | Ukraine",
    ),
    "Palestinian gunmen killed two Israelis near Nablus.": ("Palestinian gunmen | clashesWith | Israel",),
    "Hamas said that its gunmen attacked an Israeli post.": ("Hamas | clashesWith | Israel",),
    "Remnants of the Taliban attacked an Afghan base.": ("Taliban | clashesWith | Afghanistan",),
    "Thousands fled during the U.S.-led invasion to oust the Taliban.": (
        "Taliban | clashesWith | United States",
    ),
    "The Taliban have stepped up attacks in a campaign to oust NATO.": ("Taliban | clashesWith | NATO",),
    "Romania supports Ukraine in the face of Russian aggression.": ("Russia | clashesWith | Ukraine",),
    "The envoy spoke of ways to stop the violence between Israel and Hezbollah.": (
        "Hezbollah | clashesWith | Israel",
    ),
    "Colombia's army was carrying out operations against the largest rebel group, the FARC.": (
        "Colombia | clashesWith | Revolutionary Armed Forces of Colombia",
    ),
    "Jordan joined Egypt in its war against Israel in 1967.": ("Egypt | clashesWith | Israel",),
}
NOTHING = {
    # who does so together has not attacked one another
    "Afghan and U.S. forces stepped up attacks in Helmand.": "clashesWith",
    "Hamas and Islamic Jihad carried out the attack at the crossing.": "clashesWith",
    "NATO and Afghan forces killed ten insurgents during an operation in Helmand.": "clashesWith",
    "NATO planes killed ten civilians during a U.S. offensive in Helmand.": "clashesWith",
    "Ten Iraqis and a U.S. Marine were killed in insurgent attacks.": "clashesWith",
    # who backs a force, and where it is at home, is not the force
    "The Russian-backed uprising against Ottoman rule failed.": "Russia | clashesWith",
    "India blamed the raid on a Pakistan-based group, Lashkar-e-Taiba.": "Pakistan",
    "Iran and the United States are in a stand-off over nuclear fuel.": "clashesWith",
    "A Swedish plane waited for approval from Washington to enter U.S. airspace.": "clashesWith",
    "Jordan says documents written by Hamas name two militants.": "clashesWith",
    "U.S. exercises off the Nicaraguan coast and the invasion of Grenada went on.": "Nicaragua | clashesWith",
    "A rebel dressed as a Turkish guard crossed into Syria.": "Turkey | clashesWith",
    "Canada's commitment to Ukraine in the face of Russia's aggression is firm.": "Canada | clashesWith",
    "Joseph Stalin and U.S. President Harry Truman met in Potsdam to negotiate terms for the end of World War II.": (
        "clashesWith"
    ),
    "World Cup champion Brazil has defeated Croatia. South Korea battled back to beat Togo.": "clashesWith",
    "South Korea defeated Togo in Frankfurt in a game that was scoreless at first.": "clashesWith",
    "Operatives from an American agency raided a hideout in Manila.": "clashesWith",
    "Canada supports Ukraine in the face of Russian aggression.": "Canada | clashesWith",
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
