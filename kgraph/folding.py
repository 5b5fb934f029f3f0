"""Names folded for a comparison."""

import unicodedata

__all__ = ["fold"]


def fold(name: str) -> str:
    """Make a name comparable: no case, no accents."""
    plain = unicodedata.normalize("NFKD", name.casefold()).casefold()  # "㎴" is "pW" only once it is taken apart
    return "".join(c for c in plain if not unicodedata.combining(c))
