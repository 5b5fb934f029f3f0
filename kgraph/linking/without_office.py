"""Whom somebody without office acts for, by the words beside his name: "X *of Nigeria*", "*Russian* Admiral X"."""

from collections.abc import Iterable, Iterator

from kgraph.linking.named import NamedThings, is_adjective, is_ethnic
from kgraph.linking.offices_described import is_rank
from kgraph.model import Entity, EntityKind
from kgraph.persons import Person
from kgraph.persons.titles import Titles
from kgraph.propositions.arguments import first_child
from kgraph.tokens import Token

__all__ = ["officer_named", "state_beside"]

_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_OF_SPORT = frozenset({"captain"})  # of teams as well as of armies


def state_beside(name: Token, person: Person, named: NamedThings) -> Entity | None:
    """Give the state that is told beside a person without office.

    So it is in "Yakubu Gowon *of Nigeria*", "*Croatia's* X", "*Russian* Admiral X", "X, an *Iranian* general". Who is
    no longer in its forces, or against it, acts for nobody.
    """
    if person.official:
        return None
    beside = _owner(name) or _forces_of_rank(name, named)
    entity = named.entity_at(beside) if beside is not None else None
    return entity if entity is not None and entity.kind is EntityKind.STATE else None


def _owner(name: Token) -> Token | None:
    """Find "Nigeria" of "X of Nigeria", "Croatia's" of "Croatia's X"."""
    behind = name.doc[name.i + 1 : name.i + 3]
    is_of = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].dep_ == "pobj"
    return behind[1] if is_of else first_child(name, "poss")


def _forces_of_rank(name: Token, named: NamedThings) -> Token | None:
    """Find "Russian" of "Russian Admiral X", "the Russian admiral X", "X, a Russian admiral"."""
    kinds = Titles.load().kinds
    for rank in _ranks(name):
        before = [c for t in (rank, name) for c in t.children if c.dep_ in _BEFORE and c.i < rank.i]
        if any(c.lower_ in kinds["former"] | kinds["outsider"] for c in before):
            return None
        if (found := _adjective(before, named)) is not None:
            return found
    return None


def _ranks(name: Token) -> Iterator[Token]:
    """Give the ranks before a name and those apposed to it, or to which it is apposed."""
    beside = [
        c
        for c in name.children
        if (c.dep_ in _BEFORE and c.i < name.i) or (c.dep_ == "appos" and c.i > name.i)
    ]
    beside += [name.head] if name.dep_ == "appos" else []
    return (t for t in beside if is_rank(t) and t.lemma_.lower() not in _OF_SPORT)


def officer_named(rank: Token, named: NamedThings) -> Token | None:
    """Find the name apposed to a rank: "the Japanese general *Iwane Matsui*"."""
    names = (c for c in rank.children if c.dep_ == "appos" and c.i in named.person_of)
    return next(names, None) if is_rank(rank) else None


def _adjective(words: Iterable[Token], named: NamedThings) -> Token | None:
    told = ((t, named.mention_of.get(t.i)) for t in words)
    return next((t for t, m in told if m is not None and is_adjective(m) and not is_ethnic(t)), None)
