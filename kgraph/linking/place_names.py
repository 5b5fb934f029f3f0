"""Places by name: known ones, and those whose name stands beside a general word, "the Kuril islands"."""

from kgraph.linking.descriptions import Descriptions, one_space
from kgraph.linking.linked import Link, Linked
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.propositions.arguments import conjuncts, first_child, prepositional_objects
from kgraph.reference.calling import is_by_waters
from kgraph.tokens import Token, Words
from kgraph.vocab import nil_entity

__all__ = ["ANYWHERE", "ISLES", "PlaceNames"]

ANYWHERE = frozenset({"area", "border", "boundary", "frontier", "land", "region", "territory"})
ISLES = frozenset({"atoll", "isle", "islet", "island", "reef"})
_NO_OWN_NAMES = frozenset({"adjective", "demonym", "capital", "metonym"})


class PlaceNames:
    """Links names of places, and general words by the name beside them."""

    def __init__(self, named: NamedThings, descriptions: Descriptions, link: Link):
        self._named = named
        self._cues = named.cues
        self._descriptions = descriptions
        self._link = link

    def known(self, head: Token, mention: Mention) -> tuple[Linked, ...]:
        """Link a known name; "southern Lebanon" is not Lebanon, nor is Beirut, but a place of its own words.

        A part that names what it consists of is that: "the southernmost Kurils - Iturup and Kunashir".
        """
        first = self._named.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        before = first[0].nbor(-1) if first is not None and first.start > head.sent.start else None
        is_part = before is not None and before.lower_ in self._cues.places_directions
        is_part = is_part and not self._is_province(mention, first)
        if not is_part and not self._is_seat(mention):
            return (Linked(mention.entity, self._named.phrase(head, post=False)),)
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)] if is_part else []
        if len(apposed) > 1 and all(map(self._named.is_known_place, apposed)):
            return tuple(link for token in apposed for link in self._link(token))
        start = before.idx if is_part and before is not None else mention.span.start
        span = Span(start=start, end=mention.span.end)
        return (Linked(nil_entity(one_space(span.of(self._named.text)), EntityKind.TERRITORY), span),)

    def _is_seat(self, mention: Mention) -> bool:
        """Tell whether a name is of a town from which somebody acts: "left *Ramallah*", not "the *Jewish state*"."""
        is_town = mention.how == "metonym" and mention.span.of(self._named.text).istitle()
        return is_town or mention.how == "capital"

    def _is_province(self, mention: Mention, words: Words | None) -> bool:
        """Tell whether a name is that of a part of a state, by the word that ends or follows it: "Helmand province"."""
        if words is None or mention.entity.kind is EntityKind.STATE:
            return False
        around = words.doc[words.end - 1 : words.end + 1]
        return any(token.lower_ in self._cues.places_provinces for token in around)

    def after_kind(self, head: Token) -> tuple[Linked, ...]:
        """Link a name that only the text knows by itself: "Nioka" of "the town of Nioka", not of "land *east* of"."""
        kinds = (self._cues.places_settlements, self._cues.places_named, ISLES)
        if head.tag_ != "NN" or not any(head.lemma_.lower() in nouns for nouns in kinds):
            return ()
        if any(c.dep_ == "advmod" and c.lower_ in self._cues.places_directions for c in head.children):
            return ()
        names = [t for t in prepositional_objects(head).get("of", ()) if t.pos_ == "PROPN"]
        if len(names) != 1 or self._named.entity_at(names[0]) is not None:
            return ()
        return self._descriptions.of(names[0], EntityKind.TERRITORY, post=False)

    def by_modifier(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Transnistria region", "the Kuril islands" by the name before the general word."""
        if head.lemma_.lower() not in self._cues.places_parts:
            return ()
        if head.tag_ == "NNS" and head.lemma_.lower() in self._cues.places_settlements:
            return ()  # "five West Bank towns" lie in it
        if self._is_of_people(head):
            return ()
        distributed = self._distributed(head)
        if distributed:
            return distributed
        for child in head.children:
            mention = self._named.mention_of.get(child.i)
            if mention is None or child.dep_ not in {"compound", "nmod"} or is_adjective(mention):
                continue
            if _is_counted_in(mention.entity, head):
                return ()  # "51 Bangladesh enclaves" are some of it
            if self._is_by_waters(mention.entity, head):
                return ()
            if self._named.is_place(mention.entity) and mention.how not in _NO_OWN_NAMES:
                return (Linked(mention.entity, mention.span), *self._others_beside(child, head))
        return ()

    def _is_by_waters(self, name: Entity, head: Token) -> bool:
        """Tell whether a general word is of land by the waters that are named: "the Red Sea *port*" is no sea."""
        entry = self._named.gazetteer.get(name.id)
        return entry is not None and is_by_waters(head.lemma_.lower(), entry.kind)

    def _is_of_people(self, head: Token) -> bool:
        """Tell whether a group is none of islands: "Darfur *rebel* groups", "the Azawad *armed* factions"."""
        if head.lemma_.lower() not in self._cues.places_collective:
            return False
        places = self._cues.places_nouns | self._cues.places_directions | self._cues.places_unspecific
        before = (c for c in head.children if c.dep_ in {"amod", "compound", "nmod"} and c.text.islower())
        return any(c.lemma_.lower() not in places and c.lower_ not in places for c in before)

    def _others_beside(self, child: Token, head: Token) -> tuple[Linked, ...]:
        """Link the other names before a general word in the plural: "the Abkhazia and *South Ossetia* regions".

        Of one in the singular all that is listed before it: "occupied Korea, *Saipan and southern Sakhalin* Island".
        """
        others = [t for t in conjuncts(child) if child.i < t.i < head.i]
        is_listed = head.tag_ in {"NNS", "NNPS"} or (bool(others) and others[-1].i == head.i - 1)
        others = others if is_listed else []
        mentions = [self._named.mention_of[t.i] for t in others if t.i in self._named.mention_of]
        return tuple(Linked(m.entity, m.span) for m in mentions if self._named.is_place(m.entity))

    def _distributed(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Line and Phoenix islands" as the two known groups that it names."""
        first = next((c for c in head.children if c.dep_ in {"compound", "nmod"} and c.i < head.i), None)
        listed = [t for t in conjuncts(first) if t.i < head.i] if first is not None else []
        places = [(token, self._called(token.text, head)) for token in listed]
        if len(listed) < 2 or not all(p is not None and self._named.is_place(p) for _, p in places):
            return ()
        return tuple(
            Linked(place, Span(start=t.idx, end=t.idx + len(t.text))) for t, place in places if place
        )

    def _called(self, name: str, head: Token) -> Entity | None:
        """Find the thing whose name ends in the head, as it stands or in the singular: "Picton *Island*"."""
        words = dict.fromkeys((head.text.capitalize(), head.lemma_.capitalize()))
        found = (self._named.called(f"{name} {word}") for word in words)
        return next((entity for entity in found if entity is not None), None)


def _is_counted_in(entity: Entity, head: Token) -> bool:
    """Tell whether places are told by their number and by the state that they are of."""
    return entity.kind is EntityKind.STATE and head.tag_ == "NNS" and first_child(head, "nummod") is not None
