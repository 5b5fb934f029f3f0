"""Periods: who controlled and who claimed a territory, and when.

**Follows**: for a party and a territory the times at which it is said to claim it, by anybody, and the times at which
it is said to control it (to administer or to occupy it), in the text's own voice or its own word; only from what is
positive and actual. Times that share a day, or follow on one another, are one period.

**Does not follow**: anything from what has no time: no day of publication is put in its place. An end that a text
leaves open stays open, and where a party is said to have taken a place in a year, the period is that year: whether it
stayed is another matter. "Until 1994" and "since 1945" stay two periods, since nothing says that they meet.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from kgraph.derive.background import Background
from kgraph.derive.contradiction import lookup
from kgraph.derive.facts import Content, Said
from kgraph.derive.layer import Conclusion
from kgraph.derive.rule import Grouped, Key, content_pairs
from kgraph.derive.superproperty import narrower
from kgraph.graph import terms
from kgraph.graph.terms import day, node, text
from kgraph.vocab import predicate_iri

__all__ = ["RULE", "Period", "merge"]

_CLAIMS, _CONTROLS = predicate_iri("claims"), predicate_iri("controls")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, both ends counted and as precise as the texts say; None: open, or unknown."""

    first: str | None
    last: str | None
    first_text: str = ""
    last_text: str = ""
    sources: frozenset[NamedNode] = frozenset()

    @property
    def text(self) -> str:
        """Write it with the precision of the texts: "1945", "1945/", "1945-08/1972", "[1939..1945]"."""
        if self.first_text == self.last_text:
            return self.first_text
        if self.first_text.startswith("[") and self.last_text.endswith("]"):
            return f"{self.first_text}..{self.last_text}"
        return f"{self.first_text.lstrip('[')}/{self.last_text.rstrip(']')}"

    def reaches(self, other: "Period") -> bool:
        """Tell whether one that begins no sooner begins before this one is over, or on the day after."""
        return self.last is None or (other.first or "") <= _day_after(self.last)

    def joined(self, other: "Period") -> "Period":
        """Give the stretch of both."""
        starts = sorted((p.first or "", -len(p.first_text), p.first_text) for p in (self, other))
        ends = sorted((p.last or "~", len(p.last_text), p.last_text) for p in (self, other))
        return Period(
            first=starts[0][0] or None,
            last=None if ends[-1][0] == "~" else ends[-1][0],
            first_text=starts[0][2],
            last_text=ends[-1][2],
            sources=self.sources | other.sources,
        )


def merge(periods: Iterable[Period]) -> list[Period]:
    """Join what overlaps or touches, as long as that leaves an end; in the order of their days."""
    begun: list[Period] = []
    for one in sorted((p for p in periods if p.first), key=_order):
        if begun and begun[-1].reaches(one):
            begun[-1] = begun[-1].joined(one)
        else:
            begun.append(one)
    until = _until([p for p in periods if not p.first])
    if until is None:
        return begun
    rest = []
    for one in begun:
        if one.last is not None and until.reaches(one):
            until = until.joined(one)
        else:
            rest.append(one)
    return [until, *rest]


def _until(periods: Sequence[Period]) -> Period | None:
    """Join those of which only the end is known; None where there is none."""
    if not periods:
        return None
    first, *others = sorted(periods, key=_order)
    for other in others:
        first = first.joined(other)
    return first


def _order(period: Period) -> tuple[str, str, str]:
    return period.first or "", period.last or "~", period.text


def _day_after(iso: str) -> str:
    try:
        return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):  # no date, or the last there is
        return iso


@cache
def _relation_of() -> Mapping[str, str]:
    """Give the relation that a period is of, by each that counts for it."""
    return {_CLAIMS: _CLAIMS, **dict.fromkeys(narrower(_CONTROLS), _CONTROLS)}


def _keys(content: Content) -> Iterable[Key]:
    return [(content.subject, node(_relation_of()[content.predicate.value]), content.object, None)]


def _conclude(key: Key, members: Sequence[Said], background: Background) -> Iterator[Conclusion]:  # noqa: ARG001
    by_anybody = key[1] == node(_CLAIMS)
    counted = [said for said in members if said.plain or (by_anybody and said.positive and said.actual)]
    for period in merge([_period(said) for said in counted if said.first or said.last]):
        ends = ((terms.VALID_FROM, period.first), (terms.VALID_UNTIL, period.last))
        days = tuple((role, day(when)) for role, when in ends if when)
        pairs = (*content_pairs(key), (terms.TIME_TEXT, text(period.text)), *days)
        sources = tuple(sorted(period.sources, key=str))
        yield Conclusion(RULE.id, terms.PERIOD, (*key, period.text), pairs, sources)


def _period(said: Said) -> Period:
    time = said.time or ""
    begin, mark, end = time.partition(".." if time.startswith("[") else "/")
    return Period(
        first=said.first,
        last=said.last,
        first_text=begin if said.first else "",
        last_text=(end if mark else begin) if said.last else "",
        sources=frozenset({said.iri}),
    )


RULE = Grouped(
    id="period",
    says="the times at which a party is said to claim or to control a territory are joined where they meet",
    keys=_keys,
    members=lookup,
    conclude=_conclude,
    relations=frozenset({_CLAIMS}) | narrower(_CONTROLS),
    several=True,
)
