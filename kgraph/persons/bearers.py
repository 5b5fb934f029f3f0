"""The names that stand beside an office: who is said to hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.model import EntityKind
from kgraph.persons.becoming import holder_becoming
from kgraph.persons.lands import land_of_ruler
from kgraph.persons.names import is_name_and_card, name_end, name_start, skip_prefixes
from kgraph.persons.owners import STATES_OWN
from kgraph.persons.phrases import (
    CLOSES,
    DETERMINERS,
    HYPHENS,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    Holder,
    OfficePhrase,
    agent_at,
    is_agent,
    skip_and,
    skip_polity,
)
from kgraph.persons.served import served_end
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, sentence_start
from kgraph.times import MONTHS, WEEKDAYS

__all__ = ["comma_after", "with_holders"]

MAX_DESCRIPTION = 4  # words: "a Danish-born former"
MAX_TO_HOLDER = 9  # words from where a sentence opens to "as" in "Since his election in July 1994 as"
MAX_TO_AS = 5  # words between an office and "identified as": ", whom he"
MAX_COMPLEMENT_WORDS = 12  # "at the stalled nuclear talks"

_PLACED = frozenset(["at", "in", "on"])
_NEAR = _PLACED | {"near"}  # where an envoy is
_COMPLEMENTS = frozenset(
    ["to", "for", "of", "with", "from", "and", "investigating", "monitoring", "overseeing"]
)
_RULING = frozenset(["head", "minister"])  # one name without more may be theirs
_LONG_DASHES = frozenset("–—")
_COPULAS = frozenset(["is", "was"])
_RELATING = frozenset(["against", "before", "by", "for", "from", "of", "to", "under", "with"])
_WHEN_AND_WHERE = frozenset(
    """
    after at before during earlier following for from in last late on this to
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_IDENTIFYING = frozenset(["identified", "identifies", "identifying", "named", "names", "naming"])
_STATES = frozenset(["country", "kingdom", "nation", "republic", "state"])
_HE = frozenset(["he", "she"])
_OF_DATES = WEEKDAYS.union(month.casefold() for month in MONTHS)
_HIS = frozenset(["her", "his"])
_OF = frozenset(["of"])
_LINKS = {"spokesperson": frozenset(["for", "of"])}  # "spokesman X *for* the movement"


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
        holder_becoming,
        _holders_after_comma,
        _ranked_behind_place,
        _holder_in_brackets,
        _holder_behind_copula,
        _holder_identified,
    ):
        holders = find(words, phrase, titles)
        if find is _holder_before and {h.stop for h in holders} & {h.stop for h in named}:
            holders = _holders_after_comma(words, phrase, titles) or list(named)
        if holders:
            phrase = _without_name(words, phrase, holders[-1])
            return replace(phrase, holders=tuple(holders), is_entered=find is holder_becoming)
    return phrase


def _without_name(words: Sequence[Word], phrase: OfficePhrase, holder: Holder) -> OfficePhrase:
    """Leave out a body that is a name: "elected Eric *GAIRY* prime minister"."""
    named = range(words[holder.first].start, words[holder.stop - 1].end)
    agents = tuple(agent for agent in phrase.agents if agent.span is None or agent.span.start not in named)
    return replace(phrase, agents=agents)


