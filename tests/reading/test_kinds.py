"""The kinds of files: one list, which what the user reads goes by."""

import re

import pytest

from kgraph.cli.articles import build
from kgraph.pipeline import NOTHING_READ
from kgraph.reading import SUFFIXES
from kgraph.reading.kinds import find_suffix


def test_the_help_of_build_names_each_part_of_each_suffix():
    parts = {part for suffix in SUFFIXES for part in re.findall(r"\.\w+", suffix)}
    assert parts <= set(re.findall(r"\.\w+", build.help))


def test_what_is_said_where_nothing_was_read_names_each_suffix():
    assert set(SUFFIXES) <= set(NOTHING_READ.split()) | {word.rstrip(",") for word in NOTHING_READ.split()}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.jsonl", ".jsonl"),
        ("A.JSONL.GZ", ".jsonl.gz"),
        ("2024.05.warc.gz", ".warc.gz"),
        ("a.json.txt", ".txt"),
        ("a.txt.gz", None),
        ("a.gz", None),
        ("parquet", None),
        ("", None),
    ],
)
def test_the_end_of_the_name_tells_the_kind(name, suffix):
    assert find_suffix(name) == suffix
