"""A capital that somebody took, which a pronoun or noun takes up: "seized *Vilnius* and held *it*", "left *the city*".

So "the city" takes up where something is or happens: "the legation *in Warsaw* closed. Troops had entered *the city*".

By itself a capital stands for its state; what was taken is the city.
"""

from kgraph.cues import load_cues
from kgraph.linking.named import NamedThings
from kgraph.model import EntityKind
from kgraph.propositions.arguments import is_definite, sentence_before
from kgraph.propositions.clauses import objects, subject_above
from kgraph.reference.told_apart import is_bare
from kgraph.tokens import Token

__all__ = ["capital_taken"]

_TAKING = frozenset({"besiege", "capture", "encircle", "enter", "hold", "seize", "surround", "take"})
_LEAVING = frozenset({"abandon", "approach", "evacuate", "flee", "leave", "reach"})
_WHERE = frozenset({"at", "from", "in", "into", "near", "outside", "to"})


def capital_taken(head: Token, named: NamedThings) -> Token | None:
    """Find the capital that "it" or "the city" means, the last thing taken or where something is; else None."""
    if not _may_take_up(head):
        return None
    taking = load_cues().places_held_by | _TAKING
    before = reversed(head.doc[sentence_before(head).start : head.i])
    verbs = (t for t in before if t.pos_ == "VERB" and t.lemma_.lower() in taking)
    taken = next((things for verb in verbs if (things := _others(objects(verb), head))), ())
    mention = named.mention_of.get(taken[0].i) if len(taken) == 1 else None
    if mention is not None:
        return taken[0] if mention.how == "capital" else None
    return None if head.lower_ == "it" else _capital_where(head, named)


def _capital_where(city: Token, named: NamedThings) -> Token | None:
    """Give the capital where something is, by the sentence before or this one, which names no other since."""
    acting = {t.i for t in subject_above(city)}
    before = reversed(city.doc[sentence_before(city).start : city.left_edge.i])
    name = next((t for t in before if t.i not in acting and _may_be_city(t, named)), None)
    if name is None or named.mention_of[name.i].how != "capital":
        return None
    is_left = name.dep_ == "dobj" and name.head.lemma_.lower() in _LEAVING
    return name if is_left or (name.dep_ == "pobj" and name.head.lower_ in _WHERE) else None


def _may_be_city(token: Token, named: NamedThings) -> bool:
    mention = named.mention_of.get(token.i)
    return mention is not None and (mention.how == "capital" or mention.entity.kind is EntityKind.TERRITORY)


def _may_take_up(head: Token) -> bool:
    if head.lower_ == "it":
        return head.dep_ in {"dobj", "nsubjpass"}
    noun = head.lemma_.lower()
    is_city = head.tag_ == "NN" and (noun in load_cues().places_settlements or noun == "capital")
    return is_city and is_definite(head) and is_bare(head)


def _others(things: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """Give the things that stand before a head and take up nothing themselves."""
    return tuple(t for t in things if t.i < head.i and t.pos_ != "PRON")
