"""Answers for one parsed part what its heads stand for."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from kgraph.cues import load_cues
from kgraph.gazetteer import Gazetteer
from kgraph.linking.agents import Agents
from kgraph.linking.at_issue import LandsAtIssue
from kgraph.linking.bodies import Bodies
from kgraph.linking.communities import community_in, community_of
from kgraph.linking.descriptions import Descriptions, without_article
from kgraph.linking.entry_heads import EntryHeads
from kgraph.linking.headlines import Headlines
from kgraph.linking.holders import LandHolders
from kgraph.linking.instruments import Instruments, is_specific
from kgraph.linking.linked import Linked
from kgraph.linking.matters import Matters
from kgraph.linking.missions import sent_by
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.linking.people import People
from kgraph.linking.places import Places
from kgraph.linking.presences import Presences
from kgraph.linking.unknown_groups import UnknownGroups
from kgraph.linking.unknown_names import UnknownNames
from kgraph.model import Document, Entity, EntityKind, Mention, Span
from kgraph.persons import Person
from kgraph.propositions.arguments import first_child, prepositional_objects
from kgraph.propositions.headings import Heading
from kgraph.propositions.quotations import Quotation
from kgraph.reference import ARMED, may_be_state
from kgraph.tokens import Doc, Token
from kgraph.vocab import nil_entity

__all__ = ["Linker"]

_YEAR = 4  # digits
_PARTS_OF_STATES = frozenset({"colony", "province", "republic"})
_LANDS = frozenset({"contested", "place", "territory"})  # types of arguments
_ACTING = frozenset({"agent", "any", "country", "polity", "power", "state"})


class Linker:
    """Links the heads of one parsed part of a document; each kind of answer has its own module."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        persons: Sequence[Person],
        gazetteer: Gazetteer,
        document: Document,
        speech: Sequence[Sequence[Quotation]] = (),
        headings: Sequence[Heading] = (),
    ):
        """Index what is named.

        Args:
            doc: the part, parsed.
            mentions: what the gazetteer found in it.
            persons: who is named in it.
            gazetteer: the known things.
            document: that the part is of.
            speech: its quotations and the speeches of a transcript, each in order and without overlap.
            headings: its headlines that may say whose word they are, in order.
        """
        self._named = NamedThings(doc, mentions, persons, gazetteer, document)
        self.title = gazetteer.by_title(document.title)
        descriptions = Descriptions(self._named)
        unknown_names = UnknownNames(self._named, descriptions)
        groups = UnknownGroups(self._named)
        referable = [*self._named.referable(), *unknown_names.referable(), *groups.referable()]
        self._agents = Agents(self._named, referable, self.title, groups, speech)
        self._people = People(self._named, self._agents, descriptions)
        self._headlines = Headlines(self._named, headings)
        self._places = Places(self._named, self._agents, descriptions, unknown_names, self.title)
        self._entries = EntryHeads(self._named, unknown_names, self.title, self._places.of)
        self._instruments = Instruments(self._named, descriptions)
        self._bodies = Bodies(self._named, descriptions)
        self._matters = Matters(self._named, self._places)
        self._at_issue = LandsAtIssue(self._named)
        self._holders = LandHolders(gazetteer, self._named.known_ids)
        self._presences = Presences(gazetteer)

    def named(self, head: Token) -> Entity | None:
        """Give what a head names, of whatever kind it is."""
        return self._named.entity_at(head)

    def agents(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as who acts: a state, a body, a group; persons in office act for their state."""
        return self._agents.of(head)

    def persons(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person where it is one, else as an agent; so many of a people are nobody in particular."""
        return () if self._are_counted(head) else self._people.of(head)

    def _are_counted(self, head: Token) -> bool:
        """Tell whether a people is told by its number: "two million *Palestinians*"."""
        mention = self._named.mention_of.get(head.i)
        is_people = mention is not None and mention.how == "demonym"
        return is_people and first_child(head, "nummod") is not None

    def humans(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person and nothing else."""
        return self._people.humans(head)

    def speakers(self, head: Token) -> tuple[Linked, ...]:
        """Link whose word something is: a person by name, else the agent, else the group as the text calls it."""
        return self._people.speakers(head)

    def voice(self, quotation: Quotation) -> Linked | None:
        """Link whose words a quotation or a speech in a transcript is; None where the text does not say."""
        return self._people.voice(quotation)

    def voice_at(self, at: int) -> Linked | None:
        """Link whose words stand at a place, in code points; None where it is the text's own or nobody's."""
        return self._people.voice_at(at) or self._headlines.voice_at(at)

    def is_speech(self, word: Token) -> bool:
        """Tell whether a word stands in quotation marks, with a clause of its own that somebody says."""
        return self._people.is_speech(word)

    def somebody(self, speaker: Token | None) -> Linked:
        """Give who says something and is not found: "*he* said", or in quotation marks and nothing more."""
        return self._people.somebody(speaker)

    def places(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place; a group that names its members gives the members."""
        return self._places.of(head)

    def territories(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known territory, and no state."""
        known = (link for link in self.places(head) if link.entity.known)
        return tuple(link for link in known if link.entity.kind is EntityKind.TERRITORY)

    def named_places(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place by a name, be it one that the text alone knows; no "three islands"."""
        is_name = head.pos_ == "PROPN" and first_child(head, "nummod") is None
        return tuple(link for link in self.places(head) if link.entity.known or is_name)

    def contested(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known territory, or as a state that another state claims: "talks on *South Ossetia*"."""
        return tuple(link for link in self.polities(head) if self._is_contested(link.entity))

    def _is_contested(self, entity: Entity) -> bool:
        if entity.kind is EntityKind.TERRITORY:
            return True
        entry = self._named.gazetteer.get(entity.id) if entity.kind is EntityKind.STATE else None
        return entry is not None and any(claimant != entity.id for claimant in entry.claimants)

    def is_claimed_among(self, parties: Collection[Entity]) -> bool:
        """Tell whether one of some parties is what another of them claims: Abkhazia between it and Georgia."""
        entries = (self._named.gazetteer.get(party.id) for party in parties)
        others = {party.id for party in parties}
        return any(not others.isdisjoint({*e.claimants} - {e.entity.id}) for e in entries if e is not None)

    def polities(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state, a body or a known territory; a pronoun rather as the territory."""
        is_pronoun = (head.pos_ == "PRON" and head.dep_ != "poss") or head.lower_ in {"former", "latter"}
        found = (self.places(head) if is_pronoun else ()) or self.agents(head)
        known = tuple(link for link in found if link.entity.known)
        return known or tuple(link for link in self.places(head) if link.entity.known)

    def holders(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as who held what it names, told before or known of a state that the text names."""
        mention = self._named.mention_of.get(head.i)
        if mention is not None and (power := self._holders.in_name(mention.span.of(self._named.text))):
            return power
        if (whose := self._state_of_part(head)) is not None:
            return (Linked(whose, None),)
        lands = {link.entity for link in self.polities(head)}
        return self._holders.of(lands.pop(), _years(head)) if len(lands) == 1 else ()

    def _state_of_part(self, head: Token) -> Entity | None:
        """Give the state of which a land is told to be a part: "the *Yugoslav* republic of Bosnia"."""
        if head.tag_ != "NN" or head.lemma_.lower() not in _PARTS_OF_STATES:
            return None
        if not prepositional_objects(head).get("of"):
            return None
        beside = (self._named.mention_of.get(c.i) for c in head.children if c.dep_ == "amod")
        states = {m.entity for m in beside if m is not None and m.entity.kind is EntityKind.STATE}
        return states.pop() if len(states) == 1 else None

    def landholders(self, head: Token) -> tuple[Linked, ...]:
        """Link a known land as the one state that holds it, where the text names that."""
        lands = [link.entity for link in self.territories(head)]
        return self._holders.now_of(lands[0]) if len(lands) == 1 else ()

    def is_undisputed(self, state: Entity, land: Entity) -> bool:
        """Tell whether a land is a state's alone, and near it: "Pakistan's military in *Swat*" is at home there."""
        return self._holders.is_undisputed(state, land)

    def sent_by(self, force: Linked) -> Linked:
        """Give who sends a mission that keeps the peace; anybody else acts himself."""
        return sent_by(force, self._named.gazetteer)

    def dispute_land(self, one: Entity, other: Entity) -> bool:
        """Tell whether two are known to claim one land: what talks of theirs are on need not be told."""
        return self._named.gazetteer.dispute_land(one, other)

    def dispute_soil(self, one: Entity, other: Entity) -> bool:
        """Tell whether two are known to claim one land, and not only waters: who shells the other's town, they know."""
        return self._named.gazetteer.dispute_soil(one, other)

    def homes(self, head: Token) -> tuple[Linked, ...]:
        """Link a head, an armed group, as the state that it rebels against, where the text names that."""
        found = (state for group in self.agents(head) for state in self._agents.homes.of(group, head))
        return tuple(Linked(state, None) for state in dict.fromkeys(found))

    def parted(self, head: Token) -> tuple[Linked, ...]:
        """Link a boundary that no word says whose it is as the two states that the text named last together."""
        return tuple(Linked(state, None) for state in self._agents.referents.parted(head))

    def parties(self, head: Token) -> tuple[Linked, ...]:
        """Link talks, a fight or a pact that its sentence leaves open as the two whom the text told of before."""
        return tuple(Linked(party, None) for party in self._agents.referents.parties(head))

    def told(self, head: Token) -> tuple[Linked, ...]:
        """Link a fight with somebody as the state whom the text told of before, which fights him."""
        return tuple(Linked(state, None) for state in self._agents.referents.told(head))

    def tell_holder(self, land: Entity, holder: Entity) -> None:
        """Take note of who holds a land as the text tells it, for what the text says later."""
        self._holders.tell(land, holder)

    def tell_presence(self, who: Entity, land: Entity, *, by_force: bool) -> None:
        """Take note of whose forces are in a land, or who holds it, as the text tells it, for what it says later."""
        self._presences.tell(who, land, by_force=by_force)

    def presence(self, who: Entity) -> Linked | None:
        """Give the land where the text told last that somebody's forces are; None where it told of none."""
        return self._presences.of(who)

    def powers(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known state or body that acts."""
        return tuple(link for link in self.agents(head) if link.entity.known)

    def groups(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known group that fights a state or wants its land, and not as one of states."""
        entries = ((link, self._named.gazetteer.get(link.entity.id)) for link in self.agents(head))
        return tuple(link for link, entry in entries if entry is not None and entry.kind in ARMED)

    def communities(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a people within a land that is not its own: "the Serbs in Bosnia"."""
        return community_in(head, self._named) or community_of(head, self._named)

    def states(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state by its own name or adjective, and by nobody who acts for it."""
        by_name = head.i in self._named.mention_of and self._named.person_at(head) is None
        return tuple(link for link in self.agents(head) if by_name and link.entity.kind is EntityKind.STATE)

    def countries(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state by its name or adjective, by what takes it up ("the country") or by who rules it."""
        meant = self.agents(head) if may_be_state(head) else ()
        return self.states(head) or tuple(link for link in meant if link.entity.kind is EntityKind.STATE)

    def demonyms(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state by its adjective: "became *Italian*", and not "became *Italy*"."""
        mention = self._named.mention_of.get(head.i)
        return self.states(head) if mention is not None and is_adjective(mention) else ()

    def anything(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place or, failing that, an agent."""
        return self.places(head) or self.agents(head)

    def instruments(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a treaty, declaration or agreement."""
        return self._instruments.of(head)

    def treaties(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as an instrument that has a name of its own or a year, or takes such a one up: "the treaty"."""
        return tuple(link for link in self.instruments(head) if is_specific(link.entity))

    def bodies(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a court, commission or other body that decides."""
        return self._bodies.of(head)

    def names(self, head: Token) -> tuple[Linked, ...]:
        """Take a head's phrase as a name, without quotation marks."""
        return self._matters.names(head)

    def other_name(self, thing: Linked, name: Linked) -> Linked | None:
        """Give a name of a thing that is not its label: "*Dahomey*" where the text says that it was renamed Benin.

        A description is no name: "*the area* that became Benin".
        """
        if name.entity.label != thing.entity.label:
            return name
        if thing.span is None:  # "its name": what that was, the clause does not say
            return None
        text = _without_kind(without_article(thing.span.of(self._named.text)))
        if text == name.entity.label or text.split()[-1].islower():
            return None
        return Linked(nil_entity(text, EntityKind.NAME), thing.span)

    def matter(
        self, heads: Iterable[Token], outside: Span | None = None, parties: Collection[Entity] = ()
    ) -> Entity | None:
        """Give what a relation is about: one place that is known, else the whole phrase as words.

        The words end before `outside`, the relation's object ("referred the dispute to *the court*"), and before its
        parties where these are told with "with", "between" and "for" ("completion of the demarcation *with Laos*").
        """
        return self._matters.of(heads, outside, parties)

    def land_before(self, word: Token, parties: Collection[Entity]) -> Entity | None:
        """Give what lands a sentence tells of before a word: "X held *Y* until the court found for Z"."""
        return self._matters.told_before(word, parties)

    def land_at_issue(
        self, word: Token, parties: Collection[Entity], within: int | None = None
    ) -> Linked | None:
        """Give the land that a text named last before a word of those that all the parties are known to claim.

        It is named `within` so many words; None takes as many as a page has.
        """
        return self._at_issue.before(word, parties, within)

    def land_of(self, noun: Token) -> Entity | None:
        """Give the land by which a noun is called: "the *Bakassi* dispute"."""
        return self._matters.named_before(noun)

    def land_told_of(self, word: Token) -> Linked | None:
        """Give the land that the title names and the text as well: "*Lithuania*: it became free, and troops left"."""
        found = self.left_out("place", word)
        return next((land for land in found if land.entity.id in self._named.known_ids), None)

    def left_out(self, type_: str, clause: Token) -> tuple[Linked, ...]:
        """Give what a clause leaves out where that can be an argument of a type: an ocean claims nothing.

        It is the land that the paragraph is about, else what the title names. What is done in an entry about land is
        done to no state: "Aouzou. Oasis. *Entered* by Libya in 1973", on a page about Chad.
        """
        if self.title is None or type_ not in _LANDS | _ACTING:
            return ()
        is_fit = self._named.is_place if type_ in _LANDS else self._named.is_agent
        land = self._entries.land_at(clause)
        if land is not None and not is_fit(land) and clause.tag_ == "VBN":
            return ()
        meant = land if land is not None and is_fit(land) else self.title
        return (Linked(meant, None),) if is_fit(meant) else ()


@cache
def _kinds_of_land() -> re.Pattern[str]:
    cues = load_cues()
    kinds = "|".join(sorted(cues.places_named | cues.agents_country))
    return re.compile(rf"^(?:[\w'’-]+ ){{0,3}}(?:{kinds}) of (?:the )?(?=[A-Z])")


def _without_kind(name: str) -> str:
    """Give the name alone: "Bechuanaland" of "British protectorate of Bechuanaland"; "Kingdom of Siam" is all name."""
    return _kinds_of_land().sub("", name)


def _years(head: Token) -> frozenset[int]:
    """Give the years that the sentence of a word names."""
    return frozenset(int(t.text) for t in head.sent if len(t) == _YEAR and t.text.isdecimal())
