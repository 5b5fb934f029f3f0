"""What stands around a predicate: lists, prepositions, noun phrases. Near misses stand beside what they resemble."""

from collections.abc import Mapping

from parses import forms, parse, word
from spacy.tokens import Token

from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    hyphenated_modifier,
    is_bracketed,
    joined_lemma,
    noun_phrase,
    prepositional_objects,
)


def phrase(ends: tuple[Token, Token]) -> tuple[str, str]:
    """Show the first and last word of a noun phrase."""
    return ends[0].text, ends[1].text


# -- lists -----------------------------------------------------------------------------------------------------------


def test_conjuncts_come_from_left_to_right() -> None:
    doc = parse("""
        Peru        NNP nsubj signed
        ,           ,   punct Peru
        Chile       NNP conj  Peru
        and         CC  cc    Chile
        Brazil      NNP conj  Chile
        signed/sign VBD ROOT  signed
        .           .   punct signed
        """)
    assert forms(conjuncts(word(doc, "Peru"))) == ["Peru", "Chile", "Brazil"]


def test_verb_beside_a_name_is_no_conjunct() -> None:
    doc = parse("""
        The            DT  det       islands
        islands/island NNS nsubjpass sold
        were/be        VBD auxpass   sold
        sold/sell      VBN ROOT      sold
        and            CC  cc        sold
        leased/lease   VBN conj      sold
        .              .   punct     sold
        """)
    assert forms(conjuncts(word(doc, "sold"))) == ["sold"]


def test_name_taken_for_an_apposition_inside_a_list_counts_as_listed() -> None:
    doc = parse("""
        claims/claim VBZ ROOT  claims
        Matua        NNP dobj  claims
        ,            ,   punct Matua
        Iturup       NNP appos Matua
        ,            ,   punct Matua
        and          CC  cc    Matua
        Shikotan     NNP conj  Matua
        """)
    assert forms(conjuncts(word(doc, "Matua"))) == ["Matua", "Iturup", "Shikotan"]


def test_list_may_go_on_after_the_apposition_without_a_label() -> None:
    doc = parse("""
        Matua      NNP nsubj    belong
        ,          ,   punct    Matua
        Iturup     NNP appos    Matua
        ,          ,   punct    Matua
        and        CC  dep      belong
        Shikotan   NNP npadvmod belong
        belong     VBP ROOT     belong
        """)
    assert forms(conjuncts(word(doc, "Matua"))) == ["Matua", "Iturup"]


def test_apposition_that_ends_the_phrase_is_another_name_and_no_member() -> None:
    doc = parse("""
        visited/visit VBD ROOT  visited
        Etorofu       NNP dobj  visited
        ,             ,   punct Etorofu
        Iturup        NNP appos Etorofu
        .             .   punct visited
        """)
    assert forms(conjuncts(word(doc, "Etorofu"))) == ["Etorofu"]


def test_bracketed_name_is_no_member_of_the_list() -> None:
    doc = parse("""
        claims/claim VBZ   ROOT  claims
        Iturup       NNP   dobj  claims
        (            -LRB- punct Etorofu
        Etorofu      NNP   appos Iturup
        )            -RRB- punct Etorofu
        and          CC    cc    Iturup
        Matua        NNP   conj  Iturup
        """)
    assert forms(conjuncts(word(doc, "Iturup"))) == ["Iturup", "Matua"]


def test_apposition_with_an_article_is_no_member_of_the_list() -> None:
    doc = parse("""
        claims/claim VBZ ROOT  claims
        Iturup       NNP dobj  claims
        ,            ,   punct Iturup
        the          DT  det   Pearl
        Pearl        NNP appos Iturup
        ,            ,   punct Iturup
        and          CC  cc    Iturup
        Matua        NNP conj  Iturup
        """)
    assert forms(conjuncts(word(doc, "Iturup"))) == ["Iturup", "Matua"]


def test_what_is_counted_stands_for_the_count() -> None:
    doc = parse("""
        Tens/ten           NNS quantmod thousands
        of                 IN  quantmod thousands
        thousands/thousand NNS nsubj    crossed
        of                 IN  prep     thousands
        soldiers/soldier   NNS pobj     of#2
        crossed/cross      VBD ROOT     crossed
        .                  .   punct    crossed
        """)
    assert forms(conjuncts(word(doc, "thousands"))) == ["soldiers"]


def test_count_of_nothing_named_stays_itself() -> None:
    doc = parse("""
        Thousands/thousand NNS nsubj crossed
        crossed/cross      VBD ROOT  crossed
        the                DT  det   line
        line               NN  dobj  crossed
        .                  .   punct crossed
        """)
    assert forms(conjuncts(word(doc, "Thousands"))) == ["Thousands"]


