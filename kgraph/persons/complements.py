"""What follows the title of an office: "of the Republic of Abkhazia", "of Foreign Affairs", "to the UN"."""

from collections.abc import Sequence
from dataclasses import replace

from kgraph.model import Entity, EntityKind
from kgraph.persons.bodies import body_after
from kgraph.persons.lands import land_after
from kgraph.persons.names import name_end, skip_prefixes
from kgraph.persons.owners import STATES_OWN, body_meant_after
from kgraph.persons.phrases import (
    AND,
    DETERMINERS,
    POSSESSIVES,
    RELATING,
    Agent,
    OfficePhrase,
    agent_at,
    agent_of_words,
    is_agent,
    skip_and,
    skip_polity,
)
from kgraph.persons.posts import force_end, read_division, read_post
from kgraph.persons.served import is_governing, is_servant, superior_served
from kgraph.persons.stated import LEADING_KINDS
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, sentence_start
from kgraph.vocab import slug

__all__ = ["read_complement"]

MAX_AFFAIRS_WORDS = 9  # "European and Eurasian Affairs"
MAX_FIELD_WORDS = 4  # "Moroccan Expatriates", of several in a row
MAX_ORGAN_WORDS = 4  # "national electoral commission"
MAX_REMIT_WORDS = 6  # "stalled Middle East peace talks"
MAX_WING_WORDS = 5  # "of the more radical armed wing"

