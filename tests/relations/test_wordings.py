"""Each wording's own example gives what it says, and its near miss gives nothing."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.relations import Wording, package_wordings
from kgraph.vocab import predicates

WORDINGS = package_wordings()


def _statements(extractor: Extractor, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="example", text=text)])
    return {_line(a.subject.label, a.predicate, a.object.label) for a in reading.assertions}


def _line(subject: str, predicate: str, object_: str) -> str:
    """Write a statement, a symmetric one in one direction."""
    if predicates()[predicate].symmetric:
        subject, object_ = sorted((subject, object_))
    return f"{subject} | {predicate} | {object_}"


def test_every_wording_expresses_a_predicate_of_the_ontology() -> None:
    assert {w.predicate for w in WORDINGS} <= set(predicates())


@pytest.mark.model
@pytest.mark.parametrize("wording", WORDINGS, ids=lambda w: w.id)
def test_example_gives_what_the_wording_says(wording: Wording, extractor: Extractor) -> None:
    assert {_line(*statement.split(" | ")) for statement in wording.gives} <= _statements(
        extractor, wording.example
    )


@pytest.mark.model
@pytest.mark.parametrize("wording", [w for w in WORDINGS if w.miss], ids=lambda w: w.id)
def test_near_miss_gives_no_such_relation(wording: Wording, extractor: Extractor) -> None:
    assert not [s for s in _statements(extractor, wording.miss) if f"| {wording.predicate} |" in s]
