"""Which land "the island", "it", "there" means: the one that the text is about, and not the last one named."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # another land that only says where it is, or what it is like
    "Melilla, like Ceuta, has a Spanish garrison. Morocco claims the city.": ("Morocco | claims | Melilla",),
    "Abu Musa lies not far from Qeshm. Iran seized the island in 1971.": ("Iran | occupies | Abu Musa",),
    "Abu Musa is smaller than Qeshm. The United Arab Emirates claims it.": (
        "United Arab Emirates | claims | Abu Musa",
    ),
    "Sabah is about the size of Kashmir. The Philippines claims the region.": (
        "Philippines | claims | Sabah",
    ),
    "South Ossetia borders North Ossetia. Tbilisi lost control of the region in 1992.": (
        "Georgia | administers | South Ossetia",
    ),
    # who acts is no land that it does something to
    "Rockall is uninhabited. Ireland is opposed to Britain's claim to the island.": (
        "United Kingdom | claims | Rockall",
    ),
    "Itu Aba is the largest of the Spratly Islands. Taiwan has troops on the island. Vietnam claims it.": (
        "Taiwan | deploysForcesTo | Itu Aba",
        "Vietnam | claims | Itu Aba",
    ),
    # what the text goes on about, by its name or by a noun
    "Rockall is known for its birds. Storms lash Rockall. Few ships call at Anjouan. Britain annexed the island.": (
        "United Kingdom | annexed | Rockall",
    ),
    "The Chagos Archipelago has some sixty islands, of which Diego Garcia is the largest. Mauritius claims the "
    "archipelago. Britain agreed to hand it over.": (
        "Chagos Archipelago | transferredFrom | United Kingdom",
    ),
    "Abkhazia and South Ossetia broke away. Russia recognised both regions in 2008. It keeps troops there.": (
        "Russia | deploysForcesTo | Abkhazia",
        "Russia | deploysForcesTo | South Ossetia",
    ),
    # the noun says which
    "Mount Hermon rises near the Golan Heights. Israel captured the plateau in 1967.": (
        "Israel | occupies | Golan Heights",
    ),
    "Scarborough Shoal was quiet. Chinese ships were seen near Mischief Reef. Vietnam claims the reef.": (
        "Vietnam | claims | Mischief Reef",
    ),
    # a land is said to be land
    "Gibraltar's airport reopened. London has always dismissed Madrid's view that it is a colony on Spanish soil.": (
        "Spain | claims | Gibraltar",
    ),
    "The future of Bakassi was open. The International Court of Justice ruled that it should be handed to Cameroon.": (
        "International Court of Justice | ruledFor | Cameroon",
    ),
    "Rebels fight in Cabinda. Angola says that it is an integral part of its territory.": (
        "Angola | claims | Cabinda",
    ),
    # what is seized is the land, and not its annexation
    "Kyiv called on others never to accept the annexation of Crimea. Russia seized it in 2014.": (
        "Russia | occupies | Crimea",
    ),
    # a claim whose land the sentence before tells
    "Gibraltar was on the agenda in Brussels. Spain claims sovereignty.": ("Spain | claims | Gibraltar",),
    # land as a whole
    "Kashmir is divided. India and Pakistan claim the territory in full.": (
        "India | claims | Kashmir",
        "Pakistan | claims | Kashmir",
    ),
    "East Timor lies near Australia. Indonesia annexed the former Portuguese colony in 1976.": (
        "Indonesia | annexed | East Timor",
    ),
}

NOTHING = {
    # what only says where an unknown place lies
    "Lihou lies near Guernsey. German troops held the island from 1940 to 1945.": "Guernsey",
    # what is told in passing
    "Melilla, like Ceuta, has a Spanish garrison. Morocco claims the city.": "Ceuta",
    "Abu Musa is smaller than Qeshm. The United Arab Emirates claims it.": "Qeshm",
    "Rockall is uninhabited. Ireland is opposed to Britain's claim to the island.": "Kingdom | claims | Ireland",
    # sovereignty in what is no land, and that of a parliament
    "Wales voted on Sunday. Parliament claims sovereignty.": "claims",
    "Russia backed the annexation of Crimea. Syria backed it too.": "Syria | occupies",
    # the nation's land is no land named before
    "Mischief Reef was quiet. Manila says that Scarborough Shoal is part of the national territory.": "Mischief",
}


@pytest.mark.model
def test_the_land_that_a_text_is_about_is_meant(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
