"""Offices in a text, as in "the Russian foreign minister" and "President of Georgia", and who holds them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kgraph.model import EntityKind
from kgraph.persons.agents_before import agent_before, owner_over_description
from kgraph.persons.bearers import comma_after, with_holders
from kgraph.persons.bodies import body_before, party_before
from kgraph.persons.complements import read_complement
from kgraph.persons.owners import body_in_title, body_meant_before
from kgraph.persons.phrases import (
    AND,
    CLOSES,
    DETERMINERS,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    RELATING,
    Agent,
    OfficePhrase,
    agent_at,
    agent_of_words,
    is_agent,
)
from kgraph.persons.titles import Title, Titles
from kgraph.persons.words import Word

__all__ = ["find_offices"]

MAX_TITLE_WORDS = 12  # before the word of the office: "Minister of State for …" has fewer
MAX_BEFORE_TITLE = 6  # words: "be *the first woman ever elected* president"

_BEING = frozenset({"be", "become"})
_MAYBE = frozenset({"could", "may", "might"})
_PEERS = frozenset(["counterpart", "successor"])  # of whoever has them, and no servants
_PLEADING = frozenset(["agent", "co-agent"])
_NUMBERS = frozenset(["two", "three", "four", "five"])
_IN_ORDER = frozenset(["first", "last", "past"])
_RANKING = frozenset({"first", "top"})  # say which of several, and are no part of the title
_ABROAD = frozenset({"exiled", "fugitive"})
_SECOND = frozenset({"deputy", "vice"})  # in small letters before "Prime Minister", they are part of it
_DEFINITE = DETERMINERS - {"a", "an"} | POSSESSIVES


def find_offices(words: Sequence[Word], titles: Titles) -> tuple[OfficePhrase, ...]:
    """Find the office phrases in text order, each with its holders where names stand beside it."""
    phrases: list[OfficePhrase] = []
    at = 0
    while at < len(words):
        found = titles.find_office(words, at)
        if found and not _is_no_office(words, at, *found, titles):
            named = phrases[-1].holders[-1:] if phrases else ()
            phrase = _under_superior(words, _read(words, at, *found, titles), phrases)
            phrase = with_holders(words, phrase, titles, named)
            phrases.append(phrase)
            at = phrase.stop
        else:
            at += 1
    return _with_apposed(words, phrases, titles)


def _under_superior(
    words: Sequence[Word], phrase: OfficePhrase, before: Sequence[OfficePhrase]
) -> OfficePhrase:
    """Give an office the agent of whoever has its holder: "the *Israeli* prime minister's adviser"."""
    if not before or phrase.agents or phrase.title.kind in _PEERS:
        return phrase
    superior = before[-1]
    stop = max([superior.stop, *(holder.stop for holder in superior.holders)])
    is_had = stop + 1 == phrase.first and words[stop].key in POSSESSIVES
    if not is_had or superior.is_plural or len(superior.agents) != 1:
        return phrase
    return replace(
        phrase,
        first=superior.first,
        agents=superior.agents,
        is_past=phrase.is_past or superior.is_past,
        is_outside=phrase.is_outside or superior.is_outside,
    )


def _with_apposed(
    words: Sequence[Word], phrases: list[OfficePhrase], titles: Titles
) -> tuple[OfficePhrase, ...]:
    """Give an office the holder of the other that follows: "the OSCE chairman, Finnish minister X,".

    One of a state has the same holder only where the other says of none: "an Afghan official, provincial governor X,".
    """
    for i, (phrase, other) in enumerate(pairwise(phrases)):
        is_bodys = [agent.entity.kind for agent in phrase.agents] == [EntityKind.ORGANIZATION]
        is_alone = bool(phrase.agents) and not other.agents
        if (is_bodys or is_alone) and not phrase.holders and len(other.holders) == 1 and not phrase.is_plural:
            last = other.holders[0].stop
            is_closed = last >= len(words) or words[last].key in CLOSES - {"and"}
            if is_closed and comma_after(words, phrase, titles) == other.first - 1:
                phrases[i] = replace(phrase, holders=other.holders)
    return tuple(phrases)


def _is_no_office(words: Sequence[Word], at: int, stop: int, title: Title, titles: Titles) -> bool:
    """Tell whether a title only qualifies what follows, or is what somebody runs for."""
    return (
        _qualifies_next(words, stop, title, titles)
        or _is_adjective(words, at, stop, title, titles)
        or _is_sought(words, at, stop, titles)
        or _is_anybodys_agent(words, at, stop, title)
        or _is_of_his_time(words, at)
    )


def _is_of_his_time(words: Sequence[Word], at: int) -> bool:
    """Tell "the policing of the border *under* Secretary of State X" from "Under Secretary of State X"."""
    is_under = words[at].key == "under" and at + 1 < len(words)
    return is_under and words[at + 1].is_capitalised and not words[at].is_capitalised


def _is_anybodys_agent(words: Sequence[Word], at: int, stop: int, title: Title) -> bool:
    """Tell "Iranian agents" from "the Agent of Iran", who pleads for it in court, and from "Special Agent X"."""
    if len(title.words) > 1 or title.words[0] not in _PLEADING:
        return False
    is_of = stop < len(words) and words[stop].key in ("for", "of")
    is_owned = at > 0 and words[at - 1].key in POSSESSIVES
    return not (is_of or is_owned) or not (words[at].is_capitalised or is_owned)


def _is_sought(words: Sequence[Word], at: int, stop: int, titles: Titles) -> bool:
    """Tell whether somebody is to hold an office yet: "secretary of state *nominee* X", "*candidate for* president"."""
    if stop < len(words) and titles.has("seeker", words[stop]):
        return True
    first = _title_first(words, at, titles)
    first -= first > 0 and is_agent(words[first - 1])  # "candidate for *U.S.* president"
    if first > 1 and words[first - 1].key == "for":
        is_named = stop < len(words) and words[stop].is_capitalised and not words[stop].mention
        is_seeking = titles.has("seeking", words[first - 2]) and not is_named  # "stood for President X"
        return is_seeking or titles.has("seeker", words[first - 2])
    return _is_yet_to_be(words, first, titles)


def _is_yet_to_be(words: Sequence[Word], first: int, titles: Titles) -> bool:
    """Tell whether somebody only wants an office, or may have it: "*seeks to be* the first woman president"."""
    reach = range(first - 1, max(1, first - MAX_BEFORE_TITLE), -1)
    being = next((i for i in reach if words[i].key in _BEING), None)
    if being is None or any(not word.text[0].isalnum() for word in words[being:first]):
        return False
    behind, before = words[being + 1], words[being - 1]
    if being + 1 < first and behind.key not in DETERMINERS and not is_agent(behind):
        return False  # "wants to be heard by President X"
    return before.key in _MAYBE or (before.key == "to" and titles.has("seeking", words[being - 2]))


def _qualifies_next(words: Sequence[Word], stop: int, title: Title, titles: Titles) -> bool:
    """Tell whether a title only qualifies the one that follows: "Deputy Foreign Minister", "chief U.S. negotiator"."""
    if len(title.words) > 1 or not titles.has("modifier", words[stop - 1]):
        return False
    at = stop
    is_proper = words[stop - 1].is_capitalised
    if at < len(words) and is_agent(words[at]) and not is_proper:
        at += 1
    while at < len(words) and titles.has("modifier", words[at]) and words[at].is_capitalised is is_proper:
        if at > stop and titles.find_office(words, at):
            break  # "Deputy *Central Bank Governor*"
        at += 1
    if at >= len(words) or (at == stop and not is_proper):
        return False
    return words[at].is_capitalised is is_proper and titles.find_office(words, at) is not None


def _is_adjective(words: Sequence[Word], at: int, stop: int, title: Title, titles: Titles) -> bool:
    """Tell "*the official* China Daily", "its *official* daily" from "*the Chinese official* Li Li"."""
    is_led = title.words == ("official",) and at > 0 and words[at - 1].key in {"the", *POSSESSIVES}
    follows = words[stop] if stop < len(words) else None
    if not is_led or follows is None:
        return False
    is_noun = follows.text.islower() and follows.key not in RELATING | {"and"}
    is_noun = is_noun and not any(titles.has(kind, follows) for kind in ("clausal", "speech"))
    return follows.is_capitalised or follows.mention is not None or is_noun


def _read(words: Sequence[Word], at: int, stop: int, title: Title, titles: Titles) -> OfficePhrase:
    """Read the phrase around a title: its modifiers, the agent before it, the complement after it."""
    party = party_before(words, at + titles.has("group", words[at]), titles)  # "party leader" is a title too
    first = party[1] if party else _title_first(words, at, titles)
    phrase = OfficePhrase(
        first=first,
        stop=stop,
        title_first=first,
        title_stop=stop,
        title=title,
        is_plural=_is_plural(words[at:stop], title),
        is_outside=any(titles.has("outsider", word) for word in words[first:at]),
    )
    if party:
        body = agent_of_words(words, *party)
        phrase = replace(phrase, first=party[0], agents=(body,), is_definite=True)
    else:
        phrase = _read_left(words, phrase, titles)
    return read_complement(words, phrase, titles)


def _is_plural(said: Sequence[Word], title: Title) -> bool:
    """Tell whether a title is said of several: "foreign minister*s*", "consul*s* general"."""
    ends = ((said[0], title.words[0]), (said[-1], title.words[-1]))
    return any(word.key.endswith("s") and not singular.endswith("s") for word, singular in ends)


def _title_first(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the title begins: over modifiers, and capitalised words after an agent or a ministry."""
    first = at
    limit = max(0, at - MAX_TITLE_WORDS)
    while first > limit and _is_title_word(words[first - 1], titles):
        is_small = words[at].is_capitalised and not words[first - 1].is_capitalised
        if is_small and words[first - 1].key not in _SECOND:
            break  # "across the border under Secretary of State X"
        first -= 1
    proper = first
    while proper > limit and _is_proper(words[proper - 1]):
        if words[proper - 1].end == words[proper].start:
            return first  # "Abe ShinzoPrime Minister": a name's last word
        proper -= 1
    if (joined := _over_joined_fields(words, proper, titles)) < proper:
        return joined
    is_small = words[first].text.islower() and words[at].text.islower()
    if is_small and first > 2 and words[first - 1].key == "and" and _is_small_field(words, first - 2, titles):
        return first - 2  # "Peru's *trade and* industry minister"
    led = proper > 0 and (words[proper - 1].mention or words[proper - 1].key in POSSESSIVES)
    return proper if led or (first < at and titles.has("unit", words[first])) else first


