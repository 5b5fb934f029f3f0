"""Which place is meant by "it", "there", "the islands", "the region", "the country"."""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_child, is_definite, is_verb, sentence_before
from kgraph.propositions.clauses import outer_subject, subject_above, subjects
from kgraph.reference.acting import Acting
from kgraph.reference.calling import (
    GROUPS,
    can_be_called,
    is_more_than_town,
    is_of_several,
    is_several,
    is_title_called,
)
from kgraph.reference.choice import (
    are_one_area,
    list_around,
    list_ending_at,
    named_as_several,
)
from kgraph.reference.counted import counted_places, is_counted
from kgraph.reference.heads_of_paragraphs import place_heading
from kgraph.reference.lands_told_of import LandsToldOf
from kgraph.reference.lists import first_of_sentences_back
from kgraph.reference.named import Named, NamedInOrder, is_mere_place, may_be_styled
from kgraph.reference.named_ahead import group_ahead, island_ahead
from kgraph.reference.phrases import ONE, actors_above, admitting, opens_as_subject, regarding, says_there
from kgraph.reference.place_pronouns import PlacePronouns
from kgraph.reference.salience import most_salient
from kgraph.reference.salient_lands import is_in_passing, is_mark_of_unknown, most_salient_land
from kgraph.reference.several_places import several_places
from kgraph.reference.taken_lands import (
    handed_on,
    lately_held,
    once_held,
)
from kgraph.reference.those_there import country_of_those_there
from kgraph.reference.told_apart import is_bare, is_of_speakers, is_one_of_a_sort
from kgraph.reference.topics import topic_of
from kgraph.tokens import Token

