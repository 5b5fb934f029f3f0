"""Who does what to whom in a clause, also where it is said elsewhere in the sentence."""

import pytest
from parses import forms, parse, word

from kgraph.propositions.clauses import (
    is_passive,
    objects,
    open_copula,
    subject_above,
    subjects,
    verb_arguments,
    verb_lemma,
)
from kgraph.tokens import Doc


def who(doc: Doc, verb: str) -> list[str]:
    return forms(subjects(word(doc, verb)))


def what(doc: Doc, verb: str) -> list[str]:
    return forms(objects(word(doc, verb)))


def role(doc: Doc, verb: str, name: str) -> list[str]:
    return forms(verb_arguments(word(doc, verb)).get(name))


# -- active and passive ----------------------------------------------------------------------------------------------


def test_particle_belongs_to_the_verb() -> None:
    doc = parse("""
        Egypt       NNP nsubj handed
        handed/hand VBD ROOT  handed
        over        RP  prt   handed
        the         DT  det   town
        town        NN  dobj  handed
        .           .   punct handed
        """)
    assert verb_lemma(word(doc, "handed")) == "hand over"


def test_who_acts_together_with_the_agent_of_a_passive_acts_too() -> None:
    doc = parse("""
        Islets        NNS  nsubjpass claimed
        are           VBP  auxpass   claimed
        claimed/claim VBN  ROOT      claimed
        by            IN   agent     claimed
        Vietnam       NNP  pobj      by
        together      RB   advmod    with
        with          IN   prep      claimed
        Taiwan        NNP  pobj      with
        """)
    assert (who(doc, "claimed"), what(doc, "claimed")) == (["Vietnam", "Taiwan"], ["Islets"])


def test_what_is_seized_together_with_the_subject_is_seized_too() -> None:
    doc = parse("""
        Etorofu       NNP  nsubjpass seized
        along         RB   advmod    with
        with          IN   prep      Etorofu
        Shikotan      NNP  pobj      with
        was           VBD  auxpass   seized
        seized/seize  VBN  ROOT      seized
        by            IN   agent     seized
        Moscow        NNP  pobj      by
        """)
    assert (who(doc, "seized"), what(doc, "seized")) == (["Moscow"], ["Etorofu", "Shikotan"])


def test_subjects_and_objects_are_spread_over_lists() -> None:
    doc = parse("""
        Peru  NNP nsubj claim
        and   CC  cc    Peru
        Chile NNP conj  Peru
        claim VBP ROOT  claim
        the   DT  det   bay
        bay   NN  dobj  claim
        and   CC  cc    bay
        the   DT  det   islet
        islet NN  conj  bay
        .     .   punct claim
        """)
    assert (who(doc, "claim"), what(doc, "claim")) == (["Peru", "Chile"], ["bay", "islet"])


def test_passive_is_turned() -> None:
    doc = parse("""
        The           DT  det       bay
        bay           NN  nsubjpass claimed
        is/be         VBZ auxpass   claimed
        claimed/claim VBN ROOT      claimed
        by            IN  agent     claimed
        Peru          NNP pobj      by
        and           CC  cc        Peru
        Chile         NNP conj      Peru
        .             .   punct     claimed
        """)
    assert is_passive(word(doc, "claimed"))
    assert (who(doc, "claimed"), what(doc, "claimed")) == (["Peru", "Chile"], ["bay"])


def test_second_agent_phrase_of_a_passive_counts() -> None:
    doc = parse("""
        The         DT  det       treaty
        treaty      NN  nsubjpass signed
        was/be      VBD auxpass   signed
        signed/sign VBN ROOT      signed
        by          IN  agent     signed
        Peru        NNP pobj      by
        and         CC  cc        by
        by          IN  conj      by
        Chile       NNP pobj      by#2
        .           .   punct     signed
        """)
    assert who(doc, "signed") == ["Peru", "Chile"]


def test_passive_without_an_agent_has_no_subject() -> None:
    doc = parse("""
        The           DT  det       bay
        bay           NN  nsubjpass claimed
        was/be        VBD auxpass   claimed
        claimed/claim VBN ROOT      claimed
        .             .   punct     claimed
        """)
    assert (who(doc, "claimed"), what(doc, "claimed")) == ([], ["bay"])


