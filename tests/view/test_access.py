"""The page for whoever has no mouse, sees little or nothing, or sets the colours and letters to their liking."""

import hostile
import pytest
from axe import find_violations
from offline import DESKTOP

from kgraph.view.page import VIEWS

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}
STATEMENT = """() => window.__page.data.statements.find((one) => one.stance === "denied").id"""
FOCUS = "() => document.activeElement.id"


@pytest.fixture(scope="module")
def page(pages):
    """One page for the tests that only look; each sets what it needs."""
    return pages.open()


@pytest.fixture(scope="module")
def phone(pages):
    return pages.open(viewport=PHONE, has_touch=True)


def show(page, view: str, kind: str = "", key: str = "") -> None:
    page.evaluate("([view, kind, id]) => window.__page.change({ view, kind, id })", [view, kind, key])


def spoken(page) -> str:
    return page.locator("#announcement").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_a_view(page, view, theme):
    page.emulate_media(color_scheme=theme)
    show(page, view, "statement", page.evaluate(STATEMENT))
    assert find_violations(page) == []
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_on_a_phone(phone, view):
    show(phone, view, "entity", "spratly-islands")
    assert find_violations(phone) == []


def test_axe_finds_nothing_in_the_search_the_help_and_the_open_filters(phone):
    phone.fill("#query", "is")
    assert find_violations(phone) == []
    phone.keyboard.press("Escape")
    phone.locator("#theme").focus()
    phone.keyboard.press("?")
    assert phone.locator("#help").is_visible()
    assert find_violations(phone) == []
    phone.keyboard.press("Escape")
    phone.locator("#show-filters").click()
    assert find_violations(phone) == []
    phone.locator("#show-filters").click()


STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [0.5, 0.1, 0.9].map((share) => document.elementFromPoint(left + width / 2, top + height * share));
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    name: element.id || element.textContent.trim().slice(0, 60) || element.value,
    ringed: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: points.some((one) => element.contains(one)),
  };
}"""


def walk(page) -> list[dict]:
    """Press Tab from the start of the page until the focus leaves it; give what was stopped at."""
    page.locator("#skip-to-view").focus()
    stops = []
    while (stop := page.evaluate(STOP)) is not None and stop not in stops[:1]:
        stops.append(stop)
        assert len(stops) < 250, "no end"
        page.keyboard.press("Tab")
    return stops


@pytest.mark.parametrize("view", VIEWS)
def test_every_stop_of_the_keyboard_is_seen_and_has_a_ring(page, view):
    show(page, view, "entity", "spratly-islands")
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["ringed"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    names = [stop["name"] for stop in stops]
    assert all(names), names
    order = ["skip-to-view", "skip-to-evidence", f"tab-{view}", "query", "show-help", "claim"]
    assert [name for name in names if name in order] == order
    assert all(name.startswith("is claimed by ") for name in names[-5:])


def test_the_skip_links_lead_to_the_view_and_to_the_evidence(page):
    show(page, "table")
    for link, target in (("skip-to-view", "view-table"), ("skip-to-evidence", "panel")):
        page.locator(f"#{link}").press("Enter")
        assert page.evaluate(FOCUS) == target
    assert page.evaluate("window.__page.state.view") == "table"


def test_arrows_home_and_end_go_along_the_tabs(page):
    views = list(VIEWS)
    show(page, views[0])
    page.locator(f"#tab-{views[0]}").focus()
    expected = {"ArrowRight": views[1], "End": views[-1], "Home": views[0], "ArrowLeft": views[-1]}
    for key, view in expected.items():
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == f"tab-{view}"
        assert page.locator("[role=tab][aria-selected=true]").get_attribute("id") == f"tab-{view}"
        assert page.locator("[role=tabpanel]:visible").get_attribute("id") == f"view-{view}"


CHOSEN = "() => [window.__page.state.kind, window.__page.state.id]"
PLACES = """() => {
  const { network, data } = window.__page;
  const drawn = Object.values(network.body.nodes).filter((node) => !node.options.hidden);
  return Object.fromEntries(drawn.map(({ id, x, y }) => [id, [x, y]]));
}"""


@pytest.mark.parametrize(
    ("key", "towards"),
    [("ArrowRight", (1, 0)), ("ArrowLeft", (-1, 0)), ("ArrowUp", (0, -1)), ("ArrowDown", (0, 1))],
)
def test_an_arrow_goes_to_the_nearest_point_that_way(page, key, towards):
    show(page, "graph", "entity", "japan")
    places = page.evaluate(PLACES)
    page.locator("#canvas").focus()
    page.keyboard.press(key)
    kind, reached = page.evaluate(CHOSEN)

    def ahead(entity: str) -> float:
        """How far an entity lies in the direction of the key, and nothing where it lies more to the side."""
        dx, dy = (a - b for a, b in zip(places[entity], places["japan"], strict=True))
        along, across = dx * towards[0] + dy * towards[1], abs(dx * towards[1]) + abs(dy * towards[0])
        return along if along > across else 0

    assert kind == "entity"
    assert reached != "japan"
    nearer = [entity for entity in places if 0 < ahead(entity) < ahead(reached) / 2]
    assert nearer == []
    assert spoken(page).startswith(
        page.evaluate("(id) => window.__page.data.entities.find((e) => e.id === id).label", reached)
    )


def test_full_stop_and_comma_step_along_the_relations_and_say_them(page):
    show(page, "graph", "entity", "kashmir")
    count = page.evaluate("window.__page.network.getConnectedEdges('kashmir').length")
    page.locator("#canvas").focus()
    said = []
    for _ in range(count):
        page.keyboard.press(".")
        assert page.evaluate(CHOSEN)[0] == "statement"
        said.append(spoken(page))
    assert len(set(said)) == count
    assert said[0].startswith(f"1 of {count}: ")
    assert all("Kashmir" in words and "article" in words for words in said)
    page.keyboard.press(".")
    assert spoken(page) == said[0]
    page.keyboard.press(",")
    assert spoken(page) == said[-1]


def test_enter_leads_to_the_evidence_and_escape_back_to_the_drawing(page):
    show(page, "graph", "entity", "kashmir")
    page.locator("#canvas").focus()
    for key in (".", "Enter"):
        page.keyboard.press(key)
    chosen = page.evaluate(CHOSEN)
    assert page.evaluate(FOCUS) == "panel"
    assert page.locator("#panel blockquote").count() > 0
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) == "canvas"
    assert page.evaluate(CHOSEN) == chosen
    page.keyboard.press("Escape")
    assert page.evaluate(CHOSEN) == ["", ""]
    assert spoken(page) == "Nothing chosen"


def test_plus_minus_and_nought_zoom(page):
    show(page, "graph")
    scale = "window.__page.network.getScale()"
    canvas = page.locator("#canvas")
    canvas.press("0")
    whole = page.evaluate(scale)
    canvas.press("+")
    assert page.evaluate(scale) == pytest.approx(1.25 * whole)
    canvas.press("-")
    canvas.press("-")
    assert page.evaluate(scale) < whole
    canvas.press("0")
    assert page.evaluate(scale) == pytest.approx(whole)


@pytest.mark.parametrize(("view", "list_"), [("disputes", "#dispute-list"), ("table", "#rows")])
def test_the_focus_stays_on_its_row_when_the_list_is_written_anew(page, view, list_):
    show(page, view)
    row = page.locator(f"{list_} button").nth(3)
    row.focus()
    mark = "document.activeElement.dataset.mark"
    before = page.evaluate(mark)
    assert before
    page.evaluate("window.__page.change({ confidence: 0.01, kind: 'entity', id: 'japan' })")
    assert page.evaluate(mark) == before
    page.evaluate("window.__page.change({ confidence: 0 })")


def test_the_focus_is_not_lost_with_its_row_or_its_view(page):
    show(page, "table")
    page.locator("#rows button").nth(3).focus()
    page.evaluate("window.__page.change({ confidence: 1 })")  # no statement is as certain as that
    assert page.evaluate("document.activeElement.closest('.view').id") == "view-table"
    page.evaluate("window.__page.change({ confidence: 0 })")
    page.locator("#rows button").nth(3).focus()
    show(page, "disputes")
    assert page.evaluate(FOCUS) == "tab-disputes"
    show(page, "map", "entity", "western-sahara")
    page.locator("#map-overview [data-mark='entity morocco']").focus()
    page.evaluate("window.__page.choose('', '')")  # with the choice its party leaves the map
    assert page.evaluate(FOCUS) == "view-map"


def test_from_a_row_to_its_evidence_and_back_to_the_row(page):
    show(page, "table")
    row = page.locator("#rows button").nth(5)
    words = row.inner_text()
    row.press("Enter")
    assert page.evaluate(FOCUS) == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.innerText") == words


def test_the_help_opens_closes_and_gives_the_focus_back(page):
    show(page, "graph")
    page.locator("#canvas").focus()
    page.keyboard.press("?")
    dialog = page.locator("#help")
    assert dialog.is_visible()
    for _ in range(4):
        assert page.evaluate("document.activeElement.closest('dialog, body').id") in {"help", ""}
        assert not page.evaluate("document.activeElement.matches('main *')")
        page.keyboard.press("Tab")
    show(page, "graph", "entity", "japan")
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate(FOCUS) == "canvas"
    assert page.evaluate(CHOSEN) == ["entity", "japan"]


def test_single_keys_can_be_switched_off_and_do_not_disturb_typing(page):
    page.locator("#query").press_sequentially("a/b?")
    assert page.input_value("#query") == "a/b?"
    assert not page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.locator("#show-help").press("Enter")
    page.locator("#use-shortcuts").press("Space")
    page.locator("#close-help").press("Enter")
    for key in ("/", "?"):
        page.keyboard.press(key)
    assert page.evaluate(FOCUS) == "show-help"
    assert not page.locator("#help").is_visible()
    page.locator("#show-help").press("Enter")
    page.locator("#use-shortcuts").press("Space")
    page.keyboard.press("Escape")


SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
CUT_OFF = """() => [...document.querySelectorAll("header *, main *, #panel *")].filter((one) => {
  const style = getComputedStyle(one);
  const clips = style.overflowX === "hidden" || style.overflowX === "clip";
  return clips && one.checkVisibility() && !one.closest(".unseen") && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.id || one.className || one.tagName)"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_small_screen_needs_no_sideways_scrolling(phone, view):
    for kind, key in (("", ""), ("entity", "spratly-islands"), ("statement", phone.evaluate(STATEMENT))):
        show(phone, view, kind, key)
        assert phone.evaluate(SIDEWAYS) <= 0
        assert phone.evaluate(CUT_OFF) == []


def test_a_phone_starts_with_the_disputes(phone):
    phone.evaluate("location.hash = ''")
    assert phone.locator("#dispute-list li").first.is_visible()
    assert phone.locator("#filters").is_hidden()


def test_a_finger_goes_to_the_evidence_and_back_to_the_list(phone):
    show(phone, "disputes")
    row, back = phone.locator("#dispute-list button").nth(9), phone.locator("#leave-evidence")
    words = row.inner_text()
    assert not back.is_visible()
    row.tap()
    heading = phone.locator("#panel h2").first
    assert heading.inner_text() in words
    assert 0 <= heading.bounding_box()["y"] < PHONE["height"] / 2
    back.tap()
    assert 0 <= row.bounding_box()["y"] < PHONE["height"]
    assert not back.is_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_letters_twice_as_large_need_no_sideways_scrolling(page, view):
    """A reader's own size of letters counts, not only the zoom of the window."""
    show(page, view, "entity", "spratly-islands")
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    usual = page.evaluate(size)
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(size) == pytest.approx(2 * usual, rel=0.02)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CUT_OFF) == []
    page.evaluate("document.documentElement.removeAttribute('style')")
    page.set_viewport_size(DESKTOP)


