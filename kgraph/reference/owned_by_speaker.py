"""Land that somebody says is his: "X says that *the region* belongs to *it*, that *it* is part of *its* land"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, verb_above
from kgraph.propositions.clauses import outer_subject
from kgraph.tokens import Token

__all__ = ["claimed_as", "is_said_to_be_owned", "speakers_owning"]

_OWNERS = frozenset({"it", "them"})


def speakers_owning(pronoun: Token) -> tuple[Token, ...]:
    """Give who says that something belongs to "it": "*Venezuela* says that the region belongs to *it*"."""
    verb = pronoun.head.head
    if not _is_owner(pronoun) or verb.dep_ != "ccomp":
        return ()
    return outer_subject(pronoun)


def claimed_as(pronoun: Token) -> Token | None:
    """Give whose "it" says that land is: Peru in "left the town, which *it* says is *Peruvian* territory"."""
    verb, cues = pronoun.head, load_cues()
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or verb.lemma_.lower() not in cues.reporting_verbs:
        return None
    said = (c for c in verb.children if c.dep_ == "ccomp" and c.lemma_.lower() == "be" and c.i > verb.i)
    whats = (c for clause in said for c in clause.children if c.dep_ in {"acomp", "attr"})
    what = next(whats, None)
    if what is None or what.lemma_.lower() not in cues.places_own:
        return what if what is not None and what.dep_ == "acomp" and what.text.istitle() else None
    return next((c for c in what.children if c.dep_ == "amod" and c.text.istitle()), None)


def is_said_to_be_owned(pronoun: Token) -> bool:
    """Tell whether "it" is said to be somebody's land: "that *it* belongs to it", "is part of its territory"."""
    verb = verb_above(pronoun)
    if verb is None or pronoun.dep_ != "nsubj":
        return False
    if verb.lemma_.lower() == "belong":
        return any(_is_owner(t) for t in verb.subtree)
    said = (c for c in verb.children if c.dep_ in {"acomp", "attr"})
    return any(_is_own_land(t) for word in said for t in word.subtree)


def _is_owner(pronoun: Token) -> bool:
    to = pronoun.head
    is_to = pronoun.dep_ == "pobj" and to.lower_ == "to" and to.head.lemma_.lower() == "belong"
    return is_to and pronoun.lower_ in _OWNERS


def _is_own_land(noun: Token) -> bool:
    owner = first_child(noun, "poss")
    return owner is not None and owner.pos_ == "PRON" and noun.lemma_.lower() in load_cues().places_own
