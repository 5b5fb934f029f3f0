"""The table: all statements in the order asked for, few of them in the page at a time, and the same rows as a file."""

import csv
import io

import hostile
import lengthy
import pytest
import specimen

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def page(pages):
    """The table of the small collection, which the tests leave as they found it."""
    return pages.open(specimen, fragment="#view=table")


@pytest.fixture(scope="module")
def long_page(pages):
    return pages.open(lengthy, fragment="#view=table")


def saved_rows(page) -> tuple[list[dict[str, str]], str]:
    """Save the rows as a file and read it as Python does; give its name too."""
    with page.expect_download() as saving:
        page.locator("#save-rows").click()
    text = saving.value.path().read_bytes().decode("utf-8-sig")
    page.wait_for_timeout(110)  # Chromium drops what exceeds ten files a second, without a word
    assert text.endswith("\r\n")
    heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(set(heading)) == len(heading)
    return [dict(zip(heading, row, strict=True)) for row in rows], saving.value.suggested_filename


def scroll_to(page, height: float) -> None:
    """Scroll, and wait until the rows that belong there are in the page."""
    page.evaluate(
        """(height) => new Promise((done) => {
          document.getElementById("table-scroll").scrollTop = height;
          requestAnimationFrame(() => requestAnimationFrame(done));
        })""",
        height,
    )


def row_count(page) -> int:
    return int(page.locator("#table").get_attribute("aria-rowcount")) - 1


def focused_row(page) -> int:
    """The number of the row that has the focus, from 1."""
    return page.evaluate(
        "Number(document.activeElement.closest('[role=row]').getAttribute('aria-rowindex')) - 1"
    )


def is_in_view(page) -> bool:
    """Whether what has the focus can be seen: not scrolled away, not under the heading."""
    return page.evaluate(
        """() => {
          const { left, top, bottom } = document.activeElement.getBoundingClientRect();
          return [top + 2, bottom - 2].every((y) => document.elementFromPoint(left + 2, y) === document.activeElement);
        }"""
    )


def choose(page, subject: str, relation: str, object_: str) -> str:
    """Choose a statement as another part of the page would; give its id."""
    return page.evaluate(
        """([subject, verb, object]) => {
          const { data, choose } = window.__page;
          const { id } = data.statements.find((s) => s.subject === subject && s.verb === verb && s.object === object);
          choose("statement", id);
          return id;
        }""",
        [subject, relation, object_],
    )


def test_a_row_says_all_of_a_statement(page):
    choose(page, "argentina", "claims", "falkland-islands")
    row = page.locator("#rows [role=row].chosen")
    assert row.locator("button").get_attribute("aria-label").startswith("Argentina claims Falkland Islands")
    assert row.locator(".c-last").inner_text() == "2022-04-02"
    assert row.locator(".c-sources").inner_text() == ""
    assert row.locator(".sentence").inner_text().startswith("Britain administers the Falkland Islands")
    assert (
        row.locator("[role=cell]:not(.sentence):visible").count()
        == page.locator("#table-head [role=columnheader]:visible").count()
    )
    page.evaluate("window.__page.choose('', '')")


@pytest.mark.parametrize("width", [1440, 2200])
def test_what_has_no_column_is_said_below_another(pages, width):
    page = pages.open(fragment="#view=table", viewport={"width": width, "height": 800})
    choose(page, "india", "clashes with", "china")
    has_column = width == 2200
    assert page.locator("#table-head .c-about").is_visible() == has_column
    row = page.locator("#rows [role=row].chosen")
    assert row.locator(".c-about").is_visible() == has_column
    assert row.locator("small", has_text="about western sector").is_visible() != has_column


COLUMNS = {
    "Subject": str.casefold,
    "Relation": str.casefold,
    "Object": str.casefold,
    "How stated": str.casefold,
    "When": None,
    "Last article": None,
    "Confidence": float,
    "Sentences": int,
}
LIKE_IN_THE_SMALL_COLLECTION = ("Confidence", "Sentences")


