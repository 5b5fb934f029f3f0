"""Who acts: a state, a body, a group, by name, by whoever acts for it, or by a reference."""

from collections.abc import Sequence

from kgraph.linking.antecedents import Antecedents
from kgraph.linking.authors import FIRST_PERSON, Authors
from kgraph.linking.commanders import commander_of
from kgraph.linking.communities import community_holding, community_of
from kgraph.linking.countries_served import CountriesServed
from kgraph.linking.groups import are_all_members, members_of_named, named_members, twin_names
from kgraph.linking.homes import Homes
from kgraph.linking.institutions import Institutions
from kgraph.linking.leaders import Leaders
from kgraph.linking.linked import Linked
from kgraph.linking.named import AGENT_MODIFIERS, CALLING, NamedThings, is_ethnic, singular
from kgraph.linking.officials_visited import OfficialsVisited
from kgraph.linking.realms import in_history, sharing_noun
from kgraph.linking.serving import Serving
from kgraph.linking.unknown_groups import UnknownGroups
from kgraph.linking.without_office import officer_named, state_beside
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    hyphenated_modifier,
    prepositional_objects,
)
from kgraph.propositions.clauses import resolve_relatives, subject_above, subjects
from kgraph.propositions.quotations import Quotation
from kgraph.reference import Named, Referents, may_take_up_state, stands_for_two
from kgraph.tokens import Token

__all__ = ["Agents"]

_NOT_BY_NAME = frozenset({"adjective", "demonym"})
_ONE_OF_TWO = frozenset({"former", "latter"})  # "the latter's army"
_MINISTRIES = frozenset({"Department", "Ministry"})
_RULING = frozenset({"government"})  # "successive Chinese governments" are China


