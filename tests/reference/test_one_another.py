"""Who "the other" is where two do something to one another."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Peru and Chile both claim Arica. Each rejects the other's claim.": (
        "Peru | rejectsClaimOf | Chile",
        "Chile | rejectsClaimOf | Peru",
    ),
    "Thailand and Cambodia quarrelled. Each side accused the other of firing first.": (
        "Thailand | clashesWith | Cambodia",
    ),
    "Sudan and South Sudan both claim Abyei. Both accuse the other of occupying it.": (
        "Sudan | occupies | Abyei",
        "South Sudan | occupies | Abyei",
    ),
    "Serbia and Kosovo met. Neither government recognises the other's independence.": (
        "Serbia | recognizes | Kosovo",
        "Kosovo | recognizes | Serbia",
    ),
}
NOTHING = {
    "Peru and Chile both claim Arica. Norway rejected the other side's price.": "Norway",
    "Norway rejected the other's claim.": "rejectsClaimOf",
    "China and Vietnam reject the other countries' claims to the Spratly Islands.": "rejectsClaimOf",
    "Two boats sank. One was Chilean and fired on the other.": "clashesWith",
}


@pytest.mark.model
def test_each_does_it_to_the_other(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_no_two_are_meant_where_one_acts_or_more_are_others(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
