"""What comes in: the documents of some sources, and the account of what was left out."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kgraph.corpus.partition import Item
from kgraph.errors import ReadError
from kgraph.files import StrPath, names_of
from kgraph.model import Document
from kgraph.reading import SUFFIXES, Extent, Rejection, read_sources

__all__ = ["NOTHING_READ", "Intake"]

log = logging.getLogger(__name__)

NOTHING_READ = f"nothing could be read: name articles as {' '.join(SUFFIXES)}, a folder, a URL, or -"


@dataclass(slots=True)
class Intake:
    """Hands on the documents of some sources, keeps count of those read and those left out, and logs why.

    `sources` are files, folders, URLs, "-" for standard input: one of them, or several; `fields` tells what their
    records call the fields that they call otherwise than kgraph: {"text": "body"}.

    >>> intake = kgraph.Intake("kgraph/data/demo")
    >>> sum(len(document.text.split()) for document in intake) > 1000
    True
    >>> intake.read, intake.rejected
    (14, 0)
    """

    sources: StrPath | Iterable[StrPath]
    fields: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    read: int = field(default=0, init=False)
    rejections: list[Rejection] = field(default_factory=list, init=False)
    _places: list[int] = field(
        default_factory=list, init=False, repr=False
    )  # how many documents came before each rejection
    _names: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _extent: Extent = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._names = names_of(self.sources)
        self._extent = Extent(self._names)

    def __iter__(self) -> Iterator[Document]:
        """Give each document once.

        Raises:
            ReadError: at the end, where not one could be read.
        """
        reading = read_sources(self._names, on_reject=self._reject, fields=self.fields, extent=self._extent)
        for document in reading:
            self.read += 1
            yield document
        if not self.read:
            raise ReadError(NOTHING_READ)

    def deferred(self) -> Iterator[Item]:
        """Give each document once, web pages as they came: whether they hold a text shows later.

        Raises:
            ReadError: at the end, where there is none.
        """
        reading = read_sources(
            self._names, on_reject=self._reject, fields=self.fields, extent=self._extent, deferred=True
        )
        for item in reading:
            self.read += 1
            yield item
        if not self.read:
            raise ReadError(NOTHING_READ)

    @property
    def expected(self) -> int | None:
        """About how many documents there are, by the sizes of files and what share of them was read; None: unknown."""
        share = self._extent.share()
        return round(self.read / share) if share is not None else None

    def leave_out(self, later: Iterable[tuple[int, Rejection]]) -> None:
        """Take in what came out only when the documents of `deferred` were read, where it belongs.

        Args:
            later: what is wrong with a document, and how many of `deferred` came before it.
        """
        late = [(place, 1, rejection) for place, rejection in later]
        self.read -= sum(rejection.count for _, _, rejection in late if rejection.fatal)
        known = [(place, 0, each) for place, each in zip(self._places, self.rejections, strict=True)]
        ordered = sorted([*known, *late], key=lambda each: each[:2])
        self.rejections = [rejection for _, _, rejection in ordered]
        self._places = [place for place, _, _ in ordered]

    @property
    def rejected(self) -> int:
        """How many inputs were left out."""
        return sum(rejection.count for rejection in self.rejections if rejection.fatal)

    def _reject(self, rejection: Rejection) -> None:
        self.rejections.append(rejection)
        self._places.append(self.read)
        log.warning("%s", rejection)
