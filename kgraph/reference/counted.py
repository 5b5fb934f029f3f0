"""How many a noun stands for: "both sides", "the three countries", "the two regions", "neither island"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import is_definite, prepositional_objects
from kgraph.reference.phrases import MUTUAL, is_mutual
from kgraph.reference.told_apart import is_bare
from kgraph.text.numerals import NUMERALS
from kgraph.tokens import Token

__all__ = ["are_any_two", "counted_places", "counted_states", "is_counted", "stands_for_two"]

_UNDECIDED = frozenset({"neighboring", "neighbouring", "opposing", "rival", "two", "warring"})
_OF_THOSE_TOLD_OF = frozenset({"all", "both", "each", "either", "neither", "the", "their", "these", "those"})
_EITHER = frozenset({"both", "either", "neither"})
_COUNTS = {word: number for word, number in NUMERALS.items() if 2 <= number <= 9}
_LEADERS = frozenset({"king", "leader", "minister", "president"})
_ALL = frozenset({"all", "rival", "the", "these", "those"})


def is_counted(token: Token) -> bool:
    """Tell whether a number stands before a plural: "the thirteen states"."""
    return token.tag_ in {"NNS", "NNPS"} and any(c.dep_ == "nummod" for c in token.children)


def counted_states(token: Token) -> int:
    """Give how many "the three countries", "all four" are; 0 where no number is told, or more than nine."""
    before = [c for c in token.children if c.i < token.i]
    if token.tag_ == "CD" and token.dep_ not in {"nummod", "quantmod"}:
        is_told = not any(c.lower_ in _ALL for c in before) or not _are_of_them(token)
        return 0 if is_told else _COUNTS.get(token.lower_, 0)
    cues = load_cues()
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or lemma not in cues.agents_both | cues.agents_companions | _LEADERS:
        return 0
    numbers = [_COUNTS[c.lower_] for c in before if c.lower_ in _COUNTS]
    is_only_counted = all(c.lower_ in _ALL or c.lower_ in _COUNTS for c in before) and len(before) > 1
    is_told = any(c.dep_ in {"prep", "relcl", "acl"} for c in token.children)
    return numbers[0] if len(numbers) == 1 and is_only_counted and not is_told else 0


def counted_places(token: Token) -> int:
    """Give how many places "both", "all three", "the two regions", "neither island" are; 0 where no number is told."""
    if token.lower_ in _EITHER:
        is_alone = token.dep_ not in {"advmod", "cc", "det", "preconj", "predet"}
        return 2 if is_alone and _are_of_them(token) else 0
    before = [c for c in token.children if c.i < token.i]
    words = {c.lower_ for c in before}
    if token.tag_ == "CD":
        is_told = token.dep_ in {"nummod", "quantmod"} or words.isdisjoint(_ALL) or not _are_of_them(token)
        return 0 if is_told else _COUNTS.get(token.lower_, 0)
    if token.lemma_.lower() not in load_cues().places_nouns or not is_bare(token):
        return 0
    if token.tag_ == "NN":
        return 0 if words.isdisjoint(_EITHER - {"both"}) else 2
    numbers = [_COUNTS[c.lower_] for c in before if c.dep_ == "nummod" and c.lower_ in _COUNTS]
    return 2 if "both" in words else numbers[0] if numbers and is_definite(token) else 0


def _are_of_them(token: Token) -> bool:
    """Tell whether no more is said of a number than that it is "of them"."""
    return all(t.pos_ == "PRON" for t in prepositional_objects(token).get("of", ()))


def stands_for_two(token: Token) -> bool:
    """Tell whether a noun stands for two: "both sides", "the two armies", "their countries", "neither side"."""
    lemma, cues = token.lemma_.lower(), load_cues()
    if lemma not in cues.agents_both and lemma not in cues.agents_counted:
        return False
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children):  # "the two republics, A and B"
        return False
    words = {c.lower_ for c in token.children}
    numbers = [c for c in token.children if c.dep_ == "nummod"]
    if any(number.children for number in numbers):
        return False  # "only two presidents", "at least two countries"
    counts = {number.lower_ for number in numbers}
    if lemma not in cues.agents_both and words.isdisjoint(_OF_THOSE_TOLD_OF):
        return False  # "two soldiers" are any two
    if counts - {"two"} or ("of" in words and words.isdisjoint({"both", "two"})):
        return False  # "the three leaders", "the states of the region"
    if token.tag_ not in {"NNS", "NNPS"}:
        return not words.isdisjoint({"each", "either", "neither"})
    is_bloc = not words.isdisjoint(cues.agents_blocs)  # "the Western powers" are more than two
    is_weak = lemma in cues.agents_both or _act_on_one_another(token)
    is_weak = is_weak and not is_bloc and not _is_narrowed(token)
    return not words.isdisjoint({"both", "two", "their"} | ({"the", "these"} if is_weak else set[str]()))


def _act_on_one_another(subject: Token) -> bool:
    """Tell whether those who act do it to each other: "*the armies* shelled each other"."""
    return subject.dep_ == "nsubj" and any(
        is_mutual(t) for c in subject.head.children for t in (c, *c.children)
    )


def are_any_two(pronoun: Token) -> bool:
    """Tell whether nobody else is counted: "each", "both of the nations", but not "each of the Baltic states"."""
    of = prepositional_objects(pronoun).get("of", ())
    if pronoun.lower_ != "each":
        return all(t.pos_ == "PRON" or t.lemma_.lower() in load_cues().agents_both for t in of)
    return all(t.pos_ == "PRON" or stands_for_two(t) for t in of)


def _is_narrowed(noun: Token) -> bool:
    """Tell whether the words beside a plural say which are meant: "the other parties", "the countries that met".

    Neighbours and rivals are those of each other, whatever they are called: "the nuclear rivals".
    """
    told = {"acl", "relcl"} if noun.lemma_.lower() in MUTUAL else {"acl", "amod", "compound", "nmod", "relcl"}
    beside = (c for c in noun.children if c.dep_ in told or c.lower_ == "other")
    return any(c.lower_ not in _UNDECIDED for c in beside)
