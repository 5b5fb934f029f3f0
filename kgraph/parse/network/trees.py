"""The model's parse, done for the sentences of many texts in step.

spaCy's parser builds a tree move by move (arc-eager, Nivre 2003), and which moves are allowed hangs on what it built so
far. Its own states say what is in view and make the moves; only what these score is asked of the network for all texts
at once (`moves`), which halves the time of a parse.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from kgraph.parse.network.moves import MoveNetwork, move_network

__all__ = ["TreeSearch", "tree_search"]

MAX_WORDS = 5_000  # parsed at a time: what is seen in them takes 20 MB


def tree_search(pipe: Any) -> "TreeSearch | None":
    """Make the search of a parser; None where it is none of the usual sort."""
    network = move_network(pipe, DependencyParser)
    return TreeSearch(pipe, network) if network is not None else None


class TreeSearch:
    """Finds trees with the network of a parser."""

    def __init__(self, pipe: DependencyParser, network: MoveNetwork) -> None:
        """Take a parser and its network."""
        self._pipe = pipe
        self._network = network
        # What is in view of a state is told by spaCy's own model for texts; of which text it was made is nothing to it.
        self._viewer = pipe.model.predict([Doc(pipe.vocab, words=["a"])])

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Parse texts, at most so many in step."""
        every = list(docs)
        for batch in _batches(sorted(every, key=len), batch_size):
            self._pipe.set_annotations(batch, self._parse(batch))
        return iter(every)

    def _parse(self, docs: Sequence[Doc]) -> list[Any]:
        """Give the states that texts come to."""
        states: list[Any] = self._pipe.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        seen = self._network.see(docs) if going else None
        while going:
            view = self._viewer.get_token_ids(going) + 1
            going = self._pipe.transition_states(going, self._network.score(seen, view.T))
        return states


def _batches(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """Put texts together, at most so many, and no more words than are parsed at a time where there are several."""
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        if len(batch) == size or (batch and words + len(doc) > MAX_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch
