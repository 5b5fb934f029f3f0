"""Places that no name tells: by the description that brought them in, else by their own words."""

from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Link, Linked
from kgraph.linking.named import NamedThings
from kgraph.linking.place_members import PlaceMembers
from kgraph.linking.place_names import ANYWHERE, PlaceNames
from kgraph.linking.unknown_names import UnknownNames, is_firm
from kgraph.model import EntityKind
from kgraph.propositions.arguments import (
    first_child,
    is_definite,
    joined_lemma,
    prepositional_objects,
    same_before,
)
from kgraph.propositions.clauses import subjects
from kgraph.reference import PLACE_PRONOUNS
from kgraph.tokens import Token

__all__ = ["DescribedPlaces"]

_IDLE = frozenset({"advmod", "det", "nummod", "predet", "quantmod"})  # none says of what a part is one
_HOW_MUCH = frozenset({"less", "little", "more", "slightly"})
_ALONE = frozenset({"part", "portion"})  # places where they are subject, with nothing beside them
_RULING = frozenset({"govern", "head", "lead", "rule", "run"})
_RULED = frozenset({"country", "emirate", "kingdom", "nation", "republic", "state", "sultanate"})
_LINES = frozenset({"border", "boundary", "frontier"})
_MAX_TOKENS_BACK = 120  # how far "the islands" looks for a description of them: some four sentences


