"""Near copies: a signature of a text, made of its words alone, and which signatures are of one agency's story.

Papers print an agency's story under a headline of their own, cut from its end, with a paragraph added or in their own
spelling. Two texts are near copies where most of the shorter one's phrases of `PHRASE` words are in the longer one
(`LEAST_SHARED`), and the longer one is not much else (`LEAST_ALIKE`: a page that rounds up twenty stories is no copy of
each). A text of fewer than `FEW_WORDS` words says too little for that: only the same words make it a copy.

The signature is a MinHash of the phrases (Broder 1997) with `VALUES` values, of which the lowest eight bits are kept
(Li and König 2010), and their number: from both follows how many phrases two texts share, give or take 4 %. It depends
on the text alone, so that merging graphs stays a set union. Values differ between versions of rensa's algorithm; the
signature names that version, and signatures of different versions are never copies.

Texts are compared only where they have an equal band, `BAND` values at the same places: of two texts with half of all
their phrases in common, 99.9 in a hundred pairs have one, and with a third 95.
"""

import base64
import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kgraph.model import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FEW_WORDS", "find_copies", "number_stories", "sign", "signature_of"]

PHRASE = 3  # words
FEW_WORDS = 40
VALUES = 120  # 160 characters of base64, without padding
BAND = 3  # values
LEAST_SHARED = 0.55  # of the shorter text's phrases
LEAST_ALIKE = 0.3  # phrases in both, of those in either
_MOST_WORDS = 20_000  # what follows in a longer text does not count
_FEW_TEXTS = 40  # up to as many are compared all with all, which takes less time than sorting bands
_SEED = 1
_SKETCHED, _EXACT = "m2", "x1"  # how a signature was made: m2 by the second version of rensa's R-MinHash
_SKETCH = re.compile(rf"{_SKETCHED}:[1-9][0-9]{{0,8}}:[A-Za-z0-9_-]{{160}}")
_WORD = re.compile(r"[^\W_]+")
_CHANCE = 1 / 256  # that eight bits are equal though the values are not


def signature_of(document: Document) -> str | None:
    """Give the signature of a document's text; None where there is neither a text with words nor a signature."""
    return document.signature or sign(document.text)


def sign(text: str) -> str | None:
    """Make the signature of a text: how it was made, the number of its phrases or words, and their sketch.

    Case, punctuation and white space make no difference.

    Returns:
        Some 170 characters of ASCII, 26 of a short text; None where the text has no word.
    """
    words = _WORD.findall(text.casefold())[:_MOST_WORDS]
    if len(words) < FEW_WORDS:
        return f"{_EXACT}:{len(words)}:{_encode(_digest(words))}" if words else None
    phrases = {" ".join(words[start : start + PHRASE]) for start in range(len(words) - PHRASE + 1)}
    return f"{_SKETCHED}:{len(phrases)}:{_encode(_sketch(list(phrases)))}"


def _digest(words: Sequence[str]) -> bytes:
    return hashlib.sha256(" ".join(words).encode()).digest()[:15]


def _sketch(phrases: list[str]) -> bytes:
    from rensa import RMinHash  # only what reads texts needs it

    minhash = RMinHash(num_perm=VALUES, seed=_SEED)
    minhash.update(phrases)  # in whatever order
    return bytes(value & 0xFF for value in minhash.digest())


def _encode(sketch: bytes) -> str:
    return base64.urlsafe_b64encode(sketch).decode("ascii")


def find_copies(signature: str | None, others: Sequence[str | None]) -> list[int]:
    """Give the places of those among other signatures that are of near copies of a text; none of an unknown text."""
    if not signature:
        return []
    found = {place for place, other in enumerate(others) if other == signature}
    if _SKETCH.fullmatch(signature):
        told = [place for place, other in enumerate(others) if other and _SKETCH.fullmatch(other)]
        sketches = _Sketches([*others, signature], [*told, len(others)])
        found.update(sketches.near(len(others), told))
    return sorted(found)


def number_stories(
    signatures: Sequence[str | None], spoken_of: Sequence[Collection[Hashable]] | None = None
) -> list[int]:
    """Give the number of each text's story, from 0 in the order in which they are first met.

    Near copies are of one story, and so is whatever a chain of them joins: the order makes no difference. It takes one
    pass over the texts, and one over those that speak of each thing. Beside the signatures some 300 bytes of a text
    are held (`benchmarks/syndication.py`).

    Args:
        signatures: of the texts; one without a signature is a story of its own.
        spoken_of: what each text speaks of: texts that speak of nothing in common are of different stories, unless
            others join them. None: all may be of one.
    """
    stories = _Stories(len(signatures))
    groups = _speaking_of_one(signatures, spoken_of)
    compared = {text for texts in groups for text in texts if _SKETCH.fullmatch(signatures[text] or "")}
    sketches = _Sketches(signatures, sorted(compared)) if len(compared) > 1 else None
    for texts in groups:
        same: dict[str | None, int] = {}
        for text in texts:
            stories.join(same.setdefault(signatures[text], text), text)
        for some in sketches.banded([text for text in same.values() if text in compared]) if sketches else ():
            _join_near(some, sketches, stories)
    return stories.numbers()


