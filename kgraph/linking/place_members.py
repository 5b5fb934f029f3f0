"""Places that a head stands for: members of a group, the whole that a part is of, what "including" adds."""

from collections.abc import Sequence

from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Link, Linked
from kgraph.linking.named import AGENT_MODIFIERS, NamedThings, singular
from kgraph.linking.place_names import ANYWHERE, ISLES, PlaceNames
from kgraph.model import EntityKind
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    governed,
    is_definite,
    names_some,
    prepositional_objects,
    sentence_before,
)
from kgraph.reference import Referents
from kgraph.text.numerals import NUMERALS
from kgraph.tokens import Token

__all__ = ["PlaceMembers"]

_MAKING_UP = frozenset({"comprising", "constituting", "forming"})
_CONSTITUTING = frozenset({"comprise", "constitute"})
_RESTS = frozenset({"remainder", "rest"})
_MOST = frozenset({"bulk", "majority"})
_LOSING = frozenset({"forfeit", "lose"})
_ENTITIES = frozenset({"collectivity", "entity"})  # places where their names follow
_COUNTS = {word: number for word, number in NUMERALS.items() if 2 <= number <= 4}


class PlaceMembers:
    """Links groups and parts: "islands of A and B", "part of A", "two regions of X, A and B"."""

    def __init__(
        self,
        named: NamedThings,
        referents: Referents,
        descriptions: Descriptions,
        names: PlaceNames,
        link: Link,
    ):
        self._named = named
        self._cues = named.cues
        self._referents = referents
        self._descriptions = descriptions
        self._names = names
        self._link = link

    def members(self, head: Token) -> tuple[Linked, ...]:
        """Link the places that a head stands for: "islands of A and B", "part of A", "the land, A"."""
        if not self._is_owned(head) and not {singular(head), head.lower_} & self._cues.places_parts:
            return self._apposed_names(head)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "over"}:
                inner = list(governed(child))
                found = tuple(link for token in inner for link in self._link(token))
                if found and self._is_part_of_the_country(head, inner[0], found[0]):
                    return self._descriptions.of(head, EntityKind.TERRITORY)
                if found and _are_islands_of_state(head, found):
                    return self._islands_before(head) or self._descriptions.of(head, EntityKind.TERRITORY)
                if found:
                    return self._whole_phrase(head, found)
        return self._apposed_names(head)

    def _is_owned(self, head: Token) -> bool:
        """Tell whether a colony is the place that it is of: "its colony of X", "the former Spanish colony of X".

        "The colony of X" alone is one where X is no state: that may be whose it is.
        """
        if head.lemma_.lower() not in self._cues.places_owned:
            return False
        is_one = head.tag_ == "NN" and any(c.lower_ == "the" for c in head.children)
        is_told = any(c.dep_ in AGENT_MODIFIERS and c.i in self._named.mention_of for c in head.children)
        return first_child(head, "poss") is not None or (is_one and (is_told or self._is_of_land(head)))

    def _is_of_land(self, head: Token) -> bool:
        named = (self._named.mention_of.get(t.i) for t in prepositional_objects(head).get("of", ()))
        return any(mention is not None and mention.entity.kind is EntityKind.TERRITORY for mention in named)

    def _is_part_of_the_country(self, part: Token, whole: Token, found: Linked) -> bool:
        """Tell whether a part is told of a state that has no name there: "areas of the country", "of the island"."""
        is_state = found.span is None and found.entity.kind is EntityKind.STATE
        is_called_so = whole.lemma_.lower() in self._cues.places_countries | {"island"}
        return is_state and is_called_so and part.lemma_.lower() not in self._cues.places_titles

    def _islands_before(self, head: Token) -> tuple[Linked, ...]:
        """Link "the three islands of X" to as many that the text named last."""
        count = next((c.lower_ for c in head.children if c.dep_ == "nummod"), "")
        named = self._referents.islands(head) if is_definite(head) else ()
        return tuple(Linked(e, None) for e in named) if _COUNTS.get(count) == len(named) else ()

    def _whole_phrase(self, head: Token, found: tuple[Linked, ...]) -> tuple[Linked, ...]:
        """Keep "half of X" as the words for X where one thing is meant."""
        if len(found) > 1:
            return found
        entity, phrase = found[0].entity, self._named.phrase(head)
        is_named = head.lemma_.lower() in self._cues.places_named or head.lower_ in ISLES
        is_its_name = is_named and entity.label[:1].isupper()
        is_edge = head.lower_ in self._cues.places_edges  # one: "both banks of" a lake are all of it
        is_part = head.lemma_.lower() in self._cues.places_pieces or self._is_some_land(head)
        is_part = is_part or (found[0].span is None and self._is_lost(head))
        is_piece = is_part if entity.kind is EntityKind.STATE else is_edge
        is_told = not entity.known and head.lower_ not in self._cues.places_quantities
        if is_piece or (is_told and not is_its_name):
            return self._descriptions.of(head, EntityKind.TERRITORY)
        return (Linked(entity, phrase),)

    def _is_lost(self, part: Token) -> bool:
        """Tell whether somebody gives a part of his own land away: "X lost *much of its territory*"."""
        first = first_conjunct(part)
        is_given = (
            first.dep_ == "dobj" and first.head.lemma_.lower() in self._cues.references_handing | _LOSING
        )
        return is_given and part.lower_ in self._cues.places_quantities | _MOST

    def rest(self, head: Token) -> tuple[Linked, ...]:
        """Link "the rest" to the whole of which a part was just told: "most of X is held by Y, *the rest* by Z"."""
        if head.lower_ not in _RESTS or not is_definite(head) or first_child(head, "prep") is not None:
            return ()
        parts = self._cues.places_collective | self._cues.places_quantities | _MOST
        before = reversed(self._named.doc[sentence_before(head).start : head.i])
        wholes = (prepositional_objects(t).get("of", ()) for t in before if t.lemma_.lower() in parts)
        whole = next((of[0] for of in wholes if len(of) == 1), None)
        found = self._link(whole) if whole is not None else ()
        return tuple(Linked(link.entity, None) for link in found)

    def _is_some_land(self, head: Token) -> bool:
        """Tell whether a state has others like it: "*four regions* of Ukraine", "*an area* of Syria"."""
        if head.lemma_.lower() not in self._cues.places_districts:
            return False
        return head.tag_ == "NNS" or any(c.lower_ in {"a", "an", "one"} for c in head.children)

    def region_of_state(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Crimea region of Ukraine" by the name before; what "of" adds is the whole, not a member."""
        by_name = self._names.by_modifier(head)
        of = prepositional_objects(head).get("of", ()) if by_name else ()
        members = [link for token in of for link in self._link(token)]
        return by_name if members and all(m.entity.kind is EntityKind.STATE for m in members) else ()

    def included(self, head: Token) -> tuple[Linked, ...]:
        """Link what "including" adds: "these lands, including the hamlet of Yenga", "the isles, among them Canton"."""
        including = [c for c in head.children if names_some(c)]
        inner = [t for c in including for o in c.children if o.dep_ == "pobj" for t in conjuncts(o)]
        return tuple(link for token in inner for link in self._link(token))

    def listed(self, head: Token) -> tuple[Linked, ...]:
        """Link "four regions of Ukraine: A, B, C and D" as the places behind, and "four of the islands: A, B …"."""
        is_several = head.pos_ == "NUM" or (
            head.tag_ == "NNS" and head.lemma_.lower() in self._cues.places_nouns | _ENTITIES
        )
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)] if is_several else []
        listed = apposed or (self._behind_whole(head) if is_several else ())
        if len(listed) < 2 or not all(map(self._named.is_known_place, listed)):
            return ()
        return tuple(link for token in listed for link in self._link(token))

    def _behind_whole(self, head: Token) -> tuple[Token, ...]:
        """Give A and B of "two regions of X, A and B", where the model made one list of whole and parts."""
        counted, inside = first_child(head, "nummod"), {"in", "of"}
        within = (c for c in head.children if c.dep_ == "prep" and c.lower_ in inside and c.i > head.i)
        listed = [t for c in within for t in governed(c)]
        number = NUMERALS.get(counted.lower_) if counted is not None else None
        if number is None or len(listed) != number + 1 or listed[0].nbor(1).text not in {",", ":"}:
            return ()
        parts = tuple(listed[1:])
        entities = [self._named.entity_at(token) for token in parts]
        are_lands = all(e is not None and e.kind is EntityKind.TERRITORY for e in entities)
        is_of_towns = (
            head.lemma_.lower() in self._cues.places_settlements
        )  # "two cities of X, Y and Z": of all three
        return parts if are_lands or not is_of_towns else ()

    def _is_of_places(self, superlative: Token) -> bool:
        return any(
            t.lemma_.lower() in self._cues.places_nouns
            for t in prepositional_objects(superlative).get("of", ())
        )

    def _apposed_names(self, head: Token) -> tuple[Linked, ...]:
        """Link "the two islands, A and B" as the names behind."""
        is_bearing = head.lower_ in self._cues.places_directions  # "the southernmost Kurils - A, B and C -"
        is_one_of_them = head.tag_ == "JJS" and self._is_of_places(head)  # "the largest of the islands, A,"
        if head.lemma_.lower() not in self._cues.places_nouns and not is_bearing and not is_one_of_them:
            return ()
        names = (c for c in head.children if c.dep_ == "appos" and not (is_bearing and c.i == head.i + 1))
        apposed = [t for c in names for t in conjuncts(c)]
        apposed += self._exemplified(head)
        return tuple(
            link for token in apposed if self._named.is_known_place(token) for link in self._link(token)
        )

    def _exemplified(self, head: Token) -> tuple[Token, ...]:
        """Find A and B of "territories that would serve as bases, such as A and B", where nothing else is told so."""
        after = self._named.doc[head.i + 1 : head.sent.end] if head.tag_ == "NNS" else ()
        such = next((t for t in after if t.lower_ == "such" and t.i + 1 < head.sent.end), None)
        if such is None or such.nbor(1).lower_ != "as" or not head.is_ancestor(such):
            return ()
        named = governed(such.nbor(1))
        return named if all(map(self._named.is_known_place, named)) else ()

    def made_up(self, head: Token) -> tuple[Linked, ...]:
        """Link land by what it makes up: "the land comprising *South Sudan*", but not "islands comprising X".

        So "the islands *that constitute* X".
        """
        if head.lemma_.lower() not in ANYWHERE | ISLES:
            return ()
        is_one = head.tag_ == "NN" and head.lemma_.lower() in ANYWHERE
        clauses = [c for c in head.children if is_one and c.dep_ == "acl" and c.lower_ in _MAKING_UP]
        clauses += [c for c in head.children if c.dep_ == "relcl" and c.lemma_.lower() in _CONSTITUTING]
        made_up = [
            t for c in clauses for first in c.children if first.dep_ == "dobj" for t in conjuncts(first)
        ]
        return self._link(made_up[0]) if len(made_up) == 1 else ()


def _are_islands_of_state(head: Token, found: Sequence[Linked]) -> bool:
    """Tell whether islands are some of a state's, and not the state: "the three islands of the Emirates"."""
    is_state = len(found) == 1 and found[0].entity.kind is EntityKind.STATE
    return is_state and head.tag_ == "NNS" and head.lemma_.lower() in {"island", "islet", "reef", "rock"}