def test_year_after_by_is_no_agent() -> None:
    doc = parse("""
        bay           NN  nsubjpass sold
        was/be        VBD auxpass   sold
        sold/sell     VBN ROOT      sold
        by            IN  prep      sold
        1904          CD  pobj      by
        """)
    assert who(doc, "sold") == []


def test_perfect_is_no_passive() -> None:
    doc = parse("""
        Peru          NNP nsubj claimed
        has/have      VBZ aux   claimed
        claimed/claim VBN ROOT  claimed
        the           DT  det   bay
        bay           NN  dobj  claimed
        .             .   punct claimed
        """)
    assert not is_passive(word(doc, "claimed"))
    assert who(doc, "claimed") == ["Peru"]


def test_participle_after_a_noun_is_passive() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        claimed/claim  VBN acl   islands
        by             IN  agent claimed
        Japan          NNP pobj  by
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert (who(doc, "claimed"), what(doc, "claimed")) == (["Japan"], ["islands"])


def test_name_joined_to_a_participle_is_its_agent() -> None:
    doc = parse("""
        The            DT   det       islands
        Soviet         NNP  npadvmod  held
        -              HYPH punct     held
        held/hold      VBN  amod      islands
        islands/island NNS  nsubjpass handed
        were/be        VBD  auxpass   handed
        handed/hand    VBN  ROOT      handed
        over           RP   prt       handed
        .              .    punct     handed
        """)
    assert (who(doc, "held"), what(doc, "held")) == (["Soviet"], ["islands"])


def test_second_of_two_passives_shares_agent_and_subject() -> None:
    doc = parse("""
        bay               NN  nsubjpass seized
        was/be            VBD auxpass   seized
        seized/seize      VBN ROOT      seized
        and               CC  cc        seized
        annexed/annex     VBN conj      seized
        by                IN  agent     seized
        Peru              NNP pobj      by
        """)
    assert is_passive(word(doc, "annexed"))
    assert (who(doc, "annexed"), what(doc, "annexed")) == (["Peru"], ["bay"])


def test_agent_of_the_first_passive_is_not_that_of_the_second() -> None:
    doc = parse("""
        bay               NN  nsubjpass seized
        was/be            VBD auxpass   seized
        seized/seize      VBN ROOT      seized
        by                IN  agent     seized
        Peru              NNP pobj      by
        and               CC  cc        seized
        abandoned/abandon VBN conj      seized
        """)
    assert who(doc, "abandoned") == []


# -- subjects said elsewhere -----------------------------------------------------------------------------------------


def test_companion_acts_with_the_subject() -> None:
    doc = parse("""
        Malaysia     NNP nsubj  claims
        ,            ,   punct  claims
        together     RB  advmod with
        with         IN  prep   claims
        Vietnam      NNP pobj   with
        ,            ,   punct  claims
        claims/claim VBZ ROOT   claims
        the          DT  det    reef
        reef         NN  dobj   claims
        .            .   punct  claims
        """)
    assert who(doc, "claims") == ["Malaysia", "Vietnam"]


def test_partner_of_talks_is_no_companion() -> None:
    doc = parse("""
        Malaysia NNP nsubj met
        met/meet VBD ROOT  met
        with     IN  prep  met
        Vietnam  NNP pobj  with
        .        .   punct met
        """)
    assert who(doc, "met") == ["Malaysia"]


def test_joined_verb_shares_the_subject() -> None:
    doc = parse("""
        Peru          NNP nsubj seized
        seized/seize  VBD ROOT  seized
        the           DT  det   bay
        bay           NN  dobj  seized
        and           CC  cc    seized
        annexed/annex VBD conj  seized
        it            PRP dobj  annexed
        .             .   punct seized
        """)
    assert who(doc, "annexed") == ["Peru"]


def test_active_verb_joined_to_a_passive_has_the_same_subject() -> None:
    doc = parse("""
        Peru            NNP nsubjpass attacked
        was/be          VBD auxpass   attacked
        attacked/attack VBN ROOT      attacked
        and             CC  cc        attacked
        lost/lose       VBD conj      attacked
        the             DT  det       bay
        bay             NN  dobj      lost
        .               .   punct     attacked
        """)
    assert who(doc, "lost") == ["Peru"]


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


