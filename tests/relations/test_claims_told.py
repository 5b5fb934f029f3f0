"""Claims and recognitions that a clause before tells: whose they are, and who accepts or rejects them."""

import pytest
from told import amiss, told

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

TOLD_BEFORE = {
    "Spain says that Perejil is its territory, which Morocco disputes.": (
        "Morocco | rejectsClaimOf | Spain",
    ),
    "Russia says Crimea is its territory, a claim Ukraine rejects.": ("Ukraine | rejectsClaimOf | Russia",),
    "Venezuela claims the Essequibo, a position that Guyana does not accept.": (
        "Guyana | rejectsClaimOf | Venezuela",
    ),
    "Iran says that Abu Musa has always been Iranian, an assertion that the UAE rejects.": (
        "United Arab Emirates | rejectsClaimOf | Iran",
    ),
    "East Timor declared independence in 1975, a step recognised by Guinea-Bissau.": (
        "Guinea-Bissau | recognizes | East Timor",
    ),
    "The United States joined Germany in recognising Estonia in 1991.": (
        "Germany | recognizes | Estonia",
        "United States | recognizes | Estonia",
    ),
    "The United States recognised the restoration of Estonia's independence.": (
        "United States | recognizes | Estonia",
    ),
    "Lithuania regained its independence in 1918 but was annexed by the Soviet Union in 1940 - an action never "
    "recognized by Ireland.": ("Ireland | recognizes | Soviet Union",),
    "Argentina claims to own South Georgia.": ("Argentina | claims | South Georgia",),
}
NOTHING = {
    "Argentina condemned Japan's decision on whales.": "rejectsClaimOf",
    "Sudan asked Chad to drop its claim for damages.": "rejectsClaimOf",
    "FIFA questioned the status of Gibraltar.": "contests",
    "The site was recognised by the agency as part of our heritage, Greece said.": "recognizes",
    "Morocco left the union, a move Algeria welcomed.": "Algeria",
    "Iran and the UAE dispute the Tunb Islands, which are occupied by Iran.": "rejectsClaimOf",
    "Argentina insists that it owns South Georgia, and claims to own a ship.": "| ship",
    "France's case against Google at the European Court of Justice concerns tax.": "submittedTo",
    "Peru said that Chile had no right to a refund.": "rejectsClaimOf",
}


@pytest.mark.model
def test_who_takes_a_stand_on_what_was_told_takes_it_on_whose_it_is(extractor: Extractor) -> None:
    assert amiss(extractor, TOLD_BEFORE, NOTHING) == ([], [])


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kosovo declared independence in 2008, a step that Serbia refuses to recognise.",
        "Kosovo declared independence in 2008, a step Serbia refuses to recognise.",
        "Kosovo declared independence in 2008, a step not recognised by Serbia.",
        "Kosovo remains unrecognised by Serbia.",
    ],
)
def test_who_does_not_recognise_a_declaration_does_not_recognise_the_state(
    extractor: Extractor, text: str
) -> None:
    (reading,) = extractor.read([Document(id="1", text=text)])
    denied = [(a.subject.label, a.object.label) for a in reading.assertions if a.predicate == "recognizes"]
    polarity = {a.polarity for a in reading.assertions if a.predicate == "recognizes"}
    assert denied == [("Serbia", "Kosovo")]
    assert polarity == {Polarity.NEGATIVE}


@pytest.mark.model
def test_who_claims_to_own_a_land_does_not_govern_it(extractor: Extractor) -> None:
    text = "Argentina claims to own South Georgia."
    assert told(extractor, [text])[text] == {"Argentina | claims | South Georgia"}


@pytest.mark.model
def test_not_behind_a_comma_denies_only_what_follows(extractor: Extractor) -> None:
    text = "Spain says that Perejil is its territory, not that of Morocco."
    (reading,) = extractor.read([Document(id="1", text=text)])
    assert [a.polarity for a in reading.assertions if a.predicate == "claims"] == [Polarity.POSITIVE]
