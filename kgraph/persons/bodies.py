"""Bodies that only the text knows, by the form of their names: "the National Liberation Army", "the CNDP"."""

from collections.abc import Sequence

from kgraph.model import EntityKind
from kgraph.persons.phrases import DETERMINERS, HYPHENS, MIN_FULL_NAME_WORDS, POSSESSIVES, RELATING
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["body_after", "body_before", "party_before"]

MAX_LETTERS = 6  # of an acronym
MAX_DESCRIPTION = 6  # words: "the opposition pro-Russian"
MAX_NAME_WORDS = 8  # "Movement for the Emancipation of the Niger Delta" has as many

_PLACES = (EntityKind.STATE, EntityKind.TERRITORY)
_JOINING = frozenset(["and", "for", "of"])
_INSIDE = frozenset(["of", "for"])  # between the words of a group's name
_ROMAN = frozenset("IVX")


def body_before(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int] | None:
    """Find the body that is named right before a title: "*CNDP* leader", "the *World Food Program*'s director"."""
    stop = at - 1 if at > 1 and words[at - 1].key in POSSESSIVES else at
    if stop < 1 or words[at].text.isupper():  # "PRIME MINISTER BLAIR:" in a transcript
        return None
    if words[stop - 1].key in _JOINING:  # "head of the Commission *and* minister"
        return None
    is_owned = stop < at and (stop < 2 or words[stop - 2].key != "the")
    if _is_acronym(words[stop - 1], titles):
        return None if is_owned else (stop - 1, stop)
    first = _name_first(words, stop, stop, titles)
    while first < stop and (words[first].key in DETERMINERS or not _is_capitalised_alone(words[first])):
        first += 1
    return (first, stop) if stop > first and _is_group(words, first, stop, titles) else None


def party_before(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int] | None:
    """Find the party that is named before a title and its modifiers: "*Georgian Labor Party* deputy chairman"."""
    stop = at
    while stop > 0 and titles.has("modifier", words[stop - 1]) and words[stop - 1].mention is None:
        stop -= 1
    if stop < at and words[stop - 1].key in POSSESSIVES:
        stop -= 1
    if stop < MIN_FULL_NAME_WORDS or not _is_party(words[stop - 1], titles):
        return None
    first = _name_first(words, stop - 1, stop, titles)
    if first > 0 and _is_place(words[first - 1]):
        first -= 1
    while first < stop and words[first].key in DETERMINERS:
        first += 1
    return (first, stop) if stop - first >= MIN_FULL_NAME_WORDS else None


def _is_place(word: Word) -> bool:
    return word.mention is not None and word.mention.entity.kind in _PLACES


def _is_party(word: Word, titles: Titles) -> bool:
    """Tell "Party" and "Movement", which are nobody's organ, from "Army" and "Commission"."""
    is_organ = titles.has("force", word) or titles.has("unit", word)
    return word.mention is None and titles.has("group", word) and not is_organ


def body_after(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int] | None:
    """Find the body that is named right after "of" or "for".

    "The *National Liberation Army*", "the *CNDP*", "the militant group *Jaish-e-Islam*", "the *Iraqiya* alliance",
    "the *Belarus Popular Front*".
    """
    if party := _party_of_place(words, at, titles):
        return party
    first = _skip_description(words, at)
    end = first
    while end < len(words) and (_is_capitalised_alone(words[end]) or _is_of_inside(words, first, end)):
        end += 1
    end = _before_name(words, first, end, titles)
    if end == first:
        return None
    if _is_acronym(words[first], titles):
        return first, first + 1
    is_described = titles.has("group", words[first - 1]) and not words[first - 1].is_capitalised
    is_called = end < len(words) and titles.has("group", words[end]) and end - first <= MIN_FULL_NAME_WORDS
    return (first, end) if is_described or is_called or _is_group(words, first, end, titles) else None


def _party_of_place(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int] | None:
    """Find the party whose name begins with that of a state: "the opposition *Bangladesh Nationalist Party*"."""
    first = at + 1 if at < len(words) and words[at].key in DETERMINERS else at
    while first < len(words) and _describes_party(words[first], titles):
        first += 1
    if first >= len(words) or not _is_place(words[first]):
        return None
    end = first + 1
    while end < len(words) and _is_in_party_name(words, first, end):
        end += 1
    end = _before_name(words, first, end, titles)
    is_owner = words[first + 1].key in POSSESSIVES if first + 1 < end else True
    is_party = any(_is_party(word, titles) for word in words[first + 1 : end])
    return (first, end) if is_party and not is_owner else None


