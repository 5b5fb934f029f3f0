"""Other names beside a place's name: "Falkland Islands (Islas Malvinas)", "Lake Nyasa, or Lake Malawi,".

Names are rare words, and the parser stumbles over two of them in a row; the punctuation and the little words
between them say more. So these constructions are read from the text around a mention of a known place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kgraph.cues import load_cues
from kgraph.extraction.unknown_places import find_unknown_places
from kgraph.linking import Linked
from kgraph.model import EntityKind, Mention, Span
from kgraph.tokens import Doc
from kgraph.vocab import nil_entity

__all__ = ["RULE", "find_bracketed_names", "find_caller"]

RULE = "bracketed-name"
_BRACKET = re.compile(r"(?:, [a-z]+ of)?\s?[(\[]([^()\[\]]{3,120})[)\]]")
# With the stop of a short form, "St. Kitts", and not that of the sentence.
_CAPITALISED = r"(?:[^\W\d_a-z]\w{0,2}\.(?= [^\W\d_a-z])|[^\W\d_a-z][\w'’-]*(?:\.[\w'’-]+)*)"
_NAME = re.compile(r"^(?:the )?[^\W\d_][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|of|the|de|del|du|al|la|and))*$")
_LEAD = re.compile(
    r"^(?:also |as |formally |formerly |locally |officially |later |now |today |today['’]s |present-day |modern "
    r"|modern-day |just |simply |known as |called |renamed |or |the |in \w+: ?)+",
    re.IGNORECASE,
)
_TONGUES = "|".join(sorted(tongue.capitalize() for tongue in load_cues().places_tongues))
# "(Danish: Hans Ø; Haitian Creole: Lanavaz)", "(from Spanish: Isla de Aves)", "(Ger. Teschen)"
_LANGUAGE = re.compile(
    r"^(?:(?:in|from) )?[^\W\d_a-z]\w+\.?(?: (?:[^\W\d_a-z]\w+|name))?: "
    rf"|^(?:{_TONGUES})\. "
)
# "(Lith. Klaipėdos kraštas)": behind a language all is the name, in its own spelling
_FOREIGN = re.compile(rf"^(?:{_TONGUES})\. (?P<name>[^\W\d_a-z][\w'’ .-]*)$")
# "(formerly the sanjak of Alexandretta)": the rank belongs to the name, and nothing but a name has one
_RANKED = re.compile(
    r"^(?:formerly|once|originally|previously|until \d{4}) (?:the )?"
    r"(?P<name>[^\W\dA-Z_][\w’'-]*(?: [^\W\dA-Z_][\w’'-]*)? of [^\W\d_a-z][\w’'-]*)$"
)
_QUOTES = '"“”„«»'  # 'Halaib (the "Hala’ib Triangle")'
_SAYS_SO = re.compile(r"\b(?:known as|called|renamed|named)\b")
_JOINTS = (" and ", "-", "–", "/")  # between names of a list
_WHOLES = frozenset({"county", "department", "province", "state", "territory"})  # say where, and not what
_NOT_A_NAME = re.compile(r"^(?:[A-Z]{2,6}|see .*|.*\d.*)$")
# "(present-day Bioko in Equatorial Guinea)": where it lies, and no one's who calls it so
_LIES_NOW = re.compile(
    r"^(?:now|today|present-day|modern-day|modern) (?P<name>[^\W\d_a-z].+?),? in (?=[^\W\d_a-z])"
)
_TAIL = re.compile(r" (?:in|to|for) (?:the )?(?P<user>[^\W\d_a-z]\w+)$")

# Each of several names with its users: "Diaoyu in Chinese, Tiaoyutai in Taiwan".
_USER = r" (?:in|to|for) (?:the )?[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)?"
_EACH_TAIL = re.compile(rf"{_USER}(?=[;,]| and |$)")
_EACH_IN = re.compile(rf"^[^;,]+?{_USER}(?:(?:[;,]| and )[^;,]+?{_USER})+$")
_BETWEEN_NAMES = re.compile(r"([/;,]| or | {3,}and )")  # the last where users were blotted out

_PHRASE = rf"(?:the )?(?P<name>{_CAPITALISED}(?: (?:of|de|del|du|la)? ?{_CAPITALISED})*)"
_BY = r" (?:in|by|to|for) (?:the )?[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)?"
_AS_CALLED = r" as [^,.;:()]{1,30} calls? (?:it|them)"
_ALSO = r"or|also|formally|officially|formerly|locally|previously|until \d{4}"
_END = r"(?=\s?[,.;:)–—]|$)"
# What may stand between a place's name and another name of it, and what after that.
_FOLLOWING = tuple(
    re.compile(pattern)
    for pattern in (
        # "Lake Nyasa, or Lake Malawi,", "Transnistria, officially the Pridnestrovian Moldavian Republic,"
        rf"\s?[,–—] (?:{_ALSO}) (?:known as |called )?{_PHRASE}(?:{_USER}|{_AS_CALLED})?{_END}",
        # "Dokdo, called Takeshima in Japan and the Liancourt Rocks in Europe"
        rf"\s?[,–—(]? ?(?:also )?(?:called|known as) [^,.;:()]{{1,40}}{_BY} and (?:as )?{_PHRASE}(?={_BY})",
        # "Hans Island, also known as Tartupaluk or just “the Rock,”"
        rf"\s?[,–—(]? ?(?:also )?(?:called|known as) [^.;:()]{{1,50}}? or (?:just|simply) (?:the )?[\"“‘']?{_PHRASE}",
        # "Hans Island, called Tartupaluk by the Inuit,": the parser takes the participle for a past tense
        rf"\s?[,–—] (?:\w+ly )?(?:called|dubbed|named|styled|termed) {_PHRASE}(?=,? (?:by|in|or) |[,.;:)–—]|$)",
        # "Kasikili/Sedudu Island"
        rf"/{_PHRASE}(?=[,.;:)–—]| (?:and|at|by|from|in|is|lies|on|to|was|which)\b)",
        # "Nyasaland, now Malawi,"
        rf"\s?[,–—] (?:now|present-day|today|today['’]s) (?:known as |called |the )?{_PHRASE}{_END}",
        # "Hans Island, Tartupaluk in Greenlandic,", "Imia – Kardak to the Turks –"
        rf"\s?[,–—] {_PHRASE} (?:in|to|for) (?:the )?(?P<user>{_CAPITALISED}){_END}",
        # "the Falkland Islands, which Argentina claims and calls the Malvinas"
        rf",? (?:which|that) [^,.;:]{{1,60}}? calls? {_PHRASE}(?=[,.;:)–—]| and | in |$)",
    )
)
# "British Guiana (now Guyana)": what stands before is the name of old
_BY_NOW = re.compile(
    r"\b(?:currently|later|modern|modern-day|now|present-day|today|today's|today’s)\b[^,;]{0,20}$"
)
_USED = re.compile(r" (?P<by>by|for|in|to) (?:the )?(?=\w)")
# "calls the Falkland Islands the Malvinas": the parser takes the two for one name.
_CALLS = re.compile(r"\b(?:call(?:s|ed|ing)?|(?:re)?nam(?:es|ed|ing)) (?:the )?$")
_IS_NAME_OF = re.compile(
    rf"(?:^|[ ,;:])(?:The )?{_PHRASE} (?:is|was) (?:the |its )?(?:[^\W\d_]+ )?name (?:of|for) (?:the )?$"
)


@dataclass(frozen=True)
class _Surroundings:
    """A part's text with the mentions in it."""

    text: str
    mentions: Sequence[Mention]

    def at(self, start: int, end: int) -> Mention | None:
        """Give the mention that takes these words and no others."""
        mention = self.from_.get(start)
        return mention if mention is not None and mention.span.end == end else None

    def is_within_name(self, part: Span) -> bool:
        """Tell whether words are a part of a longer name: "(*Saint Helena*, Ascension and Tristan da Cunha)"."""
        ends = (m.span.end for m in self.mentions if m.span.start <= part.start)
        return any(end > part.end for end in ends)

    @cached_property
    def from_(self) -> Mapping[int, Mention]:
        """Give the mentions by where they begin."""
        return {mention.span.start: mention for mention in self.mentions}

    def names_several(self, name: Span) -> bool:
        """Tell whether words are a list of known places, and no one's name: "Kunashir and Shikotan"."""
        inside = (self.from_.get(at) for at in range(name.start, name.end))
        kinds = {EntityKind.STATE, EntityKind.TERRITORY}
        is_list = any(joint in name.of(self.text) for joint in _JOINTS)
        return is_list and sum(m is not None and m.entity.kind in kinds for m in inside) > 1

    def is_place_name(self, word: str) -> bool:
        """Tell whether a word names a place here: "in Japan" says where, "in Japanese" in which language."""
        return word in self._place_names

    @cached_property
    def _place_names(self) -> frozenset[str]:
        return frozenset(
            m.span.of(self.text) for m in self.mentions if m.how != "adjective" and m.how != "demonym"
        )


