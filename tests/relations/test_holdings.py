"""From whom a land parts, where not its clause says so: who held it, as the text told before."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_GIVES = {
    "Russia annexed Finland in 1809. The Finns declared themselves independent in 1917.": [
        "Finland Russia 1917"
    ],
    "Guyana became independent in 1966 after 152 years of British rule.": ["Guyana United Kingdom 1966"],
    "Panama was a department of Colombia until 1903, when it seceded.": ["Panama Colombia 1903"],
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
