"""Every row of the gazetteer's tables is sound, sorted and sourced."""

from collections import Counter
from dataclasses import replace

import pytest

from kgraph.gazetteer import Gazetteer, read_knowledge
from kgraph.gazetteer.read import table_files
from kgraph.model import EntityKind
from kgraph.resources import DATA

KNOWLEDGE = read_knowledge()
ENTRIES = KNOWLEDGE.entries
GAZETTEER = Gazetteer(KNOWLEDGE)
TABLES = [
    path.relative_to(DATA).as_posix()
    for table in ("states", "territories", "bodies", "names", "seats", "lookalikes")
    for path in table_files(DATA, table)
]
PRESENT = [e for e in ENTRIES.values() if e.entity.kind is EntityKind.STATE and e.kind != "historical"]
# Their own name serves as the adjective ("New Zealand troops"), or the adjective is another's too.
WITHOUT_ADJECTIVE = {
    "dominica",
    "donetsk-peoples-republic",
    "liechtenstein",
    "luhansk-peoples-republic",
    "new-zealand",
    "solomon-islands",
}


def lines(table: str) -> list[list[str]]:
    text = (DATA / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")[1:]]


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_sourced_and_trimmed(table: str) -> None:
    rows = lines(table)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert all(row[-1] for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_ids_are_flat_slugs() -> None:
    assert all(id_ == id_.lower() and id_.replace("-", "").isalnum() and id_.isascii() for id_ in ENTRIES)


def test_every_label_means_its_own_entity_first() -> None:
    wrong = {e.entity.label for e in ENTRIES.values() if GAZETTEER.by_name(e.entity.label)[0] is not e}
    assert wrong == set()


def test_every_present_state_has_an_adjective() -> None:
    without = {e.entity.id for e in PRESENT if not any(n.how == "adjective" for n in e.names)}
    assert without == WITHOUT_ADJECTIVE


def test_no_name_of_one_thing_is_said_twice() -> None:
    twice = [(i, t) for i, e in ENTRIES.items() for t, n in Counter(n.text for n in e.names).items() if n > 1]
    assert twice == []


def test_parties_names_say_whose_they_are() -> None:
    whose = {n.text: n.used_by for n in ENTRIES["liancourt-rocks"].names}
    assert (whose["Dokdo"], whose["Takeshima"], whose["Liancourt Rocks"]) == ("south-korea", "japan", None)


def test_parts_lead_up_to_a_whole_and_not_round() -> None:
    for entry in ENTRIES.values():
        seen = [entry.entity.id]
        while (parent := ENTRIES[seen[-1]].parent) is not None:
            assert parent not in seen
            seen.append(parent)


def test_who_claims_or_holds_can_act() -> None:
    parties = {id_ for e in ENTRIES.values() for id_ in (*e.claimants, *filter(None, [e.holder]))}
    assert {id_ for id_ in parties if not ENTRIES[id_].is_agent} == set()


def test_lookalikes_hold_a_known_name_and_are_none() -> None:
    without = Gazetteer(replace(KNOWLEDGE, lookalikes=[]))
    names = [frame.replace("*", "Tokyo") for frame in KNOWLEDGE.lookalikes]
    assert [name for name in names if not without.find(name)] == []
    assert [name for name in names if GAZETTEER.find(name)] == []
    labels = {entry.entity.label for entry in ENTRIES.values()}
    assert [name for name in names if name in labels] == []


@pytest.mark.parametrize(
    ("label", "id_"),
    [
        ("Japan", "japan"),
        ("Soviet Union", "soviet-union"),
        ("United Kingdom", "united-kingdom"),
        ("Ivory Coast", "ivory-coast"),
        ("Democratic Republic of the Congo", "democratic-republic-of-the-congo"),
        ("European Union", "european-union"),
        ("Western Sahara", "western-sahara"),
        ("Line of Control", "line-of-control"),
    ],
)
def test_well_known_things_have_their_usual_english_label(label: str, id_: str) -> None:
    assert ENTRIES[id_].entity.label == label
