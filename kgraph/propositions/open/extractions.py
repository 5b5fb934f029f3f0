"""The record of a proposition while its sentence is at hand."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from kgraph.propositions.open.phrases import Phrase
from kgraph.propositions.open.stretches import text_of
from kgraph.tokens import Token

__all__ = ["Argument", "Extraction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What completes a predicate: the words that lead to it ("in", "to hide"), and the phrase itself."""

    role: str
    lead: tuple[Token, ...] = ()
    phrase: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Subject, predicate and object as words of a parsed sentence; `trigger` heads the predicate.

    `deed` is the last verb of the predicate, of which polarity and modality are asked: "sign" of "refused to sign".

    `predicate` has the words that lead to the object at its end, wherever these stand in the sentence: "In 1950 X
    sent Y" is sent Y In. `copula` is the word set in where the sentence has none ("is" between appositions).
    `others` are what the clause says besides.
    """

    trigger: Token
    deed: Token
    subject: Phrase
    predicate: tuple[Token, ...]
    object: Phrase
    lead: tuple[Token, ...] = ()
    role: str = "object"
    others: tuple[Argument, ...] = ()
    rule: str
    confidence: float
    copula: str = ""

    @property
    def predicate_text(self) -> str:
        """The words of the predicate, a blank for each gap."""
        return " ".join(filter(None, (self.copula, text_of(self.predicate))))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of subject, predicate and object."""
        return (*self.subject.tokens, *self.predicate, *self.object.tokens)

    def without(self, words: Collection[Token]) -> "Extraction":
        """Leave out what else the clause says with any of these words."""
        kept = tuple(other for other in self.others if not any(t in words for t in other.phrase.tokens))
        return replace(self, others=kept)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The subject, the object, and what else the clause says."""
        return (
            Argument(role="subject", phrase=self.subject),
            Argument(role=self.role, lead=self.lead, phrase=self.object),
            *self.others,
        )
