"""By whom something is done, who acts beside another, and what the subject of a passive is given."""

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, hyphenated_modifier, prepositional_objects
from kgraph.propositions.clauses.relative_clauses import prepositions_singled_out
from kgraph.propositions.clauses.verb_forms import is_passive

__all__ = ["accompanying", "agents_of", "given_things"]

# Who took a place does these with it.
_OF_HOLDERS = frozenset({"absorb", "administer", "annex", "govern", "incorporate", "occupy", "rule"})
_COMITATIVE = frozenset({"together", "along", "jointly"})
_EXTENTS = frozenset({"entirety", "full", "part", "whole"})


def agents_of(verb: Token) -> tuple[Token, ...]:
    """Find by whom a passive says it is done, left to right; also where the agent hangs on a verb beside it."""
    agent = first_child(verb, "agent")
    phrases = [agent, *(c for c in agent.children if c.dep_ == "conj")] if agent else []
    found = [t for phrase in phrases for c in phrase.children if c.dep_ == "pobj" for t in conjuncts(c)]
    if agent is not None and found:
        found += [t for t in accompanying(verb, found[0]) if t.i > agent.i]
    if not found:
        by = (
            prepositional_objects(verb).get("by", ())
            or _agents_behind_extent(verb)
            or _agents_behind_gift(verb)
        )
        found = [t for t in by if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not found:  # "occupied and annexed by Russia": the agent hangs on the last
        following = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and c.i - verb.i <= 3]
        found = [t for c in following for t in agents_of(c)]
    prefix = hyphenated_modifier(verb)
    if not found and prefix is not None:
        found = [prefix]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        after = [c for c in verb.head.children if c.dep_ == "agent" and c.i > verb.i]
        found = [t for c in after for child in c.children if child.dep_ == "pobj" for t in conjuncts(child)]
    if not found and verb.dep_ == "conj" and verb.head.dep_ == "acl" and verb.lemma_.lower() in _OF_HOLDERS:
        found = list(agents_of(verb.head))  # "seized by Russia in 2014 and later annexed"
    if not found:
        found = list(prepositions_singled_out(verb).get("by", ()))
    return tuple(found)


def given_things(verb: Token) -> tuple[Token, ...]:
    """Find what the subject of a passive is given: "Panama was granted *control* of the canal"."""
    cues = load_cues()
    if verb.lemma_.lower() not in cues.support_giving | cues.support_given:
        return ()
    return tuple(t for c in verb.children if c.dep_ == "dobj" for t in conjuncts(c))


def _agents_behind_gift(verb: Token) -> tuple[Token, ...]:
    """Find by whom where the parser hung it on what is given: "was accorded recognition *by X*"."""
    gifts = (gift for gift in given_things(verb) if gift.pos_ == "NOUN")
    return next((by for gift in gifts if (by := prepositional_objects(gift).get("by", ()))), ())


def _agents_behind_extent(verb: Token) -> tuple[Token, ...]:
    """Find by whom where the parser hung it on how far: "claimed in whole or *in part* by X"."""
    extents = (t for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "conj"} for t in c.subtree)
    found = (t for t in extents if t.lower_ in _EXTENTS and first_child(t, "det") is None)
    return next((by for t in found if (by := prepositional_objects(t).get("by", ()))), ())


def accompanying(verb: Token, first: Token) -> tuple[Token, ...]:
    """Find who acts beside another: "Malaysia, together with Vietnam, submitted", "claimed by X along with Y"."""
    found: list[Token] = []
    beside = (*verb.children, *first.children)
    for preposition in (
        *beside,
        *(c for word in beside if word.lower_ in _COMITATIVE for c in word.children),
    ):
        modified = (*preposition.children, preposition.head)
        if preposition.lower_ == "with" and any(c.lower_ in _COMITATIVE for c in modified):
            found += [t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c)]
    return tuple(found)
