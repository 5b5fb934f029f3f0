"""The address of the page says what is shown: a link opens it so again, and Back goes back."""

import hostile
import pytest

from kgraph.view.page import VIEWS

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

STATE = """() => JSON.stringify(window.__page.state, (key, value) =>
  value instanceof Set ? [...value].sort() : value)"""
CHANGE = """(patch) => {
  const { change, state } = window.__page;
  const hide = { ...state.hide };
  for (const [facet, values] of Object.entries(patch.hide || {})) hide[facet] = new Set(values);
  change({ ...patch, hide });
}"""
EVERYTHING = {
    "kind": "entity",
    "id": "spratly-islands",
    "from": 1951,
    "until": 2016,
    "confidence": 0.25,
    "disputed": True,
    "hops": 2,
    "aside": True,
    "hide": {"family": ["force", "legal"], "stance": ["denied"], "kind": ["Person"]},
}


@pytest.fixture(scope="module")
def page(pages):
    return pages.open()


@pytest.mark.parametrize("view", VIEWS)
def test_a_link_opens_what_was_shown(page, pages, view):
    page.evaluate(CHANGE, EVERYTHING | {"view": view})
    shown, count = page.evaluate(STATE), page.locator("#count").inner_text()
    page.reload()
    assert page.evaluate("window.__ready")
    assert page.evaluate(STATE) == shown
    assert page.locator("#count").inner_text() == count
    assert page.locator(f"#view-{view}").is_visible()
    assert page.locator("#panel h2").first.inner_text() == "Spratly Islands"


def test_the_start_has_no_hash_to_speak_of(page):
    page.goto(page.url.partition("#")[0])
    page.evaluate("window.__page.choose('entity', 'japan')")
    assert page.evaluate("location.hash") == "#entity=japan"
    page.evaluate("window.__page.choose('', '')")
    assert page.evaluate("location.hash") in {"", "#"}


def test_back_and_forward_go_from_choice_to_choice(open_page):
    page = open_page()
    for key in ("japan", "kunashir"):
        page.evaluate("(id) => window.__page.choose('entity', id)", key)
    page.evaluate("window.__page.change({ confidence: 0.3 })")  # a filter is no place to go back to
    heading = page.locator("#panel h2").first
    page.go_back()
    assert heading.inner_text() == "Japan"
    page.go_forward()
    assert heading.inner_text() == "Kunashir"
    for _ in range(2):
        page.go_back()
    assert heading.inner_text() == "Evidence"


def test_steps_from_point_to_point_are_one_step_back(open_page):
    page = open_page(fragment="#view=graph&entity=japan")
    for key in ("ArrowLeft", ".", ".", "ArrowRight"):
        page.locator("#canvas").press(key)
    page.go_back()
    assert page.evaluate("window.__page.state.id") == "japan"


@pytest.mark.parametrize(
    "fragment",
    [
        "#view=nowhere&entity=atlantis&from=soon&hops=-7&confidence=1e999&disputed=perhaps",
        "#view=graph&hide-family=%E0%A4%A&hide-stance=,,&=&&entity=&until=",
        "#__proto__=1&constructor=2&view=__proto__&entity=__proto__&hide-__proto__=x",
        "#view-graph",
        "#" + "x=" * 5000,
    ],
)
def test_a_hash_without_sense_opens_the_page_all_the_same(page, fragment):
    page.evaluate("(hash) => { location.hash = hash; }", fragment)
    page.reload()
    assert page.evaluate("window.__ready")
    assert page.locator("[role=tabpanel]:visible").count() == 1
    assert page.evaluate("window.__page.state.id") == ""
    state = page.evaluate("window.__page.state")
    assert [state[key] for key in ("hops", "confidence", "from", "until")] == [0, 0, None, None]


def test_any_name_survives_the_address(pages):
    """Every character that means something in an address, and names that every object has."""
    page = pages.open(hostile)
    lost = page.evaluate(
        """() => {
          const { choose, data, state } = window.__page;
          return data.entities.slice(0, 60).map(({ id }) => id).filter((id) => {
            choose("entity", id);
            const hash = location.hash;
            choose("", "");
            history.replaceState(null, "", hash);
            dispatchEvent(new PopStateEvent("popstate"));
            return state.id !== id;
          });
        }"""
    )
    assert lost == []