def _speaking_of_one(
    signatures: Sequence[str | None], spoken_of: Sequence[Collection[Hashable]] | None
) -> Sequence[Sequence[int]]:
    """Give the groups of texts that speak of a thing, those of several, each once."""
    if spoken_of is None:
        return [[text for text, signature in enumerate(signatures) if signature]]
    speaking: defaultdict[Hashable, list[int]] = defaultdict(list)
    for text, things in enumerate(spoken_of):
        for thing in things if signatures[text] else ():
            speaking[thing].append(text)
    return sorted({tuple(texts) for texts in speaking.values() if len(texts) > 1})


def _join_near(texts: Sequence[int], sketches: "_Sketches | None", stories: "_Stories") -> None:
    if sketches is not None and not stories.are_one(texts):
        for place, one in enumerate(texts[:-1], 1):
            for other in sketches.near(one, texts[place:]):
                stories.join(one, other)


class _Stories:
    """Which texts are of one story, as far as is known."""

    def __init__(self, count: int) -> None:
        self._leader = array("q", range(count))  # of each text, an earlier one of its story, or itself

    def _first_of(self, text: int) -> int:
        while self._leader[text] != text:
            self._leader[text] = self._leader[self._leader[text]]
            text = self._leader[text]
        return text

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self._first_of(one), self._first_of(other)))
        self._leader[high] = low

    def are_one(self, texts: Sequence[int]) -> bool:
        return len({self._first_of(text) for text in texts}) == 1

    def numbers(self) -> list[int]:
        """Number the stories; the first text of each comes before its others."""
        numbers: list[int] = []
        count = 0
        for text in range(len(self._leader)):
            first = self._first_of(text)
            numbers.append(count if first == text else numbers[first])
            count += first == text
        return numbers


class _Sketches:
    """The sketches of some texts, as rows of an array."""

    def __init__(self, signatures: Sequence[str | None], texts: Sequence[int]) -> None:
        import numpy as np  # 0.1 s, and a graph without signatures does without

        self._row = np.zeros(len(signatures), np.int32)
        self._row[list(texts)] = np.arange(len(texts))
        self._sketches = np.zeros((len(texts), VALUES), np.uint8)
        self._phrases = np.ones(len(texts))
        for row, text in enumerate(texts):
            _, phrases, sketch = (signatures[text] or "").split(":")
            self._sketches[row] = np.frombuffer(base64.urlsafe_b64decode(sketch), np.uint8)
            self._phrases[row] = int(phrases)

    def banded(self, texts: Sequence[int]) -> Iterator[Sequence[int]]:
        """Give groups of texts with an equal band, or all where they are few; a text can come in many groups."""
        import numpy as np

        if len(texts) <= _FEW_TEXTS:
            if len(texts) > 1:
                yield texts
            return
        numbers = np.array(texts)
        rows = self._row[numbers]
        for band in _bands():
            keys = self._sketches[np.ix_(rows, band)].astype(np.uint32) @ np.array(
                [1 << 16, 1 << 8, 1], np.uint32
            )
            order = np.argsort(keys, kind="stable")
            edges = np.concatenate(([0], np.flatnonzero(np.diff(keys[order])) + 1, [len(order)]))
            for place in np.flatnonzero(np.diff(edges) > 1).tolist():
                yield numbers[order[edges[place] : edges[place + 1]]].tolist()

    def near(self, text: int, others: Sequence[int]) -> list[int]:
        """Give those of some other texts that are near copies of a text."""
        import numpy as np

        row, rows = self._row[text], self._row[list(others)]
        equal = self._sketches[rows] == self._sketches[row]
        alike = np.maximum((equal.mean(axis=1) - _CHANCE) / (1 - _CHANCE), 0)
        own, phrases = self._phrases[row], self._phrases[rows]
        shared = alike / (1 + alike) * (own + phrases) / np.minimum(own, phrases)
        found = np.flatnonzero((shared >= LEAST_SHARED) & (alike >= LEAST_ALIKE)).tolist()
        return [others[place] for place in found if equal[place][_bands()].all(axis=1).any()]


@cache
def _bands() -> "NDArray[np.intp]":
    """Give the places of the values of each band, in two layers: neighbours, and those a third of the row apart."""
    import numpy as np

    places = np.arange(VALUES)
    return np.concatenate((places.reshape(-1, BAND), places.reshape(BAND, -1).T))
