"""Polarity, modality and attribution of a predicate: the cues above it in the parse, and how far they reach.

A qualifier is looked for on the predicate and on what governs it, upwards. A cue reaches down through complements
(object, infinitive, that-clause) but not into adjuncts: "never visited the islands that Japan claims" denies the
visit, not the claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.cues import Cues, load_cues
from kgraph.model import Modality, Polarity
from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.propositions.clauses import subjects, verb_lemma

__all__ = ["Qualifiers", "qualify"]

# Labels through which a cue above reaches the token below.
_COMPLEMENT = frozenset({"xcomp", "ccomp", "dobj", "pcomp", "attr", "acomp", "nsubjpass", "oprd"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_TRANSPARENT_PREPOSITIONS = frozenset({"of", "for", "on", "in", "to", "at", "from", "with", "into", "as", "about", "against"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """How a proposition is put: the cues are the tokens that decided, `speaker` heads the phrase of whose word it is."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    speaker: Token | None = None
    cues: tuple[Token, ...] = ()


def qualify(trigger: Token) -> Qualifiers:
    """Read the qualifiers of the predicate that this token heads."""
    cues = load_cues()
    path = tuple(_governors(trigger))
    denials = [cue for step in path for cue in _denials(step, cues)]
    possible = [cue for step in path for cue in _possibilities(step, cues)]
    negative = len(denials) % 2 == 1
    if negative and possible and all(cue.lower_ in {"will", "would", "wo", "'ll", "can", "could", "ca"} for cue in possible):
        possible = []  # "will never accept", "would not recognise": the denial holds now
    speaker, verb = _speaker(trigger, cues)
    return Qualifiers(
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=Modality.POSSIBLE if possible else Modality.ACTUAL,
        speaker=speaker,
        cues=(*denials, *possible, *((verb,) if verb is not None else ())),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A token on the way up, and the token below through which it was reached (None at the start)."""

    token: Token
    below: Token | None


def _governors(trigger: Token) -> Iterator[_Step]:
    """Climb from the predicate to what governs it, as far as a cue there would reach."""
    below: Token | None = None
    token = trigger
    for _ in range(12):
        yield _Step(token, below)
        upper = _governor(token)
        if upper is None:
            return
        below, token = token, upper


def _governor(token: Token) -> Token | None:
    head = token.head
    if head == token:
        return None
    if token.dep_ in _COMPLEMENT:
        if token.dep_ == "pcomp":
            return head.head if head.head != head else None
        return head
    if token.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and head.lower_ in _TRANSPARENT_PREPOSITIONS:
        return head.head if head.head != head else None
    if token.dep_ == "nsubj" and head.pos_ in {"VERB", "AUX"}:
        return head
    if token.dep_ == "acl" and first_child(token, "aux") is not None:  # an infinitive after a noun
        return head
    if token.dep_ == "advcl" and _has_infinitive(token):
        return head
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX", "NOUN"}:
        return _governor_of_conjunct(token)
    return None


def _governor_of_conjunct(token: Token) -> Token | None:
    """A conjunct is governed by what governs the first, unless it is a clause with a subject of its own."""
    if token.pos_ in {"VERB", "AUX"} and first_child(token, "nsubj", "nsubjpass") is not None:
        return None
    return _governor(token.head)


def _has_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _denials(step: _Step, cues: Cues) -> Iterator[Token]:
    token, below = step.token, step.below
    if below is not None and not _reaches(token, below):
        return
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in {"det", "advmod", "preconj"} and child.lower_ in cues.negation_words):
            if _negates(token, below, cues):
                yield child
        elif child.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and child != below:
            yield from (g for g in child.children if g.dep_ == "det" and g.lower_ in {"no", "neither"})
    if token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without":
        yield token.head
    if below is None:
        shared = _shared_auxiliary(token)
        yield from (c for c in shared if c.dep_ == "neg")
        return
    if token.pos_ in {"VERB", "AUX"} and verb_lemma(token) in cues.negation_implicatives and below.dep_ != "ccomp":
        yield token
    elif token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() == "deny":
        yield token
    elif token.pos_ == "NOUN" and token.lemma_.lower() in cues.negation_nouns:
        yield token
    if token.pos_ in {"VERB", "AUX"} and below.dep_ == "xcomp" and any(c.lower_ == "yet" for c in token.children):
        yield token


def _reaches(token: Token, below: Token) -> bool:
    """Tell whether a denial of the token denies what is below it."""
    return not (below.dep_ == "nsubj" and token.pos_ == "VERB" and token.lemma_.lower() not in {"exist", "take", "begin", "start"})


def _negates(token: Token, below: Token | None, cues: Cues) -> bool:
    if below is None or below.dep_ in {"dobj", "xcomp", "attr", "acomp", "nsubjpass", "pobj", "pcomp"}:
        return True
    return below.dep_ == "ccomp" and token.lemma_.lower() in cues.negation_raising


def _shared_auxiliary(token: Token) -> list[Token]:
    """Give the auxiliaries and negations of the first conjunct that a bare conjunct shares: "will not sign or ratify"."""
    if token.dep_ != "conj" or token.pos_ not in {"VERB", "AUX"} or token.tag_ not in {"VB", "VBN"}:
        return []
    if any(c.dep_ in _AUXILIARY for c in token.children) or token.head.tag_ != token.tag_:
        return []
    return [c for c in token.head.children if c.dep_ in _AUXILIARY | {"neg"}]


def _possibilities(step: _Step, cues: Cues) -> Iterator[Token]:
    token, below = step.token, step.below
    for child in (*token.children, *(_shared_auxiliary(token) if below is None else ())):
        if child.dep_ == "aux" and child.lower_ in cues.possibility_modals:
            yield child
        elif child.dep_ == "mark" and child.lower_ in cues.possibility_markers:
            yield child
        elif child.dep_ in {"amod", "advmod"} and below is None and child.lemma_.lower() in cues.possibility_adjectives:
            yield child
    if token.dep_ == "advcl" and _has_infinitive(token) and not _is_result(token):
        yield token
    if token.dep_ in {"xcomp", "acl"} and _has_infinitive(token) and token.head.lemma_.lower() == "be":
        yield token.head
    if below is None:
        if token.sent.text.rstrip().endswith("?"):
            yield token.sent[-1]
        return
    yield from _possible_governor(token, below, cues)


def _is_result(verb: Token) -> bool:
    """Tell whether an infinitive says what came about: "went on to occupy", "only to lose"."""
    return any(c.lower_ == "only" for c in verb.children)


def _possible_governor(token: Token, below: Token, cues: Cues) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} and (lemma in cues.possibility_verbs or verb_lemma(token) in cues.possibility_verbs):
        if below.dep_ in {"xcomp", "pcomp"} or (below.dep_ in {"dobj", "pobj"} and lemma not in _ACTUAL_WITH_NOUN):
            yield token
        elif below.dep_ == "ccomp" and (lemma in _WISHES or _has_infinitive(below)):
            yield token
    elif token.pos_ == "NOUN" and lemma in cues.possibility_nouns and below.dep_ in {"acl", "pobj", "pcomp"}:
        if below.dep_ == "acl" or below.head.lower_ in {"of", "for", "on", "to"}:
            yield token
    elif token.pos_ == "ADJ" and lemma in cues.possibility_adjectives and below.dep_ == "xcomp":
        yield token


# With an infinitive these look forward, with a noun they do not: "agreed a treaty", "continue talks", "says yes".
_ACTUAL_WITH_NOUN = frozenset(
    {"agree", "attempt", "commit", "say", "tell", "support", "work", "decide", "undertake", "order", "negotiate", "pursue", "prepare",
     "struggle", "press", "warn", "consider", "push"}
)
_WISHES = frozenset({"want", "hope", "fear", "propose", "demand", "wish", "suggest", "recommend", "request", "expect", "urge", "ask", "prefer"})


def _speaker(trigger: Token, cues: Cues) -> tuple[Token | None, Token | None]:
    """Find whose word the predicate is: the subject of the nearest reporting verb above it, or "according to"."""
    token = trigger
    for _ in range(15):
        told = _according(token)
        if told is not None:
            return told, told.head
        head = token.head
        if head == token:
            return None, None
        verb = _reporting_verb(token, cues)
        if verb is not None:
            who = [s for s in subjects(verb) if s.lemma_.lower() not in cues.reporting_anonymous]
            if who:
                return who[0], verb
        token = head
    return None, None


def _reporting_verb(token: Token, cues: Cues) -> Token | None:
    """Give the verb that reports the token's clause, None where the token is not a reported clause."""
    head = token.head
    if token.dep_ in {"ccomp", "parataxis"} and head.lemma_.lower() in cues.reporting_verbs:
        return head
    if token.dep_ == "pcomp" and head.lower_ in {"of", "for", "as"} and head.head.lemma_.lower() in {"accuse", "blame", "criticize", "condemn", "quote", "denounce"}:
        return head.head
    return None


def _according(token: Token) -> Token | None:
    """Give the head of X in "according to X" below the token."""
    for child in token.children:
        if child.lower_ != "according":
            continue
        for inner in child.children:
            if inner.dep_ == "prep":
                objects = [t for o in inner.children if o.dep_ == "pobj" for t in conjuncts(o)]
                if objects:
                    return objects[0]
    return None
