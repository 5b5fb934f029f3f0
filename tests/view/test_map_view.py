"""The map in a browser: every territory is a point that can be seen, reached and chosen, and the map can be moved."""

import re
from base64 import b64encode
from itertools import combinations
from types import ModuleType

import crowded
import hostile
import pytest
import specimen
from axe import find_violations

from kgraph.model import EntityKind

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

PLACED = {key for key in specimen.BACKGROUND.places if specimen.ENTITIES[key].kind is EntityKind.TERRITORY}
PHONE = {"width": 320, "height": 720}

# Where the symbols of a map are on the screen; those that the keyboard reaches come first in the order of the keyboard.
SYMBOLS = """(selector) => [...document.querySelectorAll(selector)].flatMap((symbol) => {
  if (!symbol.checkVisibility()) return [];
  const box = symbol.querySelector(".figure").getBoundingClientRect();
  const frame = symbol.ownerSVGElement.getBoundingClientRect();
  return {
    id: symbol.dataset.entity,
    map: symbol.ownerSVGElement.getAttribute("aria-label"),
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    isInside: box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom,
  };
})"""
REACHED = '.map-place[tabindex="0"]'
FULL = ".map-place:not(.dot)"
NAMES = """() => [...document.querySelectorAll("svg")].map((map) => {
  const frame = map.getBoundingClientRect();
  return [...map.querySelectorAll(".map-name")].map((name) => {
    const { left, top, right, bottom } = name.getBoundingClientRect();
    const isWhole = left > frame.left && right < frame.right && top > frame.top - 1 && bottom < frame.bottom + 1;
    return { left, top, right, bottom, isWhole, text: name.textContent };
  });
})"""
FORGET = """() => {
  window.__page.change({ kind: "", id: "", lines: false, hops: 0 });
  document.getElementById("map-home").click();
}"""


@pytest.fixture(scope="module")
def opened(pages):
    return pages.open(fragment="#view=map")


@pytest.fixture
def page(opened):
    """The map with nothing chosen, filtered or moved."""
    opened.evaluate(FORGET)
    return opened


def unplaced(module: ModuleType) -> ModuleType:
    """Give a module's texts without any knowledge of where things are."""
    bare = ModuleType("unplaced")
    bare.read_documents, bare.read_assertions = module.read_documents, module.read_assertions
    return bare


def symbols(page, selector: str = REACHED) -> list[dict]:
    return page.evaluate(SYMBOLS, selector)


def place_of(page, entity: str) -> tuple[float, float]:
    (found,) = [s for s in symbols(page) if s["id"] == entity]
    return found["x"], found["y"]


def on_overview(page) -> dict[str, tuple[float, float]]:
    return {s["id"]: (s["x"], s["y"]) for s in symbols(page, "#map-overview .map-place")}


def spread_of(page) -> float:
    """Measure how large the overview is drawn: the distance of two far places on it."""
    places = on_overview(page)
    return places["kashmir"][0] - places["western-sahara"][0]


