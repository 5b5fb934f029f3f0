"""Where land lies that somebody takes: part of its description, and no time or event."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Vietnam occupies 21 features in the Spratlys.": ("Vietnam | occupies | 21 features in the Spratlys",),
    # mere land, and some without a number
    "Chile claims territory in Antarctica.": ("Chile | claims | territory in Antarctica",),
    "Germany gained vast land in Central Africa.": ("vast land in Central Africa | transferredTo | Germany",),
    "Japan occupied islands in the Pacific.": ("Japan | occupies | islands in the Pacific",),
    "Chad occupied three oases in the Aouzou Strip in 1987.": (
        "Chad | occupies | three oases in the Aouzou Strip",
    ),
    "Russian forces took a village near Kharkiv.": ("Russia | occupies | village near Kharkiv",),
    "Russia controls the two provinces in the east of Ukraine.": (
        "Russia | administers | two provinces in the east of Ukraine",
    ),
    "Japan seized a port in May.": ("Japan | occupies | port",),
}
NOTHING = {
    "Britain took several islands in the Napoleonic Wars.": "Wars",
    "Iraq seized two islands in a surprise raid.": "raid",
    "Iran took the islands in the Gulf War.": "War",
}


@pytest.mark.model
def test_land_that_is_counted_is_told_by_where_it_lies(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
