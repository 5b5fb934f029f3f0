"""The things of a graph described once all documents are in it, wherever it is kept.

A graph that was put together of parts (`kgraph.graph.things.Things.told_triples`) has of each thing what every part
says of it. What it lacks to be the graph of all their documents is told here: the gazetteer's background, and one
label where parts have several. What is looked up does not grow with the graph, but for the list of its things.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from pyoxigraph import NamedNode

from kgraph.gazetteer import Entry, Gazetteer
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import ROLES, boolean, entity_node
from kgraph.graph.things import Things
from kgraph.store.documents import agree_on_name, put_in

__all__ = ["describe_things"]

_AT_ONCE = 500  # things whose names are settled by one change: what is held in memory
_SPEAKING = (*(role.predicate for role in ROLES), terms.CANDIDATE)


def describe_things(graph: Graph, gazetteer: Gazetteer | None) -> None:
    """Describe the things of a graph; what it derives is not looked at.

    Args:
        graph: the documents of any parts, with what each part tells of things; it is changed.
        gazetteer: what the documents were read with; None: all is told by the documents.
    """
    if gazetteer is not None:
        known = (entry for entry in gazetteer if _is_spoken_of(graph, entry))
        draft = Draft(graph)
        put_in(draft, Things(gazetteer).background(known))
        _apply(graph, draft.change())
    unsettled = _find_unsettled(graph)
    while some := list(islice(unsettled, _AT_ONCE)):
        _apply(graph, _settle_names(graph, some))


def _is_spoken_of(graph: Graph, entry: Entry) -> bool:
    thing = entity_node(entry.entity)
    return any(True for _ in chain.from_iterable(graph.match(None, term, thing) for term in _SPEAKING))


def _find_unsettled(graph: Graph) -> Iterator[NamedNode]:
    """Give the things that no gazetteer knows and that have several labels."""
    for triple in graph.match(None, terms.KNOWN, boolean(False)):
        thing = triple.subject
        if isinstance(thing, NamedNode) and sum(1 for _ in graph.match(thing, terms.LABEL)) > 1:
            yield thing


def _settle_names(graph: Graph, things: Iterable[NamedNode]) -> Change:
    draft = Draft(graph)
    for thing in things:
        agree_on_name(draft, thing)
    return draft.change()


def _apply(graph: Graph, change: Change) -> None:
    if change.gone:
        graph.apply(change)
    else:
        graph.extend(change.new)
