"""Of whom a participle behind a noun is said."""

from parses import parse
from verb_roles import role, what, who


def test_participle_set_off_after_a_list_is_said_of_all_of_it() -> None:
    doc = parse("""
        Ceuta         NNP nsubj ports
        and           CC  cc    Ceuta
        Melilla       NNP conj  Ceuta
        ,             ,   punct Melilla
        claimed/claim VBN acl   Melilla
        by            IN  agent claimed
        Morocco       NNP pobj  by
        ports         VBP ROOT  ports
        """)
    assert what(doc, "claimed") == ["Ceuta", "Melilla"]


def test_participle_not_set_off_is_said_of_the_nearest() -> None:
    doc = parse("""
        Ceuta         NNP nsubj ports
        and           CC  cc    Ceuta
        Melilla       NNP conj  Ceuta
        claimed/claim VBN acl   Melilla
        by            IN  agent claimed
        Morocco       NNP pobj  by
        ports         VBP ROOT  ports
        """)
    assert what(doc, "claimed") == ["Melilla"]


def test_participle_after_a_split_list_is_said_of_both_subjects() -> None:
    doc = parse("""
        Ceuta         NNP nsubj ports
        and           CC  cc    Ceuta
        Melilla       NNP nsubj ports
        ,             ,   punct Melilla
        claimed/claim VBN acl   Melilla
        by            IN  agent claimed
        Morocco       NNP pobj  by
        ports         VBP ROOT  ports
        """)
    assert what(doc, "claimed") == ["Ceuta", "Melilla"]


def test_participle_after_a_name_is_said_of_what_bears_it() -> None:
    doc = parse("""
        islands/island NNS ROOT  islands
        known/know     VBN acl   islands
        as             IN  prep  known
        Kurils         NNP pobj  as
        ,              ,   punct Kurils
        claimed/claim  VBN acl   Kurils
        by             IN  agent claimed
        Japan          NNP pobj  by
        """)
    assert (who(doc, "claimed"), what(doc, "claimed")) == (["Japan"], ["islands"])


def test_apposed_participle_is_said_of_the_noun() -> None:
    doc = parse("""
        Ceuta         NNP ROOT  Ceuta
        ,             ,   punct Ceuta
        claimed/claim VBN appos Ceuta
        by            IN  agent claimed
        Morocco       NNP pobj  by
        """)
    assert (who(doc, "claimed"), what(doc, "claimed")) == (["Morocco"], ["Ceuta"])


def test_nearer_noun_may_do_what_a_participle_says() -> None:
    doc = parse("""
        attacks            NNS ROOT attacks
        on                 IN  prep attacks
        troops             NNS pobj on
        occupying/occupy   VBG acl  attacks
        Yenga              NNP dobj occupying
        """)
    assert role(doc, "occupying", "nearer") == ["troops"]


def test_participle_on_the_noun_before_it_has_no_nearer_one() -> None:
    doc = parse("""
        troops             NNS ROOT troops
        occupying/occupy   VBG acl  troops
        Yenga              NNP dobj occupying
        """)
    assert role(doc, "occupying", "nearer") == []
