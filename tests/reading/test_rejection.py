"""Complaints: one line each, whatever they speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading import Rejection


@pytest.mark.parametrize(("line", "shown"), [(None, "a.jsonl: it is empty"), (3, "a.jsonl:3: it is empty")])
def test_place_comes_first(line, shown):
    assert str(Rejection(where="a.jsonl", line=line, reason="it is empty")) == shown


def test_hostile_name_forges_no_second_line():
    shown = str(Rejection(where="a\nb.txt: fine\u202e\x1b[31m\udce9", reason="it is empty"))
    assert shown == "a�b.txt: fine��[31m�: it is empty"


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_complaint_is_one_line_that_can_be_printed(where, reason):
    shown = str(Rejection(where=where, line=1, reason=reason))
    assert len(shown.splitlines()) == 1
    assert shown.encode("utf-8")
