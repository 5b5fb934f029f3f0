"""Records that call their fields otherwise: named by the user, and told of in one line where they are not."""

import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kgraph.errors import ReadError
from kgraph.reading import read_sources

FIELDS = {"text": "body", "title": "headline", "date": "published", "id": "uid", "source": "outlet"}
RECORDS = [
    {
        "uid": "a",
        "headline": "Isles",
        "body": "Japan claims it.",
        "published": "2019-05-10",
        "outlet": "Post",
    },
    {
        "uid": "b",
        "headline": "Rivers",
        "body": "Russia holds it.",
        "published": "2019-05-11",
        "outlet": "Post",
    },
]
ANOTHER = "where the text is in another, say --text-field"


def jsonl(records):
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def csv(records, names=None):
    rows = [names or list(records[0]), *(record.values() for record in records)]
    return "".join(";".join(row) + "\n" for row in rows).encode()


def parquet(records):
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), data)
    return data.getvalue()


@pytest.fixture
def read_with(tmp_path):
    """Give a function that writes a file and reads it with names of fields."""

    def read(name, data, fields):
        (tmp_path / name).write_bytes(data)
        rejections = []
        return list(read_sources([tmp_path / name], on_reject=rejections.append, fields=fields)), rejections

    return read


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", jsonl(RECORDS)),
        ("a.jsonl.gz", gzip.compress(jsonl(RECORDS))),
        ("a.json", json.dumps(RECORDS).encode()),
        ("a.csv", csv(RECORDS)),
        ("a.csv", csv(RECORDS, ["UID", "Headline", " Body", "Published", "Outlet"])),
        ("a.parquet", parquet(RECORDS)),
    ],
)
def test_named_fields_are_read_from_every_kind_of_file(read_with, name, data):
    documents, rejections = read_with(name, data, FIELDS)
    assert rejections == []
    assert [(d.id, d.title, d.text, str(d.date), d.source) for d in documents] == [
        ("a", "Isles", "Japan claims it.", "2019-05-10", "Post"),
        ("b", "Rivers", "Russia holds it.", "2019-05-11", "Post"),
    ]


def test_standard_input_has_them_too():
    documents = read_sources(["-"], on_reject=lambda _: None, stdin=io.BytesIO(jsonl(RECORDS)), fields=FIELDS)
    assert [document.id for document in documents] == ["a", "b"]


def test_one_field_may_be_two(read_with):
    for name, data in (("a.jsonl", jsonl(RECORDS)), ("a.parquet", parquet(RECORDS))):
        (first, _), rejections = read_with(name, data, {"text": "headline", "title": "headline", "id": "uid"})
        assert (first.text, first.title, rejections) == ("Isles", "Isles", [])


def test_the_field_of_our_name_is_passed_over_where_another_is_named(read_with):
    (document,), _ = read_with("a.jsonl", b'{"text": "Short.", "body": "Japan claims it."}', {"text": "body"})
    assert document.text == "Japan claims it."


def test_a_whole_file_without_the_field_is_one_line_with_the_fields_there_are(read_bytes):
    documents, (rejection,) = read_bytes("a.jsonl", jsonl(RECORDS * 700))
    assert (documents, rejection.line, rejection.count) == ([], 1, 1_400)
    assert rejection.reason == (
        "no field `text` in 1,400 records from here on: the first has uid, headline, body, published, outlet;"
        f" {ANOTHER} body"
    )


def test_each_stretch_of_records_without_it_is_one_line(read_bytes):
    good, lacking = {"text": "Japan claims it."}, {"id": "x"}
    data = jsonl([lacking, lacking, good, lacking]) + b"no json\n" + jsonl([lacking, lacking, good])
    documents, rejections = read_bytes("a.jsonl", data)
    assert len(documents) == 2
    assert [(r.line, r.count, r.reason[:8]) for r in rejections] == [
        (1, 2, "no field"),
        (4, 1, "no field"),
        (5, 1, "not JSON"),
        (6, 2, "no field"),
    ]


def test_damage_costs_no_complaint(read_bytes):
    packed = gzip.compress(jsonl([{"id": "x"}] * 3)) + b"\x1f\x8b\x08"
    _, rejections = read_bytes("a.jsonl.gz", packed)
    assert [r.reason[:18] for r in rejections] == ["no field `text` in", "the gzip data are "]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", jsonl(RECORDS)), ("a.csv", csv(RECORDS)), ("a.parquet", parquet(RECORDS))],
)
def test_an_optional_field_that_no_record_has_is_said_once(read_with, name, data):
    documents, rejections = read_with(name, data, {**FIELDS, "title": "heading"})
    assert [document.title for document in documents] == [None, None]
    assert [(r.reason, r.fatal) for r in rejections] == [
        ("no record has a field `heading`: read without title", False)
    ]


def test_an_optional_field_that_some_have_is_no_complaint(read_with):
    records = [*RECORDS, {"uid": "c", "body": "China claims it."}]
    documents, rejections = read_with("a.jsonl", jsonl(records), FIELDS)
    assert ([document.title for document in documents], rejections) == (["Isles", "Rivers", None], [])


def test_what_is_wrong_with_a_field_is_said_by_its_own_name(read_with):
    record = {"uid": ["a"], "body": "Japan claims it.", "published": "Friday"}
    _, complaints = read_with("a.jsonl", jsonl([record]), {"text": "body", "date": "published", "id": "uid"})
    assert [r.reason[:20] for r in complaints] == ["`published` 'Friday'", "`uid` is a list, not"]
    _, (wrong,) = read_with("a.jsonl", b'{"body": 1}', {"text": "body"})
    assert wrong.reason == "`body` is a number: it must be a string"


def test_a_field_that_kgraph_does_not_know_is_refused():
    with pytest.raises(ReadError, match="no field 'txt': kgraph reads id, text, title, date, url, source"):
        list(read_sources([], on_reject=lambda _: None, fields={"txt": "body"}))
