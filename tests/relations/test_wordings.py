"""Each wording's own example gives what it says, and its near miss gives nothing."""

from collections.abc import Mapping

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.relations import Wording, package_wordings
from kgraph.vocab import predicates

WORDINGS = package_wordings()


def _line(subject: str, predicate: str, object_: str) -> str:
    """Write a statement, a symmetric one in one direction."""
    if predicates()[predicate].symmetric:
        subject, object_ = sorted((subject, object_))
    return f"{subject} | {predicate} | {object_}"


@pytest.fixture(scope="module")
def statements(extractor: Extractor) -> Mapping[str, set[str]]:
    """What each example and near miss gives, by its text; each is a document of its own, all are read in one go."""
    texts = dict.fromkeys(text for w in WORDINGS for text in (w.example, w.miss) if text)
    readings = extractor.read(Document(id=text, text=text) for text in texts)
    return {
        reading.document.text: {
            _line(a.subject.label, a.predicate, a.object.label) for a in reading.assertions
        }
        for reading in readings
    }


def test_every_wording_expresses_a_predicate_of_the_ontology() -> None:
    assert {w.predicate for w in WORDINGS} <= set(predicates())


@pytest.mark.model
@pytest.mark.parametrize("wording", WORDINGS, ids=lambda w: w.id)
def test_example_gives_what_the_wording_says(wording: Wording, statements: Mapping[str, set[str]]) -> None:
    assert {_line(*statement.split(" | ")) for statement in wording.gives} <= statements[wording.example]


@pytest.mark.model
@pytest.mark.parametrize("wording", [w for w in WORDINGS if w.miss], ids=lambda w: w.id)
def test_near_miss_gives_no_such_relation(wording: Wording, statements: Mapping[str, set[str]]) -> None:
    assert not [s for s in statements[wording.miss or ""] if f"| {wording.predicate} |" in s]