def find_caller(name: Span, text: str, mentions: Sequence[Mention]) -> Linked | None:
    """Find whose name it is, told right behind it: "called Kardak *by the Turks*", "(Suyan Rock *to China*)"."""
    match = _USED.match(text, name.end)
    user = next((m for m in mentions if match is not None and m.span.start == match.end()), None)
    if match is None or user is None or user.entity.kind is EntityKind.TERRITORY:
        return None
    is_language = match["by"] == "in" and user.how in {"adjective", "demonym"}
    return None if is_language else Linked(user.entity, user.span)


def find_bracketed_names(doc: Doc, mentions: tuple[Mention, ...]) -> Iterator[tuple[Linked, Linked, Mention]]:
    """Find (place, other name, mention of the place) beside each mention of a place.

    The other name stands in brackets right after, is set off with "or", "officially", "in <language>", or is
    what somebody "calls" the place. An acronym, a number, a state or a place that is a part is none.
    """
    around = _Surroundings(doc.text, mentions)
    for mention in (*mentions, *find_unknown_places(doc.text, mentions)):
        if mention.how in {"adjective", "demonym"}:
            continue
        for span in dict.fromkeys(_other_names(mention, around)):
            name = span.of(around.text)
            if _is_of_today(mention, span, around):
                old = nil_entity(mention.span.of(around.text), EntityKind.NAME)
                yield Linked(mention.entity, span), Linked(old, mention.span), mention
                continue
            known = {mention.span.of(around.text)}
            if mention.entity.kind is EntityKind.STATE:  # by its label too: "Republic of China (Taiwan)"
                known.add(mention.entity.label)
            is_new = name not in known
            if is_new and _may_be_called(mention, span, around):
                place = _place_of(mention, around.text)
                yield place, Linked(nil_entity(name, EntityKind.NAME), span), mention


