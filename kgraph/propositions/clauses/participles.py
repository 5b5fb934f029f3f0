"""What a participle says something of, where the parser hung it on a neighbour."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, is_definite
from kgraph.propositions.clauses.verb_forms import SUBJECTS
from kgraph.tokens import Token

__all__ = [
    "is_gerund",
    "is_in_brackets",
    "is_of_one_each",
    "is_said_as",
    "is_set_off",
    "list_of",
    "lying_there",
    "named_thing",
    "nearer_name",
    "share_with",
]

_TOTALS = frozenset({"all", "both", "each"})
_BORROWING = frozenset({"advcl", "ccomp", "pcomp", "xcomp"})  # a gerund so labelled has another's subject
_LYING = frozenset({"in", "near", "of", "off"})
_WHERE = frozenset({"along", "at", "in", "near", "off", "on"})
_MAX_CLIMB = 4  # names of places, each in the next


def lying_there(surroundings: Token, *, is_naming: bool) -> Token:
    """Give what lies where the parser hung a participle: "an islet in the *Red Sea* claimed by X" is claimed.

    So is what has a size: "a tract of 10,000 *sq km* claimed by X". A name is told of what stands right before,
    unless what lies there is new: "a reef in the Yellow Sea, known as X".

    Whoever claims waters has them named without what lies in them. What stands between two bears the name: "the war
    between X and Y known as Z".
    """
    found = _compared_with(surroundings) or surroundings
    if found != surroundings:
        return found
    preposition = first_conjunct(found).head
    if is_naming and preposition.lower_ == "between" and preposition.head.pos_ == "NOUN":
        return preposition.head
    described = _described_as_lying(found)
    if described is not None:
        return described
    while found.dep_ == "pobj" and found.head.lower_ in _LYING and found.head.head.pos_ in {"NOUN", "PROPN"}:
        is_water = {t.lower_ for t in (found, *found.children)} & load_cues().places_surroundings
        is_measure = found.head.lower_ == "of" and first_child(found, "nummod") is not None
        found = found.head.head
        if is_naming and is_definite(found):
            break  # "their boundary in Lake Nyasa, known in Malawi as X"
        if is_water or is_measure:
            surroundings = found
    return surroundings


def _described_as_lying(surroundings: Token) -> Token | None:
    """Give what a sentence says a place to be, where it goes on so: "A is an islet off *B*, claimed by C".

    Of a town the land that it lies in is told: "A is a town in B, annexed by C".
    """
    cues = load_cues()
    kinds = (cues.places_nouns | cues.agents_country) - cues.places_settlements
    found = first_conjunct(surroundings)
    for _ in range(_MAX_CLIMB):
        preposition = found.head
        if found.dep_ != "pobj" or preposition.lower_ not in _WHERE | {"of"}:
            return None
        is_where = preposition.lower_ in _WHERE
        found = preposition.head
        if (
            is_where
            and found.lemma_.lower() in kinds
            and found.dep_ in {"appos", "attr"}
            and not is_definite(found)
        ):
            return found
    return None


def nearer_name(participle: Token) -> Token | None:
    """Give the name before the comma where the parser hung a participle higher: "its claim to X, held by Y".

    A participle that it took for an adverbial may also follow a common noun: "seized the colony, then known as Y".
    """
    if participle.lemma_.lower() in load_cues().instruments_made and _is_of_instrument(participle):
        return None  # "a treaty with X, signed in 1998"
    if participle.dep_ == "acl" and participle.head.lemma_.lower() in load_cues().places_shares:
        return None  # "the southern half of X, claimed by Y"
    comma = participle.nbor(-1) if participle.i >= 2 else participle
    while comma.i >= 2 and comma.pos_ == "ADV" and comma in participle.children:
        comma = comma.nbor(-1)
    before = comma.nbor(-1) if comma.i and comma.text == "," else participle
    nominal = {"PROPN", "NOUN"} if participle.dep_ == "advcl" else {"PROPN"}
    if before.pos_ not in nominal or before == participle.head or _does_it_to(before, participle.head):
        return None
    if _compared_with(before) is not None:
        return None
    if participle.dep_ == "acl" and first_conjunct(before).head.lower_ == "between":
        return None  # "the border between X and Y, disputed since 1973"
    is_below = before in participle.head.subtree and participle.head.pos_ != "PROPN"
    return share_with(before) if is_below else None


def _compared_with(name: Token) -> Token | None:
    """Give the land of which a name only says how large it is: "*an area* the size of Portugal", "as large as X"."""
    above = name if name.lemma_.lower() == "size" else name.head.head
    is_size = above.lower_ == "size" and is_definite(above) and (above == name or name.head.lower_ == "of")
    is_compared = is_size or (name.head.lower_ == "as" and above.tag_ in {"JJ", "RB"})
    if not is_compared or name.dep_ not in {"appos", "nmod", "npadvmod", "pobj"}:
        return None
    land = above.head.head if above.head.pos_ == "ADP" else above.head  # "a plateau about the size of X"
    return land if land.pos_ in {"NOUN", "PROPN"} else None


def _does_it_to(name: Token, thing: Token) -> bool:
    """Tell whether a name is who acts in another participle of a thing: "X occupied by *Russia*, claimed by Japan"."""
    first = first_conjunct(name)
    return first.head.dep_ == "agent" and first.head.head.head == thing


def share_with(name: Token) -> Token:
    """Climb from a name to the share of it that stands before: "the southern *half* of X, claimed by Y"."""
    above = name.head.head
    is_of = name.dep_ == "pobj" and name.head.lower_ == "of"
    is_share = is_of and above.lemma_.lower() in load_cues().places_shares
    return above if is_share and is_definite(above) else name


def _is_of_instrument(participle: Token) -> bool:
    return participle.head.lemma_.lower() in load_cues().instruments_nouns


def named_thing(name: Token) -> Token:
    """Climb from a mere name to what bears it: in "islands known as the X, claimed by Y" the islands are claimed."""
    if name.lower_ in _TOTALS and name.dep_ == "appos":  # "A, B, and C, all claimed by X"
        return name.head
    preposition = name.head
    verb = preposition.head
    if name.dep_ == "pobj" and preposition.lower_ == "as" and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return name


def is_set_off(participle: Token, head: Token) -> bool:
    """Tell whether a mark of punctuation stands between a noun and what a participle says of it."""
    between = participle.doc[head.i + 1 : participle.i]
    return any(t.text in {",", "-", "–", "—", "--", "("} for t in between)


def is_gerund(verb: Token) -> bool:
    """Tell whether a clause tells of somebody's act: "of *issuing* it", "X, *issuing* it," no "map *showing* it"."""
    is_past = verb.tag_ in {"VBD", "VBN"} and any(
        c.dep_ == "aux" and c.lower_ == "having" for c in verb.children
    )
    if verb.tag_ != "VBG" and not is_past:
        return False
    return verb.dep_ in _BORROWING or (verb.dep_ == "acl" and is_set_off(verb, verb.head))


