"""Which files of a folder are found, and in which order."""

import os

import pytest

from kgraph.reading.folder import find_files


def make(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def found(folder):
    return [path.relative_to(folder).as_posix() for path in find_files(folder)]


def test_files_come_in_order_those_of_a_folder_before_those_below(tmp_path):
    make(tmp_path, "b/2.txt", "c.txt", "b/10.txt", "a/z/1.txt", "B.txt", "a/y.txt")
    assert found(tmp_path) == ["B.txt", "c.txt", "a/y.txt", "a/z/1.txt", "b/10.txt", "b/2.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    make(tmp_path, ".hidden", ".git/config", "a/.DS_Store", "a/1.txt")
    assert found(tmp_path) == ["a/1.txt"]


def test_links_to_folders_do_not_go_in_circles(tmp_path):
    make(tmp_path, "a/1.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a/1.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list any folder")
def test_folder_that_may_not_be_listed_is_given_as_error(tmp_path):
    make(tmp_path, "closed/1.txt", "open/1.txt")
    (tmp_path / "closed").chmod(0)
    try:
        error, path = find_files(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o755)
    assert isinstance(error, PermissionError)
    assert path == tmp_path / "open" / "1.txt"


def test_folder_that_is_gone_is_given_as_error(tmp_path):
    (error,) = find_files(tmp_path / "gone")
    assert isinstance(error, FileNotFoundError)
