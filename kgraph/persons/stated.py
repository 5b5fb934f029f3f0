"""Offices as a text gives them: by one phrase, to one holder each, of an agent where it says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kgraph.model import EntityKind, Span
from kgraph.persons.phrases import POSSESSIVES, Agent, OfficePhrase
from kgraph.persons.words import Word

__all__ = ["LEADING_KINDS", "Stated", "full_title", "state_offices"]

LEADING_KINDS = ("head", "leader", "minister")
_LONGEST_HOUSE = 2  # words of "White House"; a longer name begins with its state's
_HIS = frozenset({"her", "his"})
_MAX_TO_SUCCESSOR = 12  # words between an officer's name and "his successor"
_BODIES = (EntityKind.ORGANIZATION, EntityKind.TRIBUNAL)
_MIRRORED = (*LEADING_KINDS, "envoy")  # what "his counterpart" repeats
_MIRRORED_OF_NAMED = ("legislative", "military", "official")  # what it repeats of somebody named


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An office as the text gives it: by one phrase, to one holder, of an agent where it says so.

    `holder` is the first word of the holder's name; None where no name stands beside the office.
    """

    phrase: OfficePhrase
    holder: int | None
    title: str
    agent: Agent | None
    span: Span

    @property
    def name_end(self) -> int:
        """Where the holder's name ends, or the office where no name stands beside it."""
        return next((h.stop for h in self.phrase.holders if h.first == self.holder), self.phrase.stop)

    @property
    def kind(self) -> str:
        """The kind of the title."""
        return self.phrase.title.kind


def state_offices(text: str, words: Sequence[Word], phrases: Iterable[OfficePhrase]) -> list[Stated]:
    """Spread each phrase over its holders, "counterpart" and "successor" being the office of the person before.

    Former offices and those that are of no state ("rebel leader") are left out.
    """
    stated: list[Stated] = []
    told: list[tuple[str, OfficePhrase]] = []
    for phrase in phrases:
        is_outside = phrase.is_outside and phrase.title.kind != "legislative"
        if phrase.is_past or (is_outside and not _is_of_body(phrase)):
            continue
        if _is_kin(words, phrase):
            continue
        if phrase.title.kind == "successor":
            stated += _succeeding(words, phrase, told)
            continue
        is_repeated = phrase.title.kind == "counterpart"
        title = _mirrored(phrase, told) if is_repeated else _title_text(text, words, phrase)
        if phrase.title.kind in _MIRRORED or (phrase.title.kind in _MIRRORED_OF_NAMED and phrase.holders):
            told.append((title, phrase))
        if title:
            stated += _spread(words, phrase, title)
    return stated


def _succeeding(
    words: Sequence[Word], phrase: OfficePhrase, told: Sequence[tuple[str, OfficePhrase]]
) -> Iterator[Stated]:
    """Give the office of an officer named right before to whom follows: "King George II died. His successor *X*"."""
    title, before = told[-1] if told else ("", None)
    is_his = words[phrase.first].key in _HIS and not phrase.agents
    if before is None or not before.holders or not is_his:
        return
    between = words[max(before.stop, *(holder.stop for holder in before.holders)) : phrase.first]
    opens = words[phrase.first].opens and sum(word.opens for word in between) <= 1
    is_another = any(_is_name(one) and _is_name(other) for one, other in pairwise(between))
    if opens or (len(between) <= _MAX_TO_SUCCESSOR and not is_another):
        yield from _spread(words, replace(phrase, agents=before.agents, title=before.title), title)


def _is_name(word: Word) -> bool:
    return word.is_capitalised and word.mention is None


def _is_kin(words: Sequence[Word], phrase: OfficePhrase) -> bool:
    """Tell whether whoever is named before is somebody of the officer's: "X, who is the president's brother"."""
    is_owner = phrase.stop < len(words) and words[phrase.stop].key in POSSESSIVES
    return is_owner and bool(phrase.holders) and all(holder.first < phrase.first for holder in phrase.holders)


def _mirrored(phrase: OfficePhrase, told: Sequence[tuple[str, OfficePhrase]]) -> str:
    """Give the last office told that is another agent's: who meets *his Iraqi counterpart* is no Iraqi."""
    own = {agent.entity.id for agent in phrase.agents}
    others = (title for title, each in reversed(told) if not own & {a.entity.id for a in each.agents})
    return next(others, "")


def _is_of_body(phrase: OfficePhrase) -> bool:
    return bool(phrase.agents) and phrase.agents[0].entity.kind is EntityKind.ORGANIZATION


def _title_text(text: str, words: Sequence[Word], phrase: OfficePhrase) -> str:
    title = text[words[phrase.title_first].start : words[phrase.title_stop - 1].end]
    if not phrase.is_plural or title.endswith("s"):
        return title[:-1] if phrase.is_plural else title
    end = title.casefold().rfind(phrase.title.words[0]) + len(phrase.title.words[0])
    return title[:end] + title[end + 1 :]  # "*Consuls* General"


def full_title(words: Sequence[Word], office: Stated) -> str:
    """Give a title with what is parted from it: "*chief* U.S. negotiator", "*White House* spokesman"."""
    if office.kind == "counterpart":
        return office.title
    return " ".join((*office.phrase.lead, *_house(words, office.phrase), office.title))


def _house(words: Sequence[Word], phrase: OfficePhrase) -> tuple[str, ...]:
    """Give the name before a title that is part of it: "a *White House* spokesman", "the UN's *Kosovo* envoy".

    So it is where it means a state by one of its houses, or is not whose office it is.
    """
    before = words[phrase.title_first - 1] if phrase.title_first > phrase.first else None
    if before is None or before.mention is None or phrase.is_plural:
        return ()
    if before.mention.how == "metonym":
        name = before.text.split()
        return tuple(name[1:] if len(name) > _LONGEST_HOUSE else name)  # "*U.S.* State Department"
    is_whose = any(agent.span == before.mention.span for agent in phrase.agents)
    is_where = before.mention.how not in {"adjective", "demonym"}
    return (before.text,) if is_where and phrase.agents and not is_whose else ()


def _spread(words: Sequence[Word], phrase: OfficePhrase, title: str) -> Iterator[Stated]:
    """Give each holder the agent of the same rank: "his Greek and French counterparts, A and B"."""
    span = Span(start=words[phrase.first].start, end=words[phrase.stop - 1].end)
    if not phrase.holders:
        agent = _fitting(phrase, next(iter(phrase.agents), None))
        yield Stated(phrase=phrase, holder=None, title=title, agent=agent, span=span)
    is_aligned = len(phrase.holders) == len(phrase.agents)
    for rank, holder in enumerate(phrase.holders):
        agents = phrase.agents[rank:] if is_aligned else phrase.agents
        own = next(iter(agents), None)
        is_bodys = own is not None and own.entity.kind in _BODIES and not phrase.is_plural
        agent = _fitting(phrase, own if is_bodys else holder.agent or own)
        yield Stated(phrase=phrase, holder=holder.first, title=title, agent=agent, span=span)


def _fitting(phrase: OfficePhrase, agent: Agent | None) -> Agent | None:
    """Give the agent, unless the office is not its: mayors are no state's, legislators and ministers no party's."""
    kind = agent and agent.entity.kind
    is_city = phrase.title.kind == "local" and kind is not EntityKind.TERRITORY
    is_of_state = phrase.title.kind == "legislative" or phrase.title.words[-1] == "minister"
    return None if is_city or (is_of_state and kind is EntityKind.ORGANIZATION) else agent
