"""Which office each person holds: of whom "President Putin", "his counterpart", "the minister" are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.persons.answering import Answering
from kgraph.persons.descriptions import Descriptions
from kgraph.persons.facing import Facing
from kgraph.persons.folding import fold_name
from kgraph.persons.headline import Headline
from kgraph.persons.holders import Holders
from kgraph.persons.own_words import OwnWords
from kgraph.persons.people import Draft
from kgraph.persons.phrases import INDEFINITE, POSSESSIVES, Agent, OfficePhrase
from kgraph.persons.rosters import Listed
from kgraph.persons.sending import Sending
from kgraph.persons.served import helps_leader, served_end
from kgraph.persons.stated import LEADING_KINDS, Stated, full_title
from kgraph.persons.superiors import find_predecessor, find_superior
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import Titles
from kgraph.persons.understood import SUBORDINATE_KINDS, Understood, is_bodys
from kgraph.persons.words import Word
from kgraph.vocab import slug

__all__ = ["Chooser", "Office"]

_GENERIC_KINDS = ("leader", "official")  # titles that say nothing without an agent
# Titles that states give, and no parties or other bodies.
_OF_STATES = frozenset({"chancellor", "minister", "premier"})
_FIRST_LADY = ("first", "lady")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a person is of an agent, in the text's words: "Foreign Minister" of Russia."""

    title: str
    agent: Entity
    span: Span  # of the words that say so
    agent_span: Span | None = None  # of those that name the agent; None where the text leaves it to be known


