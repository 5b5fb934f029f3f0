"""Texts freed of what nobody says, and readings put back to where they stand in the text as it came.

Texts come with marks of footnotes ("Kunashir.[4]"), Markdown ("**Japan** claims [Kunashir](https://…)"), wikitext, tags
and entities of HTML, characters that do not show, spaces that do not break, ligatures and accents apart. A reader sees
none of it, and a language model stumbles over all. So a document that has any is read without; what is read of it
then stands at its place in the untouched text, which its quotations show as it is.
"""

import html
import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from kgraph.model import Document, Evidence, OpenProposition, OpenReading, Reading, Span

__all__ = ["free", "put_back", "respelt"]

_URL = r"(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s\"[^\"\n]{0,200}\")?"
_BLOCKS = (
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section"
    "|table|td|th|tr|ul"
)
_WITHIN = "a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|u|wbr"

# What is left out, by kind; the order counts.
_UNSAID = (
    # characters that do not show: hyphens and joiners inside words, marks of direction, byte order marks
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]+",
    # marks of footnotes: "[1]", "[12, 13]", "[a]", "[note 2]", "[citation needed]", "[who?]"
    r"(?<=[\w.,;:!?)\]\"”’'»%*>}])\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\](?![\w(])",
    r"(?<=[\w.,;:!?)\]\"”’'»%*>}])(?:\[[a-z]{1,2}|\s?\[(?:[Nn]ote|[Nn]b|[Ff]n|[Nn])\.?\s?\d{1,3})\](?![\w(])",
    r"\s?\[(?:[a-z]{2,15}\s){0,3}(?:needed|(?:when|where|which|who|whom|why)\?|sic|update)\]",
    r"(?<=[.,;:!?)\"”’])[¹²³⁰⁴-⁹]+(?=\s|\Z)",
    r"(?<=[^\W\d_]{4})[¹²³⁰⁴-⁹†‡]+(?!\w)",
    # HTML that holds no words of the text
    r"<!--.{0,5000}?-->",
    r"<(?P<whole>script|style|ref)\b[^<>]{0,500}(?:/>|>.{0,5000}?</(?P=whole)>)",
    rf"</?(?:{_WITHIN})(?:\s[^<>]{{0,2000}})?/?>",
    # Markdown and wikitext: links, pictures, templates
    rf"!?\[(?=(?:[^\[\]\n]|\[[^\[\]\n]{{0,100}}\]){{1,300}}\]\({_URL}\))",
    rf"\]\({_URL}\)",
    r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?=[^\[\]\n]{1,200}\]\])|(?<=\S)\]\]",
    r"\{\{[^{}\n]{0,500}\}\}",
    # emphasis, and the star behind "Kosovo*"
    r"(?<![\w*])\*{1,3}(?=[\w\"“‘'(\[<])|(?<=[\w.,;:!?)\]\"”’'%>])\*{1,3}(?![\w*])",
    r"(?<!\w)_{1,2}(?=[^\W_][^_\n]{0,300}_)|(?<=[^\W_]|[.,!?)])_{1,2}(?!\w)",
    r"'{3}",
    # the colon of a label: "Claimed by: Japan"
    r"(?<=[a-z]ed by):(?= )",
    # the edge of what a mail quotes
    r"(?m:^[ \t]{0,8}(?:>[ \t]?)+)",
)


def _of_windows(control: str) -> str:
    """Give the character of Windows that was read as a control character: "’" for U+0092."""
    return control.encode("latin-1").decode("cp1252", "ignore")


