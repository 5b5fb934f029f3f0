"""Forces that leave without a word from where leave the land in which the text told of them before."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

WITHDRAWN = {
    "Norway sent troops to Chad in 2009. The last Norwegian soldiers left in 2010.": "Norway | Chad",
    "Kenya sent peacekeepers to East Timor. The peacekeepers left in 2002.": "Kenya | East Timor",
    "Vietnamese forces occupied Cambodia in 1978. Vietnam withdrew in 1989.": "Vietnam | Cambodia",
    "The United States invaded Grenada in October 1983. Its last troops left in 1985.": "United States | Grenada",
    "Russian troops occupied Gori in August 2008. Moscow promised to pull its forces out by October.": "Russia | Gori",
    "France sent soldiers to Iraq in 1996. France brought its soldiers home in 2008.": "France | Iraq",
    "India has soldiers on the Siachen Glacier. An Indian withdrawal would please Pakistan.": "India | Siachen Glacier",
    "Bakassi is rich in fish. Nigeria completed the withdrawal of its troops in 2006.": "Nigeria | Bakassi",
}
LEFT_NOTHING = [
    "British troops are based in Cyprus. The British prime minister left on Monday.",
    "French troops patrol Mali. France withdrew its proposal on Tuesday.",
    "French troops patrol Mali. The French withdrawal from the treaty came as a surprise.",
    "Israel invaded Lebanon in 1982. Palestinian fighters left for Tunis.",
    "Kenya sent teachers to East Timor. The peacekeepers left in 2002.",
]


def withdrawals(extractor: Extractor, text: str, title: str | None = None) -> set[str]:
    (reading,) = extractor.read([Document(id="d", text=text, title=title)])
    found = (a for a in reading.assertions if a.predicate == "deploysForcesTo")
    return {f"{a.subject.label} | {a.object.label}" for a in found if a.polarity is Polarity.NEGATIVE}


@pytest.mark.model
@pytest.mark.parametrize(("text", "left"), WITHDRAWN.items(), ids=WITHDRAWN.values())
def test_forces_leave_where_they_were_told_to_be(extractor: Extractor, text: str, left: str) -> None:
    assert withdrawals(extractor, text) == {left}


@pytest.mark.model
@pytest.mark.parametrize("text", LEFT_NOTHING)
def test_nobody_else_leaves(extractor: Extractor, text: str) -> None:
    assert withdrawals(extractor, text) == set()


@pytest.mark.model
def test_forces_leave_the_land_that_title_and_text_name(extractor: Extractor) -> None:
    text = "Lithuania became free in 1991. The last Russian troops withdrew in 1993."
    assert withdrawals(extractor, text, "Lithuania") == {"Russia | Lithuania"}
