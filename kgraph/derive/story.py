"""Stories: documents that print one text, with the edits that papers make, and so are one origin.

**Follows**: documents whose texts are near copies by their signatures (`kgraph.syndication`), and which say something
of the same two things, are appearances of one story; so is whatever a chain of them joins. The first appearance is
that of the earliest day, of one day the first by IRI; a document without a day comes last.

**Does not follow**: which paper wrote it. A document that nothing was read in is no appearance, since it is evidence of
nothing. That two documents must speak of the same things loses no tie that counting origins needs, and keeps a change
of the graph from touching more than the documents that speak of what changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Facts, Said
from kgraph.derive.layer import Conclusion, to_triples
from kgraph.derive.rule import Key, Pairs
from kgraph.derive.touched import Touched
from kgraph.graph import terms
from kgraph.graph.terms import Value, node
from kgraph.syndication import find_copies, number_stories

__all__ = ["Stories"]

_Things = tuple[NamedNode, Value]  # subject and object
_LAST = "9999"  # the day of what has none


@dataclass(slots=True)
class _Document:
    """A document with what it says."""

    signature: str
    published: str
    said: defaultdict[_Things, list[NamedNode]] = field(default_factory=lambda: defaultdict(list))


class Stories:
    """The rule of which documents are one story; a key is all the documents that a change touches together."""

    id = "story"
    says = "documents that print one text, however edited, are appearances of one story"

    def whole(self, said: Iterable[Said], background: Background) -> Iterator[Triple]:  # noqa: ARG002
        """Give all that follows from a graph."""
        return self._conclude(_documents(said))

    def touched(self, touched: Touched) -> Iterable[Key]:
        """Give the documents whose words, day or assertions changed."""
        return [tuple(sorted(touched.documents, key=str))] if touched.documents else []

    def again(self, key: Key, background: Background) -> Iterator[Triple]:
        """Give the stories of some documents, and of those that are or were in one with them."""
        facts = background.facts
        near = _near(key, facts)
        members = {one for story in _stories_of(near, facts) for one in _members(story, facts)}
        said = {one.iri: one for document in near | members for one in _said_in(document, facts)}
        documents = _documents(said.values())
        return self._conclude({d: told for d, told in documents.items() if d in near | members})

    def before(self, key: Key, background: Background, touched: Touched) -> Iterator[Triple]:  # noqa: ARG002
        """Give what the graph has of the stories of some documents, and of those that are now near copies of them."""
        facts = background.facts
        for story in _stories_of(_near(key, facts), facts):
            yield from facts.graph.match(subject=story)

    def _conclude(self, documents: dict[NamedNode, _Document]) -> Iterator[Triple]:
        iris = sorted(documents, key=str)
        told = [documents[iri] for iri in iris]
        members: defaultdict[int, list[NamedNode]] = defaultdict(list)
        numbers = number_stories([each.signature for each in told], [each.said for each in told])
        for iri, number in zip(iris, numbers, strict=True):
            members[number].append(iri)
        for appearances in members.values():
            if len(appearances) > 1:
                said = _said_by_several([documents[iri] for iri in appearances])
                first = min(appearances, key=lambda iri: (documents[iri].published, str(iri)))
                pairs: Pairs = (
                    (terms.FIRST_APPEARANCE, first),
                    *((terms.APPEARANCE, iri) for iri in appearances),
                )
                yield from to_triples(Conclusion(self.id, terms.STORY, (appearances[0],), pairs, said))


def _documents(said: Iterable[Said]) -> dict[NamedNode, _Document]:
    """Sort what is said by the documents that say it, as far as these have a signature."""
    documents: dict[NamedNode, _Document] = {}
    for one in said:
        for support in one.supports:
            if support.document and support.signature:
                iri = NamedNode(support.document)
                told = documents.setdefault(iri, _Document(support.signature, support.published or _LAST))
                told.said[one.content.subject, one.content.object].append(one.iri)
    return documents


def _said_by_several(documents: Iterable[_Document]) -> tuple[NamedNode, ...]:
    """Give the assertions of documents on the things that several of them speak of."""
    said: defaultdict[_Things, list[list[NamedNode]]] = defaultdict(list)
    for document in documents:
        for things, assertions in document.said.items():
            said[things].append(assertions)
    several = {one for each in said.values() if len(each) > 1 for assertions in each for one in assertions}
    return tuple(sorted(several, key=str))


def _near(key: Key, facts: Facts) -> set[NamedNode]:
    """Give documents with all near copies of them that speak of the same things."""
    found = {document for document in key if isinstance(document, NamedNode)}
    for document in tuple(found):
        for one in _said_in(document, facts):
            things = ((terms.SUBJECT, one.content.subject), (terms.OBJECT, one.content.object))
            told = {s.document: s.signature for same in facts.find(things) for s in same.supports}
            others = [NamedNode(name) for name in told if name]
            signatures = [told[each.value] for each in others]
            found.update(others[place] for place in find_copies(told.get(document.value), signatures))
    return found


def _said_in(document: NamedNode, facts: Facts) -> list[Said]:
    evidence = [t.subject for t in facts.graph.match(predicate=node(terms.IN_DOCUMENT), object=document)]
    iris = {
        triple.subject
        for one in evidence
        if isinstance(one, NamedNode)
        for triple in facts.graph.match(predicate=node(terms.EVIDENCE), object=one)
    }
    found = (facts.said(iri) for iri in sorted(iris, key=str) if isinstance(iri, NamedNode))
    return [said for said in found if said is not None]


def _stories_of(documents: Iterable[NamedNode], facts: Facts) -> set[NamedNode]:
    """Give the stories that the graph has of documents."""
    appearance = node(terms.APPEARANCE)
    found = (t.subject for d in documents for t in facts.graph.match(predicate=appearance, object=d))
    return {story for story in found if isinstance(story, NamedNode)}


def _members(story: NamedNode, facts: Facts) -> Iterator[NamedNode]:
    for triple in facts.graph.match(story, node(terms.APPEARANCE)):
        if isinstance(triple.object, NamedNode):
            yield triple.object
