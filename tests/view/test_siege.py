"""One page with two hundred hostile texts as titles, names, quotations and addresses, executed in Chromium."""

import re

import pytest
import siege

pytestmark = pytest.mark.browser

# Goes through all that the page can show, so that each text is drawn in each place that it reaches.
SHOW_ALL = """() => {
  const { data, choose } = window.__page;
  const all = [["entity", data.entities], ["statement", data.statements]];
  return all.flatMap(([kind, things]) => things.map(({ id }) => {
    choose(kind, id);
    return document.querySelector("#panel h2").textContent;
  })).filter((title) => title).length;
}"""
# What a text would have to become to run, to fetch or to lead away; the page itself has none of these.
DANGERS = "img, iframe, object, embed, video, audio, link[href], base, form[action], meta[http-equiv=refresh], portal"


@pytest.fixture(scope="module")
def page(pages):
    """Open the page; at its end `pages` sees to it that nothing was asked for and nothing went wrong."""
    return pages.open(siege)


def test_there_are_two_hundred_texts_in_each_field() -> None:
    assert len(set(siege.TEXTS)) >= 200
    documents, said = siege.read_documents(), siege.read_assertions()
    for fields in (
        {each.title for each in documents},
        {each.url for each in documents},
        {each.subject.label for each in said},
        {each.evidence[0].quotation for each in said},
    ):
        assert fields == set(siege.TEXTS)


def test_no_text_runs_wherever_it_is_shown(page) -> None:
    assert page.evaluate(SHOW_ALL) == 3 * len(siege.TEXTS)
    for view in ("table", "map", "timeline", "graph"):
        page.locator(f"#tab-{view}").click()
    for typed in ("script", "onerror", "evil", "constructor", "\u202e"):
        page.fill("#query", typed)
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    assert page.evaluate("window.__broken") is None


def test_no_text_becomes_markup(page) -> None:
    assert page.locator(DANGERS).count() == 0
    attributes = "[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].map((a) => a.name))"
    assert [name for name in page.evaluate(attributes) if name.startswith("on")] == []
    links = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) <= {"https:", "http:", "file:"}  # the last for places within the page
    assert page.evaluate("[...document.links].every((a) => !a.ping && (!a.target || /noopener/.test(a.rel)))")


def test_the_policy_of_the_page_lets_nothing_in(page) -> None:
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"('sha256-[\w+/=]+' ?)+", rules["script-src"])
    assert "connect-src" not in rules
    assert "unsafe" not in rules["script-src"]
