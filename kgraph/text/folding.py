"""Names folded for a comparison, and letters of double width made plain ones."""

import re
import unicodedata

__all__ = ["fold", "narrow"]

_WIDE = re.compile(r"[\uff21-\uff3a\uff41-\uff5a]{3}")
_NARROW: dict[int, int | str] = {0x3000: " ", **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}}


def fold(name: str) -> str:
    """Make a name comparable: no case, no accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = apart.casefold()  # once more: "㎴" is "pW" only when it is taken apart
    return "".join(c for c in plain if not unicodedata.combining(c))


def narrow(text: str) -> str:
    """Put plain letters and marks, one for one, for those of double width, where some words have them: "Ｊａｐａｎ"."""
    return text if text.isascii() or not _WIDE.search(text) else text.translate(_NARROW)
