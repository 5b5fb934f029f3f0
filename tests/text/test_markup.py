"""Texts with markup are read as if they had none, and told as they are."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import Document, Extractor
from kgraph.model import Reading, Span
from kgraph.text.rewritten import put_back, with_whole_words, without_markup

SAID = "Japan claims Kunashir, which Russia administers."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(
            "Japan claims Kunashir.[1][2] It rained[12, 13].", "Japan claims Kunashir. It rained.", id="notes"
        ),
        pytest.param(
            "It is disputed [3], too.[a] So[note 2] it is.", "It is disputed, too. So it is.", id="note-names"
        ),
        pytest.param(
            "It is ours.[citation needed] Some[who?] doubt it.", "It is ours. Some doubt it.", id="requests"
        ),
        pytest.param("The islands² are 5 km² large.¹", "The islands are 5 km² large.", id="raised-digits"),
        pytest.param("**Japan** claims *all* of __it__.", "Japan claims all of it.", id="emphasis"),
        pytest.param("See [the _isle_](https://example.org/a_(b)).", "See the isle.", id="links"),
        pytest.param("![A map](map.png) It rained.", "A map It rained.", id="pictures"),
        pytest.param(
            "[[Japan]] claims [[Kunashir Island|Kunashir]].", "Japan claims Kunashir.", id="wikilinks"
        ),
        pytest.param("'''Kunashir''' is big{{cn|date=May 2020}}.", "Kunashir is big.", id="wikitext"),
        pytest.param("It is <b>ours</b><sup>2</sup>.<ref>A, B</ref>", "It is ours2.", id="tags"),
        pytest.param("<p>Rain.</p><p>Snow.</p>", "\nRain.\n\nSnow.\n", id="paragraphs"),
        pytest.param("Q&amp;A&nbsp;with &#8220;us&#x201D;", "Q&A with “us”", id="entities"),
        pytest.param("> Rain.\n> > Snow.", "Rain.\nSnow.", id="mails"),
        pytest.param("• Rain.\n  ▪ Snow.", "- Rain.\n- Snow.", id="bullets"),
        pytest.param("Ku\u00adna\u200bshir\u200e, \ufeffJapan", "Kunashir, Japan", id="unseen"),
        pytest.param("of\u00a0Japan\u202fand the sea\u2028by it", "of Japan and the sea\nby it", id="spaces"),
        pytest.param(
            "Russian\u2011held, the Iran–Iraq border", "Russian-held, the Iran-Iraq border", id="hyphens"
        ),
        pytest.param("the ofﬁce in Malmo\u0308", "the office in Malmö", id="letters"),
        pytest.param(
            "“[T]he isle claim[s]” it, [Japan] says.", "“The isle claims” it, Japan says.", id="quoter"
        ),
        pytest.param(
            "They [the Turks] left Jolo [Sulu].", "They (the Turks) left Jolo (Sulu).", id="quoter-beside"
        ),
        pytest.param("Japan  left.  Peru & Chile stay.", "Japan left. Peru and Chile stay.", id="spaces-and"),
        pytest.param(
            "The 2 states, the 9 isles, the 12, The 5.",
            "The two states, the nine isles, the 12, The 5.",
            id="two",
        ),
        pytest.param("Claimed by: Japan", "Claimed by Japan", id="labels"),
        pytest.param("``It is ours,'' he said.", "“It is ours,” he said.", id="quotation-marks"),
    ],
)
def test_what_nobody_says_is_left_out(text: str, read: str) -> None:
    assert without_markup(Document(id="1", text=text)).text == read


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "It is ours [in 1999], said AT&T; R&D.",
        "3 * 4 = 12, 3*4, a my_var_name, @_user, AT&T, R&D; a < b > c, 5 km².",
        "- Rain\n* Snow\n1. Hail\n# Heading\n---\n| a | b |",
        "1990–1995 – “it's” ‘ours’ — Jean-Paul’s 'own'",
        "&unknownthing; &; & so on {x} {1}",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    document = Document(id="1", text=text)
    assert without_markup(document) is document


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the terri-\ntory is", "the territory is"),
        ("the Russian-\nheld isle", "the Russian-held isle"),
        ("a 30-\nday Sino-\r\nIndian pact", "a 30-day Sino-Indian pact"),
        ("of Kuna-\n shir", "of Kunashir"),
        ("- rain -\nsnow", "- rain -\nsnow"),
    ],
)
def test_word_parted_at_a_line_end_is_read_whole(text: str, read: str) -> None:
    words = {"territory", "russian", "held"}
    document = Document(id="1", text=text)
    joined = with_whole_words(document, text.replace("\n", " "), words.__contains__)
    assert joined.text == read
    assert with_whole_words(document, text, words.__contains__) is document


def test_the_title_is_read_so_too() -> None:
    assert (
        without_markup(Document(id="1", text="It rained.", title="Rain &amp; *snow*[1]")).title
        == "Rain & snow"
    )


@given(st.text(alphabet="ab[]()*_<>&;{}'`>1 .\n\u00ad\u00a0ﬁe\u0301•–|!h:/", max_size=60))
def test_each_place_comes_from_the_text_in_order(text: str) -> None:
    document = Document(id="1", text=text)
    read = without_markup(document)
    assert (
        put_back(Reading(document=read, assertions=(), sentences=0, sentences_with_assertion=0)).document
        is document
    )
    if read is document:
        return
    places = [read.place(Span(start=at, end=at + 1)) for at in range(len(read.text))]  # type: ignore[attr-defined]
    assert all(a <= b and place.end <= len(text) for place in places for a, b in [(place.start, place.end)])
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(places))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Japan[1] claims Kunashir,[2] which Russia administers.[3]",
        "**Japan** claims [Kunashir](https://example.org/k), which _Russia_ administers.",
        "<p>Japan claims <a href='#k'>Kunashir</a>,&nbsp;which [[Russia]] administers.</p>",
        "> Japan claims\u00a0Ku\u00adna\u00adshir, which \u200bRussia administers.",
    ],
)
def test_markup_changes_nothing_that_is_read_and_stays_in_the_quotation(
    extractor: Extractor, text: str
) -> None:
    (plain,) = extractor.read([Document(id="1", text=SAID)])
    (read,) = extractor.read([Document(id="1", text=text)])
    assert read.assertions == plain.assertions
    for assertion in read.assertions:
        for evidence in assertion.evidence:
            assert evidence.quotation == evidence.span.of(text)
            assert evidence.subject_span
            assert evidence.object_span
            words = [
                span.of(text).replace("\u00ad", "") for span in (evidence.subject_span, evidence.object_span)
            ]
            assert words in (["Japan", "Kunashir"], ["Russia", "Kunashir"], ["Russia", "which"])


@pytest.mark.model
def test_the_open_layer_tells_places_of_the_text_as_it_came(extractor: Extractor) -> None:
    text = "**Fishermen** mend *their nets*[1] here."
    (reading,) = extractor.read_open([Document(id="1", text=text)])
    said = reading.propositions[0]
    assert (said.subject, said.object) == ("Fishermen", "their nets")
    assert [each.span.of(text) for each in said.arguments[:2]] == ["Fishermen", "their nets"]
    assert [each.head.of(text) for each in said.arguments[:2]] == ["Fishermen", "nets"]
    assert reading.document.text == text


def test_quotation_marks_of_treebanks_are_known_to_the_parser() -> None:
    document = Document(id="1", text="They are known as `` Northern Territories '' .")
    assert without_markup(document) is document
