"""Parquet: rows are records, and a row group that is damaged costs its own rows alone."""

import datetime
import io
import sys

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.reading import stream

ANOTHER = "where the text is in another, say --text-field"


def table(**columns):
    return packed(pa.table(columns))


def packed(content, **options):
    data = io.BytesIO()
    pq.write_table(content, data, **options)
    return data.getvalue()


def many(rows):
    return pa.table(
        {"id": [f"n{n}" for n in range(rows)], "text": [f"Japan claims island {n}." for n in range(rows)]}
    )


def ids(documents):
    return [document.id for document in documents]


def reasons(rejections):
    return [rejection.reason for rejection in rejections]


def test_rows_are_documents_with_the_fields_that_there_are(read_bytes):
    data = table(
        Text=["Japan claims it.", "Russia holds it."],
        ID=["n1", None],
        Title=["Talks", ""],
        date=["2019-05-10", None],
        url=["https://news.example/1", None],
        source=["The Post", None],
        words=[3, 3],
    )
    (first, second), rejections = read_bytes("a.parquet", data)
    assert rejections == []
    assert (first.id, first.text, first.title) == ("n1", "Japan claims it.", "Talks")
    assert (first.date, first.url, first.source) == (
        datetime.date(2019, 5, 10),
        "https://news.example/1",
        "The Post",
    )
    assert (second.id, second.title, second.date, second.url) == ("a.parquet#2", None, None, None)


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(pa.array([datetime.date(2019, 5, 10)]), id="date32"),
        pytest.param(pa.array([datetime.date(2019, 5, 10)], pa.date64()), id="date64"),
        pytest.param(pa.array([datetime.datetime(2019, 5, 10, 23, 59)], pa.timestamp("us")), id="timestamp"),
        pytest.param(pa.array([1_557_532_799_123_456_789], pa.timestamp("ns", "UTC")), id="nanoseconds"),
        pytest.param(pa.array(["Fri, 10 May 2019 12:00:00 GMT"]), id="string"),
    ],
)
def test_dates_may_be_of_any_type(read_bytes, dates):
    (document,), rejections = read_bytes("a.parquet", table(text=["Japan claims it."], date=dates))
    assert (document.date, rejections) == (datetime.date(2019, 5, 10), [])


def test_a_date_beyond_the_calendar_is_kept_without(read_bytes):
    dates = pa.array([2**30], pa.date32())
    (document,), (doubt,) = read_bytes("a.parquet", table(text=["Japan claims it."], date=dates))
    assert (document.date, doubt.fatal) == (None, False)
    assert "is not clear" in doubt.reason


@pytest.mark.parametrize(
    "texts",
    [
        pa.array(["Łódź claims it."], pa.string()),
        pa.array(["Łódź claims it."], pa.large_string()),
        pa.array(["Łódź claims it."]).dictionary_encode(),
        pa.array(["Łódź claims it.".encode()], pa.binary()),
    ],
    ids=["string", "large", "dictionary", "binary"],
)
def test_texts_may_be_of_any_type_of_string(read_bytes, texts):
    (document,), rejections = read_bytes("a.parquet", table(text=texts, id=[7]))
    assert (document.id, document.text, rejections) == ("7", "Łódź claims it.", [])


def test_a_text_that_is_not_utf8_is_read_with_a_doubt(read_bytes):
    texts = pa.array(
        ["Côte d’Ivoire met Japan.".encode("cp1252"), bytes(range(128, 256)) * 3, b"Japan claims it."]
    )
    documents, (doubt, rejection) = read_bytes("a.parquet", table(text=texts))
    assert [document.text for document in documents] == ["Côte d’Ivoire met Japan.", "Japan claims it."]
    assert (doubt.line, doubt.fatal, doubt.reason[:25]) == (1, False, "not UTF-8: such lines are")
    assert (rejection.line, rejection.reason) == (2, "its encoding is not clear: save it as UTF-8")


def test_a_wrong_row_costs_itself_alone(read_bytes, monkeypatch):
    monkeypatch.setattr(stream, "MAX_BYTES", 1_000)
    texts = ["Japan claims it.", None, "x" * 1_001, " ", "Russia holds it."]
    documents, rejections = read_bytes("a.parquet", table(text=texts))
    assert ids(documents) == ["a.parquet#1", "a.parquet#5"]
    assert [(r.line, r.reason) for r in rejections] == [
        (2, "`text` is missing: it must be a string"),
        (3, "longer than 50 MB: split the text into articles"),
        (4, "empty: there is nothing to read"),
    ]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"body": ["x"], "id": [1]}, f"no column `text` in the table: it has body, id; {ANOTHER} body"),
        ({"text": [1]}, "the column `text` holds int64, not strings"),
        ({"text": [["x"]]}, "the column `text` holds list<element: string>, not strings"),
        ({"text": pa.array([], pa.string())}, "empty: there is nothing to read"),
    ],
)
def test_a_table_without_texts_is_one_line(read_bytes, columns, reason):
    documents, rejections = read_bytes("a.parquet", table(**columns))
    assert (documents, reasons(rejections)) == ([], [reason])


