"""Headlines with a capital to each word are read as sentences; what is no headline keeps its capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document
from kgraph.text.headline_case import Dictionary, sentence_case

FIND = Gazetteer.load().find
KNOWN = {
    "noun": {
        "claim",
        "dispute",
        "minister",
        "price",
        "sea",
        "statement",
        "talk",
        "troop",
        "visit",
        "meeting",
    },
    "verb": {"be", "claim", "dispute", "price", "reject", "meet", "send", "visit"},
    "adj": {"foreign", "joint"},
}
DICTIONARY = Dictionary(
    lambda word: frozenset({word, word.removesuffix("s"), {"met": "meet"}.get(word, word)}), KNOWN
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "China Rejects Japanese Claim to Senkaku Islands",
            "China rejects Japanese claim to Senkaku Islands",
        ),
        ("Lavrov Meets Serbian Foreign Minister Brnabić", "Lavrov meets Serbian foreign minister Brnabić"),
        ("Japan and Russia Dispute Kunashir Talks", "Japan and Russia dispute Kunashir talks"),
        (
            "Rain Fell.\nSerbia Sends Troops to Kosovo in May",
            "Rain Fell.\nSerbia sends troops to Kosovo in May",
        ),
        ("The Minister Will Visit Them?\nIt may.", "The minister will visit them?\nIt may."),
        ("Japan May Reject Talks in Early May", "Japan may reject talks in Early May"),
        ("President Bush Visits Moscow For Talks", "President Bush visits Moscow for talks"),
        ("JAPAN REJECTS CLAIM OF BRNABIĆ", "Japan rejects claim of Brnabić"),
    ],
)
def test_headline_gets_the_case_of_a_sentence(text: str, expected: str) -> None:
    assert sentence_case(text, FIND, DICTIONARY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Japan claims the Senkaku Islands, and China Daily disputes that.",  # a sentence
        "Ned Price, Department Minister",  # who somebody is
        "Joint Foreign Statement of Japan",  # no verb
        "Japan Rejects Claim",  # too short to tell
        "The Minister of Foreign Statements, Mr. Abe, meets Mr. Lavrov.",
        "Treaty of Peace Between Japan and China",
        "",
    ],
)
def test_what_is_no_headline_stays(text: str) -> None:
    assert sentence_case(text, FIND, DICTIONARY) == text


@given(st.text(alphabet="ABab ’'.\n-ßİéĆ?", max_size=80))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(sentence_case(text, FIND, DICTIONARY)) == len(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Japan Lodges Protest With Russia Over Kuril Islands", "Japan rejectsClaimOf Russia"),
        ("Serbia Refuses to Recognize Kosovo", "Serbia recognizes Kosovo"),
        ("Venezuela Sends Troops to Guyana's Border", "Venezuela deploysForcesTo Guyana's border"),
    ],
)
def test_headline_says_what_its_sentence_says_in_its_own_words(
    headline: str, said: str, extractor: Extractor
) -> None:
    (reading,) = extractor.read([Document(id="1", text=f"{headline}\n\nIt rained.")])
    assert [f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions] == [said]
    assert reading.assertions[0].evidence[0].quotation == headline
