"""What else than subject and object a clause tells: prepositions, recipients, conditions, whose word it is."""

import pytest
from parses import forms, parse, word
from verb_roles import role, what, who

from kgraph.propositions.clauses import subject_above, verb_arguments, verb_lemma


def test_preposition_below_the_object_is_the_verbs_too() -> None:
    doc = parse("""
        Peru        NNP nsubj signed
        signed/sign VBD ROOT  signed
        a           DT  det   treaty
        treaty      NN  dobj  signed
        with        IN  prep  treaty
        Chile       NNP pobj  with
        .           .   punct signed
        """)
    assert role(doc, "signed", "with") == ["Chile"]


def test_own_preposition_goes_before_that_of_the_object() -> None:
    doc = parse("""
        Peru         NNP nsubj signed
        signed/sign  VBD ROOT  signed
        treaty       NN  dobj  signed
        on           IN  prep  treaty
        fish         NN  pobj  on
        on           IN  prep  signed
        Monday       NNP pobj  on#2
        """)
    assert role(doc, "signed", "on") == ["Monday"]


def test_preposition_after_joined_verbs_belongs_to_both() -> None:
    doc = parse("""
        Peru         NNP nsubj met
        met/meet     VBD ROOT  met
        and          CC  cc    met
        talked/talk  VBD conj  met
        with         IN  prep  met
        Chile        NNP pobj  with
        """)
    assert role(doc, "talked", "with") == ["Chile"]


def test_preposition_of_the_first_verb_is_not_the_seconds() -> None:
    doc = parse("""
        Peru         NNP nsubj met
        met/meet     VBD ROOT  met
        with         IN  prep  met
        Chile        NNP pobj  with
        and          CC  cc    met
        left/leave   VBD conj  met
        """)
    assert role(doc, "left", "with") == []


@pytest.mark.parametrize(("verb", "shared"), [("held", ["Katanga"]), ("seceded", [])])
def test_object_of_the_second_verb_is_the_firsts_unless_that_takes_none(verb: str, shared: list[str]) -> None:
    lemma = {"held": "hold", "seceded": "secede"}[verb]
    doc = parse(f"""
        Congo         NNP nsubj {verb}
        {verb}/{lemma} VBD ROOT {verb}
        and           CC  cc    {verb}
        ruled/rule    VBD conj  {verb}
        Katanga       NNP dobj  ruled
        """)
    assert what(doc, verb) == shared


def test_infinitive_knows_the_verb_that_it_completes() -> None:
    doc = parse("""
        Chile      NNP nsubj wants
        wants/want VBZ ROOT  wants
        to         TO  aux   claim
        claim      VB  xcomp wants
        the        DT  det   island
        island     NN  dobj  claim
        .          .   punct wants
        """)
    assert role(doc, "claim", "governor") == ["wants"]
    assert role(doc, "wants", "clause") == ["claim"]
    assert role(doc, "wants", "governor") == []


def test_what_the_subject_is_said_to_be_is_the_attribute() -> None:
    doc = parse("""
        Yenga  NNP nsubj is
        is/be  VBZ ROOT  is
        part   NN  attr  is
        of     IN  prep  part
        Guinea NNP pobj  of
        .      .   punct is
        """)
    assert role(doc, "is", "attribute") == ["part"]


def test_noun_apposed_without_a_comma_is_what_the_object_is_considered() -> None:
    doc = parse("""
        Guinea             NNP nsubj considers
        considers/consider VBZ ROOT  considers
        Yenga              NNP dobj  considers
        part               NN  appos Yenga
        """)
    assert role(doc, "considers", "attribute") == ["part"]


def test_noun_apposed_after_a_comma_only_says_more() -> None:
    doc = parse("""
        Guinea             NNP nsubj considers
        considers/consider VBZ ROOT  considers
        Yenga              NNP dobj  considers
        ,                  ,   punct Yenga
        part               NN  appos Yenga
        """)
    assert role(doc, "considers", "attribute") == []


def test_years_and_the_word_there_are_roles() -> None:
    doc = parse("""
        Soldiers/soldier NNS nsubj  stayed
        stayed/stay      VBD ROOT   stayed
        there            RB  advmod stayed
        in               IN  prep   stayed
        1994             CD  pobj   in
        .                .   punct  stayed
        """)
    assert role(doc, "stayed", "there") == ["there"]
    assert role(doc, "stayed", "dated") == ["1994"]


