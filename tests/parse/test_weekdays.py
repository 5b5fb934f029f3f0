"""Days and months beside a name: the model makes one name of "Ehud Olmert Sunday" and of "May Ukraine"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Mr. Solana met Foreign Minister Manouchehr Mottaki Monday in Tehran.": (
        "Manouchehr Mottaki | metWith | Solana",
    ),
    "The U.S. envoy held talks with Prime Minister Ehud Olmert Sunday.": (
        "Ehud Olmert | metWith | United States",
    ),
    "Officials from France, Germany, Spain and Italy met in Rome Monday with Palestinian President Mahmoud Abbas.": (
        "France | metWith | Mahmoud Abbas",
        "Germany | metWith | Mahmoud Abbas",
        "Mahmoud Abbas | metWith | Spain",
        "Italy | metWith | Mahmoud Abbas",
    ),
}
NOTHING = {
    "The minister met the Bloody Sunday families in Derry.": "metWith",
}


@pytest.mark.model
def test_a_day_behind_a_name_is_no_part_of_it(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []


REGAINED = "Snake Island | transferredTo | Ukraine"
MONTHS_BEFORE_A_NAME = {
    "In May Ukraine regained Snake Island.": (REGAINED,),
    "In early May Ukraine regained Snake Island.": (REGAINED,),
    "Late in June Ukraine regained Snake Island.": (REGAINED,),
    "On May 5 Ukraine regained Snake Island.": (REGAINED,),
    "Kyiv said that in July Ukrainian forces regained Snake Island.": (REGAINED,),
    "By the end of June Armenia had occupied Agdam.": ("Armenia | occupies | Agdam",),
    "In mid-July Syria regained Idlib.": ("Idlib | transferredTo | Syria",),
    "In May Ukraine and Russia signed a ceasefire.": ("Ukraine | partyTo | ceasefire",),
}
NO_MONTHS = {
    "In May Pen Lee spoke of Crimea.": "Crimea",
    "The May Fourth Movement spoke of Shandong.": "May",
    "President June Smith of Kenya met President Lee of South Korea.": "Kenya | metWith",
}


@pytest.mark.model
def test_a_month_with_which_a_clause_begins_is_no_part_of_the_name_behind_it(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MONTHS_BEFORE_A_NAME, NO_MONTHS)
    assert missing == []
    assert wrong == []
