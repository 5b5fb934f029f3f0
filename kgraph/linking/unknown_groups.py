"""Names of groups that the text alone knows: "the Army of Free Tuaregs (AFT)", "rebels of the Northern Front"."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from kgraph.document_scope import document_scope
from kgraph.linking.descriptions import one_space, without_article
from kgraph.linking.linked import Linked
from kgraph.linking.named import (
    AGENT_MODIFIERS,
    CALLING,
    QUOTES,
    NamedThings,
    is_adjective,
    is_ethnic,
    singular,
)
from kgraph.linking.short_names import land_in_short
from kgraph.model import EntityKind, Mention, Span
from kgraph.propositions.arguments import is_definite, prepositional_objects
from kgraph.reference import Named
from kgraph.tokens import Token, Words
from kgraph.vocab import nil_entity

__all__ = ["UnknownGroups"]

_BEFORE = frozenset({"amod", "compound", "nmod"})
_MADE = frozenset(
    {"aircraft", "bomber", "drone", "helicopter", "jet", "missile", "plane", "tank", "warplane"}
)
# What is done to places, seldom to a group.
_BOMBARDING = frozenset({"besiege", "bombard", "shell", "strafe"})
_WHERE = frozenset({"at", "in", "inside", "near", "outside"})
# Where something is, though the model takes its name for a group's: "shelled the Palace *Hotel*".
_BUILDINGS = frozenset(
    """
    airport barracks bridge castle cathedral church clinic college hospital hotel market monastery mosque museum
    palace prison restaurant school shrine stadium station synagogue temple theater theatre tower university
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ALONG = frozenset({"along", "on"})
_MANY = frozenset({"alliance", "faction", "force", "group", "movement", "organisation", "organization"})
_BANDS = frozenset({"faction", "militia"})  # one of these is several men
_HEADING = frozenset(
    """
    base camp chief commander faction group hideout leader member organisation organization position stronghold target
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_NAMES = frozenset({"NORP", "ORG"})  # what the model calls groups
_MISTAKEN = frozenset({"", "PERSON"})  # what it may call one that it does not know
_SHORT = re.compile(r"(?<=\w)['’\"”]? ?\((?:the )?([A-Z][A-Za-z-]{1,9})\)")
_WHOSE = ("from", "of")
_GOVERNED = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_ARMED = "armed_group"  # the gazetteer's kind, by which "the rebels" find a group


class UnknownGroups:
    """Tells names of groups that the gazetteer does not have, and what later words can mean by them."""

    def __init__(self, named: NamedThings):
        self._named = named
        self._cues = named.cues
        self._with_names = self._cues.agents_fighting | self._cues.agents_called

    def of(self, head: Token, *, as_speaker: bool = False) -> tuple[Linked, ...]:
        """Link a name by its own words; one of the press only as who says so."""
        name = self._name_at(head)
        if name is None:
            return ()
        full = self._in_full.get(name.text)
        if isinstance(full, Mention):
            return (Linked(full.entity, Span(start=name.start_char, end=name.end_char)),)
        return self._by_words(full or name, as_speaker=as_speaker)

    def beside(self, head: Token) -> tuple[Linked, ...]:
        """Link members by the name beside them: "rebels of *the Eastern Front*", "*Maoist* rebels"."""
        if head.pos_ != "NOUN":
            return ()
        if group := self._of_people(head):
            return group
        if head.lemma_.lower() not in self._with_names:
            return ()
        if followers := self._followers(head):
            return followers
        names = (t for t in self._names_beside(head) if t.i not in self._named.mention_of)
        return tuple(link for name in names for link in self.of(name) or self._right_behind(head, name))

    def fighting(self, mention: Mention, head: Token) -> tuple[Linked, ...]:
        """Link "*Palestinian* militants" as these, and not as the state that they do not act for."""
        noun = head.head
        people = (noun.text,) if noun.dep_ in _BEFORE and head.i < noun.i < noun.head.i else ()
        if people:  # "*Rwandan* Hutu rebels"
            noun = noun.head
        is_before = head.dep_ in _BEFORE and head.i < noun.i
        if not is_before or mention.entity.kind not in _GOVERNED:
            return ()
        kinds = self._cues.agents_fighting
        if noun.lemma_.lower() in _HEADING:  # "Palestinian *militant* leaders", "*militant* targets"
            told = (c for c in noun.children if head.i < c.i < noun.i and c.lemma_.lower() in kinds)
            noun = next(told, noun)
        if noun.pos_ not in {"ADJ", "NOUN"} or noun.lemma_.lower() not in kinds:
            return ()
        return self._people_who_fight(head, noun, *people)

    def is_of_one_fighter(self, head: Token) -> bool:
        """Tell whether a name says whence one man comes who was told of before: "the *Jordanian* militant"."""
        noun = head.head
        is_before = head.dep_ in _BEFORE and head.i < noun.i and noun.tag_ == "NN" and is_definite(noun)
        return is_before and noun.lemma_.lower() in self._cues.agents_fighting - _BANDS

    def is_one(self, head: Token) -> bool:
        """Tell whether a name is that of a group that is no state's: "the Niger *Movement* for Justice".

        So is that of a society: "the American Colonization *Society*".
        """
        name = self._name_at(head)
        if name is None or len(name) == 1:
            return False
        return self.is_society(head) or self._heads_group(name)

    def is_society(self, head: Token) -> bool:
        """Tell whether a name is a society's or a party's, which acts for no state: "the Iraqi Communist *Party*"."""
        return head.is_title and head.lemma_.lower() in self._cues.agents_societies

    def referable(self) -> Iterator[Named]:
        """List those that a later reference ("the rebels", "the front") can mean, in order."""
        for name in self._named.doc.ents:
            head = _head_of(name)
            is_known = self._named.entity_at(head) is not None or head.lower_ in self._cues.agents_followers
            if name.label_ not in _NAMES or is_known:
                continue
            if self._heads_group(name) or self._is_told_group(head):
                yield from (self._as_named(head, link) for link in self.of(head))
        for noun in self._named.doc:
            yield from (self._as_named(noun, link) for link in self.beside(noun))

    @staticmethod
    def _as_named(head: Token, link: Linked) -> Named:
        return Named(
            index=head.i,
            entity=link.entity,
            is_agent=False,
            is_place=False,
            kind=_ARMED,
            is_modifier=False,
            is_unknown=True,
        )

    # -- the name ------------------------------------------------------------------------------------

    def _name_at(self, head: Token) -> Words | None:
        """Give the name that a word stands in, where the model sees a group's and no person's."""
        if head.pos_ != "PROPN" or head.ent_type_ not in _NAMES:
            return None
        if self._is_settlement(head) or (_is_one_word(head) and self._is_where(head)):
            return None
        words = self._named.seen_by_model.get(head.i)
        if words is None or any(t.i in self._named.person_of or t.sent != head.sent for t in words):
            return None
        if _is_make(_head_of(words)) or _is_front_line(words) or _is_building_struck(words):
            return None
        if len(words) == 1 and singular(head) in self._cues.agents_serving:  # "the Marines" are a state's
            return None
        if land_in_short(head.text, self._named.text):
            return None
        return words if head.lemma_.lower() not in self._cues.instruments_nouns else None

    def _is_where(self, name: Token) -> bool:
        """Tell whether a name is where something is done: "ambushed a bus *in X*", "shelled *X*"."""
        above = name.head
        if name.dep_ == "dobj":
            return above.lemma_.lower() in _BOMBARDING
        return name.dep_ == "pobj" and above.lower_ in _WHERE and name.ent_type_ == "ORG"

    def _is_settlement(self, name: Token) -> bool:
        """Tell whether a name is a settlement's: "bombed *the town of X*"."""
        of = name.head
        is_of = name.dep_ == "pobj" and of.lower_ == "of"
        return is_of and of.head.lemma_.lower() in self._cues.places_settlements

    def _by_words(self, name: Words, *, as_speaker: bool = False) -> tuple[Linked, ...]:
        text = without_article(one_space(name.text)).strip(QUOTES + " ")
        text = text.removesuffix("'s").removesuffix("’s")
        if text.lower().startswith(("a ", "an ")):  # which one, nothing says
            return ()
        last = text.rsplit(" ", 1)[-1].lower()
        if last in self._cues.instruments_nouns:  # "Ishii-Lansing Agreement"
            return ()
        if text.lower() in self._cues.agents_epithets:  # "*Arab*-Israeli talks"
            return ()
        if {"ministries", "ministry"} & set(text.lower().split()):  # no group, but a state's
            return ()
        if text.lower() in self._cues.agents_chambers:  # of which state, the text does not say here
            return ()
        if not as_speaker and last in self._cues.agents_press:
            return ()
        span = Span(start=name.start_char, end=name.end_char)
        is_own = self._named.is_general(text.split())
        scope = document_scope(self._named.document, text) if is_own else ""
        return (Linked(nil_entity(text, EntityKind.ORGANIZATION, scope=scope), span),) if text else ()

    @cached_property
    def _in_full(self) -> Mapping[str, Mention | Words]:
        """Give by its initials what stands before them where they are first told: "Army of Free Tuaregs (AFT)"."""
        found: dict[str, Mention | Words] = {}
        for match in _SHORT.finditer(self._named.text):
            before = self._named.doc.char_span(match.start() - 1, match.start(), alignment_mode="expand")
            if before is None or match[1] in found:
                continue
            last = before[-1].i
            full = self._named.mention_of.get(last) or self._named.seen_by_model.get(last)
            if full is not None and self._is_short_for(match[1], full):
                found[match[1]] = full
        return found

    def _is_short_for(self, short: str, full: Mention | Words) -> bool:
        """Tell whether initials are those of a group's name, of two or more words."""
        if isinstance(full, Mention):
            is_group, words = full.entity.kind is EntityKind.ORGANIZATION, full.span.of(self._named.text)
        else:
            is_group, words = full.label_ in _NAMES, full.text
        words = words.removeprefix("The ")
        initials = "".join(word[0] for word in re.split(r"[\s-]+", words) if word[:1].isupper())
        return is_group and len(initials) > 1 and initials[0] == short[0]

    # -- what it is of -------------------------------------------------------------------------------

    def _heads_group(self, name: Words) -> bool:
        """Tell whether a name says of itself that it is an armed group's or a party's: "the Azul *Front*"."""
        kinds = self._cues.agents_taken_for_group
        heads = (_head_of(name), name[-1])  # "the *Union* of Forces for Renewal"
        return len(name) > 1 and any(t.is_title and t.lemma_.lower() in kinds for t in heads)

    def _is_told_group(self, head: Token) -> bool:
        """Tell whether a noun beside says that a name is a group's: "X, a rebel *group*", "*members* of X"."""
        above = head.head
        if head.dep_ == "pobj" and above.lower_ in {"as", *_WHOSE}:
            above = above.head
        if above.dep_ == "acl" and above.lemma_.lower() in CALLING:
            above = above.head
        beside = [c for c in head.children if c.dep_ == "appos"]
        if head.dep_ in {"appos", "compound", "nmod", "oprd", "pobj"}:
            beside.append(above)
        kinds = self._cues.agents_fighting | {"group"}
        return any(t.pos_ == "NOUN" and t.lemma_.lower() in kinds and t != head for t in beside)

    def _names_beside(self, head: Token) -> Iterator[Token]:
        around = prepositional_objects(head)
        for child in head.children:
            is_name = child.dep_ == "appos" or child.ent_type_ == "ORG"  # no "*Shi'ite* movement"
            if child.dep_ in {"appos", "compound", "nmod"} and is_name:
                yield child
            if child.dep_ == "acl" and child.lemma_.lower() in CALLING:
                yield from (t for t in child.children if t.dep_ in {"attr", "dobj", "oprd"})
                yield from prepositional_objects(child).get("as", ())
        for preposition in _WHOSE if head.lemma_.lower() in self._cues.agents_fighting else ():
            yield from around.get(preposition, ())

    def _right_behind(self, kind: Token, name: Token) -> tuple[Linked, ...]:
        """Link a name that the model does not see as one: "the militant group *Hizbul Islam*"."""
        words = self._named.doc[name.left_edge.i : name.i + 1]
        is_behind = name.dep_ == "appos" and words.start == kind.i + 1 and kind.tag_ == "NN"
        persons = (self._named.person_of.get(t.i) for t in words)
        is_name = all(t.pos_ == "PROPN" and t.ent_type_ in _MISTAKEN for t in words)
        is_name = is_name and not any(person is not None and person.official for person in persons)
        return self._by_words(words) if is_behind and is_name else ()

    def _followers(self, noun: Token) -> tuple[Linked, ...]:
        """Link "Maoist rebels" as the Maoists."""
        names = self._cues.agents_followers
        for child in noun.children:
            if child.dep_ in AGENT_MODIFIERS and child.lower_ in names:
                text = f"{child.text}s" if child.lower_[-1] != "s" else child.text
                span = Span(start=child.idx, end=noun.idx + len(noun.text))
                return (Linked(nil_entity(text, EntityKind.ORGANIZATION), span),)
        return ()

    def _of_people(self, noun: Token) -> tuple[Linked, ...]:
        """Link "*Chechen* rebels", "*Darfur* rebel groups" as these: the people or land says which, no creed does.

        "*The* Palestinian militant group" is one that was named before.
        """
        if noun.tag_ == "NN" and is_definite(noun):
            return ()
        kinds = self._cues.agents_fighting
        told = [c for c in noun.children if c.lemma_.lower() in kinds and c.dep_ in _BEFORE]
        if noun.lemma_.lower() not in kinds and not (told and noun.lemma_.lower() in _MANY):
            return ()
        people = next((c for c in noun.children if c.dep_ in _BEFORE and self._is_people(c)), None)
        if people is None or (told and told[-1].i < people.i):
            return ()
        return self._people_who_fight(people, noun, *(t.lower_ for t in told))

    def _is_people(self, word: Token) -> bool:
        mention = self._named.mention_of.get(word.i)
        if word.i and word.nbor(-1).text == "-":  # "*non*-Arab rebels"
            return False
        if mention is not None:
            return mention.entity.kind is EntityKind.TERRITORY or _is_state_by_adjective(mention)
        is_kind = word.lower_ in self._cues.agents_creeds | self._cues.agents_fighting  # "Separatist rebels"
        return word.ent_type_ == "NORP" and word.is_title and not is_kind

    @staticmethod
    def _people_who_fight(people: Token, noun: Token, *kinds: str) -> tuple[Linked, ...]:
        is_several = noun.tag_ == "NNS" or noun.lemma_.lower() in _MANY
        several = noun.lower_ if is_several else _plural(noun.lower_)
        span = Span(start=people.idx, end=noun.idx + len(noun.text))
        before = ("ethnic",) if is_ethnic(people) else ()
        label = " ".join((*before, people.text, *kinds, several))
        return (Linked(nil_entity(label, EntityKind.ORGANIZATION), span),)


def _plural(noun: str) -> str:
    """Give the plural of a word for a fighter: "gunmen", "rebels"."""
    return f"{noun.removesuffix('man')}men" if noun.endswith("man") else f"{noun}s"


def _is_state_by_adjective(mention: Mention) -> bool:
    return mention.entity.kind is EntityKind.STATE and is_adjective(mention)


def _is_one_word(name: Token) -> bool:
    return not any(c.dep_ == "compound" for c in name.children)


def _head_of(name: Words) -> Token:
    """Give the first word of a name that hangs on one outside it."""
    return next(t for t in name if t.head is t or t.head not in name)


def _is_building_struck(name: Words) -> bool:
    """Tell a building that something is done to from who acts: "bombed *the Palace Hotel*", "fired at X University"."""
    head = _head_of(name)
    return bool({name[-1].lower_, head.lower_} & _BUILDINGS) and head.dep_ in {"dobj", "nsubjpass", "pobj"}


def _is_front_line(name: Words) -> bool:
    """Tell where armies meet from who fights: "an offensive *on the Eastern Front*"."""
    return name[-1].lower_ == "front" and _head_of(name).head.lower_ in _ALONG


def _is_make(name: Token) -> bool:
    """Tell whether a name says of what make a craft or weapon is: "two *Black Hawk* helicopters"."""
    is_before = name.dep_ in _BEFORE and name.i < name.head.i
    return is_before and name.head.lemma_.lower() in _MADE
