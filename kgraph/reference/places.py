"""Which place is meant by "it", "there", "the islands", "the region", "the country"."""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import conjuncts, is_definite, sentence_before
from kgraph.propositions.clauses import objects, outer_subject, subject_above
from kgraph.reference.acting import Acting
from kgraph.reference.calling import (
    GROUP_KINDS,
    GROUPS,
    WATERS,
    can_be_called,
    is_more_than_town,
    is_of_several,
    is_one_state,
    is_several,
    is_title_called,
)
from kgraph.reference.choice import (
    are_one_area,
    has_noun_in_name,
    list_around,
    list_ending_at,
    named_as_several,
    subjects_taken_up,
    up_to_most_salient,
)
from kgraph.reference.counted import counted_places, is_counted
from kgraph.reference.heads_of_paragraphs import place_heading
from kgraph.reference.lists import first_of_sentences_back
from kgraph.reference.lands_told_of import LandsToldOf
from kgraph.reference.named import Named, NamedInOrder, is_mere_place, may_be_styled
from kgraph.reference.phrases import (
    ONE,
    actors_above,
    dealt_with_place,
    is_bare,
    is_handed_over,
    is_of_speakers,
    is_one_of_a_sort,
    is_party,
    is_renamed,
    is_said_of_subject,
    only_tells_where,
    opens_as_subject,
    says_there,
)
from kgraph.reference.salient_lands import most_salient_land
from kgraph.reference.several_places import island_state, several_places
from kgraph.reference.taken_lands import (
    land_changing,
    land_left_before,
    lately_held,
    noun_going_on,
    noun_striven_for,
    noun_taken,
    once_held,
    striven_for,
    taken_by_other,
)
from kgraph.tokens import Token

__all__ = ["PLACE_PRONOUNS", "PlaceReferents"]

_LANDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MADE_PART = frozenset({"absorb", "hand", "incorporate", "restore", "return"})
# Pronouns that can mean a place.
PLACE_PRONOUNS = frozenset({"it", "its", "them", "their", "there", "these", "they"})


