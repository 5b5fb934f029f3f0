"""The phrases that name an office, and the words of which they are made."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model import Entity, EntityKind, Span
from kgraph.persons.titles import Title, Titles
from kgraph.persons.words import Word
from kgraph.vocab import nil_entity

__all__ = [
    "AND",
    "CLOSES",
    "DETERMINERS",
    "HYPHENS",
    "INDEFINITE",
    "MIN_FULL_NAME_WORDS",
    "POSSESSIVES",
    "RELATING",
    "Agent",
    "Holder",
    "OfficePhrase",
    "agent_at",
    "agent_of_words",
    "is_agent",
    "skip_and",
    "skip_polity",
]

MIN_FULL_NAME_WORDS = 2

AND = frozenset([",", "and"])
INDEFINITE = frozenset(["a", "an"])
DETERMINERS = INDEFINITE | {"the", "its", "their", "his", "her"}
CLOSES = frozenset(",.;:)(—–-\"”'’\n") | {"and", "who", "as", "'s"}
HYPHENS = frozenset("-‐‑")
POSSESSIVES = frozenset(["'s", "'"])
# Between a noun and what it relates to, or between clauses.
RELATING = frozenset(
    """
    about after and as at before by during for from has in is of on or said says since that to under was which who with
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_AGENT_KINDS = (EntityKind.STATE, EntityKind.TERRITORY, EntityKind.ORGANIZATION, EntityKind.TRIBUNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Whose office it is, and the words that say so; None where they are not in the text."""

    entity: Entity
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A name beside an office phrase: the words `[first, stop)`, and the agent of "Putin of Russia"."""

    first: int
    stop: int
    agent: Agent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """The words `[first, stop)` that name an office, of them `[title_first, title_stop)` its title.

    `agents` are whose office it is, in text order (two in "his Greek and French counterparts"), none where
    the phrase does not say. `lead` are words of the title before those: "chief" of "the chief U.S. negotiator".
    `is_past` marks a former office, `is_outside` one of no state ("rebel leader"),
    `is_entered` one that somebody is said to take ("was elected president").
    """

    first: int
    stop: int
    title_first: int
    title_stop: int
    title: Title
    is_plural: bool
    agents: tuple[Agent, ...] = ()
    lead: tuple[str, ...] = ()
    is_past: bool = False
    is_outside: bool = False
    is_definite: bool = False
    is_entered: bool = False
    holders: tuple[Holder, ...] = ()


def is_agent(word: Word) -> bool:
    """Tell whether a word names a state, a territory or a body."""
    return word.mention is not None and word.mention.entity.kind in _AGENT_KINDS


def agent_at(words: Sequence[Word], at: int) -> Agent:
    """Give the agent that a mention names; "Philippine Red Cross" is another body than the Red Cross."""
    mention = words[at].mention
    assert mention is not None  # noqa: S101 - callers ask only for words that are mentions
    if mention.entity.kind is EntityKind.ORGANIZATION and at > 0 and words[at - 1].mention:
        span = Span(start=words[at - 1].start, end=words[at].end)
        label = f"{words[at - 1].text} {words[at].text}"
        return Agent(entity=nil_entity(label, EntityKind.ORGANIZATION), span=span)
    return Agent(entity=mention.entity, span=mention.span)


def agent_of_words(words: Sequence[Word], first: int, stop: int) -> Agent:
    """Make an agent of a body that only the text knows."""
    label = " ".join(word.text for word in words[first:stop]).replace(" 's", "'s").replace(" ’s", "’s")
    span = Span(start=words[first].start, end=words[stop - 1].end)
    return Agent(entity=nil_entity(label, EntityKind.ORGANIZATION), span=span)


def skip_and(words: Sequence[Word], at: int) -> int:
    """Give the first place from here where no comma and no "and" stands."""
    while at < len(words) and words[at].key in AND:
        at += 1
    return at


def skip_polity(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where "the *Republic of*" ends before a name."""
    while at < len(words) and not words[at].mention:
        is_owner = words[at].key in POSSESSIVES and at > 0 and titles.has("polity", words[at - 1])
        if words[at].key not in ("the", "of") and not titles.has("polity", words[at]) and not is_owner:
            break  # "of the country's Serb Republic" goes on
        at += 1
    return at
