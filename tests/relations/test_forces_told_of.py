"""Forces that leave, of which the sentence does not say from where: from the land to which the text told they came."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Vietnam occupied Cambodia in 1979. Hanoi withdrew its troops in 1989.": (
        "Vietnam | deploysForcesTo | Cambodia",
    ),
    "The Soviet Union invaded Afghanistan in 1979. Its forces pulled out in 1989.": (
        "Soviet Union | deploysForcesTo | Afghanistan",
    ),
    "The USSR annexed Lithuania in 1940. The last Russian troops withdrew in 1993.": (
        "Russia | deploysForcesTo | Lithuania",
    ),
    "Syria occupied Lebanon in 1976. Under pressure it withdrew in 2005.": (
        "Syria | deploysForcesTo | Lebanon",
    ),
    "Uganda occupied Ituri in 1998. The withdrawal of Ugandan troops began in 2003.": (
        "Uganda | deploysForcesTo | Ituri",
    ),
    "Turkey annexed Hatay and invaded Cyprus. Ankara refused to pull back its forces.": (
        "Turkey | deploysForcesTo | Cyprus",
    ),
}
NOTHING = {
    "Vietnam occupied Cambodia in 1979. Hanoi withdrew its ambassador in 1989.": "deploysForcesTo",
    "Vietnam sent envoys to Cambodia in 1979. Hanoi withdrew its troops in 1989.": "deploysForcesTo",
    "Israel occupied southern Lebanon. The Israeli army withdrew an order to close it.": "deploysForcesTo",
    "Libya occupied the Aouzou Strip in 1973. Libyan forces withdrew to Sebha.": "deploysForcesTo",
    "Turkey occupied Northern Cyprus in 1974. Greece withdrew its troops.": "deploysForcesTo",
}


@pytest.mark.model
def test_forces_leave_the_land_where_the_text_told_them_to_be(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_nobody_leaves_where_no_forces_of_his_are_told(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
