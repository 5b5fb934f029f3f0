"""The names that stand beside an office: who is said to hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.persons.complements import served_end
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

MAX_DESCRIPTION = 4  # words: "a Danish-born former"
MAX_COMPLEMENT_WORDS = 12  # "at the stalled nuclear talks"

_PLACED = frozenset(["at", "in", "on"])
_COMPLEMENTS = frozenset(
    ["to", "for", "of", "with", "from", "and", "investigating", "monitoring", "overseeing"]
)
_CLAUSAL = frozenset(
    [
        "who",
        "which",
        "that",
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "do",
        "does",
        "did",
        "not",
        "when",
        "where",
        "while",
        "after",
        "before",
    ]
)
_UNDERSTOOD_KINDS = (
    "head",
    "minister",
    "spokesperson",
    "military",
    "envoy",
)  # whose office it is need not be said
_RULING_KINDS = ("head", "minister")
_BEING = frozenset(["is", "was", "remains", "remained", "be"])
_TAKING = frozenset(["in", "over", "office", "up", "duty"])  # "was sworn *in* as", "took *over* as"
_HAVING = frozenset(
    ["with", "received", "recognized", "recognised", "accepted", "sent", "dispatched", "accredited"]
)
_APPOINTMENTS = frozenset(
    ["appointment", "credentials", "election", "inauguration", "nomination", "selection"]
)
_HAVING_BECOME = frozenset(
    [
        "was",
        "were",
        "has",
        "had",
        "been",
        "then",
        "later",
        "first",
        "also",
        "subsequently",
        "is",
        "now",
        "currently",
        "still",
        "once",
    ]
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
            holders = _holders_after_comma(words, phrase, titles) or list(named)
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
    comma = _before_description(words, phrase) - 1
    if comma < 1 or words[comma].key not in (",", "(") or phrase.is_plural:
        return []
    start = skip_prefixes(words, name_start(words, comma, titles), titles)
    is_full = comma - start >= MIN_FULL_NAME_WORDS or (
        start < comma and not words[start].opens and phrase.is_definite
    )
    return [Holder(first=start, stop=comma)] if is_full else []


def _before_description(words: Sequence[Word], phrase: OfficePhrase) -> int:
    """Give where an office begins with what is said of it: "X X, *a technical* adviser to the army"."""
    if not phrase.agents or words[phrase.first].key in DETERMINERS:
        return phrase.first
    for at in range(phrase.first - 1, max(0, phrase.first - MAX_DESCRIPTION) - 1, -1):
        if words[at].key in DETERMINERS:
            return at
        if words[at].mention is not None or not words[at].text.islower():
            break
    return phrase.first


def _holder_becoming(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "X X was elected president", "X X is the spokesman for", "elected X X president", "with X X as consul"."""
    at = phrase.title_first
    while at > 0 and _stands_before_title(words[at - 1], titles):
        at -= 1
    is_told = bool(phrase.agents) or phrase.title.kind in _UNDERSTOOD_KINDS
    if not is_told or phrase.is_plural or at < MIN_FULL_NAME_WORDS + 1:
        return []
    if words[at - 1].key in _BEING and not phrase.agents and phrase.title.kind not in _RULING_KINDS:
        return []  # "X X is the ambassador"
    stop = _subject_end(words, at, titles)
    if stop is None:
        stop = at - (words[at - 1].key == "as")
        stop -= words[stop - 1].key == ","  # "X X, as president,"
        start = name_start(words, stop, titles)
        if not _is_appointing(words, start, stop, titles):
            return []
    start = name_start(words, stop, titles)
    named = skip_prefixes(words, start, titles)  # "Mr. Abe" will do
    is_named = stop - named >= MIN_FULL_NAME_WORDS or (stop > named > start)
    return [Holder(first=named, stop=stop)] if is_named else []


def _subject_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where the name ends before "was elected", "has served as", ", who is"; None without such a verb."""
    verb = at - 1
    if words[verb].key == "as":
        verb -= 1
        while verb > 0 and words[verb].key in _TAKING:
            verb -= 1
    is_verb = titles.has("becoming", words[verb]) or (verb < at - 1 and words[verb].key == "acting")
    if not is_verb and (words[verb].key not in _BEING or verb != at - 1):
        return None
    while verb > 0 and words[verb - 1].key in _HAVING_BECOME:
        verb -= 1
    if verb > 1 and words[verb - 1].key == "who":
        verb -= 1 + (words[verb - 2].key == ",")
    elif verb > 0 and words[verb - 1].key == ",":  # "X X, serving as"
        verb -= 1
    return verb


def _is_appointing(words: Sequence[Word], start: int, stop: int, titles: Titles) -> bool:
    """Tell whether a name stands behind "elected", "with", "the credentials of", or in ", as president"."""
    if start == stop:
        return False
    if words[stop].key == ",":
        return words[stop + 1].key == "as" and words[start].opens
    before = words[start - 1].key if start else ""
    is_made = words[stop].key == "as" and before in _HAVING
    is_credited = before == "of" and words[start - 2].key in _APPOINTMENTS
    return is_made or is_credited or (start > 0 and titles.has("becoming", words[start - 1]))


def _stands_before_title(word: Word, titles: Titles) -> bool:
    """Tell whether a word between a name and the title that is taken says no more: "the *first Georgian* president"."""
    if titles.has("becoming", word):
        return False
    is_said = word.key in DETERMINERS | POSSESSIVES | {"first", "new", "interim", "acting"}
    return is_said or is_agent(word) or titles.has("adjunct", word)


def _holders_after_comma(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the Italian foreign minister, Luigi Di Maio, joined", "a government spokesman, X X, said"."""
    comma = comma_after(words, phrase, titles)
    if comma is None:
        return []
    holders = list(_name_list(words, comma + 1, phrase.is_plural, titles))
    if not holders:
        return []
    last = holders[-1].stop
    is_sure = phrase.is_definite and comma == phrase.stop
    closes = CLOSES if is_sure else CLOSES - {"and"}
    is_closed = last >= len(words) or words[last].key in closes
    is_named = _length(holders[0]) >= MIN_FULL_NAME_WORDS or (
        phrase.is_definite and holders[0].first > comma + 1
    )
    return holders if is_closed and is_named else []


def comma_after(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> int | None:
    """Give the comma that closes an office, over what it is for and where it is held.

    "The U.S. negotiator *at the talks*, X,", "the new envoy *to Pakistan and Afghanistan*, X,".
    """
    at = served_end(words, phrase, titles) or phrase.stop
    is_whose = bool(phrase.agents) and not phrase.is_plural
    is_cut = is_whose and any(word.key in _COMPLEMENTS for word in words[phrase.title_first : at])
    if is_cut or (
        at < len(words) and (words[at].key in _PLACED or (is_whose and words[at].key in _COMPLEMENTS))
    ):
        reach = range(at, min(at + MAX_COMPLEMENT_WORDS, len(words)))
        at = next((i for i in reach if _ends_complement(words, i, titles)), at)
    return (
        at
        if at < len(words) and words[at].key == "," and (phrase.is_definite or not phrase.is_plural)
        else None
    )


def _ends_complement(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a word is no more of "to the nuclear talks with North Korea": a mark, a verb, another office."""
    word = words[at]
    is_mark = word.text in ",.;:\n()"
    return (
        is_mark
        or titles.has("speech", word)
        or word.key in _CLAUSAL
        or titles.find_office(words, at) is not None
    )
