"""The sentences of a text, each accounted for: read with an assertion, read without finding, or rejected and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from kgraph.model import Span, Unread
from kgraph.reading.language import looks_english
from kgraph.texts import text_of

__all__ = ["Account", "find_unread", "sentence_span"]


def sentence_span(sentence: Words) -> Span:
    """Give a sentence's span without white space at its ends, in code points of the parsed part."""
    text = _text(sentence)
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start=start, end=max(start + 1, start + len(text.strip())))


def find_unread(doc: Doc) -> dict[int, Unread]:
    """Find the sentences that are not read, by their first token, with the reason."""
    reasons = {sentence.start: _why_unread(_text(sentence)) for sentence in _sentences(doc)}
    return {start: reason for start, reason in reasons.items() if reason is not None}


def _why_unread(text: str) -> Unread | None:
    if not any(map(str.isalpha, text)):
        return Unread.NO_LETTERS
    return None if looks_english(text) else Unread.NOT_ENGLISH


def _sentences(doc: Doc) -> Iterator[Words]:
    return (sentence for sentence in doc.sents if not _text(sentence).isspace())


def _text(sentence: Words) -> str:
    return text_of(sentence.doc)[sentence.start_char : sentence.end_char]


@dataclass(slots=True)
class Account:
    """Counts sentences; what was found is the sum of the three other counts."""

    found: int = 0
    with_assertion: int = 0
    unread: Counter[Unread] = field(default_factory=Counter)

    def add(self, doc: Doc, unread: dict[int, Unread], asserting: set[int]) -> None:
        """Count the sentences of one part.

        Args:
            doc: the parsed part.
            unread: what `find_unread` gives for it.
            asserting: the first tokens of the sentences that an assertion was read from.
        """
        self.found += sum(1 for _ in _sentences(doc))
        self.unread.update(unread.values())
        self.with_assertion += len(asserting)
