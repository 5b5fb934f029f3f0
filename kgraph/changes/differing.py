"""What two graphs tell differently, subject by subject."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.changes.difference import Values
from kgraph.changes.walk import Changes
from kgraph.graph import terms
from kgraph.graph.sorted_file import SortedFile
from kgraph.graph.terms import shorten

__all__ = ["THING", "Differing", "by_subject"]

THING = terms.KNOWN  # what has this property is a thing that assertions speak of
_CLASSES = frozenset({terms.ASSERTION, terms.EVIDENCE_CLASS, terms.DOCUMENT})


@dataclass(slots=True)
class Differing:
    """The triples of a subject that only one of two graphs has, and what the subject is in each graph.

    A kind is the IRI of a class (assertion, evidence, document), `THING`, or None for anything else.
    """

    gone: list[Triple] = field(default_factory=list)
    new: list[Triple] = field(default_factory=list)
    kind_before: str | None = None
    kind_after: str | None = None

    @property
    def kind(self) -> str | None:
        """Say what it is."""
        return self.kind_after or self.kind_before

    @property
    def is_altered(self) -> bool:
        """Tell whether both graphs describe it."""
        return self.kind_before is not None and self.kind_after is not None

    @property
    def is_read_by_another(self) -> bool:
        """Tell whether it differs only by the software that read it."""
        return {triple.predicate.value for triple in (*self.gone, *self.new)} == {terms.ATTRIBUTED_SOFTWARE}

    def values(self, left_out: Set[str] = frozenset()) -> Iterator[Values]:
        """Give its properties that differ, but some, in the order of their IRIs."""
        found = {triple.predicate.value for triple in (*self.gone, *self.new)} - left_out
        for iri in sorted(found):
            yield Values(property=shorten(iri), gone=_values(self.gone, iri), new=_values(self.new, iri))


def by_subject(changes: Changes, before: SortedFile, after: SortedFile) -> Mapping[NamedNode, Differing]:
    """Sort the differing triples by their subjects; those of blank nodes are left out."""
    found: defaultdict[NamedNode, Differing] = defaultdict(Differing)
    for triple in changes.gone:
        if isinstance(triple.subject, NamedNode):
            found[triple.subject].gone.append(triple)
    for triple in changes.new:
        if isinstance(triple.subject, NamedNode):
            found[triple.subject].new.append(triple)
    for subject, one in found.items():
        one.kind_before = _kind(one.gone) or _kind(before.about(subject))
        one.kind_after = _kind(one.new) or _kind(after.about(subject))
        if one.kind == THING:  # also where a graph describes it and lacks the very property that tells
            one.kind_before = one.kind_before or _thing_if_any(before.about(subject))
            one.kind_after = one.kind_after or _thing_if_any(after.about(subject))
    return found


def _thing_if_any(triples: Iterable[Triple]) -> str | None:
    return next((THING for _ in triples), None)


def _kind(triples: Iterable[Triple]) -> str | None:
    for triple in triples:
        if triple.predicate.value == THING:
            return THING
        if triple.predicate.value == terms.TYPE and str(triple.object)[1:-1] in _CLASSES:
            return str(triple.object)[1:-1]
    return None


def _values(triples: Iterable[Triple], predicate: str) -> tuple[str, ...]:
    return tuple(sorted(_show(t.object) for t in triples if t.predicate.value == predicate))


def _show(term: object) -> str:
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return shorten(term.value) if isinstance(term, NamedNode) else str(term)
