"""Names folded for a comparison."""

import unicodedata

__all__ = ["fold"]


def fold(name: str) -> str:
    """Make a name comparable: no case, no accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = apart.casefold()  # once more: "㎴" is "pW" only when it is taken apart
    return "".join(c for c in plain if not unicodedata.combining(c))
