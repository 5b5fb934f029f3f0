"""What is named in a parsed part, by the tokens that name it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from kgraph.cues import load_cues
from kgraph.gazetteer import Entry, Gazetteer
from kgraph.model import Document, Entity, EntityKind, Mention, Span
from kgraph.persons import Person
from kgraph.propositions.arguments import conjuncts, first_conjunct, noun_phrase
from kgraph.reference import Named
from kgraph.text import inflection
from kgraph.tokens import Doc, Token, Words

T = TypeVar("T")

__all__ = [
    "AGENT_MODIFIERS",
    "BODIES",
    "CALLING",
    "QUOTES",
    "NamedThings",
    "is_adjective",
    "is_ethnic",
    "is_personal",
    "singular",
]

BODIES = frozenset({EntityKind.TRIBUNAL, EntityKind.ORGANIZATION})
AGENT_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "npadvmod", "nummod"})
CALLING = frozenset({"call", "dub", "know", "name"})  # "the group *known* as X"
QUOTES = "\"'“”‘’«»„`"
_OF_AGENT = frozenset({"of", "from", "in", "for"})
_SMALL = frozenset({"and", "of", "the"})
_SIDES = frozenset({"anti", "ex", "non", "pro"})
_WHERE = frozenset({"in", "at", "near", "outside", "through"})
_PERSONAL = frozenset({"he", "him", "she", "her", "his", "who"})


class NamedThings:
    """The known things and the persons that a part names, found by token, and what is known of them.

    `mention_of` and `person_of` give what a token names, `titled` whose title it is, `listed` the names of the list
    that it stands in, `sharing` the persons who have a title together.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        persons: Sequence[Person],
        gazetteer: Gazetteer,
        document: Document,
    ):
        """Index names by token; `mentions` and `persons` are those of the part `doc` of `document`."""
        self.doc = doc
        self.text = doc.text
        self.document = document
        self.gazetteer = gazetteer
        self.cues = load_cues()
        self.mention_of = _by_token(doc, ((m.span, m) for m in mentions))
        self.person_of = _by_token(doc, ((s, p) for p in persons for s in p.mentions))
        self.titled = _by_token(doc, ((s, p) for p in persons for s in p.titles))
        lists = dict.fromkeys(names for p in persons for names in p.company)
        self.listed = _by_token(doc, ((span, names) for names in lists for span in names))
        self.sharing = _by_token(doc, _sharers(persons).items())

    @cached_property
    def person_places(self) -> Sequence[int]:
        """List the tokens that name persons, in order."""
        return sorted(self.person_of)

    @cached_property
    def bodies(self) -> Sequence[tuple[int, Mention]]:
        """List the courts and organisations that the part names, by the places of their words."""
        return [(i, m) for i, m in sorted(self.mention_of.items()) if m.entity.kind in BODIES]

    @cached_property
    def seen_by_model(self) -> Mapping[int, Words]:
        """Give the names that the model sees, by the places of their words."""
        return {token.i: ent for ent in self.doc.ents for token in ent}

    def entity_at(self, head: Token) -> Entity | None:
        """Give what a head names, of whatever kind it is."""
        person, mention = self.person_of.get(head.i), self.mention_of.get(head.i)
        return person.entity if person is not None else mention.entity if mention is not None else None

    def person_at(self, head: Token) -> Person | None:
        """Give whom a head names: by a name, or by the title beside one ("President" of "President of X N. N.")."""
        return self.person_of.get(head.i) or self.titled.get(head.i)

    def is_agent(self, entity: Entity) -> bool:
        """Tell whether an entity can act: a state, a body, a territory with a government."""
        entry = self.gazetteer.get(entity.id)
        if entry is None and entity.candidates:  # a name that is left open
            return any(self.is_agent(candidate) for candidate in entity.candidates)
        return entry.is_agent if entry else entity.kind in {EntityKind.STATE, EntityKind.ORGANIZATION}

    def is_place(self, entity: Entity) -> bool:
        """Tell whether an entity is somewhere: a territory or a state."""
        entry = self.gazetteer.get(entity.id)
        if entry is None and entity.candidates:
            return any(self.is_place(candidate) for candidate in entity.candidates)
        return entry.is_place if entry else entity.kind is EntityKind.TERRITORY

    def is_known_place(self, token: Token) -> bool:
        """Tell whether a word names a place that is known."""
        mention = self.mention_of.get(token.i)
        return mention is not None and self.is_place(mention.entity)

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """The ids of the known things that the part names."""
        return frozenset(mention.entity.id for mention in self.mention_of.values())

    def is_general(self, words: Iterable[str]) -> bool:
        """Tell whether words name no more than a kind of body, with a capital or without: "Supreme Court"."""
        cues = self.cues
        general = (cues.bodies_nouns, cues.agents_nouns, cues.agents_chambers, cues.bodies_general, _SMALL)
        return all(any(word.lower() in nouns for nouns in general) for word in words)

    def state_served(self, person: Person | None) -> Entity | None:
        """Give the state or territory that somebody acts for by office; a province acts for nobody abroad.

        Who is known to have held one acts for that state, though the text does not say so.
        """
        if person is None:
            return None
        known = _state(person.known_for)
        served = person.office.agent if person.official and person.office else known
        return served if served is not None and self.is_agent(served) else None

    def called(self, name: str) -> Entity | None:
        """Give the first of the known things that bear a name."""
        entries = self.gazetteer.by_name(name)
        return entries[0].entity if entries else None

    def state_of_part(self, mention: Mention) -> Entity | None:
        """Give the state that a part of it has its name from, for what is done to it: "shelled *southern Lebanon*"."""
        direction, _, rest = mention.span.of(self.text).partition(" ")
        if mention.entity.kind is not EntityKind.TERRITORY or direction not in self.cues.places_directions:
            return None
        whole = self.called(rest)
        return whole if whole is not None and whole.kind is EntityKind.STATE else None

    def phrase(self, head: Token, *, post: bool = True) -> Span:
        """Give the words that stand for a head: its whole name, else its noun phrase.

        Args:
            head: any token.
            post: whether what follows the head belongs to it.
        """
        mention = self.mention_of.get(head.i)
        if mention is not None and not is_adjective(mention):
            return mention.span
        first, last = noun_phrase(head, post=post and mention is None)
        return Span(start=first.idx, end=last.idx + len(last.text))

    def mentions_beside(self, head: Token) -> list[Mention]:
        """Give the mentions that modify a head: the possessor, else adjectives and nouns, then "of X".

        Of fighters it is their group, wherever that is: "Lebanon's *Hezbollah* guerrillas".
        """
        beside = [c for c in head.children if c.dep_ in AGENT_MODIFIERS]
        if groups := self._groups_at_home(head, beside):
            return groups
        owners = [c for c in beside if c.dep_ == "poss" and c.i in self.mention_of]
        told = [t for child in owners or beside for t in conjuncts(child)]
        found = self._mentions(t for word in told for t in (*_first_half(word), word))
        if not found:  # "the *Spanish* Army garrisons in Cuba"
            found = self._mentions(t for child in beside if child.dep_ == "compound" for t in child.children)
        if any(self.is_agent(mention.entity) for mention in found):
            return found  # "Russian troops in Georgia" are Russia's
        own = (self.cues.agents_country | self.cues.agents_fighting) - {"government"}
        is_own = head.lemma_.lower() in own
        leading = _OF_AGENT - {"in"} if is_own else _OF_AGENT  # a republic in X, rebels in X are not X
        linked = [c for c in head.children if c.dep_ == "prep" and c.lower_ in leading]
        if any(c.lower_ in {"from", "of"} for c in linked):  # "the King of Sardinia *in Genoa*"
            linked = [c for c in linked if c.lower_ != "in"]
        objects = [o for c in linked for o in c.children if o.dep_ == "pobj"]
        objects += [t for o in objects if o.i not in self.mention_of for t in _whose_affairs(o)]
        return found + self._mentions(t for o in objects for t in conjuncts(o))

    def _groups_at_home(self, head: Token, beside: Sequence[Token]) -> list[Mention]:
        """Give the groups whose members a noun means, where a possessor says in which land they are."""
        is_of_members = head.lemma_.lower() in self.cues.agents_fighting | self.cues.agents_members
        if not is_of_members or all(c.dep_ != "poss" for c in beside):
            return []
        inside = self._mentions(c for c in beside if c.dep_ != "poss")
        bodies = (m for m in inside if m.entity.kind is EntityKind.ORGANIZATION)
        entries = ((m, self.gazetteer.get(m.entity.id)) for m in bodies)
        return [m for m, entry in entries if entry is None or entry.kind not in self.cues.bodies_of_states]

    def _mentions(self, tokens: Iterable[Token]) -> list[Mention]:
        named = (t for t in tokens if t.i in self.mention_of)
        return [self.mention_of[t.i] for t in named if not (_is_for_or_against(t) or is_ethnic(t))]

    def referable(self) -> list[Named]:
        """List what a later reference ("it", "both sides") can mean: known things, and whom officials act for."""
        last_words = [(i, m) for i, m in self.mention_of.items() if self.mention_of.get(i + 1) is not m]
        officials = [
            Named(index, person.office.agent, True, False, "", False)
            for index, person in self.person_of.items()
            if person.official and person.office and self.person_of.get(index + 1) is not person
        ]
        return [*(self._referable(self.doc[index], mention) for index, mention in last_words), *officials]

    @cached_property
    def _styles_told(self) -> frozenset[str]:
        """Give what the part calls some state by its style: "the kingdom"."""
        told = self.text.lower()
        return frozenset(style for style in self.cues.agents_styled if style in told)

    def _styles(self, entry: Entry | None) -> frozenset[str]:
        """Give of what the part tells so what a state's full names call it: "Kingdom of Norway"."""
        if not self._styles_told or entry is None or entry.entity.kind is not EntityKind.STATE:
            return frozenset()
        names = (name.text for name in entry.names if name.how != "former")
        words = (word.lower() for text in names for word in text.split())
        return self._styles_told & {word.removesuffix("s") for word in words}

    def _is_of_share(self, token: Token) -> bool:
        """Tell whether a name only says of what a share is one: after "half of the island", "it" is that half."""
        whole = token.head.head
        return token.dep_ == "pobj" and token.head.lower_ == "of" and whole.lower_ in self.cues.places_shares

    def _is_inside_name(self, token: Token) -> bool:
        """Tell whether a name only stands in that of a body which is nobody's: "the *Iraq* Study Group"."""
        head = token.head
        is_inside = token.dep_ == "compound" and head.pos_ == "PROPN" and head.i not in self.mention_of
        others = self.cues.agents_nouns | self.cues.instruments_nouns
        if not is_inside or head.ent_type_ != "ORG" or singular(head) in others:
            return False
        return self.seen_by_model.get(token.i) == self.seen_by_model[head.i]

    def _is_bearing_mark(self, token: Token) -> bool:
        """Tell whether a name only says from where a bearing is taken: "300 km west of *Scotland*", "off *Fiji*"."""
        if token.dep_ != "pobj":
            return False
        bearing = token.head.head
        is_taken = token.head.lower_ == "of" and bearing.lower_ in self.cues.places_directions
        is_part = any(c.dep_ in {"amod", "det", "poss"} for c in bearing.children)  # "the north of Kosovo"
        return is_taken and bearing.pos_ != "PROPN" and not is_part

    def _referable(self, token: Token, mention: Mention) -> Named:
        entity, entry = mention.entity, self.gazetteer.get(mention.entity.id)
        is_elsewhere = (
            _is_whereabouts(mention, token) or self._is_of_share(token) or self._is_bearing_mark(token)
        )
        is_elsewhere = is_elsewhere or (entity.kind is EntityKind.STATE and self._is_inside_name(token))
        return Named(
            index=token.i,
            entity=entity,
            is_agent=self.is_agent(entity) and not is_elsewhere,
            is_place=self.is_place(entity) and not is_elsewhere,
            kind=_kind(entry),
            is_modifier=is_adjective(mention) or token.dep_ in {"poss", "amod", "compound", "nmod"},
            is_object=token.dep_ in {"dobj", "pobj", "nsubjpass", "conj"}
            and first_conjunct(token).head.dep_ != "agent",
            is_subject=token.dep_ in {"nsubj", "nsubjpass"},
            is_people=mention.how in {"demonym", "adjective"} and token.dep_ not in AGENT_MODIFIERS,
            is_capital=mention.how == "capital",
            styles=self._styles(entry),
            heirs=frozenset(entry.successors if entry else ()),
            homes=frozenset(entry.parties if entry and entity.kind is EntityKind.ORGANIZATION else ()),
            rivals=self.gazetteer.rivals(entity),
            claimants=frozenset(entry.claimants if entry else ()),
            at=_position(entry),
        )


