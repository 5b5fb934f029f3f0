"""Of whom a relative clause tells."""

import pytest
from parses import forms, parse, word
from verb_roles import role, what, who

from kgraph.propositions.clauses import subjects


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