def _glued_holder(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "Shinzo Abe Abe ShinzoPrime Minister of Japan", a name and its card without line breaks."""
    first = phrase.title_first
    if first == 0 or words[first].start > words[first - 1].end or not words[first - 1].text.isalpha():
        return []
    start = name_start(words, first, titles)
    if first - start < MIN_FULL_NAME_WORDS:
        return []
    name = name_start(words, start, titles)
    if is_name_and_card(words[name:first]):
        return [Holder(first=name, stop=(name + first) // 2)]
    is_same = {word.key for word in words[name:start]} == {word.key for word in words[start:first]}
    places = [(name, start), (start, first)] if is_same else [(start, first)]
    return [Holder(first=begin, stop=end) for begin, end in places]


def _alternating(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "The foreign ministers of Russia, Sergei Lavrov, and Japan, Taro Kono,", with commas or without."""
    holders: list[Holder] = []
    at = phrase.stop
    while phrase.is_plural and at < len(words):
        agent = agent_at(words, at - 1) if is_agent(words[at - 1]) else None
        holder = _full_name(words, at + (words[at].key == ","), titles)
        if agent is None or holder is None:
            break
        holders.append(replace(holder, agent=agent))
        at = skip_polity(words, skip_and(words, holder.stop), titles) + 1
    return holders if len(holders) > 1 else []


def _full_name(words: Sequence[Word], at: int, titles: Titles) -> Holder | None:
    """Read a full name behind honorifics and ranks; None where none begins here."""
    start = skip_prefixes(words, at, titles)
    stop = name_end(words, start, titles)
    return Holder(first=start, stop=stop) if stop - start >= MIN_FULL_NAME_WORDS else None


def _holders_after(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "President Vladimir Putin", "foreign ministers Sergei Lavrov and Taro Kono"."""
    holders = list(_name_list(words, phrase.stop, phrase, titles))
    is_of = phrase.stop > phrase.title_stop  # "commander of the U.S. Pacific Command" names nobody
    return [] if is_of and holders and _length(holders[0]) < MIN_FULL_NAME_WORDS else holders


def _length(holder: Holder) -> int:
    return holder.stop - holder.first


def _name_list(words: Sequence[Word], at: int, phrase: OfficePhrase, titles: Titles) -> Iterator[Holder]:
    while at < len(words):
        start = skip_prefixes(words, at, titles)
        stop = name_end(words, start, titles)
        if stop == start:
            return
        end = _over_agent(words, stop, _LINKS.get(phrase.title.kind, _OF))
        if phrase.agents and end > stop and agent_at(words, end - 1).entity.kind is EntityKind.ORGANIZATION:
            end = stop  # "Palestinian President X *of Fatah*" is not Fatah's president
        land = land_of_ruler(words, phrase, stop, titles) if end == stop else None
        end = end if end > stop or phrase.agents else _over_seat(words, stop, phrase)
        agent = agent_at(words, end - 1) if end > stop else None
        end, agent = land or (end, agent)
        yield Holder(first=start, stop=stop, agent=agent)
        stop = at = end
        at = skip_and(words, at)
        if not phrase.is_plural or at == stop:
            return


def _over_agent(words: Sequence[Word], at: int, links: frozenset[str] = _OF) -> int:
    """Give where "of France" and "of the Russian Federation" ends; the same place where none begins here."""
    is_the = at + 1 < len(words) and words[at + 1].key == "the"
    place = at + 1 + is_the
    if place >= len(words) or words[at].key not in links or not is_agent(words[place]):
        return at
    mention = words[place].mention
    is_adjective = is_the and mention is not None and mention.how == "adjective"
    return at if is_adjective else place + 1


def _over_seat(words: Sequence[Word], at: int, phrase: OfficePhrase) -> int:
    """Give where ", for Chisinau" ends before a comma, by which somebody sits for a state; else the same place.

    A spokesman speaks for whom goes on: "a spokesman, X X, for *the U.N.* mission".
    """
    is_for = at + 3 < len(words) and [word.key for word in words[at : at + 2]] == [",", "for"]
    is_speaker = phrase.title.kind == "spokesperson"
    place = at + 2 + (is_for and words[at + 2].key == "the")
    if not is_for or place + 1 >= len(words) or not is_agent(words[place]):
        return at
    return place + 1 if is_speaker or words[place + 1].key in (",", "and") else at


def _holder_before(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "Sergei Lavrov, the Russian foreign minister", "Sergei Lavrov - the Russian foreign minister -"."""
    comma = _before_description(words, phrase) - 1
    if comma < 1 or not (words[comma].key == "(" or _parts(words, comma)) or phrase.is_plural:
        return []
    stop = _before_agent(words, comma)
    start = skip_prefixes(words, name_start(words, stop, titles), titles)
    if not words[start].opens and _speaks(words, phrase, titles):
        return []
    if _is_his_beside_him(words, start, phrase):
        return []
    is_full = stop - start >= MIN_FULL_NAME_WORDS or (
        start < stop == comma and not words[start].opens and phrase.is_definite
    )
    return [Holder(first=start, stop=stop)] if is_full else []


def _is_his_beside_him(words: Sequence[Word], name: int, phrase: OfficePhrase) -> bool:
    """Tell whether one with an office is another than the one named before: "arrested X, *his minister* and others".

    "His" is of X where the sentence names nobody before him: "*Putin* met X, his minister, and".
    """
    behind = [word.key for word in words[phrase.stop : phrase.stop + 2]]
    if words[phrase.first].key not in _HIS or "and" not in behind[: 1 + behind[:1].count(",")]:
        return False
    before = words[sentence_start(words, name) : name]
    before = [w for w in before if w.mention is None and w.key not in _OF_DATES]
    others = (w for w in before if w.key in _HE or (w.is_capitalised and not w.opens))
    return next(others, None) is None


def _before_agent(words: Sequence[Word], end: int) -> int:
    """Give where a name ends before "of France" and "of the Russian Federation", if that ends here."""
    stops = (stop for stop in (end - 2, end - 3) if stop > 0 and _over_agent(words, stop) == end)
    return next(stops, end)


def _speaks(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> bool:
    """Tell whether who holds an office is the one who says so: "met X X, *a spokesman* said"."""
    end = _end(words, phrase, titles)
    return end < len(words) and titles.has("speech", words[end])


def _before_description(words: Sequence[Word], phrase: OfficePhrase) -> int:
    """Give where an office begins with what is said of it: "X X, *a technical* adviser to the army"."""
    if not phrase.agents and (owner := _owned_by(words, phrase.first)) is not None:
        return owner
    if not phrase.agents or words[phrase.first].key in DETERMINERS:
        return phrase.first
    for at in range(phrase.first - 1, max(0, phrase.first - MAX_DESCRIPTION) - 1, -1):
        if words[at].key in DETERMINERS:
            return at
        if words[at].mention is not None or not words[at].text.islower() or words[at].key in _RELATING:
            break  # "X X, the brother *of* Peru's president"
    return phrase.first


def _owned_by(words: Sequence[Word], at: int) -> int | None:
    """Give where "*the country's*" begins before an office, "*the army's*"; None where it does not."""
    if at < 4 or words[at - 1].key not in POSSESSIVES or words[at - 3].key != "the":
        return None
    return at - 3 if words[at - 2].key in STATES_OWN | _STATES else None


def _holders_after_comma(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the Italian foreign minister, Luigi Di Maio, joined", "a government spokesman, X X, said"."""
    comma = comma_after(words, phrase, titles)
    if comma is None:
        return []
    holders = list(_name_list(words, comma + 1, phrase, titles))
    if not holders:
        return []
    last = _over_agent(words, holders[-1].stop)
    is_sure = phrase.is_definite and comma == phrase.stop
    closes = CLOSES if is_sure else CLOSES - {"and"}
    is_closed = last >= len(words) or words[last].key in closes or _goes_on(words[last], titles)
    is_closed = is_closed or _is_his_time(words, phrase)
    is_closed = is_closed or (is_sure and words[last].key in _WHEN_AND_WHERE)
    is_ruling = phrase.title.kind in _RULING and bool(phrase.agents)
    is_apart = is_ruling and last < len(words) and words[last].key == ","  # "Kenya's president, Moi, said"
    is_named = _length(holders[0]) >= MIN_FULL_NAME_WORDS or (
        phrase.is_definite and (is_apart or holders[0].first > comma + 1)
    )
    return holders if is_closed and is_named else []


def _is_his_time(words: Sequence[Word], phrase: OfficePhrase) -> bool:
    """Tell "*Since his election as* president", behind which the sentence goes on with who holds the office."""
    at = phrase.first
    while at > 1 and (words[at - 1].key in POSSESSIVES | DETERMINERS or words[at].key in POSSESSIVES):
        at -= 1  # "as *the country's* first president"
    start = sentence_start(words, at) if at else 0
    opening = [word.key for word in words[start:at]][:MAX_TO_HOLDER]
    return (
        bool(opening) and words[at - 1].key == "as" and len(opening) == at - start and "his" in opening[1:2]
    )


def _ranked_behind_place(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the NATO commander in Kosovo General X X", where no comma parts the place from a rank.

    So a state's envoy without a rank, by a full name: "the American Consul at Lima X X".
    """
    at = phrase.stop
    is_envoys = phrase.title.kind == "envoy" and bool(phrase.agents)
    if phrase.is_plural or at + 1 >= len(words) or words[at].key not in (_NEAR if is_envoys else _PLACED):
        return []
    place = skip_polity(words, at + 1, titles) if is_envoys else at + 1
    if place >= len(words) or words[place].mention is None:
        return []
    is_ranked = is_envoys or skip_prefixes(words, place + 1, titles) > place + 1
    holder = _full_name(words, place + 1, titles) if is_ranked else None
    return [holder] if holder is not None else []


def _holder_in_brackets(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "his Iranian counterpart (X X)"."""
    at = phrase.stop
    if phrase.is_plural or at >= len(words) or words[at].text != "(":
        return []
    holder = _full_name(words, at + 1, titles)
    is_closed = holder is not None and holder.stop < len(words) and words[holder.stop].text == ")"
    return [holder] if holder is not None and is_closed else []


def _goes_on(word: Word, titles: Titles) -> bool:
    """Tell whether what follows a name closes it, where the comma is left out: "the spokesman, X X *said*"."""
    return titles.has("speech", word) or word.key in WEEKDAYS


def _holder_behind_copula(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "the first Consul assigned to Laos was X X", "the new chief of the agency is X X"."""
    if not (phrase.agents or phrase.title.kind in _RULING) or not phrase.is_definite or phrase.is_plural:
        return []
    end = _complement_end(words, phrase.stop, titles)
    if end is None or words[end].key not in _COPULAS:
        return []
    holder = _full_name(words, end + 1, titles)
    return [holder] if holder is not None else []


def _parts(words: Sequence[Word], at: int) -> bool:
    """Tell whether a comma, or a dash that is no hyphen, parts two phrases: "X X - the president - left"."""
    word = words[at]
    if word.key == ",":
        return True
    is_inside = 0 < at < len(words) - 1
    is_spaced = is_inside and words[at - 1].end < word.start and word.end < words[at + 1].start
    return word.text in _LONG_DASHES or (word.text in HYPHENS and is_spaced)


def comma_after(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> int | None:
    """Give the comma or dash that closes an office, over what it is for and where it is held.

    "The U.S. negotiator *at the talks*, X,", "the new envoy *to Pakistan and Afghanistan*, X,".
    """
    at = _end(words, phrase, titles)
    is_one = at < len(words) and _parts(words, at) and (phrase.is_definite or not phrase.is_plural)
    return at if is_one else None


def _holder_identified(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "police identified the envoy as X X", "the commander, whom he named as X X"."""
    at = phrase.stop
    if phrase.is_plural or not phrase.is_definite or at + 1 >= len(words):
        return []
    is_active = words[at].key == "as" and phrase.first > 0 and words[phrase.first - 1].key in _IDENTIFYING
    reach = range(at, min(at + MAX_TO_AS, len(words) - 1))
    named = next((i for i in reach if words[i].key in _IDENTIFYING), None)
    is_passive = named is not None and words[named + 1].key == "as" and not _is_broken(words[at:named])
    if not (is_active or is_passive):
        return []
    holder = _full_name(words, at + 1 if is_active or named is None else named + 2, titles)
    return [holder] if holder is not None else []


def _is_broken(words: Sequence[Word]) -> bool:
    return any(word.opens or word.text in ".;" for word in words)


def _end(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> int:
    """Give where an office ends with what it is for and where it is held."""
    at = served_end(words, phrase, titles) or phrase.stop
    is_whose = bool(phrase.agents) and not phrase.is_plural
    is_cut = is_whose and any(word.key in _COMPLEMENTS for word in words[phrase.title_first : at])
    if is_cut or (
        at < len(words) and (words[at].key in _PLACED or (is_whose and words[at].key in _COMPLEMENTS))
    ):
        end = _complement_end(words, at, titles)
        return at if end is None else end
    return at


def _complement_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give the first word that is no more of what an office is for; None where all near words are."""
    reach = range(at, min(at + MAX_COMPLEMENT_WORDS, len(words)))
    return next((i for i in reach if _ends_complement(words, i, titles)), None)


def _ends_complement(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a word is no more of "to the nuclear talks with North Korea": a mark, a verb, another office."""
    word = words[at]
    is_mark = word.text in ",.;:\n()"
    return (
        is_mark
        or titles.has("speech", word)
        or (titles.has("clausal", word) and not word.is_capitalised)
        or titles.find_office(words, at) is not None
    )
