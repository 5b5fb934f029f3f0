"""Whether the words beside a noun say which one is meant: "the *northern* state", and not "the island *of 300,000*"."""

from collections.abc import Collection

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, is_definite
from kgraph.tokens import Token

__all__ = [
    "is_bare",
    "is_epithet",
    "is_of_speakers",
    "is_one_of_a_sort",
    "is_plain",
    "is_pointed_at",
    "is_set_off",
    "is_told_apart",
    "tells_apart",
]

_LEAVING = frozenset({"find", "keep", "leave", "see"})
_TELLING_APART = frozenset(
    """
    aggrieved central current federal first foreign former host interim latter local military nearby neighboring
    neighbouring new next only other own provisional ruling same second smaller sole third transitional whole
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_INHABITANTS = frozenset({"inhabitant", "islander", "people", "person", "resident", "soul"})
_POSTS = frozenset({"base", "garrison", "outpost"})
_IDLE = frozenset({"case", "cc", "conj", "det", "preconj", "punct"})
_MEMBERS = frozenset({"country", "member", "nation", "state"})
_WHERE = frozenset({"across", "along", "around", "at", "in", "inside", "near", "outside"})
_BY_TREATY = frozenset({"by", "in", "through", "under", "with"})
_WHOLLY = frozenset({"entirety", "full", "total", "whole"})
_WHOLE = frozenset({"entire", "whole"})
_MAX_WORDS_BACK = 200  # to where a text brought in what it takes up


def is_bare(token: Token) -> bool:
    """Tell whether the noun refers back: no name and no phrase beside it says which one is meant."""
    beside = [c for c in token.children if c.i < token.i or not is_set_off(token, c)]
    # "a claim to the islands dating from 1816", "recognized the regions as states"
    beside = [c for c in beside if c.lower_ not in {"as", "dating"}]
    beside = [c for c in beside if not _is_kind_of_place(c) and not _says_by_what(c)]  # "the island chain"
    beside = [c for c in beside if not _is_left_so(token, c) and not _says_of_what_ground(c)]
    beside = [c for c in beside if not _says_how_many_live_there(c)]
    content = [
        c
        for c in beside
        if c.dep_ in {"compound", "prep", "poss", "nmod", "relcl", "acl"} or c.pos_ == "PROPN"
    ]
    if any(c.lower_ in load_cues().places_beside for c in beside):  # "the adjoining hill" is another one
        return False
    located = any(c.dep_ in {"advmod", "npadvmod", "amod"} and c.i > token.i for c in beside)
    is_located = located or _lies_beyond(token)
    return not is_located and not any(c.pos_ in {"PROPN", "NOUN", "ADP", "VERB"} for c in content)


def is_of_speakers(token: Token) -> bool:
    """Tell whether a noun is of those who speak: "*our* national territory" takes up no place that was named.

    Nor does a post of somebody's: "*his* base".
    """
    owner = first_child(token, "poss")
    is_post = token.lemma_.lower() in _POSTS and owner is not None and owner.pos_ == "PRON"
    return owner is not None and (owner.lower_ in {"my", "our"} or is_post)


def _is_left_so(thing: Token, participle: Token) -> bool:
    """Tell whether a participle says how something is left, and not which it is: "left the country *occupied* by X"."""
    is_left = thing.dep_ == "dobj" and thing.head.lemma_.lower() in _LEAVING
    return is_left and participle.dep_ == "acl" and participle.tag_ == "VBN"


def _is_kind_of_place(word: Token) -> bool:
    """Tell the kind in "the *island* chain" from the name in "the *Ohio River* valley"."""
    cues, lemma = load_cues(), word.lemma_.lower()
    is_named = any(c.pos_ == "PROPN" for c in word.children)
    return lemma in cues.places_nouns - cues.lines_nouns and not is_named


def _says_of_what_ground(phrase: Token) -> bool:
    """Tell whether a phrase only says of what a piece of land is: "the strip *of land*", "the patch *of desert*".

    Where a piece of that sort was brought in before ("*a strip* of land near X"), that one is meant.
    """
    ground = first_child(phrase, "pobj") if phrase.lower_ == "of" else None
    if ground is None or ground.lower_ not in load_cues().places_grounds or any(ground.children):
        return False
    piece = phrase.head
    before = piece.doc[max(0, piece.i - _MAX_WORDS_BACK) : piece.i]
    return not any(t.lemma_ == piece.lemma_ and not is_definite(t) for t in before)


def _says_how_many_live_there(phrase: Token) -> bool:
    """Tell whether a phrase says how many live in a place: "the island *of 23 million people*", "*of 300,000*"."""
    people = first_child(phrase, "pobj") if phrase.lower_ == "of" else None
    if people is None:
        return False
    is_number = people.pos_ == "NUM" and people.lower_ != "one"
    is_counted = (
        people.lemma_.lower() in _INHABITANTS and first_child(people, "nummod", "quantmod") is not None
    )
    return is_number or is_counted


def _lies_beyond(noun: Token) -> bool:
    """Tell whether the words behind say where land lies, whatever the parser hangs them on: "lands *east of* X"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(2).lower_ != "of":
        return False
    return noun.nbor(1).lower_ in load_cues().places_directions


def _says_by_what(phrase: Token) -> bool:
    """Tell whether a phrase says how something is done to a place: "gained the island *in a treaty*, *in full*"."""
    if phrase.lower_ not in _BY_TREATY | {"as"}:
        return False
    if [t.lower_ for t in phrase.subtree][-1] in _WHOLLY:  # "in full", "in its entirety", "as a whole"
        return True
    nouns = load_cues().instruments_nouns
    objects_ = (t for t in phrase.children if t.dep_ == "pobj")
    return any(w.lower() in nouns for t in objects_ for w in t.text.split())


def is_set_off(token: Token, child: Token) -> bool:
    """Tell whether a comma, dash or bracket parts a noun from what stands behind it: "the island, *a reef*"."""
    return any(t.text in {",", "–", "—", "("} for t in token.doc[token.i + 1 : child.left_edge.i + 1])


def tells_apart(word: Token) -> bool:
    """Tell whether a word says which of several is meant: "the *northern* state", "the *other* country"."""
    return word.lower_ in _TELLING_APART or word.lower_ in load_cues().places_directions


def is_told_apart(noun: Token) -> bool:
    """Tell whether an adjective says which country is meant: "the neighbouring country"."""
    return any(c.dep_ == "poss" or (c.dep_ == "amod" and c.lower_ not in _WHOLE) for c in noun.children)


def is_one_of_a_sort(noun: Token) -> bool:
    """Tell whether the words before a country say at most of what sort it is: "the war-torn country"."""
    told = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod", "poss"})
    return all(_is_of_sort(c) or c.lower_ in _WHOLE for c in told)


def _is_of_sort(adjective: Token) -> bool:
    """Tell whether a word says of what sort something is: "tiny", "oil-rich", "war-torn", but not "largest"."""
    is_joined = adjective.tag_ == "VBN" and adjective.i > 0 and adjective.nbor(-1).text == "-"
    is_plain_ = adjective.dep_ == "amod" and adjective.is_lower and (adjective.tag_ == "JJ" or is_joined)
    return is_plain_ and not tells_apart(adjective)


def is_plain(noun: Token, named: Collection[int] = ()) -> bool:
    """Tell whether no words beside a noun say which group is meant: "the rebel group in Kivu", but not "of X".

    Args:
        noun: the head of the phrase.
        named: the places of the names before it that are looked at elsewhere: "the *Lebanese* group".
    """
    beside = (c for c in noun.children if c.dep_ not in _IDLE and not is_set_off(noun, c))
    return all(c.i in named or _says_where(c) or _is_epithet_of_group(c) for c in beside)


def _says_where(phrase: Token) -> bool:
    return phrase.dep_ == "prep" and phrase.lower_ in _WHERE


def _is_epithet_of_group(word: Token) -> bool:
    cues = load_cues()
    if word.lower_ in cues.agents_epithets or word.lemma_.lower() in cues.agents_fighting:
        return True
    is_behind_hyphen = word.i > 0 and word.nbor(-1).text == "-"
    if is_behind_hyphen and word.lemma_.lower() in _MEMBERS:  # "the ten-nation bloc"
        return True
    return word.dep_ == "amod" and word.is_lower and word.lower_ not in _TELLING_APART


def is_epithet(noun: Token) -> bool:
    """Tell whether adjectives only say of what sort a state is, and none which: "the communist state"."""
    told = [
        c for c in noun.children if c.dep_ in {"amod", "acl", "prep", "relcl"} and not is_set_off(noun, c)
    ]
    return all(c.dep_ == "amod" and c.tag_ == "JJ" and c.lower_ not in _TELLING_APART for c in told)


def is_pointed_at(noun: Token) -> bool:
    """Tell "that country", the one named last, from "the country", the one that acts."""
    return any(c.dep_ == "det" and c.lower_ == "that" for c in noun.children)
