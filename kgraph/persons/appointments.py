"""Which office each person holds: of whom "President Putin", "his counterpart", "the minister" are."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.persons.complements import served_end
from kgraph.persons.holders import Holders
from kgraph.persons.names import fold_name, skip_prefixes
from kgraph.persons.offices import find_offices
from kgraph.persons.people import Draft
from kgraph.persons.phrases import Agent, OfficePhrase
from kgraph.persons.rosters import Listed
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, split_words
from kgraph.vocab import slug

__all__ = ["Chooser", "Office", "Stated", "state_offices"]

_LEADING_KINDS = ("head", "leader", "minister")  # what "his counterpart" repeats
_GENERIC_KINDS = ("leader", "official")  # titles that say nothing without an agent
_UNDERSTOOD_KINDS = ("head", "minister", "spokesperson", "military", "envoy")
_SPEECH = ("says", "said", "that")
_POSSESSIVES = ("'s", "'")
_MONARCHS = frozenset(["king", "queen", "prince", "princess", "sultan", "emir", "emperor", "empress"])
_MAX_PREFIX_WORDS = 4  # "Lieutenant General"
_MAIN_NAMED = 3  # times that a text names the state that it is about
_RANK_REACH = 2  # sentences after "the British commander" in which "General X" is he


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a person is of an agent, in the text's words: "Foreign Minister" of Russia."""

    title: str
    agent: Entity
    span: Span  # of the words that say so
    agent_span: Span | None = None  # of those that name the agent; None where the text leaves it to be known


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
    def kind(self) -> str:
        """The kind of the title."""
        return self.phrase.title.kind


def state_offices(text: str, words: Sequence[Word], phrases: Iterable[OfficePhrase]) -> list[Stated]:
    """Spread each phrase over its holders, "counterpart" being the office of the person before.

    Former offices and those that are of no state ("rebel leader") are left out.
    """
    stated: list[Stated] = []
    copied = ""
    for phrase in phrases:
        if phrase.is_past or (phrase.is_outside and not _is_of_body(phrase)):
            continue
        title = copied if phrase.title.kind == "counterpart" else _title_text(text, words, phrase)
        if phrase.title.kind in _LEADING_KINDS:
            copied = title
        if title:
            stated += _spread(words, phrase, title)
    return stated


def _is_of_body(phrase: OfficePhrase) -> bool:
    return bool(phrase.agents) and phrase.agents[0].entity.kind is EntityKind.ORGANIZATION


def _title_text(text: str, words: Sequence[Word], phrase: OfficePhrase) -> str:
    title = text[words[phrase.title_first].start : words[phrase.title_stop - 1].end]
    return title.removesuffix("s") if phrase.is_plural else title


def _spread(words: Sequence[Word], phrase: OfficePhrase, title: str) -> Iterator[Stated]:
    """Give each holder the agent of the same rank: "his Greek and French counterparts, A and B"."""
    span = Span(start=words[phrase.first].start, end=words[phrase.stop - 1].end)
    if not phrase.holders:
        agent = _fitting(phrase, *phrase.agents)
        yield Stated(phrase=phrase, holder=None, title=title, agent=agent, span=span)
    is_aligned = len(phrase.holders) == len(phrase.agents)
    for rank, holder in enumerate(phrase.holders):
        agents = phrase.agents[rank:] if is_aligned else phrase.agents
        agent = holder.agent or _fitting(phrase, *agents)
        yield Stated(phrase=phrase, holder=holder.first, title=title, agent=agent, span=span)


def _fitting(phrase: OfficePhrase, *agents: Agent) -> Agent | None:
    """Give the first agent, unless the office is not its: mayors are no state's, legislators no party's."""
    agent = next(iter(agents), None)
    kind = agent and agent.entity.kind
    is_city = phrase.title.kind == "local" and kind is not EntityKind.TERRITORY
    is_party = phrase.title.kind == "legislative" and kind is EntityKind.ORGANIZATION
    return None if is_city or is_party else agent


