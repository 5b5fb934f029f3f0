"""What a verb says of others without being said again: "X claims it, *as does Y*", "X has signed it, but *Y has not*".

Of the second it says the same or the contrary; the contrary, too, in "recognises X *but not Y*", "by X *but not by Y*";
the same in "seceded in June, *followed by Y*", in "signed in May, and *Y followed* in June", and in a sentence of its
own: "X recognised it in May. *Y had done so* in April".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, governed, is_passed_over, verb_above
from kgraph.propositions.clauses import is_passive, subjects
from kgraph.propositions.clauses.verb_forms import SUBJECTS
from kgraph.propositions.denials import find_denials
from kgraph.propositions.scopes import reach_of
from kgraph.tokens import Token

__all__ = ["Echo", "echoes_of", "is_followed"]

_SHORT = frozenset({"be", "do", "have"})
_CLAUSES = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis", "xcomp"})
_TURNING = frozenset({"as", "neither", "nor", "so"})  # open a clause whose subject follows the verb
_UNSAID = frozenset({"if", "lest", "than", "till", "unless", "until", "whether"})
_LEAVING_OUT = frozenset({"not", "than"})
_IMITATED = frozenset({"example", "it", "lead", "suit"})  # "Y followed *suit*", "Y followed *its lead*"
_FOLLOWED = frozenset({"followed", "joined"})
_OF_TIMES = frozenset({"after", "before", "during", "for", "since", "until"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DENYING = frozenset({"neither", "nor"})
_CLOSING = frozenset({"also", "either", "likewise", "neither", "so", "too"})
_SAME = frozenset({"likewise", "same", "so"})
_BESIDE = frozenset({"advmod", "cc", "mark", "neg", "npadvmod", "preconj", "punct", "tmod"})
_ELSEWHERE = frozenset({"for", "in", "to", "with"})  # "did the same *in Crimea*": not the same, then
_MAX_BEHIND = 60  # words between a verb and what stands for it
_MAX_CHAIN = 8  # clauses


@dataclass(frozen=True, slots=True)
class Echo:
    """Of what else a verb says the same or the contrary: in which role that stands."""

    role: str
    named: tuple[Token, ...]
    is_contrary: bool
    doing_so: Token | None = None  # where it may be no more than possible: "threatens to *do so*"


def echoes_of(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> tuple[Echo, ...]:
    """Give of what else a verb speaks, left to right.

    Args:
        verb: an infinitive has the short verbs of the one above it: "*refuses* to recognise X, as does Y".
        argument: gives the heads of one of its arguments.
    """
    clause = _governing(verb)
    short, following, denies = _signs(clause.sent[0])
    echoes = (echo for token in (*short, *_next_root(clause)) for echo in _echo(token, clause))
    after = (echo for token in following for echo in _after(token, clause))
    return (*echoes, *after, *(_denied(verb, argument) if denies else ()))


@lru_cache(maxsize=256)
def _signs(first: Token) -> tuple[tuple[Token, ...], tuple[Token, ...], bool]:
    """Give of the sentence with this first word what may stand for a verb, and whether one may be denied.

    That is a short verb, or a participle that tells who did the same later.
    """
    words = tuple(first.sent)
    may_be = (t for t in words if t.dep_ in _CLAUSES | {"compound"} or _is_in_summary(t))
    short = (t for t in may_be if _is_short(t))
    said = (t for t in short if not any(c.dep_ == "mark" and c.lower_ in _UNSAID for c in t.children))
    return tuple(said), tuple(filter(is_followed, words)), any(t.lower_ in _LEAVING_OUT for t in words)


def _next_root(clause: Token) -> Iterator[Token]:
    """Give the main verb of the next sentence where it stands for that of a clause: "Y had *done* so in April"."""
    end = clause.sent.end
    if clause.dep_ == "ROOT" and end < len(clause.doc):
        root = clause.doc[end].sent.root
        if (root.lemma_.lower() == "do" and _does_so(root)) or _follows(root):
            yield root


def is_followed(token: Token) -> bool:
    """Tell whether a participle behind a comma tells who did the same: "left in May, *followed* in June by Y"."""
    if token.lower_ not in _FOLLOWED or not token.i or token.nbor(-1).text != ",":
        return False
    return any(c.lower_ == "by" for c in token.children)


def _after(token: Token, clause: Token) -> Iterator[Echo]:
    """Give who did as the clause says, by name: "followed by *Y*", "by Z *province*", and not "followed by talks"."""
    named = tuple(t for c in token.children if c.lower_ == "by" for t in governed(c) if _is_named(t))
    if verb_above(token) == clause and named and not is_passive(clause):
        yield Echo("subject", named, is_contrary=False)


def _is_named(token: Token) -> bool:
    """Tell whether a word is a name, or a land's noun with its name before it."""
    is_land = token.lemma_.lower() in load_cues().places_nouns
    return token.pos_ == "PROPN" or (
        is_land and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
    )


