"""A file with very many complaints."""

import pytest

from kgraph.reading import Rejection, complaints
from kgraph.reading.complaints import Complaints


@pytest.fixture
def tell(monkeypatch):
    """Give a function that hands complaints on, of each file two by name."""
    monkeypatch.setattr(complaints, "MOST_NAMED", 2)

    def hand_on(*given):
        told = []
        collected = Complaints(told.append)
        for complaint in given:
            collected.add(complaint)
        collected.sum_up()
        return told

    return hand_on


def wrong(where, *, line=1, fatal=True, count=1):
    return Rejection(where=where, line=line, reason="wrong", fatal=fatal, count=count)


def test_as_many_as_are_named_come_as_they_are(tell):
    given = [wrong("a"), wrong("a", fatal=False), wrong("b"), wrong("b")]
    assert tell(*given) == given
    assert tell() == []


def test_beyond_them_one_line_a_file_counts_the_others(tell):
    given = [*[wrong("a")] * 5, wrong("a", count=7), *[wrong("a", fatal=False)] * 2, wrong("b"), wrong("a")]
    told = tell(*given)
    assert [str(complaint) for complaint in told] == [
        "a:1: wrong",
        "a:1: wrong",
        "a: beside the 2 complaints named so far, 10 inputs are left out and 2 are read with a doubt",
        "b:1: wrong",
        "a:1: wrong",
    ]
    assert sum(c.count for c in told if c.fatal) == sum(c.count for c in given if c.fatal)


def test_what_is_wrong_with_the_file_as_a_whole_is_always_named(tell):
    whole = wrong("a", line=None)
    assert whole in tell(*[wrong("a")] * 5, whole)


def test_doubts_alone_leave_nothing_out(tell):
    *_, last = tell(*[wrong("a", fatal=False)] * 4)
    assert (last.fatal, last.reason) == (
        False,
        "beside the 2 complaints named so far, 2 are read with a doubt",
    )


def test_a_file_of_wrong_lines_is_accounted_for_in_full(read_bytes):
    documents, rejections = read_bytes("a.jsonl", b"nothing\n" * 3_000 + b'{"text": "Japan claims it."}\n')
    assert len(documents) == 1
    assert (len(rejections), sum(r.count for r in rejections)) == (1_001, 3_000)
