"""From the files, folders and streams that the user names to documents, each once."""

import gzip
import itertools
import os
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Literal, overload

from kgraph.model import Document
from kgraph.reading.csv import read_csv
from kgraph.reading.folder import find_files
from kgraph.reading.html import looks_like_html
from kgraph.reading.jsonl import looks_like_json_lines, read_json, read_jsonl
from kgraph.reading.labels import Labels
from kgraph.reading.page import RawPage
from kgraph.reading.register import Register, check_text
from kgraph.reading.rejection import EMPTY, Draft, Found, Rejection
from kgraph.reading.stream import (
    Source,
    TooLargeError,
    describe_binary,
    join_lines,
    open_file,
    read_whole,
    split_lines,
)
from kgraph.reading.text import read_markdown, read_text

__all__ = ["SUFFIXES", "read_sources"]


def _take_page(data: bytes, source: Source) -> Iterator[RawPage]:
    """Give a file that is a web page, unread."""
    yield RawPage(id=source.name(""), data=data, where=source.where)


_WHOLE: dict[str, Callable[[bytes, Source], Iterator[Found | RawPage]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": _take_page,
    ".htm": _take_page,
    ".json": read_json,
}
_BY_LINE: dict[str, Callable[[Iterable[bytes | None], Source], Iterator[Found]]] = {
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".csv": read_csv,
    ".csv.gz": read_csv,
}
SUFFIXES = (*_WHOLE, *_BY_LINE)  # what `read_sources` reads, in any mixture of upper and lower case

_KNOWN = " ".join(SUFFIXES)
_KINDS_NAMED = 5


@overload
def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: Literal[False] = False,
) -> Iterator[Document]: ...


@overload
def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: Literal[True],
) -> Iterator[Document | RawPage]: ...


def read_sources(
    sources: Sequence[str | Path],
    *,
    on_reject: Callable[[Rejection], None],
    stdin: BinaryIO | None = None,
    deferred: bool = False,
) -> Iterator[Document] | Iterator[Document | RawPage]:
    """Read the documents of files and folders, one after the other, in the order given.

    Nothing raises: what cannot be read is handed to `on_reject` and the rest is read. Texts lose a byte order
    mark and nothing else: line ends, blanks and control characters stay, so that offsets hold in the file's
    own text. At any time one document is held, and of each earlier one its id and a digest.

    Args:
        sources: paths of files and folders; "-" is standard input: plain text, a web page, or JSON Lines; a text
            without an id is called there by its digest.
        on_reject: gets every complaint, in order.
        stdin: what to read for "-"; by default the standard input of the process.
        deferred: give web pages unread, each for a worker to read; one without main text has taken its id, as
            it does where it is read at once.

    Yields:
        Documents (and raw pages) with distinct ids. The second of two equal ids is rejected, whatever its text.
    """
    register = Register()
    for found in _find_all(sources, stdin):
        read = _admit(found, register)
        if isinstance(read, RawPage) and not deferred:
            read = read.read(on_reject)
        if isinstance(read, Rejection):
            on_reject(read)
        else:
            yield read


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


def _find_all(sources: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Found | RawPage]:
    labels = Labels()
    for given in sources:
        path = Path(given)
        if str(given) == "-":
            yield from _read_stdin(stdin or sys.stdin.buffer)
        elif not str(given):  # an unset variable of the shell; as a path it would be the current folder
            yield Rejection(where="''", reason="an empty name: give the name of a file or folder")
        elif os.path.isdir(path):  # noqa: PTH112 (Path.is_dir() raises where a folder above may not be entered)
            yield from _read_folder(path, labels)
        else:
            yield from _read_file(path, Source(where=str(given), label=labels.choose(path)))


def _read_folder(folder: Path, labels: Labels) -> Iterator[Found | RawPage]:
    """Read the files of a folder; those of unknown kinds (pictures beside pages) share one complaint."""
    others: Counter[str] = Counter()
    found_any = False
    for path in find_files(folder):
        if isinstance(path, OSError):
            found_any = True
            yield Rejection(where=str(path.filename), reason=_describe_error(path))
        elif _suffix(path) is None:
            others[path.suffix.lower() or "no suffix"] += 1
        else:
            found_any = True
            yield from _read_file(path, Source(where=str(path), label=labels.choose(path, folder=folder)))
    if others:
        yield _reject_others(folder, others)
    elif not found_any:
        yield Rejection(where=str(folder), reason=f"a folder without files to read; kgraph reads {_KNOWN}")


def _reject_others(folder: Path, others: Counter[str]) -> Rejection:
    commonest = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:_KINDS_NAMED]
    kinds = ", ".join(f"{suffix} ({count})" for suffix, count in commonest)
    total = others.total()
    reason = (
        f"{total} {'file' if total == 1 else 'files'} of other kinds left out: {kinds}; kgraph reads {_KNOWN}"
    )
    return Rejection(where=str(folder), reason=reason, count=total)


def _suffix(path: Path) -> str | None:
    return next((suffix for suffix in SUFFIXES if path.name.lower().endswith(suffix)), None)


def _read_file(path: Path, source: Source) -> Iterator[Found | RawPage]:
    try:
        with open_file(path) as stream:
            suffix = _suffix(path)
            if suffix is None:
                yield source.reject(f"unknown kind of file: kgraph reads {_KNOWN}")
            elif suffix in _WHOLE:
                yield from _read_whole(read_whole(stream), source, _WHOLE[suffix])
            else:
                yield from _read_lines(split_lines(stream), source, _BY_LINE[suffix])
    # Records before the place where gzip data break off have been given already.
    except (OSError, EOFError, zlib.error) as error:
        yield source.reject(_describe_error(error))


def _read_whole(
    data: bytes, source: Source, read: Callable[[bytes, Source], Iterator[Found | RawPage]]
) -> Iterator[Found | RawPage]:
    if binary := describe_binary(data):
        yield source.reject(binary)
    elif not data.strip():
        yield source.reject(EMPTY)
    else:
        yield from read(data, source)


def _read_lines(
    lines: Iterator[bytes | None],
    source: Source,
    read: Callable[[Iterable[bytes | None], Source], Iterator[Found]],
) -> Iterator[Found | RawPage]:
    first = next(lines, None)
    if binary := describe_binary(first or b""):
        yield source.reject(binary)
        return
    nothing = True
    for found in read(itertools.chain([first], lines), source):
        nothing = nothing and isinstance(found, Rejection) and not found.fatal
        yield found
    if nothing:
        yield source.reject(EMPTY)


def _read_stdin(stream: BinaryIO) -> Iterator[Found | RawPage]:
    """Read standard input, whose kind shows in its first line that is not blank."""
    source = Source(where="<stdin>", label=None)
    try:
        lines, first = _look_ahead(split_lines(stream))
        if looks_like_json_lines(first):
            yield from _read_lines(lines, source, read_jsonl)
        else:
            yield from _read_whole(
                join_lines(lines), source, _read_page if looks_like_html(first) else read_text
            )
    except OSError as error:
        yield source.reject(_describe_error(error))


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


def _describe_error(error: OSError | EOFError | zlib.error) -> str:
    match error:
        case TooLargeError():
            return str(error)
        case FileNotFoundError():
            return "there is no such file or folder: check the name"
        case PermissionError():
            return "it may not be read: check its permissions"
        case EOFError() | zlib.error() | gzip.BadGzipFile():
            return f"the gzip data are damaged ({error}): records before that are kept; fetch the file again"
        case _:
            return error.strerror or str(error)
