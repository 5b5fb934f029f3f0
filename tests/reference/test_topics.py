"""What an entry without a title is about, and what is no land of it: "the area" that others seize, "the north"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Burundi was a kingdom for centuries. Burundi lies by Lake Tanganyika. Germany occupied the area in the 1890s. "
    "Burundi became independent in 1962.": ("Germany | occupies | Burundi",),
    "Chad is named after its lake. Chad is a dry country. France, coming from Congo, seized control of the "
    "area in 1900. Chad is a republic.": ("France | occupies | Chad",),
    "Saint Lucia was settled early. Saint Lucia drew planters. The French ceded the territory to Britain in 1814. "
    "Saint Lucia has two lakes.": (
        "Saint Lucia | transferredTo | United Kingdom",
        "Saint Lucia | transferredFrom | France",
    ),
    # a side of the land is not all of it
    "Mali is a republic. Mali lies in the Sahel. France seized the area in 1892. The army of Mali lost most of the "
    "north in 2012.": (
        "France | occupies | Mali",
        "north | transferredFrom | Mali",
    ),
    # a stretch of land that its own name calls otherwise
    "Spain occupied parts of the Barbary Coast. In time it lost control of the region.": (
        "Spain | administers | Barbary Coast",
    ),
    # a clause is of the noun before it
    "Ghana is named after the Ashanti Empire that ruled Togo.": ("Asante Empire | administers | Togo",),
}
NOTHING = {
    # news is about several, as are texts that name another as often, and who acts is not what is acted on
    "Mali asked for help on Monday. Mali is poor. France seized the area. Mali thanked France.": "occupies",
    "Niger lies in the Sahel. Niger borders Chad. Chad is poor. France seized the area. Niger fell.": "occupies",
    "Kenya lies in East Africa. Kenya is poor. Kenya seized the area. Kenya has lakes.": "occupies",
    # a given name is no last name
    "Armenia was conquered by Alexander the Great, Arab armies and the Seljuks.": "United Kingdom",
}


@pytest.mark.model
def test_what_is_meant_and_what_is_not(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
