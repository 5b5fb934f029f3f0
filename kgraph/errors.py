"""Errors that are the user's to mend, each one line: what, where, what to do.

KgraphError
├── ReadError          an input that cannot be read (also a ValueError)
├── DataError          a row of the gazetteer, a wording or a term of the ontology that is wrong (also a ValueError)
├── ModelMissingError  the language model is not installed (also an ImportError)
├── GraphError         a graph file that cannot be read or written (also a ValueError)
└── QueryError         a query that is wrong or cannot be answered (also a ValueError)
    ├── QueryRefusedError  it would do more than read this graph, or nests too deep
    └── QueryStoppedError  it passed its limit of time or memory
"""

__all__ = [
    "DataError",
    "GraphError",
    "KgraphError",
    "ModelMissingError",
    "QueryError",
    "QueryRefusedError",
    "QueryStoppedError",
    "ReadError",
]


class KgraphError(Exception):
    """Anything that the user can mend; `kgraph` prints it as one line.

    >>> try:
    ...     kgraph.Graph.open("missing.ttl")
    ... except kgraph.KgraphError as error:
    ...     print(error)
    missing.ttl: cannot be read: No such file or directory
    """


class ReadError(KgraphError, ValueError):
    """An input that cannot be read: says the file, the line where there is one, and what to do."""


class DataError(KgraphError, ValueError):
    """A wrong row in a data file: says the file and the line."""


class ModelMissingError(KgraphError, ImportError):
    """The spaCy model is not installed: says the command that installs it."""


class GraphError(KgraphError, ValueError):
    """A graph that cannot be read or written."""


class QueryError(KgraphError, ValueError):
    """A query that is wrong, unknown or not allowed."""


class QueryRefusedError(QueryError):
    """A query that would do more than read this graph, or that no engine should be given."""


class QueryStoppedError(QueryError):
    """A query that passed its limit of time or memory."""
