"""Who helps those who rule, or their rebels, and so is not "the government" of the next sentence."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Mali asked France for help. France supported the government. The government recaptured Timbuktu.": (
        "Mali | occupies | Timbuktu",
    ),
    "Rwanda backed the rebels in eastern Congo. The government recaptured Goma in 2012.": (
        "Democratic Republic of the Congo | occupies | Goma",
    ),
    "Libya invaded Chad to support the Goukouni government. The government lost N'Djamena in 1982.": (
        "N'Djamena | transferredFrom | Chad",
    ),
    # who fights rebels rules, too
    "Ethiopia sent troops against the rebels. The government said that it would retake Mekelle.": (
        "Ethiopia | occupies | Mekelle",
    ),
}
NOTHING = {
    "Russia intervened on behalf of the Zurabi regime. With this support, the regime recaptured Homs.": "Russia | occ",
    "Syria was at war. Russia helped the government. The regime recaptured Palmyra in 2017.": "Russia | occupies",
    "South Africa backed the rebels. The government recaptured Cuito Cuanavale in 1988.": "occupies",
    "Angola's rebels were armed by South Africa. The government attacked Namibia.": "South Africa | clashes",
    "Russia armed the separatist authorities. The authorities seized Luhansk.": "Russia | occupies",
}


@pytest.mark.model
def test_the_government_is_not_who_helps_it_or_its_rebels(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
