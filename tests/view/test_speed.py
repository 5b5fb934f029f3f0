"""How fast the drawing is, beside a bare page of vis-network in the same browser, and what it leaves alone.

Needs Chromium, as `test_browser.py` does. Seconds differ from machine to machine and from minute to minute: what is
held is a ratio of the least of some openings by turns, and how much work a choice makes.
"""

import pytest
import sized

from kgraph.view import build_page
from kgraph.vocab import predicates

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

NODES = 300
TIMES_BARE = 2  # at most so many times as long until the picture stands
TRIES = 6  # of what comes out over its bound: other work on the machine only adds to it
# Notes when the page is painted: two frames after it is ready.
WATCH = """(() => {
  const look = () => requestAnimationFrame(() => (window.__ready ? requestAnimationFrame(note) : look()));
  const note = () => (window.__painted = performance.now());
  look();
})();"""
# Counts how often a style is set on vis-network's records of points and lines.
COUNT_STYLES = """() => {
  window.__set = { nodes: 0, edges: 0 };
  for (const part of ["nodes", "edges"]) {
    for (const { options } of Object.values(window.__page.network.body[part])) {
      let value = options.color;
      Object.defineProperty(options, "color", { get: () => value, set: (to) => (window.__set[part]++, (value = to)) });
    }
  }
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("speed")
    documents, assertions = sized.make(NODES)
    html = {
        "ours": build_page(documents, assertions, predicates=predicates(), title="Made up"),
        "bare": sized.bare_page(assertions),
    }
    for name, text in html.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in html}


@pytest.fixture(scope="module")
def page(browser, pages):
    """Our page with its drawing open; tests leave it with nothing chosen."""
    page = browser.new_page(viewport={"width": 1440, "height": 860})
    page.goto(f"{pages['ours']}#view=graph")
    page.wait_for_function("() => window.__ready")
    yield page
    page.close()


def opening(browser, address: str) -> float:
    page = browser.new_page(viewport={"width": 1440, "height": 860})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("() => window.__painted")
    took = page.evaluate("window.__painted")
    page.close()
    return took


def test_the_drawing_is_ready_soon_after_that_of_a_bare_page(browser, pages):
    ours, bare = [], []
    while len(ours) < TRIES and (not ours or min(ours) > TIMES_BARE * min(bare)):
        bare.append(opening(browser, pages["bare"]))
        ours.append(opening(browser, f"{pages['ours']}#view=graph"))
    assert min(ours) <= TIMES_BARE * min(bare)


def test_a_second_choice_repaints_only_what_differs(page):
    page.evaluate("window.__page.choose('entity', 'andorra')")
    page.evaluate(COUNT_STYLES)
    page.evaluate("window.__page.choose('entity', 'belarus')")
    touched = page.evaluate(
        """() => {
          const { data } = window.__page;
          const of = (id) => data.statements.filter((s) => [s.subject, s.object, s.about].includes(id));
          const both = [of("andorra"), of("belarus")];
          const [first, second] = both.map((statements) => new Set(statements.map((s) => s.id)));
          const differ = [...first, ...second].filter((id) => first.has(id) !== second.has(id));
          return { set: window.__set, lines: differ.length, all: data.statements.length };
        }"""
    )
    page.evaluate("window.__page.choose('', '')")
    assert 0 < touched["set"]["edges"] <= touched["lines"] < touched["all"] / 3
    assert 0 < touched["set"]["nodes"] < NODES / 3


def test_what_changes_nothing_on_the_drawing_repaints_nothing(page):
    page.evaluate(COUNT_STYLES)
    page.evaluate("window.__page.change({ disputed: false, confidence: 0.01 })")
    assert page.evaluate("window.__set") == {"nodes": 0, "edges": 0}


PICTURE = "document.getElementById('picture')?.style.transform"
DRAWING = "document.querySelector('#canvas canvas:not(#picture)')"
VIEW = "({ ...window.__page.network.getViewPosition(), scale: window.__page.network.getScale() })"

# The picture is there for a tenth of a second only.
NOTE_TRANSFORMS = """() => {
  window.__transforms = [];
  const note = (changes) => window.__transforms.push(...changes.map(({ target }) => target.style.transform));
  new MutationObserver(note).observe(document.body, { subtree: true, attributeFilter: ["style"] });
}"""


def is_drawn_anew(page) -> bool:
    """Tell whether the drawing is seen, and is what a new drawing would be."""
    return page.evaluate(
        f"""() => {{
          const seen = {DRAWING}.toDataURL();
          window.__page.network.redraw();
          return {DRAWING}.style.opacity === "" && seen === {DRAWING}.toDataURL();
        }}"""
    )


def wait_for_frame(page) -> None:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_a_drag_moves_the_picture_and_ends_with_one_drawn_anew(page):
    frame, before = page.locator("#canvas").bounding_box(), page.evaluate(VIEW)
    x, y = frame["x"] + 12, frame["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20)
    page.mouse.move(x + 60, y + 40)
    wait_for_frame(page)
    assert page.evaluate(PICTURE) is not None
    page.mouse.up()
    assert page.evaluate(PICTURE) is None
    after = page.evaluate(VIEW)
    moved = [(before[axis] - after[axis]) * before["scale"] for axis in "xy"]
    # vis-network lets go of the first pixels: until they are enough it may be a click
    assert moved == pytest.approx([60, 40], abs=12)
    assert is_drawn_anew(page)


def test_the_wheel_enlarges_the_picture_until_it_is_drawn_anew(page):
    frame, before = page.locator("#canvas").bounding_box(), page.evaluate(VIEW)
    page.mouse.move(frame["x"] + 200, frame["y"] + 300)
    page.evaluate(NOTE_TRANSFORMS)
    page.mouse.wheel(0, -120)
    page.wait_for_function("() => window.__transforms.some((each) => each.includes('scale(1.'))")
    page.wait_for_function("() => !document.getElementById('picture')")
    assert page.evaluate(VIEW)["scale"] > before["scale"]
    assert is_drawn_anew(page)
    page.locator("#fit").click()
