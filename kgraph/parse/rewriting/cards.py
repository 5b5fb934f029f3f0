"""Cards that a web page shows when the mouse rests on a name, and that a copy of its text has in mid-sentence.

en.kremlin.ru has "Shinzo Abe Abe ShinzoPrime Minister of Japan said" and "within the OSCE Background information
Organization for Security and Co-operation in Europe (OSCE) Minsk Group": the name is turned round and grown together
with the office, or said again at full length. Captions of photographs say where somebody
stands: "Heidar Aliyev, left, and". The sentence is read without all that.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.model import EntityKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_cards"]

_MAX_NAME_WORDS = 4
_MAX_WORDS = 24
_LEAD = ("Background", "information")
_STANDS = frozenset({"left", "right", "center", "centre"})
_NOT = frozenset({"not", "never"})
_AGAIN = frozenset({"will", "shall", "would", "can", "must", "did", "has"})
_HOW = frozenset({"forcibly", "illegally", "temporarily", "unlawfully"})
_WHERE = frozenset({"around", "from", "in", "into", "near", "of", "on", "to"})
_SMALL = frozenset({"of", "the", "for", "and", "to"})


def find_cards(doc: "Doc", names: Mapping[int, Mention]) -> Iterator[range]:
    """Find the cards, as stretches of words, in text order.

    Args:
        doc: the words.
        names: the mention that each position belongs to.
    """
    words = [token.text for token in doc]
    at = 1
    while at < len(doc):
        if not _may_begin(words, at):
            at += 1
            continue
        ways = (_end_of_name_card(doc, at, names), _end_of_background(doc, at, names), _end_of_place(doc, at))
        stop = next(filter(None, ways), 0) or _end_of_denial(doc, at) or _end_of_adverb(doc, at)
        if stop:
            yield range(at, stop)
        at = max(stop, at + 1)


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Tell whether a card may begin at a word: nearly everywhere the words alone say no."""
    word, before = words[at], words[at - 1]
    if word == before or word == _LEAD[0] or word in _HOW or before.lower() in _NOT:
        return True
    return word == "," and at + 1 < len(words) and words[at + 1] in _STANDS


def _end_of_name_card(doc: "Doc", at: int, names: Mapping[int, Mention]) -> int:
    """Give where "Abe ShinzoPrime Minister of Japan" ends that follows "Shinzo Abe"; 0 where none begins."""
    if doc[at].text != doc[at - 1].text or not doc[at].is_title:
        return 0
    for words in range(2, min(_MAX_NAME_WORDS, at) + 1):
        given = [token.text for token in doc[at - words : at - 1]]
        turned = [token.text for token in doc[at + 1 : at + words]]
        if turned == given:
            return at + words
        if turned[:-1] == given[:-1] and turned and _is_grown(turned[-1], given[-1]):
            return _end_of_title(doc, at + words, names)
    return 0


def _is_grown(word: str, name: str) -> bool:
    """Tell whether a word is the name with another word that lost the space before it: "ShinzoPrime"."""
    return word.startswith(name) and word[len(name) : len(name) + 1].isupper()


def _end_of_place(doc: "Doc", at: int) -> int:
    """Give where ", left," ends that follows a name; a full stop or the like goes on."""
    is_place = at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].text in _STANDS
    if not is_place or not doc[at - 1].text[:1].isupper() or not doc[at + 2].is_punct:
        return 0
    return at + 2 + (doc[at + 2].text == ",")


def _end_of_denial(doc: "Doc", at: int) -> int:
    """Give where "and will never" ends, with its commas, that follows "does not": it denies the same once more."""
    start = at + (doc[at].text == ",")
    words = tuple(token.lower_ for token in doc[start : start + 3])
    if doc[at - 1].lower_ not in _NOT or len(words) < 3 or words[0] not in {"and", "nor"}:
        return 0
    if words[1] not in _AGAIN or words[2] not in _NOT:
        return 0
    return start + 3 + (start > at and start + 3 < len(doc) and doc[start + 3].text == ",")


def _end_of_adverb(doc: "Doc", at: int) -> int:
    """Give where "illegally" ends in "in illegally annexed Crimea", where the model takes "in" for an adverb too."""
    is_inside = at + 2 < len(doc) and doc[at].text in _HOW and doc[at - 1].lower_ in _WHERE
    return at + 1 if is_inside and doc[at + 1].text.endswith("ed") and doc[at + 2].text[:1].isupper() else 0


def _end_of_background(doc: "Doc", at: int, names: Mapping[int, Mention]) -> int:
    """Give where "Background information Great Patriotic War" ends that follows a name; 0 where none begins."""
    first = at + len(_LEAD)
    if tuple(token.text for token in doc[at:first]) != _LEAD or doc[at - 1].is_punct:
        return 0
    first += first < len(doc) and doc[first].lower_ == "the"
    repeated = _end_of_repeat(doc, at, first) or _end_of_spelt_out(doc, at, first)
    stop = repeated or _end_of_title(doc, first, names)
    return stop + 3 * _has_brackets(doc, stop)


def _end_of_repeat(doc: "Doc", at: int, first: int) -> int:
    """Give where the words from `first` on end that are those before `at` again."""
    before = [token.text for token in doc[max(0, at - _MAX_WORDS) : at]]
    longest = min(len(before), len(doc) - first)
    for length in range(longest, 0, -1):
        if before[-length:] == [token.text for token in doc[first : first + length]]:
            return first + length
    return 0


def _has_brackets(doc: "Doc", at: int) -> bool:
    return at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")"


def _end_of_spelt_out(doc: "Doc", at: int, first: int) -> int:
    """Give where the full name of the letters before `at` ends, before they come again in brackets."""
    for place in range(first, min(first + _MAX_WORDS, len(doc) - 2)):
        if "\n" in doc[place].text:
            break
        if _has_brackets(doc, place) and doc[place + 1].text == doc[at - 1].text:
            return place
    return 0


def _end_of_title(doc: "Doc", at: int, names: Mapping[int, Mention]) -> int:
    """Give where a title ends, as in "Minister of the Interior of Japan": at a word that is not capitalised."""
    stop = at
    while stop < len(doc) and _is_in_title(doc, stop, names):
        stop += 1
    while stop > at and doc[stop - 1].lower_ in _SMALL:
        stop -= 1
    return stop


def _is_in_title(doc: "Doc", at: int, names: Mapping[int, Mention]) -> bool:
    token, before = doc[at], doc[at - 1]
    if token.text == "and":
        return not _is_state(names.get(at - 1))
    if token.text in {",", "-"}:
        return not before.whitespace_ and at + 1 < len(doc) and doc[at + 1].text[:1].isalpha()
    return token.text[:1].isupper() or token.lower_ in _SMALL or before.text == "-"


def _is_state(mention: Mention | None) -> bool:
    return mention is not None and mention.entity.kind is EntityKind.STATE
