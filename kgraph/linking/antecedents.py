"""Which person of the text is meant without a name: "he", "the Russian president", "the Secretary"."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice

from kgraph.linking.countries_served import is_called_on
from kgraph.linking.named import NamedThings, singular
from kgraph.linking.officers import Officers
from kgraph.linking.offices_described import taking_up
from kgraph.model import Entity, EntityKind
from kgraph.persons import Gender, Person
from kgraph.propositions.arguments import (
    conjuncts,
    first_conjunct,
    is_verb,
    sentence_before,
    sentences_back,
    start_of_sentences_back,
)
from kgraph.propositions.clauses import outer_subject, subject_above
from kgraph.reference import ARMED
from kgraph.tokens import Token

__all__ = ["Antecedents", "subjects_after"]

_ANY_OFFICE = frozenset(["diplomat", "head", "man", "official", "statesman"])
_COUNTING = frozenset(["both", "the", "two"])
_HOLDING = frozenset({"arrest", "capture", "detain", "hold", "seize", "shoot"})
_HEADED = frozenset(["delegation", "government", "state"])
_SPOKESPERSONS = ("spokesman", "spokesperson", "spokeswoman")
_HEADING = frozenset(
    ["chairman", "chief", "general", "head", "leader", "president", "secretary-general"]
)  # a body
_GENDERS = {
    "he": Gender.MAN,
    "him": Gender.MAN,
    "his": Gender.MAN,
    "she": Gender.WOMAN,
    "her": Gender.WOMAN,
}
_OBJECTS = frozenset({"dative", "dobj", "pobj"})
_NAMES_BACK = 12  # words of names that "he" looks back over
_MAX_TO_OFFICIAL = 4  # sentences, its own among them, over which "he" takes up one without a name
_TWO_BACK = 3  # sentences that "the two leaders" looks back over
_TWO_FAR_BACK = 6  # and over which each may have been named in a sentence of his own


class Antecedents:
    """Finds the person whom a pronoun or the description of an office takes up."""

    def __init__(self, named: NamedThings, agents_beside: Callable[[Token], tuple[Entity, ...]]):
        self._named = named
        self.officers = Officers(named, agents_beside)
        # Whom the pronouns mean that were asked for, by their places.
        self._found: dict[int, Person | None] = {}

    def of(self, pronoun: Token) -> Person | None:
        """Find who "he" is: the person who is subject above it or of the sentence before, else the last named.

        Whoever acts in a clause that "him" is an object of is somebody else: "*X* flew to Delhi. Y met *him*".
        """
        asked = []
        person: Person | None = None
        back: Token | None = pronoun
        while back is not None and back.i not in self._found:
            asked.append(back.i)
            person, back = self._one_back(back)
        person = self._found[back.i] if back is not None else person
        self._found.update(dict.fromkeys(asked, person))
        return person

    def _one_back(self, pronoun: Token) -> tuple[Person | None, Token | None]:
        """Give the person, or else the pronoun before that stands for the same one, where it is for that to tell."""
        if self._is_of_struck(pronoun):
            return None, None
        start = pronoun.sent.start
        before = pronoun.doc[start - 1].sent.root.children if start else ()
        last = [c for c in before if c.dep_ in {"nsubj", "nsubjpass"}]
        acting = subject_above(pronoun) if pronoun.dep_ in _OBJECTS else ()
        above = outer_subject(pronoun) if acting else subject_above(pronoun)
        others = {person.entity.id for t in acting if (person := self._meant_by(t))}
        for token in (*_called_on(pronoun), *above, *subjects_after(pronoun), *last):
            person = self._meant_by(token)
            if person is not None and _agrees(pronoun, person) and person.entity.id not in others:
                return person, None
            if person is None and token.i < pronoun.i and _are_alike(token, pronoun):
                return None, token
        return (self._named_last(pronoun, others) if self.official_of(pronoun) is None else None), None

    def _is_of_struck(self, pronoun: Token) -> bool:
        """Tell whether one without a name is meant who is killed, hurt or held: "shot *a girl* after *she* fired"."""
        clause = pronoun.head
        striking = self._named.cues.presupposed_striking | _HOLDING
        if pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.head.lemma_.lower() not in striking:
            return False
        struck = (c for c in clause.head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < pronoun.i)
        men = (t for t in _with_object_shared(struck, clause.head) if t.tag_ == "NN" and _is_new(t))
        return any(man.lemma_.lower() not in self._named.cues.places_nouns for man in men)

    def official_of(self, pronoun: Token) -> Token | None:
        """Find the official without a name whom "he" takes up: "*The Thai minister* came. Talks began. *He* said"."""
        above = subject_above(pronoun) if pronoun.dep_ == "nsubj" else ()
        for sentence in islice(sentences_back(pronoun), _MAX_TO_OFFICIAL):
            before = sentence.root.children if sentence.end <= pronoun.i else above
            acting = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"}]
            official = self._official_meant(acting[0]) if len(acting) == 1 else None
            places = self._named.person_places
            is_named = bisect_left(places, sentence.start) < bisect_left(places, min(sentence.end, pronoun.i))
            if official is not None or is_named:
                return official
        return None

    def _official_meant(self, noun: Token) -> Token | None:
        if self.described(noun) is not None:
            return None
        return noun if self.officers.introduces(noun) else self.officers.unnamed(noun)

    def _meant_by(self, head: Token) -> Person | None:
        return self._named.person_of.get(head.i) or self.described(head)

    def described(self, head: Token) -> Person | None:
        """Find the one person in office whom a word for his office takes up."""
        return self.officers.described(head)

    def two_in_office(self, head: Token) -> tuple[Entity, ...]:
        """Find whom "the two leaders" means: the persons in office of the nearest sentence, where they are just two."""
        pair = self._pair_before(head) if _is_two_alone(head) else self._pair_in_office(head)
        return tuple(person.entity for person in pair)

    def states_of_two(self, head: Token) -> tuple[Entity, ...]:
        """Find for whom two act whom "the presidents" takes up; none where both act for one state."""
        served = (self._named.state_served(person) for person in self._pair_in_office(head))
        states = tuple(dict.fromkeys(state for state in served if state is not None))
        return states if len(states) > 1 else self._states_of_unnamed(head)

    def serving(self, pronoun: Token, states: Collection[Entity]) -> tuple[Entity, ...]:
        """Find the two of the sentence before who act for two states: "X wrote to Y. *Their* meeting was long"."""
        found = self._in_office_between(sentence_before(pronoun).start, pronoun.i)
        served = {self._named.state_served(person) for person in found}
        return tuple(person.entity for person in found) if len(found) == 2 and served == set(states) else ()

    def _states_of_unnamed(self, head: Token) -> tuple[Entity, ...]:
        """Find for whom two act of whom one has no name: "*The Thai minister* met *Y*. *The two ministers* agreed"."""
        if head.tag_ != "NNS" or not {c.lower_ for c in head.children} & {"two", "both"}:
            return ()
        if not self._is_of_men(head) or not head.sent.start:
            return ()
        served = [state for token in sentence_before(head) if (state := self._served_by(token)) is not None]
        states = tuple(dict.fromkeys(served))
        return states if len(states) == 2 else ()

    def _served_by(self, token: Token) -> Entity | None:
        """Give for whom somebody in office acts whom a word names or tells of without a name."""
        person = self._meant_by(token)
        if person is not None or not self.officers.introduces(token):
            return self._named.state_served(person)
        return next(iter(self.officers.agents_of(token)), None)

    def group_led(self, head: Token) -> tuple[Entity, ...]:
        """Find the group that its leader calls his: "Hezbollah leader X said *his movement* would retaliate"."""
        if singular(head) not in self._named.cues.agents_taken_for_group:
            return ()
        owner = next((c for c in head.children if c.lower_ in {"her", "his"}), None)
        person = self.of(owner) if owner is not None else None
        if person is None or person.office is None:
            return ()
        led = person.office.agent
        entry = self._named.gazetteer.get(led.id)
        is_armed = entry is None or entry.kind in ARMED
        return (led,) if is_armed and led.kind is EntityKind.ORGANIZATION else ()

    def _pair_in_office(self, head: Token) -> tuple[Person, ...]:
        """Find the two persons in office whom "the two leaders", "the presidents" takes up.

        Where they are not counted, they lead, and each his own state.
        """
        if head.tag_ not in {"NNS", "NNPS"} or not self._is_of_men(head):
            return ()
        said = {c.lower_ for c in head.children}
        if said & {"two", "both"}:
            return self._pair_before(head)
        if "the" not in said:
            return ()
        found = self._pair_before(head)
        if not all(self._may_be_called(person, head) for person in found):
            return ()
        states = {self._named.state_served(person) for person in found}
        return found if len(states) == len(found) else ()

    def _is_of_men(self, head: Token) -> bool:
        """Tell whether a noun is of persons in office: "leaders", "foreign ministers", "heads of state"."""
        if singular(head) != "head":
            return singular(head) in self._named.cues.agents_men
        of = [token for child in head.children if child.lower_ == "of" for token in child.children]
        return len(of) == 1 and of[0].lower_ in _HEADED and not any(of[0].children)

    def _may_be_called(self, person: Person, head: Token) -> bool:
        """Tell whether the title has the words of "the *foreign ministers*"; "the officials" can be anybody."""
        title = person.office.title.lower() if person.office else ""
        word = singular(head)
        kind = {c.lower_ for c in head.children} - _COUNTING - ({"of"} if word == "head" else set())
        is_of_title = word in _ANY_OFFICE or word in taking_up(title)
        return is_of_title and kind <= {*title.split()}

    def _pair_before(self, head: Token) -> tuple[Person, ...]:
        for sentence in islice(sentences_back(head), _TWO_BACK):
            start, end = sentence.start, min(sentence.end, head.i)
            found = tuple(p for p in self._in_office_between(start, end) if not _speaks_for_others(p))
            if len(found) >= 2:
                return found if len(found) == 2 else ()
            if len(joined := self._joined_between(start, end)) == 2:
                return joined
            if len(found) == 1 and len(leading := self._leading_between(start, end)) == 2:
                return leading
        return self._pair_far_before(head) or self._only_two_before(head)

    def _pair_far_before(self, head: Token) -> tuple[Person, ...]:
        """Find the two of this title who were named one by one, each for a state: "President X ... President Y ..."."""
        start = start_of_sentences_back(head, _TWO_FAR_BACK)
        found = [p for p in self._in_office_between(start, head.i) if self._may_be_called(p, head)]
        states = {self._named.state_served(person) for person in found} - {None}
        return tuple(found) if len(found) == 2 and len(states) == 2 else ()

    def _only_two_before(self, head: Token) -> tuple[Person, ...]:
        """Find the only two whom a text has named so far, where one leads: "X rang *President Y* up. It rained"."""
        places = self._named.person_places
        persons = {i: self._named.person_of[i] for i in places[: bisect_left(places, head.i)]}
        found = tuple({person.entity: person for person in persons.values()}.values())
        if len(found) != 2 or any(_speaks_for_others(person) for person in found):
            return ()
        told = {(self._named.doc[i].sent.start, person.entity) for i, person in persons.items()}
        is_together = any(all((start, person.entity) in told for person in found) for start, _ in told)
        return found if is_together and self._leading_between(0, head.i) else ()

    def _joined_between(self, start: int, end: int) -> tuple[Person, ...]:
        """Give the persons whom "and" joins, in office or not: "*Mr Putin and Mr Koizumi* held talks"."""
        places = self._named.person_places
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        joined = [i for i in inside if any(t.i in self._named.person_of for t in self._beside(i))]
        return tuple({p.entity: p for p in (self._named.person_of[i] for i in joined)}.values())

    def _leading_between(self, start: int, end: int) -> tuple[Person, ...]:
        """Give those who lead a state or a body: "*NATO chief X* spoke alongside *President Y*".

        So is one who is known to have done so, where the text does not say it: "*Putin* called *President Y*".
        """
        places = self._named.person_places
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        persons = (self._named.person_of[i] for i in inside)
        acting = (p for p in persons if not _speaks_for_others(p))
        found = (p for p in acting if p.official or p.known_for or (p.office and _leads(p.office.title)))
        leading = {person.entity: person for person in found}
        states = {self._named.state_served(person) for person in leading.values()}
        return tuple(leading.values()) if len(states) == len(leading) else ()

    def _beside(self, index: int) -> list[Token]:
        token = self._named.doc[index]
        token = token.head if token.dep_ == "appos" else token  # "the prime minister, *X*, and General Y"
        return (
            [t for t in conjuncts(first_conjunct(token)) if t != token]
            if token.dep_ in {"conj", "nsubj"}
            else []
        )

    def _in_office_between(self, start: int, end: int) -> tuple[Person, ...]:
        places = self._named.person_places
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        told = {t.i for t in self._named.doc[start:end] if self.described(t) is not None}
        persons = (self._meant_by(self._named.doc[i]) for i in sorted({*inside, *told}))
        found = (person for person in persons if person is not None and person.official)
        return tuple({person.entity: person for person in found}.values())

    def _named_last(self, pronoun: Token, acting: Collection[str]) -> Person | None:
        """Give the person named last before a pronoun; whom its own sentence goes on to name is somebody else."""
        places, person_of = self._named.person_places, self._named.person_of
        at, end = bisect_left(places, pronoun.i), bisect_left(places, pronoun.sent.end)
        others = {*acting, *(person_of[i].entity.id for i in places[at:end])}
        earlier = (person_of[i] for i in reversed(places[max(0, at - _NAMES_BACK) : at]))
        near = [person for person in earlier if person.entity.id not in others]
        return next((person for person in near if _agrees(pronoun, person)), None)


def _called_on(pronoun: Token) -> Iterator[Token]:
    """Give whom somebody says so of whom he calls on: "X criticised *Y*, saying *he* should leave"."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp" or not is_called_on(clause):
        return
    saying = clause.head
    for verb in (saying, saying.head) if saying.dep_ == "advcl" else (saying,):
        below = [c for c in verb.children if c.i < pronoun.i]
        below += [o for c in below if c.lower_ in {"on", "to"} for o in c.children]
        yield from (c for c in below if c.dep_ in _OBJECTS)


