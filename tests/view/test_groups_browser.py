"""A graph too large for one drawing, in the browser: its groups, one opened, what is around an entity, and back.

One page of twenty thousand statements serves all tests: it takes seconds to build.
"""

import re

import pytest
import vast
from axe import find_violations

from kgraph.view import build_page, size, write_page
from kgraph.vocab import predicates

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

STATEMENTS = 20_000
SECONDS = 5  # of the processor until a page of so many statements can be used
TRIES = 4  # of what comes out over its bound: other work on the machine only adds to it


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    documents, assertions = vast.make(STATEMENTS)
    path = tmp_path_factory.mktemp("vast") / "graph.html"
    write_page(build_page(documents, assertions, predicates=predicates(), title="Made up"), path)
    return path.as_uri()


@pytest.fixture(scope="module")
def shared(browser, address):
    page = browser.new_page(viewport={"width": 1440, "height": 860})
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(f"{address}#view=graph")
    page.wait_for_function("() => window.__ready")
    yield page
    page.close()
    assert wrong == []


@pytest.fixture
def page(shared):
    """The page with all groups in view."""
    shared.evaluate("window.__page.change({ view: 'graph', group: '', kind: '', id: '' })")
    assert shared.evaluate("window.__ready")
    return shared


def groups(page) -> dict[str, str]:
    """Give what each group is called, by its id."""
    found = page.locator("#overview [data-group]")
    return {each.get_attribute("data-group"): each.get_attribute("aria-label") for each in found.all()}


def drawn(page) -> set[str]:
    return set(page.evaluate("window.__page.network.body.nodeIndices"))


def spent(browser, address: str) -> float:
    """Open the page anew; give the seconds of the processor that its thread took until it was ready."""
    page = browser.new_page(viewport={"width": 1440, "height": 860})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(f"{address}#view=graph")
    page.wait_for_function("() => window.__ready")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return metrics["TaskDuration"]


def test_a_page_of_twenty_thousand_statements_opens_in_seconds(browser, address):
    took = []
    while len(took) < TRIES and min(took, default=SECONDS) >= SECONDS:
        took.append(spent(browser, address))
    assert 0 < min(took) < SECONDS


def test_groups_are_drawn_with_names_and_the_reader_is_told_why(page):
    assert "20,000 statements are too many for one drawing" in page.locator("#style-note").inner_text()
    assert not page.locator("#canvas").is_visible()
    names = groups(page)
    assert len(names) == page.evaluate("window.__page.data.groups.length") > 20
    assert any(name.startswith("Isle 0: territory in dispute, ") for name in names.values())


def test_each_statement_is_counted_in_one_group_or_on_one_line(page):
    inside = [int(name.split(", ")[-2].split()[0]) for name in groups(page).values()]
    between = page.evaluate("window.__page.data.insides.filter((group) => group < 0).length")
    assert sum(inside) + between == STATEMENTS


def test_axe_finds_nothing_in_the_groups_and_in_one_of_them(page):
    assert find_violations(page) == []
    page.evaluate("window.__page.change({ group: 'g0' })")
    assert find_violations(page) == []


def test_a_drawing_of_very_many_statements_shows_some_of_each_pair_and_says_so(page):
    page.evaluate("window.__page.choose('entity', 'state-02')")
    said = page.locator("#place-note").inner_text()
    drawn_of = re.match(r"(\d+) of (\d+) statements are drawn: 6 between two points at most", said)
    assert drawn_of is not None
    assert len(page.evaluate("window.__page.network.body.edgeIndices")) == int(drawn_of[1]) < int(drawn_of[2])


def test_a_click_opens_a_group_and_the_button_leads_back(page):
    page.locator('#overview [data-group="g0"] circle').click()
    name, places = page.evaluate(
        "(({ name, places }) => [name, places.length / 3])(window.__page.data.groups[0])"
    )
    assert page.locator("#place-name").inner_text() == name
    assert "group=g0" in page.url
    assert len(drawn(page)) == places <= 300
    page.locator("#all-groups").click()
    assert page.locator("#overview").is_visible()
    assert "group=" not in page.url


