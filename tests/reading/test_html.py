"""Web pages: main text, metadata, and pages without either."""

import datetime
import subprocess
import sys

import pytest
import trafilatura

from kgraph.reading import html

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks go on - The Post</title>
<meta property="article:published_time" content="2019-05-10T09:00:00Z">
<meta property="og:site_name" content="The Post"><link rel="canonical" href="https://news.example/talks"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks go on</h1>
<p>Japan claims Kunashir. Russia administers it.</p><p>Both talked in Moscow &mdash; &lt;/script&gt; too.</p>
<figure><img src="x.png"><figcaption>The harbour.</figcaption></figure></article>
<script>var text = "Japan annexed Kunashir.";</script><footer>Copyright The Post</footer></body></html>"""
NO_TEXT = "a web page without main text: save the article's own page, or its text as .txt"


def test_main_text_and_metadata_are_read(read_bytes):
    (document,), rejections = read_bytes("a.html", PAGE.encode())
    assert rejections == []
    assert document.text == (
        "Talks go on\nJapan claims Kunashir. Russia administers it.\nBoth talked in Moscow — </script> too."
    )
    assert (document.id, document.title, document.date) == (
        "a.html",
        "Talks go on",
        datetime.date(2019, 5, 10),
    )
    assert (document.url, document.source) == ("https://news.example/talks", "The Post")


def test_short_paragraphs_are_not_run_together(read_bytes):
    (document,), _ = read_bytes(
        "a.htm", b"<html><body><article><p>Japan claims it.</p><p>Russia holds it.</p>"
    )
    assert document.text == "Japan claims it.\nRussia holds it."


@pytest.mark.parametrize(
    "page", [b"<p>Japan claims Kunashir.</p>", b"<body>Japan claims Kunashir.", b"Japan claims Kunashir."]
)
def test_half_a_page_is_read(read_bytes, page):
    (document,), _ = read_bytes("a.html", page)
    assert document.text.rstrip() == "Japan claims Kunashir."


def test_date_of_the_text_is_not_the_date_of_the_page(read_bytes):
    page = (
        b"<html><body><p>The treaty of May 10, 1956 was signed. It came into force on 12 December 1956.</p>"
    )
    (document,), _ = read_bytes("a.html", page)
    assert document.date is None


@pytest.mark.parametrize("date", ["1956-10-19", "2019-05-10", "2077-01-02"])
def test_date_does_not_depend_on_today(read_bytes, date):
    """By default the extractor takes no date before 1995 or after the present day."""
    page = f'<html><head><meta name="date" content="{date}"></head><body><p>Japan claims Kunashir.</p>'
    (document,), _ = read_bytes("a.html", page.encode())
    assert document.date == datetime.date.fromisoformat(date)


def test_encoding_named_in_the_page_is_used(read_bytes):
    page = (
        '<html><head><meta charset="iso-8859-2"></head><body><p>The talks in Łódź were about the islands.</p>'
    )
    (document,), rejections = read_bytes("a.html", page.encode("iso-8859-2"))
    assert "Łódź" in document.text
    assert rejections == []


def test_encoding_that_is_guessed_is_said(read_bytes):
    page = "<html><body><p>The talks of Côte d’Ivoire were about the islands.</p></body></html>"
    (document,), (rejection,) = read_bytes("a.html", page.encode("cp1252"))
    assert "Côte d’Ivoire" in document.text
    assert (rejection.fatal, rejection.reason[:25]) == (False, "not UTF-8: read as cp1252")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"<html></html>", id="nothing"),
        pytest.param(b"<html><body><script>var claim = 1;</script></body></html>", id="script"),
        pytest.param(b"<html><body>" + b"<div>" * 5000 + b"</body></html>", id="deep"),
        pytest.param(b"<!-- Japan claims it. -->", id="comment"),
    ],
)
def test_page_without_main_text_is_one_complaint(read_bytes, page):
    documents, rejections = read_bytes("a.html", page)
    assert (documents, [r.reason for r in rejections]) == ([], [NO_TEXT])


def test_reading_anything_else_does_not_load_the_extractor():
    code = "import kgraph.reading, sys; sys.exit('trafilatura' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_extractor_says_nothing_itself(tmp_path):
    """Complaints go to `on_reject` alone."""
    (tmp_path / "a.html").write_bytes(b"x")
    (tmp_path / "b.html").write_bytes(b"<html></html>")
    code = "import kgraph.reading as r, sys; list(r.read_sources(sys.argv[1:], on_reject=lambda _: None))"
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_too_large_a_page_is_left_to_the_user(read_bytes, monkeypatch):
    monkeypatch.setattr(html, "MAX_PAGE_BYTES", len(PAGE) - 1)
    documents, (rejection,) = read_bytes("a.html", PAGE.encode())
    assert (documents, rejection.reason) == ([], "a web page of more than 0 MB: save its text as .txt")


def test_a_page_that_the_extractor_stumbles_over_is_one_complaint(read_bytes, monkeypatch):
    def stumble(*args, **kwargs):
        raise IndexError("somewhere deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", stumble)
    documents, (rejection,) = read_bytes("a.html", PAGE.encode())
    assert documents == []
    assert rejection.reason == "its main text cannot be extracted (IndexError): save it as .txt"
