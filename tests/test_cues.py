"""The closed word lists: read once, checked whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph import cues
from kgraph.cues import Cues, load_cues
from kgraph.errors import DataError
from kgraph.resources import DATA


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with the shipped lists, to be spoilt by a test."""
    text = (DATA / "cues.toml").read_text(encoding="utf-8")
    (tmp_path / "cues.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(cues, "DATA", tmp_path)
    load_cues.cache_clear()
    yield tmp_path
    load_cues.cache_clear()


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / "cues.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_list_is_filled() -> None:
    lists = load_cues()
    assert [name for name in Cues.__slots__ if not getattr(lists, name)] == []


def test_every_word_is_in_lower_case_and_without_space_around() -> None:
    lists = load_cues()
    words = {word for name in Cues.__slots__ for word in getattr(lists, name)}
    assert [word for word in sorted(words) if word != word.strip().lower()] == []


def test_lists_are_read_once() -> None:
    assert load_cues() is load_cues()


def test_copy_of_the_lists_reads_the_same(folder: Path) -> None:
    assert load_cues().negation_words >= {"not", "never"}


def test_missing_list_is_named(folder: Path) -> None:
    spoil(folder, "\nwords = ", "\nwrods = ")
    with pytest.raises(DataError, match=r"cues\.toml: .*negation_words, negation_wrods"):
        load_cues()


def test_broken_file_is_named_with_the_line(folder: Path) -> None:
    spoil(folder, "[negation]", "[negation")
    with pytest.raises(DataError, match=r"cues\.toml: .*line \d+"):
        load_cues()
