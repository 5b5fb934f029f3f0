"""Lines, bounds and binary data."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading import stream
from kgraph.reading.stream import TooLargeError, describe_binary, join_lines, read_whole, split_lines


@given(st.binary().filter(lambda data: not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))))
def test_lines_put_together_are_the_stream(data):
    assert join_lines(split_lines(BytesIO(data))) == data


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_lines_are_utf8_without_byte_order_mark(text, encoding):
    data = text.removeprefix("\ufeff").encode(encoding)
    lines = list(split_lines(BytesIO(data)))
    assert b"".join(lines) == text.removeprefix("\ufeff").encode()
    assert all(line.endswith(b"\n") for line in lines[:-1])


@pytest.mark.parametrize("last", [b"", b"end"])
def test_a_line_that_is_too_long_is_none(monkeypatch, last):
    monkeypatch.setattr(stream, "MAX_BYTES", 10)
    lines = list(split_lines(BytesIO(b"short\n" + b"x" * 35 + b"\nfine\n" + b"123456789\n" + last)))
    assert lines == [b"short\n", None, b"fine\n", b"123456789\n"] + [last] * bool(last)


def test_utf16_without_line_ends_is_bounded(monkeypatch):
    monkeypatch.setattr(stream, "MAX_BYTES", 20)
    lines = list(split_lines(BytesIO(("ab\u0a0a" * 40 + "\nfine").encode("utf-16"))))
    assert None in lines
    assert lines[-1].endswith(b"fine")


def test_whole_input_has_a_bound(monkeypatch):
    monkeypatch.setattr(stream, "MAX_BYTES", 10)
    assert read_whole(BytesIO(b"x" * 10)) == b"x" * 10
    with pytest.raises(TooLargeError):
        read_whole(BytesIO(b"x" * 11))
    with pytest.raises(TooLargeError):
        join_lines(iter([b"x" * 6, b"y" * 5]))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%", "a PDF: convert it to text first (pdftotext)"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"\x1f\x8b\x08", "gzip data"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an office document"),
        (b"{\\rtf1\\ansi", "a rich text document"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"PAR1\x15", "a Parquet file"),
        (b"text\x00text", "binary data (it holds NUL bytes)"),
    ],
)
def test_binary_data_are_named(data, what):
    assert describe_binary(data).startswith(what)


@pytest.mark.parametrize("data", [b"", b"Japan", "Łódź".encode(), "Japan".encode("utf-16"), b"\x07\x1b"])
def test_text_is_not_binary(data):
    assert describe_binary(data) is None
