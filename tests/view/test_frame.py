"""The page in a notebook: a frame without an origin, in which everything works as in a window."""

import pytest

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def frame(pages):
    return pages.open(frame=True).frames[-1]


def test_the_frame_has_no_way_out(frame):
    """No origin, so neither the notebook nor its storage can be reached."""
    assert frame.evaluate("self.origin") == "null"
    reach = "() => { try { return String(parent.document.title); } catch (error) { return error.name; } }"
    assert frame.evaluate(reach) == "SecurityError"


def test_search_and_selection_work(frame):
    frame.fill("#query", "kunashir")
    frame.press("#query", "Enter")
    assert frame.locator("#panel h2").first.inner_text() == "Kunashir"
    frame.locator("#panel .statements button").first.click()
    assert frame.locator("#panel blockquote").count() >= 1


def test_the_hash_of_the_frame_is_read_and_what_cannot_be_written_does_no_harm(frame):
    frame.evaluate("location.hash = '#view=table&entity=kunashir'")
    assert frame.locator("#view-table").is_visible()
    assert frame.locator("#panel h2").first.inner_text() == "Kunashir"
    frame.locator("#tab-graph").click()
    assert frame.evaluate("window.__page.state.view") == "graph"


def test_the_skip_links_stay_in_the_frame(frame):
    frame.locator("#skip-to-evidence").press("Enter")
    assert frame.evaluate("document.activeElement.id") == "panel"
    assert frame.url.startswith("about:srcdoc")
