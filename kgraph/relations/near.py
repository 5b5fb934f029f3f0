"""Which wordings are worth trying on which words of a text, by the words that stand near."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from spacy.strings import StringStore
from spacy.tokens import Doc, Span, Token

from kgraph.propositions import Proposition, proposition
from kgraph.relations.index import Index, wordings_for
from kgraph.relations.paths import most_roles
from kgraph.relations.wording import Wording

__all__ = ["BACK", "SentenceWords", "Surroundings", "candidates"]

# Sentences that a role may lead back: "that claim" is somebody's of the one before, and "whose" there of another.
BACK = 2
_MAX_ROLES = 4  # of a path that is looked after; a longer one is tried wherever its trigger stands
_MAX_PAIRS = 50_000  # of a lemma and a form, whose words are kept: texts repeat theirs
_ANYTHING = frozenset({"*"})  # how a wording asks for any word
_WITH = "with"  # stands in every caption


def candidates(
    doc: Doc, index: Index, is_live: Callable[[Span], bool] | None = None
) -> Iterator[tuple[Proposition, list[Wording]]]:
    """Give the propositions on which wordings are to be tried, in text order, each with these wordings.

    Args:
        doc: the text, parsed.
        index: the wordings.
        is_live: tells whether a sentence may give anything; None takes all.
    """
    words = SentenceWords(doc)
    for number, sentence in enumerate(words.sentences):
        if is_live is not None and not is_live(sentence):
            continue
        around = Surroundings(words, number)
        for candidate in filter(None, map(proposition, words.triggers(number, index))):
            wordings = [each for each in wordings_for(candidate, index) if _is_possible(each, around)]
            if wordings:
                yield candidate, wordings


class Surroundings:
    """The words of a sentence and of those before, by how many roles a path has that can lead to them."""

    def __init__(self, words: "SentenceWords", number: int) -> None:
        """Stand at a sentence, given by its number."""
        self._words = words
        self._number = number
        self._found: dict[int, frozenset[str]] = {}

    def __getitem__(self, roles: int) -> frozenset[str]:
        """Give the words that a path of so many roles can lead to."""
        if roles not in self._found:
            first = max(0, self._number - BACK * roles)
            around = (self._words.of(number) for number in range(first, self._number + 1))
            self._found[roles] = _ANYTHING.union(*around)
        return self._found[roles]


class SentenceWords:
    """What the tokens of a text may be taken for, sentence by sentence, looked up where it is asked for."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed text."""
        self._doc = doc
        self.sentences = list(doc.sents)
        self._strings = doc.vocab.strings
        self._root = self._strings["ROOT"]
        self._rows: list[list[int]] = doc.to_array(["LEMMA", "LOWER", "DEP"]).tolist()
        self._known: dict[int, list[frozenset[str]]] = {}

    def of(self, number: int) -> frozenset[str]:
        """Give all words of a sentence."""
        return frozenset().union(*self._by_token(number))

    def triggers(self, number: int, index: Index) -> Iterator[Token]:
        """Give the tokens of a sentence that a wording may look for, and what may be a caption."""
        start, words = self.sentences[number].start, self._by_token(number)
        is_with = any(_WITH in each for each in words)
        for at, own in enumerate(words, start):
            if not own.isdisjoint(index.words) or (is_with and self._rows[at][2] == self._root):
                yield self._doc[at]

    def _by_token(self, number: int) -> list[frozenset[str]]:
        if number not in self._known:
            sentence = self.sentences[number]
            rows = self._rows[sentence.start : sentence.end]
            self._known[number] = [_words_of(self._strings, lemma, form) for lemma, form, _ in rows]
        return self._known[number]


@lru_cache(maxsize=_MAX_PAIRS)
def _words_of(strings: StringStore, lemma: int, form: int) -> frozenset[str]:
    """Give all words that a token may be taken for; the numbers are those of spaCy's strings."""
    whole = strings[lemma].lower()
    return frozenset((whole, *whole.split(), *strings[form].split()))


def _is_possible(wording: Wording, around: Surroundings) -> bool:
    """Tell whether the words that a wording asks for stand near at all, whatever they head."""
    for path, asked in wording.where.items():
        roles = most_roles(path)
        if roles <= _MAX_ROLES and asked.isdisjoint(around[roles]):
            return False
    return True
