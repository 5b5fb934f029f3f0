"""What is waited for: "will not sign *until X returns the islands*", "froze the talks *until X withdraws*"."""

from collections.abc import Iterable, Iterator

from kgraph.cues import Cues
from kgraph.propositions.arguments import finite_word, first_child, has_infinitive, is_subjunctive, is_verb
from kgraph.propositions.clauses import shared_auxiliaries, verb_lemma
from kgraph.propositions.scopes import Step, first_of_list
from kgraph.tokens import Token

__all__ = ["ahead_of", "awaited", "is_present"]

_BESIDES = frozenset({"apart", "aside", "besides"})
_EXPECTED = frozenset({"due", "expected", "scheduled"})
_LASTING = frozenset({"remain", "stay"})
_STATES = frozenset({"be", "belong", "fall", "form", "lie"})
_UNTIL = frozenset({"till", "until"})
_RESUMING = frozenset({"reopening", "restart", "resumption", "start"})


def ahead_of(step: Step, cues: Cues) -> Iterator[Token]:
    """Find what stands before talks or deeds that are to come: "*ahead* of talks", "must leave *before* the talks"."""
    noun = step.token if step.below is None or step.token.lower_ != "ahead" else step.below
    preposition = noun.head
    if noun.dep_ != "pobj":
        return
    if noun.lemma_.lower() not in cues.presupposed_ongoing | cues.possibility_deeds | _RESUMING:
        return
    if noun != step.token:
        yield step.token
    is_awaited = preposition.lower_ in cues.possibility_awaiting and is_verb(preposition.head)
    is_told = (
        preposition.lower_ == "after" and preposition.head.tag_ == "VBD"
    )  # "postponed the talks *after* the"
    if preposition.lower_ == "pending" or (
        is_awaited and not is_told and _is_to_come(preposition.head, cues)
    ):
        yield preposition


def awaited(verb: Token, cues: Cues) -> Iterator[Token]:
    """Find "until" and "after" before what is still to come: "will not sign until X returns the islands".

    So too where no clause follows: "is to visit X *before* meeting Y", "*besides* meeting Y".
    """
    first = first_of_list(verb)
    above = first.head
    if first.dep_ == "pcomp" and above.lower_ == "before" and _is_to_come(above.head, cues):
        yield above
    if first.dep_ == "pcomp" and (beside := _added_to(above)) is not None and _is_due(beside, cues):
        yield above
    marks = [c for c in first.children if c.dep_ in {"mark", "advmod"}]
    is_once = verb == first and any(c.lower_ == "once" for c in marks)
    is_ahead = verb == first and (_is_to_come(above, cues) or _is_later(verb, above, cues))
    if first.dep_ == "advcl" and is_present(verb) and (is_once or is_ahead or _is_put_off(above, marks)):
        yield from (c for c in marks if c.lower_ in cues.possibility_awaiting)


def _is_put_off(above: Token, marks: Iterable[Token]) -> bool:
    """Tell whether what was done lasts until a condition is met: "froze the talks *until* X *withdraws*"."""
    finite = finite_word(above)
    is_done = finite.tag_ == "VBD" or (finite != above and finite.lemma_.lower() == "have")
    lasts = is_done or above.lemma_.lower() in _LASTING
    return lasts and any(mark.lower_ in _UNTIL for mark in marks)


def _is_later(verb: Token, above: Token, cues: Cues) -> bool:
    """Tell whether the past is told of what is ahead: "spoke of the future of X *when* Y *leaves* it"."""
    told = cues.reporting_verbs | _STATES
    return above.tag_ == "VBD" and told.isdisjoint({verb_lemma(verb), verb.lemma_.lower()})


def _added_to(preposition: Token) -> Token | None:
    """Give what something is done beside: "*besides* meeting X will go", "in *addition* to", "apart *from*"."""
    outer = preposition.head
    if preposition.lower_ in _BESIDES:
        return outer
    if preposition.lower_ == "from" and outer.lower_ in _BESIDES:
        return outer.head
    return outer.head.head if preposition.lower_ == "to" and outer.lower_ == "addition" else None


def _is_due(verb: Token, cues: Cues) -> bool:
    """Tell whether a clause says what is to be done: "*will* visit X", "is *scheduled* to visit X"."""
    helping = (c for c in (*verb.children, *shared_auxiliaries(verb)) if c.dep_ == "aux")
    if any(c.lower_ in cues.possibility_modals for c in helping):
        return True
    planned = first_child(verb, "acomp") or verb
    infinitive = first_child(planned, "xcomp")
    if infinitive is None or not has_infinitive(infinitive):
        return False
    return planned.lower_ in _EXPECTED or planned.lemma_.lower() == "be"


def is_present(verb: Token) -> bool:
    """Tell whether a clause is of the present tense."""
    auxiliary = first_child(verb, "aux", "auxpass")
    return (auxiliary or verb).tag_ in {"VBZ", "VBP"}


def _is_to_come(verb: Token, cues: Cues) -> bool:
    if is_subjunctive(verb) or any(
        c.dep_ == "aux" and c.lower_ in cues.possibility_modals for c in verb.children
    ):
        return True
    if verb.dep_ == "xcomp" and has_infinitive(verb) and _is_planned(verb.head, cues):
        return True
    governor = verb.head if has_infinitive(verb) else verb  # "refuses to sign until", "wants X before"
    forward = cues.possibility_verbs - cues.possibility_actual_with_noun
    return verb_lemma(governor) in forward | cues.negation_implicatives


def _is_planned(governor: Token, cues: Cues) -> bool:
    """Tell whether an infinitive below says what is ahead: "*is* to visit X", "is *due* to visit X"."""
    ahead = cues.possibility_predicatives - cues.possibility_achieved
    return governor.lemma_.lower() == "be" or governor.lower_ in ahead
