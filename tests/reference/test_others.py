"""Whole texts in which a noun takes up who acts: "its neighbour", "all three", "the communist state"."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document

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
    "Hamas won the election of 2006. The group does not recognise Israel.": ("Hamas | recognizes | Israel",),
    "Al-Shabab seized Kismayo. The militants controlled the port.": ("Al-Shabaab | administers | Kismayo",),
    "Fighting between Sri Lanka and the Tamil Tigers flared. The government and rebels signed a truce.": (
        "Sri Lanka | partyTo | truce",
        "Liberation Tigers of Tamil Eelam | partyTo | truce",
    ),
    "Joseph Kony leads the Lord's Resistance Army. Uganda fought the rebel group in Congo.": (
        "Lord's Resistance Army | clashesWith | Uganda",
    ),
    "Israel will not deal with Hamas. The Palestinian militant group does not recognise Israel.": (
        "Hamas | recognizes | Israel",
    ),
    "ASEAN met in Manila. The ten-nation bloc held talks with China on the South China Sea.": (
        "Association of Southeast Asian Nations | negotiatesWith | China",
    ),
    "The Northern Alliance took Kabul in 2001. The alliance fought the Taliban for years.": (
        "Northern Alliance | clashesWith | Taliban",
    ),
    "The African Union condemned the coup. The bloc sent 2,000 soldiers to Burundi.": (
        "African Union | deploysForcesTo | Burundi",
    ),
    "Israel will not deal with Hamas unless the group disarms and recognises Israel.": (
        "Hamas | recognizes | Israel",
    ),
    "“We reject China's claim to the Natuna Islands,” the Indonesian foreign minister said.": (
        "Indonesia | rejectsClaimOf | China",
    ),
    "Djibouti's foreign minister spoke. “Eritrea attacked us without cause,” he said. “It occupies our land.”": (
        "Eritrea | clashesWith | Djibouti",
        "Eritrea | occupies | Djibouti",
    ),
    "Statement by the Government of Guyana. We reject Venezuela's claim to Essequibo.": (
        "Guyana | rejectsClaimOf | Venezuela",
    ),
    "Belgium and Luxembourg were neutral. Both were occupied by Germany.": (
        "Germany | occupies | Luxembourg",
    ),
}
NOTHING = {
    "Peru and Chile are far from Kenya and Bolivia. Chile recognised its neighbour.": "recognizes",
    "France sent soldiers to Chad. The West African nation has claimed Aouzou.": "claims",
    "The Taliban and the Islamic State fight in Nangarhar. The group has attacked Pakistan.": "clashesWith | Pak",
    "Hamas met Israel. The Lebanese group does not recognise Israel.": "recognizes",
    "Japan met Russia. The other country claims Iturup.": "claims",
    "Norway won Eastern Greenland. Denmark dropped its claims for damages.": "renounces",
}


@pytest.mark.model
def test_nouns_take_up_who_acts(extractor: Extractor) -> None:
    texts = [*MEANT, *NOTHING]
    readings = list(extractor.read(Document(id=str(i), text=text) for i, text in enumerate(texts)))
    read = [{line for a in reading.assertions for line in _both_ways(a)} for reading in readings]
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


def _both_ways(assertion: Assertion) -> tuple[str, str]:
    one, other = assertion.subject.label, assertion.object.label
    return f"{one} | {assertion.predicate} | {other}", f"{other} | {assertion.predicate} | {one}"
