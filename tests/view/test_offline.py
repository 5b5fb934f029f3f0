"""The watch over the pages sees what it is there to see: every request, error, breach, dialog and window."""

import pytest
from axe import find_violations
from offline import OpenPages

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

HEAD = "<!doctype html><html lang=en><title>x</title>"
POLICY = "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">"


@pytest.fixture(scope="module")
def watched(browser, tmp_path_factory):
    """All faults at once, for the watch to see; what it saw."""
    opened = OpenPages(browser, tmp_path_factory.mktemp("faults"))
    asking = """<link rel=stylesheet href=https://example.org/a.css><img src=https://example.org/a.png>
      <iframe src=https://example.org/frame></iframe>
      <script>fetch("https://example.org/fetched").catch(() => 0); navigator.sendBeacon("https://example.org/beacon");
      new WebSocket("wss://example.org/socket"); document.body.append(new Image());
      open("https://example.org/window")</script>"""
    failing = """<script>console.log("a message"); alert("a dialog");
      setTimeout(() => missing.name); Promise.reject(new Error("a promise"))</script>"""
    breaching = f"{POLICY}<body><script>try {{ eval('1') }} catch {{}}</script>"
    for html in (asking, failing, breaching):
        opened.open_html(HEAD + html).wait_for_timeout(100)
    return opened.close()


@pytest.mark.parametrize("name", ["a.css", "a.png", "frame", "fetched", "beacon", "socket", "window"])
def test_a_request_of_any_kind_is_seen(watched, name):
    assert any(url.endswith(f"example.org/{name}") for url in watched[0])


@pytest.mark.parametrize(
    "words",
    ["console: a message", "dialog: a dialog", "missing is not defined", "a promise", "policy: script-src"],
)
def test_a_fault_of_any_kind_is_seen(watched, words):
    assert any(words in text for text in watched[1])


def test_what_was_asked_for_never_came(watched):
    assert any("net::ERR_FAILED" in text for text in watched[1])


def test_a_quiet_page_gives_nothing(browser, tmp_path):
    opened = OpenPages(browser, tmp_path)
    opened.open_html(
        f'{HEAD}<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><a href="#x" id=x>x</a>'
    )
    assert opened.close() == ([], [])


def test_axe_sees_a_button_without_a_name_and_refuses_a_page_that_is_not_ready(browser, tmp_path):
    opened = OpenPages(browser, tmp_path)
    with pytest.raises(AssertionError, match="not ready"):
        find_violations(opened.open_html(HEAD))
    page = opened.open_html(
        f"{HEAD}<main><h1>x</h1><button></button></main><script>window.__ready = true</script>"
    )
    (violation,) = find_violations(page)
    assert violation.startswith("button-name (critical)")
    opened.close()
