"""Lands that a text tells of as taken, held or striven for before it takes them up again."""

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    first_child,
    first_conjunct,
    is_definite,
    sentence_before,
    verb_above,
)
from kgraph.propositions.clauses import subject_above
from kgraph.reference.acting import Acting
from kgraph.reference.lists import first_of_sentences_back
from kgraph.reference.named import NamedInOrder, is_mere_place
from kgraph.reference.pairs import only_one_near
from kgraph.reference.phrases import actors_above, gets_status, is_renamed
from kgraph.reference.salient_lands import is_in_passing
from kgraph.reference.told_apart import is_bare
from kgraph.tokens import Token

__all__ = [
    "handed_on",
    "land_changing",
    "land_left_before",
    "lately_held",
    "noun_going_on",
    "noun_striven_for",
    "noun_taken",
    "once_held",
    "striven_for",
    "taken_by_other",
]

_ONCE = frozenset({"erstwhile", "former", "onetime"})
_OVER = frozenset({"for", "over"})


def lately_held(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Resolve "the colony" to the state just told to be held: "Germany ruled *Rwanda*, but the territory was ceded"."""
    if not _is_held_land(token) or not is_bare(token):
        return ()
    is_of_before = token.lemma_.lower() in load_cues().references_before_state
    start = first_of_sentences_back(token) if is_of_before else sentence_before(token).start
    near = (n for n in named.before(token.left_edge.i) if n.index >= start)
    held = dict.fromkeys(n.entity for n in near if n.is_place and _is_held(token.doc[n.index]))
    return tuple(held) if len(held) == 1 else ()


def handed_on(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Resolve "the territory" that somebody hands on to the state that the sentence before is of.

    So in "*Saint Kitts* was settled by the French. France ceded *the territory* to Britain".
    """
    is_handed = (
        token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in load_cues().references_handing
    )
    is_handed = is_handed and not any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in token.head.children)
    if not is_handed or not _is_held_land(token) or not is_bare(token):
        return ()
    start = sentence_before(token).start
    near = [n for n in named.before(token.sent.end) if n.index >= start]
    others = {n.entity for n in near if n.index >= token.sent.start}
    told = (n for n in near if n.index < token.sent.start and n.is_subject and not n.is_modifier)
    states = dict.fromkeys(n.entity for n in told if n.entity.kind is EntityKind.STATE and not n.is_people)
    return tuple(states) if len(states) == 1 and others.isdisjoint(states) else ()


def once_held(token: Token, named: NamedInOrder, acting: Acting) -> tuple[Entity, ...] | None:
    """Resolve "the former Portuguese colony", "the former Soviet republic" to the state named last.

    Nobody is meant who acts, who once held it, or who is no heir of what has fallen apart. Empty when unsure; None
    where no such thing is told.
    """
    if not _is_held_land(token) or not is_bare(token) or not any(c.lower_ in _ONCE for c in token.children):
        return None
    before = named.before(token.i)
    owners = [n for n in before if n.index >= token.left_edge.i]
    heirs = {id_ for n in owners for id_ in n.heirs}
    others = {n.entity for n in owners}
    others |= {entity for t in actors_above(token) for entity in acting.agents_of(t)}
    states = (n for n in before if n.entity.kind is EntityKind.STATE and n.kind != "historical")
    states = (n for n in states if n.index < token.left_edge.i and n.entity not in others)
    states = (n for n in states if not is_in_passing(token.doc[n.index]))
    return only_one_near([n for n in states if n.entity.id in heirs or not heirs], token)


def land_changing(
    pronoun: Token, named: NamedInOrder, acting: Acting, entry: Entity | None
) -> tuple[Entity, ...]:
    """Resolve "it" to the land that an entry is about: "Japan occupied it in 1942. In 1968 *it* became independent".

    The clause tells what became of it; who acts in the sentence before is somebody else, and no land is named between.
    """
    if entry is None or not gets_status(pronoun):
        return ()
    others = acting.subjects_before(pronoun)
    start = sentence_before(pronoun).start
    near = (n for n in named.before(pronoun.i) if n.index >= start and n.is_place)
    is_other = any(n.entity != entry and n.entity not in others for n in near)
    return (entry,) if others and entry not in others and not is_other else ()


def _is_held_land(token: Token) -> bool:
    """Tell whether a noun takes up a land as held by somebody: "*the colony*"."""
    is_land = token.tag_ == "NN" and token.lemma_.lower() in load_cues().references_held
    return is_land and is_definite(token)


def _is_held(name: Token) -> bool:
    """Tell whether a name is what a verb says to be held by another."""
    verb = name.head
    is_thing = name.dep_ == "dobj" or (name.dep_ == "nsubjpass" and verb.pos_ == "VERB")
    return is_thing and verb.lemma_.lower() in load_cues().references_holding | load_cues().places_held_by


