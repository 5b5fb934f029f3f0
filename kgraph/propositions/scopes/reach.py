"""The way up from a predicate, as far as a cue on it reaches down."""

from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.propositions.scopes.governors import first_of_list, governor_of, maker_of
from kgraph.propositions.scopes.presupposition import is_done_with, is_given
from kgraph.propositions.scopes.steps import Step
from kgraph.tokens import Token

__all__ = ["Reach", "reach_of"]

_MAX_STEPS = 12


@dataclass(frozen=True, slots=True)
class Reach:
    """The steps up to the last whose cues reach a predicate; `is_given` where the text presupposes it."""

    steps: tuple[Step, ...]
    is_given: bool


def reach_of(trigger: Token) -> Reach:
    """Climb from a predicate to what governs it, as far as a cue there reaches down to it."""
    steps = [Step(trigger)]
    while len(steps) < _MAX_STEPS:
        below = steps[-1].token
        step = governor_of(first_of_list(below)) or (maker_of(below) if below == trigger else None)
        if step is None:
            break
        if is_given(step, below, load_cues()) or (
            below == trigger and is_done_with(step, below, load_cues())
        ):
            return Reach(tuple(steps), is_given=True)
        steps.append(step)
    return Reach(tuple(steps), is_given=False)
