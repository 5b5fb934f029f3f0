"""Files written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.files import replacing


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def write_half(stream, interruption):
    stream.write("half")
    raise interruption


def test_file_is_written_in_utf8_with_plain_line_ends(tmp_path):
    with replacing(tmp_path / "a.txt") as stream:
        stream.write("北方領土\nsecond\n")
    assert (tmp_path / "a.txt").read_bytes() == "北方領土\nsecond\n".encode()
    assert names(tmp_path) == ["a.txt"]


def test_old_file_stays_until_the_end(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with replacing(path) as stream:
        stream.write("new")
        stream.flush()
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, ValueError, GeneratorExit])
@pytest.mark.parametrize("existed", [True, False])
def test_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path, interruption, existed):
    path = tmp_path / "a.txt"
    if existed:
        path.write_text("old", encoding="utf-8")
    with pytest.raises(interruption), replacing(path) as stream:
        write_half(stream, interruption)
    assert names(tmp_path) == ["a.txt"] * existed
    assert not existed or path.read_text(encoding="utf-8") == "old"


def test_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), replacing(path) as stream:
        stream.write("\ud800")
    assert (names(tmp_path), path.read_text(encoding="utf-8")) == (["a.txt"], "old")


def test_missing_folder_is_one_line(tmp_path):
    path = tmp_path / "no" / "a.txt"
    with pytest.raises(KgraphError) as caught, replacing(path):
        pytest.fail("nothing is to be written")
    assert (
        str(caught.value) == f"{path}: cannot be written: the folder {path.parent} is missing; make it first"
    )


def test_folder_in_place_of_the_file_is_one_line(tmp_path):
    with pytest.raises(KgraphError, match="no ordinary file; give the name of a file"), replacing(tmp_path):
        pytest.fail("nothing is to be written")


def test_file_in_place_of_the_folder_is_one_line(tmp_path):
    (tmp_path / "a").write_text("old", encoding="utf-8")
    with (
        pytest.raises(KgraphError, match="cannot be written: Not a directory"),
        replacing(tmp_path / "a" / "b"),
    ):
        pytest.fail("nothing is to be written")


def test_device_is_not_replaced():
    with pytest.raises(KgraphError, match="no ordinary file"), replacing(Path(os.devnull)):
        pytest.fail("nothing is to be written")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_not_be_written_is_one_line(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(KgraphError, match="Permission denied"), replacing(tmp_path / "a.txt"):
            pytest.fail("nothing is to be written")
    finally:
        tmp_path.chmod(0o700)


def test_full_disk_is_one_line_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KgraphError) as caught, replacing(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert str(caught.value) == f"{path}: cannot be written: No space left on device"
    assert (names(tmp_path), path.read_text(encoding="utf-8")) == (["a.txt"], "old")


def test_error_of_another_file_within_the_block_is_not_blamed_on_this_one(tmp_path):
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.txt"):
        (tmp_path / "other.txt").read_text(encoding="utf-8")
    assert names(tmp_path) == []


def test_link_stays_a_link(tmp_path):
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("a.txt")
    with replacing(tmp_path / "link.txt") as stream:
        stream.write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "new"


def test_longest_file_names_are_written(tmp_path):
    with replacing(tmp_path / ("x" * 250 + ".txt")) as stream:
        stream.write("new")
    assert len(names(tmp_path)) == 1


def test_new_file_has_the_usual_permissions(tmp_path):
    (tmp_path / "usual.txt").touch()
    with replacing(tmp_path / "a.txt"):
        pass
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode
