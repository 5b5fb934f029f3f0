"""The page in a browser that can reach nothing but the file: what is drawn, said, found and hidden.

Needs Chromium: it is looked for under its usual names, and must be there where the variable CI is set.
"""

import functools

import crowded
import hostile
import pytest
import specimen

from kgraph.view.network import build_network
from kgraph.view.wording import family_of, word_relation
from kgraph.vocab import predicates

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

NARROW = {"width": 390, "height": 844}


@pytest.fixture
def open_page(open_page):
    """Open a page with its drawing in view."""
    return functools.partial(open_page, fragment="#view=graph")


def line_place(page, statement: str) -> tuple[float, float]:
    """Find where on the screen a line is free of points and other lines, and so can be clicked."""
    return page.evaluate(
        """(wanted) => {
          const { pick } = window.__page;
          const network = window.__page.network;
          const frame = document.getElementById("canvas").getBoundingClientRect();
          for (let share = 0.2; share < 0.8; share += 0.02) {
            const at = network.canvasToDOM(network.body.edges[wanted].edgeType.getPoint(share));
            if ((pick(at, 9) || {}).id === wanted) return [frame.left + at.x, frame.top + at.y];
          }
        }""",
        statement,
    )


def node_place(page, entity: str) -> tuple[float, float]:
    return page.evaluate(
        """(wanted) => {
          const network = window.__page.network;
          const at = network.canvasToDOM(network.getPositions([wanted])[wanted]);
          const frame = document.getElementById("canvas").getBoundingClientRect();
          return [frame.left + at.x, frame.top + at.y];
        }""",
        entity,
    )


@functools.cache
def statements() -> list[dict[str, str | None]]:
    _, lines = build_network(specimen.read_assertions())
    return [
        {
            "id": line.id,
            "subject": line.assertion.subject.id,
            "verb": word_relation(line.assertion, predicates()),
            "object": line.assertion.object.id,
            "about": line.assertion.about.id if line.assertion.about else None,
            "stance": line.stance.value,
            "family": family_of(line.assertion, predicates()),
        }
        for line in lines
    ]


def statement_id(subject: str, verb: str, object_: str) -> str:
    (found,) = [
        s["id"] for s in statements() if (s["subject"], s["verb"], s["object"]) == (subject, verb, object_)
    ]
    return found


def test_every_statement_is_drawn(open_page):
    page = open_page()
    drawn = page.evaluate("window.__page.network.body.edgeIndices.length")
    assert drawn == len(statements())


def test_parallel_statements_are_drawn_apart(open_page):
    middles = open_page().evaluate(
        """() => window.__page.data.statements.map((s) => {
          const { x, y } = window.__page.network.body.edges[s.id].edgeType.getPoint(0.5);
          return Math.round(x) + " " + Math.round(y);
        })"""
    )
    assert len(set(middles)) == len(middles)


def test_a_click_on_a_line_shows_its_sentence_with_the_words_marked(open_page):
    page = open_page()
    page.mouse.click(*line_place(page, statement_id("argentina", "claims", "falkland-islands")))
    panel = page.locator("#panel")
    assert panel.locator(".statement").inner_text() == "Argentina claims Falkland Islands / Malvinas"
    assert panel.locator("blockquote").inner_text() == (
        "Britain administers the Falkland Islands, which Argentina claims as the Malvinas."
    )
    marks = panel.locator("blockquote mark")
    assert marks.all_inner_texts() == ["Argentina", "claims", "Malvinas"]
    assert "Forty years on in the South Atlantic, 2022-04-02" in panel.locator(".source").inner_text()


def test_a_source_with_an_address_has_a_link(open_page):
    page = open_page()
    page.mouse.click(*line_place(page, statement_id("japan", "is party to", "joint-declaration-1956")))
    link = page.locator("#panel .source a")
    assert link.get_attribute("href") == "https://example.org/kurils"
    assert "noopener" in link.get_attribute("rel")


def test_a_denied_statement_says_so_and_never_has_an_arrow(open_page):
    page = open_page()
    denied = [s["id"] for s in statements() if s["stance"] == "denied"]
    arrows = page.evaluate(
        "(ids) => ids.map((id) => window.__page.network.body.edges[id].options.arrows.to.enabled)", denied
    )
    assert len(denied) == 8
    assert arrows == [False] * 8
    page.mouse.click(
        *line_place(page, statement_id("soviet-union", "is not party to", "san-francisco-peace-treaty"))
    )
    words = page.locator("#panel .statement").inner_text()
    assert words == "Soviet Union ✕ is not party to San Francisco Peace Treaty"
    assert page.locator("#panel .tags li").first.inner_text() == "Denied"


