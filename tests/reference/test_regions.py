"""Whole texts in which a description says where in the world its referent lies: "the Himalayan kingdom"."""

from pathlib import Path

import pytest
from told import amiss

from kgraph.errors import DataError
from kgraph.extraction import Extractor
from kgraph.reference import regions

MEANT = {
    "Bhutan and China have no ties. The Himalayan kingdom rejects Beijing's claim to Doklam.": (
        "Bhutan | rejectsClaimOf | China",
    ),
    "Russia recognised Abkhazia in 2008. Nauru recognised the Black Sea republic in 2009.": (
        "Nauru | recognizes | Abkhazia",
    ),
    "Russia annexed Crimea in 2014. Ukraine demands the return of the Black Sea peninsula.": (
        "Ukraine | claims | Crimea",
    ),
    "Argentina invaded the Falkland Islands in 1982. Britain has governed the South Atlantic archipelago since 1833.": (
        "United Kingdom | administers | Falkland Islands",
    ),
    "Mauritius quarrels with Britain. The Indian Ocean island nation claims the Chagos Islands.": (
        "Mauritius | claims | Chagos Archipelago",
    ),
    "Kosovo declared independence from Serbia. Romania does not recognise the self-declared republic.": (
        "Romania | recognizes | Kosovo",
    ),
    "The French went to Mali in 2013. France withdrew its last soldiers from the West African nation in 2022.": (
        "France | deploysForcesTo | Mali",
    ),
    "China and India share a long border. The two Asian giants clashed at Galwan in 2020.": (
        "China | clashesWith | India",
    ),
    "China calls Taiwan a province. The mainland has threatened to attack the island.": (
        "China | clashesWith | Taiwan",
    ),
    "Armenia and Azerbaijan, Russia's neighbours, met. The two South Caucasus countries clashed in 2020.": (
        "Armenia | clashesWith | Azerbaijan",
    ),
}
NOTHING = {  # and what no line of these may have
    "Ghana and Togo lie beside each other. Russia recognised the West African nation in 1960.": "recognizes",
    "Spain recognised Peru. France recognised the Baltic republic in 1991.": "France",
    "Georgia lost Abkhazia and South Ossetia. In 2009 Nauru recognised the breakaway republic.": "recognizes",
    "Serbia is at peace. Romania recognised the self-declared republic.": "recognizes",
    "China and Japan watch Taiwan. The mainland has threatened to attack Okinawa.": "China | clashesWith",
    "China and Russia talked. The mainland has threatened to attack Taiwan.": "clashesWith",
    "Nepal is poor. Russia recognised the other Himalayan kingdom.": "recognizes",
    "Nepal is poor. Russia recognised the Himalayan kingdom that lies to its east.": "recognizes",
    "Russia annexed Crimea in 2014. Britain governs the South Atlantic archipelago.": "administers | Crimea",
    "Russia annexed Crimea in 2014. Turkey claims the Caribbean peninsula.": "claims | Crimea",
    "Russia and China met at Tromsø. The Pacific island nation claims the Matthew and Hunter Islands.": (
        "Russia | claims"
    ),
}


@pytest.mark.model
def test_what_lies_where_a_description_says_is_meant(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.parametrize("row", ["x\t10\t5\t0\t1\teditor", "x\t\t5\t0\t1\teditor", "x\t0\t5\t0\t1\t"])
def test_wrong_borders_of_a_region_are_told(
    row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "wide_regions.tsv"
    table.write_text(f"words\tsouth\tnorth\twest\teast\tsource\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(regions, "DATA", tmp_path)
    with pytest.raises(DataError, match=r"wide_regions\.tsv:2"):
        regions._load_regions.__wrapped__()
