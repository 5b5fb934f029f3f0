"""Names of persons folded for a comparison."""

import re
import unicodedata

__all__ = ["fold_name"]

_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at)-(?=\w)")


def fold_name(text: str) -> str:
    """Fold case, accents, apostrophes and articles: "Erdoğan" is "Erdogan", "al-Maliki" is "Maliki"."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return _ARTICLE.sub("", text.casefold().rstrip("."))
