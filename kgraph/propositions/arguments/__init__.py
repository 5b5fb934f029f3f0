"""What stands around a predicate in the dependency parse: conjuncts, prepositional objects, noun phrases.

Everything here only walks a parsed `Doc`; labels are those of spaCy's English models (CLEAR style).
"""

from kgraph.propositions.arguments.coordination import (
    MEASURES,
    PARTING,
    begins_remnant,
    conjuncts,
    first_conjunct,
    governed,
    is_listed_apposition,
    is_passed_over,
    names_some,
)
from kgraph.propositions.arguments.dependents import (
    INSERTION_MARKS,
    finite_word,
    first_child,
    has_infinitive,
    is_beyond_semicolon,
    is_bracketed,
    is_definite,
    is_subjunctive,
    opens_with_that,
    verb_above,
)
from kgraph.propositions.arguments.noun_phrases import noun_phrase
from kgraph.propositions.arguments.prepositions import (
    is_with_owner,
    name_before,
    object_behind_name,
    prepositional_objects,
)
from kgraph.propositions.arguments.sentences_before import (
    same_before,
    sentence_before,
    sentences_back,
    start_of_sentences_back,
)
from kgraph.propositions.arguments.words import hyphenated_modifier, is_court, is_verb, joined_lemma

__all__ = [
    "INSERTION_MARKS",
    "MEASURES",
    "PARTING",
    "begins_remnant",
    "conjuncts",
    "finite_word",
    "first_child",
    "first_conjunct",
    "governed",
    "has_infinitive",
    "hyphenated_modifier",
    "is_beyond_semicolon",
    "is_bracketed",
    "is_court",
    "is_definite",
    "is_listed_apposition",
    "is_passed_over",
    "is_subjunctive",
    "is_verb",
    "is_with_owner",
    "joined_lemma",
    "name_before",
    "names_some",
    "noun_phrase",
    "object_behind_name",
    "opens_with_that",
    "prepositional_objects",
    "same_before",
    "sentence_before",
    "sentences_back",
    "start_of_sentences_back",
    "verb_above",
]
