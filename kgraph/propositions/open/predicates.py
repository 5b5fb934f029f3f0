"""The words of a verbal predicate and its grammatical subjects.

A predicate is a verb with its auxiliaries, negation, particle and the adverbs among them, and the verbs that complete
it: "was able to start", "agreed to resume", "asked them to leave".
"""

from collections.abc import Iterable

from kgraph.cues import load_cues
from kgraph.propositions.arguments import MEASURES, first_child, has_infinitive, is_verb
from kgraph.propositions.clauses import (
    addressed,
    grammatical_subjects,
    is_passive,
    is_ranked,
    shared_auxiliaries,
)
from kgraph.propositions.clauses.relative_clauses import RELATIVE
from kgraph.propositions.open.joint import is_done_together
from kgraph.propositions.open.phrases import (
    Phrase,
    is_close,
    joint_phrase,
    noun_phrases,
    plain_phrase,
    spread,
    without_case,
)
from kgraph.propositions.open.stretches import hyphenated, together
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = [
    "SUBJECTS",
    "addressed_words",
    "chain_of",
    "is_addressing",
    "is_clause",
    "is_existential",
    "predicate_of",
    "shares_passive",
    "subject_phrases",
    "verb_group",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_NO_CLAUSE = frozenset({"amod", "compound", "prt", "case", "mark", "det", "prep", *_AUXILIARIES})
# A gerund after these is done by the subject: "bought it without asking".
_BESIDE = frozenset(
    {"without", "by", "before", "after", "upon", "on", "in", "while", "despite", "besides", "since"}
)
_PLACES = frozenset({"GPE", "LOC"})
_RAISED = frozenset({"nsubj", "nsubjpass"})
_ON = frozenset({"on", "upon"})
_AWAY = frozenset({"apart", "aside", "away", "back"})
_YET = frozenset({"still", "yet"})
_MAX_CHAIN = 4
_MAX_SUBJECTS = 12


def is_clause(verb: Token) -> bool:
    """Tell whether a verb heads a clause of its own and does not merely complete the verb above."""
    if not is_verb(verb) and not (verb.tag_ in {"VBN", "VBG"} and verb.dep_ in {"acl", "advcl"}):
        return False
    if verb.dep_ in _NO_CLAUSE or (verb.dep_ == "advcl" and has_infinitive(verb)):
        return False
    head = verb.head
    if verb.dep_ in {"acl", "relcl"} and has_infinitive(verb) and not _is_of_ranked(verb):
        return False  # "plans to add two": nobody adds them yet
    if verb.dep_ == "pcomp" and first_child(verb, *SUBJECTS) is None:
        is_told = head.lower_ not in _ON or head.i < head.head.i  # "insists on leaving": nobody leaves yet
        return is_verb(head.head) and head.lower_ in _BESIDE and is_told
    is_completing = verb.dep_ == "xcomp" or is_raised_clause(verb)
    return not (is_completing and (is_verb(head) or head.pos_ == "ADJ") and head != verb)


def is_raised_clause(verb: Token) -> bool:
    """Tell whether an infinitive with a subject says what the verb above wants of it: "wanted *him to leave*"."""
    subject = first_child(verb, "nsubj", "nsubjpass")
    is_near = verb.dep_ == "ccomp" and subject is not None and subject.left_edge.i == verb.head.i + 1
    return is_near and has_infinitive(verb)


def _is_of_ranked(verb: Token) -> bool:
    """Tell whether an infinitive says what was done: "the *first* woman to climb the peak"."""
    return is_ranked(verb.head) or verb.head.lower_ in {"first", "last", "one", "only"}


# -- who ---------------------------------------------------------------------------------------------------


def subject_phrases(verb: Token) -> list[Phrase]:
    """Give the phrases of a clause's subjects, coordination spread; none where nobody is named."""
    if is_existential(verb):
        return [plain_phrase(c) for c in verb.children if c.dep_ == "expl"]
    heads = dict.fromkeys(_whole(_what_it_is_of(head, verb)) for head in _surface_subjects(verb))
    if len(heads) > 1 and is_done_together(verb):
        return [joint_phrase(next(iter(heads)))]
    phrases = [without_case(p) for head in _without_name_members(heads) for p in noun_phrases(head)]
    return [p for p in phrases if not _is_relative(p.tokens[-1])][:_MAX_SUBJECTS]


def _is_relative(word: Token) -> bool:
    """Tell whether a word stands for what a relative clause is of, unlike the "that" of "That was a mistake"."""
    return (word.lower_ in RELATIVE and word.tag_ != "DT") or word.tag_ in {"WDT", "WP"}


def is_existential(verb: Token) -> bool:
    """Tell whether a clause says that there is something."""
    return any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)


