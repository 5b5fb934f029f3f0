"""A knowledge graph of territorial disputes from news articles, every edge with the words that say it.

The names below are loaded when first asked for: `import kgraph` itself is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.analysis import Graph as Graph
    from kgraph.analysis import Page as Page
    from kgraph.analysis import open_graph as open_graph
    from kgraph.errors import DataError as DataError
    from kgraph.errors import GraphError as GraphError
    from kgraph.errors import KgraphError as KgraphError
    from kgraph.errors import ModelMissingError as ModelMissingError
    from kgraph.errors import QueryError as QueryError
    from kgraph.errors import QueryRefusedError as QueryRefusedError
    from kgraph.errors import QueryStoppedError as QueryStoppedError
    from kgraph.errors import ReadError as ReadError
    from kgraph.evaluation import Comparison as Comparison
    from kgraph.extraction import Extractor as Extractor
    from kgraph.gazetteer import Entry as Entry
    from kgraph.gazetteer import Gazetteer as Gazetteer
    from kgraph.graph.write import write_graph as write_graph
    from kgraph.model import Assertion as Assertion
    from kgraph.model import Document as Document
    from kgraph.model import Entity as Entity
    from kgraph.model import EntityKind as EntityKind
    from kgraph.model import Evidence as Evidence
    from kgraph.model import Mention as Mention
    from kgraph.model import Modality as Modality
    from kgraph.model import OpenProposition as OpenProposition
    from kgraph.model import OpenReading as OpenReading
    from kgraph.model import Polarity as Polarity
    from kgraph.model import Reading as Reading
    from kgraph.model import Span as Span
    from kgraph.pipeline import Added as Added
    from kgraph.pipeline import Built as Built
    from kgraph.pipeline import Intake as Intake
    from kgraph.pipeline import add as add
    from kgraph.pipeline import build as build
    from kgraph.pipeline import evaluate as evaluate
    from kgraph.pipeline import extract as extract
    from kgraph.pipeline import extract_open as extract_open
    from kgraph.sparql import Answer as Answer
    from kgraph.store import Store as Store

__all__ = [
    "Added",
    "Answer",
    "Assertion",
    "Built",
    "Comparison",
    "DataError",
    "Document",
    "Entity",
    "EntityKind",
    "Entry",
    "Evidence",
    "Extractor",
    "Gazetteer",
    "Graph",
    "GraphError",
    "Intake",
    "KgraphError",
    "Mention",
    "Modality",
    "ModelMissingError",
    "OpenProposition",
    "OpenReading",
    "Page",
    "Polarity",
    "QueryError",
    "QueryRefusedError",
    "QueryStoppedError",
    "ReadError",
    "Reading",
    "Span",
    "Store",
    "__version__",
    "add",
    "build",
    "evaluate",
    "extract",
    "extract_open",
    "open_graph",
    "write_graph",
]

__version__ = "0.1.0"

_HOMES = {
    "Added": "kgraph.pipeline:Added",
    "Answer": "kgraph.sparql:Answer",
    "Assertion": "kgraph.model:Assertion",
    "Built": "kgraph.pipeline:Built",
    "Comparison": "kgraph.evaluation:Comparison",
    "DataError": "kgraph.errors:DataError",
    "Document": "kgraph.model:Document",
    "Entity": "kgraph.model:Entity",
    "EntityKind": "kgraph.model:EntityKind",
    "Entry": "kgraph.gazetteer:Entry",
    "Evidence": "kgraph.model:Evidence",
    "Extractor": "kgraph.extraction:Extractor",
    "Gazetteer": "kgraph.gazetteer:Gazetteer",
    "Graph": "kgraph.analysis:Graph",
    "GraphError": "kgraph.errors:GraphError",
    "Intake": "kgraph.pipeline:Intake",
    "KgraphError": "kgraph.errors:KgraphError",
    "Mention": "kgraph.model:Mention",
    "Modality": "kgraph.model:Modality",
    "ModelMissingError": "kgraph.errors:ModelMissingError",
    "OpenProposition": "kgraph.model:OpenProposition",
    "OpenReading": "kgraph.model:OpenReading",
    "Page": "kgraph.analysis:Page",
    "Polarity": "kgraph.model:Polarity",
    "QueryError": "kgraph.errors:QueryError",
    "QueryRefusedError": "kgraph.errors:QueryRefusedError",
    "QueryStoppedError": "kgraph.errors:QueryStoppedError",
    "ReadError": "kgraph.errors:ReadError",
    "Reading": "kgraph.model:Reading",
    "Span": "kgraph.model:Span",
    "Store": "kgraph.store:Store",
    "add": "kgraph.pipeline:add",
    "build": "kgraph.pipeline:build",
    "evaluate": "kgraph.pipeline:evaluate",
    "extract": "kgraph.pipeline:extract",
    "extract_open": "kgraph.pipeline:extract_open",
    "open_graph": "kgraph.analysis:open_graph",
    "write_graph": "kgraph.graph.write:write_graph",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name].split(":")
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