def settle(page) -> None:
    """Wait for what is drawn with the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_every_territory_with_a_place_is_a_symbol(page):
    assert {s["id"] for s in symbols(page)} == PLACED
    assert len(symbols(page)) == len(PLACED)
    assert page.locator("#map-count").inner_text() == f"{len(PLACED)} territories on the map."


def test_territories_without_a_place_are_listed_and_can_be_chosen(page):
    assert page.locator("#map-unplaced-count").inner_text() == "1 territory without coordinates"
    page.click("#map-unplaced-count")
    page.click("#map-unplaced-list button")
    assert page.evaluate("window.__page.state.id") == specimen.UNKNOWN.id


def test_every_symbol_is_in_sight_and_none_covers_another(page):
    full = symbols(page, FULL)
    assert all(s["isInside"] for s in symbols(page))
    for one, other in combinations(full, 2):
        if one["map"] == other["map"]:
            assert abs(one["x"] - other["x"]) + abs(one["y"] - other["y"]) >= 24, (one, other)


def test_places_that_crowd_stand_in_an_inset(page):
    kurils = {s["map"] for s in symbols(page) if s["id"] in ("kunashir", "shikotan", "habomai-islands")}
    assert len(kurils) == 1
    assert kurils.pop().startswith("Inset")


def test_no_name_covers_another_or_is_cut_off(page):
    names = [name for on_map in page.evaluate(NAMES) for name in on_map]
    assert {name["text"] for name in names} >= {"Kunashir", "Western Sahara", "Kashmir"}
    assert all(name["isWhole"] for name in names)
    for on_map in page.evaluate(NAMES):
        for one, other in combinations(on_map, 2):
            aside = one["right"] <= other["left"] + 4 or other["right"] <= one["left"] + 4
            assert aside or one["bottom"] <= other["top"] + 4 or other["bottom"] <= one["top"] + 4, (
                one,
                other,
            )


def test_a_disputed_territory_says_how_many_claim_it(page):
    symbol = page.locator(f'{REACHED}[data-entity="spratly-islands"]')
    assert symbol.locator(".claimants").text_content() == "6"
    assert "claimed by Brunei, " in symbol.get_attribute("aria-label")
    assert page.locator(f'{REACHED}[data-entity="habomai-islands"] .ring').count() == 0


def test_coasts_are_drawn_where_they_are(page):
    """Read from the drawing itself, so that what Python writes and the script reads agree."""
    is_land = page.evaluate(
        """([[lon, lat], ...others]) => [[lon, lat], ...others].map(([lon, lat]) => {
          const { west, sheets } = window.__page.data.map;
          const x = west + ((((lon - west) % 360) + 360) % 360);
          const over = sheets.map(({ window: [w, s, e, n] }, i) => (w <= x && x <= e && s <= lat && lat <= n ? i : -1));
          const i = Math.max(...over);
          const { step, window: [left, , , top] } = sheets[i];
          const point = new DOMPoint((x - left) / step, (top - lat) / step);
          return document.querySelector(`#land-${i} .land`).isPointInFill(point);
        })""",
        [[145.9, 44.1], [100, 60], [-175, 66.5], [50.5, 41.5], [146.3, 43.75], [-30, 30]],
    )
    assert is_land == [True, True, True, False, False, False]


HIDE = """(selector) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(selector + " { display: none !important }");
  document.adoptedStyleSheets = [sheet];
}"""


# The greatest difference of two pictures, in steps of 255: the browser reads its own pictures.
DIFFERENCE = """async (pictures) => {
  const pixels = await Promise.all(pictures.map(async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  return pixels[0].reduce((most, value, i) => Math.max(most, Math.abs(value - pixels[1][i])), 0);
}"""


@pytest.mark.parametrize("turns", [0, 3, 6])
def test_where_finer_land_meets_coarser_no_line_shows(page, turns):
    """Around Kashmir all is land for ten degrees: with or without the finer sheets it must look the same."""
    marks = "#map-overview > g:not(.land-sheets)"
    x, y = on_overview(page)["kashmir"]
    page.mouse.move(x, y)
    for _ in range(turns):
        page.mouse.wheel(0, -120)
        settle(page)
    degree = page.evaluate("document.querySelector('#map-overview .land-sheets').getCTM().a")
    left, right, top, bottom = x - 9 * degree, x + 9 * degree, y - 8 * degree, y + 8 * degree
    frame = page.locator("#map-frame").bounding_box()
    left, right = max(left, frame["x"]), min(right, frame["x"] + frame["width"])
    top, bottom = max(top, frame["y"]), min(bottom, frame["y"] + frame["height"])
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    pictures = []
    for hidden in (marks, f"{marks}, .land-sheets use:not(:first-child)"):
        page.evaluate(HIDE, hidden)
        pictures.append(b64encode(page.screenshot(clip=clip)).decode())
    page.evaluate("document.adoptedStyleSheets = []")
    assert page.evaluate(DIFFERENCE, pictures) <= 1  # of rounding


def test_it_says_that_no_boundary_is_drawn(page):
    note = page.locator("#map-note").inner_text()
    assert "No boundary is drawn, and the map takes no position." in note
    assert "Natural Earth" in note


# -- choosing -----------------------------------------------------------------------------------------------------


def test_a_click_on_a_symbol_chooses_and_one_on_the_sea_lets_go(page):
    page.mouse.click(*place_of(page, "western-sahara"))
    assert page.evaluate("window.__page.state.id") == "western-sahara"
    assert page.locator("#panel h2").first.inner_text() == "Western Sahara"
    assert "entity=western-sahara" in page.url
    frame = page.locator("#map-frame").bounding_box()
    page.mouse.click(frame["x"] + 8, frame["y"] + frame["height"] - 8)
    assert page.evaluate("window.__page.state.id") == ""


def test_what_is_chosen_elsewhere_stands_out(page):
    page.evaluate('window.__page.choose("entity", "kunashir")')
    chosen = page.locator(f"{REACHED}.chosen")
    assert chosen.get_attribute("data-entity") == "kunashir"
    assert chosen.get_attribute("aria-pressed") == "true"
    assert "faded" in page.locator(f'{REACHED}[data-entity="kashmir"]').get_attribute("class")


def test_what_is_chosen_out_of_sight_is_brought_there(page):
    for _ in range(4):
        page.click("#map-zoom-in")
    settle(page)
    page.evaluate('window.__page.choose("entity", "falkland-islands")')
    assert [s["isInside"] for s in symbols(page) if s["id"] == "falkland-islands"] == [True]


def test_a_name_on_the_map_chooses_too(page):
    page.locator(".map-name", has_text="Western Sahara").first.click()
    assert page.evaluate("window.__page.state.id") == "western-sahara"


def test_filters_hold_for_the_map(page):
    page.evaluate("window.__page.change({ kind: 'entity', id: 'morocco', hops: 1 })")
    assert [s["id"] for s in symbols(page) if s["id"] in PLACED] == ["western-sahara"]
    assert page.locator("#map-count").inner_text() == "1 territory on the map."


def test_an_inset_goes_with_its_places(page):
    insets = page.locator(".inset:visible")
    assert insets.count() == 2
    page.evaluate("window.__page.change({ kind: 'entity', id: 'vietnam', hops: 1 })")
    assert insets.count() == 1


# -- moving -------------------------------------------------------------------------------------------------------


def test_keys_move_and_zoom(page):
    page.focus("#map-frame")
    size, west = spread_of(page), on_overview(page)["western-sahara"]
    page.keyboard.press("+")
    settle(page)
    assert spread_of(page) == pytest.approx(1.5 * size, rel=0.1)
    before = on_overview(page)["kashmir"]
    page.keyboard.press("ArrowRight")
    settle(page)
    after = on_overview(page)["kashmir"]
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((-60, 0), abs=1)
    page.keyboard.press("ArrowUp")
    settle(page)
    assert on_overview(page)["kashmir"][1] > after[1] + 40
    page.keyboard.press("0")
    assert on_overview(page)["western-sahara"] == pytest.approx(west, abs=0.2)


def test_it_never_gets_smaller_than_the_world(page):
    page.focus("#map-frame")
    for _ in range(12):
        page.keyboard.press("-")
    settle(page)
    smallest = spread_of(page)
    page.keyboard.press("-")
    settle(page)
    assert spread_of(page) == pytest.approx(smallest)
    frame = page.locator("#map-frame").bounding_box()
    assert smallest > frame["width"] * 80 / 360


def test_the_wheel_zooms_where_the_pointer_is(page):
    x, y = on_overview(page)["western-sahara"]
    size = spread_of(page)
    page.mouse.move(x, y)
    page.mouse.wheel(0, -120)
    page.wait_for_function(f"({SYMBOLS})('#map-overview .map-place').length > 0")
    settle(page)
    assert spread_of(page) > 1.2 * size
    assert on_overview(page)["western-sahara"] == pytest.approx((x, y), abs=3)


def test_dragging_moves_the_map_and_chooses_nothing(page):
    page.click("#map-zoom-in")
    settle(page)
    x, y = on_overview(page)["western-sahara"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=4)
    page.mouse.up()
    settle(page)
    assert on_overview(page)["western-sahara"] == pytest.approx((x + 40, y + 20), abs=2)
    assert page.evaluate("window.__page.state.id") == ""
    page.mouse.click(x + 40, y + 20)
    assert page.evaluate("window.__page.state.id") == "western-sahara"


def test_two_fingers_zoom(page):
    x, y = on_overview(page)["western-sahara"]
    size = spread_of(page)
    page.evaluate(
        """([x, y]) => {
          const frame = document.getElementById("map-frame");
          frame.setPointerCapture = () => {}; // there is no real finger to capture
          const send = (type, pointerId, clientX) =>
            frame.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: y, bubbles: true, button: 0 }));
          send("pointerdown", 7, x - 40);
          send("pointerdown", 8, x + 40);
          send("pointermove", 8, x + 120);
          send("pointerup", 7, x - 40);
          send("pointerup", 8, x + 120);
          delete frame.setPointerCapture;
        }""",
        [x, y],
    )
    settle(page)
    assert spread_of(page) == pytest.approx(2 * size, rel=0.15)


def test_the_letter_of_an_inset_shows_it_on_the_overview(page):
    page.locator(".inset button:visible", has_text=re.compile("^A$")).click()
    settle(page)
    ids = page.evaluate("window.__page.data.map.insets[0].ids")
    full = {s["id"] for s in symbols(page, "#map-overview .map-place:not(.dot)") if s["isInside"]}
    assert set(ids) <= full
    assert page.evaluate("document.activeElement.id") == "map-frame"


# -- by keyboard --------------------------------------------------------------------------------------------------


def test_tab_goes_from_west_to_east_and_enter_to_the_evidence(page):
    page.focus("#map-frame")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.entity") == "falkland-islands"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.entity") == "western-sahara"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.locator("#panel h2").first.inner_text() == "Western Sahara"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.entity") == "western-sahara"


def test_what_the_keyboard_reaches_comes_into_sight(page):
    for _ in range(4):
        page.click("#map-zoom-in")
    settle(page)
    page.focus(f'#map-overview {REACHED}[data-entity="falkland-islands"]')
    settle(page)
    assert [s["isInside"] for s in symbols(page) if s["id"] == "falkland-islands"] == [True]


# -- lines --------------------------------------------------------------------------------------------------------


def test_lines_lead_from_parties_to_territories(page):
    assert page.locator("#map-overview .claim-line").count() == 0
    page.check("#map-lines")
    drawn = page.evaluate(
        "[...document.querySelectorAll('#map-overview .claim-line')].map((line) => line.dataset.statement)"
    )
    expected = page.evaluate(
        """(placed) => {
          const { statements, entities } = window.__page.data;
          const isPlaced = (id) => entities.find((entity) => entity.id === id).lat !== undefined;
          const bears = ({ subject, object }) => placed.includes(subject) !== placed.includes(object);
          const leads = (s) => bears(s) && isPlaced(s.subject) && isPlaced(s.object);
          return statements.filter((s) => ["claim", "control"].includes(s.family) && leads(s)).map((s) => s.id);
        }""",
        sorted(PLACED),
    )
    assert sorted(drawn) == sorted(expected)
    assert len(drawn) > 20
    assert "lines=true" in page.url


def test_a_denied_line_ends_in_a_bar_and_has_no_arrow(page):
    page.check("#map-lines")
    marks = page.evaluate(
        """[...document.querySelectorAll("#map-overview .claim-line")].map((line) => [
          window.__page.data.statements.find((s) => s.id === line.dataset.statement).stance,
          Boolean(line.querySelector(".head")), Boolean(line.querySelector(".bar")),
          line.querySelector(".stroke").hasAttribute("stroke-dasharray")])"""
    )
    assert {tuple(mark[1:]) for mark in marks if mark[0] == "denied"} == {(False, True, True)}
    assert {tuple(mark[1:3]) for mark in marks if mark[0] != "denied"} == {(True, False)}
    assert {mark[3] for mark in marks if mark[0] == "asserted"} == {False}


def test_lines_of_the_same_two_ends_run_apart(page):
    page.check("#map-lines")
    routes = page.evaluate(
        "[...document.querySelectorAll('#map-overview .claim-line .stroke')].map((path) => path.getAttribute('d'))"
    )
    assert len(set(routes)) == len(routes)


def test_all_parties_are_in_sight_with_their_lines(page):
    page.check("#map-lines")
    states = symbols(page, "#map-overview .kind-State")
    assert {"united-kingdom", "argentina", "japan"} <= {s["id"] for s in states}
    assert all(s["isInside"] for s in states)


def test_parties_without_a_place_are_named_since_they_have_no_line(page):
    assert page.locator("#map-lineless").is_hidden()
    page.check("#map-lines")
    note = page.locator("#map-lineless").inner_text()
    assert note == "Not drawn: 1 statement of parties without a place: Polisario Front."
    page.click("#map-lineless button")
    assert page.evaluate("window.__page.state.id") == "polisario"


def test_a_chosen_statement_has_its_line(page):
    wanted = page.evaluate(
        "window.__page.data.statements.find((s) => s.subject === 'argentina' && s.object === 'falkland-islands').id"
    )
    page.evaluate("(id) => window.__page.choose('statement', id)", wanted)
    assert page.locator("#map-overview .claim-line.chosen").get_attribute("data-statement") == wanted
    page.evaluate("window.__page.choose('', '')")
    assert page.locator("#map-overview .claim-line").count() == 0


# -- other pages --------------------------------------------------------------------------------------------------


def test_a_link_opens_the_map_as_it_was(pages):
    page = pages.open(fragment="#view=map&entity=kunashir&lines=true")
    assert page.locator(f"{REACHED}.chosen").get_attribute("data-entity") == "kunashir"
    assert page.is_checked("#map-lines")


def test_lines_keep_nobody_out(pages, artefacts):
    page = pages.open(fragment="#view=map&lines=true", color_scheme="dark")
    assert find_violations(page) == []
    page.screenshot(path=artefacts / "map-lines.png")


def test_a_narrow_screen_needs_no_sideways_scroll(pages, artefacts):
    page = pages.open(fragment="#view=map", viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate("document.getElementById('view-map').scrollWidth") <= PHONE["width"]
    assert {s["id"] for s in symbols(page)} == PLACED
    page.screenshot(path=artefacts / "map-narrow.png")


def test_where_no_place_is_known_the_territories_are_listed(pages):
    page = pages.open(unplaced(specimen), fragment="#view=map")
    assert symbols(page) == []
    assert page.locator("#map-count").inner_text() == "0 territories on the map."
    assert page.locator("#map-unplaced-list button").count() == len(PLACED) + 1


@pytest.mark.parametrize("module", [crowded, hostile], ids=lambda module: module.__name__)
def test_other_pages_open_on_the_map(pages, module):
    page = pages.open(module, fragment="#view=map&lines=true")
    assert page.locator("#view-map").is_visible()


def test_on_paper_the_statements_come_after_the_whole_map(pages):
    page = pages.open(fragment="#view=map", viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ends = page.evaluate(
        """["map-frame", "map-insets", "view-map", "paper"].map((id) => {
          const { top, bottom } = document.getElementById(id).getBoundingClientRect();
          return [top, bottom];
        })"""
    )
    assert all(one[1] <= other[0] for one, other in zip(ends[:2], [ends[1], ends[3]], strict=True))
    assert ends[2][1] <= ends[3][0]
    assert page.locator(".map-tools").is_hidden()
