"""Entries of registers: what they are about, and who is listed in them."""

import pytest
from noun_roles import role
from parses import parse

_PARTIES = """
    Parties/party NNS ROOT  Parties
    :             :   punct Parties
    Kiribati      NNP appos Parties
    ,             ,   punct Kiribati
    Tuvalu        NNP appos Kiribati
    and           CC  cc    Tuvalu
    Nauru         NNP conj  Tuvalu
    .             .   punct Parties
    """


def test_parties_are_listed_behind_a_colon_and_the_treaty_heads_the_line_before() -> None:
    treaty = """
        Treaty NNP ROOT  Treaty
        of     IN  prep  Treaty
        Tarawa NNP pobj  of
        .      .   punct Treaty"""
    doc = parse(treaty + _PARTIES)
    assert role(doc, "Parties", "entry") == ["Treaty"]
    assert role(doc, "Parties", "listed") == ["Kiribati", "Tuvalu", "Nauru"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        """
        Islanders NNS nsubj voted
        voted/vote VBD ROOT voted
        . . punct voted""",
    ],
    ids=["nothing", "clause"],
)
def test_no_treaty_heads_what_is_no_entry(before: str) -> None:
    assert role(parse(before + _PARTIES), "Parties", "entry") == []


def test_nothing_is_listed_without_a_colon() -> None:
    doc = parse("""
        Parties/party NNS nsubj quarrelled
        in            IN  prep  Parties
        Nauru         NNP pobj  in
        quarrelled/quarrel VBD ROOT quarrelled
        .             .   punct quarrelled
        """)
    assert role(doc, "Parties", "listed") == role(doc, "Parties", "entry") == []
