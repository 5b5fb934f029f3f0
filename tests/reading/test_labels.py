"""Ids of documents made of the names of files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.file import find_path
from kgraph.reading.labels import Labels


def choose(labels, path, folder=None):
    """Give the label of a file of this machine, as the reader of sources does."""
    file = find_path(Path(path), "")
    size = 1 if folder is None else len(Path(path).relative_to(folder).parts)
    return labels.choose(file.parts, size=size)


@pytest.mark.parametrize(
    ("path", "folder", "label"),
    [
        pytest.param("news/2019/a.txt", "news", "2019/a.txt", id="in-a-folder"),
        pytest.param("/home/ana/news/a.txt", "/home/ana/news", "a.txt", id="in-an-absolute-folder"),
        pytest.param("a.txt", ".", "a.txt", id="in-the-current-folder"),
        pytest.param("news/a.txt", None, "a.txt", id="relative"),
        pytest.param("./news//a.txt", None, "a.txt", id="untidy"),
        pytest.param("../news/a.txt", None, "a.txt", id="from-above"),
        pytest.param("/home/ana/news/a.txt", None, "a.txt", id="absolute"),
    ],
)
def test_label_is_short_and_of_no_machine(path, folder, label):
    assert choose(Labels(), path, folder) == label


def test_equal_names_get_folders_before_them():
    labels = Labels()
    assert choose(labels, "/data/2019/may/a.txt") == "a.txt"
    assert choose(labels, "/data/2020/may/a.txt") == "may/a.txt"
    assert choose(labels, "/data/2021/may/a.txt") == "2021/may/a.txt"


def test_the_same_file_keeps_its_label():
    labels = Labels()
    assert choose(labels, "/data/a.txt") == choose(labels, "/data/../data/a.txt") == "a.txt"


def test_name_that_is_not_utf8_can_be_written():
    label = choose(Labels(), "/data/caf\udce9.txt")
    assert label == "caf\\udce9.txt"


NAMES = st.sampled_from(["a", "b", "c"])


@given(st.lists(st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: Path("/", *parts)), unique=True))
def test_no_two_files_share_a_label(paths):
    labels = Labels()
    assert len({choose(labels, path) for path in paths}) == len(paths)
