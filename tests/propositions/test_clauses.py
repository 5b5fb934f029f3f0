"""Who does what to whom in a clause, also where the parser hung it elsewhere or another verb shares it."""

import pytest
from parses import forms, parse, word
from verb_roles import what, who

from kgraph.propositions.clauses import open_copula, subjects, verb_lemma


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


def test_sentence_of_one_verb_names_nobody() -> None:
    doc = parse("Claimed/claim VB ROOT Claimed")
    assert (who(doc, "Claimed"), what(doc, "Claimed")) == ([], [])


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


def test_subject_of_a_finite_verb_that_the_parser_hung_below_it() -> None:
    doc = parse("""
        Officials            NNS ROOT  Officials
        considered/consider  VBD acl   Officials
        leaving/leave        VBG xcomp considered
        Kunashir             NNP dobj  leaving
        """)
    assert forms(subjects(word(doc, "considered"))) == ["Officials"]


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
