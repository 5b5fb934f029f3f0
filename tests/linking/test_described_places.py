"""Places that only their description tells."""

import pytest
from linked import labels, read
from parses import linker, parse, word

from kgraph.extraction import Extractor


def test_described_place_is_unknown_and_named_by_its_description() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        islands/island NNS dobj  claims
        at             IN  prep  islands
        the            DT  det   mouth
        mouth          NN  pobj  at
        of             IN  prep  mouth
        the            DT  det   river
        river          NN  pobj  of
        .              .   punct claims
        """)
    (found,) = linker(doc).places(word(doc, "islands"))
    assert (found.entity.label, found.entity.known) == ("islands at the mouth of the river", False)


def test_description_leaves_out_that_it_is_disputed_and_whose_it_is() -> None:
    doc = parse("""
        Kenya                NNP  poss  coast
        's                   POS  case  Kenya
        disputed             JJ   amod  coast
        northern             JJ   amod  coast
        coast                NN   ROOT  coast
        """)
    (found,) = linker(doc).places(word(doc, "coast"))
    assert found.entity.label == "northern coast"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Syria wants back the hills Israel seized.", ["hills"]),
        ("Syria wants back the hills.", []),
        ("Syria wants back the hills where Israel has radars.", []),
    ],
)
def test_bare_reference_is_told_by_what_somebody_did(
    extractor: Extractor, text: str, places: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.places(word(doc, "hills"))) == places


def test_islands_that_somebody_did_something_to_are_told_by_that() -> None:
    doc = parse("""
        Fiji           NNP nsubj wants
        wants/want     VBZ ROOT  wants
        the            DT  det   islands
        islands/island NNS dobj  wants
        that           WDT dobj  ceded
        Italy          NNP nsubj ceded
        ceded/cede     VBD relcl islands
        to             IN  prep  ceded
        Greece         NNP pobj  to
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["islands"]


def test_islands_that_do_something_are_told_by_nothing() -> None:
    doc = parse("""
        Fiji           NNP nsubj wants
        wants/want     VBZ ROOT  wants
        the            DT  det   islands
        islands/island NNS dobj  wants
        that           WDT nsubj face
        face           VBP relcl islands
        Greece         NNP dobj  face
        """)
    assert linker(doc).places(word(doc, "islands")) == ()


def test_side_of_a_land_is_a_place_where_somebody_takes_it() -> None:
    doc = parse("""
        Mali           NNP nsubj retook
        retook/retake  VBD ROOT  retook
        most           JJS dobj  retook
        of             IN  prep  most
        the            DT  det   north
        north          NN  pobj  of
        """)
    assert labels(linker(doc).places(word(doc, "most"))) == ["north"]


def test_way_that_somebody_goes_is_no_place() -> None:
    doc = parse("""
        They           PRP nsubj  moved
        moved/move     VBD ROOT   moved
        north          RB  advmod moved
        """)
    assert linker(doc).places(word(doc, "north")) == ()


def test_land_that_was_given_to_somebody_is_told_by_that() -> None:
    doc = parse("""
        Fiji           NNP nsubj wants
        wants/want     VBZ ROOT  wants
        the            DT  det   islands
        islands/island NNS dobj  wants
        ceded/cede     VBN acl   islands
        to             IN  prep  ceded
        Greece         NNP pobj  to
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["islands"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("Soviet troops took Poland east of the Bug.", "Poland", ["Poland east of the Bug"]),
        ("Rome attacked Egypt west of Libya.", "Egypt", ["Egypt"]),
        ("Oman fought in Yemen, south of the desert.", "Yemen", ["Yemen"]),
    ],
)
def test_side_of_a_line_tells_what_of_a_state_is_meant(
    extractor: Extractor, text: str, place: str, told: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.places(word(doc, place))) == told
