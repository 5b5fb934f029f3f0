"""The model run over many texts: each read as if alone, and as the plain pipeline reads it."""

import random

import numpy as np
import pytest
import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc

from kgraph.extraction import Extractor
from kgraph.parse.network.analysed import Analysed
from kgraph.parse.network.analysis import BLOCK, Analyst, analyst_of, index_lemmas, take_fast_products

TEXTS = [
    "Japan claims the islands off Hokkaido.",
    "There are all sorts of claims, and they're gonna stay.",
    "  Let's see what 3 Greek ministers got.\n",
    "Nothin' was said on Monday by Mr. Abe, who'd left Tokyo.",
    "The Philippines took China to court in 2013!",
    "Ain't y'all going? C'mon.",
    "Kunashir",
    "",
]


def plain(nlp: spacy.Language, text: str) -> list[Analysed]:
    return [
        Analysed(
            text=t.text,
            head=t.head.i,
            label=t.dep_,
            tag=t.tag_,
            part_of_speech=t.pos_,
            morph=str(t.morph),
            lemma=t.lemma_,
            starts=bool(t.is_sent_start),
        )
        for t in nlp(text)
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_the_plain_pipeline(extractor: Extractor, text: str) -> None:
    nlp = extractor.nlp
    for _ in range(2):  # the second time from what was looked up
        (found,) = analyst_of(nlp).parse([nlp.make_doc(text)])
        assert found == plain(nlp, text)


def test_text_is_read_the_same_whatever_is_read_with_it(extractor: Extractor) -> None:
    nlp, texts = extractor.nlp, TEXTS * 20
    random.Random(7).shuffle(texts)
    together = list(analyst_of(nlp).parse([nlp.make_doc(text) for text in texts]))
    for text, found in zip(texts[: len(TEXTS) * 2], together, strict=False):
        assert [found] == list(analyst_of(nlp).parse([nlp.make_doc(text)]))


def test_names_are_those_of_the_plain_pipeline(extractor: Extractor) -> None:
    nlp, texts = extractor.nlp, [text for text in TEXTS if text]
    alone = analyst_of(nlp).find_names([nlp.make_doc(text) for text in texts])
    for text, names in zip(texts, alone, strict=True):
        assert names == [(token.ent_type_, token.ent_iob_ == "B") for token in nlp(text)]


def test_pipeline_without_a_model_says_nothing_of_words() -> None:
    nlp = spacy.blank("en")
    (found,) = Analyst(nlp).parse([nlp.make_doc("Japan left.")])
    assert [(word.text, word.label) for word in found] == [("Japan", ""), ("left", ""), (".", "")]
    assert list(Analyst(nlp).find_names([nlp.make_doc("Japan left.")])) == [[("", False)] * 3]


@pytest.mark.parametrize("rows", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 5])
def test_row_of_a_product_does_not_hang_on_the_other_rows(extractor: Extractor, rows: int) -> None:
    ops = extractor.nlp.get_pipe("tok2vec").model.ops
    numbers = np.random.default_rng(3)
    x, y = numbers.random((rows, 96), dtype="f"), numbers.random((64, 96), dtype="f")
    product = ops.gemm(x, y, trans2=True)
    assert np.allclose(product, x @ y.T, rtol=1e-4)
    for row in range(0, rows, 50):
        assert np.array_equal(ops.gemm(x[row : row + 1], y, trans2=True)[0], product[row])


def test_products_into_a_given_matrix_and_of_turned_ones(extractor: Extractor) -> None:
    ops = extractor.nlp.get_pipe("tok2vec").model.ops
    x, y = np.arange(6, dtype="f").reshape(2, 3), np.arange(12, dtype="f").reshape(3, 4)
    out = np.empty((2, 4), dtype="f")
    assert ops.gemm(x, y, out=out) is out
    assert np.array_equal(out, x @ y)
    assert np.array_equal(ops.gemm(x.T.copy(), y, trans1=True), x @ y)


def test_products_are_taken_from_numpy_in_every_component(extractor: Extractor) -> None:
    take_fast_products(extractor.nlp)  # a second time changes nothing
    kinds = {
        type(node.ops).__name__
        for _, p in extractor.nlp.pipeline
        for node in getattr(getattr(p, "model", None), "walk", list)()
    }
    assert kinds == {"_BlockOps"}


def test_indexed_lemmas_are_those_of_the_list_and_can_be_saved() -> None:
    nlp = spacy.blank("en")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    rules = {"noun": [["ses", "s"], ["es", "e"], ["s", ""]]}
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_index", {"noun": ["gas", "gase", "treaty", "island"]})
    lookups.add_table("lemma_exc", {"noun": {"treaties": ["treaty"]}})
    lemmatizer.initialize(lookups=lookups)

    def lemmas() -> list[str]:
        words = ["gases", "treaties", "islands", "atolls"]
        lemmatizer.cache.clear()
        return [token.lemma_ for token in lemmatizer(Doc(nlp.vocab, words, pos=["NOUN"] * len(words)))]

    before = lemmas()
    assert before == ["gase", "treaty", "island", "atoll"]
    index_lemmas(nlp)
    assert lemmas() == before
    assert spacy.blank("en").add_pipe("lemmatizer", config={"mode": "rule"}).from_bytes(lemmatizer.to_bytes())