def test_small_number_is_no_year() -> None:
    doc = parse("""
        Peru       NNP nsubj  sent
        sent/send  VBD ROOT   sent
        four       CD  nummod boats
        boats/boat NNS dobj   sent
        .          .   punct  sent
        """)
    assert role(doc, "sent", "dated") == []


def test_indirect_object_is_a_role_of_its_own() -> None:
    doc = parse("""
        Spain     NNP nsubj  gave
        gave/give VBD ROOT   gave
        Morocco   NNP dative gave
        the       DT  det    town
        town      NN  dobj   gave
        .         .   punct  gave
        """)
    assert role(doc, "gave", "indirect") == ["Morocco"]
    assert what(doc, "gave") == ["town"]


def test_name_before_what_is_given_gets_it() -> None:
    doc = parse("""
        pact      NN  nsubj    gave
        gave/give VBD ROOT     gave
        Panama    NNP compound control
        control   NN  dobj     gave
        of        IN  prep     control
        it        PRP pobj     of
        """)
    assert role(doc, "gave", "indirect") == ["Panama"]


def test_name_of_what_is_given_to_another_gets_nothing() -> None:
    doc = parse("""
        pact      NN  nsubj    gave
        gave/give VBD ROOT     gave
        Panama    NNP compound shares
        shares    NNS dobj     gave
        to        IN  dative   gave
        Chile     NNP pobj     to
        """)
    assert (role(doc, "gave", "indirect"), role(doc, "gave", "to")) == ([], ["Chile"])


def test_subject_of_a_passive_gets_what_is_given() -> None:
    doc = parse("""
        Chile          NNP nsubjpass granted
        was            VBD auxpass   granted
        granted/grant  VBN ROOT      granted
        control        NN  dobj      granted
        by             IN  agent     granted
        Peru           NNP pobj      by
        """)
    assert role(doc, "granted", "indirect") == ["Chile"]
    assert (who(doc, "granted"), what(doc, "granted")) == (["Peru"], ["control"])


def test_who_gets_what_somebody_is_made_to_give() -> None:
    doc = parse("""
        Chad         NNP nsubjpass made
        was          VBD auxpass   made
        made/make    VBN ROOT      made
        cede         VB  xcomp     made
        land         NN  dobj      cede
        to           IN  prep      made
        Libya        NNP pobj      to
        """)
    assert role(doc, "cede", "to") == ["Libya"]


def test_who_is_turned_to_gets_nothing_that_is_kept() -> None:
    doc = parse("""
        Chad      NNP nsubj turned
        turned/turn VBD ROOT turned
        to        IN  prep  turned
        Libya     NNP pobj  to
        to        TO  aux   keep
        keep      VB  xcomp turned
        land      NN  dobj  keep
        """)
    assert role(doc, "keep", "to") == []


def test_roles_without_anything_are_left_out() -> None:
    doc = parse("""
        Chad              NNP nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """)
    assert all(verb_arguments(word(doc, "protested")).values())


@pytest.mark.parametrize(
    ("noun", "expected"), [("ruling", ["court"]), ("hope", ["Chad"])], ids=["ruling", "no-ruling"]
)
def test_who_rules_is_the_subject_above_what_is_ruled(noun: str, expected: list[str]) -> None:
    doc = parse(f"""
        Chad            NNP nsubj ignores
        ignores/ignore  VBZ ROOT  ignores
        the             DT  det   court
        court           NN  poss  {noun}
        's              POS case  court
        {noun}          NN  dobj  ignores
        that            IN  mark  has
        Libya           NNP nsubj has
        has/have        VBZ acl   {noun}
        rights/right    NNS dobj  has
        """)
    assert forms(subject_above(word(doc, "has"))) == expected


def test_subject_above_is_the_nearest_outside_the_phrase() -> None:
    doc = parse("""
        Peru         NNP nsubj says
        says/say     VBZ ROOT  says
        that         IN  mark  claims
        Chile        NNP nsubj claims
        claims/claim VBZ ccomp says
        the          DT  det   bay
        bay          NN  dobj  claims
        .            .   punct says
        """)
    assert forms(subject_above(word(doc, "bay"))) == ["Chile"]
    assert forms(subject_above(word(doc, "Chile"))) == ["Peru"]
    assert forms(subject_above(word(doc, "Peru"))) == []


