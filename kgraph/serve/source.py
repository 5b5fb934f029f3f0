"""The graph that is served, and what the parts of the server share of it."""

import threading
from dataclasses import dataclass, field
from functools import cached_property

from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.serve.asking import Asker
from kgraph.serve.listing import Listed, list_things

__all__ = ["Source"]


@dataclass(slots=False, kw_only=True)
class Source:
    """A graph with its title and whoever answers the queries of users.

    `graph` is asked by our own code only.
    """

    graph: Graph
    asker: Asker
    title: str
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def triples(self) -> int:
        """How many triples there are."""
        return len(self.graph)

    @cached_property
    def assertions(self) -> int:
        """How many assertions there are."""
        return sum(1 for _ in self.graph.match(predicate=terms.TYPE, object=terms.ASSERTION))

    @cached_property
    def things(self) -> tuple[Listed, ...]:
        """What is talked of, and the documents: for the list and its search."""
        return list_things(self.graph)

    @cached_property
    def page(self) -> str:
        """The drawing."""
        from kgraph.view import build_page

        graph = self.graph
        return build_page(
            graph.documents(),
            graph.assertions(),
            predicates=graph.predicates,
            title=self.title,
            background=graph.background_names(),
        )
