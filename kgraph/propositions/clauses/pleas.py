"""What a court decides on where a pronoun stands for it: "considers Peru's *request* but cannot uphold *it*"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import sentence_before
from kgraph.tokens import Token

__all__ = ["plea_before"]

_DECIDED_ON = frozenset({"dobj", "nsubjpass"})
_PRONOUNS = frozenset({"it", "them", "they"})


def plea_before(verb: Token) -> tuple[Token, ...]:
    """Give the noun for what a party pleads that "it" takes up, from the sentence or the one before; else nothing."""
    pronoun = next((c for c in verb.children if c.dep_ in _DECIDED_ON and c.lower_ in _PRONOUNS), None)
    if pronoun is None:
        return ()
    pleaded = load_cues().bodies_pleaded
    before = reversed(verb.doc[sentence_before(verb).start : pronoun.i])
    found = next((t for t in before if t.pos_ == "NOUN" and t.lemma_.lower() in pleaded), None)
    return (found,) if found is not None else ()
