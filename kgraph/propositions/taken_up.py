"""What a noun takes up that is told before: "X built homes in Y. Z condemned *the move*", "*a move that* Z condemned".

So do "that claim", and "the annexation" of what somebody has just annexed.

It is told by the sentence before, or by the clause that a relative "which" or an apposition follows.
"""

from collections.abc import Container, Sequence
from functools import cache, lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    INSERTION_MARKS,
    conjuncts,
    first_child,
    is_verb,
    prepositional_objects,
    sentence_before,
)
from kgraph.propositions.clauses import objects, subjects, verb_lemma
from kgraph.propositions.clauses.verb_forms import SUBJECTS
from kgraph.text.inflection import singular
from kgraph.tokens import Token, Words

__all__ = [
    "done_by",
    "held_before",
    "recognized_before",
    "said_before",
    "said_nouns",
    "taken_before",
    "takes_up_taking",
    "told_before",
]

_TAKING_UP = frozenset({"such", "that", "the", "these", "this", "those"})
_ANY_DEED = frozenset({"act", "action", "measure", "move", "step"})
_BEING = frozenset({"be", "belong", "remain"})
_STEM = 4  # letters that a noun shares with its verb: "claim", "annexation", "occupation"
_DAYS = frozenset({"month", "today", "tonight", "week", "year", "yesterday"})
_BRINGING_UP = frozenset({"a", "an", "another"})
_MAX_CLIMB = 12  # words from a noun up to the verb of its clause


def said_before(noun: Token) -> tuple[Token, ...]:
    """Give whose claim or argument "that claim" is: of whoever has one, or says something, right before."""
    cues = load_cues()
    if noun.lemma_.lower() not in said_nouns():
        return ()
    is_right = noun.lemma_.lower() in cues.places_titles  # "upheld *that sovereignty*"
    if not any(c.dep_ == "det" and c.lower_ in {"that", "this", "these", "those"} for c in noun.children):
        return ()
    start = sentence_before(noun).start
    for token in reversed(noun.doc[start : noun.i]):
        if token.lemma_.lower() == noun.lemma_.lower() and token.pos_ == "NOUN":
            possessor = first_child(token, "poss") or _name_before(token)
            if possessor is not None:
                return conjuncts(possessor)
        is_said = token.pos_ == "VERB" and token.lemma_.lower() in cues.reporting_verbs and not is_right
        is_had = is_right and any(t.lemma_ == noun.lemma_ for t in objects(token))
        if (is_said or is_had) and token != noun.head and subjects(token):
            return subjects(token)
    return ()


def _name_before(noun: Token) -> Token | None:
    """Give by whose name a right is called: "*Colombian* sovereignty"."""
    named = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} and c.is_title)
    return next(named, None)


@cache
def said_nouns() -> frozenset[str]:
    """List the nouns for what somebody claims, says or has, which "that claim", "that title" may take up."""
    return load_cues().reporting_nouns | load_cues().places_titles


def taken_before(noun: Token) -> tuple[Token, ...]:
    """Give who takes or claims what "the annexation", "such claims" means: of the sentence before, or of its own."""
    if not takes_up_taking(noun):
        return ()
    before = [t for t in noun.doc[sentence_before(noun).start : noun.i] if _is_taking(t, noun)]
    akin = [t for t in before if t.lemma_[:_STEM].lower() == noun.lemma_[:_STEM].lower()]
    takers = [found for taking in reversed(akin or before) if (found := _who_takes(taking))]
    return takers[0] if takers and not (akin and _is_of_others_too(takers, noun)) else ()


def _is_taking(word: Token, noun: Token) -> bool:
    """Tell whether a verb says that somebody takes land, or a noun of the sentence before whose taking it is."""
    cues, lemma = load_cues(), word.lemma_.lower()
    if word.pos_ == "NOUN":
        is_before = word.i < noun.sent.start and lemma in cues.presupposed_takings
        return is_before and first_child(word, "poss") is not None
    is_taking = word.pos_ == "VERB" and not cues.presupposed_takes.isdisjoint({lemma, verb_lemma(word)})
    return is_taking and not _rules(word, noun) and _is_of_land(word)


def _who_takes(taking: Token) -> tuple[Token, ...]:
    """Give who takes land, by the name that it then has: "the north broke away as *the Republic of X*"."""
    owner = first_child(taking, "poss") if taking.pos_ == "NOUN" else None
    if owner is not None:
        return conjuncts(owner)
    called = tuple(t for t in prepositional_objects(taking).get("as", ()) if t.pos_ == "PROPN")
    return called or subjects(taking)


