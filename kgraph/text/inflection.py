"""Forms of nouns by their endings, where no model tells the lemma."""

__all__ = ["singular"]


def singular(noun: str) -> str:
    """Give the singular of a noun in small letters; what is none in the plural stays: "authorities" -> "authority"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s")
