"""Words of others made safe to show: a file, a server or a text may hold what moves a terminal's cursor."""

import unicodedata

__all__ = ["printable", "without_controls"]

_CONTROLS = frozenset({"Cc", "Cf", "Cs"})  # controls, marks without a shape, halves of surrogate pairs


def without_controls(text: str, keep: str = "") -> str:
    """Mark with U+FFFD what could fool a terminal, but for the characters to keep."""
    return "".join("\ufffd" if unicodedata.category(c) in _CONTROLS and c not in keep else c for c in text)


def printable(text: str, longest: int | None = 300) -> str:
    """Make one line that is safe to show, of so many characters at most; None: all of them."""
    plain = without_controls(" ".join(text.split()))
    return plain if longest is None or len(plain) <= longest else plain[: longest - 1] + "…"
