"""How long a sentence and a word may be: longer ones are read in pieces, so that time grows with the text only.

Nearly everything that is asked of a parse walks through a sentence: up to what governs a word, down to all that
hangs on it. In a sentence of some thousand words, which is a table, a list of names or a text without full
stops, that would be done some thousand times over some thousand words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.tokens import Doc as ParsedDoc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MAX_SENTENCE_TOKENS", "MAX_WORD_CHARACTERS", "bounded_tree", "split_words", "start_pieces"]

# Of a stretch without white space; spaCy looks through all that is left of it for each bracket it splits off.
MAX_WORD_CHARACTERS = 500
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD_CHARACTERS}}}(?=\S)")
# One of several places that a letter tells: "divided into Zone A and *Zone B*."
_LETTERED = re.compile(r"\b(?:Area|Block|District|Region|Sector|Zone) [A-Z](?=\.(?:\s|$))")
# The longest of 29,000 stretches without a full stop in a sample of news has 104 tokens.
MAX_SENTENCE_TOKENS = 200
_STOPS = frozenset({".", "!", "?", ";"})
_BREAKS = frozenset(
    {",", ":", ")", "]", "|", "–", "—", *_STOPS}
)  # a piece ends behind one of these where it can


def split_words(nlp: "Language", text: str) -> "Doc":
    """Split a text into words, a stretch without white space piece by piece where it is too long for a word.

    The full stop behind "Zone B" is none of an initial.
    """
    ends = {match.end() for pattern in (_LONG_WORD, _LETTERED) for match in pattern.finditer(text)}
    cuts = sorted({0, *ends, len(text)})
    if len(cuts) <= 2:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    docs = [nlp.make_doc(text[start:stop]) for start, stop in pairwise(cuts)]
    return Doc.from_docs(docs, ensure_whitespace=False)


def start_pieces(doc: "Doc") -> "Doc":
    """Begin a sentence within each stretch without a full stop that is too long, before the model parses it."""
    if len(doc) <= MAX_SENTENCE_TOKENS:
        return doc
    words = [token.text for token in doc]
    first = 0
    for i, word in enumerate(words):
        if word in _STOPS or "\n" in word or (i > first and doc[i].is_sent_start):
            first = _start_inside(doc, words, first, i)
    _start_inside(doc, words, first, len(words))
    return doc


def _start_inside(doc: "Doc", words: Sequence[str], first: int, stop: int) -> int:
    for start, _ in list(_pieces(words, first, stop))[1:]:
        doc[start].is_sent_start = True
    return stop


def _pieces(words: Sequence[str], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut `[first, stop)` into pieces of at most the length allowed, behind a comma or the like where there is one."""
    while stop - first > MAX_SENTENCE_TOKENS:
        end = first + MAX_SENTENCE_TOKENS
        behind = (i for i in range(end, first + MAX_SENTENCE_TOKENS // 2, -1) if words[i - 1] in _BREAKS)
        end = next(behind, end)
        yield first, end
        first = end
    yield first, stop


def bounded_tree(doc: ParsedDoc) -> tuple[list[int], list[str]]:
    """Give the head and the label of every token, where a sentence is too long those of its pieces.

    The model may join what full stops part, so the bound is seen to after the parse too. Within a piece, what
    hung on a word outside hangs on the first such word as "dep".
    """
    heads, labels = [token.head.i for token in doc], [token.dep_ for token in doc]
    too_long = [sentence for sentence in doc.sents if len(sentence) > MAX_SENTENCE_TOKENS]
    words = [token.text for token in doc] if too_long else []
    for sentence in too_long:
        for first, stop in _pieces(words, sentence.start, sentence.end):
            _cut_out(heads, labels, first, stop)
    return heads, labels


def _cut_out(heads: list[int], labels: list[str], first: int, stop: int) -> None:
    loose = [i for i in range(first, stop) if heads[i] == i or not first <= heads[i] < stop]
    for i in loose:
        heads[i], labels[i] = loose[0], "dep"
    labels[loose[0]] = "ROOT"
