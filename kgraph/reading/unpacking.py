"""Compressed streams: unpacked as they are read, with an end where they are damaged or a bomb."""

import gzip
import io
import sys
import zlib
from typing import BinaryIO, Protocol, cast

__all__ = ["PACKINGS", "Begun", "BombError", "DamagedError", "find_packing", "unpack", "unpack_begun"]

_MAGIC = {"gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}
PACKINGS = {".gz": "gzip", ".zst": "zstd"}  # by the suffix of the file
_SUFFIXES = {packing: suffix for suffix, packing in PACKINGS.items()}
_MAGIC_BYTES = max(map(len, _MAGIC.values()))

_BUFFER = 1 << 16
_STEP = 1 << 10
# Text hardly shrinks to a twentieth, and the same articles again and again to a hundredth; gzip can make a
# thousandth of zeros, and zstd less than a ten-thousandth.
_MAX_RATIO = 500
_BYTES_BEFORE_RATIO = 32_000_000


class DamagedError(OSError):
    """Compressed data that break off, are none from some place on, or are not what was packed.

    Attributes:
        what: the damage, without what to do.
    """

    def __init__(self, packing: str, error: Exception) -> None:
        self.what = f"the {packing} data are damaged ({error})"
        super().__init__(f"{self.what}: records before that are kept; fetch the file again")


class BombError(OSError):
    """Compressed data that unpack to far more than text would."""


class _Readable(Protocol):
    """What standard input and files have in common."""

    def read(self, size: int = -1, /) -> bytes: ...

    def readline(self, size: int = -1, /) -> bytes: ...


class Begun:
    """A stream whose first bytes were looked at; counts what it hands on.

    Attributes:
        start: the first bytes, as many as tell the packing, fewer where there are no more or a line ends.
        taken: how many bytes were read of it.
    """

    def __init__(self, stream: _Readable) -> None:
        self.start = stream.readline(_MAGIC_BYTES)
        self.taken = 0
        self._left = self.start
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes, or all."""
        if self._left and size >= 0:
            data, self._left = self._left[:size], self._left[size:]
        else:
            data, self._left = self._left + self._stream.read(size), b""
        self.taken += len(data)
        return data

    def readline(self, size: int = -1, /) -> bytes:
        """Read up to the end of the line, or up to `size` bytes."""
        left, self._left = self._left, b""
        if left.endswith(b"\n"):
            return left
        return left + self._stream.readline(size if size < 0 else size - len(left))


def find_packing(start: bytes) -> str | None:
    """Tell by its first bytes how a stream is packed: "gzip", "zstd" or not."""
    return next((packing for packing, magic in _MAGIC.items() if start.startswith(magic)), None)


def unpack(stream: _Readable, suffix: str) -> BinaryIO:
    """Unpack a file as its name says.

    Raises:
        OSError: it is packed otherwise, or not at all; later, of a read: DamagedError and BombError. What stands
            before the damage is read first.
    """
    begun, packing = Begun(stream), PACKINGS[suffix]
    found = find_packing(begun.start)
    if not begun.start:
        return io.BytesIO()
    if found is None:
        raise OSError(f"no {packing} data, though its name ends in {suffix}: take the {suffix} off its name")
    if found != packing:
        raise OSError(f"{found} data, though its name ends in {suffix}: let it end in {_SUFFIXES[found]}")
    return unpack_begun(begun, packing)


def unpack_begun(begun: Begun, packing: str) -> BinaryIO:
    """Unpack a stream that is known to be packed so; raises as `unpack` does."""
    return io.BufferedReader(_Unpacked(begun, packing), _BUFFER)


class _Unpacked(io.RawIOBase):
    """Unpacked data, with errors that are the same for all packings."""

    def __init__(self, begun: Begun, packing: str) -> None:
        self._begun = begun
        self._packing = packing
        self._given = 0
        self._data, self._errors = _open(begun, packing)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            # In small steps: what stands before the damage is not lost with it, up to one step.
            data = self._data.read1(min(len(buffer), _STEP))
        except self._errors as error:
            raise DamagedError(self._packing, error) from error
        self._given += len(data)
        if self._given > max(_BYTES_BEFORE_RATIO, _MAX_RATIO * self._begun.taken):
            raise BombError(
                f"{self._begun.taken:,} bytes of {self._packing} data unpack to over {self._given:,}, which no text"
                " does: the rest is left out"
            )
        buffer[: len(data)] = data
        return len(data)


class _Blocks(Protocol):
    def read1(self, size: int = -1, /) -> bytes: ...


def _open(begun: Begun, packing: str) -> tuple[_Blocks, tuple[type[Exception], ...]]:
    stream = cast("BinaryIO", begun)
    if packing == "gzip":
        return gzip.GzipFile(fileobj=stream, mode="rb"), (EOFError, zlib.error, gzip.BadGzipFile)
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.ZstdFile(stream), (EOFError, zstd.ZstdError)
