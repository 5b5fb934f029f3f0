"""The subjects that stand with their verb, also those that the parser took for something else."""

from kgraph.propositions.arguments import conjuncts, governed
from kgraph.propositions.clauses.relative_clauses import relative_read_as_subject
from kgraph.propositions.clauses.verb_forms import SUBJECTS
from kgraph.tokens import Token

__all__ = ["OBJECT_MISREAD", "TIMES", "misread_subject", "name_joined_to", "names_exception", "own_subjects"]

# The small model takes a rare name after a verb for an adverb.
OBJECT_MISREAD = frozenset({"advmod", "npadvmod", "dep"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
TIMES = frozenset({"DATE", "TIME"})
_EXCEPTING = frozenset({"apart from", "besides", "except", "other than", "save"})
_CLAUSE_OPENING = frozenset({"after", "before", "since", "until"})


def misread_subject(verb: Token) -> tuple[Token, ...]:
    """Find the subject that the parser took for something else: a rare name for an adverb ("*Nauru* cut ties").

    So it does with the name after "since" where a time stands between: "since *Moscow* last year recognised it".
    """
    if verb.tag_ not in _FINITE or verb.dep_ == "relcl":
        return ()
    at = verb.i - 1
    while at > verb.sent.start and _says_when(verb.doc[at]):
        at -= 1
    name = verb.doc[max(at, 0)]
    if name.tag_ not in {"NNP", "NNPS"} or name.ent_type_ in TIMES or name.i >= verb.i:
        return ()
    is_adverb = name.head == verb and name.dep_ in OBJECT_MISREAD
    is_after = name.dep_ == "pobj" and name.head.lower_ in _CLAUSE_OPENING and verb.dep_ == "conj"
    return conjuncts(name) if is_adverb or (is_after and name.i + 1 < verb.i) else ()


def own_subjects(verb: Token) -> list[Token]:
    """Find the subjects that hang on the verb itself, left to right; no object that was taken for one."""
    object_ = relative_read_as_subject(verb)
    subjects_ = (c for c in verb.children if c.dep_ in SUBJECTS and c != object_)
    return [t for child in subjects_ for t in _excepted(child) or conjuncts(child)]


def names_exception(noun: Token) -> bool:
    """Tell whether somebody is named for whom what is denied holds: "no country *except* X", "none *other than* X"."""
    return any(_is_excepting(t) for t in noun.subtree if t.i > noun.i)


def _is_excepting(word: Token) -> bool:
    before = word.nbor(-1).lower_ if word.i else ""
    return word.lower_ in _EXCEPTING or f"{before} {word.lower_}" in _EXCEPTING


def _excepted(subject: Token) -> list[Token]:
    """Give X of "no country except X": it alone does what is denied of the others."""
    if subject.left_edge.lower_ != "no":
        return []
    found = (c for c in subject.children if _is_excepting(c))
    return [t for c in found for t in governed(c)]


def name_joined_to(verb: Token) -> list[Token]:
    """Find the subject that the model took for a part of the verb, which it may take for a noun: "*Turkey* rejects"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    is_joined = before.dep_ == "compound" and before.head == verb and before.pos_ == "PROPN"
    return [before] if is_joined and verb.tag_ in {"VBD", "VBG", "VBP", "VBZ"} else []


def _says_when(token: Token) -> bool:
    """Tell whether a word is an adverb or belongs to a time such as "last year"."""
    noun = token.head if token.dep_ in {"amod", "det", "nummod"} else token
    return token.pos_ == "ADV" or (noun.dep_ == "npadvmod" and noun.pos_ == "NOUN")
