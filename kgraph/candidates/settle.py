"""Which candidate a name means, once all are weighed; or none."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from kgraph.candidates.weights import Weights
from kgraph.document_scope import document_scope
from kgraph.model import Candidate, Document, Entity, EntityKind, Mention
from kgraph.vocab import nil_entity

__all__ = ["settle", "unsettled"]

_NO_MENTION = frozenset({EntityKind.PERSON, EntityKind.NAME})  # a homonym that is a person or a thing


def settle(
    mention: Mention, name: str, document: Document, weights: Weights, lines: Collection[tuple[str, str]] = ()
) -> Mention | None:
    """Let a mention mean its best candidate, or nothing known where nothing decides; None where it is no mention.

    Args:
        mention: with its candidates, best first.
        name: the words of the mention.
        document: where it stands; a name that is left open is that document's own.
        weights: say when a candidate is good enough.
        lines: the ids of states of which one followed the other: these need no lead, as they are one answer.
    """
    if not mention.candidates:
        return unsettled(mention, name, document)
    best, *others = mention.candidates
    if best.entity.kind in _NO_MENTION:
        return None
    apart = [other for other in others if (best.entity.id, other.entity.id) not in lines]
    if not _is_clear(best, apart, weights):
        return unsettled(mention, name, document)
    known = tuple(other.entity for other in others if other.entity.known)
    return replace(mention, entity=best.entity, how=best.how, alternatives=known)


def _is_clear(best: Candidate, others: Sequence[Candidate], weights: Weights) -> bool:
    """Tell whether the best is good enough, and no other as good; two that are both not known are one answer."""
    rivals = [other for other in others if best.entity.known or other.entity.known]
    lead = best.score - max((other.score for other in rivals), default=float("-inf"))
    return best.score >= weights.least and lead >= weights.lead


def unsettled(mention: Mention, name: str, document: Document) -> Mention:
    """Let a mention mean something that is not known and may be any of its candidates."""
    candidates = tuple(each.entity for each in mention.candidates if each.entity.kind not in _NO_MENTION)
    kind = _kind(candidates) or mention.entity.kind
    meant = replace(nil_entity(name, kind, scope=document_scope(document, name)), candidates=candidates)
    return replace(mention, entity=meant, alternatives=())


def _kind(candidates: Sequence[Entity]) -> EntityKind | None:
    return candidates[0].kind if candidates else None
