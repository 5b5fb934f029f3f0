"""The filters of the page, in a browser: what each leaves, what it counts, and what the address keeps of it.

What is expected is counted by hand over the eight statements of `faceted`.
"""

import faceted
import pytest

from kgraph.model import assertion_id

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

NAMES = {
    assertion_id(assertion): name
    for name, assertion in zip(faceted.SAID, faceted.read_assertions(), strict=True)
}
GAZETTE = "Specimen Gazette: news, views"
ALL = set(faceted.SAID)
LISTS = {
    "family": "#families",
    "stance": "#stances",
    "kind": "#kinds",
    "source": "#sources",
    "voice": "#voices",
}


@pytest.fixture(scope="module")
def opened(pages):
    """Open the page once, with all that can be folded unfolded."""
    page = pages.open(faceted, fragment="#view=table")
    page.set_default_timeout(5000)
    page.evaluate("document.querySelectorAll('details.filter').forEach((each) => (each.open = true))")
    return page


@pytest.fixture
def page(opened):
    """Give the page with no filter set and nothing chosen."""
    opened.evaluate("window.__page.choose('', '')")
    opened.evaluate("document.getElementById('reset-filters').click()")
    return opened


def left(page) -> set[str]:
    """Give the names of the statements that the page shows, by its count and by its table."""
    ids = page.evaluate(
        "window.__page.data.statements.filter((s) => window.__page.isShown(s)).map((s) => s.id)"
    )
    words = page.locator("#count").inner_text()
    assert words.startswith(f"{len(ids)} of 8 statements" if len(ids) < len(ALL) else "All 8 statements")
    return {NAMES[each] for each in ids}


def row(page, facet: str, value: str):
    return page.locator(f'{LISTS[facet]} .row:has(input[value="{value}"])')


def settle(page) -> None:
    """Wait until the page has followed a slider, or its address."""
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))")


def switch(page, facet: str, value: str) -> None:
    row(page, facet, value).locator("input").click()


def only(page, facet: str, value: str) -> None:
    row(page, facet, value).locator("button").click()


def counts(page, facet: str) -> dict[str, str]:
    rows = page.locator(f"{LISTS[facet]} .row")
    return dict(
        rows.evaluate_all(
            "rows => rows.map((row) => [row.querySelector('input').value, row.querySelector('.count').textContent])"
        )
    )


def set_slider(page, slider: str, year: int | None) -> None:
    """Move a slider of the years by keys, from wherever it is."""
    handle = page.locator(f"#{slider}")
    handle.press("Home" if slider == "from" else "End")
    for _ in range(200):
        if year is None or handle.get_attribute("aria-valuetext") == str(year):
            return
        handle.press("ArrowRight" if slider == "from" else "ArrowLeft")
        settle(page)
    raise AssertionError(f"no year {year} on the slider")


def test_all_is_counted_when_nothing_is_filtered(page):
    assert left(page) == ALL
    assert counts(page, "family") == {"claim": "2", "control": "3", "transfer": "1", "legal": "2"}
    assert counts(page, "stance") == {"asserted": "5", "attributed": "1", "possible": "1", "denied": "1"}
    assert counts(page, "kind") == {"State": "4", "Territory": "3", "Instrument": "1"}
    assert counts(page, "source") == {"": "3", "Specimen Courier": "3", GAZETTE: "3"}
    assert counts(page, "voice") == {"": "7", "Sergei Lavrov": "1"}


def test_counts_follow_the_other_filters_and_not_their_own(page):
    only(page, "family", "control")
    assert left(page) == {"since", "seized", "until"}
    assert counts(page, "family") == {"claim": "2", "control": "3", "transfer": "1", "legal": "2"}
    assert counts(page, "source") == {"": "1 of 3", "Specimen Courier": "1 of 3", GAZETTE: "1 of 3"}
    assert counts(page, "kind") == {"State": "3 of 4", "Territory": "2 of 3", "Instrument": "0 of 1"}
    switch(page, "source", "")
    assert left(page) == {"since", "seized"}
    assert counts(page, "family") == {"claim": "2", "control": "2 of 3", "transfer": "1", "legal": "0 of 2"}
    assert counts(page, "source") == {"": "1 of 3", "Specimen Courier": "1 of 3", GAZETTE: "1 of 3"}


def test_a_statement_stays_while_one_of_its_sources_does(page):
    switch(page, "source", "Specimen Courier")
    assert left(page) == ALL - {"since", "hoped"}
    switch(page, "source", GAZETTE)
    assert left(page) == {"signed", "until", "unsigned"}