_DISTRICTS = frozenset(["krai", "oblast", "province", "region"])  # capitals too: "Governor of X Region N. N."
_DIRECTIONS = frozenset(["north", "south", "east", "west"])
_LED_KINDS = ("military", "official", "leader", "spokesperson", "envoy")
_HEADS = frozenset(["secretary-general", "general", "chairman", "president"])
_SORTS = ("adjunct", "force", "group", "outsider")
_RANKS = frozenset(["central", "federal", "national"])  # of a government
_MATTERS = frozenset(["affairs", "cooperation", "relations"])
_GOING_ON = frozenset(["for", "in", "of", *POSSESSIVES])  # "the government *of*"
_BODIES = frozenset(
    """
    administration agency authority board bureau commission committee council department directorate fund
    institute office organisation organization service
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BRANCHES = frozenset(["branch", "bureau", "chapter", "office"])


def read_complement(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Take in what follows the title: "of the Republic of Abkhazia", "of Foreign Affairs", "to the UN"."""
    stop = phrase.stop
    is_anothers = phrase.is_plural or phrase.title.kind == "counterpart"
    if is_anothers and stop < len(words) and words[stop].key == "from" and not phrase.agents:
        return _read_of(words, phrase, stop + 1, titles)
    is_sent = stop < len(words) and phrase.title.kind != "spokesperson"
    if is_sent and (end := _remit_end(words, stop, titles)):
        title_stop = end if words[stop].key in ("for", "to") else stop
        return replace(phrase, stop=end, title_stop=title_stop)
    if stop < len(words) and words[stop].key in ("at", "in") and not phrase.agents:
        read = read_post if words[stop].key == "at" else _read_government
        return read(words, phrase, titles)
    if stop >= len(words) or words[stop].key not in ("of", "for", "to", "on"):
        return phrase
    stop = _wing_end(words, stop, titles)
    if not phrase.agents and (group := _group_of(words, phrase, stop + 1, titles)):
        return group
    if not phrase.agents and (own := _read_states_own(words, phrase, stop + 1, titles)):
        return own
    if not phrase.agents and (served := _read_served(words, phrase, stop + 1, titles)):
        return served
    if words[stop].key == "of" and (led := _read_led(words, phrase, stop + 1, titles)):
        return led
    is_named = phrase.title_stop - phrase.title_first > 1  # no "U.S. minister to Japan"
    is_to = words[stop].key == "to" and is_named and phrase.title.kind in LEADING_KINDS
    after = stop if is_to else _skip_title_complement(words, stop + 1, titles)
    if after > stop + 1 and (words[stop].key != "of" or not is_agent(words[after - 1])):
        phrase = replace(
            phrase, stop=after, title_stop=after, agents=phrase.agents or _senders(words, stop, after)
        )
        stop = after
    if stop < len(words) and words[stop].key == "of" and not phrase.agents:
        if land := land_after(words, phrase, stop + 1, titles):
            return replace(phrase, stop=land[0], agents=(land[1],), is_definite=True)
        return _read_of(words, phrase, stop + 1, titles)
    return phrase


def _read_led(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read what somebody leads: "of *the border commission of Peru*", "of *Peru's navy*"."""
    if organ := _read_organ(words, phrase, at, titles):
        return organ
    whole = phrase if phrase.agents else _read_of(words, phrase, at, titles)
    is_led = not phrase.agents and titles.has("force", words[whole.stop - 1])
    return whole if is_led else None


def _read_organ(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read "of *the border commission of Peru*", "Peru's head of *the border commission*"."""
    if phrase.title.kind not in _LED_KINDS or at + 1 >= len(words) or words[at].key != "the":
        return None
    end = at + 1
    while end < len(words) and end - at <= MAX_ORGAN_WORDS and _is_of_organ(words[end]):
        end += 1
    is_organ = titles.has("force", words[end - 1]) or words[end - 1].key in ("bank", "court")
    if end >= len(words) or not is_organ:
        return None
    if phrase.agents:
        return replace(phrase, stop=end, title_stop=end)
    place = skip_polity(words, end + 1, titles)
    is_of = words[end].key in ("of", "in") and place < len(words) and is_agent(words[place])
    if not is_of or _is_adjective_of_noun(words, place, titles):
        return None
    return replace(phrase, stop=place + 1, title_stop=end, agents=(agent_at(words, place),), is_definite=True)


def _read_states_own(
    words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles
) -> OfficePhrase | None:
    """Read "for *the government*", "of *the navy*", which each state has."""
    if phrase.title.kind not in _LED_KINDS or phrase.is_plural or at >= len(words) or words[at].key != "the":
        return None
    end = at + 1
    while end + 1 < len(words) and titles.has("modifier", words[end]) and words[end + 1].key.isalpha():
        if end - at > MAX_ORGAN_WORDS or titles.has("speech", words[end + 1]):
            break
        end += 1
    if end + 1 >= len(words) or words[end].mention is not None or words[end].key not in STATES_OWN:
        return None
    behind = words[end + 1]
    is_more = behind.key in _GOING_ON or (behind.text[0].isalnum() and behind.text.islower())
    return (
        None
        if is_more and not titles.has("speech", behind)
        else replace(phrase, stop=end + 1, is_definite=True)
    )


def _is_of_organ(word: Word) -> bool:
    is_plain = word.mention is None and word.text.islower() and word.text[:1].isalpha()
    return is_plain and word.key not in RELATING


def _read_served(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read whom a servant, a body's officer or the head of a ministry's part serves; None for any other office."""
    if post := read_division(words, phrase, at, titles):
        return post
    if superior := superior_served(words, phrase, titles):
        stop, agent = superior
        agents = (agent,) if agent is not None else phrase.agents
        return replace(phrase, stop=stop, agents=agents, is_definite=True)
    if is_servant(words, phrase) or _is_bodys(words, at):
        return _read_of(words, phrase, at, titles)
    return None


def _wing_end(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give the "of" before whose wing it is: "of the armed wing *of* the movement"; the same place for no wing."""
    reach = range(at + 1, min(at + MAX_WING_WORDS, len(words) - 1))
    wing = next((i for i in reach if titles.has("wing", words[i])), None)
    is_wing = (
        wing is not None and words[wing + 1].key == "of" and all(w.text.islower() for w in words[at:wing])
    )
    return wing + 1 if wing is not None and is_wing else at


def _remit_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where "to *the Middle East*", "in *the peace talks*", "for *the South Caucasus*" ends before a full name."""
    if words[at].key not in ("at", "for", "in", "to"):
        return None
    first = at + 2 if at + 1 < len(words) and words[at + 1].key == "the" else at + 1
    stop = min(first + MAX_REMIT_WORDS, len(words))
    end = None
    for place in range(first, stop):
        if _is_remit(words[place], titles):
            end = place + 1
        elif not _qualifies_remit(words, place, titles):
            break
    is_named = end is not None and name_end(words, skip_prefixes(words, end, titles), titles) > end + 1
    return end if is_named else None


def _is_remit(word: Word, titles: Titles) -> bool:
    """Tell whether a word, the last of a name too, is one for an envoy's task: "*talks*", "*Six-Party Talks*"."""
    return word.key.rpartition(" ")[2] in titles.kinds["remit"]


def _qualifies_remit(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a word may stand before "talks", "the *South* Caucasus", "the *stalled peace* talks"."""
    word = words[at]
    is_name = word.mention is not None or word.is_capitalised
    is_beside = at + 1 < len(words) and word.text[:1].islower() and _is_remit(words[at + 1], titles)
    return is_name or is_beside or titles.has("modifier", word) or titles.has("adjunct", word)


def _is_bodys(words: Sequence[Word], at: int) -> bool:
    """Tell whether a body is named after "for", which is whose officer somebody is: "a commander for *the FARC*"."""
    at += at < len(words) and words[at].key == "the"
    mention = words[at].mention if at < len(words) else None
    is_body = mention is not None and mention.entity.kind is EntityKind.ORGANIZATION
    return is_body and words[at - 1].key in ("the", "for") and "for" in (words[at - 1].key, words[at - 2].key)


def _read_government(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Read whose minister somebody is by the government he sits in: "a minister in *the new Iraqi government*"."""
    at = phrase.stop + 1
    while at < len(words) and (words[at].key in DETERMINERS or titles.has("adjunct", words[at])):
        at += 1
    at += at < len(words) and words[at].key in _RANKS
    if not is_governing(words, at):
        return phrase
    return replace(phrase, stop=at + 2, agents=(agent_at(words, at),), is_definite=True)


def _senders(words: Sequence[Word], first: int, stop: int) -> tuple[Agent, ...]:
    """Give the body whose head is named inside a title: "personal envoy of the U.N. secretary-general"."""
    bodies = [at for at in range(first, stop - 1) if is_agent(words[at])]
    is_headed = words[first].key == "of" and words[stop - 1].key in _HEADS
    return (agent_at(words, bodies[0]),) if bodies and is_headed else ()


def _group_of(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read a group that only the text knows: "a spokesman for the National Liberation Army"."""
    body = body_after(words, at, titles)
    if body is None and (meant := body_meant_after(words, at, titles)):
        return replace(phrase, stop=meant[0], agents=(meant[1],), is_definite=True)
    if body is None:
        return None
    return replace(phrase, stop=body[1], agents=(agent_of_words(words, *body),), is_definite=True)


def _skip_title_complement(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where "the UN", "European and Eurasian Affairs" or "the Secretary-General" ends.

    The same place where the words are no part of the title.
    """
    start = at + 1 if at < len(words) and words[at].key == "the" else at
    reach = range(start, min(start + MAX_AFFAIRS_WORDS, len(words)))
    field = next((i for i in reach if titles.has("field", words[i])), None)
    if field is not None and all(_is_affair(words, i, titles) for i in range(start, field)):
        return _fields_end(words, field + 1, titles)
    end = start
    while end < len(words) and (words[end].mention or titles.has("modifier", words[end])):
        end += 1
    if (host := _government_end(words, start, titles)) and words[at - 1].key == "to":
        return host
    inner = titles.find_office(words, end) if end < len(words) else None
    if inner and inner[1].words[0].startswith("secretary"):  # "Personal Envoy of the Secretary-General"
        is_named = start == at and name_end(words, inner[0], titles) > inner[0]
        return at if is_named else inner[0]  # "aides of Secretary of State X X" are his
    return end if end > start else at


def _government_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where "*Government of the Republic of Peru*" ends, to which an envoy is sent; None for anything else."""
    if at + 2 >= len(words) or words[at].key != "government" or words[at + 1].key != "of":
        return None
    end = skip_polity(words, at + 2, titles)
    return end + 1 if end < len(words) and is_agent(words[end]) else None


def _fields_end(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where further fields of an office end: "Foreign Affairs, *African Cooperation and Moroccan Expatriates*".

    With the body that has them: "Natural Resources *and Energy Agency*".
    """
    while (start := skip_and(words, at)) > at:
        stops = range(start, min(start + MAX_FIELD_WORDS, len(words)))
        end = next((i for i in stops if titles.has("field", words[i])), None)
        is_small = end == start and words[at - 1].text.islower() and words[end].text.islower()
        if end is None or not (is_small or all(word.is_capitalised for word in words[start : end + 1])):
            break
        at = end + 1
    return at + (at < len(words) and words[at].is_capitalised and words[at].key in _BODIES)


def _is_affair(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a word may stand in "European and Eurasian Affairs", "the Bureau *of* African Affairs"."""
    word = words[at]
    is_of = word.key == "of" and titles.has("unit", words[at - 1])
    is_small = words[at + 1].key in _MATTERS and word.text.islower()  # "of *maritime* affairs"
    is_of |= is_small and word.key not in RELATING
    return word.mention is not None or word.is_capitalised or word.key in AND or is_of


def _read_of(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase:
    """Read the agent after "of": the last of "Georgia's Abkhazia region", over "the Republic of"."""
    if words[at].key in ("its", "their") and (own := _own_force(words, phrase, at, titles)):
        return own
    end = _skip_sort(words, skip_polity(words, at, titles), titles)
    if phrase.is_plural and (halves := _halves(words, end)):
        return replace(phrase, stop=end + 3, agents=halves, is_definite=True)
    if end >= len(words) or not is_agent(words[end]):
        return phrase
    if phrase.is_plural and (several := _agents_listed(words, end, titles)):
        return _several_of(phrase, words, several)
    if _is_seat_of_branch(words, end):
        return phrase
    agent = end
    inner = skip_polity(words, end + 2, titles)
    is_owner = end + 1 < len(words) and words[end + 1].key in POSSESSIVES
    is_placed = is_owner and inner < len(words) and is_agent(words[inner])
    leads = not is_placed and (is_owner or phrase.title.kind in _LED_KINDS)
    beside = _skip_beside(words, end + 1)
    if leads and (force := force_end(words, beside + is_owner, titles)):
        return replace(phrase, stop=force, agents=(agent_at(words, agent),), is_definite=True)
    if is_owner:
        if not is_placed:
            return phrase
        agent = inner
    if _is_adjective_of_noun(words, agent, titles):
        return phrase
    stop = agent + 1
    while stop < len(words) and titles.has("polity", words[stop]):
        if words[stop].is_capitalised and words[stop].key not in _DISTRICTS:
            break
        stop += 1
    return replace(phrase, stop=stop, agents=(agent_at(words, agent),), is_definite=True)


def _own_force(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read "of *its army*", which is of the only state that the sentence names before."""
    end = force_end(words, at + 1, titles)
    named = [i for i in range(sentence_start(words, at), phrase.first) if is_agent(words[i])]
    states = {agent_at(words, i).entity for i in named}
    is_one = len(states) == 1 and next(iter(states)).kind is EntityKind.STATE
    return replace(phrase, stop=end, agents=(agent_at(words, named[-1]),)) if end and is_one else None


def _skip_sort(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where "militant group" ends before the name of one; the same place where no name follows."""
    end = at
    while end < len(words) and words[end].mention is None and words[end].text.islower():
        if not any(titles.has(kind, words[end]) for kind in _SORTS):
            break
        end += 1
    return end if end < len(words) and is_agent(words[end]) else at


def _skip_beside(words: Sequence[Word], at: int) -> int:
    """Give where "and NATO" ends, of "the commander of *U.S.* and NATO forces"."""
    is_two = at + 1 < len(words) and words[at].key == "and" and is_agent(words[at + 1])
    return at + 2 if is_two else at


def _agents_listed(words: Sequence[Word], at: int, titles: Titles) -> list[int]:
    """Give the places of the agents in "Russia, Armenia and the Republic of Azerbaijan"; none for one alone."""
    found = [at]
    while (after := skip_and(words, found[-1] + 1)) > found[-1] + 1:
        place = skip_polity(words, after, titles)
        if place + 1 >= len(words) or not is_agent(words[place]):
            break
        if words[place + 1].key in POSSESSIVES or _is_adjective_of_noun(words, place, titles):
            break
        found.append(place)
    return found if len(found) > 1 else []


def _halves(words: Sequence[Word], at: int) -> tuple[Agent, ...]:
    """Read "North and South Korea": the name of the first is that of the second but for its direction."""
    if at + 2 >= len(words) or words[at].key not in _DIRECTIONS or words[at + 1].key != "and":
        return ()
    second = words[at + 2]
    direction, _, name = second.text.partition(" ")
    if not is_agent(second) or direction.casefold() not in _DIRECTIONS or not name:
        return ()
    label = f"{words[at].text} {name}"
    first = Entity(id=slug(label), label=label, kind=EntityKind.STATE)
    return (Agent(entity=first), agent_at(words, at + 2))


def _several_of(phrase: OfficePhrase, words: Sequence[Word], places: Sequence[int]) -> OfficePhrase:
    agents = tuple(agent_at(words, place) for place in places)
    return replace(phrase, stop=places[-1] + 1, agents=agents, is_definite=True)


def _is_seat_of_branch(words: Sequence[Word], at: int) -> bool:
    """Tell where somebody sits from whose he is: "the director of the *Baghdad* office of Care"."""
    mention = words[at].mention
    is_seat = mention is not None and mention.how == "capital" and at + 1 < len(words)
    return is_seat and words[at + 1].key in _BRANCHES


def _is_adjective_of_noun(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell "the head of the Palestinian mission" from "the president of the Abkhaz republic"."""
    mention = words[at].mention
    is_adjective = mention is not None and mention.how == "adjective" and at + 1 < len(words)
    return is_adjective and words[at + 1].text.isalpha() and not titles.has("polity", words[at + 1])
