"""Texts and headlines in capitals: the case that each word would have, for readers who go by it.

"JAPAN CLAIMS KUNASHIR" has three names for a model and for whoever looks for names by their capitals. What the
gazetteer knows and the names of office holders keep a capital; everything else is put in small letters. The text stays
as long as it was, so that offsets hold.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from kgraph.model import Mention
from kgraph.office_holders import read_office_holders

__all__ = ["find_holders", "truecase"]

_RUN = re.compile(r"[^\n.!?;]+")  # a line or a sentence of it
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MIN_WORDS = 3  # fewer are a heading, a name or an abbreviation
_MAX_ABBREVIATION = 4  # letters: "UN", "NATO", "ICJ"
# Words of sentences, as short as abbreviations.
_OF_SENTENCES = frozenset({"can", "for", "has", "is", "may", "must", "not", "to", "will", "with"})
_TITLED = re.compile(
    r"\b(?:president|premier|minister|secretary|chancellor|commissioner|king|mrs?|ms)\b\.? (?P<name>[^\W\d_]+)",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "the", "and", "in", "on", "de", "du", "da"})  # inside a name


def truecase(text: str, mentions: Sequence[Mention], is_common: Callable[[str], bool] | None = None) -> str:
    """Give the text with the stretches in capitals in their usual case; the same text where there are none.

    Args:
        text: any text.
        mentions: the known names in it.
        is_common: tells whether a word in small letters is none that names something; None takes all for such.
    """
    if not any(_is_shouted(match[0]) for match in _RUN.finditer(text)):
        return text
    letters = list(text)
    named, holders = _places(mentions), find_holders(text)
    for run in _RUN.finditer(text):
        words = list(_WORD.finditer(text, run.start(), run.end())) if _is_shouted(run[0]) else []
        if all(_may_be_abbreviated(w[0]) or w.start() in named for w in words):
            continue  # nothing but abbreviations and names
        for number, word in enumerate(words):
            is_name = not number or word.start() in holders
            cased = _cased(word[0], named.get(word.start()), is_common, is_name=is_name)
            letters[word.start() : word.end()] = cased
    return "".join(letters)


def _may_be_abbreviated(word: str) -> bool:
    return len(word) <= _MAX_ABBREVIATION and word.lower() not in _OF_SENTENCES


def _is_shouted(run: str) -> bool:
    return run.upper() == run and len(_WORD.findall(run)) >= _MIN_WORDS


def _places(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Give the mentions by each place in them."""
    return {at: mention for mention in mentions for at in range(mention.span.start, mention.span.end)}


def _cased(
    word: str, mention: Mention | None, is_common: Callable[[str], bool] | None, *, is_name: bool
) -> str:
    small = word.lower()
    if len(small) != len(word):  # a letter that has no small form of one character
        return word
    if mention is None:
        if is_name:
            return _title(small)
        if len(word) > 1 and (is_common is None or is_common(small)):
            return small
        return word if len(word) <= _MAX_ABBREVIATION else _title(small)
    if len(word) == len(mention.span) <= _MAX_ABBREVIATION and mention.entity.label.upper() != word:
        return word  # "UN", "NATO"
    if small in _SMALL and not is_name:
        return small
    spelt = (each for each in mention.entity.label.split() if each.upper() == word)
    return next(spelt, _title(small))  # "UN Interim Force", "McDonald Islands"


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]


def find_holders(text: str) -> set[int]:
    """Give where words of a text begin that name known office holders, whatever their case.

    Short names are common words too ("Bush", "Rice") and count behind a title or beside the other names alone.
    """
    long, last, full = _holder_names()
    words = list(_WORD.finditer(text))
    small = [word[0].lower() for word in words]
    found = {word.start() for word, each in zip(words, small, strict=True) if each in long}
    found |= {m.start("name") for m in _TITLED.finditer(text) if m["name"].lower() in last}
    for at, first in enumerate(small):
        for name in full.get(first, ()):
            if small[at : at + len(name)] == name:
                found |= {word.start() for word in words[at : at + len(name)]}
    return found


@cache
def _holder_names() -> tuple[frozenset[str], frozenset[str], Mapping[str, Sequence[list[str]]]]:
    """Give words that are long enough to mean nobody else, all last words, and the names by their first words."""
    names = [_WORD.findall(row.need("name").lower()) for row in read_office_holders()]
    by_first: dict[str, list[list[str]]] = {}
    for name in names:
        by_first.setdefault(name[0], []).append(name)
    long = frozenset(word for name in names for word in name if len(word) > _MAX_ABBREVIATION)
    return long, frozenset(name[-1] for name in names), by_first
