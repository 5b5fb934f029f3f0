"""Files, folders and standard input: what comes out, and what is complained of."""

import errno
import gzip
import hashlib
import json
import os
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.errors import ReadError
from kgraph.reading import SUFFIXES, looks_english, read_sources, register, stream
from kgraph.reading.temporary import open_table

TEXT = b"Japan claims Kunashir.\n"
KNOWN = ".txt .md .html .htm .json .jsonl .jsonl.gz .jsonl.zst .csv .csv.gz .csv.zst .parquet .warc .warc.gz"


def write(folder, **files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def ids(documents):
    return [document.id for document in documents]


def reasons(rejections):
    return [rejection.reason for rejection in rejections]


def test_sources_are_read_in_the_order_given(read, tmp_path):
    write(
        tmp_path,
        **{"b.txt": TEXT, "a.jsonl": b'{"id": "n1", "text": "Russia holds it."}\n', "c/d.md": b"Both talk."},
    )
    documents, rejections = read(tmp_path / "b.txt", tmp_path / "c", tmp_path / "a.jsonl")
    assert ids(documents) == ["b.txt", "d.md", "n1"]
    assert rejections == []


def test_folder_gives_paths_within_it(read, tmp_path):
    write(tmp_path, **{"2020/a.txt": TEXT, "2019/b.TXT": TEXT, "z.txt": TEXT, ".hidden.txt": TEXT})
    documents, rejections = read(tmp_path)
    assert ids(documents) == ["z.txt", "2019/b.TXT", "2020/a.txt"]
    assert rejections == []


def test_ids_do_not_depend_on_where_the_folder_is(read, tmp_path, monkeypatch):
    write(tmp_path, **{"news/2020/a.txt": TEXT})
    monkeypatch.chdir(tmp_path)
    assert (
        ids(read("news")[0]) == ids(read(tmp_path / "news")[0]) == ids(read("./news/")[0]) == ["2020/a.txt"]
    )


def test_ids_do_not_depend_on_whether_the_folder_or_its_files_are_named(read, tmp_path, monkeypatch):
    write(tmp_path, **{"news/2020/a.txt": TEXT, "news/2020/b.txt": b"Russia holds it."})
    monkeypatch.chdir(tmp_path)
    files = ["news/2020/a.txt", "news/2020/b.txt"]
    assert ids(read(*files)[0]) == ids(read("news/2020")[0]) == ["a.txt", "b.txt"]


def test_equal_names_in_two_folders_stay_apart(read, tmp_path):
    write(tmp_path, **{"x/1.txt": TEXT, "y/1.txt": b"Russia holds it."})
    documents, rejections = read(tmp_path / "x", tmp_path / "y")
    assert (ids(documents), rejections) == (["1.txt", "y/1.txt"], [])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty: there is nothing to read"),
        ("a.txt", b" \r\n\t\n", "empty: there is nothing to read"),
        ("a.txt", b"\xef\xbb\xbf", "empty: there is nothing to read"),
        ("a.txt", " \n".encode("utf-16"), "empty: there is nothing to read"),
        ("a.md", b"---\ntitle: Talks\n---\n", "empty: there is nothing to read"),
        ("a.jsonl", b"", "empty: there is nothing to read"),
        ("a.jsonl", b"\n\n", "empty: there is nothing to read"),
        ("a.csv", b"", "empty: there is nothing to read"),
        ("a.html", b"", "empty: there is nothing to read"),
        ("a.json", b"\n", "empty: there is nothing to read"),
        ("a.txt", b"%PDF-1.7", "a PDF: convert it to text first (pdftotext)"),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n\x00\x00", "an image: kgraph reads text only"),
        ("a.csv", b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save it as plain text"),
        ("a.txt", b"Japan\x00claims", "binary data (it holds NUL bytes): save it as plain text in UTF-8"),
        ("a.txt", bytes(range(128, 256)) * 3, "its encoding is not clear: save it as UTF-8"),
        ("a.md", bytes(range(128, 256)) * 3, "its encoding is not clear: save it as UTF-8"),
        ("a.html", bytes(range(128, 256)) * 3, "its encoding is not clear: save it as UTF-8"),
        (
            "a.txt",
            "Россия и Япония спорят об островах.".encode(),
            "no sentence in English: kgraph reads English only",
        ),
        ("a.docx", TEXT, f"unknown kind of file: kgraph reads {KNOWN}"),
        ("a", TEXT, f"unknown kind of file: kgraph reads {KNOWN}"),
        ("a.txt.gz", gzip.compress(TEXT, mtime=0), f"unknown kind of file: kgraph reads {KNOWN}"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(read, tmp_path, name, data, reason):
    write(tmp_path, **{name: data, "good.txt": TEXT})
    documents, rejections = read(tmp_path / name, tmp_path / "good.txt")
    assert ids(documents) == ["good.txt"]
    assert [str(r) for r in rejections] == [f"{tmp_path / name}: {reason}"]
    assert rejections[0].fatal


def test_missing_file_is_named_as_given(read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    documents, rejections = read("news/no.txt", "no-folder")
    assert documents == []
    assert [str(r) for r in rejections] == [
        "news/no.txt: there is no such file or folder: check the name",
        "no-folder: there is no such file or folder: check the name",
    ]


@pytest.mark.parametrize("name", ["x" * 5000 + ".txt", "a.txt/b.txt", ""])
def test_impossible_names_are_complaints(read, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, **{"a.txt": TEXT})
    documents, rejections = read(name)
    assert documents == []
    assert len(rejections) == 1


def test_file_that_may_not_be_read_says_so(read, tmp_path, monkeypatch):
    write(tmp_path, **{"a.txt": TEXT, "b.txt": TEXT})
    opened = Path.open

    def refuse(path, *args, **kwargs):  # root may read any file
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    documents, rejections = read(tmp_path)
    assert (ids(documents), reasons(rejections)) == (["b.txt"], ["it may not be read: check its permissions"])


def test_a_link_to_itself_is_named_and_the_rest_is_read(read, tmp_path):
    write(tmp_path, **{"b.txt": TEXT})
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    documents, (rejection,) = read(tmp_path)
    assert (ids(documents), str(rejection)) == (
        ["b.txt"],
        f"{tmp_path}/a.txt: {os.strerror(errno.ELOOP)}",
    )


def test_links_to_folders_share_a_doubt(read, tmp_path):
    write(tmp_path, **{"a/b.txt": TEXT})
    for name in ("latest", "loop"):
        (tmp_path / name).symlink_to(tmp_path, target_is_directory=True)
    documents, (doubt,) = read(tmp_path)
    assert (ids(documents), doubt.fatal) == (["a/b.txt"], False)
    assert doubt.reason == (
        f"2 links to folders are not followed ({tmp_path}/latest, {tmp_path}/loop):"
        " name the folder itself, if it is not read otherwise"
    )


def test_a_full_folder_for_temporary_files_ends_the_run_with_what_was_read(tmp_path, monkeypatch):
    write(
        tmp_path,
        **{"a.jsonl": b"".join(b'{"id": "%d", "text": "Japan claims it."}\n' % n for n in range(5_000))},
    )

    def open_small(definition):
        table = open_table(definition)
        table.execute("PRAGMA max_page_count = 10")
        return table

    monkeypatch.setattr(register, "open_table", open_small)
    documents = []
    with pytest.raises(ReadError, match=r"no room for the ids of the documents read so far .*SQLITE_TMPDIR"):
        documents.extend(read_sources([tmp_path / "a.jsonl"], on_reject=pytest.fail))
    assert ids(documents) == [str(n) for n in range(len(documents))]
    assert len(documents) > 100


def test_pipe_is_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert reasons(read(tmp_path / "a.txt")[1]) == ["not an ordinary file"]


def test_broken_link_in_a_folder_is_missing(read, tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert reasons(read(tmp_path)[1]) == ["there is no such file or folder: check the name"]


def test_files_of_other_kinds_in_a_folder_share_a_line_and_are_counted(read, tmp_path):
    pictures = {f"img/{n}.jpg": b"" for n in range(12)}
    write(tmp_path, **pictures, **{"a.txt": TEXT, "b.PNG": b"", "LICENCE": b"", "img/.thumbs": b""})
    documents, (rejection,) = read(tmp_path)
    assert ids(documents) == ["a.txt"]
    assert (rejection.count, rejection.fatal) == (14, True)
    kinds = ".jpg (12), .png (1), no suffix (1)"
    assert str(rejection) == f"{tmp_path}: 14 files of other kinds left out: {kinds}; kgraph reads {KNOWN}"


def test_empty_folder_says_so(read, tmp_path):
    documents, rejections = read(tmp_path)
    assert (documents, reasons(rejections)) == ([], [f"a folder without files to read; kgraph reads {KNOWN}"])


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"x" * 2001), ("a.html", b"x" * 2001), ("a.json", b"x" * 2001)],
)
def test_too_large_file_is_not_read(read_bytes, monkeypatch, name, data):
    monkeypatch.setattr(stream, "MAX_BYTES", 2000)
    documents, rejections = read_bytes(name, data)
    assert (documents, reasons(rejections)) == ([], ["longer than 50 MB: split the text into articles"])


def test_too_large_record_costs_itself_alone(read_bytes, monkeypatch):
    """A stream of records may be as long as it likes."""
    monkeypatch.setattr(stream, "MAX_BYTES", 2000)
    lines = [
        json.dumps({"id": str(n), "text": "Japan claims it." * (1000 if n == 7 else 1)}) for n in range(100)
    ]
    documents, (rejection,) = read_bytes("a.jsonl", "\n".join(lines).encode())
    assert len(documents) == 99
    assert (rejection.line, rejection.reason) == (8, "longer than 50 MB: split the text into articles")


def test_second_of_two_equal_ids_is_rejected(read, tmp_path):
    write(
        tmp_path,
        **{
            "a.jsonl": b'{"id": "n1", "text": "Japan claims it."}\n' * 2,
            "b.csv": b"id,text\nn1,Russia holds it.\n",
        },
    )
    documents, rejections = read(tmp_path / "a.jsonl", tmp_path / "b.csv")
    assert ids(documents) == ["n1"]
    first = f"{tmp_path / 'a.jsonl'}:1"
    assert [str(r) for r in rejections] == [
        f"{tmp_path / 'a.jsonl'}:2: a duplicate: the document 'n1' was read from {first}",
        f"{tmp_path / 'b.csv'}:2: the id 'n1' is taken by another text, from {first}: give each its own id",
    ]


def test_file_given_twice_is_read_once(read, tmp_path):
    write(tmp_path, **{"n/a.txt": TEXT})
    documents, rejections = read(tmp_path / "n", tmp_path / "n" / "a.txt", tmp_path / "n")
    assert len(documents) == 1
    assert [r.reason.startswith("a duplicate: ") for r in rejections] == [True, True]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"Japan claims it.\r\n", [("stdin", "Japan claims it.\r\n")], id="text"),
        pytest.param(
            b'\n {"id": "1", "text": "Yes."}\n{"text": "No."}',
            [("1", "Yes."), ("stdin", "No.")],
            id="jsonl",
        ),
        pytest.param(b"<!doctype html><p>Japan claims it.</p>", [("stdin", "Japan claims it.")], id="page"),
        pytest.param("\n Japan claims it.".encode("utf-16"), [("stdin", "\n Japan claims it.")], id="utf-16"),
        pytest.param(b"{Japan} claims it.", [("stdin", "{Japan} claims it.")], id="brace"),
    ],
)
def test_standard_input_shows_its_kind_itself(read, data, expected):
    documents, rejections = read("-", stdin=data)
    assert [(d.id.partition("-")[0], d.text) for d in documents] == expected
    assert rejections == []


