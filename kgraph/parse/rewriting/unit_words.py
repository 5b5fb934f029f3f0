"""The words of a unit with what the model reads for them, which the choice of stand-ins changes in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.parse.rewriting.plan import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["BEING", "HAVING", "SENTENCE_ENDS", "UnitWords", "is_inflected", "is_past"]

BEING = frozenset(
    {"are", "be", "been", "being", "is", "now", "remained", "remains", "was", "were"}
)  # with an adverb
HAVING = frozenset({"had", "has", "have", "having"})
SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})
_PAST_FORMS = frozenset({"held", "ran", "sold", "took", "won"})


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words of a unit: `doc` has them as they stand, `small` in small letters, `read` as the model gets them."""

    doc: "Doc"
    small: Sequence[str]
    read: list[Word]

    def put(self, at: int, text: str, lemma: str) -> None:
        """Let the model read another word; the lemma is that of the untouched one."""
        self.read[at] = Word(text, lemma)

    def begins_name(self, at: int) -> bool:
        """Tell whether a word has a capital."""
        return self.doc[at].text[:1].isupper()


def is_past(word: str) -> bool:
    """Tell whether a word in small letters looks like a verb of the past."""
    return word.endswith("ed") or word in _PAST_FORMS


def is_inflected(word: str) -> bool:
    """Tell whether a word in small letters looks like a verb of the past, or of somebody else's present."""
    return word.endswith("s") or is_past(word)
