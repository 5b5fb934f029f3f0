"""The names that stand beside an office: who is said to hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.persons.names import name_end, name_start, skip_prefixes
from kgraph.persons.phrases import (
    AND,
    CLOSES,
    DETERMINERS,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    Agent,
    Holder,
    OfficePhrase,
    agent_at,
    is_agent,
    skip_and,
    skip_polity,
)
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["comma_after", "with_holders"]

MAX_PLACE_WORDS = 7  # "at the stalled nuclear talks"

_PLACED = frozenset(["at", "in", "on"])
_RULING_KINDS = ("head", "minister")  # whose office it is need not be said: "was elected president"
_HAVING_BECOME = frozenset(
    ["was", "were", "has", "had", "been", "then", "later", "first", "also", "subsequently", "is"]
)


def with_holders(
    words: Sequence[Word], phrase: OfficePhrase, titles: Titles, named: Sequence[Holder]
) -> OfficePhrase:
    """Give the holders of an office.

    Whoever was `named` by the office before has this one too only where nobody is named behind it: "the President,
    Mr. X, the Minister of Finance, Ms. Y, and".
    """
    for find in (
        _glued_holder,
        _alternating,
        _holders_after,
        _holder_before,
        _holder_becoming,
        _holders_after_comma,
    ):
        holders = find(words, phrase, titles)
        if find is _holder_before and {h.stop for h in holders} & {h.stop for h in named}:
            holders = _holders_after_comma(words, phrase, titles) or holders
        if holders:
            return replace(phrase, holders=tuple(holders), is_entered=find is _holder_becoming)
    return phrase


def _glued_holder(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "Shinzo Abe Abe ShinzoPrime Minister of Japan", a name and its card without line breaks."""
    first = phrase.title_first
    if first == 0 or words[first].start > words[first - 1].end or not words[first - 1].text.isalpha():
        return []
    start = name_start(words, first, titles)
    if first - start < MIN_FULL_NAME_WORDS:
        return []
    name = name_start(words, start, titles)
    is_same = {word.key for word in words[name:start]} == {word.key for word in words[start:first]}
    places = [(name, start), (start, first)] if is_same else [(start, first)]
    return [Holder(first=begin, stop=end) for begin, end in places]


def _alternating(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "The foreign ministers of Russia, Sergei Lavrov, and Japan, Taro Kono,"."""
    holders: list[Holder] = []
    at = phrase.stop
    while phrase.is_plural and at < len(words) and words[at].key == ",":
        agent = agent_at(words, at - 1) if is_agent(words[at - 1]) else None
        start = skip_prefixes(words, at + 1, titles)
        stop = name_end(words, start, titles)
        if agent is None or stop - start < MIN_FULL_NAME_WORDS:
            break
        holders.append(Holder(first=start, stop=stop, agent=agent))
        after = skip_polity(words, skip_and(words, stop), titles)
        at = after + 1
    return holders if len(holders) > 1 else []


def _holders_after(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "President Vladimir Putin", "foreign ministers Sergei Lavrov and Taro Kono"."""
    holders = list(_name_list(words, phrase.stop, phrase.is_plural, titles))
    is_of = phrase.stop > phrase.title_stop  # "commander of the U.S. Pacific Command" names nobody
    return [] if is_of and holders and _length(holders[0]) < MIN_FULL_NAME_WORDS else holders


def _length(holder: Holder) -> int:
    return holder.stop - holder.first


def _name_list(words: Sequence[Word], at: int, is_list: bool, titles: Titles) -> Iterator[Holder]:
    while at < len(words):
        start = skip_prefixes(words, at, titles)
        stop = name_end(words, start, titles)
        if stop == start:
            return
        agent = _agent_of(words, stop)
        yield Holder(first=start, stop=stop, agent=agent)
        stop = at = stop + 2 if agent else stop
        while at < len(words) and words[at].key in AND:
            at += 1
        if not is_list or at == stop:
            return


def _agent_of(words: Sequence[Word], at: int) -> Agent | None:
    is_of = at + 1 < len(words) and words[at].key == "of" and is_agent(words[at + 1])
    return agent_at(words, at + 1) if is_of else None


def _holder_before(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "Sergei Lavrov, the Russian foreign minister"."""
    comma = phrase.first - 1
    if comma < 1 or words[comma].key not in (",", "(") or phrase.is_plural:
        return []
    start = skip_prefixes(words, name_start(words, comma, titles), titles)
    is_full = comma - start >= MIN_FULL_NAME_WORDS or (
        start < comma and not words[start].opens and phrase.is_definite
    )
    return [Holder(first=start, stop=comma)] if is_full else []


def _holder_becoming(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "X X was elected president", "X X became the first president", "elected X X as president"."""
    at = phrase.title_first
    while at > 0 and _stands_before_title(words[at - 1], titles):
        at -= 1
    is_told = bool(phrase.agents) or phrase.title.kind in _RULING_KINDS
    if not is_told or phrase.is_plural or at < MIN_FULL_NAME_WORDS + 1:
        return []
    if words[at - 1].key == "as" and titles.has("becoming", words[at - 2]):
        at -= 1
    if titles.has("becoming", words[at - 1]):
        stop = at - 1
        while stop > 0 and words[stop - 1].key in _HAVING_BECOME:
            stop -= 1
        start = name_start(words, stop, titles)
    else:
        stop = at - (words[at - 1].key == "as")
        start = name_start(words, stop, titles)
        if not titles.has("becoming", words[start - 1]):
            return []
    named = skip_prefixes(words, start, titles)  # "Mr. Abe" will do
    is_named = stop - named >= MIN_FULL_NAME_WORDS or (stop > named > start)
    return [Holder(first=named, stop=stop)] if is_named else []


def _stands_before_title(word: Word, titles: Titles) -> bool:
    """Tell whether a word between a name and the title that is taken says no more: "the *first Georgian* president"."""
    if titles.has("becoming", word):
        return False
    is_said = word.key in DETERMINERS | POSSESSIVES | {"first", "new", "interim", "acting"}
    return is_said or is_agent(word) or titles.has("adjunct", word)


def _holders_after_comma(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the Italian foreign minister, Luigi Di Maio, joined"."""
    comma = comma_after(words, phrase.stop) if phrase.is_definite else None
    if comma is None:
        return []
    holders = list(_name_list(words, comma + 1, phrase.is_plural, titles))
    if not holders:
        return []
    last = holders[-1].stop
    closes = CLOSES if comma == phrase.stop else CLOSES - {"and"}
    is_closed = last >= len(words) or words[last].key in closes
    is_named = _length(holders[0]) >= MIN_FULL_NAME_WORDS or holders[0].first > comma + 1
    return holders if is_closed and is_named else []


def comma_after(words: Sequence[Word], at: int) -> int | None:
    """Give the comma that closes an office, over where it is held: "the U.S. negotiator at the talks, X,"."""
    if at < len(words) and words[at].key in _PLACED:
        stops = (i for i in range(at, min(at + MAX_PLACE_WORDS, len(words))) if words[i].text in ",.;:\n")
        at = next(stops, at)
    return at if at < len(words) and words[at].key == "," else None
