"""A relation as it is read, and whose word it is."""

from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.linking import Linked
from kgraph.model import Entity
from kgraph.propositions.qualifiers import Qualifiers

__all__ = ["Relation", "attributed"]

# Predicates that hold by being stated.
_STANDS = frozenset(
    {"claims", "contests", "recognizes", "rejectsClaimOf", "renounces", "ruledAgainst", "ruledFor"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation read in one sentence by one wording, linked and qualified."""

    subject: Linked
    predicate: str
    object: Linked
    about: Entity | None
    trigger: Token
    qualifiers: Qualifiers
    attribution: Linked | None
    rule: str
    confidence: float
    elliptical: bool = False
    guessed: bool = False  # no path gave the arguments: they are the only ones that the sentence names
    voice: Linked | None = None  # who says so, also where it is the subject and nothing is attributed


def attributed(speaker: Linked | None, subject: Linked, predicate: str) -> Linked | None:
    """Drop the attribution of what an agent does by saying it.

    Who "says that X is its own" claims X, and who "rules that X belongs to Y" decides; neither is quoted. But
    what Russia says of its troops is its word.
    """
    if speaker is None or (speaker.entity == subject.entity and predicate in _STANDS):
        return None
    return None if subject.span is not None and subject.span == speaker.span else speaker
