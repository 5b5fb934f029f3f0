"""Web pages that are found now and read later, in another process if need be."""

import datetime
import pickle

import pytest

from kgraph.model import Document
from kgraph.reading import RawPage, Rejection, read_sources

PAGE = (
    b'<html><head><title>Talks</title><meta name="date" content="2019-05-10"></head>'
    b"<body><article><p>Japan claims Kunashir. Russia administers it.</p></article></body></html>"
)


def raw(data=PAGE, **kwargs):
    return RawPage(id="p", data=data, where="news/p.html", **kwargs)


def deferred(*sources):
    rejections = []
    return list(read_sources(sources, on_reject=rejections.append, deferred=True)), rejections


def test_deferred_pages_come_untouched_and_unread(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.txt").write_bytes(b"Japan claims Kunashir.")
    (tmp_path / "c.html").write_bytes(b"<html></html>")
    (page, document, empty), rejections = deferred(tmp_path)
    assert page == RawPage(id="a.html", data=PAGE, where=str(tmp_path / "a.html"))
    assert isinstance(document, Document)
    assert empty.id == "c.html"
    assert rejections == []


def test_a_deferred_page_gives_what_it_gives_when_read_at_once(read, tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.html").write_bytes("<p>The talks of Côte d’Ivoire were long.</p>".encode("cp1252"))
    (tmp_path / "c.html").write_bytes(b"<html></html>")
    (tmp_path / "d.html").write_bytes("<p>Россия и Япония спорят об островах.</p>".encode())
    pages, complaints = deferred(tmp_path)
    later = [page.read(complaints.append) for page in pages]
    documents = [found for found in later if isinstance(found, Document)]
    complaints += [found for found in later if isinstance(found, Rejection)]
    assert (documents, complaints) == read(tmp_path)
    assert [document.id for document in documents] == ["a.html", "b.html"]
    assert [complaint.fatal for complaint in complaints] == [False, True, True]


def test_a_page_and_what_it_gives_can_be_pickled():
    page = pickle.loads(pickle.dumps(raw()))
    assert page == raw()
    for given in (page, raw(b"<html></html>")):
        assert pickle.loads(pickle.dumps(given.read())) == given.read()


@pytest.mark.parametrize("is_deferred", [False, True])
def test_a_page_takes_its_id_before_it_is_read(tmp_path, is_deferred):
    (tmp_path / "a.html").write_bytes(b"<html></html>")
    (tmp_path / "b.jsonl").write_bytes(b'{"id": "a.html", "text": "Japan claims it."}')
    rejections = []
    found = list(read_sources([tmp_path], on_reject=rejections.append, deferred=is_deferred))
    assert len(found) == is_deferred
    assert rejections[-1].reason.startswith("the id 'a.html' is taken by another text, from ")


def test_the_address_of_the_page_goes_before_where_it_was_fetched():
    canonical = PAGE.replace(b"<head>", b'<head><link rel="canonical" href="https://news.example/talks">')
    fetched = "https://news.example/talks?from=feed"
    assert raw(canonical, url=fetched).read().url == "https://news.example/talks"
    assert (raw(url=fetched).read().url, raw(url=fetched).read().source) == (fetched, "news.example")


def test_the_encoding_that_the_server_names_is_used_where_the_page_names_none():
    page = "<html><body><p>The talks in Łódź were about the islands.</p></body></html>".encode("iso-8859-2")
    doubts = []
    assert "Łódź" in raw(page, encoding="iso-8859-2").read(doubts.append).text
    assert doubts == []


def test_a_page_younger_than_its_fetching_has_no_date():
    doubts = []
    early = raw(fetched=datetime.date(2018, 1, 1), line=3).read(doubts.append)
    assert (early.date, early.text) == (None, "Japan claims Kunashir. Russia administers it.")
    assert [(str(doubt), doubt.fatal) for doubt in doubts] == [
        (
            "news/p.html:3: its date 2019-05-10 is after 2018-01-01, when it was fetched: kept without a date",
            False,
        )
    ]
    for day in (
        datetime.date(2019, 5, 9),
        datetime.date(2019, 5, 10),
    ):  # where it was written, it is tomorrow
        assert raw(fetched=day).read().date == datetime.date(2019, 5, 10)
