"""Files elsewhere, by their URLs: object stores, HDFS, web servers, through fsspec."""

import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from urllib.parse import unquote, urlsplit

from kgraph.reading.file import File, Folder, find_path
from kgraph.reading.folder import Entry, walk

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

__all__ = ["find_url", "is_url"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_GLOB = re.compile(r"[*?\[]")
_WEB = ("http", "https")
_EXTRAS = {"s3": "s3", "s3a": "s3", "hdfs": "hdfs", "http": "https", "https": "https"}
_KNOWN = "file:// s3:// hdfs:// https://"
_BUFFER = 1 << 16

T = TypeVar("T")


class UrlError(OSError):
    """A URL that leads nowhere, or by a way that is not known here; the message says it all."""


def is_url(given: str) -> bool:
    """Tell a URL from a path."""
    return _URL.match(given) is not None


def find_url(url: str) -> Iterator[File | Folder]:
    """Find what a URL names: a file, a folder, or all that a pattern fits, by name.

    A pattern has `*`, `?` or `[…]` as a shell has them; on web servers there are none, where `?` begins a query, and
    no folders. One level of a folder is listed at a time, about 1 KB of memory for each file in it.

    Raises:
        OSError: nothing is there, or the way to it needs a package that is not installed.
    """
    system, path = _connect(url)
    if _protocol(url) in _WEB:
        address = urlsplit(url)
        parts = (address.netloc, *_split(unquote(address.path)))
        yield File(where=url, parts=parts, open=partial(_open, system, url))
        return
    paths = _ask(partial(system.glob, path)) if _GLOB.search(url) else [path]
    if not paths:
        raise UrlError("no file or folder has such a name: check the pattern")
    for each in sorted(map(str, paths)):
        yield _find(system, each, where=url if paths == [path] else "")


def _protocol(url: str) -> str:
    return url.partition("://")[0].lower()


def _split(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.split("/") if part)


def _connect(url: str) -> tuple["AbstractFileSystem", str]:
    """Give the way to a URL, and its path there."""
    from fsspec import get_filesystem_class
    from fsspec.core import url_to_fs

    protocol = _protocol(url)
    try:
        get_filesystem_class(protocol)
        system, path = _ask(partial(url_to_fs, url), passing=ImportError)
    except OSError as error:
        if protocol != "hdfs" or "libjvm" not in str(error):
            raise
        raise UrlError("hdfs:// needs Java and Hadoop's libhdfs: set JAVA_HOME and HADOOP_HOME") from error
    except ImportError as error:
        extra = _EXTRAS.get(protocol)
        needs = f"pip install 'kgraph-disputes[{extra}]'" if extra else str(error)
        raise UrlError(f"{protocol}:// needs a package that is not installed: {needs}") from error
    except ValueError as error:
        raise UrlError(f"{protocol}:// leads nowhere that kgraph knows: it reads {_KNOWN}") from error
    return system, str(path)


def _find(system: "AbstractFileSystem", path: str, where: str) -> File | Folder:
    """Take what a path names; an empty `where` is for one that the user did not name so."""
    from fsspec.implementations.local import LocalFileSystem

    if isinstance(system, LocalFileSystem):
        return find_path(Path(path), where or path)
    if _ask(partial(system.isdir, path)):
        return Folder(where=where or system.unstrip_protocol(path), files=_files(system, path))
    return _file(system, path, where=where, below=1)


def _files(system: "AbstractFileSystem", folder: str) -> Iterator[File | OSError]:
    above = len(_split(folder))
    for path in walk(folder, partial(_list, system), _join):
        if isinstance(path, OSError):
            yield path
        else:
            yield _file(system, path, where="", below=len(_split(path)) - above)


def _file(system: "AbstractFileSystem", path: str, where: str, below: int) -> File:
    url = system.unstrip_protocol(path)
    # The protocol is one of the parts, so that a file elsewhere is not taken for one here.
    parts = (_protocol(url) + ":", *_split(path))
    return File(where=where or url, parts=parts, open=partial(_open, system, path), below=below)


def _join(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}"


def _list(system: "AbstractFileSystem", folder: str) -> Iterator[Entry]:
    for entry in _ask(partial(system.ls, folder, detail=True)):
        path = str(entry["name"]).rstrip("/")
        name = path.rpartition("/")[2]
        # Object stores list an empty object in the place of a folder as an entry of it.
        if path != folder.rstrip("/") and not name.startswith("."):
            yield Entry(entry["type"] == "directory", name)


def _open(system: "AbstractFileSystem", path: str) -> BinaryIO:
    return io.BufferedReader(_Elsewhere(_ask(partial(system.open, path, "rb"))), _BUFFER)


class _Elsewhere(io.RawIOBase):
    """A file elsewhere, all errors of which are OSErrors."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return _ask(partial(self._file.seek, offset, whence))

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = _ask(partial(self._file.read, len(buffer)))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


def _ask(question: Callable[[], T], passing: type[Exception] = OSError) -> T:
    """Ask a system elsewhere: whatever its library raises becomes an OSError, but for what is to pass."""
    try:
        return question()
    except FileNotFoundError as error:
        if isinstance(error.__cause__, OSError):  # so fsspec has it of a web server that does not answer
            raise UrlError(f"the server cannot be reached: {_first_line(error.__cause__)}") from error
        raise
    except (OSError, passing):
        raise
    except Exception as error:  # each library has errors of its own: no credentials, a bad answer, a time-out
        raise UrlError(f"{type(error).__name__}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
