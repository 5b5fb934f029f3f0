"""What a head is linked to."""

from dataclasses import dataclass

from kgraph.model import Entity, Span

__all__ = ["Linked"]


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity and the words that stand for it; no `span` where they are elsewhere (a reference)."""

    entity: Entity
    span: Span | None  # in code points of the parsed part
    are_people: bool = False  # of a state: its officials, whom one can meet
