"""What a noun is said of: "A is *part* of", "A, *part* of B,", "Once *part* of B, A became"."""

from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, is_verb
from kgraph.propositions.clauses import is_passive, objects, subjects
from kgraph.propositions.nominals.possessors import MODIFIERS
from kgraph.times import is_year
from kgraph.tokens import Token

__all__ = [
    "apposed_to",
    "appositions",
    "predicated_of",
]

_OPENING = frozenset({"a", "formerly", "long", "now", "once", "still", "the"})  # before what a subject is
_WHEN = frozenset({"after", "before", "during", "following", "since"})  # open a time, which is of who acts
_MAX_DATE = 4  # words: "in", a day, a month, a year
# What becomes of a noun that says what the subject behind it is.
_FRONTED = frozenset({"advcl", "dep", "npadvmod", "nsubj", "nsubjpass", "pobj"})


def predicated_of(noun: Token) -> tuple[Token, ...]:
    """Give what a noun is said of."""
    first = first_conjunct(noun)
    if first.head == first:
        return ()
    if first.dep_ == "pobj":
        return _said_of(first.head.head, first.head)
    return _small_clause_subject(first, first.head)


def _said_of(governor: Token, preposition: Token) -> tuple[Token, ...]:
    """Find what stands under, in, within: the noun before the preposition, or the subject or object of its verb."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        if (called := _called_so(governor)) is not None:
            return objects(called)
        aside = _name_before(preposition) if governor.dep_ == "ROOT" else ()
        return aside or (conjuncts(governor) if governor.i < preposition.i else ())
    if is_verb(governor):
        before = tuple(t for t in subjects(governor) if t.i < preposition.i < governor.i)
        if preposition.lower_ in _WHEN and not is_passive(governor):
            return _name_before(preposition) or subjects(governor)  # "seized X *after* a war with Y"
        return _name_before(preposition) or before or objects(governor) or subjects(governor)
    if governor.pos_ == "ADJ" and is_verb(governor.head):
        return subjects(governor.head)
    return ()


def _called_so(noun: Token) -> Token | None:
    """Give the verb that takes its object for what a noun says: "regards X as *land* under occupation"."""
    preposition = noun.head
    is_as = noun.dep_ == "pobj" and preposition.lower_ == "as" and is_verb(preposition.head)
    return preposition.head if is_as and objects(preposition.head) else None


def _name_before(preposition: Token) -> tuple[Token, ...]:
    """Find the name that an aside is of: "sailed through New Orleans, *then under Spanish rule*"."""
    edge = preposition.left_edge
    if edge == preposition or edge.i < 2 or edge.nbor(-1).text != ",":
        return ()
    return (edge.nbor(-2),) if edge.nbor(-2).pos_ == "PROPN" else ()


def _small_clause_subject(noun: Token, governor: Token) -> tuple[Token, ...]:
    """Find A in "A is part of", "considers A part of", "A, part of B,"."""
    own = first_child(noun, "nsubj", "nsubjpass")
    if own is not None:
        return conjuncts(own)
    if noun.dep_ == "appos":
        return conjuncts(governor)
    if noun.dep_ == "attr":
        return () if first_child(governor, "expl") is not None else subjects(governor)  # "*there* is a state"
    if noun.dep_ == "nsubj" and governor.lemma_.lower() == "be":  # "the administrator of the islet is *X*"
        said = first_child(governor, "attr")
        return conjuncts(said) if said is not None and said.pos_ == "PROPN" else ()
    if noun.dep_ in {"oprd", "dobj", "ccomp"}:
        others = tuple(t for t in objects(governor) if t != noun)
        joined = (c for c in noun.children if c.dep_ == "compound" and c.pos_ in {"NOUN", "PROPN"})
        return others or tuple(joined)
    return ()


def apposed_to(noun: Token) -> tuple[Token, ...]:
    """Give what a noun is an apposition of, or the subject behind it that it says more of.

    So does one joined to an apposition: "Eritrea, once a colony and then *a province* of Ethiopia".
    """
    first = first_conjunct(noun)
    is_joined = (
        not any(t.text == "," for t in noun.doc[first.i : noun.i]) and noun.pos_ == first.pos_ == "NOUN"
    )
    if first.dep_ == "appos" and (first == noun or is_joined):
        return (first.head,)
    return _subject_behind(noun)


def _subject_behind(noun: Token) -> tuple[Token, ...]:
    """Give X of "Once part of Y, *X* became", "A colony until then, *X*", where the subject follows what it is."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "once" else noun.head
    is_fronted = noun.dep_ in _FRONTED and is_verb(above) and above.i > noun.i
    if not is_fronted or not all(_may_open(t, noun) for t in noun.doc[noun.sent.start : noun.i]):
        return ()
    told = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and c != noun), None)
    if told is None or told.left_edge.i <= noun.right_edge.i or not _is_behind_comma(told.left_edge):
        return ()
    return (told,)


def _is_behind_comma(first: Token) -> bool:
    """Tell whether a comma stands before a word, or before a date that it stands behind: ", *by 1815* Guyana"."""
    before = first.doc[max(0, first.i - _MAX_DATE - 1) : first.i]
    date = next((before[at + 1 :] for at in reversed(range(len(before))) if before[at].text == ","), None)
    return date is not None and (not len(date) or (date[0].pos_ == "ADP" and is_year(date[-1].text)))


def _may_open(word: Token, noun: Token) -> bool:
    """Tell whether a word may stand before what opens a sentence: "*Once a British* colony", "*Most recently* part"."""
    return word.lower_ in _OPENING or word.dep_ == "advmod" or (word.head == noun and word.dep_ in MODIFIERS)


def appositions(noun: Token) -> tuple[Token, ...]:
    """Give what stands beside a noun and says more of it: "Ceuta, *a port*"."""
    return tuple(t for c in noun.children if c.dep_ == "appos" for t in conjuncts(c))
