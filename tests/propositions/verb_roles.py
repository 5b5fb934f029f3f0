"""Subjects, objects and other roles of a clause, as a test reads them."""

from parses import forms, word

from kgraph.propositions.clauses import objects, subjects, verb_arguments
from kgraph.tokens import Doc


def who(doc: Doc, verb: str) -> list[str]:
    return forms(subjects(word(doc, verb)))


def what(doc: Doc, verb: str) -> list[str]:
    return forms(objects(word(doc, verb)))


def role(doc: Doc, verb: str, name: str) -> list[str]:
    return forms(verb_arguments(word(doc, verb)).get(name))
