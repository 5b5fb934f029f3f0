"""What did not come about, though somebody tried or had no means, and what has no date yet."""

from collections.abc import Iterator

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_verb
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.scopes import Step
from kgraph.tokens import Token

__all__ = ["find_failures", "is_setting", "lacks_means"]

_AIMED_AT = frozenset({"advcl", "ccomp", "dobj", "pcomp", "pobj", "xcomp"})


def is_setting(step: Step) -> bool:
    """Tell whether what is below only lacks its time or place: "*no date* has been set for the talks"."""
    if step.below is None or not is_verb(step.token):
        return False
    is_for = step.link == "pobj" and step.preposition == "for"
    thing = first_child(step.token, "nsubj", "nsubjpass") if is_for else step.below
    return thing is not None and thing.lemma_.lower() in load_cues().negation_settings


def lacks_means(verb: Token) -> bool:
    """Tell whether what an infinitive says cannot be done for want of something: "lacks the votes *to ratify* it"."""
    return verb.lemma_.lower() == "lack"


def find_failures(step: Step, cues: Cues) -> Iterator[Token]:
    """Find what says that an attempt failed: "tried *in vain* to annex X", "its attempt to annex X *failed*"."""
    token, below = step.token, step.below
    if token.pos_ == "NOUN" and token.lemma_.lower() in cues.negation_attempts:
        yield from (c for c in token.children if c.dep_ == "amod" and c.lower_ in cues.negation_in_vain)
    if not is_verb(token):
        return
    if step.link == "nsubj" and below is not None and below.lemma_.lower() in cues.negation_attempts:
        if verb_lemma(token) in cues.negation_failing:
            yield token
        yield from (c for c in token.children if c.dep_ == "acomp" and c.lower_ in cues.negation_in_vain)
    elif step.link in _AIMED_AT and _is_aim(step, cues):
        adverbs = (c for c in token.children if c.dep_ in {"advmod", "prep"})
        tails = (t for c in adverbs for t in (c, *c.children) if t.dep_ in {"advmod", "amod", "pobj"})
        yield from (t for t in tails if t.lower_ in cues.negation_in_vain and _is_failure(t))


def _is_aim(step: Step, cues: Cues) -> bool:
    """Tell whether somebody wants what is below: "appealed for its return", "fought *to* keep it"."""
    is_infinitive = step.below is not None and has_infinitive(step.below)
    return is_infinitive or verb_lemma(step.token) in cues.possibility_verbs


def _is_failure(word: Token) -> bool:
    """Tell whether "success" and "avail" are denied: "*without* success", "to *no* avail"."""
    if word.lower_ not in {"avail", "success"}:
        return True
    return word.head.lower_ == "without" or any(c.lower_ in {"little", "no"} for c in word.children)
