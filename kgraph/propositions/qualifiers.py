"""Polarity, modality and attribution of a predicate: the cues on it and above it in the parse together."""

from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.model import Modality, Polarity
from kgraph.propositions.arguments import first_child, is_verb
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.denials import find_denials
from kgraph.propositions.possibilities import find_possibilities
from kgraph.propositions.scopes import goes_on, reach_of
from kgraph.propositions.speakers import find_caller, find_speaker, is_demand
from kgraph.tokens import Token

__all__ = ["Qualifiers", "qualify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """How a proposition is put: `cues` are the tokens that decided, `speaker` heads who says it.

    It is `hearsay` where somebody says it whom nothing names.
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    speaker: Token | None = None
    hearsay: bool = False
    cues: tuple[Token, ...] = ()


def qualify(trigger: Token) -> Qualifiers:
    """Read the qualifiers of the predicate that this token heads.

    A denial counts as long as no second one turns it back, and a denied "will", "can" or "agreed to" holds
    now: "will never accept" is no possibility but a refusal. What is "not ruled out" is possible. What the text
    takes as given is its own word.
    """
    reach = reach_of(trigger)
    denials, possible = find_denials(reach.steps), find_possibilities(reach.steps)
    is_denied = len(denials) % 2 == 1
    possible = tuple(cue for cue in possible if cue not in denials)
    if any(cue.lower_ in load_cues().negation_in_vain for cue in denials):
        possible = tuple(cue for cue in possible if not _is_tried(cue))
    if len(denials) > 1 and not is_denied:
        possible = (*(cue for cue in possible if not _could_not(cue, denials)), *_left_open(denials))
    if is_denied and verb_lemma(trigger) in load_cues().negation_excluding:
        possible = (*possible, trigger)
    if all(_holds_denied(cue) for cue in possible) if is_denied else goes_on(reach.steps):
        possible = ()
    speaker, cue = find_caller(trigger) if reach.is_given else find_speaker(trigger)
    if cue is not None and not possible and is_demand(cue):  # "called on X to maintain its support for Y"
        speaker = cue = None
    return Qualifiers(
        polarity=Polarity.NEGATIVE if is_denied else Polarity.POSITIVE,
        modality=Modality.POSSIBLE if possible else Modality.ACTUAL,
        speaker=speaker,
        hearsay=speaker is None and cue is not None,
        cues=(*denials, *possible, *((cue,) if cue is not None else ())),
    )


def _holds_denied(cue: Token) -> bool:
    """Tell whether a denial holds now for all that a cue looks forward, or only alleges.

    What a treaty does not allow may be done all the same.
    """
    cues = load_cues()
    subject = first_child(cue, "nsubj")
    if subject is not None and is_verb(cue) and subject.lemma_.lower() in cues.instruments_nouns:
        return False
    holding = cues.possibility_denied_now | cues.reporting_alleged | cues.reporting_nouns
    holding |= cues.possibility_offered | {"any"}
    return bool(holding & {cue.lower_, cue.lemma_.lower()})


def _is_tried(cue: Token) -> bool:
    """Tell whether a cue says what somebody tried or asked for, of which he had nothing: "*tried* in vain"."""
    cues = load_cues()
    return not {cue.lower_, cue.lemma_.lower()} & (cues.possibility_modals | cues.possibility_markers)


def _could_not(cue: Token, denials: tuple[Token, ...]) -> bool:
    """Tell whether what somebody "could not" do kept nothing from being done: "could not stop X from annexing Y"."""
    return cue.lower_ == "could" and any(denial.head == cue.head for denial in denials)


def _left_open(denials: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the cues that, denied in their turn, affirm nothing: "has not ruled it out", "is not opposed to".

    Nor does who "refused to confirm or *deny*" it.
    """
    cues = load_cues()
    open_ = cues.negation_excluding | cues.negation_lifting | cues.negation_opposing
    return tuple(
        t
        for t in denials
        if verb_lemma(t) in open_ or t.lower_ in cues.negation_adjectives or _is_alternative(t)
    )


def _is_alternative(denial: Token) -> bool:
    """Tell whether a denial is the other one of two: "to confirm *or deny*"."""
    return denial.dep_ == "conj" and denial.head.lemma_.lower() in load_cues().reporting_confirming