__all__ = ["PlaceReferents"]

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class PlaceReferents:
    """Resolves references to places."""

    def __init__(self, named: NamedInOrder, acting: Acting, title: Entity | None):
        self._named = named
        self._acting = acting
        self._title = title
        self._found_topic: tuple[Entity, ...] | None = None
        self._told = LandsToldOf(named, self.of)
        self._pronouns = PlacePronouns(
            named,
            self._told,
            acting,
            title,
            land=lambda noun: self.of(noun) or self.country(noun),
            islands=lambda noun: self.of(noun) or self.named_later(noun),
        )

    def of(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the islands", "the region", "it" to the last place named before that fits; empty when unsure."""
        if token.lower_ == "both":
            return self._several(2, token)
        if token.lower_ in {"former", "latter"} and token.dep_ not in {"amod", "advmod", "compound"}:
            return self._several(2, token)[slice(0, 1) if token.lower_ == "former" else slice(1, 2)]
        if (size := counted_places(token)) and (several := self._several(size, token)):
            return several
        if token.pos_ == "PRON" or says_there(token):
            heading = (
                place_heading(token, self._named)
                if token.lower_ == "it" and opens_as_subject(token)
                else None
            )
            return (heading.entity,) if heading is not None else self._pronouns.of(token)
        if (
            token.lemma_.lower() not in load_cues().places_nouns
            or not is_definite(token)
            or not is_bare(token)
            or is_of_speakers(token)
        ):
            return ()
        lemma, plural = token.lemma_.lower(), token.tag_ in {"NNS", "NNPS"}

        title = self._title or self._topic(token)

        def fits(named: Named) -> bool:
            is_entry = named.entity == title and named.entity.kind is EntityKind.STATE
            return (is_entry and is_title_called(token, named.entity)) or can_be_called(lemma, plural, named)

        heading = place_heading(token, self._named)
        if heading is not None and fits(heading):
            return (heading.entity,)
        before = [n for n in self._told.before(token, token.left_edge.i) if n.is_place and fits(n)]
        others = self._others_of_clause(token)
        before = [n for n in before if n.entity not in others] or before
        before = [n for n in before if not (n.is_people and n.entity.kind is EntityKind.STATE)] or before
        known = {n.index for n in self._named.known_before(token.i)}
        before = [n for n in before if not is_mark_of_unknown(token.doc[n.index], known)]
        before = [n for n in before if not n.is_unknown or n.kind] or before
        before = [n for n in before if is_more_than_town(lemma, n)] or before
        before = named_as_several(before, token.doc) or before if plural and lemma not in GROUPS else before
        if before and lemma in load_cues().places_settlements and self._is_capital_meant(before[-1], token):
            return ()
        if before and self._is_of_title(token, before):
            before = []
        if before:
            return self._last_or_list(before, token)
        is_title = title is not None and title not in others and is_title_called(token, title)
        return (
            (title,)
            if title is not None and is_title
            else self.once_held(token) or lately_held(token, self._named) or handed_on(token, self._named)
        )

    def _topic(self, word: Token) -> Entity | None:
        """Give what an entry without a title is about, found when first asked for."""
        if self._found_topic is None:
            self._found_topic = tuple(t for t in (topic_of(word.doc, self._named),) if t is not None)
        return next(iter(self._found_topic), None)

    def _others_of_clause(self, land: Token) -> set[Entity]:
        """Give who does what a noun belongs to: "*Ireland* is opposed to *Britain's* claim to the island"."""
        others = (*actors_above(land), *(t for t in subject_above(land) if not t.is_ancestor(land)))
        return {entity for t in others if t != land for entity in self._acting.agents_of(t)}

    def _last_or_list(self, before: list[Named], noun: Token) -> tuple[Entity, ...]:
        """Give the place last named of those that fit, or the list that it ends; one place is no "regions"."""
        lemma, plural = noun.lemma_.lower(), noun.tag_ in {"NNS", "NNPS"}
        last = before[-1]  # no island state, often as it is named
        topic = self._topic(noun)
        is_aside = any(n.entity == topic for n in before) and is_in_passing(noun.doc[last.index])
        if last.index >= sentence_before(noun).start and is_mere_place(last) and not is_aside:
            before = [n for n in before if is_mere_place(n)]
            if _is_this(noun) and not is_in_passing(noun.doc[before[-1].index]):
                return (before[-1].entity,)
        near = [n for n in before if n.index >= noun.sent.start and not is_in_passing(noun.doc[n.index])]
        before = near or before
        title = self._title or topic
        is_one = title is not None and (not plural or is_several(title, lemma))
        land = most_salient_land(before, noun, title if is_one else None)
        is_list = plural or are_one_area(lemma, [n for n in before if n.index <= land.index], noun.doc)
        found = list_around(land, before, noun.doc, plural=is_list)
        if not plural or len(found) > 1 or is_several(found[0], lemma):
            return found
        if is_counted(noun) or counted_places(noun) > 1:
            return ()
        if not is_of_several(lemma):
            return found
        start = first_of_sentences_back(noun)
        all_ = tuple(dict.fromkeys(n.entity for n in before if n.index >= start))
        return self._several(2, noun) or (all_ if len(all_) == 2 else ())

    def _is_of_title(self, land: Token, before: Sequence[Named]) -> bool:
        """Tell whether "the colony" is what the title alone names, and no place named once and in passing."""
        title, last = self._title, before[-1]
        if (
            title is None
            or land.tag_ != "NN"
            or land.lemma_.lower() not in load_cues().references_before_state
        ):
            return False
        is_named = any(n.entity == title for n in before)
        is_once = sum(n.entity == last.entity for n in before) == 1 and last.index < land.sent.start
        return is_once and not is_named and is_title_called(land, title)

    def _is_capital_meant(self, last: Named, city: Token) -> bool:
        """Tell whether a capital has been named since: "Greenland ... left Copenhagen. They had taken *the city*"."""
        since = (n for n in self._named.before(city.left_edge.i) if n.index > last.index)
        return any(n.is_capital and not n.is_subject and not n.is_modifier for n in since)

    def once_held(self, token: Token) -> tuple[Entity, ...] | None:
        """Resolve "the former Portuguese colony" to the state named last; None where no such thing is told."""
        return once_held(token, self._named, self._acting)

    def host(self, country: Token) -> tuple[Entity, ...]:
        """Give the state that lets, or does not let, others into "the country", or holds a land for part of it."""
        verb = (
            (admitting(country) or regarding(country))
            if country.lemma_.lower() in load_cues().places_countries
            else None
        )
        if verb is None or not is_definite(country) or not is_bare(country):
            return ()
        hosts = {entity for t in subjects(verb) for entity in self._acting.agents_of(t)}
        return tuple(hosts) if len(hosts) == 1 and all(e.kind is EntityKind.STATE for e in hosts) else ()

    def country(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the country" that somebody else has or does something to; empty when unsure.

        A state of its sentence, then who acts further up, then the state that the title names, then the one named last.
        """
        if token.lemma_.lower() not in load_cues().places_countries or token.tag_ not in ONE:
            return ()
        if not is_definite(token) or not is_bare(token) or not is_one_of_a_sort(token):
            return ()
        if there := country_of_those_there(token, self._named):
            return there
        acting = {entity for t in actors_above(token) for entity in self._acting.agents_of(t)}
        before = (n for n in self._named.before(token.i) if n.is_place and n.entity not in acting)
        style = token.lemma_.lower()
        states = [n for n in before if n.entity.kind is EntityKind.STATE and may_be_styled(n, style)]
        near = [n for n in states if n.index >= token.sent.start]
        near = [n for n in near if not n.is_modifier] or near
        if token.dep_ in _SUBJECT:
            near = [n for n in near if not _is_dealt_with(token.doc[n.index])] or near
        if near:
            return (near[-1].entity,)
        if style not in load_cues().agents_styled and (others := self._country_above(token, acting)):
            return others
        named = [
            n for n in states if not n.is_capital and (not n.is_modifier or token.doc[n.index].dep_ == "poss")
        ]
        return (most_salient(named, token).entity,) if named else ()

    def _country_above(self, token: Token, acting: Collection[Entity]) -> tuple[Entity, ...]:
        """Give the state that acts further up, or else the one that the title names."""
        above = {e for t in outer_subject(token) for e in self._acting.agents_of(t)} - set(acting)
        if len(above) == 1:
            return tuple(e for e in above if e.kind is EntityKind.STATE)
        title = self._title
        is_other = title is not None and title.kind is EntityKind.STATE and title not in acting
        return (title,) if title is not None and is_other else ()

    def islands(self, token: Token) -> tuple[Entity, ...]:
        """Give the list of islands named last before a token."""
        before = [
            n
            for n in self._named.before(token.left_edge.i)
            if n.is_place and can_be_called("island", True, n)
        ]
        return list_ending_at(before, token.doc, plural=True) if before else ()

    def named_later(self, token: Token) -> tuple[Entity, ...]:
        """Give the land that the text names further on: "the disputed islands" of an opening sentence."""
        return group_ahead(token, self._named) or island_ahead(token, self._named)

    def _several(self, size: int, token: Token) -> tuple[Entity, ...]:
        return several_places(size, token, self._named, self._acting)


def _is_this(noun: Token) -> bool:
    """Tell whether a noun in the singular takes up what was named last: "in *this* region"."""
    return noun.tag_ in ONE and any(c.dep_ == "det" and c.lower_ == "this" for c in noun.children)


def _is_dealt_with(name: Token) -> bool:
    """Tell whether another state deals with one: "Chad fought *with Libya*, but the country fell"."""
    is_beside = name.dep_ == "pobj" and name.head.lower_ in {"against", "over", "with"}
    return is_beside and is_verb(name.head.head) and first_child(name.head.head, "nsubj") is not None
