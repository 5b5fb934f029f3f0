"""Polarity, modality and attribution of a predicate: the cues on it and above it in the parse, taken together."""

from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.model import Modality, Polarity
from kgraph.propositions.denials import find_denials
from kgraph.propositions.possibilities import find_possibilities
from kgraph.propositions.scopes import steps_up
from kgraph.propositions.speakers import find_speaker

__all__ = ["Qualifiers", "qualify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """How a proposition is put: the cues are the tokens that decided, `speaker` heads the phrase of whose word it is."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    speaker: Token | None = None
    cues: tuple[Token, ...] = ()


def qualify(trigger: Token) -> Qualifiers:
    """Read the qualifiers of the predicate that this token heads.

    A denial counts as long as no second one turns it back, and a denied "will", "can" or "agreed to" holds now:
    "will never accept" is no possibility but a refusal.
    """
    path = tuple(steps_up(trigger))
    denials, possible = find_denials(path), find_possibilities(path)
    is_denied = len(denials) % 2 == 1
    if is_denied and all(load_cues().possibility_denied_now & {c.lower_, c.lemma_.lower()} for c in possible):
        possible = ()
    speaker, cue = find_speaker(trigger)
    return Qualifiers(
        polarity=Polarity.NEGATIVE if is_denied else Polarity.POSITIVE,
        modality=Modality.POSSIBLE if possible else Modality.ACTUAL,
        speaker=speaker,
        cues=(*denials, *possible, *((cue,) if cue is not None else ())),
    )