def test_a_click_on_a_point_lists_its_statements_and_its_names(open_page):
    page = open_page()
    page.mouse.click(*node_place(page, "falkland-islands"))
    panel = page.locator("#panel")
    assert panel.locator("h2").first.inner_text() == "Falkland Islands / Malvinas"
    assert "Falklands" in panel.locator(".names").inner_text()
    expected = [s for s in statements() if "falkland-islands" in (s["subject"], s["object"], s["about"])]
    assert panel.locator(".statements li").count() == len(expected)


def test_names_of_the_parties_stand_apart_as_background(open_page):
    page = open_page()
    page.mouse.click(*node_place(page, "falkland-islands"))
    background = page.locator("#panel .background")
    assert background.locator("li").all_inner_texts() == [
        "Names as used by Argentina: Islas Malvinas",
        "Names as used by France: Îles Malouines",
        "Other names: Фолкленды",
    ]
    assert "not from these articles" in background.inner_text()
    assert background.locator("bdi[lang=fr]").count() == 1
    assert "Malouines" not in page.locator("#panel > .names").inner_text()


def test_what_a_statement_is_about_lists_it_too(open_page):
    page = open_page()
    page.mouse.click(*node_place(page, "place_western-sector"))
    assert "India clashes with China" in page.locator("#panel .statements").inner_text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("senkaku", "Senkaku / Diaoyu Islands"),
        ("ATLANTIS", None),
        ("truong sa", "Spratly Islands"),
        ("falklands", "Falkland Islands / Malvinas"),
        ("dokdo", "Liancourt Rocks"),
        ("îles malouines", "Falkland Islands / Malvinas"),
        ("iles MALOUINES", "Falkland Islands / Malvinas"),
        ("фолкленды", "Falkland Islands / Malvinas"),
    ],
)
def test_search_finds_by_label_by_the_names_in_the_texts_and_by_background(open_page, typed, found):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type(typed)
    if found is None:
        assert page.locator("#results-note").inner_text() == "Nothing found"
        return
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").first.inner_text() == found


def test_the_keyboard_alone_leads_to_the_evidence_and_back(open_page):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("kashmir")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    while "is administered by" not in (page.evaluate("document.activeElement.textContent") or "")[:40]:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "India and Pakistan both claim Kashmir" in page.locator("#panel blockquote").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").first.inner_text() == "Evidence"


def test_disputed_territories_are_listed_with_their_claimants(open_page):
    first = open_page(fragment="").locator("#dispute-list li").first
    assert first.locator(".name").inner_text() == "Spratly Islands"
    claimants = first.locator(".dispute-sides dd").first
    assert claimants.inner_text() == "Brunei, China, Malaysia, Philippines, Taiwan, Vietnam"


def test_filters_hide_and_count(open_page):
    page = open_page()
    count = page.locator("#count")
    assert count.get_attribute("aria-live") == "polite"
    page.locator('#stances input[value="asserted"]').uncheck()
    page.locator('#families input[value="claim"]').uncheck()
    left = [s for s in statements() if s["stance"] != "asserted" and s["family"] != "claim"]
    assert count.inner_text().startswith(f"{len(left)} of {len(statements())} statements")
    drawn = page.evaluate(
        "Object.values(window.__page.network.body.edges).filter((edge) => !edge.options.hidden).length"
    )
    assert drawn == len(left)
    page.locator("#tab-table").click()
    assert rows_in_table(page) == len(left)


def rows_in_table(page) -> int:
    """Count the rows of the table, with those that are not in view and so not in the page."""
    return int(page.locator("#table").get_attribute("aria-rowcount")) - 1


def drawn(page, part: str) -> set[str]:
    """Give the ids of the "nodes" or "edges" that are drawn and not hidden."""
    return set(
        page.evaluate(
            """(part) => Object.values(window.__page.network.body[part])
              .filter((one) => !one.options.hidden).map((one) => one.id)""",
            part,
        )
    )


