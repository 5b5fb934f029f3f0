"""Files by URL: one, a folder, a pattern, and what is said where a URL leads nowhere."""

import gzip
import importlib.abc
import socket
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import fsspec
import pytest

from kgraph.reading import read_sources, url

TEXT = b"Japan claims Kunashir.\n"
RECORDS = b'{"id": "n1", "text": "Japan claims it."}\n{"id": "n2", "text": "Russia holds it."}\n'


@pytest.fixture
def bucket():
    """Give a function that puts files into a store in memory, which is emptied afterwards."""
    store = fsspec.filesystem("memory")
    store.store.clear()

    def put(**files):
        for name, data in files.items():
            store.pipe(f"/bucket/{name}", data)

    yield put
    store.store.clear()
    store.pseudo_dirs[:] = [""]


def ids(documents):
    return [document.id for document in documents]


def test_a_file_by_url_is_read_like_a_file(read, tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT)
    by_path, by_url = read(tmp_path / "a.txt"), read(f"file://{tmp_path}/a.txt")
    assert by_path == by_url
    assert ids(by_url[0]) == ["a.txt"]


def test_a_folder_by_url_is_read_like_a_folder(read, tmp_path):
    for name in ("2020/a.txt", "b.txt", ".hidden.txt", "c.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT + name.encode())
    assert read(tmp_path) == read(f"file://{tmp_path}") == read(f"file://{tmp_path}/")


def test_a_folder_of_an_object_store_gives_paths_within_it(read, bucket):
    bucket(
        **{
            "n/2020/a.txt": TEXT,
            "n/b.TXT": b"Both talk.",
            "n/.hidden.txt": TEXT,
            "n/c.jpg": b"",
            "o/d.txt": TEXT,
        }
    )
    documents, (rejection,) = read("memory://bucket/n")
    assert ids(documents) == ["b.TXT", "2020/a.txt"]
    assert str(rejection).startswith(
        "memory://bucket/n: 1 file of other kinds left out: .jpg (1); kgraph reads "
    )


def test_packed_records_of_an_object_store_stream(read, bucket):
    bucket(**{"a.jsonl.gz": gzip.compress(RECORDS)})
    documents, rejections = read("memory://bucket/a.jsonl.gz")
    assert (ids(documents), rejections) == (["n1", "n2"], [])


def test_damage_elsewhere_is_named_by_url(read, bucket):
    bucket(**{"a.jsonl.gz": gzip.compress(RECORDS)[:-12]})
    documents, (rejection,) = read("memory://bucket/a.jsonl.gz")
    assert ids(documents) == ["n1"]
    assert str(rejection).startswith("memory://bucket/a.jsonl.gz: the gzip data are damaged (")


@pytest.mark.parametrize("pattern", ["2024/*.jsonl", "2024/[ab].jsonl", "202?/*.jsonl", "**/*.jsonl"])
def test_a_pattern_gives_what_it_fits_by_name(read, bucket, pattern):
    bucket(
        **{
            "2024/b.jsonl": b'{"id": "b", "text": "Japan claims it."}',
            "2024/a.jsonl": b'{"id": "a", "text": "Japan claims it."}',
            "2024/a.txt": TEXT,
        }
    )
    documents, rejections = read(f"memory://bucket/{pattern}")
    assert (ids(documents), rejections) == (["a", "b"], [])


def test_a_pattern_of_this_machine_fits_its_files(read, tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_bytes(TEXT)
    assert ids(read(f"file://{tmp_path}/*.txt")[0]) == ["a.txt", "b.txt"]


def test_equal_names_here_and_elsewhere_stay_apart(read, bucket, tmp_path):
    bucket(**{"a.txt": TEXT})
    (tmp_path / "a.txt").write_bytes(b"Russia holds it.")
    documents, rejections = read(tmp_path / "a.txt", "memory://bucket/a.txt")
    assert (ids(documents), rejections) == (["a.txt", "bucket/a.txt"], [])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("memory://bucket/gone.txt", "there is no such file or folder: check the name"),
        ("file:///gone/a.txt", "there is no such file or folder: check the name"),
        ("memory://bucket/*.csv", "no file or folder has such a name: check the pattern"),
        (
            "gopher://host/a.txt",
            "gopher:// leads nowhere that kgraph knows: it reads file:// s3:// hdfs:// https://",
        ),
    ],
)
def test_a_url_that_leads_nowhere_is_one_line_and_the_rest_is_read(read, bucket, given, message):
    bucket(**{"good.txt": TEXT})
    documents, rejections = read(given, "memory://bucket/good.txt")
    assert ids(documents) == ["good.txt"]
    assert [str(rejection) for rejection in rejections] == [f"{given}: {message}"]


