"""Where an officer serves: "an attaché at *Peru's embassy*", "the commander of *U.S. forces*"."""

from collections.abc import Sequence
from dataclasses import replace

from kgraph.persons.phrases import POSSESSIVES, OfficePhrase, agent_at, is_agent
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["force_end", "read_division", "read_post"]

MAX_FORCE_WORDS = 5  # "Atomic Energy Organization"

_FORCE_WORDS = ("modifier", "unit", "adjunct")
_ORGANS = frozenset(
    ["corporation", "fund", "institute", "organisation", "organization", "programme", "program"]
)
_POSTS = frozenset(
    ["command", "consulate", "department", "embassy", "headquarters", "legation", "ministry", "mission"]
)
_DIVISIONS = frozenset(
    ["bureau", "department", "desk", "directorate", "division", "office", "section", "unit"]
)


def read_post(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Read whose man somebody is by where he serves: "at *the Thai embassy*", "at *Peru's Foreign Ministry*"."""
    at = phrase.stop + 1
    at += at < len(words) and words[at].key == "the"
    if at >= len(words) or not is_agent(words[at]):
        return phrase
    is_owner = at + 1 < len(words) and words[at + 1].key in POSSESSIVES
    end = force_end(words, at + 1 + is_owner, titles)
    if end is None or words[end - 1].key not in _POSTS:
        return phrase
    return replace(phrase, stop=end, agents=(agent_at(words, at),), is_definite=True)


def read_division(
    words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles
) -> OfficePhrase | None:
    """Read whose man leads a part of a ministry: "head of *the Asia department at Peru's Foreign Ministry*"."""
    reach = range(at, min(at + MAX_FORCE_WORDS, len(words) - 2))
    end = next((i for i in reach if words[i].key in _DIVISIONS), None)
    if end is None or words[end + 1].key not in ("at", "in", "of"):
        return None
    whole = read_post(words, replace(phrase, stop=end + 1), titles)
    return whole if whole.agents else None


def force_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where "strategic missile force" ends that an agent has, as in "the commander of Russia's …"."""
    last = None
    for place in range(at, min(at + MAX_FORCE_WORDS, len(words) - 1)):
        word = words[place]
        if titles.has("force", word) or (word.is_capitalised and word.key in _ORGANS):
            last = place + 1
        elif word.key == "and" and words[place - 1].is_capitalised and words[place + 1].is_capitalised:
            continue  # "Food and Agriculture Organization"
        elif word.key == "of" and last == place and titles.has("force", words[place + 1]):
            continue  # "Joint Chiefs of Staff"
        elif word.key in POSSESSIVES and last == place:
            continue  # "parliament's foreign affairs committee"
        elif word.mention or not (word.is_capitalised or any(titles.has(k, word) for k in _FORCE_WORDS)):
            break
    return last