def test_recipient_after_an_insertion_belongs_to_the_verb() -> None:
    doc = parse("""
        Guinea          NNP nsubj  returned
        returned/return VBD ROOT   returned
        Yenga           NNP dobj   returned
        ,               ,   punct  returned
        held/hold       VBN advcl  returned
        since           IN  prep   held
        1998            CD  pobj   since
        ,               ,   punct  held
        to              IN  prep   held
        Liberia         NNP pobj   to
        """)
    assert role(doc, "returned", "to") == ["Liberia"]
    assert role(doc, "held", "object") == ["Yenga"]


def test_name_misread_as_an_infinitive_is_the_recipient() -> None:
    doc = parse("""
        Port        NNP nsubjpass ceded
        was         VBD auxpass ceded
        ceded/cede  VBN ROOT   ceded
        by          IN  agent  ceded
        Chad        NNP pobj   by
        to          TO  aux    Niger
        Niger       VB  advcl  ceded
        """)
    assert role(doc, "ceded", "to") == ["Niger"]


def test_condition_stands_below_the_infinitive_or_the_verb_above_it() -> None:
    doc = parse("""
        Chad            NNP nsubj threatens
        threatens       VBZ ROOT  threatens
        to              TO  aux   attack
        attack          VB  xcomp threatens
        if              IN  mark  leaves
        Niger           NNP nsubj leaves
        leaves          VBZ advcl threatens
        """)
    assert role(doc, "attack", "condition") == role(doc, "threatens", "condition") == ["leaves"]


def test_clause_that_says_when_is_no_condition() -> None:
    doc = parse("""
        Chad            NNP nsubj attacked
        attacked        VBD ROOT  attacked
        when            WRB advmod left
        Niger           NNP nsubj left
        left            VBD advcl attacked
        """)
    assert role(doc, "attacked", "condition") == []


def test_clause_that_says_what_will_be_has_no_governor() -> None:
    doc = parse("""
        Chad      NNP nsubj says
        says/say  VBZ ROOT  says
        Niger     NNP nsubj leave
        will      MD  aux   leave
        leave     VB  ccomp says
        """)
    assert role(doc, "leave", "governor") == []


def test_who_says_what_a_clause_says_is_its_reporter() -> None:
    doc = parse("""
        Ankara          NNP nsubj says
        says/say        VBZ ROOT  says
        it              PRP nsubj belongs
        belongs/belong  VBZ ccomp says
        there           RB  advmod belongs
        """)
    assert role(doc, "belongs", "reporter") == ["Ankara"]
    assert role(doc, "says", "reporter") == []


def test_clause_says_after_what_something_was_done_and_an_adverb_how() -> None:
    doc = parse("""
        Japan            NNP nsubj   protested
        loudly           RB  advmod  protested
        protested/protest VBD ROOT   protested
        after            IN  mark    entered
        ships/ship       NNS nsubj   entered
        entered/enter    VBD advcl   protested
        """)
    assert role(doc, "protested", "occasion") == ["entered"]
    assert role(doc, "protested", "adverb") == ["loudly"]


def test_clause_that_says_what_for_is_no_occasion() -> None:
    doc = parse("""
        Japan             NNP nsubj  protested
        protested/protest VBD ROOT   protested
        to                TO  aux    win
        win               VB  advcl  protested
        """)
    assert role(doc, "protested", "occasion") == []


def test_adjective_behind_a_name_is_said_of_what_is_called_so() -> None:
    doc = parse("""
        Norway          NNP nsubj    calls
        calls/call      VBZ ROOT     calls
        the             DT  det      walls
        walls/wall      NNS dobj     calls
        in              IN  prep     walls
        Hebron          NNP compound illegal
        illegal         JJ  pobj     in
        """)
    assert role(doc, "calls", "attribute") == ["illegal"]
    assert role(doc, "calls", "in") == ["Hebron"]


@pytest.mark.parametrize(("label", "head"), [("advmod", "wants"), ("advmod", "hill"), ("ccomp", "wants")])
def test_back_behind_an_object_belongs_to_the_verb(label: str, head: str) -> None:
    doc = parse(f"""
        Syria      NNP nsubj   wants
        wants/want VBZ ROOT    wants
        the        DT  det     hill
        hill       NN  dobj    wants
        back       RB  {label} {head}
        """)
    assert verb_lemma(word(doc, "wants")) == "want back"
