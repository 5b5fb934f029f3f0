"""Web archives (WARC, ISO 28500), as Common Crawl's news crawl has them: each page that was found is one input."""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, BinaryIO

from kgraph.reading import stream as bounds
from kgraph.reading.html import looks_like_html
from kgraph.reading.page import RawPage
from kgraph.reading.rejection import EMPTY, Rejection
from kgraph.reading.stream import Source
from kgraph.reading.unpacking import find_packing

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["read_warc"]

_START = re.compile(rb"WARC/[0-9]\.[0-9]{1,2}\r?\n")
_GZIP_START = re.compile(rb"\x1f\x8b\x08")  # each record is packed by itself
_LONGEST_START = 16
_PIECE = 1 << 20
_MAX_BREAKS = 1_000  # a hostile file must not send the reader back without end
_HTML = ("text/html", "application/xhtml+xml")
_FOUND = 200  # the HTTP status of a page that is there
_KINDS_NAMED = 5


class _BrokenRecordError(Exception):
    """A record that is not as it says it is; where the next begins has to be searched."""


def read_warc(stream: BinaryIO, source: Source, *, packed: bool) -> Iterator[RawPage | Rejection]:
    """Read the web pages of an archive, not yet extracted: responses with HTTP status 200 that hold HTML.

    A page's id is the URI it was fetched from, its line the number of its record. All other records (requests, other
    kinds of files, pages that were not there) share one doubt that counts them. A damaged record costs itself alone,
    if records are packed one by one, as is usual, or not at all.

    Args:
        stream: the archive; it must be possible to go back in it.
        source: its name.
        packed: whether it is gzip data.

    Raises:
        OSError: the stream cannot be read.
    """
    start = stream.read(_LONGEST_START)
    if not start.strip():
        yield source.reject(EMPTY)
    elif wrong := _check_packing(start, packed=packed):
        yield source.reject(wrong)
    else:
        yield from _Archive(stream, source, _GZIP_START if packed else _START).read()


def _check_packing(start: bytes, *, packed: bool) -> str | None:
    packing = find_packing(start)
    if packed and packing is None:
        return "no gzip data, though its name ends in .gz: take the .gz off its name"
    if packing == "zstd":
        return "zstd data: unpack it first (unzstd)"
    if packing and not packed:
        return "gzip data: let its name end in .warc.gz"
    return None


