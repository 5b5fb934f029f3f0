"""Who holds which office, as the tests ask it of short texts."""

from collections.abc import Sequence

from parses import from_spacy
from spacy.lang.en import English

from kgraph.gazetteer import Gazetteer
from kgraph.persons import Person, find_persons

TOKENIZE = English()
GAZETTEER = Gazetteer.load()


def read(text: str, persons: Sequence[str] = (), title: str | None = None) -> tuple[Person, ...]:
    """Find the persons of a text in which the model would have seen these."""
    doc = TOKENIZE(text)
    spans = [doc.char_span(text.index(name), text.index(name) + len(name), "PERSON") for name in persons]
    doc.set_ents([span for span in spans if span])
    return find_persons(from_spacy(doc), GAZETTEER.find(text), title)


def offices(text: str, persons: Sequence[str] = (), title: str | None = None) -> list[tuple[str, str, str]]:
    """List name, title and agent of the persons in office."""
    found = read(text, persons, title)
    return [(p.entity.label, p.office.title, p.office.agent.label) for p in found if p.office]
