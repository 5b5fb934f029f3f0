"""Whole texts that open with "the island", and name it only further on."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Settled by Polynesians, the islands were annexed by Britain in 1892. Tuvalu left the empire in 1978.": (
        "United Kingdom | annexed | Tuvalu",
    ),
    "In 1888 Britain annexed the island for its phosphate. Japan occupied Christmas Island in 1942.": (
        "United Kingdom | annexed | Christmas Island",
    ),
    "The island was captured by Britain in 1810. Mauritius grew sugar. Mauritius claims the Chagos Archipelago.": (
        "United Kingdom | occupies | Mauritius",
    ),
    # A text may be of one for long before it names it again.
    "The islands were claimed by Spain. Fish is scarce there. It rains. The Falkland Islands have 3,000 people.": (
        "Spain | claims | Falkland Islands",
    ),
    # What a place is like does not tell which it is.
    "The uninhabited island was claimed by Norway in 1927. Bouvet Island is a nature reserve.": (
        "Norway | claims | Bouvet Island",
    ),
}
NOTHING = {
    # One that has been named before is meant rather; several are not one island.
    "Jan Mayen is bare. The island was annexed by Norway. Iceland is green.": "annexed | Iceland",
    "The island was annexed by Norway in 1929. The Turks and Caicos Islands sell salt.": "annexed | Turks",
    "The island was annexed by Norway. Malta, Iceland and Cuba are islands.": "Norway | annexed",
    "An island was annexed by Norway. Iceland is an island.": "Norway | annexed | Iceland",
}


@pytest.mark.model
def test_island_is_the_one_that_the_text_is_about(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
