"""What is a noun's own behind it, wherever the parser hung it: on a light verb, a participle, a name beside."""

import pytest
from noun_roles import SUPPORT, role
from parses import forms, parse, word

from kgraph.propositions.complements import support_verb
from kgraph.propositions.nominals import noun_arguments
from kgraph.tokens import Doc


def carrier(doc: Doc, noun: str) -> str | None:
    verb = support_verb(word(doc, noun), SUPPORT)
    return verb.text if verb is not None else None


def test_light_verb_carries_its_object() -> None:
    doc = parse("""
        Peru     NNP nsubj lays
        lays/lay VBZ ROOT  lays
        claim    NN  dobj  lays
        to       IN  prep  claim
        the      DT  det   islet
        islet    NN  pobj  to
        .        .   punct lays
        """)
    assert carrier(doc, "claim") == "lays"
    assert role(doc, "claim", "support") == ["Peru"]
    assert role(doc, "claim", "to") == ["islet"]


def test_full_verb_carries_nothing() -> None:
    doc = parse("""
        Peru           NNP nsubj rejects
        rejects/reject VBZ ROOT  rejects
        the            DT  det   claim
        claim          NN  dobj  rejects
        .              .   punct rejects
        """)
    assert carrier(doc, "claim") is None
    assert role(doc, "claim", "support") == []


def test_light_verb_reaches_through_a_first_noun() -> None:
    doc = parse("""
        Peru             NNP nsubj has
        has/have         VBZ ROOT  has
        a                DT  det   history
        history          NN  dobj  has
        and              CC  cc    history
        disputes/dispute NNS conj  history
        with             IN  prep  disputes
        Chile            NNP pobj  with
        .                .   punct has
        """)
    assert carrier(doc, "disputes") == "has"


def test_light_verb_carries_what_stands_after_its_preposition() -> None:
    doc = parse("""
        Peru       NNP nsubj is
        is/be      VBZ ROOT  is
        in         IN  prep  is
        talks/talk NNS pobj  in
        with       IN  prep  talks
        Chile      NNP pobj  with
        .          .   punct is
        """)
    assert carrier(doc, "talks") == "is"
    assert role(doc, "talks", "support") == ["Peru"]
    assert role(doc, "talks", "with") == ["Chile"]


def test_another_preposition_carries_nothing() -> None:
    doc = parse("""
        Peru       NNP nsubj is
        is/be      VBZ ROOT  is
        against    IN  prep  is
        talks/talk NNS pobj  against
        """)
    assert carrier(doc, "talks") is None


def test_noun_of_the_preposition_is_not_carried_by_a_noun() -> None:
    doc = parse("""
        hold   NN  ROOT hold
        on     IN  prep hold
        claims NNS pobj on
        """)
    assert carrier(doc, "claims") is None


def test_passive_light_verb_carries_its_subject() -> None:
    doc = parse("""
        Talks/talk NNS nsubjpass held
        were/be    VBD auxpass   held
        held/hold  VBN ROOT      held
        by         IN  agent     held
        Peru       NNP pobj      by
        and        CC  cc        Peru
        Chile      NNP conj      Peru
        .          .   punct     held
        """)
    assert carrier(doc, "Talks") == "held"
    assert role(doc, "Talks", "support") == ["Peru", "Chile"]


def test_who_is_left_with_something_bears_it() -> None:
    doc = parse("""
        The          DT  det   war
        war          NN  nsubj left
        left/leave   VBD ROOT  left
        Peru         NNP dobj  left
        with         IN  prep  left
        claims/claim NNS pobj  with
        .            .   punct left
        """)
    assert role(doc, "claims", "support") == ["Peru"]


def test_preposition_of_the_light_verb_is_the_nouns() -> None:
    doc = parse("""
        Peru       NNP nsubj holds
        holds/hold VBZ ROOT  holds
        talks/talk NNS dobj  holds
        with       IN  prep  holds
        Chile      NNP pobj  with
        """)
    assert role(doc, "talks", "with") == ["Chile"]


def test_what_hangs_on_a_participle_after_the_noun_is_the_nouns() -> None:
    doc = parse("""
        Claims/claim NNS nsubj lapsed
        made/make    VBN acl   Claims
        by           IN  agent made
        Kenya        NNP pobj  by
        for          IN  prep  made
        the          DT  det   land
        land         NN  pobj  for
        lapsed/lapse VBD ROOT  lapsed
        .            .   punct lapsed
        """)
    assert role(doc, "Claims", "by") == ["Kenya"]
    assert role(doc, "Claims", "for") == ["land"]


def test_object_of_an_infinitive_after_the_noun_is_its_purpose() -> None:
    doc = parse("""
        A           DT  det   call
        call        NN  nsubj failed
        to          TO  aux   begin
        begin       VB  relcl call
        talks/talk  NNS dobj  begin
        failed/fail VBD ROOT  failed
        .           .   punct failed
        """)
    assert role(doc, "call", "purpose") == ["talks"]


def test_relative_clause_with_a_finite_verb_gives_no_purpose() -> None:
    doc = parse("""
        The         DT  det   call
        call        NN  nsubj failed
        that        WDT nsubj began
        began/begin VBD relcl call
        talks/talk  NNS dobj  began
        failed/fail VBD ROOT  failed
        .           .   punct failed
        """)
    assert role(doc, "call", "purpose") == []


def test_preposition_hung_on_the_verb_after_its_subject_is_the_nouns() -> None:
    doc = parse("""
        Talks/talk NNS nsubj continue
        continue   VBP ROOT  continue
        with       IN  prep  continue
        Chile      NNP pobj  with
        over       IN  prep  continue
        Arica      NNP pobj  over
        .          .   punct continue
        """)
    assert role(doc, "Talks", "with") == ["Chile"]
    assert role(doc, "Talks", "over") == ["Arica"]


