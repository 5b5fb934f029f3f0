"""Whose deed a sentence says to be answered: "China cut ties with *Gambia* after *it* recognized Taiwan".

So is a deed that is praised or blamed: "China punished *Lithuania* for *its* recognition of Taiwan".
"""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, prepositional_objects
from kgraph.propositions.clauses import is_own_deed
from kgraph.tokens import Token

__all__ = ["who_is_answered", "who_is_judged"]

_MARKS = frozenset({"after", "because", "since", "unless", "until", "when"})
_REASONS = frozenset({"because", "for", "over"})
_BELOW_VERB = frozenset({"agent", "dobj", "nsubjpass", "pobj", "prep"})
# What befell somebody another is blamed or thanked for: "blamed X for *its* defeat".
_BEFALLEN = frozenset(
    """
    collapse defeat failure freedom hardship independence isolation liberation loss problem survival suffering trouble
    victory woe
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# What somebody does not grant another as long as that one does not do the second.
_DENIED = frozenset(
    {"meet", "negotiate", "normalise", "normalize", "recognise", "recognize", "speak", "talk"}
)
_GIVING_WAY = frozenset(
    """
    abandon accept apologise apologize cease disarm drop end evacuate expel free halt leave pull quit recognise
    recognize release renounce return stop withdraw
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_LEADING = frozenset({"against", "from", "of", "on", "to", "with"})


def who_is_answered(pronoun: Token) -> tuple[Token, ...]:
    """Find whom "it" means as the subject of what an act upon somebody answers; empty where nothing tells."""
    clause = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.i < pronoun.i:
        return ()
    marks = (c for c in clause.children if c.dep_ in {"advmod", "mark"})
    verb = clause.head
    if not any(c.lower_ in _MARKS for c in marks) or verb.pos_ != "VERB" or verb.i > pronoun.i:
        return ()
    if held_back := _who_is_denied(verb, clause):
        return held_back
    thing = first_child(verb, "dobj")
    if thing is None or thing.i > pronoun.i:
        return ()
    cues, lemma = load_cues(), verb.lemma_.lower()
    if lemma in cues.references_answered:
        return conjuncts(thing)
    if lemma in cues.references_answering and thing.lemma_.lower() in cues.references_answers:
        return tuple(_behind(verb, thing, pronoun))
    return ()


def _who_is_denied(verb: Token, clause: Token) -> tuple[Token, ...]:
    """Find whom somebody denies what he wants as long as he holds on: "will not recognize *X* until it withdraws"."""
    is_condition = any(c.lower_ in {"unless", "until"} for c in clause.children)
    is_denied = first_child(verb, "neg") is not None and verb.lemma_.lower() in _DENIED
    if not is_condition or not is_denied or clause.lemma_.lower() not in _GIVING_WAY:
        return ()
    dealt_with = (t for p in ("to", "with") for t in prepositional_objects(verb).get(p, ()))
    denied = next(dealt_with, None) or first_child(verb, "dobj")
    return conjuncts(denied) if denied is not None and denied.pos_ == "PROPN" else ()


def who_is_judged(possessive: Token) -> tuple[Token, ...]:
    """Find whom "its" means before what somebody is praised, blamed or punished for; empty where nothing tells.

    "Imposed sanctions on *Russia* over *its* annexation of Crimea", "hit *Russia* with sanctions for *its* invasion".
    """
    deed = possessive.head
    is_deed = possessive.dep_ == "poss" and deed.dep_ == "pobj" and deed.lemma_.lower() not in _BEFALLEN
    if not is_deed or possessive.lower_ not in {"its", "their"}:
        return ()
    reason = first_conjunct(deed.head)
    if deed.head.lower_ in _REASONS and (judged := _judged_by_noun(possessive)):
        return judged
    verb = _verb_over(reason) if deed.head.lower_ in _REASONS else None
    thing = first_child(verb, "dobj", "nsubjpass") if verb is not None else None
    if verb is None or thing is None or thing.i > possessive.i:
        return ()
    cues, lemma = load_cues(), verb.lemma_.lower()
    is_judging = lemma in cues.deeds_judging | cues.references_answered
    if is_judging and possessive.lower_ == "its" and thing.lemma_.lower() in cues.agents_met:
        # "expelled *X's* envoy over its"
        return tuple(c for c in thing.children if c.dep_ in {"amod", "poss"})
    verdicts = cues.deeds_verdicts | cues.deeds_contrition | cues.references_answers
    if thing.lemma_.lower() in verdicts:
        return () if is_own_deed(thing) else tuple(_behind(verb, thing, possessive))
    struck_with = (t for t in prepositional_objects(verb).get("with", ()) if t.i < possessive.i)
    is_judged = is_judging or any(t.lemma_.lower() in verdicts for t in struck_with)
    return conjuncts(thing) if is_judged else ()


def _judged_by_noun(possessive: Token) -> tuple[Token, ...]:
    """Find who is judged by the last noun before "for its": "*sanctions* on *Russia* for its war"."""
    cues = load_cues()
    verdicts = cues.deeds_verdicts | cues.references_answers
    before = possessive.doc[possessive.sent.start : possessive.head.head.i]
    noun = next((t for t in reversed(before) if t.pos_ == "NOUN" and t.lemma_.lower() in verdicts), None)
    if noun is None or possessive.lower_ != "its":
        return ()
    beside = (c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in _LEADING)
    judged = next((t for c in beside for t in c.children if t.dep_ == "pobj" and t.i < possessive.i), None)
    # what stands right before "for" is what is judged, and what another word hangs on is not
    is_close = judged is not None and judged.right_edge.i + 1 >= possessive.head.head.i
    return conjuncts(judged) if judged is not None and is_close else ()


def _verb_over(word: Token) -> Token | None:
    """Climb from a preposition to the verb that it belongs to, over the object that the parser may hang it on."""
    above = word.head
    while above.pos_ != "VERB" and above.dep_ in _BELOW_VERB:
        above = above.head
    return above if above.pos_ == "VERB" else None


def _behind(verb: Token, thing: Token, pronoun: Token) -> Iterator[Token]:
    beside = (c for word in (thing, verb) for c in word.children if c.dep_ == "prep" and c.i < pronoun.i)
    for preposition in beside:
        if preposition.lower_ in _LEADING:
            yield from (t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c))
