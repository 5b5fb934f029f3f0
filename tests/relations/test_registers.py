"""Turns of almanacs, histories and agencies, each with other names, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_SAYS = {
    # histories
    "The sultan of Zanzibar ceded Merca to Italy.": [
        "Merca transferredFrom Zanzibar",
        "Merca transferredTo Italy",
    ],
    "Taken from Germany by the Treaty of Versailles, Memel passed to Lithuania.": [
        "Memel transferredFrom Germany",
        "Memel transferredTo Lithuania",
    ],
    "East Timor was invaded by Indonesia in 1975 and incorporated as its 27th province in July 1976.": [
        "East Timor clashesWith Indonesia",
        "Indonesia annexed East Timor",
    ],
    "Bolivian soldiers seized the fort of Boqueron.": ["Bolivia occupies Boqueron"],
    "Iraq threatened Kuwait. Saddam Hussein claimed Bubiyan.": ["Iraq claims Bubiyan"],
    "The war ended, with British troops in Eritrea.": ["United Kingdom deploysForcesTo Eritrea"],
    # releases
    "Peru voiced support for the rights of Argentina over South Georgia.": ["Peru recognizes Argentina"],
    "Georgia regards Abkhazia as illegally occupied by Russia.": ["Russia occupies Abkhazia"],
    "The Council recalled the judgment of the Court of 3 February in favour of Chad.": [
        "Court ruledFor Chad"
    ],
    # agencies
    "Athens and Ankara are at loggerheads over a string of issues in the Aegean.": [
        "Greece disputesWith Turkey"
    ],
    "Portugal signed the General Act of Berlin.": ["Portugal partyTo General Act of the Berlin Conference"],
    "Morocco and Algeria quarrelled. Algeria sent a note. The kingdom claims Ifni.": [
        "Morocco claims Sidi Ifni"
    ],
    "Thailand lay between them. The British and French forced the kingdom to cede Laos.": [
        "Laos transferredFrom Thailand"
    ],
    # near misses
    "They condemned Russia's decision to recognize the purported republics in eastern Ukraine.": [
        "Russia recognizes purported republics in eastern Ukraine"
    ],
    "The Council reaffirms its full support for Syria's right to regain its land.": [],
    "The United States signed the Foreign Assistance Act of 1961.": [],
    "The United States accepted Resolution 242 and adopted the Taiwan Relations Act.": [],
    "The sultan of Zanzibar yielded to the crowd.": [],
    "Taken for a Dane by the guards, the man passed to Lithuania.": [],
    "Iraq threatened Kuwait. Former president Saddam Hussein claimed Bubiyan.": [],
    "Peru voiced support for the human rights of Argentina's people.": [],
}


def test_each_text_says_what_a_reader_takes_from_it(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_SAYS)]
    wanted = {"annexed", "claims", "clashesWith", "disputesWith", "occupies", "recognizes"}
    wanted |= {"deploysForcesTo", "partyTo", "ruledFor", "transferredFrom", "transferredTo"}
    found = [
        sorted(
            f"{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
            if a.predicate in wanted
        )
        for reading in extractor.read(documents)
    ]
    assert found == list(_SAYS.values())


def test_both_sides_of_an_entry_are_its_state_and_the_one_that_the_sentence_names(
    extractor: Extractor,
) -> None:
    text = "The border with Kazakhstan is quiet. Delimitation with Tajikistan is slow, and both sides exchanged fire."
    reading = next(iter(extractor.read([Document(id="entry", title="Kyrgyzstan", text=text)])))
    found = {
        f"{a.subject.label} {a.object.label}" for a in reading.assertions if a.predicate == "clashesWith"
    }
    assert found == {"Kyrgyzstan Tajikistan"}
