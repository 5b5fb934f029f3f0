"""What the model sees in a word by itself, worked out once for each word.

A convolutional model begins with what it knows of each word alone: rows of tables, by the word's form, prefix, suffix
and shape, and a mix of these. That is a quarter of its time, and hangs on nothing but the word; a text repeats most of
its words, and a corpus nearly all. The mix is made of fixed blocks of rows (`kgraph.parse.network.analysis`), so that a
row that was kept has the very bits of one that is made anew.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["keep_embeddings"]

_MAX_KEPT = 40_000  # words; a row has 96 numbers of four bytes
_KEPT = "kept_embedding"
# How the layers begin that spaCy's MultiHashEmbed makes where it has no vectors, and end.
_FIRST, _SECOND, _LAST = "extract_features", "list2ragged", "ragged2list"


def keep_embeddings(nlp: "Language") -> None:
    """Let the components of a pipeline keep what they make of a word alone; one of another build stays as it is."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            _keep(model)


def _keep(model: "Model[Any, Any]") -> None:
    nodes = list(model.walk())
    if any(node.name == _KEPT for node in nodes):
        return
    for node in nodes:
        if _is_embedding(node):
            model.replace_node(node, _kept(node))


def _is_embedding(node: "Model[Any, Any]") -> bool:
    names = [layer.name for layer in node.layers]
    return names[:2] == [_FIRST, _SECOND] and names[-1] == _LAST and type(node.ops.xp) is type(np)


def _kept(embedding: "Model[Any, Any]") -> "Model[Any, Any]":
    rows = _Rows(embedding)

    def forward(_: object, docs: "Sequence[Doc]", is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
        if is_train:
            trained: tuple[list[Any], Callable[[Any], Any]] = embedding(docs, is_train)
            return trained
        return rows.of(docs), _no_training

    return Model(_KEPT, forward, layers=[embedding], dims={"nO": embedding.maybe_get_dim("nO")})


def _no_training(_: Any) -> Any:
    raise NotImplementedError("what was kept cannot be trained")


class _Rows:
    """The rows of an embedding that were made so far, by the numbers that spaCy has for what decides on them."""

    def __init__(self, embedding: "Model[Any, Any]") -> None:
        self._look_up, *self._mix = embedding.layers
        self._places: dict[bytes, int] = {}
        self._rows = np.empty((0, embedding.get_dim("nO")), dtype="f")

    def of(self, docs: "Sequence[Doc]") -> list[Any]:
        """Give for each text a row for each of its words."""
        asked = self._look_up.predict(docs)
        lengths = [len(words) for words in asked]
        if not any(lengths):
            return [self._rows[:0]] * len(docs)
        words = np.ascontiguousarray(np.concatenate(asked))
        keys: list[Any] = words.view(np.dtype((np.void, words.itemsize * words.shape[1]))).ravel().tolist()
        new = [key for key in dict.fromkeys(keys) if key not in self._places]
        if len(self._places) + len(new) > _MAX_KEPT:
            self._places.clear()
            self._rows, new = self._rows[:0], list(dict.fromkeys(keys))
        if new:
            self._learn(new, words.dtype)
        found = self._rows[np.fromiter(map(self._places.__getitem__, keys), dtype="i", count=len(keys))]
        return np.split(found, np.cumsum(lengths)[:-1])

    def _learn(self, new: Sequence[bytes], dtype: "np.dtype[Any]") -> None:
        rows: Any = [np.frombuffer(b"".join(new), dtype=dtype).reshape(len(new), -1)]
        for layer in self._mix:
            rows = layer.predict(rows)
        self._places.update((key, len(self._rows) + place) for place, key in enumerate(new))
        self._rows = np.concatenate([self._rows, rows[0]])
