"""From whom a land parts, where not its clause says so: who held it, as the text told before."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_GIVES = {
    "Russia annexed Finland in 1809. The Finns declared themselves independent in 1917.": [
        "Finland Russia 1917"
    ],
    "Guyana became independent in 1966 after 152 years of British rule.": ["Guyana United Kingdom 1966"],
    "Panama was a department of Colombia until 1903, when it seceded.": ["Panama Colombia 1903"],
    # who held it for a while only is not who held it last
    "Mauritius was ceded to Britain in 1814. France briefly ruled Mauritius. Mauritius gained independence in 1968.": [
        "Mauritius United Kingdom 1968"
    ],
    # who holds it later, or was no more by then; a state that broke up is known
    "Angola declared independence in 1975 and was not annexed by South Africa.": [],
    "East Timor declared itself independent in 1975, and Indonesia annexed it in 1976.": [],
    "The German Empire annexed Ruanda in 1884. Rwanda gained independence in 1962.": [],
    "The Russian Empire annexed Kokand in 1876. Kyrgyzstan declared its independence in 1991, when the Soviet Union"
    " dissolved.": ["Kyrgyzstan Soviet Union 1991"],
    "Yugoslavia fell apart. In 1991, Slovenia declared independence, followed by Bosnia in 1992.": [
        "Bosnia and Herzegovina Yugoslavia 1992",
        "Slovenia Yugoslavia 1991",
    ],
}


def test_land_parts_from_who_held_it(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_GIVES)]
    found = [
        sorted(
            f"{a.subject.label} {a.object.label} {a.time}"
            for a in reading.assertions
            if a.predicate == "declaredIndependenceFrom"
        )
        for reading in extractor.read(documents)
    ]
    assert found == list(_GIVES.values())


def test_what_a_place_is_said_to_be_is_held_and_not_what_it_lies_in(extractor: Extractor) -> None:
    meant = {
        "Perejil is an islet off Ceuta, held by Spain.": ("Spain | administers | Perejil Island",),
        "Somaliland is a state in the Horn of Africa, considered to be part of Somalia.": (
            "Somaliland | partOf | Somalia",
        ),
        "Doklam is a plateau near Bhutan, claimed by China.": ("China | claims | Doklam",),
        # of a town the land around it is told
        "He was born in a village in Crimea, annexed by Russia in 2014.": ("Russia | annexed | Crimea",),
        "Ukraine regards Crimea as Ukrainian territory under Russian occupation.": (
            "Russia | occupies | Crimea",
        ),
        "Gibraltar's sovereignty is contested by Spain.": ("Spain | contests | Gibraltar",),
    }
    nothing = {
        "The Ilemi Triangle is an area in East Africa, claimed by Ethiopia.": "claims | East Africa",
        "Ukraine regards Kherson as Ukrainian territory under Russian occupation.": "occupies | Ukraine",
        "Japan disputes Russia's ownership of Iturup.": "contests | Russia",
    }
    assert amiss(extractor, meant, nothing) == ([], [])
