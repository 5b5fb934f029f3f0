"""The network of a spaCy component that goes through a text move by move, asked for many places at once.

What the component sees in each word, once for each place that the word may have in its view (the next word, the one
on top of the stack …), is worked out beforehand; at each move it adds up the words in view and rates its moves. spaCy
3.8 does so in a loop that takes the interpreter's lock for each number of each view, and its products of matrices are
those of BLIS. The numbers are added up in spaCy's order.
"""

import functools
import operator
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["PADDING", "MoveNetwork", "move_network"]

PADDING = 0  # stands for no word; the others are counted from one


def move_network(pipe: Any, kind: type) -> "MoveNetwork | None":
    """Take the network of a component; None where the component is none of the usual sort.

    Args:
        pipe: the component.
        kind: what it is to be; of its heirs nobody knows how they work.
    """
    is_kind = type(pipe) is kind
    model: Any = pipe.model if is_kind and pipe.cfg["beam_width"] == 1 else None
    if model is None or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return None
    return MoveNetwork(model.layers) if type(model.ops.xp) is type(np) else None


class MoveNetwork:
    """Rates moves."""

    def __init__(self, layers: Sequence[Any]) -> None:
        """Take the layers: what is seen in words, what of that in each place in view, and what that says of moves."""
        self._words, self._lower, self._upper = layers
        self.width: int = self._lower.get_dim("nF")  # places in view

    def see(self, docs: "Sequence[Doc]") -> Any:
        """Give what is seen in each word of texts, for each place in view; the first row stands for no word."""
        return self._lower.predict(self._words.predict(docs))

    def score(self, seen: Any, view: Sequence[Any]) -> Any:
        """Score all moves for each of several views.

        Args:
            seen: of the words.
            view: for each place in view which words stand there, or the one that does in all views, but for the first.
        """
        summed = functools.reduce(operator.iadd, (seen[words, place] for place, words in enumerate(view)))
        summed += self._lower.get_param("b")
        pieces = (summed[:, :, piece] for piece in range(summed.shape[2]))
        return self._upper.predict(functools.reduce(np.maximum, pieces))
