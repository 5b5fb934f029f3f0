"""Instruments: treaties, declarations, agreements."""

from spacy.tokens import Token

from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.model import EntityKind, Span
from kgraph.propositions.arguments import first_child, joined_lemma
from kgraph.vocab import nil_entity

__all__ = ["Instruments"]

_SAYS_WHAT = frozenset({"of", "on", "concerning"})  # what an instrument is of


class Instruments:
    """Finds instruments by name, else by the words that say which one it is."""

    def __init__(self, named: NamedThings, descriptions: Descriptions):
        self._named = named
        self._descriptions = descriptions

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a treaty, declaration or agreement."""
        mention = self._named.mention_of.get(head.i)
        if mention is not None and mention.entity.kind is EntityKind.INSTRUMENT:
            words = self._described(head) if head.pos_ == "NOUN" else ()
            return (Linked(mention.entity, words[0].span if words else self._named.phrase(head)),)
        if joined_lemma(head) in self._named.cues.instruments_nouns and not _is_of_independence(head):
            return self._described(head)
        return ()

    def _described(self, head: Token) -> tuple[Linked, ...]:
        """Describe an instrument by the words before it, and by "of X" where that is its kind or name."""
        cues = self._named.cues
        described = self._descriptions.of(
            head, EntityKind.INSTRUMENT, drop=cues.instruments_vague, post=False
        )
        is_name = head.pos_ == "PROPN" or (
            head.lemma_.lower() in cues.instruments_of and bool(_what_it_is_of(head))
        )
        follows = [c for c in head.children if c.lower_ in _SAYS_WHAT] or _next_in_name(head)
        tails = [t for c in follows for t in c.children if t.dep_ == "pobj"]
        start = described[0].span if described else None
        if not is_name or not tails or start is None:
            return described
        last = _name_end(tails[0])
        span = Span(start=start.start, end=last.idx + len(last.text))
        return (Linked(nil_entity(span.of(self._named.text), EntityKind.INSTRUMENT), span),)


def _what_it_is_of(head: Token) -> list[Token]:
    """Give what "of" right after the head adds."""
    following = first_child(head, "prep")
    is_of = following is not None and following.lower_ == "of"
    return [c for c in following.children if c.dep_ == "pobj"] if following is not None and is_of else []


def _is_of_independence(head: Token) -> bool:
    """Tell whether a declaration is no instrument between states: "its declaration of independence"."""
    return any(c.lemma_.lower() == "independence" for c in _what_it_is_of(head))


def _next_in_name(head: Token) -> list[Token]:
    """Give the preposition that goes on a name and hangs on its verb: "signed the Joint Statement *on* Trade"."""
    after = head.doc[head.i + 1 : head.i + 3]
    is_name = len(after) == 2 and after[0].lower_ in _SAYS_WHAT and after[1].text[:1].isupper()
    return [after[0]] if is_name and after[0].head == head.head else []


def _name_end(token: Token) -> Token:
    """Find where an instrument's name ends: "on the Law of the Sea", but not "for the construction of …"."""
    for child in token.children:
        if child.lower_ == "of":
            inner = first_child(child, "pobj")
            return _name_end(inner) if inner is not None else token
    return token
