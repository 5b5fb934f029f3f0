"""From bytes to text: UTF-8, UTF-16 with a byte order mark, else the likeliest 8-bit encoding.

Offsets of assertions count code points of the text, so nothing but a byte order mark is dropped or changed
here: line ends stay as they are.
"""

import codecs
from dataclasses import dataclass

import charset_normalizer

__all__ = ["Decoded", "LineDecoder", "decode"]

# English text that is not Unicode is Windows text nearly always; the others are here so that Russian or Greek
# is seen for what it is, and not taken for English with many accents.
_CODECS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254")
_ADVICE = "where its letters come out wrong, save it as UTF-8"
_REPLACED = "bytes that are no characters are read as U+FFFD; fetch it again, or mend it"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what is uncertain about its letters, for the user to check; None: nothing is."""

    text: str
    doubt: str | None = None


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """Decode a whole text.

    A text that is UTF-8 but for a few bytes (cut off in a character, two files put together) keeps the
    rest and gets U+FFFD for them.

    Args:
        data: the bytes, with or without a byte order mark.
        declared: the encoding that the text itself names, tried after UTF-8.

    Returns:
        The text, or None where no encoding fits.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_utf16(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_declared(data, declared) or _decode_guessed(data)


class LineDecoder:
    """Decodes the lines of one file, which need not be held in memory at once.

    The first line that is not UTF-8 decides on the encoding of all such lines, and has the doubt about it; a
    line with a few bad bytes has its own.
    """

    def __init__(self) -> None:
        self._codec: str | None = None

    def decode(self, line: bytes) -> Decoded | None:
        """Decode a line; None where no encoding fits."""
        try:
            return Decoded(line.decode("utf-8"))
        except UnicodeDecodeError:
            return _decode_damaged(line) or self._decode_like_the_first(line)

    def _decode_like_the_first(self, line: bytes) -> Decoded | None:
        codec = self._codec or _guess_codec(line)
        text = _decode_as(line, codec)
        if text is None:
            return None
        first, self._codec = self._codec is None, codec
        return Decoded(text, f"not UTF-8: such lines are read as {codec}; {_ADVICE}" if first else None)


def _decode_utf16(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-16"))
    except UnicodeDecodeError:
        return Decoded(data.decode("utf-16", "replace"), f"damaged UTF-16: {_REPLACED}")


def _decode_damaged(data: bytes) -> Decoded | None:
    """Decode UTF-8 with a few bad bytes: in 8-bit text, bytes hardly ever form good characters by chance."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(not c.isascii() for c in text) - bad
    return Decoded(text, f"damaged UTF-8: {_REPLACED}") if good > bad else None


def _decode_declared(data: bytes, codec: str | None) -> Decoded | None:
    text = _decode_as(data, codec)
    return None if text is None else Decoded(text)


def _decode_guessed(data: bytes) -> Decoded | None:
    codec = _guess_codec(data)
    text = _decode_as(data, codec)
    return None if text is None else Decoded(text, f"not UTF-8: read as {codec}; {_ADVICE}")


def _decode_as(data: bytes, codec: str | None) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except (UnicodeDecodeError, LookupError):  # LookupError: the declared name is none that Python knows
        return None


def _guess_codec(data: bytes) -> str | None:
    """Choose the codec that gives the least mess; of about equal ones the first of `_CODECS`."""
    matches = charset_normalizer.from_bytes(data, cp_isolation=list(_CODECS), enable_fallback=False)
    # On a sentence with one accent the measured mess of cp1252 and cp1250 differs by a few percent.
    ranked = (
        (round(m.percent_chaos / 10), _CODECS.index(c)) for m in matches for c in m.could_be_from_charset
    )
    best = min(ranked, default=None)
    return None if best is None else _CODECS[best[1]]
