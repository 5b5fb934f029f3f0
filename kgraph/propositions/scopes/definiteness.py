"""Whether a noun takes as known which one it means: "the dispute", "Japan's claim", "Moroccan administration"."""

from kgraph.propositions.arguments import is_definite
from kgraph.tokens import Token

__all__ = ["is_identified", "is_owned"]


def is_identified(noun: Token) -> bool:
    """Tell whether a noun takes as known which one it means, or whose it is."""
    return is_owned(noun) or is_definite(noun)


def is_owned(noun: Token) -> bool:
    """Tell whether the noun names its bearer before it: "Japan's claim", "Moroccan administration"."""
    return any(
        c.dep_ == "poss" or (c.dep_ in {"amod", "compound", "nmod"} and c.text[:1].isupper() and _is_name(c))
        for c in noun.children
    )


def _is_name(word: Token) -> bool:
    """Tell whether a capital says something: not that of a sentence's first word, unless the model sees a name."""
    return word.i > word.sent.start or word.pos_ == "PROPN" or word.ent_type_ in {"NORP", "GPE"}