def test_adjunct_clause_has_the_subject_above_and_not_the_object() -> None:
    doc = parse("""
        Peru            NNP nsubj attacked
        attacked/attack VBD ROOT  attacked
        Chile           NNP dobj  attacked
        ,               ,   punct attacked
        seizing/seize   VBG advcl attacked
        the             DT  det   bay
        bay             NN  dobj  seizing
        .               .   punct attacked
        """)
    assert who(doc, "seizing") == ["Peru"]


def test_clause_with_its_own_subject_keeps_it() -> None:
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
    assert who(doc, "claims") == ["Chile"]
    assert who(doc, "says") == ["Peru"]


def test_relative_pronoun_gives_way_to_what_it_stands_for() -> None:
    doc = parse("""
        Chad              NNP nsubj protested
        ,                 ,   punct Chad
        which             WDT nsubj claims
        claims/claim      VBZ relcl Chad
        the               DT  det   strip
        strip             NN  dobj  claims
        ,                 ,   punct Chad
        protested/protest VBN ROOT  protested
        .                 .   punct protested
        """)
    assert who(doc, "claims") == ["Chad"]


def test_relative_clause_without_a_pronoun_is_about_the_noun() -> None:
    doc = parse("""
        land         NN  ROOT  land
        Peru         NNP nsubj wants
        wants/want   VBZ relcl land
        """)
    assert (who(doc, "wants"), what(doc, "wants")) == (["Peru"], ["land"])


def test_relative_clause_that_lacks_only_a_preposition_has_no_object() -> None:
    doc = parse("""
        place        NN  ROOT  place
        Peru         NNP nsubj is
        is/be        VBZ relcl place
        strong       JJ  acomp is
        """)
    assert what(doc, "is") == []


def test_plural_relative_clause_after_a_list_is_about_all_of_it() -> None:
    doc = parse("""
        Ceuta         NNP nsubj     ports
        and           CC  cc        Ceuta
        Melilla       NNP conj      Ceuta
        which         WDT nsubjpass claimed
        are/be        VBP auxpass   claimed
        claimed/claim VBN relcl     Melilla
        ports         VBP ROOT      ports
        """)
    assert what(doc, "claimed") == ["Ceuta", "Melilla"]


def test_singular_relative_clause_after_a_list_is_about_the_nearest() -> None:
    doc = parse("""
        Ceuta         NNP nsubj     ports
        and           CC  cc        Ceuta
        Melilla       NNP conj      Ceuta
        which         WDT nsubjpass claimed
        is/be         VBZ auxpass   claimed
        claimed/claim VBN relcl     Melilla
        ports         VBP ROOT      ports
        """)
    assert what(doc, "claimed") == ["Melilla"]


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


@pytest.mark.parametrize("label", ["advmod", "dep", "npadvmod"])
def test_name_before_a_verb_without_a_subject_is_its_subject(label: str) -> None:
    doc = parse(f"""
        Nauru    NNP {label} cut
        cut      VBD ROOT    cut
        ties/tie NNS dobj    cut
        """)
    assert who(doc, "cut") == ["Nauru"]


def test_name_after_since_is_the_subject_behind_a_time() -> None:
    doc = parse("""
        It              PRP nsubj    was
        was/be          VBD ROOT     was
        the             DT  det      visit
        visit           NN  attr     was
        since           IN  prep     visit
        Fiji            NNP pobj     since
        recently        RB  advmod   seized
        seized/seize    VBD conj     was
        Tonga           NNP dobj     seized
        """)
    assert who(doc, "seized") == ["Fiji"]


def test_name_after_since_is_no_subject_right_before_a_verb() -> None:
    doc = parse("""
        It              PRP nsubj    was
        was/be          VBD ROOT     was
        calm            JJ  acomp    was
        since           IN  prep     was
        Yalta           NNP pobj     since
        and             CC  cc       was
        lasted/last     VBD conj     was
        """)
    assert who(doc, "lasted") == ["It"]


def test_one_of_several_that_do_so_does_so() -> None:
    doc = parse("""
        Chad         NNP nsubj is
        is/be        VBZ ROOT  is
        one          CD  attr  is
        of           IN  prep  one
        few          JJ  amod  states
        states/state NNS pobj  of
        that         WDT nsubj claim
        claim        VBP relcl states
        it           PRP dobj  claim
        """)
    assert who(doc, "claim") == ["Chad"]


