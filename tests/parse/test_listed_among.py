"""What "among them" names of a group, wherever the model hangs it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Japan renounced the islands south of the equator, among them Nauru.": ("Japan | renounces | Nauru",),
    "The United States claimed twenty atolls, among them Caroline, Flint and Vostok.": (
        "United States | claims | twenty atolls",
        "United States | claims | Caroline",
        "United States | claims | Flint",
        "United States | claims | Vostok",
    ),
    "Bolivia lost several ports to Chile, among them Antofagasta and Cobija.": (
        "Antofagasta | transferredTo | Chile",
        "Cobija | transferredFrom | Bolivia",
    ),
    "Several islands, among them Iturup and Kunashir, were taken by the Soviet Union in 1945.": (
        "Soviet Union | occupies | Iturup",
        "Soviet Union | occupies | Kunashir",
    ),
    "Several states recognised Kosovo in 2008, among them France and Germany.": (
        "France | recognizes | Kosovo",
        "Germany | recognizes | Kosovo",
    ),
    "Four states claim parts of the Spratlys, among them Vietnam.": ("Vietnam | claims | Spratly Islands",),
    "Many states, among them Russia, do not recognise Kosovo.": ("Russia | recognizes | Kosovo",),
}
NOTHING = {
    "The United States claimed twenty atolls, among them Caroline.": "among",
    "China claims the Spratlys, and among them it has built bases.": "among",
    "The ministers met in Vienna, among them Lavrov.": "metWith",
}


@pytest.mark.model
def test_each_that_is_named_among_them_is_meant(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert (missing, wrong) == ([], [])
