"""The model's search for names, done for all words of many texts at once.

spaCy's recogniser goes from word to word and asks each time which of its moves are allowed: some 30 µs a word, twice
what its network takes. While no name is open, a move hangs on nothing but the word; so the moves of all words are
scored together, as if no name were open, and only from where a name begins is it followed to its end, all in step.
The scores are added up in spaCy's order; the moves and when each is allowed are those of its `BiluoPushDown`.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import EntityRecognizer

from kgraph.parse.network.moves import PADDING, MoveNetwork, move_network

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NameSearch", "name_search"]

_Names = list[tuple[str, bool]]
_VIEW = 3  # the word, the first of the open name, the word before


def name_search(pipe: Any) -> "NameSearch | None":
    """Make the search of a recogniser; None where it is none of the usual sort."""
    network = move_network(pipe, EntityRecognizer)
    return NameSearch(pipe, network) if network is not None and network.width == _VIEW else None


class NameSearch:
    """Finds names with the network of a recogniser."""

    def __init__(self, pipe: EntityRecognizer, network: MoveNetwork) -> None:
        """Learn which score is that of which move."""
        self._network = network
        moves = [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]
        parted = [move.partition("-") for move in moves]
        self._kinds = [kind for kind, _, _ in parted]
        self._labels = [label for _, _, label in parted]
        self._places = {move: number for number, move in enumerate(moves)}
        self._begin, self._unit = self._mask("B"), self._mask("U")
        self._never = ~(self._begin | self._unit | self._mask("O"))

    def _mask(self, kind: str) -> Any:
        """Mark the moves of a kind; a "U" without a label is for names that were there before."""
        named = zip(self._kinds, self._labels, strict=True)
        return np.array([k == kind and (k == "O" or label != "") for k, label in named])

    def find(self, docs: "Sequence[Doc]") -> Iterator[_Names]:
        """Give for each word of each text the sort of name that it is of, "" for none, and whether it begins one.

        Args:
            docs: texts without names.
        """
        if not any(map(len, docs)):
            return (_Names() for _ in docs)
        closed, may_go_on = _borders(docs)
        seen = self._network.see(docs)
        moves = self._moves_of_closed(seen, closed, may_go_on)
        ends = self._follow(seen, moves, may_go_on)
        return self._by_text(docs, moves.tolist(), ends)

    def _moves_of_closed(self, seen: Any, is_space: Any, may_go_on: Any) -> Any:
        """Give for each word the best move where no name is open."""
        words = np.arange(1, len(seen))
        scores = self._network.score(seen, (words, PADDING, PADDING))
        scores[:, self._never] = -np.inf
        scores[np.ix_(is_space, self._begin | self._unit)] = -np.inf
        scores[np.ix_(~may_go_on, self._begin)] = -np.inf
        return scores.argmax(axis=1)

    def _follow(self, seen: Any, moves: Any, may_go_on: Any) -> dict[int, int]:
        """Give for each word that may begin a name where that ends, behind its last word."""
        ends: dict[int, int] = {}
        starts = np.flatnonzero(self._begin[moves])
        inside = np.array([self._places.get(f"I-{label}", -1) for label in self._labels])
        last = np.array([self._places.get(f"L-{label}", -1) for label in self._labels])
        at = starts + 1
        while len(starts):
            scores = self._network.score(seen, (at + 1, starts + 1, at))
            rows, on, off = np.arange(len(at)), inside[moves[starts]], last[moves[starts]]
            goes_on, stops = scores[rows, on], scores[rows, off]
            is_on = may_go_on[at] & ((goes_on > stops) | ((goes_on == stops) & (on < off)))
            ends.update(zip(starts[~is_on].tolist(), (at[~is_on] + 1).tolist(), strict=True))
            starts, at = starts[is_on], at[is_on] + 1
        return ends

    def _by_text(self, docs: "Sequence[Doc]", moves: Sequence[int], ends: dict[int, int]) -> Iterator[_Names]:
        bounds = itertools.accumulate(map(len, docs), initial=0)
        for start, stop in itertools.pairwise(bounds):
            names: _Names = [("", False)] * (stop - start)
            at = start
            while at < stop:
                end = ends.get(at, at + 1)
                label = self._labels[moves[at]]
                if label:
                    names[at - start : end - start] = [(label, True), *[(label, False)] * (end - at - 1)]
                at = end
            yield names


def _borders(docs: "Sequence[Doc]") -> tuple[Any, Any]:
    """Tell of each word whether it is white space, and whether a name may go on behind it."""
    tables = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]).reshape(-1, 2) for doc in docs])
    begins = tables[:, 1] == 1
    begins[[at for at in itertools.accumulate(map(len, docs), initial=0) if at < len(begins)]] = True
    return tables[:, 0] == 1, ~np.append(begins[1:], True)
