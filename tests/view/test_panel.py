"""The evidence panel: statements in words, their evidence by origin, their rivals, and copies of them."""

import functools
import re

import crowded
import handmade
import hostile
import pyoxigraph as ox
import pytest
import rdflib
import rivalry
import specimen
from axe import find_violations

from kgraph.graph.rdf import from_graph, to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import to_turtle
from kgraph.model import Assertion, Reading, assertion_id
from kgraph.view import build_page
from kgraph.view.network import build_network
from kgraph.vocab import PREFIXES, predicates

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

# What the page takes for the clipboard in these tests: the last text that was written to it.
CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: {
  writeText: (text) => { window.__clip = text; return Promise.resolve(); } } })"""
MARKED = """() => {
  const { id, selectionStart, selectionEnd, value } = document.activeElement;
  return [id, selectionStart, selectionEnd, value];
}"""


@pytest.fixture(scope="module")
def rivals(pages):
    return pages.open(rivalry)


@pytest.fixture(scope="module")
def page(pages):
    page = pages.open(specimen)
    page.evaluate(CLIPBOARD)
    return page


@functools.cache
def merged(module) -> dict[str, Assertion]:
    _, lines = build_network(module.read_assertions())
    return {line.id: line.assertion for line in lines}


def find(module, subject: str, predicate: str, object_: str, **qualifiers) -> str:
    """Give the id of the one statement that says this, in the article's own voice unless told else."""
    asked = {"attribution": None, "polarity": "positive"} | qualifiers
    (found,) = [
        key
        for key, a in merged(module).items()
        if (a.subject.id, a.predicate, a.object.id) == (subject, predicate, object_)
        and all(getattr(a, name) == value for name, value in asked.items())
    ]
    return found


def choose(page, kind: str, key: str):
    page.evaluate("([kind, id]) => window.__page.choose(kind, id)", [kind, key])
    return page.locator("#panel")


WEEKLY = "Specimen of the weekly, Weekly Specimen, 2020-04-05, https://example.org/weekly"
OWN_CLAIM = find(rivalry, "japan", "claims", "kunashir")
DENIAL = find(rivalry, "japan", "claims", "kunashir", polarity="negative", attribution=rivalry.RUSSIA)


# ---------------------------------------------------------------- evidence


def test_copies_of_one_story_are_one_origin_with_its_appearances(rivals):
    panel = choose(rivals, "statement", OWN_CLAIM)
    assert "Evidence: 3 sentences, 2 independent origins" in panel.locator("h2").all_inner_texts()
    headings = [text for text in panel.locator("h3").all_inner_texts() if text.startswith("Origin")]
    assert headings == [
        "Origin 1: 1 appearance",
        "Origin 2: 2 appearances (copies of one story, the same words)",
    ]
    assert panel.locator("blockquote").count() == 2  # what is copied is quoted once
    assert panel.locator(".source").all_inner_texts()[1:] == [
        "Specimen of the evening, Evening Specimen, 2020-03-02",
        "Specimen of the morning, Morning Specimen, 2020-03-01, Open the article",
    ]


def test_the_words_of_subject_predicate_and_object_are_marked_as_in_the_statement(rivals):
    panel = choose(rivals, "statement", OWN_CLAIM)
    first = panel.locator("blockquote").first
    assert first.inner_text() == '🗾 "Tokyo" still claims Kunashir\\its cliffs.'
    for part, words in (("subject", "Tokyo"), ("predicate", "claims"), ("object", "Kunashir")):
        assert first.locator(f"mark.{part}").inner_text() == words
        ground = "(mark) => getComputedStyle(mark).backgroundColor"
        in_words = panel.locator(f".statement mark.{part}")
        assert first.locator(f"mark.{part}").evaluate(ground) == in_words.evaluate(ground)


def test_a_sentence_comes_with_source_date_link_rule_and_confidence(rivals):
    panel = choose(rivals, "statement", OWN_CLAIM)
    source = panel.locator(".source").first
    assert "Specimen of the weekly, Weekly Specimen, 2020-04-05" in source.inner_text()
    assert source.locator("a").get_attribute("href") == "https://example.org/weekly"
    how = panel.locator(".how").first.inner_text()
    assert re.search(r"rule “claim verb”, as in: .+\. Confidence 0\.90\.", how)


def test_whose_words_the_article_gives_does_not_gainsay_how_it_is_stated(rivals):
    panel = choose(rivals, "statement", find(rivalry, "russia", "claims", "kunashir"))
    assert panel.locator(".tags li").first.inner_text() == "Said by the article"
    how = panel.locator(".how").first.inner_text()
    assert how.startswith("The article gives the words of the subject itself: Moscow. ")
    how = choose(rivals, "statement", DENIAL).locator(".how").first.inner_text()
    assert how.startswith(f"Whose word it is: {rivalry.RUSSIA.label}. ")


