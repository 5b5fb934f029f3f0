"""Which state "it", "its" and "the country" mean where others are named besides: the most prominent, not the last."""

import pytest
from told import amiss, told

from kgraph.extraction import Extractor

MEANT = {
    # what is named in passing is not what goes on
    "Georgia held elections. Observers had come from Norway and Spain. The country claims Abkhazia.": (
        "Georgia | claims | Abkhazia",
    ),
    "Guyana bought two ships in Brazil. Divers from Peru had looked at them. It claims the Essequibo.": (
        "Guyana | claims | Essequibo",
    ),
    "A ship from Norway reached Georgia in May. The country claims Abkhazia.": (
        "Georgia | claims | Abkhazia",
    ),
    # where something happens goes on before who acted further up, and who is named beside is another
    "Libya left in 1994. A rebellion broke out in northern Chad. The government signed a treaty with Libya.": (
        "Chad | partyTo | treaty",
    ),
    "A rebellion broke out in northern Chad, despite several peace agreements between the government and Libya.": (
        "Chad | partyTo | several peace agreements",
    ),
    # a place that opens its sentence is what it is about
    "In Kuwait, a new emir took office. Iraq attacked the country in 1990.": ("Iraq | clashesWith | Kuwait",),
    # whose deed another judges is not his own
    "Argentina held elections. Colombia backed its claim to the Falkland Islands.": (
        "Argentina | claims | Falkland Islands",
    ),
    "India held elections. Nepal objected to its inclusion of Kalapani in a map.": (
        "Nepal | rejectsClaimOf | India",
    ),
    "Russia held elections. Norway condemned its military action in Ukraine.": (
        "Norway | condemns | Russia",
        "Russia | clashesWith | Ukraine",
    ),
    "Israel held elections. The World Court ruled that its occupation of the West Bank is unlawful.": (
        "Israel | occupies | West Bank",
    ),
    # of whom something is feared, or by whom something is done, is another
    "Reporters toured Venezuela. Guyana fears that the country may attack the Essequibo.": (
        "Guyana | clashesWith | Venezuela",
    ),
    "Reporters toured Georgia. Russia has threatened to take military action if it attacks Sukhumi.": (
        "Georgia | clashesWith | Russia",
    ),
    "Reporters toured Spain. Gibraltar's status is questioned by the country.": (
        "Spain | contests | Gibraltar",
    ),
    # the country's own
    "Iraq held elections. The country's forces had invaded Kuwait in 1990.": ("Iraq | clashesWith | Kuwait",),
    "Mali is poor. French troops have been stationed in the country since 2013.": (
        "France | deploysForcesTo | Mali",
    ),
    "Reporters toured Austria. The withdrawal of Soviet troops from the country ended in 1955.": (
        "Soviet Union | withdrawsFrom | Austria",
    ),
    "East Timor held elections. Indonesia had annexed it in 1976.": ("Indonesia | annexed | East Timor",),
    # a wording that asks for a state takes what refers to one
    "Guyana held elections. The tribunal's award favoured the country.": ("tribunal | ruledFor | Guyana",),
    # a state of its own sentence is nearer to an object than who acted before
    "The army withdrew from Slovenia. The Serb minority in Croatia declared its independence from the republic.": (
        "Serb minority in Croatia | declaredIndependenceFrom | Croatia",
    ),
}
NOTHING = {
    # its own claim is affirmed, and no other's
    "Turkey called for talks. Greece reaffirmed its claim to Imia.": "Turkey | claims",
    # its own exclusion is done to it
    "Syria left. Turkey protested against its exclusion from the talks.": "rejectsClaimOf | Syria",
    # who fears for himself is "it"
    "Syria left. Guyana sent soldiers to the border. It fears that it may lose the Essequibo.": "Syria",
    # a general rules his own country
    "A rebel army in Chad attacked the capital. The general ruled the country for ten years.": "administers",
}


@pytest.mark.model
def test_the_most_prominent_is_meant(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
def test_a_court_occupies_nothing(extractor: Extractor) -> None:
    text = "Israel held elections. The court ruled that its occupation of the West Bank is unlawful."
    assert all(not line.startswith("court |") or "ruled" in line for line in told(extractor, [text])[text])
