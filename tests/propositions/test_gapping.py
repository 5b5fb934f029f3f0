"""Two recipients under one verb, each with its own thing."""

from parses import parse

from kgraph.propositions import proposition

CEDED = """
    Spain      NNP nsubj ceded
    ceded/cede VBD ROOT  ceded
    Guam       NNP dobj  ceded
    to         IN  prep  ceded
    Chile      NNP pobj  to
    and        CC  cc    Chile
    Ifni       NNP conj  Chile
    """


def shares(rows: str, role: str = "to") -> list[tuple[list[str], list[str]]]:
    found = proposition(parse(rows)[1])
    assert found is not None
    return [
        ([t.text for t in share.roles["object"]], [t.text for t in share.roles[role]])
        for share in found.shares
    ]


def test_each_object_has_its_own_recipient() -> None:
    second = "to IN prep ceded\n Peru NNP pobj to#2"
    assert shares(CEDED + second) == [(["Guam"], ["Chile"]), (["Ifni"], ["Peru"])]


def test_recipients_in_a_list_share_the_object() -> None:
    assert shares(CEDED) == [(["Guam"], ["Chile", "Ifni"])]


TAKEN = """
    Spain      NNP nsubj took
    took/take  VBD ROOT  took
    Guam       NNP dobj  took
    from       IN  prep  Guam
    Chile      NNP pobj  from
    and        CC  cc    Chile
    Ifni       NNP conj  Chile
    """


def test_each_object_is_taken_from_its_own_loser() -> None:
    second = "from IN prep Guam\n Peru NNP pobj from#2"
    assert shares(TAKEN + second, "from") == [(["Guam"], ["Chile"]), (["Ifni"], ["Peru"])]


def test_losers_in_a_list_share_the_object() -> None:
    assert [taken for taken, _ in shares(TAKEN, "object")] == [["Guam"]]
