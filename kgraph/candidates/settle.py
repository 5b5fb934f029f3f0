"""Which candidate a name means, once all are weighed; or none."""

from collections.abc import Sequence
from dataclasses import replace

from kgraph.model import Candidate, Document, EntityKind, Mention
from kgraph.vocab import nil_entity

__all__ = ["settle", "unsettled"]


def settle(mention: Mention, name: str, document: Document) -> Mention:
    """Let a mention mean its best candidate, or nothing known where nothing decides.

    Args:
        mention: with its candidates, best first.
        name: the words of the mention.
        document: where it stands; a name that is left open is that document's own.
    """
    if not mention.candidates:
        return unsettled(mention, name, document)
    best, *others = mention.candidates
    return replace(
        mention, entity=best.entity, how=best.how, alternatives=tuple(other.entity for other in others)
    )


def unsettled(mention: Mention, name: str, document: Document) -> Mention:
    """Let a mention mean something that is not known and may be any of its candidates."""
    candidates = mention.candidates
    entity = nil_entity(name, _kind(candidates) or mention.entity.kind, scope=document.id)
    meant = replace(entity, candidates=tuple(candidate.entity for candidate in candidates))
    return replace(mention, entity=meant, alternatives=())


def _kind(candidates: Sequence[Candidate]) -> EntityKind | None:
    return candidates[0].entity.kind if candidates else None
