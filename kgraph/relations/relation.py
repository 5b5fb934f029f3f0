"""A relation as it is read, and whose word it is."""

from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.linking import Linked
from kgraph.model import Entity
from kgraph.propositions.qualifiers import Qualifiers
from kgraph.propositions.speakers import is_demand
from kgraph.relations.traits import STATED
from kgraph.tokens import Token

__all__ = ["Relation", "attributed"]


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
    doing_so: Token | None = None  # what says it again of the subject, at its own time: "Y *did* so in May"
    is_hearsay: bool = False  # somebody says so whom the text does not name
    voice: Linked | None = None  # who says so, also where it is the subject and nothing is attributed


def attributed(
    speaker: Linked | None, subject: Linked, predicate: str, cue: Token | None = None
) -> Linked | None:
    """Drop the attribution of what an agent does by saying it, or only promises or wants of himself.

    Who "says that X is its own" claims X, and who "rules that X belongs to Y" decides; neither is quoted, nor is who
    "vows to attack X". But what Russia says of its troops is its word, and so is what it "denies" or "admits".

    Args:
        speaker: who says so, None where nobody does.
        subject: of whom it is said.
        predicate: what is said.
        cue: the word by which it is said, None where it stands in quotation marks.
    """
    if speaker is None or (_is_same(speaker, subject) and predicate in STATED):
        return None
    if cue is not None and is_demand(cue):
        return None if speaker.entity == subject.entity else speaker
    cues = load_cues()
    saying = cues.reporting_avowing | cues.reporting_owning_up | {"add", "say"}
    is_own = subject.span is not None and subject.span == speaker.span
    is_said = cue is not None and cue.lemma_.lower() in saying
    return None if is_own and (predicate in STATED or not is_said) else speaker


def _is_same(one: Linked, other: Linked) -> bool:
    """Tell whether two are one; "it" is the court that the sentence before describes, whatever that is taken for."""
    return one.entity == other.entity or one.entity.label == other.entity.label
