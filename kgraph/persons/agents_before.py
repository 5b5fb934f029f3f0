"""Whose office it is by the words before a title: "*Georgia*'s president", "*China*'s top film-industry official"."""

from collections.abc import Sequence

from kgraph.model import EntityKind
from kgraph.persons.phrases import HYPHENS, POSSESSIVES, RELATING, OfficePhrase, agent_at, is_agent
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["agent_before", "owner_over_description"]

_OTHERS = ("becoming", "clausal", "former", "group", "outsider", "speech")
_MAX_UNKNOWN = 3  # words of what an officer is for that are no titles: "top film-industry"


def agent_before(words: Sequence[Word], at: int) -> int | None:
    """Give the place of the mention that ends right before a word, over a possessive or "(ROK)"."""
    if at > 1 and words[at - 1].key in POSSESSIVES:
        at -= 1
    if at > 3 and words[at - 1].text == ")" and words[at - 3].text == "(":
        at -= 3
    is_found = at > 0 and is_agent(words[at - 1]) and not _is_prefixed(words, at - 1)
    return at - 1 if is_found else None


def owner_over_description(
    words: Sequence[Word], at: int, phrase: OfficePhrase, titles: Titles
) -> int | None:
    """Give the place of whose officer is told by words that are no titles: "*China*'s top film-industry official".

    Without a possessive one such word stands at most, and no verb: "the *EU* agriculture chief".
    """
    if phrase.is_plural or phrase.is_outside or phrase.title.kind == "leader":
        return None
    for place in range(at - 1, max(0, at - _MAX_UNKNOWN) - 1, -1):
        if words[place].key in POSSESSIVES:
            return agent_before(words, place + 1)
        if is_agent(words[place]):
            is_near = place == at - 2 and _is_told_by(words, place, phrase)
            return place if is_near and not _is_prefixed(words, place) else None
        if not _may_describe(words[place], titles):
            break
    return None


def _is_told_by(words: Sequence[Word], at: int, phrase: OfficePhrase) -> bool:
    """Tell "the *EU* agriculture chief", "the *Thai* youth minister" from "*China* informed Secretary X"."""
    mention = words[at].mention
    is_adjective = mention is not None and mention.how == "adjective"
    is_body = agent_at(words, at).entity.kind is EntityKind.ORGANIZATION
    is_minister = is_adjective and phrase.title.kind == "minister"
    return is_minister or (is_body and not words[phrase.title_first].is_capitalised)


def _may_describe(word: Word, titles: Titles) -> bool:
    is_plain = word.mention is None and word.text.islower() and word.text[:1].isalpha()
    is_other = word.key in RELATING or word.key == "next" or any(titles.has(kind, word) for kind in _OTHERS)
    return is_plain and not is_other and not titles.is_office(word)


def _is_prefixed(words: Sequence[Word], at: int) -> bool:
    """Tell "pro-Syrian" from "Syrian"."""
    return at > 0 and words[at - 1].text in HYPHENS and words[at - 1].end == words[at].start
