"""What a relation is about, and names as such."""

import pytest
from linked import labels
from parses import linker, parse, word

from kgraph.extraction import Extractor
from kgraph.model import Document, EntityKind


def test_one_known_place_is_the_matter() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        .        .   punct disagree
        """)
    matter = linker(doc).matter([word(doc, "Kunashir")])
    assert matter is not None
    assert matter.known


def test_several_places_are_one_matter_in_words() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        and      CC  cc    Kunashir
        Iturup   NNP conj  Kunashir
        .        .   punct disagree
        """)
    heads = [word(doc, "Kunashir"), word(doc, "Iturup")]
    for given in (heads, heads[::-1]):  # in whatever order the paths gave them
        matter = linker(doc).matter(given)
        assert matter is not None
        assert (matter.label, matter.kind) == ("Kunashir and Iturup", EntityKind.NAME)


def test_date_is_no_matter() -> None:
    doc = parse("met/meet VBD ROOT met\non IN prep met\nMonday NNP pobj on DATE")
    assert linker(doc).matter([word(doc, "Monday")]) is None
    assert linker(doc).matter([]) is None


def test_name_is_taken_without_quotation_marks() -> None:
    doc = parse("called/call VBD ROOT called\nSenkaku NNP compound “Islands\n“Islands NNP dobj called")
    assert labels(linker(doc).names(word(doc, "Senkaku"))) == ["Senkaku"]


