"""What names mean in sentences: a row of `*.tsv` a sentence, with the id expected, `nil` or `none`."""

import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from kgraph.candidates import NameFinder
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document, Mention

FINDER = NameFinder(Gazetteer.load())
# What is told wrong, and why.
KNOWN_FAILURES = {
    '"I never saw the ball," Chad said after the match.': "a first name alone looks like the state",
    "Booker Washington founded a school in Tuskegee.": "a rare first name opens the sentence, as many words do",
    "The two capitals face each other across the Congo.": "no word says river; troops cross the country too",
}


class Row(NamedTuple):
    """One sentence: the first place of `name` in `text` means `means`."""

    name: str
    means: str
    date: str
    title: str
    text: str


def rows() -> list[Row]:
    files = sorted(Path(__file__).parent.glob("*.tsv"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")[1:]]
    return [Row(*line.split("\t")) for line in lines if line]


def mention_at(row: Row) -> Mention | None:
    date = datetime.date.fromisoformat(row.date) if row.date else None
    document = Document(id="any", text=row.text, title=row.title or None, date=date)
    at = row.text.index(row.name)
    found = FINDER.find(document, row.text)
    return next((mention for mention in found if mention.span.start <= at < mention.span.end), None)


def told(row: Row) -> str:
    mention = mention_at(row)
    return "none" if mention is None else mention.entity.id if mention.entity.known else "nil"


def case(row: Row) -> object:
    reason = KNOWN_FAILURES.get(row.text)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(row, id=f"{row.name}: {row.text[:50]}", marks=marks)


@pytest.mark.parametrize("row", [case(row) for row in rows()])
def test_name_means_what_the_sentence_says(row: Row) -> None:
    assert told(row) == row.means


def test_no_sentence_stands_twice() -> None:
    texts = [(row.name, row.text, row.date, row.title) for row in rows()]
    assert len(texts) == len(set(texts))
