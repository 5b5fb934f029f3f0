"""The words that a description is the same by, whatever its articles, hyphens, case and order.

Two descriptions are the same where they have the same head and the same words beside it. A preposition other than
"of" keeps its words apart: what lies "at the border with Peru" does not lie "with the border at Peru". So

- "islands at the Amur and Ussuri confluence" and "Islands at confluence of the Ussuri and the Amur" are one,
- "land ceded by Mexico to Guatemala" and "land ceded by Guatemala to Mexico" are two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["content_words", "described_key"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY = frozenset(
    {
        "a",
        "an",
        "and",
        "both",
        "its",
        "of",
        "or",
        "our",
        "s",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
    }
)
_APART = frozenset(
    """
    about above across after against along among around as at before behind below beneath beside between beyond
    by down during east facing for from in inside into near north off on onto opposite out outside over past
    south through to toward towards under up upon via west with within without
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _fold_words(text: str) -> list[str]:
    """List the words of a text in their order, without case, accents, hyphens and the possessive ending."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = unicodedata.normalize("NFC", "".join(c for c in plain if not "\u0300" <= c <= "\u036f"))
    words = (found.group().replace("’", "'") for found in _WORD.finditer(bare))
    return [word.removesuffix("'s") for word in words]


def content_words(text: str) -> list[str]:
    """List the folded words that say something, in their order."""
    return [word for word in _fold_words(text) if word not in _EMPTY and word not in _APART]


def described_key(text: str, head: str) -> str:
    """Give the words that a description is the same by, in one order.

    Args:
        text: the description.
        head: its noun, which what stands beside it is told of.
    """
    first, *others = _segments(_fold_words(text))
    (own,) = _fold_words(head)[-1:] or [""]
    beside = sorted(word for word in first[1:] if word != own)
    return " ".join(
        [*beside, *([own] if own in first[1:] else []), *(w for s in others for w in _in_order(s))]
    )


def _in_order(segment: Sequence[str]) -> Iterator[str]:
    yield segment[0]
    yield from sorted(segment[1:])


def _segments(words: Iterable[str]) -> list[list[str]]:
    """Split words at the prepositions that keep them apart; each part begins with its own, the first with ""."""
    found = [[""]]
    for word in words:
        if word in _APART:
            found.append([word])
        elif word not in _EMPTY:
            found[-1].append(word)
    return found
