"""Words of a sentence as a stretch of its text: joined by hyphens, in their quotation marks, clean at the edges."""

from collections.abc import Iterable

from kgraph.tokens import Token

__all__ = ["finish", "hyphenated", "is_joined", "is_joint", "text_of", "together"]

_EDGES = frozenset({",", ";", ":", "-", "–", "—", "--", "...", "…", "?", "!"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "`", "«", "»"})
_HYPHENS = frozenset({"-", "–", "‑"})
_OPENED, _CLOSED = frozenset({"``", "“", "«", "`"}), frozenset({"''", "”", "»"})
_OPENING = {"(": ")", "[": "]"}


def text_of(tokens: Iterable[Token]) -> str:
    """Give words as they stand in the sentence, a blank between those that do not follow one another."""
    words: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.i + 1 != token.i or last.whitespace_):
            words.append(" ")
        words.append(token.text)
        last = token
    return " ".join("".join(words).split())


def together(*parts: Iterable[Token]) -> tuple[Token, ...]:
    """Put words in their order, each once."""
    return tuple(sorted({token for part in parts for token in part}, key=lambda t: t.i))


def finish(head: Token, tokens: Iterable[Token], *, fill: bool = True) -> list[Token]:
    """Make words a stretch: marks and commas inside stay, those at its edges go, and brackets without the head.

    Args:
        head: a word that stays.
        tokens: the others.
        fill: whether what stands between them, and belongs to them, comes in.
    """
    kept = list(together([head], (t for t in tokens if not t.is_space)))
    if fill:
        inserted = _inserted(head, kept)
        kept = _filled(hyphenated([t for t in kept if t == head or t not in inserted]))
    while len(kept) > 1 and (kept[0].text in _EDGES or (kept[0].dep_ in {"cc", "preconj"} and fill)):
        kept.pop(0)
    while len(kept) > 1 and (kept[-1].text in _EDGES or kept[-1].text == "." or kept[-1].dep_ == "cc"):
        kept.pop()
    return _quoted(_balanced(kept))


def is_joined(token: Token) -> bool:
    """Tell whether a hyphen joins a word to one that does not hang on it: "May" of "mid-May"."""
    is_behind = token.i > 1 and token.nbor(-1).text in _HYPHENS and is_joint(token.nbor(-1))
    return is_behind and token.nbor(-2).head != token


def is_joint(token: Token) -> bool:
    """Tell whether a hyphen joins two words."""
    is_close = not token.whitespace_ and (token.i == 0 or not token.nbor(-1).whitespace_)
    return token.text in _HYPHENS and token.i > 0 and (is_close or token.tag_ == "HYPH")


def hyphenated(kept: list[Token]) -> list[Token]:
    """Complete words that a hyphen joins: "mid-May", "re-elected"."""
    doc, added = kept[0].doc, set(kept)
    for token in kept:
        if token.i + 2 < len(doc) and is_joint(doc[token.i + 1]):
            added.update((doc[token.i + 1], doc[token.i + 2]))
        if token.i > 1 and is_joint(doc[token.i - 1]):
            added.update((doc[token.i - 1], doc[token.i - 2]))
    return list(together(added))


def _inserted(head: Token, kept: list[Token]) -> set[Token]:
    """Give what stands in brackets beside the head: "(EM)" of "an expectation maximisation (EM) algorithm"."""
    found: set[Token] = set()
    for token in kept:
        if token.text in _OPENING:
            closing = next(
                (t for t in token.doc[token.i : token.i + 40] if t.text == _OPENING[token.text]), None
            )
            if closing is not None and not token.i < head.i < closing.i:
                found.update(t for t in kept if token.i <= t.i <= closing.i)
    return found


def _filled(kept: list[Token]) -> list[Token]:
    """Add the punctuation between two words kept: hyphens, commas of a list of adjectives, quotation marks."""
    filled: list[Token] = []
    for token in kept:
        if filled and 1 < token.i - filled[-1].i <= 3:
            gap = token.doc[filled[-1].i + 1 : token.i]
            if all(t.is_punct or t.dep_ == "punct" for t in gap):
                filled += [t for t in gap if not t.is_space and t.text not in "()[]"]
        filled.append(token)
    return filled


def _balanced(kept: list[Token]) -> list[Token]:
    """Close a quotation that is open within the phrase, and drop the mark of one that is not."""
    if _has_half_bracket(kept):
        kept = [t for t in kept if t.text not in "()[]"] or kept
    surplus = _open_quotes(kept)
    if surplus > 0:
        return _closed(kept)
    if surplus < 0:
        opening = _marks_before(kept[0])
        return [*opening, *kept] if opening else _without_quotes(kept)
    return kept


def _closed(kept: list[Token]) -> list[Token]:
    """Close a quotation with the mark behind it; without one, or where it opens the phrase, leave the mark out."""
    after = kept[-1].i + 1
    if after < len(kept[-1].doc) and kept[-1].doc[after].text in _QUOTES and kept[0].text not in _QUOTES:
        return [*kept, kept[-1].doc[after]]
    return _without_quotes(kept)


def _without_quotes(kept: list[Token]) -> list[Token]:
    return [t for t in kept if t.text not in _QUOTES] or kept


def _open_quotes(kept: list[Token]) -> int:
    """Count the quotations that a phrase opens and does not close; fewer than none where it closes more."""
    opened = sum(_opens(t) for t in kept if t.text != "`")
    opened += sum(t.text == "`" for t in kept) // 2  # "``" in two words
    return opened - sum(t.text in _QUOTES and not _opens(t) for t in kept)


def _opens(mark: Token) -> bool:
    return mark.text in _OPENED or (mark.text == '"' and mark.tag_ == "``")


def _marks_before(first: Token) -> list[Token]:
    """Give the marks that open a quotation right before a word: one, or "``" in two words."""
    before = list(first.doc[max(0, first.i - 2) : first.i])
    while before and not _opens(before[0]):
        before.pop(0)
    return before if before and before[-1] == first.nbor(-1) else []


def _quoted(kept: list[Token]) -> list[Token]:
    """Take in the quotation marks that stand right around a phrase."""
    doc, first, last = kept[0].doc, kept[0].i, kept[-1].i
    if (
        first == 0
        or last + 1 >= len(doc)
        or doc[last + 1].text not in _QUOTES
        or doc[first - 1].text not in _QUOTES
    ):
        return kept
    start = (
        first - 2 if doc[first - 1].text == "`" and first > 1 and doc[first - 2].text == "`" else first - 1
    )
    return [*doc[start:first], *kept, doc[last + 1]] if last - first == len(kept) - 1 else kept


def _has_half_bracket(kept: list[Token]) -> bool:
    return sum(t.text in "([" for t in kept) != sum(t.text in ")]" for t in kept) and len(kept) > 2
