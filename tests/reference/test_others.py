"""Whole texts in which a noun takes up who acts: "its neighbour", "all three", "the communist state"."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    "Serbia and Kosovo talk in Brussels. Belgrade has refused to recognise its neighbour.": (
        "Serbia | recognizes | Kosovo",
    ),
    "Djibouti fought Eritrea at Ras Doumeira. It accused its neighbour of having occupied the cape.": (
        "Eritrea | occupies | Ras Doumeira",
    ),
    "Kenya, Uganda and South Sudan border it. All three have stationed soldiers in the Ilemi Triangle.": (
        "Kenya | deploysForcesTo | Ilemi Triangle",
        "Uganda | deploysForcesTo | Ilemi Triangle",
        "South Sudan | deploysForcesTo | Ilemi Triangle",
    ),
    "Iran, Iraq and Turkey border Kurdistan. All three of them sent troops to the region.": (
        "Iran | deploysForcesTo | Kurdistan",
    ),
    "China, Taiwan and Vietnam like the Paracel Islands. The three rival claimants held talks on the islands.": (
        "China | negotiatesWith | Taiwan",
        "Taiwan | negotiatesWith | Vietnam",
    ),
    "North Korea fired on South Korea. The communist state does not recognise the Northern Limit Line.": (
        "North Korea | recognizes | Northern Limit Line",
    ),
    "Kuwait was invaded by Iraq. The tiny emirate claims Warbah.": ("Kuwait | claims | Warbah Island",),
    "Talks on Gibraltar failed in 2002. Spain has not dropped its claim.": ("Spain | renounces | Gibraltar",),
    "Belgium and Luxembourg were neutral. Both were occupied by Germany.": (
        "Germany | occupies | Luxembourg",
    ),
}
NOTHING = {
    "Peru and Chile are far from Kenya and Bolivia. Chile recognised its neighbour.": "recognizes",
    "France sent soldiers to Chad. The West African nation has claimed Aouzou.": "claims",
    "Japan met Russia. The other country claims Iturup.": "claims",
    "Norway won Eastern Greenland. Denmark dropped its claims for damages.": "renounces",
}


@pytest.mark.model
def test_nouns_take_up_who_acts(extractor: Extractor) -> None:
    texts = [*MEANT, *NOTHING]
    readings = list(extractor.read(Document(id=str(i), text=text) for i, text in enumerate(texts)))
    read = [{f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in r.assertions} for r in readings]
    missing = [
        line
        for (_, lines), found in zip(MEANT.items(), read, strict=False)
        for line in lines
        if line not in found
    ]
    wrong = [
        text
        for (text, predicate), found in zip(NOTHING.items(), read[len(MEANT) :], strict=True)
        if any(predicate in line for line in found)
    ]
    assert (missing, wrong) == ([], [])
