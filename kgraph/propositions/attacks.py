"""Whom an attack struck: "killed two *soldiers* in an ambush", "the blast that killed two *soldiers*", "the attack"."""

from collections.abc import Iterable, Iterator
from itertools import islice

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_conjunct, prepositional_objects, sentences_back, verb_above
from kgraph.propositions.clauses import objects, subjects, verb_lemma
from kgraph.tokens import Token

__all__ = ["may_be_struck_before", "struck"]

_STRUCK_IN = frozenset({"by", "during", "from", "in"})
_LANDING_AT = ("at", "in", "near", "on", "outside")
_MAX_BACK = 6  # sentences from the one that takes an attack up
_TAKING_UP = frozenset({"both", "that", "the", "these", "this", "those"})
_WHERE = frozenset({"at", "in", "near", "outside"})


def struck(noun: Token) -> tuple[Token, ...]:
    """Find whom an attack struck: by its own clause, by the verb it stands under, or by what is told before.

    So "soldiers" of "killed two soldiers in an *ambush*", of "the *blast* that killed two soldiers", and of "A bomb
    killed two soldiers. X said it was behind the *attack*", "X claimed *responsibility*".
    """
    cues = load_cues()
    lemma = noun.lemma_.lower()
    if lemma in cues.presupposed_attacks:
        own = _victims((*_clauses(noun), *_above(noun)))
        return own or (_told_before(noun) if _takes_up(noun) else ())
    return _told_before(noun) if lemma in cues.presupposed_answering and _is_bare(noun) else ()


def may_be_struck_before(noun: Token) -> bool:
    """Tell whether a noun may take up an attack of the sentence before, which need not be at hand."""
    cues, lemma = load_cues(), noun.lemma_.lower()
    return lemma in cues.presupposed_attacks or lemma in cues.presupposed_answering


def _clauses(noun: Token) -> Iterator[Token]:
    """Give the verbs that say of an attack what it did: "the blast that *killed*", "the attack in which X *died*"."""
    return (c for c in noun.children if c.dep_ in {"acl", "relcl"})


def _above(noun: Token) -> Iterator[Token]:
    """Give the verb that says who was struck in or by it: "*killed* in an ambush", "the ambush *killed*".

    So does one beside a verb that it is the object of: "carried out air strikes *targeting* X".
    """
    first = first_conjunct(noun)
    if first.dep_ == "dobj":
        yield from (c for c in first.head.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > first.i)
    if first.dep_ == "nsubj":
        yield first.head
    if first.dep_ == "pobj" and first.head.lower_ in _STRUCK_IN:
        yield first.head.head


def _told_before(noun: Token) -> tuple[Token, ...]:
    """Find who was struck before the noun in its own sentence or in the nearest one before that tells it.

    Of several the last: "A bomb killed two *soldiers*. Police say it was remote-controlled. X claimed responsibility".
    """
    own = verb_above(noun)
    for sentence in islice(sentences_back(noun), _MAX_BACK):
        between = noun.doc[sentence.start : min(sentence.end, noun.i)]
        victims = _victims(t for t in reversed(between) if t.pos_ == "VERB" and t != own)
        if victims:
            return victims
    return ()


def _takes_up(noun: Token) -> bool:
    """Tell whether nothing says whose attack it is, and an article that it is known: "the attack in X"."""
    said = [c for c in noun.children if c.dep_ not in {"amod", "compound", "nummod", "punct"} or c.is_title]
    told = [c for c in said if c.dep_ != "prep" or c.lower_ not in _WHERE]
    days = load_cues().calendar_names
    return len(told) == 1 and (told[0].lower_ in _TAKING_UP or told[0].lower_ in days)


def _is_bare(noun: Token) -> bool:
    """Tell whether nothing says for what: "claimed *responsibility*", "denied any *involvement*"."""
    return not any(c.dep_ in {"acl", "poss", "prep", "relcl"} for c in noun.children)


def _victims(verbs: Iterable[Token]) -> tuple[Token, ...]:
    return next((found for verb in verbs if (found := tuple(filter(_may_be_struck, _objects(verb))))), ())


def _objects(verb: Token) -> tuple[Token, ...]:
    """Give who is killed, who dies, and where a bomb falls."""
    cues, lemma = load_cues(), verb_lemma(verb)
    if lemma in cues.presupposed_striking:
        return objects(verb)
    if lemma in cues.presupposed_dying:
        return subjects(verb)
    if lemma in cues.presupposed_landing:
        below = prepositional_objects(verb)
        return tuple(t for name in _LANDING_AT for t in below.get(name, ()))
    return ()


def _may_be_struck(noun: Token) -> bool:
    """Tell whether a noun may stand for whom an attack is on; no bomber blows up "*his* vehicle" of theirs."""
    cues, lemma = load_cues(), noun.lemma_.lower()
    if any(c.lower_ in {"her", "his"} for c in noun.children):
        return False
    return noun.pos_ == "PROPN" or any(
        lemma in words
        for words in (
            cues.agents_nouns,
            cues.agents_members,
            cues.agents_serving,
            cues.agents_served,
            cues.places_named,
        )
    )