class DescribedPlaces:
    """Links descriptions of places that only the text knows."""

    def __init__(
        self,
        named: NamedThings,
        descriptions: Descriptions,
        unknown_names: UnknownNames,
        names: PlaceNames,
        members: PlaceMembers,
        link: Link,
    ):
        self._named = named
        self._cues = named.cues
        self._descriptions = descriptions
        self._unknown_names = unknown_names
        self._names = names
        self._members = members
        self._link = link

    def place(self, head: Token) -> tuple[Linked, ...]:
        """Link what no name tells: to the description that brought it in, else by its own words."""
        if self._unknown_names.is_place(head):
            return self._unknown_names.place(head)
        if self._is_land_of_ruler(head):
            return ()
        if self._descriptions.is_bare_reference(head):
            found = self._described_before(head) or self._told_by_clause(head)
            return found or self._shared_line(head) or self._bearing(head)
        is_noun = joined_lemma(head) in self._cues.places_nouns and head.pos_ in {"NOUN", "PROPN"}
        if (is_noun or self._is_named_realm(head)) and not _is_any(head) and not self._is_part_of_none(head):
            unspecific = self._cues.places_unspecific
            if self._is_province(head) and not self._is_named_by_direction(head):
                unspecific |= self._cues.places_directions  # "southern Nuristan province" is all of it
            described = self._descriptions.of(head, EntityKind.TERRITORY, drop=unspecific)
            return (*described, *self._members.included(head))
        return ()

    def _is_named_by_direction(self, province: Token) -> bool:
        """Tell whether a direction is all the name that a province has: "the *Eastern* Province"."""
        before = province.nbor(-1) if province.i > province.sent.start else province
        return before.text.istitle() and before.lower_ in self._cues.places_directions

    def _is_land_of_ruler(self, head: Token) -> bool:
        """Tell whether a state that a person rules is his own: "President Niyazov ruled *the desert republic*"."""
        ruling = head.head
        if (
            head.dep_ not in {"dobj", "nsubjpass"}
            or ruling.lemma_.lower() not in _RULING
            or not is_definite(head)
        ):
            return False
        is_state = head.lemma_.lower() in _RULED and head.tag_ == "NN"
        is_ruler = any(map(self._is_person, subjects(ruling)))
        return is_state and is_ruler

    def _is_person(self, word: Token) -> bool:
        return self._named.person_at(word) is not None or word.ent_type_ == "PERSON"

    def _is_province(self, head: Token) -> bool:
        """Tell whether it is a part of a state by its name; a region may be called after what it lies in.

        So is "the eastern *Himalayan* region".
        """
        is_one = head.lemma_.lower() in self._cues.places_provinces and head.lower_ != "region"
        return is_one and first_child(head, "compound") is not None

    def _described_before(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands" to what a description brought in before: "four islands", "a group of islands"."""
        for token in same_before(head, _MAX_TOKENS_BACK):
            if not is_definite(token) or self._names.after_kind(token):
                whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
                is_group = whole.lemma_.lower() in self._cues.places_parts
                return tuple(Linked(link.entity, None) for link in self._link(whole if is_group else token))
        return ()

    def _told_by_clause(self, head: Token) -> tuple[Linked, ...]:
        """Link "the lands" of which a clause says what somebody did to them: "the lands *Israel captured*".

        So where it says who got them: "the territory *allotted to them*".
        """
        actors = [t for c in head.children if _is_of_another(c) for t in c.children if t.dep_ == "nsubj"]
        given = (c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN")
        actors += [t for c in given for t in prepositional_objects(c).get("to", ())]
        is_told = any(t.pos_ == "PROPN" or t.lower_ == "them" for t in actors)
        is_told = is_told and head.lemma_.lower() in self._cues.places_nouns
        return self._descriptions.of(head, EntityKind.TERRITORY) if is_told else ()

    def _shared_line(self, head: Token) -> tuple[Linked, ...]:
        """Link the line that parts several: "massed troops along *their border*"."""
        is_line = head.lemma_.lower() in _LINES and head.tag_ == "NN"
        is_shared = is_line and any(c.lower_ == "their" for c in head.children)
        return self._descriptions.of(head, EntityKind.TERRITORY) if is_shared else ()

    def _bearing(self, head: Token) -> tuple[Linked, ...]:
        """Link the side of a land that somebody holds or takes: "retook most of *the north*", "seized *the east*"."""
        if head.lower_ not in self._cues.places_directions or head.tag_ != "NN":
            return ()
        return self._descriptions.of(head, EntityKind.TERRITORY)

    def _is_named_realm(self, head: Token) -> bool:
        """Tell whether a realm has its name beside it: "the *Zulu* kingdom", "the sultanate of *Darfur*"."""
        if head.lemma_.lower() not in self._cues.places_realms:
            return False
        beside = (c for c in head.children if c.dep_ in {"amod", "compound", "nmod"})
        named = (*beside, *prepositional_objects(head).get("of", ()))
        return any(t.pos_ == "PROPN" and t.i not in self._named.mention_of for t in named)

    def _is_part_of_none(self, head: Token) -> bool:
        """Tell whether a part or group is none of places: "nuclear *parts*", "a *group* called Lions of the Delta"."""
        if head.lemma_.lower() not in self._cues.places_collective:
            return False
        below = [c for c in head.children if c.dep_ not in {"appos", "conj", "punct"}]
        below += prepositional_objects(head).get("of", ())
        is_subject = head.dep_ in {"conj", "nsubj", "nsubjpass"}
        may_be_alone = head.lemma_.lower() in _ALONE | self._cues.places_shares
        if is_subject and may_be_alone and all(map(_is_idle, below)):
            return False  # "portions are claimed by Malaysia", "a little more than half goes to Denmark"
        return not any(self._is_of_land(token) for token in below)

    def _is_of_land(self, token: Token) -> bool:
        """Tell whether a word beside a part or group says that it is of a place: a bearing, a name, a place's noun."""
        words = {token.lower_, token.lemma_.lower()}
        cues = self._cues
        kinds = cues.places_nouns | cues.places_directions | cues.places_parts | cues.agents_country
        if is_firm(token):
            return False
        is_named = token.i in self._named.mention_of
        is_name = token.pos_ == "PROPN" and not token.text.isupper() and token.ent_type_ != "ORG"
        return is_named or is_name or bool(words & kinds) or token.lower_ in PLACE_PRONOUNS


def _is_idle(word: Token) -> bool:
    """Tell whether a word beside a part says only how much it is: "a *little* *more* than half"."""
    return word.dep_ in _IDLE or word.lower_ in _HOW_MUCH


def _is_any(head: Token) -> bool:
    """Tell whether a noun says of no place which it is: "accepted boundaries", but not "territory in Asia"."""
    if head.lower_ == "water":  # what is drunk; a state has "waters"
        return True
    told = [c for c in head.children if c.dep_ not in {"punct", "relcl", "cc", "conj"} or _is_of_another(c)]
    return head.lemma_.lower() in ANYWHERE and not told


def _is_of_another(clause: Token) -> bool:
    """Tell whether a relative clause says what somebody did to a place: "territories *it had occupied*"."""
    subject = first_child(clause, "nsubj")
    if any(c.tag_ == "WRB" for c in clause.children):  # "the region where they live"
        return False
    return clause.dep_ == "relcl" and subject is not None and subject.tag_ not in {"WDT", "WP"}