SCROLLED = "(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])(document.getElementById('overview'))"


def test_the_mouse_drags_the_groups_when_they_are_enlarged(page):
    for _ in range(4):
        page.locator("#zoom-in").click()
    circle = page.locator("#overview circle").first
    circle.scroll_into_view_if_needed()
    left, top = page.evaluate(SCROLLED)
    box = circle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    assert page.evaluate(SCROLLED) == pytest.approx([left - 40, top - 30], abs=1)
    assert page.evaluate("window.__page.state.group") == ""
    circle.click()
    assert page.evaluate("window.__page.state.group") != ""
    page.locator("#all-groups").click()
    page.locator("#fit").click()


def test_the_keyboard_opens_a_group_and_escape_leads_back(page):
    page.locator('#overview [data-group="g1"]').focus()
    page.keyboard.press("Enter")
    assert page.locator("#canvas").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#overview").is_visible()


def test_back_leads_out_of_a_group(page):
    page.locator('#overview [data-group="g0"] circle').click()
    page.go_back()
    page.wait_for_function("() => window.__page.state.group === ''")
    assert page.locator("#overview").is_visible()


def test_a_name_found_opens_the_drawing_around_it(page):
    page.locator("#query").fill("Speaker 7")
    page.keyboard.press("Enter")
    assert page.locator("#place-name").inner_text() == "Around Speaker 7"
    assert drawn(page) == {"person-007", "state-01"}
    page.evaluate("window.__page.choose('entity', 'state-01')")
    assert page.locator("#place-name").inner_text() == "Around Speaker 7"  # it is in the drawing that is open
    page.evaluate("window.__page.choose('entity', 'place-000')")
    assert page.locator("#place-name").inner_text() == "Around Isle 0"


def test_a_statement_is_shown_in_the_group_that_is_open_or_around_its_busier_end(page):
    said = page.evaluate("window.__page.data.statements.find(({ subject }) => subject === 'person-007').id")
    page.evaluate("(id) => window.__page.choose('statement', id)", said)
    assert page.locator("#place-name").inner_text() == "Around State 1"
    home = page.evaluate("window.__page.data.groups[window.__page.data.insides[0]].id")
    first = page.evaluate("window.__page.data.statements[0].id")
    page.evaluate("(group) => window.__page.change({ group, kind: '', id: '' })", home)
    page.evaluate("(id) => window.__page.choose('statement', id)", first)
    assert page.evaluate("window.__page.state.group") == home


def test_the_places_around_an_entity_are_the_same_each_time_and_no_two_are_one(page):
    places = "window.__page.choose('entity', 'state-02'), window.__page.network.getPositions()"
    once = page.evaluate(places)
    page.evaluate("window.__page.change({ group: '', kind: '', id: '' })")
    assert page.evaluate(places) == once
    assert len({(place["x"], place["y"]) for place in once.values()}) == len(once)


def test_filters_count_anew_in_the_groups(page):
    before = groups(page)["g0"]
    page.evaluate("window.__page.change({ from: 1950, until: 1951 })")
    try:
        assert groups(page)["g0"] != before
    finally:
        page.evaluate("window.__page.change({ from: null, until: null })")
    assert groups(page)["g0"] == before


def test_a_link_opens_the_group_and_the_entity_that_it_names(browser, address):
    page = browser.new_page()
    page.goto(f"{address}#view=graph&group=g2")
    page.wait_for_function("() => window.__ready")
    assert page.locator("#place-name").inner_text() == page.evaluate("window.__page.data.groups[2].name")
    page.close()


def test_a_page_without_a_drawing_says_so(pages, monkeypatch):
    monkeypatch.setattr(size, "MOST_STATEMENTS", 3)
    documents, assertions = vast.make(400)
    html = build_page(documents, assertions[:4], predicates=predicates(), title="Made up")
    page = pages.open_html(html, fragment="#view=graph")
    page.wait_for_function("() => window.__ready")
    assert "4 statements are too many for a page to draw" in page.locator("#style-note").inner_text()
    assert not page.locator("#canvas").is_visible()
