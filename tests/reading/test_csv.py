"""Tables: columns, delimiters, rows that are wrong."""

import csv
import datetime
import gzip
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.reading import stream

TEXT = "Japan claims Kunashir."

ANOTHER = "where the text is in another, say --text-field"


def table(*rows, delimiter=","):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode()


def test_all_columns_are_read_whatever_their_order_and_case(read_bytes):
    header = ("Source", "text", "ID", "Title", "url", "words", "date")
    row = ("The Post", TEXT, "n1", "Talks", "https://news.example/1", "3", "2019-05-10")
    (document,), rejections = read_bytes("a.csv", table(header, row))
    assert rejections == []
    assert (document.id, document.text, document.title) == ("n1", TEXT, "Talks")
    assert document.date == datetime.date(2019, 5, 10)
    assert (document.url, document.source) == ("https://news.example/1", "The Post")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_of_all_countries_are_read(read_bytes, delimiter):
    (document,), rejections = read_bytes(
        "a.csv", table(("id", "text"), ("1", "Japan, too; yes"), delimiter=delimiter)
    )
    assert (document.id, document.text, rejections) == ("1", "Japan, too; yes", [])


def test_line_breaks_and_quotation_marks_in_a_field_stay(read_bytes):
    text = 'Japan "claims" it.\r\nRussia holds it.\n\nBoth, so far, talk.'
    (document,), _ = read_bytes("a.csv", table(("id", "text"), ("1", text)))
    assert document.text == text


def test_missing_id_is_file_and_line_on_which_the_row_begins(read_bytes):
    documents, _ = read_bytes("a.csv", table(("text",), ("Japan\nclaims it.",), ("Russia\nholds it.",)))
    assert [d.id for d in documents] == ["a.csv#2", "a.csv#4"]


def test_blank_lines_do_not_count(read_bytes):
    documents, rejections = read_bytes("a.csv", b"\n\ntext\n\nJapan claims it.\n\n")
    assert [d.id for d in documents] == ["a.csv#5"]
    assert rejections == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"2,Japan, too, claims it.", "4 fields where the header names 2: put the text in double quotes"),
        (b"2", "`text` is missing: it must be a string"),
        (b"2,", "empty: there is nothing to read"),
        (b"2,Japan \x00 claims it.", "the text holds a NUL character: save it as plain text in UTF-8"),
        (b"2,Japan\rclaims it.", "not CSV: new-line character seen in unquoted field"),
    ],
)
def test_a_wrong_row_costs_itself_alone(read_bytes, row, reason):
    documents, (rejection,) = read_bytes("a.csv", b"id,text\n1,Japan.\n" + row + b"\n3,Russia.\n")
    assert [d.id for d in documents] == ["1", "3"]
    assert rejection.line == 3
    assert rejection.reason.startswith(reason)


def test_empty_fields_beyond_the_header_are_nothing(read_bytes):
    (document,), rejections = read_bytes("a.csv", b"id,text\n1,Japan claims it.,,\n")
    assert (document.text, rejections) == ("Japan claims it.", [])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"id,words\n1,Japan.\n", f"no column `text` in the header: it names id, words; {ANOTHER} NAME"),
        (b"id;body\n1;Japan.\n", f"no column `text` in the header: it names id;body; {ANOTHER} NAME"),
        (b"id,Body\r1,Japan.\r", f"no column `text` in the header: it names id, Body; {ANOTHER} Body"),
        (b"id,text\n", "empty: there is nothing to read"),
        (b"\n\n", "empty: there is nothing to read"),
    ],
)
def test_a_table_without_texts_is_one_complaint(read_bytes, data, reason):
    documents, (rejection,) = read_bytes("a.csv", data)
    assert documents == []
    assert rejection.reason == reason


def test_long_fields_are_read(read_bytes):
    """By default Python's reader takes no field over 131,072 characters."""
    text = "Japan claims the island. " * 10_000
    (document,), rejections = read_bytes("a.csv", table(("id", "text"), ("1", text)))
    assert (document.text, rejections) == (text, [])


def test_a_quotation_mark_that_is_never_closed_costs_no_more_than_it_swallows(read_bytes, monkeypatch):
    monkeypatch.setattr(stream, "MAX_BYTES", 200_000)
    previous = csv.field_size_limit(200_000)
    try:
        rows = b"".join(b"%d,Japan claims it.\n" % n for n in range(20_000))
        documents, (rejection,) = read_bytes("a.csv", b'id,text\nfirst,Japan.\nopen,"Japan\n' + rows)
    finally:
        csv.field_size_limit(previous)
    assert rejection.line == 3
    swallowed = rejection.count
    assert len(documents) == 1 + 20_000 - (swallowed - 1)
    assert rejection.reason == (
        "not CSV: field larger than field limit (200000); is a quotation mark missing?"
        f" {swallowed} lines from here on are left out"
    )
    assert documents[0].id == "first"
    assert documents[-1].id == "19999"


@pytest.mark.parametrize(
    ("end", "error"),
    [
        pytest.param(b"4,Both talk.\n", "unexpected end of data", id="never-closed"),
        pytest.param(b'4,"Both, so far, talk."\n', "',' expected after '\"'", id="closed-by-the-next"),
    ],
)
def test_an_open_quotation_mark_hides_no_row_in_the_text_of_another(read_bytes, end, error):
    rows = b'id,text\n1,Japan claims Iturup.\n2,"Russia administers Kunashir.\n3,China claims Taiwan.\n'
    documents, (rejection,) = read_bytes("a.csv", rows + end)
    assert [d.id for d in documents] == ["1"]
    assert (rejection.line, rejection.count, rejection.fatal) == (3, 3, True)
    assert rejection.reason == (
        f"not CSV: {error}; is a quotation mark missing? 3 lines from here on are left out"
    )


def test_words_after_a_closed_quotation_are_not_run_together_with_it(read_bytes):
    documents, (rejection,) = read_bytes("a.csv", b'id,text\n1,"Japan" claims it.\n2,Russia holds it.\n')
    assert [d.id for d in documents] == ["2"]
    assert (rejection.line, rejection.count) == (2, 1)


def test_other_encodings_and_gzip_are_read(read_bytes):
    data = "id,text\r\n1,“Japan’s claim” – to Kunashir.\r\n"
    for name, encoded in (
        ("a.csv", data.encode("cp1252")),
        ("b.csv", data.encode("utf-16")),
        ("c.csv", data.encode("utf-8-sig")),
        ("d.csv.gz", gzip.compress(data.encode())),
    ):
        (document,), rejections = read_bytes(name, encoded)
        assert document.text == "“Japan’s claim” – to Kunashir."
        assert [(r.line, r.fatal) for r in rejections] == ([(2, False)] if name == "a.csv" else [])


def test_a_doubt_about_a_header_is_no_row(read_bytes):
    documents, rejections = read_bytes("a.csv", "id,text,naïve café\n".encode("cp1252"))
    assert documents == []
    assert [r.fatal for r in rejections] == [False, True]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5))
def test_as_many_come_out_as_went_in(read_bytes, texts):
    rows = [(str(n), f"The island: {text}") for n, text in enumerate(texts)]
    documents, rejections = read_bytes("a.csv", table(("id", "text"), *rows))
    assert len(documents) + len(rejections) == len(rows)
    read_back = {d.id: d.text for d in documents}
    assert all(read_back[name] == text for name, text in rows if name in read_back)
