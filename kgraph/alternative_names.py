"""Other names given in brackets or after a slash: "Falkland Islands (Islas Malvinas)", "Take-shima/Tok-do"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kgraph.link import Linked, Linker
from kgraph.model import EntityKind, Mention, Span
from kgraph.vocab import nil_entity

__all__ = ["RULE", "find_bracketed_names"]

RULE = "bracketed-name"
_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{3,60})[)\]]")
_NAME = re.compile(r"^(?:the )?[^\W\d_][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|of|the|de|del|du|al|la|and))*$")
_LEAD = re.compile(r"^(?:also |formerly |locally |known as |called |or |the |in \w+: ?)+", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"^(?:[A-Z]{2,6}|see .*|.*\d.*)$")


def find_bracketed_names(doc: Doc, mentions: tuple[Mention, ...], linker: Linker) -> Iterator[tuple[Linked, Linked, Mention]]:
    """Find (place, other name, mention of the place) for brackets that directly follow a place's name.

    A bracket that holds an acronym, a number, a state or a place that is a part is no other name.
    """
    for mention in mentions:
        token = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if token is None or mention.entity.kind is not EntityKind.TERRITORY:
            continue
        match = _BRACKET.match(doc.text, mention.span.end)
        if match is None:
            continue
        for name, start in _names_in(match.group(1), match.start(1)):
            inside = next((m for m in mentions if m.span.start == start and m.span.end == start + len(name)), None)
            if inside is not None and inside.entity.id != mention.entity.id:
                continue
            words = Span(start=start, end=start + len(name))
            yield Linked(mention.entity, mention.span), Linked(nil_entity(name, EntityKind.NAME), words), mention


def _names_in(text: str, offset: int) -> Iterator[tuple[str, int]]:
    position = offset
    for part in re.split(r"([/;,])", text):
        lead = _LEAD.match(part.strip())
        name = part.strip()[lead.end() :] if lead else part.strip()
        if _NAME.match(name) and name[0].isupper() and not _NOT_A_NAME.match(name):
            yield name, position + part.find(name)
        position += len(part)
