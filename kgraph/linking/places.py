"""Places: by name, by the general word beside a name, by reference, else by description."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.linking.agents import Agents
from kgraph.linking.authors import FIRST_PERSON
from kgraph.linking.descriptions import Descriptions, one_space
from kgraph.linking.linked import Linked
from kgraph.linking.named import AGENT_MODIFIERS, NamedThings, is_adjective, singular
from kgraph.linking.realms import sharing_noun
from kgraph.linking.unknown_names import UnknownNames
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.numerals import NUMERALS
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    governed,
    is_definite,
    joined_lemma,
    prepositional_objects,
    same_before,
    verb_above,
)
from kgraph.propositions.clauses import subjects
from kgraph.reference import PLACE_PRONOUNS
from kgraph.vocab import nil_entity

__all__ = ["Places"]

_ISLES = frozenset({"atoll", "isle", "islet", "island", "reef"})
_NOW = frozenset({"now", "today"})
_PERSONAL = frozenset({"he", "him", "she", "her", "his", "who"})
_NO_OWN_NAMES = frozenset({"adjective", "demonym", "capital", "metonym"})
_BEARINGS = frozenset({"central", "east", "north", "south", "west"})
_IDLE = frozenset({"advmod", "det", "nummod", "predet", "quantmod"})  # none says of what a part is one
_MAKING_UP = frozenset({"comprising", "constituting", "forming"})
_PROVINCES = frozenset({"district", "governorate", "prefecture", "province"})
_ANYWHERE = frozenset({"area", "border", "boundary", "frontier", "land", "region", "territory"})
_MAX_TOKENS_BACK = 120  # how far "the islands" looks for a description of them: some four sentences

_COUNTS = {word: number for word, number in NUMERALS.items() if 2 <= number <= 4}
_CALLING = frozenset({"call", "dub", "know", "name", "refer"})


class Places:
    """Finds where something is or what is claimed; a group that names its members gives the members."""

    def __init__(
        self,
        named: NamedThings,
        agents: Agents,
        descriptions: Descriptions,
        unknown_names: UnknownNames,
        title: Entity | None = None,
    ):
        self._named = named
        self._title = title
        self._cues = named.cues
        self._agents, self._referents = agents, agents.referents
        self._descriptions = descriptions
        self._unknown_names = unknown_names

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place; a group that names its members gives the members."""
        if head.lower_ in _PERSONAL:
            return ()
        mention = self._named.mention_of.get(head.i)
        if mention is not None and mention.how == "demonym":
            return ()
        if mention is not None and not is_adjective(mention):
            return self._mentioned(head, mention) if self._named.is_place(mention.entity) else ()
        if _is_idle_part(head):
            return ()
        members = self._by_general_word(head)
        if members:
            return (*members, *self._included(head))
        beside = self._titled(head) or self._apposed_to(head) or self._regarded(head)
        apposed_to = beside or self._said_of(head) or self._become(head)
        found = apposed_to or self._referred(head) or self._by_description(head) or self._called_so(head)
        return found or tuple(Linked(entity, None) for entity in self._referents.named_later(head))

    def _by_general_word(self, head: Token) -> tuple[Linked, ...]:
        """Link what a general word adds to names: "the Crimea region", "islands of A and B", "the town of A"."""
        return (
            self._listed(head)
            or self._made_up(head)
            or sharing_noun(head, self._named, EntityKind.TERRITORY)
            or self._descriptions.some_of(head)
            or self._region_of_state(head)
            or self._members(head)
            or self._named_by_modifier(head)
            or self._named_after_kind(head)
        )

    def _referred(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands", "it", "its territory" to what was named before."""
        # no other land than the state's own
        is_national = any(c.lower_ == "national" or c.lower_ in FIRST_PERSON for c in head.children)
        first = self._own_land(head) if is_national else self._neighbour(head)
        found = first or self._referents.places(head) or self._own_land(head) or self._country(head)
        return tuple(Linked(entity, None) for entity in found)

    def _neighbour(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "its neighbour" is, for somebody to claim or enter."""
        if singular(head) not in self._cues.agents_related or first_child(head, "poss") is None:
            return ()
        linked = (link.entity for link in self._agents.of(head))
        return tuple(entity for entity in linked if entity.kind is EntityKind.STATE)

    def _country(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "the country" is, where it is not its own people who act: "the general ruled it"."""
        verb = verb_above(head)
        acting = [t for t in subjects(verb) if t != head] if verb is not None else []
        return self._referents.country(head) if not any(map(self._is_of_the_country, acting)) else ()

    def _is_of_the_country(self, subject: Token) -> bool:
        """Tell whether somebody acts who is told by no state's name: a person, "the military"."""
        if self._named.person_at(subject) is not None or subject.lower_ in _PERSONAL:
            return True
        if subject.i in self._named.mention_of or subject.pos_ == "PRON":
            return False
        # "the X government controls the country"
        is_ruling = subject.lemma_.lower() in self._cues.agents_ruling
        return is_ruling or not self._named.mentions_beside(subject)

    def _by_description(self, head: Token) -> tuple[Linked, ...]:
        """Link what no name tells: to the description that brought it in, else by its own words."""
        if self._unknown_names.is_place(head):
            return self._unknown_names.place(head)
        if self._descriptions.is_bare_reference(head):
            return self._described_before(head) or self._told_by_clause(head)
        is_noun = joined_lemma(head) in self._cues.places_nouns and head.pos_ in {"NOUN", "PROPN"}
        if (is_noun or self._is_named_realm(head)) and not _is_any(head) and not self._is_part_of_none(head):
            unspecific = self._cues.places_unspecific
            if head.lemma_.lower() in _PROVINCES and first_child(head, "compound") is not None:
                unspecific |= self._cues.places_directions  # "southern Nuristan province" is all of it
            described = self._descriptions.of(head, EntityKind.TERRITORY, drop=unspecific)
            return (*described, *self._included(head))
        return ()

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
        if is_subject and head.lemma_.lower() in {"part", "portion"} and all(t.dep_ in _IDLE for t in below):
            return False  # "portions are claimed by Malaysia"
        return not any(self._is_of_land(token) for token in below)

    def _is_of_land(self, token: Token) -> bool:
        """Tell whether a word beside a part or group says that it is of a place: a bearing, a name, a place's noun."""
        words = {token.lower_, token.lemma_.lower()}
        cues = self._cues
        kinds = cues.places_nouns | cues.places_directions | cues.places_parts | cues.agents_country
        is_named = token.i in self._named.mention_of
        is_name = token.pos_ == "PROPN" and not token.text.isupper() and token.ent_type_ != "ORG"
        return is_named or is_name or bool(words & kinds) or token.lower_ in PLACE_PRONOUNS

    # -- names ---------------------------------------------------------------------------------------

    def _mentioned(self, head: Token, mention: Mention) -> tuple[Linked, ...]:
        """Link a known name; "southern Lebanon" is not Lebanon, nor is Beirut, but a place of its own words.

        A part that names what it consists of is that: "the southernmost Kurils - Iturup and Kunashir".
        """
        first = self._named.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        before = first[0].nbor(-1) if first is not None and first.start > head.sent.start else None
        is_part = before is not None and before.lower_ in self._cues.places_directions
        if not is_part and mention.how != "capital":
            return (Linked(mention.entity, self._named.phrase(head, post=False)),)
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)] if is_part else []
        if len(apposed) > 1 and all(map(self._is_known_place, apposed)):
            return tuple(link for token in apposed for link in self.of(token))
        start = before.idx if is_part and before is not None else mention.span.start
        span = Span(start=start, end=mention.span.end)
        return (Linked(nil_entity(one_space(span.of(self._named.text)), EntityKind.TERRITORY), span),)

    def _named_after_kind(self, head: Token) -> tuple[Linked, ...]:
        """Link a name that only the text knows by itself: "Nioka" of "the town of Nioka"."""
        kinds = (self._cues.places_settlements, self._cues.places_named, _ISLES)
        if head.tag_ != "NN" or not any(head.lemma_.lower() in nouns for nouns in kinds):
            return ()
        names = [t for t in prepositional_objects(head).get("of", ()) if t.pos_ == "PROPN"]
        if len(names) != 1 or self._named.entity_at(names[0]) is not None:
            return ()
        return self._descriptions.of(names[0], EntityKind.TERRITORY, post=False)

    def _named_by_modifier(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Transnistria region", "the Kuril islands" by the name before the general word."""
        if head.lemma_.lower() not in self._cues.places_parts:
            return ()
        if head.tag_ == "NNS" and head.lemma_.lower() in self._cues.places_settlements:
            return ()  # "five West Bank towns" lie in it
        distributed = self._distributed(head)
        if distributed:
            return distributed
        for child in head.children:
            mention = self._named.mention_of.get(child.i)
            if mention is None or child.dep_ not in {"compound", "nmod"} or is_adjective(mention):
                continue
            if self._named.is_place(mention.entity) and mention.how not in _NO_OWN_NAMES:
                return (Linked(mention.entity, mention.span), *self._named_beside(child, head))
        return ()

    def _named_beside(self, child: Token, head: Token) -> tuple[Linked, ...]:
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

    # -- wholes and members --------------------------------------------------------------------------

    def _members(self, head: Token) -> tuple[Linked, ...]:
        """Link the places that a head stands for: "islands of A and B", "part of A", "the land, A"."""
        if not self._is_owned(head) and not {singular(head), head.lower_} & self._cues.places_parts:
            return self._apposed_names(head)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "over"}:
                inner = list(governed(child))
                found = tuple(link for token in inner for link in self.of(token))
                if found and self._is_part_of_the_country(head, inner[0], found[0]):
                    return self._descriptions.of(head, EntityKind.TERRITORY)
                if found and _are_islands_of_state(head, found):
                    return self._islands_before(head) or self._descriptions.of(head, EntityKind.TERRITORY)
                if found:
                    return self._whole_phrase(head, found)
        return self._apposed_names(head)

    def _is_owned(self, head: Token) -> bool:
        """Tell whether a colony is the place that it is of: "its colony of X", "the former Spanish colony of X"."""
        if head.lemma_.lower() not in self._cues.places_owned:
            return False
        is_one = head.tag_ == "NN" and any(c.lower_ == "the" for c in head.children)
        is_told = any(c.dep_ in AGENT_MODIFIERS and c.i in self._named.mention_of for c in head.children)
        return first_child(head, "poss") is not None or (is_one and is_told)

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
        is_named = head.lemma_.lower() in self._cues.places_named or head.lower_ in _ISLES
        is_its_name = is_named and entity.label[:1].isupper()
        is_edge = head.lower_ in self._cues.places_edges  # one: "both banks of" a lake are all of it
        is_part = head.lemma_.lower() in self._cues.places_pieces or self._is_some_land(head)
        is_piece = is_part if entity.kind is EntityKind.STATE else is_edge
        is_told = not entity.known and head.lower_ not in self._cues.places_quantities
        if is_piece or (is_told and not is_its_name):
            return self._descriptions.of(head, EntityKind.TERRITORY)
        return (Linked(entity, phrase),)

    def _is_some_land(self, head: Token) -> bool:
        """Tell whether a state has others like it: "*four regions* of Ukraine", "*an area* of Syria"."""
        if head.lemma_.lower() not in self._cues.places_districts:
            return False
        return head.tag_ == "NNS" or any(c.lower_ in {"a", "an", "one"} for c in head.children)

    def _region_of_state(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Crimea region of Ukraine" by the name before; what "of" adds is the whole, not a member."""
        by_name = self._named_by_modifier(head)
        of = prepositional_objects(head).get("of", ()) if by_name else ()
        members = [link for token in of for link in self.of(token)]
        return by_name if members and all(m.entity.kind is EntityKind.STATE for m in members) else ()

    def _included(self, head: Token) -> tuple[Linked, ...]:
        """Link what "including" adds: "these lands, including the hamlet of Yenga"."""
        including = [c for c in head.children if c.lower_ == "including"]
        inner = [t for c in including for o in c.children for t in conjuncts(o)]
        return tuple(link for token in inner for link in self.of(token))

    # -- appositions and references ------------------------------------------------------------------

    def _apposed_names(self, head: Token) -> tuple[Linked, ...]:
        """Link "the two islands, A and B" as the names behind."""
        is_bearing = head.lower_ in self._cues.places_directions  # "the southernmost Kurils - A, B and C -"
        if head.lemma_.lower() not in self._cues.places_nouns and not is_bearing:
            return ()
        names = (c for c in head.children if c.dep_ == "appos" and not (is_bearing and c.i == head.i + 1))
        apposed = [t for c in names for t in conjuncts(c)]
        apposed += self._exemplified(head)
        return tuple(link for token in apposed if self._is_known_place(token) for link in self.of(token))

    def _listed(self, head: Token) -> tuple[Linked, ...]:
        """Link "four regions of Ukraine: A, B, C and D" as the places behind, and "four of the islands: A, B …"."""
        is_several = head.pos_ == "NUM" or (
            head.tag_ == "NNS" and head.lemma_.lower() in self._cues.places_nouns
        )
        apposed = [t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)] if is_several else []
        listed = apposed or (self._behind_whole(head) if is_several else ())
        if len(listed) < 2 or not all(map(self._is_known_place, listed)):
            return ()
        return tuple(link for token in listed for link in self.of(token))

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

    def _exemplified(self, head: Token) -> tuple[Token, ...]:
        """Find A and B of "territories that would serve as bases, such as A and B", where nothing else is told so."""
        after = self._named.doc[head.i + 1 : head.sent.end] if head.tag_ == "NNS" else ()
        such = next((t for t in after if t.lower_ == "such" and t.i + 1 < head.sent.end), None)
        if such is None or such.nbor(1).lower_ != "as" or not head.is_ancestor(such):
            return ()
        named = governed(such.nbor(1))
        return named if all(map(self._is_known_place, named)) else ()

    def _is_known_place(self, token: Token) -> bool:
        mention = self._named.mention_of.get(token.i)
        return mention is not None and self._named.is_place(mention.entity)

    def _apposed_to(self, head: Token) -> tuple[Linked, ...]:
        """Link "two cities under Spanish rule" to what it stands beside: "Ceuta and Melilla, two cities under …"."""
        if head.dep_ != "appos" or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        edge = head.left_edge
        nearest = self._named.doc[edge.i - 2] if edge.i >= 2 and edge.nbor(-1).text == "," else head.head
        is_name = nearest.pos_ == "PROPN" and head.head.i not in self._named.mention_of
        before = nearest if is_name else head.head
        beside = conjuncts(first_conjunct(before)) if head.tag_ in {"NNS", "NNPS"} else (before,)
        known = [t for t in beside if t.i in self._named.mention_of and t != head]
        is_place_name = before.pos_ == "PROPN" and joined_lemma(before) in self._cues.places_nouns
        if not known and (is_place_name or self._unknown_names.is_place(before)):
            return self._descriptions.of(before, EntityKind.TERRITORY, post=False)
        return tuple(link for token in known for link in self.of(token))

    def _titled(self, head: Token) -> tuple[Linked, ...]:
        """Link "Tiny island in the Gulf, held by X" at the opening of a text to what its title names."""
        title = self._title
        opens = head.dep_ == "ROOT" and head.sent.start == 0 and first_child(head, "det", "poss") is None
        if title is None or title.kind is not EntityKind.TERRITORY or not opens:
            return ()
        is_noun = head.tag_ == "NN" and head.lemma_.lower() in self._cues.places_nouns
        return (Linked(title, None),) if is_noun and first_child(head, "nsubj", "cop") is None else ()

    def _said_of(self, head: Token) -> tuple[Linked, ...]:
        """Link "a region held by X" to what is said to be one: "Abkhazia is *a region held by X*"."""
        is_said = head.dep_ == "attr" and head.tag_ == "NN" and head.head.lemma_.lower() in {"be", "remain"}
        if not is_said or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        subject = first_child(head.head, "nsubj")
        if subject is None or not (subject.lower_ == "it" or self._is_known_place(subject)):
            return ()
        return self.of(subject)

    def _regarded(self, head: Token) -> tuple[Linked, ...]:
        """Link "territory occupied by X" to what is regarded so: "regards Crimea *as territory occupied by X*"."""
        verb = head.head.head
        is_as = head.dep_ == "pobj" and head.head.lower_ == "as" and verb.pos_ == "VERB"
        if not is_as or head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        known = [c for c in objects if c.i in self._named.mention_of]
        said = any(c.dep_ in {"acl", "relcl"} for c in head.children)
        return self.of(known[0]) if said and known else ()

    def _become(self, head: Token) -> tuple[Linked, ...]:
        """Link "the area that became Panama", "the territory that is now Djibouti" by the name that it has now."""
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        for clause in (
            c for c in head.children if c.dep_ == "relcl" and c.lemma_.lower() in {"be", "become"}
        ):
            said = [c for c in clause.children if c.dep_ == "attr" and self._is_known_place(c)]
            is_now = clause.lemma_.lower() == "become" or any(c.lower_ in _NOW for c in clause.children)
            if is_now and len(said) == 1:
                return tuple(Linked(link.entity, self._named.phrase(head)) for link in self.of(said[0]))
        return ()

    def _called_so(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands, known in Japan as the Northern Territories," by the name that is said."""
        if head.lemma_.lower() not in self._cues.places_nouns:
            return ()
        called = [c for c in head.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in _CALLING]
        names = [t for c in called for p in c.children if p.lower_ == "as" for t in p.children]
        names += [t for c in called for t in c.children if t.dep_ == "oprd"]
        known = (t for t in names if self._is_known_place(t))
        return tuple(Linked(link.entity, self._named.phrase(head)) for t in known for link in self.of(t))

    def _own_land(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "its territory" and "Georgian soil" are, but not "its territory in Africa"."""
        if head.lemma_.lower() not in self._cues.places_own or self._is_narrowed(head):
            return ()
        owner = next((c for c in head.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if owner is not None:  # a council has no land
            return tuple(filter(self._named.is_place, self._agents.owning(owner)))
        beside = [c for c in head.children if c.dep_ in AGENT_MODIFIERS]
        mention = self._named.mention_of.get(beside[0].i) if len(beside) == 1 else None
        is_state = mention is not None and mention.entity.kind is EntityKind.STATE
        return (mention.entity,) if mention is not None and is_state else ()

    def _is_narrowed(self, land: Token) -> bool:
        """Tell whether the words behind say which part is meant: "territory east of it", "lands in Africa"."""
        behind = {c.lower_ for c in land.children if c.dep_ in {"prep", "advmod"} and c.i > land.i}
        is_several = land.tag_ == "NNS" and bool(behind)
        behind |= {t.lower_ for t in self._named.doc[land.i + 1 : land.i + 2]}
        return is_several or bool(behind & self._cues.places_directions)

    def _made_up(self, head: Token) -> tuple[Linked, ...]:
        """Link land by what it makes up: "the land comprising *South Sudan*", but not "islands comprising X"."""
        if head.tag_ != "NN" or head.lemma_.lower() not in _ANYWHERE:
            return ()
        clauses = [c for c in head.children if c.dep_ == "acl" and c.lower_ in _MAKING_UP]
        made_up = [
            t for c in clauses for first in c.children if first.dep_ == "dobj" for t in conjuncts(first)
        ]
        return self.of(made_up[0]) if len(made_up) == 1 else ()

    def _told_by_clause(self, head: Token) -> tuple[Linked, ...]:
        """Link "the lands" of which a clause says what somebody did to them: "the lands *Israel captured*"."""
        actors = [t for c in head.children if _is_of_another(c) for t in c.children if t.dep_ == "nsubj"]
        is_told = head.lemma_.lower() in self._cues.places_nouns and any(t.pos_ == "PROPN" for t in actors)
        return self._descriptions.of(head, EntityKind.TERRITORY) if is_told else ()

    def _described_before(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands" to what a description brought in before: "four islands", "a group of islands"."""
        for token in same_before(head, _MAX_TOKENS_BACK):
            if not is_definite(token) or self._named_after_kind(token):
                whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
                is_group = whole.lemma_.lower() in self._cues.places_parts
                return tuple(Linked(link.entity, None) for link in self.of(whole if is_group else token))
        return ()


def _is_any(head: Token) -> bool:
    """Tell whether a noun says of no place which it is: "accepted boundaries", but not "territory in Asia"."""
    told = [c for c in head.children if c.dep_ not in {"punct", "relcl", "cc", "conj"} or _is_of_another(c)]
    return head.lemma_.lower() in _ANYWHERE and not told


def _is_of_another(clause: Token) -> bool:
    """Tell whether a relative clause says what somebody did to a place: "territories *it had occupied*"."""
    subject = first_child(clause, "nsubj")
    if any(c.tag_ == "WRB" for c in clause.children):  # "the region where they live"
        return False
    return clause.dep_ == "relcl" and subject is not None and subject.tag_ not in {"WDT", "WP"}


def _are_islands_of_state(head: Token, found: Sequence[Linked]) -> bool:
    """Tell whether islands are some of a state's, and not the state: "the three islands of the Emirates"."""
    is_state = len(found) == 1 and found[0].entity.kind is EntityKind.STATE
    return is_state and head.tag_ == "NNS" and head.lemma_.lower() in {"island", "islet", "reef", "rock"}


def _is_idle_part(head: Token) -> bool:
    """Tell whether "part" is no part of anything: "based its claim in part on maps", "*East* and Southeast Asia"."""
    if head.lower_ in _BEARINGS and first_child(head, "conj") is not None:
        return first_child(head, "det", "poss", "amod") is None
    if head.dep_ != "pobj":
        return False
    if head.lower_ == "possession":  # "in possession of the islands": it has them
        return head.head.lower_ == "in" and first_child(head, "det", "poss", "amod") is None
    return head.lower_ == "part" and not any(True for _ in head.children)