def _with_object_shared(struck: Iterable[Token], verb: Token) -> Iterator[Token]:
    """Give what is struck, be it named with a verb before: "*shot* and killed *a girl*"."""
    yield from struck
    if verb.dep_ == "conj":
        yield from (c for c in verb.head.children if c.dep_ == "dobj")


def _is_new(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "another", "one"} for c in noun.children)


def _is_two_alone(head: Token) -> bool:
    """Tell "the two" of "*The two* met", which stands without a noun."""
    return head.lower_ == "two" and head.tag_ == "CD" and {c.lower_ for c in head.children} == {"the"}


def _speaks_for_others(person: Person) -> bool:
    """Tell whether somebody only says what others do: a spokesman is none of "the two" who met."""
    return person.office is not None and person.office.title.lower().endswith(_SPOKESPERSONS)


def _leads(title: str) -> bool:
    return title.lower().rpartition(" ")[2] in _HEADING


def _are_alike(one: Token, pronoun: Token) -> bool:
    """Tell whether two pronouns are of one person: "she ... her"."""
    return _GENDERS.get(one.lower_) is _GENDERS[pronoun.lower_]


def _agrees(pronoun: Token, person: Person) -> bool:
    """Tell whether "she" or "he" can take up a person: of whom nothing tells it may be either."""
    return person.gender in (None, _GENDERS[pronoun.lower_])


def subjects_after(pronoun: Token) -> Iterator[Token]:
    """Give the subject that follows what a clause opens with: "Following his talks in Paris, Mr. Annan left"."""
    for verb in pronoun.ancestors:
        if is_verb(verb):
            yield from (
                c
                for c in verb.children
                if c.dep_ == "nsubj" and c.i > pronoun.i and not c.is_ancestor(pronoun)
            )
