"""Repairs leave a tree, and mend what they are for."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity
from kgraph.parse.repairs import mend
from kgraph.parse.repairs.grounds import hang_ground
from kgraph.parse.rows import Row, climb, is_tree


def test_object_is_not_hung_on_a_name_below_it() -> None:
    rows = [
        Row("took", True, 0, "ROOT", "VBD", "VERB", lemma="take"),
        Row("Ifni", False, 3, "compound", "NNP", "PROPN", lemma="Ifni"),
        Row(",", True, 3, "punct", ",", "PUNCT", lemma=","),
        Row("land", False, 0, "npadvmod", "NN", "NOUN", lemma="land"),
    ]
    mend(rows, [])
    assert [row.head for row in rows] == [0, 3, 3, 0]


def test_town_whose_preposition_ends_the_sentence_is_left_alone() -> None:
    rows = [
        Row("Oslo", True, 5, "pobj", "NNP", "PROPN", lemma="Oslo"),
        Row("between", True, 0, "prep", "IN", "ADP", lemma="between"),
        Row("them", True, 1, "pobj", "PRP", "PRON", lemma="they"),
        Row("they", True, 4, "nsubj", "PRP", "PRON", lemma="they"),
        Row("met", True, 4, "ROOT", "VBD", "VERB", lemma="meet"),
        Row("in", False, 4, "prep", "IN", "ADP", lemma="in"),
    ]
    mend(rows, [])
    assert rows[1].head == 0


def test_who_is_suspected_acts_in_the_clause_that_is_said() -> None:
    rows = [
        Row("Officials", True, 1, "nsubj", "NNS", "NOUN", lemma="official"),
        Row("say", True, 1, "ROOT", "VBP", "VERB", lemma="say"),
        Row("suspected", True, 1, "xcomp", "VBN", "VERB", lemma="suspect"),
        Row("rebels", True, 4, "nsubj", "NNS", "NOUN", lemma="rebel"),
        Row("fled", False, 2, "ccomp", "VBD", "VERB", lemma="flee"),
    ]
    mend(rows, [])
    assert [row.head for row in rows] == [1, 1, 3, 4, 1]
    assert (rows[2].label, rows[4].label) == ("amod", "ccomp")


def test_climb_from_words_that_hang_on_each_other_ends() -> None:
    rows = [
        Row("Peru", True, 1, "nsubj", "NNP", "PROPN", lemma="Peru"),
        Row("ended", True, 1, "ROOT", "VBD", "VERB", lemma="end"),
        Row("of", True, 3, "prep", "IN", "ADP", lemma="of"),
        Row("talks", True, 2, "pobj", "NNS", "NOUN", lemma="talk"),
        Row("after", False, 3, "prep", "IN", "ADP", lemma="after"),
    ]
    hang_ground.mend(rows, 4)
    assert [row.head for row in rows] == [1, 1, 3, 2, 3]


def test_words_that_hang_on_each_other_make_no_tree() -> None:
    assert is_tree([Row("took", True, 0), Row("it", True, 0), Row("back", False, 1)])
    assert not is_tree([Row("took", True, 0), Row("it", True, 2), Row("back", False, 1)])


def test_climb_ends_at_a_root_at_a_word_that_stops_it_and_in_a_circle() -> None:
    tree = [Row("took", True, 0), Row("it", True, 0), Row("back", True, 1), Row("home", False, 2)]
    assert climb(tree, 3, lambda row: True) == 0
    assert climb(tree, 3, lambda row: row.text != "it") == 1
    assert climb([Row("it", True, 1), Row("back", False, 0)], 0, lambda row: True) in {0, 1}


@pytest.mark.model
def test_who_is_set_against_another_is_denied_what_that_one_does(extractor: Extractor) -> None:
    texts = {
        "China, Vietnam and Malaysia, not Laos, claim the Spratly Islands.": {
            ("China", "claims", True),
            ("Vietnam", "claims", True),
            ("Malaysia", "claims", True),
            ("Laos", "claims", False),
        },
        "Crimea, not a part of Russia, was shelled.": set(),
    }
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    read = [
        {(a.subject.label, a.predicate, a.polarity is Polarity.POSITIVE) for a in reading.assertions}
        for reading in extractor.read(documents)
    ]
    assert read == list(texts.values())