def _place_of(mention: Mention, text: str) -> Linked:
    """Give the place that another name is of: that of a capital is of the city, and not of its state."""
    if mention.how not in {"capital", "metonym"}:
        return Linked(mention.entity, mention.span)
    return Linked(nil_entity(mention.span.of(text), EntityKind.TERRITORY), mention.span)


def _is_of_today(mention: Mention, name: Span, around: _Surroundings) -> bool:
    """Tell whether a name is a state's label, and what stands before its name of old: "Nyasaland, *now Malawi*"."""
    other = around.at(name.start, name.end)
    is_other = mention.span.of(around.text) != mention.entity.label == name.of(around.text)
    is_same = is_other and other is not None and other.entity.id == mention.entity.id
    return is_same and _BY_NOW.search(around.text, mention.span.end, name.start) is not None


def _may_be_called(mention: Mention, name: Span, around: _Surroundings) -> bool:
    """Tell whether it may be called so: the name is of nothing else, and a state's is a known one.

    A treaty has another name only where the text says so: "(also called the Straits Treaty)".
    """
    other = around.at(name.start, name.end)
    kind = mention.entity.kind
    last = name.of(around.text).rsplit(" ", 1)[-1].lower()
    if kind is EntityKind.TERRITORY and last in load_cues().instruments_nouns:  # "the Canal Treaty, or …"
        return False
    is_whole = last in _WHOLES and last not in mention.span.of(around.text).lower()
    is_no_name = is_whole or around.names_several(name) or around.is_within_name(name)
    if other is None and is_no_name:  # "Lake Saimaa (Mikkeli Province)"
        return False
    if other is None:
        is_said = _SAYS_SO.search(around.text, mention.span.end, name.start) is not None
        return kind is EntityKind.TERRITORY or (kind is EntityKind.INSTRUMENT and is_said)
    return other.entity.id == mention.entity.id and kind in {EntityKind.TERRITORY, EntityKind.STATE}


