"""Adverbials before a noun that is none of theirs, by the words alone: "*this morning in Vienna* a memorandum"."""

from kgraph.cues import load_cues
from kgraph.parse.rewriting.plain_text import (
    ARTICLES,
    LEADING,
    LEADING_OR_OPENING,
    ORDERS,
    TIMES,
    PlainText,
)
from kgraph.times import MONTHS

__all__ = ["find_end", "opens_adverbial"]

_MAX_WORDS = 16  # of the adverbials
_MAX_BARE = 3  # of a noun without an article
_ANY = frozenset({"all", "any", "no", "some"})
_POINTING = frozenset({"each", "earlier", "last", "later", "next", "that", "this"})
_ONE = frozenset({"a", "an", "the"})
_LEADING_ALL = LEADING | LEADING_OR_OPENING | {"to"}
# What follows one of these without a word between may say which it is: "on the island *the British claim*".
_DESCRIBED = TIMES | {"area", "island", "place", "region", "territory", "way"}


def opens_adverbial(words: PlainText, at: int) -> bool:
    """Tell whether an adverbial begins at a place."""
    return _time_end(words, at) is not None or words.is_adverb(at) or words.small[at] in _LEADING_ALL


def _time_end(words: PlainText, at: int) -> int | None:
    """Give where a time ends that no preposition leads to: "this morning", "the next day"; None for anything else."""
    if words.small[at] in _POINTING and words.is_time(at + 1):
        return at + 2
    is_ordered = words.small[at] == "the" and words.small[at + 1] in ORDERS and words.is_time(at + 2)
    return at + 3 if is_ordered else None


def find_end(words: PlainText, start: int, *, is_set_off: bool, are_plain: bool) -> int | None:
    """Find where adverbials end and a noun begins that is none of theirs; None where there is no such place.

    Args:
        words: of the unit.
        start: where the adverbials begin.
        is_set_off: whether they stand behind a comma, so that they must end with another.
        are_plain: whether only those are taken that nothing else can be: they end with a date, a name or the like.
    """
    at = start
    while at < min(len(words), start + _MAX_WORDS):
        if at > start and is_set_off and words.small[at] == ",":
            return at if _begins_noun(words, at + 1, behind=None) else None
        if at > start and words.small[at] == ",":
            last = find_end(words, at + 1, is_set_off=True, are_plain=are_plain)
            return last + 1 if last is not None else None
        if at > start and not is_set_off and _begins_noun(words, at, behind=at - 1):
            return at
        after = _after_adverbial(words, at, is_plain=are_plain)
        if after is None:
            return None
        at = after
    return None


def _after_adverbial(words: PlainText, at: int, *, is_plain: bool) -> int | None:
    """Give where one adverbial ends; None where there is none."""
    word, time_end = words.small[at], _time_end(words, at)
    if time_end is not None:
        return time_end
    if words.is_adverb(at):
        return at + 1
    is_barred = (
        (word == "to" and not _leads_to_noun(words, at + 1))
        or (word == "by" and _is_agent(words, at + 1))
        or (word == "for" and not _tells_how_long(words, at + 1))
        or words.small[at + 1] in {"least", "most"}
    )
    if is_barred or word not in _LEADING_ALL:
        return None
    return _after_noun(words, at + 1, is_plain=is_plain or word in LEADING_OR_OPENING)


def _after_noun(words: PlainText, start: int, *, is_plain: bool) -> int | None:
    """Give where ends what a preposition leads to: before the next adverbial, a comma or another noun."""
    at = start + (words.small[start] in ARTICLES | _POINTING | _ANY)
    if _is_deed(words, at):
        return None
    while at < min(len(words), start + _MAX_WORDS):
        if not words.can_be_of_noun(at):
            return None
        at = words.after_name(at)
        following = words.small[at]
        if following == "of" or (following == "and" and words.small[at + 1].isdigit()):
            at += 1 + (words.small[at + 1] in ARTICLES)
            continue
        if following == "," or opens_adverbial(words, at):
            return at
        if _begins_noun(words, at, behind=at - 1):
            is_parted = not is_plain or words.ends_noun(at - 1) or at - 1 in words.names
            return at if is_parted else None
        if words.ends_noun(at - 1) and not words.goes_on_naming(at):
            return None
    return None