def _state(entity: Entity | None) -> Entity | None:
    return entity if entity is not None and entity.kind is EntityKind.STATE else None


def _kind(entry: Entry | None) -> str:
    """Give the finer kind of what is named; a district by the name of its town may be "the town": "Lachin"."""
    if entry is None:
        return ""
    is_of_town = f"{entry.entity.label} District" in {name.text for name in entry.names}
    return "district" if entry.kind == "region" and is_of_town else entry.kind


def _position(entry: Entry | None) -> tuple[float, float] | None:
    if entry is None or entry.lat is None or entry.lon is None:
        return None
    return entry.lat, entry.lon


def is_adjective(mention: Mention) -> bool:
    """Tell whether a mention is an adjective: "Moroccan"."""
    return mention.how == "adjective"


def is_ethnic(token: Token) -> bool:
    """Tell whether a people is named that is no state's: "ethnic *Albanians*", "ethnic *Albanian* rebels"."""
    return token.i > token.sent.start and token.nbor(-1).lower_ == "ethnic"


def is_personal(pronoun: Token) -> bool:
    """Tell whether a pronoun is of a person."""
    return pronoun.lower_ in _PERSONAL


def singular(noun: Token) -> str:
    """Give the lemma in lower case; a plural with a capital ("Foreign Ministers") has none from the model."""
    lemma = noun.lemma_.lower()
    return inflection.singular(lemma) if noun.tag_ in {"NNP", "NNPS"} else lemma


