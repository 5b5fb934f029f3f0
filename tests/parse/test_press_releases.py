"""How ministries, courts and navies put things: offices with names behind commas, ships, "occupied X", "concerning"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "The President of Azerbaijan, Ilham Aliyev, and the Prime Minister of Armenia, Nikol Pashinyan, met in Prague.": (
        "Ilham Aliyev | metWith | Nikol Pashinyan",
    ),
    "The talks between the President of Cyprus, Nikos Christodoulides, and the Turkish Cypriot leader, Ersin Tatar, "
    "took place in the buffer zone.": ("Ersin Tatar | metWith | Nikos Christodoulides",),
    "The guided-missile destroyer USS Dewey sailed within 12 nautical miles of Mischief Reef.": (
        "United States | deploysForcesTo | Mischief Reef",
    ),
    "North Korea sank the corvette ROKS Cheonan.": ("North Korea | clashesWith | South Korea",),
    "Argentina sank HMS Sheffield in May 1982.": ("Argentina | clashesWith | United Kingdom",),
    "Georgia condemns the visit of the Russian Foreign Minister to temporarily occupied Abkhazia.": (
        "Georgia | rejectsClaimOf | Russia",
    ),
    "The tribunal heard the dispute concerning delimitation of the boundary between Bangladesh and Myanmar.": (
        "Bangladesh | disputesWith | Myanmar",
    ),
    "India rejected the statement of the minister on Ladakh, which is an integral part of India.": (
        "Ladakh | partOf | India",
    ),
    "The Kingdom of Morocco thanks the United States for recognising its sovereignty over the Sahara.": (
        "United States | recognizes | Morocco",
    ),
    "The European Union's policy of non-recognition of Abkhazia and South Ossetia is firm.": (
        "European Union | recognizes | South Ossetia",
    ),
    "China lodged a complaint against the visit of an American official to Taiwan.": (
        "China | rejectsClaimOf | United States",
    ),
    "The Court delivered its judgment. It found that the title to Mbanié and Conga is held by Equatorial Guinea.": (
        "Court | ruledFor | Equatorial Guinea",
    ),
    "Gabon and Equatorial Guinea had jointly submitted their dispute to the Court by a Special Agreement.": (
        "Gabon | submittedTo | Court",
        "Equatorial Guinea | submittedTo | Court",
    ),
    "Foreign Minister Jean-Yves Le Drian of France met his Turkish colleague Mevlut Cavusoglu.": (
        "Jean-Yves Le Drian | metWith | Mevlut Cavusoglu",
        "Mevlut Cavusoglu | represents | Turkey",
    ),
    "Romania condemns the repeated violation of its airspace by Russian drones.": (
        "Romania | rejectsClaimOf | Russia",
    ),
    "China said the patrol by the US destroyer near the Xisha Islands had violated China's sovereignty.": (
        "China | rejectsClaimOf | United States",
    ),
    "Russian border guards remain in Armenia.": ("Russia | deploysForcesTo | Armenia",),
}
NOTHING = {
    "Russia urged a return of Armenia and Azerbaijan to the negotiating table.": "claims",
    "The OSCE mission issued a report. It found that Armenia had violated the ceasefire.": "ruledAgainst",
    "Sweden condemned the building of a hotel in the bay by Italian banks.": "rejectsClaimOf",
    "The United Kingdom has deployed HMS Queen Elizabeth to the Mediterranean.": "Elizabeth | represents",
    "The USS Maine exploded in Havana in February 1898.": "clashesWith",
    "Georgia condemns the visit of the minister to temporarily occupied Abkhazia.": "Georgia | occupies",
    "The tribunal heard the dispute concerning delimitation of the sea between Kenya and Somalia.": "delimited",
    "Beijing objected to the remarks on Taiwan, which is an issue of principle.": "partOf",
    "Morocco thanks the United States for recognising its sovereignty over the Sahara.": "United States | claims",
}


@pytest.mark.model
def test_press_releases_are_read_as_they_are_meant(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []
