"""What the model makes of a word among its neighbours, worked out block by block.

A convolutional model goes through a text several times, and each time mixes what it knows of a word with what it knows
of the words beside it. thinc does each step of that for all words before the next: a matrix of windows, its product,
the largest of three numbers, a norm, a sum, each read from memory and written there. Here all steps are done for so
many words at a time as stay in the processor's cache, and for rows between two texts only as far as a word still hangs
on them. Each number is added up in thinc's order, so that every bit is the same.
"""

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["join_convolutions"]

BLOCK = 256  # rows at a time: a quarter of a megabyte, and all blocks alike, so that a row hangs on none beside it
_JOINED = "joined_convolution"
# The layers that spaCy's MaxoutWindowEncoder repeats, each with what went in added to what comes out.
_LAYERS = {"expand_window", "maxout", "layernorm", "dropout"}
_EPSILON = 1e-08  # thinc adds it to each variance


def join_convolutions(nlp: "Language") -> None:
    """Let the components of a pipeline work block by block; one of another build stays as it is."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            _join(model)


def _join(model: "Model[Any, Any]") -> None:
    nodes = list(model.walk())
    if any(node.name == _JOINED for node in nodes):
        return
    for node in nodes:
        if _is_convolution(node):
            model.replace_node(node, _joined(node))


def _is_convolution(node: "Model[Any, Any]") -> bool:
    if not node.name.startswith("with_array(residual(") or type(node.ops.xp) is not type(np):
        return False
    layers = [_by_name(layer) for layer in node.layers[0].layers]
    if any(layer.keys() != _LAYERS for layer in layers):
        return False
    return bool(node.attrs["pad"] == sum(layer["expand_window"].attrs["window_size"] for layer in layers))


def _by_name(layer: "Model[Any, Any]") -> "dict[str, Model[Any, Any]]":
    return {node.name: node for node in layer.walk() if not node.layers}


def _joined(convolution: "Model[Any, Any]") -> "Model[Any, Any]":
    joined = _Convolution([_by_name(layer) for layer in convolution.layers[0].layers])

    def forward(_: object, texts: Sequence[Any], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
        if is_train:
            trained: tuple[list[Any], Callable[[Any], Any]] = convolution(texts, is_train)
            return trained
        return joined.of(texts), _no_training

    return Model(_JOINED, forward, layers=[convolution], dims={"nO": convolution.maybe_get_dim("nO")})


def _no_training(_: Any) -> Any:
    raise NotImplementedError("what was read block by block cannot be trained")


class _Convolution:
    """All layers of a convolution."""

    def __init__(self, layers: "Sequence[dict[str, Model[Any, Any]]]") -> None:
        self._layers = [_Layer(layer) for layer in layers]
        self._apart = sum(layer.window for layer in self._layers)  # rows between texts: none sees another

    def of(self, texts: Sequence[Any]) -> list[Any]:
        """Give for each text, a row a word, what becomes of its rows."""
        lengths = [len(text) for text in texts]
        if not any(lengths):
            return list(texts)
        gaps = np.repeat(np.arange(1, len(texts) + 1) * self._apart, lengths)
        places = np.arange(len(gaps)) + gaps
        rows = np.zeros((len(gaps) + (len(texts) + 1) * self._apart, texts[0].shape[1]), dtype="f")
        rows[places] = np.concatenate(texts)
        for layer, needed in zip(self._layers, self._needed(places, len(rows)), strict=True):
            rows = layer.of(rows, needed)
        return np.split(rows[places], np.cumsum(lengths)[:-1])

    def _needed(self, places: Any, size: int) -> Iterator[Any]:
        """Give for each layer the rows that the words hang on after it."""
        is_needed = np.zeros(size, dtype=bool)
        is_needed[places] = True
        found = [np.flatnonzero(is_needed)]
        for layer in self._layers[:0:-1]:
            for _ in range(layer.window):
                is_needed[1:] |= is_needed[:-1].copy()
                is_needed[:-1] |= is_needed[1:].copy()
            found.append(np.flatnonzero(is_needed))
        return reversed(found)


class _Layer:
    """One layer: windows, the largest of several products, brought to one scale, and what went in added to it."""

    def __init__(self, layers: "dict[str, Model[Any, Any]]") -> None:
        maxout, norm = layers["maxout"], layers["layernorm"]
        self.window: int = layers["expand_window"].attrs["window_size"]
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self._shape = (BLOCK, weights.shape[1], weights.shape[0])  # of products: pieces one behind the other
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
        self._bias = np.ascontiguousarray(bias.T).ravel()
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")

    def of(self, rows: Any, needed: Any) -> Any:
        """Give what becomes of the needed rows, each of which has its neighbours; of the others nothing is left."""
        made = np.zeros((len(rows), self._shape[2]), dtype="f")
        around = np.arange(-self.window, self.window + 1)
        products = np.empty(self._shape, dtype="f")
        filled = np.pad(needed, (0, -len(needed) % BLOCK), mode="edge")  # the last one again and again
        for places in filled.reshape(-1, BLOCK):
            windows = rows.take(places[:, None] + around, axis=0).reshape(BLOCK, -1)
            np.dot(windows, self._weights, out=products.reshape(BLOCK, -1))
            made[places] = rows.take(places, axis=0) + self._scaled(products)
        return made

    def _scaled(self, products: Any) -> Any:
        flat = products.reshape(BLOCK, -1)
        flat += self._bias
        largest = functools.reduce(np.maximum, products.transpose(1, 0, 2))
        largest -= largest.mean(axis=1, keepdims=True)
        variance = np.add.reduce(largest * largest, axis=1, keepdims=True)
        variance /= np.float32(self._shape[2])
        variance += _EPSILON
        largest *= variance ** (-1 / 2)
        largest *= self._gain
        largest += self._shift
        return largest
