"""What stands right beside a word: its dependents, what a hyphen joins to it, a bracket."""

from parses import parse, word

from kgraph.propositions.arguments import first_child, hyphenated_modifier, is_bracketed, joined_lemma


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
