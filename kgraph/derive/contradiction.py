"""Contradictions: what some say and others deny.

**Follows**: assertions of one content (subject, relation, object, and what it is about) that can be of one time
contradict each other where one says it and the other denies it, both as actual. On each side stand those whose word
it is: who is quoted, else the document that says so in its own voice.

**Does not follow**: who is right; a contradiction between what is planned or feared and what is denied; between
relations (to renounce is not to deny a claim); or between times that share no day. What lasts (a claim, control,
recognition) and is said without a time can be of any. What happens (talks, clashes, deployments: the families of
diplomacy and force) happens again: there both sides must have a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import NamedNode

from kgraph.derive.background import Background
from kgraph.derive.facts import Content, Pattern, Said
from kgraph.derive.layer import Conclusion
from kgraph.derive.rule import Grouped, Key, Pairs, content_pairs
from kgraph.graph import terms
from kgraph.simultaneity import can_be_of_one_time
from kgraph.vocab import predicate_iri, predicates

__all__ = ["RULE", "by_content", "lookup", "of_one_time"]


def by_content(content: Content) -> Iterable[Key]:
    """Look at the assertions of one content together."""
    return [content]


def lookup(key: Key) -> Iterable[Pattern]:
    """Look up the assertions of a content by subject and object: the relation says less than either."""
    subject, _, value, _ = key
    return [((terms.SUBJECT, subject), (terms.OBJECT, value))] if subject and value else []


def of_one_time(one: Said, other: Said) -> bool:
    """Tell whether two assertions of a content can be of the same time."""
    return can_be_of_one_time(one, other, _families().get(one.content.predicate.value, ""))


@cache
def _families() -> Mapping[str, str]:
    return {predicate_iri(p.name): p.family for p in predicates().values()}


def _conclude(key: Key, members: Sequence[Said], background: Background) -> Iterator[Conclusion]:  # noqa: ARG001
    actual = [said for said in members if said.actual]
    yes, no = ([s for s in actual if s.positive is side] for side in (True, False))
    said = [one for one in yes if any(of_one_time(one, other) for other in no)]
    denied = [one for one in no if any(of_one_time(one, other) for other in yes)]
    if said:
        voices = (
            *_voices(terms.AFFIRMED_BY, terms.AFFIRMED_IN, said),
            *_voices(terms.DENIED_BY, terms.DENIED_IN, denied),
        )
        sources = tuple(one.iri for one in (*said, *denied))
        yield Conclusion(RULE.id, terms.CONTRADICTION, key, (*content_pairs(key), *voices), sources)


def _voices(by: str, where: str, side: Iterable[Said]) -> Pairs:
    """Say who is quoted on a side, and which documents speak in their own voice."""
    quoted = {(by, one.voice) for one in side if one.voice}
    own = {
        (where, NamedNode(s.document)) for one in side if not one.voice for s in one.supports if s.document
    }
    return tuple(sorted((*quoted, *own), key=str))


RULE = Grouped(
    id="contradiction",
    says="one says and another denies the same, of a time that can be one",
    keys=by_content,
    members=lookup,
    conclude=_conclude,
)