@dataclass(frozen=True)
class Chooser:
    """Chooses the office of each person of one document."""

    words: Sequence[Word]
    drafts: Sequence[Draft]
    stated: Sequence[Stated]
    mentions: Sequence[Mention]
    title: str
    listed: Sequence[Listed] = ()
    former: frozenset[int] = frozenset()  # where the names of former office holders begin
    _asked: set[int] = field(
        default_factory=set
    )  # where the names begin of those whose agent is looked for now

    def choose(self, draft: Draft) -> Office | None:
        """Give a person's first office with an agent; a bare title gets its agent from elsewhere."""
        own = self._own(draft)
        if not own and any(naming.first in self.former for naming in draft.namings):
            return None
        if not own:
            return self._listed_office(draft) or self._described_office(draft)
        return self._first_office(draft, own)

    def _own(self, draft: Draft) -> list[Stated]:
        places = {naming.first for naming in draft.namings}
        ranks = sorted(rank for place in places for rank in self._ranks_by_holder.get(place, ()))
        return [self.stated[rank] for rank in ranks]

    @cached_property
    def _ranks_by_holder(self) -> Mapping[int, Sequence[int]]:
        ranks: defaultdict[int, list[int]] = defaultdict(list)
        for rank, office in enumerate(self.stated):
            if office.holder is not None:
                ranks[office.holder].append(rank)
        return ranks

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        """Give what the text names by its id, as it is first named."""
        return {mention.entity.id: mention.entity for mention in reversed(self.mentions)}

    def _first_office(self, draft: Draft, own: Sequence[Stated]) -> Office | None:
        """Give the first office whose agent is known, by the surest way that finds one."""
        stated = [(office, agent) for office in own if (agent := self._stated_agent(office))]
        known = next(((o, agent) for o, agent in stated if not self._is_of_text(agent)), None)
        if known:
            return self._office(*known)
        for office in own:
            if not office.agent and (agent := self._owner(office)):
                return self._office(office, agent)
        titled = [office for office in own if office.kind not in _GENERIC_KINDS and not office.agent]
        ways = (
            self._agent_in_title,
            self._known_agent,
            self._agent_beside,
            self._described_agent,
            self._agent_in_context,
            self._agent_of_text,
        )
        for find in ways:
            for office in titled:
                if agent := find(draft, office):
                    return self._office(office, agent)
        return self._office(*stated[0]) if stated else None

    def _is_of_text(self, agent: Agent) -> bool:
        """Tell whether only the text knows the body: a party's leader can be a state's president too."""
        return agent.span is not None and agent.entity.id not in self._entities

    def _office(self, office: Stated, agent: Agent) -> Office:
        entity = self._entities.get(agent.entity.id, agent.entity)
        return Office(title=office.title, agent=entity, span=office.span, agent_span=agent.span)

    def _stated_agent(self, office: Stated) -> Agent | None:
        """Give the agent in the phrase, or that of the title alone: a Secretary of State is American."""
        if office.agent or not (label := office.phrase.title.agent):
            return office.agent
        return Agent(entity=Entity(id=slug(label), label=label, kind=EntityKind.STATE))

    def _agent_in_title(self, draft: Draft, _: Stated) -> Agent | None:
        """Give the agent that the document's title says: "Turkey's President Erdogan"."""
        return next((agent for names, agent in self._named_in_title if draft.is_called(names)), None)

    @cached_property
    def _named_in_title(self) -> Sequence[tuple[tuple[str, ...], Agent]]:
        """List the holders of offices in the document's title, each with whose office it is."""
        words = split_words(self.title, self._mentions_in_title())
        return [
            (
                tuple(fold_name(word.text) for word in words[holder.first : holder.stop]),
                Agent(entity=phrase.agents[0].entity),
            )
            for phrase in find_offices(words, Titles.load())
            for holder in phrase.holders
            if phrase.agents and not phrase.is_past
        ]

    def _mentions_in_title(self) -> list[Mention]:
        """Find in the title what the text names too."""
        named = {word.text: word.mention.entity for word in self.words if word.mention}
        named |= {mention.entity.label: mention.entity for mention in self.mentions}
        return [
            Mention(span=Span(start=match.start(), end=match.end()), entity=entity)
            for name, entity in named.items()
            if name in self.title  # few are, and each pattern takes long to make
            for match in re.finditer(rf"\b{re.escape(name)}\b", self.title)
        ]

    def _known_agent(self, draft: Draft, _: Stated) -> Agent | None:
        """Give the agent that a person of this name is known to have held office for."""
        agent = Holders.load().find_agent(draft.names, self._entities)
        return Agent(entity=agent) if agent else None

    def _described_agent(self, _: Draft, office: Stated) -> Agent | None:
        """Give the agent of "the Russian president" to "President Putin", the only person of that title."""
        title = fold_name(office.title)
        agents = self._described.get(title, {})
        return next(iter(agents.values())) if len(agents) == self._bearers.get(title) == 1 else None

    @cached_property
    def _described(self) -> Mapping[str, Mapping[str, Agent]]:
        """Give by title whose offices stand without a name: "the Russian president"."""
        agents: defaultdict[str, dict[str, Agent]] = defaultdict(dict)
        for office in self.stated:
            if office.agent and office.holder is None:
                for title in {fold_name(office.title), fold_name(office.title.split(" to ")[0])}:
                    agents[title][office.agent.entity.id] = office.agent
        return agents

    @cached_property
    def _bearers(self) -> Mapping[str, int]:
        """Count the persons of each title."""
        return Counter(title for d in self.drafts for title in {fold_name(o.title) for o in self._own(d)})

    def _agent_in_context(self, draft: Draft, office: Stated) -> Agent | None:
        """Give the agent of "Foreign Minister X" that the text leaves to be understood.

        It is the only state named before in the sentence ("Iranian media quote Foreign Minister X"), or else the
        first of the sentence before, where it is near its beginning and so mostly its subject, or else that of the
        dateline, or else the one whose minister the sentence names before; nobody else may hold that office of it.
        """
        if office.kind not in _UNDERSTOOD_KINDS or self._has_other_owner(office):
            return None
        at = office.phrase.first
        states = self._around.understood(at, is_abroad=office.kind == "envoy")
        if self._is_monarch_of_unknown(office):
            return None
        if not states or self._is_taken(states[0].entity, draft, office):
            return None
        return Agent(entity=states[0].entity)

    def _is_monarch_of_unknown(self, office: Stated) -> bool:
        """Tell "King X" of whom only the sentence before names a state, or "King X of Y" where Y is unknown."""
        if office.phrase.title.words[-1] not in _MONARCHS:
            return False
        end = next((n.stop for n in office.phrase.holders), office.phrase.stop)
        is_of = (
            end + 1 < len(self.words) and self.words[end].key == "of" and self.words[end + 1].is_capitalised
        )
        return is_of or not self._around.named_before(office.phrase.first)

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self.words, self._given)

    def _agent_of_text(self, _: Draft, office: Stated) -> Agent | None:
        """Give one elected president the state that the text is an entry about, or that it has named most before."""
        if office.kind != "head" or not office.phrase.is_entered:
            return None
        entry = next((m.entity for m in self._mentions_in_title() if self._is_whole_title(m)), None)
        if entry is not None:
            return Agent(entity=entry) if entry.kind is EntityKind.STATE else None
        named = Counter(m.entity for m in self._around.states(0, office.phrase.first)).most_common(2)
        others = named[1][1] if len(named) > 1 else 0
        is_clear = bool(named) and named[0][1] >= max(_MAIN_NAMED, 2 * others)
        return Agent(entity=named[0][0]) if is_clear else None

    def _is_whole_title(self, mention: Mention) -> bool:
        return mention.span == Span(start=0, end=len(self.title))

    def _has_other_owner(self, office: Stated) -> bool:
        """Tell "the company's representatives" from "the country's president": theirs is no state's office."""
        at = office.phrase.first
        if at < 2 or self.words[at - 1].key not in _POSSESSIVES:
            return False
        owner = self.words[at - 2]
        return owner.mention is None and not Titles.load().has("polity", owner)

    @cached_property
    def _given(self) -> frozenset[Span | None]:
        """Give the words that name whose office somebody has."""
        return frozenset(o.agent.span for o in self.stated if o.agent and o.holder is not None)

    def _is_taken(self, agent: Entity, draft: Draft, office: Stated) -> bool:
        """Tell whether the text gives this office of the agent to somebody else."""
        places = {naming.first for naming in draft.namings}
        return not self._held.get((fold_name(office.title), agent.id), set[int]()) <= places

    @cached_property
    def _held(self) -> Mapping[tuple[str, str], set[int]]:
        """Give the first words of the names of those who hold an office, by its title and whose it is."""
        held: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        for office in self.stated:
            if office.holder is not None and office.agent is not None:
                held[fold_name(office.title), office.agent.entity.id].add(office.holder)
        return held

    def _owner(self, office: Stated) -> Agent | None:
        """Give the agent of whoever has the holder: of "Mr. Karzai's spokesman, X", "a spokesman for Mr. Karzai, X"."""
        at = office.phrase.first - 1
        is_owned = self.words[at].key in _POSSESSIVES
        end = at if is_owned else served_end(self.words, office.phrase, Titles.load())
        lead = self._ends.get(end) if end is not None else None
        return self._lead_agent(lead)

    def _agent_beside(self, _: Draft, office: Stated) -> Agent | None:
        """Give a minister the agent of the president just before: "President X and Foreign Minister Y"."""
        at = office.phrase.first - 1
        is_joined = office.kind == "minister" and self.words[at].key == "and"
        lead = self._ends.get(at) if is_joined else None
        return self._lead_agent(lead) if lead and self._leads(lead) else None

    def _leads(self, draft: Draft) -> bool:
        return any(own.kind == "head" for own in self._own(draft)[:1])

    def _lead_agent(self, lead: Draft | None) -> Agent | None:
        """Give the agent of whoever stands before; none in a circle: "Mr. X's spokesman, Mr. X"."""
        if lead is None or (place := lead.namings[0].first) in self._asked:
            return None
        self._asked.add(place)
        other = self._first_office(lead, self._own(lead))
        self._asked.remove(place)
        return Agent(entity=other.agent) if other else None

    @cached_property
    def _ends(self) -> Mapping[int, Draft]:
        return {naming.stop: draft for draft in self.drafts for naming in draft.namings}

    def _described_office(self, draft: Draft) -> Office | None:
        """Give a person without a title the office that a description says.

        "The President of Russia" is Vladimir Putin, as is known of him; "Serbia's foreign minister says ...
        Vuk Jeremic told" is, where the next sentence names nobody else before.
        """
        ranks = [*self._known_as(draft), *self._opening_before(draft), *self._command_before(draft)]
        office = self.stated[min(ranks)] if ranks else None
        return self._office(office, office.agent) if office and office.agent else None

    @cached_property
    def _descriptions(self) -> Sequence[tuple[int, Stated]]:
        """List the offices of one whom the text does not name beside them, and whose they are."""
        return [
            (rank, office)
            for rank, office in enumerate(self.stated)
            if office.holder is None and not office.phrase.is_plural and office.agent
        ]

    def _known_as(self, draft: Draft) -> list[int]:
        """Find the description of the leading office that the person is known to have held."""
        known = Holders.load().find_agent(draft.names, self._entities)
        return [self._leading[known.id]] if known is not None and known.id in self._leading else []

    @cached_property
    def _leading(self) -> Mapping[str, int]:
        """Find the first description of a leading office by whose it is."""
        leading = [(rank, office) for rank, office in self._descriptions if office.kind in _LEADING_KINDS]
        return {office.agent.entity.id: rank for rank, office in reversed(leading) if office.agent}

    def _opening_before(self, draft: Draft) -> list[int]:
        """Find the description that opens the sentence before, where this person is the first whom this one names."""
        first = draft.namings[0].first
        if not self._is_leading(draft):
            return []
        return [
            rank
            for rank, begin in self._openings.get(self._opened[first + 1] - 1, ())
            if not self._is_anyone_named(begin, first)
        ][:1]

    def _is_leading(self, draft: Draft) -> bool:
        """Tell whether a name opens its sentence, or follows what opens it: "In an interview, General X said"."""
        naming = draft.namings[0]
        start = self._prefix_start(naming.first)
        if self.words[start].opens or self.words[start - 1].key in _SPEECH:
            return True
        speaks = naming.stop < len(self.words) and Titles.load().has("speech", self.words[naming.stop])
        return speaks and self.words[start - 1].key == ","

    def _prefix_start(self, first: int) -> int:
        """Give where the honorifics and ranks before a name begin."""
        for start in range(max(0, first - _MAX_PREFIX_WORDS), first):
            if skip_prefixes(self.words, start, Titles.load()) == first:
                return start
        return first

    def _command_before(self, draft: Draft) -> list[int]:
        """Find the only command that the sentences before describe, where this name is the first with a rank."""
        first = draft.namings[0].first
        start = self._prefix_start(first)
        found = Titles.load().find_prefix(self.words, start) if start < first else None
        if not found or found[1].kind != "rank":
            return []
        opened = self._opened[first + 1]
        near = [c for back in range(1, _RANK_REACH + 1) for c in self._commands.get(opened - back, ())]
        is_his = len(near) == 1 and not self._is_anyone_named(near[0][1], first)
        return [near[0][0]] if is_his else []

    @cached_property
    def _commands(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Give the descriptions of commanders, and where they end, by how many sentences have begun there."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for rank, office in self._descriptions:
            if office.kind == "military":
                found[self._opened[office.phrase.stop]].append((rank, office.phrase.stop))
        return found

    def _listed_office(self, draft: Draft) -> Office | None:
        """Give a name beside an agent the office that was said of several: "Russia's Vladimir Putin"."""
        for naming in draft.namings:
            listed = self._listed_at.get(naming.first)
            office = self._by_place.get(listed.phrase.first) if listed else None
            if listed and office:
                return self._office(office, listed.agent)
        return None

    @cached_property
    def _listed_at(self) -> Mapping[int, Listed]:
        return {listed.first: listed for listed in self.listed}

    @cached_property
    def _by_place(self) -> Mapping[int, Stated]:
        return {office.phrase.first: office for office in self.stated}

    @cached_property
    def _opened(self) -> Sequence[int]:
        """Count before each word, and at the end, the sentences begun so far."""
        return list(accumulate((word.opens for word in self.words), initial=0))

    @cached_property
    def _openings(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Give the descriptions with which a sentence begins, by how many have begun where they end."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for rank, office in self._descriptions:
            if self.words[office.phrase.first].opens:
                found[self._opened[office.phrase.stop]].append((rank, office.phrase.first))
        return found

    def _is_anyone_named(self, begin: int, end: int) -> bool:
        """Tell whether the text names somebody first between two places."""
        at = bisect_left(self._firsts, begin)
        return at < len(self._firsts) and self._firsts[at] < end

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return sorted(draft.namings[0].first for draft in self.drafts)
