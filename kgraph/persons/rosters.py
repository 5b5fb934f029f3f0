"""Offices said in the plural, and who holds them: "The presidents of A and B met. A's X and Y of B signed …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgraph.model import EntityKind
from kgraph.persons.names import name_end, name_start
from kgraph.persons.phrases import Agent, OfficePhrase, agent_at, is_agent, skip_and
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["Listed", "find_listed"]

_MAX_WORDS = 400  # more than these sentences have, where they are sentences
_MAX_SENTENCES = 3  # how far after the office its holders may be named
_MIN_NAME_WORDS = 2
_HALVES = frozenset(["north", "south", "east", "west"])
_POSSESSIVES = frozenset(["'s", "'"])
_JOINING = frozenset([",", "and"])


@dataclass(frozen=True, slots=True)
class Listed:
    """A name, the words `[first, stop)`, beside an agent that shares an office said in the plural before."""

    first: int
    stop: int
    agent: Agent
    phrase: OfficePhrase


def find_listed(words: Sequence[Word], phrases: Sequence[OfficePhrase], titles: Titles) -> tuple[Listed, ...]:
    """Find who holds the offices that the text gives to several agents at once without saying to whom.

    With them who holds the office that is left out beside another's: "Denmark's minister, X X, and *Sweden's, Y Y*".
    """
    gapped_ones = (gapped for phrase in phrases for gapped in _names_gapped(words, phrase, titles))
    plural = (phrase for phrase in phrases if phrase.is_plural and not phrase.holders and not phrase.is_past)
    shared = (
        listed
        for phrase in plural
        if len(phrase.agents) != 1
        for listed in (_names_after if phrase.agents else _names_behind)(words, phrase, titles)
    )
    return (*shared, *gapped_ones)


def _names_gapped(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> Iterator[Listed]:
    """Read the second holder of "Denmark's foreign minister, X X, and *Sweden's, Y Y*, met"."""
    if len(phrase.holders) != 1 or not phrase.agents or phrase.is_plural or phrase.is_past:
        return
    at = skip_and(words, max(phrase.stop, phrase.holders[0].stop))
    if at + 3 >= len(words) or words[at + 1].key not in _POSSESSIVES or words[at + 2].key != ",":
        return
    stop = name_end(words, at + 3, titles)
    if is_agent(words[at]) and stop - at - 3 >= _MIN_NAME_WORDS:
        yield Listed(at + 3, stop, agent_at(words, at), phrase)


def _names_behind(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> Iterator[Listed]:
    """Read names and whose they are behind a comma: "the two prime ministers, *A's X* and *B's Y*, signed"."""
    at = phrase.stop
    while at < len(words) and words[at].key in _JOINING:
        read = _owned_name(words, at + 1, titles) or _name_owned(words, at + 1, titles)
        if read is None:
            return
        first, stop, owner, at = read
        if owner.mention is not None and owner.mention.entity.kind is EntityKind.STATE:
            yield Listed(first, stop, Agent(entity=owner.mention.entity), phrase)


def _owned_name(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int, Word, int] | None:
    """Read "*Slovenia's Janez Drnovsek*": where the name begins and stops, whose it is, and what follows."""
    if at + 1 >= len(words) or words[at].mention is None or words[at + 1].key not in _POSSESSIVES:
        return None
    stop = name_end(words, at + 2, titles)
    return (at + 2, stop, words[at], stop) if stop - at - 2 >= _MIN_NAME_WORDS else None


def _name_owned(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, int, Word, int] | None:
    """Read "*Ollanta Humala of Peru*"."""
    stop = name_end(words, at, titles)
    if stop - at < _MIN_NAME_WORDS or stop + 1 >= len(words) or words[stop].key != "of":
        return None
    return at, stop, words[stop + 1], stop + 2


def _names_after(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> Iterator[Listed]:
    """Read "Russia's Vladimir Putin" and "Bashar al-Assad of Syria" in the sentences that follow."""
    opened = 0
    for at in range(phrase.stop, min(phrase.stop + _MAX_WORDS, len(words) - 1)):
        opened += words[at].opens and words[at].text[:1].isalnum()
        if opened > _MAX_SENTENCES:
            return
        if words[at].key in _POSSESSIVES:
            first, stop, beside = at + 1, name_end(words, at + 1, titles), words[at - 1]
        elif words[at].key == "of":
            first, stop, beside = name_start(words, at, titles), at, words[at + 1]
        else:
            continue
        agent = _sharer(beside, phrase) if stop - first >= _MIN_NAME_WORDS else None
        if agent:
            yield Listed(first, stop, agent, phrase)


def _sharer(word: Word, phrase: OfficePhrase) -> Agent | None:
    """Find which of the agents a word names: by its name, or as "the South" of the two Koreas."""
    for agent in phrase.agents:
        is_half = word.key in _HALVES and agent.entity.label.casefold().startswith(f"{word.key} ")
        if is_half or (word.mention is not None and word.mention.entity.id == agent.entity.id):
            return agent
    return None
