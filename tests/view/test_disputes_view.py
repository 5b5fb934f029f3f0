"""The start page: each dispute once, parts under their wholes, with what a reader must see at a glance."""

import types

import faceted
import hostile
import pytest
import rolled
from playwright.sync_api import expect

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Span, assertion_id

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(pages):
    """Open the page once."""
    page = pages.open(rolled)
    page.set_default_timeout(5000)
    return page


@pytest.fixture
def page(opened):
    """Give the page as it starts."""
    opened.evaluate("location.hash = ''")
    opened.fill("#dispute-query", "")
    expect(opened.locator("#view-disputes")).to_be_visible()
    expect(opened.locator("#dispute-order")).to_have_value("contested")
    expect(opened.locator("#count")).to_have_text("All 22 statements, 19 points")
    return opened


def card(page, territory: str):
    return page.locator(f'.dispute[data-id="{territory}"] > .card')


def sides(page, territory: str) -> dict[str, str]:
    return dict(
        card(page, territory)
        .locator(".dispute-sides > div")
        .evaluate_all(
            "rows => rows.map((row) => [row.querySelector('dt').innerText, row.querySelector('dd').innerText])"
        )
    )


def listed(page) -> list[str]:
    return page.locator("#dispute-list > li").evaluate_all("cards => cards.map((card) => card.dataset.id)")


def test_a_part_stands_under_its_smallest_whole_and_a_dispute_is_counted_once(page):
    assert listed(page) == ["senkaku-diaoyu-islands", "southern-kuril-islands", "kashmir", "bakassi"]
    assert page.locator("#dispute-count").inner_text() == "4 territories in dispute, with 3 parts"
    parts = page.locator(".parts > .dispute").evaluate_all("cards => cards.map((card) => card.dataset.id)")
    assert sorted(parts) == ["aksai-chin", "iturup", "kunashir"]
    assert page.locator('.dispute[data-id="kashmir"] .parts .dispute').count() == 1


def test_a_whole_over_one_part_alone_is_no_dispute(page):
    """A colony of the past that a disputed place lay in, and a chain of islands around a group in dispute."""
    assert page.locator('.dispute[data-id="kamerun"], .dispute[data-id="kuril-islands"]').count() == 0


def test_who_claims_two_parts_claims_once(page):
    assert sides(page, "southern-kuril-islands") == {
        "Parts claimed by": "Japan, Russia",
        "Parts held by": "Russia",
    }
    assert sides(page, "kunashir") == {"Claimed by": "Japan, Russia", "Held by": "Russia"}
    assert sides(page, "iturup") == {"Claimed by": "Japan", "Held by": "Russia"}


def test_who_holds_a_part_does_not_hold_the_whole(page):
    assert sides(page, "kashmir") == {"Claimed by": "India, Pakistan", "Parts held by": "China"}
    assert sides(page, "aksai-chin") == {"Claimed by": "India", "Held by": "China"}


@pytest.mark.parametrize(
    ("territory", "words"),
    [
        ("senkaku-diaoyu-islands", "contested"),
        ("southern-kuril-islands", "contested in parts"),
        ("kunashir", "contested"),
        ("iturup", "claimed and held by others"),
        ("bakassi", "settled, a text says"),
    ],
)
def test_the_status_in_words(page, territory, words):
    assert card(page, territory).locator(".status").inner_text() == words


@pytest.mark.parametrize(
    ("territory", "lines"),
    [
        # Neither what is possible and later, nor what is denied and later.
        (
            "southern-kuril-islands",
            [
                "Latest event",
                "2016-12-15: Japan negotiates with Russia, about Kunashir",
                "Latest article 2020-04-02",
            ],
        ),
        (
            "kunashir",
            [
                "Latest event",
                "2016-12-15: Japan negotiates with Russia, about Kunashir",
                "Latest article 2020-04-02",
            ],
        ),
        (
            "kashmir",
            ["Latest event", "since 1962: China administers Aksai Chin", "Latest article 2020-09-12"],
        ),
        ("senkaku-diaoyu-islands", ["Latest article", "2021-06-01: Islets"]),
        ("bakassi", ["Latest event", "2008: Bakassi passes to Cameroon"]),
    ],
)
def test_the_latest_event_of_it_or_of_its_parts_else_the_latest_article(page, territory, lines):
    told = card(page, territory).locator(".latest").inner_text().split("\n")
    assert [line.strip() for line in told if line.strip()] == lines


@pytest.mark.parametrize(
    ("territory", "lines"),
    [
        (
            "southern-kuril-islands",
            ["2 sources, 2 articles", "9 statements", "6 asserted · 1 attributed · 1 possible · 1 denied"],
        ),
        (
            "kunashir",
            ["2 sources, 2 articles", "5 statements", "3 asserted · 1 attributed · 1 denied"],
        ),
        ("kashmir", ["1 source, 1 article", "4 statements", "4 asserted"]),
        ("bakassi", ["1 article", "4 statements", "4 asserted"]),
    ],
)
def test_how_well_it_is_sourced(page, territory, lines):
    assert card(page, territory).locator(".numbers").inner_text().split("\n") == lines


def test_the_collection_in_numbers(page):
    figures = page.locator("#figures > div").all_inner_texts()
    assert [" ".join(words.split()) for words in figures] == [
        "4 disputes",
        "22 statements",
        "5 articles",
        "2 sources",
        "2019 – 2021 dates of 4 of the articles",
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("latest", ["senkaku-diaoyu-islands", "southern-kuril-islands", "bakassi", "kashmir"]),
        ("sources", ["southern-kuril-islands", "senkaku-diaoyu-islands", "kashmir", "bakassi"]),
        ("name", ["bakassi", "kashmir", "senkaku-diaoyu-islands", "southern-kuril-islands"]),
    ],
)
def test_disputes_are_sorted_as_asked_and_the_address_keeps_it(page, order, expected):
    page.locator("#dispute-order").select_option(order)
    assert listed(page) == expected
    assert page.evaluate("location.hash") == f"#order={order}"


