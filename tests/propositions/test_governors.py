"""What stands above a noun: verb or noun, who acts there, who says so, which clause its phrase opens."""

import pytest
from noun_roles import SUPPORT, role
from parses import parse

from kgraph.propositions.nominals import noun_arguments


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


def test_what_opens_a_clause_has_its_subject() -> None:
    doc = parse("""
        During  IN  prep  agreed
        talks   NNS pobj  During
        Chad    NNP nsubj agreed
        agreed  VBD ROOT  agreed
        """)
    assert role(doc, "talks", "opened_subject") == ["Chad"]
    assert role(doc, "talks", "clause_subject") == []


def test_what_a_passive_clause_is_about_is_no_agent() -> None:
    doc = parse("""
        While       IN  mark      claimed
        under       IN  prep      claimed
        rule        NN  pobj      under
        Ceuta       NNP nsubjpass claimed
        was/be      VBD auxpass   claimed
        claimed     VBN ROOT      claimed
        by          IN  agent     claimed
        Morocco     NNP pobj      by
        """)
    assert role(doc, "rule", "opened_subject") == ["Morocco"]
    assert role(doc, "rule", "opened_topic") == ["Ceuta"]


def test_what_stands_later_in_a_clause_opens_none() -> None:
    doc = parse("""
        Chad    NNP nsubj agreed
        agreed  VBD ROOT  agreed
        during  IN  prep  agreed
        talks   NNS pobj  during
        """)
    assert role(doc, "talks", "opened_subject") == []


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
