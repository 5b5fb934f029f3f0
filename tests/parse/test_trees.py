"""The search for trees: what spaCy's own parser makes of a text, whatever else is parsed with it."""

import pytest
import spacy
from spacy.tokens import Doc

from kgraph.extraction import Extractor
from kgraph.parse.network import trees
from kgraph.parse.network.trees import TreeSearch, tree_search

TEXTS = [
    "Japan, which claims the islands that Russia has administered since 1945, protested on Monday.",
    "The treaty was signed. It has never been ratified. Both states say so.",
    "Kunashir \n lies off Hokkaido , and   The Hague   is far away.",
    "A hearing is scheduled on the issue today, of which nobody knew, before the court in The Hague.",
    "of the and on",
    "Chad",
    "",
]
Tree = list[tuple[int, str, bool]]


def texts(nlp: spacy.Language, starts: int = 0) -> list[Doc]:
    """Make the texts, seen by the layers that the parser stands on, with a sentence begun every so many words."""
    docs = [nlp.get_pipe("tok2vec")(nlp.make_doc(text)) for text in TEXTS]
    for doc in docs if starts else ():
        for at in range(1, len(doc)):
            doc[at].is_sent_start = at % starts == 0
    return docs


def tree(doc: Doc) -> Tree:
    return [(token.head.i, token.dep_, bool(token.is_sent_start)) for token in doc]


@pytest.fixture(scope="module")
def search(extractor: Extractor) -> TreeSearch:
    found = tree_search(extractor.nlp.get_pipe("parser"))
    assert found is not None
    return found


@pytest.mark.parametrize("starts", [0, 1, 2, 5])
def test_trees_are_those_of_the_parser(extractor: Extractor, search: TreeSearch, starts: int) -> None:
    parser = extractor.nlp.get_pipe("parser")
    found = [tree(doc) for doc in search.pipe(texts(extractor.nlp, starts), 100)]
    assert found == [tree(parser(doc)) for doc in texts(extractor.nlp, starts)]
    assert starts or {label for _, label, _ in found[0]} >= {"nsubj", "relcl", "ROOT"}


@pytest.mark.parametrize("size", [1, 3, 1_000])
def test_text_has_the_same_tree_whatever_is_parsed_with_it(
    extractor: Extractor, search: TreeSearch, size: int
) -> None:
    alone = [tree(doc) for text in texts(extractor.nlp) for doc in search.pipe([text], 1)]
    together = [doc for _ in range(9) for doc in texts(extractor.nlp)]
    assert [tree(doc) for doc in search.pipe(together, size)] == alone * 9


def test_few_words_are_parsed_at_a_time(
    extractor: Extractor, search: TreeSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [tree(doc) for doc in search.pipe(texts(extractor.nlp), 100)]
    monkeypatch.setattr(trees, "MAX_WORDS", 5)
    assert [tree(doc) for doc in search.pipe(texts(extractor.nlp), 100)] == whole


def test_no_words_have_no_tree(extractor: Extractor, search: TreeSearch) -> None:
    assert list(search.pipe([], 10)) == []
    assert [tree(doc) for doc in search.pipe([extractor.nlp.make_doc("")] * 2, 10)] == [[], []]


def test_component_of_another_sort_is_left_to_itself(extractor: Extractor) -> None:
    assert tree_search(extractor.nlp.get_pipe("ner")) is None
    assert tree_search(spacy.blank("en").add_pipe("entity_ruler")) is None