TARGETS = """() => [...document.querySelectorAll("button, input, select, summary, [role=button], a")].filter((one) => {
  const { width, height } = (one.closest("label") || one).getBoundingClientRect();
  const inText = getComputedStyle(one).display === "inline";
  return one.checkVisibility() && !inText && !one.closest(".skip") && (width < 24 || height < 24);
}).map((one) => one.id || one.textContent)"""


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_touched_is_large_enough(phone, view):
    show(phone, view, "entity", "spratly-islands")
    phone.locator("#show-filters").click()
    assert phone.evaluate(TARGETS) == []
    phone.locator("#show-filters").click()


def test_forced_colours_keep_the_legend_and_the_selected_tab(pages):
    page = pages.open(forced_colors="active")
    colour_of = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    tabs = ["#tab-disputes", "#tab-graph"]
    assert len({page.evaluate(colour_of, [tab, "backgroundColor"]) for tab in tabs}) == 2
    families = [f"#families .family-{family} .stroke" for family in ("claim", "control", "legal")]
    assert len({page.evaluate(colour_of, [line, "stroke"]) for line in families}) == 3
    marks = [f"mark.{part}" for part in ("subject", "predicate", "object")]
    show(page, "disputes", "statement", page.evaluate(STATEMENT))
    assert len({page.evaluate(colour_of, [mark, "borderBottomStyle"]) for mark in marks}) == 3


def test_whoever_wants_more_contrast_gets_it(page):
    colours = """() => ["--muted", "--rule", "--text"].map((name) =>
      getComputedStyle(document.documentElement).getPropertyValue(name).trim())"""
    usual = page.evaluate(colours)
    page.emulate_media(contrast="more")
    muted, rule, text = page.evaluate(colours)
    assert muted == text
    assert rule != usual[1]
    page.emulate_media(contrast="no-preference")


def test_nothing_moves_for_whoever_wants_less_motion(page):
    page.emulate_media(reduced_motion="reduce")
    for view in VIEWS:
        show(page, view, "entity", "japan")
        assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(reduced_motion="no-preference")


UNISOLATED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const isText = !element.closest("script, style, noscript, .unseen") && element.checkVisibility();
    if (isText && walker.currentNode.data.includes("العربية") && !element.closest("bdi, [dir=auto]")) {
      found.push(element.outerHTML.slice(0, 200));
    }
  }
  return found;
}"""


def test_names_written_from_right_to_left_keep_to_themselves(pages):
    """A name in Arabic or Hebrew turns nothing round that stands beside it."""
    page = pages.open(hostile)
    wanted = "window.__page.data.{}.find((one) => JSON.stringify(one).includes('العربية')).id"
    for view in VIEWS:
        for kind, list_ in (("entity", "entities"), ("statement", "statements")):
            show(page, view, kind, page.evaluate(wanted.format(list_)))
            assert "العربية" in page.locator("#panel").inner_text()
            assert page.evaluate(UNISOLATED) == []
