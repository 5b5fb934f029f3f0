"""How relative clauses are built, and next to what they stand; whom they are about is found beside the subjects."""

from collections.abc import Mapping

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    opens_with_that,
    prepositional_objects,
)
from kgraph.propositions.clauses.verb_forms import SUBJECTS
from kgraph.tokens import Token

__all__ = [
    "RELATIVE",
    "both_before",
    "cleft_copula",
    "free_relative_of",
    "has_relative_object",
    "is_added",
    "is_aim_of_zero_relative",
    "is_of_all_subjects",
    "is_plural",
    "is_ranked",
    "is_singled",
    "is_zero_relative",
    "name_before_which",
    "object_singled_out",
    "one_of",
    "prepositions_singled_out",
    "relative_going_on",
    "relative_read_as_subject",
    "right_before",
    "second_object",
    "singled_out",
]

RELATIVE = frozenset({"who", "which", "that", "whom"})
_PLURAL, _SINGULAR = frozenset({"are", "were", "have"}), frozenset({"is", "was", "has"})
# What somebody means or fails to do with a thing: "a step X *refuses* to recognise".
_AIMING = frozenset(
    """
    agree aim attempt continue decline fail hope intend plan refuse seek threaten try vow want wish
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ADDED = frozenset({"adjacent", "its", "other", "surrounding", "their"})
_OWN = frozenset({"ours", "own", "theirs"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
_RANKS = _ORDINALS | {"last", "latest", "only", "sole"}


def second_object(verb: Token) -> Token | None:
    """Give what a relative object is said to be: "its own" of "islands which X considers *its own*"."""
    before = [c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i and c.lower_ in RELATIVE]
    before = before or [c for c in (relative_read_as_subject(verb),) if c is not None]
    after = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if after and after[0].lower_ in _OWN:
        before = before or [c for c in verb.children if _is_marking(c)]
    return after[0] if before and after else None


def _is_marking(word: Token) -> bool:
    """Tell whether the model took a relative pronoun for a conjunction: "reefs *that* Vietnam considers its own"."""
    clause = word.head
    is_mark = word.lower_ == "that" and word.dep_ == "mark" and clause.dep_ == "relcl"
    return is_mark and word.i == clause.left_edge.i and first_child(clause, "nsubj") is not None


def relative_read_as_subject(verb: Token) -> Token | None:
    """Find the object that the model took for a second subject: "Kuwait, *which* Iraq considers its province"."""
    if verb.dep_ != "relcl":
        return None
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    is_second = len(found) > 1 and found[0].lower_ in RELATIVE
    return found[0] if is_second else None


def both_before(verb: Token) -> Token | None:
    """Find the subject of a relative clause that the model takes for nothing: "Kashmir, which *both* claim"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start and verb.dep_ == "relcl" else verb
    is_both = before.lower_ == "both" and before.head == verb and before.dep_ in {"dep", "det", "appos"}
    return (
        before if is_both and any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.children) else None
    )


def has_relative_object(verb: Token) -> bool:
    """Tell whether the pronoun of a relative clause is its object though it was read as a subject."""
    return both_before(verb) is not None or relative_read_as_subject(verb) is not None


def relative_going_on(verb: Token) -> Token | None:
    """Give the relative clause that a verb goes on with, where the parser hung it on a main verb of another number.

    So in "the row over the islands, *which* were seized by X and *are* still claimed by Y".
    """
    finite = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    main = first_child(verb.head, *SUBJECTS)
    if main is None or len(conjuncts(main)) > 1 or main.tag_ not in {"NN", "NNP", "NNS"}:
        return None
    differs = _PLURAL if main.tag_ != "NNS" else _SINGULAR
    clauses = (t for t in verb.doc[verb.head.i : verb.i] if t.dep_ == "relcl")
    told = [t for t in clauses if any(c.dep_ in SUBJECTS and c.lower_ in RELATIVE for c in t.children)]
    return told[-1] if told and finite & differs else None


