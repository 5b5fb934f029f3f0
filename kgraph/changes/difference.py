"""What is new, gone and changed between two graphs, as a reader of the graphs means it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.changes.rereading import Rereading
from kgraph.changes.walk import Changes
from kgraph.model import Assertion, Document, Evidence
from kgraph.vocab import Predicate

__all__ = ["Alteration", "Difference", "Support", "Values"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What a property had and has."""

    property: str  # short: "rdfs:label"
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """A document, a thing or an assertion that both graphs describe, and differently."""

    iri: str
    label: str
    values: tuple[Values, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """An assertion that both graphs have, with other evidence."""

    assertion: Assertion  # as the second graph has it
    gone: tuple[Evidence, ...]
    new: tuple[Evidence, ...]
    altered: tuple[tuple[Evidence, tuple[Values, ...]], ...]  # the same place, told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the second of two graphs has otherwise than the first."""

    gone: tuple[Assertion, ...]  # with the evidence that is not in `reread`
    new: tuple[Assertion, ...]
    reread: tuple[Rereading, ...]
    support: tuple[Support, ...]
    documents_gone: tuple[Document, ...]
    documents_new: tuple[Document, ...]
    altered: tuple[Alteration, ...]
    read_by_another: int  # evidence that differs by the version of kgraph that read it, and by nothing else
    other_gone: int  # triples of none of these
    other_new: int
    documents: Mapping[str, Document]  # of either graph, by id: for dates and sources
    predicates: Mapping[str, Predicate]
    changes: Changes

    def __bool__(self) -> bool:
        return bool(self.changes)