class _Archive:
    """An archive on its way.

    The page read last is held back until the next record begins where it should: one whose length is stated
    wrongly lacks its end, or has swallowed the beginning of the next.
    """

    def __init__(self, stream: BinaryIO, source: Source, start: re.Pattern[bytes]) -> None:
        self._stream = stream
        self._source = source
        self._start = start
        self._number = 0  # of the record that was begun last, from 1
        self._position = 0  # where that begins
        self._held: RawPage | None = None
        self._held_is_whole = False  # by its digest, where it has one
        self._gave_any = False
        self._others: Counter[str] = Counter()  # records that are no pages, by kind

    def read(self) -> Iterator[RawPage | Rejection]:
        position: int | None = 0
        breaks = 0
        while position is not None:
            if (yield from self._read_from(position)):
                break
            breaks += 1
            position = self._find_next(max(position, self._position) + 1)
            if position is not None and breaks == _MAX_BREAKS:
                yield self._source.reject(f"damaged in {breaks:,} places: the rest is left out")
                break
        yield from self._sum_up()

    def _read_from(self, position: int) -> Generator[RawPage | Rejection, None, bool]:
        """Read records from a place on; give whether the end was reached, and no broken one before it."""
        before = self._number
        records = self._open(position)
        while True:
            try:
                record = next(records, None)
            except OSError as error:
                # Where none was read from a place that only looks like the beginning of one, it is none.
                begun = self._number > before
                yield from self._settle(error, begun=begun, sure=begun or position == 0)
                return False
            yield from self._give_held()
            if record is None:
                return True
            self._number += 1
            self._position = record.stream_pos
            try:
                self._held = self._take(record)
            except _BrokenRecordError as error:
                yield self._reject(str(error))
                return False

    def _open(self, position: int) -> "Iterator[WarcRecord]":
        from fastwarc.warc import ArchiveIterator

        self._stream.seek(position)
        return iter(ArchiveIterator(self._stream, parse_http=False))

    def _settle(self, error: OSError, *, begun: bool, sure: bool) -> Iterator[RawPage | Rejection]:
        """Complain where no record begins.

        Args:
            error: why not.
            begun: whether records were read just before it.
            sure: whether one must begin there.
        """
        if begun and "Gzip" not in str(error) and not (self._held and self._held_is_whole):
            self._held = None
            yield self._reject(
                f"damaged, or its Content-Length is wrong: none begins where it ends ({error})"
            )
            return
        yield from self._give_held()  # whole by its digest, or unpacked up to the checksum of its data
        if sure:
            self._number += 1
            yield self._reject(f"damaged ({error})")

    def _give_held(self) -> Iterator[RawPage]:
        if self._held is not None:
            self._gave_any = True
            yield self._held
            self._held = None

    def _take(self, record: "WarcRecord") -> RawPage | None:
        """Take the page that a record holds, if it does.

        Raises:
            _BrokenRecordError: it cannot be read, or cannot be trusted to end where it says.
        """
        length = record.content_length
        if length > bounds.MAX_BYTES:
            raise _BrokenRecordError(_too_long())
        try:
            record.freeze()
        except OSError as error:
            raise _BrokenRecordError(f"damaged ({error})") from error
        if record.content_length < length:
            there = f"{record.content_length:,} of {length:,} bytes are there"
            raise _BrokenRecordError(f"cut off, or its Content-Length is wrong: {there}")
        if str(record.record_type) == "response" and record.is_http:
            self._held_is_whole = record.verify_block_digest()
            return self._take_response(record)
        self._others[_describe(record)] += 1
        return None

    def _take_response(self, record: "WarcRecord") -> RawPage | None:
        uri = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
        named = f" ({uri})" if uri else ""
        try:
            record.parse_http(auto_decode="all")
            data = record.reader.read(bounds.MAX_BYTES + 1)
        except OSError as error:
            raise _BrokenRecordError(f"no HTTP response that can be read: {error}{named}") from error
        headers = record.http_headers  # None in spite of its type, and without headers it is falsy
        status = None if headers is None else headers.status_code
        if status is None:
            raise _BrokenRecordError(f"no HTTP response: it has no status{named}")
        if other := _find_other_kind(record, status, data):
            self._others[other] += 1
            return None
        if len(data) > bounds.MAX_BYTES:
            raise _BrokenRecordError(_too_long() + named)
        return self._to_page(record, data, uri)

    def _to_page(self, record: "WarcRecord", data: bytes, uri: str) -> RawPage:
        fetched = record.record_date
        return RawPage(
            id=uri or self._source.name("", self._number),
            data=data,
            where=self._source.where,
            line=self._number,
            url=uri or None,
            fetched=fetched.date() if fetched else None,
            encoding=record.http_charset,
        )

    def _find_next(self, position: int) -> int | None:
        """Find where a record may begin, at a place or after it."""
        self._stream.seek(position)
        data = b""
        while piece := self._stream.read(_PIECE):
            data += piece
            if match := self._start.search(data):
                return position + match.start()
            position += max(len(data) - _LONGEST_START, 0)
            data = data[-_LONGEST_START:]
        return None

    def _sum_up(self) -> Iterator[Rejection]:
        """Count what is no page; where there was no page at all, that is a complaint."""
        total = self._others.total()
        commonest = sorted(self._others.items(), key=lambda item: (-item[1], item[0]))
        named = ", ".join(f"{kind} ({count:,})" for kind, count in commonest[:_KINDS_NAMED])
        more = ", …" if len(commonest) > _KINDS_NAMED else ""
        holds = f"{total:,} {'record' if total == 1 else 'records'} of other kinds: {named}{more}"
        if not self._gave_any:
            yield self._source.reject(f"no web page in it; {holds}" if total else "no web page in it")
        elif total:
            yield self._source.reject(f"passed over {holds}", fatal=False)

    def _reject(self, reason: str) -> Rejection:
        self._gave_any = True
        return self._source.reject(reason, line=self._number)


def _describe(record: "WarcRecord") -> str:
    """Say what kind of record it is."""
    kind = str(record.record_type)
    if kind == "response":  # to something else than HTTP
        kind = record.headers.get("Content-Type") or kind
    return kind


def _find_other_kind(record: "WarcRecord", status: int, data: bytes) -> str | None:
    """Say what a response holds that is no page; None: it is one."""
    if status != _FOUND:
        return f"status {status}"
    kind = (record.http_content_type or "").strip().lower()
    if kind in _HTML or (not kind and looks_like_html(data)):
        return None
    return kind or "no content type"


def _too_long() -> str:
    return f"longer than {bounds.MAX_BYTES // 1_000_000} MB, which no web page is"