class Agents:
    """Finds who acts; persons in office act for their state."""

    def __init__(
        self,
        named: NamedThings,
        referable: Sequence[Named],
        title: Entity | None,
        groups: UnknownGroups,
        speech: Sequence[Sequence[Quotation]],
    ):
        """Take what is named, what references can mean, what the title and the text alone name, quotations, speeches.

        References lead from a head to others, and back to here: whom "its troops" act for is asked of `referents`,
        who "he" is of `antecedents`, who "we" are of `authors`.
        """
        self._named = named
        self._cues = named.cues
        self._found: dict[int, tuple[Linked, ...]] = {}
        self._asked: set[int] = set()
        self.referents = Referents(referable, title, self._by_itself, self._state_of)
        self.antecedents = Antecedents(named, self.beside)
        self.authors = Authors(named, speech, self.antecedents, self.of)
        self._institutions = Institutions(named, self.referents.acting, self.beside)
        self.homes = Homes(named)
        self._countries = CountriesServed(named, self.of)
        self._leaders = Leaders(named)
        self._serving = Serving(named, self.homes, self.of)
        self._visited = OfficialsVisited(named, self.of)
        self._groups = groups

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as who acts: a state, a body, a group; persons in office act for their state."""
        if head.i not in self._found:
            self._found[head.i] = ()  # a reference that leads back to itself means nothing
            self._found[head.i] = self._led(head) or self._find(head)
        return self._found[head.i]

    def beside(self, head: Token) -> tuple[Entity, ...]:
        """Give whose a head is: "the *Finnish* government", "*its* troops", "a force of 1,000 *Iraqi* troops"."""
        beside = (m.entity for m in self._named.mentions_beside(head) if self._named.is_agent(m.entity))
        found = self._leading(head) or list(beside)
        if found:
            return tuple(dict.fromkeys(found))
        for child in head.children:
            if self._is_owner(child):
                return self.owning(child) or self._served_by_owner(child, head)
            if child.dep_ == "poss" and stands_for_two(child):  # "the two countries' troops"
                return self.referents.agents(child)
            is_state = child.dep_ == "poss" and child.pos_ == "NOUN" and may_take_up_state(child)
            if is_state and (owners := self.of(child)):  # "the *country's* troops"
                return tuple(link.entity for link in owners)
            if child.dep_ in {"compound", "poss", "nmod"} and child.lemma_.lower() in self._cues.agents_nouns:
                deeper = self.beside(child)
                if deeper:
                    return deeper
        return self._whose_members(head) or self._leaders.of_administration(head) or self._under_lead(head)

    def _leading(self, group: Token) -> list[Entity]:
        """Give X of "X-led forces", where a hyphen parts the two, and of "the X-based government"."""
        kind = first_child(group, "compound")  # "the French-led coalition forces"
        words = (c for t in (group, kind) if t is not None for c in t.children)
        telling = {"based", "led"} if group.lemma_.lower() in _RULING else {"led"}
        led = (c for c in words if c.lower_ in telling and c.i < group.i)
        names = (name for c in led if (name := hyphenated_modifier(c)) is not None and not is_ethnic(name))
        found = (self._named.mention_of[t.i].entity for t in names if t.i in self._named.mention_of)
        return [entity for entity in found if self._named.is_agent(entity)]

    def _led(self, name: Token) -> tuple[Linked, ...]:
        """Link who leads a state as that state where he does what only a state does; a rank as who has it."""
        if (officer := officer_named(name, self._named)) is not None:
            return self.of(officer)
        state = self._leaders.acting(name)
        return (self._said(state, name),) if state is not None else ()

    def _under_lead(self, force: Token) -> tuple[Entity, ...]:
        """Give who leads "the coalition led by France"."""
        leading = (c for c in force.children if c.dep_ == "acl" and c.lemma_.lower() == "lead")
        return tuple(link.entity for verb in leading for t in subjects(verb) for link in self.of(t))

    @staticmethod
    def _is_owner(child: Token) -> bool:
        """Tell whether a word before a noun refers to its owner: "its", "our", "whose"."""
        is_pronoun = child.lower_ in FIRST_PERSON | _ONE_OF_TWO or child.pos_ == "PRON"
        return child.lower_ == "whose" or (child.dep_ == "poss" and is_pronoun)

    def owning(self, owner: Token) -> tuple[Entity, ...]:
        """Give whom "its" of "its troops" means, "whose" of "whose troops"."""
        if owner.lower_ == "whose":
            owners = resolve_relatives((owner,))
            return tuple(link.entity for t in owners if t != owner for link in self.of(t))
        if owner.lower_ in FIRST_PERSON:
            return tuple(link.entity for link in self.authors.first_person(owner))
        return self._countries.of(owner) or self.referents.agents(owner)

    def _served_by_owner(self, owner: Token, noun: Token) -> tuple[Entity, ...]:
        """Give the state of whose official speaks of "*his* country", "*her* troops"."""
        is_state = noun.lemma_.lower() in self._cues.agents_country | self._cues.agents_led
        if not is_state or owner.lower_ not in {"her", "his"}:
            return ()
        above = (t for t in subject_above(owner) if t.tag_ in {"NN", "NNP", "PRP"})
        acting = self._cues.agents_men | self._cues.agents_met | self._cues.agents_nouns
        speakers = [t for t in above if t.tag_ != "NN" or t.lemma_.lower() in acting]
        served = {link.entity for t in speakers for link in self.of(t)}
        return tuple(served) if len(served) == 1 else ()

    def _whose_members(self, group: Token) -> tuple[Entity, ...]:
        """Give whose "a force of 1,000 Iraqi troops", "soldiers from both sides" are."""
        around = prepositional_objects(group)
        for member in around.get("of", ()):
            if member.lemma_.lower() in self._cues.agents_nouns and (whose := self.beside(member)):
                return whose
        sides = [t for t in around.get("on", ()) if t.lemma_.lower() == "side"]  # "commanders on both sides"
        members = [*around.get("of", ()), *around.get("from", ()), *sides]
        named = [name for member in members for name in self._name_behind(member)]
        if named:
            return tuple(self._named.mention_of[name.i].entity for name in named)
        # "negotiators from the government of X and the Y"
        senders = [link.entity for member in around.get("from", ()) for link in self.of(member)]
        if senders:
            return tuple(dict.fromkeys(senders))
        return tuple(entity for member in members for entity in self.referents.agents(member))

    def _is_venue(self, mention: Mention, name: Token) -> bool:
        """Tell whether a capital only says where talks are held: "the *Havana* talks with the FARC"."""
        is_before = (
            mention.how == "capital" and name.dep_ in {"compound", "nmod"} and name.i + 1 == name.head.i
        )
        return is_before and name.head.lemma_.lower() in self._cues.presupposed_ongoing

    def _find(self, head: Token) -> tuple[Linked, ...]:
        person = self._named.person_at(head)
        if person is not None:
            served = self._named.state_served(person) or state_beside(head, person, self._named)
            return (self._said(served, head),) if served is not None else ()
        mention = self._named.mention_of.get(head.i)
        if mention is not None:
            is_of_one = self._groups.is_of_one_fighter(head)
            if is_ethnic(head) or is_of_one or self._is_venue(mention, head):
                return ()
            return (
                community_of(head, self._named)
                or community_holding(head, self._named)
                or self._groups.fighting(mention, head)
                or self._listed(mention, head)
                or self._mentioned(mention, head)
            )
        members = (
            named_members(head, self._is_named_agent) or self._name_behind(head) or self._land_named(head)
        )
        if members:
            return tuple(link for token in members for link in self.of(token))
        if singular(head) in self._cues.agents_related and first_child(head, "poss") is not None:
            # it is nobody's own that a neighbour is; who several are, only their names tell
            others = self.referents.agents(head) if head.tag_ == "NN" else ()
            return self._apposed_names(head) or tuple(Linked(entity, None) for entity in others)
        owners = self._institutions.seated(head) or self._institutions.told_before(head)
        if owners := owners or self._serving.of_fallen(head):
            return tuple(self._said(entity, head) for entity in owners)
        if (held := self.referents.once_held(head)) is not None:
            return tuple(Linked(entity, None) for entity in held)
        # "Chinese Muslims" are not China
        are_people = head.ent_type_ == "NORP" and head.tag_ in {"NNS", "NNPS"}
        is_paper = singular(head) in self._cues.instruments_nouns  # "the Treaties of San Stefano and Berlin"
        is_body = head.ent_type_ in {"NORP", "ORG"} and not (
            are_people or is_paper or self._groups.is_one(head)
        )
        is_states = singular(head) in self._cues.agents_nouns and not self._groups.is_society(head)
        if is_body or (is_states and not self._are_rising(head)):
            beside = self.beside(head)
            if beside:
                if self._are_members(head, beside) or self._are_parts(head, beside):
                    return ()
                acting = self._served_by_outsider(beside) if self._is_outsider(head) else beside
                return tuple(self._said(entity, head) for entity in acting)
        found = (
            self._group_of_members(head)
            or commander_of(head, self._named)
            or self._called_so(head)
            or self._counted(head)
            or self._twins(head)
            or self._groups.beside(head)
            or self._referred(head)
            or self._ministry(head)
            or sharing_noun(head, self._named, EntityKind.ORGANIZATION)
            or (() if is_paper else self._groups.of(head))
            or in_history(head, self._named)
        )
        if found:
            return found
        owners = (
            self._institutions.of(head)
            or self._serving.of(head)
            or self._institutions.where_written(head)
            or self._visited.of(head)
        )
        return tuple(self._said(entity, head) for entity in owners)

    def _are_parts(self, head: Token, beside: Sequence[Entity]) -> bool:
        """Tell whether several states are parts of the one named: "the *Yugoslav republics*", "the German states"."""
        is_plural = head.tag_ in {"NNS", "NNPS"}
        return is_plural and len(beside) == 1 and singular(head) in self._cues.agents_country - _RULING

    def _are_rising(self, head: Token) -> bool:
        """Tell whether fighters are no state's: "Somali *Islamist* fighters", "Chadian *rebel* commandos"."""
        kinds = self._cues.agents_fighting
        of_no_state = kinds | self._cues.agents_epithets
        return head.lemma_.lower() in kinds and any(c.lemma_.lower() in of_no_state for c in head.children)

    def _name_behind(self, head: Token) -> tuple[Token, ...]:
        """Give the name right behind a kind: "the militant group *Hamas*", "the group known as *M23*"."""
        kinds = set()
        if head.lemma_.lower() in self._cues.agents_called:
            kinds.add(EntityKind.ORGANIZATION)
        if head.tag_ == "NN" and head.lemma_.lower() in self._cues.agents_companions:
            is_whole = head.i + 1 < len(head.doc) and head.nbor(1).dep_ not in AGENT_MODIFIERS
            kinds |= {EntityKind.STATE, EntityKind.ORGANIZATION} if is_whole else {EntityKind.STATE}
        if head.pos_ != "NOUN" or not kinds or head.i + 1 >= len(head.doc):
            return ()
        calling = (c for c in head.children if c.dep_ == "acl" and c.lemma_.lower() in CALLING)
        called = (t for c in calling for t in (*c.children, *prepositional_objects(c).get("as", ())))
        for name in (head.nbor(1), *called):
            mention = self._named.mention_of.get(name.i)
            is_of_kind = mention is not None and mention.entity.kind in kinds
            if is_of_kind and self._is_named_agent(name):
                return (name,)
        return ()

    def _land_named(self, head: Token) -> tuple[Token, ...]:
        """Give the name of "the French department of *Mayotte*", which is not France."""
        if head.lemma_.lower() not in self._cues.places_named or head.tag_ not in {"NN", "NNP"}:
            return ()  # "the republics of X" are none of them X
        named = (t for t in prepositional_objects(head).get("of", ()) if self._is_named_agent(t))
        # "the region of *northern* X" is a part
        return tuple(t for t in named if first_child(t, "amod") is None)

    def _is_named_agent(self, token: Token) -> bool:
        mention = self._named.mention_of.get(token.i)
        return (
            mention is not None and mention.how not in _NOT_BY_NAME and self._named.is_agent(mention.entity)
        )

    def _said(self, entity: Entity, head: Token) -> Linked:
        """Link a head, a body by its name alone: texts call it by several ("*LRA* fighters")."""
        is_body = entity.kind is EntityKind.ORGANIZATION and head.i not in self._named.mention_of
        names = (m.span for m in self._named.mentions_beside(head) if m.entity == entity) if is_body else ()
        return Linked(entity, next(iter(names), None) or self._named.phrase(head))

    def _mentioned(self, mention: Mention, head: Token) -> tuple[Linked, ...]:
        if mention.entity.kind is EntityKind.INSTRUMENT:
            return self._party_in_name(head)
        if self._is_inside(mention, head):
            return ()
        entity = self._named.state_of_part(mention) or mention.entity
        return (self._said(entity, head),) if self._named.is_agent(entity) else ()

    def _listed(self, mention: Mention, head: Token) -> tuple[Linked, ...]:
        """Link "the Central *Powers* (A, B and C)" as those whom the text lists as its members."""
        are_several = singular(head).rpartition(" ")[2] in self._cues.agents_groups and head.text.endswith(
            "s"
        )
        if mention.entity.kind is not EntityKind.ORGANIZATION or not are_several:
            return ()
        named = (i for i, m in self._named.mention_of.items() if m.entity == mention.entity and i < head.i)
        before = (head.doc[i] for i in sorted(named))
        members = members_of_named(head, before, self._is_named_agent)
        return tuple(link for token in members for link in self.of(token))

    def _apposed_names(self, head: Token) -> tuple[Linked, ...]:
        """Link "its ally, Spain" as whom it names."""
        apposed = (c for c in head.children if c.dep_ == "appos" and self._is_named_agent(c))
        return tuple(link for token in apposed for link in self.of(token))

    def _is_inside(self, mention: Mention, head: Token) -> bool:
        """Tell whether a word only belongs to a name that another word heads: "*Falkland* Islands"."""
        is_modifier = head.dep_ in {"amod", "compound", "nmod"}
        return is_modifier and self._named.mention_of.get(head.head.i) is mention

    def _party_in_name(self, head: Token) -> tuple[Linked, ...]:
        """Link a state inside an instrument's name: "the security treaty between Japan and the US"."""
        party = self._named.called(head.text) if head.pos_ == "PROPN" else None
        span = Span(start=head.idx, end=head.idx + len(head.text))
        return (Linked(party, span),) if party is not None and self._named.is_agent(party) else ()

    def _is_outsider(self, head: Token) -> bool:
        """Tell whether somebody acts for no state: "a Colombian rebel leader"."""
        return any(
            c.dep_ in AGENT_MODIFIERS and c.lower_ in self._cues.agents_outsiders for c in head.children
        )

    @staticmethod
    def _served_by_outsider(beside: Sequence[Entity]) -> Sequence[Entity]:
        """Give for whom "rebel leaders of the X" act: for a group, but for no state."""
        return [entity for entity in beside if entity.kind is EntityKind.ORGANIZATION]

    def _group_of_members(self, head: Token) -> tuple[Linked, ...]:
        """Link "Hezbollah militants", "its gunmen" and "remnants of the Taliban" as the group."""
        lemma = head.lemma_.lower()
        is_force = lemma in {"member", "remnant"} or lemma in self._cues.agents_fighting
        if not is_force and lemma not in self._cues.agents_members:
            return ()
        beside = [m.entity for m in self._named.mentions_beside(head)] or self._belonging_to(head)
        beside = beside or [*(self.beside(head) if is_force else ())]
        bodies = (e for e in beside if e.kind is EntityKind.ORGANIZATION)
        groups = [e for e in bodies if are_all_members(head) or self._acts_by_members(e)]
        return tuple(self._said(e, head) for e in (beside if groups and self._is_joined(head) else groups))

    def _belonging_to(self, member: Token) -> list[Entity]:
        """Give what "rebels *with the LRA*", "fighters belonging *to Hamas*" are members of."""
        clauses = (c for c in member.children if c.dep_ == "acl" and c.lemma_.lower() == "belong")
        inside = [t for clause in clauses for t in prepositional_objects(clause).get("to", ())]
        inside += prepositional_objects(member).get("with", ())
        return [self._named.mention_of[t.i].entity for t in inside if t.i in self._named.mention_of]

    def _is_joined(self, head: Token) -> bool:
        """Tell whether a state and a group are joined before a noun: "*Israel and Hezbollah* guerrillas"."""
        modifiers = [c for c in head.children if c.dep_ in AGENT_MODIFIERS]
        return len(modifiers) == 1 and all(t.i in self._named.mention_of for t in conjuncts(modifiers[0]))

    def _called_so(self, head: Token) -> tuple[Linked, ...]:
        """Link "the rebel group known as the FARC", "the main rebel group, the FARC" by the name that is said."""
        if head.lemma_.lower() in self._cues.agents_called and (apposed := self._apposed_names(head)):
            return apposed
        called = [c for c in head.children if c.dep_ == "acl" and c.lemma_.lower() == "know"]
        names = [t for c in called for t in prepositional_objects(c).get("as", ())]
        known = [self._named.mention_of[t.i].entity for t in names if t.i in self._named.mention_of]
        bodies = [entity for entity in known if entity.kind is EntityKind.ORGANIZATION]
        return (self._said(bodies[0], head),) if bodies and head.pos_ == "NOUN" else ()

    def _are_members(self, head: Token, bodies: Sequence[Entity]) -> bool:
        """Tell whether a noun is of states that are members of a body, and not the body: "no UN member state"."""
        if singular(head) not in self._cues.agents_country:
            return False
        entries = map(self._named.gazetteer.get, (body.id for body in bodies))
        return all(entry is not None and entry.kind in self._cues.bodies_of_states for entry in entries)

    def _twins(self, head: Token) -> tuple[Linked, ...]:
        """Link "the two Koreas" as the states of that name."""
        called = (self._named.called(name) for name in twin_names(head))
        states = [entity for entity in called if entity is not None and entity.kind is EntityKind.STATE]
        return tuple(self._said(state, head) for state in states[:2]) if len(states) > 1 else ()

    def _counted(self, head: Token) -> tuple[Linked, ...]:
        """Link "five of its warships" as whose they are."""
        is_of_them = bool(self.referents.agents(head))  # "all three of them"
        counted = prepositional_objects(head).get("of", ()) if head.tag_ == "CD" and not is_of_them else ()
        return tuple(link for token in counted for link in self.of(token))

    def _acts_by_members(self, body: Entity) -> bool:
        """Tell whether what members do the body does: not so where its members are states ("most EU members")."""
        entry = self._named.gazetteer.get(body.id)
        return entry is None or entry.kind not in self._cues.bodies_of_states

    def _referred(self, head: Token) -> tuple[Linked, ...]:
        """Link "it", "both sides", "he", "we", "the Secretary" as whom they mean or act for."""
        states = (
            self.antecedents.states_of_two(head)
            or self.referents.host(head)
            or self._countries.of(head)
            or self.referents.agents(head)
            or self._state_of(head)
            or self._governed(head)
            or self.antecedents.group_led(head)
        )
        if states:
            return tuple(Linked(entity, None) for entity in states)
        served = self._named.state_served(self.antecedents.described(head))
        official = self.antecedents.officers.unnamed(head) if served is None else None
        states = (served,) if served is not None else self.beside(official) if official is not None else ()
        return self.authors.first_person(head) or tuple(Linked(state, None) for state in states)

    def _governed(self, head: Token) -> tuple[Entity, ...]:
        """Give the place with a government that "the island", "the enclave" takes up: "talks with the island".

        Whoever invades a dependency fights with the state that holds it.
        """
        is_met = head.dep_ == "pobj" and head.head.lower_ in {"against", "with"}
        if head.pos_ != "NOUN" or not (is_met or head.dep_ in {"dobj", "nsubjpass"}):
            return ()
        places = (place for place in self.referents.places(head) if self._named.is_agent(place))
        entries = ((place, self._named.gazetteer.get(place.id)) for place in places)
        return tuple(
            place for place, entry in entries if is_met or entry is None or entry.kind != "dependency"
        )

    def _state_of(self, pronoun: Token) -> tuple[Entity, ...]:
        """Give the state that "he" or "she" acts for, where the person before holds an office."""
        if pronoun.lower_ not in {"he", "she", "him", "her", "his"}:
            return ()
        person = self.antecedents.of(pronoun)
        served = self._named.state_served(person)
        if served is not None:
            return (served,)
        official = self.antecedents.official_of(pronoun) if person is None else None
        return self.beside(official) if official is not None else ()

    def _by_itself(self, head: Token) -> tuple[Entity, ...]:
        """Give the agents that a head names itself, without following references."""
        if head.i in self._asked:  # "the forces of its neighbour": it is not asked for while it is looked for
            return ()
        self._asked.add(head.i)
        cues, lemma = self._cues, head.lemma_.lower()
        is_one = head.tag_ in {"NN", "NNP"} and lemma in cues.agents_institutions  # "the army"
        is_counted = (lemma in cues.agents_both or lemma in cues.agents_counted) and not is_one
        is_counted = is_counted and not (self.beside(head) or self._institutions.told_before(head))
        is_reference = head.pos_ == "PRON" or is_counted
        found = () if is_reference else tuple(link.entity for link in self.of(head))
        self._asked.discard(head.i)
        return found

    def _ministry(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Foreign Ministry" of a statement as the state whose statement it is."""
        issuer = self.authors.issuer if head.text in _MINISTRIES else None
        return (Linked(issuer, self._named.phrase(head)),) if issuer is not None else ()

    def press(self, head: Token) -> tuple[Linked, ...]:
        """Link a newspaper or agency, which says things and does nothing."""
        known = self._named.entity_at(head) is not None
        return () if known else self._groups.of(head, as_speaker=True)
