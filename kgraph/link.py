"""The heads of arguments to entities: gazetteer, then persons and offices, then descriptions; else nothing.

A head stands for more than its own word: "the Finnish government", "troops from Russia" and "Prime Minister
Abe" act for a state; "the islands of Iturup and Kunashir" are two places. What the gazetteer does not know but
the text describes ("islands at the Amur and Ussuri confluence") becomes an entity of its own, `known` false.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from kgraph.cues import load_cues
from kgraph.gazetteer import Entry, Gazetteer
from kgraph.model import Document, Entity, EntityKind, Mention, Span
from kgraph.persons import Person
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    hyphenated_modifier,
    joined_lemma,
    noun_phrase,
    prepositional_objects,
)
from kgraph.propositions.clauses import resolve_relatives, subject_above
from kgraph.propositions.quotations import Quotation
from kgraph.reference import Named, Referents
from kgraph.vocab import nil_entity

T = TypeVar("T")

__all__ = ["Linked", "Linker"]

_BODIES = frozenset({EntityKind.TRIBUNAL, EntityKind.ORGANIZATION})
_SAYS_WHAT = frozenset({"of", "on", "concerning"})  # what an instrument is of
_WHERE = frozenset({"in", "at", "near", "outside", "through"})
_AGENT_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "npadvmod", "nummod"})
_OF_AGENT = frozenset({"of", "from", "in", "for"})
# Words before a noun that do not say which place is meant.
_UNSPECIFIC = frozenset(
    {"disputed", "contested", "breakaway", "neighboring", "neighbouring", "nearby", "so-called", "remaining"}
)
_NAMED_BY_OF = frozenset({"memorandum", "treaty", "protocol", "declaration", "convention"})
_BYLINE_CHARACTERS = 300  # in the opening of a release stands who issues it
_FIRST_PERSON = frozenset({"we", "our", "us", "ours"})
_SPEAKER = frozenset({"i", "my"})  # only in what is marked as somebody's speech
_PERSONAL = frozenset({"he", "him", "she", "her", "his", "who"})
_LEADING = frozenset(
    {"president", "premier", "prime", "chancellor", "king", "queen", "emir", "sultan", "ruler"}
)
_QUANTITIES = frozenset({"all", "most", "much", "some", "many", "several", "one", "parts", "both"})
# Words that describe one in office, and what his title must have in it.
_DESCRIBING = {
    **{word: word for word in ("president", "minister", "leader", "premier", "chancellor", "secretary")},
    "diplomat": "minister",
}
_QUOTES = "\"'“”‘’«»„`"
_NAMES_BACK = 12  # words of names that "he" looks back over
_TWO_BACK = 3  # sentences that "the two leaders" looks back over
_MAX_TOKENS_BACK = 120  # how far "the islands" looks for a description of them: some four sentences
_SPACE = re.compile(r"\s+")
_BRACKETED = re.compile(r"\s?\([^()]*\)")
_ACRONYM = re.compile(r"^[A-Z][A-Z.&-]{1,6}s?$")


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity and the words that stand for it; no `span` where they are elsewhere (a reference)."""

    entity: Entity
    span: Span | None  # in code points of the parsed part
    are_people: bool = False  # of a state: its officials, whom one can meet


