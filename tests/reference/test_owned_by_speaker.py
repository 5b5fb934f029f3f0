"""What is a people's own; land that somebody says is his; "there" where only another land is named."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # who says that land belongs to "it" is "it", and the land told of is what belongs
    "Somaliland has its own currency. Somalia insists that it belongs to it.": (
        "Somalia | claims | Somaliland",
        "Somaliland | partOf | Somalia",
    ),
    "France has governed Mayotte since 1843. The Comoros says that it is part of its territory.": (
        "Comoros | claims | Mayotte",
        "Mayotte | partOf | Comoros",
    ),
    "Kosovo and Abkhazia are often compared. Serbia says the former is part of its territory.": (
        "Serbia | claims | Kosovo",
    ),
    "Ceuta and Melilla lie in Africa. Morocco considers the two towns part of its territory.": (
        "Morocco | claims | Ceuta",
        "Morocco | claims | Melilla",
    ),
    # who says that land is his by the name of his state
    "Peru asked Chile to leave Arica, which it states is Peruvian territory.": ("Peru | claims | Arica",),
    "Eritrea called on Ethiopia to leave Badme, which it insists is Eritrean.": ("Eritrea | claims | Badme",),
    # a claim, a sovereignty and an invasion that name no land
    "Talks on the Spratly Islands broke down. China maintains its claim.": (
        "China | claims | Spratly Islands",
    ),
    "Melilla, like Ceuta, has a Spanish garrison. Morocco renewed its claim.": (
        "Morocco | claims | Melilla",
    ),
    "Gibraltar was on the agenda. Spain refuses to give up sovereignty.": ("Spain | renounces | Gibraltar",),
    "The Falkland Islands lie in the South Atlantic. Argentina invaded in 1982.": (
        "Argentina | clashesWith | Falkland Islands",
    ),
    # what is only compared, what the noun does not fit, what a modifier names
    "Itu Aba is larger than Thitu is. Taiwan has troops on the island.": (
        "Taiwan | deploysForcesTo | Itu Aba",
    ),
    "The Golan Heights were taken along with the Sinai. Israel left the peninsula. It annexed the plateau.": (
        "Israel | annexed | Golan Heights",
    ),
    "The Kuril dispute has lasted for decades. Japan says the islands are its own.": (
        "Japan | claims | Kuril Islands",
    ),
    # what is theirs of whom a people was told
    "France sent envoys to the Somali people after their independence from Britain.": (
        "Somalia | declaredIndependenceFrom | United Kingdom",
    ),
    "India and Pakistan told the Kashmiri people that their dispute over Siachen was old.": (
        "India | disputesWith | Pakistan",
    ),
    # a state may be "there", where nothing else is told of
    "Mali asked for help. France sent troops there.": ("France | deploysForcesTo | Mali",),
}

NOTHING = {
    "Kosovo and Abkhazia are often compared. Serbia says the former is part of its territory.": "partOf | Abkhazia",
    "France has governed Mayotte since 1843. The Comoros says that it is part of its territory.": "France | partOf",
    "The delegation went on from Djibouti. Somalia says that Somaliland belongs to it.": "Djibouti",
    "Melilla, like Ceuta, has a Spanish garrison. Morocco renewed its claim.": "Ceuta",
    # nobody claims what he is not known to claim, and whose claim it is
    "Talks on Mayotte broke down. China maintains its claim.": "claims",
    "Talks on Mayotte broke down. The Comoros maintains its claim for compensation.": "claims",
    "Kosovo was quiet. Russian troops invaded.": "Kosovo",
    "Itu Aba is larger than Thitu is. Taiwan has troops on the island.": "Thitu",
    # land that only says where another lies
    "Zmiinyi lies off Romania. Russian troops landed there in February 2022.": "Romania",
    "In 2003 Russia began to build a dam towards the island. Ukraine sent border guards there.": "| Russia",
}


@pytest.mark.model
def test_the_land_that_somebody_says_is_his_and_the_land_left_unsaid_are_known(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
