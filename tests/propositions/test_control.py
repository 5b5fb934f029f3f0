"""Who is to do what an infinitive says: the subject above, whom somebody asks, the owner of a plan."""

import pytest
from parses import parse
from verb_roles import role, who


def test_infinitive_has_the_subject_above() -> None:
    doc = parse("""
        Chile      NNP nsubj wants
        wants/want VBZ ROOT  wants
        to         TO  aux   claim
        claim      VB  xcomp wants
        the        DT  det   island
        island     NN  dobj  claim
        .          .   punct wants
        """)
    assert who(doc, "claim") == ["Chile"]


def test_whom_somebody_asks_is_to_do_it() -> None:
    doc = parse("""
        Peru      NNP nsubj asked
        asked/ask VBD ROOT  asked
        Chile     NNP dobj  asked
        to        TO  aux   withdraw
        withdraw  VB  xcomp asked
        .         .   punct asked
        """)
    assert who(doc, "withdraw") == ["Chile"]


def test_who_is_asked_in_the_passive_is_to_do_it() -> None:
    doc = parse("""
        Chile     NNP nsubjpass asked
        was/be    VBD auxpass   asked
        asked/ask VBN ROOT      asked
        by        IN  agent     asked
        Peru      NNP pobj      by
        to        TO  aux       withdraw
        withdraw  VB  xcomp     asked
        .         .   punct     asked
        """)
    assert who(doc, "withdraw") == ["Chile"]


def test_owner_of_a_plan_is_to_carry_it_out() -> None:
    doc = parse("""
        Brazil      NNP poss  plan
        's          POS case  Brazil
        plan        NN  nsubj failed
        of          IN  prep  plan
        buying/buy  VBG pcomp of
        land        NN  dobj  buying
        failed/fail VBD ROOT  failed
        .           .   punct failed
        """)
    assert who(doc, "buying") == ["Brazil"]


@pytest.mark.parametrize("label", ["amod", "compound", "nmod"])
def test_name_before_a_decision_is_of_who_made_it(label: str) -> None:
    doc = parse(f"""
        Fiji          NNP nsubj   denounced
        denounced     VBD ROOT    denounced
        the           DT  det     decision
        US            NNP {label} decision
        decision      NN  dobj    denounced
        to            TO  aux     annex
        annex         VB  acl     decision
        Tonga         NNP dobj    annex
        """)
    assert who(doc, "annex") == ["US"]


def test_name_after_of_is_of_who_made_a_decision() -> None:
    doc = parse("""
        move        NN  nsubj failed
        of          IN  prep  move
        Chad        NNP pobj  of
        to          TO  aux   annex
        annex       VB  acl   move
        land        NN  dobj  annex
        failed/fail VBD ROOT  failed
        """)
    assert who(doc, "annex") == ["Chad"]


def test_who_has_a_mandate_of_another_does_what_it_says() -> None:
    doc = parse("""
        Chad      NNP nsubj    got
        got/get   VBD ROOT     got
        a         DT  det      mandate
        UN        NNP compound mandate
        mandate   NN  dobj     got
        to        TO  aux      rule
        rule      VB  acl      mandate
        Libya     NNP dobj     rule
        """)
    assert who(doc, "rule") == ["Chad"]


def test_common_word_before_a_decision_is_of_nobody() -> None:
    doc = parse("""
        Chad      NNP nsubj  made
        made/make VBD ROOT   made
        a         DT  det    decision
        snap      NN  compound decision
        decision  NN  dobj   made
        to        TO  aux    annex
        annex     VB  acl    decision
        land      NN  dobj   annex
        """)
    assert who(doc, "annex") == ["Chad"]


def test_who_is_committed_to_something_does_it() -> None:
    doc = parse("""
        Chad                  NNP nsubj remains
        remains/remain        VBZ ROOT  remains
        committed             JJ  acomp remains
        to                    IN  prep  committed
        preserving/preserve   VBG pcomp to
        peace                 NN  dobj  preserving
        """)
    assert who(doc, "preserving") == ["Chad"]


def test_who_sets_a_deadline_is_not_who_is_to_keep_it() -> None:
    doc = parse("""
        Chile          NNP nsubj rejects
        rejects/reject VBZ ROOT  rejects
        a              DT  det   deadline
        Peruvian       JJ  amod  deadline
        deadline       NN  dobj  rejects
        to             TO  aux   leave
        leave          VB  acl   deadline
        Arica          NNP dobj  leave
        """)
    assert who(doc, "leave") == ["Chile"]


