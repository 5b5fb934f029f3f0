"""The proposition that a word heads: a verb's, a noun's, or none."""

import pytest
from parses import forms, parse, word

from kgraph.propositions import Kind, Proposition, proposition


def read(rows: str, form: str) -> Proposition:
    found = proposition(word(parse(rows), form))
    assert found is not None
    return found


CLAIM = """
    Peru         NNP nsubj claims
    claims/claim VBZ ROOT  claims
    the          DT  det   bay
    bay          NN  dobj  claims
    """
LAYS = """
    Peru         NNP nsubj lays
    now          RB  advmod lays
    lays/lay     VBZ ROOT  lays
    claim        NN  dobj  lays
    to           IN  prep  claim
    it           PRP pobj  to
    """


def test_verb_heads_a_verbal_proposition() -> None:
    found = read(CLAIM, "claims")
    assert (found.kind, found.lemma, found.support) == (Kind.VERB, "claim", None)
    assert {name: forms(tokens) for name, tokens in found.roles.items()} == {
        "subject": ["Peru"],
        "object": ["bay"],
    }


def test_noun_heads_a_nominal_proposition_with_its_light_verb() -> None:
    found = read(LAYS, "claim")
    assert (found.kind, found.lemma) == (Kind.NOUN, "claim")
    assert found.support is not None
    assert found.support.text == "lays"
    assert forms(found.roles["support"]) == ["Peru"]


@pytest.mark.parametrize("form", ["the", "now", "to"])
def test_other_words_head_nothing(form: str) -> None:
    rows = CLAIM if form == "the" else LAYS
    assert proposition(word(parse(rows), form)) is None


def test_participle_taken_for_an_adjective_is_a_verb() -> None:
    doc = parse("""
        disputed/dispute VBN amod islands
        islands/island   NNS ROOT islands
        """)
    doc[0].pos_ = "ADJ"
    found = proposition(doc[0])
    assert found is not None
    assert (found.kind, forms(found.roles["object"])) == (Kind.VERB, ["islands"])


def test_adjective_is_no_verb() -> None:
    assert proposition(parse("small JJ ROOT small")[0]) is None


def test_word_for_what_is_possessed_is_a_noun() -> None:
    found = read("bay NN nsubj is\nis/be VBZ ROOT is\ntheirs PRP attr is", "theirs")
    assert (found.kind, forms(found.roles["predicated"])) == (Kind.NOUN, ["bay"])


def test_personal_pronoun_heads_nothing() -> None:
    assert proposition(word(parse(LAYS), "it")) is None


def test_hyphen_belongs_to_the_nouns_lemma() -> None:
    found = read("cease NN compound fire\n- HYPH punct fire\nfire NN ROOT fire", "fire")
    assert found.lemma == "cease-fire"


def test_headless_is_what_stands_at_the_top_of_its_sentence() -> None:
    assert read(
        "Claimed/claim VBN ROOT Claimed\nby IN agent Claimed\nPeru NNP pobj by", "Claimed"
    ).is_headless
    assert read("Talks/talk NNS nsubj go\ngo VBP ROOT go", "Talks").is_headless


def test_light_verb_at_the_top_makes_its_noun_headless() -> None:
    assert read(LAYS, "claim").is_headless


def test_clause_further_down_is_not_headless() -> None:
    rows = """
        Chile          NNP nsubj fears
        fears/fear     VBZ ROOT  fears
        war            NN  dobj  fears
        over           IN  prep  war
        claims/claim   NNS pobj  over
        """
    assert not read(rows, "claims").is_headless


def test_action_in_ing_after_a_preposition_heads_a_nominal_proposition() -> None:
    weeks = """
        weeks           NNS ROOT weeks
        of              IN  prep weeks
        fighting/fight  VBG pobj of
        with            IN  prep fighting
        Chad            NNP pobj with
        """
    found = read(weeks, "fighting")
    assert (found.kind, found.lemma, forms(found.argument("with"))) == (Kind.NOUN, "fighting", ["Chad"])


def test_action_in_ing_that_has_an_object_stays_a_verb() -> None:
    weeks = """
        accused         VBD ROOT accused
        of              IN  prep accused
        fighting/fight  VBG pobj of
        Chad            NNP dobj fighting
        """
    assert read(weeks, "fighting").kind is Kind.VERB


@pytest.mark.parametrize(("prefix", "is_read"), [("de", False), ("re", True)])
def test_word_that_a_prefix_undoes_says_nothing(prefix: str, is_read: bool) -> None:
    doc = parse(f"""
        Kyiv     NNP  nsubj occupy
        will     MD   aux   occupy
        {prefix} VB   dep   occupy
        -        HYPH punct occupy
        occupy   VB   ROOT  occupy
        Crimea   NNP  dobj  occupy
        .        .    punct occupy
        """)
    assert (proposition(word(doc, "occupy")) is not None) is is_read