def test_a_voice_is_the_articles_own_or_somebodys(page):
    switch(page, "voice", "")
    assert left(page) == {"reported"}
    assert "Person" in row(page, "voice", "Sergei Lavrov").inner_text()


def test_only_this_is_taken_back_by_the_same_button(page):
    only(page, "stance", "denied")
    assert left(page) == {"unsigned"}
    button = row(page, "stance", "denied").locator("button")
    assert button.get_attribute("aria-pressed") == "true"
    button.press("Enter")
    assert left(page) == ALL


def test_only_this_is_reached_by_the_keyboard_and_names_its_row(page):
    row(page, "family", "legal").locator("input").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "only Treaties and courts"
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.keyboard.press("Space")
    assert left(page) == {"signed", "unsigned"}


@pytest.mark.parametrize(
    ("from_year", "until_year", "expected"),
    [
        (1945, 1945, {"since", "seized", "until"}),
        (1946, 1950, {"since", "until"}),
        (1951, None, {"since", "signed", "until"}),
        (1973, None, {"since"}),  # what began and has no end
        (None, 1945, {"since", "seized", "until"}),
    ],
)
def test_years_keep_what_reaches_into_them(page, from_year, until_year, expected):
    page.evaluate(
        "(years) => window.__page.change({ from: years[0], until: years[1] })", [from_year, until_year]
    )
    assert left(page) == expected


def test_what_has_no_end_reaches_as_far_as_one_asks_and_what_has_no_beginning_as_far_back(page):
    page.evaluate("window.__page.change({ until: 1800 })")
    assert left(page) == {"until"}
    page.evaluate("window.__page.change({ from: 2500, until: null })")
    assert left(page) == {"since"}


def test_what_has_no_time_is_counted_and_kept_or_left_out_by_choice(page):
    box, note = page.locator("#untimed"), page.locator("#untimed-note")
    assert box.is_checked()
    assert box.is_disabled()
    assert note.inner_text() == "4 statements, kept while no year is set"
    set_slider(page, "from", 1951)
    assert left(page) == {"since", "signed", "until"}
    assert note.inner_text() == "4 statements, left out"
    box.check()
    assert left(page) == {"since", "signed", "until", "claim", "reported", "unsigned", "hoped"}
    assert note.inner_text() == "4 statements, kept"


def test_years_are_set_by_keys_and_spoken(page):
    set_slider(page, "from", 1951)
    set_slider(page, "until", 1971)
    assert page.locator("#until").get_attribute("aria-valuetext") == "1971"
    assert page.evaluate("location.hash") == "#view=table&from=1951&until=1971"
    assert page.locator("#filter-years .set").inner_text() == "1951 – 1971"
    set_slider(page, "until", None)
    page.locator("#from").press("Home")
    settle(page)
    assert left(page) == ALL


def test_the_sliders_do_not_pass_each_other(page):
    set_slider(page, "until", 1950)
    page.locator("#from").press("End")
    settle(page)
    assert page.evaluate("[window.__page.state.from, window.__page.state.until]") == [1972, None]


def test_the_histogram_tells_dates_that_are_named_from_what_lasts(page):
    titles = page.locator("#histogram title").all_text_contents()
    assert titles[0] == "1945: 3 statements, a date named in 2"
    assert titles[1] == "1946: 2 statements, a date named in 0"
    assert titles[6] == "1951: 3 statements, a date named in 1"
    assert titles[-1] == "1972: 2 statements, a date named in 1"
    switch(page, "source", "")
    titles = page.locator("#histogram title").all_text_contents()
    assert titles[-1] == "1972: 1 statement, a date named in 0"
    page.evaluate("window.__page.change({ from: 1950 })")
    assert page.locator("#histogram .out").count() == 5


def test_confidence_is_said_in_words(page):
    slider = page.locator("#confidence")
    slider.press("End")
    settle(page)
    assert left(page) == ALL - {"hoped"}
    assert slider.get_attribute("aria-valuetext") == "at least 0.90"
    assert "90 of 100" in page.locator("#confidence-note").inner_text()
    slider.press("Home")
    settle(page)
    assert left(page) == ALL


def test_only_what_bears_on_a_disputed_territory(page):
    assert page.locator("#disputed-note").inner_text() == "4 of 8 statements"
    page.locator("#disputed").check()
    assert left(page) == {"claim", "since", "seized", "reported"}