def test_the_confidence_is_explained(rivals):
    panel = choose(rivals, "statement", OWN_CLAIM)
    panel.locator("summary", has_text="What confidence 0.90 means").click()
    assert "Of 100 readings with this confidence, about 90 are right" in panel.inner_text()


def test_what_stands_outside_the_sentence_is_told(rivals):
    panel = choose(rivals, "statement", find(rivalry, "person_envoy", "represents", "japan"))
    assert "stands in the title" in panel.locator(".how").inner_text()
    assert panel.locator("blockquote mark.object").count() == 0


def test_a_denied_statement_is_never_worded_as_said(page):
    """Where a denied statement is named, its positive words stand nowhere alone: all panels are looked through."""
    told = page.evaluate(
        """() => {
          const { data, choose } = window.__page;
          const found = [];
          for (const { id, negative, verb } of data.statements.filter((s) => s.negative)) {
            choose("statement", id);
            found.push([document.querySelector("#panel .statement .predicate").textContent, "✕ " + verb,
              document.querySelector("#panel .tags .denied").textContent.startsWith("Denied")]);
          }
          for (const { id } of data.entities) {
            choose("entity", id);
            for (const row of document.querySelectorAll('#panel [data-mark^="statement "]')) {
              const said = data.statements.find((s) => "statement " + s.id === row.dataset.mark);
              if (said.negative && !row.textContent.includes("✕")) found.push([row.textContent, "", false]);
            }
          }
          return found;
        }"""
    )
    assert len(told) == sum(a.polarity == "negative" for a in merged(specimen).values())
    assert all(words == expected and tagged for words, expected, tagged in told)


# ---------------------------------------------------------------- rivals


def test_a_contradiction_shows_who_says_yes_and_who_says_no(rivals):
    for chosen in (OWN_CLAIM, DENIAL):
        panel = choose(rivals, "statement", chosen)
        yes, no = panel.locator(".sides > div").all()
        assert yes.locator("h4").inner_text() == "Yes: “claims”"
        assert no.locator("h4").inner_text() == "No: “does not claim”"
        assert [b.split("\n")[0] for b in yes.locator("button").all_inner_texts()] == [
            "The article itself",
            "Envoy Ōta",
        ]
        assert [b.split("\n")[0] for b in no.locator("button").all_inner_texts()] == ["Russia"]
        assert "2 independent origins say so, 1 denies it." in panel.inner_text()
        current = panel.locator('.sides [aria-current="true"]')
        assert current.get_attribute("data-mark") == f"statement {chosen}"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(
            OWN_CLAIM,
            {
                "Claims to Kunashir": ["russia claims kunashir"],
                "Who holds Kunashir": [
                    "japan possibly occupies kunashir (Envoy Ōta)",
                    "soviet-union occupies kunashir",
                    "russia administers kunashir",
                ],
                "Who is against a claim to Kunashir": ["russia rejects the claim of japan"],
            },
            id="a claim",
        ),
        pytest.param(
            find(rivalry, "russia", "rejectsClaimOf", "japan", about=rivalry.KUNASHIR),
            {
                "Claims to Kunashir": [
                    "japan claims kunashir",
                    "japan does not claim kunashir (Russia)",
                    "japan claims kunashir (Envoy Ōta)",
                    "russia claims kunashir",
                ],
                "Who holds Kunashir": [
                    "japan possibly occupies kunashir (Envoy Ōta)",
                    "soviet-union occupies kunashir",
                    "russia administers kunashir",
                ],
            },
            id="a protest",
        ),
        pytest.param(
            find(rivalry, "spain", "administers", "western-sahara", polarity="negative"),
            {"Claims to Western Sahara": ["morocco claims western-sahara"]},
            id="a denial that none contradicts",
        ),
        pytest.param(
            find(rivalry, "person_envoy", "represents", "japan"), {}, id="what nobody else speaks of"
        ),
    ],
)
def test_rivals_are_grouped_and_the_newest_come_first(rivals, chosen, expected):
    groups = rivals.evaluate(
        """(id) => window.__page.rivalsOf(window.__page.data.statements.find((s) => s.id === id))
        .map(({ title, list }) => [
          title[0] + (title[1] ? window.__page.data.entities.find((e) => e.id === title[1]).label : ""),
          list.map((s) => [s.subject, s.verb, s.object].join(" ") + (s.voice ? ` (${s.voice})` : "")),
        ])""",
        chosen,
    )
    assert {title: sorted(members) for title, members in groups} == {
        title: sorted(members) for title, members in expected.items()
    }
    assert [title for title, _ in groups] == list(expected)


