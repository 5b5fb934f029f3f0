"""The page's data as rows with a heading, and back."""

import json

import packed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.view.packing import pack

# Records as the page has them: lists of records within records, and lists of other things.
EVIDENCE = st.fixed_dictionaries({}, optional={"sentence": st.integers(), "marks": st.lists(st.integers())})
STATEMENT = st.fixed_dictionaries(
    {}, optional={"id": st.text(), "evidence": st.lists(EVIDENCE), "names": st.lists(st.text())}
)
CONTENT = st.fixed_dictionaries(
    {"title": st.text(), "statements": st.lists(STATEMENT)},
    optional={"drawing": st.fixed_dictionaries({"nodes": st.lists(EVIDENCE)})},
)


@given(CONTENT)
def test_what_is_packed_comes_back(content):
    assert packed.unpack(json.loads(json.dumps(pack(content)))) == content


def test_each_key_is_said_once():
    content = {"statements": [{"id": "a", "evidence": [{"sentence": 0}]}, {"evidence": [{"sentence": 1}]}]}
    assert pack(content) == {
        "headings": {"statements": ["id", "evidence"], "statements.evidence": ["sentence"]},
        "content": {"statements": [["a", [[0]]], [None, [[1]]]]},
    }


def test_lists_of_one_path_hold_records_or_other_things():
    with pytest.raises(ValueError, match=r"under each\.of"):
        pack({"each": [{"of": [{"key": 1}]}, {"of": [1, 2]}]})