def _surface_subjects(verb: Token) -> tuple[Token, ...]:
    """Find the grammatical subjects, of a passive what it is done to."""
    if verb.dep_ == "pcomp" and first_child(verb, *SUBJECTS) is None:
        above = _top(verb.head.head)
        return () if is_passive(above) and verb.head.lower_ == "by" else _surface_subjects(above)
    shared = _shared_chain(verb)
    if shared:  # "urged them to meet and *resolve* it": the predicate is that of who urges
        return _surface_subjects(shared[0])
    told = _told_behind_comma(verb)
    found = (told,) if told is not None else grammatical_subjects(verb, 0)
    return tuple(t for t in found if t.lower_ != "there" and t != verb)


def _told_behind_comma(participle: Token) -> Token | None:
    """Give the thing before a place that a participle behind a comma tells of: "a *play* in Linz, conducted by X".

    What lies there and what is named may be the place itself: "a house in Linz, located on the Danube".
    """
    noun, first = participle.head, participle.left_edge
    is_set_off = participle.dep_ == "acl" and participle.tag_ == "VBN" and first.nbor(-1).text == ","
    if not is_set_off or participle.lemma_.lower() in open_words().lying:
        return None
    if noun.dep_ == "pobj" and noun.ent_type_ in _PLACES and noun.head.lower_ in {"at", "in", "near"}:
        noun = noun.head.head
    is_thing = noun.pos_ == "NOUN" and noun.dep_ in {"attr", "dobj", "nsubj", "nsubjpass", "pobj"}
    is_behind_place = first.nbor(-2).ent_type_ in _PLACES and first.nbor(-2).dep_ == "pobj"
    return noun if is_thing and is_behind_place and noun != first.nbor(-2) else None


def _top(verb: Token) -> Token:
    """Give the first verb of a predicate: "agreed" for "resume" in "agreed to resume"."""
    while verb.dep_ == "xcomp" and is_verb(verb.head) and verb.head != verb:
        verb = verb.head
    return verb


def _without_name_members(heads: Iterable[Token]) -> list[Token]:
    """Leave out what is only a part of another's name, as in "the House of Lords and Commons"."""
    given = [t for t in heads if not is_close(t, t.head)]
    kept = [t for t in given if t.dep_ != "conj" or t.head not in given or t in spread(t.head)]
    return kept or given


def _whole(noun: Token) -> Token:
    """Climb from "islands" to the whole of "a number of islands"."""
    above = noun.head.head
    is_measured = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in MEASURES
    return above if is_measured and above.pos_ in {"NOUN", "NUM"} else noun


def _what_it_is_of(noun: Token, verb: Token) -> Token:
    """Give X for a relative clause of "X is a town that …" and "X, a town that …": it says more of X."""
    if verb.head != noun or verb.dep_ not in {"relcl", "acl"} or noun.pos_ == "PROPN":
        return noun
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        own = (c for c in noun.head.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVE)
        return next(own, noun)
    is_name = noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN"
    return noun.head if is_name else noun


# -- what is said ------------------------------------------------------------------------------------------


def chain_of(verb: Token) -> list[Token]:
    """List the verbs that one predicate is made of: "agreed", "resume"."""
    chain = [verb]
    while len(chain) <= _MAX_CHAIN:
        below = _completing(_carrying_adjective(chain[-1]) or chain[-1])
        if below is None:
            break
        chain.append(below)
    return chain


def predicate_of(chain: list[Token]) -> tuple[Token, ...]:
    """Give the words of a predicate with what stands between its verbs: "was able to start", "asked them to go"."""
    words = _shared_words(chain[0])
    for word, below in zip(chain, [*chain[1:], None], strict=True):
        words = together(words, verb_group(word))
        if below is not None:
            adjective = _carrying_adjective(word)
            middle = plain_phrase(adjective).tokens if adjective is not None else ()
            between = [c for c in word.children if c.dep_ == "dobj" and word.i < c.i < below.i]
            words = together(words, *(addressed_words(c) for c in word.children if c.i < below.i))
            between += [c for c in below.children if c.dep_ in _RAISED and is_raised_clause(below)]
            words = together(words, middle, *(plain_phrase(c).tokens for c in between))
    return words


