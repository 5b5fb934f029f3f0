"""Lands by the first letters of a name that the text spells out, and by a name with adjectives before it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.linking.short_names import land_in_short, spelt_out

TEXT = "the Temporary Security Zone (TSZ), the Gulf of Fonseca Authority (GFA), the Sea (TS) and the Peace Corps (PC)"


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("TSZ", "Temporary Security Zone"),
        ("GFA", "Gulf of Fonseca Authority"),
        ("TS", None),
        ("XYZ", None),
        ("Sea", None),
    ],
)
def test_a_name_in_short_is_spelt_out_by_its_letters(short: str, whole: str | None) -> None:
    found = spelt_out(short, TEXT)
    assert (found.of(TEXT) if found is not None else None) == whole


def test_only_a_word_for_land_makes_it_land() -> None:
    assert land_in_short("TSZ", TEXT)
    assert not land_in_short("PC", TEXT)


MEANT = {
    "Eritrea has a Temporary Security Zone (TSZ). Ethiopia was asked to remove its troops from the TSZ.": (
        "Ethiopia | deploysForcesTo | Temporary Security Zone",
    ),
    "The Panama Canal Zone (PCZ) was leased. The United States administered the PCZ until 1979.": (
        "United States | administers | Panama Canal Zone",
    ),
    "Mali administers the remote Taoudenni basin.": ("Mali | administers | Taoudenni basin",),
    "Mali administers the northern Taoudenni basin.": ("Mali | administers | northern Taoudenni basin",),
}
NOTHING = {"The World Trade Body (WTB) is in Geneva. Chad withdrew from the WTB.": "deploysForcesTo"}


@pytest.mark.model
def test_land_in_short_is_the_land_and_what_sort_it_is_is_no_part_of_its_name(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
