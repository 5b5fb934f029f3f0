"""What a text has that nobody says: markup, marks of footnotes, characters that do not show.

Texts come with marks of footnotes ("Kunashir.[4]"), Markdown ("**Japan** claims [Kunashir](https://…)"), wikitext, tags
and entities of HTML, characters that do not show, spaces that do not break, ligatures and accents apart. A reader sees
none of it, and a language model stumbles over all.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

__all__ = ["Piece", "said_in", "said_pieces"]

Piece = tuple[str, int, int]
"""Words as they are read, and the stretch `[start, end)` of the text that they are or stand for."""

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
    # brackets of who quotes: "[W]e", "claim[s]"; those of whole words are read by `_of_quoter`
    r"\[(?=[A-Za-z]\][a-z])|(?<=\[[A-Za-z])\](?=[a-z])",
    r"(?<=[a-z])\[(?=(?:s|es|ed|ing)\])|(?<=[a-z]\[s)\]|(?<=[a-z]\[e[sd])\]|(?<=[a-z]\[ing)\]",
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


def _unescaped(entity: re.Match[str]) -> str:
    """Give what an entity of HTML stands for, as it is read: a space for "&nbsp;"."""
    said = html.unescape(entity[0])
    return said if said.isascii() or said == entity[0] else said_in(said)


def _of_windows(control: re.Match[str]) -> str:
    """Give the character of Windows that was read as a control character: "’" for U+0092."""
    return control[0].encode("latin-1").decode("cp1252", "ignore")


def _compatible(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", letter[0])


def _composed(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", letter[0])


def _numeral(digit: re.Match[str]) -> str:
    return _NUMERALS[int(digit[0])]


def _of_quoter(words: re.Match[str]) -> str:
    """Give what who quotes put into a sentence, "[Japan] claims it", or beside a word: "They (the Turks) left"."""
    before = _WORD_BEFORE.search(words.string, max(0, words.start() - _REACH), words.start())
    is_beside = before is not None and (before[1][0].isupper() or before[1] in _PRONOUNS)
    return f"({words[0][1:-1]})" if is_beside else words[0][1:-1]


_REACH = 30  # characters
_WORD_BEFORE = re.compile(r"([\w'’]+)\s\Z")
_PRONOUNS = frozenset({"he", "her", "him", "it", "she", "them", "they", "we", "you"})
_NUMERALS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_Put = str | Callable[[re.Match[str]], str]

# What another is put for.
_INSTEAD: Mapping[str, tuple[str, _Put]] = {
    "entity": (r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z][A-Za-z\d]{1,8});", _unescaped),
    "block": (rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>", "\n"),
    "space": (r"[\u00a0\u2000-\u200a\u202f\u205f]", " "),
    "spaces": (r"(?<=[^\s|])  (?=[^\s|])", " "),  # as typists leave behind a full stop
    "and": (r"(?<=[\w.)] )&(?= [\w(])", "and"),
    "counted": (r"(?<=[Tt]he )[2-9](?= [a-z])", _numeral),  # "the 2 countries"
    "quoter": (
        r"\[(?:[A-Za-z][\w'’-]*\s){0,5}[A-Za-z][\w'’-]*\](?![\w(\[:])",
        _of_quoter,
    ),
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
    r"ed by: |  |[Tt]he [2-9] |''|[\[\]*_<>{&`\u00a0\u00ad¹²³\u0300-\u036f\u2000-\u200f\u2010\u2011\u2028-\u202f"
    r"\u205f-\u2069⁰⁴-⁹†‡–•‣◦▪●■►▸➢➤∙○\u000b\u000c\u0080-\u009f\ufb00-\ufb06\ufe0e\ufe0f\ufeff]"
)


def said_pieces(text: str) -> Iterator[Piece]:
    """Give the stretches of a text that are read, in order; the whole text where it has nothing that is not."""
    at = 0
    for mark in _MARK.finditer(text) if _HINT.search(text) else ():
        if at < mark.start():
            yield text[at : mark.start()], at, mark.start()
        at = mark.end()
        if said := _put(mark):
            yield said, mark.start(), at
    if at < len(text):
        yield text[at:], at, len(text)


def said_in(text: str) -> str:
    """Give a text as it is read."""
    return "".join(said for said, _, _ in said_pieces(text))


def _put(mark: re.Match[str]) -> str:
    """Give what is read for a mark."""
    kind = mark.lastgroup
    if kind is None or kind not in _INSTEAD:
        return ""
    put = _INSTEAD[kind][1]
    return put if isinstance(put, str) else put(mark)