class PlaceReferents:
    """Resolves references to places."""

    def __init__(self, named: NamedInOrder, acting: Acting, title: Entity | None):
        self._named = named
        self._acting = acting
        self._title = title
        self._told = LandsToldOf(named, self.of)

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
            return (heading.entity,) if heading is not None else self._thing_before(token)
        if (
            token.lemma_.lower() not in load_cues().places_nouns
            or not is_definite(token)
            or not is_bare(token)
            or is_of_speakers(token)
        ):
            return ()
        lemma, plural = token.lemma_.lower(), token.tag_ in {"NNS", "NNPS"}

        def fits(named: Named) -> bool:
            is_entry = named.entity == self._title and named.entity.kind is EntityKind.STATE
            return (is_entry and is_title_called(token, named.entity)) or can_be_called(lemma, plural, named)

        heading = place_heading(token, self._named)
        if heading is not None and fits(heading):
            return (heading.entity,)
        before = [n for n in self._told.before(token, token.left_edge.i) if n.is_place and fits(n)]
        others = self._others_of_clause(token)
        before = [n for n in before if n.entity not in others] or before
        before = [n for n in before if not (n.is_people and n.entity.kind is EntityKind.STATE)] or before
        before = [n for n in before if not n.is_unknown or n.kind] or before
        before = [n for n in before if is_more_than_town(lemma, n)] or before
        before = named_as_several(before, token.doc) or before if plural and lemma not in GROUPS else before
        if before and lemma in load_cues().places_settlements and self._is_capital_meant(before[-1], token):
            return ()
        if before and self._is_of_title(token, before):
            before = []
        if before:
            return self._last_or_list(before, token)
        title = self._title
        is_title = title is not None and is_title_called(token, title)
        return (
            (title,)
            if title is not None and is_title
            else self.once_held(token) or lately_held(token, self._named)
        )

    def _others_of_clause(self, land: Token) -> set[Entity]:
        """Give who does what a noun belongs to: "*Ireland* is opposed to *Britain's* claim to the island"."""
        others = (*actors_above(land), *(t for t in subject_above(land) if not t.is_ancestor(land)))
        return {entity for t in others if t != land for entity in self._acting.agents_of(t)}

    def _last_or_list(self, before: list[Named], noun: Token) -> tuple[Entity, ...]:
        """Give the place last named of those that fit, or the list that it ends; one place is no "regions"."""
        lemma, plural = noun.lemma_.lower(), noun.tag_ in {"NNS", "NNPS"}
        last = before[-1]  # no island state, often as it is named
        if last.index >= sentence_before(noun).start and is_mere_place(last):
            before = [n for n in before if is_mere_place(n)]
        title = self._title
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

    def country(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the country" that somebody else has or does something to; empty when unsure.

        A state of its sentence, then who acts further up, then the state that the title names, then the one named last.
        """
        if token.lemma_.lower() not in load_cues().places_countries or token.tag_ not in ONE:
            return ()
        if not is_definite(token) or not is_bare(token) or not is_one_of_a_sort(token):
            return ()
        acting = {entity for t in actors_above(token) for entity in self._acting.agents_of(t)}
        before = (n for n in self._named.before(token.i) if n.is_place and n.entity not in acting)
        style = token.lemma_.lower()
        states = [n for n in before if n.entity.kind is EntityKind.STATE and may_be_styled(n, style)]
        near = [n for n in states if n.index >= token.sent.start]
        near = [n for n in near if not n.is_modifier] or near
        if near:
            return (near[-1].entity,)
        if style not in load_cues().agents_styled and (others := self._country_above(token, acting)):
            return others
        named = [
            n for n in states if not n.is_capital and (not n.is_modifier or token.doc[n.index].dep_ == "poss")
        ]
        return (up_to_most_salient(named, token, self._title)[-1].entity,) if named else ()

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
        """Give the one group that the text names further on: "the disputed islands" of an opening sentence."""
        lemma, cues = token.lemma_.lower(), load_cues()
        is_several = token.tag_ in {"NNS", "NNPS"} and lemma in cues.places_nouns
        if not is_several or not is_definite(token) or not is_bare(token):
            return ()
        after = self._named.after(token.i)
        groups = [n for n in after if n.is_place and n.kind in GROUP_KINDS and can_be_called(lemma, True, n)]
        found = dict.fromkeys(n.entity for n in groups)
        return tuple(found) if len(found) == 1 else ()

    def _several(self, size: int, token: Token) -> tuple[Entity, ...]:
        return several_places(size, token, self._named, self._acting)

    def _thing_before(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "it", "them", "there" to a place named before that is not the subject of the pronoun's clause.

        A pronoun that is a subject takes up the last subject, another one the last place that is nobody who acts.
        """
        is_there = says_there(token)
        if token.lower_ not in PLACE_PRONOUNS and not is_there and not is_handed_over(token):
            return ()
        if self._acting.takes_up_a_thing(token):
            return ()
        if told := self._told_by_clause(token):
            return told
        if (same := self._by_noun(token)) is not None:
            return same
        near = sentence_before(token).start
        acting = self._acting.clause_subjects(token)
        taken = self._taken_beside(token)
        if taken or self._goes_on_with(acting, token):
            return taken or acting
        others = set(acting) - self._places_that_go_on(token)
        before = [n for n in self._told.before(token, token.i) if n.is_place and n.entity not in others]
        before = [n for n in before if not n.is_people and not n.is_unknown]
        before = [n for n in before if is_mere_place(n) or not is_said_of_subject(token, token.doc[n.index])]
        before = [n for n in before if not only_tells_where(token.doc[n.index])] or before
        if is_there or token.dep_ == "poss":  # nobody is stationed in a river, nor has it wishes
            before = [n for n in before if n.kind not in WATERS]
            before = [n for n in before if not (is_there and is_party(token.doc[n.index]))]
        close = [n for n in before if n.index >= near]
        choice = subjects_taken_up(token, close) or [n for n in close if is_mere_place(n)]
        goes_on = token.lower_ == "it" and opens_as_subject(token) and not dealt_with_place(token)
        if len(acting) == 1 and goes_on and not choice:
            return acting  # "X is close to Y. *It* belongs to"
        choice = choice or [n for n in before if is_mere_place(n)] or [n for n in close if n.is_object]
        choice = choice or (close if is_there else [])
        several = token.lower_ in {"them", "these", "they", "their"}
        if several:  # land, where it has been named: "the islands of A and B, in the X Channel"
            choice = [n for n in choice if n.kind != "partially_recognised"] or choice
            choice = named_as_several([n for n in choice if n.kind not in WATERS] or choice, token.doc)
        if choice:
            land = most_salient_land(choice, token, self._title)
            together = sum(n.index == land.index for n in choice) > 1  # "both regions", and troops are *there*
            found = list_around(land, choice, token.doc, plural=several or (is_there and together))
            return () if several and is_one_state(found) else found
        described = self._described_places(token) if several or is_there else ()
        if described:
            return described
        title = self._title
        if title is not None and title.kind is EntityKind.TERRITORY:
            return (title,)
        unknown = [n for n in self._named.before(token.i) if n.is_unknown and n.index >= near]
        # "it", not where it is
        unknown = [n for n in unknown if is_there or token.doc[n.index].dep_ != "pobj"]
        return list_ending_at(unknown, token.doc, plural=several) if unknown else ()

    def _told_by_clause(self, token: Token) -> tuple[Entity, ...]:
        """Give the places that the clause alone tells a pronoun to mean."""
        named = self._named
        return (
            taken_by_other(token, named)
            or land_changing(token, named, self._acting, self._title)
            or self._owning_places(token)
            or self._announced(token)
            or striven_for(token, named)
            or island_state(token, named)
        )

    def _taken_beside(self, token: Token) -> tuple[Entity, ...]:
        """Give what the clause beside says was taken: "Austria annexed *Bosnia*, and it became part of Yugoslavia"."""
        verb, taking = token.head, load_cues().places_held_by
        is_taken = (token.dep_ == "nsubj" and verb.lemma_ == "become") or (
            token.dep_ == "nsubjpass" and verb.lemma_.lower() in taking | _MADE_PART
        )
        if (
            token.lower_ != "it"
            or not is_taken
            or verb.dep_ != "conj"
            or verb.head.lemma_.lower() not in taking
        ):
            return ()
        taken = [t for t in objects(verb.head) if len(conjuncts(t)) == 1]
        named = self._named.before(token.i)
        found = tuple(n.entity for n in named if n.is_place and n.index in {t.i for t in taken})
        return found or next((self.of(t) or self.country(t) for t in taken), ())

    def _owning_places(self, possessive: Token) -> tuple[Entity, ...]:
        """Give the places that are the subject of a clause with "its": "*X* has changed since its annexation by Y"."""
        owned = possessive.head
        is_wanted = owned.dep_ == "dobj" or (owned.dep_ == "pobj" and owned.head.lower_ == "for")
        if possessive.dep_ != "poss" or is_wanted:  # "X demands, calls for *its* return": of something else
            return ()
        above = {t.i for t in subject_above(possessive)}
        return tuple(
            n.entity for n in self._named.known_before(possessive.i) if n.is_place and n.index in above
        )

    def _announced(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "While *it* was held by Y, X was": the mere place that is the subject to come.

        The sentence must name no other before.
        """
        above = (a.head for a in token.ancestors if a.dep_ in {"advcl", "prep"} and a.head.i > token.i)
        coming = {c.i for v in above for c in v.children if c.dep_ in _SUBJECTS and c.i > token.i}
        if not coming or token.lower_ not in {"it", "its"}:
            return ()
        places = [n for n in self._named.before(max(coming) + 1) if n.is_place and is_mere_place(n)]
        inside = [n for n in places if n.index >= token.sent.start]
        return (inside[0].entity,) if inside and inside[0].index in coming else ()

    def _described_places(self, token: Token) -> tuple[Entity, ...]:
        """Give what "the islands" of the sentence before are, for "them" to mean."""
        start = sentence_before(token).start
        nouns = load_cues().places_nouns
        several = (
            t for t in reversed(token.doc[start : token.i]) if t.tag_ == "NNS" and t.lemma_.lower() in nouns
        )
        return next((found for noun in several if (found := self.of(noun) or self.named_later(noun))), ())

    def _described_place(self, token: Token) -> tuple[Entity, ...]:
        """Give the only land of the sentence before, for "it" to mean: "X took *the region*. Y held *it*"."""
        start = token.sent.start
        if not start or token.lower_ not in {"it", "its"}:
            return ()
        nouns = (
            load_cues().places_nouns - load_cues().agents_country
        )  # "*The republic* joined. Y recognised *it*"
        before = token.doc[sentence_before(token).start : start]
        lands = [t for t in before if t.tag_ == "NN" and t.lemma_.lower() in nouns and is_definite(t)]
        return self.of(lands[0]) if len(lands) == 1 else ()

    def _goes_on_with(self, acting: Sequence[Entity], token: Token) -> bool:
        """Tell whether a subject pronoun takes up the subject of its own sentence, no mere place coming between.

        "The republic arose in 1918, but it was annexed", not "Russia took the island, and it is claimed".
        """
        above = {entity for t in subject_above(token) for entity in self._acting.agents_of(t)}
        if token.dep_ not in {"nsubj", "nsubjpass"} or not acting or above != set(acting):
            return False
        between = [n for n in self._named.before(token.i) if n.index >= token.sent.start and is_mere_place(n)]
        above_it = subject_above(token)
        if not any(entity.kind in _LANDS for entity in acting):  # "a court ruled that *it* is": no court is
            return False
        is_plural = len(acting) > 1 or any(t.tag_ in {"NNS", "NNPS"} for t in above_it)
        if is_renamed(token) or (token.lower_ == "it" and self._acting.are_people(above_it)):
            return False
        if self._is_said_to_be_of(acting, token):
            return False
        fits = is_plural if token.lower_ == "they" else len(acting) == 1 and token.lower_ == "it"
        return fits and not any(n.entity not in acting for n in between)

    def _is_said_to_be_of(self, acting: Sequence[Entity], token: Token) -> bool:
        """Tell whether what the sentence before names is said to be land: "X says *it* is X's", "that *it* is a colony"."""
        said = [c for c in token.head.children if c.dep_ in {"acomp", "attr"}]
        if any(entity in acting for t in said for entity in self._acting.agents_of(t)):
            return any(n.is_subject for n in self._lands_before(token))
        is_held = any(t.tag_ == "NN" and t.lemma_.lower() in load_cues().places_owned for t in said)
        is_land = is_held and not any(n.entity in acting and is_mere_place(n) for n in self._named.before(token.i))
        return is_land and bool(self._lands_before(token))

    def _lands_before(self, token: Token) -> list[Named]:
        """Give the mere places that the sentence before names."""
        if not token.sent.start:
            return []
        start = sentence_before(token).start
        before = [n for n in self._named.before(token.sent.start) if n.index >= start]
        return [n for n in before if is_mere_place(n)]

    def _by_noun(self, token: Token) -> tuple[Entity, ...] | None:
        """Resolve a pronoun that takes up a noun as that noun; None where it takes up none that is known.

        Land that was just taken, or that the clause above is about, is what it is, known or not: "captured *the
        plateau* from X and annexed *it*", "*the country* lay between X and Y until *it* won independence".
        """
        taken = noun_taken(token) or self._acting.unnamed_land_above(token)
        noun = taken or noun_going_on(token) or noun_striven_for(token)
        noun = noun or land_left_before(token, self._named)
        found = self.of(noun) or self.country(noun) if noun is not None else ()
        return found if found or taken is not None else None

    def _places_that_go_on(self, token: Token) -> set[Entity]:
        """Give the mere places that the sentence before is about, where a pronoun opens the next as its subject.

        "Kosovo broke away. *It* is recognised by": what acts there is what is meant here.
        """
        if not opens_as_subject(token):
            return set()
        return {n.entity for n in self._named.before(token.i) if n.is_subject and is_mere_place(n)}