def taken_by_other(possessive: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Resolve "its" to the land that another took: "Spain has contested *Gibraltar* since *its* capture by Britain".

    Where the sentence names no mere land before, the subject may be meant: "*X* has changed since its annexation".
    """
    taking = possessive.head
    is_taken = possessive.dep_ == "poss" and taking.lemma_.lower() in load_cues().presupposed_takings
    if not is_taken or "by" not in {c.lower_ for c in taking.children}:
        return ()
    near = (n for n in named.known_before(possessive.i) if n.index >= possessive.sent.start)
    return tuple(n.entity for n in near if n.is_place and is_mere_place(n))[-1:]


def striven_for(pronoun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Resolve "it" to what two strove for: "a struggle for *Malta* ended in 1814, when *it* was ceded to Britain"."""
    if not _is_passed_on(pronoun):
        return ()
    near = [n for n in named.before(pronoun.i) if n.index >= pronoun.sent.start and n.is_place]
    prized = [n for n in near if _is_prize(pronoun.doc[n.index])]
    several = pronoun.lower_ == "they"
    return tuple(dict.fromkeys(n.entity for n in (prized if several else prized[-1:])))


def noun_striven_for(pronoun: Token) -> Token | None:
    """Give the land by its noun that two strove for: "a struggle for *the islands* ended, when *they* were ceded"."""
    if not _is_passed_on(pronoun):
        return None
    nouns, tag = load_cues().places_nouns, "NNS" if pronoun.lower_ == "they" else "NN"
    before = reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
    return next((t for t in before if t.tag_ == tag and t.lemma_.lower() in nouns and _is_prize(t)), None)


def noun_going_on(token: Token) -> Token | None:
    """Give the noun that "it" goes on with as a subject: "*The island* was contested by X and Y; it was ceded"."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"} or is_renamed(token):
        return None
    above = subject_above(token)
    if not above and token.sent.start:
        root = sentence_before(token).root
        above = tuple(c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"})
    is_land = len(above) == 1 and above[0].pos_ == "NOUN" and above[0].tag_ == "NN"
    nouns = load_cues().places_nouns | load_cues().places_countries
    is_land = is_land and above[0].lemma_.lower() in nouns
    return above[0] if is_land and is_definite(above[0]) and is_bare(above[0]) else None


def noun_taken(pronoun: Token) -> Token | None:
    """Give the land by its noun that somebody took and did more to: "captured *the plateau* and annexed *it*"."""
    is_object = pronoun.dep_ == "dobj"
    verb = pronoun.head if is_object else pronoun.head.head  # "annexed the island and made *it* a colony"
    if not (is_object or is_renamed(pronoun)) or verb.dep_ != "conj" or pronoun.lower_ not in {"it", "them"}:
        return None
    taken = first_child(verb.head, "dobj")
    tag = "NNS" if pronoun.lower_ == "them" else "NN"
    is_land = taken is not None and taken.tag_ == tag and taken.lemma_.lower() in load_cues().places_nouns
    return taken if taken is not None and is_land and not _is_named(taken) else None


def land_left_before(pronoun: Token, named: NamedInOrder) -> Token | None:
    """Give the land by its noun that another clause of the sentence tells of: "X left *the colony*, and Y annexed it".

    No name of a land may stand in the sentence before the pronoun.
    """
    is_thing = pronoun.lower_ == "it" and pronoun.dep_ in {"dobj", "pobj"}
    start, verb = pronoun.sent.start, verb_above(pronoun)
    if not is_thing or any(n.index >= start and is_mere_place(n) for n in named.before(pronoun.i)):
        return None
    nouns = load_cues().places_nouns - load_cues().agents_country - load_cues().lines_nouns
    before = reversed(pronoun.doc[start : pronoun.i])
    land = next((t for t in before if t.tag_ == "NN" and t.lemma_.lower() in nouns), None)
    is_told = land is not None and is_definite(land) and not _is_named(land)
    return land if land is not None and is_told and verb_above(land) != verb else None


def _is_named(noun: Token) -> bool:
    """Tell whether a noun has its name beside it: "the town of *Taba*", "the island, *Imia*", "*Crimea* region"."""
    beside = (c for c in noun.children if c.dep_ in {"appos", "compound", "nmod"} or c.lower_ == "of")
    return any(t.pos_ == "PROPN" for c in beside for t in (c, *c.children))


def _is_passed_on(pronoun: Token) -> bool:
    is_thing = pronoun.dep_ == "nsubjpass" and pronoun.lower_ in {"it", "they"}
    return is_thing and pronoun.head.lemma_.lower() in load_cues().support_passing


def _is_prize(name: Token) -> bool:
    """Tell whether a name says for what a noun or verb is a fight: "a war over *X and Y*"."""
    first = first_conjunct(name)
    return first.dep_ == "pobj" and first.head.lower_ in _OVER
