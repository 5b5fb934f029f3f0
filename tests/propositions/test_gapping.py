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


def shares(rows: str) -> list[tuple[list[str], list[str]]]:
    found = proposition(parse(rows)[1])
    assert found is not None
    return [
        ([t.text for t in share.roles["object"]], [t.text for t in share.roles["to"]])
        for share in found.shares
    ]


def test_each_object_has_its_own_recipient() -> None:
    second = "to IN prep ceded\n Peru NNP pobj to#2"
    assert shares(CEDED + second) == [(["Guam"], ["Chile"]), (["Ifni"], ["Peru"])]


def test_recipients_in_a_list_share_the_object() -> None:
    assert shares(CEDED) == [(["Guam"], ["Chile", "Ifni"])]
