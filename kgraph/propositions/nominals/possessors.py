"""Whose a noun is: "*Japan's* claim", "*Moroccan* rejection", "*Venezuelan* threats of annexation"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, prepositional_objects
from kgraph.propositions.clauses import resolve_relatives
from kgraph.propositions.nominals.agents_behind import is_done_to_its_own
from kgraph.propositions.nominals.opened_clauses import opened_subjects
from kgraph.propositions.taken_up import said_before, taken_before
from kgraph.tokens import Token

__all__ = [
    "ITS",
    "MODIFIERS",
    "is_mediated",
    "joined_name",
    "listed_owners",
    "modifiers",
    "naming_modifiers",
    "owner_of",
    "possessors",
]

ITS = frozenset({"its", "their"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_BEFORE_ACTS = frozenset({"at", "for", "of"})
_JOINED = frozenset({"compound", "nmod"})


def possessors(noun: Token) -> tuple[Token, ...]:
    """Give whose a noun is, told before it, by the noun that it stands below, or in what was said before."""
    if _is_other(noun):
        return ()
    own = owner_of(noun) or (first_child(noun.head, "poss") if _shares_owner(noun) else None)
    if own is not None:
        return () if is_done_to_its_own(noun) else _named_later(own, noun) or conjuncts(own)
    beside = () if modifiers(noun) else _whose_example(noun) or _whose_doing(noun) or said_before(noun)
    return beside or taken_before(noun)


def _is_other(noun: Token) -> bool:
    """Tell whether somebody is meant who is another than his owner: "attacked *its neighbour*, *its neighbour* X"."""
    related = load_cues().agents_related
    beside = (c for c in noun.children if c.dep_ in _JOINED)
    return noun.lemma_.lower() in related or any(c.lemma_.lower() in related for c in beside)


def owner_of(noun: Token) -> Token | None:
    """Give whose a noun is; the parser may hang him on the name between: "*Mauritius*'s Tromelin claim"."""
    joined = joined_name(noun)
    return first_child(noun, "poss") or (first_child(joined, "poss") if joined is not None else None)


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Give the adjectives and nouns before a noun, with what is joined to them: "land and sea borders"."""
    if _shares_modifiers(noun):
        return tuple(c for c in noun.head.children if c.dep_ in MODIFIERS)
    own = tuple(t for c in noun.children if c.dep_ in MODIFIERS for t in _nested(c))
    if (companion := _companion(noun)) is not None:
        own = tuple(t for t in own if t.i > companion.i or not t.text[:1].isupper())
    return (*naming_modifiers(noun.head), *own) if _shares_owner(noun) else own


def _companion(noun: Token) -> Token | None:
    """Find the word that says what somebody is to him who is named before it: "invaded the British *ally* Portugal".

    With a possessor it is himself who is named: "attacked America's *Soviet ally*".
    """
    words = (noun, *(c for c in noun.children if c.dep_ in _JOINED))
    found = next((t for t in words if t.lemma_.lower() in load_cues().agents_companions), None)
    if found is not noun or any(c.dep_ == "appos" for c in noun.children):
        return found
    is_one_of_several = noun.tag_ == "NNS" or any(c.lower_ in {"a", "an"} for c in noun.children)
    return noun if is_one_of_several and first_child(noun, "poss") is None else None


def naming_modifiers(noun: Token) -> tuple[Token, ...]:
    """Give whose a noun is by an adjective: "*Slovak* objections"."""
    return tuple(t for t in modifiers(noun) if t.text[:1].isupper())


def listed_owners(noun: Token) -> tuple[Token, ...]:
    """Give both of "A and B, whose dispute", where the nearer alone is meant with what one can have alone."""
    possessor = first_child(noun, "poss")
    if possessor is None or possessor.lower_ != "whose":
        return ()
    first = [first_conjunct(token) for token in resolve_relatives((possessor,))]
    return tuple(dict.fromkeys(t for token in first for t in conjuncts(token)))


