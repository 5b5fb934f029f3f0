"""Initials behind which a name stood in brackets mean the same from there on, and nothing before or besides."""

import pytest

from kgraph.candidates import NameFinder
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document

FIND = NameFinder(Gazetteer.load()).find


def named(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.entity.label) for m in FIND(Document(id="d", text=text), text)]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Palestinian Authority (PA) met. The PA left.", ("PA", "Palestine")),
        ("The Federated States of Micronesia (FSM) met. The FSM left.", ("FSM", "Micronesia")),
    ],
)
def test_initials_in_brackets_mean_the_name_later_on(text: str, short: tuple[str, str]) -> None:
    assert named(text)[-1] == short


@pytest.mark.parametrize(
    "text",
    [
        "The PA met. The Palestinian Authority (PA) left.",
        "The Palestinian Authority (PLC) met. The PLC left.",
        "The Palestinian Authority (PA) met. PAs left, and so did (PA) men.",
    ],
)
def test_no_other_letters_mean_it(text: str) -> None:
    assert [name for name, _ in named(text)] == ["Palestinian Authority"]
