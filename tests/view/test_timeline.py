"""The timeline: each statement with a time once, where it belongs, found by keys, pointer and choice."""

import lengthy
import pytest
import specimen

from kgraph.model import assertion_id

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

TIMED = [a for a in specimen.read_assertions() if a.time]
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def page(pages):
    """The timeline of the small collection, on a screen that is high enough for all its rows."""
    return pages.open(specimen, fragment="#view=timeline", viewport={"width": 1440, "height": 2000})


@pytest.fixture(scope="module")
def long_page(pages):
    return pages.open(lengthy, fragment="#view=timeline")


def row(page, words: str):
    return page.get_by_role("option", name=words)


def place(page, words: str) -> tuple[float, float]:
    """Where the bar or the mark of a row begins and ends on the screen."""
    boxes = (
        row(page, words)
        .locator(".span, .point")
        .evaluate_all(
            "parts => parts.map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right])"
        )
    )
    return min(left for left, _ in boxes), max(right for _, right in boxes)


def test_each_statement_with_a_time_has_a_row_and_the_others_are_counted(page):
    assert page.locator("#view-timeline").get_by_role("option").count() == len(set(map(assertion_id, TIMED)))
    without = len(set(map(assertion_id, specimen.read_assertions()))) - len(set(map(assertion_id, TIMED)))
    note = page.locator("#timeline-note").inner_text()
    assert note.startswith(f"{len(TIMED)} statements with a time; {without} without")


def test_earlier_is_further_left_and_a_year_is_as_long_everywhere(page):
    years = {
        "2016: Annex VII tribunal rules for": 2016,
        "1974: China occupies": 1974,
        "1951: Japan is party": 1951,
    }
    middles = {year: sum(place(page, words)) / 2 for words, year in years.items()}
    length = (middles[2016] - middles[1951]) / (2016 - 1951)
    assert length > 2
    assert middles[1974] == pytest.approx(middles[1951] + 23 * length, abs=1.5)
    tick = page.locator("#timeline-axis text", has_text="1980")
    assert tick.bounding_box()["x"] == pytest.approx(middles[1974] + 5.5 * length, abs=6)


def test_an_open_end_is_an_arrow_after_the_last_article_that_says_so(page):
    since = row(page, "since 1954: South Korea administers Liancourt Rocks")
    assert since.locator(".tip").count() == 1
    begin, end = place(page, "since 1954: South Korea administers Liancourt Rocks")
    year = (
        (sum(place(page, "2016: Annex VII tribunal rules for")) - sum(place(page, "1951: Japan is party")))
        / 2
        / 65
    )
    assert end - begin == pytest.approx((2020.14 - 1954) * year, abs=2)  # the article is of 22 February 2020
    assert row(page, "1974: China occupies").locator(".tip").count() == 0


def test_rows_stand_by_territory_and_by_time_within_it(page):
    found = page.locator("#timeline-rows").evaluate(
        """(drawing) => [...drawing.querySelectorAll(".group, .band")]
          .map((one) => [one.getBoundingClientRect().top, one.getAttribute("aria-label") || one.textContent])
          .sort((a, b) => a[0] - b[0]).map(([, words]) => words)"""
    )
    group, times, groups = "", {}, []
    for words in found:
        if words.endswith(")") and ": " not in words:
            group = words.rpartition(" (")[0]
            groups.append(group)
        else:
            times.setdefault(group, []).append(words.partition(":")[0].removeprefix("since "))
    assert len(set(groups)) == len(groups)
    assert {"Liancourt Rocks", "Senkaku / Diaoyu Islands", "Paracel Islands"} <= set(groups)
    disputed = [group in disputes_of(page) for group in groups]
    assert disputed == sorted(disputed, reverse=True), "territories in dispute come first"
    for listed in times.values():
        assert [time[:4] for time in listed] == sorted(time[:4] for time in listed)


def disputes_of(page) -> set[str]:
    return set(
        page.evaluate(
            """() => {
              const { data } = window.__page;
              const names = new Map(data.entities.map((entity) => [entity.id, entity.label]));
              return data.disputes.map(({ territory }) => names.get(territory));
            }"""
        )
    )


def test_a_denied_statement_has_its_bar_and_says_so(page):
    denied = page.locator("#timeline-rows .denied")
    assert denied.count() == sum(a.polarity == "negative" for a in TIMED)
    for one in denied.all():
        assert one.locator(".bar-end").count() == 1
        assert "✕" in one.get_attribute("aria-label")
        assert "✕" in one.locator("text").text_content()


def test_a_click_chooses_and_enter_leads_to_the_evidence(page):
    first = row(page, "1974: China occupies Paracel Islands")
    first.locator("text").click()
    assert first.get_attribute("aria-selected") == "true"
    assert "seized" in page.locator("#panel blockquote").inner_text()
    first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "option"
    page.keyboard.press("Escape")
    assert page.locator("[aria-selected=true][role=option]").count() == 0