def test_who_is_among_several_that_do_so_does_so() -> None:
    doc = parse("""
        Chad         NNP nsubj is
        is/be        VBZ ROOT  is
        among        IN  prep  is
        states/state NNS pobj  among
        that         WDT nsubj claim
        claim        VBP relcl states
        it           PRP dobj  claim
        """)
    assert who(doc, "claim") == ["Chad"]


def test_largest_that_does_so_does_so() -> None:
    doc = parse("""
        Chad      NNP nsubj met
        the       DT  det   state
        largest   JJS amod  state
        state     NN  appos Chad
        that      WDT nsubj claims
        claims/claim VBZ relcl state
        it        PRP dobj  claims
        met/meet  VBD ROOT  met
        """)
    assert who(doc, "claims") == ["Chad"]


def test_two_of_several_that_do_so_are_not_who_is_named() -> None:
    doc = parse("""
        Chad         NNP nsubj met
        met/meet     VBD ROOT  met
        two          CD  dobj  met
        of           IN  prep  two
        states/state NNS pobj  of
        that         WDT nsubj claim
        claim        VBP relcl states
        it           PRP dobj  claim
        """)
    assert who(doc, "claim") == ["states"]


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


def test_clause_below_a_preposition_of_the_verb_has_its_subject() -> None:
    doc = parse("""
        Peru              NNP nsubj succeeded
        succeeded/succeed VBD ROOT  succeeded
        in                IN  prep  succeeded
        seizing/seize     VBG pcomp in
        the               DT  det   bay
        bay               NN  dobj  seizing
        .                 .   punct succeeded
        """)
    assert who(doc, "seizing") == ["Peru"]


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


def test_sentence_of_one_verb_names_nobody() -> None:
    doc = parse("Claimed/claim VB ROOT Claimed")
    assert (who(doc, "Claimed"), what(doc, "Claimed")) == ([], [])


def test_chain_of_verbs_is_climbed_only_so_far() -> None:
    links = [f"go{i} VB xcomp go{i - 1}" for i in range(1, 30)]
    doc = parse("\n".join(["Peru NNP nsubj go0", "go0 VBZ ROOT go0", *links]))
    assert who(doc, "go3") == ["Peru"]
    assert who(doc, "go29") == []


# -- objects said elsewhere ------------------------------------------------------------------------------------------


def test_object_of_the_last_verb_is_shared() -> None:
    doc = parse("""
        Malta           NNP nsubj signed
        and             CC  cc    Malta
        Libya           NNP conj  Malta
        signed/sign     VBD ROOT  signed
        and             CC  cc    signed
        ratified/ratify VBD conj  signed
        the             DT  det   treaty
        treaty          NN  dobj  ratified
        .               .   punct signed
        """)
    assert what(doc, "signed") == ["treaty"]


def test_object_is_not_shared_over_a_preposition() -> None:
    doc = parse("""
        Peru          NNP nsubj  moved
        moved/move    VBD ROOT   moved
        north         RB  prep   moved
        and           CC  cc     moved
        seized/seize  VBD conj   moved
        bay           NN  dobj   seized
        """)
    assert (what(doc, "moved"), what(doc, "seized")) == ([], ["bay"])


def test_relative_pronoun_as_object_gives_way_to_what_it_stands_for() -> None:
    doc = parse("""
        The            DT  det   islands
        islands/island NNS nsubj are
        that           WDT dobj  claims
        Japan          NNP nsubj claims
        claims/claim   VBZ relcl islands
        are/be         VBP ROOT  are
        small          JJ  acomp are
        .              .   punct are
        """)
    assert (who(doc, "claims"), what(doc, "claims")) == (["Japan"], ["islands"])


def test_rare_name_taken_for_an_adverb_is_the_object() -> None:
    doc = parse("""
        Morocco      NNP nsubj  claims
        claims/claim VBZ ROOT   claims
        Ceuta        NNP advmod claims
        """)
    assert what(doc, "claims") == ["Ceuta"]


def test_weekday_after_a_verb_is_no_object() -> None:
    doc = parse("""
        Morocco           NNP nsubj    protested
        protested/protest VBD ROOT     protested
        Friday            NNP npadvmod protested DATE
        """)
    assert what(doc, "protested") == []


# -- other roles -----------------------------------------------------------------------------------------------------


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


