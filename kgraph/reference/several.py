"""Which two, or several just counted, "both sides", "the two countries", "the three states" mean."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import is_definite, verb_above
from kgraph.propositions.clauses import subjects
from kgraph.reference.acting import Acting
from kgraph.reference.lists import listed
from kgraph.reference.named import ARMED, Named, NamedInOrder
from kgraph.reference.pairing import likeliest_pair
from kgraph.reference.pairs import is_whereabouts, named_just, named_together, who_does_it_to
from kgraph.reference.parties import parties_told_of, state_told_of
from kgraph.reference.phrases import is_struck
from kgraph.reference.regions import whereabouts
from kgraph.tokens import Token

__all__ = ["PARTING", "TWO", "SeveralReferents"]

TWO = frozenset({"both", "each", "either", "neither", "two"})  # alone, each stands for two named before
PARTING = frozenset({"border", "boundary", "frontier"})
_BESIDE_LINE = frozenset({"amod", "compound", "det", "punct"})
_MEN = frozenset({"he", "she"})
_RUNNING = frozenset({"across", "along", "at", "in", "on", "through"})  # where a line runs, not whose it is
_GROUPS = frozenset({"faction", "group", "militia", "movement"})  # no state is called so
_PARTIES = frozenset({"party", "side"})  # states and groups are called so
_STATELIKE = frozenset({"country", "nation", "state", "neighbor", "neighbour", "government"})


class SeveralReferents:
    """Resolves references to two or more who act."""

    def __init__(
        self,
        named: NamedInOrder,
        acting: Acting,
        entry: Entity | None,
        meant: Callable[[Token], tuple[Entity, ...]],
    ):
        """Take what is named, who acts, the state that the text is an entry about, and what tells whom "it" means."""
        self._named = named
        self._acting = acting
        self._entry = entry
        self._meant = meant

    def group_of(self, size: int, token: Token) -> tuple[Entity, ...]:
        """Give the states of the nearest list before of just that many."""
        before = self._named.before(token.left_edge.i)
        states = [n for n in before if n.entity.kind is EntityKind.STATE]
        return listed(size, token, states) or named_just(size, states, token)

    def pair(self, token: Token) -> tuple[Entity, ...]:
        """Give the two agents that "both", "the two countries", "neither side" mean, in the order they were named.

        The two who act together above, else those who stand out as a pair.
        """
        lemma, before = token.lemma_.lower(), self._with_men(self._named.before(token.left_edge.i), token)
        if lemma in _GROUPS:
            groups = [n for n in before if n.kind in ARMED and (n.is_agent or n.is_unknown)]
            return named_together(groups, token) if is_definite(token) else ()
        if (where := whereabouts(token)) is not None:  # "the two *Baltic* neighbours"
            there = [n for n in before if where.fits(n)]
            before = there or before
        together = self._acting.clause_subjects(token)
        start = token.sent.start
        is_here = any(n.index >= start and n.entity in together for n in before)
        if (
            is_here
            and len(together) == 2
            and (where is None or {n.entity for n in before}.issuperset(together))
        ):
            return together
        may_be_groups = token.lower_ in TWO or lemma in _PARTIES
        before = [n for n in before if n.is_agent or (may_be_groups and n.is_unknown and n.kind in ARMED)]
        # "*Filipino* rebels" are no other party than these
        of_groups = {c.i for n in before if n.is_unknown for c in token.doc[n.index].children}
        before = [n for n in before if n.index not in of_groups]
        if lemma in load_cues().offices_described:
            holding = [n for n in before if _is_of_office(token.doc[n.index], lemma)]
            if holding:
                return self._likeliest(holding, token)
        if is_struck(token) or token.lower_ == "them":  # "it handed the colony over to *them*"
            striking = self._striking(token)
            before = [n for n in before if n.entity not in striking]
        elif beside := self._told_with_pronoun(before, token):
            return beside
        if token.lemma_.lower() in _STATELIKE:
            states = [n for n in before if n.entity.kind is EntityKind.STATE]
            before = states if len({n.entity for n in states}) >= 2 else before
        # "both" of them come before a court
        parties = [n for n in before if n.entity.kind is not EntityKind.TRIBUNAL]
        before = parties if len({n.entity for n in parties}) >= 2 else before
        urging = who_does_it_to(token)
        before = [n for n in before if n.index not in urging]
        # those of its own sentence it sets them beside: "X shells Y, and *two allies* quarrel"
        if _is_any_two(token):
            further = [n for n in before if n.index < start]
            before = further if len({n.entity for n in further}) >= 2 else before
        return self._with_entry(before, token) or self._likeliest(before, token)

    def _with_men(self, before: Sequence[Named], token: Token) -> Sequence[Named]:
        """Add whom "he" of the same sentence acts for, as named there: "*he* will meet X and sign for the two"."""
        men = [t for t in token.sent if t.i < token.left_edge.i and t.lower_ in _MEN and t.dep_ == "nsubj"]
        last = {n.entity: n for n in before}
        acting = ((t, last.get(e)) for t in men for e in self._acting.state_of(t))
        again = [
            replace(n, index=t.i, is_modifier=False, is_subject=True) for t, n in acting if n is not None
        ]
        return sorted((*before, *again), key=lambda n: n.index) if again else before

    def _likeliest(self, before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
        """Give the two who stand out, the likelier if they claim what the sentence names: "Both claim *Abu Musa*"."""
        near = (n for n in self._named.before(token.sent.end) if n.index >= token.sent.start)
        return likeliest_pair(before, token, [n.claimants for n in near if n.claimants])

    def one_of_two(self, token: Token) -> tuple[Entity, ...]:
        """Give whom "the former", "the latter" mean: the first or the second of the two who are named together last."""
        agents = [n for n in self._named.before(token.left_edge.i) if n.is_agent]
        found = named_together(agents, token)
        return found[:1] if token.lower_ == "former" else found[1:]

    def parted(self, line: Token) -> tuple[Entity, ...]:
        """Give the two states named last together before "the border", where nothing beside it says whose it is.

        Whoever its own sentence names is one of them: "Peru and Chile quarrel. *Lima* says *the boundary* was agreed".
        """
        told = {c.lower_ for c in line.children if c.dep_ in {"amod", "compound"}}
        is_plain = all(map(_is_beside_line, line.children)) and told <= load_cues().lines_kinds
        is_one = is_definite(line) or line.dep_ == "dobj"  # a treaty "draws *a boundary*"
        if line.lemma_.lower() not in PARTING or not is_one or not is_plain:
            return ()
        before = self._named.before(line.sent.end)
        states = [n for n in before if n.entity.kind is EntityKind.STATE]
        own = {n.entity for n in states if n.index >= line.sent.start}
        found = named_just(2, states, line)
        return found if own <= set(found) else ()

    def parties(self, event: Token) -> tuple[Entity, ...]:
        """Give the two told of before to whom talks, a fight or a pact is left: "*Talks* began in May"."""
        return parties_told_of(event, self._named)

    def told(self, event: Token) -> tuple[Entity, ...]:
        """Give the state told of just before that fights whom the sentence names: "*A war* with X broke out"."""
        return state_told_of(event, self._named)

    def _striking(self, token: Token) -> tuple[Entity, ...]:
        """Give who does something to two others: Chile in "It declared war on *both allies*"."""
        verb = verb_above(token)
        acting = [t for t in subjects(verb) if t.i < token.i] if verb is not None else []
        told = (self._acting.agents_of(t) or (self._meant(t) if t.lower_ == "it" else ()) for t in acting)
        return tuple(entity for found in told for entity in found)

    def _told_with_pronoun(self, before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
        """Give the only one that the sentence names and whom "it" means: "*It* taxed *Chilean* firms, so the two"."""
        start = token.sent.start
        inside = [n for n in before if n.index >= start and not is_whereabouts(token.doc[n.index])]
        above = [c for c in token.sent.root.children if c.dep_ == "nsubj" and c.i < token.i]
        if len({n.entity for n in inside}) != 1 or len(above) != 1 or above[0].lower_ != "it":
            return ()
        meant = self._meant(above[0])
        other = inside[0].entity
        is_pair = len(meant) == 1 and {e.kind for e in (*meant, other)} == {EntityKind.STATE}
        return (*meant, other) if is_pair and other not in meant else ()

    def _with_entry(self, before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
        """Give the state that an entry is about and the only one that its sentence names, behind "with".

        "Delimitation *with X* is slow, and guards of the two sides clash": the entry's own name is left out. In the
        first sentence X may stand anywhere: "The isle, called Y *by X*, is disputed between the two countries".
        """
        states = [n for n in before if n.entity.kind is EntityKind.STATE]
        near = [n for n in states if n.index >= token.sent.start]
        entities = {n.entity for n in near}
        if self._entry is None or self._entry in entities or len(entities) != 1:
            return ()
        is_with = not token.sent.start or any(
            token.doc[n.index].dep_ == "pobj" and token.doc[n.index].head.lower_ == "with" for n in near
        )
        return (self._entry, near[0].entity) if is_with else ()


def _is_any_two(noun: Token) -> bool:
    """Tell whether "two allies" stands without "the"."""
    beside = [c for c in noun.children if c.i < noun.i]
    return any(c.dep_ == "nummod" for c in beside) and not any(c.dep_ in {"det", "poss"} for c in beside)


def _is_of_office(name: Token, office: str) -> bool:
    """Tell whether a state is named as whose an office is: "President of *Kazakhstan*", "*Kazakh* President X".

    So is each of several: "the presidents of Armenia and *Azerbaijan*", "the Russian and *Kazakh* presidents".
    """
    name = name.head if name.dep_ == "conj" else name
    above = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else name.head
    beside = (above, *(c for c in above.children if c.dep_ in {"compound", "nmod"}))
    return name.dep_ in {"amod", "compound", "nmod", "pobj", "poss"} and any(
        t.lemma_.lower() == office for t in beside
    )


def _is_beside_line(word: Token) -> bool:
    """Tell whether a word beside a boundary does not say whose it is: "the *land* boundary *along* the river"."""
    is_running = word.dep_ == "prep" and word.lower_ in _RUNNING
    return word.dep_ in _BESIDE_LINE or is_running
