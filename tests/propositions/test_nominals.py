"""Nouns that say a relation, and where their arguments stand."""

import pytest
from noun_roles import role
from parses import parse

from kgraph.tokens import Doc


def test_possessor_and_prepositions_are_roles() -> None:
    doc = parse("""
        Kenya        NNP poss  claim
        's           POS case  Kenya
        claim        NN  nsubj stands
        to           IN  prep  claim
        the          DT  det   triangle
        triangle     NN  pobj  to
        stands/stand VBZ ROOT  stands
        .            .   punct stands
        """)
    assert role(doc, "claim", "possessor") == ["Kenya"]
    assert role(doc, "claim", "to") == ["triangle"]


def test_year_and_name_are_roles() -> None:
    doc = parse("""
        The       DT  det    treaty
        1881      CD  nummod treaty
        treaty    NN  ROOT   treaty
        held/hold VBN acl    treaty
        .         .   punct  treaty
        """)
    assert role(doc, "treaty", "dated") == ["1881"]
    assert role(doc, "treaty", "named") == []
    assert role(parse("Accord NNP ROOT Accord"), "Accord", "named") == ["Accord"]


def test_apposition_is_a_role() -> None:
    doc = parse("""
        Two        CD  nummod ports
        ports/port NNS nsubj  are
        ,          ,   punct  ports
        Ceuta      NNP appos  ports
        and        CC  cc     Ceuta
        Melilla    NNP conj   Ceuta
        ,          ,   punct  ports
        are/be     VBP ROOT   are
        small      JJ  acomp  are
        .          .   punct  are
        """)
    assert role(doc, "ports", "apposition") == ["Ceuta", "Melilla"]


_BUILT = """
    Israel          NNP nsubj built
    built/build     VBD ROOT  built
    homes/home      NNS dobj  built
    in              IN  prep  built
    Hebron          NNP pobj  in
    ;               .   punct built
    Norway          NNP nsubj condemned
    condemned/condemn VBD ROOT condemned
    {article}       {tag} {label} {noun}
    {noun}          NN  dobj  condemned
    """


def _built(article: str, tag: str, label: str, noun: str) -> Doc:
    return parse(_BUILT.format(article=article, tag=tag, label=label, noun=noun))


def test_the_move_takes_up_who_did_what_before() -> None:
    doc = _built("the", "DT", "det", "move")
    assert role(doc, "move", "done_by") == ["Israel"]
    assert role(doc, "move", "told_before") == ["Israel", "homes", "Hebron"]


@pytest.mark.parametrize(
    ("article", "tag", "label", "noun"),
    [
        pytest.param("its", "PRP$", "poss", "move", id="whose-it-is-is-told"),
        pytest.param("a", "DT", "det", "move", id="one-that-nothing-told-of"),
        pytest.param("the", "DT", "det", "weather", id="nothing-that-is-done"),
    ],
)
def test_other_nouns_take_up_nothing(article: str, tag: str, label: str, noun: str) -> None:
    doc = _built(article, tag, label, noun)
    assert role(doc, noun, "done_by") == role(doc, noun, "told_before") == []


_STRUCK = """
    Gunmen            NNS nsubj killed
    killed/kill       VBD ROOT  killed
    Chilean           JJ  amod  {victims}
    {victims}         NNS dobj  killed
    ;                 .   punct killed
    Peru              NNP nsubj condemned
    condemned/condemn VBD ROOT  condemned
    {article}         {tag} {label} {noun}
    {noun}            NN  dobj  condemned
    """


@pytest.mark.parametrize(
    ("victims", "article", "tag", "label", "noun", "struck"),
    [
        pytest.param("soldiers/soldier", "the", "DT", "det", "attack", ["soldiers"], id="the-attack"),
        pytest.param("soldiers/soldier", "an", "DT", "det", "attack", [], id="another-attack"),
        pytest.param("soldiers/soldier", "its", "PRP$", "poss", "attack", [], id="whose-it-is-is-told"),
        pytest.param("soldiers/soldier", "the", "DT", "det", "weather", [], id="no-attack"),
        pytest.param("sheep", "the", "DT", "det", "attack", [], id="nobody-who-acts"),
    ],
)
def test_the_attack_takes_up_whom_it_struck(
    victims: str, article: str, tag: str, label: str, noun: str, struck: list[str]
) -> None:
    rows = _STRUCK.format(victims=victims, article=article, tag=tag, label=label, noun=noun)
    rows = rows.replace(f"amod  {victims}", f"amod  {victims.partition('/')[0]}")
    assert role(parse(rows), noun, "struck") == struck
