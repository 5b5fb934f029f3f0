"""What was made of a word once is what would be made of it again."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from kgraph.extraction import Extractor
from kgraph.parse.network import embedding
from kgraph.parse.network.embedding import keep_embeddings

TEXTS = [
    "Japan claims the islands off Hokkaido.",
    "",
    "the islands,the reefs",
    "Sovereignty",
    "of the islands",
]


def kept(extractor: Extractor) -> Any:
    """Give the layer of the model that keeps what it made."""
    model = extractor.nlp.get_pipe("tok2vec").model
    return next(node for node in model.walk() if node.name == "kept_embedding")


def rows(layer: Any, docs: Sequence[Doc]) -> list[Any]:
    found: list[Any] = layer.predict(docs)
    return found


def test_rows_are_those_of_the_model(extractor: Extractor) -> None:
    docs = [extractor.nlp.make_doc(text) for text in TEXTS]
    layer = kept(extractor)
    plain = layer.layers[0]
    for _ in range(2):
        for one, other, doc in zip(rows(layer, docs), rows(plain, docs), docs, strict=True):
            assert one.shape[0] == len(doc)
            assert np.array_equal(one, other)
    for doc in docs:
        assert np.array_equal(rows(layer, [doc])[0], rows(plain, [doc])[0])


def test_both_embeddings_of_the_pipeline_are_kept_once(extractor: Extractor) -> None:
    keep_embeddings(extractor.nlp)  # a second time changes nothing
    for name in ("tok2vec", "ner"):
        nodes = [node.name for node in extractor.nlp.get_pipe(name).model.walk()]
        assert nodes.count("kept_embedding") == 1


def test_more_words_than_are_kept_give_the_same_rows(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "_MAX_KEPT", 5)
    layer = kept(extractor)
    for text in TEXTS * 2:
        docs = [extractor.nlp.make_doc(text)]
        assert np.array_equal(rows(layer, docs)[0], rows(layer.layers[0], docs)[0])
