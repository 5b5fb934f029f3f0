"""Whose a noun is, and what is done to whom, told before it."""

import pytest
from noun_roles import role
from parses import parse


def test_joined_noun_shares_the_possessor() -> None:
    doc = parse("""
        Spain          NNP poss  claims
        's             POS case  Spain
        claims/claim   NNS nsubj remain
        and            CC  cc    claims
        demands/demand NNS conj  claims
        remain         VBP ROOT  remain
        .              .   punct remain
        """)
    assert role(doc, "demands", "possessor") == ["Spain"]


def test_joined_noun_with_its_own_possessor_shares_nothing() -> None:
    doc = parse("""
        Spain          NNP poss  claims
        's             POS case  Spain
        claims/claim   NNS nsubj remain
        and            CC  cc    claims
        Morocco        NNP poss  demands
        's             POS case  Morocco
        demands/demand NNS conj  claims
        remain         VBP ROOT  remain
        .              .   punct remain
        """)
    assert role(doc, "demands", "possessor") == ["Morocco"]


def test_joined_noun_shares_the_adjective() -> None:
    doc = parse("""
        Moroccan       JJ  amod  claims
        claims/claim   NNS nsubj remain
        and            CC  cc    claims
        demands/demand NNS conj  claims
        remain         VBP ROOT  remain
        """)
    assert role(doc, "demands", "modifier") == ["Moroccan"]


def test_adjective_is_a_modifier() -> None:
    doc = parse("""
        Moroccan  JJ  amod  rejection
        rejection NN  nsubj came
        of        IN  prep  rejection
        the       DT  det   plan
        plan      NN  pobj  of
        came/come VBD ROOT  came
        .         .   punct came
        """)
    assert role(doc, "rejection", "modifier") == ["Moroccan"]
    assert role(doc, "rejection", "of") == ["plan"]


def test_joined_modifiers_are_both_given() -> None:
    doc = parse("""
        Land           NN  nmod      borders
        and            CC  cc        Land
        sea            NN  conj      Land
        borders/border NNS nsubjpass drawn
        were/be        VBD auxpass   drawn
        drawn/draw     VBN ROOT      drawn
        .              .   punct     drawn
        """)
    assert role(doc, "borders", "modifier") == ["Land", "sea"]


def test_modifier_of_a_modifier_is_given() -> None:
    doc = parse("""
        Kazakh  JJ  amod  Uzbek
        Uzbek   JJ  amod  borders
        borders NNS ROOT  borders
        """)
    assert role(doc, "borders", "modifier") == ["Kazakh", "Uzbek"]


@pytest.mark.parametrize(
    ("acts", "owner"),
    [("actions/action", ["Washington"]), ("newspapers/newspaper", [])],  # of papers no act is an example
)
def test_whose_an_act_is_that_is_named_as_an_example(acts: str, owner: list[str]) -> None:
    noun = acts.partition("/")[0]
    doc = parse(f"""
        Beijing        NNP nsubj  condemned
        condemned      VBD ROOT   condemned
        {acts}         NNS dobj   condemned
        of             IN  prep   {noun}
        Washington     NNP pobj   of
        including      VBG prep   {noun}
        the            DT  det    annexation
        annexation     NN  pobj   including
        """)
    assert role(doc, "annexation", "possessor") == owner


def test_name_before_the_noun_is_what_it_is_of_where_it_is_told_whose() -> None:
    doc = parse("""
        Peru  NNP poss     claim
        's    POS case     Peru
        Arica NNP compound claim
        claim NN  ROOT     claim
        """)
    assert role(doc, "claim", "done_to") == ["Arica"]
    assert role(doc, "claim", "possessor") == ["Peru"]


def test_name_before_a_noun_of_nobody_is_not_what_it_is_of() -> None:
    doc = parse("""
        the   DT  det      claim
        Arica NNP compound claim
        claim NN  ROOT     claim
        """)
    assert role(doc, "claim", "done_to") == []


def test_possessor_of_what_another_does_is_whom_it_is_done_to() -> None:
    doc = parse("""
        Arica   NNP poss    capture
        's      POS case    Arica
        capture NN  ROOT    capture
        by      IN  prep    capture
        Chile   NNP pobj    by
        """)
    assert role(doc, "capture", "done_to") == ["Arica"]
    assert role(doc, "capture", "possessor") == []
    assert role(doc, "capture", "by") == ["Chile"]


def test_day_by_which_it_is_done_does_nothing() -> None:
    doc = parse("""
        Arica   NNP poss    return
        's      POS case    Arica
        return  NN  ROOT    return
        by      IN  prep    return
        May     NNP pobj    by
        """)
    assert role(doc, "return", "possessor") == ["Arica"]


def test_second_of_two_acts_shares_who_does_them_and_to_whom() -> None:
    doc = parse("""
        Chile   NNP  poss  seizure
        's      POS  case  Chile
        seizure NN   ROOT  seizure
        and     CC   cc    seizure
        later   JJ   amod  keeping
        keeping NN   conj  seizure
        of      IN   prep  seizure
        Arica   NNP  pobj  of
        """)
    assert role(doc, "keeping", "possessor") == ["Chile"]
    assert role(doc, "keeping", "of") == ["Arica"]


@pytest.mark.parametrize(("owner", "meant"), [("its", ["Peru"]), ("their", ["their"])])
def test_its_in_what_opens_a_clause_is_the_subjects(owner: str, meant: list[str]) -> None:
    doc = parse(f"""
        In           IN       prep  asked
        {owner}      PRP$     poss  dispute
        dispute      NN       pobj  In
        with         IN       prep  dispute
        Chile        NNP      pobj  with
        Peru         NNP      nsubj asked
        asked/ask    VBD      ROOT  asked
        """)
    assert role(doc, "dispute", "possessor") == meant
