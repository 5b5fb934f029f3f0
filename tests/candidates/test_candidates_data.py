"""Every row of the tables on shared names is sound, sorted and sourced."""

import pytest

from kgraph.candidates.homonyms import load_homonyms, load_shared_names
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.resources import DATA

GAZETTEER = Gazetteer.load()
TABLES = ("contexts.tsv", "homonyms.tsv", "shared_names.tsv")


def lines(table: str) -> list[list[str]]:
    text = (DATA / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")[1:]]


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_sourced_and_said_once(table: str) -> None:
    rows = lines(table)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert all(row[-1] for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_contexts_are_of_entries_and_once_each() -> None:
    ids = [row[0] for row in lines("contexts.tsv")]
    assert [id_ for id_ in ids if GAZETTEER.get(id_) is None] == []
    assert len(ids) == len(set(ids))


def test_shared_names_are_of_entries_and_borne_by_another() -> None:
    for key, bearers in load_shared_names().items():
        first = {entry.entity.id for entry in GAZETTEER.by_name(key)}
        assert first, key
        for id_, _ in bearers:
            assert GAZETTEER.get(id_) is not None, id_
            assert first - {id_}, f"{key} is the name of {id_} alone: it belongs to names.tsv"


def test_homonyms_bear_names_of_the_gazetteer_and_are_none_of_its_entries() -> None:
    homonyms = load_homonyms()
    assert [key for key in homonyms.by_name if not GAZETTEER.by_name(key)] == []
    assert [id_ for id_ in homonyms.by_id if GAZETTEER.get(id_) is not None] == []


def test_keys_are_folded() -> None:
    assert all(key == key_of(key) for key in load_shared_names())
