"""Which wordings are worth trying on which words of a text, by the words that stand near."""

from collections.abc import Callable, Iterator

from kgraph.propositions import Proposition, proposition
from kgraph.relations.index import Index, sought_for
from kgraph.relations.wording import Wording
from kgraph.tokens import Doc, Token, Words

__all__ = ["BACK", "SentenceWords", "Surroundings", "candidates"]

# Sentences that a role may lead back: "that claim" is somebody's of the one before, and "whose" there of another.
BACK = 2


def candidates(
    doc: Doc, index: Index, is_live: Callable[[Words], bool] | None = None
) -> Iterator[tuple[Proposition, list[Wording]]]:
    """Give the propositions on which wordings are to be tried, in text order, each with these wordings.

    Args:
        doc: the text, parsed.
        index: the wordings.
        is_live: tells whether a sentence may give anything; None takes all.
    """
    words = SentenceWords(doc, index)
    for number, sentence in enumerate(words.sentences):
        if is_live is not None and not is_live(sentence):
            continue
        around = Surroundings(words, number)
        for candidate in filter(None, map(proposition, words.triggers(number))):
            wordings = [each.wording for each in sought_for(candidate, index) if each.is_possible(around)]
            if wordings:
                yield candidate, wordings


class Surroundings(dict[int, int]):
    """The words of a sentence and of those before, by how many roles a path has that can lead to them; as bits."""

    def __init__(self, words: "SentenceWords", number: int) -> None:
        """Stand at a sentence, given by its number."""
        super().__init__()
        self._words = words
        self._number = number

    def __missing__(self, roles: int) -> int:
        """Give the words that a path of so many roles can lead to."""
        bits = 0
        for number in range(max(0, self._number - BACK * roles), self._number + 1):
            bits |= self._words.of(number)
        self[roles] = bits
        return bits


class SentenceWords:
    """What the tokens of a text may be taken for, sentence by sentence, looked up where it is asked for."""

    def __init__(self, doc: Doc, index: Index) -> None:
        """Take a parsed text, and the words that are asked for."""
        self._index = index
        self.sentences = doc.sents
        self._known: dict[int, list[int]] = {}

    def of(self, number: int) -> int:
        """Give all words of a sentence, as bits."""
        bits = 0
        for each in self._by_token(number):
            bits |= each
        return bits

    def triggers(self, number: int) -> Iterator[Token]:
        """Give the tokens of a sentence that a wording may look for, and what may be a caption."""
        triggers = self._index.triggers
        is_with = bool(self.of(number) & self._index.captions)
        for token, own in zip(self.sentences[number], self._by_token(number), strict=True):
            if own & triggers or (is_with and token.dep_ == "ROOT"):
                yield token

    def _by_token(self, number: int) -> list[int]:
        if number not in self._known:
            of = self._index.words.of
            self._known[number] = [of(token.lemma_, token.lower_) for token in self.sentences[number]]
        return self._known[number]