@pytest.mark.parametrize("column", COLUMNS)
def test_a_heading_sorts_up_then_down_then_as_first_said(page, long_page, column):
    page = long_page if column in LIKE_IN_THE_SMALL_COLLECTION else page
    as_said, _ = saved_rows(page)
    place = {row["Statement id"]: i for i, row in enumerate(as_said)}
    heading = page.locator("#table-head [role=columnheader]", has_text=column)
    for direction in ("ascending", "descending"):
        heading.locator("button").click()
        assert heading.get_attribute("aria-sort") == direction
        assert page.locator("[role=columnheader][aria-sort]").count() == 1
        rows, _ = saved_rows(page)
        assert {row["Statement id"] for row in rows} == set(place)
        keys = [row["From"] or row["Until"] if column == "When" else row[column] for row in rows]
        present = [key for key in keys if key]
        assert keys == present + [""] * (len(keys) - len(present)), "what is absent stays last"
        read = COLUMNS[column] or str
        values = [read(key) for key in present]
        assert values == sorted(values, reverse=direction == "descending")
        assert len(set(values)) > 1
        for one, other, first, second in zip(keys, keys[1:], rows, rows[1:], strict=False):
            if one == other:
                assert place[first["Statement id"]] < place[second["Statement id"]], "ties keep their order"
    heading.locator("button").click()
    assert page.locator("[role=columnheader][aria-sort]").count() == 0
    assert saved_rows(page)[0] == as_said


def test_few_rows_are_in_the_page_wherever_one_scrolls(long_page):
    assert row_count(long_page) == lengthy.COUNT
    for share in (0, 0.3, 0.77, 1, 0.5):
        seen = long_page.evaluate(
            """(share) => new Promise((done) => {
              const scroller = document.getElementById("table-scroll");
              scroller.scrollTop = share * scroller.scrollHeight;
              requestAnimationFrame(() => requestAnimationFrame(() => {
                const { left, top, height } = scroller.getBoundingClientRect();
                const at = (part) => document.elementFromPoint(left + 60, top + height * part);
                done([0.15, 0.5, 0.95].map((part) => Boolean(at(part).closest("#rows [role=row]"))));
              }));
            })""",
            share,
        )
        assert seen == [True] * 3
        assert long_page.locator("#rows [role=row]").count() < 60


def test_keys_reach_every_row_and_the_focus_is_always_seen(long_page):
    scroll_to(long_page, 0)
    long_page.locator("#rows button[tabindex='0']").focus()
    first = focused_row(long_page)
    steps = {"ArrowDown": first + 1, "End": lengthy.COUNT, "ArrowUp": lengthy.COUNT - 1, "Home": 1}
    for key, row in steps.items():
        long_page.keyboard.press(key)
        assert focused_row(long_page) == row
        assert is_in_view(long_page)
        assert long_page.locator("#rows button[tabindex='0']").count() == 1
    long_page.keyboard.press("PageDown")
    assert 3 < focused_row(long_page) < 40
    assert is_in_view(long_page)


def test_the_focus_is_not_lost_when_its_row_is_scrolled_away(long_page):
    scroll_to(long_page, 0)
    long_page.locator("#rows button[tabindex='0']").focus()
    row = focused_row(long_page)
    scroll_to(long_page, 1e6)
    long_page.locator("#rows [role=row][aria-rowindex='2501']").wait_for()
    assert long_page.evaluate("document.activeElement.id") == "table-scroll"
    long_page.keyboard.press("ArrowDown")
    assert focused_row(long_page) == row + 1


def test_tab_leads_to_a_row_in_view(long_page):
    long_page.locator("#save-rows").focus()
    scroll_to(long_page, 9000)
    long_page.locator("#rows [role=row][aria-rowindex='2']").wait_for(state="detached")
    long_page.keyboard.press("Tab")
    for _ in range(12):  # past the headings
        if long_page.evaluate("Boolean(document.activeElement.closest('#rows'))"):
            break
        long_page.keyboard.press("Tab")
    assert is_in_view(long_page)


