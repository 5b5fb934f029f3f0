"""Offices in a text, as in "the Russian foreign minister" and "President of Georgia", and who holds them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kgraph.model import Entity, EntityKind, Span
from kgraph.persons.names import name_end, name_start, skip_prefixes
from kgraph.persons.titles import Title, Titles
from kgraph.persons.words import Word
from kgraph.vocab import nil_entity, slug

__all__ = ["Agent", "Holder", "OfficePhrase", "find_offices"]

MIN_FULL_NAME_WORDS = 2
MAX_TITLE_WORDS = 12  # before the word of the office: "Minister of State for …" has fewer
MAX_AFFAIRS_WORDS = 9  # "European and Eurasian Affairs"
MAX_FIELD_WORDS = 4  # "Moroccan Expatriates", of several in a row
MAX_FORCE_WORDS = 5  # "Atomic Energy Organization"
MAX_PLACE_WORDS = 7  # "at the stalled nuclear talks"

_AND = frozenset([",", "and"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_CLOSES = frozenset(",.;:)(—–-\"”'’\n") | {"and", "who", "as", "'s"}
_HYPHENS = frozenset("-‐‑")
_POSSESSIVES = frozenset(["'s", "'"])
_FORCE_WORDS = ("modifier", "unit", "adjunct")
_DEFINITE = frozenset(["the", "'s", "'", "its", "their", "his", "her"])
_DISTRICTS = frozenset(
    ["krai", "oblast", "province", "region"]
)  # with a capital too: "Governor of X Region N. N."
_DIRECTIONS = frozenset(["north", "south", "east", "west"])
_LED_KINDS = ("military", "official", "leader", "spokesperson", "envoy")
_HEADS = frozenset(["secretary-general", "general", "chairman", "president"])
_INSIDE = frozenset(["of", "for"])  # between the words of a group's name
_PLACED = frozenset(["at", "in", "on"])
_RULING_KINDS = ("head", "minister")  # whose office it is need not be said: "was elected president"
_HAVING_BECOME = frozenset(
    ["was", "were", "has", "had", "been", "then", "later", "first", "also", "subsequently", "is"]
)
_AGENT_KINDS = (EntityKind.STATE, EntityKind.TERRITORY, EntityKind.ORGANIZATION)


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
    the phrase does not say. `is_past` marks a former office, `is_outside` one of no state ("rebel leader"),
    `is_entered` one that somebody is said to take ("was elected president").
    """

    first: int
    stop: int
    title_first: int
    title_stop: int
    title: Title
    is_plural: bool
    agents: tuple[Agent, ...] = ()
    is_past: bool = False
    is_outside: bool = False
    is_definite: bool = False
    is_entered: bool = False
    holders: tuple[Holder, ...] = ()


def find_offices(words: Sequence[Word], titles: Titles) -> tuple[OfficePhrase, ...]:
    """Find the office phrases in text order, each with its holders where names stand beside it."""
    phrases: list[OfficePhrase] = []
    at = 0
    while at < len(words):
        found = titles.find_office(words, at)
        if found and not _qualifies_next(words, *found, titles):
            named = phrases[-1].holders[-1:] if phrases else ()
            phrase = _with_holders(words, _read(words, at, *found, titles), titles, named)
            phrases.append(phrase)
            at = phrase.stop
        else:
            at += 1
    return _with_apposed(words, phrases)


def _with_apposed(words: Sequence[Word], phrases: list[OfficePhrase]) -> tuple[OfficePhrase, ...]:
    """Give a body's office the holder of the other that follows: "the OSCE chairman, Finnish minister X,"."""
    for i, (phrase, other) in enumerate(pairwise(phrases)):
        is_bodys = [agent.entity.kind for agent in phrase.agents] == [EntityKind.ORGANIZATION]
        if is_bodys and not phrase.holders and len(other.holders) == 1 and not phrase.is_plural:
            last = other.holders[0].stop
            is_closed = last >= len(words) or words[last].key in _CLOSES - {"and"}
            if is_closed and _comma_after(words, phrase.stop) == other.first - 1:
                phrases[i] = replace(phrase, holders=other.holders)
    return tuple(phrases)