def test_text_of_standard_input_is_called_by_its_digest(read):
    digest = hashlib.sha256(TEXT).hexdigest()[:12]
    (first,), _ = read("-", stdin=TEXT)
    (again,), _ = read("-", stdin=b'{"id": "", "text": "Japan claims Kunashir.\\n"}')
    (other,), _ = read("-", stdin=b"Russia claims Kunashir.\n")
    assert first.id == again.id == f"stdin-{digest}"
    assert other.id != first.id
    documents, (complaint,) = read("-", stdin=b'{"text": "Yes."}\n{"text": "No."}\n{"text": "Yes."}\n')
    assert [d.text for d in documents] == ["Yes.", "No."]
    assert str(complaint).startswith("<stdin>:3: a duplicate: the document 'stdin-")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "<stdin>: empty: there is nothing to read"),
        (b"\n \n", "<stdin>: empty: there is nothing to read"),
        (b"%PDF-1.7", "<stdin>: a PDF: convert it to text first (pdftotext)"),
        (b'{"id": "1", "text": null}', "<stdin>:1: `text` is missing: it must be a string"),
    ],
)
def test_bad_standard_input_is_one_line(read, data, message):
    documents, rejections = read("-", stdin=data)
    assert (documents, [str(r) for r in rejections]) == ([], [message])