def _is_in_party_name(words: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether a party's name goes on: "the Pakistan *People's Party*", "the Sudan *Movement for Justice*"."""
    is_owner = words[at].key in POSSESSIVES
    return is_owner or _is_capitalised_alone(words[at]) or _is_of_inside(words, first, at)


def _describes_party(word: Word, titles: Titles) -> bool:
    is_known = any(titles.has(kind, word) for kind in ("adjunct", "modifier", "outsider"))
    return word.mention is None and word.text.islower() and is_known


def _skip_description(words: Sequence[Word], at: int) -> int:
    """Give where "the Sunni-backed" and "the militant group" end; the same place where no name follows."""
    first = at + 1 if at < len(words) and words[at].key in DETERMINERS else at
    for place in range(first, min(first + MAX_DESCRIPTION, len(words))):
        if _is_capitalised_alone(words[place]) and not _is_adjective(words[place]):
            return place
        is_led = words[place].mention is not None and words[place - 1].text not in HYPHENS  # no "pro-Russian"
        is_mark = not words[place].text[:1].isalnum() and words[place].text not in HYPHENS
        if is_led or is_mark or words[place].key in RELATING:
            break
    return first


def _is_adjective(word: Word) -> bool:
    """Tell "Sunni-backed" from a name."""
    return "-" in word.text and word.text.rsplit("-", 1)[-1].islower() and word.text.count("-") == 1


def _is_capitalised_alone(word: Word) -> bool:
    """Tell whether a word begins like a name, and is none that the gazetteer knows."""
    return word.mention is None and word.is_capitalised and word.text[:1].isalpha()


def _is_acronym(word: Word, titles: Titles) -> bool:
    """Tell whether a word is the letters of a body: "CNDP", but no "TV" and no "III"."""
    is_short = word.mention is None and 1 < len(word.text) <= MAX_LETTERS and word.text.isalpha()
    if not is_short or not word.text.isupper() or set(word.text) <= _ROMAN:
        return False
    return not titles.has("stop", word) and not titles.has("letters", word) and not titles.is_office(word)


def _name_first(words: Sequence[Word], at: int, stop: int, titles: Titles) -> int:
    """Give where a body's name begins that ends at `stop`, its words from `at` on being known for such."""
    while at > max(0, stop - MAX_NAME_WORDS) and _is_name_inside(words, at - 1, titles):
        at -= 1
    return at


def _is_name_inside(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a word may belong to a body's name that goes on behind it."""
    if words[at].key == "and" and at > 1 and _is_capitalised_alone(words[at - 2]):
        return False  # "X X and National Front leader Y Y", not "Justice and Equality Movement"
    if words[at].key in _INSIDE or words[at].key == "and":
        return at > 0 and _is_capitalised_alone(words[at - 1])
    return _is_capitalised_alone(words[at]) and not titles.is_office(words[at])


def _is_group(words: Sequence[Word], first: int, stop: int, titles: Titles) -> bool:
    is_long = stop - first >= MIN_FULL_NAME_WORDS
    return is_long and any(titles.has("group", word) for word in words[first:stop])


def _before_name(words: Sequence[Word], first: int, end: int, titles: Titles) -> int:
    """Leave a name out that follows a group's: "Director of the Federal Tourism Agency *N. N.*"."""
    last = next((i for i in reversed(range(first, end)) if titles.has("group", words[i])), end)
    behind = words[last + 1 : end]
    is_named = len(behind) >= MIN_FULL_NAME_WORDS and all(map(_is_capitalised_alone, behind))
    return last + 1 if is_named else end


def _is_of_inside(words: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether the word belongs to "of Colombia", "for Democracy" inside a group's name."""
    place = at if words[at].key in _INSIDE else at - 1
    is_of = first < place < len(words) - 1 and words[place].key in _INSIDE and words[place].mention is None
    return is_of and (words[place + 1].mention is not None or words[place + 1].is_capitalised)
