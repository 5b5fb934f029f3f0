"""The small collection with so many officials added that a drawing of all would hide the rest."""

import specimen

from kgraph.model import Assertion, Document, Entity, EntityKind

OFFICIALS = tuple(
    Entity(id=f"person_official-{i:03}", label=f"Official {i}", kind=EntityKind.PERSON, known=False)
    for i in range(100)
)
HEADLESS = Entity(
    id="norway", label="Norway", kind=EntityKind.STATE
)  # its official is all that is said of it
STATES = (specimen.ENTITIES["japan"], specimen.ENTITIES["russia"], specimen.ENTITIES["india"])


def read_documents() -> list[Document]:
    """Give the articles of the small collection."""
    return specimen.read_documents()


def read_assertions() -> list[Assertion]:
    """Give what they say, and after it one state per official; the last stands for two."""
    pairs = [(person, STATES[i % 3]) for i, person in enumerate(OFFICIALS)]
    pairs += [(OFFICIALS[-1], STATES[1]), (OFFICIALS[0], HEADLESS)]
    return specimen.read_assertions() + [
        Assertion(subject=person, predicate="represents", object=state) for person, state in pairs
    ]
