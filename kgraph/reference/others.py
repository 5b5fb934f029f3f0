"""Who is named near a reference and cannot be meant by it: who does it to what is meant, and of whom it is said."""

import itertools
from collections.abc import Callable

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import conjuncts, first_conjunct, verb_above
from kgraph.propositions.clauses import subject_above, subjects
from kgraph.reference.acting import Acting
from kgraph.reference.helpers_of_rulers import who_helps
from kgraph.reference.named import NamedInOrder
from kgraph.reference.phrases import is_of_same_state
from kgraph.reference.possessives import is_owned_by_other, is_said_of, mediating_in
from kgraph.tokens import Token

__all__ = ["Others"]


class Others:
    """Tells who is somebody else than a reference to a state means."""

    def __init__(self, named: NamedInOrder, acting: Acting, meant: Callable[[Token], tuple[Entity, ...]]):
        """Take what is named, who acts, and what tells whom a reference means."""
        self._named = named
        self._acting = acting
        self._meant = meant

    def than(self, token: Token) -> tuple[Entity, ...]:
        """Give all who are somebody else than a reference means."""
        mediating = (entity for t in mediating_in(token) for entity in self._acting.agents_of(t))
        return (
            *self.acting(token),
            *self._predicated(token),
            *self.doing_it(token),
            *mediating,
            *self._undergoing(token),
            *self._fearing(token),
            *(entity for t in who_helps(token) for entity in self._acting.agents_of(t)),
        )

    def acting(self, token: Token) -> tuple[Entity, ...]:
        """Give who acts in the clause that an object pronoun stands in: it is somebody else ("which rejects it").

        So it is where somebody recognises "its independence", and where a passive is said of it: "annexed by *it*".
        """
        is_recognized = token.dep_ == "poss" and is_owned_by_other(token)
        role = first_conjunct(token).dep_
        if (role not in {"dobj", "pobj", "dative"} and not is_recognized) or token.lower_ == "itself":
            return ()
        verb = verb_above(token)
        # "a rebellion in *X*, despite pacts between *the government* and Y"; who brokers one is no party
        is_party = first_conjunct(token).head.lower_ == "between"
        is_mediated = verb is not None and verb.lemma_.lower() in load_cues().talks_mediating
        if verb is None or (is_party and not is_mediated) or is_of_same_state(token, verb):
            return ()
        acting = subject_above(token) if token.head.dep_ == "agent" else subjects(verb)
        if not acting and token.pos_ == "NOUN" and token.dep_ == "dobj":
            acting = subject_above(verb)  # "X signed a decree recognizing *the country*"
        own = tuple(dict.fromkeys(entity for t in acting for entity in self._acting_as(t, token)))
        return own if len(own) == 1 or token.pos_ == "NOUN" else ()

    def _acting_as(self, subject: Token, reference: Token) -> tuple[Entity, ...]:
        """Give who a subject is; before a noun that refers back, also who a pronoun is: "*It* invaded the country"."""
        found = self._acting.agents_of(subject)
        is_pronoun = subject.lower_ in {"it", "they"} and reference.pos_ == "NOUN" and subject.i < reference.i
        return self._meant(subject) if not found and is_pronoun else found

    def _predicated(self, token: Token) -> tuple[Entity, ...]:
        """Give what a possessive says something of, and so cannot mean: X in "insists that X is *its* province"."""
        above = [v for v in token.ancestors if is_said_of(token, v)]
        found = [
            t for v in above for c in v.children if c.dep_ in {"nsubj", "nsubjpass"} for t in conjuncts(c)
        ]
        return tuple(dict.fromkeys(entity for t in found for entity in self._acting.agents_of(t)))

    def doing_it(self, token: Token) -> tuple[Entity, ...]:
        """Give whose deed is done to what is meant: the "joint *A* and *B* invasion of the country" is of a third."""
        deed = token.head.head
        if token.dep_ != "pobj" or token.head.lower_ != "of" or deed.pos_ != "NOUN":
            return ()
        doing = [t for c in deed.children if c.dep_ == "amod" and c.i < deed.i for t in conjuncts(c)]
        return tuple(dict.fromkeys(entity for t in doing for entity in self._acting.agents_of(t)))

    def _undergoing(self, noun: Token) -> tuple[Entity, ...]:
        """Give who is named in what is done by somebody: "*X*'s status is questioned by *the country*"."""
        if noun.pos_ != "NOUN" or noun.head.dep_ != "agent":
            return ()
        verb = noun.head.head
        things = [c for c in verb.children if c.dep_ == "nsubjpass"] or [verb.head] * (verb.dep_ == "acl")
        named = self._named.before(noun.i)
        return tuple(n.entity for t in things for n in named if n.index >= t.left_edge.i)

    def _fearing(self, token: Token) -> tuple[Entity, ...]:
        """Give who fears or threatens what another may do: "*X* fears that *the country* may attack".

        "It" is the other only behind a threat: "*X* threatened war if *it* attacks".
        """
        clause = token.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or clause.dep_ not in {"advcl", "ccomp"}:
            return ()
        above = clause.head
        while above.dep_ == "xcomp":
            above = above.head
        is_threat = clause.dep_ == "advcl" and above.lemma_ == "threaten"
        is_feared = token.pos_ == "NOUN" and above.lemma_.lower() in load_cues().references_fearing
        fearing = subjects(above) if is_threat or is_feared else ()
        return tuple(entity for t in fearing for entity in self._acting.agents_of(t))

    def beside(self, noun: Token) -> set[Entity]:
        """Give who is named behind a noun in its own clause, and so is another: "*the government* met *Libya*"."""
        verb = verb_above(noun)
        if noun.pos_ != "NOUN" or verb is None:
            return set()
        behind = self._named.after(noun.i + 1)
        inside = itertools.takewhile(lambda n: n.index < noun.sent.end, behind)
        return {n.entity for n in inside if n.is_agent and verb_above(noun.doc[n.index]) == verb}
