"""Who does and who suffers what is told in the passive."""

from parses import parse, word
from verb_roles import what, who

from kgraph.propositions.clauses import is_passive


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
