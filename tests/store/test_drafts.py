"""Drafts of stores: what a killed load left over is swept, however far it had come; what is being filled stays."""

from pathlib import Path

import pytest

from kgraph.store.making import LOADING, drafting, put_in_place, sweep_abandoned

pytest.importorskip("fcntl", reason="drafts are held by locks that Windows has not")


@pytest.mark.parametrize("content", [(), ("triples",), ("triples", "LOCK")])
def test_draft_that_nobody_holds_is_swept(content: tuple[str, ...], tmp_path: Path) -> None:
    draft = tmp_path / f".kgraph-0123{LOADING}"
    draft.joinpath(*content[:1]).mkdir(parents=True)
    if len(content) > 1:
        draft.joinpath(*content).touch()
    sweep_abandoned(tmp_path / "news.kg")
    assert not draft.exists()


def test_draft_that_is_being_filled_is_not_swept(tmp_path: Path) -> None:
    with drafting(tmp_path / "news.kg", LOADING) as draft:
        sweep_abandoned(tmp_path / "news.kg")
        assert draft.exists()
    assert not draft.exists()


def test_store_that_a_draft_became_is_not_swept(tmp_path: Path) -> None:
    for _ in range(2):  # the second takes the place of the first
        with drafting(tmp_path / "news.kg", LOADING) as draft:
            put_in_place(draft, tmp_path / "news.kg")
            sweep_abandoned(tmp_path / "news.kg")
    assert [path.name for path in tmp_path.iterdir()] == ["news.kg"]
