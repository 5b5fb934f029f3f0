"""Who talks, fights or makes peace where a sentence leaves that open: "X and Y both claim it. *Talks* began".

So it may leave open the one of two: "X became a republic. *A war* with Y broke out".
"""

from collections.abc import Sequence
from itertools import islice, takewhile

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import conjuncts, first_child, is_definite, sentence_before, sentences_back
from kgraph.propositions.clauses import subject_above
from kgraph.propositions.nominals.possessors import is_mediated
from kgraph.reference.named import ARMED, Named, NamedInOrder
from kgraph.reference.pairing import brings_together, likeliest_pair
from kgraph.reference.pairs import is_whereabouts
from kgraph.tokens import Token, Words

__all__ = ["parties_told_of", "state_told_of"]

_SENTENCES = 4  # in which both are named, the event's own among them
_JUST = 3  # of these, in which the event is not told of a second time
_BESIDE = frozenset({"amod", "appos", "compound", "conj", "nmod", "poss"})
_PARTAKING = frozenset(
    {"attend", "exclude", "include", "invite", "join", "part", "participate", "participant", "party"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "conj"})
_ON = frozenset({"about", "concerning", "of", "on", "over", "regarding"})  # what talks are on


def parties_told_of(event: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the two adversaries that stand out as a pair before, where the event's own sentence names nobody else.

    Whoever is named beside the event is one of them, unless he only brings them together or says where: "*Norway*
    hosted talks", "talks in *Norway*".
    """
    sentences = list(islice(sentences_back(event), _SENTENCES))
    if (
        event.dep_ == "acl"
        or _has_name(event)
        or _is_told_already(event, sentences[:_JUST])
        or _is_joined(event)
    ):
        return ()
    start = event.sent.start
    parties = [n for n in named.before(event.sent.end) if _may_be_party(n, event)]
    here = {n.entity for n in parties if n.index >= start and _takes_part(event.doc[n.index], event)}
    if len(here) > 1 or _are_several_at_it(event) or _is_of_body(event, named):
        return ()
    before = [n for n in parties if n.index < start]
    pair = likeliest_pair(before, event)
    lately = {n.entity for n in parties if n.index >= sentences[-1].start}
    if not pair or not here <= set(pair) <= lately:
        return ()
    return pair if _are_known_rivals(before, pair) or _are_at_odds(before, pair, sentences) else ()


def state_told_of(event: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the state that the sentence before tells of and alone, for a fight of which only the other party is named.

    "*Peru* gained independence. *A war* with Ecuador followed"; "*the war* with Ecuador" may be another's. So where
    it tells of both, whoever acts: "Ecuador's raids on *Peru* went on. *A war* with Ecuador ended under UN auspices".
    """
    start = event.sent.start
    if event.dep_ not in _SUBJECTS or is_definite(event) or not start:
        return ()
    near = [n for n in named.before(event.sent.end) if n.index >= sentence_before(event).start and n.is_agent]
    here = {n.entity for n in near if n.index >= start and n.entity.kind is EntityKind.STATE}
    before = [n for n in near if n.index < start]
    told = [n for n in before if n.entity not in here]
    states = {n.entity for n in told}
    is_of_both = any(n.entity in here for n in before)
    is_sure = len(here) == len(states) == 1 and (is_of_both or any(n.is_subject for n in told))
    return tuple(entity for entity in states if is_sure and entity.kind is EntityKind.STATE)


def _has_name(event: Token) -> bool:
    """Tell whether it is one known by its name: "the *Crimean War*", and not "*War* broke out"."""
    return event.pos_ == "PROPN" and any(c.dep_ in {"amod", "compound", "nmod"} for c in event.children)


def _is_told_already(event: Token, sentences: Sequence[Words]) -> bool:
    """Tell whether the same event was told of just before, by whose words it is known who takes part in it."""
    return any(t.lemma_ == event.lemma_ for sentence in sentences[1:] for t in sentence)


def _is_joined(event: Token) -> bool:
    """Tell whether the words say who else is, or is not, in it: "islanders, who were no *party* to the talks"."""
    above = list(takewhile(lambda word: word.dep_ not in _CLAUSES, event.ancestors))
    objects = (c for word in above for c in word.children if c.dep_ == "dobj")  # "took *part* in the talks"
    return any(word.lemma_.lower() in _PARTAKING for word in (*above, *objects))


def _may_be_party(named: Named, event: Token) -> bool:
    is_mediator = event.doc[named.index].head.lemma_.lower() in load_cues().offices_mediators
    is_agent = named.entity.kind is EntityKind.STATE or (named.is_agent and named.kind in ARMED)
    return is_agent and not is_mediator


def _takes_part(name: Token, event: Token) -> bool:
    """Tell whether whoever is named does more than host or say where: "*Norway* hosted talks in *Oslo*"."""
    if is_whereabouts(name):
        return _is_matter(name, event)
    head = name
    while head.dep_ in _BESIDE and head.head != head:
        head = head.head
    is_title = _of_pact(name) or _of_pact(head)  # "the Treaty of *Paris*", "the *Algiers* Agreement"
    is_mediator = head.dep_ == "nsubj" and brings_together(head.head)
    is_mediator = is_mediator or (head.head.dep_ == "agent" and brings_together(head.head.head))
    return not is_title and not is_mediator


def _of_pact(word: Token) -> bool:
    """Tell whether a word is the name of a pact, or part of it."""
    noun = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    return noun.pos_ == "PROPN" and noun.lemma_.lower() in load_cues().instruments_nouns


def _is_matter(name: Token, event: Token) -> bool:
    """Tell whether a place is what an event is about: "talks on the war in *Angola*", "to end the war in *Angola*"."""
    below = next((t for t in (name, *name.ancestors) if t.head == event), None)
    return below is not None and (below.lower_ in _ON or below.dep_ in {"acl", "xcomp"})


def _are_several_at_it(event: Token) -> bool:
    """Tell whether the clause says itself who takes part: "*the government and the rebels* agreed to talks"."""
    return any(len(conjuncts(t)) > 1 for t in subject_above(event))


def _is_of_body(event: Token, named: NamedInOrder) -> bool:
    """Tell whether an event, or what is signed, is called by a body: "*EU* membership talks", "an *EU* treaty"."""
    nouns = (event, *(c for c in event.children if c.dep_ in {"dobj", "nsubjpass"}))
    before = {t.i for noun in nouns for t in noun.doc[noun.left_edge.i : noun.i]}
    bodies = (n for n in named.before(event.sent.end) if n.entity.kind is EntityKind.ORGANIZATION)
    return any(n.index in before and not is_mediated(event.doc[n.index].head) for n in bodies)


def _are_known_rivals(named: Sequence[Named], pair: Sequence[Entity]) -> bool:
    """Tell whether two are known to claim the same land, or one to be an armed group of the other's."""
    ids = {entity.id for entity in pair}
    told = (n for n in named if n.entity in pair)
    return any((n.rivals | n.homes) & (ids - {n.entity.id}) for n in told)


def _are_at_odds(named: Sequence[Named], pair: Sequence[Entity], sentences: Sequence[Words]) -> bool:
    """Tell whether a sentence that names just these two says that they are at odds."""
    for sentence in sentences[1:]:
        inside = {n.entity for n in named if sentence.start <= n.index < sentence.end}
        if inside == set(pair) and any(map(_is_adverse, sentence)):
            return True
    return False


def _is_adverse(word: Token) -> bool:
    """Tell whether a word says that two are at odds; who "claims that" only says so."""
    return word.lemma_.lower() in load_cues().talks_adverse and first_child(word, "ccomp") is None
