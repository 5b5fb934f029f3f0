"""Who acts in the clauses around a reference, and in the sentences before it."""

from collections.abc import Callable, Collection, Iterable
from itertools import islice

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    conjuncts,
    is_beyond_semicolon,
    is_court,
    prepositional_objects,
    sentence_before,
    sentences_back,
)
from kgraph.propositions.clauses import is_gerund, subject_above, subjects, through_relative
from kgraph.reference.judged import judging, who_may_be_judged
from kgraph.reference.lists import MAX_SENTENCES_BACK
from kgraph.reference.phrases import is_renamed, land_above
from kgraph.reference.possessives import is_said_of
from kgraph.tokens import Token

__all__ = ["Acting"]

_CRAFTS = frozenset(
    {"aircraft", "airliner", "boat", "cargo", "freighter", "plane", "ship", "tanker", "trawler", "vessel"}
)
_RELATIVE = frozenset({"WDT", "WP"})
_AT = frozenset({"against", "at", "on", "toward", "towards", "upon"})
_POSTS = frozenset({"base", "consulate", "crew", "embassy", "outpost", "position", "post"})


class Acting:
    """Finds the subjects that a pronoun can take up, as the agents that they name themselves."""

    def __init__(
        self,
        agents_of: Callable[[Token], tuple[Entity, ...]],
        state_of: Callable[[Token], tuple[Entity, ...]],
        people: Collection[int],
    ):
        """Take what tells the agents that a head names, for whom "he" acts, and the tokens that name a people."""
        self.agents_of = agents_of
        self.state_of = state_of
        self._people = people

    def clause_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give the agents that are subject of a clause above the token, or of the sentence before."""
        for ancestor in (token, *token.ancestors):
            found = self.subjects_of(ancestor, token) or self._controlling(ancestor, token)
            if found:
                return found
        fronted = self._fronted_subjects(token)
        if fronted:
            return fronted
        return self.subjects_before(token)

    def subjects_before(self, token: Token) -> tuple[Entity, ...]:
        """Give the agents that are subject of the sentence before the token's."""
        return self.subjects_of(sentence_before(token).root, None) if token.sent.start else ()

    def favoured(self, possessive: Token) -> tuple[Entity, ...]:
        """Give who acts in the sentence before "in its favour": no court rules in its own."""
        is_favour = possessive.dep_ == "poss" and possessive.head.lemma_.lower() in {"favor", "favour"}
        return self.subjects_before(possessive) if is_favour else self._judged(possessive)

    def _judged(self, possessive: Token) -> tuple[Entity, ...]:
        """Give the one party that a court names in its judgment: "the ICJ ruled for *X* in *its* dispute with Y"."""
        court = judging(possessive)
        if court is None:
            return ()
        is_named = any(e.kind is EntityKind.TRIBUNAL for e in self.agents_of(court))
        if not is_named and court.lemma_.lower() not in load_cues().bodies_nouns:
            return ()
        named = (e for t in who_may_be_judged(possessive, court) for e in self.agents_of(t))
        parties = dict.fromkeys(e for e in named if e.kind is EntityKind.STATE)
        return tuple(parties) if len(parties) == 1 else ()

    def subjects_of(self, verb: Token, outside: Token | None) -> tuple[Entity, ...]:
        """Give the agents that are a verb's subject: with `outside`, before that word and not said of by it."""
        for child in verb.children:
            if child.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            if outside is not None and (child.i >= outside.i or outside in child.subtree):
                continue
            if outside is not None and is_said_of(outside, verb):
                continue
            is_antecedent = child.tag_ in _RELATIVE and outside is not None and _is_done_to(outside)
            named = through_relative(verb, conjuncts(child)) if is_antecedent else conjuncts(child)
            found = dict.fromkeys(entity for t in named for entity in self.agents_of(t))
            if found:
                return tuple(found)
        return ()

    def _fronted_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give who acts in a clause before the subject: X of "Although X joined the war, *it* recognised nobody"."""
        clauses = _fronted_clauses(token)
        return next((found for c in clauses if (found := self.subjects_of(c, None))), ())

    def _controlling(self, verb: Token, token: Token) -> tuple[Entity, ...]:
        """Give the agents that do what an infinitive or gerund says: whose troops "urged X to withdraw its troops" are.

        So it is in "X's decision to withdraw its troops", but another is to meet his "demand to withdraw". A court is
        no such agent: "asked the court to settle its dispute with Y".
        """
        is_told = verb.dep_ in {"acl", "xcomp", "advcl"} and verb.tag_ == "VB"
        if not is_told and (not is_gerund(verb) or _is_struck(token) or token.lower_ == "their"):
            return ()  # "accused X of helping *rebels* in their fight"
        if not is_told and _is_granted(token, verb):
            return ()
        if is_told and verb.dep_ == "acl" and verb.head.lemma_.lower() in load_cues().support_demands:
            return ()
        named = (t for t in subjects(verb) if t.i < verb.i and t != token)
        named = (t for t in named if not is_court(t))
        return tuple(dict.fromkeys(entity for t in named for entity in self.agents_of(t)))

    def several_subjects(self, token: Token) -> tuple[Entity, ...]:
        """Give the nearest two or more who were together the subject of a sentence before."""
        for sentence in islice(sentences_back(token), 1, 1 + MAX_SENTENCES_BACK):
            found = self.subjects_of(sentence.root, None)
            if len(found) == 1 and token.dep_ in {"nsubj", "nsubjpass"}:
                found = tuple(dict.fromkeys((*found, *self._met_by(sentence.root))))
            if len(found) > 1:
                return found
        return ()

    def plural_before(self, token: Token) -> tuple[Entity, ...]:
        """Give who "they" of a clause below another's is: "*Syrian troops* entered X. Y demands that *they* leave"."""
        if not token.sent.start or token.dep_ != "nsubj":
            return ()
        above = [t for t in subject_above(token) if self.agents_of(t)]
        if len(above) != 1 or self._is_people(above[0]):
            return ()
        before = [c for c in sentence_before(token).root.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return self.agents_of(before[0]) if len(before) == 1 and self._is_people(before[0]) else ()

    def _met_by(self, verb: Token) -> tuple[Entity, ...]:
        """Give with whom the subject of a verb did something: "X spoke *with Y*", "X held talks *with Y*"."""
        carried = [c for c in verb.children if c.dep_ == "dobj"]
        others = [t for word in (verb, *carried) for t in prepositional_objects(word).get("with", ())]
        return tuple(entity for token in others for entity in self.agents_of(token))

    def may_be_plural(self, token: Token) -> bool:
        """Tell whether the subject that "they" takes up is a plural in form, or the only one of the sentence.

        In "Thai soldiers fell when Cambodian troops attacked their post" another subject may be meant.
        """
        above = [t for t in subject_above(token) if self.agents_of(t)]
        if above:
            main = self.subjects_of(token.sent.root, token)
            is_alone = not main or set(main) == set(self.clause_subjects(token))
            return is_alone and (token.dep_ == "poss" or any(self._is_people(t) for t in above))
        root = token.sent.root
        speaking = [c for c in root.children if c.dep_ == "nsubj" and c.i < token.i and self.agents_of(c)]
        if len(speaking) == 1 and self._is_people(speaking[0]):
            return True  # "*Officials* say that it was never accepted by them"
        fronted = [t for clause in _fronted_clauses(token) for t in subjects(clause)]
        if any(self._is_people(t) and self.agents_of(t) for t in fronted):
            return True  # "*The Turks* took X: they also held Y"
        start = token.sent.start
        root = token.doc[start - 1].sent.root if start else token
        before = [t for c in root.children if c.dep_ in {"nsubj", "nsubjpass"} for t in conjuncts(c)]
        return any(self._is_people(t) for t in before)

    def are_people(self, subjects: Iterable[Token]) -> bool:
        """Tell whether one is named by its people: "*the British* ruled X and it became", where it is X."""
        return any(t.i in self._people for t in subjects)

    def _is_people(self, token: Token) -> bool:
        """Tell whether a word names several persons: "officials", "the British", but not "the Netherlands"."""
        return token.tag_ == "NNS" or token.i in self._people

    def unnamed_land_above(self, token: Token) -> Token | None:
        """Give the land that the clause above is about and "it" takes up, where no name beside it tells which."""
        land = land_above(token)
        return land if land is not None and not self.agents_of(land) else None

    def takes_up_a_thing(self, pronoun: Token) -> bool:
        """Tell whether "it" goes on with what is neither land nor acts: "the treaty was signed, and *it* gave"."""
        verb = pronoun.head
        if pronoun.lower_ != "it":
            return False
        if pronoun.dep_ == "dobj" and (verb.dep_ == "ROOT" or is_beyond_semicolon(verb.head, verb)):
            return self._is_like_object(pronoun)
        if pronoun.dep_ == "dobj" and _is_craft_of_clause(verb):
            return True
        if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.head.i >= verb.i:
            return False
        is_beside = verb.dep_ == "conj" or is_beyond_semicolon(verb.head, verb)
        above = [c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return is_beside and len(above) == 1 and self._is_thing(above[0])

    def _is_like_object(self, pronoun: Token) -> bool:
        """Tell whether "it" is what the sentence before deals with: "X rejected *the plan*. Y backed *it*"."""
        start = pronoun.sent.start
        root = pronoun.doc[start - 1].sent.root if start else pronoun
        beside = pronoun.head.head
        if is_beyond_semicolon(beside, pronoun.head):
            root = beside
        things = [c for c in root.children if c.dep_ == "dobj"]
        cues = load_cues()
        seized = pronoun.head.lemma_.lower() in cues.places_held_by | cues.references_holding
        if seized and any(t.lemma_.lower() in cues.presupposed_takings for t in things):
            return False  # "recognised the annexation of *the land*. Y had seized *it*"
        return len(things) == 1 and self._is_thing(things[0])

    def _is_thing(self, noun: Token) -> bool:
        if noun.pos_ != "NOUN" or noun.tag_ != "NN":
            return False
        cues, lemma = load_cues(), noun.lemma_.lower()
        if lemma in cues.agents_country and any(c.lower_ in {"a", "an"} for c in noun.children):
            return True  # "proclaimed *a republic*; Y recognised it"
        others = (cues.places_nouns, cues.agents_nouns, cues.agents_country, cues.places_owned)
        return not any(lemma in nouns for nouns in others) and not self.agents_of(noun)


def _is_craft_of_clause(verb: Token) -> bool:
    """Tell whether a clause goes on with a ship or plane of the one above: "freed *the tanker* after holding it"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    is_below = verb.dep_ in {"advcl", "pcomp"} and above.i < verb.i
    return is_below and any(c.dep_ == "dobj" and c.lemma_.lower() in _CRAFTS for c in above.children)


def _fronted_clauses(subject: Token) -> list[Token]:
    """Give the clauses before a subject that hang on its verb, nearest first: "*X joined* the war: *it* took Y"."""
    verb = subject.head
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    is_said = verb.lemma_.lower() in load_cues().reporting_verbs  # "X has gone, *they* say"
    fronted = {"advcl"} if is_said else {"advcl", "ccomp", "parataxis"}
    return [c for c in reversed(tuple(verb.children)) if c.dep_ in fronted and c.i < subject.i]


def _is_struck(possessive: Token) -> bool:
    """Tell whether something is done to somebody's land: "X accused Y of dropping bombs on *its* territory".

    So it is done to his forces: "X accused Y of using a laser against *its* crew".
    """
    land, cues = possessive.head, load_cues()
    is_reached = land.dep_ == "pobj" and land.head.lower_ not in {"as", "of"}
    is_aimed_at = is_reached and land.head.lower_ in _AT
    forces = cues.agents_armed | cues.agents_serving | _POSTS
    lemma = land.lemma_.lower()
    return is_reached and (lemma in cues.places_own or (is_aimed_at and lemma in forces))


def _is_granted(possessive: Token, verb: Token) -> bool:
    """Tell whether a verb grants somebody what is his: "*X* thanked Y for recognising *its* sovereignty over Z"."""
    is_object = possessive.dep_ == "poss" and possessive.head.dep_ == "dobj" and possessive.head.head == verb
    return is_object and verb.lemma_.lower() in load_cues().deeds_granting


def _is_done_to(pronoun: Token) -> bool:
    """Tell whether a pronoun is no more than what something is done to, so that it is not who does it."""
    return pronoun.dep_ == "dobj" or is_renamed(pronoun)