def test_no_statement_is_its_own_rival_or_listed_twice(page):
    doubled = page.evaluate(
        """() => {
          const { data, rivalsOf, contradictionOf } = window.__page;
          return data.statements.filter((s) => {
            const sides = contradictionOf(s) || { yes: [], no: [] };
            const listed = [...sides.yes, ...sides.no, ...rivalsOf(s).flatMap(({ list }) => list)].map(({ id }) => id);
            const others = listed.filter((id) => id !== s.id);
            return new Set(others).size !== others.length || rivalsOf(s).some(({ list }) => list.includes(s));
          }).length;
        }"""
    )
    assert doubled == 0


def test_a_rival_can_be_chosen_and_the_way_goes_back(rivals):
    panel = choose(rivals, "entity", "kunashir")
    choose(rivals, "statement", OWN_CLAIM)
    panel.locator(".sides button", has_text="Russia").click()
    assert panel.locator(".statement").inner_text() == "Japan ✕ does not claim Kunashir"
    panel.locator(".back").click()
    assert panel.locator(".statement").inner_text() == "Japan claims Kunashir"
    panel.locator(".back").click()
    assert panel.locator("h2").first.inner_text() == "Kunashir"
    assert rivals.evaluate("document.activeElement.id") == "panel"


# ---------------------------------------------------------------- entities


def test_statements_are_worded_from_the_side_of_the_entity(rivals):
    rows = choose(rivals, "entity", "kunashir").locator(".list button").all_inner_texts()
    said = [row.split("\n")[0] for row in rows]
    assert "is claimed by Japan" in said
    assert "✕ is not claimed by Japan" in said
    assert "is possibly occupied by Japan" in said
    assert "Russia rejects the claim of Japan" in said
    said = [
        r.split("\n")[0] for r in choose(rivals, "entity", "japan").locator(".list button").all_inner_texts()
    ]
    assert "claims Kunashir" in said
    assert "✕ does not claim Kunashir" in said


def roles(panel) -> dict[str, str]:
    return dict(
        zip(
            panel.locator(".roles dt").all_inner_texts(),
            panel.locator(".roles dd").all_inner_texts(),
            strict=True,
        )
    )


def test_a_territory_tells_how_its_dispute_stands_and_by_which_statements(rivals):
    panel = choose(rivals, "entity", "kunashir")
    assert roles(panel) == {
        "Claimed by": "Japan, Russia",
        "Held by": "Russia",
        "Once held by": "Soviet Union",
    }
    assert "Contested: two or more claim it" in panel.inner_text()
    panel.locator("summary", has_text="By 6 statements").click()
    assert panel.locator("details .list li").count() == 6
    panel.locator(".roles button", has_text="Soviet Union").click()
    assert roles(panel) == {"Once held": "Kunashir"}


def test_the_last_dated_event_is_told(rivals):
    panel = choose(rivals, "entity", "kunashir")
    heading = panel.locator("h3", has_text="Last dated event")
    row = heading.locator("xpath=following-sibling::ul[1]//button")
    assert row.inner_text().startswith("Soviet Union occupies Kunashir\n")


def test_names_are_told_with_who_uses_them_and_those_of_the_gazetteer_apart(rivals):
    panel = choose(rivals, "entity", "kunashir")
    row = panel.locator("button", has_text="國後島").first
    assert row.inner_text().split("\n") == ["國後島", "used by Japan · Weekly Specimen, 2020-04-05"]
    panel = choose(rivals, "entity", "western-sahara")
    assert "Names as used by المغرب: الصحراء الغربية" in panel.locator(".background").inner_text()
    assert panel.locator(".background bdi[lang=ar]").inner_text() == "الصحراء الغربية"


def test_names_written_from_right_to_left_stay_apart_from_what_stands_around_them(rivals):
    panel = choose(rivals, "statement", find(rivalry, "morocco", "claims", "western-sahara"))
    assert panel.locator(".statement bdi").first.inner_text() == "المغرب"
    order = panel.locator(".statement mark").evaluate_all(
        "marks => marks.map((mark) => mark.getBoundingClientRect().left)"
    )
    assert order == sorted(order)


def test_what_a_name_may_mean_is_told_where_nothing_decides(rivals):
    panel = choose(rivals, "entity", "person_envoy")
    assert "not identified" in panel.locator(".tags").inner_text()
    assert "May be: Japan or Norway; nothing in the text decides." in panel.inner_text()
    assert panel.locator(".names button").all_inner_texts() == ["Japan"]