def test_a_text_finds_territories_parties_and_parts(page):
    for words, expected in [
        ("kunashir", ["southern-kuril-islands"]),
        ("CHINA", ["senkaku-diaoyu-islands", "kashmir"]),
        ("japan russia", ["southern-kuril-islands"]),
        ("nothing of this name", []),
    ]:
        page.fill("#dispute-query", words)
        assert listed(page) == expected
    assert page.locator("#none-passes").is_visible()


def test_filters_leave_the_parties_and_change_the_numbers(page):
    page.evaluate("location.hash = '#hide-source=Specimen+Gazette'")
    expect(page.locator("#dispute-count")).to_have_text("3 of 4 territories in dispute, with 2 parts")
    numbers = card(page, "southern-kuril-islands").locator(".numbers").inner_text().split("\n")
    assert numbers == ["1 source, 1 article", "4 statements", "3 asserted · 1 attributed"]
    assert sides(page, "southern-kuril-islands")["Parts claimed by"] == "Japan, Russia"
    assert "told from all statements" in page.locator("#filtered-note").inner_text()
    page.evaluate("location.hash = '#only-source='")
    expect(page.locator("#none-passes")).to_be_visible()
    page.locator("#reset-for-disputes").click()
    assert len(listed(page)) == 4


def test_a_card_opens_the_evidence_and_says_that_it_is_chosen(page):
    card(page, "bakassi").locator(".numbers").click()
    assert page.locator("#panel h2").first.inner_text() == "Bakassi"
    assert page.locator('.name[aria-current="true"]').all_inner_texts() == ["Bakassi"]
    page.locator('[data-id="kunashir"] .latest button').first.click()
    assert "negotiates with" in page.locator("#panel").inner_text()


def test_the_same_territory_in_another_view(page):
    page.get_by_role("button", name="Kashmir in the graph").click()
    assert page.evaluate("location.hash") == "#view=graph&entity=kashmir"
    assert page.locator("#view-graph").is_visible()


def test_without_disputes_the_page_says_so_and_leads_to_the_graph(open_page):
    page = open_page(undisputed())
    assert page.locator("#dispute-count").inner_text() == "No territories in dispute"
    page.locator("#to-the-graph").click()
    assert page.locator("#view-graph").is_visible()


def undisputed():
    module = types.ModuleType("undisputed")
    module.read_documents = faceted.read_documents
    module.read_assertions = lambda: [a for a in faceted.read_assertions() if a.predicate == "partyTo"]
    return module


def hostile_disputes():
    """Make a dispute of every hostile text, named by it and claimed by parties that are named by it too."""
    module = types.ModuleType("hostile_disputes")
    parties = [
        [Entity(id=f"{p}{text}", label=f"{text}{p}", kind=EntityKind.STATE) for p in "ab"]
        for text in hostile.TEXTS
    ]
    places = [Entity(id=text, label=text, kind=EntityKind.TERRITORY) for text in hostile.TEXTS]
    said = [(party, place) for pair, place in zip(parties, places, strict=True) for party in pair]
    module.read_documents = list
    module.read_assertions = lambda: [
        Assertion(subject=party, predicate="claims", object=place, time="2001") for party, place in said
    ]
    return module


def test_hostile_names_stay_names(open_page):
    page = open_page(hostile_disputes())
    assert page.locator("#dispute-list .dispute").count() == len(hostile.TEXTS)
    assert page.evaluate("window.__broken") is None
    assert page.locator("#view-disputes").locator("script, img, iframe, style").count() == 0


def test_each_side_of_a_dispute_has_a_line_of_its_own(page):
    """As wide as their column: no rule of another part of the page puts them beside one another."""
    rows = card(page, "bakassi").locator(".dispute-sides > div")
    lefts = rows.evaluate_all("rows => rows.map((row) => Math.round(row.getBoundingClientRect().left))")
    assert len(lefts) == 2
    assert len(set(lefts)) == 1


def copied():
    """Make a dispute that three papers tell in one agency's words, and a fourth in its own."""
    words = "Japan claims it, and so does Russia. " + " ".join(f"word{number}" for number in range(60))
    texts = {
        "Agency": words,
        "Post": words[:-60],
        "Times": f"{words} More of it.",
        "Herald": "Both claim it.",
    }

    def evidence(name):
        end = texts[name].index(".") + 1
        span = Span(start=0, end=end)
        return Evidence(
            document_id=name, span=span, quotation=texts[name][:end], rule="clause", confidence=0.8
        )

    module = types.ModuleType("copied")
    module.read_documents = lambda: [
        Document(id=name, text=text, source=name) for name, text in texts.items()
    ]
    module.read_assertions = lambda: [
        Assertion(
            subject=rolled.ENTITIES[party],
            predicate="claims",
            object=rolled.ENTITIES["kunashir"],
            evidence=tuple(map(evidence, texts)),
        )
        for party in ("japan", "russia")
    ]
    return module


def test_copies_of_one_story_are_one_source_and_as_many_articles(open_page):
    page = open_page(copied())
    numbers = card(page, "kunashir").locator(".numbers b")
    assert numbers.inner_text() == "2 sources, 4 articles"
    claim = assertion_id(copied().read_assertions()[0])
    page.evaluate(f"location.hash = '#statement={claim}'")
    expect(page.locator("#panel h2", has_text="Evidence")).to_contain_text(
        "4 sentences, 2 independent origins"
    )