def test_documents_come_before_the_next_is_read(tmp_path):
    """One document is held at a time: a long stream gives its first at once."""

    class Endless:
        def readline(self, size=-1):
            self.number = getattr(self, "number", 0) + 1
            return b'{"id": "%d", "text": "Japan claims it."}\n' % self.number

    documents = read_sources(["-"], on_reject=print, stdin=Endless())
    assert ids([next(documents), next(documents), next(documents)]) == ["1", "2", "3"]


# Chance alone hardly ever makes the first bytes of what is packed, a table or an archive.
BEGINNINGS = (
    b"",
    gzip.compress(TEXT, mtime=0)[:12],
    b"\x28\xb5\x2f\xfd\x04",
    b"PAR1",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ",
    b"<html>",
    b'{"text": "',
    b"id,text\n",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_bytes_give_documents_and_complaints_and_nothing_else(read_bytes, beginning, data, suffix):
    documents, rejections = read_bytes(f"a{suffix}", beginning + data)
    assert documents or any(r.fatal for r in rejections)
    assert all(d.text.strip() and looks_english(d.text) and d.text.encode("utf-8") for d in documents)
    assert all(len(str(r).splitlines()) == 1 for r in rejections)


RECORDS = st.one_of(
    st.just(b'{"text": "Japan claims it."}'),
    st.binary(min_size=1).map(lambda data: data.replace(b"\n", b"")),
    st.dictionaries(st.sampled_from(["id", "text", "date"]), st.text() | st.none() | st.integers()).map(
        lambda record: json.dumps(record).encode()
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(RECORDS))
def test_every_line_is_a_document_or_a_complaint(read_bytes, lines):
    data = b'{"id": "first", "text": "Japan claims it."}\n' + b"\n".join(lines)
    documents, rejections = read_bytes("a.jsonl", data)
    assert len(documents) + sum(r.count for r in rejections if r.fatal) == 1 + sum(
        bool(x.strip()) for x in lines
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.binary(max_size=200))
def test_damaged_gzip_raises_nothing(read_bytes, tail):
    packed = zlib.compress(b'{"text": "Japan claims it."}\n' * 50, wbits=31)
    for data in (packed[: len(tail)], packed[:20] + tail, packed + tail):
        documents, rejections = read_bytes("a.jsonl.gz", data)
        assert documents or rejections
