"""Headlines with a capital to each word, in the case that their words have within a sentence.

"China Rejects Claim to Scarborough Shoal" is four names in a row to a model that goes by capitals. Where a line has no
word in small letters but those that headlines leave small, and a verb among the others, what is a word of the language
is put in small letters; known names, names of office holders and what no dictionary has keep their capitals. The text
stays as long as it was.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from kgraph.cues import load_cues
from kgraph.model import Mention
from kgraph.text.capitals import find_holders, truecase
from kgraph.times import MONTHS, WEEKDAYS

__all__ = ["Dictionary", "sentence_case"]

_MIN_WORDS, _MAX_WORDS = 4, 100  # of a headline
_MIN_PUT = 2  # words that change; one alone may be a slip, or a name
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
# Words that a headline may leave small, and others of grammar that no list of lemmas has.
_LEFT_SMALL = frozenset(
    """
    a after against amid among an and as at before between but by during for from if in into its near nor of off on onto
    or out over per since than that the this to toward towards under until up upon via vs what who with within without
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OF_GRAMMAR = _LEFT_SMALL | frozenset(
    """
    although because could he her him his how it my our ours she should them their they though unless us we when where
    whether which while whom whose would you your
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_CALENDAR = (frozenset(map(str.lower, MONTHS)) | WEEKDAYS) - {"may"}
_TO = re.compile(r"\bto\s", re.IGNORECASE)
_IN_MAY = re.compile(
    r"(?:\b(?:by|early|from|in|last|late|mid|next|of|since|this|to|until)[\s-]|\d\s?)May\b|\bMay\s\d",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"(?<![\w'’./-])(?!(?:{'|'.join(sorted(_LEFT_SMALL))})(?!\w))[a-z]")


@cache
def _modals() -> frozenset[str]:
    """Give the modal verbs that are words by themselves, and no stem of a contraction as "wo" and "'ll" are."""
    return frozenset(word for word in load_cues().possibility_modals if word.isalpha() and len(word) > 2)


class Dictionary:
    """The words of a language, by what a lemmatizer knows of them."""

    def __init__(self, lemmas: Callable[[str], frozenset[str]], known: Mapping[str, Collection[str]]) -> None:
        """Take what gives the lemmas that a word may have, and the lemmas that there are by part of speech."""
        self._lemmas = lemmas
        self._known = known

    def has(self, word: str) -> bool:
        """Tell whether a word in small letters is one."""
        return any(lemma in known for lemma in self._lemmas(word) for known in self._known.values())

    def may_be_finite(self, word: str) -> bool:
        """Tell whether a word in small letters may be a verb in a form that it has in a clause: "rejects", "met"."""
        verbs = self._known.get("verb", ())
        is_inflected = any(lemma in verbs for lemma in self._lemmas(word) - {word})
        return word in _modals() or (is_inflected and not word.endswith("ing"))

    def is_verb(self, word: str) -> bool:
        """Tell whether a word in small letters may be a verb in its bare form."""
        return word in self._known.get("verb", ())


def sentence_case(text: str, find_names: Callable[[str], Sequence[Mention]], dictionary: Dictionary) -> str:
    """Give a text with its headlines in the case of sentences; the same text where it has none.

    Args:
        text: any text.
        find_names: gives the known names of a stretch of it.
        dictionary: of the text's language.
    """
    return _LINE.sub(lambda line: _as_sentence(line[0], find_names, dictionary), text)


def _as_sentence(line: str, find_names: Callable[[str], Sequence[Mention]], dictionary: Dictionary) -> str:
    """Give a line in the case of a sentence if it is a headline, else as it is."""
    if _SENTENCE.search(line):
        return line  # so it is with most
    if line.isupper():
        return truecase(line, find_names(line), lambda word: _is_word(word, dictionary))
    words = list(_WORD.finditer(line))
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS:
        return line
    mentions = find_names(line)
    named = find_holders(line).union(*(range(m.span.start, m.span.end) for m in mentions))
    named.update(*(range(m.start(), m.end()) for m in _IN_MAY.finditer(line)))
    said = [word for word in words[1:] if word.start() not in named and _is_common(word[0], dictionary)]
    if len(said) < _MIN_PUT or not _is_clause(line, said, mentions, dictionary):
        return line
    letters = list(line)
    for word in said:
        letters[word.start()] = letters[word.start()].lower()
    return "".join(letters)


def _is_clause(
    line: str, words: Sequence[re.Match[str]], mentions: Sequence[Mention], dictionary: Dictionary
) -> bool:
    """Tell whether a word is the verb of a clause: "Japan *Claims*", "Japan and Russia *Claim*", "to *Claim*"."""
    behind = {mention.span.end + 1 for mention in mentions} | {m.end() for m in _TO.finditer(line)}
    small = [(word.start(), word[0].lower()) for word in words]
    return any(
        dictionary.may_be_finite(word) or (at in behind and dictionary.is_verb(word)) for at, word in small
    )


def _is_common(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word has its capital from the headline alone."""
    small = word.lower()
    is_plain = word.istitle() and len(small) == len(word) and small not in _CALENDAR
    return is_plain and (small == "a" or len(small) > 1) and _is_word(small, dictionary)


def _is_word(small: str, dictionary: Dictionary) -> bool:
    return small in _OF_GRAMMAR or small in _modals() or dictionary.has(small)
