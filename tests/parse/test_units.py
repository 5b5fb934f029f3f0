"""Texts cut into units: only where a sentence surely ends, and never in a bracket, a name or an abbreviation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Span
from kgraph.parse.units import find_units, is_entry_mark


def units(text: str, *names: Span) -> list[str]:
    return [text[unit.start : unit.end] for unit in find_units(text, names)]


@given(st.text(alphabet="aB.!?\n “”()\"'3…-,", max_size=200))
def test_units_are_the_whole_text_in_order(text: str) -> None:
    assert "".join(units(text)) == text
    assert all(units(text)) or units(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Japan protested. |Russia did not.",
        "Was it so? |Japan said no.",
        "He left in 1999. |20 soldiers stayed.",
        "“They are ours.” |Japan repeated this.",
        "They spoke (in Moscow). |Japan left.",
        "Islands of Japan\n|Japan claims them.",
        "MOSCOW (Sample Desk) – |Russia protested.",
        "It is “ours. |It was ours,” he said.",
        "He came back on 3 May. |Japan was glad.",
        "- |Japan protested.\n|2. |Russia did not.\n|(b) |Nobody did.",
    ],
)
def test_sentence_that_surely_ends_ends_its_unit(text: str) -> None:
    assert units(text.replace("|", "")) == text.split("|")


@pytest.mark.parametrize(
    ("unit", "is_mark"),
    [
        ("- ", True),
        ("  2) ", True),
        ("(iv) ", True),
        ("- Japan", False),
        ("2. 5 men", False),
        ("No. ", False),
    ],
)
def test_mark_of_an_entry_is_no_sentence(unit: str, is_mark: bool) -> None:
    assert is_entry_mark(unit) is is_mark


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met.",
        "Mr. Abe met Gen. Smith and J. D. Vance.",
        "It is in the U.S. Japan said so.",
        "“Is it ours?” Abe asked.",
        "“No!” Abe said.",
        "It lies at No. 5 of Vol. B.",
        "The islands (They are small. Nobody lives there.) are Japan's.",
        "We waited… Then they came.",
        "It grew by 3.5 percent, e.g. Japan.",
        "-5 degrees, 2.5 metres",
        "12. 5. 2014",
        "It is number 1. Japan claims it",
        "Japan Inc. sold it.",
    ],
)
def test_where_that_is_not_sure_nothing_is_cut(text: str) -> None:
    assert units(text) == [text]


def test_name_with_a_stop_in_it_stays_whole() -> None:
    text = "They met at Bank. Street in London."
    assert units(text) == ["They met at Bank. ", "Street in London."]
    assert units(text, Span(start=12, end=24)) == [text]


def test_bracket_that_is_never_closed_holds_nothing_together() -> None:
    assert units("They left (as Japan said. Russia stayed.") == [
        "They left (as Japan said. ",
        "Russia stayed.",
    ]


def test_only_what_follows_a_line_end_begins_a_line() -> None:
    assert [unit.opens for unit in find_units("One left. Two stayed.\n\nThree came.")] == [True, False, True]