def _is_of_others_too(takers: Sequence[tuple[Token, ...]], noun: Token) -> bool:
    """Tell whether one sentence tells of several claims: "X claims A, Y claims B. Z rejects *the claim*"."""
    told = {found[0].lower_ for found in takers if found[0].sent.start == takers[0][0].sent.start}
    return noun.tag_ == "NN" and takers[0][0].sent.start < noun.sent.start and len(told) > 1


def _rules(verb: Token, noun: Token) -> bool:
    """Tell whether a noun stands in a verb's clause or below it, not in one joined: "X claims Y, but Z denies *it*"."""
    if not verb.is_ancestor(noun):
        return False
    if noun.dep_ == "appos":  # "claims X, *a claim that* Y rejects"
        return False
    below = (token for token in (noun, *noun.ancestors) if verb.is_ancestor(token))
    return not any(token.dep_ == "conj" and is_verb(token) and subjects(token) for token in below)


def _is_of_land(verb: Token) -> bool:
    """Tell whether what somebody takes or claims may be land: "landed", "claimed X", but not "claimed victory"."""
    if first_child(verb, "ccomp") is not None:
        return False
    return all(t.pos_ in {"PROPN", "PRON"} or t.lemma_.lower() in _lands() for t in objects(verb))


@cache
def _lands() -> frozenset[str]:
    """Give the words for land: kinds of places, countries, what is measured."""
    cues = load_cues()
    return cues.places_nouns | cues.places_countries | cues.places_titles | cues.presupposed_measures


def takes_up_taking(noun: Token) -> bool:
    """Tell whether a noun alone takes up that somebody took, claimed or declared land: "the annexation"."""
    if noun.lemma_.lower() not in load_cues().presupposed_takings:
        return False
    return _is_alone(noun) or _is_bringing_up(noun, load_cues().presupposed_takings)


def _is_alone(noun: Token) -> bool:
    """Tell whether a noun takes something up and nobody is named whose it is: "the move", "such unilateral steps"."""
    said = [c for c in noun.children if c.dep_ not in {"punct", "relcl", "appos"} and not _is_judgment(c)]
    pointing = [c for c in said if c.lower_ in _TAKING_UP or _is_of_day(c)]
    is_plain = (c in pointing or (c.dep_ == "amod" and c.is_lower) for c in said)
    return len(pointing) == 1 and all(is_plain)


def _is_judgment(word: Token) -> bool:
    """Tell whether a phrase says what somebody holds a deed for: "dismissed the move *as having no effect*"."""
    return word.dep_ == "prep" and word.lower_ == "as"


def _is_of_day(word: Token) -> bool:
    """Tell whether a word says of when a deed is: "*today's* step", "*Monday's* decision"."""
    return word.dep_ == "poss" and (word.lower_ in _DAYS or word.lower_ in load_cues().calendar_names)


def done_by(noun: Token) -> tuple[Token, ...]:
    """Find who did what "the move" takes up: the subject of the sentence before, or of what is said there."""
    before = _sentence_taken_up(noun)
    if before is None:
        clause = _clause_taken_up(noun)
        return _who_holds(clause) if clause is not None else ()
    again = next((t for t in before if t.lemma_ == noun.lemma_ and t != before.root and _is_alone(t)), None)
    if again is not None:  # "China condemned the purchase. Taiwan too protested against *the purchase*"
        return done_by(again)
    if _is_of_earlier(noun, before):
        return ()
    if not is_verb(before.root):
        return ()
    root = before.root
    said = first_child(root, "ccomp") if root.lemma_.lower() in load_cues().reporting_verbs else None
    return (subjects(said) if said is not None else ()) or subjects(root)


def _who_holds(clause: Token) -> tuple[Token, ...]:
    """Give who does what a clause tells; of what a land only is, who says so: "*X* says that it is its territory"."""
    sayer = clause.head
    is_said = clause.dep_ == "ccomp" and sayer.lemma_.lower() in load_cues().reporting_verbs
    return subjects(sayer) if is_said and clause.lemma_ in _BEING else subjects(clause)


def _is_of_earlier(noun: Token, before: Words) -> bool:
    """Tell whether a noun says again what the text has called so further up: "the *purchase*" of paragraphs before.

    Told by the words alone, which are there whether or not they are parsed. In a text of two moves each is "the move".
    """
    if noun.lemma_.lower() in _ANY_DEED:
        return False
    said = (t for t in noun.doc[: before.start] if t.lower_ == noun.lower_ and t.i)
    return any(t.nbor(-1).lower_ in _TAKING_UP for t in said)


def told_before(noun: Token) -> tuple[Token, ...]:
    """Give the nouns and names of what "the move" takes up; of a clause its verb as well."""
    before = _sentence_taken_up(noun)
    if before is not None:
        return tuple(t for t in before if t.pos_ in {"NOUN", "PROPN"})
    clause = _clause_taken_up(noun)
    if clause is None:
        return ()
    return (clause, *(t for t in _told_by(clause, noun) if t.pos_ in {"NOUN", "PROPN"}))


