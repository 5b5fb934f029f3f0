"""Lands that nobody knows but the text, by the office that rules them: "the premier of *Nunavut*".

So behind the ruler's name: "Queen Makea Takau of *Rarotonga*".
"""

from collections.abc import Sequence

from kgraph.model import EntityKind, Span
from kgraph.persons.phrases import Agent, OfficePhrase
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word
from kgraph.vocab import nil_entity

__all__ = ["land_after", "land_of_ruler"]

_MAX_WORDS = 2  # of a land's name: more may be its ruler's
_RULERS = frozenset(
    ["bey", "dey", "doge", "emir", "emperor", "king", "maharaja", "negus", "premier", "queen", "sultan"]
)
_LEADING = frozenset({"chief", "first", "prime"})  # ministers


def land_after(
    words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles
) -> tuple[int, Agent] | None:
    """Find the land that is named behind "of" and where its name ends; None where no ruler stands before."""
    title = phrase.title.words
    is_ruler = title[-1] in _RULERS or (title[-1] == "minister" and title[0] in _LEADING)
    if not is_ruler or phrase.is_plural:
        return None
    end = at
    while end < len(words) and _is_of_name(words[end], titles):
        end += 1
    if not 0 < end - at <= _MAX_WORDS:
        return None
    span = Span(start=words[at].start, end=words[end - 1].end)
    label = " ".join(word.text for word in words[at:end])
    return end, Agent(entity=nil_entity(label, EntityKind.TERRITORY), span=span)


def land_of_ruler(
    words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles
) -> tuple[int, Agent] | None:
    """Find the land behind "of" where a ruler's name ends, and its end; None where whose he is stands before."""
    is_of = at < len(words) and words[at].key == "of"
    return land_after(words, phrase, at + 1, titles) if is_of and not phrase.agents else None


def _is_of_name(word: Word, titles: Titles) -> bool:
    is_name = word.mention is None and word.is_capitalised and word.text.isalpha()
    return is_name and not titles.has("group", word) and not titles.is_office(word)