def test_preposition_before_the_noun_is_not_its_own() -> None:
    doc = parse("""
        In              IN  prep     rejected
        March           NNP compound Peru
        Peru            NNP pobj     In
        rejected/reject VBD ROOT     rejected
        the             DT  det      claim
        claim           NN  dobj     rejected
        .               .   punct    rejected
        """)
    assert role(doc, "claim", "in") == []


def test_place_right_behind_a_noun_is_its_own_though_it_hangs_on_the_one_above() -> None:
    doc = parse("""
        curbs  NNS ROOT  curbs
        on     IN  prep  curbs
        troops NNS pobj  on
        in     IN  prep  curbs
        Chad   NNP pobj  in
        """)
    assert role(doc, "troops", "in") == ["Chad"]


def test_place_further_behind_is_of_the_noun_above_alone() -> None:
    doc = parse("""
        curbs  NNS ROOT  curbs
        on     IN  prep  curbs
        troops NNS pobj  on
        of     IN  prep  curbs
        Chad   NNP pobj  of
        in     IN  prep  curbs
        May    NNP pobj  in
        """)
    assert role(doc, "troops", "in") == []


@pytest.mark.parametrize(("verb", "expected"), [("exists", ["Chile", "Peru"]), ("divides", [])])
def test_clause_that_only_says_that_there_is_one_gives_its_prepositions(
    verb: str, expected: list[str]
) -> None:
    doc = parse(f"""
        The     DT  det   dispute
        dispute NN  nsubj lasts
        that    WDT nsubj {verb}
        {verb}/{verb[:-1]} VBZ relcl dispute
        between IN  prep  {verb}
        Chile   NNP pobj  between
        and     CC  cc    Chile
        Peru    NNP conj  Chile
        lasts   VBZ ROOT  lasts
        .       .   punct lasts
        """)
    assert role(doc, "dispute", "between") == expected


def test_month_is_not_what_talks_are_on() -> None:
    doc = parse("""
        talks    NNS nsubj begin
        begin    VBP ROOT  begin
        on       IN  prep  begin
        April    NNP pobj  on
        """)
    assert role(doc, "talks", "on") == []


def test_two_nouns_share_what_stands_after_the_second() -> None:
    doc = parse("""
        Peru          NNP poss     invasion
        invasion      NN  nsubj    began
        and           CC  cc       invasion
        annexation    NN  conj     invasion
        of            IN  prep     annexation
        Ecuador       NNP pobj     of
        began/begin   VBD ROOT     began
        """)
    assert role(doc, "invasion", "of") == ["Ecuador"]


def test_nouns_apart_share_nothing() -> None:
    doc = parse("""
        invasion      NN  nsubj    began
        by            IN  prep     invasion
        Peru          NNP pobj     by
        and           CC  cc       invasion
        annexation    NN  conj     invasion
        of            IN  prep     annexation
        Ecuador       NNP pobj     of
        began/begin   VBD ROOT     began
        """)
    assert role(doc, "invasion", "of") == []


def test_where_something_is_to_be_done_is_where_the_plan_is_for() -> None:
    doc = parse("""
        The           DT  det   plan
        plan          NN  nsubj failed
        to            TO  aux   build
        build         VB  acl   plan
        houses/house  NNS dobj  build
        in            IN  prep  build
        Hebron        NNP pobj  in
        with          IN  prep  build
        Egypt         NNP pobj  with
        failed/fail   VBD ROOT  failed
        """)
    assert role(doc, "plan", "in") == ["Hebron"]
    assert role(doc, "plan", "with") == []


def test_adjective_may_stand_before_the_second_of_two_nouns_that_share_what_follows() -> None:
    doc = parse("""
        seizure       NN   ROOT  seizure
        and           CC   cc    seizure
        purported     JJ   amod  annexation
        annexation    NN   conj  seizure
        of            IN   prep  annexation
        Ifni          NNP  pobj  of
        """)
    assert forms(noun_arguments(word(doc, "seizure"), frozenset()).get("of")) == ["Ifni"]


def owned_criticism(owner: str) -> Doc:
    return parse(f"""
        {owner}
        criticism NN  ROOT criticism
        of        IN  prep criticism
        the       DT  det  capture
        capture   NN  pobj of
        by        IN  prep criticism
        Chile     NNP pobj by
        of        IN  prep Chile
        Arica     NNP pobj of#2
        """)


def test_agent_that_the_parser_hung_on_the_noun_above_is_the_lower_ones() -> None:
    doc = owned_criticism("its PRP$ poss criticism")
    assert role(doc, "capture", "by") == ["Chile"]
    assert role(doc, "capture", "of") == ["Arica"]


def test_agent_behind_two_acts_of_nobody_stays_open() -> None:
    doc = owned_criticism("the DT det criticism")
    assert role(doc, "capture", "by") == []


def test_what_the_parser_hung_on_the_name_of_who_gets_it_is_the_acts() -> None:
    doc = parse("""
        return NN  ROOT return
        to     IN  prep return
        Peru   NNP pobj to
        of     IN  prep Peru
        Arica  NNP pobj of
        """)
    assert role(doc, "return", "of") == ["Arica"]


def test_gulf_keeps_what_it_is_of() -> None:
    doc = parse("""
        return NN  ROOT return
        to     IN  prep return
        Gulf   NNP pobj to
        of     IN  prep Gulf
        Aden   NNP pobj of
        """)
    assert role(doc, "return", "of") == []
