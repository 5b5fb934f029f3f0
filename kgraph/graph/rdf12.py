"""Assertions as reifiers of RDF 1.2: `id:a_… rdf:reifies <<( id:japan kg:claims id:kunashir )>>`.

The triple term stands in no graph by itself: what is denied or only somebody's word is not said by it. The terms of
RDF 1.1 (`rdf:subject` …) stay beside it, so that the same questions work.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

import pyoxigraph as ox

from kgraph.graph import terms
from kgraph.vocab import PREFIXES

__all__ = ["REIFIES", "with_reified"]

REIFIES = ox.NamedNode(PREFIXES["rdf"] + "reifies")


def with_reified(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Put a reified triple behind those of each assertion.

    Args:
        triples: all of one subject together.
    """
    for subject, same in groupby(triples, attrgetter("subject")):
        said: dict[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {}
        is_assertion = False
        for triple in same:
            yield triple
            said[triple.predicate.value] = triple.object
            is_assertion |= triple.object == ox.NamedNode(terms.ASSERTION)
        ends = [said.get(part) for part in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)]
        if (
            is_assertion
            and isinstance(ends[0], ox.NamedNode)
            and isinstance(ends[1], ox.NamedNode)
            and ends[2]
        ):
            yield ox.Triple(subject, REIFIES, ox.Triple(ends[0], ends[1], ends[2]))