def _other_names(mention: Mention, around: _Surroundings) -> Iterator[Span]:
    yield from _in_brackets(mention, around)
    yield from _set_off(mention, around)
    yield from _called(mention, around)
    match = _IS_NAME_OF.search(around.text, max(0, mention.span.start - 80), mention.span.start)
    if match is not None:
        yield _span(match)


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start("name"), end=match.end("name"))


def _in_brackets(mention: Mention, around: _Surroundings) -> Iterator[Span]:
    match = _BRACKET.match(around.text, mention.span.end)
    if match is None:
        return
    inner, start = match.group(1), match.start(1)
    if lies := _LIES_NOW.match(inner):
        inner = inner[: lies.end("name")]
    tail = _TAIL.search(inner)
    if _EACH_IN.match(inner):
        inner = _EACH_TAIL.sub(lambda match: " " * len(match[0]), inner)
    elif tail is not None and not (" in " in tail[0] and around.is_place_name(tail.group("user"))):
        inner = inner[: tail.start()]
    for name, position in _names_in(inner, start):
        language = around.from_.get(position)  # "(Japanese Takeshima)"
        is_told = language is not None and language.how == "adjective" and " " in name
        skipped = name.index(" ") + 1 if is_told else 0
        yield Span(start=position + skipped, end=position + len(name))


def _names_in(text: str, offset: int) -> Iterator[tuple[str, int]]:
    position = offset
    for part in _BETWEEN_NAMES.split(text):
        told = _RANKED.match(part.strip()) or _FOREIGN.match(part.strip())
        name = _LEAD.sub("", _LANGUAGE.sub("", part.strip())).strip(_QUOTES)
        if told is not None:
            yield told["name"], position + part.find(told["name"])
        elif _NAME.match(name) and name[0].isupper() and not _NOT_A_NAME.match(name):
            yield name, position + part.find(name)
        elif (
            " by " in f" {name} "
        ):  # "(claimed by China, Taiwan and the Philippines)": what follows are no names
            return
        position += len(part)


def _set_off(mention: Mention, around: _Surroundings) -> Iterator[Span]:
    bracket = _BRACKET.match(around.text, mention.span.end)
    starts = (mention.span.end, bracket.end()) if bracket is not None else (mention.span.end,)
    found = (pattern.match(around.text, start) for start in starts for pattern in _FOLLOWING)
    for match in filter(None, found):
        user = match.groupdict().get("user")
        is_where = user is not None and around.is_place_name(user)
        if not is_where and not _NOT_A_NAME.match(match["name"]):
            yield _span(match)


def _called(mention: Mention, around: _Surroundings) -> Iterator[Span]:
    """Find the name after a place's name that follows "calls": both must be names of the same place."""
    if _CALLS.search(around.text, max(0, mention.span.start - 20), mention.span.start) is None:
        return
    for between in (" ", " the "):
        start = mention.span.end + len(between)
        other = around.from_.get(start)
        is_next = around.text[mention.span.end : start] == between
        if other is not None and is_next and other.entity.id == mention.entity.id:
            yield other.span
