"""Super-properties: what is said with a narrower relation is also so in the wider one.

**Follows**: from a plain edge `A administers B` or `A occupies B` follows that A controls B; from `A recognizes B` or
`A rejectsClaimOf B` that A takes a position on B; about the same thing, where the text says about what. Which
relation is wider than which is said by `rdfs:subPropertyOf` in the ontology alone.

**Does not follow**: anything from what is denied, merely possible or on another's word (whoever does not occupy an
island may administer it all the same); no time; and never a plain edge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kgraph.derive.background import Background
from kgraph.derive.contradiction import lookup
from kgraph.derive.facts import Content, Said
from kgraph.derive.layer import Conclusion
from kgraph.derive.rule import Grouped, Key, content_pairs
from kgraph.graph import terms
from kgraph.graph.terms import node
from kgraph.vocab import predicate_iri, predicates

__all__ = ["RULE", "narrower", "wider"]


@cache
def wider() -> Mapping[str, str]:
    """Give the super-property of each relation that has one, both as IRIs."""
    known = predicates().values()
    return {predicate_iri(p.name): predicate_iri(p.super_property) for p in known if p.super_property}


@cache
def narrower(relation: str) -> frozenset[str]:
    """Give a relation and those under it, as IRIs."""
    under = (narrower(one) for one, above in wider().items() if above == relation)
    return frozenset({relation}).union(*under)


def _keys(content: Content) -> Iterable[Key]:
    above = wider().get(content.predicate.value)
    while above:
        yield content._replace(predicate=node(above))
        above = wider().get(above)


def _conclude(key: Key, members: Sequence[Said], background: Background) -> Iterator[Conclusion]:  # noqa: ARG001
    sources = tuple(said.iri for said in members if said.plain)
    if sources:
        yield Conclusion(RULE.id, terms.GENERALIZATION, key, content_pairs(key), sources)


RULE = Grouped(
    id="super-property",
    says="what is plainly said with a relation is so in the relation above it",
    keys=_keys,
    members=lookup,
    conclude=_conclude,
)
