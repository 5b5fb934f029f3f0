"""Equal readings to one assertion with all its evidence."""

from collections.abc import Iterable

from kgraph.model import Assertion, Evidence, assertion_key

__all__ = ["assemble"]


def assemble(readings: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """Merge assertions of the same content, in the order in which each is first met.

    An assertion has one evidence per place: of two readings of the same sentence the more confident one stays.
    Assembling what is assembled changes nothing.
    """
    merged: dict[tuple[str, ...], tuple[Assertion, dict[tuple[str, int, int], Evidence]]] = {}
    for assertion in readings:
        _, places = merged.setdefault(assertion_key(assertion), (assertion, {}))
        for evidence in assertion.evidence:
            place = (evidence.document_id, evidence.span.start, evidence.span.end)
            known = places.get(place)
            if known is None or evidence.confidence > known.confidence:
                places[place] = evidence
    return tuple(first.with_evidence(tuple(places.values())) for first, places in merged.values())