def held_before(noun: Token) -> tuple[Token, ...]:
    """Find what land somebody held or took further up in the sentence: "X held *Y* until Z resumed control"."""
    cues = load_cues()
    holding = cues.places_held_by | cues.agents_ruling_verbs
    before = (t for t in reversed(noun.doc[noun.sent.start : noun.i]) if t.pos_ == "VERB")
    held = (objects(verb) for verb in before if verb.lemma_.lower() in holding)
    return next((found for found in held if found), ())


def recognized_before(noun: Token) -> tuple[Token, ...]:
    """Find whom somebody recognised further up in the sentence: "Y recognised *X*, but withdrew its recognition".

    Where "its recognition of Z" says whom, or what, nobody further up is meant.
    """
    if first_child(noun, "poss") is None or any(c.lower_ == "of" for c in noun.children):
        return ()
    before = reversed(noun.doc[noun.sent.start : noun.i])
    verbs = (t for t in before if t.lemma_.lower() in {"recognise", "recognize"} and t.pos_ == "VERB")
    return next((found for verb in verbs if (found := objects(verb))), ())


@lru_cache(maxsize=1024)
def _sentence_taken_up(noun: Token) -> Words | None:
    """Give the sentence before, where "the move" takes up what it tells of land, and nobody is named whose it is."""
    cues = load_cues()
    start = noun.sent.start
    if start == 0 or noun.lemma_.lower() not in cues.presupposed_taken_up:
        return None
    before = sentence_before(noun)
    is_of_land = any(_measures_land(token) for token in before)
    return before if is_of_land and _is_alone(noun) else None


def _measures_land(token: Token) -> bool:
    """Tell whether a word says that land is told of; a name in the plural has no lemma: "the Senkaku *Islands*"."""
    measures, word = load_cues().presupposed_measures, token.lemma_.lower()
    return word in measures or singular(word) in measures


@lru_cache(maxsize=1024)
def _clause_taken_up(noun: Token) -> Token | None:
    """Give the verb of the clause that tells of land, where an apposition takes it up, or "which" behind a noun."""
    cues = load_cues()
    if not _is_bringing_up(noun, cues.presupposed_taken_up | said_nouns()) and not (
        _has_which(noun) and noun.lemma_.lower() not in cues.presupposed_proposed
    ):
        return None
    verb = _verb_above(noun)
    is_of_land = verb is not None and any(map(_measures_land, _told_by(verb, noun)))
    return verb if is_of_land else None


def _is_bringing_up(noun: Token, nouns: Container[str]) -> bool:
    """Tell whether an apposition names what a clause tells: "annexed X, *a move that* Y condemned", "*something*"."""
    is_such = noun.lower_ == "something" or (
        noun.lemma_.lower() in nouns
        and any(c.dep_ == "det" and c.lower_ in _BRINGING_UP for c in noun.children)
    )
    first = noun.left_edge
    return (
        is_such
        and first_child(noun, "relcl", "acl") is not None
        and first.i > noun.sent.start
        and first.nbor(-1).text in INSERTION_MARKS
    )


def _has_which(noun: Token) -> bool:
    """Tell whether "which" opens a clause behind a noun and a comma: it may take up all that is told."""
    clauses = (c.left_edge for c in noun.children if c.dep_ == "relcl")
    return any(first.lower_ == "which" and first.nbor(-1).text == "," for first in clauses if first.i)


def _verb_above(noun: Token) -> Token | None:
    """Give the nearest verb above that has a subject of its own before the noun.

    What the model makes an apposition to a subject, far behind the verb, takes up all the same what that did last.
    """
    for ancestor, _ in zip(noun.ancestors, range(_MAX_CLIMB), strict=False):
        if not is_verb(ancestor) or ancestor.i > noun.i:
            continue
        subjects_ = [c for c in ancestor.children if c.dep_ in SUBJECTS]
        if ancestor.dep_ == "conj" and first_child(ancestor, "auxpass", "agent") is not None:
            return ancestor  # "regained it but *was annexed by* X"
        if any(noun not in c.subtree for c in subjects_):
            return ancestor
        if any(c.i < ancestor.i for c in subjects_):
            joined = (t for t in ancestor.subtree if t.dep_ == "conj" and t.head == ancestor and is_verb(t))
            return max([ancestor, *(t for t in joined if t.i < noun.i)], key=lambda t: t.i)
    return None


def _told_by(verb: Token, noun: Token) -> list[Token]:
    """Give the words of a clause as far as a noun."""
    return [t for t in verb.subtree if t.i <= noun.i]
