"""Records as plain values come back as they were."""

import datetime
import json

import handmade
import pytest

from kgraph.model import Assertion, Document, OpenArgument, OpenProposition, Polarity, Span
from kgraph.plain import from_plain, to_plain

OPEN = OpenProposition(
    span=Span(start=0, end=9),
    subject="A",
    predicate="b",
    object="",
    arguments=(
        OpenArgument(role="subject", preposition=None, span=Span(start=0, end=1), head=Span(start=0, end=1)),
    ),
    polarity=Polarity.NEGATIVE,
    rule="clause",
    confidence=0.5,
)
DATED = Document(id="a", text="A b.", date=datetime.date(1956, 10, 19))


@pytest.mark.parametrize("record", [OPEN, DATED], ids=["proposition", "document"])
def test_a_record_comes_back_by_way_of_json(record: OpenProposition | Document) -> None:
    assert from_plain(type(record), json.loads(json.dumps(to_plain(record)))) == record


def test_an_assertion_comes_back_with_its_evidence() -> None:
    for reading in handmade.all_readings():
        for assertion in reading.assertions:
            back = from_plain(Assertion, json.loads(json.dumps(to_plain(assertion))))
            assert repr(back) == repr(assertion)  # equality leaves the evidence out


def test_what_lacks_a_field_is_refused() -> None:
    with pytest.raises(KeyError):
        from_plain(Document, {"id": "a"})
