"""Places that the sentence names by saying what they are: "A and B, two islands", "the area that became Panama"."""

from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Link, Linked
from kgraph.linking.named import CALLING, NamedThings
from kgraph.linking.unknown_names import UnknownNames
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    INSERTION_MARKS,
    conjuncts,
    first_child,
    first_conjunct,
    is_definite,
    joined_lemma,
    prepositional_objects,
)
from kgraph.tokens import Token

__all__ = ["EquatedPlaces"]

_MASS = frozenset({"land", "soil", "territory"})
_NOW = frozenset({"now", "today"})
_CALLING = CALLING | {"refer"}
_KINDS = frozenset({"colony", "country", "kingdom", "nation", "province", "republic", "state"})
_SHARES = frozenset({"half", "part", "portion", "sector", "share"})


class EquatedPlaces:
    """Links a description to the place that it is said of."""

    def __init__(
        self,
        named: NamedThings,
        descriptions: Descriptions,
        unknown_names: UnknownNames,
        title: Entity | None,
        link: Link,
    ):
        self._named = named
        self._cues = named.cues
        self._descriptions = descriptions
        self._unknown_names = unknown_names
        self._title = title
        self._link = link

    def place(self, head: Token) -> tuple[Linked, ...]:
        """Link a description by what it stands beside, what it is said of, or what it has become."""
        beside = self._titled(head) or self._apposed_to(head) or self._regarded(head)
        return beside or self._said_of(head) or self._become(head)

    def own_name(self, head: Token) -> tuple[Linked, ...]:
        """Link "a clearing called Tiwinza" by the name that it has, and not by what somebody else calls it.

        So "its share, Tiris el Gharbia".
        """
        if head.tag_ == "NN" and head.lemma_.lower() in _SHARES:
            names = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
            return self._link(names[0]) if len(names) == 1 else ()
        is_one = (
            head.tag_ == "NN" and head.lemma_.lower() in self._cues.places_nouns and not is_definite(head)
        )
        if not is_one or any(c.dep_ == "appos" for c in head.children):
            return ()
        calls = [
            c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in CALLING
        ]
        if len(calls) != 1 or first_child(calls[0], "agent", "prep", "advmod") is not None:
            return ()
        names = [c for c in calls[0].children if c.dep_ in {"attr", "dobj", "oprd"} and c.pos_ == "PROPN"]
        return self._link(names[0]) if len(names) == 1 else ()

    def called_so(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands, known in Japan as the Northern Territories," by the name that is said."""
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        called = [c for c in head.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in _CALLING]
        names = [t for c in called for p in c.children if p.lower_ == "as" for t in p.children]
        names += [t for c in called for t in c.children if t.dep_ == "oprd"]
        known = (t for t in names if self._named.is_known_place(t))
        return tuple(Linked(link.entity, self._named.phrase(head)) for t in known for link in self._link(t))

    def _titled(self, head: Token) -> tuple[Linked, ...]:
        """Link "Tiny island in the Gulf, held by X" at the opening of a text to what its title names."""
        title = self._title
        opens = head.dep_ == "ROOT" and head.sent.start == 0 and first_child(head, "det", "poss") is None
        if title is None or title.kind is not EntityKind.TERRITORY or not opens:
            return ()
        is_noun = head.tag_ == "NN" and head.lemma_.lower() in self._cues.places_nouns
        return (Linked(title, None),) if is_noun and first_child(head, "nsubj", "cop") is None else ()

    def _apposed_to(self, head: Token) -> tuple[Linked, ...]:
        """Link "two cities under Spanish rule" to what it stands beside: "Ceuta and Melilla, two cities under …"."""
        if head.dep_ != "appos" or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        edge = head.left_edge
        is_parted = edge.i >= 2 and edge.nbor(-1).text in INSERTION_MARKS
        nearest = self._named.doc[edge.i - 2] if is_parted else head.head
        is_name = nearest.pos_ == "PROPN" and head.head.i not in self._named.mention_of
        before = nearest if is_name else head.head
        is_of_all = head.tag_ in {"NNS", "NNPS"} or _is_mass(head)
        beside = conjuncts(first_conjunct(before)) if is_of_all else (before,)
        known = [t for t in beside if t.i in self._named.mention_of and t != head]
        is_place_name = before.pos_ == "PROPN" and joined_lemma(before) in self._cues.places_nouns
        if not known and (is_place_name or self._unknown_names.is_place(before)):
            return self._descriptions.of(before, EntityKind.TERRITORY, post=False)
        return tuple(link for token in known for link in self._link(token))

    def _regarded(self, head: Token) -> tuple[Linked, ...]:
        """Link "territory occupied by X" to what is regarded so: "regards Crimea *as territory occupied by X*"."""
        verb = head.head.head
        is_as = head.dep_ == "pobj" and head.head.lower_ == "as" and verb.pos_ == "VERB"
        if not is_as or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        known = [c for c in objects if c.i in self._named.mention_of]
        said = any(c.dep_ in {"acl", "relcl"} for c in head.children)
        return self._link(known[0]) if said and known else ()

    def _said_of(self, head: Token) -> tuple[Linked, ...]:
        """Link "a region held by X" to what is said to be one: "Abkhazia is *a region held by X*"."""
        is_said = head.dep_ == "attr" and head.tag_ == "NN" and head.head.lemma_.lower() in {"be", "remain"}
        if not is_said or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        subject = first_child(head.head, "nsubj")
        if subject is None or not (subject.lower_ == "it" or self._named.is_known_place(subject)):
            return ()
        return self._link(subject)

    def _become(self, head: Token) -> tuple[Linked, ...]:
        """Link "the area that became Panama", "the territory that is now Djibouti" by the name that it has now."""
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        for clause in (
            c for c in head.children if c.dep_ == "relcl" and c.lemma_.lower() in {"be", "become"}
        ):
            said = [t for c in clause.children if c.dep_ == "attr" for t in (c, *_named_by_kind(c))]
            said = [t for t in said if self._named.is_known_place(t)]
            is_now = clause.lemma_.lower() == "become" or any(c.lower_ in _NOW for c in clause.children)
            if is_now and len(said) == 1:
                return tuple(Linked(link.entity, self._named.phrase(head)) for link in self._link(said[0]))
        return ()


def _named_by_kind(kind: Token) -> tuple[Token, ...]:
    """Give X of "the state of X"."""
    is_kind = kind.lemma_.lower() in _KINDS and is_definite(kind)
    return prepositional_objects(kind).get("of", ()) if is_kind else ()


def _is_mass(noun: Token) -> bool:
    """Tell whether a noun is said of any number of places: "A and B, *land* captured by X"."""
    return noun.lemma_.lower() in _MASS and first_child(noun, "det", "poss") is None