def test_common_noun_is_no_name() -> None:
    doc = parse("""
        Peru        NNP nsubj    called
        called/call VBD ROOT     called
        the         DT  det      illegal
        purchase    NN  compound illegal
        illegal     JJ  oprd     called
        .           .   punct    called
        """)
    assert linker(doc).names(word(doc, "purchase")) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thailand and Laos held talks on completion of the demarcation with Laos.",
            "completion of the demarcation",
            id="with-a-party",
        ),
        pytest.param(
            "Shots fell on the disputed maritime border between Thailand and Cambodia.",
            "maritime border",
            id="between-the-parties",
        ),
        pytest.param(
            "Lithuania completed the demarcation of the boundary with Belarus.",
            "boundary with Belarus",
            id="bare-word-with-a-party",
        ),
        pytest.param(
            "Moscow reaffirmed its opposition to independence for Kosovo.", "independence", id="for-a-party"
        ),
        pytest.param(
            "India lodged a protest against Pakistan over its plans to build a dam in the disputed region of Kashmir.",
            "plans to build a dam in the disputed region of Kashmir",
            id="what-is-planned",
        ),
        pytest.param(
            "Gabon and Equatorial Guinea have a dispute over Gabon-occupied Mbane Island and some lesser islands.",
            "Mbane Island and some lesser islands",
            id="who-occupies-it",
        ),
        pytest.param(
            "Russia and Kazakhstan ratified the Caspian seabed delimitation treaty.",
            "Caspian seabed",
            id="line",
        ),
        pytest.param(
            "India and Pakistan continue the peace process between the two rivals.",
            "peace process",
            id="between-the-two",
        ),
        pytest.param("Hamas launched an attack on Israel in violation of the truce.", None, id="no-reason"),
        pytest.param(
            "Oman and Yemen settled their boundary in the desert by a treaty.",
            "boundary in the desert",
            id="where-a-line-runs",
        ),
        pytest.param(
            "Oman and Yemen settled their boundary in May 1992.", "boundary", id="when-it-was-settled"
        ),
        pytest.param(
            "Gabon has a dispute with Equatorial Guinea over the islets of Mbane, Cocotier and Conga.",
            "islets of Mbane, Cocotier and Conga",
            id="list",
        ),
        pytest.param(
            "Chile rejects Bolivia's claim to restore the Litoral corridor.", "Litoral corridor", id="purpose"
        ),
        pytest.param(
            "Palau's sea boundary with Indonesia has not been delimited.",
            "sea boundary",
            id="whose-line",
        ),
        pytest.param(
            "The Bakassi dispute between Cameroon and Nigeria is over.", "Bakassi", id="by-which-it-is-called"
        ),
        pytest.param(
            "Greece and Turkey have a boundary dispute in the Aegean Sea.", "Aegean Sea", id="place-not-sort"
        ),
        pytest.param("China and Nepal signed a border treaty in 1961.", None, id="sort-of-treaty"),
        pytest.param(
            "Australia and Indonesia signed a maritime boundary treaty in 1972.",
            "maritime boundary",
            id="line-of-treaty",
        ),
        pytest.param(
            "Vietnam objects to China's claims in the South China Sea.", "South China Sea", id="objects-to"
        ),
        pytest.param(
            "Vietnam protested against China's occupation of Mischief Reef.",
            "Mischief Reef",
            id="protested-against",
        ),
        pytest.param("Dominica protests Venezuela's full effect claim.", "full effect claim", id="claim"),
        pytest.param("Dominica protests Venezuela's claim.", None, id="no-more-than-a-claim"),
        pytest.param(
            "Venezuela protested alleged British encroachment on Venezuelan territory.",
            "Venezuelan territory",
            id="own-territory",
        ),
        pytest.param(
            "India and Pakistan have yet to raise their disputes, including Kashmir.",
            "Kashmir",
            id="including",
        ),
        pytest.param("China and Bhutan held boundary talks in 2021.", "boundary", id="boundary-talks"),
        pytest.param(
            "The peace process between India and Pakistan goes on.", "peace process", id="process-itself"
        ),
    ],
)
def test_matter_is_told_in_its_own_words(extractor: Extractor, text: str, expected: str | None) -> None:
    (reading,) = extractor.read([Document(id="1", text=text)])
    sorts = {"clashesWith", "delimitedBoundaryWith", "disputesWith", "negotiatesWith", "rejectsClaimOf"}
    found = {a.about.label if a.about else None for a in reading.assertions if a.predicate in sorts}
    assert found == {expected}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The tribunal awarded Badme to Eritrea in 2002.", "Badme", id="beside-its-new-owner"),
        pytest.param(
            "Libya left the Aouzou Strip after the International Court of Justice had found for Chad.",
            "Aouzou Strip",
            id="told-before",
        ),
        pytest.param(
            "The row over Ligitan and Sipadan ended when the International Court of Justice found for Malaysia.",
            "Ligitan and Sipadan",
            id="list",
        ),
        pytest.param(
            "Nigeria left Bakassi and Libya the Aouzou Strip when the International Court of Justice found for Chad.",
            "Aouzou Strip",
            id="of-two-the-winners",
        ),
        pytest.param(
            "Nigeria left Bakassi. The International Court of Justice had found for Cameroon.",
            "Bakassi",
            id="in-another-sentence",
        ),
        pytest.param(
            "Nigeria left Bakassi. The International Court of Justice had found for Malaysia.",
            None,
            id="of-others",
        ),
        pytest.param(
            "Sudan claims the Halaib Triangle and took the matter to the International Court of Justice.",
            "Halaib Triangle",
            id="the-matter",
        ),
        pytest.param(
            "Ligitan and Sipadan were awarded to Malaysia by the court over Indonesian objections.",
            "Ligitan and Sipadan",
            id="no-objections",
        ),
        pytest.param(
            "The International Court of Justice dismissed Nicaragua's request for a wider shelf.",
            "wider shelf",
            id="request-for",
        ),
        pytest.param(
            "Talks on the sea border failed, and Kenya filed suit at the International Court of Justice.",
            "sea border",
            id="line-told-before",
        ),
        pytest.param(
            "The court ordered Thailand to withdraw its guards from the temple.",
            "temple",
            id="no-guards",
        ),
        pytest.param(
            "Denmark (through Greenland) was glad that the International Court of Justice found for Norway.",
            None,
            id="who-acts",
        ),
    ],
)
def test_court_decides_on_the_land_told_before(extractor: Extractor, text: str, expected: str | None) -> None:
    (reading,) = extractor.read([Document(id="1", text=text)])
    sorts = {"ruledAgainst", "ruledFor", "submittedTo"}
    found = {a.about.label if a.about else None for a in reading.assertions if a.predicate in sorts}
    assert found == {expected}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "India seized Daman and Diu. Lisbon later recognised Indian sovereignty over them.",
            "Daman and Diu",
        ),
        ("New Zealand confirmed American sovereignty in the Treaty of Tokehega.", None),
    ],
)
def test_pronoun_stands_for_all_lands_and_a_treaty_for_none(
    extractor: Extractor, text: str, expected: str | None
) -> None:
    (reading,) = extractor.read([Document(id="1", text=text)])
    found = {a.about.label if a.about else None for a in reading.assertions if a.predicate == "recognizes"}
    assert found == {expected}
