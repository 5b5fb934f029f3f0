"""Who in office is taken up by a word for his office: "the Russian president", "the minister", "the official"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from kgraph.linking.named import NamedThings
from kgraph.linking.offices_described import (
    describing,
    is_called,
    is_other_office,
    ranks_of,
    taking_up,
    taking_up_known,
)
from kgraph.model import Entity
from kgraph.persons import Person
from kgraph.persons.titles import Titles
from kgraph.propositions.arguments import start_of_sentences_back, verb_above
from kgraph.tokens import Token

__all__ = ["Officers"]

_OTHERS = frozenset(
    ["former", "future", "incoming", "new", "next"]
)  # another than who has been named in office
_INTRODUCING = frozenset(["a", "an", "another", "one"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_ARGUMENTS = _SUBJECTS | {"dobj", "pobj"}
_APPOSED = frozenset(["appos", "attr", "oprd"])  # these say what the one named beside is
_NEAR = 6  # sentences over which an official without a name is taken up
_NEAR_ANY = 4  # and over which "the official" takes up one who is named


class Officers:
    """Finds who in office is meant where no name says it."""

    def __init__(self, named: NamedThings, agents_beside: Callable[[Token], tuple[Entity, ...]]):
        self._named = named
        self._agents_beside = agents_beside
        self._described: dict[int, Person | None] = {}

    def described(self, head: Token) -> Person | None:
        """Find the one person in office whom "the Russian president", "the top Russian diplomat" fits.

        Whoever is named beside him in the same clause is somebody else: "President X received *the president*". Of
        several it is whom the nearest sentence names, or has for its subject. An official without a name who is told
        of since is meant rather.
        """
        if head.i not in self._described:
            self._described[head.i] = None
            self._described[head.i] = self._find(head)
        return self._described[head.i]

    def unnamed(self, head: Token) -> Token | None:
        """Find the official without a name whom a description takes up: "*A Thai general* came. *The general* said"."""
        if not self._is_description(head) or not any(c.lower_ == "the" for c in head.children):
            return None
        return next((t for t in self._officials_before(head) if self._is_same_office(t, head)), None)

    def introduces(self, noun: Token) -> bool:
        """Tell whether a noun tells of an official whom nothing names: "the *Thai minister*", "a *diplomat*"."""
        if noun.tag_ not in {"NN", "NNP"} or not self._is_office(noun) or noun.ent_type_ == "PERSON":
            return False
        is_named = self._named.person_at(noun) is not None or any(
            c.i in self._named.person_of for c in noun.children if c.dep_ in {"appos", "compound", "nmod"}
        )
        is_new = any(c.lower_ in _INTRODUCING for c in noun.children) or bool(self._agents_beside(noun))
        is_part = noun.dep_ in {"compound", "nmod"} or noun.dep_ in _APPOSED
        return is_new and not is_named and not is_part

    def agents_of(self, official: Token) -> tuple[Entity, ...]:
        """Give for whom an official without a name acts, where the words beside say so."""
        return self._agents_beside(official)

    def _find(self, head: Token) -> Person | None:
        if any(c.lower_ == "former" for c in head.children):
            return self._called_by_past(head)
        if not self._is_description(head) or not self._is_definite(head):
            return None
        if {c.lower_ for c in head.children} & _OTHERS:
            return None
        word = head.lemma_.lower()
        beside = self._agents_told(head)
        fits = self._fitting(head, self._in_office[word], beside)
        fits = self._free(fits, head)
        exact = {id_: person for id_, person in fits.items() if is_called(person, head)}
        found = exact or fits or (self._fitting(head, self._known[word], beside) if beside else {})
        person = self._chosen(found, head)
        if person is None:
            return None
        return None if self._is_somebody_else(person, head) else person

    def _is_somebody_else(self, person: Person, head: Token) -> bool:
        """Tell whether an official without a name is meant rather, or none who is near.

        So it is in "*An official* came. Minister X left. *The official* said".
        """
        last, other = self._last_named(person, head), self.unnamed(head)
        is_any = head.lemma_.lower() in self._named.cues.offices_any
        if is_any and last < start_of_sentences_back(head, _NEAR_ANY):
            return True
        if other is None or (last < 0 and not self._agents_beside(other)):
            return False
        return other.i > last or (is_any and other.lemma_ == head.lemma_)

    def _is_description(self, head: Token) -> bool:
        # the model takes "the official" for an adjective, left alone
        is_singular = head.tag_ in {"NN", "NNP"} or (head.tag_ == "JJ" and head.dep_ in _ARGUMENTS)
        is_noun = is_singular and head.ent_type_ != "PERSON"
        return is_noun and head.lemma_.lower() in describing(self._named.cues)

    def _is_office(self, noun: Token) -> bool:
        word = noun.lemma_.lower()
        return word == "counterpart" or word in describing(self._named.cues) | self._named.cues.agents_men

    def _officials_before(self, head: Token) -> Iterator[Token]:
        """Give the officials without a name who are told of before a word, the nearest first."""
        before = reversed(head.doc[start_of_sentences_back(head, _NEAR) : head.left_edge.i])
        return (t for t in before if self.introduces(t) and self.described(t) is None)

    def _is_same_office(self, official: Token, head: Token) -> bool:
        """Tell whether a description has no other word for an office than who is told of has in his."""
        word = head.lemma_.lower()
        title = " ".join(
            c.lower_ for c in official.children if c.dep_ in {"amod", "compound"} and c.i < official.i
        )
        said = {c.lower_ for c in head.children if c.dep_ in {"amod", "compound"} and c.i < head.i}
        own = {*title.split(), official.lemma_.lower()}
        agents = self._agents_beside(head)
        is_theirs = not agents or set(agents) <= set(self._agents_beside(official))
        is_called_so = word == official.lemma_.lower() or word in taking_up(
            f"{title} {official.lemma_.lower()}"
        )
        fields = said & Titles.load().kinds["modifier"]
        return is_called_so and fields <= own and is_theirs

    def _called_by_past(self, head: Token) -> Person | None:
        """Find whom what he once was takes up: "X arrived in Jerusalem. *The former senator* met Y".

        That is the only person whom the sentence before names, where he is its subject and does not hold that office.
        """
        start = head.sent.start
        is_subject = head.dep_ in _SUBJECTS and head.left_edge.i == start
        if not start or not is_subject or head.left_edge.lower_ != "the" or head.tag_ != "NN":
            return None
        if head.lemma_.lower() not in Titles.load().offices:
            return None
        before = head.doc[start - 1].sent
        places, person_of = self._named.person_places, self._named.person_of
        inside = places[bisect_left(places, before.start) : bisect_left(places, start)]
        named = {person_of[i].entity.id: person_of[i] for i in inside}
        acting = {
            person_of[c.i].entity.id for c in before.root.children if c.dep_ == "nsubj" and c.i in person_of
        }
        if len(named) != 1 or acting != named.keys():
            return None
        person = next(iter(named.values()))
        holds = person.office is not None and head.lemma_.lower() in person.office.title.lower().split()
        return None if holds else person

    def _is_definite(self, head: Token) -> bool:
        """Tell whether a description is of one who is known: "the president", "Russia's president"."""
        words = {"the", "his", "her"}
        return any(
            c.lower_ in words or (c.dep_ == "poss" and c.i in self._named.mention_of) for c in head.children
        )

    def _agents_told(self, head: Token) -> tuple[Entity, ...]:
        """Give whose a description says he is; a place behind it is where he is met: "met the president *in X*"."""
        named = self._named.mention_of
        is_before = any(c.i < head.i and (c.i in named or c.dep_ == "poss") for c in head.children)
        told = {c.lower_ for c in head.children if c.dep_ == "prep"}
        return () if told == {"in"} and not is_before and head.dep_ == "dobj" else self._agents_beside(head)

    def _fitting(
        self, head: Token, called: Mapping[Entity, Mapping[str, Person]], agents: Collection[Entity]
    ) -> dict[str, Person]:
        """Give whom a description fits of those who are called so, where it tells for whom they act: for these."""
        return {
            id_: person
            for agent in agents or called
            for id_, person in called.get(agent, {}).items()
            if not is_other_office(person, head, self._named.mention_of)
        }

    def _free(self, found: Mapping[str, Person], head: Token) -> dict[str, Person]:
        """Leave out who is named in the description's own clause, where others are left."""
        verb = verb_above(head)
        if head.dep_ in _APPOSED or verb is None or len(found) < 2:
            return dict(found)
        places, person_of = self._named.person_places, self._named.person_of
        inside = places[bisect_left(places, head.sent.start) : bisect_left(places, head.sent.end)]
        beside = {person_of[i].entity.id for i in inside if verb_above(head.doc[i]) == verb}
        return {id_: person for id_, person in found.items() if id_ not in beside}

    def _chosen(self, found: Mapping[str, Person], head: Token) -> Person | None:
        """Choose of several who fit: whom the nearest sentence names before, and there its subject."""
        if len(found) < 2:
            return next(iter(found.values()), None)
        places = [(self._last_named(person, head), person) for person in found.values()]
        before = [(i, person) for i, person in places if i >= 0]
        ranked = sorted(
            ((self._rank(i, head), person) for i, person in before), key=lambda each: each[0], reverse=True
        )
        is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0])
        return ranked[0][1] if is_clear else None

    def _rank(self, place: int, head: Token) -> tuple[int, bool]:
        name = head.doc[place]
        name = name.head if name.dep_ == "appos" else name
        return name.sent.start, name.dep_ in _SUBJECTS and head.dep_ in _SUBJECTS

    def _last_named(self, person: Person, head: Token) -> int:
        """Give where a person is named last before a description; -1 where he is not."""
        places = self._named.person_places
        before = places[: bisect_left(places, head.left_edge.i)]
        return next((i for i in reversed(before) if self._named.person_of[i] is person), -1)

    @cached_property
    def _in_office(self) -> Mapping[str, Mapping[Entity, Mapping[str, Person]]]:
        """Give the persons by a word of their office's title, or of the rank before their name, and by whose it is."""
        persons = [(i, person, person.office) for i, person in self._named.person_of.items()]
        return _by_word(
            (person, office.agent, taking_up(office.title) | ranks_of(self._named.doc[i], self._named.titled))
            for i, person, office in persons
            if office is not None
        )

    @cached_property
    def _known(self) -> Mapping[str, Mapping[Entity, Mapping[str, Person]]]:
        """Give the persons of whom the text tells no office, by the words for those who are known to have had one."""
        persons = ((person, person.known_for) for person in self._named.person_of.values())
        return _by_word((person, agent, taking_up_known()) for person, agent in persons if agent is not None)


def _by_word(
    persons: Iterable[tuple[Person, Entity, Collection[str]]],
) -> Mapping[str, Mapping[Entity, Mapping[str, Person]]]:
    found: defaultdict[str, defaultdict[Entity, dict[str, Person]]]
    found = defaultdict(lambda: defaultdict(dict))
    for person, agent, words in persons:
        for word in words:
            found[word][agent][person.entity.id] = person
    return found
