"""What the prepositions of a predicate lead to, those that the parser hung below a name included."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments.coordination import conjuncts, ends_as_well_as
from kgraph.propositions.arguments.dependents import first_child, has_infinitive
from kgraph.tokens import Token

__all__ = [
    "is_with_owner",
    "name_before",
    "object_behind_name",
    "prepositional_objects",
]

# Prepositions that a bare name hardly ever takes: found below one, they belong to the noun or verb above.
_RAISED = frozenset(
    {"over", "about", "on", "with", "between", "to", "by", "as", "under", "from", "against", "regarding"}
)
# An "of" after these names is part of the name: "by the Republic of Korea".
_BEFORE_OF = frozenset(
    {
        "army",
        "commonwealth",
        "emirate",
        "federation",
        "government",
        "king",
        "kingdom",
        "league",
        "minister",
        "ministry",
        "organisation",
        "organization",
        "parliament",
        "president",
        "prince",
        "republic",
        "secretary",
        "state",
        "states",
        "sultanate",
        "union",
    }
)
_PARTING_OF = frozenset({"at", "by", "from", "in", "near", "on", "to"})  # between an act and what it is of
# What stands below these is of another matter: "delayed the talks because of drills between A and B".
_APART = frozenset(
    {"after", "amid", "because", "before", "despite", "due", "during", "following", "since", "until"}
)
_HELPERS = frozenset(
    {"broker", "facilitator", "guarantor", "host", "mediator", "moderator", "observer", "witness"}
)
_MAX_SHARED = 15  # words from a preposition to what it shares with a later one
_MAX_RAISED = 3  # prepositional phrases, each in the one before, between a head and what is raised to it


@lru_cache(maxsize=1024)
def prepositional_objects(head: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the heads of the prepositional objects by preposition, coordination spread.

    A preposition that the parser hung below a name ("the dispute with India over Kashmir") is raised to the head,
    after the head's own.
    """
    found: dict[str, list[Token]] = {}
    for name, token in _own_prepositions(head):
        found.setdefault(name, []).extend(t for t in conjuncts(token) if t not in found[name])
    for name, token in _raised_prepositions(head, depth=0):
        if name not in found:
            found[name] = list(conjuncts(token))
    return {name: tuple(tokens) for name, tokens in found.items()}


@lru_cache(maxsize=1024)
def _own_prepositions(head: Token) -> tuple[tuple[str, Token], ...]:
    """Give what stands below a head's own prepositions, each with the preposition's name."""
    return tuple(_below_prepositions(head))


def _below_prepositions(head: Token) -> Iterator[tuple[str, Token]]:
    """Go through a head's prepositional phrases, particles and those that the parser took for something else."""
    goals = 0
    for child in head.children:
        if _is_misread_recipient(child):
            yield "to", child
        is_phrase = _goes_on(child) or child.dep_ in {"prep", "dative", "agent", "prt", "advmod"}
        if not is_phrase or child.lower_ == "according" or ends_as_well_as(child) or _is_idle(child):
            continue
        goals += child.lower_ == "to"
        if head.pos_ == "NOUN" and child.lower_ == "to" and goals > 1:
            continue  # "ceded its claims to X to Y": the second is the verb's
        yield from _objects_of(child)
        if head.pos_ == "NOUN" and child.lower_ in _PARTING_OF:
            yield from object_behind_name(head, child)


def _is_misread_recipient(token: Token) -> bool:
    """Tell whether the parser took "to" and a name for an infinitive: "handed over by X *to Y*"."""
    is_clause = token.dep_ in {"advcl", "xcomp", "ccomp", "acl", "relcl"} and token.is_title
    return is_clause and has_infinitive(token)


def _goes_on(preposition: Token) -> bool:
    """Tell whether a phrase is joined to another: "met with X and *with Y*", but "belongs to X and *not to Y*"."""
    is_joined = preposition.dep_ == "conj" and preposition.pos_ == "ADP"
    return is_joined and not (preposition.i > 0 and preposition.nbor(-1).lower_ == "not")


def _is_idle(preposition: Token) -> bool:
    """Tell whether a phrase adds nothing: "met with X but *not with Y*", "X, *for its part*, asked"."""
    part = first_child(preposition, "pobj") if preposition.lower_ == "for" else None
    is_for_its = part is not None and part.lower_ == "part" and first_child(part, "poss") is not None
    return is_for_its or _is_home_to(preposition) or _is_denied(preposition) or _is_of_helper(preposition)


def _is_home_to(preposition: Token) -> bool:
    """Tell whether a phrase tells more of a land: "disputes control of the isles, home *to some 300 people*"."""
    behind = preposition.lower_ == "to" and preposition.i > 1 and preposition.nbor(-1).lower_ == "home"
    return behind and preposition.nbor(-2).is_punct


def _is_of_helper(preposition: Token) -> bool:
    """Tell whether a phrase says who helps and is no party: "agreed to talks, *with Turkey as mediator*"."""
    helper = first_child(preposition, "pobj") if preposition.lower_ == "with" else None
    if helper is None or helper.right_edge.i + 1 >= len(preposition.doc):
        return False
    roles = (
        c for c in (*helper.children, preposition.doc[helper.i + 1]) if c.lower_ == "as" and c.i > helper.i
    )
    return any(t.dep_ == "pobj" and t.lemma_.lower() in _HELPERS for c in roles for t in c.children)


def _is_denied(preposition: Token) -> bool:
    """Tell whether a phrase says with whom not: "met with X but *not with Y*"."""
    before = preposition.i > 1 and preposition.nbor(-2).lower_ == "but"
    return before and any(c.dep_ == "neg" for c in preposition.children)