def is_addressing(preposition: Token) -> bool:
    """Tell whether a preposition leads to who is to do what an infinitive says: "called *on* Iran to release him"."""
    is_before = preposition.dep_ == "prep" and preposition.i > preposition.head.i
    return is_before and any(t.head == preposition for t in addressed(preposition.head))


def addressed_words(preposition: Token) -> tuple[Token, ...]:
    """Give "on Iran" of "called on Iran to release him"."""
    if not is_addressing(preposition):
        return ()
    return together(
        [preposition], *(plain_phrase(c).tokens for c in preposition.children if c.dep_ == "pobj")
    )


def _shared_chain(verb: Token) -> list[Token]:
    """Give the verbs up to the infinitive beside which another stands: "able to hold" for "… and *defeat* them"."""
    first = verb
    while first.dep_ == "conj" and is_verb(first.head) and first_child(first, *SUBJECTS, "auxpass") is None:
        first = first.head
    if first == verb or first.dep_ not in {"xcomp", "ccomp"} or verb.tag_ not in {"VB", "VBG", "VBP"}:
        return []
    above = chain_of(_top_of(first))
    return above[: above.index(first) + 1] if first in above else []


def _shared_words(verb: Token) -> tuple[Token, ...]:
    """Give the words before the second of two infinitives: "were able" for "were able to hold it and *defeat* them"."""
    shared = _shared_chain(verb)
    own = verb_group(shared[-1]) if shared else ()
    return tuple(t for t in predicate_of(shared) if t not in own) if shared else ()


def _top_of(verb: Token) -> Token:
    """Give the verb whose chain a completing verb ends."""
    while (verb.dep_ == "xcomp" or is_raised_clause(verb)) and verb.head != verb:
        verb = verb.head.head if verb.head.pos_ == "ADJ" else verb.head
    return verb


def shares_passive(verb: Token) -> bool:
    """Tell whether a participle stands with a form of "be", its own or that of the verb before."""
    return any(c.dep_ == "auxpass" for c in (*verb.children, *_shared_auxiliaries(verb)))


def verb_group(verb: Token) -> tuple[Token, ...]:
    """Give a verb with its auxiliaries, its negation, the adverbs among them and its particle."""
    own = [c for c in verb.children if c.dep_ in _AUXILIARIES]
    first = min([t.i for t in own], default=verb.i)
    adverbs = [c for c in verb.children if _is_among(c, verb, first)]
    particles = [c for c in verb.children if c.dep_ == "prt" or c.lower_ == "neither"]
    return together(hyphenated([verb]), own or _shared_auxiliaries(verb), adverbs, particles)


def _shared_auxiliaries(verb: Token) -> list[Token]:
    """Give the auxiliaries that a verb has in common with the one before: "can be sold and (can be) bought"."""
    head = verb.head
    completed = (*SUBJECTS, "dobj", "attr", "acomp", "xcomp", "ccomp")
    is_bare = verb.tag_ == "VBN" or first_child(verb, *completed) is None
    has_passive = verb.lemma_.lower() not in load_cues().predicated_intransitive
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and is_bare and has_passive:
        if first_child(head, "auxpass") is not None:
            return [c for c in head.children if c.dep_ in _AUXILIARIES]
        if is_verb(head) and head.dep_ == "conj" and head != verb:
            return _shared_auxiliaries(head)
    return shared_auxiliaries(verb)


def _is_among(adverb: Token, verb: Token, first: int) -> bool:
    if adverb.dep_ != "advmod" or adverb.tag_ in {"WRB", "RBR"} or adverb.children:
        return False
    if adverb.i > verb.i:  # "is also a town", "has yet to leave", "took away the tools"
        is_yet = adverb.lower_ in _YET and first_child(verb, "xcomp") is not None
        is_away = adverb.lower_ in _AWAY and first_child(verb, "dobj") is not None
        return (verb.lemma_ == "be" or is_yet or is_away) and adverb.i == verb.i + 1
    return adverb.i > first or adverb.i == verb.i - 1


def _carrying_adjective(verb: Token) -> Token | None:
    """Give "able" of "is able to leave"."""
    adjective = first_child(verb, "acomp")
    return adjective if adjective is not None and _completing(adjective) is not None else None


def _completing(word: Token) -> Token | None:
    """Find the infinitive or gerund that completes a verb or adjective."""
    for child in word.children:
        is_below = child.dep_ == "xcomp" or is_raised_clause(child)
        if is_below and child.i > word.i and child.tag_ in {"VB", "VBG", "VBN"} and is_verb(child):
            return child
    return None
