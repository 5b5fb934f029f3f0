"""The server in Chromium: an analyst clicks through the pages, an engineer uses the editor, and nothing leaves."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from started import Started

from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("browsed") / "graph.ttl"
    write_graph(graph, path)
    server = Started(path, "--title", "Islands & <i>straits</i>")
    yield server.address
    assert server.stop(signal.SIGTERM) == 0


@pytest.fixture
def open_page(browser, address: str):
    """Open a page of the server; at the end nobody else was asked, nothing has gone wrong, and no cookie is set."""
    asked, wrong, contexts = [], [], []

    def open_(path: str, **settings) -> "sync_api.Page":
        context = browser.new_context(**{"viewport": WIDE} | settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.goto(address.rstrip("/") + path)
        return page

    yield open_
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert wrong == []
    assert cookies == []


def test_an_analyst_clicks_from_the_dispute_to_the_document_and_to_other_claims(open_page) -> None:
    page = open_page("/queries/disputed-territories", java_script_enabled=False)
    page.get_by_role("link", name="Kunashir").first.click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("Kunashir")
    heading = page.locator("h3", has_text="Kunashir is claimed by Japan")
    claims = page.locator("article.statement", has=heading).first
    claims.get_by_role("link", name="all 2 sentences").or_(
        claims.get_by_role("link", name="this assertion")
    ).click()
    sync_api.expect(page.get_by_role("heading", name="Who else claims Kunashir")).to_have_count(1)
    page.get_by_role("link", name="quotation").first.click()
    sync_api.expect(page.get_by_role("heading", name="Read as")).to_have_count(1)
    page.get_by_role("heading", level=1).get_by_role("link").click()
    page.locator("article.sentence").nth(3).wait_for()
    page.get_by_role("link", name="Falkland Islands").or_(
        page.get_by_role("link", name="Kunashir")
    ).first.click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("Falkland Islands|Kunashir")
    )


def test_a_name_is_found(open_page) -> None:
    page = open_page("/browse", java_script_enabled=False)
    page.get_by_role("searchbox").fill("falk")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Falkland Islands").click()
    sync_api.expect(page.locator("main")).to_contain_text("Argentina")


def test_a_question_with_a_blank_to_fill_in_is_asked_without_a_script(open_page) -> None:
    page = open_page("/queries/in-the-year", java_script_enabled=False)
    page.get_by_label("year").fill("1945")
    page.get_by_role("button", name="Ask").click()
    sync_api.expect(page.locator("table.answer")).to_contain_text("Soviet Union")
    assert page.get_by_label("year").input_value() == "1945"


@pytest.mark.parametrize(
    "path", ["/browse", "/id/kunashir", "/queries", "/queries/recognition", "/ns", "/sparql"]
)
def test_no_page_is_wider_than_a_phone(open_page, path: str) -> None:
    page = open_page(path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_dark_is_dark(open_page) -> None:
    page = open_page("/id/kunashir", color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in ground.strip("rgb()").split(",")) < 60


def test_the_drawing_opens(open_page) -> None:
    page = open_page("/")
    page.wait_for_function("window.__ready === true")
    assert page.get_by_role("heading", level=1).inner_text() == "Islands & <i>straits</i>"
    page.locator("#dispute-list button", has_text="Kunashir").first.click()
    page.get_by_role("link", name="Page with all sentences").click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("Kunashir")


def open_editor(open_page, path: str = "/sparql", **settings) -> "sync_api.Page":
    page = open_page(path, **settings)
    page.wait_for_function("window.__ready === true")
    return page


def run(page) -> str:
    """Run the query of the tab that is open; give what the table shows."""
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    page.locator(".tabPanel.active table.dataTable tbody tr").first.wait_for()
    return page.locator(".tabPanel.active table.dataTable").inner_text()


def test_the_editor_asks_this_server_and_marks_no_mistake(open_page) -> None:
    page = open_editor(open_page)
    assert page.locator(".parseErrorIcon").count() == 0
    assert "Argentina" in run(page)


def test_a_thing_in_the_table_leads_to_its_page_here(open_page, address: str) -> None:
    page = open_editor(open_page)
    run(page)
    with page.expect_popup() as opened:
        page.locator(".tabPanel.active table.dataTable a", has_text="japan").first.click()
    opened.value.wait_for_url(address + "id/japan")


def test_a_ready_question_opens_in_a_tab_of_its_own(open_page) -> None:
    page = open_editor(open_page)
    page.get_by_role("link", name="What does only one source report?").click()
    assert page.locator("#yasgui .tab").count() >= 2
    assert page.locator(".parseErrorIcon").count() == 0
    run(page)


def test_every_ready_question_is_right_to_the_editor(open_page) -> None:
    page = open_editor(open_page)
    for example in page.locator("#examples a").all():
        example.click()
        page.locator(".tabPanel.active .CodeMirror").wait_for()
        assert page.locator(".tabPanel.active .parseErrorIcon").count() == 0, example.inner_text()


def test_a_query_comes_along_in_the_address(open_page) -> None:
    text = "SELECT (1 + 1 AS ?two) WHERE {}"
    page = open_editor(open_page, "/sparql#query=" + text.replace(" ", "%20").replace("+", "%2B"))
    assert "2" in run(page)
    assert page.url.endswith("/sparql")


def test_a_mistake_is_shown_where_one_looks(open_page) -> None:
    page = open_page("/sparql#query=SELECT%20(nope(1)%20AS%20%3Fx)%20WHERE%20%7B%7D")
    page.wait_for_function("window.__ready === true")
    assert page.locator(".tabPanel.active .CodeMirror").count() == 1


def test_typing_and_completing_asks_nobody_else(open_page) -> None:
    page = open_editor(open_page)
    page.locator(".tabPanel.active .CodeMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nPREFIX foa")
    page.keyboard.press("Control+Space")
    page.keyboard.type(" ?x a foaf:Per")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(500)


def test_the_editor_remembers_across_a_reload_and_asks_the_server_it_is_on(open_page, address: str) -> None:
    page = open_editor(open_page)
    run(page)
    page.reload()
    page.wait_for_function("window.__ready === true")
    assert "Argentina" in run(page)


def test_without_a_script_there_is_a_form(open_page) -> None:
    page = open_page("/sparql", java_script_enabled=False)
    page.get_by_label("Query").fill("SELECT ?what WHERE { id:japan kg:claims ?what }")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="Kunashir").click()
    sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("Kunashir")
