"""Lists of whom those are who act: the model makes a second subject of all but the first."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Soldiers from Chad, Niger and Nigeria fought Boko Haram near Diffa.": (
        "Chad | clashesWith | Boko Haram",
        "Niger | clashesWith | Boko Haram",
        "Nigeria | clashesWith | Boko Haram",
    ),
    "Envoys from the United States, Norway and Japan met with Sri Lankan President Mahinda Rajapakse.": (
        "United States | metWith | Mahinda Rajapakse",
        "Norway | metWith | Mahinda Rajapakse",
        "Japan | metWith | Mahinda Rajapakse",
    ),
    # behind a colon stand those who were counted, wherever the model hangs them
    "The Spratly Islands are claimed wholly or partly by three parties: Brunei, Malaysia and Vietnam.": (
        "Brunei | claims | Spratly Islands",
        "Malaysia | claims | Spratly Islands",
        "Vietnam | claims | Spratly Islands",
    ),
    # the number is not one, but how many of whom
    "Israeli troops killed one Palestinian and wounded two others.": ("Israel | clashesWith | Palestinians",),
    "Two neighbours dispute the Hala'ib Triangle: Egypt and Sudan.": ("Egypt | disputesWith | Sudan",),
    "The following countries claim islands in the Spratlys: Vietnam, China and Malaysia.": (
        "Vietnam | claims | islands in the Spratlys",
        "Malaysia | claims | islands in the Spratlys",
    ),
    "Three states claim parts of Antarctica that overlap: Argentina, Chile and the United Kingdom.": (
        "Argentina | claims | Antarctica",
        "Chile | claims | Antarctica",
    ),
    "The Antarctic Treaty was signed in 1959. The following states later adhered to the treaty: Poland and Brazil.": (
        "Poland | partyTo | Antarctic Treaty",
        "Brazil | partyTo | Antarctic Treaty",
    ),
    "Russia occupies two regions of the country: Abkhazia and South Ossetia.": (
        "Russia | occupies | Abkhazia",
        "Russia | occupies | South Ossetia",
    ),
    "Yugoslavia was made up of three peoples' states: Slovenia, Croatia and Serbia.": (
        "Slovenia | partOf | Yugoslavia",
        "Serbia | partOf | Yugoslavia",
    ),
    "Georgia lost control of two regions: Abkhazia and South Ossetia.": (
        "Georgia | administers | Abkhazia",
        "Georgia | administers | South Ossetia",
    ),
    "Japan occupied Malaya, Burma, parts of New Guinea and the Philippines.": (
        "Japan | occupies | New Guinea",
        "Japan | occupies | Philippines",
    ),
    "Kunashir and Iturup, parts of the Kuril chain, are claimed by Japan.": ("Japan | claims | Kunashir",),
}
NOTHING = {
    "The storm hit Cuba, Haiti, parts of the Dominican Republic, and Jamaica.": "partOf",
    "The group has bases in Kenya, parts of Somalia and Djibouti.": "partOf",
    "Regions of concern include sub-Saharan Africa, parts of Latin America, and areas in South Asia.": "partOf",
    "Four countries claim the plateau: India, China, Nepal and Bhutan.": "claims",
    "The following countries claim islands in the far south: Vietnam and China.": "Vietnam | claims | China",
    "Days after troops left Peru, Chile and Bolivia signed the treaty.": "Peru | partyTo",
}


@pytest.mark.model
def test_all_of_whom_they_are_act(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_who_acts_without_the_first_acts_alone(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
