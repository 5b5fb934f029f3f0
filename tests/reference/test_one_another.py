"""Who "the other" is where two do something to one another."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

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
    "Peru and Chile both claim Arica. The armies shelled each other in 1995.": (
        "Peru | clashesWith | Chile",
    ),
    "Guyana and Venezuela promised not to use force against one another.": (
        "Guyana | clashesWith | Venezuela",
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


@pytest.mark.model
def test_what_two_say_of_one_another_is_the_word_of_neither(extractor: Extractor) -> None:
    text = "Armenia and Azerbaijan accused one another of violating the truce."
    (reading,) = extractor.read([Document(id="both", text=text)])
    assert [a.attribution for a in reading.assertions] == [None]
