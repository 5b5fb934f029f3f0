"""Repairs leave a tree."""

from kgraph.parse.repairs import mend
from kgraph.parse.rows import Row, is_tree


def test_object_is_not_hung_on_a_name_below_it() -> None:
    rows = [
        Row("took", True, 0, "ROOT", "VBD", "VERB", lemma="take"),
        Row("Ifni", False, 3, "compound", "NNP", "PROPN", lemma="Ifni"),
        Row(",", True, 3, "punct", ",", "PUNCT", lemma=","),
        Row("land", False, 0, "npadvmod", "NN", "NOUN", lemma="land"),
    ]
    mend(rows, [])
    assert [row.head for row in rows] == [0, 3, 3, 0]


def test_words_that_hang_on_each_other_make_no_tree() -> None:
    assert is_tree([Row("took", True, 0), Row("it", True, 0), Row("back", False, 1)])
    assert not is_tree([Row("took", True, 0), Row("it", True, 2), Row("back", False, 1)])
