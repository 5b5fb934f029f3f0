"""Whom a servant serves: "a spokesman for *the prime minister, X*", "adviser to *Iran's supreme leader*"."""

from collections.abc import Sequence

from kgraph.persons.names import name_end, skip_prefixes
from kgraph.persons.phrases import (
    DETERMINERS,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    Agent,
    OfficePhrase,
    agent_at,
    is_agent,
    skip_polity,
)
from kgraph.persons.stated import LEADING_KINDS
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["helps_leader", "is_governing", "is_servant", "served_end", "superior_served"]

_GOVERNING = frozenset(["authorities", "government", "side"])
_ADVISERS = frozenset(["adviser", "advisor", "aide", "assistant", "consultant", "counsel"])
_LED_BY = frozenset(["chancellor", "minister", "premier", "president", "presidential"])
_SERVING = frozenset(["for", "of", "to"])


def served_end(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> int | None:
    """Give where the name ends of whom somebody serves: "a spokesman for *Israeli Prime Minister Ariel Sharon*"."""
    at = phrase.stop
    if phrase.agents or at + 1 >= len(words) or not is_servant(words, phrase):
        return None
    at += 1
    while at < len(words) and (
        words[at].mention or titles.has("adjunct", words[at]) or words[at].key in DETERMINERS
    ):
        at += 1
    found = titles.find_office(words, at) if at < len(words) else None
    start = skip_prefixes(words, found[0] if found else at, titles)
    stop = name_end(words, start, titles)
    is_named = stop > start and (found is not None or start > at or stop - start >= MIN_FULL_NAME_WORDS)
    return stop if is_named else None


def is_servant(words: Sequence[Word], phrase: OfficePhrase) -> bool:
    """Tell whether "for" and "to" say whose spokesman, adviser or envoy somebody is, and not for what."""
    link = words[phrase.stop].key
    if link == "for":
        is_sent = phrase.title.kind == "envoy" and is_governing(words, phrase.stop + 1)
        return is_sent or phrase.title.kind == "spokesperson"
    return link == "to" and words[phrase.stop - 1].key in _ADVISERS


def is_governing(words: Sequence[Word], at: int) -> bool:
    """Tell whether a government is named there: "the chief negotiator for *the Colombian government*"."""
    at += at < len(words) and words[at].key == "the"
    is_named = at + 1 < len(words) and is_agent(words[at])
    return is_named and words[at + 1].key in _GOVERNING


def superior_served(
    words: Sequence[Word], phrase: OfficePhrase, titles: Titles
) -> tuple[int, Agent | None] | None:
    """Find whose officer is served, and where the words end that say so, where he is not named.

    "Adviser to *Iran's supreme leader*", "an envoy of *the president of Russia*". The name behind "Aide *to the
    President*" is the aide's: who is called president by name has no article.
    """
    is_envoys = phrase.title.kind == "envoy" and words[phrase.stop].key in _SERVING - {"to"}
    if not (is_envoys or is_servant(words, phrase)):
        return None
    first = at = phrase.stop + 1
    while at < len(words) and _stands_before_title(words[at], titles):
        at += 1
    found = titles.find_office(words, at) if at < len(words) else None
    if found is None or found[1].kind not in LEADING_KINDS:
        return None
    agent, end = next((place for place in range(first, at) if is_agent(words[place])), None), found[0]
    if agent is None and end < len(words) and words[end].key == "of":
        place = skip_polity(words, end + 1, titles)
        agent, end = (place, place + 1) if place < len(words) and is_agent(words[place]) else (None, end)
    if is_helper(phrase) and words[phrase.title_first].is_capitalised and words[first].key == "the":
        return end, None if agent is None else agent_at(words, agent)
    is_named = name_end(words, skip_prefixes(words, end, titles), titles) > end
    return None if agent is None or is_named else (end, agent_at(words, agent))


def is_helper(phrase: OfficePhrase) -> bool:
    """Tell whether somebody helps who is in office: an aide, an adviser."""
    return phrase.title.words[-1] in _ADVISERS


def helps_leader(words: Sequence[Word], phrase: OfficePhrase) -> bool:
    """Tell whether somebody helps a leader of his state, by title: "*Presidential* Aide", "Aide *to the President*"."""
    return is_helper(phrase) and any(word.key in _LED_BY for word in words[phrase.first : phrase.stop])


def _stands_before_title(word: Word, titles: Titles) -> bool:
    """Tell whether a word may stand between "to" and the title of who is served."""
    if is_agent(word) or word.key in DETERMINERS or word.key in POSSESSIVES:
        return True
    return word.mention is None and (titles.has("adjunct", word) or titles.has("modifier", word))