@dataclass(frozen=True)
class Chooser:
    """Chooses the office of each person of one document."""

    words: Sequence[Word]
    drafts: Sequence[Draft]
    stated: Sequence[Stated]
    mentions: Sequence[Mention]
    title: str
    listed: Sequence[Listed] = ()
    # Former offices, by where the names of those who held them begin.
    former: Mapping[int, OfficePhrase] = field(default_factory=dict)
    # For whom those act who were asked, by the first words of their names.
    _led: dict[int, Agent | None] = field(default_factory=dict)

    def choose(self, draft: Draft) -> Office | None:
        """Give a person's first office with an agent; a bare title gets its agent from elsewhere."""
        own = self._own(draft)
        if own:
            return self._first_office(draft, own)
        if any(naming.first in self.former for naming in draft.namings):
            return None
        return self._listed_office(draft) or self._described_office(draft) or self._followed_office(draft)

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
        titled = [office for office in own if not office.agent and self._says_much(office)]
        ways = (
            self._agent_in_title,
            self._agent_summoned,
            self._agent_sending,
            self._known_agent,
            self._agent_of_superior,
            self._agent_beside,
            self._agent_faced,
            self._described_agent,
            self._agent_had_before,
            self._agent_having_title,
            self._agent_told,
            self._agent_near,
            self._agent_of_others,
            self._agent_of_one_before,
        )
        for find in ways:
            for office in titled:
                if agent := find(draft, office):
                    return self._office(office, agent)
        return self._office(*stated[0]) if stated else None

    def _says_much(self, office: Stated) -> bool:
        """Tell whether a title says what somebody is even without an agent: not "a leader", but "*its* leader"."""
        is_its = self.words[office.phrase.first].key == "its"
        is_told = is_its or helps_leader(self.words, office.phrase)
        is_told |= self._understood.is_of_states_own(office) or self._understood.is_in_delegation(office)
        return office.kind not in _GENERIC_KINDS or is_told

    def _is_of_text(self, agent: Agent) -> bool:
        """Tell whether only the text knows the body: a party's leader can be a state's president too."""
        return agent.span is not None and agent.entity.id not in self._entities

    def _office(self, office: Stated, agent: Agent) -> Office:
        entity = self._entities.get(agent.entity.id, agent.entity)
        return Office(
            title=full_title(self.words, office), agent=entity, span=office.span, agent_span=agent.span
        )

    def _stated_agent(self, office: Stated) -> Agent | None:
        """Give the agent in the phrase, or that of the title alone: a Secretary of State is American."""
        agent = office.agent or self._agent_joined(office)
        if agent is not None:
            return agent
        if not (label := office.phrase.title.agent):
            return None
        phrase = office.phrase
        is_sort = phrase.title.words == ("secretary",) and phrase.title_stop > phrase.title_first + 1
        if is_sort and slug(label) not in self._entities:
            return None  # other states have a "Water Secretary" too
        return Agent(entity=Entity(id=slug(label), label=label, kind=EntityKind.STATE))

    def _agent_joined(self, office: Stated) -> Agent | None:
        """Give the agent of the first of two offices of one person: "Italy's President *and Foreign Secretary*, X"."""
        at = office.phrase.first - 1
        if at < 0 or self.words[at].key != "and" or office.holder is None:
            return None
        is_set_off = self.words[office.phrase.stop].key == "," and office.holder > office.phrase.stop
        first = self._nameless_to.get(at) if is_set_off else None
        return first.agent if first is not None else None

    @cached_property
    def _nameless_to(self) -> Mapping[int, Stated]:
        """Give the offices behind which no name stands, by where they end."""
        return {office.phrase.stop: office for office in self.stated if office.holder is None}

    def _agent_in_title(self, draft: Draft, _: Stated) -> Agent | None:
        return self._headline.agent_of(draft)

    @cached_property
    def _headline(self) -> Headline:
        return Headline(self.title, self.words, self._entities)

    def _known_agent(self, draft: Draft, office: Stated) -> Agent | None:
        """Give the agent that a person of this name is known to have held office for; of kings only a named one.

        So of a body whose man a last name may mean, or an envoy be who has served a state besides.
        """
        reigns, of_state = office.phrase.title.reigns, office.phrase.title.words[-1] in _OF_STATES
        agent = Holders.load().find_agent(draft.names, self._entities, reigns=reigns, of_state=of_state)
        if agent is None:
            return None
        is_sure = len(draft.names) > 1 and office.kind != "envoy"
        is_bodys = agent.kind is EntityKind.ORGANIZATION and not is_sure
        is_left_open = (reigns or is_bodys) and agent.id not in self._entities
        return None if is_left_open else Agent(entity=agent)

    def _agent_of_superior(self, _: Draft, office: Stated) -> Agent | None:
        """Give the agent of the president or king who is "he": "General X smiled. *His foreign minister*, Y, said".

        Of whoever has an envoy: "Secretary-General X and *his Special Representative*, Y".
        """
        superior = find_superior(office, self.drafts, self._around)
        is_leading = superior is not None and (self._leads(superior) or not self._own(superior))
        is_leading |= superior is not None and office.kind == "envoy"
        return self._superiors_agent(superior, office) if is_leading else None

    def _superiors_agent(self, superior: Draft | None, office: Stated) -> Agent | None:
        """Give the agent of whoever is served; of whom the text tells no office, that which is known."""
        if superior is not None and not self._own(superior):
            return self._known_agent(superior, office)
        return self._lead_agent(superior)

    def _agent_had_before(self, draft: Draft, office: Stated) -> Agent | None:
        """Give who took an office the agent whose former officer he is: "*former Thai president* X became one"."""
        past = (self.former.get(naming.first) for naming in draft.namings)
        last = office.phrase.title.words[-1]
        agents = (phrase.agents for phrase in past if phrase and phrase.title.words[-1] == last)
        return next((agent[0] for agent in agents if agent), None)

    def _agent_having_title(self, draft: Draft, office: Stated) -> Agent | None:
        return self._free_of(self._understood.having_title(office), draft, office)

    def _agent_told(self, draft: Draft, office: Stated) -> Agent | None:
        return self._free_of(self._understood.told(office), draft, office)

    def _agent_near(self, draft: Draft, office: Stated) -> Agent | None:
        """Give the agent that is named near, or else that of the entry: what is told first counts most."""
        return self._agent_in_context(draft, office) or self._agent_of_text(draft, office)

    def _agent_in_context(self, draft: Draft, office: Stated) -> Agent | None:
        return self._free_of(self._understood.in_context(office), draft, office)

    def _agent_of_text(self, draft: Draft, office: Stated) -> Agent | None:
        return self._free_of(self._understood.of_text(office), draft, office)

    @cached_property
    def _understood(self) -> Understood:
        return Understood(self.words, self._around, self._answering, self._headline, self._entities)

    def _free_of(self, agents: Collection[Entity], draft: Draft, office: Stated) -> Agent | None:
        """Give the agent where it is one only, which may have this office, and nobody else holds it.

        Who is known to have led others, by a full name or as a monarch, leads none but these.
        """
        few = office.phrase.title.agents
        agent = next(iter(agents), None)
        if agent is None or len(agents) > 1 or (len(few) > 1 and agent.label not in few):
            return None
        if agent.kind is EntityKind.STATE and agent.id in self._around.own.met_by(office):
            return None
        if self._sending.is_sent_by_another(office, agent) or agent in self._facing.presenting_to(office):
            return None
        reigns = office.phrase.title.reigns
        is_whole = reigns or (len(draft.names) > 1 and office.kind in LEADING_KINDS)
        known = Holders.load().agents(draft.names, reigns=reigns) if is_whole else []
        is_of_others = bool(known) and agent.id not in {each.id for each in known}
        return None if is_of_others or self._is_taken(agent, draft, office) else Agent(entity=agent)

    def _agent_summoned(self, draft: Draft, office: Stated) -> Agent | None:
        """Give an ambassador who is called in the state that sent him, which is not that which calls."""
        if not self._answering.is_summoned(office):
            return None
        start, _ = self._around.sentence_of(office.phrase.first)
        sender = self._answering.sender(office, self._agents_between(draft, start, office.phrase.first))
        return Agent(entity=sender) if sender is not None else None

    def _agent_sending(self, draft: Draft, office: Stated) -> Agent | None:
        """Give the state that sent an envoy, which is not the one where he serves; "*its* envoy" is of who acts."""
        is_anothers = self._understood.has_other_owner(office) or self.words[office.phrase.first].key == "its"
        sender = None if is_anothers else self._sending.sender(office)
        return self._free_of([sender], draft, office) if sender is not None else None

    @cached_property
    def _sending(self) -> Sending:
        return Sending(self.words, self._around, self._headline, Titles.load())

    @cached_property
    def _answering(self) -> Answering:
        return Answering(self.words, self._around, Titles.load())

    def _described_agent(self, _: Draft, office: Stated) -> Agent | None:
        """Give the agent of "the Russian president" to "President Putin", the only person of that title."""
        title = fold_name(office.title)
        agents = self._described.get(title, {})
        return next(iter(agents.values())) if len(agents) == len(self._titled.get(title, ())) == 1 else None

    @cached_property
    def _described(self) -> Mapping[str, Mapping[str, Agent]]:
        """Give by title whose offices stand without a name: "the Russian president", not "*a* Russian president"."""
        agents: defaultdict[str, dict[str, Agent]] = defaultdict(dict)
        for office in self.stated:
            is_any = office.kind == "head" and self.words[office.phrase.first].key in INDEFINITE
            is_any |= office.kind == "counterpart"  # that of another
            if office.agent and office.holder is None and not is_any:
                for title in {fold_name(office.title), fold_name(office.title.split(" to ")[0])}:
                    agents[title][office.agent.entity.id] = office.agent
        return agents

    @cached_property
    def _titled(self) -> Mapping[str, Sequence[Draft]]:
        """Give the persons of each title."""
        found: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in self.drafts:
            for title in {fold_name(office.title) for office in self._own(draft)}:
                found[title].append(draft)
        return found

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self.words, self._given, OwnWords(self.words, self.stated))

    def _agent_of_others(self, draft: Draft, office: Stated) -> Agent | None:
        """Give a minister or envoy the state for whom all act whom the sentence names before, or else the last one."""
        is_helper = helps_leader(self.words, office.phrase)
        is_served = (office.kind in ("minister", *SUBORDINATE_KINDS) and not is_bodys(office)) or is_helper
        if not is_served or self._understood.has_other_owner(office):
            return None
        first, stop = self._around.sentence_before(office.phrase.first)
        here = self._agents_between(draft, stop, office.phrase.first)
        found = here or self._agents_between(draft, first, stop)
        if self._answering.is_summoned(office) or any(e.kind is EntityKind.ORGANIZATION for e in found):
            return None
        return self._free_of(found, draft, office)

    def _agent_of_one_before(self, draft: Draft, office: Stated) -> Agent | None:
        """Give who takes office the agent of the last one of that title before, where no other state is named since.

        "Peru elected X president in 1998. *Y was elected president* in 2003."
        """
        first = office.phrase.first
        titled = (each for each in self._titled.get(fold_name(office.title), ()) if each is not draft)
        before = [(place, each) for each in titled for place in each.places if place < first]
        if not office.phrase.is_entered or not before:
            return None
        place, last = max(before, key=lambda found: found[0])
        agent = self._lead_agent(last)
        since = {state.entity for state in self._around.states(place, first)}
        return Agent(entity=agent.entity) if agent is not None and since <= {agent.entity} else None

    def _agents_between(self, draft: Draft, first: int, stop: int) -> set[Entity]:
        """Give for whom the others act whom some words name."""
        others = (d for d in self.drafts if d is not draft and d.is_named_between(first, stop))
        agents = (self._lead_agent(other) for other in others)
        return {agent.entity for agent in agents if agent is not None}

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
        """Give the first words of the names of those who hold an office, by its title and whose it is.

        Of several who are told of together one has had it after the other: "the first two presidents".
        """
        held: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        for office in self.stated:
            if office.holder is not None and office.agent is not None and not office.phrase.is_plural:
                held[fold_name(office.title), office.agent.entity.id].add(office.holder)
        return held

    def _owner(self, office: Stated) -> Agent | None:
        """Give the agent of whoever has the holder: of "Mr. Karzai's spokesman, X", "a spokesman for Mr. Karzai, X"."""
        at = office.phrase.first - 1
        is_owned = at >= 0 and self.words[at].key in POSSESSIVES
        end = at if is_owned else served_end(self.words, office.phrase, Titles.load())
        lead = self._ends.get(end) if end is not None else None
        return self._superiors_agent(lead, office)

    def _agent_beside(self, _: Draft, office: Stated) -> Agent | None:
        """Give a minister the agent of the president just before: "President X and Foreign Minister Y".

        So with a commander behind who leads a body: "the head of the UN mission, X, and the force commander, Y".
        """
        at = office.phrase.first - 1
        is_served = office.kind in ("minister", "military") or office.phrase.title.words == _FIRST_LADY
        is_joined = is_served and self.words[at].key == "and"
        lead = self._ends.get(at - (self.words[at - 1].key == ",")) if is_joined else None
        agent = self._lead_agent(lead)
        if lead is None or agent is None:
            return None
        is_bodys = agent.entity.kind is EntityKind.ORGANIZATION
        return agent if (is_bodys if office.kind == "military" else self._leads(lead)) else None

    def _agent_faced(self, draft: Draft, office: Stated) -> Agent | None:
        """Give the agent that another's officer tells who writes to this one, meets it, or stands beside it."""
        found = self._facing.states_of(office, partial(self._agents_between, draft))
        return self._free_of(found, draft, office)

    @cached_property
    def _facing(self) -> Facing:
        return Facing(self.words, self.stated, self._around)

    def _leads(self, draft: Draft) -> bool:
        return any(own.kind == "head" for own in self._own(draft)[:1])

    def _lead_agent(self, lead: Draft | None) -> Agent | None:
        """Give the agent of whoever stands before; none in a circle: "Mr. X's spokesman, Mr. X"."""
        if lead is None:
            return None
        place = lead.namings[0].first
        if place not in self._led:  # in a list of ministers each asks all who stand before
            self._led[place] = None
            office = self._first_office(lead, self._own(lead))
            self._led[place] = Agent(entity=office.agent) if office else None
        return self._led[place]

    @cached_property
    def _ends(self) -> Mapping[int, Draft]:
        return {naming.stop: draft for draft in self.drafts for naming in draft.namings}

    def _described_office(self, draft: Draft) -> Office | None:
        """Give a person without a title the office that a description says."""
        office = self._descriptions.find(draft)
        if office and office.agent and not self._is_borne_since(draft, office, office.agent):
            return self._office(office, office.agent)
        told = self._descriptions.find_introduced(draft)
        agent = (told.agent or self._agent_in_context(draft, told)) if told else None
        return self._office(told, agent) if told and agent else None

    def _is_borne_since(self, draft: Draft, office: Stated, agent: Agent) -> bool:
        """Tell whether one named since is meant: "Iran's president called. *President X* quoted Y", who is not he."""
        told, first = office.phrase.first, draft.namings[0].first
        titled = self._titled.get(fold_name(office.title), ())
        since = (each for each in titled if told < each.namings[0].first < first)
        return any(found.entity == agent.entity for each in since if (found := self._lead_agent(each)))

    def _followed_office(self, draft: Draft) -> Office | None:
        """Give who follows another the other's office: "President X stepped down and was succeeded by *Y*"."""
        before = find_predecessor(draft, self.drafts, self._around)
        own = self._own(before) if before is not None else []
        office = self._first_office(before, own) if before is not None and own else None
        if office is None or own[0].kind not in LEADING_KINDS:
            return None
        first, last = (self.words[draft.namings[0].first - back] for back in (2, 1))
        return replace(office, span=Span(start=first.start, end=last.end), agent_span=None)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(self.words, self.drafts, self.stated, frozenset(self._entities))

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