def test_long_lists_are_folded_and_unfold_at_the_next_item(pages):
    page = pages.open(crowded)
    panel = choose(page, "entity", "japan")
    count = sum(
        "japan" in (a.subject.id, a.object.id) and a.predicate == "represents"
        for a in merged(crowded).values()
    )
    more = panel.locator("button.more", has_text=f"Show all {count + 1} statements")  # and one negotiation
    more.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel .list:has(:focus) li").count() == count + 1
    assert (
        page.locator("#panel .list li:has(:focus)").evaluate(
            "(row) => [...row.parentNode.children].indexOf(row)"
        )
        == 6
    )
    page.evaluate("window.__page.change({ confidence: 0.01 })")
    page.evaluate("window.__page.change({ confidence: 0 })")
    assert page.locator("#panel button.more", has_text=f"Show all {count + 1} ").count() == 0


def test_what_the_filters_hide_is_counted_and_the_panel_stays_where_it_was(pages):
    page = pages.open(specimen)
    panel = choose(page, "entity", "japan")
    page.evaluate("document.getElementById('panel').scrollTop = 300")
    row = panel.locator(".list button", has_text="claims").last
    row.focus()
    mark = row.get_attribute("data-mark")
    top = page.evaluate("document.getElementById('panel').scrollTop")
    page.evaluate(
        """() => { const { change, state } = window.__page;
          change({ hide: { ...state.hide, family: new Set(["naming"]) } }); }"""
    )
    assert page.evaluate("document.activeElement.dataset.mark") == mark
    assert abs(page.evaluate("document.getElementById('panel').scrollTop") - top) < 5
    page.evaluate(
        """() => { const { change, state } = window.__page;
          change({ hide: { ...state.hide, family: new Set(["claim"]) } }); }"""
    )
    hidden = sum(
        a.predicate in {"claims", "disputesWith", "recognizes", "rejectsClaimOf"}
        and "japan" in (a.subject.id, a.object.id)
        for a in merged(specimen).values()
    )
    assert f"{hidden} more hidden by the filters." in panel.inner_text()


def test_with_nothing_chosen_the_collection_is_described(page):
    panel = choose(page, "", "")
    told = roles(panel)
    assert (told["Articles"], told["Of the days"]) == ("7", "2016-07-13 to 2022-04-02, 1 undated")
    assert told["Sources"] == "2"
    stances = ("Said by the article", "According to someone", "Possible or planned", "Denied")
    assert sum(int(told[stance]) for stance in stances) == len(merged(specimen))
    assert panel.locator(".reading li").count() == 3


def test_axe_finds_nothing_in_a_contradiction_a_dispute_or_a_start(rivals):
    rivals.evaluate("window.__page.change({ view: 'disputes' })")
    for kind, key in (("statement", DENIAL), ("entity", "kunashir"), ("entity", "person_envoy"), ("", "")):
        choose(rivals, kind, key)
        for summary in rivals.locator("#panel summary").all():
            summary.click()
        assert find_violations(rivals) == []


# ---------------------------------------------------------------- copies


def test_a_citation_is_plain_text_for_a_report(rivals):
    text = rivals.evaluate(
        "(id) => { const p = window.__page; return p.citationOf(p.data.statements.find((s) => s.id === id)); }",
        DENIAL,
    )
    assert text.split("\n") == [
        "Japan does not claim Kunashir (denied, according to Russia).",
        f"“Moscow says that Japan does not claim Kunashir.” ({WEEKLY})",
        "Read from the text by kgraph, confidence 0.90: the probability that it is read right.",
    ]


def test_the_button_copies_the_citation_and_says_so(page):
    panel = choose(page, "statement", find(specimen, "argentina", "claims", "falkland-islands"))
    panel.locator("button", has_text="Copy citation").click()
    assert page.evaluate("window.__clip").startswith(
        "Argentina claims Falkland Islands / Malvinas (said by the article).\n“Britain"
    )
    page.locator("#announcement", has_text="Citation copied").wait_for(state="attached")
    assert panel.locator("#copied").inner_text() == "Citation copied"


def test_the_citations_of_an_entity_are_those_that_its_lists_show(page):
    panel = choose(page, "entity", "western-sahara")
    panel.locator("button", has_text="Copy citations").click()
    text = page.evaluate("window.__clip")
    assert text.startswith("Western Sahara: 5 statements\n\n1. ")
    assert len(re.findall(r"^\d+\. ", text, re.MULTILINE)) == 5