def _objects_of(preposition: Token) -> Iterator[tuple[str, Token]]:
    """Give what a preposition governs: of several in a row the last governs, "out of", "together with"."""
    name = preposition.lower_
    if (shared := _shared_goal(preposition)) is not None:
        yield name, shared
    for child in preposition.children:
        if child.dep_ == "amod" and name == "as":  # "recognized *as independent* by X"
            yield name, child
        elif child.dep_ == "pobj" and any(c.dep_ == "cc" and c.i < child.i for c in preposition.children):
            for _, token in _own_prepositions(child):  # "attacks on and sieges of X"
                yield name, token
        elif child.dep_ in {"pobj", "pcomp"}:
            yield name, name_before(child) or child
            yield from ((name, other) for other in _other_side(preposition, child))
        elif child.dep_ == "prep" or _goes_on(child):
            yield from _objects_of(child)


def name_before(adjective: Token) -> Token | None:
    """Give the name that the parser put before an adjective which is said of more: "calls the walls *in X* illegal"."""
    if adjective.i == 0 or adjective.tag_ != "JJ" or adjective.dep_ != "pobj":
        return None
    before = adjective.nbor(-1)
    is_joined = before.dep_ == "compound" and before.head == adjective
    return before if is_joined and before.pos_ == "PROPN" else None


def _other_side(preposition: Token, side: Token) -> Iterator[Token]:
    """Give Y of "talks between X and Y are nearing their end" where the parser makes it a subject of its own."""
    if preposition.lower_ != "between":
        return
    last = side.right_edge.i
    after = side.doc[last + 1 : last + 2]  # "Fighting between X *and* Y began": hung on the verb
    links = [*side.children, *(t for t in after if t.dep_ == "cc")]
    link = next((c for c in links if c.dep_ == "cc" and c.lower_ == "and"), None)
    if link is None or len(conjuncts(side)) > 1:
        return
    for token in side.sent:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.left_edge.i == link.i + 1:
            yield token


def _shared_goal(preposition: Token) -> Token | None:
    """Give X of "its recognition *of*, and its relations with, X", where the model hangs it on the last."""
    following = preposition.doc[preposition.i + 1 : preposition.i + _MAX_SHARED]
    if preposition.dep_ != "prep" or not following or following[0].text not in {",", "and", "or"}:
        return None
    if first_child(preposition, "pobj", "pcomp", "prep") is not None:
        return None
    later = (t for t in following if t.dep_ == "prep" and t.sent.start == preposition.sent.start)
    goals = (goal for t in later if (goal := first_child(t, "pobj")) is not None)
    goal = next(goals, None)
    return goal if goal is not None and goal.pos_ == "PROPN" else None


def object_behind_name(act: Token, preposition: Token) -> Iterator[tuple[str, Token]]:
    """Give Y, as "of", of "the recognition by X *of Y*", "the return to X *of Y*" where the parser hung it on X."""
    if any(c.lower_ == "of" for c in act.children):
        return
    nouns = load_cues().places_nouns  # "in the Gulf of Aden"
    for agent in preposition.children:
        is_name = agent.pos_ in {"NUM", "PROPN"}  # or a year: "the cession to X in 1890 of Y"
        word = agent.lemma_.lower()
        if agent.dep_ == "pobj" and is_name and word not in nouns and word not in _BEFORE_OF:
            for child in agent.children:
                if child.lower_ == "of" and child.i > agent.i:
                    yield from _objects_of(child)


def _raised_prepositions(head: Token, depth: int) -> Iterator[tuple[str, Token]]:
    """Give what prepositions below the head's own objects lead to, where they belong to the head."""
    if depth > _MAX_RAISED:
        return
    for _, below in _own_prepositions(head):
        if _stands_apart(below.head) or _is_ground(below):
            continue
        for token in conjuncts(below):
            if token.pos_ == "VERB":
                continue
            for name, deeper in _own_prepositions(token):
                is_others = is_with_owner(token, name) or _is_from_asker(token, name)
                if name in _RAISED and not is_others and not _is_of_agent(below.head, name):
                    yield name, deeper
            yield from _raised_prepositions(token, depth + 1)


def _is_of_agent(preposition: Token, name: str) -> bool:
    """Tell whether "between" says of whose quarrel a thing is: "the summit was marred *by* a row *between* X and Y"."""
    return name == "between" and preposition.dep_ == "agent"


def is_with_owner(noun: Token, preposition: str) -> bool:
    """Tell whether what stands behind "with" is whose noun it is: "talks on *Syria's* border *with* Israel"."""
    owner = first_child(noun, "poss") if preposition == "with" and noun.pos_ == "NOUN" else None
    return owner is not None and owner.pos_ == "PROPN"


def _is_from_asker(noun: Token, preposition: str) -> bool:
    """Tell whether "from" says who presses or helps: "ceded X to Y under *pressure from* Z" takes X from no Z."""
    return preposition == "from" and noun.lemma_.lower() in load_cues().support_demands


def _stands_apart(preposition: Token) -> bool:
    """Tell whether a preposition, or the one above it ("because of"), sets another matter beside what is said."""
    words = (preposition, preposition.head)
    return any(t.lower_ in _APART and (t.pos_ in {"ADP", "SCONJ", "ADJ"} or t.dep_ == "prep") for t in words)


def _is_ground(noun: Token) -> bool:
    """Tell whether a noun says no more than why: "called off the talks in *response* to an attack on X"."""
    return noun.head.lower_ == "in" and noun.lemma_.lower() in load_cues().presupposed_grounds