class _Missing(importlib.abc.MetaPathFinder):
    """Makes packages look as if they were not installed."""

    def __init__(self, *names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.names:
            raise ImportError(f"no {name} here")


@pytest.mark.parametrize(
    ("given", "extra", "needs"),
    [
        ("s3://bucket/2024/*.warc.gz", "s3", ["s3fs"]),
        ("hdfs://host/a.jsonl", "hdfs", ["pyarrow"]),
        ("https://news.example/a.html", "https", ["aiohttp"]),
    ],
)
def test_a_missing_extra_is_one_line_that_says_what_to_install(read, monkeypatch, given, extra, needs):
    known = sys.modules["fsspec.registry"]._registry
    for name in known.keys() - {"file", "memory"}:
        monkeypatch.delitem(known, name)
    for name in [
        name for name in sys.modules if name.split(".")[0] in needs or name.startswith("fsspec.impl")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Missing(*needs), *sys.meta_path])
    documents, (rejection,) = read(given)
    assert documents == []
    protocol = given.partition(":")[0]
    assert str(rejection) == (
        f"{given}: {protocol}:// needs a package that is not installed: pip install 'kgraph-disputes[{extra}]'"
    )


def test_an_error_of_a_library_is_one_line_and_the_records_before_it_are_kept(read, bucket, monkeypatch):
    """Each library that leads elsewhere has errors of its own."""
    bucket(**{"a.jsonl": RECORDS * 5_000})

    class Broken:
        def __init__(self, file):
            self.file, self.given = file, 0

        def read(self, size):
            self.given += size
            if self.given > 100_000:
                raise RuntimeError("the connection was lost\nlong story")
            return self.file.read(size)

        def close(self):
            self.file.close()

    opened = fsspec.filesystem("memory").open
    monkeypatch.setattr(type(fsspec.filesystem("memory")), "open", lambda self, *args: Broken(opened(*args)))
    rejections = []
    documents = list(read_sources(["memory://bucket/a.jsonl"], on_reject=rejections.append))
    assert ids(documents) == ["n1", "n2"]
    assert "memory://bucket/a.jsonl: RuntimeError: the connection was lost" in map(str, rejections)


@pytest.mark.parametrize("given", ["a.txt", "/a:b/c.txt", "C:/a.txt", "mailto:a", "//host/a.txt"])
def test_a_path_is_no_url(given):
    assert not url.is_url(given)


def test_a_web_server_gives_one_file_a_url(read, tmp_path):
    """A `?` begins a query there, and a page with links is no folder."""
    page = b'<html><body><article><p>Japan claims Kunashir. <a href="/b.txt">More</a></p></article></body></html>'
    (tmp_path / "a.html").write_bytes(page)
    handler = partial(QuietHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        documents, rejections = read(f"{host}/a.html?page=1", f"{host}/gone.txt", f"{host}/a.html#end")
        server.shutdown()
    assert ids(documents) == ["a.html"]
    assert documents[0].text.startswith("Japan claims Kunashir.")
    missing, again = rejections
    assert str(missing) == f"{host}/gone.txt: there is no such file or folder: check the name"
    assert again.reason.startswith("a duplicate: the document 'a.html' was read from http://127.0.0.1:")


def test_a_web_server_that_does_not_answer_is_no_missing_file(read):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and listens to nobody
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/a.txt"
        documents, (rejection,) = read(address)
    assert not documents
    assert rejection.reason.startswith("the server cannot be reached: ")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *args):
        """Say nothing."""
