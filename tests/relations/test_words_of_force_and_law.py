"""Other words for the same: how forces are placed, claims waved away, cases decided, and what such words mean else."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # forces
    "Reinforcements were hurried to Ladakh by India.": ("India | deploysForcesTo | Ladakh",),
    "Iranian gunboats prowl near Abu Musa.": ("Iran | deploysForcesTo | Abu Musa",),
    "Turkey beefed up its garrison in Northern Cyprus.": ("Turkey | deploysForcesTo | Northern Cyprus",),
    "China has turned Subi Reef into a fortress.": ("China | deploysForcesTo | Subi Reef",),
    "The influx of Pakistani troops into Kashmir began in October.": (
        "Pakistan | deploysForcesTo | Kashmir",
    ),
    # fights
    "Kyrgyz snipers shot dead a Tajik soldier.": ("Kyrgyzstan | clashesWith | Tajikistan",),
    "A Chinese cutter bumped a Philippine patrol boat.": ("China | clashesWith | Philippines",),
    "A scuffle between Chinese and Indian soldiers took place at Naku La.": ("China | clashesWith | India",),
    "Israel hit back at Syria with missiles.": ("Israel | clashesWith | Syria",),
    "Libya marched on Chad in 1983.": ("Chad | clashesWith | Libya",),
    # claims
    "Malaysia brushed aside the Philippine claim to Sabah.": ("Malaysia | rejectsClaimOf | Philippines",),
    "Cyprus excoriated Turkey's occupation of Varosha.": ("Cyprus | rejectsClaimOf | Turkey",),
    "Tokyo hauled in the Chinese ambassador over the patrols near the Senkaku Islands.": (
        "Japan | rejectsClaimOf | China",
    ),
    "Cuba championed Argentina's claim to the Falkland Islands.": ("Cuba | recognizes | Argentina",),
    "Iran backed away from its claim to Bahrain in 1970.": ("Iran | renounces | Bahrain",),
    "Argentina implored Britain to return the Falkland Islands.": ("Argentina | claims | Falkland Islands",),
    # courts, treaties, boundaries
    "Belize and Guatemala remitted the dispute to the International Court of Justice.": (
        "Belize | submittedTo | International Court of Justice",
        "Guatemala | submittedTo | International Court of Justice",
    ),
    "The International Court of Justice pronounced in favour of Cameroon.": (
        "International Court of Justice | ruledFor | Cameroon",
    ),
    "Peru and Chile ironed out their maritime border dispute in 2014.": (
        "Chile | delimitedBoundaryWith | Peru",
    ),
    "Kuwaiti and Iraqi negotiators debated the maritime boundary.": ("Iraq | negotiatesWith | Kuwait",),
}
NOTHING = {
    "Britain parked its buses in Gibraltar.": "deploysForcesTo",
    "India turned Goa into a hub of tourism.": "deploysForcesTo",
    "A Greek cruise ship was moored at Gibraltar.": "deploysForcesTo",
    "The face-off between Canada and Russia ended 3-2 in overtime.": "clashesWith",
    "An exchange of prisoners between Armenia and Azerbaijan took place.": "clashesWith",
    "Ukraine hit back at Russia with sanctions.": "clashesWith",
    "Suspicion fell on Iran, and attention on Russia.": "clashesWith",
    "Iran detained a French journalist.": "clashesWith",
    "China brushed off American criticism of its currency.": "rejectsClaimOf",
    "Germany rebutted Italy's claim for compensation.": "rejectsClaimOf",
    "Ireland championed the claim of the firm to a tax break.": "recognizes",
    "Germany regards Poland as a sovereign partner.": "recognizes",
    "France divested itself of shares in the bank.": "renounces",
    "Kenya left the matter to the International Monetary Fund.": "submittedTo",
    "Chile and Bolivia reviewed trade in copper.": "negotiatesWith",
    "Italy broke the trade agreement with France.": "partyTo",
}


@pytest.mark.model
def test_other_words_say_the_same(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
