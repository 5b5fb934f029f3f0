"""Forms of nouns and verbs by their endings, where no model tells the lemma."""

__all__ = ["singular", "verb_forms"]

_VOWELS = frozenset("aeiou")
_HISSING = ("ch", "o", "s", "sh", "x", "z")


def singular(noun: str) -> str:
    """Give the singular of a noun in small letters; what is none in the plural stays: "authorities" -> "authority"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s")


def verb_forms(lemma: str) -> tuple[str, str, str, str]:
    """Give the forms of a regular verb in small letters: "annex" -> "annex", "annexes", "annexed", "annexing"."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"
    stem = lemma.removesuffix("e") if not lemma.endswith("ee") else lemma
    return lemma, third, f"{lemma.removesuffix('e')}ed", f"{stem}ing"
