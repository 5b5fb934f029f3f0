"""What a noun is said of."""

from noun_roles import role
from parses import parse


def test_what_stands_under_a_noun_is_said_of_what_is_before_it() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        under          IN  prep  islands
        British        JJ  amod  administration
        administration NN  pobj  under
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert role(doc, "administration", "preposition") == ["under"]
    assert role(doc, "administration", "predicated") == ["islands"]


def test_what_stands_under_a_verb_is_said_of_its_subject_or_object() -> None:
    assert role(
        parse("""
        Rockall NNP nsubj is
        is/be   VBZ ROOT  is
        under   IN  prep  is
        British JJ  amod  control
        control NN  pobj  under
        .       .   punct is
        """),
        "control",
        "predicated",
    ) == ["Rockall"]
    assert role(
        parse("""
        Peru    NNP  nsubj put
        put     VBD  ROOT  put
        the     DT   det   bay
        bay     NN   dobj  put
        under   IN   prep  put
        its     PRP$ poss  control
        control NN   pobj  under
        .       .    punct put
        """),
        "control",
        "predicated",
    ) == ["bay"]


def test_what_stands_under_an_adjective_is_said_of_the_subject() -> None:
    doc = parse("""
        Rockall NNP nsubj is
        is/be   VBZ ROOT  is
        still   JJ  acomp is
        under   IN  prep  still
        control NN  pobj  under
        """)
    assert role(doc, "control", "predicated") == ["Rockall"]


def test_what_stands_under_an_adverb_is_said_of_nothing() -> None:
    doc = parse("""
        away    RB   ROOT away
        under   IN   prep away
        control NN   pobj under
        """)
    assert role(doc, "control", "predicated") == []


def test_predicate_noun_is_said_of_the_subject() -> None:
    assert role(
        parse("""
        Yenga  NNP nsubj is
        is/be  VBZ ROOT  is
        part   NN  attr  is
        of     IN  prep  part
        Guinea NNP pobj  of
        .      .   punct is
        """),
        "part",
        "predicated",
    ) == ["Yenga"]


def test_apposition_is_said_of_its_noun() -> None:
    assert role(
        parse("""
        Yenga  NNP nsubj is
        ,      ,   punct Yenga
        part   NN  appos Yenga
        of     IN  prep  part
        Guinea NNP pobj  of
        ,      ,   punct Yenga
        is/be  VBZ ROOT  is
        small  JJ  acomp is
        .      .   punct is
        """),
        "part",
        "predicated",
    ) == ["Yenga"]


def test_noun_in_a_small_clause_is_said_of_its_own_subject() -> None:
    doc = parse("""
        considers VBZ ROOT  considers
        Yenga     NNP nsubj part
        part      NN  ccomp considers
        """)
    assert role(doc, "part", "predicated") == ["Yenga"]


def test_name_taken_for_a_modifier_in_a_small_clause_is_what_it_is_said_of() -> None:
    doc = parse("""
        Guinea             NNP nsubj    considers
        considers/consider VBZ ROOT     considers
        Yenga              NNP compound part
        part               NN  ccomp    considers
        of                 IN  prep     part
        Guinea             NNP pobj     of
        .                  .   punct    considers
        """)
    assert role(doc, "part", "predicated") == ["Yenga"]


def test_noun_beside_the_object_is_said_of_it() -> None:
    doc = parse("""
        Guinea  NNP nsubj  calls
        calls   VBZ ROOT   calls
        Yenga   NNP dobj   calls
        part    NN  oprd   calls
        """)
    assert role(doc, "part", "predicated") == ["Yenga"]


def test_subject_noun_is_said_of_nothing() -> None:
    doc = parse("""
        Talks/talk NNS nsubj continue
        continue   VBP ROOT  continue
        with       IN  prep  continue
        Chile      NNP pobj  with
        over       IN  prep  continue
        Arica      NNP pobj  over
        .          .   punct continue
        """)
    assert role(doc, "Talks", "predicated") == []


def test_aside_is_of_the_name_before_it() -> None:
    doc = parse("""
        Peru          NNP nsubj left
        left/leave    VBD ROOT  left
        Tacna         NNP dobj  left
        ,             ,   punct left
        then          RB  advmod under
        under         IN  prep  left
        Chilean       JJ  amod  rule
        rule          NN  pobj  under
        .             .   punct left
        """)
    assert role(doc, "rule", "predicated") == ["Tacna"]
