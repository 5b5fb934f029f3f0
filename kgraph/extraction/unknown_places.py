"""Places that nobody knows, with another name in brackets: "the port of Dairen (Dalian)", "in Reval (now Tallinn)".

That it is a place, a word beside it must say: a noun for places, or where something is; a bare bracket holds another
spelling only where that begins alike, as a place's country or district stands there too.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.vocab import nil_entity

__all__ = ["find_unknown_places"]

_WORD = r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_NAMED = re.compile(
    rf"\b(?!(?:At|From|In|Near|Of|On|The|To)\b)(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
    r" \((?P<other>[^()]{3,40})\)(?: (?P<noun>[^\W\d_]+))?"
)
_OTHER = re.compile(
    r"(?P<turned>(?:currently|later|now|present-day|modern|modern-day|today|today['’]s|formerly|previously) )?"
    rf"(?:the )?(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
)
_IN = re.compile(r"\b(?:around|in|near|off|outside) (?:the )?$", re.IGNORECASE)
_LISTED = re.compile(r"\), (?:and )?$|\) and $")  # the next of a list: "ports such as A (now B), *C (now D)*"
_MIN_LIKENESS = 0.5


def find_unknown_places(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find the names of places outside the gazetteer behind which another name stands in brackets, left to right."""
    if "(" not in text:
        return
    taken = {at for mention in mentions for at in range(mention.span.start, mention.span.end)}
    last_end = -1
    for match in _NAMED.finditer(text):
        other = _OTHER.fullmatch(match["other"])
        span = Span(start=match.start("name"), end=match.end("name"))
        if other is None or any(at in taken for at in range(span.start, match.end("other"))):
            continue
        before = text[max(0, span.start - 60) : span.start]
        is_next = (
            last_end >= 0 and _LISTED.search(before) is not None and span.start - last_end < len(" and  ")
        )
        of_kind = is_next or _is_called_place(before, match["noun"])
        is_where = " " not in match["name"] and _IN.search(before) is not None  # no "shares in Standard Oil"
        is_place = of_kind or (other["turned"] is not None and is_where)
        if is_place and (other["turned"] is not None or _are_alike(match["name"], other["name"])):
            last_end = match.end("other") + 1
            yield Mention(span=span, entity=_place(match["name"], match["noun"]))


def _place(name: str, noun: str | None) -> Entity:
    """Give a place by its name, with the noun that belongs to it: "Asante (Ashanti) *Empire*"."""
    whole = f"{name} {noun}" if noun is not None and noun[0].isupper() and _is_noun(noun) else name
    return nil_entity(whole, EntityKind.TERRITORY)


def _is_called_place(before: str, behind: str | None) -> bool:
    """Tell whether a noun says that a place is named: "the *ports of*", "*ports such as*", "(Bonoman) *state*"."""
    of_kind = _of_kind().search(before) is not None
    return of_kind or (behind is not None and _is_noun(behind))


def _is_noun(word: str) -> bool:
    return word.lower() in load_cues().places_nouns | load_cues().places_realms | load_cues().places_provinces


@cache
def _of_kind() -> re.Pattern[str]:
    cues = load_cues()
    nouns = "|".join(
        sorted(cues.places_settlements | cues.places_realms | cues.places_provinces | {"island"})
    )
    return re.compile(
        rf"\b(?:{nouns}|cities|colonies)s?(?: of| such as| like|,? including)? (?:the )?$", re.IGNORECASE
    )


def _are_alike(name: str, other: str) -> bool:
    is_alike = difflib.SequenceMatcher(None, name.lower(), other.lower()).ratio() >= _MIN_LIKENESS
    return name[0] == other[0] and name != other and is_alike
