"""From the files, folders and streams that the user names to documents, each once."""

import itertools
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import BinaryIO, Literal, overload

from kgraph.errors import ReadError
from kgraph.model import Document
from kgraph.reading.complaints import Complaints
from kgraph.reading.extent import Extent
from kgraph.reading.file import File, Folder, find_path
from kgraph.reading.folder import LinkNotFollowedError
from kgraph.reading.html import looks_like_html
from kgraph.reading.jsonl import looks_like_json_lines, read_jsonl
from kgraph.reading.kinds import (
    KNOWN,
    describe_error,
    find_suffix,
    read_data,
    read_file,
    read_lines,
    with_damage,
)
from kgraph.reading.labels import Labels
from kgraph.reading.page import RawPage
from kgraph.reading.record import FIELDS
from kgraph.reading.register import Register, check_text
from kgraph.reading.rejection import Draft, Found, Rejection
from kgraph.reading.stream import Source, join_lines, split_lines
from kgraph.reading.text import read_text
from kgraph.reading.unpacking import Begun, find_packing, unpack_begun
from kgraph.reading.url import find_url, is_url

__all__ = ["read_sources"]

_KINDS_NAMED = 5
_LINKS_NAMED = 3


@overload
def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: Literal[False] = False,
    fields: Mapping[str, str] = ...,
    extent: Extent | None = ...,
) -> Iterator[Document]: ...


@overload
def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: Literal[True],
    fields: Mapping[str, str] = ...,
    extent: Extent | None = ...,
) -> Iterator[Document | RawPage]: ...


def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: bool = False,
    fields: Mapping[str, str] = MappingProxyType({}),
    extent: Extent | None = None,
) -> Iterator[Document] | Iterator[Document | RawPage]:
    """Read the documents of files and folders, one after the other, in the order given.

    What cannot be read is handed to `on_reject` and the rest is read. Texts lose a byte order mark and nothing
    else: line ends, blanks and control characters stay, so that offsets hold in the file's own text. At any
    time one document is held, and of earlier ones, however many, some megabytes of digests of their ids.

    Args:
        sources: paths or URLs (`file://`, `s3://`, `hdfs://`, `https://` and what else fsspec knows) of files and
            folders; a URL may be a pattern ("s3://bucket/2024/*.warc.gz"). "-" is standard input: plain text, a web
            page, or JSON Lines, which may be gzip or zstd data; a text without an id is called there by its digest.
        on_reject: gets every complaint, in order; of one file a thousand, and one more that counts the others.
        stdin: what to read for "-"; by default the standard input of the process.
        deferred: give web pages unread, each for a worker to read; one without main text has taken its id, as
            it does where it is read at once.
        fields: what records call the fields that they call otherwise than kgraph: {"text": "body"}.
        extent: of the sources, where somebody wants to know how far their reading is.

    Yields:
        Documents (and raw pages) with distinct ids. The second of two equal ids is rejected, whatever its text.

    Raises:
        ReadError: the folder for temporary files is full; `fields` has one that kgraph does not know.
    """
    if unknown := sorted(fields.keys() - set(FIELDS)):
        raise ReadError(f"no field {unknown[0]!r}: kgraph reads {', '.join(FIELDS)}")
    complaints = Complaints(on_reject)
    try:
        for found in _find_distinct(sources, _Manner(stdin, fields, extent)):
            read = found.read(complaints.add) if isinstance(found, RawPage) and not deferred else found
            if isinstance(read, Rejection):
                complaints.add(read)
            else:
                yield read
        complaints.sum_up()
    except sqlite3.Error as error:
        raise ReadError(
            f"no room for the ids of the documents read so far ({error}): they are kept in the folder for temporary"
            " files; make room there, or name another in SQLITE_TMPDIR"
        ) from error


@dataclass(frozen=True, slots=True)
class _Manner:
    """How sources are read, as `read_sources` has it, and what the labels of their files were so far."""

    stdin: BinaryIO | None
    fields: Mapping[str, str]
    extent: Extent | None
    labels: Labels = field(default_factory=Labels)

    def read(self, file: File, below: int = 1) -> Iterator[Found | RawPage]:
        """Read a file; `below` says how many parts of its path are its own."""
        followed = self.extent.follow(file) if self.extent is not None else file
        return read_file(followed, self.labels.choose(file.parts, size=below), self.fields)


def _find_distinct(
    sources: Sequence[str | Path], manner: _Manner
) -> Iterator[Document | RawPage | Rejection]:
    register = Register()
    for found in _find_all(sources, manner):
        yield _admit(found, register)


