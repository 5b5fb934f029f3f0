"""Reference within one document: "both countries", "its", "the islands", "the region".

A small, cautious set of rules over what was named before; where two things fit equally, nothing is chosen.
"""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.numerals import NUMERALS
from kgraph.propositions.arguments import (
    conjuncts,
    first_conjunct,
    is_beyond_semicolon,
    is_definite,
    prepositional_objects,
    sentence_before,
)
from kgraph.propositions.clauses import objects, outer_subject, subject_above, subjects

__all__ = ["PLACE_PRONOUNS", "Named", "Referents"]

_SALIENCE = 2
_MAX_SENTENCES_BACK = 4  # how far "they" and "the two sides" look for who is meant
_MAX_NAMED_BACK = 400  # names: those of a long article; a longer text is a collection, and starts anew
_LIST_GAP = 5  # tokens between two names of one list, "and the" among them
PLACE_PRONOUNS = frozenset({"it", "its", "them", "their", "there", "they"})  # pronouns that can mean a place
_TWO = frozenset({"both", "each", "either", "neither", "two"})  # alone, each stands for two named before
_WHERE = frozenset({"in", "at", "near"})
_COPULAS = frozenset({"be", "become", "constitute", "form", "remain"})
_STATELIKE = frozenset({"country", "nation", "state", "neighbor", "neighbour", "government"})
_DRY = frozenset(
    {"city", "colony", "district", "land", "province", "republic", "state", "territory", "town", "village"}
)  # "these lands" are no river
_WATERS = frozenset({"river", "sea", "lake", "strait", "waterway", "maritime_area"})
_MUTUAL = frozenset({"neighbor", "neighbour", "rival", "side"})
_UNDECIDED = frozenset({"neighboring", "neighbouring", "opposing", "rival", "two", "warring"})
_WHOLE = frozenset({"entire", "whole"})
_STATE_LANDS = frozenset({"colony", "protectorate", "territory"})  # a state, before it was one
_AREAS = frozenset(
    {"area", "enclave", "province", "region", "territory"}
)  # so a state that few recognise is called
_WITH_GOVERNMENT = frozenset(
    {"de_facto", "dependency", "self_declared"}
)  # places, though somebody acts for them
_UNSETTLED = frozenset({"de_facto", "partially_recognised"})  # states that are disputed as places are
_GROUP_KINDS = frozenset({"archipelago", "island_group"})
_GROUPS = frozenset({"archipelago", "chain", "group"})
_ISLANDS = ("island", "reef", "islet", "shoal", "rock", "cay", "archipelago", "isle", "atoll")


@dataclass(frozen=True, slots=True)
class Named:
    """Something named in the document: where its last token stands, and in what roles it can act."""

    index: int  # of the last token in the Doc
    entity: Entity
    is_agent: bool
    is_place: bool
    kind: str  # the gazetteer's finer kind, "" where unknown
    is_modifier: bool  # an adjective or possessive: "Japanese", "Japan's"
    is_object: bool = False  # of a verb or preposition
    is_subject: bool = False
    is_people: bool = False  # "the British": named by its people, a plural
    is_capital: bool = False  # "Moscow": named by its capital


