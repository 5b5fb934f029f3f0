"""Whole texts in which "the two ministers", "the leaders" take up two persons in office."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # "His counterpart" is one of the two, and not the third who is named by his office.
    "Armenian Foreign Minister Ararat Mirzoyan met his Azerbaijani counterpart Jeyhun Bayramov in Almaty. Kazakh "
    "Foreign Minister Murat Nurtleu welcomed them. The two ministers discussed the delimitation of the border.": (
        "Armenia | negotiatesWith | Azerbaijan",
    ),
    "President Isaias Afwerki of Eritrea and Prime Minister Abiy Ahmed of Ethiopia met in Jeddah. Saudi King Salman "
    "was their host. The two leaders signed a peace treaty.": (
        "Eritrea | partyTo | peace treaty",
        "Ethiopia | partyTo | peace treaty",
    ),
    # One of them may be known to lead a state, though the text does not say so.
    "Vladimir Putin called French President Jacques Chirac from Moscow. The two leaders met again in May.": (
        "Vladimir Putin | metWith | Jacques Chirac",
    ),
    # Where nobody in office is named, they are those of the two states.
    "Egypt and Sudan dispute Halaib. Libya held elections. The two presidents signed a peace treaty.": (
        "Egypt | partyTo | peace treaty",
        "Sudan | partyTo | peace treaty",
    ),
}
NOTHING = {
    "Cuban President Raul Castro, a brother of Fidel Castro, met Hugo Chavez. The two leaders met again in May.": (
        "Fidel Castro | metWith | Raul Castro"
    ),
    # Who talks of a peace process need not be one of those who are to make peace.
    "President Bush and Egyptian President Hosni Mubarak discussed the Middle East peace process.": "negotiatesWith",
    "Norway and Egypt discussed the Israeli-Palestinian peace talks.": "negotiatesWith | Norway",
    "Armenian Foreign Minister Ararat Mirzoyan met his Azerbaijani counterpart Jeyhun Bayramov. Kazakh Foreign "
    "Minister Murat Nurtleu welcomed them. The two ministers discussed the border.": "negotiatesWith | Kazakhstan",
    "President Macron of France met President Vucic of Serbia. Serbia and Kosovo are at odds. The two presidents "
    "signed a peace treaty.": "Kosovo | partyTo",
    "Chad hosted the talks. The Sudanese government and a rebel group from Darfur met. The two sides signed a peace "
    "treaty.": "Chad | partyTo",
    "Workers come from Brazil and Portugal. Only two presidents have ruled Gabon since 1960.": "administers | Gabon",
    "Russia and Japan met. At least two countries recognised Abkhazia.": "recognizes | Abkhazia",
}


@pytest.mark.model
def test_two_in_office_act_for_their_states(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