def test_steps_around_what_is_chosen(page):
    hops = page.locator("#hops")
    assert hops.is_disabled()
    assert "nothing is chosen" in page.locator("#hops-note").inner_text()
    page.evaluate("window.__page.choose('entity', 'san-francisco-peace-treaty')")
    assert page.locator("#hops-note").inner_text() == "Chosen: San Francisco Peace Treaty"
    for steps, expected in [
        ("1", {"signed", "unsigned"}),
        ("2", {"signed", "unsigned", "claim", "seized", "hoped"}),
        ("3", ALL - {"until"}),
        ("0", ALL),
    ]:
        hops.select_option(steps)
        assert left(page) == expected
    hops.select_option("1")
    assert counts(page, "family") == {
        "claim": "0 of 2",
        "control": "0 of 3",
        "transfer": "0 of 1",
        "legal": "2",
    }
    page.evaluate("window.__page.choose('', '')")
    assert left(page) == ALL
    assert hops.is_disabled()


def test_steps_go_only_where_the_other_filters_let_them(page):
    page.evaluate("window.__page.choose('entity', 'san-francisco-peace-treaty')")
    page.evaluate("window.__page.change({ hops: 3 })")
    switch(page, "stance", "denied")
    assert left(page) == {"signed", "claim", "hoped", "since", "seized", "reported"}
    assert counts(page, "stance")["denied"] == "1"
    only(page, "stance", "denied")
    assert left(page) == {"unsigned"}


def test_reset_says_how_many_filters_are_set_and_sets_none(page):
    switch(page, "family", "claim")
    switch(page, "family", "control")
    page.locator("#disputed").check()
    page.evaluate("window.__page.change({ from: 1945, confidence: 0.7 })")
    reset = page.locator("#reset-filters")
    assert reset.inner_text() == "Reset all filters (4)"
    reset.click()
    assert left(page) == ALL
    assert reset.inner_text() == "No filter is set"
    assert page.evaluate("location.hash") == "#view=table"


def test_a_folded_list_says_what_it_is_set_to(page):
    switch(page, "source", "")
    page.locator("#filter-source summary").click()
    assert page.locator("#filter-source summary").inner_text().split("\n") == ["Sources", "2 of 3"]
    page.locator("#filter-source summary").click()


FILTERS = {
    "family": ("hide-family=claim", {"hide": {"family": ["claim"]}}),
    "voice without words": ("hide-voice=-", {"hide": {"voice": [""]}}),
    "source by name": (
        "hide-source=Specimen+Gazette:+news%2C+views",
        {"hide": {"source": [GAZETTE]}},
    ),
    "few left": ("only-source=Specimen+Courier", {"hide": {"source": ["", GAZETTE]}}),
    "nothing left": ("only-kind=", {"hide": {"kind": ["Instrument", "State", "Territory"]}}),
    "stances": ("hide-stance=attributed,denied", {"hide": {"stance": ["attributed", "denied"]}}),
    "years": ("from=1900&until=1960&untimed=true", {"from": 1900, "until": 1960, "untimed": True}),
    "confidence": ("confidence=0.75", {"confidence": 0.75}),
    "disputed": ("disputed=true", {"disputed": True}),
    "steps": ("hops=2&entity=kunashir", {"hops": 2, "kind": "entity", "id": "kunashir"}),
}
STATE = """(keys) => {
  const { state } = window.__page;
  const off = Object.entries(state.hide).filter(([, values]) => values.size);
  const hide = Object.fromEntries(off.map(([facet, values]) => [facet, [...values].sort()]));
  return Object.fromEntries(keys.map((key) => [key, key === "hide" ? hide : state[key]]));
}"""


@pytest.mark.parametrize(("words", "expected"), FILTERS.values(), ids=FILTERS.keys())
def test_every_filter_stands_in_the_address_and_comes_back_from_it(page, words, expected):
    page.evaluate("(hash) => { location.hash = hash; }", f"#view=table&{words}")
    settle(page)
    assert page.evaluate(STATE, list(expected)) == expected
    kept = left(page)
    page.evaluate("history.replaceState(null, '', '#')")
    page.evaluate("window.__page.change({ aside: true })")  # any change writes the address anew
    page.evaluate("window.__page.change({ aside: false })")
    assert page.evaluate("location.hash") == f"#view=table&{words}"
    assert left(page) == kept


def test_an_address_that_names_what_is_not_there_filters_nothing(page):
    page.evaluate(
        "location.hash = '#view=table&hide-source=Nobody&hide-nothing=x&from=abc&confidence=%&hops=1'"
    )
    settle(page)
    assert left(page) == ALL
    assert page.locator("#reset-filters").inner_text() == "No filter is set"


def test_the_result_is_said(page):
    assert page.locator("#count").get_attribute("aria-live") == "polite"
