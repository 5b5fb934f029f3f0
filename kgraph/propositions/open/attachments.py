"""Where a phrase belongs that the parser hung elsewhere, and what is one preposition, one remark, one state."""

from collections.abc import Iterator

from kgraph.propositions.arguments import first_child, has_infinitive
from kgraph.propositions.clauses import is_passive
from kgraph.propositions.open.joint import is_each_other
from kgraph.propositions.open.phrases import Phrase, clause_phrase, plain_phrase
from kgraph.propositions.open.stretches import text_of, together
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = [
    "antecedent_of",
    "further_clauses",
    "goes_on_with_list",
    "is_asked_to_act",
    "is_bare_role",
    "is_denied",
    "is_idiom",
    "is_introduction",
    "joined_preposition",
    "measure_of",
    "preposition_of_three",
    "raised_prepositions",
    "state_of",
]

_WHEN = frozenset({"DATE", "TIME"})
_STATES = frozenset({"be", "become", "get", "have", "remain", "stay"})


def goes_on_with_list(noun: Token, verb: Token) -> bool:
    """Tell whether the parser took the end of a list for an object: "deals with taxes, fraud, *cases of theft*"."""
    first = noun.left_edge
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return first.i > 0 and first.nbor(-1).text == "," and following.dep_ == "prep" and following.head == verb


def raised_prepositions(noun: Token, verb: Token) -> list[Token]:
    """Find the prepositions below a noun that go with the verb: "met X in 1990", "blamed X for leaving"."""
    return [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and _goes_with_verb(c, verb)]


def _goes_with_verb(preposition: Token, verb: Token) -> bool:
    if preposition.lower_ == "as" and preposition.head.dep_ == "pobj":  # "worked in clubs as a singer"
        return verb.lemma_.lower() in open_words().serving
    if is_each_other(preposition.head):  # "accused each other of fraud"
        return True
    if f"{verb.lemma_.lower()} {preposition.lower_}" in open_words().taking:
        return preposition.head.dep_ == "dobj"
    number = preposition.head
    if number.pos_ == "NUM" and preposition.lower_ != "of":  # "arrested *three* after a riot"
        return preposition.i == number.i + 1
    below = first_child(preposition, "pobj", "pcomp")
    if below is None or preposition.lower_ == "of":
        return False
    if below.dep_ == "pcomp":
        return True
    return below.ent_type_ in _WHEN or (preposition.lower_ == "by" and is_passive(verb))


def is_asked_to_act(preposition: Token) -> bool:
    """Tell whether an infinitive follows: "called for *the bank* to pay" does not call for the bank."""
    below = (c for c in preposition.head.children if c.i > preposition.i and c.dep_ in {"advcl", "xcomp"})
    return any(has_infinitive(c) for c in below)


def joined_preposition(preposition: Token) -> tuple[Token, ...]:
    """Give a preposition with what makes one of it, or measures it: "Because of", "two weeks after"."""
    beside = [c for c in preposition.children if abs(c.i - preposition.i) == 1 and not c.children]
    pairs = [c for c in beside if text_of(together([c, preposition])).lower() in open_words().prepositions]
    measures = [
        c for c in preposition.children if c.dep_ == "npadvmod" and c.right_edge.i + 1 == preposition.i
    ]
    return together([preposition], pairs[:1], *(c.subtree for c in measures))


def measure_of(clause: Token) -> tuple[Token, ...]:
    """Give what measures the time to a clause right before its mark: "left *just days* after X came"."""
    mark = first_child(clause, "mark")
    if mark is None or mark.lower_ not in {"after", "before"}:
        return ()
    measures = (c for c in clause.children if c.dep_ == "npadvmod" and c.right_edge.i + 1 == mark.i)
    return next((tuple(c.subtree) for c in measures if c.left_edge == clause.left_edge), ())


def is_denied(preposition: Token) -> bool:
    """Tell whether a second preposition is named to be left out: "to the bay and not to the islands"."""
    return preposition.i > 0 and preposition.nbor(-1).dep_ == "neg"


def state_of(noun: Token) -> Phrase | None:
    """Give what is said to be so of a noun, and not which one is meant: "the two having a match", "it being shut"."""
    for verb in noun.children:
        is_passive_ = any(c.dep_ == "auxpass" and c.lower_ == "being" for c in verb.children)
        is_state = verb.tag_ == "VBG" and verb.lemma_.lower() in _STATES
        is_near = verb.dep_ == "acl" and verb.left_edge.i == noun.i + 1
        if is_near and (is_passive_ or is_state):
            return Phrase(noun, together(plain_phrase(noun).tokens, clause_phrase(verb).tokens))
    return None


def antecedent_of(pronoun: Token, verb: Token) -> Token | None:
    """Give the noun that a relative pronoun behind a preposition stands for: "the *town* in which he lived"."""
    if pronoun.lower_ not in {"which", "whom", "where"}:
        return None
    while verb.dep_ in {"xcomp", "conj", "acomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.i < pronoun.i else None


def preposition_of_three(noun: Token, preposition: Token) -> Token | None:
    """Find the "of" that makes one preposition of three words: "in honour of", "on top of", "in line with"."""
    below = next((c for c in noun.children if c.i == noun.i + 1 and c.dep_ == "prep"), None)
    is_bare = (
        noun.tag_ == "NN" and noun.i == preposition.i + 1 and preposition.lower_ in {"in", "on", "by", "at"}
    )
    if below is None or not is_bare or first_child(below, "pobj") is None:
        return None
    words = f"{preposition.lower_} {noun.lower_} {below.lower_}"
    return below if below.lower_ in {"of", "to"} or words in open_words().prepositions else None


def is_idiom(verb: Token, noun: Token) -> bool:
    """Tell whether verb and object are one predicate: "took place in June", "lays claim to the islands"."""
    is_bare = not any(True for _ in noun.lefts)
    return is_bare and f"{verb.lemma_.lower()} {noun.lower_}" in open_words().idioms


def is_introduction(noun: Token, verb: Token) -> bool:
    """Tell whether a phrase in front says what the subject is: "A Democrat, he became the mayor"."""
    first, after = noun.left_edge, noun.right_edge.i + 1
    is_followed = after < len(noun.doc) and noun.doc[after].text == ","
    is_in_front = noun.i < verb.i and is_followed and noun.dep_ in {"npadvmod", "dep", "nsubj"}
    is_described = first.dep_ == "det" and first.lower_ in {"a", "an"} and noun.pos_ == "NOUN"
    is_time = any(t.ent_type_ in _WHEN or t.lemma_ in open_words().periods for t in noun.subtree)
    # "closed it, a step that hurt"
    is_behind = noun.i > verb.i and first.i > 0 and first.nbor(-1).text == ","
    return (is_in_front or is_behind) and is_described and not is_time


def is_bare_role(noun: Token) -> bool:
    """Tell whether a noun says what is told of a subject towards another, as an adjective does: "is *home* to X"."""
    if noun.dep_ != "attr" or noun.tag_ != "NN" or noun.lefts or noun.i + 1 >= len(noun.doc):
        return False
    following = noun.nbor(1)
    return following.lower_ == "to" and following.head == noun and following.dep_ == "prep"


def further_clauses(clause: Token) -> Iterator[Token]:
    """Give the words of the clauses that go on with subjects of their own: "after he left *and she came*"."""
    for child in clause.children:
        if child.dep_ == "conj" and first_child(child, "nsubj", "nsubjpass") is not None:
            yield from child.subtree