def _is_deed(words: PlainText, at: int) -> bool:
    """Tell whether somebody does something to what follows: "by *invading* the north"."""
    word = words.texts[at]
    return word.islower() and word.endswith("ing") and words.small[at + 1] in ARTICLES


def _leads_to_noun(words: PlainText, at: int) -> bool:
    """Tell whether "to" leads to no verb: "to *the* north", "to *northern Cyprus*"."""
    at += words.small[at] in load_cues().places_directions
    return words.small[at] in ARTICLES or words.has_capital(at)


def _tells_how_long(words: PlainText, at: int) -> bool:
    """Tell whether "for" leads to how long, and not to what is called for: "for *good*", "for *99 years*"."""
    word = words.small[at]
    return word.isdigit() or words.counts(at) or words.is_time(at) or word in load_cues().shifts_nouns


def _is_agent(words: PlainText, at: int) -> bool:
    """Tell whether "by" leads to who does something, and not to how: "by *the* army"."""
    return words.small[at] == "the" or at in words.names or words.has_capital(at)


# -- nouns behind -----------------------------------------------------------------------------------------------------


def _begins_noun(words: PlainText, at: int, *, behind: int | None) -> bool:
    """Tell whether a noun begins here that a word, None for a comma, does not go on to."""
    if _tells_time(words, at):
        return False
    may_end = behind is None or words.can_end_noun(behind)
    does_end = behind is None or (words.ends_noun(behind) and not _dates_noun(words, behind))
    if words.small[at] in ARTICLES or words.counts(at):
        return may_end and not (behind is not None and _is_described(words, behind))
    if at in words.names:
        return does_end and (behind is None or _is_other_name(words, at, behind))
    is_behind_capital = behind is not None and words.has_capital(behind) and not words.is_time(behind)
    if words.has_capital(at):
        return does_end and behind is not None and not is_behind_capital
    return does_end and _is_bare(words, at, is_behind_capital=is_behind_capital)


def _is_other_name(words: PlainText, at: int, behind: int) -> bool:
    return words.names.get(behind) is not words.names[at] and not words.is_people(behind)


def _is_bare(words: PlainText, at: int, *, is_behind_capital: bool) -> bool:
    """Tell whether a noun begins here that needs no article, with two words at most that describe it.

    Right behind a name it is what that describes: "for *UN* peacekeepers".
    """
    bare = load_cues().shifts_bare
    if is_behind_capital and words.small[at] in bare:
        return False
    for place in range(at, at + _MAX_BARE):
        if words.small[place] in bare:
            return True
        is_deed = words.small[place].endswith("ing") or words.is_manner(place)
        if is_deed or words.owns(place) or not words.can_be_of_noun(place):
            return False
    return False


def _dates_noun(words: PlainText, at: int) -> bool:
    """Tell whether a date says which of what follows is meant: "the *June 1967* war"."""
    while words.small[at].isdigit() or words.texts[at] in MONTHS:
        at -= 1
        if words.small[at] in ARTICLES:
            return True
    return False


def _is_described(words: PlainText, at: int) -> bool:
    """Tell whether what follows may say which time or place is meant: "on the day *the treaty was signed*"."""
    return words.small[at] in _DESCRIBED and words.small[at - 1] in {"the", *ORDERS}


def _tells_time(words: PlainText, at: int) -> bool:
    """Tell whether another time begins here: "*the next day*", "*several weeks* ago"."""
    said = next((place for place in range(at + 1, at + _MAX_BARE) if words.small[place] not in ORDERS), at)
    is_counted = words.small[at] in _ONE or words.counts(at)
    return words.is_time(at) or (is_counted and words.is_time(said))
