"""Runs of words that can be a person's name."""

from collections.abc import Sequence
from itertools import pairwise

from kgraph.persons.folding import fold_name
from kgraph.persons.holders import Holders
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = [
    "GLOTTALS",
    "find_runs",
    "is_name_and_card",
    "name_end",
    "name_start",
    "skip_prefixes",
]

MAX_NAME_WORDS = 6
_NAME_AND_CARD = 4  # words
_MAX_PREFIXES = 8  # "His Excellency the Right Honourable Air Chief Marshal Sir"
MAX_PARTICLES = 3  # "von und zu"
_TITLES_AS_NAMES = frozenset(["bishop", "chancellor", "king", "prince", "sultan"])
GLOTTALS = frozenset("'‘’ʿʾ`")


def name_end(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the run of name words that begins here ends; the same place where there is none."""
    if at < len(words) and not _opens_name(words, at, titles):
        return at  # so it is with most words
    end = at
    while end < len(words) and end - at < MAX_NAME_WORDS and _continues(words, end, titles):
        is_again = end > at and words[end].key == words[end - 1].key
        if is_again and (end > at + 1 or _is_named_before(words, end)):
            break  # "Shinzo Abe Abe Shinzo": a card with the name follows the name, no "Abdullah Abdullah"
        end += 1
    if _is_said_before(words, at, end, titles):
        return at
    if is_name_and_card(words[at:end]):
        return at + _NAME_AND_CARD // 2
    if at < end < len(words) and _is_numeral(words[end]):
        return end + 1
    if end - at > 1 and _is_numeral(words[end - 1]):
        return end
    while end > at and (_is_initial(words[end - 1]) or titles.has("particle", words[end - 1])):
        end -= 1  # "the meeting of A. B. and others": initials alone are no name
    return at if end > at and words[at].text in GLOTTALS and _closes_quote(words, end) else end


def _is_named_before(words: Sequence[Word], family: int) -> bool:
    """Tell the card behind a last name from a name that has one word twice: "Mr Abe *Abe Shinzo*"."""
    name = [word.key for word in words[family : family + 2][::-1]]
    return len(name) > 1 and any([one.key, other.key] == name for one, other in pairwise(words[:family]))


def is_name_and_card(words: Sequence[Word]) -> bool:
    """Tell a name and its card, which may be spelt another way: "Raul Khadzhimba Khadjimba Raul"."""
    return len(words) == _NAME_AND_CARD and words[-1].key == words[0].key


def find_runs(words: Sequence[Word], titles: Titles) -> dict[int, int]:
    """Give where the runs of name words end, by the places where they can begin, in order: one in another, too."""
    ends = ((at, name_end(words, at, titles)) for at in range(len(words)))
    return {at: end for at, end in ends if end > at}


def name_start(words: Sequence[Word], end: int, titles: Titles) -> int:
    """Give where the run of name words that ends here begins; the same place where there is none."""
    start = end
    while start > 0 and end - start < MAX_NAME_WORDS and _is_name_word(words[start - 1], titles):
        if start < end and words[start - 1].key == words[start].key:
            break
        start = _particles_start(words, start - 1, titles)
    if start < end and _is_said_before(words, start, end, titles):
        return start + 1
    return start - (start < end and _is_family_like_noun(words, start - 1, titles))


def _is_said_before(words: Sequence[Word], at: int, end: int, titles: Titles) -> bool:
    """Tell whether the first word of a run is what somebody does, and no name: "*Said* Lavrov: …"."""
    is_before = end - at > 1 and end < len(words) and words[end].text == ":" and words[at].opens
    return is_before and titles.has("speech", words[at])


def _particles_start(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the particles before a name begin, if a name stands before them: "María *de la* Cruz"."""
    first = at
    while first > 0 and at - first < MAX_PARTICLES and titles.has("particle", words[first - 1]):
        if words[first - 1].is_capitalised:
            break  # "Ole van der Berg"
        first -= 1
    return first if 0 < first < at and _is_name_word(words[first - 1], titles) else at


def skip_prefixes(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the honorifics and ranks that begin here end, one that somebody's name begins with left to it.

    More than a few in a row stand before no name: a column of "Mr." is left where it is.
    """
    for _ in range(_MAX_PREFIXES):
        if at >= len(words) or not (found := titles.find_prefix(words, at)):
            break
        if _is_of_name(words, at, found[0], titles):
            break
        at = found[0]
        is_glued = at < len(words) and words[at].text in GLOTTALS and words[at].start == words[at - 1].end
        at += is_glued  # "Dato' Seri X"
    return at


def _is_of_name(words: Sequence[Word], at: int, start: int, titles: Titles) -> bool:
    """Tell "*Sheikh* Hasina", as whom an office holder is known, from "Sheikh Abdullah bin Zayed"."""
    stop = name_end(words, start, titles) if start == at + 1 else at
    names = tuple(fold_name(word.text) for word in words[at:stop])
    return stop > start and Holders.load().begins_name(names)


def _continues(words: Sequence[Word], at: int, titles: Titles) -> bool:
    if _is_name_word(words[at], titles) or _is_glottal(words, at, titles):
        return True
    if _is_family_like_noun(words, at, titles) or _is_title_like_family(words, at, titles):
        return True
    last = at
    while last < len(words) and last - at < MAX_PARTICLES and titles.has("particle", words[last]):
        last += 1  # "van der"
    is_name = last < len(words) and _is_name_word(words[last], titles)
    return last > at and (is_name or _is_glottal(words, last, titles))


def _is_family_like_noun(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a family name that is a word of places opens a name: "President *Park* Jin", not "Gorky Park"."""
    if not 0 <= at < len(words) - 1 or not (
        titles.has("stop", words[at]) and titles.has("family", words[at])
    ):
        return False
    is_behind = at > 0 and (words[at - 1].mention is not None or _is_name_word(words[at - 1], titles))
    return words[at].is_capitalised and not is_behind and _is_name_word(words[at + 1], titles)


def _is_title_like_family(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a title ends a name: "General Shaukat *Sultan* said", not "Abdullah, King of Jordan"."""
    if at == 0 or words[at].key not in _TITLES_AS_NAMES or not words[at].is_capitalised:
        return False
    is_last = at + 1 == len(words) or not (words[at + 1].is_capitalised or words[at + 1].key == "of")
    return is_last and words[at - 1].end < words[at].start and _is_name_word(words[at - 1], titles)


def _opens_name(words: Sequence[Word], at: int, titles: Titles) -> bool:
    is_worded = words[at].is_capitalised or titles.has("particle", words[at])
    return is_worded or _is_glottal(words, at, titles)


def _is_glottal(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether an apostrophe is the first letter of a name: "'Abd al-Karim", and not of "'Doc'"."""
    if at + 1 >= len(words) or words[at].text not in GLOTTALS or not _is_name_word(words[at + 1], titles):
        return False
    is_glued = words[at].end == words[at + 1].start and (at == 0 or words[at - 1].end < words[at].start)
    return is_glued and not _closes_quote(words, at + 2)


def _closes_quote(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in GLOTTALS and words[at - 1].end == words[at].start


def _is_initial(word: Word) -> bool:
    return len(word.text.replace(".", "")) == 1


def _is_numeral(word: Word) -> bool:
    """Tell whether a word may be the number of a monarch: "Kamehameha I", "Charles V"."""
    return word.text in {"I", "V", "X"}


def _is_name_word(word: Word, titles: Titles) -> bool:
    if word.mention or not word.is_capitalised or not word.text[-1:].replace(".", "a").isalpha():
        return False
    return not titles.has("stop", word) and not titles.is_office(word)
