"""Durations: what lasts so long from a day on is over by then, as precisely as its words allow."""

import pytest

from kgraph.propositions.times import add_duration


@pytest.mark.parametrize(
    ("start", "words", "interval"),
    [
        ("1982-04-02", "ten weeks", "1982-04-02/1982-06"),
        ("1921-03-01", "3 days", "1921-03-01/1921-03-04"),
        ("1990-08", "seven months", "1990-08/1991-03"),
        ("1990-12-31", "a month", "1990-12-31/1991-01"),
        ("1893", "ten years", "1893/1903"),
        ("1885-04", "two years", "1885-04/1887"),
        ("1982", "ten weeks", None),
        ("1990", "seven months", None),
        ("1954/", "ten years", None),
        ("1893", "about ten years", None),
        ("1893", "decades", None),
        ("1893", "the first time", None),
    ],
)
def test_a_duration_sets_an_end_no_finer_than_its_unit_and_its_start(
    start: str, words: str, interval: str | None
) -> None:
    assert add_duration(start, words) == interval
