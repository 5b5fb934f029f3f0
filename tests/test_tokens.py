"""A parse as plain objects says what spaCy says of the same parse."""

import weakref

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from parses import from_spacy, parse
from spacy.tokens import Doc as SpacyDoc

from kgraph.tokens import Doc, Token, Words

VOCAB = spacy.blank("en").vocab
WORDS = ("Japan", "claims", "1945", "2,000", "—", "’s", "U.S.", "ninth", "\n", "İzmir", "12345", "don't", "(")


@st.composite
def trees(draw: st.DrawFn) -> SpacyDoc:
    """Any tree over some words, lines crossing or not, and any names."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    above = [
        draw(st.integers(0, at)) for at in range(size)
    ]  # of each that is put in, one that was put in before
    heads = [0] * size
    for at, word in enumerate(order):
        heads[word] = order[above[at]]
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    spaces = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    labels = ["ROOT" if head == at else "dep" for at, head in enumerate(heads)]
    doc = SpacyDoc(VOCAB, words=words, spaces=spaces, heads=heads, deps=labels)
    bounds = sorted(draw(st.sets(st.integers(0, size), max_size=4)))
    doc.set_ents(
        [
            doc.char_span(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), "GPE")
            for a, b in zip(bounds[::2], bounds[1::2], strict=False)
        ]
    )
    return doc


def places(tokens: object) -> list[int]:
    return [token.i for token in tokens]  # type: ignore[attr-defined]  # of either sort


@given(trees())
def test_words_know_what_spacys_know(theirs: SpacyDoc) -> None:
    ours = from_spacy(theirs)
    assert ours.text == theirs.text
    for one, other in zip(ours, theirs, strict=True):
        assert (one.idx, one.head.i, one.lower_) == (other.idx, other.head.i, other.lower_)
        for related in ("children", "lefts", "rights", "ancestors"):
            assert places(getattr(one, related)) == places(getattr(other, related))
        assert sorted(places(one.subtree)) == sorted(places(other.subtree))
        assert [one.is_ancestor(each) for each in ours] == [other.is_ancestor(each) for each in theirs]


@given(trees())
def test_edges_are_the_first_and_the_last_of_what_hangs_below(theirs: SpacyDoc) -> None:
    for token in from_spacy(theirs):
        below = places(token.subtree)
        assert (token.left_edge.i, token.right_edge.i) == (min(below), max(below))


@given(trees())
def test_sentences_cover_the_text_and_each_root_begins_one(theirs: SpacyDoc) -> None:
    doc = from_spacy(theirs)
    assert [token.i for sentence in doc.sents for token in sentence] == list(range(len(doc)))
    assert {s.start for s in doc.sents} == {0, *(t.left_edge.i for t in doc if t.dep_ == "ROOT")}
    assert all(token.sent in doc.sents and token in list(token.sent) for token in doc)


@given(trees())
def test_names_are_those_of_spacy(theirs: SpacyDoc) -> None:
    found = [(name.start, name.end, name.label_) for name in from_spacy(theirs).ents]
    assert found == [(name.start, name.end, name.label_) for name in theirs.ents]


@given(trees(), st.integers(-2, 40), st.integers(1, 20), st.sampled_from(["strict", "expand"]))
def test_stretches_of_text_are_the_words_that_spacy_gives(
    theirs: SpacyDoc, start: int, size: int, mode: str
) -> None:
    end = start + size
    ours = from_spacy(theirs).char_span(start, end, alignment_mode=mode)  # type: ignore[arg-type]
    other = theirs.char_span(start, end, alignment_mode=mode)
    if other is None or len(other) == 0:
        assert ours is None
    else:
        assert ours is not None
        assert (ours.start, ours.end, ours.text) == (other.start, other.end, other.text)
        assert (ours.start_char, ours.end_char, ours.root.i) == (
            other.start_char,
            other.end_char,
            other.root.i,
        )


@pytest.mark.parametrize("word", WORDS)
def test_letters_are_what_spacy_sees(word: str) -> None:
    (theirs,) = SpacyDoc(VOCAB, words=[word])
    ours = Token(word, "", "", "", "", "")
    for asked in ("is_alpha", "is_lower", "is_punct", "is_space", "is_title", "like_num", "shape_"):
        assert getattr(ours, asked) == getattr(theirs, asked), asked


CLAIM = """
    Japan NNP nsubj claims
    claims/claim VBZ ROOT claims
    the DT det islands
    islands/island NNS dobj claims
"""


def test_places_count_from_either_end_and_stop_there() -> None:
    doc = parse(CLAIM)
    assert (doc[-1].text, doc[1:3].text, doc[2:][1].text, doc[1:][:2].text) == (
        "islands",
        "claims the",
        "islands",
        "claims the",
    )
    assert (doc[1].nbor().text, doc[1].nbor(-1).text) == ("the", "Japan")
    for word, by in ((doc[0], -1), (doc[3], 1)):
        with pytest.raises(IndexError):
            word.nbor(by)


def test_no_step_leaves_words_out_or_turns_them_round() -> None:
    doc = parse(CLAIM)
    for taken in (doc, doc[1:]):
        for step in (2, -1):
            with pytest.raises(ValueError, match="steps"):
                taken[::step]
    assert [token.text for token in reversed(doc[1:3])] == ["the", "claims"]


def test_root_of_several_is_the_nearest_to_that_of_the_sentence_then_the_first() -> None:
    doc = parse(CLAIM)
    assert [doc[a:b].root.text for a, b in ((0, 4), (2, 4), (0, 1))] == ["claims", "islands", "Japan"]
    below = parse("the DT det isles\nbig JJ amod isles\nisles/isle NNS ROOT isles")
    assert below[:2].root.text == "the"
    marked = parse("— : punct isles\nbig JJ amod isles\nisles/isle NNS ROOT isles")
    assert marked[:2].root.text == "big"


class Seen(Token):
    """A word of which one can see when it is gone."""


def test_words_taken_apart_are_gone_at_once() -> None:
    words = [
        Seen(text, " ", text, "NNP", "PROPN", "dep", "GPE", begins_name=True) for text in ("Aksai", "Chin")
    ]
    doc, seen = Doc(words, [1, 1]), [weakref.ref(word) for word in words]
    assert len(doc.ents) == 2
    del words
    doc.take_apart()
    assert [word() for word in seen] == [None, None]
    assert (len(doc), doc.sents, doc.ents) == (0, (), ())


def test_words_of_one_stretch_are_one() -> None:
    doc = parse(CLAIM)
    assert doc[1:3] == Words(doc, 1, 3)
    assert len({doc[1:3], doc[1:3], doc[1:4], Words(doc, 1, 3, "GPE")}) == 3
    assert doc[1:3] != parse(CLAIM)[1:3]


def test_text_without_words_has_no_sentence() -> None:
    doc = Doc((), ())
    assert (doc.text, doc.sents, doc.ents, len(doc)) == ("", (), (), 0)
    assert (doc[:].text, doc.char_span(0, 1)) == ("", None)