def _admit(found: Found | RawPage, register: Register) -> Document | RawPage | Rejection:
    """Hold a document against what it must be, and its id against those before it."""
    if isinstance(found, Rejection):
        return found
    if isinstance(found, RawPage):
        admitted: Document | RawPage = found
        name, content = found.id, found.data
    elif problem := check_text(found):
        return problem
    else:
        admitted = found.document
        name, content = admitted.id, admitted.text.encode("utf-8")
    reason = register.check_id(name, content, found.where, found.line)
    return Rejection(where=found.where, line=found.line, reason=reason) if reason else admitted


def _find_all(sources: Sequence[str | Path], manner: _Manner) -> Iterator[Found | RawPage]:
    for given in sources:
        if str(given) == "-":
            yield from _read_stdin(manner)
        elif not str(given):  # an unset variable of the shell; as a path it would be the current folder
            yield Rejection(where="''", reason="an empty name: give the name of a file or folder")
        else:
            yield from _read_given(given, manner)


def _read_given(given: str | Path, manner: _Manner) -> Iterator[Found | RawPage]:
    try:
        for found in _find(given):
            if isinstance(found, Folder):
                yield from _read_folder(found, manner)
            else:
                yield from manner.read(found)
    except OSError as error:
        yield Rejection(where=str(given), reason=describe_error(error))


def _find(given: str | Path) -> Iterator[File | Folder]:
    if isinstance(given, str) and is_url(given):
        return find_url(given)
    return iter((find_path(Path(given), str(given)),))


def _read_folder(folder: Folder, manner: _Manner) -> Iterator[Found | RawPage]:
    """Read the files of a folder; those of unknown kinds (pictures beside pages) share one complaint."""
    others: Counter[str] = Counter()
    links: list[str] = []
    found_any = False
    for file in folder.files:
        if isinstance(file, LinkNotFollowedError):
            links.append(str(file.filename))
        elif isinstance(file, OSError):
            found_any = True
            yield Rejection(where=str(file.filename), reason=describe_error(file))
        elif find_suffix(file.name) is None:
            others[PurePath(file.name).suffix.lower() or "no suffix"] += 1
        else:
            found_any = True
            yield from manner.read(file, file.below)
    if links:
        yield _doubt_links(folder, links)
    if others:
        yield _reject_others(folder, others)
    elif not found_any:
        yield Rejection(where=folder.where, reason=f"a folder without files to read; kgraph reads {KNOWN}")


def _doubt_links(folder: Folder, links: list[str]) -> Rejection:
    named = ", ".join(links[:_LINKS_NAMED]) + (", …" if len(links) > _LINKS_NAMED else "")
    what = "1 link to a folder is" if len(links) == 1 else f"{len(links)} links to folders are"
    reason = f"{what} not followed ({named}): name the folder itself, if it is not read otherwise"
    return Rejection(where=folder.where, reason=reason, fatal=False)


def _reject_others(folder: Folder, others: Counter[str]) -> Rejection:
    commonest = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:_KINDS_NAMED]
    kinds = ", ".join(f"{suffix} ({count})" for suffix, count in commonest)
    total = others.total()
    reason = (
        f"{total} {'file' if total == 1 else 'files'} of other kinds left out: {kinds}; kgraph reads {KNOWN}"
    )
    return Rejection(where=folder.where, reason=reason, count=total)


def _read_stdin(manner: _Manner) -> Iterator[Found | RawPage]:
    """Read standard input, whose kind shows in its first line that is not blank, packed or not."""
    source = Source(where="<stdin>", label=None, names=manner.fields)
    try:
        begun = Begun(manner.stdin or sys.stdin.buffer)
        packing = find_packing(begun.start)
        lines, first = _look_ahead(split_lines(unpack_begun(begun, packing) if packing else begun))
        if looks_like_json_lines(first):
            found = read_lines(lines, source, read_jsonl)
            yield from with_damage(found, source) if packing else found
        else:
            yield from read_data(
                join_lines(lines), source, _read_page if looks_like_html(first) else read_text
            )
    except OSError as error:
        yield source.reject(describe_error(error))


def _read_page(data: bytes, source: Source) -> Iterator[Found]:
    """Read a web page at once, since the id is a digest of its text."""
    doubts: list[Rejection] = []
    read = RawPage(id="", data=data, where=source.where).read(doubts.append)
    yield from doubts
    if isinstance(read, Rejection):
        yield read
    else:
        yield Draft(document=replace(read, id=source.name(read.text)), where=source.where)


def _look_ahead(lines: Iterator[bytes | None]) -> tuple[Iterator[bytes | None], bytes]:
    """Give the lines as they are, and the first that is not blank; b"" where there is none."""
    head: list[bytes | None] = []
    for line in lines:
        head.append(line)
        if line is None or line.strip():
            break
    return itertools.chain(head, lines), (head[-1] if head else None) or b""
