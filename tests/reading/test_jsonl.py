"""JSON Lines and JSON: fields, ids, lines that are wrong."""

import datetime
import gzip
import json

import pytest

TEXT = "Japan claims Kunashir."
ANOTHER = "where the text is in another, say --text-field"


def jsonl(*records):
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_all_fields_are_read(read_bytes):
    record = {
        "id": "n1",
        "text": TEXT,
        "title": "Talks",
        "date": "2019-05-10",
        "url": "https://news.example/1",
        "source": "The Post",
        "author": {"name": "not ours"},
    }
    (document,), rejections = read_bytes("a.jsonl", jsonl(record))
    assert rejections == []
    assert (document.id, document.text, document.title) == ("n1", TEXT, "Talks")
    assert document.date == datetime.date(2019, 5, 10)
    assert (document.url, document.source) == ("https://news.example/1", "The Post")


def test_missing_id_is_file_and_line(read_bytes):
    documents, rejections = read_bytes("a.jsonl", b"\n" + jsonl({"text": TEXT}, {"id": None, "text": TEXT}))
    assert [d.id for d in documents] == ["a.jsonl#2", "a.jsonl#3"]
    assert rejections == []


def test_number_is_an_id(read_bytes):
    (document,), rejections = read_bytes("a.jsonl", jsonl({"id": 17, "text": TEXT}))
    assert (document.id, rejections) == ("17", [])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            b'{"text": "cut',
            "not JSON: Unterminated string starting at column 10; one whole object a line is needed",
        ),
        (b"Japan claims it.", "not JSON: Expecting value at column 1; one whole object a line is needed"),
        (b'["text"]', "a list where an object with `text` belongs"),
        (b"null", "null where an object with `text` belongs"),
        (b"17", "a number where an object with `text` belongs"),
        (b'{"id": "x"}', f"no field `text`: the record has id; {ANOTHER} NAME"),
        (
            b'{"id": "a b", "body": "Japan claims it.", "words": 3}',
            f"no field `text`: the record has id, body, words; {ANOTHER} body",
        ),
        (b"{}", "no field `text`: the record has none"),
        (b'{"text": null}', "`text` is missing: it must be a string"),
        (b'{"text": 17}', "`text` is a number: it must be a string"),
        (b'{"text": ["a"]}', "`text` is a list: it must be a string"),
        (b'{"text": true}', "`text` is true or false: it must be a string"),
        (b'{"text": " \\n\\t "}', "empty: there is nothing to read"),
        (
            b'{"text": "Japan \\u0000 claims it."}',
            "the text holds a NUL character: save it as plain text in UTF-8",
        ),
        (b"[" * 100_000, "not JSON: nested too deeply; one whole object a line is needed"),
        (
            b'{"n": ' + b"9" * 5000 + b"}",
            "not JSON: a number with too many digits; one whole object a line is needed",
        ),
        (bytes(range(128, 256)) * 3, "its encoding is not clear: save it as UTF-8"),
    ],
)
def test_a_wrong_line_costs_itself_alone(read_bytes, line, reason, tmp_path):
    good = jsonl({"id": "good", "text": TEXT})
    documents, rejections = read_bytes("a.jsonl", good + line + b"\n" + jsonl({"id": "last", "text": TEXT}))
    assert [d.id for d in documents] == ["good", "last"]
    assert [(str(r), r.fatal) for r in rejections] == [(f"{tmp_path / 'a.jsonl'}:2: {reason}", True)]


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("date", "Friday", "`date` 'Friday' is not clear: write it as 2019-05-10; kept without a date"),
        ("date", "2019", "`date` '2019' is not clear: write it as 2019-05-10; kept without a date"),
        ("date", 20190510, "`date` is a number, not a string: kept without it"),
        ("title", ["a"], "`title` is a list, not a string: kept without it"),
        ("source", {"name": "The Post"}, "`source` is an object, not a string: kept without it"),
        ("id", True, "`id` is true or false, not a string: kept without it"),
    ],
)
def test_a_wrong_optional_field_keeps_the_document(read_bytes, field, value, reason):
    (document,), (complaint,) = read_bytes("a.jsonl", jsonl({"text": TEXT, field: value}))
    assert document.text == TEXT
    assert getattr(document, field) == ("a.jsonl#1" if field == "id" else None)
    assert (complaint.line, complaint.reason, complaint.fatal) == (1, reason, False)