def test_a_column_of_another_type_is_said_once(read_bytes):
    data = table(text=["Japan claims it.", "Russia holds it."], title=[["a"], ["b"]], date=[2019.0, 2020.0])
    documents, doubts = read_bytes("a.parquet", data)
    assert len(documents) == 2
    assert [(d.fatal, d.reason) for d in doubts] == [
        (False, "the column `date` holds double, not strings: read without it"),
        (False, "the column `title` holds list<element: string>, not strings: read without it"),
    ]


def test_a_damaged_row_group_costs_its_own_rows(read_bytes):
    data = bytearray(packed(many(40), row_group_size=10, write_page_checksum=True, compression="none"))
    place = data.index(b"Japan claims island 15.")
    data[place : place + 5] = b"Nippo"
    documents, (rejection,) = read_bytes("a.parquet", bytes(data))
    assert ids(documents) == [f"n{n}" for n in range(40) if not 10 <= n < 20]
    assert (rejection.line, rejection.count, rejection.fatal) == (11, 10, True)
    assert rejection.reason.startswith("damaged (")
    assert rejection.reason.endswith("): 10 rows of row group 2 of 4 are left out; fetch it again")


@pytest.mark.parametrize(
    ("spoil", "start"),
    [
        (lambda data: data[:-20], "damaged: its table of contents cannot be read ("),
        (
            lambda data: data[:-40] + b"\xff" * 36 + data[-4:],
            "damaged: its table of contents cannot be read (",
        ),
        (lambda data: b"", "empty: there is nothing to read"),
        (lambda data: b"PAR1", "damaged: its table of contents cannot be read ("),
        (lambda data: b"id,text\n", "no Parquet data, though its name ends in .parquet"),
        (lambda data: b"\x1f\x8b\x08", "gzip data: "),
    ],
)
def test_what_is_no_whole_table_is_one_line(read_bytes, spoil, start):
    documents, (rejection,) = read_bytes("a.parquet", spoil(packed(many(5))))
    assert documents == []
    assert rejection.reason.startswith(start)


def test_a_parquet_file_of_another_name_is_told_its_suffix(read_bytes):
    _, (rejection,) = read_bytes("a.jsonl", packed(many(5)))
    assert rejection.reason == "a Parquet file: let its name end in .parquet"


def test_a_table_elsewhere_is_read(read):
    store = fsspec.filesystem("memory")
    store.pipe("/tables/a.parquet", packed(many(25), row_group_size=10))
    try:
        documents, rejections = read("memory://tables/*.parquet")
    finally:
        store.rm("/tables", recursive=True)
    assert (len(documents), rejections) == (25, [])


def test_without_pyarrow_a_line_says_what_to_install(read_bytes, monkeypatch):
    data = packed(many(5))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    documents, (rejection,) = read_bytes("a.parquet", data)
    assert documents == []
    assert rejection.reason == ".parquet needs pyarrow: pip install 'kgraph-disputes[parquet]'"


def test_rows_that_damage_makes_end_early_are_counted(read_bytes):
    whole = bytearray(packed(many(20), row_group_size=5))
    whole[5] = 47  # in the header of the first page: Arrow takes it for the last one
    documents, rejections = read_bytes("a.parquet", bytes(whole))
    assert len(documents) + sum(r.count for r in rejections if r.fatal) == 20
    assert len(documents) == 15


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.data())
def test_damage_anywhere_raises_nothing_and_every_row_is_accounted_for(read_bytes, data):
    whole = bytearray(packed(many(20), row_group_size=5))
    end = len(whole) - int.from_bytes(whole[-8:-4], "little") - 8  # the table of contents stays whole
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, end - 1))] = data.draw(st.integers(0, 255))
    documents, rejections = read_bytes("a.parquet", bytes(whole))
    assert len(documents) + sum(r.count for r in rejections if r.fatal) == 20


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.data())
def test_damage_of_the_table_of_contents_raises_nothing(read_bytes, data):
    whole = bytearray(packed(many(20), row_group_size=5))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[-data.draw(st.integers(1, 600))] = data.draw(st.integers(0, 255))
    documents, rejections = read_bytes("a.parquet", bytes(whole))
    assert documents or any(rejection.fatal for rejection in rejections)
