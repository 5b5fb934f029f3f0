"""The search for names: what spaCy's own recogniser finds, whatever else is searched with a text."""

import pytest
import spacy
from spacy.tokens import Doc

from kgraph.extraction import Extractor
from kgraph.parse.network.naming import name_search

TEXTS = [
    "On Monday Japanese Foreign Minister Taro Kono met Sergei Lavrov in New York City",
    "The World Trade Organization told the European Union's lawyers on 3 March 2019 to pay $4.1 billion.",
    "Kunashir \n lies off Hokkaido , and   The Hague   is far away.",
    "of the and on",
    "Chad",
    "",
]


def texts(nlp: spacy.Language, starts: int = 0) -> list[Doc]:
    """Make the texts, with the beginning of a sentence set every so many words."""
    docs = [nlp.make_doc(text) for text in TEXTS]
    for doc in docs if starts else ():
        for at in range(starts, len(doc), starts):
            doc[at].is_sent_start = True
    return docs


@pytest.mark.parametrize("starts", [0, 1, 2, 3])
def test_names_are_those_of_the_recogniser(extractor: Extractor, starts: int) -> None:
    ner = extractor.nlp.get_pipe("ner")
    search = name_search(ner)
    assert search is not None
    found = list(search.find(texts(extractor.nlp, starts)))
    asked = [ner(doc) for doc in texts(extractor.nlp, starts)]
    assert found == [[(token.ent_type_, token.ent_iob_ == "B") for token in doc] for doc in asked]
    assert starts or ("PERSON", True) in found[0]


def test_text_has_the_same_names_whatever_is_searched_with_it(extractor: Extractor) -> None:
    search = name_search(extractor.nlp.get_pipe("ner"))
    assert search is not None
    together = list(search.find(texts(extractor.nlp) * 30))
    assert together == [names for doc in texts(extractor.nlp) * 30 for names in search.find([doc])]


def test_nothing_is_found_in_no_words(extractor: Extractor) -> None:
    search = name_search(extractor.nlp.get_pipe("ner"))
    assert search is not None
    assert list(search.find([])) == []
    assert list(search.find([extractor.nlp.make_doc("")] * 2)) == [[], []]


def test_component_of_another_sort_is_left_to_itself(extractor: Extractor) -> None:
    assert name_search(extractor.nlp.get_pipe("parser")) is None
    assert name_search(spacy.blank("en").add_pipe("entity_ruler")) is None
