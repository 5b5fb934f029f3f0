"""What copies of a story say of a thing that is not known is one assertion, with each copy as evidence."""

from collections.abc import Sequence

import pytest

from kgraph.derive import with_derived
from kgraph.extraction import Extractor
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Document, Reading
from kgraph.sparql import run

pytestmark = pytest.mark.model

LEAD = "Rebels seized a border village on Monday, two days after the army had withdrawn its last men from the valley."
BODY = """\
Sudan claims the village, which lies on the disputed border with South Sudan, and has sent engineers to mend the road.

Four thousand people sleep in the open, aid agencies say, and the rains are expected within two weeks.

Wang said that Sudan and the rebels signed a truce last year.
The commission on the boundary meets in the provincial capital in June."""
STORY = f"{LEAD}\n\n{BODY}"
CUT = STORY[: STORY.index("Wang")]
OTHER = f"""\
Herders set a second village on fire after a quarrel over wells that had begun in the dry months of the spring.

{BODY}"""


def read(extractor: Extractor, *texts: str) -> Sequence[Reading]:
    documents = (Document(id=f"d{at}", text=text, source=f"Paper {at}") for at, text in enumerate(texts, 1))
    return list(extractor.read(documents))


def single(readings: Sequence[Reading]) -> list[tuple[str, str, str, str, str]]:
    """Tell what only one source reports: who, what, whom, by whose word, in how many documents."""
    graph = with_derived(Graph(to_triples(readings)))
    rows = run(graph, "single-source", limits=None).rows
    return sorted((row[1], row[2], row[3], row[8], row[9]) for row in rows)


def test_an_assertion_of_copies_is_one_with_all_of_them_behind_it(extractor: Extractor) -> None:
    rows = single(read(extractor, STORY, f"What is known of the fighting\n\n{STORY}", CUT))
    assert ("Sudan", "claims", "village", "", "3") in rows
    assert ("Sudan", "partyTo", "truce", "Wang", "2") in rows
    assert len(rows) == len({row[:4] for row in rows})


def test_the_same_words_in_another_story_are_another_thing(extractor: Extractor) -> None:
    one, other = (
        {a.object.id for a in reading.assertions if a.predicate == "claims"}
        for reading in read(extractor, STORY, OTHER)
    )
    assert one
    assert not one & other


def test_a_document_alone_gives_what_it_gives_beside_its_copies(extractor: Extractor) -> None:
    alone = [
        said for text in (STORY, CUT) for reading in read(extractor, text) for said in reading.assertions
    ]
    together = [said for reading in read(extractor, STORY, CUT) for said in reading.assertions]
    assert [(a.subject.id, a.predicate, a.object.id) for a in alone] == [
        (a.subject.id, a.predicate, a.object.id) for a in together
    ]
