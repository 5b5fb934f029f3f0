"""The words that negate a clause or a noun: "not", "no longer", "no state", "neither", "without", "rather than"."""

from collections.abc import Iterator

from kgraph.cues import Cues
from kgraph.propositions.arguments import first_child, is_verb
from kgraph.propositions.clauses import is_yet_to, names_exception, shared_auxiliaries
from kgraph.tokens import Token

__all__ = ["negations"]

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent", "prep", "expl"})
_ENOUGH = frozenset({"adequate", "enough", "sufficient"})
_ALONE = frozenset({"alone", "unique"})
_SINGLE = frozenset({"first", "last", "lone", "only", "sole"})


def negations(token: Token, below: Token | None, cues: Cues) -> Iterator[Token]:
    """Find what negates a word of a path, but for what stands in the argument that the path comes from."""
    for child in token.children:
        if child.lower_ in cues.negation_words and child.dep_ in {"neg", "det", "advmod", "preconj", "cc"}:
            is_of_next = child.lower_ == "nor" and child.i > token.i  # but "*Nor* does X recognise Y"
            denies_more = is_of_next or _is_not_only(child, cues) or _sets_against(child, token)
            denies_more = denies_more or _is_one_of_several(token, below)
            if not denies_more and not _leaves_open(child) and not _is_too_little(token):
                yield child
        elif child.dep_ == "advmod" and (_is_no_longer(child) or _is_hardly(child, cues)):
            yield child
        elif child.dep_ in {"aux", "auxpass"}:  # where the parser hangs the "not" of "was not well defined"
            yield from (c for c in child.children if c.dep_ == "neg")
        elif child.dep_ in _ARGUMENTS and child != below:
            yield from _in_argument(child, cues)
    if token.pos_ == "NOUN" or token.lower_ in cues.negation_pronouns:
        yield from _in_noun(token, cues)
        yield from _as_prefix(token)
    yield from (c for c in shared_auxiliaries(token) if c.dep_ == "neg")
    if token.dep_ == "conj" and is_verb(token):
        yield from (c for c in token.head.children if c.lower_ == "nor" and c.dep_ in {"cc", "preconj"})
    if is_yet_to(token):
        yield from (t.nbor(-1) for t in token.children if t.tag_ == "TO" and t.dep_ == "aux")
    # "there is *no* agreed boundary", "there is *no* treaty signed by X"
    if token.dep_ == "amod" or (token.dep_ == "acl" and first_child(token.head.head, "expl") is not None):
        yield from (c for c in token.head.children if c.dep_ == "det" and c.lower_ == "no")
    if token.dep_ == "relcl":
        yield from _not_among(token.head)
    yield from _before_the_clause(token, cues)


def _not_among(several: Token) -> Iterator[Token]:
    """Find the "not" of who is none of those that do so: "is *not* one of *the states* that recognise X"."""
    preposition = several.head
    if several.dep_ != "pobj" or preposition.lower_ not in {"among", "of"}:
        return
    one = preposition.head
    copula = one.head if one.lower_ == "one" and one.dep_ == "attr" else one
    if copula.lemma_ == "be":
        yield from (c for c in copula.children if c.dep_ == "neg")


def _as_prefix(noun: Token) -> Iterator[Token]:
    """Find the "non" of "their non-recognition of X"."""
    if noun.i > 1 and noun.nbor(-1).text in {"-", "‑"} and noun.nbor(-2).lower_ == "non":
        yield noun.nbor(-2)


def _is_not_only(word: Token, cues: Cues) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in cues.negation_not_before


def _is_one_of_several(copula: Token, said: Token | None) -> bool:
    """Tell whether others do so too: "X was not *the only state* to recognise Y", "is not *alone* in claiming Z"."""
    if said is None or copula.lemma_ != "be":
        return False
    if said.lower_ in _SINGLE or any(c.lower_ in _ALONE and c.dep_ == "acomp" for c in copula.children):
        return True
    return said.dep_ == "attr" and any(c.dep_ == "amod" and c.lower_ in _SINGLE for c in said.children)


def _sets_against(word: Token, noun: Token) -> bool:
    """Tell whether "not" behind a comma denies what follows it alone: "is its territory, *not* that of X"."""
    return noun.pos_ == "NOUN" and word.i > noun.i and word.lower_ == "not" and word.nbor(-1).text == ","