class Linker:
    """Links the heads of one parsed part of a document."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        persons: Sequence[Person],
        gazetteer: Gazetteer,
        document: Document,
        speech: Sequence[Sequence[Quotation]] = (),
    ):
        """Index what is named.

        Args:
            doc: the part, parsed.
            mentions: what the gazetteer found in it.
            persons: who is named in it.
            gazetteer: the known things.
            document: that the part is of.
            speech: its quotations and the speeches of a transcript, each in order and without overlap.
        """
        self._doc = doc
        self._speech = speech
        self._text = doc.text  # spaCy puts it together anew each time
        self._cues = load_cues()
        self._gazetteer = gazetteer
        self._document_id = document.id
        self._mention_of = _by_token(doc, ((m.span, m) for m in mentions))
        self._person_of = _by_token(doc, ((s, p) for p in persons for s in p.mentions))
        self._titled = _by_token(doc, ((s, p) for p in persons for s in p.titles))
        lists = dict.fromkeys(names for p in persons for names in p.company)
        self._listed = _by_token(doc, ((span, names) for names in lists for span in names))
        self._sharing = _by_token(doc, _sharers(persons).items())
        self._agents_of: dict[int, tuple[Linked, ...]] = {}
        self._issuer: tuple[Entity, ...] | None = None  # found when first asked for
        self.title = self._title_entity(document.title)
        self._referents = Referents(self._named(), self.title, self._named_agents)

    def named(self, head: Token) -> Entity | None:
        """Give what a head names, of whatever kind it is."""
        person, mention = self._person_of.get(head.i), self._mention_of.get(head.i)
        return person.entity if person is not None else mention.entity if mention is not None else None

    # -- what a head stands for ---------------------------------------------------------------------

    def agents(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as who acts: a state, a body, a group; persons in office act for their state."""
        if head.i not in self._agents_of:
            self._agents_of[head.i] = ()  # a reference that leads back to itself means nothing
            self._agents_of[head.i] = self._find_agents(head)
        return self._agents_of[head.i]

    def _person_at(self, head: Token) -> Person | None:
        """Give whom a head names: by a name, or by the title beside one ("President" of "President of X N. N.")."""
        return self._person_of.get(head.i) or self._titled.get(head.i)

    def _find_agents(self, head: Token) -> tuple[Linked, ...]:
        person = self._person_at(head)
        if person is not None:
            served = _state_served(person)
            return (Linked(served, self._phrase(head)),) if served is not None else ()
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.entity.kind is EntityKind.INSTRUMENT:
            return self._party_in_name(head)
        if mention is not None:
            return (Linked(mention.entity, self._phrase(head)),) if self._is_agent(mention.entity) else ()
        if _singular(head) in self._cues.agents_nouns or head.ent_type_ in {"NORP", "ORG"}:
            named = self._agent_beside(head)
            if named and self._is_outsider(head):
                return ()
            if named:
                return tuple(Linked(entity, self._phrase(head)) for entity in named)
        if head.lemma_.lower() in self._cues.agents_members:
            groups = [m for m in self._mentions_beside(head) if m.entity.kind is EntityKind.ORGANIZATION]
            if groups:
                return tuple(Linked(group.entity, self._phrase(head)) for group in groups)
        referred = self._referents.agents(head) or self._state_of(head)
        if referred:
            return tuple(Linked(entity, None) for entity in referred)
        if head.lower_ in _FIRST_PERSON | _SPEAKER:
            return self._first_person(head)
        described = self._described_official(head)
        return (Linked(described, None),) if described is not None else self._unknown_agent(head)

    def _first_person(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "we", "our": those named beside it, else for whom the speaker acts, else whose text it is."""
        beside = [t for c in pronoun.children if c.dep_ == "appos" for t in conjuncts(c)]
        if beside:
            return tuple(link for token in beside for link in self.agents(token))
        around = self._around(pronoun.idx)
        if around:
            served = _state_served(next((p for q in around if (p := self._speaking(q)) is not None), None))
            return (Linked(served, None),) if served is not None else ()
        author = self._author() if pronoun.lower_ in _FIRST_PERSON else None
        return (Linked(author, None),) if author is not None else ()

    def _around(self, at: int) -> list[Quotation]:
        """Give the quotation and the speech that a place stands in, in this order."""
        found = []
        for spoken in self._speech:
            before = bisect_right(spoken, at, key=lambda quotation: quotation.span.start)
            found += [q for q in spoken[max(0, before - 1) : before] if at < q.span.end]
        return found

    def voice_at(self, at: int) -> Linked | None:
        """Link whose words stand at a place, in code points; None where it is the text's own or nobody's."""
        voices = (self.voice(quotation) for quotation in self._around(at))
        return next((voice for voice in voices if voice is not None), None)

    def _speaking(self, quotation: Quotation) -> Person | None:
        heads = (*quotation.label, *((quotation.speaker,) if quotation.speaker is not None else ()))
        named = [self._person_of[t.i] for t in heads if t.i in self._person_of]
        pronoun = next((t for t in heads if t.lower_ in {"he", "she"}), None)
        return named[0] if named else self._antecedent(pronoun) if pronoun is not None else None

    def voice(self, quotation: Quotation) -> Linked | None:
        """Link whose words a quotation or a speech in a transcript is; None where the text does not say.

        Who signs a text speaks in his own voice also where it is a transcript.
        """
        person = self._speaking(quotation)
        heads = (*quotation.label, *((quotation.speaker,) if quotation.speaker is not None else ()))
        if person is not None and heads:
            is_own = bool(quotation.label) and person == self._signatory
            return None if is_own else Linked(person.entity, self._phrase(heads[-1], post=False))
        return next(iter(self.speakers(quotation.speaker)), None) if quotation.speaker is not None else None

    def _author(self) -> Entity | None:
        """Give whose statement the text is: "We, the ministers of X", the byline, else the state that states."""
        if self._issuer is None:
            found = self._named_author() or self._signing() or self._stating()
            self._issuer = tuple(found[:1])
        return next(iter(self._issuer), None)

    def _named_author(self) -> list[Entity]:
        firsts = (t for t in self._doc if t.lower_ == "we" and first_child(t, "appos") is not None)
        return [link.entity for t in firsts for link in self.agents(t)][:1]

    @cached_property
    def _signatory(self) -> Person | None:
        """Find the official of a byline: "Ned Price, Department Spokesperson" on a line of its own."""
        opening = {t.i: t.sent for t in self._doc if t.idx < _BYLINE_CHARACTERS}
        said = {"VERB", "AUX"}
        bylines = {i for i, s in opening.items() if not any(t.pos_ in said or t.text == ":" for t in s)}
        people = (self._person_of[i] for i in sorted(bylines) if i in self._person_of)
        return next((p for p in people if p.official and p.office), None)

    def _signing(self) -> list[Entity]:
        person = self._signatory
        return [person.office.agent] if person is not None and person.office else []

    def _stating(self) -> list[Entity]:
        """Find who is most often the subject of "reaffirms", "welcomes", "calls on" outside quotations."""
        stating = Counter(
            mention.entity
            for index, mention in self._mention_of.items()
            if self._doc[index].dep_ == "nsubj"
            and self._doc[index].head.tag_ == "VBZ"
            and self._doc[index].head.lemma_.lower() in self._cues.reporting_stating
            and self._is_agent(mention.entity)
            and not self._around(self._doc[index].idx)
        )
        first = stating.most_common(2)
        return [first[0][0]] if first and (len(first) == 1 or first[0][1] > first[1][1]) else []

    def _state_of(self, pronoun: Token) -> tuple[Entity, ...]:
        """Give the state that "he" or "she" acts for, where the person before holds an office."""
        is_personal = pronoun.lower_ in {"he", "she", "him", "her", "his"}
        served = _state_served(self._antecedent(pronoun)) if is_personal else None
        return (served,) if served is not None else ()

    def _is_outsider(self, head: Token) -> bool:
        """Tell whether somebody acts for no state: "a Colombian rebel leader"."""
        return any(
            c.dep_ in _AGENT_MODIFIERS and c.lower_ in self._cues.agents_outsiders for c in head.children
        )

    def _party_in_name(self, head: Token) -> tuple[Linked, ...]:
        """Link a state inside an instrument's name: "the security treaty between Japan and the US"."""
        entries = self._gazetteer.by_name(head.text) if head.pos_ == "PROPN" else ()
        span = Span(start=head.idx, end=head.idx + len(head.text))
        return (Linked(entries[0].entity, span),) if entries and entries[0].is_agent else ()

    def persons(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person where it is one, else as an agent."""
        person = self._person_at(head)
        if person is not None:
            return (Linked(person.entity, self._phrase(head)), *self._company(head, person))
        if head.i in self._sharing:
            return tuple(Linked(p.entity, None) for p in self._sharing[head.i])
        apposed = self._apposed_persons(head)
        if apposed:
            return apposed
        if head.lower_ in {"he", "she", "him"} or (head.lower_ in {"his", "her"} and head.dep_ == "poss"):
            return self._person_before(head)
        if head.lower_ == "we":
            return self._states_named_by(head)
        if head.lower_ in {"their", "they"}:
            together = self._persons_together(head)
            if len(together) >= 2:
                return together
        return self._two_persons(head) or self._described_person(head) or self._officials(head)

    def _officials(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as an agent, or as its people: "Sudanese and Egyptian officials"."""
        are_people = head.tag_ == "NNS" and head.lemma_.lower() in self._cues.agents_men
        return tuple(replace(link, are_people=are_people) for link in self.agents(head))

    def _two_persons(self, head: Token) -> tuple[Linked, ...]:
        """Link "the two leaders" to the two persons in office of the nearest sentence that names just two."""
        counted = {c.lower_ for c in head.children} & {"two", "both"}
        if not counted or head.tag_ != "NNS" or head.lemma_.lower() not in self._cues.agents_men:
            return ()
        sentence = head.sent
        for _ in range(_TWO_BACK):
            inside = self._person_places[
                bisect_left(self._person_places, sentence.start) : bisect_left(
                    self._person_places, min(sentence.end, head.i)
                )
            ]
            found = dict.fromkeys(self._person_of[i].entity for i in inside if self._person_of[i].official)
            if len(found) >= 2 or sentence.start == 0:
                return tuple(Linked(entity, None) for entity in found) if len(found) == 2 else ()
            sentence = head.doc[sentence.start - 1].sent
        return ()

    def _states_named_by(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link the states of "We, the foreign ministers of A and B,"."""
        apposed = [t for c in pronoun.children if c.dep_ == "appos" for t in c.subtree]
        named = [t for t in apposed if t.i in self._mention_of and t.dep_ in {"pobj", "conj"}]
        states = [t for t in named if self._mention_of[t.i].entity.kind is EntityKind.STATE]
        return tuple(Linked(self._mention_of[t.i].entity, self._phrase(t)) for t in states)

    def _company(self, head: Token, person: Person) -> tuple[Linked, ...]:
        """Link the others of a list of names that the parser did not read as one, but hung below this name."""
        own = [head, *(c for c in head.children if self._person_of.get(c.i) is person)]
        names = next((self._listed[t.i] for t in own if t.i in self._listed), ())
        words = [self._doc.char_span(s.start, s.end, alignment_mode="expand") for s in names]
        below = [w[-1] for w in words if w is not None and head.is_ancestor(w[-1])]
        others = [t for t in below if self._person_of.get(t.i, person) is not person]
        return tuple(Linked(self._person_of[t.i].entity, self._phrase(t)) for t in others)

    def _apposed_persons(self, head: Token) -> tuple[Linked, ...]:
        """Link "his Japanese counterpart Taro Kono" where the parser makes the name an apposition."""
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)]
        return tuple(
            Linked(self._person_of[t.i].entity, self._phrase(t)) for t in apposed if t.i in self._person_of
        )

    def _persons_together(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "they", "their" to the persons who are subject above it, or of the sentence before."""
        found = [link for t in subject_above(pronoun) for link in self.persons(t)]
        start = pronoun.sent.start
        if len(found) < 2 and start:
            before = [
                c for c in pronoun.doc[start - 1].sent.root.children if c.dep_ in {"nsubj", "nsubjpass"}
            ]
            found = [link for c in before for t in conjuncts(c) for link in self.persons(t)]
        return tuple(link for link in found if link.entity.kind is EntityKind.PERSON)

    def humans(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person and nothing else."""
        return tuple(link for link in self.persons(head) if link.entity.kind is EntityKind.PERSON)

    def _person_before(self, head: Token) -> tuple[Linked, ...]:
        person = self._antecedent(head)
        return (Linked(person.entity, None),) if person is not None else ()

    def _antecedent(self, pronoun: Token) -> Person | None:
        """Find who "he" is: the person who is subject above it or of the sentence before, else the last named."""
        start = pronoun.sent.start
        before = pronoun.doc[start - 1].sent.root.children if start else ()
        last = [c for c in before if c.dep_ in {"nsubj", "nsubjpass"}]
        for token in (*subject_above(pronoun), *_subjects_after(pronoun), *last):
            if person := self._person_of.get(token.i) or self._described_holder(token):
                return person
            if token.i < pronoun.i and token.lower_ in {"he", "she"}:
                return self._antecedent(token)
        return self._named_last(pronoun)

    def _named_last(self, pronoun: Token) -> Person | None:
        """Give the person named last before a pronoun; whom its own sentence goes on to name is somebody else."""
        at = bisect_left(self._person_places, pronoun.i)
        end = bisect_left(self._person_places, pronoun.sent.end)
        others = {self._person_of[i].entity.id for i in self._person_places[at:end]}
        earlier = (self._person_of[i] for i in reversed(self._person_places[max(0, at - _NAMES_BACK) : at]))
        return next((person for person in earlier if person.entity.id not in others), None)

    @cached_property
    def _person_places(self) -> Sequence[int]:
        return sorted(self._person_of)

    def _described_person(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Russian president", "the top Russian diplomat" to the one person in office who fits."""
        person = self._described_holder(head)
        return (Linked(person.entity, None),) if person is not None else ()

    def _described_official(self, head: Token) -> Entity | None:
        """Give the state that "the Secretary" acts for, where one person of the text is described so."""
        return _state_served(self._described_holder(head))

    def _described_holder(self, head: Token) -> Person | None:
        word = head.lemma_.lower()
        if word not in _DESCRIBING or head.tag_ not in {"NN", "NNP"} or head.ent_type_ == "PERSON":
            return None
        said = {c.lower_ for c in head.children}
        if said.isdisjoint({"the", "his", "her"}) or "former" in said:
            return None
        in_office = self._in_office[_DESCRIBING[word]]
        agents = self._agent_beside(head) or tuple(in_office)
        fits = {id_: person for agent in agents for id_, person in in_office.get(agent, {}).items()}
        exact = {id_: person for id_, person in fits.items() if _is_called(person, head)}
        found = exact or fits
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _in_office(self) -> Mapping[str, Mapping[Entity, Mapping[str, Person]]]:
        """Give the persons by a word of their office's title and by whose office it is."""
        found: defaultdict[str, defaultdict[Entity, dict[str, Person]]]
        found = defaultdict(lambda: defaultdict(dict))
        for person in self._person_of.values():
            for word in _descriptions(person.office.title.lower()) if person.office else ():
                if person.office:
                    found[word][person.office.agent][person.entity.id] = person
        return found

    def speakers(self, head: Token) -> tuple[Linked, ...]:
        """Link whose word something is: a person by name, else the agent, else the group as the text calls it."""
        found = self.persons(head)
        if not found and head.ent_type_ == "PERSON":  # "Lavrov said", and no more is told of him
            return (Linked(nil_entity(head.text, EntityKind.PERSON), self._phrase(head, post=False)),)
        if found or head.pos_ != "NOUN":
            return found
        return self._described(head, EntityKind.ORGANIZATION, post=False)

    def polities(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state, a body or a known territory; a pronoun rather as the territory."""
        is_pronoun = head.pos_ == "PRON"
        found = (self.places(head) if is_pronoun else ()) or self.agents(head) or self.places(head)
        return tuple(link for link in found if link.entity.known)

    def powers(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known state or body that acts."""
        return tuple(link for link in self.agents(head) if link.entity.known)

    def territories(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a known territory, and no state."""
        return tuple(
            link
            for link in self.places(head)
            if link.entity.known and link.entity.kind is EntityKind.TERRITORY
        )

    def states(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a state by its own name or adjective, and by nobody who acts for it."""
        named = head.i in self._mention_of and self._person_at(head) is None
        return tuple(link for link in self.agents(head) if named and link.entity.kind is EntityKind.STATE)

    def places(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place; a group that names its members gives the members."""
        if head.lower_ in _PERSONAL:
            return ()
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.how == "demonym":
            return ()
        if mention is not None and not _is_adjective(mention):
            return self._named_place(head, mention) if self._is_place(mention.entity) else ()
        if _is_idle_part(head):
            return ()
        members = (
            self._some_of(head)
            or self._region_of_state(head)
            or self._members(head)
            or self._named_by_modifier(head)
            or self._named_after_kind(head)
        )
        if members:
            return (*members, *self._included(head))
        apposed_to = self._apposed_to(head) or self._regarded(head)
        if apposed_to:
            return apposed_to
        referred = self._referents.places(head) or self._own_land(head)
        if referred:
            return tuple(Linked(entity, None) for entity in referred)
        if self._is_bare_reference(head):
            return self._described_before(head)
        if joined_lemma(head) in self._cues.places_nouns and head.pos_ in {"NOUN", "PROPN"}:
            described = self._described(head, EntityKind.TERRITORY, drop=_UNSPECIFIC)
            return (*described, *self._included(head))
        if head.ent_type_ in {"GPE", "LOC"} and head.pos_ == "PROPN":
            return self._described(head, EntityKind.TERRITORY, post=False)
        return ()

    def _some_of(self, head: Token) -> tuple[Linked, ...]:
        """Describe "two of the islands", which are not all of them."""
        whole = prepositional_objects(head).get("of", ()) if head.tag_ == "CD" else ()
        if len(whole) != 1 or whole[0].lemma_.lower() not in self._cues.places_nouns:
            return ()
        span = Span(start=head.idx, end=whole[0].idx + len(whole[0].text))
        return (Linked(nil_entity(span.of(self._text), EntityKind.TERRITORY, scope=self._document_id), span),)

    def _named_after_kind(self, head: Token) -> tuple[Linked, ...]:
        """Link a name that only the text knows by itself: "Nioka" of "the town of Nioka"."""
        if head.lemma_.lower() not in self._cues.places_settlements or head.tag_ != "NN":
            return ()
        names = [t for t in prepositional_objects(head).get("of", ()) if t.pos_ == "PROPN"]
        if len(names) != 1 or names[0].i in self._mention_of or names[0].i in self._person_of:
            return ()
        return self._described(names[0], EntityKind.TERRITORY, post=False)

    def _named_place(self, head: Token, mention: Mention) -> tuple[Linked, ...]:
        """Link a known name; "southern Lebanon" is not Lebanon, nor is Beirut, but a place of its own words."""
        first = self._doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        before = first[0].nbor(-1) if first is not None and first.start > head.sent.start else None
        is_part = before is not None and before.lower_ in self._cues.places_directions
        if not is_part and mention.how != "capital":
            return (Linked(mention.entity, self._phrase(head, post=False)),)
        start = before.idx if is_part and before is not None else mention.span.start
        span = Span(start=start, end=mention.span.end)
        return (Linked(nil_entity(_SPACE.sub(" ", span.of(self._text)), EntityKind.TERRITORY), span),)

    def instruments(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a treaty, declaration or agreement."""
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.entity.kind is EntityKind.INSTRUMENT:
            words = self._instrument(head) if head.pos_ == "NOUN" else ()
            return (Linked(mention.entity, words[0].span if words else self._phrase(head)),)
        if joined_lemma(head) in self._cues.instruments_nouns and not _is_of(head, "independence"):
            return self._instrument(head)
        return ()

    def bodies(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a court, commission or other body that decides."""
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.entity.kind in _BODIES:
            return (Linked(mention.entity, self._phrase(head)),)
        if head.lemma_.lower() in self._cues.bodies_nouns:
            beside = [m for m in self._mentions_beside(head) if m.entity.kind in _BODIES]
            before = beside[:1] or self._body_before(head)
            if before:
                return (Linked(before[0].entity, self._phrase(head)),)
            return self._described(head, EntityKind.TRIBUNAL, post=False)
        return ()

    def _body_before(self, head: Token) -> list[Mention]:
        """Give the court or commission last named that "the court" means."""
        if not self._is_bare_reference(head):
            return []
        lemma = head.lemma_.lower()
        before = self._bodies_named[: bisect_left(self._bodies_named, head.i, key=lambda named: named[0])]
        called = (mention for _, mention in reversed(before) if lemma in mention.entity.label.lower())
        return list(itertools.islice(called, 1))

    @cached_property
    def _bodies_named(self) -> Sequence[tuple[int, Mention]]:
        """List the courts and organisations that the part names, by the places of their words."""
        return [(i, m) for i, m in sorted(self._mention_of.items()) if m.entity.kind in _BODIES]

    def names(self, head: Token) -> tuple[Linked, ...]:
        """Take a head's phrase as a name, without quotation marks."""
        span = self._phrase(head, post=_is_name_like(head))
        text = _SPACE.sub(" ", span.of(self._text)).strip(_QUOTES + " ,.;")
        return (
            (Linked(nil_entity(text, EntityKind.NAME), span),)
            if text and text[0].isupper() and not _ACRONYM.match(text)
            else ()
        )

    def anything(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place or, failing that, an agent."""
        return self.places(head) or self.agents(head)

    def matter(self, heads: Iterable[Token], outside: Span | None = None) -> Entity | None:
        """Give what a relation is about: one place that is known, else the whole phrase as words.

        The words end before `outside`, the relation's object: "referred the dispute to *the court*".
        """
        tokens = tuple(t for t in heads if self._can_be_matter(t))
        if not tokens:
            return None
        linked = [link for token in tokens for link in self.places(token)]
        if len(linked) == 1 and (linked[0].entity.known or linked[0].span is None):
            return linked[0].entity
        text = self._matter_words(tokens, outside.start if outside is not None else len(self._text))
        return nil_entity(text, EntityKind.NAME) if text else None

    def _matter_words(self, tokens: Sequence[Token], end: int) -> str:
        """Give the words from the first to the last of several heads, without what says nothing of the matter."""
        first, _ = noun_phrase(tokens[0])
        _, last = noun_phrase(tokens[-1])
        words = list(self._doc[first.i : max(last.i, tokens[-1].i) + 1])
        while len(words) > 1 and self._is_idle(words[0]):
            words.pop(0)
        if tokens[-1].idx < end < words[-1].idx + len(words[-1]):
            words = [w for w in words if w.idx < end]
            while len(words) > 1 and words[-1].pos_ in {"DET", "ADP", "PUNCT"}:
                words.pop()
        text = _SPACE.sub(" ", "".join(t.text_with_ws for t in words))
        return _BRACKETED.sub("", text).strip(_QUOTES + " ,.;")

    def _is_idle(self, word: Token) -> bool:
        """Tell whether a word before a matter does not say which it is: "their", "the", "bilateral"."""
        return word.tag_ in {"PRP$", "DT"} or word.lower_ in self._cues.instruments_vague | _UNSPECIFIC

    def _can_be_matter(self, head: Token) -> bool:
        """Tell whether something can be in question: no date, no number, no person, no agent that is no place."""
        if head.ent_type_ in {"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"} or self._person_at(head):
            return False
        mention = self._mention_of.get(head.i)
        return (
            mention is None or self._is_place(mention.entity) or mention.entity.kind is EntityKind.INSTRUMENT
        )

    # -- how ----------------------------------------------------------------------------------------

    def _named(self) -> list[Named]:
        found = []
        for index, mention in self._mention_of.items():
            if self._mention_of.get(index + 1) is mention:
                continue
            entry = self._gazetteer.get(mention.entity.id)
            entity, token = mention.entity, self._doc[index]
            modifier = _is_adjective(mention) or token.dep_ in {"poss", "amod", "compound", "nmod"}
            kind = entry.kind if entry else ""
            is_object = token.dep_ in {"dobj", "pobj", "nsubjpass", "conj"}
            is_where = _is_whereabouts(mention, token)
            roles = (self._is_agent(entity) and not is_where, self._is_place(entity) and not is_where)
            is_subject = token.dep_ in {"nsubj", "nsubjpass"}
            is_people = mention.how in {"demonym", "adjective"} and token.dep_ not in _AGENT_MODIFIERS
            found.append(Named(index, entity, *roles, kind, modifier, is_object, is_subject, is_people))
        for index, person in self._person_of.items():
            if person.official and person.office and self._person_of.get(index + 1) is not person:
                found.append(Named(index, person.office.agent, True, False, "", False))
        return found

    def _named_agents(self, head: Token) -> tuple[Entity, ...]:
        """Give the agents that a head names itself, without following references."""
        if head.pos_ == "PRON" or (
            head.lemma_.lower() in self._cues.agents_both | self._cues.agents_counted
            and not self._agent_beside(head)
        ):
            return ()
        return tuple(link.entity for link in self.agents(head))

    def _title_entity(self, title: str | None) -> Entity | None:
        """Give the entity that the title names, where the title is nothing but its name."""
        entries = self._gazetteer.by_name(title.split("(")[0].strip()) if title else ()
        return entries[0].entity if entries else None

    def may_be_title(self, argument: str) -> bool:
        """Tell whether what the title names can be the missing subject or object: an ocean claims nothing."""
        return self.title is not None and (argument != "subject" or self._is_agent(self.title))

    def _is_agent(self, entity: Entity) -> bool:
        entry = self._gazetteer.get(entity.id)
        return entry.is_agent if entry else entity.kind in {EntityKind.STATE, EntityKind.ORGANIZATION}

    def _is_place(self, entity: Entity) -> bool:
        entry = self._gazetteer.get(entity.id)
        return entry.is_place if entry else entity.kind is EntityKind.TERRITORY

    def _mentions_beside(self, head: Token) -> list[Mention]:
        """Give the mentions that modify a head: the possessor, else adjectives and nouns, then "of X"."""
        beside = [c for c in head.children if c.dep_ in _AGENT_MODIFIERS]
        owners = [c for c in beside if c.dep_ == "poss" and c.i in self._mention_of]
        found = [
            self._mention_of[t.i]
            for child in owners or beside
            for t in conjuncts(child)
            if t.i in self._mention_of
        ]
        if any(self._is_agent(mention.entity) for mention in found):
            return found  # "Russian troops in Georgia" are Russia's
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in _OF_AGENT:
                inner = [t for o in child.children if o.dep_ == "pobj" for t in conjuncts(o)]
                found.extend(self._mention_of[t.i] for t in inner if t.i in self._mention_of)
        return found

    def _agent_beside(self, head: Token) -> tuple[Entity, ...]:
        found = [m.entity for m in self._mentions_beside(head) if self._is_agent(m.entity)]
        if found:
            return tuple(dict.fromkeys(found))
        for child in head.children:  # "its troops", "whose troops": whose they are
            if child.lower_ == "whose":
                owners = resolve_relatives((child,))
                return tuple(link.entity for t in owners if t != child for link in self.agents(t))
            if child.dep_ == "poss" and child.lower_ in _FIRST_PERSON:
                return tuple(link.entity for link in self._first_person(child))
            if child.dep_ == "poss" and child.pos_ == "PRON":
                return self._referents.agents(child)
            if child.dep_ in {"compound", "poss", "nmod"} and child.lemma_.lower() in self._cues.agents_nouns:
                deeper = self._agent_beside(child)
                if deeper:
                    return deeper
        around = prepositional_objects(head)
        for member in around.get("of", ()):  # "a force of 1,000 Iraqi troops"
            if member.lemma_.lower() in self._cues.agents_nouns and self._agent_beside(member):
                return self._agent_beside(member)
        members = [*around.get("of", ()), *around.get("from", ())]  # "soldiers from both sides"
        return tuple(entity for member in members for entity in self._referents.agents(member))

    def _unknown_agent(self, head: Token) -> tuple[Linked, ...]:
        if head.pos_ != "PROPN" or head.ent_type_ not in {"ORG", "NORP"}:
            return ()
        ent = self._entities.get(head.i)
        if ent is None or any(t.i in self._person_of or t.sent != head.sent for t in ent):
            return ()
        text = _SPACE.sub(" ", ent.text).removeprefix("the ").removeprefix("The ").strip(_QUOTES + " ")
        text = text.removesuffix("'s").removesuffix("’s")
        if text.rsplit(" ", 1)[-1].lower() in self._cues.instruments_nouns:  # "Ishii-Lansing Agreement"
            return ()
        if text.lower() in self._cues.agents_chambers:  # of which state, the text does not say here
            return ()
        span = Span(start=ent.start_char, end=ent.end_char)
        return (Linked(nil_entity(text, EntityKind.ORGANIZATION), span),) if text else ()

    @cached_property
    def _entities(self) -> Mapping[int, Words]:
        """Give the names that the model sees, by their tokens; spaCy would look through all for each question."""
        return {token.i: ent for ent in self._doc.ents for token in ent}

    def _members(self, head: Token) -> tuple[Linked, ...]:
        """Give the places that a head stands for: "islands of A and B", "part of A", "the land, A"."""
        is_owned = head.lemma_.lower() in self._cues.places_owned and first_child(head, "poss") is not None
        if not is_owned and not {head.lemma_.lower(), head.lower_} & self._cues.places_parts:
            return self._apposed_names(head)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "over"}:
                inner = [t for o in child.children if o.dep_ == "pobj" for t in conjuncts(o)]
                found = tuple(link for token in inner for link in self.places(token))
                if found:
                    return self._whole_phrase(head, found)
        return self._apposed_names(head)

    def _apposed_to(self, head: Token) -> tuple[Linked, ...]:
        """Link "two cities under Spanish rule" to what it stands beside: "Ceuta and Melilla, two cities under …"."""
        if head.dep_ != "appos" or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        edge = head.left_edge
        named = self._doc[edge.i - 2] if edge.i >= 2 and edge.nbor(-1).text == "," else head.head
        before = named if named.pos_ == "PROPN" and head.head.i not in self._mention_of else head.head
        first = first_conjunct(before)
        plural = head.tag_ in {"NNS", "NNPS"}
        beside = conjuncts(first) if plural else (before,)
        known = [t for t in beside if t.i in self._mention_of and t != head]
        return tuple(link for token in known for link in self.places(token))

    def _regarded(self, head: Token) -> tuple[Linked, ...]:
        """Link "territory occupied by X" to what is regarded so: "regards Crimea *as territory occupied by X*"."""
        verb = head.head.head
        is_as = head.dep_ == "pobj" and head.head.lower_ == "as" and verb.pos_ == "VERB"
        if not is_as or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        named = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i in self._mention_of]
        said = any(c.dep_ in {"acl", "relcl"} for c in head.children)
        return self.places(named[0]) if said and named else ()

    def _own_land(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "its territory" and "Georgian soil" are, but not "its territory in Africa"."""
        if head.lemma_.lower() not in self._cues.places_own or self._is_narrowed(head):
            return ()
        owner = next((c for c in head.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if owner is not None:
            return self._referents.agents(owner)
        beside = [c for c in head.children if c.dep_ in _AGENT_MODIFIERS]
        mention = self._mention_of.get(beside[0].i) if len(beside) == 1 else None
        is_state = mention is not None and mention.entity.kind is EntityKind.STATE
        return (mention.entity,) if mention is not None and is_state else ()

    def _is_narrowed(self, land: Token) -> bool:
        """Tell whether the words behind say which part is meant: "territory east of it", "lands in Africa"."""
        behind = {c.lower_ for c in land.children if c.dep_ in {"prep", "advmod"} and c.i > land.i}
        is_several = land.tag_ == "NNS" and bool(behind)
        behind |= {t.lower_ for t in self._doc[land.i + 1 : land.i + 2]}
        return is_several or bool(behind & self._cues.places_directions)

    def _described_before(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands" to what a description brought in before: "four islands", "a group of islands"."""
        first = max(0, head.i - _MAX_TOKENS_BACK)
        for token in reversed(self._doc[first : head.left_edge.i]):
            if token.lemma_ == head.lemma_ and token.tag_ == head.tag_ and not _has_definite(token):
                whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
                is_group = whole.lemma_.lower() in self._cues.places_parts
                return tuple(Linked(link.entity, None) for link in self.places(whole if is_group else token))
        return ()

    def _is_bare_reference(self, head: Token) -> bool:
        """Tell whether a phrase says nothing of which place is meant: "the islands", "this disputed area"."""
        if not _has_definite(head):
            return False
        said = [
            c for c in head.children if c.dep_ not in {"det", "poss", "punct", "case", "predet", "nummod"}
        ]
        said = [c for c in said if c.i < head.i or c.dep_ in {"prep", "advmod", "npadvmod", "amod"}]
        return all(c.dep_ == "amod" and (c.lower_ in _UNSPECIFIC or c.tag_ == "VBN") for c in said)

    def _named_by_modifier(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Transnistria region", "the Kuril islands" by the name before the general word."""
        if head.lemma_.lower() not in self._cues.places_parts:
            return ()
        distributed = self._distributed(head)
        if distributed:
            return distributed
        for child in head.children:
            mention = self._mention_of.get(child.i)
            if mention is None or child.dep_ not in {"compound", "nmod"} or _is_adjective(mention):
                continue
            if self._is_place(mention.entity) and mention.how in {"name", "short", "former"}:
                return (Linked(mention.entity, mention.span), *self._named_beside(child, head))
        return ()

    def _named_beside(self, child: Token, head: Token) -> tuple[Linked, ...]:
        """Link the other names before a general word in the plural: "the Abkhazia and *South Ossetia* regions"."""
        others = (
            [t for t in conjuncts(child) if child.i < t.i < head.i] if head.tag_ in {"NNS", "NNPS"} else []
        )
        mentions = [self._mention_of[t.i] for t in others if t.i in self._mention_of]
        return tuple(Linked(m.entity, m.span) for m in mentions if self._is_place(m.entity))

    def _region_of_state(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Crimea region of Ukraine" by the name before; what "of" adds is the whole, not a member."""
        named = self._named_by_modifier(head)
        members = self._members(head) if named else ()
        return named if members and all(m.entity.kind is EntityKind.STATE for m in members) else ()

    def _distributed(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Line and Phoenix islands" as the two known groups that it names."""
        first = next((c for c in head.children if c.dep_ in {"compound", "nmod"} and c.i < head.i), None)
        listed = [t for t in conjuncts(first) if t.i < head.i] if first is not None else []
        entries = [self._called(token.text, head) for token in listed]
        if len(listed) < 2 or not all(entry is not None and entry.is_place for entry in entries):
            return ()
        spans = [Span(start=t.idx, end=t.idx + len(t.text)) for t in listed]
        return tuple(Linked(e.entity, s) for e, s in zip(entries, spans, strict=True) if e is not None)

    def _called(self, name: str, head: Token) -> Entry | None:
        """Find the thing whose name ends in the head, as it stands or in the singular: "Picton *Island*"."""
        words = dict.fromkeys((head.text.capitalize(), head.lemma_.capitalize()))
        return next((e for word in words for e in self._gazetteer.by_name(f"{name} {word}")), None)

    def _included(self, head: Token) -> tuple[Linked, ...]:
        """Link what "including" adds: "these lands, including the hamlet of Yenga"."""
        inner = [
            t for c in head.children if c.lower_ == "including" for o in c.children for t in conjuncts(o)
        ]
        return tuple(link for token in inner for link in self.places(token))

    def _whole_phrase(self, head: Token, found: tuple[Linked, ...]) -> tuple[Linked, ...]:
        """Keep "half of X" as the words for X where one thing is meant."""
        if len(found) > 1:
            return found
        entity, phrase = found[0].entity, self._phrase(head)
        if head.lemma_.lower() in self._cues.places_named and entity.label[:1].isupper():
            return (Linked(entity, phrase),)
        if not entity.known and head.lower_ not in _QUANTITIES:
            return self._described(head, EntityKind.TERRITORY)
        return (Linked(entity, phrase),)

    def _apposed_names(self, head: Token) -> tuple[Linked, ...]:
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)]
        known = [
            t for t in apposed if t.i in self._mention_of and self._is_place(self._mention_of[t.i].entity)
        ]
        return tuple(link for token in known for link in self.places(token))

    def _described(
        self, head: Token, kind: EntityKind, *, drop: frozenset[str] = frozenset(), post: bool = True
    ) -> tuple[Linked, ...]:
        first, last = noun_phrase(head, post=post)
        tokens = [t for t in self._doc[first.i : last.i + 1] if not self._is_said_besides(t, head, drop)]
        text = _SPACE.sub(" ", "".join(t.text_with_ws for t in tokens)).strip(_QUOTES + " ,.;-")
        if not text:
            return ()
        _, end = noun_phrase(head, clauses=True)
        span = Span(
            start=tokens[0].idx, end=max(end.idx + len(end.text), tokens[-1].idx + len(tokens[-1].text))
        )
        scope = "" if _is_specific(tokens) else self._document_id
        return (Linked(nil_entity(text, kind, scope=scope), span),)

    def _is_said_besides(self, token: Token, head: Token, drop: frozenset[str]) -> bool:
        """Tell whether a word before the head is not of its description: "its", "disputed", "X-held"."""
        if token.i >= head.i:
            return False
        if token.lower_ in drop or token.dep_ in {"case", "det", "predet"} or token.pos_ == "PRON":
            return True
        modifier = token
        while modifier.head != head and modifier.head != modifier:
            modifier = modifier.head
        owner = modifier.dep_ == "poss" and modifier.i in self._mention_of
        is_line = head.lemma_.lower() in self._cues.lines_nouns  # "Georgia's borders" are not told otherwise
        return (owner and not is_line) or (
            modifier.tag_ == "VBN" and modifier.dep_ == "amod" and hyphenated_modifier(modifier) is not None
        )

    def _instrument(self, head: Token) -> tuple[Linked, ...]:
        """Describe an instrument by the words before it, and by "of X" where that is its kind or name."""
        described = self._described(
            head, EntityKind.INSTRUMENT, drop=self._cues.instruments_vague, post=False
        )
        named = head.pos_ == "PROPN" or (head.lemma_.lower() in _NAMED_BY_OF and _is_of(head, None))
        follows = [c for c in head.children if c.lower_ in _SAYS_WHAT] or _next_in_name(head)
        tails = [t for c in follows for t in c.children if t.dep_ == "pobj"]
        start = described[0].span if described else None
        if not named or not tails or start is None:
            return described
        last = _name_end(tails[0])
        span = Span(start=start.start, end=last.idx + len(last.text))
        return (Linked(nil_entity(span.of(self._text), EntityKind.INSTRUMENT), span),)

    def _phrase(self, head: Token, *, post: bool = True) -> Span:
        mention = self._mention_of.get(head.i)
        first, last = noun_phrase(head, post=post and mention is None)
        start, end = first.idx, last.idx + len(last.text)
        if mention is not None and not _is_adjective(mention):
            start, end = mention.span.start, mention.span.end
        return Span(start=start, end=end)


def _next_in_name(head: Token) -> list[Token]:
    """Give the preposition that goes on a name and hangs on its verb: "signed the Joint Statement *on* Trade"."""
    after = head.doc[head.i + 1 : head.i + 3]
    is_name = len(after) == 2 and after[0].lower_ in _SAYS_WHAT and after[1].text[:1].isupper()
    return [after[0]] if is_name and after[0].head == head.head else []


def _is_whereabouts(mention: Mention, token: Token) -> bool:
    """Tell whether a capital says where something was, so that "they" and "both sides" are others: "met in Vienna"."""
    return mention.how == "capital" and token.dep_ == "pobj" and token.head.lower_ in _WHERE


def _descriptions(title: str) -> set[str]:
    """Give the words by which a text can take up one of this title: the president is a leader too."""
    words = {word for word in _DESCRIBING.values() if word in title}
    return words | {"leader"} if any(leading in title.split() for leading in _LEADING) else words


def _sharers(persons: Sequence[Person]) -> Mapping[Span, tuple[Person, ...]]:
    """Give the persons of each title that stands for several: "ministers" of "the ministers, X and Y,"."""
    found: dict[Span, tuple[Person, ...]] = {}
    for person in persons:
        for span in person.shared_titles:
            found[span] = (*found.get(span, ()), person)
    return found


def _subjects_after(pronoun: Token) -> Iterator[Token]:
    """Give the subject that follows what a clause opens with: "Following his talks in Paris, Mr. Annan left"."""
    for verb in pronoun.ancestors:
        if verb.pos_ in {"VERB", "AUX"}:
            yield from (
                c
                for c in verb.children
                if c.dep_ == "nsubj" and c.i > pronoun.i and not c.is_ancestor(pronoun)
            )


def _singular(noun: Token) -> str:
    """Give the lemma in lower case; a plural with a capital ("Foreign Ministers") has none from the model."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ in {"NNP", "NNPS"} else lemma


def _is_called(person: Person, head: Token) -> bool:
    """Tell whether the words before the head are those the title begins with: "the Secretary" of State."""
    before = [c.lower_ for c in head.children if c.dep_ in {"compound", "nmod"} and c.i < head.i]
    words = person.office.title.lower().split() if person.office else []
    described = [*before, head.lower_]
    return words[: len(described)] == described and words[len(described) :][:1] in ([], ["of"], ["for"])


def _state_served(person: Person | None) -> Entity | None:
    """Give the state or territory that somebody acts for by office."""
    return person.office.agent if person is not None and person.official and person.office else None


def _is_idle_part(head: Token) -> bool:
    """Tell whether "part" is no part of anything: "based its claim in part on maps"."""
    return head.lower_ == "part" and not any(True for _ in head.children) and head.dep_ == "pobj"


def _has_definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those", "its", "their"} for c in noun.children)


def _is_adjective(mention: Mention) -> bool:
    return mention.how == "adjective"


def _is_of(head: Token, word: str | None) -> bool:
    """Tell whether "of" follows the head, with this word where one is given."""
    following = first_child(head, "prep")
    if following is None or following.lower_ != "of":
        return False
    objects = [c for c in following.children if c.dep_ == "pobj"]
    return bool(objects) and (word is None or any(c.lemma_.lower() == word for c in objects))


def _is_specific(tokens: Sequence[Token]) -> bool:
    """Tell whether a description says which thing it is in any text: by a name, a year, or three words and more."""
    words = [t for t in tokens if t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}]
    return len(words) >= 3 or any(t.pos_ == "PROPN" or t.shape_ == "dddd" for t in words)


def _name_end(token: Token) -> Token:
    """Find where an instrument's name ends: "on the Law of the Sea", but not "for the construction of …"."""
    for child in token.children:
        if child.lower_ == "of":
            inner = first_child(child, "pobj")
            return _name_end(inner) if inner is not None else token
    return token


def _is_name_like(head: Token) -> bool:
    return head.pos_ == "PROPN"


def _by_token(doc: Doc, spans: Iterable[tuple[Span, T]]) -> Mapping[int, T]:
    """Index things by the tokens that they cover."""
    index: dict[int, T] = {}
    for span, thing in spans:
        covered = doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in covered or ():
            index.setdefault(token.i, thing)
    return index
