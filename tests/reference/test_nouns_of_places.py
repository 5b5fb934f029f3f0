"""Whole texts in which a noun for a kind of place takes up the land in dispute: "the spot", "the expanse"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Japan and South Korea are at odds over Liancourt Rocks. Seoul has controlled the spot since 1954.": (
        "South Korea | administers | Liancourt Rocks",
    ),
    "China and India fought over Aksai Chin. Beijing has controlled the expanse since 1962.": (
        "China | administers | Aksai Chin",
    ),
    "Denmark and Canada both wanted Hans Island. Denmark claimed the place from 1973 on.": (
        "Denmark | claims | Hans Island",
    ),
    "Egypt and Sudan both claim the Halaib Triangle. Egypt occupied the patch of desert in 1995.": (
        "Egypt | occupies | Halaib Triangle",
    ),
    "Transnistria broke away in 1992. The narrow strip of land is controlled by Russia.": (
        "Russia | administers | Transnistria",
    ),
    # "The north" is a land that has the word in its name.
    "Northern Cyprus is recognized by Turkey only. Turkey keeps 30,000 troops in the north.": (
        "Turkey | deploysForcesTo | Northern Cyprus",
    ),
}
NOTHING = {
    "Clashes hit Kashmir. Yemen sent troops to the restive south.": "deploysForcesTo | Kashmir",
    "Gaza is calm. The Congolese army sent reinforcements to the lawless east.": "Gaza",
    "Japan and South Korea are at odds over Liancourt Rocks. Seoul won third place at the games.": "place |",
    "Japan and South Korea are at odds over Liancourt Rocks. Seoul controls the peninsula.": "administers | Lianc",
    "Israel left the Gaza Strip. Egypt holds a spit of land, and Norway bombed the spit of land.": "Norway",
    "Transnistria broke away in 1992. Ukraine bought the strip of land along the river.": "Ukraine",
    "China and India fought over Aksai Chin. Talks took place in Delhi.": "| place",
}


@pytest.mark.model
def test_a_noun_takes_up_the_land_of_its_kind(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
