"""Officials whom a visitor meets are those of the state where he is told to be."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model

MEANT = {
    "Russian Foreign Minister Sergei Lavrov travelled to Asia. In Jakarta, he will meet with senior officials.": (
        "Indonesia | metWith | Sergei Lavrov",
    ),
    "Russian Foreign Minister Sergei Lavrov visited Serbia, where he met with government leaders.": (
        "Serbia | metWith | Sergei Lavrov",
    ),
    "Danish envoy Mogens Lykketoft flew to Seoul to meet with high-level officials.": (
        "Mogens Lykketoft | metWith | South Korea",
    ),
    "Danish envoy Mogens Lykketoft held talks with senior leaders during stops in Bangkok and Hanoi.": (
        "Mogens Lykketoft | metWith | Thailand",
        "Mogens Lykketoft | metWith | Vietnam",
    ),
}
NOTHING = {
    "Afghan President Hamid Karzai returned to Kabul, where he met with senior officials.": "metWith",
    "In Lebanon, French Foreign Minister Bernard Kouchner met with business leaders.": "metWith",
    "In Lebanon, French Foreign Minister Bernard Kouchner met with officials of the bank.": "metWith",
    "Chinese Premier Wen Jiabao said in Tokyo that he would meet with senior officials.": "metWith",
    "French Foreign Minister Bernard Kouchner spoke in Beirut. He praised the officials.": "metWith",
}


def test_officials_are_those_of_where_the_visitor_is(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


def test_others_are_nobodys_officials(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
