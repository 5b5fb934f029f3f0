"""A capital that somebody took, which a pronoun or noun takes up: "seized *Vilnius* and held *it*", "left *the city*".

By itself a capital stands for its state; what was taken is the city.
"""

from kgraph.cues import load_cues
from kgraph.linking.named import NamedThings
from kgraph.propositions.arguments import is_definite, sentence_before
from kgraph.propositions.clauses import objects
from kgraph.reference.phrases import is_bare
from kgraph.tokens import Token

__all__ = ["capital_taken"]

_TAKING = frozenset({"capture", "enter", "besiege", "hold", "seize", "take"})


def capital_taken(head: Token, named: NamedThings) -> Token | None:
    """Find the capital that "it" or "the city" means where the last thing taken or held is one; else None."""
    if not _may_take_up(head):
        return None
    taking = load_cues().places_held_by | _TAKING
    before = reversed(head.doc[sentence_before(head).start : head.i])
    verbs = (t for t in before if t.pos_ == "VERB" and t.lemma_.lower() in taking)
    taken = next((things for verb in verbs if (things := _others(objects(verb), head))), ())
    mention = named.mention_of.get(taken[0].i) if len(taken) == 1 else None
    return taken[0] if mention is not None and mention.how == "capital" else None


def _may_take_up(head: Token) -> bool:
    if head.lower_ == "it":
        return head.dep_ in {"dobj", "nsubjpass"}
    noun = head.lemma_.lower()
    is_city = head.tag_ == "NN" and (noun in load_cues().places_settlements or noun == "capital")
    return is_city and is_definite(head) and is_bare(head)


def _others(things: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """Give the things that stand before a head and take up nothing themselves."""
    return tuple(t for t in things if t.i < head.i and t.pos_ != "PRON")
