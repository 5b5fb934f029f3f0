"""Blockades, retreats under arms and blows of which only the fire or the ship is named."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Fighting flared between Thai and Cambodian troops near the temple.": (
        "Cambodia | clashesWith | Thailand",
    ),
    "On Sunday, fighting flared between Chad and Libya.": ("Chad | clashesWith | Libya",),
    "Tajik shelling killed two Kyrgyz civilians near Vorukh.": ("Kyrgyzstan | clashesWith | Tajikistan",),
    "Ugandan shelling killed two Rwandan farmers.": ("Rwanda | clashesWith | Uganda",),
    "An Armenian attack wounded three Azerbaijani servicemen.": ("Armenia | clashesWith | Azerbaijan",),
    "Syrian shelling hit a Turkish village.": ("Syria | clashesWith | Turkey",),
    "Gunfire from an Indonesian warship killed a Chinese fisherman.": ("China | clashesWith | Indonesia",),
    "The Soviet invasion and annexation of Lithuania in 1940 closed the legation.": (
        "Lithuania | clashesWith | Soviet Union",
        "Soviet Union | annexed | Lithuania",
    ),
    "Vietnam says China attacked its ships.": ("China | clashesWith | Vietnam",),
    "Cambodia protested after Thailand shelled its post.": ("Cambodia | clashesWith | Thailand",),
    "Israel lifted its naval blockade of Lebanon in September 2006.": ("Israel | clashesWith | Lebanon",),
    "Prussian troops laid siege to the French garrison of Metz.": ("France | clashesWith | Prussia",),
    "Iraq seized Kuwait but was driven out by British forces.": ("Iraq | clashesWith | United Kingdom",),
    "Syria pushed the Israeli army back in October 1973.": ("Israel | clashesWith | Syria",),
    "Qatar is mediating between Israel and Hamas over a truce.": ("Hamas | negotiatesWith | Israel",),
}
NOTHING = {
    "Fighting corruption in Serbia cost Kosovo nothing.": "clashesWith",
    "Turkey closed its border, an economic blockade of Armenia.": "clashesWith",
    "Norwegian farmers blockaded Sweden.": "clashesWith",
    "During the Berlin Blockade the United States sent food.": "clashesWith",
    "In May 1949 Soviet forces lifted the blockade of Berlin.": "Germany | clashesWith",
    "The Council of Europe expelled Russia in March 2022.": "clashesWith",
    "Turkey attacked its critics at home, and Greece looked on.": "clashesWith",
    "France warned of a trade war with China.": "clashesWith",
    "Peru lost to Chile in the final.": "clashesWith",
    "Peru fought with Chile against Spain.": "Chile | clashesWith | Peru",
    "The presidents of Peru and Chile clashed over tariffs at a summit.": "clashesWith",
}


@pytest.mark.model
def test_who_fights_whom_is_read(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