def _is_short(token: Token) -> bool:
    """Tell whether a word is a short verb; the model may make it one with the name: "as *do* Guatemala and Belize"."""
    if token.dep_ == "compound":
        return token.lemma_.lower() == "do" and token.i > 0 and token.nbor(-1).lower_ in _TURNING
    return token.lemma_.lower() in _SHORT or token.tag_ == "MD" or _follows(token)


def _follows(token: Token) -> bool:
    """Tell whether a verb says that others did as was told: "and Y *followed* in 1839", "Y *followed* suit"."""
    if token.lemma_.lower() != "follow" or token.pos_ != "VERB" or is_passive(token):
        return False
    behind = (c for c in token.children if c.dep_ in {"dobj", "prep", "xcomp", "ccomp"})
    return all(c.lower_ in _IMITATED or _says_when(c) or _is_dated(c) or _leads(c) for c in behind)


def _leads(phrase: Token) -> bool:
    """Tell whether a phrase is "in which": "a decision *in which* only X has followed it"."""
    return phrase.lower_ == "in" and any(c.lower_ == "which" for c in phrase.children)


def _is_in_summary(verb: Token) -> bool:
    """Tell whether a clause tells more of what was told: "recognised X, *a decision* in which Y has followed it"."""
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in load_cues().deeds_summing


def _gapped(token: Token) -> Iterator[Token]:
    """Give who followed later, without a verb: "X followed in 1839, and *Y* in 1840"."""
    if _follows(token):
        yield from (c for c in token.children if c.dep_ == "conj" and c.pos_ == "PROPN")


def _is_dated(phrase: Token) -> bool:
    """Tell whether a phrase gives a date: "followed *in 1839*", "did so *in April*"."""
    names = load_cues().calendar_names
    return phrase.lower_ in {"in", "on"} and any(t.like_num or t.lower_ in names for t in phrase.subtree)


def _echo(token: Token, clause: Token) -> Iterator[Echo]:
    is_near = clause.i < token.i < clause.i + _MAX_BEHIND
    if not is_near or (token.dep_ != "ROOT" and _meant(token) != clause):
        return
    if _follows(token) and clause.lemma_.lower() not in load_cues().deeds_imitated:
        return
    named = (*_doing_so(token), *_gapped(token)) or _said_of(token, clause)
    if named:
        is_denied = len(find_denials(reach_of(token).steps)) % 2 == 1 or token.nbor(-1).lower_ in _DENYING
        is_of_doer = not is_passive(clause) or (_follows(token) and first_child(clause, "agent") is not None)
        role = "subject" if is_of_doer else "object"
        is_contrary = is_denied != any(c.dep_ == "neg" for c in clause.children)
        yield Echo(role, named, is_contrary, token if _does_so(token) or _follows(token) else None)


