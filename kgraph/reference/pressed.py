"""Of whom something is asked or demanded: "threatened *Western states* unless *they* withdraw *their* troops"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, prepositional_objects
from kgraph.tokens import Token

__all__ = ["who_are_pressed"]

_PLURAL = frozenset({"their", "theirs", "them", "they"})
_TOWARDS = frozenset({"against", "on", "upon"})
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})


def who_are_pressed(pronoun: Token) -> tuple[Token, ...]:
    """Find the several of whom a clause above "they" or "their" demands what they are to do; empty where none is.

    Who demands it is not meant: "Iran told *Iraq and Syria* that *they* must close *their* airspace".
    """
    if pronoun.lower_ not in _PLURAL:
        return ()
    clause = pronoun
    for above in pronoun.ancestors:
        if _is_asked(clause) and above.lemma_.lower() in load_cues().pressing_verbs:
            pressed = [t for t in _objects(above) if above.i < t.i < clause.left_edge.i or t.i < pronoun.i]
            return conjuncts(pressed[0]) if pressed and _are_states(pressed[0]) else ()
        clause = above if above.pos_ in {"AUX", "VERB"} else clause
    return ()


def _is_asked(clause: Token) -> bool:
    """Tell whether a clause says what is asked; what only is told ("told them that *they had won*") is the teller's."""
    duties = load_cues().pressing_duties | {"to"}
    is_duty = clause.tag_ == "VB" and any(c.lower_ in duties for c in clause.children if c.dep_ == "aux")
    return clause.dep_ in _CLAUSES and (clause.dep_ != "ccomp" or is_duty)


def _objects(verb: Token) -> list[Token]:
    """Give whom a verb of pressing is of: "urged *X*", "called on *X*", "threatened war against *X*"."""
    things = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.i > verb.i]
    threats = [t for t in things if t.lemma_.lower() in load_cues().pressing_threats]
    around = [prepositional_objects(t) for t in (verb, *threats)]
    behind = [t for told in around for word in sorted(_TOWARDS) for t in told.get(word, ())]
    return [t for t in things if t not in threats] + behind


def _are_states(head: Token) -> bool:
    """Tell whether several states are told there, with names or without: "X and Y", "European countries"."""
    are_some = head.tag_ == "NNS" and head.lemma_.lower() in load_cues().agents_both
    return are_some or (head.pos_ == "PROPN" and len(conjuncts(head)) > 1)
