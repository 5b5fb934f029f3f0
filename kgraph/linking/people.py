"""Persons: by name, by title, by reference; and whose word something is."""

from dataclasses import replace
from itertools import islice

from kgraph.document_scope import document_scope
from kgraph.linking.agents import Agents
from kgraph.linking.antecedents import subjects_after
from kgraph.linking.authors import SPEAKER, heads_of
from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.model import EntityKind
from kgraph.persons import Person
from kgraph.persons.identity import is_known_holder, person_entity
from kgraph.propositions.arguments import conjuncts, prepositional_objects, sentences_back
from kgraph.propositions.clauses import subject_above
from kgraph.propositions.quotations import Quotation, is_whole
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["People"]

_MAX_SENTENCES_BACK = 3  # sentences between "Pakistani officials say" and "officials say"
_SOMEBODY = "unnamed speaker"
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_BARE = frozenset({"det", "punct"})


class People:
    """Finds persons, and who acts where there is no person."""

    def __init__(self, named: NamedThings, agents: Agents, descriptions: Descriptions):
        self._named = named
        self._agents = agents
        self._descriptions = descriptions

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person where it is one, else as an agent."""
        person = self._named.person_at(head)
        if person is not None:
            return (Linked(person.entity, self._named.phrase(head)), *self._company(head, person))
        if head.i in self._named.sharing:
            return tuple(Linked(p.entity, None) for p in self._named.sharing[head.i])
        apposed = self._apposed(head)
        if apposed:
            return apposed
        if head.lower_ in {"he", "she", "him", "her"} or (head.lower_ == "his" and head.dep_ == "poss"):
            return _meant(self._agents.antecedents.of(head)) or self._as_people(head)
        if head.lower_ == "we" and (beside := self._states_beside(head)):
            return beside
        if head.lower_ in SPEAKER or self._is_pleasing(head):
            return _meant(self._agents.authors.speaker_at(head))
        if head.lower_ == "we":
            return ()
        return self._several(head) or self._described(head) or self._officials(head)

    def humans(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a person and nothing else."""
        return tuple(link for link in self.of(head) if link.entity.kind is EntityKind.PERSON)

    def speakers(self, head: Token) -> tuple[Linked, ...]:
        """Link whose word something is: a person by name, else the agent, else the group as the text calls it."""
        if self._is_last_name_of_holder(head):
            return self._last_named(head)
        found = self.of(head)
        if not found and head.ent_type_ == "PERSON":  # "Lavrov said", and no more is told of him
            return self._last_named(head)
        if head.lower_ in {"he", "she"}:
            return found or self._last_named_before(head)
        found = found or self._spoken_for(head) or self._same_officials(head) or self._agents.press(head)
        if found or head.pos_ != "NOUN":
            return found
        return self._descriptions.of(head, EntityKind.ORGANIZATION, post=False)

    def _spoken_for(self, head: Token) -> tuple[Linked, ...]:
        """Link "a spokesman for President X" as whom he speaks for, an official as his state."""
        if head.lemma_.lower() not in self._named.cues.agents_voices:
            return ()
        employers = prepositional_objects(head)
        heads = (*employers.get("for", ()), *employers.get("of", ()))
        return tuple(link for t in heads for link in self._agents.of(t))

    def _same_officials(self, head: Token) -> tuple[Linked, ...]:
        """Link "officials", "the army", "police" as the state whose officials were quoted just before."""
        cues, lemma = self._named.cues, head.lemma_.lower()
        # "diplomats say": of many states
        if lemma not in cues.agents_nouns or lemma in cues.offices_diplomats:
            return ()
        if any(c.dep_ not in _BARE for c in head.children):
            return ()
        for sentence in islice(sentences_back(head), 1, 1 + _MAX_SENTENCES_BACK):
            if "\n" in sentence[-1].text_with_ws:
                break
            said = (
                t for t in sentence if t.dep_ == "nsubj" and t.head.lemma_.lower() in cues.reporting_verbs
            )
            officials = (t for t in said if t.lemma_.lower() in cues.agents_nouns)
            found = [link for t in officials for link in self._agents.of(t)]
            if found:
                return (Linked(found[0].entity, None),) if len(found) == 1 else ()
        return ()

    def _is_last_name_of_holder(self, head: Token) -> bool:
        """Tell whether a name that the model may take for a group is a known official's: "Lavrov said"."""
        is_name = head.pos_ == "PROPN" and head.dep_ == "nsubj" and self._named.entity_at(head) is None
        is_alone = is_name and not any(c.dep_ in {"compound", "det"} for c in head.children)
        return is_alone and is_known_holder(head.text, self._named.document, self._named.known_ids)

    def _last_named_before(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "he" to whom the sentence before names without his office: "*Putin* spoke in May. "...," *he* said"."""
        for sentence in islice(sentences_back(pronoun), 1, 1 + _MAX_SENTENCES_BACK):
            named = [
                t for t in sentence if t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.ent_type_ == "PERSON"
            ]
            if named:
                return self._last_named(named[0]) if len(named) == 1 else ()
        return ()

    def _last_named(self, head: Token) -> tuple[Linked, ...]:
        person = person_entity(head.text, self._named.document, self._named.known_ids)
        return (Linked(person, self._named.phrase(head, post=False)),)

    def voice(self, quotation: Quotation) -> Linked | None:
        """Link whose words a quotation or a speech in a transcript is; None where the text does not say.

        Who signs a text speaks in his own voice also where it is a transcript.
        """
        authors, heads = self._agents.authors, heads_of(quotation)
        person = authors.speaking(quotation)
        if person is not None and heads:
            is_own = bool(quotation.label) and person == authors.signatory
            return None if is_own else Linked(person.entity, self._named.phrase(heads[-1], post=False))
        return next(iter(self.speakers(quotation.speaker)), None) if quotation.speaker is not None else None

    def voice_at(self, at: int) -> Linked | None:
        """Link whose words stand at a place, in code points; None where it is the text's own or nobody's."""
        voices = (self.voice(quotation) for quotation in self._agents.authors.around(at))
        return next((voice for voice in voices if voice is not None), None)

    def is_speech(self, word: Token) -> bool:
        """Tell whether a word stands in quotation marks, with a clause of its own that somebody says."""
        text = self._named.text
        around = self._agents.authors.around(word.idx)
        spans = [q.span for q in around if not q.label and is_whole(q.span, text)]
        clauses = [t for t in (word, *word.ancestors) if t.tag_ in _FINITE]
        subjects = [c for t in clauses[:1] for c in t.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return any(span.start <= t.idx < span.end for span in spans for t in subjects)

    def somebody(self, speaker: Token | None) -> Linked:
        """Give who says something and is not found: in each document somebody else."""
        scope = document_scope(self._named.document, "")
        entity = nil_entity(_SOMEBODY, EntityKind.ORGANIZATION, scope=scope)
        return Linked(entity, self._named.phrase(speaker) if speaker is not None else None)

    def _company(self, head: Token, person: Person) -> tuple[Linked, ...]:
        """Link the others of a list of names that the parser did not read as one, but hung below this name."""
        person_of, doc = self._named.person_of, self._named.doc
        own = [head, *(c for c in head.children if person_of.get(c.i) is person)]
        names = next((self._named.listed[t.i] for t in own if t.i in self._named.listed), ())
        words = [doc.char_span(s.start, s.end, alignment_mode="expand") for s in names]
        below = [w[-1] for w in words if w is not None and head.is_ancestor(w[-1])]
        return self._by_name(*(t for t in below if person_of.get(t.i) is not person))

    def _apposed(self, head: Token) -> tuple[Linked, ...]:
        """Link "his Japanese counterpart Taro Kono" where the parser makes the name an apposition."""
        return self._by_name(*(t for c in head.children if c.dep_ == "appos" for t in conjuncts(c)))

    def _by_name(self, *tokens: Token) -> tuple[Linked, ...]:
        persons = ((t, self._named.person_of.get(t.i)) for t in tokens)
        return tuple(Linked(p.entity, self._named.phrase(t)) for t, p in persons if p is not None)

    def _states_beside(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link the states of "We, the foreign ministers of A and B,"."""
        apposed = [t for c in pronoun.children if c.dep_ == "appos" for t in c.subtree]
        named = [t for t in apposed if t.i in self._named.mention_of and t.dep_ in {"pobj", "conj"}]
        entities = [(t, self._named.mention_of[t.i].entity) for t in named]
        return tuple(Linked(e, self._named.phrase(t)) for t, e in entities if e.kind is EntityKind.STATE)

    def _several(self, head: Token) -> tuple[Linked, ...]:
        """Link "they" and "the two leaders" as the persons they are."""
        together = self._together(head) if head.lower_ in {"their", "they"} else ()
        if len(together) >= 2:
            return together
        if head.lower_ == "their":
            states = {link.entity for link in self._agents.of(head)}
            return tuple(Linked(entity, None) for entity in self._agents.antecedents.serving(head, states))
        return tuple(Linked(entity, None) for entity in self._agents.antecedents.two_in_office(head))

    def _together(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "they", "their" to the persons who are subject above it or right after, or of the sentence before."""
        acting = subject_above(pronoun) or tuple(t for c in subjects_after(pronoun) for t in conjuncts(c))
        found = [link for t in acting for link in self.of(t)]
        start = pronoun.sent.start
        if len(found) < 2 and start:
            root = pronoun.doc[start - 1].sent.root
            before = [c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}]
            found = [link for c in before for t in conjuncts(c) for link in self.of(t)]
        return tuple(link for link in found if link.entity.kind is EntityKind.PERSON)

    def _described(self, head: Token) -> tuple[Linked, ...]:
        """Link "the Russian president", "the top Russian diplomat" to the one person in office who fits."""
        return _meant(self._agents.antecedents.described(head))

    def _officials(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as an agent, or as its people: "Sudanese officials", "the U.S. envoy"."""
        are_people = head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() in self._named.cues.agents_met
        return tuple(replace(link, are_people=are_people) for link in self._agents.of(head))

    def _as_people(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "he" as the state of the official who is not named: "India's envoy is in X. *He* met"."""
        return tuple(replace(link, are_people=True) for link in self._agents.of(pronoun))

    def _is_pleasing(self, pronoun: Token) -> bool:
        """Tell whether a speaker says that he is pleased: "*it* is a pleasure to see X", "*we* are glad to see X"."""
        if pronoun.lower_ not in {"it", "we"} or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
            return False
        pleasures = self._named.cues.reporting_pleasures
        said = (c for c in pronoun.head.children if c.dep_ in {"acomp", "attr", "dobj"})
        return any(
            word.lemma_.lower() in pleasures or word.lower_ in pleasures for word in (pronoun.head, *said)
        )


def _meant(person: Person | None) -> tuple[Linked, ...]:
    return (Linked(person.entity, None),) if person is not None else ()
