"""Names that a text shortens to their first letters: "the Palestinian Authority (PA)", and later "the *PA*"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kgraph.model import Mention, Span

__all__ = ["with_initials"]

_SHORTENED = re.compile(r" ?\(([A-Z]{2,6})\)")
_SHORT = re.compile(r"(?<![\w(-])[A-Z]{2,6}(?![\w)])")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BY_NAME = frozenset({"name", "former", "short"})


def with_initials(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Add the later places where what a name is shortened to stands alone; what is a name already stays one."""
    shortened = _shortened(mentions, text) if "(" in text else {}
    if not shortened:
        return tuple(mentions)
    taken = {at for mention in mentions for at in range(mention.span.start, mention.span.end)}
    new = [m for m in _later(shortened, text) if taken.isdisjoint(range(m.span.start, m.span.end))]
    return tuple(sorted((*mentions, *new), key=lambda mention: mention.span.start))


def _shortened(mentions: Sequence[Mention], text: str) -> Mapping[str, Mention]:
    """Give the names behind which their initials first stand in brackets, by these."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        match = _SHORTENED.match(text, mention.span.end)
        if match is None or mention.how not in _BY_NAME:
            continue
        if _has_initials(mention.span.of(text), match[1]):
            found.setdefault(match[1], mention)
    return found


def _later(shortened: Mapping[str, Mention], text: str) -> Iterator[Mention]:
    """Find where the initials stand alone behind the name, in one pass over the text."""
    for match in _SHORT.finditer(text):
        name = shortened.get(match[0])
        if name is not None and match.start() > name.span.end:
            yield replace(name, span=Span(start=match.start(), end=match.end()))


def _has_initials(name: str, short: str) -> bool:
    """Tell whether letters are the first of a name's words, small ones apart: "Federated States *of* Micronesia"."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper()) == short
