"""Which files of a folder are found, and in which order."""

import errno
import os

from kgraph.pipeline import LARGE_OUTPUTS, OUTPUTS, PARTS
from kgraph.reading import folder
from kgraph.reading.folder import BUILT, Entry, LinkNotFollowedError, find_files, walk


def make(top, *names):
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(b"")


def found(top):
    return [path.relative_to(top).as_posix() for path in find_files(top)]


def test_files_come_in_order_those_of_a_folder_before_those_below(tmp_path):
    make(tmp_path, "b/2.txt", "c.txt", "b/10.txt", "a/z/1.txt", "B.txt", "a/y.txt")
    assert found(tmp_path) == ["B.txt", "c.txt", "a/y.txt", "a/z/1.txt", "b/10.txt", "b/2.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    make(tmp_path, ".hidden", ".git/config", "a/.DS_Store", "a/1.txt")
    assert found(tmp_path) == ["a/1.txt"]


def test_what_kgraph_wrote_beside_articles_is_passed_over(tmp_path):
    make(
        tmp_path,
        "a.txt",
        "out/b.txt",
        "out/parts/" + "0a" * 16 + ".jsonl",
        "news.kg/kgraph.json",
        "news.kg/triples/1.log",
    )
    make(tmp_path, *(f"out/{name}" for name in BUILT - {"parts", "graph.kg"}), "out/graph.kg/kgraph.json")
    assert found(tmp_path) == ["a.txt", "out/b.txt"]
    assert found(tmp_path / "out") == ["b.txt"]
    assert set(BUILT) == {*OUTPUTS, *LARGE_OUTPUTS, PARTS}


def test_articles_of_the_same_names_are_read(tmp_path):
    make(tmp_path, "report.json", "graph.html", "parts/1.txt", "kgraph.json")
    assert found(tmp_path) == ["graph.html", "kgraph.json", "report.json", "parts/1.txt"]


def test_links_to_folders_do_not_go_in_circles(tmp_path):
    make(tmp_path, "a/1.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    path, link = find_files(tmp_path)
    assert path == tmp_path / "a" / "1.txt"
    assert isinstance(link, LinkNotFollowedError)
    assert link.filename == str(tmp_path / "a" / "again")


def test_a_link_to_itself_is_a_file_that_cannot_be_opened(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b").symlink_to(tmp_path / "c")
    (tmp_path / "c").symlink_to(tmp_path / "b")
    assert found(tmp_path) == ["a.txt", "b", "c"]


def test_a_folder_of_more_files_than_are_held_in_memory_has_the_same_order(tmp_path, monkeypatch):
    names = [f"{n}.txt" for n in range(30)] + [
        "é.txt",
        "\udce9.txt",
        "\U0001f5fa.txt",
        "ﬀ.txt",
        "x/1.txt",
        "b/1.txt",
    ]
    make(tmp_path, *names)
    in_memory = [str(path) for path in find_files(tmp_path)]
    monkeypatch.setattr(folder, "_IN_MEMORY", 5)
    assert [str(path) for path in find_files(tmp_path)] == in_memory
    assert len(in_memory) == len(names)


def test_a_deep_tree_is_read_to_its_end():
    """Deeper than functions may call one another."""
    depth = 5_000

    def scan(folder):
        return [Entry(len(folder) < depth, "d")]

    (path,) = walk("d", scan, lambda folder, name: folder + name)
    assert len(path) == depth + 1


def test_folder_that_may_not_be_listed_is_given_as_error(tmp_path, monkeypatch):
    make(tmp_path, "closed/1.txt", "open/1.txt")
    scan = os.scandir

    def refuse(path):  # root may list any folder
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    error, path = find_files(tmp_path)
    assert isinstance(error, PermissionError)
    assert error.filename == str(tmp_path / "closed")
    assert path == tmp_path / "open" / "1.txt"


def test_folder_that_is_gone_is_given_as_error(tmp_path):
    (error,) = find_files(tmp_path / "gone")
    assert isinstance(error, FileNotFoundError)
