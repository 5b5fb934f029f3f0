"""Whole texts whose subject is taken up in another form: its government, a pronoun before it, "it" and then "its"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # who acts for a state
    "The government of Guatemala claims the southern half of Belize.": (
        "Guatemala | claims | southern half of Belize",
    ),
    "The government of Argentina demands that Britain return the Falkland Islands.": (
        "Argentina | claims | Falkland Islands",
    ),
    "The king of Morocco plans to station troops in Tindouf.": ("Morocco | deploysForcesTo | Tindouf",),
    "Germany's government declared Togo a protectorate in 1884.": ("Germany | administers | Togo",),
    "The Knesset asked the government to annex the West Bank.": ("Israel | annexed | West Bank",),
    # a pronoun whose subject is a pronoun
    "Serbia voted on Sunday. Turnout was high. It has vowed to bring Kosovo back under its control.": (
        "Serbia | administers | Kosovo",
    ),
    "Eritrea voted on Sunday. The country says Ethiopian troops attacked its forces near Zalambessa.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "Norway voted on Sunday. It had dissolved its union with Sweden in 1905.": (
        "Norway | declaredIndependenceFrom | Sweden",
    ),
    "Georgia voted on Sunday. It defended itself against Russian aggression in 2008.": (
        "Georgia | clashesWith | Russia",
    ),
    # the country itself, where it only receives
    "Malta voted on Sunday. The country hosted a United Nations peacekeeping operation.": (
        "United Nations | deploysForcesTo | Malta",
    ),
    # what the clause before took, or left
    "Japanese troops seized Palau in 1914, and in 1920 it was placed under a Japanese mandate.": (
        "Japan | administers | Palau",
    ),
    "British troops left Palestine, and it was put under United Nations administration.": (
        "United Nations | administers | Palestine",
    ),
    # places in what opens a sentence about its subject
    "Composed of Pemba and Unguja, Zanzibar was a colony until it won independence from Britain in 1963.": (
        "Zanzibar | declaredIndependenceFrom | United Kingdom",
    ),
    # a place to come
    "While it was seized by Indian troops in 1961, Goa stayed calm.": ("India | occupies | Goa",),
    "Before it was returned to China, Hong Kong was a British colony.": (
        "Hong Kong | transferredTo | China",
    ),
    # a place in what somebody says of it
    "The Essequibo is wide. Caracas insists that it is Venezuelan.": ("Venezuela | claims | Essequibo",),
    "Transnistria voted on Sunday. It is a region held by Russian troops.": (
        "Russia | administers | Transnistria",
    ),
    # the land that the clause above is about
    "Kunashir is hilly. The island was part of Japan until it was occupied by the Soviet Union in 1945.": (
        "Soviet Union | occupies | Kunashir",
    ),
    # land by its kind
    "The Golan Heights are high. Israel has occupied the heights since 1967.": (
        "Israel | occupies | Golan Heights",
    ),
    "Johnson South Reef is small. China seized the reef from Vietnam in 1988.": (
        "China | occupies | Johnson South Reef",
    ),
}
NOTHING = {
    "Russia left Crimea, and it was put under American sanctions.": "administers",
    "Having left Guam, Japan waited until it was annexed by Spain.": "annexed | Japan",
    "The country lay between the Ottoman and Russian Empires until it won independence from Turkey.": "declared",
    "The island was divided between Spain and France until it won independence from Spain in 1865.": "declared",
    "Through the Minsk Group, France remains committed to helping the sides negotiate a settlement.": "negotiates",
    "Belize is tired of Guatemalan claims and of Spain's plans to hand Ceuta to nobody.": "Spain | claims",
    "While it was seized by troops, the ship lay off Goa, and Daman stayed calm.": "occupies",
    "Italy has mountains. Austria climbed the heights in 1916.": "occupies",
    "A plane landed near Crimea. Russia says that it is Russian.": "claims",
    "Maltese authorities extended their best wishes to Kosovo.": "administers",
    "The authorities in Bucharest regained their calm.": "administers",
}


@pytest.mark.model
def test_a_subject_stays_the_same_in_whatever_form(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
