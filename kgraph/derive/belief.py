"""Belief: how far independent origins bear out what is said, and how far denials take that back.

**Content.** Belief is of a content: subject, relation, object, what it is about, and its time as the text gives it;
actual, and positive. Its supporters are the assertions that say so; its deniers those that deny it of a time that
shares a day with its own.

**Origins.** Evidence of one origin counts once, by its surest place. What is of one origin, `kgraph.origins` says: the
papers that print one agency's story, be it cut or edited, are.

**Formula.** An origin is trusted with `r = confidence * (1 - e)`: that it was read right, and is right then. `e` is the
systematic error of its kind, from `data/belief.toml`. This is INDRA's model (Gyori et al. 2017, where a source with n
independent readings errs with `e + random ** n`) for the one reading of an origin that we count. Supporters give
`S = 1 - product of (1 - r)`, deniers `D` alike, and belief is `S * (1 - D) / (1 - S * D)`: Dempster's rule for one body
of evidence for a thing and one against it. What is left between belief and disbelief is what nobody knows.

**Properties**, each a test. It lies between 0 and 1, and belief and disbelief together are not more than 1. It does
not depend on the order of the evidence. Another independent supporter never lowers it; a copy does not change it. A
denial by another origin lowers it, and never raises it. One supporter alone gives no more than the confidence of its
reading. A place that quotes somebody on another weighs less than one in the text's own voice.

**Where it is written.** Only where there are two origins or more, for or against: elsewhere it says no more than the
confidence of the one evidence. A node has `kg:belief`, how many origins affirm (`kg:origins`) and deny it
(`kg:denyingOrigins`), and in how many documents those that affirm it appear (`kg:appearances`); which assertions do is
told by their polarity.

**Does not follow**: that it is true. Sources err together, and belief is as good as the rates that it is told.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.derive.background import Background
from kgraph.derive.contradiction import by_content, lookup, of_one_time
from kgraph.derive.facts import Said, Support
from kgraph.derive.layer import Conclusion
from kgraph.derive.rule import Grouped, Key, content_pairs
from kgraph.errors import DataError
from kgraph.graph import terms
from kgraph.graph.terms import decimal, integer, text
from kgraph.origins import name_ties, number_origins
from kgraph.resources import DATA
from kgraph.syndication import number_stories

__all__ = ["RULE", "Rates", "Word", "combine", "load_rates", "origins", "support"]

_FILE = DATA / "belief.toml"
_DIGITS, _MOST = 3, 0.999  # more digits would say more than is known
_LEAST_DOUBT = 1e-9  # no number of origins makes certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The systematic error of each kind of source: the text's own voice, a party of itself, somebody of another."""

    text: float
    itself: float
    other: float

    def __post_init__(self) -> None:
        if not 0 <= self.text <= self.itself <= self.other < 1:
            raise DataError(f"{_FILE.name}: the errors must be 0 <= text <= self <= other < 1")


@cache
def load_rates(path: Path = _FILE) -> Rates:
    """Read the error rates once.

    Raises:
        DataError: not TOML, or without them.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["systematic"]
        return Rates(text=float(found["text"]), itself=float(found["self"]), other=float(found["other"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise DataError(f"{path.name}: no systematic errors of text, self and other ({error})") from error


@dataclass(frozen=True, slots=True)
class Word:
    """One evidence, as far as belief goes: how far it is trusted, and what ties it to others of one origin."""

    trust: float
    ties: frozenset[str]


def origins(words: Iterable[Word]) -> list[float]:
    """Give the trust in each independent origin, that of its surest word; the surest origin first."""
    words = list(words)
    surest: dict[int, float] = {}
    for number, word in zip(number_origins(word.ties for word in words), words, strict=True):
        surest[number] = max(word.trust, surest.get(number, 0.0))
    return sorted(surest.values(), reverse=True)


def support(trusts: Iterable[float]) -> float:
    """Give how far independent origins bear something out together: one less the chance that all are wrong."""
    return 1 - max(math.prod(1 - trust for trust in sorted(trusts)), _LEAST_DOUBT)


def combine(affirmed: float, denied: float) -> float:
    """Give the belief in what is borne out so far, and denied so far."""
    return affirmed * (1 - denied) / (1 - affirmed * denied)


def _conclude(key: Key, members: Sequence[Said], background: Background) -> Iterator[Conclusion]:  # noqa: ARG001
    if len(members) == 1 and len(members[0].supports) < 2:
        return
    actual = [said for said in members if said.actual]
    for time in sorted({said.time or "" for said in actual if said.positive}):
        yes = [said for said in actual if said.positive and (said.time or "") == time]
        no = [said for said in actual if not said.positive and of_one_time(said, yes[0])]
        for_it, against_it = origins(_words(yes)), origins(_words(no))
        if len(for_it) + len(against_it) < 2:
            continue
        belief = combine(support(for_it), support(against_it))
        pairs = (
            *content_pairs(key),
            *(((terms.TIME_TEXT, text(time)),) if time else ()),
            (terms.BELIEF, decimal(min(round(belief, _DIGITS), _MOST))),
            (terms.ORIGINS, integer(len(for_it))),
            (terms.APPEARANCES, integer(_appearances(yes))),
            (terms.DENYING_ORIGINS, integer(len(against_it))),
        )
        yield Conclusion(RULE.id, terms.BELIEF_CLASS, (*key, time), pairs, tuple(s.iri for s in (*yes, *no)))


def _appearances(said: Iterable[Said]) -> int:
    """Count the documents that say it, copies too."""
    return len({each.document for one in said for each in one.supports})


def _words(said: Iterable[Said]) -> Iterator[Word]:
    rates, said = load_rates(), list(said)
    stories = iter(number_stories([each.signature for one in said for each in one.supports]))
    for one in said:
        kind = (
            rates.text
            if one.voice is None
            else rates.itself
            if one.voice == one.content.subject
            else rates.other
        )
        for each in one.supports:
            yield Word(each.confidence * (1 - kind), _ties(one, each, next(stories)))


def _ties(said: Said, support: Support, story: int) -> frozenset[str]:
    return name_ties(
        speaker=said.voice.value if said.voice is not None else None,
        publisher=support.publisher,
        document=support.document,
        digest=support.digest,
        quotation=support.quotation,
        story=story,
    )


RULE = Grouped(
    id="belief",
    says="independent origins bear out what is said, and denials take it back",
    keys=by_content,
    members=lookup,
    conclude=_conclude,
    several=True,
)
