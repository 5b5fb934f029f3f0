"""Clauses with two recipients under one verb: "ceded A to X and B to Y", "A passed to X and B to Y" say two things.

The parser coordinates X with B; what tells is the second "to" after B. So it is with losers, "took A from X, B from Y",
and with those who act, "A was taken by X, B by Y", and with where a name is used, "known as A in X and B in Y".
"""

from collections.abc import Callable, Iterator, Mapping

from kgraph.propositions.arguments import PARTING, begins_remnant, conjuncts, first_child, governed, is_verb
from kgraph.tokens import Token

__all__ = ["pairs_of", "shares_of"]

_GIVEN = frozenset({"appos", "conj", "dep", "npadvmod", "nsubj"})  # what becomes of a thing without its verb
_RECIPIENT, _LOSER, _PAIRED = "to", "from", "between"
_USED_IN, _NAMING = "in", frozenset({"call", "know", "name"})
_TAKING_UP = frozenset({"that", "those"})
_MARKS = frozenset({_RECIPIENT, _LOSER})
_SHARES = frozenset({"another", "half", "part", "portion", "quarter", "remainder", "rest", "third"})
_Roles = Mapping[str, tuple[Token, ...]]


def shares_of(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> tuple[_Roles, ...]:
    """Give, for each object with its own recipient, these two; nothing where the verb has all its arguments at once.

    Args:
        verb: the predicate.
        argument: gives the heads of one of its arguments.
    """
    if lines := _lines(argument):
        return lines
    if remnants := tuple(_remnants(verb, argument)):
        return ({}, *remnants)
    if held := tuple(_done_by_each(verb, argument)):
        return held
    if named := tuple(_named_in_each(verb, argument)):
        return named
    if not _may_be_shared(verb):
        return ()
    if each := tuple(_given_to_each(verb, argument)):
        return each
    thing = _given(argument)
    recipients = argument(_RECIPIENT)
    if len(recipients) < 2:
        return _from_each(verb, argument)
    first = recipients[0]
    second = _second_recipient(verb, first)
    given = tuple(t for t in conjuncts(first) if second is not None and first.i < t.i < second.head.i)
    if second is None or not given:
        return ()
    return (
        {thing: argument(thing), _RECIPIENT: (first,)},
        {thing: given, _RECIPIENT: conjuncts(second)},
    )


def pairs_of(noun: Token) -> tuple[_Roles, ...]:
    """Give each of several pairs: "talks *between X and Y* and *between Z and W*"; nothing where there is but one."""
    first = next((c for c in noun.children if c.lower_ == _PAIRED and c.i > noun.i), None)
    others = (
        [c for c in first.children if c.lower_ == _PAIRED and c.dep_ == "conj"] if first is not None else []
    )
    others += [c for c in noun.children if c.lower_ == _PAIRED and first is not None and c.i > first.i]
    marks = [first, *others] if first is not None and others else []
    named = (governed(mark) for mark in marks)
    return tuple({_PAIRED: tuple(each)} for each in named)


def _lines(argument: Callable[[str], tuple[Token, ...]]) -> tuple[_Roles, ...]:
    """Give each of several lines that are told apart: "fixed its *border* with X in 1991 and *that* with Y in 1999"."""
    things = argument("object")
    is_told = any(t.lower_ in _TAKING_UP and t.pos_ == "NOUN" for t in things)
    return tuple({"object": (thing,)} for thing in things) if is_told else ()


def _may_be_shared(verb: Token) -> bool:
    """Tell whether the sentence has what tells: a "to" that governs something, or several "from"."""
    marks = [token for token in verb.sent if token.lower_ in _MARKS]
    governing = [token for token in marks if token.lower_ == _RECIPIENT and _governed_by(token)]
    return bool(governing) or sum(token.lower_ == _LOSER for token in marks) > 1


def _remnants(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> Iterator[_Roles]:
    """Give subject and object of each clause behind that leaves the verb out; a share is one of the first object."""
    own = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if not own or not any(c.dep_ == "nsubj" for c in verb.children):
        return
    for name in (c for c in verb.children if c.dep_ == "orphan"):
        yield {
            "subject": (name,),
            "object": tuple(t for c in name.children for t in conjuncts(c) if c.dep_ == "dobj"),
        }
    for name in verb.doc[own[0].i + 1 : verb.sent.end]:
        if is_verb(name):
            return
        if not begins_remnant(name):
            continue
        thing = _last_of_phrase(name.nbor(1))
        if thing.lower_ in _SHARES:
            yield {"subject": (name,), "object": argument("object")}
        elif thing.pos_ in {"NOUN", "PROPN"}:
            yield {"subject": (name,), "object": (thing,)}


def _done_by_each(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> Iterator[_Roles]:
    """Give object and subject of each clause that leaves a passive out: "A was taken by X, *B by Y* and *C by Z*".

    Of what is called so by one, the other says a name, and means the same: "is called A by X and *B by Y*".
    """
    first, name = first_child(verb, "agent"), first_child(verb, "oprd")
    if first is not None and first.i > verb.i:
        is_named = name is not None and name.i < first.i
        yield from _of_each(first, verb, argument, "subject", "attribute" if is_named else "object")


def _named_in_each(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> Iterator[_Roles]:
    """Give each name and where it is used: "known as A in X and *B in Y*"; the first place may hang on its name."""
    role = next((r for r in ("as", "attribute") if verb.lemma_.lower() in _NAMING and argument(r)), None)
    words = verb.doc[verb.i + 1 : verb.sent.end] if role is not None else ()
    first = next((t for t in words if t.lower_ == _USED_IN), None)
    if role is None or first is None or first.nbor(-1).pos_ != "PROPN":
        return
    for each in _of_each(first, verb, argument, _USED_IN, role):
        yield each if each[_USED_IN] else {**each, _USED_IN: governed(first)[:1]}


def _given_to_each(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> Iterator[_Roles]:
    """Give each thing and its recipient: "gave A to X, *B to Y* and *C to Z*", "A went to X, *B to Y*"."""
    first = next(
        (c for c in verb.children if c.lower_ == _RECIPIENT and c.i > verb.i and _governed_by(c)), None
    )
    if first is not None:
        yield from _of_each(first, verb, argument, _RECIPIENT, _given(argument))


def _given(argument: Callable[[str], tuple[Token, ...]]) -> str:
    """Say what the thing given is in the clause: the object, or the subject of "*A* passed to X and *B* to Y"."""
    return "object" if argument("object") else "subject"


def _of_each(
    first: Token, verb: Token, argument: Callable[[str], tuple[Token, ...]], role: str, what: str = "object"
) -> Iterator[_Roles]:
    """Give for each like phrase behind the first what stands before it, as object, and what it governs, in a role."""
    further = list(_further_marks(verb, first))
    if not further:
        return
    marks, things = zip(*further, strict=True)
    yield {
        what: tuple(t for t in argument(what) if t.i < first.i),
        role: tuple(t for t in argument(role) if t.i < things[0][0].i),
    }
    for mark, own, following in zip(marks, things, [*things[1:], ()], strict=True):
        named = governed(mark)
        end = following[0].i if following else verb.sent.end
        yield {what: own, role: tuple(t for t in named if t.i < end)}


def _further_marks(verb: Token, first: Token) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Give each like preposition behind the first, up to the next verb, with the names of its own right before it."""
    before = first
    for token in verb.doc[first.i + 1 : verb.sent.end]:
        if is_verb(token):
            return
        thing = token.nbor(-1)
        is_thing = thing.pos_ == "PROPN" and thing.dep_ in _GIVEN
        if token.lower_ != first.lower_ or not is_thing or not _governed_by(token):
            continue
        if things := _things_between(before, token):
            yield token, things
            before = token


def _things_between(by: Token, other: Token) -> tuple[Token, ...]:
    """Give the names between who acts and the next "by": A and B of "by X, *A and B* by Y"."""
    words = by.doc[by.i + 2 : other.i]
    parting = next((t for t in words if t.lower_ in PARTING), other)
    behind = by.doc[parting.i + 1 : other.i]
    closing = (t for t in behind if t.pos_ == "PROPN" and (t.nbor(1) == other or t.nbor(1).lower_ in PARTING))
    return tuple(closing)


def _last_of_phrase(first: Token) -> Token:
    """Give the last word of the run of nouns, names and adjectives that a determiner opens; else the word itself."""
    last = first
    for token in first.doc[first.i + 1 : first.sent.end]:
        if token.pos_ not in {"ADJ", "NOUN", "NUM", "PROPN"}:
            break
        last = token
    return last


def _second_recipient(verb: Token, first: Token) -> Token | None:
    bearers = (verb, *conjuncts(first))
    prepositions = [c for t in bearers for c in t.children if c.lower_ == _RECIPIENT and c.i > first.i]
    return next((c for p in prepositions for c in p.children if c.dep_ == "pobj"), None)


def _from_each(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> tuple[_Roles, ...]:
    """Give what was taken from each of several, where one name stands before each "from"."""
    taken = argument("object")
    after = verb.doc[taken[-1].i + 1 : verb.sent.end] if taken else ()
    first, *marks = [t for t in after if t.lower_ == _LOSER and verb.is_ancestor(t)] or [verb]
    given = [mark.nbor(-1) for mark in marks]
    if not marks or any(t.pos_ != "PROPN" or t.dep_ not in {"appos", "conj"} for t in given):
        return ()
    others = ({"object": (t,), _LOSER: _governed_by(mark)} for t, mark in zip(given, marks, strict=True))
    return ({"object": taken, _LOSER: _governed_by(first)[:1]}, *others)


def _governed_by(preposition: Token) -> tuple[Token, ...]:
    return tuple(c for c in preposition.children if c.dep_ == "pobj")
