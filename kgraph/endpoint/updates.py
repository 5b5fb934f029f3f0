"""A change of a graph as SPARQL 1.1 Update."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph.store import Change

__all__ = ["in_parts", "to_update"]


def to_update(change: Change, graph: str | None) -> str:
    """Write a change as one update, which a server carries out whole or not at all.

    Args:
        change: no blank nodes; one on a server has no name by which it could be told from others.
        graph: the named graph to change; None for the default graph.

    Raises:
        GraphError: there are blank nodes.
    """
    gone, new = sorted(map(_write, change.gone)), sorted(map(_write, change.new))
    return " ;\n".join(
        _data(verb, lines, graph) for verb, lines in (("DELETE", gone), ("INSERT", new)) if lines
    )


def in_parts(change: Change, graph: str | None, size: int) -> Iterator[str]:
    """Write a change as several updates of about so many bytes: first all that enters, then all that leaves.

    Each may be carried out twice without harm, so one that was broken off is mended by sending all of them again.
    """
    for verb, triples in (("INSERT", change.new), ("DELETE", change.gone)):
        yield from (_data(verb, lines, graph) for lines in _portions(sorted(map(_write, triples)), size))


def _portions(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    portion: list[str] = []
    filled = 0
    for line in lines:
        if portion and filled + len(line.encode()) > size:
            yield portion
            portion, filled = [], 0
        portion.append(line)
        filled += len(line.encode())
    if portion:
        yield portion


def _data(verb: str, lines: Iterable[str], graph: str | None) -> str:
    block = "\n".join(lines)
    inner = f"GRAPH {ox.NamedNode(graph)} {{\n{block}\n}}" if graph else block
    return f"{verb} DATA {{\n{inner}\n}}"


def _write(triple: ox.Triple) -> str:
    if _has_blank_node(triple):
        raise GraphError("a change of a graph elsewhere cannot have blank nodes: give them IRIs first")
    return f"{triple} ."


def _has_blank_node(term: object) -> bool:
    if isinstance(term, ox.Triple):
        return any(_has_blank_node(part) for part in term)
    return isinstance(term, ox.BlankNode)
