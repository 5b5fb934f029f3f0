"""The search: any spelling of any name finds the thing; words find statements and sentences; by keys alone."""

import pytest
import spelled
from playwright.sync_api import expect

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(pages):
    """Open the page once."""
    page = pages.open(spelled)
    page.set_default_timeout(5000)
    return page


@pytest.fixture
def page(opened):
    """Give the page with nothing looked for and nothing chosen."""
    opened.evaluate(
        "window.__page.change({ kind: '', id: '', hide: { ...window.__page.state.hide, family: new Set() } })"
    )
    opened.fill("#query", "")
    opened.locator("#query").focus()
    return opened


def groups(page) -> dict[str, list[str]]:
    """Give the first line of each option, by the heading of its group."""
    return dict(
        page.locator("#results [role=group]").evaluate_all(
            """groups => groups.map((group) => [group.getAttribute("aria-label"),
              [...group.querySelectorAll("[role=option]")].map((one) => one.innerText.split("\\n")[0])])"""
        )
    )


SPELLINGS = [
    ("truong sa", "Spratly Islands"),
    ("TRƯỜNG SA", "Spratly Islands"),
    ("quan dao", "Spratly Islands"),
    ("南沙", "Spratly Islands"),
    ("群岛", "Spratly Islands"),
    ("nansha", "Spratly Islands"),
    ("pagasa", "Thitu Island"),
    ("pag asa", "Thitu Island"),
    ("Pag‐asa", "Thitu Island"),
    ("dao thi tu", "Thitu Island"),
    ("kibris", "Cyprus"),
    ("KIBRIS", "Cyprus"),
    ("κυπρος", "Cyprus"),
    ("ΚΥΠΡΟΣ", "Cyprus"),
    ("wolyn", "Volhynia"),
    ("preussen", "Prussia"),
    ("PREUSSEN", "Prussia"),
    ("faeroerne", "Faroe Islands"),
    ("foroyar", "Faroe Islands"),
    ("ابو موسي", "Abu Musa"),
    ("أبـــو مــوسى", "Abu Musa"),
    ("أَبُو مُوسَى", "Abu Musa"),
    ("abumusa", "Abu Musa"),
    ("abu-musa", "Abu Musa"),
    ("Ａｂｕ　Ｍｕｓａ", "Abu Musa"),
    ("ｄｏｋｄｏ", "Liancourt Rocks"),
    ("독도", "Liancourt Rocks"),
    ("竹島", "Liancourt Rocks"),
    ("רמת הגולן", "Golan Heights"),
    ("هضبه الجولان", "Golan Heights"),
    ("लद्दाख", "Ladakh"),
    ("итуруп", "Iturup"),
    ("малыи", "Malyi Island"),
    ("วิหาร", "Preah Vihear"),
    ("hawaii", "Hawai‘i"),
    ("Hawai'i", "Hawai‘i"),
    ("cote dazur", "Côte d'Azur"),
    ("cote d’azur", "Côte d'Azur"),
    ("heights golan", "Golan Heights"),
]


@pytest.mark.parametrize(("typed", "label"), SPELLINGS, ids=[str(i) for i in range(len(SPELLINGS))])
def test_every_spelling_finds_the_place_first(page, typed, label):
    page.fill("#query", typed)
    names = next(rows for heading, rows in groups(page).items() if heading.startswith("Names"))
    assert names[0] == label


@pytest.mark.parametrize("typed", ["लद", "竹鸟", "kibrit", "dokdos", "§", "]]>", "   -  "])
def test_what_is_not_there_is_not_found(page, typed):
    page.fill("#query", typed)
    found = [name for heading, rows in groups(page).items() if heading.startswith("Names") for name in rows]
    assert set(found) <= {"Ladakh"}  # of whose name the first is a part
    if not found:
        assert page.locator("#results-note").inner_text() == "Nothing found"


def test_names_come_first_then_statements_then_sentences_each_counted(page):
    page.fill("#query", "japan")
    assert list(groups(page)) == ["Names (1)", "Statements (7)"]
    page.fill("#query", "china claims")
    assert list(groups(page)) == ["Statements (7 of 8)"]
    page.fill("#query", "golan")
    assert groups(page) == {
        "Names (1)": ["Golan Heights"],
        "Statements (1)": ["China claims Golan Heights"],
        "Sentences (1)": ["Envoys of both sides spoke of Golan Heights for the third time since spring."],
    }


def test_words_of_a_quotation_find_it_in_any_order(page):
    page.fill("#query", "spring iturup env")
    assert list(groups(page)) == ["Sentences (1)"]
    page.keyboard.press("Enter")
    assert (
        page.locator("#panel blockquote")
        .first.inner_text()
        .startswith("Envoys of both sides spoke of Iturup")
    )


def test_a_word_is_found_from_its_beginning(page):
    page.fill("#query", "voys sides")
    assert groups(page) == {}


def test_it_is_a_combobox_whose_list_is_walked_without_leaving_the_box(page):
    box = page.locator("#query")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.type("island")
    assert box.get_attribute("aria-expanded") == "true"
    options = page.locator("#results [role=option]")
    selected = page.locator("#results [aria-selected=true]")
    for key, place in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)]:
        page.keyboard.press(key)
        assert box.get_attribute("aria-activedescendant") == selected.get_attribute("id")
        assert selected.get_attribute("id") == options.nth(place).get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert selected.get_attribute("id") == options.last.get_attribute("id")
    assert page.evaluate("document.activeElement.id") == "query"


def test_escape_closes_the_list_then_empties_the_box(page):
    page.keyboard.type("golan")
    page.keyboard.press("Escape")
    assert page.locator("#results-popup").is_hidden()
    assert page.locator("#query").input_value() == "golan"
    page.keyboard.press("Escape")
    assert page.locator("#query").input_value() == ""


def test_what_was_looked_for_is_kept(page):
    page.keyboard.type("golan")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").first.inner_text() == "Golan Heights"
    assert page.locator("#query").input_value() == "golan"
    page.fill("#query", "")
    page.keyboard.press("Escape")
    page.locator("#query").click()
    assert groups(page)["Looked for before"][0] == "golan"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#query").input_value() == "golan"
    assert "Names (1)" in groups(page)


def test_what_the_filters_hide_is_found_and_marked(page):
    page.evaluate(
        "window.__page.change({ hide: { ...window.__page.state.hide, family: new Set(['claim']) } })"
    )
    page.fill("#query", "golan")
    assert page.locator("#results [role=option]").all_inner_texts()[0].endswith("hidden by the filters")


def test_the_result_is_said(page):
    page.fill("#query", "golan")
    expect(page.locator("#announcement")).to_have_text("1 name, 1 statement, 1 sentence")
