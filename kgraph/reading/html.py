"""Web pages: the main text without menus, captions and comments, and what the page says of itself."""

import codecs
import copy
import functools
import logging
import re
from collections.abc import Iterator
from typing import Any

from kgraph.model import Document
from kgraph.reading.dates import parse_date
from kgraph.reading.encoding import decode
from kgraph.reading.rejection import Draft, Found
from kgraph.reading.stream import Source
from kgraph.reading.text import UNDECODABLE

__all__ = ["looks_like_html", "read_html"]

_DECLARED_ENCODING = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_START = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROOT = re.compile(r"<html\b", re.IGNORECASE)  # the extractor takes a bare paragraph for no web page
# Below this number of characters the extractor tries again with a method that runs heading, paragraphs and
# captions together in one line. By default it is 250, and short news items are below that.
_SHORTEST_ARTICLE = 25
# Fixed bounds: by default the extractor takes no date after today, and tomorrow's result could differ.
# Only what the page marks as its date counts, not any date that occurs in its text.
_DATE_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",
}


def looks_like_html(start: bytes) -> bool:
    """Tell whether this is how a web page starts."""
    return _START.match(start.removeprefix(codecs.BOM_UTF8)) is not None


def read_html(data: bytes, source: Source) -> Iterator[Found]:
    """Read a web page; the document's text is the extracted main text, and offsets count in that."""
    declared = _DECLARED_ENCODING.search(data[:4096])
    page = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if page is None:
        yield source.reject(UNDECODABLE)
        return
    yield from source.doubt(page.doubt)
    document = _extract(page.text, source)
    if document is None:
        yield source.reject("a web page without main text: save the article's own page, or its text as .txt")
        return
    yield Draft(document=document, where=source.where)


def _extract(page: str, source: Source) -> Document | None:
    import trafilatura  # slow to import, and most inputs are no web pages
    from trafilatura.settings import Document as Extracted

    whole_page = page if _ROOT.search(page) else f"<html><body>{page}</body></html>"
    found = trafilatura.bare_extraction(whole_page, **_options())
    if not isinstance(found, Extracted) or not found.text:
        return None
    return Document(
        id=source.name(found.text),
        text=found.text,
        title=found.title or None,
        date=parse_date(found.date or ""),
        url=found.url or None,
        source=found.sitename or found.hostname or None,
    )


@functools.cache
def _options() -> dict[str, Any]:
    """Prepare the extractor, once."""
    from trafilatura.settings import DEFAULT_CONFIG

    # Without this, complaints about odd pages reach standard error where no logging is set up.
    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST_ARTICLE)
    return {
        "include_comments": False,
        "include_tables": False,
        "with_metadata": True,
        "date_extraction_params": _DATE_SEARCH,
        "config": config,
    }
