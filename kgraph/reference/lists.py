"""The list of names of just so many members that "all three countries", "the two islands" takes up."""

from collections.abc import Iterable

from kgraph.model import Entity
from kgraph.propositions.arguments import start_of_sentences_back
from kgraph.reference.named import Named
from kgraph.tokens import Token

__all__ = ["MAX_SENTENCES_BACK", "first_of_sentences_back", "listed"]

MAX_SENTENCES_BACK = 4  # how far "they" and "the two sides" look for who is meant
_JOINING = frozenset({"and", "or"})
_LISTING = _JOINING | {",", "the"}  # between the names of a list


def first_of_sentences_back(token: Token) -> int:
    """Give the first token of the earliest sentence that a reference looks back to."""
    return start_of_sentences_back(token, 1 + MAX_SENTENCES_BACK)


def listed(size: int, token: Token, before: Iterable[Named]) -> tuple[Entity, ...]:
    """Give the members of the nearest list before of just that many: "A, B and C ...; all three countries".

    Args:
        size: how many they are.
        token: the reference.
        before: what is named before it and of the kind that it means, in order.
    """
    start = first_of_sentences_back(token)
    run: list[Named] = []
    found: tuple[Entity, ...] = ()
    for named in before:
        if named.index < start:
            continue
        between = [t.lower_ for t in token.doc[run[-1].index + 1 : named.index]] if run else []
        goes_on = run and _LISTING.issuperset(between)
        run = [*run, named] if goes_on else [named]
        members = tuple(dict.fromkeys(n.entity for n in run))
        is_ended = not _JOINING.isdisjoint(between)  # "X, Y's neighbour" is no list
        found = members if len(members) == size and is_ended else () if len(members) > size else found
    return found