def test_a_class_of_points_can_be_switched_off_with_its_lines(open_page):
    page = open_page()
    box = page.locator('#kinds input[value="Territory"]')
    box.focus()
    page.keyboard.press("Space")
    kinds = {key: entity.kind.value for key, entity in specimen.ENTITIES.items()}
    left = [s for s in statements() if "Territory" not in (kinds[s["subject"]], kinds[s["object"]])]
    assert 0 < len(left) < len(statements())
    assert drawn(page, "edges") == {s["id"] for s in left}
    assert "Territory" not in {kinds[key] for key in drawn(page, "nodes")}
    assert page.locator("#count").inner_text().startswith(f"{len(left)} of {len(statements())} statements")
    page.locator("#tab-table").click()
    assert rows_in_table(page) == len(left)
    box.check()
    page.locator("#tab-graph").click()
    assert drawn(page, "edges") == {s["id"] for s in statements()}


def test_persons_in_office_come_when_asked_for(open_page):
    page = open_page(crowded)
    everything = len(crowded.read_assertions())
    note, officials = page.locator("#aside-note"), {person.id for person in crowded.OFFICIALS}
    assert note.inner_text() == f"{len(officials)} persons in office not shown"
    assert page.locator("#count").inner_text().startswith(f"All {everything} statements")
    assert not drawn(page, "nodes") & (officials | {crowded.HEADLESS.id})
    assert drawn(page, "edges") == {s["id"] for s in statements()}
    page.locator("#show-aside").press("Enter")
    assert drawn(page, "nodes") >= officials | {crowded.HEADLESS.id}
    assert len(drawn(page, "edges")) == everything
    assert page.locator("#announcement").inner_text() == note.inner_text() == "All persons in office shown"
    page.locator("#show-aside").press("Enter")
    assert not drawn(page, "nodes") & officials
    page.locator("#tab-table").click()
    assert rows_in_table(page) == everything


def test_a_person_in_office_is_drawn_when_chosen_in_the_search_or_by_the_state(open_page):
    page = open_page(crowded)
    officials = {person.id for person in crowded.OFFICIALS}
    page.fill("#query", "official 99")
    page.keyboard.press("Enter")
    assert drawn(page, "nodes") & officials == {"person_official-099"}
    assert page.locator("#panel .statements li").count() == 2
    page.fill("#query", "japan")
    page.keyboard.press("Enter")
    of_state = [a for a in crowded.read_assertions() if a.object.id == "japan" and a.subject.id in officials]
    assert drawn(page, "nodes") & officials == {a.subject.id for a in of_state}
    page.locator("#panel button.more").last.click()
    assert page.locator("#panel .statements").get_by_text("Official").count() >= len(of_state)
    for _ in range(2):  # out of the evidence, out of the choice
        page.keyboard.press("Escape")
    assert not drawn(page, "nodes") & officials


def test_with_persons_switched_off_nothing_is_said_of_those_in_office(open_page):
    page = open_page(crowded)
    page.locator('#kinds input[value="Person"]').uncheck()
    assert not page.locator("#aside").is_visible()


def test_the_theme_follows_the_system_and_the_button(open_page):
    page = open_page(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 23, 28)"
    page.locator("#theme").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_screen_needs_no_sideways_scrolling(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    page.locator("#show-filters").click()
    assert page.locator("#families").is_visible()
    assert page.locator("#kinds").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator("#tab-table").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_tap_chooses(open_page):
    page = open_page(viewport=NARROW, has_touch=True)
    page.touchscreen.tap(*node_place(page, "argentina"))
    assert page.locator("#panel h2").first.inner_text() == "Argentina"


def test_without_scripts_the_table_tells_everything(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("tbody tr").count() == len(statements())
    assert not page.locator("#canvas").is_visible()
    sentence = "Hanoi calls the Spratlys Trường Sa."
    assert page.locator("q", has_text=sentence).is_visible()


def test_hostile_texts_run_nothing(open_page):
    """Every point and every line is chosen once, so that every text is shown in every place it can reach."""
    page = open_page(hostile)
    chosen = page.evaluate(
        """() => {
          const { data, choose } = window.__page;
          const all = [["entity", data.entities], ["statement", data.statements]];
          const titles = all.flatMap(([kind, things]) => things.map(({ id }) => {
            choose(kind, id);
            return document.querySelector("#panel h2").textContent;
          }));
          return [titles.length, titles.filter((title) => !title).length];
        }"""
    )
    assert chosen == [len(hostile.read_assertions()) + 2 * len(hostile.TEXTS), 0]
    page.fill("#query", "script")
    assert page.locator("#results li").count() > 1
    page.locator("#tab-table").click()
    assert page.evaluate("window.__broken") is None
    assert (
        page.locator("#panel, main, #results").locator("script, img, iframe, form, base, style").count() == 0
    )
    assert page.locator("#panel a").evaluate_all("links => links.every((a) => a.protocol === 'https:')")