def _qualifies_next(words: Sequence[Word], stop: int, title: Title, titles: Titles) -> bool:
    """Tell whether a title only qualifies the one that follows: "Deputy Foreign Minister", "chief U.S. negotiator"."""
    if len(title.words) > 1 or not titles.has("modifier", words[stop - 1]):
        return False
    at = stop
    is_proper = words[stop - 1].is_capitalised
    if at < len(words) and _is_agent(words[at]) and not is_proper:
        at += 1
    while at < len(words) and titles.has("modifier", words[at]) and words[at].is_capitalised is is_proper:
        at += 1
    if at >= len(words) or (at == stop and not is_proper):
        return False
    return words[at].is_capitalised is is_proper and titles.find_office(words, at) is not None


def _read(words: Sequence[Word], at: int, stop: int, title: Title, titles: Titles) -> OfficePhrase:
    """Read the phrase around a title: its modifiers, the agent before it, the complement after it."""
    first = _title_first(words, at, titles)
    phrase = OfficePhrase(
        first=first,
        stop=stop,
        title_first=first,
        title_stop=stop,
        title=title,
        is_plural=words[stop - 1].key.endswith("s") and not title.words[-1].endswith("s"),
        is_outside=any(titles.has("outsider", word) for word in words[first:at]),
    )
    return _read_right(words, _read_left(words, phrase, titles), titles)