def test_endless_list_is_cut() -> None:
    rows = ["Peru NNP ROOT Peru", *(f"N{i} NNP conj {f'N{i - 1}' if i else 'Peru'}" for i in range(400))]
    assert 40 <= len(conjuncts(parse("\n".join(rows))[0])) < 100


# -- words -----------------------------------------------------------------------------------------------------------


def test_first_child_is_the_leftmost_with_one_of_the_labels() -> None:
    doc = parse("""
        Peru        NNP nsubj signed
        ,           ,   punct Peru
        Chile       NNP conj  Peru
        and         CC  cc    Chile
        Brazil      NNP conj  Chile
        signed/sign VBD ROOT  signed
        .           .   punct signed
        """)
    assert first_child(word(doc, "signed"), "dobj", "nsubj") == word(doc, "Peru")
    assert first_child(word(doc, "signed"), "dobj") is None


def test_hyphen_joins_the_words_that_the_tables_know() -> None:
    doc = parse("""
        cease NN   compound fire
        -     HYPH punct    fire
        fire  NN   ROOT     fire
        """)
    assert joined_lemma(word(doc, "fire")) == "cease-fire"


def test_hyphen_after_another_word_joins_nothing() -> None:
    doc = parse("""
        wild       JJ   amod  fires
        -          HYPH punct fires
        fires/fire NNS  ROOT  fires
        """)
    assert joined_lemma(word(doc, "fires")) == "fire"


def test_modifier_joined_by_a_hyphen_is_found() -> None:
    doc = parse("""
        The            DT   det       islands
        Soviet         NNP  npadvmod  held
        -              HYPH punct     held
        held/hold      VBN  amod      islands
        islands/island NNS  nsubjpass handed
        were/be        VBD  auxpass   handed
        handed/hand    VBN  ROOT      handed
        over           RP   prt       handed
        .              .    punct     handed
        """)
    assert hyphenated_modifier(word(doc, "held")) == word(doc, "Soviet")


def test_participle_without_a_hyphen_has_no_joined_modifier() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        held/hold      VBN acl   islands
        by             IN  agent held
        Japan          NNP pobj  by
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert hyphenated_modifier(word(doc, "held")) is None


def test_adverb_joined_by_a_hyphen_is_no_modifier() -> None:
    doc = parse("""
        The            DT   det       islands
        long           RB   advmod    held
        -              HYPH punct     held
        held/hold      VBN  amod      islands
        islands/island NNS  nsubjpass handed
        were/be        VBD  auxpass   handed
        handed/hand    VBN  ROOT      handed
        over           RP   prt       handed
        .              .    punct     handed
        """)
    assert hyphenated_modifier(word(doc, "held")) is None


def test_bracket_before_a_phrase_is_seen_whichever_word_it_hangs_on() -> None:
    doc = parse("""
        Spain      NNP   nsubj holds
        holds/hold VBZ   ROOT  holds
        Ceuta      NNP   dobj  holds
        (          -LRB- punct Ceuta
        a          DT    det   port
        port       NN    appos Ceuta
        )          -RRB- punct Ceuta
        and        CC    cc    Ceuta
        Melilla    NNP   conj  Ceuta
        .          .     punct holds
        """)
    assert is_bracketed(word(doc, "port"))
    assert not is_bracketed(word(doc, "Melilla"))
    assert not is_bracketed(word(doc, "Spain"))


# -- prepositions ----------------------------------------------------------------------------------------------------


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


# -- noun phrases ----------------------------------------------------------------------------------------------------


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


# -- "by" before "of" ------------------------------------------------------------------------------------------------


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


def included(group: str, tag: str) -> list[str]:
    doc = parse(f"""
        {group}   {tag} ROOT  {group}
        ,         ,     punct {group}
        including VBG   prep  {group}
        Thitu     NNP   pobj  including
        .         .     punct {group}
        """)
    return forms(conjuncts(word(doc, group)))


def test_including_spreads_over_a_group_by_its_name() -> None:
    assert included("Spratlys", "NNPS") == ["Spratlys", "Thitu"]
    assert included("Archipelago", "NNP") == ["Archipelago", "Thitu"]


def test_including_says_nothing_more_of_a_single_name() -> None:
    assert included("Russia", "NNP") == ["Russia"]


def test_among_them_names_some_of_a_group() -> None:
    doc = parse("""
        Thirteen          CD  nummod countries
        countries/country NNS nsubj  agree
        ,                 ,   punct  agree
        among             IN  prep   Palau
        them              PRP pobj   among
        Palau             NNP prep   agree
        and               CC  cc     Palau
        Nauru             NNP conj   Palau
        ,                 ,   punct  agree
        agree             VBP ROOT   agree
        .                 .   punct  agree
        """)
    assert forms(conjuncts(word(doc, "countries"))) == ["countries", "Palau", "Nauru"]


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
