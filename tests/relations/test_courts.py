"""Who brings a matter before whom, and what courts, tribunals and commissions decide about whose land."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # A court whose case somebody brought, told by the case, by the relative, by the city or by who agreed to it.
    "The International Court of Justice will give its judgment in the case brought by Somalia against Kenya.": (
        "Somalia | submittedTo | International Court of Justice",
    ),
    "Gabon discusses the islets nowhere but at the International Court of Justice, to which it took the case.": (
        "Gabon | submittedTo | International Court of Justice",
    ),
    "Guyana refuses talks outside the International Court of Justice, where it took the matter in 2018.": (
        "Guyana | submittedTo | International Court of Justice",
    ),
    "Ukraine has threatened to take Russia to The Hague over Crimea.": ("Ukraine | submittedTo | The Hague",),
    "Laid before the International Court of Justice by agreement of Botswana and Namibia, the case took years.": (
        "Botswana | submittedTo | International Court of Justice",
        "Namibia | submittedTo | International Court of Justice",
    ),
    "India and Bangladesh handed the problem of the enclaves to a joint working group.": (
        "Bangladesh | submittedTo | joint working group",
        "India | submittedTo | joint working group",
    ),
    # Each report is parsed as within the other.
    "The tribunal, he said, found the Hanish Islands to be Yemeni territory.": (
        "tribunal | ruledFor | Yemen",
    ),
    # What is decided by a court that another word names.
    "A tribunal sat in London, which assigned the Hanish Islands to Yemen.": ("tribunal | ruledFor | Yemen",),
    "Malaysia disputed Singaporean title to Pedra Branca. The ICJ confirmed that title in 2008.": (
        "International Court of Justice | ruledFor | Singapore",
    ),
    "Belgium claimed sovereignty over the plots. The International Court of Justice upheld that sovereignty.": (
        "International Court of Justice | ruledFor | Belgium",
    ),
    "The International Court of Justice sat for years. The hill was found to be on Croatian soil.": (
        "International Court of Justice | ruledFor | Croatia",
    ),
    "The dispute over the Aouzou Strip was decided in Chad's favour by the International Court of Justice.": (
        "International Court of Justice | ruledFor | Chad",
    ),
    "In Geneva an arbitral tribunal, by four votes to one, found for Egypt on the beach.": (
        "arbitral tribunal | ruledFor | Egypt",
    ),
    # What a court does with a plea that a pronoun stands for, and who wins and loses.
    "The International Court of Justice considers Bolivia's request but holds that it cannot uphold it.": (
        "International Court of Justice | ruledAgainst | Bolivia",
    ),
    "Chad went to court, and four years later the International Court of Justice, sitting at its seat, gave the "
    "strip to Chad.": ("International Court of Justice | ruledFor | Chad",),
    "A court of arbitration awards the islands south of the Beagle Channel to Chile.": (
        "court of arbitration | ruledFor | Chile",
    ),
    "A five-member panel awarded Palmas to the Netherlands.": ("panel | ruledFor | Netherlands",),
    "Nigeria lost the Bakassi Peninsula in a ruling by the International Court of Justice.": (
        "International Court of Justice | ruledAgainst | Nigeria",
    ),
    # Whose dispute it is.
    "Kenya was handed a defeat by the International Court of Justice in its dispute with Somalia.": (
        "Kenya | disputesWith | Somalia",
    ),
    "The ICJ ruled for Somalia in its dispute with Kenya.": ("Kenya | disputesWith | Somalia",),
    "In its quarrel with Suriname, the arbitrators sided with Guyana.": ("Guyana | disputesWith | Suriname",),
}
NOTHING = {
    "The ICJ ruled for Somalia in its dispute with a landlord.": "disputesWith",
    "Malaysia lost Pedra Branca, but it took the matter to its bank.": "submittedTo",
    "The minister took the train to The Hague.": "submittedTo",
    "The International Court of Justice sat for years. The hill was found by a Croatian climber.": "ruledFor",
    "The International Court of Justice sat for years. The man was found to be on Croatian soil.": "ruledFor",
    "The hill was found to be on Croatian soil.": "ruledFor",
    "A court of arbitration awards.": "ruledFor",
    "The tribunal upheld Chad's claim to the strip.": "supports",
    "The Tribunal rejected Kenya's claim to the islands.": "rejectsClaimOf",
    "A guest sat in London, which assigned the Hanish Islands to Yemen.": "ruledFor",
}


@pytest.mark.model
def test_courts_and_parties_are_told(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_what_no_court_decides_is_no_ruling(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []


@pytest.mark.model
def test_an_award_is_no_transfer(extractor: Extractor) -> None:
    _, wrong = amiss(
        extractor,
        {},
        {"A tribunal sat in London, which assigned the Hanish Islands to Yemen.": "transferredTo"},
    )
    assert wrong == []


@pytest.mark.model
def test_the_plaintiff_is_the_state_and_not_its_land(extractor: Extractor) -> None:
    said = {"Malaysia lost Pedra Branca, but it took the matter to the ICJ.": "Pedra Branca | submittedTo"}
    _, wrong = amiss(extractor, {}, said)
    assert wrong == []
