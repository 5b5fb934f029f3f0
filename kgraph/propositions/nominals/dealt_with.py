"""What talks or a dispute are said to deal with: "the talks focused on *Abkhazia*", "talks that dealt with *it*"."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import prepositional_objects
from kgraph.propositions.clauses import objects
from kgraph.tokens import Token

__all__ = ["dealt_with"]

_LEADING = ("on", "upon", "around", "about", "with", "to", "over")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def dealt_with(noun: Token) -> tuple[Token, ...]:
    """Give what a noun deals with, by the verb that it is the subject of or by a clause behind it."""
    return next((found for verb in _dealing(noun) if (found := _matter_of(verb))), ())


def _dealing(noun: Token) -> Iterator[Token]:
    """Give the verbs that say what a noun deals with."""
    verbs = load_cues().talks_dealing
    above = (noun.head,) if noun.dep_ in _SUBJECTS else ()
    behind = (t for t in noun.subtree if t.dep_ in {"acl", "relcl"} and _is_of(noun, t))
    yield from (verb for verb in (*above, *behind) if verb.lemma_.lower() in verbs)


def _is_of(noun: Token, clause: Token) -> bool:
    """Tell whether a clause is of a noun, or hung on a name behind it: "talks with Russia, *which focused on X*"."""
    return clause.head == noun or clause.head.pos_ == "PROPN"


def _matter_of(verb: Token) -> tuple[Token, ...]:
    """Give what a verb of dealing leads to; of "talks *dominated by* X" it is who does so."""
    around = prepositional_objects(verb)
    told = next((around[name] for name in _LEADING if name in around), ())
    return told or (around.get("by", ()) if verb.tag_ == "VBN" else ()) or objects(verb)