def _leaves_open(word: Token) -> bool:
    """Tell whether "or not" asks, and denies nothing: "*whether or not* X will annex Y", "whether X does or not"."""
    if word.lower_ != "not" or not word.i or word.nbor(-1).lower_ != "or":
        return False
    return any(t.lower_ == "whether" for t in word.doc[word.sent.start : word.i])


def _is_too_little(verb: Token) -> bool:
    """Tell whether "not" denies only that there is enough: "does not have *enough* troops in X"."""
    thing = first_child(verb, "dobj")
    return thing is not None and any(c.lower_ in _ENOUGH for c in thing.children)


def _is_no_longer(adverb: Token) -> bool:
    """Tell whether an adverb is "longer" or "more" with "no" before it, and not "long" after "not"."""
    return adverb.lower_ in {"longer", "more"} and adverb.i > 0 and adverb.nbor(-1).lower_ == "no"


def _is_hardly(adverb: Token, cues: Cues) -> bool:
    """Tell whether an adverb is the "ever" of "hardly ever"."""
    return adverb.lower_ == "ever" and any(c.lower_ in cues.negation_words for c in adverb.children)


def _in_argument(argument: Token, cues: Cues) -> Iterator[Token]:
    """Find the negation inside an argument: "no state", "none of them", "neither A nor B", "by no state"."""
    if argument.dep_ in {"agent", "prep"}:
        yield from (c for c in argument.children if c.lower_ == "neither")
        yield from (g for c in argument.children if _is_occasion(c, cues) for g in _in_noun(c, cues))
        if argument.dep_ == "agent":
            yield from (g for c in argument.children if c.dep_ == "pobj" for g in _in_noun(c, cues))
        return
    yield from _in_noun(argument, cues)


def _is_occasion(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun with "no" denies its clause: "at no time", "under no circumstances"."""
    return noun.dep_ == "pobj" and noun.lemma_.lower() in cues.negation_occasions


def _in_noun(noun: Token, cues: Cues) -> Iterator[Token]:
    is_none = noun.lower_ in cues.negation_pronouns or (noun.lower_ == "little" and noun.left_edge == noun)
    if is_none and not _is_no_more_than(noun):  # "*little* of the border", but "a little of the border"
        yield noun
    yield from (c for c in noun.children if c.dep_ in {"preconj", "cc"} and c.lower_ == "neither")
    yield from (t for t in noun.doc[noun.left_edge.i : noun.i] if t.lower_ == "not" and _is_not_even(t))
    first = noun.left_edge
    if (
        first.dep_ == "det"
        and first.lower_ in {"no", "neither"}
        and noun.pos_ != "VERB"
        and not names_exception(noun)
    ):  # also below its modifiers
        yield first


def _is_no_more_than(pronoun: Token) -> bool:
    """Tell whether "nothing" denies nothing: "the plan is nothing more than", "nothing but"."""
    following = pronoun.nbor(1).lower_ if pronoun.i + 1 < len(pronoun.doc) else ""
    return following in {"more", "less", "but", "other", "short"}


def _is_not_even(word: Token) -> bool:
    """Tell whether "not even", "not a", "not one" denies what is said of the noun: "not even X recognises Y"."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in {"even", "a", "one", "any"}


def _before_the_clause(token: Token, cues: Cues) -> Iterator[Token]:
    """Find what stands before a participle or noun and says that it does not hold: "without", "far from"."""
    if token.dep_ == "advcl":  # "rather than recognise X, it left"
        marks = (c for c in token.children if c.dep_ == "mark" and c.i)
        yield from (c for c in marks if f"{c.nbor(-1).lower_} {c.lower_}" in cues.negation_prepositions)
    first = token
    while first.dep_ == "conj" and first.tag_ == first.head.tag_ == "VBG":
        first = first.head  # "without attacking X or *annexing* Y"
    if first.dep_ not in {"pobj", "pcomp"}:
        return
    preposition = first.head
    if token.lemma_.lower() in cues.negation_manner and preposition.lower_ == "without":
        return
    words = f"{preposition.nbor(-1).lower_} {preposition.lower_}" if preposition.i else ""
    if preposition.lower_ in cues.negation_prepositions or words in cues.negation_prepositions:
        yield preposition