def _denied(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> Iterator[Echo]:
    """Give what is named to be left out: "by X *but not by Y*", "recognises X *but not Y*"."""
    for role in ("subject", "object"):
        fellows = (c for t in argument(role) for c in t.children if c.dep_ == "conj" and c.pos_ in _NOMINAL)
        if left_out := tuple(c for c in fellows if is_passed_over(c) or first_child(c, "neg") is not None):
            yield Echo(role, tuple(t for c in left_out for t in conjuncts(c)), is_contrary=True)
    for by in verb.children if is_passive(verb) else ():
        if by.lower_ == "by" and by.i > verb.i and by.nbor(-1).lower_ == "not":
            yield Echo("subject", tuple(t for c in by.children for t in conjuncts(c)), is_contrary=True)


def _meant(token: Token) -> Token | None:
    """Give the verb that a short one stands for: the last before it in the sentence that it hangs on."""
    if _is_in_summary(token):  # "X recognised Y, a step in which Z followed it"
        return token.head.head
    own = token.head if token.dep_ == "compound" else _governing(token)  # "has *declined* to do so"
    above = own.head
    for _ in range(_MAX_CHAIN):
        if above.lemma_.lower() not in _SHORT or above.head == above:
            break
        above = above.head
    for _ in range(_MAX_CHAIN):
        joined = (c for c in above.children if c.dep_ == "conj" and c.pos_ == "VERB")
        later = [c for c in joined if above.i < c.i < own.i]
        if not later:
            break
        above = later[-1]
    return above if above.pos_ == "VERB" and above.i < own.i else None


def _governing(verb: Token) -> Token:
    """Give the verb above an infinitive, however many stand between: "*refuses* to agree to recognise"."""
    while verb.dep_ == "xcomp" and verb.head != verb:
        verb = verb.head
    return verb


def _doing_so(token: Token) -> tuple[Token, ...]:
    """Give who "does so", "does likewise" or "does the same", and to nobody else."""
    around = (c for c in token.children if c.dep_ in {"dative", "prep"} and not _is_dated(c))
    is_elsewhere = any(c.lower_ in _ELSEWHERE for c in around)
    return subjects(token) if _follows(token) or (_does_so(token) and not is_elsewhere) else ()


def _does_so(token: Token) -> bool:
    if token.lemma_.lower() != "do" or token.i + 1 >= len(token.doc):
        return False
    behind = (c for c in token.children if c.i > token.i and c.dep_ in {"advmod", "dobj"})
    return token.nbor(1).lower_ == "so" or any(c.lower_ in _SAME for c in behind)  # "so the day before"


def _said_of(token: Token, clause: Token) -> tuple[Token, ...]:
    """Give of whom a short verb says what the clause says; nobody where it has a complement of its own."""
    if token.dep_ == "compound":
        return conjuncts(token.head)
    is_turned = token.nbor(-1).lower_ in _TURNING
    labels = {*SUBJECTS, *({"attr", "dobj"} if is_turned else ())}
    named = [c for c in token.children if c.dep_ in labels and (c.i > token.i) == is_turned]
    others = [c for c in token.children if c not in named and c.dep_ not in _BESIDE]
    if len(named) != 1 or not _agree(token, clause):
        return ()
    is_bare = all(is_turned and _says_when(c) for c in others)
    is_short = is_turned or all(_may_close(c) for c in token.children if c.i > token.i)
    return conjuncts(named[0]) if is_bare and is_short else ()


def _says_when(phrase: Token) -> bool:
    """Tell whether a phrase says when: what is true elsewhere is not the same ("as did Iraq *from Basra*")."""
    is_time = phrase.lower_ in _OF_TIMES or any(c.pos_ == "NUM" for c in phrase.children)
    return phrase.dep_ == "prep" and is_time


def _may_close(word: Token) -> bool:
    return word.dep_ in {"neg", "punct"} or word.lower_ in _CLOSING


def _agree(token: Token, clause: Token) -> bool:
    """Tell whether a short verb can stand for the clause: "is" for what is done to somebody, "has" for "has signed"."""
    helping = {c.lemma_.lower() for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    lemma = token.lemma_.lower()
    if lemma == "do":
        return not helping & {"be", "have"}
    return lemma in helping or (lemma == "be" and clause.lemma_.lower() == "be")
