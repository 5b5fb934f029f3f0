"""Text whose marks all stand between blanks: a hyphen joins there, and a dash stays a dash."""

import pytest
import spacy

from kgraph.parse.rewriting.treebank import find_set_off_hyphens

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its two - year plan , he said , has failed .", 1),
        ("A state - of - the - art mill , he said .", 3),
        ("It is n't a stock - index fund .", 1),
        ("Its two - year plan, he said, has failed.", 0),
        ("The isle - claimed by Chad - is dry.", 0),
        ("The isle - the largest of five - is dry , he said .", 0),
        ("The isle - once Danish - is dry , he said .", 0),
        ("Its two-year plan , he said , has failed .", 0),
        ("A fund - ", 0),
        ("", 0),
    ],
)
def test_hyphens_join_only_where_all_marks_are_set_off(text: str, found: int) -> None:
    assert len(find_set_off_hyphens(BLANK.make_doc(text))) == found
