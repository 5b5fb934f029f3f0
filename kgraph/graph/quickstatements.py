"""Statements for Wikidata's QuickStatements (version 1, tab-separated), each with the article as its reference.

Written is only what Wikidata holds in the same sense as we do: relations of `PROPERTIES`, between things that the
gazetteer gives an item, positive, actual and in the text's own voice or a party's own word, out of an article with an
address. Who administers a place is left out on purpose: as P17 or P131 it would be a finding, not a report.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kgraph.graph.store import Graph
from kgraph.graph.tables import node_rows
from kgraph.model import Assertion, Document

__all__ = ["PROPERTIES", "to_quickstatements"]

# The property, and whether its statement stands on the item of our object: P1336 is "territory claimed by".
PROPERTIES: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {"claims": ("P1336", True), "partOf": ("P361", False), "partyTo": ("P1891", True)}
)
_POINT, _SINCE, _UNTIL = "P585", "P580", "P582"
_ADDRESS, _TITLE, _PUBLISHED = "S854", "S1476", "S577"
_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_ERA = re.compile(r"(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX")
_WEB = re.compile(r"https?://[^\s\"]+")
_PRECISION = {"year": 9, "month": 10, "day": 11}  # as Wikidata counts it
_DECADE, _CENTURY = 8, 7


def to_quickstatements(graph: Graph) -> str:
    """Write one line for each statement and article that says it, sorted."""
    items = {str(row["id"]): str(row["wikidata"]) for row in node_rows(graph) if row.get("wikidata")}
    documents = {document.id: document for document in graph.documents()}
    lines = {line for each in graph.assertions() for line in _lines(each, items, documents)}
    return "".join(f"{line}\n" for line in sorted(lines))


def _lines(
    assertion: Assertion, items: Mapping[str, str], documents: Mapping[str, Document]
) -> Iterator[str]:
    ends = items.get(assertion.subject.id), items.get(assertion.object.id)
    if assertion.predicate not in PROPERTIES or not assertion.is_plain or None in ends:
        return
    name, on_object = PROPERTIES[assertion.predicate]
    item, value = reversed(ends) if on_object else ends
    for document_id in dict.fromkeys(evidence.document_id for evidence in assertion.evidence):
        reference = _reference(documents[document_id])
        if reference:
            yield "\t".join([str(item), name, str(value), *_qualifiers(assertion.time or ""), *reference])


def _qualifiers(time: str) -> Iterator[str]:
    first, slash, last = time.partition("/")
    pairs = ((_SINCE, first), (_UNTIL, last)) if slash else ((_POINT, first),)
    for name, text in pairs:
        written = _day(text)
        if written:
            yield from (name, written)


def _day(text: str) -> str | None:
    """Write a date with the precision that it has: "1956-10" is "+1956-10-00T00:00:00Z/10"; a guess is left out."""
    if era := _ERA.fullmatch(text):
        year = f"{era['decade']}0" if era["decade"] else f"{era['century']}01"  # 1801: the 19th century there
        return f"+{year}-00-00T00:00:00Z/{_DECADE if era['decade'] else _CENTURY}"
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    precision = _PRECISION[[name for name, value in found.groupdict().items() if value][-1]]
    return f"+{found['year']}-{found['month'] or '00'}-{found['day'] or '00'}T00:00:00Z/{precision}"


def _reference(document: Document) -> list[str]:
    """Write the article as a reference; nothing where it has no address that a reader could follow."""
    if document.url is None or _WEB.fullmatch(document.url) is None:
        return []
    parts = [_ADDRESS, f'"{document.url}"']
    title = " ".join((document.title or "").replace('"', "”").split())
    if title:
        parts += [_TITLE, f'en:"{title}"']
    if document.date:
        parts += [_PUBLISHED, f"+{document.date.isoformat()}T00:00:00Z/11"]
    return parts
