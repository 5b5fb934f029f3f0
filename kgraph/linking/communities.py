"""Peoples that live in a land without being its state: "the Serbs in Bosnia", "the Turkish minority in X", "Serb-held".

They are no state's people: who says that they break away does not say that Serbia does.
"""

from kgraph.cues import load_cues
from kgraph.linking.descriptions import one_space
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.model import EntityKind, Mention, Span
from kgraph.propositions.arguments import first_child, prepositional_objects
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["community_holding", "community_in", "community_of"]

_BEFORE = frozenset({"amod", "compound", "nmod"})
_LANDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_WHERE = ("in", "of")


def community_in(head: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link a people within a land by its words, "*Serb minority in Croatia*"; nothing where it is at home there."""
    people = _people(head)
    if people is None:
        return ()
    around = prepositional_objects(head)
    land = next((t for where in _WHERE for t in around.get(where, ()) if t.i in named.mention_of), None)
    if land is None or _are_at_home(people, named.mention_of[land.i], named):
        return ()
    last = named.mention_of[land.i].span.end
    span = Span(start=people.idx, end=last)
    return (Linked(nil_entity(one_space(span.of(named.text)), EntityKind.ORGANIZATION), span),)


def community_of(head: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link a people that another land has by its words: "the *Serbs of Croatia*", "*Croatia's Serbs*".

    "In" a land a people may be its state's soldiers all the same: "the *British* in Palestine".
    """
    mention = named.mention_of.get(head.i)
    if mention is None or mention.how != "demonym" or mention.entity.kind is not EntityKind.STATE:
        return ()
    owner = first_child(head, "poss")
    behind = prepositional_objects(head).get("of", ()) if owner is None else ()
    land = next((t for t in (owner, *behind) if t is not None and t.i in named.mention_of), None)
    whose = named.mention_of[land.i] if land is not None else None
    if whose is None or whose.entity.kind not in _LANDS or whose.entity.id == mention.entity.id:
        return ()
    span = Span(start=min(whose.span.start, mention.span.start), end=max(whose.span.end, mention.span.end))
    return (Linked(nil_entity(one_space(span.of(named.text)), EntityKind.ORGANIZATION), span),)


def community_holding(head: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link who holds a place under the name of a people, and not of its state, as that people: "*Serb*-held"."""
    mention = named.mention_of.get(head.i)
    holds = mention is not None and head.head.tag_ == "VBN" and head.doc[head.i + 1].text == "-"
    if mention is None or not holds or head.lower_ not in load_cues().peoples_apart:
        return ()
    return (Linked(nil_entity(f"{head.text}s", EntityKind.ORGANIZATION), mention.span),)


def _people(head: Token) -> Token | None:
    """Give the word that says which people: "*Serbs*", "the *Serb* minority"; None where there is none."""
    if head.lemma_.lower() in load_cues().agents_communities and head.pos_ == "NOUN":
        return next((c for c in head.children if c.dep_ in _BEFORE and c.text.istitle()), None)
    return head if head.tag_ in {"NNPS", "NNS"} and head.text.istitle() else None


def _are_at_home(people: Token, land: Mention, named: NamedThings) -> bool:
    """Tell whether a people has its name from the land, or has none that is told: "the *Croats* of Croatia"."""
    mention = named.mention_of.get(people.i)
    if mention is None:
        return people.ent_type_ != "NORP"
    is_people = mention.how == "demonym" or is_adjective(mention)
    return not is_people or mention.entity.id == land.entity.id
