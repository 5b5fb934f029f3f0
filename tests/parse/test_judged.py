"""What somebody calls or considers a land, seen by what is read of the sentence, and the repairs behind it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.parse.repairs.predicates import hold_subject_for
from kgraph.parse.rows import Row

HELD_FOR = {
    "Azerbaijan calls Nagorno-Karabakh its own.": ("Azerbaijan | claims | Nagorno-Karabakh",),
    "Denmark considered Hans Island Danish territory.": ("Denmark | claims | Hans Island",),
    "Denmark considered Hans Island Danish.": ("Denmark | claims | Hans Island",),
    "China considers Scarborough Shoal part of its territory.": ("China | claims | Scarborough Shoal",),
    "China calls Scarborough Shoal an inseparable part of its territory.": (
        "China | claims | Scarborough Shoal",
    ),
    "Manila deems Scarborough Shoal its territory.": ("Philippines | claims | Scarborough Shoal",),
    "Scarborough Shoal, which China considers part of its territory, has no harbour.": (
        "China | claims | Scarborough Shoal",
    ),
    "China considers Taiwan one of its provinces.": ("China | claims | Taiwan",),
    "Costa Rica considers Kosovo an independent state.": ("Costa Rica | recognizes | Kosovo",),
    "Japan calls the Liancourt Rocks Takeshima.": ("Liancourt Rocks | knownAs | Takeshima",),
    "Malawi calls Lake Malawi Lake Nyasa.": ("Lake Malawi | knownAs | Lake Nyasa",),
    "Guyana called Venezuela's claim to the Essequibo groundless.": ("Guyana | rejectsClaimOf | Venezuela",),
    "Cyprus calls Turkey's occupation of Northern Cyprus illegal.": ("Cyprus | rejectsClaimOf | Turkey",),
    "Ukraine considers Russia's annexation of Crimea unlawful.": ("Ukraine | rejectsClaimOf | Russia",),
    "Argentina renamed Port Stanley Puerto Argentino in 1982.": (
        "Port Stanley | knownAs | Puerto Argentino",
    ),
}
NOTHING = {
    "Britain considers Diego Garcia a vital base.": "Diego Garcia",
    "Spain considers Gibraltar a colony of Britain.": "Gibraltar",
    "Putin called Gibraltar Chief Minister Fabian Picardo on Monday.": "knownAs",
    "Kyiv called Crimea Ukrainian.": "knownAs",
    "Hans Island, also called Tartupaluk Rock, is small.": "| Rock",
    "The report called Nagorno-Karabakh one of the world's frozen conflicts.": "Nagorno-Karabakh",
}


@pytest.mark.model
def test_what_a_land_is_held_for_is_no_part_of_its_name(extractor: Extractor) -> None:
    assert amiss(extractor, HELD_FOR, NOTHING) == ([], [])


@pytest.mark.model
def test_what_a_land_is_held_for_is_not_claimed_beside_it(extractor: Extractor) -> None:
    nothing = {
        "Scarborough Shoal, which China considers part of its territory, is bare.": "part of its territory"
    }
    assert amiss(extractor, {}, nothing) == ([], [])


@pytest.mark.parametrize(("label", "wanted"), [("cop", "ccomp"), ("det", "oprd")])
def test_clause_with_a_verb_is_nothing_that_its_subject_is_held_for(label: str, wanted: str) -> None:
    rows = [
        Row("Cairo", True, 1, "nsubj", "NNP", "PROPN", lemma="Cairo"),
        Row("considers", True, 1, "ROOT", "VBZ", "VERB", lemma="consider"),
        Row("Halaib", True, 4, "nsubj", "NNP", "PROPN", lemma="Halaib"),
        Row("its", True, 4, label, "PRP$", "PRON", lemma="its"),
        Row("own", False, 1, "ccomp", "JJ", "ADJ", lemma="own"),
    ]
    hold_subject_for.mend(rows, 4)
    assert rows[4].label == wanted
