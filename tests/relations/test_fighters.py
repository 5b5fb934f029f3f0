"""Whose the fighters are, whom they fight, and what they are out to take."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model

MEANT = {
    # of a commander without office
    "Troops loyal to Khalifa Haftar clashed with fighters loyal to Fayez al-Sarraj near Tripoli.": (
        "Khalifa Haftar | clashesWith | Fayez al-Sarraj",
    ),
    "Gunmen commanded by Musse Sudi Yalahow took control of Balad after fighting against troops allied with "
    "Mohammed Dheere.": (
        "Musse Sudi Yalahow | occupies | Balad",
        "Musse Sudi Yalahow | clashesWith | Mohammed Dheere",
    ),
    # be it that a title stands before his name, or that others fight beside his men
    "Lebanese soldiers fought gunmen loyal to the cleric Ahmed al-Assir near Tyre.": (
        "Ahmed al-Assir | clashesWith | Lebanon",
    ),
    "Clashes broke out in Basra between British troops and militiamen loyal to Shi'ite cleric Moqtada al-Sadr.": (
        "Moqtada al-Sadr | clashesWith | United Kingdom",
    ),
    # a people's rebels are told apart without their leader
    "Iraqi troops fought Kurdish rebels led by Mustafa Barzani.": ("Iraq | clashesWith | Kurdish rebels",),
    # who tells what came of a war waged it
    "During the Chaco War (1932-35) - fought against Bolivia - Paraguay lost 40,000 men.": (
        "Bolivia | clashesWith | Paraguay",
    ),
    # whom a vehicle carries
    "A train carrying the last Russian troops left Batumi.": ("Russia | deploysForcesTo | Batumi",),
    "Two planes with 150 Indian soldiers on board landed in the Maldives.": (
        "India | deploysForcesTo | Maldives",
    ),
    "A bus carrying Israeli soldiers was attacked by Hamas.": ("Hamas | clashesWith | Israel",),
    "A convoy of trucks carrying Rwandan soldiers crossed into Congo.": (
        "Democratic Republic of the Congo | clashesWith | Rwanda",
    ),
    "Taliban fighters have taken control of Kunduz.": ("Taliban | occupies | Kunduz",),
    # a body by its leaders
    "Russian President Vladimir Putin and NATO leaders met in Bucharest.": (
        "NATO | metWith | Vladimir Putin",
    ),
    # who is out to take something is he who is fought with
    "Sri Lankan troops exchanged fire with Tamil Tiger rebels trying to break through army lines to capture Jaffna.": (
        "Sri Lanka | clashesWith | Liberation Tigers of Tamil Eelam",
        "Liberation Tigers of Tamil Eelam | occupies | Jaffna",
    ),
    "Pakistan reported heavy exchanges of fire with Indian troops near the Neelum River.": (
        "Pakistan | clashesWith | India",
    ),
    # what an operation is for
    "Afghan police say that 20 men died in a NATO-led operation to destroy Taliban holdouts in Helmand.": (
        "NATO | clashesWith | Taliban",
    ),
    # what is aimed at somebody's own, at a land that one state holds, or at a post
    "Manila accused the Chinese coast guard of using a laser against its crew.": (
        "China | clashesWith | Philippines",
    ),
    "Georgian troops opened fire at a South Ossetian checkpoint.": ("Georgia | clashesWith | South Ossetia",),
    "Kabul says that Pakistani jets bombed Kunar Province.": ("Pakistan | clashesWith | Afghanistan",),
    # who tells of an attack by his rival is struck
    "Thailand said that Cambodian troops fired rockets at a petrol station in Kantharalak.": (
        "Cambodia | clashesWith | Thailand",
    ),
    "Baku said that Armenian snipers had broken the truce 15 times.": ("Armenia | clashesWith | Azerbaijan",),
    # no thing takes land
    "London concluded that the defence of Iceland was a matter of life and death and occupied the island.": (
        "United Kingdom | occupies | Iceland",
    ),
    "The treaty mentions the Spratly Islands and the Paracel Islands. These are claimed by Vietnam.": (
        "Vietnam | claims | Spratly Islands",
        "Vietnam | claims | Paracel Islands",
    ),
}
NOTHING = {
    "France said that Armenian forces had shelled a village.": "clashesWith",
    "Washington said that Russian forces shelled Kharkiv.": "clashesWith",
    "Germany's foreign minister said that Russia had violated the ceasefire in Donbas.": "clashesWith",
    "Pakistani jets bombed Kunar Province.": "clashesWith",
    "Washington accused Moscow of violating the ceasefire in Syria.": "clashesWith",
    "Myanmar helicopters entered Bangladesh's airspace three times.": "deploysForcesTo",
    "Troops loyal to President Laurent Gbagbo attacked rebels in Abidjan.": "Laurent Gbagbo | clashesWith",
    "Talks between British officers and militiamen loyal to Shi'ite cleric Moqtada al-Sadr failed.": "clashesWith",
    "In the talks, held with Bolivia in Lima, Paraguay said nothing.": "clashesWith",
    "A plane carrying Russian tourists left Batumi.": "deploysForcesTo",
    "A train carrying Russian troops crossed into Armenia.": "clashesWith",
    "A plane carrying the bodies of U.S. soldiers left Kabul.": "deploysForcesTo",
    "The police chief took control of the parade in Kunduz after heavy rain.": "occupies",
    "A British operation to clear mines in the Falkland Islands ended in 2020.": "clashesWith",
    "The ministry reports an exchange of letters with Indian officials.": "clashesWith",
    "An officer said that American helicopters did not enter Pakistan.": "deploysForcesTo",
}


def test_it_is_told_whose_the_fighters_are(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


def test_who_fights_nobody_gives_nothing(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