def _whose_affairs(field: Token) -> tuple[Token, ...]:
    """Give X of "the Ministry of Foreign *Affairs* of X", which the parser hangs below the ministry's field."""
    if field.tag_ not in {"NNP", "NNPS"}:
        return ()
    return tuple(t for c in field.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")


def _is_for_or_against(token: Token) -> bool:
    """Tell whether a name only says whose friends or foes are meant: "pro-*Syrian* militants"."""
    return token.i >= 2 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in _SIDES


def _is_whereabouts(mention: Mention, token: Token) -> bool:
    """Tell whether a capital says where something was, so that "they" and "both sides" are others: "met in Vienna"."""
    return mention.how == "capital" and token.dep_ == "pobj" and token.head.lower_ in _WHERE


def _sharers(persons: Sequence[Person]) -> Mapping[Span, tuple[Person, ...]]:
    """Give the persons of each title that stands for several: "ministers" of "the ministers, X and Y,"."""
    found: dict[Span, tuple[Person, ...]] = {}
    for person in persons:
        for span in person.shared_titles:
            found[span] = (*found.get(span, ()), person)
    return found


def _by_token(doc: Doc, spans: Iterable[tuple[Span, T]]) -> Mapping[int, T]:
    """Index things by the tokens that they cover."""
    index: dict[int, T] = {}
    for span, thing in spans:
        covered = doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in covered or ():
            index.setdefault(token.i, thing)
    return index


def _first_half(adjective: Token) -> list[Token]:
    """Give what a hyphen joins to an adjective: "an *Anglo*-Dutch fleet"."""
    halves = [c for c in adjective.children if c.dep_ in {"amod", "compound"} and c.i + 2 == adjective.i]
    return [c for c in halves if adjective.pos_ == "ADJ" and adjective.nbor(-1).text == "-"]
