"""RDF terms as Python values: whole numbers, numbers, days and truth values as such."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pyoxigraph as ox

from kgraph.frames import Cell
from kgraph.vocab import PREFIXES

__all__ = ["values_of"]

_XSD = PREFIXES["xsd"]
_READ: Mapping[str, Callable[[str], Cell]] = MappingProxyType(
    {
        **dict.fromkeys((_XSD + "integer", _XSD + "int", _XSD + "long"), int),
        **dict.fromkeys((_XSD + "decimal", _XSD + "double", _XSD + "float"), float),
        _XSD + "boolean": lambda text: text in {"true", "1"},
        _XSD + "date": datetime.date.fromisoformat,
    }
)
_MOST = 2**63  # beyond it no frame has a whole number


def values_of(terms: Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]) -> list[Cell]:
    """Give the values of a column: those of one type where all are of one, else the text of each.

    An IRI is its text; what is unbound is None. A year before 1 or a number that does not fit stays text, and
    with it its column.
    """
    texts = [
        None if term is None else str(term) if isinstance(term, ox.Triple) else term.value for term in terms
    ]
    readers = {
        _READ.get(term.datatype.value) if isinstance(term, ox.Literal) else None
        for term in terms
        if term is not None
    }
    read = readers.pop() if len(readers) == 1 else None
    if read is None:
        return list(texts)
    try:
        values = [None if text is None else read(text) for text in texts]
    except ValueError:
        return list(texts)
    fits = all(not isinstance(value, int) or -_MOST <= value < _MOST for value in values)
    return values if fits else list(texts)
