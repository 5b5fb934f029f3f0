"""The name that a text gives beside the kind of an instrument: "a bilateral agreement, *the Treaty of Fez*"."""

from collections.abc import Callable, Iterator

from kgraph.linking.named import CALLING
from kgraph.propositions.arguments import is_definite, prepositional_objects
from kgraph.tokens import Token

__all__ = ["name_told"]

_WITH = frozenset({"between", "with"})


def name_told(kind: Token, is_instrument: Callable[[Token], bool]) -> Token | None:
    """Give the name that an instrument has which is told by its kind; None where none is told.

    It stands in apposition to it, before or behind, also behind its parties ("a compact with Britain, *the Treaty of
    Waitangi*"), is called so ("a pact known as *the Agreed Framework*"), or is said to be of that kind ("*the Algiers
    Agreement* was a treaty between X and Y").

    Args:
        kind: the word of its kind, no name.
        is_instrument: tells whether a word is that of an instrument.
    """
    if kind.pos_ != "NOUN":
        return None
    names = (t for t in _told_beside(kind) if t.pos_ == "PROPN" and is_instrument(t))
    return next(names, None)


def _told_beside(kind: Token) -> Iterator[Token]:
    yield from (c for c in kind.children if c.dep_ == "appos" and c.i > kind.i)
    if kind.tag_ == "NN" and not is_definite(kind):
        yield from _behind_parties(kind)
        yield from _called(kind)
        yield from _said_of(kind)


def _behind_parties(kind: Token) -> Iterator[Token]:
    """Give what stands in apposition to the last of the parties, which takes no name of an instrument."""
    yield from (c for party in _parties(kind) for c in party.children if c.dep_ == "appos")


def _parties(kind: Token) -> Iterator[Token]:
    phrases = (c for t in (kind, kind.head.head) for c in t.children if c.lower_ in _WITH and c.i > kind.i)
    yield from (t for phrase in phrases for t in phrase.subtree if t.pos_ == "PROPN")


def _called(kind: Token) -> Iterator[Token]:
    """Give what "a treaty *called* X", "a treaty *known as* X" is called."""
    behind = [c for t in (kind, *_parties(kind)) for c in t.children if c.dep_ in {"acl", "relcl"}]
    # behind its parties the model may hang the clause on the verb, too: "signed a treaty with Iraq called X"
    behind += [c for c in kind.head.children if c.dep_ == "advcl" and c.i > kind.i]
    for verb in (v for v in behind if v.lemma_.lower() in CALLING):
        yield from (c for c in verb.children if c.dep_ in {"attr", "dobj", "oprd"} and c.i > verb.i)
        yield from prepositional_objects(verb).get("as", ())


def _said_of(kind: Token) -> Iterator[Token]:
    """Give what is said to be an instrument of that kind, or has it in apposition: "*X*, a treaty, was signed"."""
    if kind.dep_ == "appos":
        yield kind.head
    elif kind.dep_ == "attr" and kind.head.lemma_ == "be":
        yield from (c for c in kind.head.children if c.dep_ == "nsubj")
