"""What another extractor proposes is let in where its words stand in the text, else put aside with the reason."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.candidates import NameFinder
from kgraph.errors import ReadError
from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Document, EntityKind, Modality, Polarity
from kgraph.proposals import Checker, Proposal, read_proposals, to_line
from kgraph.vocab import predicates

CLAIM = "Japan claims the island of Kunashir, which Russia administers."
SAID = "Mr. Sato told reporters that Japan has never given up its claim to Kunashir."
TEXT = f"Talks were held in Moscow.\n{CLAIM}\n{SAID} The talks began in 1956."
DOCUMENT = Document(id="kurils", text=TEXT, date=datetime.date(2019, 1, 14))
PLAIN = Proposal(
    doc="kurils", quotation=CLAIM, subject="Japan", predicate="claims", object="Kunashir", by="tiny"
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(NameFinder(Gazetteer.load()).find, predicates())


def let_in(checker: Checker, proposal: Proposal) -> Assertion:
    (assertion,), refused = checker.check(DOCUMENT, [proposal])
    assert refused == ()
    return assertion


def reason(checker: Checker, **changed: Any) -> str:
    made, (refused,) = checker.check(DOCUMENT, [replace(PLAIN, **changed)])
    assert made == ()
    return refused.reason


def test_a_proposal_becomes_an_assertion_that_says_who_proposed_it(checker: Checker) -> None:
    assertion = let_in(checker, PLAIN)
    (evidence,) = assertion.evidence
    assert (assertion.subject.id, assertion.predicate, assertion.object.id) == ("japan", "claims", "kunashir")
    assert (evidence.rule, evidence.confidence) == ("proposed:tiny", 0.5)
    assert evidence.span.of(TEXT) == evidence.quotation == CLAIM
    assert evidence.subject_span is not None
    assert evidence.subject_span.of(TEXT) == "Japan"
    assert evidence.object_span is not None
    assert evidence.object_span.of(TEXT) == "Kunashir"


def test_qualifiers_are_kept(checker: Checker) -> None:
    said = replace(
        PLAIN,
        quotation=SAID,
        predicate="renounces",
        polarity="negative",
        modality="possible",
        attributed_to="Mr. Sato",
        time="1956/",
    )
    assertion = let_in(checker, said)
    assert (assertion.polarity, assertion.modality) == (Polarity.NEGATIVE, Modality.POSSIBLE)
    assert assertion.attribution is not None
    assert (assertion.attribution.label, assertion.attribution.known) == ("Mr. Sato", False)
    assert (assertion.time, assertion.is_plain) == ("1956/", False)


def test_what_no_gazetteer_knows_is_named_by_its_words_without_the_article(checker: Checker) -> None:
    assertion = let_in(checker, replace(PLAIN, object="the island of Kunashir"))
    assert (assertion.object.label, assertion.object.known) == ("island of Kunashir", False)
    assert assertion.object.kind is EntityKind.TERRITORY


def test_line_ends_in_a_quotation_may_be_lost(checker: Checker) -> None:
    broken = Document(id="kurils", text=TEXT.replace("claims the", "claims\nthe"))
    (assertion,), _ = checker.check(broken, [PLAIN])
    assert assertion.evidence[0].quotation == CLAIM.replace("claims the", "claims\nthe")


def test_assertions_come_in_the_order_of_the_text_and_once(checker: Checker) -> None:
    later = replace(PLAIN, quotation=SAID)
    made, _ = checker.check(DOCUMENT, [later, PLAIN, later])
    assert [each.evidence[0].quotation for each in made] == [CLAIM, SAID]


def test_a_symmetric_relation_is_turned_as_one_that_was_read(checker: Checker) -> None:
    text = "Russia is in a dispute with Japan over Kunashir."
    proposal = Proposal(
        doc="a", quotation=text, subject="Russia", predicate="disputesWith", object="Japan", about="Kunashir"
    )
    (assertion,), _ = checker.check(Document(id="a", text=text), [proposal])
    assert (assertion.subject.id, assertion.object.id) == ("japan", "russia")
    assert assertion.about is not None
    assert assertion.about.id == "kunashir"
    assert assertion.evidence[0].subject_span is not None
    assert assertion.evidence[0].subject_span.of(text) == "Japan"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"quotation": "Japan wants Kunashir back."}, "the quotation does not stand in the text"),
        ({"quotation": CLAIM.lower()}, "the quotation does not stand in the text"),
        ({"quotation": " "}, "the quotation is empty"),
        ({"quotation": TEXT * 10}, "longer than 1,000"),
        ({"subject": "Tokyo"}, "subject does not stand in the quotation: 'Tokyo'"),
        ({"subject": "Jap"}, "subject does not stand in the quotation"),  # part of a word
        ({"object": "Moscow"}, "object does not stand in the quotation"),  # elsewhere in the text only
        ({"about": "Iturup"}, "what it is about does not stand in the quotation"),
        ({"attributed_to": "Mrs. Abe"}, "whose word it is does not stand in the text"),
        ({"predicate": "owns"}, "no predicate is called 'owns'"),
        ({"subject": "Kunashir", "object": "Japan"}, "subject of claims is Kunashir, a Territory"),
        ({"object": "Japan"}, "subject and object are both Japan"),
        ({"polarity": "perhaps"}, "polarity is 'perhaps'; it can be positive or negative"),
        ({"modality": "likely"}, "modality is 'likely'; it can be actual or possible"),
        ({"time": "long ago"}, "no ISO 8601 date"),
        ({"time": "1945"}, "the year 1945 does not stand in the text"),
        ({"time": "187X/"}, "the year 187X does not stand in the text"),
        ({"time": "1956/2045"}, "the year 2045 does not stand in the text"),
        ({"confidence": 7.0}, "not between 0 and 1"),
    ],
)
def test_what_does_not_hold_is_refused_with_the_reason(
    checker: Checker, changed: dict[str, Any], says: str
) -> None:
    assert says in reason(checker, **changed)


@pytest.mark.parametrize("time", ["1956", "1956-10-19", "1956/", "2018", "2019-01-15"])
def test_a_year_of_the_text_or_around_its_day_is_no_invention(checker: Checker, time: str) -> None:
    assert let_in(checker, replace(PLAIN, time=time)).time == time


words = st.one_of(st.text(max_size=60), st.sampled_from([CLAIM, SAID, "Japan", "Kunashir", "claims", "1956"]))


@given(quotation=words, subject=words, predicate=words, value=words, about=words, speaker=words, time=words)
def test_whatever_is_proposed_is_let_in_or_refused_and_its_words_stand_in_the_text(
    checker: Checker,
    quotation: str,
    subject: str,
    predicate: str,
    value: str,
    about: str,
    speaker: str,
    time: str,
) -> None:
    proposal = Proposal(
        doc="kurils",
        quotation=quotation,
        subject=subject,
        predicate=predicate,
        object=value,
        about=about,
        attributed_to=speaker,
        time=time,
    )
    made, refused = checker.check(DOCUMENT, [proposal])
    assert len(made) + len(refused) == 1
    for assertion in made:
        (evidence,) = assertion.evidence
        assert evidence.span.of(TEXT) == evidence.quotation
        for span in (evidence.subject_span, evidence.object_span):
            assert span is not None
            assert evidence.span.contains(span)


# -- the file ------------------------------------------------------------------------------------------------------


def test_proposals_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    others = [PLAIN, replace(PLAIN, doc="b", time="1956", attributed_to="Mr. Sato")]
    path.write_text("".join(map(to_line, others)) + "\n", encoding="utf-8")
    found = read_proposals(path)
    assert [*found.of("kurils"), *found.of("b")] == others
    assert found.of("nowhere") == ()


def test_the_fingerprint_is_of_all_that_is_proposed(tmp_path: Path) -> None:
    prints = set()
    for lines in ([], [PLAIN], [replace(PLAIN, time="1956")], [PLAIN, replace(PLAIN, doc="b")]):
        path = tmp_path / "p.jsonl"
        path.write_text("".join(map(to_line, lines)), encoding="utf-8")
        prints.add(read_proposals(path).fingerprint)
    assert len(prints) == 4


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("[]", "no object with the fields"),
        ('{"doc": "a"}', "`quotation` is missing"),
        (to_line(PLAIN).replace('"Japan"', "7"), "`subject` is no text"),
        (to_line(PLAIN).replace("0.5", '"high"'), "`confidence` is no number"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(to_line(PLAIN) + line + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match=rf"p\.jsonl:2: {says}"):
        read_proposals(path)


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_proposals(tmp_path / "none.jsonl")
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReadError, match="not UTF-8 at byte 0"):
        read_proposals(tmp_path / "b.jsonl")


def test_a_line_keeps_what_stands_in_front(tmp_path: Path) -> None:
    assert json.loads(to_line(PLAIN, reason="no"))["reason"] == "no"