class Referents:
    """What was named in a document, in order, and what a reference to it means."""

    def __init__(
        self, named: Sequence[Named], title: Entity | None, agents_of: Callable[[Token], tuple[Entity, ...]]
    ):
        self._named = sorted(named, key=lambda n: n.index)
        self._places = [n.index for n in self._named]
        self._title = title
        self._agents_of = agents_of
        self._people = {n.index for n in named if n.is_people}

    def _before(self, index: int) -> list[Named]:
        """Give what was named before a token, in order, as far back as any text can mean it."""
        end = bisect_left(self._places, index)
        return self._named[max(0, end - _MAX_NAMED_BACK) : end]

    def agents(self, token: Token) -> tuple[Entity, ...]:
        """Resolve a reference to one or two states: "it", "its", "the country", "both sides"; empty when unsure."""
        lemma, cues = token.lemma_.lower(), load_cues()
        if token.lower_ in {"it", "its", "itself"}:
            return self._singular(token)
        if token.lower_ in {"they", "their", "them", "theirs"}:
            return self._plural(token)
        if _stands_for_two(token):
            return self._pair(token)
        if (several := _counted_states(token)) > 2:
            return self._group_of(several, token)
        if lemma == "government" and (governing := self._governing(token)):
            return governing
        if token.tag_ == "NN" and lemma in cues.agents_country and is_definite(token):
            told = [c for c in token.children if c.dep_ == "amod"]
            is_new_state = lemma != "government" and all(c.lower_ == "new" for c in told)  # "the new nation"
            return self._singular(token) if is_new_state or not told else ()
        if token.lower_ in {"former", "latter"} and token.dep_ not in {"amod", "advmod"}:
            return self._pair(token)[slice(0, 1) if token.lower_ == "former" else slice(1, 2)]
        if token.lower_ in _TWO and token.dep_ not in {"det", "nummod", "preconj", "predet", "cc", "advmod"}:
            return self._pair(token) if _are_any_two(token) else ()
        return ()

    def places(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the islands", "the region", "it" to the last place named before that fits; empty when unsure."""
        if token.lower_ == "both":
            return self._both_places(token)
        if token.pos_ == "PRON" or token.lower_ == "there":
            return self._thing_before(token)
        if (
            token.lemma_.lower() not in load_cues().places_nouns
            or not is_definite(token)
            or not _is_bare(token)
        ):
            return ()
        lemma, plural = token.lemma_.lower(), token.tag_ in {"NNS", "NNPS"}

        def fits(named: Named) -> bool:
            return _fits(lemma, plural, named)

        before = [n for n in self._before(token.left_edge.i) if n.is_place and fits(n)]
        before = [n for n in before if lemma in n.entity.label.lower()] or before
        before = _plural(before) or before if plural and lemma not in _GROUPS else before
        before = [n for n in before if n.entity.label.lower().endswith(f" {token.lower_}")] or before
        if before:
            last = before[-1]  # no island state, often as it is named
            if last.index >= sentence_before(token).start and _is_mere_place(last):
                before = [n for n in before if _is_mere_place(n)]
            before = _up_to_most_salient(before, token)
            found = _list_ending_at(before, plural=plural or _are_one_area(lemma, before, token.doc))
            return (
                () if _is_counted(token) and len(found) == 1 and not _is_several(found[0], lemma) else found
            )
        title = self._title
        return (title,) if title is not None and _is_title_called(token, title) else ()

    def country(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the country" that somebody else has or does something to; empty when unsure.

        A state of its sentence, then who acts further up, then the state that the title names, then the one named last.
        """
        if token.lemma_.lower() not in load_cues().places_countries or token.tag_ != "NN":
            return ()
        if not is_definite(token) or not _is_bare(token) or _is_told_apart(token):
            return ()
        acting = {entity for t in _actors_above(token) for entity in self._agents_of(t)}
        before = (n for n in self._before(token.i) if n.is_place and n.entity not in acting)
        states = [n for n in before if n.entity.kind is EntityKind.STATE]
        near = [n for n in states if n.index >= token.sent.start]
        near = [n for n in near if not n.is_modifier] or near
        if near:
            return (near[-1].entity,)
        above = {e for t in outer_subject(token) for e in self._agents_of(t)} - acting
        if len(above) == 1:
            return tuple(above)
        title = self._title
        if title is not None and title.kind is EntityKind.STATE and title not in acting:
            return (title,)
        named = [
            n for n in states if not n.is_capital and (not n.is_modifier or token.doc[n.index].dep_ == "poss")
        ]
        return (_up_to_most_salient(named, token)[-1].entity,) if named else ()

    def islands(self, token: Token) -> tuple[Entity, ...]:
        """Give the list of islands named last before a token."""
        before = [n for n in self._before(token.left_edge.i) if n.is_place and _fits("island", True, n)]
        return _list_ending_at(before, plural=True) if before else ()

    def named_later(self, token: Token) -> tuple[Entity, ...]:
        """Give the one group that the text names further on: "the disputed islands" of an opening sentence."""
        lemma, cues = token.lemma_.lower(), load_cues()
        is_several = token.tag_ in {"NNS", "NNPS"} and lemma in cues.places_nouns
        if not is_several or not is_definite(token) or not _is_bare(token):
            return ()
        after = self._named[bisect_left(self._places, token.i) :][:_MAX_NAMED_BACK]
        groups = [n for n in after if n.is_place and n.kind in _GROUP_KINDS and _fits(lemma, True, n)]
        found = dict.fromkeys(n.entity for n in groups)
        return tuple(found) if len(found) == 1 else ()

    def _both_places(self, token: Token) -> tuple[Entity, ...]:
        """Give the two mere places that "in both" means: those of the nearest sentence that names just two."""
        before = [n for n in self._before(token.i) if n.is_place and _is_mere_place(n)]
        return _named_together(before, token)

    def _thing_before(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "it", "them", "there" to a place named before that is not the subject of the pronoun's clause.

        A pronoun that is a subject takes up the last subject, another one the last place that is nobody who acts.
        """
        if token.lower_ not in PLACE_PRONOUNS and not _is_handed_over(token):
            return ()
        if self._takes_up_a_thing(token):
            return ()
        if token.dep_ == "poss" and (owners := self._owning_places(token)):
            return owners
        near = sentence_before(token).start
        acting = self._clause_subjects(token)
        if self._goes_on_with(acting, token):
            return acting
        others = set(acting) - self._places_that_go_on(token)
        before = [n for n in self._before(token.i) if n.is_place and n.entity not in others]
        before = [
            n for n in before if _is_mere_place(n) or not _is_said_of_subject(token, token.doc[n.index])
        ]
        is_there = token.lower_ == "there"
        if is_there or token.dep_ == "poss":  # nobody is stationed in a river, nor has it wishes
            before = [n for n in before if n.kind not in _WATERS]
            before = [n for n in before if not (is_there and _is_party(token.doc[n.index]))]
        close = [n for n in before if n.index >= near]
        choice = self._taken_up(token, close) or [n for n in close if _is_mere_place(n)]
        goes_on = token.lower_ == "it" and _opens_as_subject(token) and not _dealt_with_place(token)
        if not choice and len(acting) == 1 and goes_on:
            return acting  # "X is close to Y. *It* belongs to"
        choice = choice or [n for n in before if _is_mere_place(n)] or [n for n in close if n.is_object]
        choice = choice or (close if is_there else [])
        several = token.lower_ in {"them", "they", "their"}
        if several:  # land, where it has been named: "the islands of A and B, in the X Channel"
            choice = [n for n in choice if n.kind != "partially_recognised"] or choice
            choice = _plural([n for n in choice if n.kind not in _WATERS] or choice)
        if choice:
            return _list_ending_at(choice, plural=several)
        described = self._described_places(token) if several or is_there else ()
        if described:
            return described
        title = self._title
        return (title,) if title is not None and title.kind is EntityKind.TERRITORY else ()

    def _owning_places(self, possessive: Token) -> tuple[Entity, ...]:
        """Give the places that are the subject of a clause with "its": "*X* has changed since its annexation by Y"."""
        if possessive.head.dep_ == "dobj":  # "X demands *its* return": of something else
            return ()
        above = {t.i for t in subject_above(possessive)}
        return tuple(n.entity for n in self._before(possessive.i) if n.is_place and n.index in above)

    def _described_places(self, token: Token) -> tuple[Entity, ...]:
        """Give what "the islands" of the sentence before are, for "them" to mean."""
        start = sentence_before(token).start
        nouns = load_cues().places_nouns
        several = (
            t for t in reversed(token.doc[start : token.i]) if t.tag_ == "NNS" and t.lemma_.lower() in nouns
        )
        return next((found for noun in several if (found := self.places(noun) or self.named_later(noun))), ())

    def _goes_on_with(self, acting: Sequence[Entity], token: Token) -> bool:
        """Tell whether a subject pronoun takes up the subject of its own sentence, no mere place coming between.

        "The republic arose in 1918, but it was annexed", not "Russia took the island, and it is claimed".
        """
        above = {entity for t in subject_above(token) for entity in self._agents_of(t)}
        if token.dep_ not in {"nsubj", "nsubjpass"} or not acting or above != set(acting):
            return False
        between = [n for n in self._before(token.i) if n.index >= token.sent.start and _is_mere_place(n)]
        is_plural = len(acting) > 1 or any(t.tag_ in {"NNS", "NNPS"} for t in subject_above(token))
        fits = is_plural if token.lower_ == "they" else len(acting) == 1 and token.lower_ == "it"
        return fits and not any(n.entity not in acting for n in between)

    def _places_that_go_on(self, token: Token) -> set[Entity]:
        """Give the mere places that the sentence before is about, where a pronoun opens the next as its subject.

        "Kosovo broke away. *It* is recognised by": what acts there is what is meant here.
        """
        if not _opens_as_subject(token):
            return set()
        return {n.entity for n in self._before(token.i) if n.is_subject and _is_mere_place(n)}

    @staticmethod
    def _taken_up(token: Token, close: list[Named]) -> list[Named]:
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            return []
        return [
            n
            for n in close
            if n.is_subject and n.index < token.sent.start and (token.lower_ == "it" or _is_mere_place(n))
        ]

    def _takes_up_a_thing(self, pronoun: Token) -> bool:
        """Tell whether "it" goes on with what is neither land nor acts: "the treaty was signed, and *it* gave"."""
        verb = pronoun.head
        if pronoun.lower_ != "it" or pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.head.i >= verb.i:
            return False
        is_beside = verb.dep_ == "conj" or is_beyond_semicolon(verb.head, verb)
        above = [c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return is_beside and len(above) == 1 and self._is_thing(above[0])

    def _is_thing(self, noun: Token) -> bool:
        cues = load_cues()
        others = cues.places_nouns | cues.agents_nouns | cues.agents_country | cues.places_owned
        is_noun = noun.pos_ == "NOUN" and noun.tag_ == "NN"
        return is_noun and noun.lemma_.lower() not in others and not self._agents_of(noun)

    def _singular(self, token: Token) -> tuple[Entity, ...]:
        if self._takes_up_a_thing(token):
            return ()
        parallel = self._parallel_owner(token) or self._invaded(token)
        if parallel:
            return parallel
        own = (*self._own_subjects(token), *self._predicated(token), *self._doing_it(token))
        announced = self._announced(token)
        if announced:
            return announced
        acting = () if _is_pointed_at(token) else self._clause_subjects(token)
        if len(acting) == 1 and not set(acting) & set(own):
            return acting
        before = [n for n in self._before(token.i) if n.is_agent and n.entity not in own]
        near = [n for n in before if n.index >= token.sent.start]
        if _is_pointed_at(token):
            near = [n for n in near if not n.is_modifier]
        choice = near or [n for n in before if not n.is_modifier] or before
        return (choice[-1].entity,) if choice else ()

    def _governing(self, token: Token) -> tuple[Entity, ...]:
        """Give whose "the government" is in an entry about a state; its sentence may name another before it."""
        title = self._title
        if (
            title is None
            or title.kind is not EntityKind.STATE
            or token.tag_ != "NN"
            or not is_definite(token)
        ):
            return ()
        is_told = not _is_bare(token) or _is_told_apart(token)
        states = (n for n in self._before(token.i) if n.entity.kind is EntityKind.STATE)
        return () if is_told or any(n.index >= token.sent.start for n in states) else (title,)

    def _announced(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "Since *it* broke away, X has": the subject to come, where the sentence names nobody before."""
        opens = any(n.is_agent and token.sent.start <= n.index < token.i for n in self._before(token.i))
        above = () if opens else (a.head for a in token.ancestors if a.dep_ == "advcl")
        coming = [c for v in above for c in v.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i]
        found = dict.fromkeys(entity for t in coming for entity in self._agents_of(t))
        return tuple(found) if len(found) == 1 else ()

    def _parallel_owner(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "X's occupation of A and its attack on B"."""
        noun = token.head
        if token.dep_ != "poss" or noun.dep_ != "conj" or noun.head.pos_ != "NOUN":
            return ()
        owners = [c for c in noun.head.children if c.dep_ == "poss" and c.i < token.i]
        return tuple(entity for owner in owners for entity in self._agents_of(owner))

    def _invaded(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "X says that Y's troops shelled *its* port": several are the subject, and "its" is of one."""
        verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        acting = subjects(verb) if verb is not None and token.lower_ == "its" and token.dep_ == "poss" else ()
        armed = load_cues().agents_armed
        are_armed = all(t.tag_ == "NNS" and t.lemma_.lower() in armed for t in acting)
        if not acting or not are_armed or any(t.i > token.i or t.is_ancestor(token) for t in acting):
            return ()
        own = {entity for t in acting for entity in self._agents_of(t)}
        start = acting[0].left_edge.i
        others = [n.entity for n in self._before(start) if n.is_agent and n.index >= token.sent.start]
        others = [entity for entity in others if entity not in own]
        return tuple(others[-1:]) if own else ()

    def _predicated(self, token: Token) -> tuple[Entity, ...]:
        """Give what a possessive says something of, and so cannot mean: X in "insists that X is *its* province"."""
        above = [v for v in token.ancestors if _is_said_of(token, v)]
        found = [
            t for v in above for c in v.children if c.dep_ in {"nsubj", "nsubjpass"} for t in conjuncts(c)
        ]
        return tuple(dict.fromkeys(entity for t in found for entity in self._agents_of(t)))

    def _doing_it(self, token: Token) -> tuple[Entity, ...]:
        """Give whose deed is done to what is meant: the "joint *A* and *B* invasion of the country" is of a third."""
        deed = token.head.head
        if token.dep_ != "pobj" or token.head.lower_ != "of" or deed.pos_ != "NOUN":
            return ()
        doing = [t for c in deed.children if c.dep_ == "amod" and c.i < deed.i for t in conjuncts(c)]
        return tuple(dict.fromkeys(entity for t in doing for entity in self._agents_of(t)))

    def _own_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give who acts in the clause that an object pronoun stands in: it is somebody else ("which rejects it")."""
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_ == "itself":
            return ()
        verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        if verb is None:
            return ()
        own = tuple(dict.fromkeys(entity for t in subjects(verb) for entity in self._agents_of(t)))
        return own if len(own) == 1 else ()

    def _plural(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "they", "their": the subjects of the clause above or the sentence before, if they are several.

        One state is "they" only where it is named by its people ("the British", "Chinese officials"), or where its
        own clause goes on with "their".
        """
        acting = self._clause_subjects(token)
        is_one_state = len(acting) == 1 and acting[0].kind is EntityKind.STATE
        if acting and not (is_one_state and not self._may_be_plural(token)):
            return acting
        return self._several_subjects(token) or self._pair(token)

    def _may_be_plural(self, token: Token) -> bool:
        """Tell whether the subject that "they" takes up is a plural in form, or the only one of the sentence.

        In "Thai soldiers fell when Cambodian troops attacked their post" another subject may be meant.
        """
        above = [t for t in subject_above(token) if self._agents_of(t)]
        if above:
            main = self._subjects_of(token.sent.root, token)
            is_alone = not main or set(main) == set(self._clause_subjects(token))
            return is_alone and (token.dep_ == "poss" or any(self._is_people(t) for t in above))
        start = token.sent.start
        root = token.doc[start - 1].sent.root if start else token
        before = [t for c in root.children if c.dep_ in {"nsubj", "nsubjpass"} for t in conjuncts(c)]
        return any(self._is_people(t) for t in before)

    def _is_people(self, token: Token) -> bool:
        """Tell whether a word names several persons: "officials", "the British", but not "the Netherlands"."""
        return token.tag_ == "NNS" or token.i in self._people

    def _several_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give the nearest two or more who were together the subject of a sentence before."""
        start = token.sent.start
        for _ in range(_MAX_SENTENCES_BACK):
            if start == 0:
                break
            sentence = token.doc[start - 1].sent
            found = self._subjects_of(sentence.root, None)
            if len(found) == 1 and token.dep_ in {"nsubj", "nsubjpass"}:
                found = tuple(dict.fromkeys((*found, *self._met_by(sentence.root))))
            if len(found) > 1:
                return found
            start = sentence.start
        return ()

    def _met_by(self, verb: Token) -> tuple[Entity, ...]:
        """Give with whom the subject of a verb did something: "X spoke *with Y*", "X held talks *with Y*"."""
        carried = [c for c in verb.children if c.dep_ == "dobj"]
        others = [t for word in (verb, *carried) for t in prepositional_objects(word).get("with", ())]
        return tuple(entity for token in others for entity in self._agents_of(token))

    def _clause_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give the agents that are subject of a clause above the token, or of the sentence before."""
        for ancestor in (token, *token.ancestors):
            found = self._subjects_of(ancestor, token) or self._controlling(ancestor, token)
            if found:
                return found
        fronted = self._fronted_subjects(token)
        if fronted:
            return fronted
        start = token.sent.start
        return self._subjects_of(token.doc[start - 1].sent.root, None) if start else ()

    def _fronted_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give who acts in a clause before the subject: X of "Although X joined the war, *it* recognised nobody"."""
        verb = token.head
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            return ()
        clauses = [c for c in verb.children if c.dep_ == "advcl" and c.i < token.i]
        return next((found for c in reversed(clauses) if (found := self._subjects_of(c, None))), ())

    def _controlling(self, infinitive: Token, token: Token) -> tuple[Entity, ...]:
        """Give the agents that are to do what an infinitive says: whose troops "urged X to withdraw its troops" are."""
        if infinitive.dep_ not in {"xcomp", "advcl"} or infinitive.tag_ != "VB":
            return ()
        named = (t for t in subjects(infinitive) if t.i < infinitive.i and t != token)
        return tuple(dict.fromkeys(entity for t in named for entity in self._agents_of(t)))

    def _subjects_of(self, verb: Token, outside: Token | None) -> tuple[Entity, ...]:
        for child in verb.children:
            if child.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            if outside is not None and (child.i >= outside.i or outside in child.subtree):
                continue
            if outside is not None and _is_said_of(outside, verb):
                continue
            found = dict.fromkeys(entity for t in conjuncts(child) for entity in self._agents_of(t))
            if found:
                return tuple(found)
        return ()

    def _group_of(self, size: int, token: Token) -> tuple[Entity, ...]:
        """Give the states of the nearest list before of just that many: "A, B and C ...; all three countries"."""
        start = token.sent.start
        for _ in range(_MAX_SENTENCES_BACK):
            if start == 0:
                break
            start = token.doc[start - 1].sent.start
        run: list[Named] = []
        found: tuple[Entity, ...] = ()
        for named in self._before(token.left_edge.i):
            if named.index < start or named.entity.kind is not EntityKind.STATE:
                continue
            between = token.doc[run[-1].index + 1 : named.index] if run else ()
            goes_on = run and all(t.lower_ in _LISTING for t in between)
            run = [*run, named] if goes_on else [named]
            members = tuple(dict.fromkeys(n.entity for n in run))
            found = members if len(members) == size else () if len(members) > size else found
        return found

    def _pair(self, token: Token) -> tuple[Entity, ...]:
        """Give the two agents that "both", "the two countries", "neither side" mean, in the order they were named.

        The two who act together above; else two of the nearest sentence that names two or more; else the last two.
        """
        together = self._clause_subjects(token)
        if len(together) == 2:
            return together
        before = [n for n in self._before(token.left_edge.i) if n.is_agent]
        if token.lemma_.lower() in _STATELIKE:
            states = [n for n in before if n.entity.kind is EntityKind.STATE]
            before = states if len({n.entity for n in states}) >= 2 else before
        parties = [
            n for n in before if n.entity.kind is not EntityKind.TRIBUNAL
        ]  # "both" of them come before it
        before = parties if len({n.entity for n in parties}) >= 2 else before
        present = [n for n in before if n.kind != "historical"]
        before = present if len({n.entity for n in present}) >= 2 else before
        return _named_together(before, token) or _last_two(before)


def _dealt_with_place(pronoun: Token) -> bool:
    """Tell whether the sentence before is about what was done to a place: "X annexed the city. *It* passed to Y"."""
    done = objects(sentence_before(pronoun).root)
    return any(t.lemma_.lower() in load_cues().places_nouns for t in done)


def _opens_as_subject(pronoun: Token) -> bool:
    """Tell whether a pronoun is a subject with none above it, as where it opens a sentence."""
    return pronoun.dep_ in {"nsubj", "nsubjpass"} and not subject_above(pronoun)


def _actors_above(token: Token) -> Iterator[Token]:
    """Give who does what a phrase belongs to: X of "X ruled the country", of "X's troops in the country"."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            yield from subjects(above)
            return
        around = prepositional_objects(above)
        yield from (above, *around.get("of", ()), *around.get("by", ()))
        yield from (c for c in above.children if c.dep_ in {"amod", "compound", "poss"})


def _is_told_apart(noun: Token) -> bool:
    """Tell whether an adjective says which country is meant: "the neighbouring country"."""
    return any(c.dep_ == "poss" or (c.dep_ == "amod" and c.lower_ not in _WHOLE) for c in noun.children)


def _is_title_called(noun: Token, title: Entity) -> bool:
    """Tell whether a noun can mean what the title names: in an entry about a state "the islands", "the territory"."""
    lemma = noun.lemma_.lower()
    if title.kind is EntityKind.TERRITORY or lemma in title.label.lower():
        return True
    if title.kind is not EntityKind.STATE:
        return False
    plural = noun.tag_ in {"NNS", "NNPS"}
    return _is_state_called(lemma, title, plural=plural) or (not plural and lemma in _STATE_LANDS)


def _is_pointed_at(noun: Token) -> bool:
    """Tell "that country", the one named last, from "the country", the one that acts."""
    return any(c.dep_ == "det" and c.lower_ == "that" for c in noun.children)


def _are_one_area(lemma: str, before: Sequence[Named], doc: Doc) -> bool:
    """Tell whether "the region" is the two that "and" joins: "A and B broke away. Troops went to *the region*"."""
    if lemma not in {"area", "region"} or len(before) < 2:
        return False
    one, other = before[-2:]
    if doc[one.index].dep_ not in {"nsubj", "nsubjpass"}:
        return False
    between = [t.lower_ for t in doc[one.index + 1 : other.index]]
    return between[:1] == ["and"] and len(between) <= 2  # "and", and the first word of a name


def _is_party(name: Token) -> bool:
    """Tell whether a name says between whom something is, and not where."""
    first = first_conjunct(name)
    return first.dep_ == "pobj" and first.head.lower_ in {"against", "among", "between", "by", "with"}


def _is_handed_over(possessive: Token) -> bool:
    """Tell whether "its" is what passes to somebody, and nobody who acts: "sought *their* return"."""
    is_own = possessive.dep_ == "poss" and possessive.lower_ in {"its", "their"}
    return is_own and possessive.head.lemma_.lower() in load_cues().places_handed


def _is_said_of_subject(pronoun: Token, name: Token) -> bool:
    """Tell whether a name stands in what is said of the subject above an object: "X, backed by *Y*, rejects it"."""
    if pronoun.dep_ not in {"dobj", "pobj"}:
        return False
    return any(subject.is_ancestor(name) for subject in subject_above(pronoun) if subject.i < pronoun.i)


def _is_said_of(possessive: Token, predicate: Token) -> bool:
    """Tell whether a possessive stands in what a verb or a noun says of its subject: "is its province"."""
    if possessive.dep_ != "poss" or possessive.pos_ != "PRON":
        return False
    if predicate.pos_ in {"NOUN", "PROPN"}:  # "considers X part of its territory"
        return predicate.is_ancestor(possessive)
    said = [c for c in predicate.children if c.dep_ == "attr"]
    return predicate.lemma_.lower() in _COPULAS and any(c.is_ancestor(possessive) for c in said)


def _named_together(before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
    """Give two agents of the nearest sentence, from the token's own backwards, that names two.

    Of more than two, those that "and" joins are meant ("a conflict between Japan and Russia over China"), else the
    last.
    """
    sentence = token.sent
    for _ in range(_MAX_SENTENCES_BACK):
        inside = _parties([n for n in before if sentence.start <= n.index < sentence.end], token.doc)
        found = tuple(dict.fromkeys(n.entity for n in inside))
        if len(found) > 1:
            if len(found) == 2:
                return found
            return _joined_by_and(inside, token.doc) or _most_named(before, found) or _last_two(inside)
        if sentence.start == 0 or (found and not _is_reported(token)):
            break  # "A quarrelled with B; the two": A is one of them, unless A only says what the two do
        sentence = token.doc[sentence.start - 1].sent
    return ()


def _most_named(before: Sequence[Named], among: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give the two that the text has named most often, and clearly so; empty where a third comes up as often."""
    counts = Counter(n.entity for n in before).most_common(3)
    first, second, third = (counts + [(None, 0)] * 3)[:3]
    is_clear = second[1] > max(third[1], 1) and {first[0], second[0]} <= set(among)
    return tuple(entity for entity in among if entity in {first[0], second[0]}) if is_clear else ()


def _parties(named: list[Named], doc: Doc) -> list[Named]:
    """Leave out what only says where: "A's envoy met B's *in a C resort*"; all stay where fewer than two act."""
    acting = [n for n in named if not _is_whereabouts(doc[n.index]) and not _is_left(doc[n.index])]
    return acting if len({n.entity for n in acting}) >= 2 else named


def _is_left(token: Token) -> bool:
    """Tell whether a name only says from whom somebody once became free: "its independence *from Spain*"."""
    return token.dep_ == "pobj" and token.head.head.lemma_.lower() == "independence"


def _is_whereabouts(token: Token) -> bool:
    """Tell whether a name stands in a phrase that says where something happens: "in the Egyptian town of Taba"."""
    while token.dep_ in {"amod", "compound", "nmod", "poss"} and token.head != token:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in _WHERE and token.head.head.pos_ != "PROPN"


def _is_reported(token: Token) -> bool:
    return any(t.dep_ in {"ccomp", "parataxis"} for t in (token, *token.ancestors))


def _joined_by_and(named: Sequence[Named], doc: Doc) -> tuple[Entity, ...]:
    """Give the last two that "and" joins to a pair and not to a longer list."""
    pairs = [
        (one.entity, other.entity)
        for one, other in itertools.pairwise(named)
        if one.entity != other.entity
        and other.index - one.index <= _LIST_GAP
        and doc[one.index + 1].lower_ == "and"
    ]
    return pairs[-1] if pairs else ()


def _last_two(named: Sequence[Named]) -> tuple[Entity, ...]:
    last = tuple(dict.fromkeys(n.entity for n in reversed(named)))
    return (last[1], last[0]) if len(last) > 1 else ()


def _up_to_most_salient(before: list[Named], token: Token) -> list[Named]:
    """Cut what was named where the most likely one stands: the last, unless another one is what the text is about.

    A place named in the same sentence, or as often as any other, is the last; one that stands at least
    `_SALIENCE` times more often than the last is what "the islands" of the text are.
    """
    last = before[-1]
    if last.index >= token.sent.start:
        return before
    counts = Counter(n.entity.id for n in before)
    main = max(before, key=lambda n: (counts[n.entity.id], n.index))
    if counts[main.entity.id] - counts[last.entity.id] < _SALIENCE:
        return before
    return [n for n in before if n.index <= main.index]


def _is_mere_place(named: Named) -> bool:
    return named.entity.kind is EntityKind.TERRITORY or named.kind in _UNSETTLED or not named.is_agent


def _is_counted(token: Token) -> bool:
    """Tell whether a number stands before a plural: "the thirteen states"."""
    return token.tag_ in {"NNS", "NNPS"} and any(c.dep_ == "nummod" for c in token.children)


def _is_several(entity: Entity, lemma: str) -> bool:
    """Tell whether one thing can be meant by a plural: by its name, or as islands; no state is "the states"."""
    is_insular = any(word in lemma for word in _ISLANDS) or lemma in _GROUPS
    return is_insular or entity.label.endswith("s")


def _plural(named: list[Named]) -> list[Named]:
    """Keep what "them" can mean: a name in the plural, or a list of names that ends there; else a group of islands."""

    def is_plural(position: int) -> bool:
        last = named[position].entity.label.split()[-1]
        listed = position > 0 and named[position].index - named[position - 1].index <= _LIST_GAP
        return listed or last.lower() in _GROUPS or (last.endswith("s") and last[0].isupper())

    places = range(len(named))
    ends = [i + 1 for i in places if is_plural(i)] or [i + 1 for i in places if named[i].kind in _GROUP_KINDS]
    return named[: max(ends, default=0)]


_NUMBERS = {word: number for word, number in NUMERALS.items() if 3 <= number <= 9}
_LISTING = frozenset({",", "and", "or", "the"})  # between the names of a list
_ALL = frozenset({"all", "the", "these", "those"})


def _counted_states(token: Token) -> int:
    """Give how many "the three countries", "all four states" are; 0 where no number is told, or more than that."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in load_cues().agents_both:
        return 0
    before = [c for c in token.children if c.i < token.i]
    numbers = [_NUMBERS[c.lower_] for c in before if c.lower_ in _NUMBERS]
    is_bare = all(c.lower_ in _ALL or c.lower_ in _NUMBERS for c in before) and len(before) > 1
    is_told = any(c.dep_ in {"prep", "relcl", "acl"} for c in token.children)
    return numbers[0] if len(numbers) == 1 and is_bare and not is_told else 0


def _stands_for_two(token: Token) -> bool:
    """Tell whether a noun stands for two: "both sides", "the two armies", "their countries", "neither side"."""
    lemma, cues = token.lemma_.lower(), load_cues()
    if lemma not in cues.agents_both | cues.agents_counted:
        return False
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children):  # "the two republics, A and B"
        return False
    words = {c.lower_ for c in token.children}
    counts = {c.lower_ for c in token.children if c.dep_ == "nummod"}
    if counts - {"two"} or ("of" in words and words.isdisjoint({"both", "two"})):
        return False  # "the three leaders", "the states of the region"
    if token.tag_ not in {"NNS", "NNPS"}:
        return not words.isdisjoint({"each", "either", "neither"})
    is_bloc = not words.isdisjoint(cues.agents_blocs)  # "the Western powers" are more than two
    is_weak = lemma in cues.agents_both and not is_bloc and not _is_narrowed(token)
    return not words.isdisjoint({"both", "two", "their"} | ({"the", "these"} if is_weak else set[str]()))


def _are_any_two(pronoun: Token) -> bool:
    """Tell whether nobody else is counted: "each", "both of the nations", but not "each of the Baltic states"."""
    of = prepositional_objects(pronoun).get("of", ())
    if pronoun.lower_ != "each":
        return all(t.pos_ == "PRON" or t.lemma_.lower() in load_cues().agents_both for t in of)
    return all(t.pos_ == "PRON" or _stands_for_two(t) for t in of)


def _is_narrowed(noun: Token) -> bool:
    """Tell whether the words beside a plural say which are meant: "the other parties", "the countries that met".

    Neighbours and rivals are those of each other, whatever they are called: "the nuclear rivals".
    """
    told = (
        {"acl", "relcl"} if noun.lemma_.lower() in _MUTUAL else {"acl", "amod", "compound", "nmod", "relcl"}
    )
    beside = (c for c in noun.children if c.dep_ in told or c.lower_ == "other")
    return any(c.lower_ not in _UNDECIDED for c in beside)


def _is_bare(token: Token) -> bool:
    """Tell whether the noun refers back: no name and no phrase beside it says which one is meant."""
    beside = [c for c in token.children if c.i < token.i or not _is_set_off(token, c)]
    beside = [c for c in beside if c.lower_ != "dating"]  # "a claim to the islands dating from 1816"
    kinds = load_cues().places_nouns - load_cues().lines_nouns
    beside = [c for c in beside if c.lemma_.lower() not in kinds]  # "the island chain"
    content = [
        c
        for c in beside
        if c.dep_ in {"compound", "prep", "poss", "nmod", "relcl", "acl"} or c.pos_ == "PROPN"
    ]
    if any(c.lower_ in load_cues().places_beside for c in beside):  # "the adjoining hill" is another one
        return False
    located = any(c.dep_ in {"advmod", "npadvmod", "amod"} and c.i > token.i for c in beside)
    return not located and not any(c.pos_ in {"PROPN", "NOUN", "ADP", "VERB"} for c in content)


def _is_set_off(token: Token, child: Token) -> bool:
    return any(t.text in {",", "–", "—", "("} for t in token.doc[token.i + 1 : child.left_edge.i + 1])


def _fits(lemma: str, plural: bool, named: Named) -> bool:
    """Tell whether a place can be called so: "the islands" are no state, "the strait" has that word in its name."""
    label = f"{named.kind} {named.entity.label}".lower()
    if any(word in lemma for word in _ISLANDS) or lemma in _GROUPS:
        if _is_state_called(lemma, named.entity, plural=plural):
            return True
        if lemma in _GROUPS:
            return "group" in label or "islands" in label or "archipelago" in label
        return any(word in label for word in (*_ISLANDS, lemma))
    if lemma in {"sea", "river", "lake", "strait", "peninsula", "mountain", "bay", "gulf"}:
        return lemma in label
    if lemma in {"border", "boundary", "line", "frontier"}:
        return "border" in label or "line" in label or "boundary" in label
    if lemma in _DRY and named.kind in _WATERS:
        return False
    is_area = not plural and lemma in _AREAS and named.kind == "partially_recognised"
    return is_area or not named.is_agent or named.kind in _WITH_GOVERNMENT


def _is_state_called(lemma: str, entity: Entity, *, plural: bool) -> bool:
    """Tell whether a state is "the island", or "the islands"."""
    cues = load_cues()
    if plural or lemma == "archipelago":
        return lemma in {"archipelago", "island"} and entity.id in cues.places_archipelagic
    return lemma == "island" and entity.id in cues.places_insular


def _list_ending_at(before: list[Named], *, plural: bool) -> tuple[Entity, ...]:
    """Give the last place named; for a plural, the whole list of names that it ends ("A, B, C, and D")."""
    last = before[-1]
    found = [last]
    if plural and not any(
        word in last.entity.label.lower() for word in ("islands", "territories", "isles", "islets")
    ):
        for named in reversed(before[:-1]):
            if found[-1].index - named.index > _LIST_GAP:
                break
            found.append(named)
    seen: dict[str, Entity] = {n.entity.id: n.entity for n in reversed(found)}
    return tuple(seen.values())
