"""Courts, commissions, councils."""

from parses import linker, parse, word


def test_known_court_is_a_body() -> None:
    doc = parse("International_Court_of_Justice NNP ROOT International_Court_of_Justice")
    (found,) = linker(doc).bodies(doc[0])
    assert found.entity.known


def test_described_court_is_a_body_of_its_own() -> None:
    doc = parse("""
        An          DT  det      panel
        arbitration NN  compound panel
        panel       NN  nsubj    ruled
        ruled/rule  VBD ROOT     ruled
        .           .   punct    ruled
        """)
    (found,) = linker(doc).bodies(word(doc, "panel"))
    assert (found.entity.label, found.entity.known) == ("arbitration panel", False)


def test_state_is_no_body() -> None:
    doc = parse("""
        Japan      NNP nsubj ruled
        ruled/rule VBD ROOT  ruled
        .          .   punct ruled
        """)
    assert linker(doc).bodies(word(doc, "Japan")) == ()
