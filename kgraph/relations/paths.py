"""Where the paths of a wording lead: to words, and to what these link to.

A wording's `subject`, `object` and `about` are paths over the roles of a proposition. `to|over` tries one after
the other, the first that links to the right kind of thing is taken; `subject+with` takes both together;
`object.of` goes through the proposition of the object's head ("rejected the claims of X"); `self` is the
predicate's own phrase.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from kgraph.linking import Linked, Linker
from kgraph.model import EntityKind
from kgraph.propositions import Proposition, proposition

__all__ = ["alternatives", "has_word", "is_word", "link_paths", "most_roles", "split_paths"]


@cache
def split_paths(paths: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Split paths into their alternatives, each into what is taken together, each of these into its roles."""
    return tuple(
        tuple(tuple(path.split(".")) for path in together.split("+")) for together in paths.split("|")
    )


@cache
def most_roles(paths: str) -> int:
    """Count the roles of the longest alternative of several paths."""
    return max(len(roles) for together in split_paths(paths) for roles in together)


def _heads(candidate: Proposition, path: Sequence[str]) -> tuple[Token, ...]:
    """Follow one path without alternatives to the heads it names."""
    role, *rest = path
    tokens = (candidate.trigger,) if role == "self" else candidate.argument(role)
    if not rest:
        return tokens
    inner = (proposition(token) for token in tokens)
    return tuple(head for each in inner if each is not None for head in _heads(each, rest))


def alternatives(candidate: Proposition, paths: str) -> Iterator[tuple[Token, ...]]:
    """Give the heads that each alternative leads to, where it leads to any."""
    for together in split_paths(paths):
        tokens = tuple(dict.fromkeys(t for path in together for t in _heads(candidate, path)))
        if tokens:
            yield tokens


def has_word(candidate: Proposition, path: str, words: frozenset[str]) -> bool:
    """Tell whether one of the words heads what the path leads to."""
    return any(is_word(token, words) for tokens in alternatives(candidate, path) for token in tokens)


def is_word(token: Token, words: frozenset[str]) -> bool:
    """Tell whether the token is one of the words, or a joined name has one of them in it ("Court")."""
    return "*" in words or token.lemma_.lower() in words or not words.isdisjoint(token.lower_.split())


def link_paths(candidate: Proposition, paths: str, type_: str, linker: Linker) -> tuple[Linked, ...]:
    """Link the first alternative that gives something of the right type; beside a person, no state counts as one."""
    if not paths:
        return ()
    link = _LINKERS[type_]
    for tokens in alternatives(candidate, paths):
        found: dict[str, Linked] = {}
        for linked in (linked for token in tokens for linked in link(linker, token)):
            found.setdefault(linked.entity.id, linked)
        people = tuple(linked for linked in found.values() if linked.entity.kind is EntityKind.PERSON)
        if found:
            return people or tuple(found.values())
    return ()


_LINKERS: Mapping[str, Callable[[Linker, Token], tuple[Linked, ...]]] = {
    "agent": Linker.agents,
    "person": Linker.persons,
    "human": Linker.humans,
    "place": Linker.places,
    "body": Linker.bodies,
    "claimant": Linker.claimants,
    "demonym": Linker.demonyms,
    "instrument": Linker.instruments,
    "treaty": Linker.treaties,
    "name": Linker.names,
    "any": Linker.anything,
    "polity": Linker.polities,
    "power": Linker.powers,
    "state": Linker.states,
    "territory": Linker.territories,
}
