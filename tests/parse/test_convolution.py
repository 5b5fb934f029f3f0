"""What is worked out block by block has the very bits of the model's own layers."""

from typing import Any

import numpy as np
import pytest

from kgraph.extraction import Extractor
from kgraph.parse.network.convolution import BLOCK, join_convolutions

LENGTHS = [
    pytest.param([], id="no text"),
    pytest.param([0], id="a text without words"),
    pytest.param([1], id="one word"),
    pytest.param([3, 0, 0, 7, 1, 1, 12, 0], id="short texts, some empty"),
    pytest.param([BLOCK - 4], id="a block with what stands around"),
    pytest.param([BLOCK], id="a block of words"),
    pytest.param([2 * BLOCK + 5, 1, BLOCK // 2], id="several blocks"),
]


def joined(extractor: Extractor, name: str) -> Any:
    """Give the layer of a component that works block by block."""
    model = extractor.nlp.get_pipe(name).model
    return next(node for node in model.walk() if node.name == "joined_convolution")


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
@pytest.mark.parametrize("lengths", LENGTHS)
def test_rows_are_those_of_the_model(extractor: Extractor, name: str, lengths: list[int]) -> None:
    layer = joined(extractor, name)
    numbers = np.random.default_rng(1)
    texts = [numbers.standard_normal((length, layer.get_dim("nO"))).astype("f") for length in lengths]
    found, plain = layer.predict(texts), layer.layers[0].predict(texts) if texts else []
    assert [rows.shape for rows in found] == [(length, layer.get_dim("nO")) for length in lengths]
    assert all(np.array_equal(one, other) for one, other in zip(found, plain, strict=True))


def test_a_text_is_read_as_if_it_stood_alone(extractor: Extractor) -> None:
    layer = joined(extractor, "tok2vec")
    numbers = np.random.default_rng(2)
    texts = [numbers.standard_normal((length, layer.get_dim("nO"))).astype("f") for length in (4, 9, 2, 60)]
    for rows, text in zip(layer.predict(texts), texts, strict=True):
        assert np.array_equal(rows, layer.predict([text])[0])


def test_both_convolutions_of_the_pipeline_are_joined_once(extractor: Extractor) -> None:
    join_convolutions(extractor.nlp)  # a second time changes nothing
    for name in ("tok2vec", "ner"):
        nodes = [node.name for node in extractor.nlp.get_pipe(name).model.walk()]
        assert nodes.count("joined_convolution") == 1
