"""Nouns that say a relation, and where their arguments stand."""

import pytest
from parses import forms, parse, word
from spacy.tokens import Doc

from kgraph.propositions.complements import support_verb
from kgraph.propositions.nominals import noun_arguments

SUPPORT = frozenset({"be", "have", "lay", "leave", "continue", "hold", "make", "place"})


def role(doc: Doc, noun: str, name: str) -> list[str]:
    return forms(noun_arguments(word(doc, noun), SUPPORT).get(name))


def carrier(doc: Doc, noun: str) -> str | None:
    verb = support_verb(word(doc, noun), SUPPORT)
    return verb.text if verb is not None else None


# -- the light verb --------------------------------------------------------------------------------------------------


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


# -- beside the noun -------------------------------------------------------------------------------------------------


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


# -- above the noun --------------------------------------------------------------------------------------------------


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


def test_governor_and_its_subject_are_roles() -> None:
    doc = parse("""
        Peru           NNP nsubj rejects
        rejects/reject VBZ ROOT  rejects
        the            DT  det   claim
        claim          NN  dobj  rejects
        .              .   punct rejects
        """)
    assert role(doc, "claim", "governor") == ["rejects"]
    assert role(doc, "claim", "governor_subject") == ["Peru"]
    assert role(doc, "claim", "clause_subject") == ["Peru"]


def test_noun_on_top_of_its_sentence_has_no_governor() -> None:
    doc = parse("Dispute NN ROOT Dispute")
    assert noun_arguments(doc[0], SUPPORT) == {}


def test_owner_of_the_noun_above_is_the_governors_subject() -> None:
    doc = parse("""
        Peru      NNP poss rejection
        rejection NN  ROOT rejection
        of        IN  prep rejection
        claims    NNS pobj of
        """)
    assert role(doc, "claims", "governor_subject") == ["Peru"]


def test_of_the_noun_above_names_the_governors_subject() -> None:
    doc = parse("""
        rejection NN  ROOT rejection
        by        IN  prep rejection
        claims    NNS pobj by
        of        IN  prep rejection
        Peru      NNP pobj of
        """)
    assert role(doc, "claims", "governor_subject") == ["Peru"]


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


def test_who_says_what_the_noun_asserts_is_its_reporter() -> None:
    doc = parse("""
        Malawi           NNP  nsubj contends
        contends/contend VBZ  ROOT  contends
        that             IN   mark  is
        the              DT   det   lake
        lake             NN   nsubj is
        is/be            VBZ  ccomp contends
        its              PRP$ poss  territory
        territory        NN   attr  is
        .                .    punct contends
        """)
    assert role(doc, "territory", "reporter") == ["Malawi"]


def test_noun_that_nobody_reports_has_no_reporter() -> None:
    assert (
        role(
            parse("""
        Yenga  NNP nsubj is
        is/be  VBZ ROOT  is
        part   NN  attr  is
        of     IN  prep  part
        Guinea NNP pobj  of
        .      .   punct is
        """),
            "part",
            "reporter",
        )
        == []
    )


def test_outer_subject_stands_above_a_relative_clause() -> None:
    doc = parse("""
        Chad    NNP nsubj     resumed
        resumed VBD ROOT      resumed
        talks   NNS dobj      resumed
        that    WDT nsubjpass stalled
        were    VBD auxpass   stalled
        stalled VBN relcl     talks
        over    IN  prep      stalled
        dispute NN  pobj      over
        """)
    assert role(doc, "dispute", "clause_subject") == ["talks"]
    assert role(doc, "dispute", "outer_subject") == ["Chad"]


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


def test_what_opens_a_clause_has_its_subject() -> None:
    doc = parse("""
        During  IN  prep  agreed
        talks   NNS pobj  During
        Chad    NNP nsubj agreed
        agreed  VBD ROOT  agreed
        """)
    assert role(doc, "talks", "opened_subject") == ["Chad"]
    assert role(doc, "talks", "clause_subject") == []


def test_what_stands_later_in_a_clause_opens_none() -> None:
    doc = parse("""
        Chad    NNP nsubj agreed
        agreed  VBD ROOT  agreed
        during  IN  prep  agreed
        talks   NNS pobj  during
        """)
    assert role(doc, "talks", "opened_subject") == []


def test_month_is_not_what_talks_are_on() -> None:
    doc = parse("""
        talks    NNS nsubj begin
        begin    VBP ROOT  begin
        on       IN  prep  begin
        April    NNP pobj  on
        """)
    assert role(doc, "talks", "on") == []


# -- what is shared --------------------------------------------------------------------------------------------------


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


def test_whose_claim_it_is_that_something_is_so_is_its_reporter() -> None:
    doc = parse("""
        Malawi           NNP  poss  claim
        's               POS  case  Malawi
        claim            NN   nsubj failed
        that             IN   mark  is
        the              DT   det   lake
        lake             NN   nsubj is
        is/be            VBZ  acl   claim
        its              PRP$ poss  territory
        territory        NN   attr  is
        failed/fail      VBD  ROOT  failed
        """)
    assert role(doc, "territory", "reporter") == ["Malawi"]


def test_what_stands_below_a_span_of_time_opens_a_clause_too() -> None:
    doc = parse("""
        After      IN  prep  voted
        years/year NNS pobj  After
        of         IN  prep  years
        Dutch      JJ  amod  rule
        rule       NN  pobj  of
        Suriname   NNP nsubj voted
        voted/vote VBD ROOT  voted
        """)
    assert role(doc, "rule", "opened_subject") == ["Suriname"]


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


@pytest.mark.parametrize(
    ("owner", "tag", "expected"),
    [("Sudan", "NNP", []), ("its", "PRP$", ["Norway"]), ("Saturday", "NNP", ["Norway"])],
)
def test_whose_a_noun_is_by_name_bears_it_before_the_light_verbs_subject(
    owner: str, tag: str, expected: list[str]
) -> None:
    doc = parse(f"""
        Norway      NNP   nsubj continues
        continues/continue VBZ ROOT continues
        {owner}     {tag} poss  talks
        talks/talk  NNS   dobj  continues
        """)
    assert role(doc, "talks", "support") == expected


# -- what stands before, and higher --------------------------------------------------------------------------------


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