_MAX_WORD = 40  # letters
_PARTED = re.compile(r"(?<=[^\W_])-[ \t]*\r?\n[ \t]*(?=[A-Za-z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_compatible = partial(unicodedata.normalize, "NFKC")
_composed = partial(unicodedata.normalize, "NFC")
_R = TypeVar("_R", Reading, OpenReading)
_Put = str | Callable[[str], str]

# What another is put for.
_INSTEAD: Mapping[str, tuple[str, _Put]] = {
    "entity": (r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z][A-Za-z\d]{1,8});", html.unescape),
    "block": (rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>", "\n"),
    "space": (r"[\u00a0\u2000-\u200a\u202f\u205f]", " "),
    "misread": (r"[\u0080-\u009f]", _of_windows),
    "line": (r"[\u000b\u000c\u2028\u2029]", "\n"),
    "hyphen": (r"[\u2010\u2011]|(?<=[^\W\d_])–(?=[^\W\d_])", "-"),  # "Russian–held", too
    "bullet": (r"(?m:^[ \t]{0,8})[•‣◦▪●■►▸➢➤∙○]\s+", "- "),
    "ligature": (r"[\ufb00-\ufb06]", _compatible),
    "apart": (r"[A-Za-z][\u0300-\u036f]+", _composed),
    # quotation marks of typewriters; those that treebanks set off with blanks are known to the parser
    "opened": (r"``(?!\s)|(?<!\S)''(?=\w)", "“"),
    "closed": (r"(?<!\s)''", "”"),
}
_MARK = re.compile(
    "|".join(
        [f"(?P<unsaid>{'|'.join(_UNSAID)})", *(f"(?P<{name}>{rule})" for name, (rule, _) in _INSTEAD.items())]
    ),
    re.DOTALL,
)
# One of these characters at least is in whatever is left out or put otherwise.
_HINT = re.compile(
    r"ed by: |[\[\]*_<>{&`\u00a0\u00ad¹²³\u0300-\u036f\u2000-\u200f\u2010\u2011\u2028-\u202f\u205f-\u2069"
    r"⁰⁴-⁹†‡–•‣◦▪●■►▸➢➤∙○\u000b\u000c\u0080-\u009f\ufb00-\ufb06\ufe0e\ufe0f\ufeff]|''"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Freed(Document):
    """A document without what nobody says, and where each of its stretches comes from."""

    original: Document
    starts: tuple[int, ...]  # of the stretches, in this text; the first is 0
    sources: tuple[tuple[int, int], ...]  # `[start, end)` of each in the original's text

    def place(self, span: Span) -> Span:
        """Give where a span stands in the original's text."""
        return Span(start=self._source(span.start)[0], end=self._source(span.end - 1)[1])

    def _source(self, at: int) -> tuple[int, int]:
        """Give the stretch of the original that the character at a place comes from."""
        number = bisect_right(self.starts, at) - 1
        start, end = self.sources[number]
        inside = at - self.starts[number]
        next_start = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        is_kept = end - start == next_start - self.starts[number]
        return (start + inside, start + inside + 1) if is_kept else (start, end)


def free(document: Document) -> Document:
    """Give the document without marks of footnotes, markup and characters that do not show; itself where it has none.

    What is read of the one that this gives is put back by `put_back`.
    """
    title, pieces = document.title and _said_in(document.title), list(_pieces(document.text))
    text = "".join(said for said, _, _ in pieces)
    if text == document.text and title == document.title:
        return document
    return _freed(document, title, text, pieces)


def _freed(
    document: Document, title: str | None, text: str, pieces: Sequence[tuple[str, int, int]]
) -> _Freed:
    starts = itertools.accumulate((len(said) for said, _, _ in pieces), initial=0)
    return _Freed(
        id=document.id,
        text=text,
        title=title,
        date=document.date,
        url=document.url,
        source=document.source,
        original=document,
        starts=tuple(starts)[:-1],
        sources=tuple((start, end) for _, start, end in pieces),
    )


def join_parted(document: Document, unwrapped: str, is_word: Callable[[str], bool]) -> Document:
    """Give the document with the words whole that are parted at line ends; itself where none is.

    Args:
        document: with its lines.
        unwrapped: its text with a space for each line end that only wraps.
        is_word: tells whether a word in small letters is one of the language. It says which hyphens stay.
    """
    pieces, at = [], 0
    for end in _PARTED.finditer(document.text):
        if "\n" in unwrapped[end.start() : end.end()]:
            continue
        stop = end.start() + len(_hyphen_at(end, is_word))
        pieces.append((unwrapped[at:stop], at, stop))
        at = end.end()
    if not pieces:
        return document
    pieces.append((unwrapped[at:], at, len(unwrapped)))
    return _freed(document, document.title, "".join(said for said, _, _ in pieces), pieces)


def respelt(document: Document, text: str) -> Document:
    """Give a document with a text of the same length, as it is to be read; itself where that is the one it has."""
    if text == document.text:
        return document
    if isinstance(document, _Freed):
        return replace(document, text=text)
    return _freed(document, document.title, text, [(text, 0, len(text))])


def put_back(reading: _R) -> _R:
    """Give a reading with its document as it came, and all places and quotations in that."""
    freed = reading.document
    if not isinstance(freed, _Freed):
        return reading
    if isinstance(reading, OpenReading):
        found = tuple(_proposition_back(each, freed) for each in reading.propositions)
        return put_back(replace(reading, document=freed.original, propositions=found))
    assertions = tuple(
        said.with_evidence(tuple(_evidence_back(each, freed) for each in said.evidence))
        for said in reading.assertions
    )
    return put_back(replace(reading, document=freed.original, assertions=assertions))


def _evidence_back(evidence: Evidence, freed: _Freed) -> Evidence:
    span = freed.place(evidence.span)
    subject, predicate, object_ = (
        place and freed.place(place)
        for place in (evidence.subject_span, evidence.predicate_span, evidence.object_span)
    )
    return replace(
        evidence,
        span=span,
        quotation=span.of(freed.original.text),
        subject_span=subject,
        predicate_span=predicate,
        object_span=object_,
    )


def _proposition_back(said: OpenProposition, freed: _Freed) -> OpenProposition:
    arguments = tuple(
        replace(each, span=freed.place(each.span), head=freed.place(each.head)) for each in said.arguments
    )
    return replace(said, span=freed.place(said.span), arguments=arguments)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the stretches of a text that are read, each with the place in the text that it is or stands for."""
    at = 0
    for mark in _MARK.finditer(text) if _HINT.search(text) else ():
        if at < mark.start():
            yield text[at : mark.start()], at, mark.start()
        at = mark.end()
        if said := _put(mark):
            yield said, mark.start(), at
    if at < len(text):
        yield text[at:], at, len(text)


def _said_in(text: str) -> str:
    """Give a text as it is read."""
    return "".join(said for said, _, _ in _pieces(text))


def _put(mark: re.Match[str]) -> str:
    """Give what is read for a mark."""
    kind = mark.lastgroup
    if kind is None or kind not in _INSTEAD:
        return ""
    put = _INSTEAD[kind][1]
    said = put if isinstance(put, str) else put(mark[0])
    return said if kind != "entity" or said.isascii() or said == mark[0] else _said_in(said)


def _hyphen_at(end: re.Match[str], is_word: Callable[[str], bool]) -> str:
    """Give the hyphen of a word parted at the end of a line where the word has one: "Russian-held", but "annexed"."""
    text = end.string
    before = _LETTERS_BEFORE.search(text, max(0, end.start() - _MAX_WORD), end.start())
    behind = _LETTERS.match(text, end.end())
    if before is None or behind is None or behind[0][0].isupper():
        return "-"  # "30-day", "Sino-Indian"
    head, tail = before[0].lower(), behind[0].lower()
    return "" if is_word(head + tail) or not (is_word(head) and is_word(tail)) else "-"
