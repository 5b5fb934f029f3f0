"""Stores: graphs on disk that grow and shrink by documents.

What a store holds is a function of the set of its documents, as kgraph read them: it is the graph that `kgraph build`
makes of the same documents, whatever came, was replaced, or went before, in whatever order, on whatever machine.
"""

from kgraph.store.content import Content, count_content, list_documents
from kgraph.store.copies import backup, restore
from kgraph.store.store import Applied, Store

__all__ = ["Applied", "Content", "Store", "backup", "count_content", "list_documents", "restore"]