def _over_joined_fields(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where a title of several fields begins: "*Economy, Trade and* Industry Minister"; else the same place."""
    first, joints = at, frozenset(["and"])
    while first > 1 and words[first - 1].key in joints and _is_field(words[first - 2], titles):
        if words[first - 3].key == "of":
            break  # "Secretary of *State and* President X"
        first, joints = first - 2, AND
    return first


def _is_small_field(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a field stands right behind whose officer somebody is: "the Thai *trade* and industry minister"."""
    word, before = words[at], words[at - 1]
    is_field = word.mention is None and (titles.has("modifier", word) or titles.has("field", word))
    return is_field and (before.key in POSSESSIVES or is_agent(before))


def _is_field(word: Word, titles: Titles) -> bool:
    return (
        word.mention is None
        and word.is_capitalised
        and (titles.has("modifier", word) or titles.has("field", word))
    )


def _is_title_word(word: Word, titles: Titles) -> bool:
    return word.mention is None and any(
        titles.has(kind, word) for kind in ("modifier", "unit", "outsider", "wing")
    )


def _is_proper(word: Word) -> bool:
    return word.mention is None and word.is_capitalised and not word.opens and word.text.isalpha()


def _read_left(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Take in what stands before the title: "the former", "outgoing", and the agent as in "Georgia's"."""
    at, is_past, is_outside = _skip_adjuncts(words, _over_number(words, phrase), titles)
    agents: list[Agent] = []
    while (place := agent_before(words, at)) is not None and (not agents or phrase.is_plural):
        place = _owner_before(words, place, phrase.title, titles) if not phrase.is_plural else place
        agents.insert(0, agent_at(words, place))
        at = place
        while phrase.is_plural and at > 1 and words[at - 1].key in AND and words[at - 2].mention:
            at -= 1
    if not agents and (body := _spelled_out(words, at) or body_before(words, at, titles)):
        agents, at = [agent_of_words(words, *body)], body[0]
    if not agents and (meant := body_meant_before(words, at, titles)):
        at, agents = meant[0], [meant[1]]
    if not agents and (place := owner_over_description(words, at, phrase, titles)) is not None:
        agents, at = [agent_at(words, place)], place
    if not agents and at < phrase.title_stop - 1 and (called := body_in_title(words, at, titles)):
        agents = [called]
    lead: list[str] = []
    while agents and at > 1 and titles.has("modifier", words[at - 1]) and not words[at - 1].is_capitalised:
        at -= 1  # "the chief U.S. negotiator"
        if words[at].key not in _RANKING:
            lead.insert(0, words[at].text)
    at, was_past, was_outside = _skip_adjuncts(words, at, titles)
    is_past = (is_past or was_past) and not _is_mere_exile(words[at : phrase.first], agents, titles)
    is_definite = bool(agents) or (at > 0 and words[at - 1].key in _DEFINITE)
    if at > 0 and words[at - 1].key in DETERMINERS:
        at -= 1
    return replace(
        phrase,
        first=at,
        agents=tuple(agents),
        lead=tuple(lead),
        is_past=is_past,
        is_outside=phrase.is_outside or is_outside or was_outside,
        is_definite=is_definite,
    )


def _over_number(words: Sequence[Word], phrase: OfficePhrase) -> int:
    """Give where a title begins with how many of somebody hold it: "Georgia's *first two* presidents"."""
    at = phrase.first
    if phrase.is_plural and at > 1 and words[at - 1].key in _NUMBERS:
        at -= 1 + (words[at - 2].key in _IN_ORDER)
    return at if words[at - 1].key in POSSESSIVES else phrase.first


def _is_mere_exile(words: Sequence[Word], agents: Sequence[Agent], titles: Titles) -> bool:
    """Tell who leads a movement from abroad: "Hamas' *exiled* chief" is still its chief, an exiled king is none."""
    is_body = bool(agents) and agents[0].entity.kind is EntityKind.ORGANIZATION
    return is_body and {word.key for word in words if titles.has("former", word)} <= _ABROAD


def _owner_before(words: Sequence[Word], at: int, title: Title, titles: Titles) -> int:
    """Give the place of whose man serves elsewhere: "the *Israeli* Gaza commander", "*Chile*'s U.N. envoy"."""
    here, before = words[at].mention, words[at - 1].mention if at else None
    if title.kind == "envoy" and here is not None and here.how != "adjective":
        return _sender_before(words, at, titles)
    is_where = here is not None and here.entity.kind is EntityKind.TERRITORY
    is_whose = before is not None and before.entity.kind is EntityKind.STATE and before.how == "adjective"
    return at - 1 if is_where and is_whose else at


def _sender_before(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give the place of who sent an envoy, over to whom: "*Chile*'s permanent U.N.", "the *UN* Syria"."""
    place = at
    while place > 1 and words[place - 1].text.islower() and _is_beside(words[place - 1], titles):
        place -= 1
    if place > 1 and words[place - 1].key in POSSESSIVES:
        place -= 1
    return place - 1 if place > 0 and is_agent(words[place - 1]) else at


def _is_beside(word: Word, titles: Titles) -> bool:
    return word.mention is None and (titles.has("modifier", word) or titles.has("adjunct", word))


def _spelled_out(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Find a body whose letters stand in brackets behind it: "European External Action Service (EEAS)"."""
    if at < MIN_FULL_NAME_WORDS + 3 or words[at - 1].text != ")" or words[at - 3].text != "(":
        return None
    letters = words[at - 2].text
    first = at - 3 - len(letters)
    initials = "".join(word.text[:1] for word in words[max(first, 0) : at - 3])
    is_one = first >= 0 and len(letters) > 1 and initials == letters.upper()
    return (first, at - 3) if is_one else None


def _skip_adjuncts(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, bool, bool]:
    is_past = is_outside = False
    while at > 0 and words[at - 1].mention is None:
        word = words[at - 1]
        past, outside = titles.has("former", word), titles.has("outsider", word)
        if not (past or outside or titles.has("adjunct", word)):
            break
        is_past, is_outside, at = is_past or past, is_outside or outside, at - 1
    return at, is_past, is_outside
