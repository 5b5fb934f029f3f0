"""The heads of arguments to entities: gazetteer first, then persons and offices, then descriptions; else nothing.

A head stands for more than its own word: "the Finnish government", "troops from Russia" and "Prime Minister Abe" act
for a state; "the islands of Iturup and Kunashir" are two places. What the gazetteer does not know but the text
describes ("islands at the Amur and Ussuri confluence") becomes an entity of its own, `known` false.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token

from kgraph.cues import load_cues
from kgraph.gazetteer import Gazetteer
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.persons import Person
from kgraph.propositions.arguments import conjuncts, noun_phrase
from kgraph.reference import Named, Referents

T = TypeVar("T")

__all__ = ["Linked", "Linker", "nil_entity", "slug"]

_NIL_PREFIX = {
    EntityKind.TERRITORY: "place",
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "org",
    EntityKind.TRIBUNAL: "body",
    EntityKind.INSTRUMENT: "instrument",
    EntityKind.STATE: "state",
    EntityKind.NAME: "name",
}
_AGENT_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "npadvmod", "nummod"})
_OF_AGENT = frozenset({"of", "from", "in", "for"})
_QUOTES = "\"'“”‘’«»„`"
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_ACRONYM = re.compile(r"^[A-Z][A-Z.&-]{1,6}s?$")


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity and the words that stand for it; `span` is None where the words are elsewhere (a reference)."""

    entity: Entity
    span: Span | None  # in code points of the parsed part