def is_ranked(noun: Token) -> bool:
    """Tell whether an infinitive after a noun says what the noun does: "the only country to recognise X"."""
    ranks = (c for c in noun.children if c.dep_ in {"amod", "nummod"})
    return any(
        c.lower_ in _RANKS or c.tag_ == "JJS" for c in ranks
    )  # "X, the *largest* state that recognises Y"


def is_singled(noun: Token) -> bool:
    """Tell whether a clause after a noun is of one who is named: "X is the only country that", "one of those that"."""
    return is_ranked(noun) or one_of(noun) is not None or _is_one_of_some(noun)


def _is_one_of_some(noun: Token) -> bool:
    """Tell whether the parser hung the clause on "one" itself: "X is *one* of the few states to recognise Y"."""
    return (
        noun.lower_ == "one"
        and noun.dep_ in {"appos", "attr"}
        and any(c.lower_ == "of" for c in noun.children)
    )


def one_of(group: Token) -> Token | None:
    """Give "one" of "X is one *of the states* that", the verb of "X is *among the states* that"."""
    above = group.head.head
    if group.dep_ != "pobj" or above == group.head:
        return None
    is_one = group.head.lower_ == "of" and above.lower_ == "one"
    is_among = group.head.lower_ == "among" and above.lemma_.lower() == "be"
    return above if is_one or is_among else None


def is_added(last: Token, clause: Token) -> bool:
    """Tell whether a plural at the end of a list is of the same sort: "A, B *and the adjacent waters*, which are"."""
    is_alike = last.tag_ == "NNPS" or any(c.lower_ in _ADDED for c in last.children)
    return is_alike and clause.doc[clause.left_edge.i - 1].text == ","


def right_before(clause: Token) -> Token | None:
    """Give the name right before a relative clause that the parser hung further off: "held by *X*, to which Y ceded".

    What belongs to the noun that it hung the clause on stays with that: "the islands of X, which".
    """
    first = clause.left_edge
    before = first.nbor(-2) if first.i >= 2 and first.nbor(-1).text == "," else first
    is_relative = any(t.lower_ in RELATIVE for t in clause.doc[first.i : first.i + 2])
    if not is_relative or before.pos_ != "PROPN" or before.i <= clause.head.i:
        return None
    return None if clause.head.is_ancestor(before) else before


def name_before_which(verb: Token) -> Token | None:
    """Give X of "the union of X, *which* had been a colony": the parser hangs the clause on the noun before."""
    first = verb.left_edge
    if first.lower_ != "which" or first.i < 2 or first.nbor(-1).text != "," or verb.head.pos_ != "NOUN":
        return None
    name = first.nbor(-2)
    is_of_head = name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head == verb.head
    is_place = verb.head.lemma_.lower() in load_cues().places_nouns  # "the islands of X, which"
    return name if name.pos_ == "PROPN" and is_of_head and not is_place else None


def is_plural(verb: Token) -> bool:
    """Tell whether a finite verb has the form of a plural."""
    finite = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.lower_ in _PLURAL or t.tag_ == "VBP" for t in finite)


def cleft_copula(clause: Token) -> Token | None:
    """Give "was" of "It *was* X and Y that occupied the islands": the clause says of whom something holds."""
    noun = first_conjunct(clause.head)
    copula = noun.head if noun.dep_ == "attr" and clause.dep_ == "relcl" else clause.head
    subject = first_child(copula, "nsubj", "expl")
    is_it = subject is not None and subject.lower_ == "it" and copula.lemma_.lower() == "be"
    is_told = is_it and clause.dep_ in {"ccomp", "relcl", "advcl"}
    return copula if is_told and first_child(copula, "attr") is not None else None


def singled_out(copula: Token) -> tuple[Token, ...]:
    """Give X of "it is X that"; of "it was not X but Y that" Y alone."""
    named = tuple(t for c in copula.children if c.dep_ == "attr" for t in conjuncts(c))
    is_contrast = first_child(copula, "neg") is not None and any(
        c.lower_ == "but" for t in named for c in t.children
    )
    return named[1:] if is_contrast else named