def is_in_brackets(participle: Token, head: Token) -> bool:
    """Tell whether a participle stands in brackets behind a noun, and not of all before it."""
    between = [t.lower_ for t in participle.doc[head.i + 1 : participle.i]]
    return "(" in between and _TOTALS.isdisjoint(between)


def is_of_one_each(participle: Token, head: Token, listed: Sequence[Token]) -> bool:
    """Tell whether each of a list has its own participle: "A, held by X, and B, *held* by Y", not "both held by"."""
    between = {t.lower_ for t in participle.doc[head.i + 1 : participle.i]}
    others = (c for t in listed if t != head for c in t.children if c.i < head.i)
    return _TOTALS.isdisjoint(between) and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in others)


def list_of(first: Token) -> tuple[Token, ...]:
    """Give a list whole, also where the parser made two subjects of it: "the islands of A and B, and C"."""
    found = list(conjuncts(first))
    if first.dep_ in SUBJECTS:
        before = [c for c in first.head.children if c.dep_ in SUBJECTS and c.i < first.i]
        found = [t for c in before for t in conjuncts(c)] + found
    return tuple(dict.fromkeys(found))


def is_said_as(participle: Token) -> bool:
    """Tell whether a participle says what a thing is taken for: "regards X as *occupied* by Y"."""
    is_bare = participle.tag_ == "VBN" and first_child(participle, "auxpass") is None
    if participle.dep_ != "advcl" or not is_bare:
        return False
    mark = first_child(participle, "mark")
    return mark is not None and mark.lower_ == "as" and mark.i > participle.head.i