def slug(text: str) -> str:
    """Make a flat local name: letters and digits of any script, words joined by hyphens."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return _NOT_WORD.sub("-", folded).strip("-_")[:80].strip("-_") or "unnamed"


def nil_entity(label: str, kind: EntityKind) -> Entity:
    """Make the entity of something that only the text names; the same words give the same entity everywhere."""
    return Entity(id=f"{_NIL_PREFIX[kind]}_{slug(label)}", label=label, kind=kind, known=False)


class Linker:
    """Links the heads of one parsed part of a document."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], persons: Sequence[Person], gazetteer: Gazetteer, title: str | None
    ):
        self._doc = doc
        self._cues = load_cues()
        self._gazetteer = gazetteer
        self._mention_of = _by_token(doc, ((m.span, m) for m in mentions))
        self._person_of = _by_token(doc, ((s, p) for p in persons for s in p.mentions))
        self.title = self._title_entity(title)
        self._referents = Referents(self._named(), self.title, self._first_agent)

    # -- what a head stands for -----------------------------------------------------------------------------------

    def agents(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as somebody who acts: a state, a body, a group; persons in office act for their state."""
        person = self._person_of.get(head.i)
        if person is not None:
            return (Linked(person.office.agent, self._phrase(head)),) if person.official and person.office else ()
        mention = self._mention_of.get(head.i)
        if mention is not None:
            return (Linked(mention.entity, self._phrase(head)),) if self._is_agent(mention.entity) else ()
        if head.lemma_.lower() in self._cues.agents_nouns or head.ent_type_ in {"NORP", "ORG"}:
            named = self._agent_beside(head)
            if named:
                return tuple(Linked(entity, self._phrase(head)) for entity in named)
        referred = self._referents.agents(head)
        if referred:
            return tuple(Linked(entity, None) for entity in referred)
        return self._unknown_agent(head)

    def persons(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person where it is one, else as an agent."""
        person = self._person_of.get(head.i)
        if person is not None:
            return (Linked(person.entity, self._phrase(head)),)
        return self.agents(head)

    def speakers(self, head: Token) -> tuple[Linked, ...]:
        """Link whose word something is: a person by name, else the agent."""
        if head.lower_ in {"he", "she"}:
            before = [i for i in self._person_of if i < head.i]
            return (Linked(self._person_of[max(before)].entity, None),) if before else ()
        return self.persons(head)

    def places(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place; a group that names its members gives the members."""
        mention = self._mention_of.get(head.i)
        if mention is not None and not _is_adjective(mention):
            return (Linked(mention.entity, self._phrase(head, post=False)),) if self._is_place(mention.entity) else ()
        members = self._members(head)
        if members:
            return members
        referred = self._referents.places(head)
        if referred:
            return tuple(Linked(entity, None) for entity in referred)
        if head.lemma_.lower() in self._cues.places_nouns and head.pos_ in {"NOUN", "PROPN"}:
            return self._described(head, EntityKind.TERRITORY)
        if head.ent_type_ in {"GPE", "LOC"} and head.pos_ == "PROPN":
            return self._described(head, EntityKind.TERRITORY, post=False)
        return ()

    def instruments(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a treaty, declaration or agreement."""
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.entity.kind is EntityKind.INSTRUMENT:
            return (Linked(mention.entity, self._phrase(head)),)
        if head.lemma_.lower() in self._cues.instruments_nouns:
            return self._described(head, EntityKind.INSTRUMENT, drop=self._cues.instruments_vague, post=False)
        return ()

    def bodies(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a court, commission or other body that decides."""
        mention = self._mention_of.get(head.i)
        if mention is not None and mention.entity.kind in {EntityKind.TRIBUNAL, EntityKind.ORGANIZATION}:
            return (Linked(mention.entity, self._phrase(head)),)
        if head.lemma_.lower() in self._cues.bodies_nouns:
            beside = [m for m in self._mentions_beside(head) if m.entity.kind in {EntityKind.TRIBUNAL, EntityKind.ORGANIZATION}]
            if beside:
                return (Linked(beside[0].entity, self._phrase(head)),)
            return self._described(head, EntityKind.TRIBUNAL, post=False)
        return ()

    def names(self, head: Token) -> tuple[Linked, ...]:
        """Take a head's phrase as a name, without quotation marks."""
        span = self._phrase(head, post=_is_name_like(head))
        text = _SPACE.sub(" ", span.of(self._doc.text)).strip(_QUOTES + " ,.;")
        return (Linked(nil_entity(text, EntityKind.NAME), span),) if text and text[0].isalpha() else ()

    def anything(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place or, failing that, an agent."""
        return self.places(head) or self.agents(head)

    def matter(self, heads: Iterable[Token]) -> Entity | None:
        """Give what a relation is about: one place that is known, else the whole phrase as words."""
        tokens = tuple(heads)
        if not tokens:
            return None
        linked = [link for token in tokens for link in self.places(token)]
        if len(linked) == 1 and (linked[0].entity.known or linked[0].span is None):
            return linked[0].entity
        first, _ = noun_phrase(tokens[0])
        _, last = noun_phrase(tokens[-1])
        text = _SPACE.sub(" ", self._doc[first.i : max(last.i, tokens[-1].i) + 1].text).strip(_QUOTES + " ,.;")
        return nil_entity(text, EntityKind.NAME) if text else None

    # -- how ------------------------------------------------------------------------------------------------------

    def _named(self) -> list[Named]:
        found = []
        for index, mention in self._mention_of.items():
            if self._mention_of.get(index + 1) is mention:
                continue
            entry = self._gazetteer.get(mention.entity.id)
            entity, token = mention.entity, self._doc[index]
            modifier = _is_adjective(mention) or token.dep_ in {"poss", "amod", "compound", "nmod"}
            kind = entry.kind if entry else ""
            found.append(Named(index, entity, self._is_agent(entity), self._is_place(entity), kind, modifier))
        for index, person in self._person_of.items():
            if person.official and person.office and self._person_of.get(index + 1) is not person:
                found.append(Named(index, person.office.agent, True, False, "", False))
        return found

    def _first_agent(self, head: Token) -> Entity | None:
        if head.pos_ == "PRON" or head.lemma_.lower() in self._cues.agents_both and not self._agent_beside(head):
            return None
        linked = self.agents(head)
        return linked[0].entity if len(linked) == 1 else None

    def _title_entity(self, title: str | None) -> Entity | None:
        """Give the entity that the title names, where the title is nothing but its name."""
        entries = self._gazetteer.by_name(title.split("(")[0].strip()) if title else ()
        return entries[0].entity if entries else None

    def _is_agent(self, entity: Entity) -> bool:
        entry = self._gazetteer.get(entity.id)
        return entry.is_agent if entry else entity.kind in {EntityKind.STATE, EntityKind.ORGANIZATION}

    def _is_place(self, entity: Entity) -> bool:
        entry = self._gazetteer.get(entity.id)
        return entry.is_place if entry else entity.kind is EntityKind.TERRITORY

    def _mentions_beside(self, head: Token) -> list[Mention]:
        """Give the mentions that modify a head, nearest kinds first: adjective, compound, possessor, then "of X"."""
        found = [
            self._mention_of[t.i]
            for child in head.children
            if child.dep_ in _AGENT_MODIFIERS
            for t in conjuncts(child)
            if t.i in self._mention_of
        ]
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in _OF_AGENT:
                inner = [t for o in child.children if o.dep_ == "pobj" for t in conjuncts(o)]
                found.extend(self._mention_of[t.i] for t in inner if t.i in self._mention_of)
        return found

    def _agent_beside(self, head: Token) -> tuple[Entity, ...]:
        found = [m.entity for m in self._mentions_beside(head) if self._is_agent(m.entity)]
        if found:
            return tuple(dict.fromkeys(found))
        for child in head.children:  # "its troops": whose they are
            if child.dep_ == "poss" and child.pos_ == "PRON":
                return self._referents.agents(child)
            if child.dep_ in {"compound", "poss", "nmod"} and child.lemma_.lower() in self._cues.agents_nouns:
                deeper = self._agent_beside(child)
                if deeper:
                    return deeper
        return ()

    def _unknown_agent(self, head: Token) -> tuple[Linked, ...]:
        if head.pos_ != "PROPN" or head.ent_type_ not in {"ORG", "NORP"}:
            return ()
        ent = next((e for e in head.sent.ents if e.start <= head.i < e.end), None)
        if ent is None or any(t.i in self._person_of for t in ent):
            return ()
        text = _SPACE.sub(" ", ent.text).removeprefix("the ").removeprefix("The ").strip(_QUOTES + " ")
        span = Span(start=ent.start_char, end=ent.end_char)
        return (Linked(nil_entity(text, EntityKind.ORGANIZATION), span),) if text else ()

    def _members(self, head: Token) -> tuple[Linked, ...]:
        """Give the places that a head stands for: "islands of A and B", "part of A", "sovereignty over A", "land, A"."""
        if head.lemma_.lower() not in self._cues.places_parts and head.lower_ not in self._cues.places_parts:
            return self._apposed_names(head)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "over"}:
                inner = [t for o in child.children if o.dep_ == "pobj" for t in conjuncts(o)]
                found = tuple(link for token in inner for link in self.places(token))
                if found:
                    return self._whole_phrase(head, found)
        return self._apposed_names(head)

    def _whole_phrase(self, head: Token, found: tuple[Linked, ...]) -> tuple[Linked, ...]:
        """Keep "half of X" as the words for X where one thing is meant."""
        return (Linked(found[0].entity, self._phrase(head)),) if len(found) == 1 else found

    def _apposed_names(self, head: Token) -> tuple[Linked, ...]:
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)]
        known = [t for t in apposed if t.i in self._mention_of and self._is_place(self._mention_of[t.i].entity)]
        return tuple(link for token in known for link in self.places(token))

    def _described(
        self, head: Token, kind: EntityKind, *, drop: frozenset[str] = frozenset(), post: bool = True
    ) -> tuple[Linked, ...]:
        span = self._phrase(head, post=post)
        tokens = [t for t in self._doc[:] if span.start <= t.idx < span.end]
        while tokens and tokens[0].i < head.i and (tokens[0].lower_ in drop or tokens[0].lower_ in {"its", "their", "'s"}):
            tokens.pop(0)
        text = _SPACE.sub(" ", self._doc[tokens[0].i : tokens[-1].i + 1].text).strip(_QUOTES + " ,.;") if tokens else ""
        if not text:
            return ()
        start = tokens[0].idx
        return (Linked(nil_entity(text, kind), Span(start=start, end=span.end)),)

    def _phrase(self, head: Token, *, post: bool = True) -> Span:
        mention = self._mention_of.get(head.i)
        first, last = noun_phrase(head, post=post and mention is None)
        start, end = first.idx, last.idx + len(last.text)
        if mention is not None and not _is_adjective(mention):
            start, end = mention.span.start, mention.span.end
        return Span(start=start, end=end)


def _is_adjective(mention: Mention) -> bool:
    return mention.how == "adjective"


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
