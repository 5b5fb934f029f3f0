"""Web archives: the pages in them, what else they hold, and what is wrong with them."""

import base64
import datetime
import gzip
import hashlib
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.reading import RawPage, read_sources, stream, warc

BOTH = pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
HEAD = (
    b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
    b"WARC-Target-URI: https://news.example/%d\r\nWARC-Date: 2024-03-02T10:00:00Z\r\nContent-Type: %s\r\n"
    b"Content-Length: %d\r\n\r\n"
)


def page(number, text="Japan claims Kunashir."):
    return b"<html><head><title>Talks</title></head><body><p>%s</p><p>Page %d.</p></body></html>" % (
        text.encode(),
        number,
    )


def record(number, block, kind=b"response", content_type=b"application/http; msgtype=response", length=None):
    length = len(block) if length is None else length
    return HEAD % (kind, number, number, content_type, length) + block + b"\r\n\r\n"


def http(body, status=200, headers=b"Content-Type: text/html; charset=utf-8\r\n"):
    return b"HTTP/1.1 %d Said\r\n" % status + headers + b"\r\n" + body


def found(number, **kwargs):
    """Make the record of a page that was found."""
    return record(number, http(page(number)), **kwargs)


def archive(records, suffix):
    return b"".join(map(gzip.compress, records) if suffix.endswith("gz") else records)


def numbers(documents):
    return [int(document.id.rpartition("/")[2]) for document in documents]


@pytest.fixture
def read_archive(read_bytes):
    """Give a function that writes an archive and reads it."""
    return lambda records, suffix: read_bytes(f"a{suffix}", archive(records, suffix))


@BOTH
def test_pages_are_documents_by_the_address_they_were_fetched_from(read_archive, suffix):
    documents, rejections = read_archive([found(1), found(2)], suffix)
    assert rejections == []
    assert [(d.id, d.url, d.title, d.source, d.date) for d in documents] == [
        (f"https://news.example/{n}", f"https://news.example/{n}", "Talks", "news.example", None)
        for n in (1, 2)
    ]
    assert documents[0].text == "Japan claims Kunashir.\nPage 1."


def test_the_page_is_given_untouched_with_what_the_archive_says_of_it(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(found(7))
    (raw,) = read_sources([path], on_reject=pytest.fail, deferred=True)
    assert raw == RawPage(
        id="https://news.example/7",
        data=page(7),
        where=str(path),
        line=1,
        url="https://news.example/7",
        fetched=datetime.date(2024, 3, 2),
        encoding="utf-8",
    )


@BOTH
def test_what_is_no_page_is_counted_in_one_line_and_leaves_nothing_out(read_archive, suffix):
    records = [
        record(1, b"software: test\r\n", b"warcinfo", b"application/warc-fields"),
        record(2, b"GET / HTTP/1.1\r\n\r\n", b"request", b"application/http; msgtype=request"),
        found(3),
        record(3, b"GET /3 HTTP/1.1\r\n\r\n", b"request", b"application/http; msgtype=request"),
        record(4, b"20240302100000\nnews.example. 1 IN A 192.0.2.1\n", b"response", b"text/dns"),
        record(5, http(page(5), 404)),
        record(6, http(page(6), 404)),
        record(7, http(b"%PDF-1.7", headers=b"Content-Type: application/pdf\r\n")),
        record(8, http(b"User-agent: *", headers=b"Content-Type: text/plain\r\n")),
    ]
    documents, (doubt,) = read_archive(records, suffix)
    assert (numbers(documents), doubt.fatal, doubt.line) == ([3], False, None)
    assert doubt.reason == (
        "passed over 8 records of other kinds: request (2), status 404 (2), application/pdf (1), text/dns (1),"
        " text/plain (1), …"
    )


@BOTH
def test_an_archive_without_pages_is_a_complaint(read_archive, suffix):
    documents, (rejection,) = read_archive([record(5, http(page(5), 404))], suffix)
    assert (documents, rejection.fatal) == ([], True)
    assert rejection.reason == "no web page in it; 1 record of other kinds: status 404 (1)"


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page(1), mtime=0), b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1)),
            b"Content-Type: TEXT/HTML\r\nTransfer-Encoding: chunked\r\n",
        ),
        (page(1), b"Content-Type: application/xhtml+xml\r\n"),
        (page(1), b""),
    ],
)
def test_the_page_is_unpacked_as_the_server_says(read_archive, body, headers):
    (document,), rejections = read_archive([record(1, http(body, headers=headers))], ".warc")
    assert (document.text, rejections) == ("Japan claims Kunashir.\nPage 1.", [])


def test_a_response_packed_otherwise_than_it_says_is_named_by_its_address(read_archive):
    headers = b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    documents, (rejection,) = read_archive(
        [found(1), record(2, http(page(2), headers=headers)), found(3)], ".warc"
    )
    assert numbers(documents) == [1, 3]
    assert rejection.line == 2
    assert re.fullmatch(r"no HTTP response that can be read: .* \(https://news.example/2\)", rejection.reason)


def test_a_page_without_english_text_is_named_by_its_address(read_archive):
    records = [
        record(1, http(page(1, "Россия и Япония спорят об островах. Страница"))),
        record(2, http(b"<html></html>")),
    ]
    _, (foreign, empty) = read_archive(records, ".warc")
    assert foreign.reason == "no sentence in English: kgraph reads English only (https://news.example/1)"
    assert empty.reason.startswith("a web page without main text: ")
    assert empty.reason.endswith(" (https://news.example/2)")


