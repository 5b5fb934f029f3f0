"""In which form a client wants what it asks for: media types, and the short names that stand for them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request

__all__ = ["ENGINE_SOLUTIONS", "ENGINE_TRIPLES", "HTML", "SOLUTIONS", "TRIPLES", "choose", "choose_or_none"]

HTML = "text/html"

SOLUTIONS: Mapping[str, str] = MappingProxyType(
    {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
        "html": HTML,
    }
)  # of SELECT and ASK, by the short name; the first is what a client gets that has no wish
TRIPLES: Mapping[str, str] = MappingProxyType(
    {
        "ttl": "text/turtle",
        "nt": "application/n-triples",
        "jsonld": "application/ld+json",
        "rdf": "application/rdf+xml",
        "html": HTML,
    }
)  # of CONSTRUCT and DESCRIBE

# What `kgraph.sparql.formats` calls a form of rows and one of triples, where its name is another.
ENGINE_SOLUTIONS: Mapping[str, str] = MappingProxyType({"json": "srj", "xml": "srx", "html": "srj"})
ENGINE_TRIPLES: Mapping[str, str] = MappingProxyType({"html": "nt"})

_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
        "application/x-turtle": "ttl",
        "text/plain": "nt",
    }
)  # what clients also say
_LOOSE: Mapping[str, str] = MappingProxyType({"json": "jsonld", "xml": "rdf", "turtle": "ttl"})


def choose(request: Request, offered: Mapping[str, str], wanted: str | None = None) -> str:
    """Choose the form of an answer: by the short name where one was given, else by the Accept header.

    Args:
        request: for its Accept header; without one, or with one that nobody understands, the first form is taken.
        offered: media types by their short names, the preferred one first.
        wanted: a short name, as the `format` of a link; one that is not offered counts for nothing.

    Returns:
        The short name.

    Raises:
        HTTPException: 406, with what there is.
    """
    found = choose_or_none(request, offered, wanted)
    if found is None:
        there_is = ", ".join(offered.values())
        raise HTTPException(
            406, f"none of the types of the Accept header can be given; there are: {there_is}"
        )
    return found


def choose_or_none(request: Request, offered: Mapping[str, str], wanted: str | None = None) -> str | None:
    """Choose as `choose` does; None where nothing fits."""
    for name in (wanted, _LOOSE.get(wanted or "")):
        if name in offered:
            return name
    names = _names(offered)
    best = _best(request.headers.get("accept", ""), tuple(names))
    return names[best] if best is not None else None


def _names(offered: Mapping[str, str]) -> dict[str, str]:
    """Give the short names by all media types that stand for them, the preferred ones first."""
    names = {media_type: name for name, media_type in offered.items()}
    for media_type, name in _OTHER_NAMES.items():
        found = name if name in offered else _LOOSE.get(name)
        if found in offered:
            names.setdefault(media_type, str(found))
    return names


def _best(header: str, media_types: Sequence[str]) -> str | None:
    import mimeparse

    if not header.strip():
        return media_types[0]
    try:
        # Of equal ones mimeparse takes the last.
        return mimeparse.best_match(list(reversed(media_types)), header) or None
    except mimeparse.MimeTypeParseException:
        return media_types[0]
