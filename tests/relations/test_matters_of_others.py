"""Talks on what is between others, and what one discusses with whom."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def _pairs(extractor: Extractor, text: str, *predicates: str) -> list[set[str]]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    return [{a.subject.label, a.object.label} for a in reading.assertions if a.predicate in predicates]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey and Iran held talks on the conflict between Armenia and Azerbaijan.",
        "Secretary of State Madeleine Albright held talks with Saudi leaders on the Israeli-Palestinian conflict.",
        "Algerian officials held talks with Egypt on the dispute between Ethiopia and Eritrea.",
    ],
    ids=["two-subjects", "hyphen", "with"],
)
def test_talks_on_what_is_between_others_are_of_nobody(extractor: Extractor, text: str) -> None:
    assert _pairs(extractor, text, "negotiatesWith") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Talks on the border dispute between Ethiopia and Eritrea opened in Algiers.",
            {"Ethiopia", "Eritrea"},
            id="nobody-else-talks",
        ),
        pytest.param(
            "Norway hosted talks on the conflict between Serbia and Kosovo.",
            {"Serbia", "Kosovo"},
            id="host",
        ),
        pytest.param(
            "Thailand and Cambodia discussed the border dispute between them.",
            {"Thailand", "Cambodia"},
            id="own",
        ),
        pytest.param(
            "Syrian officials held talks with Israel on the dispute between Israel and Syria.",
            {"Syria", "Israel"},
            id="own-by-name",
        ),
    ],
)
def test_talks_on_ones_own_matter_are_of_who_talks(
    extractor: Extractor, text: str, expected: set[str]
) -> None:
    assert _pairs(extractor, text, "negotiatesWith") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Hosni Mubarak discussed the conflict with French President Jacques Chirac.",
        "Russian Foreign Minister Sergei Lavrov reviewed the fighting with Secretary of State Condoleezza Rice.",
        "Serbian President Boris Tadic discussed the conflict with his Croatian counterpart, Ivo Josipovic.",
    ],
    ids=["president", "secretary", "counterpart"],
)
def test_who_discusses_a_war_with_somebody_fights_no_war_with_him(extractor: Extractor, text: str) -> None:
    assert _pairs(extractor, text, "clashesWith") == []
    assert len(_pairs(extractor, text, "metWith")) == 1
