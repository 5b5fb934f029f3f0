"""Who helps a government or its rebels from outside: "*Russia* armed the regime. *The regime* retook the town"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import sentence_before, verb_above
from kgraph.propositions.clauses import subject_above, subjects
from kgraph.tokens import Token

__all__ = ["who_helps"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPED = frozenset({"dative", "dobj", "nsubjpass", "pobj"})
_BESIDE = frozenset({"behalf", "favor", "favour", "help", "side", "support"})  # "intervened on *behalf* of"


def who_helps(ruling: Token) -> tuple[Token, ...]:
    """Find who helps those who rule, or their rebels, in the sentence before "the government"; he rules elsewhere."""
    cues = load_cues()
    if ruling.lemma_.lower() not in cues.agents_ruling or ruling.dep_ not in _SUBJECTS:
        return ()
    if not ruling.sent.start:
        return ()
    kinds = cues.agents_ruling | cues.agents_fighting
    helped = (t for t in sentence_before(ruling) if t.lemma_.lower() in kinds and t.dep_ in _HELPED)
    return next((helping for t in helped if (helping := _helping(t))), ())


def _helping(helped: Token) -> tuple[Token, ...]:
    """Give who helps somebody: "*X* backs the rebels", "*X* intervened on behalf of the regime"."""
    verb = verb_above(helped)
    if verb is None:
        return ()
    is_beside = helped.head.lower_ == "of" and helped.head.head.lemma_.lower() in _BESIDE
    if verb.lemma_.lower() not in load_cues().support_helping and not is_beside:
        return ()
    agents = (t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj")
    if helped.dep_ == "nsubjpass":
        return tuple(agents)
    return tuple(subjects(verb)) or tuple(subject_above(helped))
