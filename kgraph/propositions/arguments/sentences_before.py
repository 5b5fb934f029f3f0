"""What a text has said before a word."""

from collections.abc import Iterator
from itertools import islice

from kgraph.tokens import Token, Words

__all__ = ["same_before", "sentence_before", "sentences_back", "start_of_sentences_back"]


def sentence_before(token: Token) -> Words:
    """Give the sentence before that of a word; the first has none but itself."""
    before: Words = token.doc[max(0, token.sent.start - 1)].sent
    return before


def sentences_back(token: Token) -> Iterator[Words]:
    """Walk back from the sentence of a word, which comes first, to that with which the text begins."""
    sentence: Words = token.sent
    yield sentence
    while sentence.start > 0:
        sentence = token.doc[sentence.start - 1].sent
        yield sentence


def start_of_sentences_back(token: Token, sentences: int) -> int:
    """Give the first token of the earliest of so many sentences, of which a word's own is the last."""
    *_, earliest = islice(sentences_back(token), sentences)
    return earliest.start


def same_before(noun: Token, reach: int) -> Iterator[Token]:
    """Walk back over the words with the lemma and tag of a noun, from its phrase to so many tokens before it."""
    before = noun.doc[max(0, noun.i - reach) : noun.left_edge.i]
    return (t for t in reversed(before) if t.lemma_ == noun.lemma_ and t.tag_ == noun.tag_)
