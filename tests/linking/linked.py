"""What was linked, as a test reads it."""

from spacy.tokens import Doc

from kgraph.linking import Linked


def labels(found: tuple[Linked, ...]) -> list[str]:
    return [link.entity.label for link in found]


def said(doc: Doc, found: tuple[Linked, ...]) -> list[str | None]:
    return [link.span.of(doc.text) if link.span else None for link in found]