def _title_first(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the title begins: over modifiers, and capitalised words after an agent or a ministry."""
    first = at
    limit = max(0, at - MAX_TITLE_WORDS)
    while first > limit and _is_title_word(words[first - 1], titles):
        if words[at].is_capitalised and not words[first - 1].is_capitalised:
            break  # "across the border under Secretary of State X"
        first -= 1
    proper = first
    while proper > limit and _is_proper(words[proper - 1]):
        proper -= 1
    led = proper > 0 and (words[proper - 1].mention or words[proper - 1].key in _POSSESSIVES)
    return proper if led or (first < at and titles.has("unit", words[first])) else first


def _is_title_word(word: Word, titles: Titles) -> bool:
    return word.mention is None and any(titles.has(kind, word) for kind in ("modifier", "unit", "outsider"))


def _is_proper(word: Word) -> bool:
    return word.mention is None and word.is_capitalised and not word.opens and word.text.isalpha()


def _read_left(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Take in what stands before the title: "the former", "outgoing", and the agent as in "Georgia's"."""
    at, is_past, is_outside = _skip_adjuncts(words, phrase.first, titles)
    agents: list[Agent] = []
    while (place := _agent_before(words, at)) is not None and (not agents or phrase.is_plural):
        place = _state_before(words, place) if not phrase.is_plural else place
        agents.insert(0, _agent(words, place))
        at = place
        while phrase.is_plural and at > 1 and words[at - 1].key in _AND and words[at - 2].mention:
            at -= 1
    if not agents and (spelled := _spelled_out(words, at)) is not None:
        agents, at = [_agent_of_words(words, spelled, at - 3)], spelled
    while agents and titles.has("modifier", words[at - 1]) and not words[at - 1].is_capitalised and at > 1:
        at -= 1  # "the chief U.S. negotiator"
    at, was_past, was_outside = _skip_adjuncts(words, at, titles)
    is_definite = bool(agents) or (at > 0 and words[at - 1].key in _DEFINITE)
    if at > 0 and words[at - 1].key in _DETERMINERS:
        at -= 1
    return replace(
        phrase,
        first=at,
        agents=tuple(agents),
        is_past=is_past or was_past,
        is_outside=phrase.is_outside or is_outside or was_outside,
        is_definite=is_definite,
    )


def _state_before(words: Sequence[Word], at: int) -> int:
    """Give the place of the state whose adjective stands before a territory: "the *Israeli* Gaza commander"."""
    here, before = words[at].mention, words[at - 1].mention if at else None
    is_where = here is not None and here.entity.kind is EntityKind.TERRITORY
    is_whose = before is not None and before.entity.kind is EntityKind.STATE and before.how == "adjective"
    return at - 1 if is_where and is_whose else at


def _spelled_out(words: Sequence[Word], at: int) -> int | None:
    """Give where a body begins whose letters stand in brackets behind it: "European External Action Service (EEAS)"."""
    if at < MIN_FULL_NAME_WORDS + 3 or words[at - 1].text != ")" or words[at - 3].text != "(":
        return None
    letters = words[at - 2].text
    first = at - 3 - len(letters)
    initials = "".join(word.text[:1] for word in words[max(first, 0) : at - 3])
    return first if first >= 0 and len(letters) > 1 and initials == letters.upper() else None


def _agent_of_words(words: Sequence[Word], first: int, stop: int) -> Agent:
    """Make an agent of a body that only the text knows."""
    label = " ".join(word.text for word in words[first:stop])
    span = Span(start=words[first].start, end=words[stop - 1].end)
    return Agent(entity=nil_entity(label, EntityKind.ORGANIZATION), span=span)


def _skip_adjuncts(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, bool, bool]:
    is_past = is_outside = False
    while at > 0 and words[at - 1].mention is None:
        word = words[at - 1]
        past, outside = titles.has("former", word), titles.has("outsider", word)
        if not (past or outside or titles.has("adjunct", word)):
            break
        is_past, is_outside, at = is_past or past, is_outside or outside, at - 1
    return at, is_past, is_outside


def _agent_before(words: Sequence[Word], at: int) -> int | None:
    """Give the place of the mention that ends right before a word, over a possessive or "(ROK)"."""
    if at > 1 and words[at - 1].key in _POSSESSIVES:
        at -= 1
    if at > 3 and words[at - 1].text == ")" and words[at - 3].text == "(":
        at -= 3
    is_found = at > 0 and _is_agent(words[at - 1]) and not _is_prefixed(words, at - 1)
    return at - 1 if is_found else None


def _is_prefixed(words: Sequence[Word], at: int) -> bool:
    """Tell "pro-Syrian" from "Syrian"."""
    return at > 0 and words[at - 1].text in _HYPHENS and words[at - 1].end == words[at].start


def _is_agent(word: Word) -> bool:
    return word.mention is not None and word.mention.entity.kind in _AGENT_KINDS


def _agent(words: Sequence[Word], at: int) -> Agent:
    """Give the agent that a mention names; "Philippine Red Cross" is another body than the Red Cross."""
    mention = words[at].mention
    assert mention is not None  # noqa: S101 - callers ask only for words that are mentions
    if mention.entity.kind is EntityKind.ORGANIZATION and at > 0 and words[at - 1].mention:
        span = Span(start=words[at - 1].start, end=words[at].end)
        label = f"{words[at - 1].text} {words[at].text}"
        return Agent(entity=nil_entity(label, EntityKind.ORGANIZATION), span=span)
    return Agent(entity=mention.entity, span=mention.span)


def _read_right(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> OfficePhrase:
    """Take in what follows the title: "of the Republic of Abkhazia", "of Foreign Affairs", "to the UN"."""
    stop = phrase.stop
    if phrase.is_plural and stop < len(words) and words[stop].key == "from" and not phrase.agents:
        return _read_of(words, phrase, stop + 1, titles)
    if stop >= len(words) or words[stop].key not in ("of", "for", "to", "on"):
        return phrase
    if not phrase.agents and (group := _group_of(words, phrase, stop + 1, titles)):
        return group
    if not phrase.agents and phrase.title.kind == "spokesperson" and words[stop].key == "for":
        return _read_of(words, phrase, stop + 1, titles)
    if words[stop].key == "of" and not phrase.agents:
        whole = _read_of(words, phrase, stop + 1, titles)
        if titles.has("force", words[whole.stop - 1]):
            return whole
    after = _skip_title_complement(words, stop + 1, titles)
    if after > stop + 1 and (words[stop].key != "of" or not _is_agent(words[after - 1])):
        phrase = replace(
            phrase, stop=after, title_stop=after, agents=phrase.agents or _senders(words, stop, after)
        )
        stop = after
    if stop < len(words) and words[stop].key == "of" and not phrase.agents:
        return _read_of(words, phrase, stop + 1, titles)
    return phrase


def _senders(words: Sequence[Word], first: int, stop: int) -> tuple[Agent, ...]:
    """Give the body whose head is named inside a title: "personal envoy of the U.N. secretary-general"."""
    bodies = [at for at in range(first, stop - 1) if _is_agent(words[at])]
    is_headed = words[first].key == "of" and words[stop - 1].key in _HEADS
    return (_agent(words, bodies[0]),) if bodies and is_headed else ()


def _group_of(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase | None:
    """Read a group that only the text knows: "a spokesman for the National Liberation Army"."""
    first = at + 1 if at < len(words) and words[at].key == "the" else at
    end = first
    while end < len(words) and (_is_capitalised_alone(words[end]) or _is_of_inside(words, first, end)):
        end += 1
    end = _before_name(words, first, end, titles)
    if end - first < MIN_FULL_NAME_WORDS or not any(titles.has("group", word) for word in words[first:end]):
        return None
    agent = _agent_of_words(words, first, end)
    return replace(phrase, stop=end, agents=(agent,), is_definite=True)


def _before_name(words: Sequence[Word], first: int, end: int, titles: Titles) -> int:
    """Leave a name out that follows a group's: "Director of the Federal Tourism Agency *N. N.*"."""
    last = next((i for i in reversed(range(first, end)) if titles.has("group", words[i])), end)
    is_named = end - last - 1 >= MIN_FULL_NAME_WORDS and all(
        map(_is_capitalised_alone, words[last + 1 : end])
    )
    return last + 1 if is_named else end


def _is_capitalised_alone(word: Word) -> bool:
    return word.mention is None and word.is_capitalised and word.text[:1].isalpha()


def _is_of_inside(words: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether the word belongs to "of Colombia", "for Democracy" inside a group's name."""
    place = at if words[at].key in _INSIDE else at - 1
    is_of = first < place < len(words) - 1 and words[place].key in _INSIDE and words[place].mention is None
    return is_of and (words[place + 1].mention is not None or words[place + 1].is_capitalised)


def _skip_title_complement(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where "the UN", "European and Eurasian Affairs" or "the Secretary-General" ends.

    The same place where the words are no part of the title.
    """
    start = at + 1 if at < len(words) and words[at].key == "the" else at
    fields = [
        i for i in range(start, min(start + MAX_AFFAIRS_WORDS, len(words))) if titles.has("field", words[i])
    ]
    if fields and all(_is_affair(word) for word in words[start : fields[0]]):
        return _fields_end(words, fields[0] + 1, titles)
    end = start
    while end < len(words) and (words[end].mention or titles.has("modifier", words[end])):
        end += 1
    inner = titles.find_office(words, end) if end < len(words) else None
    if inner and inner[1].words[0].startswith("secretary"):  # "Personal Envoy of the Secretary-General"
        return inner[0]
    return end if end > start else at


def _fields_end(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where further fields of an office end: "Foreign Affairs, *African Cooperation and Moroccan Expatriates*"."""
    while (start := _skip_and(words, at)) > at:
        stops = range(start, min(start + MAX_FIELD_WORDS, len(words)))
        end = next((i for i in stops if titles.has("field", words[i])), None)
        if end is None or not all(word.is_capitalised for word in words[start : end + 1]):
            break
        at = end + 1
    return at


def _is_affair(word: Word) -> bool:
    return word.mention is not None or word.is_capitalised or word.key in _AND


def _read_of(words: Sequence[Word], phrase: OfficePhrase, at: int, titles: Titles) -> OfficePhrase:
    """Read the agent after "of": the last of "Georgia's Abkhazia region", over "the Republic of"."""
    end = _skip_polity(words, at, titles)
    if phrase.is_plural and (halves := _halves(words, end)):
        return replace(phrase, stop=end + 3, agents=halves, is_definite=True)
    if end >= len(words) or not _is_agent(words[end]):
        return phrase
    if phrase.is_plural and (several := _agents_listed(words, end, titles)):
        return _several_of(phrase, words, several)
    agent = end
    inner = _skip_polity(words, end + 2, titles)
    is_owner = bool(words[end + 1 : end + 2]) and words[end + 1].key in _POSSESSIVES
    is_placed = is_owner and inner < len(words) and _is_agent(words[inner])
    leads = not is_placed and (is_owner or phrase.title.kind in _LED_KINDS)
    if leads and (force := _force_end(words, end + 1 + is_owner, titles)):
        return replace(phrase, stop=force, agents=(_agent(words, agent),), is_definite=True)
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
    return replace(phrase, stop=stop, agents=(_agent(words, agent),), is_definite=True)


def _agents_listed(words: Sequence[Word], at: int, titles: Titles) -> list[int]:
    """Give the places of the agents in "Russia, Armenia and the Republic of Azerbaijan"; none for one alone."""
    found = [at]
    while (after := _skip_and(words, found[-1] + 1)) > found[-1] + 1:
        place = _skip_polity(words, after, titles)
        if place >= len(words) or not _is_agent(words[place]) or words[place + 1 : place + 2] == ():
            break
        if words[place + 1].key in _POSSESSIVES or _is_adjective_of_noun(words, place, titles):
            break
        found.append(place)
    return found if len(found) > 1 else []


def _halves(words: Sequence[Word], at: int) -> tuple[Agent, ...]:
    """Read "North and South Korea": the name of the first is that of the second but for its direction."""
    if at + 2 >= len(words) or words[at].key not in _DIRECTIONS or words[at + 1].key != "and":
        return ()
    second = words[at + 2]
    direction, _, name = second.text.partition(" ")
    if not _is_agent(second) or direction.casefold() not in _DIRECTIONS or not name:
        return ()
    label = f"{words[at].text} {name}"
    first = Entity(id=slug(label), label=label, kind=EntityKind.STATE)
    return (Agent(entity=first), _agent(words, at + 2))


def _skip_and(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].key in _AND:
        at += 1
    return at


def _several_of(phrase: OfficePhrase, words: Sequence[Word], places: Sequence[int]) -> OfficePhrase:
    agents = tuple(_agent(words, place) for place in places)
    return replace(phrase, stop=places[-1] + 1, agents=agents, is_definite=True)


def _force_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where "strategic missile force" ends that an agent has, as in "the commander of Russia's …"."""
    last = None
    for place in range(at, min(at + MAX_FORCE_WORDS, len(words) - 1)):
        word = words[place]
        if titles.has("force", word):
            last = place + 1
        elif word.key == "of" and last == place and titles.has("force", words[place + 1]):
            continue  # "Joint Chiefs of Staff"
        elif word.mention or not (word.is_capitalised or any(titles.has(k, word) for k in _FORCE_WORDS)):
            break
    return last


def _is_adjective_of_noun(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell "the head of the Palestinian mission" from "the president of the Abkhaz republic"."""
    mention = words[at].mention
    is_adjective = mention is not None and mention.how == "adjective" and at + 1 < len(words)
    return is_adjective and words[at + 1].text.isalpha() and not titles.has("polity", words[at + 1])


def _skip_polity(words: Sequence[Word], at: int, titles: Titles) -> int:
    while at < len(words) and not words[at].mention:
        is_owner = words[at].key in _POSSESSIVES and at > 0 and titles.has("polity", words[at - 1])
        if words[at].key not in ("the", "of") and not titles.has("polity", words[at]) and not is_owner:
            break  # "of the country's Serb Republic" goes on
        at += 1
    return at


def _with_holders(
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
        agent = _agent(words, at - 1) if _is_agent(words[at - 1]) else None
        start = skip_prefixes(words, at + 1, titles)
        stop = name_end(words, start, titles)
        if agent is None or stop - start < MIN_FULL_NAME_WORDS:
            break
        holders.append(Holder(first=start, stop=stop, agent=agent))
        after = _skip_polity(words, _skip_and(words, stop), titles)
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
        while at < len(words) and words[at].key in _AND:
            at += 1
        if not is_list or at == stop:
            return


def _agent_of(words: Sequence[Word], at: int) -> Agent | None:
    is_of = at + 1 < len(words) and words[at].key == "of" and _is_agent(words[at + 1])
    return _agent(words, at + 1) if is_of else None


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
    is_said = word.key in _DETERMINERS | _POSSESSIVES | {"first", "new", "interim", "acting"}
    return is_said or _is_agent(word) or titles.has("adjunct", word)


def _holders_after_comma(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the Italian foreign minister, Luigi Di Maio, joined"."""
    comma = _comma_after(words, phrase.stop) if phrase.is_definite else None
    if comma is None:
        return []
    holders = list(_name_list(words, comma + 1, phrase.is_plural, titles))
    if not holders:
        return []
    last = holders[-1].stop
    closes = _CLOSES if comma == phrase.stop else _CLOSES - {"and"}
    is_closed = last >= len(words) or words[last].key in closes
    is_named = _length(holders[0]) >= MIN_FULL_NAME_WORDS or holders[0].first > comma + 1
    return holders if is_closed and is_named else []


def _comma_after(words: Sequence[Word], at: int) -> int | None:
    """Give the comma that closes an office, over where it is held: "the U.S. negotiator at the talks, X,"."""
    if at < len(words) and words[at].key in _PLACED:
        stops = (i for i in range(at, min(at + MAX_PLACE_WORDS, len(words))) if words[i].text in ",.;:\n")
        at = next(stops, at)
    return at if at < len(words) and words[at].key == "," else None
