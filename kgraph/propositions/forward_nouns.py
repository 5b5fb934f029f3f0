"""Which nouns look forward to what they are of: "a plan to annex X", but no "decision" that was taken."""

from kgraph.cues import Cues
from kgraph.propositions.arguments import has_infinitive, is_verb
from kgraph.propositions.clauses import objects
from kgraph.propositions.scopes import Step
from kgraph.tokens import Token

__all__ = ["looks_forward"]

_DRAWING = frozenset({"define", "delimit", "delineate", "demarcate", "draw", "fix", "mark", "settle"})
_TOWARDS = frozenset({"toward", "towards"})  # "a step *towards* the annexation of X"
_COMING_BY = frozenset({"find", "get", "have"})
_OPEN = frozenset({"chance", "opportunity"})  # may be had and not taken
_TALKING = frozenset(
    {"confer", "discuss", "exchange", "meet", "receive", "see", "speak", "talk", "visit", "welcome"}
)
_LEADING_UP = _TOWARDS | {"of", "on", "to"}  # "progress toward a treaty"


def looks_forward(step: Step, cues: Cues) -> bool:
    """Tell whether a noun looks forward to what is below; what was decided by a "decision" is done."""
    lemma = step.token.lemma_.lower()
    below = step.below.lemma_.lower() if step.below is not None else ""
    if {lemma, below} <= cues.presupposed_ongoing:  # "talks on the peace *process*"
        return False
    if _is_fulfilled(step.token, cues) or _is_seized(step, cues) or _is_line_agreed(step, cues):
        return False
    if lemma in cues.negation_settings:
        return step.preposition == "for"
    if lemma in cues.possibility_worries:
        return step.below is not None and any(c.lower_ in {"a", "an"} for c in step.below.children)
    if lemma in cues.possibility_valued:
        return step.link in {"pcomp", "acl", "relcl"}
    if lemma in cues.possibility_debated and step.link == "pcomp":
        return True
    if lemma in cues.possibility_hindrances:
        return step.preposition == "to" and below not in cues.presupposed_ongoing
    takes_infinitive = lemma in cues.presupposed_ongoing | cues.possibility_enabling
    if takes_infinitive and step.link in {"acl", "relcl"} and step.below is not None:
        return has_infinitive(step.below)
    if lemma in cues.possibility_pending:
        return below in cues.instruments_nouns and step.preposition in _LEADING_UP
    is_taken = (
        step.token.head.lemma_.lower() in cues.presupposed_undoing
    )  # "defended the decision to invade X"
    is_decided = lemma == "decision" and (is_taken or below in cues.possibility_decided)
    if step.preposition in _TOWARDS:
        return lemma in cues.possibility_nouns or lemma in cues.possibility_strides
    return lemma in cues.possibility_nouns and not is_decided and _is_content(step, cues)


def _is_fulfilled(promise: Token, cues: Cues) -> bool:
    """Tell whether somebody did what he was to do, or did not: "has not kept its promise to recognise X"."""
    is_object = promise.dep_ in {"dobj", "nsubjpass"} and is_verb(promise.head)
    is_then = promise.head.tag_ in {"VBD", "VBN"}  # who "keeps its promise to leave" has yet to leave
    return is_object and is_then and promise.head.lemma_.lower() in cues.possibility_fulfilling


def _is_line_agreed(step: Step, cues: Cues) -> bool:
    """Tell whether an agreement that was made draws a line: "signed an agreement *to demarcate their border*"."""
    if step.below is None or step.below.lemma_.lower() not in _DRAWING or step.token.dep_ != "dobj":
        return False
    is_line = any(t.lemma_.lower() in cues.lines_nouns for t in objects(step.below))
    is_instrument = step.token.lemma_.lower() in cues.instruments_nouns
    return is_line and is_instrument and step.token.head.lemma_.lower() in cues.instruments_made


def _is_seized(step: Step, cues: Cues) -> bool:
    """Tell whether who took a chance did what it is of, as who had that of talking did: "had the *chance* to meet".

    Who only had the chance of anything else need not have taken it: "had the chance to seize Shusha".
    """
    chance, verb = step.token, step.token.head
    if chance.lemma_.lower() not in cues.possibility_seized or chance.dep_ != "dobj":
        return False
    is_had = verb.lemma_.lower() in _COMING_BY and chance.lemma_.lower() in _OPEN
    if is_had and (step.below is None or step.below.lemma_.lower() not in _TALKING):
        return False
    return verb.tag_ in {"VBD", "VBN"} and verb.lemma_.lower() in cues.possibility_seizing


def _is_content(step: Step, cues: Cues) -> bool:
    """Tell whether what is below says what a plan, fear or right is of."""
    if step.by is None:
        return step.link in {"acl", "relcl"}
    if step.preposition == "at":
        return step.token.lemma_.lower() in cues.possibility_at
    return step.link in {"acl", "relcl"} or step.preposition in {"of", "for", "on", "to", "about"}
