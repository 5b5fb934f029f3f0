"""The sentences of a text, each accounted for: read with an assertion, read without finding, or rejected and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kgraph.model import Span, Unread
from kgraph.parse import Unit, is_entry_mark
from kgraph.reading.language import looks_english
from kgraph.tokens import Words

__all__ = ["Account", "find_unread", "sentence_span"]


def sentence_span(sentence: Words) -> Span:
    """Give a sentence's span without white space at its ends, in code points of the parsed part."""
    text = sentence.doc.text[sentence.start_char : sentence.end_char]
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start=start, end=max(start + 1, start + len(text.strip())))


def find_unread(text: str, units: Sequence[Unit]) -> dict[int, Unread]:
    """Find the units of a text that are not read, by their numbers, with the reason."""
    reasons = {number: _why_unread(text[unit.start : unit.end]) for number, unit in _sentences(text, units)}
    return {number: reason for number, reason in reasons.items() if reason is not None}


def _why_unread(text: str) -> Unread | None:
    if not any(map(str.isalpha, text)):
        return Unread.NO_LETTERS
    return None if looks_english(text) else Unread.NOT_ENGLISH


def _sentences(text: str, units: Sequence[Unit]) -> Iterator[tuple[int, Unit]]:
    return ((n, unit) for n, unit in enumerate(units) if _is_sentence(text[unit.start : unit.end]))


def _is_sentence(text: str) -> bool:
    """Tell whether a unit is more than white space and the mark of an entry."""
    return text != "" and not text.isspace() and not is_entry_mark(text)


@dataclass(slots=True)
class Account:
    """Counts sentences, as far as they surely end (`kgraph.parse.units`); what was found is the sum of the others."""

    found: int = 0
    with_assertion: int = 0
    unread: Counter[Unread] = field(default_factory=Counter)

    def add(self, text: str, units: Sequence[Unit], unread: dict[int, Unread], asserting: set[int]) -> None:
        """Count the units of one part.

        Args:
            text: of the part.
            units: in which it is read.
            unread: what `find_unread` gives for it.
            asserting: the numbers of the units that an assertion was read from.
        """
        self.found += sum(1 for _ in _sentences(text, units))
        self.unread.update(unread.values())
        self.with_assertion += len(asserting)
