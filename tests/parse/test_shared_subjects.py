"""Verbs that several share with "all", and verbs that go on with a sentence behind an object."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "France, Russia, and the United States all signed treaties with China at Tianjin in 1858.": (
        "France | partyTo | treaties",
        "Russia | partyTo | treaties",
        "United States | partyTo | treaties",
        "China | partyTo | treaties",
    ),
    "Georgia wants closer ties with the West and claims Abkhazia.": ("Georgia | claims | Abkhazia",),
    "The USSR occupied and annexed Estonia, as well as Latvia and Lithuania, in August 1940.": (
        "Soviet Union | annexed | Latvia",
        "Soviet Union | annexed | Lithuania",
    ),
    "The envoy arbitrated a dispute between the African nation of Liberia and the colony of Sierra Leone.": (
        "Liberia | disputesWith | Sierra Leone",
    ),
    "India refuses to recognize the cession and claims the Shaksgam Valley.": (
        "India | claims | Shaksgam Valley",
    ),
    "Guyana wants Venezuela to withdraw and holds the Essequibo.": ("Guyana | administers | Essequibo",),
    "Greece holds Imia, claimed by Turkey, and claims Gavdos.": (
        "Greece | administers | Imia",
        "Greece | claims | Gavdos",
    ),
    "Pakistan administers Azad Kashmir and Gilgit-Baltistan, both claimed by India.": (
        "Pakistan | administers | Azad Kashmir",
        "Pakistan | administers | Gilgit-Baltistan",
        "India | claims | Gilgit-Baltistan",
    ),
    "The Paracel Islands are held by China, but claimed by Vietnam.": ("Vietnam | claims | Paracel Islands",),
    "Shikotan occupied by Russia, claimed by Japan.": ("Japan | claims | Shikotan",),
    "The ICJ held that Preah Vihear belongs to Cambodia and ordered Thailand to withdraw its guards.": (
        "International Court of Justice | ruledAgainst | Thailand",
    ),
    "Ownership of Kunashir, called Kunashiri by Japan, is disputed.": ("Kunashir | knownAs | Kunashiri",),
    "Russia claimed, occupied and annexed Kunashir.": (
        "Russia | occupies | Kunashir",
        "Russia | annexed | Kunashir",
    ),
    "Japan drafted, signed and ratified the treaty.": ("Japan | partyTo | treaty",),
    "After the war, Britain, France and Italy all recognized Estonia.": (
        "United Kingdom | recognizes | Estonia",
        "Italy | recognizes | Estonia",
    ),
    "As a result, Kenya and Uganda both signed border treaties with Sudan.": (
        "Kenya | delimitedBoundaryWith | Sudan",
        "Sudan | delimitedBoundaryWith | Uganda",
    ),
    "British Marines captured Port Stanley.": ("United Kingdom | occupies | Port Stanley",),
}
NOTHING = {
    "Japan demands the return of Kunashir, seized by the Soviet Union.": "transferredFrom",
    "Kunashir occupied by Russia, claimed by Japan.": "claims | Russia",
    "France, Russia and Japan, all signed up for the fair, claim nothing.": "partyTo",
}


@pytest.mark.model
def test_who_shares_a_verb_is_its_subject(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []
