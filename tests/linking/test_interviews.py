"""Whose word an answer of an interview is, whose label says "A" and no name."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

ASKED = "Q: What of Abu Musa?\n\nA: Abu Musa belongs to Iran."


def _voices(extractor: Extractor, text: str) -> list[str | None]:
    (reading,) = extractor.read([Document(id="interview", text=text)])
    told = [a for a in reading.assertions if a.predicate == "partOf"]
    return [a.attribution.label if a.attribution else None for a in told]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (f"Interview with Foreign Minister Nasser Karimi\n\n{ASKED}", "Nasser Karimi"),
        (f"The writer Amitav Roy has studied the isles.\n\n{ASKED}", "Amitav Roy"),
        (
            "Nasser Karimi spoke.\n\nQuestion: What of it?\n\nAnswer: Abu Musa belongs to Iran.",
            "Nasser Karimi",
        ),
        # of two it stays open who answers
        (f"Foreign Minister Nasser Karimi met President Ali Hosseini.\n\n{ASKED}", None),
        (ASKED, None),
        # no question: "A" is a heading of a list
        ("Minister Nasser Karimi spoke.\n\nA: Abu Musa belongs to Iran.\n\nB: It lies in the Gulf.", None),
    ],
    ids=["minister", "writer", "in-full", "of-two", "nobody", "list"],
)
def test_answer_is_the_word_of_who_is_interviewed(extractor: Extractor, text: str, voice: str | None) -> None:
    assert _voices(extractor, text) == [voice]
