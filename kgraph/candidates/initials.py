"""Names that a text shortens to their first letters: "the Palestinian Authority (PA)", and later "the *PA*"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.model import Mention, Span

__all__ = ["with_initials"]

_SHORT = re.compile(r" ?\(([A-Z]{2,6})\)")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BY_NAME = frozenset({"name", "former", "short"})


def with_initials(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Add the later places where what a name is shortened to stands alone; what is a name already stays one."""
    if "(" not in text:
        return tuple(mentions)
    taken = {at for mention in mentions for at in range(mention.span.start, mention.span.end)}
    added = [short for mention in mentions for short in _shortened(mention, text)]
    new = [mention for mention in added if taken.isdisjoint(range(mention.span.start, mention.span.end))]
    return tuple(sorted((*mentions, *new), key=lambda mention: mention.span.start))


def _shortened(mention: Mention, text: str) -> Iterator[Mention]:
    """Find the initials behind which a name stood, from there on."""
    match = _SHORT.match(text, mention.span.end)
    if match is None or mention.how not in _BY_NAME or not _has_initials(mention.span.of(text), match[1]):
        return
    for later in re.finditer(rf"(?<![\w(-]){match[1]}(?![\w)])", text[match.end() :]):
        start = match.end() + later.start()
        yield replace(mention, span=Span(start=start, end=start + len(match[1])))


def _has_initials(name: str, short: str) -> bool:
    """Tell whether letters are the first of a name's words, small ones apart: "Federated States *of* Micronesia"."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper()) == short
