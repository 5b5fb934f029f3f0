"""Days behind a name: the model makes one name of "Ehud Olmert Sunday"."""

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
