"""Disputes: a territory with the parties that are at odds over it, who holds it, and how the dispute stands.

**Follows**: see `kgraph.disputes`, which judges the assertions that bear on a territory. A dispute concerns its
territory and all that this lies within, so that it is listed with the whole.

**Does not follow**: that the holder holds by right, that a claim is justified, or that a dispute over a part is one
over the whole. A dispute is a thing that texts show, not a finding of law.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from kgraph.derive.background import Background
from kgraph.derive.facts import STATE, TERRITORY, Content, Pattern, Said
from kgraph.derive.layer import Conclusion
from kgraph.derive.rule import Grouped, Key
from kgraph.disputes import TERRITORY_OF, Judgement, Report, Status, judge
from kgraph.graph import terms
from kgraph.graph.terms import Value, day, node
from kgraph.vocab import predicate_iri, predicate_name

__all__ = ["RULE"]

_RELATIONS = {predicate_iri(name): role for name, role in TERRITORY_OF.items()}
_STATUS = {Status.CLAIMED: terms.CLAIMED, Status.CONTESTED: terms.CONTESTED, Status.SETTLED: terms.SETTLED}


def _keys(content: Content) -> Iterable[Key]:
    territory: Value | None = getattr(content, _RELATIONS[content.predicate.value])
    return [(territory,)] if isinstance(territory, NamedNode) else []


def _by_territory(content: Content) -> Hashable:
    return next(iter(_keys(content)), None) if content.predicate.value in _RELATIONS else None


def _members(key: Key) -> Iterable[Pattern]:
    (territory,) = key
    roles = (terms.SUBJECT, terms.OBJECT, terms.ABOUT)
    return [((role, territory),) for role in roles] if territory is not None else []


def _of_place(place: NamedNode) -> Iterable[Key]:
    return [(place,)]


def _conclude(key: Key, members: Sequence[Said], background: Background) -> Iterator[Conclusion]:
    (territory,) = key
    if not isinstance(territory, NamedNode):
        return
    types = background.facts.properties(territory).get(terms.TYPE, ())
    counted = {
        said.iri.value: said
        for said in members
        if said.positive and said.actual and _has_parties(said) and _bears_on(said, types)
    }
    judgement = judge(
        map(_report, counted.values()),
        lambda p: background.ended(NamedNode(p)) is not None,
        territory.value if node(STATE) in types else None,
    )
    if judgement is None:
        return
    sources = tuple(said for iri, said in counted.items() if iri in judgement.sources)
    concerned = sorted({territory, *background.within(territory)}, key=str)
    pairs = (
        (terms.OVER, territory),
        *_roles(judgement),
        (terms.STATUS, node(_STATUS[judgement.status])),
        *_days(sources),
        *((terms.CONCERNS, place) for place in concerned),
    )
    yield Conclusion(RULE.id, terms.DISPUTE, key, pairs, tuple(said.iri for said in sources))


def _has_parties(said: Said) -> bool:
    """Tell whether all it speaks of are things: words that name none are no party."""
    return isinstance(said.content.object, NamedNode)


def _bears_on(said: Said, types: Collection[Value]) -> bool:
    """Tell whether it is no movement that declared independence."""
    is_place = node(STATE) in types or node(TERRITORY) in types
    return is_place or predicate_name(said.content.predicate.value) != "declaredIndependenceFrom"


def _roles(judgement: Judgement) -> Iterator[tuple[str, Value]]:
    roles = (
        (terms.PARTY, judgement.parties),
        (terms.CLAIMANT, judgement.claimants),
        (terms.OPPONENT, judgement.opponents),
        (terms.HOLDER, judgement.holders),
        (terms.FORMER_HOLDER, judgement.former_holders),
        (terms.RENOUNCED_BY, judgement.renouncers),
    )
    for role, parties in roles:
        for party in sorted(parties):
            yield role, NamedNode(party)


def _days(sources: Iterable[Said]) -> Iterator[tuple[str, Value]]:
    """Give the first and the last day on which a document says something that the dispute rests on."""
    days = sorted(day for said in sources for day in said.reported or ())
    if days:
        yield terms.FIRST_REPORTED, day(days[0])
        yield terms.LAST_REPORTED, day(days[-1])


def _report(said: Said) -> Report:
    content = said.content
    return Report(
        source=said.iri.value,
        subject=content.subject.value,
        predicate=predicate_name(content.predicate.value),
        object=content.object.value,
        own=said.plain,
        time=said.time,
        first=said.first,
        last=said.last,
        reported=said.reported[1] if said.reported else None,
        past=said.past,
    )


RULE = Grouped(
    id="dispute",
    says="a territory is in dispute that one claims or contests and another claims, holds or is, or that broke away",
    keys=_keys,
    members=_members,
    conclude=_conclude,
    relations=frozenset(_RELATIONS),
    of_place=_of_place,
    together=_by_territory,
)
