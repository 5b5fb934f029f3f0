"""Who is taken up by a word for his office, in whole sentences, and who holds another."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

GUEST = "Georgian President Mikheil Saakashvili"


def met_in(extractor: Extractor, before: str, described: str) -> set[str]:
    """Give whom the guest meets in the second sentence."""
    (reading,) = extractor.read([Document(id="x", text=f"{before} {described} met {GUEST}.")])
    met = (a for a in reading.assertions if a.predicate == "metWith")
    return {e.label for a in met for e in (a.subject, a.object)} - {"Mikheil Saakashvili"}


@pytest.mark.parametrize(
    ("before", "described", "expected"),
    [
        ("U.N. Secretary-General Ban Ki-moon arrived in Rabat.", "The U.N. chief", "Ban Ki-moon"),
        ("Norwegian envoy Erik Solheim landed in Colombo.", "The Norwegian mediator", "Erik Solheim"),
        ("Saudi King Abdullah was in Damascus.", "The Saudi monarch", "Abdullah"),
        ("Chinese Premier Wen Jiabao was in Delhi.", "The Chinese prime minister", "Wen Jiabao"),
        ("Israeli Defence Minister Ehud Barak was ill.", "The Israeli defense minister", "Ehud Barak"),
        ("Russian Foreign Minister Sergei Lavrov spoke.", "Russia's foreign minister", "Sergei Lavrov"),
        ("Secretary of State Hillary Clinton spoke.", "America's top diplomat", "Hillary Clinton"),
        ("Condoleezza Rice arrived in Ramallah.", "The U.S. diplomat", "Condoleezza Rice"),
        ("Javier Solana came to Chisinau.", "The EU diplomat", "Javier Solana"),
        ("Polisario leader Mohamed Abdelaziz was ill.", "The rebel leader", "Mohamed Abdelaziz"),
    ],
)
def test_word_for_an_office_takes_up_who_holds_it(
    extractor: Extractor, before: str, described: str, expected: str
) -> None:
    assert met_in(extractor, before, described) == {expected}


@pytest.mark.parametrize(
    ("before", "described", "expected"),
    [
        ("Russian Foreign Minister Sergei Lavrov spoke.", "The Russian defense minister", {"Russia"}),
        ("Israeli Prime Minister Ehud Olmert spoke.", "The Israeli opposition leader", set()),
        ("Russian Foreign Minister Sergei Lavrov spoke.", "Russia's president", {"Russia"}),
        ("U.N. Secretary-General Ban Ki-moon arrived.", "The NATO chief", {"NATO"}),
    ],
    ids=["other-field", "other-side", "other-office", "other-body"],
)
def test_word_for_another_office_takes_up_nobody(
    extractor: Extractor, before: str, described: str, expected: set[str]
) -> None:
    assert met_in(extractor, before, described) == expected


@pytest.mark.parametrize(
    ("before", "described", "expected"),
    [
        ("U.N. envoy Martti Ahtisaari came.", "The former Finnish president", {"Martti Ahtisaari"}),
        ("Ehud Olmert was in Cairo with Shimon Peres.", "The former president", set()),
        ("Israeli Prime Minister Ehud Olmert spoke.", "The former Israeli prime minister", set()),
        ("U.N. envoy Martti Ahtisaari came.", "A former Finnish president", set()),
    ],
    ids=["what-he-was", "two-named", "in-office-still", "somebody"],
)
def test_what_somebody_once_was_takes_up_the_only_one_told_of(
    extractor: Extractor, before: str, described: str, expected: set[str]
) -> None:
    assert met_in(extractor, before, described) == expected
