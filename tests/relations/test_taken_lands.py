"""Land that was taken or striven for is taken up again, and forces are where they act; with near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_SAYS = {
    # whose land it was says the clause before
    "The Germans conquered Rwanda in the 1890s, but the territory was ceded to Belgium in 1916.": [
        "Germany occupies Rwanda",
        "Rwanda transferredTo Belgium",
    ],
    "The Dutch settled Suriname. The colony was returned to the Netherlands in 1815.": [
        "Suriname transferredTo Netherlands"
    ],
    "The Dutch praised Suriname. The colony was returned to the Netherlands in 1815.": [],
    "A struggle between France and Britain for the Seychelles ended in 1814, when they were ceded to the latter.": [
        "France disputesWith United Kingdom",
        "Seychelles transferredTo United Kingdom",
    ],
    "A long struggle between Spain and Britain for Minorca ended in 1802.": [
        "Spain disputesWith United Kingdom"
    ],
    "A long struggle between Spain and Britain for votes ended in 1802.": [],
    # whose the plan is says the name before it
    "Though alarmed by Moroccan decisions to absorb Western Sahara, U.S. officials said nothing.": [
        "Morocco annexed Western Sahara"
    ],
    # a thing that is due to be done
    "A truce due to be signed Monday by the Sudanese government and the Justice and Equality Movement was put off.": [
        "Justice and Equality Movement partyTo truce",
        "Sudan partyTo truce",
    ],
    "Paraguay, eager to regain the Chaco, attacked Bolivia.": [
        "Bolivia clashesWith Paraguay",
        "Gran Chaco transferredTo Paraguay",
    ],
    # unions that one leaves are no land with troops in it
    "Senegal withdrew from the Mali Federation in 1960.": [
        "Senegal declaredIndependenceFrom Mali Federation"
    ],
    "Malawi withdrew recognition from Western Sahara.": ["Malawi recognizes Western Sahara"],
    # who urges or warns two is none of them, nor is the land where they talk
    "Guyana and Suriname quarrelled. Norway is urging the two sides to meet soon.": [
        "Guyana metWith Suriname",
    ],
    "Britain waits. Jack Straw issued the warning at the Darfur peace talks in Abuja, Nigeria.": [],
    "Rice of the United States stressed the importance of bringing East African peacekeepers into Somalia.": [],
    "Following Texas’ successful war of independence against Mexico in 1836, President Tyler waited.": [
        "Mexico clashesWith Texas"
    ],
    "He called the rocks of Japan ‘the worst isles’ against Korea.": [],
    "A bitter war between Bolivia and Paraguay for the arid lands ended in 1935.": [
        "Bolivia clashesWith Paraguay"
    ],
    # one of several, and a group by what it is called
    "Nicaragua is one of the few countries to recognize Abkhazia.": ["Nicaragua recognizes Abkhazia"],
    "Nauru was one of five states to recognise South Ossetia.": ["Nauru recognizes South Ossetia"],
    "A militia called Boko Haram attacked Nigerian soldiers.": ["Boko Haram clashesWith Nigeria"],
    "The group known as M23 has taken over two towns in eastern Congo.": [
        "March 23 Movement occupies two towns in eastern Congo"
    ],
    # whose deed is answered, and who does so to one another
    "The United States imposed sanctions on Russia after it annexed Crimea.": ["Russia annexed Crimea"],
    "China cut ties with Gambia after it recognized Taiwan.": ["Gambia recognizes Taiwan"],
    "China praised its ties with Gambia after it recognized Palestine.": ["China recognizes Palestine"],
    "Tajik and Kyrgyz border guards opened fire on one another near Isfara.": [
        "Kyrgyzstan clashesWith Tajikistan"
    ],
    # orders to one's own forces are kept
    "Since Saddam Hussein of Iraq ordered his army to invade Kuwait, cities have been ruined.": [
        "Iraq clashesWith Kuwait"
    ],
    "In Chechnya, where Russian forces have been fighting separatists, a bomb exploded.": [
        "Russia deploysForcesTo Chechnya"
    ],
    "Following Texas' war of independence against Mexico in 1836, President Tyler of the United States waited.": [
        "Mexico clashesWith Texas"
    ],
    # a deputy is another
    "President Bush is in Washington. The vice president's talks with King Mohammed will last.": [],
}


def test_land_taken_is_taken_up(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_SAYS)]
    found = [
        sorted(
            f"{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
            if a.predicate not in {"represents", "sanctions"}
        )
        for reading in extractor.read(documents)
    ]
    assert dict(zip(_SAYS, found, strict=True)) == _SAYS
