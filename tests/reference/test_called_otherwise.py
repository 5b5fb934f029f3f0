"""Whole texts in which another noun takes up a treaty or a court than the one in its name: "the pact"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Norway signed the Svalbard Treaty in 1920. The Soviet Union joined the pact in 1935.": (
        "Soviet Union | partyTo | Svalbard Treaty",
    ),
    "The Philippines took China before the Permanent Court of Arbitration. The tribunal ruled against Beijing.": (
        "Permanent Court of Arbitration | ruledAgainst | China",
    ),
    "Qatar brought its case before the ICJ. In 2001 the judges in The Hague ruled for Bahrain.": (
        "International Court of Justice | ruledFor | Bahrain",
    ),
    "Qatar brought its case before the ICJ. In 2001 the UN court in The Hague ruled for Bahrain.": (
        "International Court of Justice | ruledFor | Bahrain",
    ),
}
NOTHING = {  # and what no line of these may have
    "Norway left the Treaty of Kiel and the Svalbard Treaty. Finland joined the pact.": "Finland | partyTo | S",
    "Norway signed the Svalbard Treaty. It was cold. It snowed. Finland joined the pact.": "| Svalbard Treaty | F",
    "Norway signed the Svalbard Treaty. Finland signed the truce.": "Finland | partyTo | Svalbard Treaty",
    "Costa Rica asked a UN court to rule. In 2015 the UN court ruled against Nicaragua.": "United Nations |",
    "Qatar brought its case before the ICJ. A Bahraini court in Manama ruled for Bahrain.": "Justice | ruledFor",
    "The ICJ and the Permanent Court of Arbitration met. The tribunal ruled against China.": "Arbitration | ruled",
}


@pytest.mark.model
def test_another_noun_takes_up_the_only_one(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