def object_singled_out(verb: Token) -> tuple[Token, ...]:
    """Give X of "it was *X* that Y occupied", where the clause has a subject of its own and no object."""
    copula = cleft_copula(verb)
    is_told = opens_with_that(verb)
    if copula is None or not is_told or first_child(verb, "nsubj") is None:
        return ()
    return tuple(t for t in singled_out(copula) if t.pos_ == "PROPN")


def prepositions_singled_out(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give what stands after the preposition of "it was *by X* that Y was occupied"."""
    copula = verb.head
    is_told = verb.dep_ == "ccomp" and copula.lemma_.lower() == "be" and copula.i < verb.i
    mark, subject = first_child(verb, "mark"), first_child(copula, "nsubj", "expl")
    if not is_told or mark is None or mark.lower_ != "that" or subject is None or subject.lower_ != "it":
        return {}
    return prepositional_objects(copula)


def free_relative_of(pronoun: Token, clause: Token) -> tuple[Token, ...]:
    """Give what "what" is said to be: "*What* China wants is *the return* of Taiwan"."""
    copula = clause.head
    is_free = pronoun.lower_ == "what" and clause.dep_ == "csubj" and copula.lemma_.lower() == "be"
    said = first_child(copula, "attr") if is_free else None
    return conjuncts(said) if said is not None else ()


def is_zero_relative(verb: Token) -> bool:
    """Tell whether the modified noun is the verb's object: "land they want", "claims both make to the islands"."""
    if verb.dep_ == "acl" and opens_with_that(verb):
        return False  # "the fact *that* X broke away"
    subject = first_child(verb, "nsubj")
    if subject is None or any(c.dep_ == "nsubj" and c.lower_ in RELATIVE for c in verb.children):
        return False
    if first_child(verb, "xcomp", "ccomp", "attr", "acomp") is not None:
        return False
    if any(c.lower_ == "whose" for c in subject.children):  # "X, *whose* troops clashed with Y"
        return False
    if any(c.tag_ == "WRB" for c in verb.children):  # "where it returned to growth"
        return False
    prepositions = [c for c in verb.children if c.dep_ == "prep"]
    if any(t.lower_ in RELATIVE for p in prepositions if p.i < verb.i for t in p.children):
        return False  # "the war in which X lost to Y"
    return all(first_child(p, "pobj", "pcomp", "prep") is not None for p in prepositions)


def is_aim_of_zero_relative(verb: Token) -> bool:
    """Tell whether the modified noun is the object of an infinitive: "a step X refuses *to recognise*"."""
    first = verb.head
    if verb.dep_ != "xcomp" or first.dep_ != "relcl" or first.lemma_.lower() not in _AIMING:
        return False
    named = first_child(first, "nsubj")
    if named is None or any(t.lower_ in RELATIVE or t.tag_ in {"WDT", "WRB"} for t in first.subtree):
        return False
    beside = (c for each in (first, verb) for c in each.children)
    return not any(c.dep_ in {"ccomp", "dobj", "prep", "xcomp"} for c in beside if c != verb)


def is_of_all_subjects(last: Token, clause: Token) -> bool:
    """Tell whether a clause set off behind a list of subjects is of them all: "*A and B*, which X occupied, are".

    It is not where the first has a clause of its own: "A, which X occupied, and *B*, which Y lost, are".
    """
    first = first_conjunct(last)
    if any(c.dep_ == "relcl" and c.i < last.i for c in first.children):
        return False
    is_list = last.dep_ == "conj" and first.dep_ in SUBJECTS and first.pos_ == last.pos_ == "PROPN"
    pronoun = clause.left_edge
    is_set_off = pronoun.lower_ in {"which", "who"} and pronoun.i == last.i + 2
    return is_list and is_set_off and (pronoun.dep_ == "dobj" or not _is_singular(clause))


def _is_singular(verb: Token) -> bool:
    """Tell whether a verb has the form of a singular: "A and B, which *borders* C"."""
    return any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (verb, *verb.children))
