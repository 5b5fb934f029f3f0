"""By whom something is done, who acts beside another, and what the subject of a passive is given."""

from collections.abc import Iterator, Sequence

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    governed,
    hyphenated_modifier,
    prepositional_objects,
)
from kgraph.propositions.clauses.relative_clauses import prepositions_singled_out
from kgraph.propositions.clauses.verb_forms import is_passive
from kgraph.tokens import Token

__all__ = ["accompanying", "agents_of", "given_things", "passes_on", "taken_along"]

# Who took a place does these with it.
_OF_HOLDERS = frozenset({"absorb", "administer", "annex", "govern", "incorporate", "occupy", "rule"})
_COMITATIVE = frozenset({"together", "along", "jointly"})
_EXTENTS = frozenset({"entirety", "full", "part", "whole"})
# Say how far or where, between one agent and the next.
_BETWEEN = _EXTENTS | {"centre", "center", "east", "north", "rest", "south", "turn", "west"}
_GOING_ON = frozenset({"and", "but", "later", "or", "subsequently", "then"})
_DENYING = frozenset({"barely", "hardly", "never", "no", "not"})
_NAMING = frozenset({"PRON", "PROPN"})
_MAX_BEHIND = 40  # words from the first agent to another
_MAX_BETWEEN = 6  # words from what goes on with the list to the next "by"


def agents_of(verb: Token) -> tuple[Token, ...]:
    """Find by whom a passive says it is done, left to right; also where the agent hangs on a verb beside it."""
    found = _own_agents(verb)
    if not found:  # "occupied and annexed by Russia": the agent hangs on the last
        following = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and c.i - verb.i <= 3]
        found = [t for c in following for t in _own_agents(c) or _agents_before(c)]
    if not found and (before := hyphenated_modifier(verb)) is not None:
        found = [before]
    return tuple(found or _agents_before(verb) or prepositions_singled_out(verb).get("by", ()))


def _own_agents(verb: Token) -> list[Token]:
    """Find by whom a passive says it is done, where that hangs on the passive itself."""
    agent = first_child(verb, "agent")
    phrases = [agent, *(c for c in agent.children if c.dep_ == "conj")] if agent else []
    found = [t for phrase in phrases for t in governed(phrase)]
    if agent is not None and found:
        if not passes_on(verb):
            found += [t for t in accompanying(verb, found[0]) if t.i > agent.i]
        return found + _later_agents(verb, agent, tuple(found))
    by = prepositional_objects(verb).get("by", ()) or _agents_behind_extent(verb) or _agents_behind_gift(verb)
    return [t for t in by if t.pos_ in {"NOUN", "PROPN", "PRON"}]


def _agents_before(verb: Token) -> list[Token]:
    """Find by whom it is done on the passive before: "seized by Russia in 2014 and later *annexed*"."""
    first = verb.head
    if verb.dep_ == "conj" and first.pos_ == "VERB" and is_passive(first):
        after = [c for c in first.children if c.dep_ == "agent" and c.i > verb.i]
        if found := [t for c in after for t in governed(c)]:
            return found
    return _own_agents(first) if _goes_on_as_held(verb) else []


def _later_agents(verb: Token, first: Token, found: Sequence[Token]) -> list[Token]:
    """Find by whom else it is done: "in part by X and *in part by Y*", "by X in 1885 and *later by Y*"."""
    behind = verb.doc[first.i + 1 : min(verb.sent.end, first.i + _MAX_BEHIND)]
    others = (t for t in behind if t.lower_ == "by" and _goes_on(t) and _leads_up(t, verb, found))
    named = (agent for by in others for agent in governed(by))
    return [agent for agent in named if agent not in found]


def _goes_on(by: Token) -> bool:
    """Tell whether a second "by" goes on with a list of agents; what stands between says when, where or how far."""
    for word in reversed(by.doc[max(0, by.i - _MAX_BETWEEN) : by.i]):
        if word.lower_ in _DENYING:
            return False
        if word.text == "," or word.lower_ in _GOING_ON:
            return True
        if word.pos_ in {"NOUN", "PROPN"} and word.lower_ not in _BETWEEN:
            return False
    return False


