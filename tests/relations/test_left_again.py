"""Who leaves what he took, takes control from whom, and acts by force where."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "The Soviet Union was at war in Afghanistan until 1989, when it withdrew its forces.": (
        "Soviet Union | deploysForcesTo | Afghanistan",
    ),
    "Iraq invaded Kuwait in 1990 but pulled out in 1991.": ("Iraq | deploysForcesTo | Kuwait",),
    "Britain seized control of Togo from the Germans in 1914.": ("Togo | transferredFrom | Germany",),
    "Norway condemned Russia's military action in Ukraine.": ("Russia | clashesWith | Ukraine",),
}
NOTHING = {
    "The Soviet Union was popular in Afghanistan, a land in which it withdrew its claims.": "deploysForcesTo",
    "Iraq praised Kuwait in 1990 but pulled out in 1991.": "deploysForcesTo",
    "Norway and Sweden praised the peaceful settlement of disputes.": "disputesWith",
    "Norway condemned Russia's legal action in Ukraine.": "clashesWith",
}


@pytest.mark.model
def test_what_was_taken_is_left(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_what_was_not_taken_is_not_left(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
