"""Whose deed a sentence says to be answered: "China cut ties with *Gambia* after *it* recognized Taiwan"."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.propositions.clauses import is_own_deed, judged, verdict_above
from kgraph.tokens import Token

__all__ = ["who_is_answered", "who_is_judged"]

_MARKS = frozenset({"after", "because", "since", "unless", "until", "when"})
_LEADING = frozenset({"against", "from", "of", "on", "to", "with"})


def who_is_answered(pronoun: Token) -> tuple[Token, ...]:
    """Find whom "it" means as the subject of what an act upon somebody answers; empty where nothing tells."""
    clause = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.i < pronoun.i:
        return ()
    marks = (c for c in clause.children if c.dep_ in {"advmod", "mark"})
    verb = clause.head
    if not any(c.lower_ in _MARKS for c in marks) or verb.pos_ != "VERB" or verb.i > pronoun.i:
        return ()
    thing = first_child(verb, "dobj")
    if thing is None or thing.i > pronoun.i:
        return ()
    cues, lemma = load_cues(), verb.lemma_.lower()
    if lemma in cues.references_answered:
        return conjuncts(thing)
    if lemma in cues.references_answering and thing.lemma_.lower() in cues.references_answers:
        return tuple(_behind(verb, thing, pronoun))
    return ()


def who_is_judged(possessive: Token) -> tuple[Token, ...]:
    """Find whose the deed is that blame or praise is for: "imposed sanctions on *X* for *its* attacks on Y"."""
    deed = possessive.head
    if possessive.lower_ != "its" or possessive.dep_ != "poss" or deed.dep_ != "pobj":
        return ()
    verb, verdict = deed.head.head, verdict_above(deed.head)
    if verdict is not None:
        return () if is_own_deed(verdict) else judged(verdict)
    if verb.dep_ == "pobj":  # "X was punished *by Y for its war*"
        verb = verb.head.head
    is_judging = deed.head.lower_ == "for" and verb.lemma_.lower() in load_cues().deeds_judging
    thing = first_child(verb, "dobj", "nsubjpass") if is_judging else None
    return conjuncts(thing) if thing is not None and thing.i < possessive.i else ()


def _behind(verb: Token, thing: Token, pronoun: Token) -> Iterator[Token]:
    beside = (c for word in (thing, verb) for c in word.children if c.dep_ == "prep" and c.i < pronoun.i)
    for preposition in beside:
        if preposition.lower_ in _LEADING:
            yield from (t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c))
