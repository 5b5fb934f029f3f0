"""Whether a noun takes as known which one it means: "the dispute", "Japan's claim", "Moroccan administration"."""

from kgraph.propositions.arguments import is_definite
from kgraph.tokens import Token

__all__ = ["is_identified", "is_owned"]


def is_identified(noun: Token) -> bool:
    """Tell whether a noun takes as known which one it means, or whose it is."""
    return is_owned(noun) or is_definite(noun)


def is_owned(noun: Token) -> bool:
    """Tell whether the noun names its bearer before it: "Japan's claim", "Moroccan administration", "US-led war"."""
    return any(
        c.dep_ == "poss" or (c.dep_ in {"amod", "compound", "nmod"} and (_is_named(c) or _is_led(c)))
        for c in noun.children
    )


def _is_named(word: Token) -> bool:
    return word.text[:1].isupper() and _is_name(word)


def _is_led(participle: Token) -> bool:
    """Tell whether a participle before a noun tells who does it: "*Saudi-led* intervention"."""
    return participle.tag_ == "VBN" and any(c.i < participle.i and _is_named(c) for c in participle.children)


def _is_name(word: Token) -> bool:
    """Tell whether a capital says something: not that of a sentence's first word, unless the model sees a name."""
    return word.i > word.sent.start or word.pos_ == "PROPN" or word.ent_type_ in {"NORP", "GPE"}
