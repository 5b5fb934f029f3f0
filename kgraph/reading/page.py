"""A web page as it came, whose main text is yet to be extracted: the costly step can be done elsewhere."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from kgraph.model import Document
from kgraph.reading.html import extract
from kgraph.reading.register import check_text
from kgraph.reading.rejection import Draft, Rejection

__all__ = ["RawPage"]


def _leave_unsaid(doubt: Rejection) -> None:
    """Let a doubt go that nobody asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """A web page with its id, known before it is read; it can be pickled and read in another process.

    Attributes:
        id: that of the document it gives.
        data: the page's bytes, untouched.
        where: the name of its file in messages.
        line: its record's number there, from 1; None: it is the whole file.
        url: where it was fetched from; the address that the page gives as its own goes before it.
        fetched: the day it was fetched: a page that says it is younger says so wrongly.
        encoding: what the server said of its encoding.
    """

    id: str
    data: bytes
    where: str
    line: int | None = None
    url: str | None = None
    fetched: datetime.date | None = None
    encoding: str | None = None

    def read(self, on_doubt: Callable[[Rejection], None] = _leave_unsaid) -> Document | Rejection:
        """Extract the main text.

        Args:
            on_doubt: gets what is uncertain of a page that is read all the same: its encoding, its date.

        Returns:
            The document, or why there is none. Nothing raises.
        """
        extracted = extract(self.data, encoding=self.encoding, url=self.url, fetched=self.fetched)
        for doubt in extracted.doubts:
            on_doubt(self._complain(doubt, fatal=False))
        if isinstance(extracted.content, str):
            return self._complain(extracted.content)
        found = extracted.content
        document = Document(
            id=self.id, text=found.text, title=found.title, date=found.date, url=found.url, source=found.site
        )
        problem = check_text(Draft(document=document, where=self.where))
        return self._complain(problem.reason) if problem else document

    def _complain(self, reason: str, *, fatal: bool = True) -> Rejection:
        """Complain of this page; one of many in a file is named by its address too."""
        named = f"{reason} ({self.url})" if self.url and self.line else reason
        return Rejection(where=self.where, line=self.line, reason=named, fatal=fatal)