def test_a_link_to_what_is_shown_is_copied(page):
    panel = choose(page, "entity", "kashmir")
    panel.locator("button", has_text="Copy link").click()
    assert page.evaluate("window.__clip") == page.url
    assert page.url.endswith("#entity=kashmir")


def test_where_there_is_no_clipboard_the_text_can_be_copied_by_hand(pages):
    page = pages.open(specimen)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.execCommand = () => false")
    panel = choose(page, "statement", find(specimen, "argentina", "claims", "falkland-islands"))
    button = panel.locator("button", has_text="Copy citation")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("#copy-by-hand")
    dialog.wait_for()
    marked = page.evaluate(MARKED)
    assert marked[:3] == ["copy-text", 0, len(marked[3])]
    assert marked[3].startswith("Argentina claims")
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert button.evaluate("(button) => button === document.activeElement")
    assert panel.locator(".statement").is_visible()


def test_in_a_notebook_s_frame_the_old_way_of_copying_is_taken(pages):
    frame = pages.open(specimen, frame=True).frames[-1]
    frame.evaluate("document.addEventListener('copy', () => (window.__clip = document.activeElement.value))")
    panel = choose(frame, "entity", "kashmir")
    assert panel.locator(".actions button").all_inner_texts() == ["Copy citations", "Copy as Turtle"]
    panel.locator("button", has_text="Copy as Turtle").click()
    panel.locator("#copied", has_text="Turtle copied").wait_for()
    assert frame.evaluate("window.__clip").startswith("@prefix id:")


def readings_of(module) -> list[Reading]:
    """Give each article of a module with what it says, whoever says it."""
    assertions = module.read_assertions()
    return [
        Reading(
            document=document,
            assertions=tuple(
                a.with_evidence(own)
                for a in assertions
                if (own := tuple(e for e in a.evidence if e.document_id == document.id))
            ),
            sentences=1,
            sentences_with_assertion=1,
        )
        for document in module.read_documents()
    ]


def all_turtle(page) -> str:
    return page.evaluate("window.__page.turtleOf(window.__page.data.statements)")


def test_what_is_copied_as_turtle_are_triples_of_the_graph(rivals):
    check_turtle(all_turtle(rivals), Graph(to_triples(rivalry.read_articles())))


@pytest.mark.parametrize(
    "readings", [readings_of(specimen), handmade.all_readings()], ids=["specimen", "handmade"]
)
def test_the_same_holds_for_a_page_made_from_a_graph(pages, readings):
    graph = Graph(to_triples(readings))
    html = build_page(graph.documents(), graph.assertions(), predicates=predicates(), title="From a graph")
    page = pages.open_html(html)
    page.wait_for_function("window.__ready === true")
    check_turtle(all_turtle(page), graph)


def check_turtle(turtle: str, graph: Graph) -> None:
    """All of it is in the graph, in rdflib's eyes, and all statements can be read back from it as they are there."""
    copied, written = rdflib.Graph().parse(data=turtle), rdflib.Graph().parse(data=to_turtle(graph))
    assert set(copied) - set(written) == set()
    documents, assertions = from_graph(q.triple for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    assert plain(assertions) == plain(graph.assertions())
    assert {d.id: d for d in documents} == {
        d.id: d for d in graph.documents() if d.id in {x.id for x in documents}
    }
    assert {e.document_id for a in assertions for e in a.evidence} == {d.id for d in documents}


def plain(assertions) -> dict[str, tuple[Assertion, tuple]]:
    return {assertion_id(a): (a, a.evidence) for a in assertions}


def test_a_copied_statement_comes_with_the_graph_s_prefixes(rivals):
    turtle = rivals.evaluate(
        "(id) => window.__page.turtleOf([window.__page.data.statements.find((s) => s.id === id)])", OWN_CLAIM
    )
    prefixes = dict(re.findall(r"^@prefix (\w+): <(.+)> \.$", turtle, re.MULTILINE))
    assert prefixes.items() <= PREFIXES.items()
    assert f"id:{OWN_CLAIM} a rdf:Statement , kg:Assertion ;" in turtle


def test_hostile_texts_make_turtle_that_can_be_read_and_citations_of_as_many_lines(pages):
    page = pages.open(hostile)
    copied = rdflib.Graph().parse(data=all_turtle(page))
    exact = rdflib.URIRef(PREFIXES["oa"] + "exact")
    shown = {text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd") for text in hostile.TEXTS}
    assert {str(value) for value in copied.objects(None, exact)} == shown
    lines = page.evaluate(
        "window.__page.data.statements.map((s) => window.__page.citationOf(s).split('\\n').length)"
    )
    assert set(lines) == {3}
