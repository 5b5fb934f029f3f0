"""Web pages: the main text without menus, captions and comments, and what the page says of itself."""

import codecs
import copy
import datetime
import functools
import logging
import re
from dataclasses import dataclass, replace
from typing import Any

from kgraph.reading.dates import parse_date
from kgraph.reading.encoding import decode
from kgraph.reading.text import UNDECODABLE

__all__ = ["Extracted", "MainText", "extract", "looks_like_html"]

MAX_PAGE_BYTES = 10_000_000  # of which the extractor makes a hundred times as much in memory
NO_MAIN_TEXT = "a web page without main text: save the article's own page, or its text as .txt"

_DECLARED_ENCODING = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_START = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROOT = re.compile(r"<html\b", re.IGNORECASE)  # the extractor takes a bare paragraph for no web page
# Below this number of characters the extractor tries again with a method that runs heading, paragraphs and
# captions together in one line. By default it is 250, and short news items are below that.
_SHORTEST_ARTICLE = 25
# Fixed bounds: by default the extractor takes no date after today, and tomorrow's result could differ.
# Only what the page marks as its date counts, not any date that occurs in its text.
_DAY = datetime.timedelta(days=1)  # a page is dated where it was written, and may have been fetched elsewhere
_DATE_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",
}


def looks_like_html(start: bytes) -> bool:
    """Tell whether this is how a web page starts."""
    return _START.match(start.removeprefix(codecs.BOM_UTF8)) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """The main text of a page, and what the page says of itself."""

    text: str
    title: str | None
    date: datetime.date | None
    url: str | None
    site: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a page gave: its main text or the reason why there is none; `doubts` say what is uncertain."""

    content: MainText | str
    doubts: tuple[str, ...] = ()


def extract(
    data: bytes,
    *,
    encoding: str | None = None,
    url: str | None = None,
    fetched: datetime.date | None = None,
) -> Extracted:
    """Extract the main text of a web page; offsets of the document count in that.

    Args:
        data: the page.
        encoding: what the server said of it; what the page says goes before it.
        url: where it was fetched from, where the page itself names no address.
        fetched: when; a date after that is not the page's.
    """
    if len(data) > MAX_PAGE_BYTES:
        return Extracted(
            content=f"a web page of more than {MAX_PAGE_BYTES // 1_000_000} MB: save its text as .txt"
        )
    declared = _DECLARED_ENCODING.search(data[:4096])
    page = decode(data, declared=declared[1].decode("ascii") if declared else encoding)
    if page is None:
        return Extracted(content=UNDECODABLE)
    doubts: tuple[str, ...] = (page.doubt,) if page.doubt else ()
    try:
        found = _extract(page.text, url)
    except Exception as error:  # three libraries deep, and one page of a million must not end a run
        reason = f"its main text cannot be extracted ({type(error).__name__}): save it as .txt"
        return Extracted(content=reason, doubts=doubts)
    if found is None:
        return Extracted(content=NO_MAIN_TEXT, doubts=doubts)
    if found.date and fetched and found.date > fetched + _DAY:
        doubts += (f"its date {found.date} is after {fetched}, when it was fetched: kept without a date",)
        found = replace(found, date=None)
    return Extracted(content=found, doubts=doubts)


def _extract(page: str, url: str | None) -> MainText | None:
    import trafilatura  # slow to import, and most inputs are no web pages
    from trafilatura.settings import Document as Found

    whole_page = page if _ROOT.search(page) else f"<html><body>{page}</body></html>"
    found = trafilatura.bare_extraction(whole_page, url=url, **_options())
    if not isinstance(found, Found) or not found.text:
        return None
    return MainText(
        text=found.text,
        title=found.title or None,
        date=parse_date(found.date or ""),
        url=found.url or None,
        site=found.sitename or found.hostname or None,
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
