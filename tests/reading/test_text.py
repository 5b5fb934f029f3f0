"""Plain text and Markdown: the text untouched, title and date found."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.rejection import Draft, Rejection
from kgraph.reading.stream import Source
from kgraph.reading.text import read_markdown, read_text

SOURCE = Source(where="news/a.txt", label="a.txt")
BODY = "Japan claims Kunashir.\nRussia administers it.\n"


def text_draft(text):
    (draft,) = read_text(text.encode(), SOURCE)
    assert isinstance(draft, Draft)
    return draft.document


def markdown(text):
    found = list(read_markdown(text.encode(), SOURCE))
    assert isinstance(found[-1], Draft)
    return found[-1].document, [item for item in found if isinstance(item, Rejection)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One.\r\nTwo.\rThree.\n", id="line-ends"),
        pytest.param("  Indented.\n\n\n\nFar below.  \n ", id="blanks"),
        pytest.param("Tab\there, bell\a and form feed\f.", id="control-characters"),
        pytest.param("Islands\u2028of\u2029many \u202ekinds\u202c of line.", id="unicode-separators"),
        pytest.param("A headline\n\n2019-05-10\n\nThe text.", id="headline-and-date"),
    ],
)
def test_text_stays_untouched(text):
    assert text_draft(text).text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was(text):
    """Only a byte order mark at the very start is no part of the text."""
    assert text_draft(text).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_an_encoding_that_is_guessed_is_said(read):
    doubt, draft = read("Côte d’Ivoire met Japan.".encode("cp1252"), SOURCE)
    assert not doubt.fatal
    assert str(doubt).startswith("news/a.txt: not UTF-8: read as cp1252; ")
    assert draft.document.text == "Côte d’Ivoire met Japan."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Talks go on\n\n{BODY}", "Talks go on", id="line-by-itself"),
        pytest.param(f"\r\n  Talks go on \r\n\r\n{BODY}", "Talks go on", id="windows-line-ends"),
        pytest.param(f"Who owns the Kurils?\n\n{BODY}", "Who owns the Kurils?", id="question"),
        pytest.param(f"Talks go on\nMay 10, 2019\n\n{BODY}", "Talks go on", id="date-below"),
        pytest.param(f"Date: 2019-05-10\n\nTalks go on\n\n{BODY}", "Talks go on", id="date-above"),
        pytest.param(f"Japan claims Kunashir.\n\n{BODY}", None, id="a-sentence"),
        pytest.param(f"“Japan claims Kunashir.”\n\n{BODY}", None, id="a-quoted-sentence"),
        pytest.param(BODY, None, id="no-blank-line"),
        pytest.param("Talks go on", None, id="nothing-follows"),
        pytest.param("Talks go on\n\n \n", None, id="only-blank-lines-follow"),
        pytest.param(f"{'long ' * 60}\n\n{BODY}", None, id="a-paragraph"),
    ],
)
def test_title_is_a_first_line_that_stands_alone(text, title):
    assert text_draft(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        f"Date: 2019-05-10\n{BODY}",
        f"Talks go on\n\nBy a reporter\nFriday, May 10, 2019\n\n{BODY}",
        f"Talks go on\n\nPublished on 10 May 2019 14:30 GMT\n\n{BODY}",
    ],
)
def test_a_line_near_the_top_gives_the_date(text):
    assert text_draft(text).date == datetime.date(2019, 5, 10)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On May 10, 2019 Japan claimed Kunashir.\n", id="date-in-a-sentence"),
        pytest.param("MOSCOW, May 10 -- Japan claims Kunashir.\n", id="no-year"),
        pytest.param("10/05/2019\n" + BODY, id="May-or-October"),
        pytest.param("Line.\n" * 10 + "2019-05-10\n", id="far-below"),
    ],
)
def test_what_is_not_clearly_its_date_is_not_taken(text):
    assert text_draft(text).date is None


def test_front_matter_tells_the_metadata_and_is_no_text():
    document, complaints = markdown(
        f'---\ntitle: "Talks: the next round"\ndate: 2019-05-10\nurl: https://news.example/1\n'
        f"source: The Post\ntags:\n  - islands\n---\n{BODY}"
    )
    assert document.text == BODY
    assert (document.title, document.date) == ("Talks: the next round", datetime.date(2019, 5, 10))
    assert (document.url, document.source) == ("https://news.example/1", "The Post")
    assert complaints == []


def test_bad_date_in_front_matter_is_a_complaint_and_the_text_is_kept():
    document, complaints = markdown(f"---\ndate: last Friday\n---\n{BODY}")
    assert (document.text, document.date) == (BODY, None)
    assert [(c.fatal, str(c)) for c in complaints] == [
        (False, "news/a.txt: `date` 'last Friday' is not clear: write it as 2019-05-10; kept without a date")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\n\n{BODY}---\n", id="rules"),
        pytest.param(f"---\ntitle: never closed\n{BODY}", id="unclosed"),
        pytest.param(f"{BODY}\n---\ntitle: at the end\n---\n", id="not-at-the-start"),
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert markdown(text)[0].text == text


def test_markdown_heading_is_the_title_and_markup_stays():
    document, _ = markdown("# Talks go on #\nJapan *claims* [Kunashir](https://example.org).\n")
    assert document.title == "Talks go on"
    assert document.text.startswith("# Talks go on #\nJapan *claims* [Kunashir]")