def test_the_second_page_from_one_address_is_rejected(read_archive):
    documents, (same, other) = read_archive([found(1), found(1), record(1, http(page(2)))], ".warc")
    assert numbers(documents) == [1]
    assert same.reason.startswith("a duplicate: the document 'https://news.example/1' was read from ")
    assert other.reason.startswith("the id 'https://news.example/1' is taken by another text, from ")


@BOTH
@pytest.mark.parametrize("length", [0, 100, 300, 10_000, 10**12])
def test_a_wrong_length_costs_its_record_alone(read_archive, suffix, length):
    """A shorter one leaves a rest of it behind; a longer one would swallow those after it."""
    records = [found(1), found(2, length=length), found(3), found(4)]
    documents, rejections = read_archive(records, suffix)
    assert numbers(documents) == [1, 3, 4]
    assert [(r.line, r.fatal) for r in rejections] == [(2, True)]


@BOTH
@pytest.mark.parametrize("cut", [3, 30, 200])
def test_a_cut_archive_gives_the_records_before_the_cut(read_bytes, suffix, cut):
    data = archive([found(1), found(2), found(3)], suffix)
    documents, rejections = read_bytes(f"a{suffix}", data[:-cut])
    whole = [1, 2, 3] if cut == 3 else [1, 2]  # only what follows the record is gone
    assert numbers(documents) == whole
    assert len(rejections) == (whole == [1, 2])


def test_a_damaged_gzip_member_costs_its_record_alone(read_bytes):
    members = [bytearray(gzip.compress(found(n))) for n in (1, 2, 3, 4)]
    members[1][60:70] = b"\xff" * 10
    documents, rejections = read_bytes("a.warc.gz", b"".join(members))
    assert numbers(documents) == [1, 3, 4]
    assert [r.line for r in rejections] == [2]
    assert rejections[0].reason.startswith("damaged (")


@BOTH
@pytest.mark.parametrize("right", [True, False])
def test_a_page_whose_digest_is_right_is_kept_before_garbage(read_archive, suffix, right):
    block = http(page(1))
    digest = base64.b32encode(hashlib.sha1(block if right else b"").digest())
    whole = record(1, block).replace(
        b"Content-Type", b"WARC-Block-Digest: sha1:" + digest + b"\r\nContent-Type", 1
    )
    documents, (rejection,) = read_archive([whole, b"garbage\r\n\r\n", found(3)], suffix)
    assert (numbers(documents), rejection.line) == (([1, 3], 2) if right else ([3], 1))


def test_an_archive_packed_as_a_whole_is_read(read_bytes):
    documents, rejections = read_bytes("a.warc.gz", gzip.compress(found(1) + found(2)))
    assert (numbers(documents), rejections) == ([1, 2], [])


@BOTH
def test_too_long_a_record_costs_itself_alone(read_archive, monkeypatch, suffix):
    monkeypatch.setattr(stream, "MAX_BYTES", 2_000)
    documents, (rejection,) = read_archive([found(1), record(2, http(b"x" * 5_000)), found(3)], suffix)
    assert numbers(documents) == [1, 3]
    assert (rejection.line, rejection.reason) == (2, "longer than 0 MB, which no web page is")


def test_a_page_that_unpacks_to_too_much_costs_itself_alone(read_archive, monkeypatch):
    monkeypatch.setattr(stream, "MAX_BYTES", 2_000)
    bomb = http(gzip.compress(b"x" * 5_000), headers=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
    documents, (rejection,) = read_archive([found(1), record(2, bomb), found(3)], ".warc")
    assert numbers(documents) == [1, 3]
    assert rejection.reason == "longer than 0 MB, which no web page is (https://news.example/2)"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.warc", b"", "empty: there is nothing to read"),
        ("a.warc.gz", b"", "empty: there is nothing to read"),
        ("a.warc", b"\r\n\r\n", "empty: there is nothing to read"),
        ("a.warc.gz", found(1), "no gzip data, though its name ends in .gz: take the .gz off its name"),
        ("a.warc", gzip.compress(found(1), mtime=0), "gzip data: let its name end in .warc.gz"),
        ("a.warc", b"\x28\xb5\x2f\xfd.....", "zstd data: unpack it first (unzstd)"),
        ("a.warc", b"<html><p>Japan claims it.</p>", "damaged (Invalid WARC header)"),
        ("a.warc.gz", gzip.compress(b"", mtime=0), "no web page in it"),
    ],
)
def test_what_is_no_archive_is_one_line(read_bytes, name, data, reason):
    documents, rejections = read_bytes(name, data)
    assert (documents, [r.reason for r in rejections]) == ([], [reason])


def test_a_hostile_archive_is_left_after_many_breaks(read_bytes, monkeypatch):
    monkeypatch.setattr(warc, "_MAX_BREAKS", 3)
    documents, rejections = read_bytes("a.warc", found(0) + found(1, length=5) * 50 + found(2))
    assert numbers(documents) == [0]
    assert rejections[-1].reason == "damaged in 3 places: the rest is left out"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.data(), st.sampled_from([".warc", ".warc.gz"]))
def test_damage_anywhere_raises_nothing(read_bytes, data, suffix):
    whole = bytearray(archive([found(n) for n in range(4)], suffix))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    del whole[data.draw(st.integers(1, len(whole))) :]
    documents, rejections = read_bytes(f"a{suffix}", bytes(whole))
    assert documents or any(rejection.fatal for rejection in rejections)