def test_what_is_chosen_elsewhere_comes_into_view_with_its_sentence(long_page):
    wanted = long_page.evaluate("window.__page.data.statements[1800].id")
    long_page.evaluate("(id) => window.__page.choose('statement', id)", wanted)
    row = long_page.locator("#rows [role=row].chosen")
    assert row.count() == 1
    assert row.locator("button").get_attribute("aria-current") == "true"
    assert row.locator(".sentence").inner_text() == "Said."
    assert row.evaluate(
        "(row) => row.contains(document.elementFromPoint(row.getBoundingClientRect().left + 50,"
        " row.getBoundingClientRect().top + 8))"
    )
    long_page.evaluate("window.__page.choose('', '')")
    assert long_page.locator("#rows .sentence").count() == 0


def test_enter_on_a_row_leads_to_the_evidence_and_escape_back(page):
    page.locator("#rows button[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    row = focused_row(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.locator("#panel blockquote").count() >= 1
    page.keyboard.press("Escape")
    assert focused_row(page) == row
    page.keyboard.press("Escape")
    assert page.locator("#rows [role=row].chosen").count() == 0


def test_sentences_stand_below_their_rows_when_asked_for(page):
    page.locator("#with-sentences").check()
    rows = page.locator("#rows [role=row]")
    assert page.locator("#rows .sentence").count() == rows.count()
    page.locator("#with-sentences").uncheck()
    assert page.locator("#rows .sentence").count() == 0


def test_only_what_passes_the_filters_is_listed_and_saved(pages):
    page = pages.open(fragment="#view=table&hide-stance=asserted,attributed,possible")
    assert row_count(page) == 8
    assert page.locator("#table-note").inner_text().startswith("8 statements of ")
    rows, name = saved_rows(page)
    assert {row["How stated"] for row in rows} == {"Denied"}
    assert name == "territorial-disputes-statements.csv"


def test_a_file_keeps_every_text_and_runs_no_formula(pages):
    page = pages.open(hostile, fragment="#view=table")
    rows, name = saved_rows(page)
    data = {s["id"]: s for s in page.evaluate("window.__page.data.statements")}
    labels = {e["id"]: e["label"] for e in page.evaluate("window.__page.data.entities")}
    assert len(rows) == len(data) == len(hostile.read_assertions())
    for row in rows:
        assert not any(cell.startswith(FORMULA) for cell in row.values())
        statement = data[row["Statement id"].removeprefix("'")]
        for column, text in {
            "Subject": labels[statement["subject"]],
            "Object": labels[statement["object"]],
            "About": statement["aboutLabel"],
            "Relation": statement["verb"],
            "Subject id": statement["subject"],
        }.items():
            assert row[column] == ("'" + text if text.startswith((*FORMULA, "\n")) else text)
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert len(name) < 90


def test_a_file_is_called_by_the_title_in_any_script(long_page):
    rows, name = saved_rows(long_page)
    assert len(rows) == lengthy.COUNT
    assert name == "länder-inseln-島々-a-statements.csv"


def test_rows_are_copied_for_a_spreadsheet(pages):
    page = pages.open(fragment="#view=table", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#copy-rows").click()
    page.locator("#announcement", has_text="copied").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == 1 + row_count(page)
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


def test_on_a_narrow_screen_rows_are_cards_that_can_be_sorted(pages):
    page = pages.open(fragment="#view=table", viewport={"width": 320, "height": 800})
    assert not page.locator("#table-head").is_visible()
    page.locator("#table-order").select_option(label="Subject")
    assert page.locator("#rows .c-subject").first.inner_text() == "Annex VII tribunal"
    page.locator("#table-direction").click()
    assert page.locator("#rows .c-subject").first.inner_text() == "Vietnam"
    over = "(scroller) => scroller.scrollWidth - scroller.clientWidth"
    assert page.locator("#table-scroll").evaluate(over) == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
