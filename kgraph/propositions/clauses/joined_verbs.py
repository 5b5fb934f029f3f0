"""Verbs that share what stands behind the last of them: "claims but does not control X", "failed to see or meet X"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, prepositional_objects
from kgraph.tokens import Token

__all__ = ["goals_shared", "verb_going_on"]

_TOWARDS = frozenset({"against", "over", "to", "with"})
_AWAY = frozenset({"away", "off", "up"})
_NEAR = 3  # tokens from a verb to the next, whatever stands between them


def verb_going_on(verb: Token) -> Token | None:
    """Give the verb whose object is that of the one before as well; None where that one has all it needs."""
    further = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i), None)
    if further is None or not _is_open(verb) or _takes_nothing(verb):
        return None
    is_next = verb.i + 1 < len(verb.doc) and verb.nbor(1).dep_ == "cc"
    is_transitive = verb.lemma_.lower() not in load_cues().predicated_intransitive
    if first_child(further, "nsubj", "nsubjpass") is not None and not (is_next and is_transitive):
        return (
            None  # "X signed and Y ratified the treaty" share it, "X protested, and Y took the port" do not
        )
    if verb.dep_ == "xcomp" and not is_next:
        return None
    return further if further.i - verb.i <= _NEAR or _goes_straight_on(verb, further) else None


def _takes_nothing(verb: Token) -> bool:
    """Tell whether nobody does a thing of this verb to anything: "*seceded* and formed a republic"."""
    lemma = verb.lemma_.lower()
    is_away = lemma == "break" and any(c.lower_ in _AWAY for c in verb.children)
    return is_away or (lemma in load_cues().predicated_intransitive and lemma != "protest")


def _is_open(verb: Token) -> bool:
    """Tell whether nothing completes a verb, though it may say when: "captured *in 1967* and later annexed X"."""
    if first_child(verb, "dobj", "xcomp", "ccomp", "acomp", "attr") is not None:
        return False
    return all(_is_year(c) for c in verb.children if c.dep_ == "prep" and c.i > verb.i)


def _is_year(preposition: Token) -> bool:
    goal = first_child(preposition, "pobj")
    return goal is not None and goal.shape_ == "dddd"


def _goes_straight_on(verb: Token, further: Token) -> bool:
    """Tell whether nothing but what belongs to the second verb, or says when, stands between two that take objects."""
    if verb.lemma_.lower() in load_cues().predicated_intransitive:
        return False
    between = verb.doc[verb.i + 1 : further.i]
    return all(
        t.dep_ in {"cc", "punct"}
        or further.is_ancestor(t)
        or (t.dep_ in {"prep", "pobj"} and verb.is_ancestor(t))
        for t in between
    )


def goals_shared(verb: Token, things: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give X of "refused to recognise or establish relations *with X*", where the second verb's object is no place."""
    further = verb_going_on(verb)
    thing = things[0] if further is not None and len(things) == 1 and things[0].head == further else None
    if thing is None or thing.pos_ != "NOUN":
        return ()
    behind = [c for c in thing.children if c.dep_ == "prep" and c.i > thing.i]
    if len(behind) != 1 or behind[0].lower_ not in _TOWARDS:
        return ()
    goals = prepositional_objects(thing).get(behind[0].lower_, ())
    return goals if goals and goals[0].pos_ == "PROPN" else ()
