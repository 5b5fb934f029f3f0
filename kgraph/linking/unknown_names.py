"""Names of places that the text alone knows: "Sudzha", "the town of Bunagana"."""

from collections.abc import Iterator

from kgraph.linking.descriptions import Descriptions, one_space
from kgraph.linking.linked import Linked
from kgraph.linking.named import CALLING, NamedThings, is_adjective
from kgraph.linking.parts_of_states import is_told_of_state
from kgraph.linking.place_names import ANYWHERE
from kgraph.linking.short_names import land_in_short
from kgraph.model import EntityKind, Span
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    is_definite,
    joined_lemma,
    prepositional_objects,
)
from kgraph.reference import Named
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["UnknownNames", "is_firm"]

_ERAS = frozenset({"ad", "bc", "bce", "ce"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "off"})
_PLACES = frozenset({"GPE", "LOC"})  # what the model calls places
_MISTAKEN = frozenset({"", "FAC", "ORG", "PERSON", "PRODUCT"})  # what it calls places that it does not know
_INSIDE = frozenset({"compound", "flat"})  # of another word's name
_FIRMS = frozenset(
    """
    airline bank carrier company conglomerate firm giant maker monopoly producer
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Of a name that is said to be one, nobody bears it.
_LANDS = frozenset({"colony", "dependency", "island", "possession", "protectorate", "territory"})
_MISSIONS = frozenset({"bank", "consulate", "embassy", "legation"})


class UnknownNames:
    """Tells names of places that the gazetteer does not have, and what later words can mean by them."""

    def __init__(self, named: NamedThings, descriptions: Descriptions):
        self._named = named
        self._cues = named.cues
        self._descriptions = descriptions

    def is_place(self, head: Token) -> bool:
        """Tell whether a name is that of a place: by the model, by "in", "at", "near" before it, by what befalls it."""
        if head.pos_ != "PROPN" or head.lower_.replace(".", "") in _ERAS or self._is_known_name(head):
            return False
        if joined_lemma(head) in self._cues.places_nouns or is_firm(head):
            return False
        if self._is_lettered(head) or land_in_short(head.text, self._named.text):
            return True
        is_where = first_conjunct(head).dep_ == "pobj" and first_conjunct(head).head.lower_ in _WHERE
        is_told = any(
            c.dep_ == "appos" and c.lemma_.lower() in self._cues.places_nouns for c in head.children
        )  # "X, an island in Y,"
        is_told = is_told or is_where or self._is_held(head) or self._is_called_so(head)
        is_told = is_told or self._is_said_to_be_place(head)
        is_told = is_told or self._is_beside_land(head) or self._is_beside_place(head)
        is_told = is_told or is_told_of_state(head, self._is_state)
        return head.ent_type_ in _PLACES or (is_told and self._may_be_place(head))

    def _is_state(self, name: Token) -> bool:
        mention = self._named.mention_of.get(name.i)
        return mention is not None and mention.entity.kind is EntityKind.STATE and not is_adjective(mention)

    def _is_called_so(self, head: Token) -> bool:
        """Tell whether a name is what a place is called: "a clearing called *Tiwinza*"."""
        call = head.head
        is_name = (
            head.dep_ in {"attr", "dobj", "oprd"} and call.dep_ == "acl" and call.lemma_.lower() in CALLING
        )
        return is_name and call.head.lemma_.lower() in self._cues.places_nouns

    def _is_said_to_be_place(self, head: Token) -> bool:
        """Tell whether a sentence says of a name what place it is: "*Saba* became a municipality of X".

        "*The Bailiwick*" is short for one that has been named.
        """
        verb = first_conjunct(head).head
        if (
            is_definite(head)
            or first_conjunct(head).dep_ != "nsubj"
            or verb.lemma_.lower() not in {"be", "become", "remain"}
        ):
            return False
        told = first_child(verb, "attr")
        lands = self._cues.places_provinces | self._cues.places_settlements | _LANDS
        return told is not None and told.lemma_.lower() in lands

    def _lies(self, head: Token) -> bool:
        """Tell whether it is said from where a name lies which way: "*Enen Kio*, 500 km north of the atoll"."""
        towards = (c for c in head.children if c.i > head.i and c.lower_ in self._cues.places_directions)
        return any(c.i + 1 < len(head.doc) and c.nbor(1).lower_ == "of" for c in towards)

    @staticmethod
    def _is_share(head: Token) -> bool:
        """Tell whether a name is that of a share of some land: "renounced its share, *Tiris el Gharbia*"."""
        return (
            head.dep_ == "appos"
            and head.head.lemma_.lower() == "share"
            and first_child(head.head, "poss") is not None
        )

    def _goes_on_as_land(self, head: Token) -> bool:
        """Tell whether the next sentence does to a subject what is done to land: "*X* is dry. It is governed by"."""
        end = head.sent.end
        if head.dep_ not in {"nsubj", "nsubjpass"} or head.head.dep_ != "ROOT" or end >= len(head.doc):
            return False
        verb = head.doc[end].sent.root
        subject = first_child(verb, "nsubjpass")
        is_it = subject is not None and subject.lower_ == "it" and subject.i == end
        return is_it and verb.lemma_.lower() in self._cues.places_held_by

    @staticmethod
    def _is_beside_place(head: Token) -> bool:
        """Tell whether a name is one of a list of which the model takes others for places: "*Aldabra* and Farquhar"."""
        fellows = [t for t in conjuncts(first_conjunct(head)) if t != head]
        return bool(fellows) and any(t.ent_type_ in _PLACES for t in fellows)

    def place(self, head: Token) -> tuple[Linked, ...]:
        """Link such a name by its own words."""
        return self._with_its_state(head) or self._descriptions.of(head, EntityKind.TERRITORY, post=False)

    def referable(self) -> Iterator[Named]:
        """List those that a later reference ("the town", "both villages") can mean, in order."""
        for head in self._named.doc:
            if self._is_feature(head):
                links = self._descriptions.of(head, EntityKind.TERRITORY, post=False)
                yield from (self._as_named(head, link, head.lemma_.lower()) for link in links)
            if head.pos_ != "PROPN" or head.dep_ in _INSIDE:
                continue
            is_named = head.ent_type_ in _PLACES or self._goes_on_as_land(head)
            is_named = is_named and not self._is_part_known(head)
            if not self.is_place(head) and not (is_named and joined_lemma(head) in self._cues.places_nouns):
                continue
            yield from (self._as_named(head, link, self._kind(head)) for link in self.place(head))

    @staticmethod
    def _as_named(head: Token, link: Linked, kind: str) -> Named:
        return Named(
            index=head.i,
            entity=link.entity,
            is_agent=False,
            is_place=True,
            kind=kind,
            is_modifier=head.dep_ in {"poss", "amod", "nmod"},
            is_object=head.dep_ in {"dobj", "pobj", "nsubjpass", "conj"},
            is_subject=head.dep_ in {"nsubj", "nsubjpass"},
            is_unknown=True,
        )

    def _is_feature(self, head: Token) -> bool:
        """Tell whether a noun has a name before it that makes it one place: "the upper *Ohio River* valley"."""
        if head.tag_ != "NN" or head.lemma_.lower() not in self._cues.places_nouns - ANYWHERE:
            return False
        before = [c for c in head.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
        return is_definite(head) and bool(before) and all(self._is_free(c) for c in before)

    def _is_free(self, name: Token) -> bool:
        """Tell whether a name is of nothing and nobody known."""
        return self._named.entity_at(name) is None and self._named.person_of.get(name.i) is None

    def _is_part_known(self, head: Token) -> bool:
        """Tell whether a known name stands inside a name: "*Sedudu* (Kasikili) Island"."""
        name = self._named.seen_by_model[head.i]
        return any(self._named.entity_at(token) is not None for token in name)

    def _kind(self, name: Token) -> str:
        """Give the noun that says what a name is of: "the *town* of X", "X, a *peak*", "X *Island*"; else nothing."""
        nouns = self._cues.places_nouns
        is_below = (name.dep_ == "pobj" and name.head.lower_ == "of") or self._is_called_so(name)
        above = name.head.head if is_below else name.head
        beside = (name, *(c for c in name.children if c.dep_ == "appos"), above)
        told = (t.lemma_.lower() for t in beside if t.pos_ in {"NOUN", "PROPN"})
        return next((word for word in told if word in nouns), "")

    def _is_lettered(self, head: Token) -> bool:
        """Tell whether a letter tells one of several places: "Zone *A*"."""
        before = head.nbor(-1) if head.i > head.sent.start else head
        is_joined = before.dep_ == "compound" and before.head == head and before.is_title
        is_letter = head.text[:1].isalpha() and len(head.text.rstrip(".")) == 1
        return is_joined and is_letter and before.lemma_.lower() in self._cues.places_nouns

    def _is_known_name(self, head: Token) -> bool:
        """Tell whether a name is known to be somebody's or something's; what is ceded is no person without office."""
        person = self._named.person_of.get(head.i)
        if person is None:
            return self._named.entity_at(head) is not None
        return person.official or len(person.mentions) > 1 or not self._is_held(head)

    def _is_beside_land(self, head: Token) -> bool:
        """Tell whether a name stands in a list with a land that is known: "returned *Tarabarov* and half of X"."""
        first = first_conjunct(head)
        if first.dep_ not in {"dobj", "nsubjpass", "pobj"}:
            return False
        fellows = [t for t in conjuncts(first) if t != head]
        fellows += (t for fellow in fellows for t in prepositional_objects(fellow).get("of", ()))
        lands = (self._named.mention_of.get(t.i) for t in fellows)
        return any(land is not None and land.entity.kind is EntityKind.TERRITORY for land in lands)

    def _is_held(self, head: Token) -> bool:
        """Tell whether somebody does what is done to land alone: "regained *Battambang*", "the cession of *Ifni*"."""
        if self._lies(head) or self._goes_on_as_land(head) or self._is_share(head):
            return True
        first = first_conjunct(head)
        above = first.head
        if first.dep_ in {"dobj", "nsubjpass"}:
            return above.lemma_.lower() in self._cues.places_held_by
        noun = above.head if first.dep_ == "pobj" and above.lower_ in {"of", "over", "to"} else head
        if noun.pos_ == "VERB" and above.lower_ == "to":  # "gave up its *claim to* X"
            noun = first_child(noun, "dobj") or noun
        cues = self._cues
        held = cues.places_held_to if above.lower_ == "to" else cues.places_held_through
        return noun.pos_ == "NOUN" and noun.lemma_.lower() in held

    def _with_its_state(self, head: Token) -> tuple[Linked, ...]:
        """Link "Athens, Ohio" as both words, where the first alone is the name of something known."""
        after = self._named.doc[head.i + 1 : head.i + 3]
        is_told = len(after) == 2 and after[0].text == "," and after[1].ent_type_ == "GPE"
        is_told = is_told and after[1].dep_ != "conj"  # "Texas, California, and Oregon" are three
        if not is_told or self._named.called(head.text) is None:
            return ()
        state = self._named.seen_by_model[after[1].i]
        span = Span(start=head.idx, end=state.end_char)
        return (Linked(nil_entity(one_space(span.of(self._named.text)), EntityKind.TERRITORY), span),)

    def _may_be_place(self, head: Token) -> bool:
        """Tell whether a name that the model takes for no place may be one: no date, no document, no chamber."""
        is_name = head.text[:1].isupper() and head.text.isalpha() and not head.text.isupper()
        if not is_name or head.ent_type_ not in _MISTAKEN:
            return False
        words = {head.lemma_.lower(), *(child.lemma_.lower() for child in head.children)}
        return words.isdisjoint(
            self._cues.instruments_nouns | self._cues.agents_chambers | self._cues.agents_nouns | _MISSIONS
        )


def is_firm(name: Token) -> bool:
    """Tell whether the words before a name say that it is a firm: "part of oil *giant* Yukos"."""
    before = (c for c in name.children if c.dep_ in {"amod", "compound", "nmod"} and c.i < name.i)
    return any(c.lemma_.lower() in _FIRMS for c in before)
