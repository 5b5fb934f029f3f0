"""Where something is: known names first, then references, then descriptions."""

import pytest
from parses import linker, parse, word


def test_adjective_is_no_place() -> None:
    doc = parse("""
        Moroccan     JJ  amod  troops
        troops/troop NNS nsubj left
        left/leave   VBD ROOT  left
        .            .   punct left
        """)
    assert linker(doc).places(word(doc, "Moroccan")) == ()


def test_bare_reference_without_an_antecedent_is_no_place() -> None:
    doc = parse("""
        Kenya            NNP nsubj claims
        claims/claim     VBZ ROOT  claims
        the              DT  det   islands
        disputed/dispute VBN amod  islands
        islands/island   NNS dobj  claims
        .                .   punct claims
        """)
    assert linker(doc).places(word(doc, "islands")) == ()


def test_common_noun_that_names_no_place_is_none() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        the            DT  det   damages
        damages/damage NNS dobj  claims
        .              .   punct claims
        """)
    assert linker(doc).places(word(doc, "damages")) == ()


@pytest.mark.parametrize("pronoun", ["he", "him", "she", "who"])
def test_personal_pronoun_is_no_place(pronoun: str) -> None:
    doc = parse(f"Japan NNP nsubj claims\nclaims/claim VBZ ROOT claims\n{pronoun} PRP dobj claims")
    assert linker(doc).places(word(doc, pronoun)) == ()