def test_relative_pronoun_after_a_preposition_is_what_it_stands_for() -> None:
    doc = parse("""
        land       NN  ROOT  land
        ,          ,   punct land
        to         IN  prep  laid
        which      WDT pobj  to
        Chad       NNP nsubj laid
        laid/lay   VBD relcl land
        claim      NN  dobj  laid
        """)
    assert role(doc, "laid", "to") == ["land"]


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


def test_verb_of_another_number_than_the_main_subject_goes_on_with_the_relative_clause() -> None:
    doc = parse("""
        Shots         NNS  nsubj     marred
        marred/mar    VBD  ROOT      marred
        talks         NNS  dobj      marred
        on            IN   prep      talks
        Yenga         NNP  pobj      on
        ,             ,    punct     Yenga
        which         WDT  nsubjpass seized
        was           VBD  auxpass   seized
        seized/seize  VBN  relcl     Yenga
        and           CC   cc        marred
        is            VBZ  auxpass   claimed
        claimed/claim VBN  conj      marred
        by            IN   agent     claimed
        Chad          NNP  pobj      by
        """)
    assert role(doc, "claimed", "object") == ["Yenga"]


def test_verb_of_the_same_number_goes_on_with_the_main_subject() -> None:
    doc = parse("""
        Shots         NNS  nsubj     marred
        marred/mar    VBD  ROOT      marred
        talks         NNS  dobj      marred
        on            IN   prep      talks
        Yenga         NNP  pobj      on
        which         WDT  nsubjpass seized
        was           VBD  auxpass   seized
        seized/seize  VBN  relcl     Yenga
        and           CC   cc        marred
        were          VBD  auxpass   claimed
        claimed/claim VBN  conj      marred
        by            IN   agent     claimed
        Chad          NNP  pobj      by
        """)
    assert role(doc, "claimed", "object") == ["Shots"]


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


# -- copulas in a row ------------------------------------------------------------------------------------------------


def test_copulas_in_a_row_share_subject_and_predicate() -> None:
    doc = parse("""
        Ladakh  NNP nsubj is
        is/be   VBZ ccomp been
        ,       ,   punct been
        has     VBZ aux   been
        been/be VBN ROOT  been
        and     CC  cc    been
        will    MD  aux   be
        be      VB  conj  been
        part    NN  attr  be
        .       .   punct been
        """)
    assert who(doc, "be") == ["Ladakh"]


def test_copula_with_a_predicate_of_its_own_is_not_open() -> None:
    doc = parse("""
        Ladakh NNP  nsubj is
        is/be  VBZ  ROOT  is
        cold   JJ   acomp is
        and    CC   cc    is
        will   MD   aux   be
        be     VB   conj  is
        part   NN   attr  be
        .      .    punct is
        """)
    assert open_copula(word(doc, "be")) is None


@pytest.mark.parametrize(("last", "expected"), [("adjacent", ["Matsu", "waters"]), ("cold", ["waters"])])
def test_relative_clause_after_a_list_is_of_what_goes_with_the_last(last: str, expected: list[str]) -> None:
    doc = parse(f"""
        Matsu        NNP nsubj fell
        and          CC  cc    Matsu
        {last}       JJ  amod  waters
        waters/water NNS conj  Matsu
        ,            ,   punct waters
        which        WDT nsubj are
        are/be       VBP relcl waters
        Chinese      JJ  acomp are
        ,            ,   punct Matsu
        fell/fall    VBD ROOT  fell
        .            .   punct fell
        """)
    assert who(doc, "are") == expected


def test_clause_in_the_bare_form_says_what_the_verb_above_wants() -> None:
    doc = parse("""
        Chad           NNP nsubj demands
        demands/demand VBZ ROOT  demands
        that           IN  mark  leave
        Niger          NNP nsubj leave
        leave          VB  ccomp demands
        """)
    assert role(doc, "leave", "governor") == ["demands"]


def test_clause_that_says_what_will_be_has_no_governor() -> None:
    doc = parse("""
        Chad      NNP nsubj says
        says/say  VBZ ROOT  says
        Niger     NNP nsubj leave
        will      MD  aux   leave
        leave     VB  ccomp says
        """)
    assert role(doc, "leave", "governor") == []


