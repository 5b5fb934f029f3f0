"""What is waited for: "will not sign *until X returns the islands*", "froze the talks *until X withdraws*"."""

from collections.abc import Iterable, Iterator

from kgraph.cues import Cues
from kgraph.propositions.arguments import finite_word, first_child, has_infinitive, is_verb
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.scopes import Step, first_of_list
from kgraph.tokens import Token

__all__ = ["ahead_of", "awaited", "is_present"]

_LASTING = frozenset({"remain", "stay"})
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

    So too where no clause follows: "is to visit X *before* meeting Y".
    """
    first = first_of_list(verb)
    above = first.head
    if first.dep_ == "pcomp" and above.lower_ == "before" and _is_to_come(above.head, cues):
        yield above
    marks = [c for c in first.children if c.dep_ in {"mark", "advmod"}]
    is_once = verb == first and any(c.lower_ == "once" for c in marks)
    is_ahead = verb == first and _is_to_come(above, cues)
    if first.dep_ == "advcl" and is_present(verb) and (is_once or is_ahead or _is_put_off(above, marks)):
        yield from (c for c in marks if c.lower_ in cues.possibility_awaiting)


def _is_put_off(above: Token, marks: Iterable[Token]) -> bool:
    """Tell whether what was done lasts until a condition is met: "froze the talks *until* X *withdraws*"."""
    finite = finite_word(above)
    is_done = finite.tag_ == "VBD" or (finite != above and finite.lemma_.lower() == "have")
    lasts = is_done or above.lemma_.lower() in _LASTING
    return lasts and any(mark.lower_ in _UNTIL for mark in marks)


def is_present(verb: Token) -> bool:
    """Tell whether a clause is of the present tense."""
    auxiliary = first_child(verb, "aux", "auxpass")
    return (auxiliary or verb).tag_ in {"VBZ", "VBP"}


def _is_to_come(verb: Token, cues: Cues) -> bool:
    if any(c.dep_ == "aux" and c.lower_ in cues.possibility_modals for c in verb.children):
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
