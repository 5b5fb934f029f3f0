"""The arguments of a noun, as a test reads them."""

from parses import forms, word

from kgraph.propositions.nominals import noun_arguments
from kgraph.tokens import Doc

SUPPORT = frozenset({"be", "have", "lay", "leave", "continue", "hold", "make", "place"})


def role(doc: Doc, noun: str, name: str) -> list[str]:
    return forms(noun_arguments(word(doc, noun), SUPPORT).get(name))
