"""Prepositional objects: what a preposition leads to, and whose it is."""

from collections.abc import Mapping

from parses import forms, parse, word

from kgraph.propositions.arguments import prepositional_objects
from kgraph.tokens import Token


def roles(found: Mapping[str, tuple[Token, ...]]) -> dict[str, list[str]]:
    """Show prepositional objects as words."""
    return {name: forms(tokens) for name, tokens in found.items()}


def test_prepositional_objects_are_spread_over_a_list() -> None:
    doc = parse("""
        The                DT  det   dispute
        dispute            NN  nsubj continues
        with               IN  prep  dispute
        India              NNP pobj  with
        and                CC  cc    India
        China              NNP conj  India
        over               IN  prep  dispute
        Kashmir            NNP pobj  over
        continues/continue VBZ ROOT  continues
        .                  .   punct continues
        """)
    assert roles(prepositional_objects(word(doc, "dispute"))) == {
        "with": ["India", "China"],
        "over": ["Kashmir"],
    }


def test_preposition_hung_below_a_name_is_raised() -> None:
    doc = parse("""
        dispute NN  ROOT dispute
        with    IN  prep dispute
        India   NNP pobj with
        over    IN  prep India
        Kashmir NNP pobj over
        """)
    assert roles(prepositional_objects(word(doc, "dispute"))) == {"with": ["India"], "over": ["Kashmir"]}


def test_preposition_that_says_which_one_stays_with_its_noun() -> None:
    doc = parse("""
        dispute NN  ROOT dispute
        over    IN  prep dispute
        islands/island NNS pobj over
        in      IN  prep islands
        Asia    NNP pobj in
        """)
    assert roles(prepositional_objects(word(doc, "dispute"))) == {"over": ["islands"]}


def test_own_preposition_goes_before_a_raised_one_of_the_same_name() -> None:
    doc = parse("""
        talks/talk NNS ROOT talks
        with       IN  prep talks
        India      NNP pobj with
        over       IN  prep India
        trade      NN  pobj over
        over       IN  prep talks
        Kashmir    NNP pobj over#2
        """)
    assert roles(prepositional_objects(word(doc, "talks"))) == {"with": ["India"], "over": ["Kashmir"]}


def test_clause_below_a_preposition_raises_nothing() -> None:
    doc = parse("""
        Peru          NNP nsubj gained
        gained/gain   VBN ROOT  gained
        by            IN  prep  gained
        trading/trade VBG pobj  by
        with          IN  prep  trading
        Chile         NNP pobj  with
        .             .   punct gained
        """)
    assert roles(prepositional_objects(word(doc, "gained"))) == {"by": ["trading"]}


def test_last_of_two_prepositions_governs() -> None:
    doc = parse("""
        Troops/troop NNS nsubj pulled
        pulled/pull  VBD ROOT  pulled
        out          IN  prep  pulled
        of           IN  prep  out
        Gaza         NNP pobj  of
        .            .   punct pulled
        """)
    assert roles(prepositional_objects(word(doc, "pulled"))) == {"of": ["Gaza"]}


def test_according_to_gives_no_place() -> None:
    doc = parse("""
        According/accord VBG prep  went
        to               IN  prep  According
        Amnesty          NNP pobj  to
        ,                ,   punct went
        troops/troop     NNS nsubj went
        went/go          VBD ROOT  went
        to               IN  prep  went
        Gaza             NNP pobj  to#2
        .                .   punct went
        """)
    assert roles(prepositional_objects(word(doc, "went"))) == {"to": ["Gaza"]}


ACT = """
    The         DT  det   recognition
    recognition NN  nsubj surprised
    by          IN  prep  recognition
    {agent}     NNP pobj  by
    of          IN  prep  {agent}
    Abkhazia    NNP pobj  of
    surprised/surprise VBD ROOT surprised
    .           .   punct surprised
    """


def test_of_after_who_acts_belongs_to_the_act() -> None:
    doc = parse(ACT.format(agent="Nauru"))
    assert forms(prepositional_objects(word(doc, "recognition"))["of"]) == ["Abkhazia"]


def test_of_inside_the_name_of_who_acts_does_not() -> None:
    doc = parse(ACT.format(agent="Republic"))
    assert "of" not in prepositional_objects(word(doc, "recognition"))


def test_what_is_for_ones_part_is_for_nothing() -> None:
    doc = parse("""
        Oslo  NNP  nsubj asked
        ,     ,    punct asked
        for   IN   prep  asked
        its   PRP$ poss  part
        part  NN   pobj  for
        ,     ,    punct asked
        asked VBD  ROOT  asked
        about IN   prep  asked
        talks NNS  pobj  about
        """)
    found = prepositional_objects(word(doc, "asked"))
    assert {name: forms(tokens) for name, tokens in found.items()} == {"about": ["talks"]}