@pytest.mark.parametrize(
    ("date", "kept"), [("2100-12-31", True), ("2101-01-01", False), ("9999-12-31", False)]
)
def test_a_date_far_in_the_future_is_a_mistake_whatever_the_day_it_is_read(read_bytes, date, kept):
    (document,), doubts = read_bytes("a.jsonl", jsonl({"text": TEXT, "date": date}))
    assert document.date == (datetime.date.fromisoformat(date) if kept else None)
    assert [(d.fatal, d.reason) for d in doubts] == (
        [] if kept else [(False, f"`date` '{date}' is after 2100: is the clock right? Kept without a date")]
    )


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_an_empty_optional_field_is_no_complaint(read_bytes, empty):
    record = dict.fromkeys(("id", "title", "date", "url", "source"), empty)
    (document,), rejections = read_bytes("a.jsonl", jsonl({**record, "text": TEXT}))
    assert (document.id, document.title, document.date, rejections) == ("a.jsonl#1", None, None, [])


def test_lone_surrogate_is_replaced_by_one_character(read_bytes):
    """Offsets stay, and the text can be written to a file."""
    (document,), _ = read_bytes(
        "a.jsonl", rb'{"id": "\udc00", "text": "Japan \ud800 claims \ud83c\udf0a it."}'
    )
    assert document.text == "Japan \N{REPLACEMENT CHARACTER} claims \N{WATER WAVE} it."
    assert document.id == "\N{REPLACEMENT CHARACTER}"


def test_line_breaks_within_the_text_stay(read_bytes):
    text = "Japan claims it.\r\nRussia holds it.\rBoth talk.\u2028Yes."
    (document,), _ = read_bytes("a.jsonl", jsonl({"text": text}))
    assert document.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(read_bytes, encoding):
    texts = ["“Japan’s claim” – to Kunashir.", "Côte d’Ivoire met Japan."]
    lines = "".join(f'{{"text": "{text}"}}\r\n' for text in texts)
    documents, rejections = read_bytes("a.jsonl", lines.encode(encoding))
    assert [d.text for d in documents] == texts
    assert [(r.line, r.fatal) for r in rejections] == ([(1, False)] if encoding == "cp1252" else [])


def test_what_encoding_is_assumed_is_said_once_with_the_line(read_bytes):
    lines = [
        b'{"text": "Japan claims it."}',
        b'{"text": "C\xf4te d\x92Ivoire."}',
        b'{"text": "S\xe3o Tom\xe9."}',
    ]
    documents, (rejection,) = read_bytes("a.jsonl", b"\n".join(lines))
    assert len(documents) == 3
    assert (rejection.line, rejection.fatal) == (2, False)
    assert rejection.reason == (
        "not UTF-8: such lines are read as cp1252; where its letters come out wrong, save it as UTF-8"
    )


def test_gzip_is_read(read_bytes):
    (document,), rejections = read_bytes("a.jsonl.gz", gzip.compress(jsonl({"text": TEXT})))
    assert (document.id, document.text, rejections) == ("a.jsonl.gz#1", TEXT, [])


def test_what_stands_before_the_damage_is_kept(read_bytes):
    records = [{"id": str(n), "text": f"{TEXT} No. {n * 7919 % 1000}"} for n in range(3000)]
    data = gzip.compress(jsonl(*records))
    documents, (rejection,) = read_bytes("a.jsonl.gz", data[: len(data) // 2])
    assert 0 < len(documents) < 3000
    assert rejection.reason.startswith("the gzip data are damaged (")


def test_what_is_not_gzip_says_so(read_bytes):
    documents, (rejection,) = read_bytes("a.jsonl.gz", jsonl({"text": TEXT}))
    assert documents == []
    assert rejection.reason == "no gzip data, though its name ends in .gz: take the .gz off its name"


def test_json_object_is_one_document_named_like_its_file(read_bytes):
    (document,), rejections = read_bytes("a.json", json.dumps({"text": TEXT}, indent=1).encode())
    assert (document.id, document.text, rejections) == ("a.json", TEXT, [])


def test_json_list_names_the_entry_that_is_wrong(read_bytes, tmp_path):
    data = json.dumps([{"text": TEXT}, {"id": "x"}, {"id": "y", "text": TEXT}]).encode()
    documents, rejections = read_bytes("a.json", data)
    assert [d.id for d in documents] == ["a.json#1", "y"]
    assert [str(r) for r in rejections] == [
        f"{tmp_path / 'a.json'}#2: no field `text`: the record has id; {ANOTHER} NAME"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "an empty list: it must hold objects with `text`"),
        (b'{"text":', "1: not JSON: Expecting value at column 9"),
        (
            b'{"text": "a"}\n{"text": "b"}\n',
            "2: not JSON: Extra data at column 1; if it holds one object a line, name it .jsonl",
        ),
        (b"[" * 100_000, "not JSON: nested too deeply"),
        (b'"text"', "a string where an object with `text` belongs"),
    ],
)
def test_wrong_json_is_one_complaint(read_bytes, data, reason, tmp_path):
    documents, rejections = read_bytes("a.json", data)
    assert documents == []
    assert [str(r).removeprefix(f"{tmp_path / 'a.json'}:").strip() for r in rejections] == [reason]
