"""What was linked, as a test reads it."""

from kgraph.extraction import Extractor
from kgraph.linking import Linked, Linker
from kgraph.model import Document
from kgraph.parse import parse_parts
from kgraph.tokens import Doc


def labels(found: tuple[Linked, ...]) -> list[str]:
    return [link.entity.label for link in found]


def said(doc: Doc, found: tuple[Linked, ...]) -> list[str | None]:
    return [link.span.of(doc.text) if link.span else None for link in found]


def read(extractor: Extractor, text: str, id: str = "article") -> tuple[Doc, Linker]:  # noqa: A002
    """Parse a text as a document, and give what links its words."""
    (part,) = parse_parts([Document(id=id, text=text)], extractor.nlp, extractor.find_names)
    linker, _ = extractor.link(part)
    return part.doc, linker