def _whose_example(noun: Token) -> tuple[Token, ...]:
    """Give whose acts a noun is named among: "actions of Washington, including *the deployment* of missiles"."""
    first = first_conjunct(noun)
    preposition = first.head
    is_such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
    acts = preposition.head
    if first.dep_ != "pobj" or not (is_such or preposition.lower_ == "including"):
        return ()
    if acts.pos_ != "NOUN" or acts.lemma_.lower() not in load_cues().negation_owned:
        return ()
    return _whose(acts, ("of", "by"))


def _whose_doing(noun: Token) -> tuple[Token, ...]:
    """Give whose the threat or plan is that a bare act is of: "*Venezuelan* threats of annexation of X"."""
    above = noun.head.head
    is_of = noun.dep_ == "pobj" and noun.head.lower_ in _BEFORE_ACTS and above.pos_ == "NOUN"
    is_bare = not any(c.dep_ in {"det", "poss"} or c.lower_ == "by" for c in noun.children)
    if not (is_of and is_bare) or above.lemma_.lower() not in load_cues().support_doing:
        return ()
    return _whose(above, ("by",))


def _whose(noun: Token, prepositions: Sequence[str]) -> tuple[Token, ...]:
    """Give whose a noun is: by a possessor, else behind one of some prepositions, else by an adjective."""
    own, behind = first_child(noun, "poss"), prepositional_objects(noun)
    if own is not None:
        return conjuncts(own)
    return next((behind[p] for p in prepositions if p in behind), ()) or naming_modifiers(noun)


def _named_later(own: Token, noun: Token) -> tuple[Token, ...]:
    """Give the subject whose "its" is meant in what opens its clause: "In *its* dispute with X, *Y* sent an envoy"."""
    if own.lower_ not in ITS or any(t.pos_ == "PROPN" for t in noun.doc[noun.sent.start : own.i]):
        return ()
    told = opened_subjects(noun)
    is_one = own.lower_ == "its"
    return told if told and (len(told) == 1) is is_one and all(t.pos_ == "PROPN" for t in told) else ()


def joined_name(noun: Token) -> Token | None:
    """Give the name right before a noun, where it says more of it: "Morocco's *Ceuta* claim"."""
    names = (c for c in noun.children if c.dep_ in _JOINED and c.pos_ == "PROPN")
    return next((c for c in names if c.right_edge.i + 1 == noun.i), None)


def _shares_modifiers(noun: Token) -> bool:
    """Tell whether what stands before the first of two nouns may be said of both: "Russian troops and *tanks*"."""
    is_second = noun.dep_ == "conj" and noun.head.pos_ == "NOUN"
    return is_second and first_child(noun, "det", "poss", *MODIFIERS) is None


def _shares_owner(noun: Token) -> bool:
    """Tell whether two nouns may be somebody's whom the first names: "X's occupation and later *annexation* of Y"."""
    is_second = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and first_child(noun, "poss", "det") is None
    return is_second and not any(c.text[:1].isupper() for c in noun.children if c.dep_ in MODIFIERS)


def _nested(modifier: Token) -> list[Token]:
    """Give a modifier with what it is coordinated or joined with: "Kazakh-Uzbek borders", "land and sea borders"."""
    joined = [t for c in _before(modifier) for t in (*filter(_is_hyphened, _before(c)), c)]
    return [
        *(() if is_mediated(modifier) else joined),
        *(t for t in conjuncts(modifier) if not is_mediated(t)),
    ]


def _before(word: Token) -> list[Token]:
    return [c for c in word.children if c.dep_ in MODIFIERS and c.i < word.i]


def _is_hyphened(modifier: Token) -> bool:
    """Tell A of "an *A*-B-C mandate"."""
    return modifier.nbor(1).tag_ == "HYPH"


def is_mediated(modifier: Token) -> bool:
    """Tell whether a participle says who helped, and is no party: "the EU-facilitated dialogue"."""
    words = modifier.doc[modifier.left_edge.i : modifier.i + 1].text.lower()
    return "-" in words and words.rsplit("-", 1)[-1] in load_cues().talks_helped