def _leads_up(by: Token, verb: Token, found: Sequence[Token]) -> bool:
    """Tell whether nothing stands above a "by" up to the verb but other agents, and how far or when."""
    for above in by.ancestors:
        if above == verb:
            return True
        is_left_out = (
            above.lemma_.lower() == "be" and above.dep_ == "conj"
        )  # "claimed by X and *was* once by Y"
        is_other = above.pos_ in {"AUX", "NOUN", "PROPN", "VERB"} and above not in found
        if is_other and not is_left_out and above.lower_ not in _BETWEEN:
            return False
    return False


def _goes_on_as_held(verb: Token) -> bool:
    """Tell whether a passive says what became of a place behind who took it: "was invaded by X and *annexed*"."""
    if verb.dep_ != "conj" or verb.lemma_.lower() not in _OF_HOLDERS:
        return False
    return verb.head.dep_ == "acl" or (verb.tag_ == "VBN" and first_child(verb.head, "agent") is not None)


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
    beside = (p for p in _comitatives(verb, first) if not _is_with_object(p, verb))
    return tuple(t for preposition in beside for t in governed(preposition))


def taken_along(verb: Token) -> tuple[Token, ...]:
    """Find what is done to beside another: "ceded *Guam, along with* Rota to X", "annexed *Goa along with* Diu".

    Of other verbs the one beside may act as well ("attacked Israel along with Syria"), unless its name is a place's.
    """
    thing = first_child(verb, "dobj")
    if thing is None or thing.pos_ not in _NAMING:
        return ()
    beside = (p for p in _comitatives(verb, thing) if p.i > thing.i and _is_with_object(p, verb))
    named = (t for preposition in beside for t in governed(preposition))
    is_apart = any(t.text == "," for t in verb.doc[thing.i + 1 : thing.i + 2])
    is_tight = verb.lemma_.lower() in _OF_HOLDERS and not is_apart
    return tuple(t for t in named if passes_on(verb) or is_tight or _is_place(t))


def _comitatives(verb: Token, noun: Token) -> Iterator[Token]:
    """Give each "with" of "along with" and "together with" that hangs on a verb or one of its nouns."""
    beside = (*verb.children, *noun.children, *(c for land in _lands_of(noun) for c in land.children))
    for preposition in (
        *beside,
        *(c for word in beside if word.lower_ in _COMITATIVE for c in word.children),
    ):
        modified = (*preposition.children, preposition.head)
        if preposition.lower_ == "with" and any(c.lower_ in _COMITATIVE for c in modified):
            yield preposition


def passes_on(verb: Token) -> bool:
    """Tell whether something is given to somebody, and others with it: "ceded to X by Y *along with Rhodes*"."""
    return verb.lemma_.lower() in load_cues().references_handing and "to" in prepositional_objects(verb)


def _is_with_object(preposition: Token, verb: Token) -> bool:
    """Tell whether what is beside another is done to as well: "administered *them together with Okinawa*".

    "Occupied *Austria, along with* Y", too, but who claims X, along with Y, does so beside him.
    """
    thing = first_child(verb, "dobj")
    if thing is None or thing.i > preposition.i:
        return False
    lands = _lands_of(thing)
    last = lands[-1] if lands else thing
    if last.pos_ not in _NAMING or last.i > preposition.i:
        return False
    between = [t.lower_ for t in verb.doc[last.i + 1 : preposition.i]]
    is_held = bool(lands) or verb.lemma_.lower() in load_cues().places_held_by
    if between[:1] == [","] and (is_held or any(map(_is_place, governed(preposition)))):
        del between[0]
    return _COMITATIVE.issuperset(between)


def _lands_of(noun: Token) -> tuple[Token, ...]:
    """Give of what land somebody has or takes control, possession and the like."""
    if noun.lemma_.lower() not in load_cues().places_titles:
        return ()
    around = prepositional_objects(noun)
    return tuple(t for path in ("of", "over") for t in around.get(path, ()))


def _is_place(noun: Token) -> bool:
    """Tell whether a name is of a place by its form: "*Hunter Island*"."""
    return noun.lemma_.lower() in load_cues().places_nouns
