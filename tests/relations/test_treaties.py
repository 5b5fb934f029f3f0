"""Treaties, boundaries and handovers as registers, ministries and agencies tell of them, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_WANTED = {"administers", "delimitedBoundaryWith", "occupies", "partyTo", "transferredFrom", "transferredTo"}
_SAYS = {
    # registers
    "Jay Treaty, 19 November 1794; in force 29 February 1796. Parties: Great Britain, United States.": [
        "United Kingdom partyTo Jay Treaty",
        "United States partyTo Jay Treaty",
    ],
    "Convention of Peking, 2 November 1860. Done at Peking. Signatories: China and Russia.": [
        "China partyTo Convention of Peking",
        "Russia partyTo Convention of Peking",
    ],
    "Montevideo Convention. Signed at Montevideo, 26 December 1933. Parties include Chile and Cuba.": [
        "Chile partyTo Montevideo Convention",
        "Cuba partyTo Montevideo Convention",
    ],
    "The Montevideo Convention drew many. Parties include Chile and Cuba.": [],
    "Elections were held at Peking. Parties: China, Russia.": [],
    # what somebody does in, by and to a treaty
    "In the Treaty of Lausanne, signed on 24 July 1923, Turkey renounced Cyprus.": [
        "Turkey partyTo Treaty of Lausanne"
    ],
    "Argentina terminated the Joint Communiqué of 2016.": ["not Argentina partyTo Joint Communiqué of 2016"],
    "President Marcos signed into law the Treaty Implementation Act of 1992.": [],
    "UNIFIL monitors a ceasefire between Israel and Lebanon.": [],
    "Japan deposited its instrument of accession to the Antarctic Treaty.": [
        "Japan partyTo Antarctic Treaty"
    ],
    "Qatar and Bahrain undertook to go to court in an agreement signed at Doha in 1990.": [
        "Bahrain partyTo agreement",
        "Qatar partyTo agreement",
    ],
    "India signed the Land Boundary Agreement of 1974. In 1975 Bangladesh ratified the Agreement.": [
        "Bangladesh partyTo India-Bangladesh Land Boundary Agreement",
        "India partyTo India-Bangladesh Land Boundary Agreement",
    ],
    "Peru turned to the guarantors of the 1942 Rio Protocol.": [],
    "UNEF was sent to observe a ceasefire between Egypt and Israel.": [],
    "The minister of Saudi Arabia signed with his Yemeni colleague a treaty that draws the boundary.": [
        "Saudi Arabia partyTo treaty"
    ],
    # boundaries that a treaty draws
    "Egypt and Saudi Arabia signed a pact in 2016. It fixes the maritime boundary in the Gulf of Aqaba.": [
        "Egypt delimitedBoundaryWith Saudi Arabia",
        "Egypt partyTo Egypt-Saudi maritime boundary agreement (2016)",
        "Saudi Arabia partyTo Egypt-Saudi maritime boundary agreement (2016)",
    ],
    "Egypt and Saudi Arabia built a bridge in 2016. It marks the boundary in the Gulf of Aqaba.": [],
    "The last boundary pillar between Thailand and Malaysia was set up in 1985.": [
        "Malaysia delimitedBoundaryWith Thailand"
    ],
    "Peru and Ecuador were at odds. That settlement fixes the frontier along the ridge.": [
        "Ecuador delimitedBoundaryWith Peru"
    ],
    "Canada acquired a land border.": [],
    "An exchange of notes between Norway and Sweden settled the boundary.": [
        "Norway delimitedBoundaryWith Sweden"
    ],
    "Russia and Norway agreed to split the disputed area down the middle.": [
        "Norway delimitedBoundaryWith Russia"
    ],
    # what passes, and what passes with it
    "Rhodes was ceded to Greece by Italy along with Karpathos.": [
        "Karpathos transferredFrom Italy",
        "Karpathos transferredTo Greece",
        "Rhodes transferredFrom Italy",
        "Rhodes transferredTo Greece",
    ],
    "The last of the Canal Zone was handed over to Panama.": ["Panama Canal Zone transferredTo Panama"],
    "The last of the hostages was handed over to Panama.": [],
    "Denmark and Canada divided the island. A little more than half goes to Denmark.": [
        "Canada delimitedBoundaryWith Denmark",
        "little more than half transferredTo Denmark",
    ],
    "Italy got the city, except for a strip near Muggia, inhabited by Slovenes, which goes to Yugoslavia.": [
        "strip near Muggia transferredTo Yugoslavia"
    ],
    "51 Bangladesh enclaves within India will become Indian soil.": [
        "51 Bangladesh enclaves within India transferredTo India"
    ],
    "His country would not yield an inch, Wen Jiabao of China said.": [],
    "Control of the Nikozi crossing changed from Georgian to Russian hands in 2008.": [
        "Nikozi crossing transferredTo Russia"
    ],
    "Japan lost islands of the Kuril chain, among them Kunashir and Shikotan.": [
        "Kunashir transferredFrom Japan",
        "Kuril Islands transferredFrom Japan",
        "Shikotan transferredFrom Japan",
    ],
    "Seventeen villages became Armenian territory in 1920.": ["Seventeen villages transferredTo Armenia"],
    # who holds what
    "Most of Western Sahara is held by Morocco. The rest is in the hands of the Polisario.": [
        "Morocco administers Western Sahara",
        "Polisario Front administers Western Sahara",
    ],
    "Most of the fleet is held by Morocco. The rest is in the hands of the Polisario.": [],
    "Most of Nagorno-Karabakh was back under Azerbaijani control by November 2020.": [
        "Azerbaijan administers Nagorno-Karabakh"
    ],
    "Iraq's seven-month hold on Kuwait came to an end in February 1991.": ["Iraq occupies Kuwait"],
    "Okinawa was under American military government.": ["United States administers Okinawa"],
    "By 1942 Japan was in possession of Hong Kong.": ["Japan administers Hong Kong"],
}


def test_each_text_says_what_a_reader_takes_from_it(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_SAYS)]
    found = [
        sorted(
            f"{'not ' if a.polarity.value == 'negative' else ''}{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
            if a.predicate in _WANTED
        )
        for reading in extractor.read(documents)
    ]
    assert dict(zip(_SAYS, found, strict=True)) == _SAYS


def test_parties_of_an_entry_are_so_since_its_treaty(extractor: Extractor) -> None:
    text = "Jay Treaty, 19 November 1794; in force 29 February 1796. Parties: Great Britain, United States."
    (reading,) = extractor.read([Document(id="entry", text=text)])
    assert {a.time for a in reading.assertions} == {"1794-11-19"}