@pytest.mark.parametrize(
    ("verb", "expected"), [("joined", ["Peru", "Chile"]), ("helped", ["Chile"]), ("beat", ["Peru"])]
)
def test_who_joins_another_in_an_act_does_it_together(verb: str, expected: list[str]) -> None:
    doc = parse(f"""
        Peru        NNP nsubj {verb}
        {verb}/{verb.removesuffix("ed")} VBD ROOT {verb}
        Chile       NNP dobj  {verb}
        in          IN  prep  {verb}
        recognising/recognise VBG pcomp in
        Kosovo      NNP dobj  recognising
        .           .   punct {verb}
        """)
    assert who(doc, "recognising") == expected


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


@pytest.mark.parametrize(("determiner", "expected"), [("no", ["Matsu"]), ("the", ["islands"])])
def test_relative_clause_after_a_predicate_noun_is_of_what_it_is_said_of(
    determiner: str, expected: list[str]
) -> None:
    doc = parse(f"""
        Matsu          NNP nsubj are
        are/be         VBP ROOT  are
        {determiner}   DT  det   islands
        islands/island NNS attr  are
        which          WDT nsubj belong
        belong         VBP relcl islands
        .              .   punct are
        """)
    assert who(doc, "belong") == expected


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


def test_subject_of_a_finite_verb_that_the_parser_hung_below_it() -> None:
    doc = parse("""
        Officials            NNS ROOT  Officials
        considered/consider  VBD acl   Officials
        leaving/leave        VBG xcomp considered
        Kunashir             NNP dobj  leaving
        """)
    assert forms(subjects(word(doc, "considered"))) == ["Officials"]


def test_relative_clause_is_of_the_name_before_which() -> None:
    doc = parse("""
        union        NN  nsubj grew
        of           IN  prep  union
        Chile        NNP pobj  of
        ,            ,   punct union
        which        WDT nsubj ruled
        ruled/rule   VBD relcl union
        Tacna        NNP dobj  ruled
        grew/grow    VBD ROOT  grew
        """)
    assert forms(subjects(word(doc, "ruled"))) == ["Chile"]


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


def test_relative_pronoun_read_as_a_second_subject_is_the_object() -> None:
    doc = parse("""
        Kuwait             NNP  ROOT  Kuwait
        which              WDT  nsubj considers
        Iraq               NNP  nsubj considers
        considers/consider VBZ  relcl Kuwait
        its                PRP$ poss  province
        province           NN   dobj  considers
        """)
    assert who(doc, "considers") == ["Iraq"]
    assert what(doc, "considers") == ["Kuwait"]
    assert role(doc, "considers", "attribute") == ["province"]


def test_both_before_the_verb_of_a_relative_clause_is_its_subject() -> None:
    doc = parse("""
        Kuwait      NNP ROOT  Kuwait
        which       WDT nsubj claim
        both        DT  dep   claim
        claim       VBP relcl Kuwait
        """)
    assert who(doc, "claim") == ["both"]
    assert what(doc, "claim") == ["Kuwait"]


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


def test_name_that_the_model_joins_to_the_verb_is_its_subject() -> None:
    doc = parse("""
        Turkey          NNP compound rejects
        rejects/reject  VBZ ROOT     rejects
        claims/claim    NNS dobj     rejects
        """)
    assert who(doc, "rejects") == ["Turkey"]


@pytest.mark.parametrize(("first", "expected"), [("No", ["Turkey"]), ("Every", ["country"])])
def test_only_who_is_excepted_does_what_nobody_does(first: str, expected: list[str]) -> None:
    doc = parse(f"""
        {first}                DT  det   country
        country                NN  nsubj recognises
        except                 IN  prep  country
        Turkey                 NNP pobj  except
        recognises/recognise   VBZ ROOT  recognises
        it                     PRP dobj  recognises
        """)
    assert who(doc, "recognises") == expected


@pytest.mark.parametrize(
    ("verb", "word_before", "expected"),
    [
        ("ordered", "the", ["marines", "Kremlin"]),
        ("ordered", "Georgian", ["marines"]),
        ("asked", "the", ["marines"]),
    ],
)
def test_whoever_commands_forces_acts_with_them(verb: str, word_before: str, expected: list[str]) -> None:
    label = "det" if word_before == "the" else "amod"
    doc = parse(f"""
        Kremlin         NNP nsubj {verb}
        {verb}/{verb.removesuffix("ed")} VBD ROOT {verb}
        {word_before}   JJ  {label} marines
        marines/marine  NNS dobj  {verb}
        to              TO  aux   deploy
        deploy          VB  xcomp {verb}
        """)
    assert who(doc, "deploy") == expected


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
