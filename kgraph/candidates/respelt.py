"""Names of places that a text spells in a way of its own: "Kunashiry" is Kunashir.

A name in capitals that the gazetteer does not know is compared with those it knows (`kgraph.gazetteer.spelling`). The
model hardly knows a rare name as a place when it sees one (it takes "Crymea" for an organisation), so what it sees only
counts against: what it takes for a person is a place by the rules of spelling alone, and what the text names as a
person, never.
"""

from collections.abc import Iterable, Iterator, Sequence

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.spelling import Alike
from kgraph.model import Mention, Span
from kgraph.tokens import Doc, Token, Words

__all__ = ["SPELLING", "find_respelt"]

SPELLING = "spelling"  # how such a name stands for its entity
_NO_PLACES = frozenset(
    {"PERSON", "DATE", "TIME", "MONEY", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}
)
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_INSIDE = frozenset({"-", "’", "'"})
_BY_RULE = 0.999  # from here on nothing but the rules of spelling tells a name from the known one


def find_respelt(doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find the places that a text names in another spelling than the gazetteer, in order.

    Args:
        doc: the part, parsed; its spans are those of the text.
        mentions: what is found in it; no other spelling overlaps them.
        gazetteer: the known names.
    """
    taken = {token.i for mention in mentions for token in _tokens(doc, mention.span)}
    found = []
    for words in _names(doc, taken):
        if gazetteer.by_name(words.text):
            continue  # a part of a longer name that only looks like it: "Bank of America"
        near = gazetteer.spellings.match_place(words.text)
        if near is not None and _is_meant(near, words):
            span = Span(start=words.start_char, end=words.end_char)
            found.append(Mention(span=span, entity=near.entry.entity, how=SPELLING))
    return tuple(found)


def _is_meant(near: Alike, words: Words) -> bool:
    return near.similarity >= _BY_RULE or _NO_PLACES.isdisjoint(token.ent_type_ for token in words)


def _names(doc: Doc, taken: set[int]) -> Iterator[Words]:
    """Give the runs of words in capitals that name nothing known, left to right."""
    words = [token.text for token in doc]
    first = 0
    while first < len(doc):
        if not words[first][:1].isupper():
            first += 1
            continue
        last = first
        while last < len(doc) and last not in taken and _is_of_name(doc, last, first):
            last += 1
        if last > first and doc[last - 1].text not in _INSIDE:
            yield doc[first:last]
        first = max(last, first + 1)


def _is_of_name(doc: Doc, at: int, first: int) -> bool:
    """Tell whether a word begins a name or goes on with one: in capitals, or the hyphen between two parts."""
    token = doc[at]
    if at > first and token.is_sent_start:
        return False
    if at > first and (token.text in _INSIDE or doc[at - 1].text in _INSIDE):
        return not doc[at - 1].whitespace_ and (token.text not in _INSIDE or not token.whitespace_)
    is_cut = at > first and doc[at + 1 : at + 2].text == "."  # "Spratly Is."
    return token.text[:1].isupper() and (token.pos_ in _NAMING or is_cut)


def _tokens(doc: Doc, span: Span) -> Iterable[Token]:
    return doc.char_span(span.start, span.end, alignment_mode="expand") or ()
