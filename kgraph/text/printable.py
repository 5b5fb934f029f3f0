"""Words of others made safe to show and to write: a text may hold what moves a cursor, or what no file can hold."""

import re
import unicodedata

__all__ = ["encodable", "printable", "without_controls"]

_CONTROLS = frozenset({"Cc", "Cf", "Cs"})  # controls, marks without a shape, halves of surrogate pairs


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, from broken JSON; no encoding has it


def encodable(text: str) -> str:
    """Put U+FFFD in the place of each half of a surrogate pair, so that the text can be written; its length stays."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def without_controls(text: str, keep: str = "") -> str:
    """Mark with U+FFFD what could fool a terminal, but for the characters to keep."""
    return "".join("\ufffd" if unicodedata.category(c) in _CONTROLS and c not in keep else c for c in text)


def printable(text: str, longest: int | None = 300) -> str:
    """Make one line that is safe to show, of so many characters at most; None: all of them."""
    plain = without_controls(" ".join(text.split()))
    return plain if longest is None or len(plain) <= longest else plain[: longest - 1] + "…"
