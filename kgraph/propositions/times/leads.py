"""Words before a time that decide how it is read: "*since* 1954", "*the* 1956 declaration"."""

import re

__all__ = ["DETERMINER", "FROM", "PREPOSITION", "words_before"]

_LOOKBEHIND = 80  # characters before a time that can decide its reading

DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|that|these|those|any|each|both)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?:in|on|of|at|since|until|till|by|from|during|after|before|through|to|and|or)\s+$", re.IGNORECASE
)
FROM = re.compile(r"(?<!dating )(?<!dates )(?<!dated )(?<!back )\bfrom\s+$", re.IGNORECASE)


def words_before(text: str, start: int) -> str:
    """Give the text before a place, as far as it can matter."""
    return text[max(0, start - _LOOKBEHIND) : start]