def test_who_opposes_a_plan_is_not_who_would_carry_it_out() -> None:
    doc = parse("""
        Japan          NNP nsubj opposed
        opposed/oppose VBD ROOT  opposed
        plans/plan     NNS dobj  opposed
        of             IN  prep  plans
        building/build VBG pcomp of
        a              DT  det   base
        base           NN  dobj  building
        .              .   punct opposed
        """)
    assert who(doc, "building") == []


def test_plan_without_owner_or_verb_names_nobody() -> None:
    doc = parse("""
        plans/plan     NNS nsubj failed
        of             IN  prep  plans
        buying/buy     VBG pcomp of
        land           NN  dobj  buying
        failed/fail    VBD ROOT  failed
        """)
    assert who(doc, "buying") == []


def test_adjective_due_to_do_something_takes_the_subject_of_its_copula() -> None:
    doc = parse("""
        Peru  NNP nsubj is
        is/be VBZ ROOT  is
        ready JJ  acomp is
        to    TO  aux   leave
        leave VB  xcomp ready
        the   DT  det   bay
        bay   NN  dobj  leave
        .     .   punct is
        """)
    assert who(doc, "leave") == ["Peru"]


def test_infinitive_after_a_noun_belongs_to_its_owner() -> None:
    doc = parse("""
        Peru           NNP poss  plan
        plan           NN  nsubj failed
        to             TO  aux   seize
        seize          VB  acl   plan
        bay            NN  dobj  seize
        failed/fail    VBD ROOT  failed
        """)
    assert who(doc, "seize") == ["Peru"]


def test_chain_of_verbs_is_climbed_only_so_far() -> None:
    links = [f"go{i} VB xcomp go{i - 1}" for i in range(1, 30)]
    doc = parse("\n".join(["Peru NNP nsubj go0", "go0 VBZ ROOT go0", *links]))
    assert who(doc, "go3") == ["Peru"]
    assert who(doc, "go29") == []


def test_clause_in_the_bare_form_says_what_the_verb_above_wants() -> None:
    doc = parse("""
        Chad           NNP nsubj demands
        demands/demand VBZ ROOT  demands
        that           IN  mark  leave
        Niger          NNP nsubj leave
        leave          VB  ccomp demands
        """)
    assert role(doc, "leave", "governor") == ["demands"]


@pytest.mark.parametrize(("given", "expected"), [("right", ["Nauru"]), ("plan", ["Peru"])])
def test_who_is_given_a_right_may_use_it(given: str, expected: list[str]) -> None:
    doc = parse(f"""
        Peru        NNP nsubj  gave
        gave/give   VBD ROOT   gave
        Nauru       NNP dative gave
        a           DT  det    {given}
        {given}     NN  dobj   gave
        to          TO  aux    govern
        govern      VB  acl    {given}
        Matsu       NNP dobj   govern
        """)
    assert who(doc, "govern") == expected


def test_who_criticizes_a_plan_is_not_who_would_carry_it_out() -> None:
    rows = """
        Chad      NNP nsubj {0}
        {0}       VBD ROOT  {0}
        plans     NNS dobj  {0}
        to        TO  aux   annex
        annex     VB  acl   plans
        Yenga     NNP dobj  annex
        """
    assert role(parse(rows.format("criticize")), "annex", "subject") == []
    assert role(parse(rows.format("announce")), "annex", "subject") == ["Chad"]


def test_who_goes_so_far_as_to_act_acts() -> None:
    doc = parse("""
        Libya   NNP nsubj  went
        went/go VBD ROOT   went
        so      RB  advmod far
        far     RB  advmod went
        as      IN  mark   annex
        to      TO  aux    annex
        annex   VB  advcl  far
        """)
    assert who(doc, "annex") == ["Libya"]


def test_whoever_gets_an_ultimatum_is_to_do_it() -> None:
    doc = parse("""
        Egypt      NNP nsubj  sent
        sent/send  VBD ROOT   sent
        Chile      NNP dative sent
        an         DT  det    ultimatum
        ultimatum  NN  dobj   sent
        to         TO  aux    withdraw
        withdraw   VB  acl    ultimatum
        .          .   punct  sent
        """)
    assert who(doc, "withdraw") == ["Chile"]


def test_whoever_issues_an_ultimatum_to_nobody_is_not_to_do_it() -> None:
    doc = parse("""
        Egypt        NNP nsubj  issued
        issued/issue VBD ROOT   issued
        an           DT  det    ultimatum
        ultimatum    NN  dobj   issued
        to           TO  aux    withdraw
        withdraw     VB  acl    ultimatum
        .            .   punct  issued
        """)
    assert who(doc, "withdraw") == []
