"""Verbs with a prefix before a hyphen are one verb, and what is no prefix stays."""

import pytest
import spacy
from plans import read_as, tree

from kgraph.extraction import Extractor
from kgraph.parse.rewriting.prefixes import find_prefixed_words

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was re-elected in 1990.", [2]),
        ("They co-founded the firm.", [1]),
        ("It is a pre-war house.", []),
        ("He sang do re - mi.", []),
        ("The Re-Elected", []),
        ("re-", []),
    ],
)
def test_only_what_a_hyphen_joins_to_a_word_is_a_prefix(text: str, found: list[int]) -> None:
    doc = BLANK.make_doc(text)
    assert list(find_prefixed_words(doc, range(len(doc)))) == found


def test_the_model_reads_the_verb_alone() -> None:
    assert read_as("Peru re-established ties.") == "Peru established ties ."


@pytest.mark.model
def test_a_verb_with_a_prefix_has_its_subject_and_object(extractor: Extractor) -> None:
    found = tree(extractor, "The firm re-established limited ties with the bank last year.")
    assert (found["firm"], found["ties"]) == ("nsubj established", "dobj established")