def test_keys_and_buttons_zoom_and_move_and_fit(page):
    words = "1974: China occupies Paracel Islands"
    start = place(page, words)
    page.locator("#timeline-rows [tabindex='0']").focus()
    page.keyboard.press("+")
    assert place(page, "2016: Annex VII tribunal rules for")[0] > 1080, "gone from view, to the right"
    page.keyboard.press("0")
    assert place(page, words) == pytest.approx(start)
    page.keyboard.press("ArrowRight")
    assert place(page, words)[0] == pytest.approx(start[0] - 60, abs=1)
    page.locator("#timeline-fit").click()
    assert place(page, words) == pytest.approx(start)
    page.mouse.move(700, 600)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.evaluate(NEXT_FRAME)
    assert place(page, words) != pytest.approx(start)
    page.locator("#timeline-fit").click()


def test_what_is_out_of_view_says_where_it_is(page):
    page.locator("#timeline-rows [tabindex='0']").focus()
    texts = []
    for key in ["+"] * 3 + ["ArrowRight"] * 12:
        page.keyboard.press(key)
        texts += page.locator(".band text").all_text_contents()
    assert any(text.startswith("◂ ") for text in texts)
    assert any(text.endswith(" ▸") for text in texts)
    assert all(texts), "a bar that fills the view has its words on it"
    page.locator("#timeline-fit").click()


def test_a_drag_along_the_axis_asks_for_years(pages):
    page = pages.open(specimen, fragment="#view=timeline")
    axis = page.locator("#timeline-axis").bounding_box()
    ticks = {
        text: page.locator("#timeline-axis text", has_text=text).bounding_box()["x"]
        for text in ("1960", "2000")
    }
    middle = axis["y"] + axis["height"] / 2
    page.mouse.move(ticks["1960"] + 3, middle)
    page.mouse.down()
    page.mouse.move(ticks["2000"] + 3, middle, steps=4)
    page.mouse.up()
    asked = page.evaluate("[window.__page.state.from, window.__page.state.until]")
    assert asked == [pytest.approx(1960, abs=1), pytest.approx(2000, abs=1)]
    assert f"from={asked[0]}" in page.url
    names = (
        page.locator("#view-timeline")
        .get_by_role("option")
        .evaluate_all("rows => rows.map((row) => row.getAttribute('aria-label'))")
    )
    assert any(name.startswith("1974: ") for name in names)
    assert not any(name.startswith(("1951", "2016")) for name in names)
    page.locator("#all-years").click()
    assert page.evaluate("window.__page.state.from") is None


def test_dates_of_articles_come_when_asked_for(pages):
    page = pages.open(specimen, fragment="#view=timeline", viewport={"width": 1440, "height": 4000})
    before = page.locator("#view-timeline").get_by_role("option").count()
    page.locator("#article-dates").check()
    dated = {key for key, (_, date, *_) in specimen.ARTICLES.items() if date}
    shown = [a for a in specimen.read_assertions() if a.time or {e.document_id for e in a.evidence} & dated]
    assert (
        page.locator("#view-timeline").get_by_role("option").count()
        == len(set(map(assertion_id, shown)))
        > before
    )
    claim = page.get_by_role("option", name="no time said: Argentina claims")
    assert claim.locator(".article-day").count() == 1


def test_few_rows_are_in_the_page_and_keys_reach_the_last(long_page):
    timed = sum(bool(a.time) for a in lengthy.read_assertions())
    assert long_page.locator("#timeline-note").inner_text().startswith(f"{timed} statements with a time")
    long_page.locator("#timeline-rows [tabindex='0']").focus()
    for key in ("End", "ArrowUp", "Home", "PageDown"):
        long_page.keyboard.press(key)
        seen = long_page.evaluate(
            """() => {
              const { left, top, height } = document.activeElement.getBoundingClientRect();
              return document.activeElement.contains(document.elementFromPoint(left + 20, top + height / 2));
            }"""
        )
        assert seen, key
        assert long_page.locator("#timeline-rows .band").count() < 70
        assert long_page.locator("#timeline-rows [tabindex='0']").count() == 1
    long_page.keyboard.press("End")
    last = long_page.evaluate("Number(document.activeElement.dataset.row)")
    assert last == long_page.evaluate("Number(document.activeElement.getAttribute('aria-setsize'))") - 1


def test_what_is_chosen_elsewhere_comes_into_view(long_page):
    wanted = long_page.evaluate("window.__page.data.statements.filter((s) => s.time)[1500].id")
    long_page.evaluate("(id) => window.__page.choose('statement', id)", wanted)
    chosen = long_page.locator("#timeline-rows .chosen")
    assert chosen.count() == 1
    frame, box = long_page.locator("#timeline-scroll").bounding_box(), chosen.bounding_box()
    assert frame["y"] + 29 <= box["y"]
    assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
    long_page.evaluate("window.__page.choose('', '')")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_narrow_screen_words_stand_above_their_bars(pages, width):
    page = pages.open(specimen, fragment="#view=timeline", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for band in page.locator("#timeline-rows .band").all():
        words, mark = band.locator("text").bounding_box(), band.locator(".span, .point").first.bounding_box()
        assert words["y"] + words["height"] / 2 < mark["y"]
        assert words["x"] >= 0
        assert words["x"] + words["width"] <= width
