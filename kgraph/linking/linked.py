"""What a head is linked to."""

from collections.abc import Callable
from dataclasses import dataclass

from kgraph.model import Entity, Span
from kgraph.tokens import Token

__all__ = ["Link", "Linked"]


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity and the words that stand for it; no `span` where they are elsewhere (a reference)."""

    entity: Entity
    span: Span | None  # in code points of the parsed part
    are_people: bool = False  # of a state: its officials, whom one can meet


Link = Callable[[Token], tuple[Linked, ...]]
"""What links a head: each module of places may ask it for the heads inside its own."""
