"""Stores: graphs, on disk or on a server, that grow and shrink by documents.

What a store holds is a function of the set of its documents, as kgraph read them: it is the graph that `kgraph build`
makes of the same documents, whatever came, was replaced, or went before, in whatever order, on whatever machine.
"""

from kgraph.store.content import Content, count_content, list_documents
from kgraph.store.copies import backup, restore
from kgraph.store.edits import Applied
from kgraph.store.elsewhere import EndpointStore
from kgraph.store.store import Store

__all__ = [
    "Applied",
    "Content",
    "EndpointStore",
    "Store",
    "backup",
    "count_content",
    "list_documents",
    "restore",
]
