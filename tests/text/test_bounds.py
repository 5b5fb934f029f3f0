"""What is bounded: the tokens of a sentence, the characters of a word, what is parsed at a time."""

import pytest
import spacy
from spacy.tokens import Doc

from kgraph.model import Document, Mention
from kgraph.parse import parse_parts
from kgraph.text.bounds import (
    MAX_SENTENCE_TOKENS,
    MAX_WORD_CHARACTERS,
    bounded_tree,
    split_words,
    start_pieces,
)
from kgraph.tokens import Doc as ParsedDoc
from kgraph.tokens import Token

NLP = spacy.blank("en")


def starts(words: list[str]) -> list[int]:
    """Give where `start_pieces` begins a sentence."""
    doc = start_pieces(Doc(NLP.vocab, words=words))
    return [token.i for token in doc if token.i and token.is_sent_start]


def test_stretch_of_usual_length_stays_whole() -> None:
    assert starts(["word"] * MAX_SENTENCE_TOKENS) == []
    assert starts((["word"] * 150 + ["."]) * 3) == []


def test_long_stretch_is_cut_at_the_bound() -> None:
    bound = MAX_SENTENCE_TOKENS
    assert starts(["word"] * (2 * bound + 1)) == [bound, 2 * bound]


def test_long_stretch_is_cut_behind_a_comma_where_there_is_one() -> None:
    words = ["word"] * (MAX_SENTENCE_TOKENS + 50)
    words[MAX_SENTENCE_TOKENS - 20] = ","
    assert starts(words) == [MAX_SENTENCE_TOKENS - 19]


def tree(labels: list[str], heads: list[int]) -> ParsedDoc:
    """Make a parse of nothing but labels and heads."""
    return ParsedDoc([Token("word", " ", "word", "NN", "NOUN", label) for label in labels], heads)


def test_tree_of_a_long_sentence_falls_into_pieces_of_one_root_each() -> None:
    size = 2 * MAX_SENTENCE_TOKENS + 10
    heads, labels = bounded_tree(tree(["ROOT", *["conj"] * (size - 1)], [0, *range(size - 1)]))
    roots = [i for i in range(size) if heads[i] == i]
    assert roots == [0, MAX_SENTENCE_TOKENS, 2 * MAX_SENTENCE_TOKENS]
    assert [labels[i] for i in roots] == ["ROOT"] * 3
    assert max(map(len, tree(labels, heads).sents)) == MAX_SENTENCE_TOKENS


def test_tree_of_usual_sentences_stays_as_it_is() -> None:
    assert bounded_tree(tree(["nsubj", "ROOT", "punct"], [1, 1, 1])) == (
        [1, 1, 1],
        ["nsubj", "ROOT", "punct"],
    )


@pytest.mark.parametrize(
    "text", ["", "Japan left.", "(" * 3000, "x" * 3001 + " left", "Japan " + "[" * 1200 + " left"]
)
def test_words_put_together_are_the_text(text: str) -> None:
    doc = split_words(NLP, text)
    assert doc.text == text
    assert max((len(token) for token in doc), default=0) <= MAX_WORD_CHARACTERS


def test_parts_of_a_long_text_are_parsed_as_they_are_asked_for() -> None:
    asked: list[int] = []

    def find(_: Document, text: str) -> tuple[Mention, ...]:
        asked.append(len(text))
        return ()

    document = Document(id="long", text="Representatives deliberated.\n" * 12_500)
    parts = parse_parts([document], NLP, find)
    assert next(parts).offset == 0
    assert len(asked) <= 2
    assert [part.offset > 0 for part in parts] == [True] * (len(asked) - 1)
