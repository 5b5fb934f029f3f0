"""Minimal noun phrases: the words that say which thing it is."""

from parses import parse, word

from kgraph.propositions.arguments import noun_phrase
from kgraph.tokens import Token


def phrase(ends: tuple[Token, Token]) -> tuple[str, str]:
    """Show the first and last word of a noun phrase."""
    return ends[0].text, ends[1].text


def test_noun_phrase_leaves_out_article_and_relative_clause() -> None:
    doc = parse("""
        The              DT  det   islands
        disputed/dispute VBN amod  islands
        islands/island   NNS nsubj are
        that             WDT nsubj claims
        Japan            NNP nsubj claims
        claims/claim     NNS relcl islands
        are/be           VBP ROOT  are
        small            JJ  acomp are
        .                .   punct are
        """)
    assert phrase(noun_phrase(word(doc, "islands"))) == ("disputed", "islands")


def test_noun_phrase_keeps_what_says_which_one() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        at             IN  prep  islands
        the            DT  det   mouth
        mouth          NN  pobj  at
        of             IN  prep  mouth
        the            DT  det   river
        river          NN  pobj  of
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert phrase(noun_phrase(word(doc, "islands"))) == ("islands", "river")
    assert phrase(noun_phrase(word(doc, "islands"), post=False)) == ("islands", "islands")


def test_who_gets_it_is_no_part_of_what_is_given() -> None:
    doc = parse("""
        Chad        NNP nsubj handed
        handed/hand VBD ROOT  handed
        five        CD  nummod towns
        towns/town  NNS dobj  handed
        to          IN  prep  towns
        Libya       NNP pobj  to
        """)
    assert phrase(noun_phrase(word(doc, "towns"))) == ("five", "towns")


def test_where_a_road_leads_is_a_part_of_what_it_is() -> None:
    doc = parse("""
        Chad         NNP nsubj blocked
        blocked/block VBD ROOT blocked
        roads/road   NNS dobj  blocked
        to           IN  prep  roads
        Libya        NNP pobj  to
        """)
    assert phrase(noun_phrase(word(doc, "roads"))) == ("roads", "Libya")


def test_noun_phrase_is_cut_at_a_comma() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        in             IN  prep  islands
        the            DT  det   bay
        bay            NN  pobj  in
        ,              ,   punct islands
        near           IN  prep  islands
        the            DT  det   coast
        coast          NN  pobj  near
        ,              ,   punct are
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert phrase(noun_phrase(word(doc, "islands"))) == ("islands", "bay")


def test_noun_phrase_keeps_a_list_on_demand_only() -> None:
    doc = parse("""
        The          DT  det   islets
        islets/islet NNS nsubj are
        of           IN  prep  islets
        Mbane        NNP pobj  of
        ,            ,   punct Mbane
        Cocotier     NNP conj  Mbane
        ,            ,   punct Mbane
        and          CC  cc    Cocotier
        Conga        NNP conj  Cocotier
        ,            ,   punct islets
        all          DT  appos islets
        low          JJ  amod  all
        ,            ,   punct are
        are/be       VBP ROOT  are
        small        JJ  acomp are
        .            .   punct are
        """)
    islets = word(doc, "islets")
    assert phrase(noun_phrase(islets)) == ("islets", "Mbane")
    assert phrase(noun_phrase(islets, lists=True)) == ("islets", "Conga")


def test_noun_phrase_keeps_a_participle_on_demand_only() -> None:
    doc = parse("""
        The             DT  det   land
        land            NN  nsubj is
        occupied/occupy VBN acl   land
        in              IN  prep  occupied
        1967            CD  pobj  in
        is/be           VBZ ROOT  is
        dry             JJ  acomp is
        .               .   punct is
        """)
    assert phrase(noun_phrase(word(doc, "land"))) == ("land", "land")
    assert phrase(noun_phrase(word(doc, "land"), clauses=True)) == ("land", "1967")


def test_clause_inside_a_prepositional_phrase_is_left_out() -> None:
    doc = parse("""
        The                DT  det   group
        group              NN  nsubj is
        of                 IN  prep  group
        islands/island     NNS pobj  of
        controlled/control VBN acl   islands
        by                 IN  agent controlled
        Greece             NNP pobj  by
        is/be              VBZ ROOT  is
        small              JJ  acomp is
        .                  .   punct is
        """)
    assert phrase(noun_phrase(word(doc, "group"))) == ("group", "islands")


def test_noun_phrase_keeps_joined_modifiers() -> None:
    doc = parse("""
        The            DT  det       borders
        land           NN  nmod      borders
        and            CC  cc        land
        sea            NN  conj      land
        borders/border NNS nsubjpass drawn
        were/be        VBD auxpass   drawn
        drawn/draw     VBN ROOT      drawn
        .              .   punct     drawn
        """)
    assert phrase(noun_phrase(word(doc, "borders"))) == ("land", "borders")
