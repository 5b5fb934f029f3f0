"""The package's tables become entries, and are checked as a whole."""

from pathlib import Path

import pytest

from kgraph.errors import DataError
from kgraph.gazetteer import read_knowledge
from kgraph.model import EntityKind


def append(data: Path, name: str, row: str) -> None:
    with (data / name).open("a", encoding="utf-8", newline="\n") as file:
        file.write(row + "\n")


def test_rows_become_entries_with_their_names(data: Path) -> None:
    entries = read_knowledge(data=data).entries
    norway = entries["norway"]
    assert [(n.text, n.how) for n in norway.names] == [("Norway", "name"), ("Norwegian", "adjective")]
    assert (norway.entity.kind, norway.valid_from, norway.lat) == (EntityKind.STATE, "1905", 64.5)
    assert [n.used_by for n in entries["svalbard"].names] == [None, "russia"]
    assert (entries["hopen"].parent, entries["hopen"].holder) == ("svalbard", "norway")


def test_what_acts_and_what_is_a_place(data: Path) -> None:
    roles = {id_: (e.is_agent, e.is_place) for id_, e in read_knowledge(data=data).entries.items()}
    assert roles["norway"] == roles["abkhazia"] == roles["gibraltar"] == (True, True)
    assert roles["svalbard"] == (False, True)
    assert roles["icj"] == (True, False)
    assert roles["svalbard-treaty"] == (False, False)


def test_a_claimed_state_holds_itself_and_parts_held_by_several_have_no_single_holder(data: Path) -> None:
    entries = read_knowledge(data=data).entries
    assert (entries["abkhazia"].claimants, entries["abkhazia"].holder) == (
        ("georgia", "abkhazia"),
        "abkhazia",
    )
    assert entries["grey-zone"].holder is None
    assert entries["norway"].holder is None


def test_entry_keeps_all_that_its_row_says(data: Path) -> None:
    append(data, "states.tsv", "fiume\tFiume\thistorical\t\t\t\t1920\t1924\t\t\t\t\tit|hr\tnorway\teditor")
    append(data, "territories.tsv", "edge\tEdge\tisland\t77\t22\tQ1\t12\t\t\tnorway|russia\tsettled\teditor")
    entries = read_knowledge(data=data).entries
    norway, fiume, edge = entries["norway"], entries["fiume"], entries["edge"]
    assert (norway.iso2, norway.iso3, norway.capital) == ("NO", "NOR", "Oslo")
    assert (fiume.languages, fiume.successors) == (("it", "hr"), ("norway",))
    assert (edge.wikidata, edge.geonames, edge.status) == ("Q1", "12", "settled")
    assert (edge.holders, edge.holder) == (("norway", "russia"), None)
    assert (entries["svalbard-treaty"].parties, entries["svalbard-treaty"].year) == (("norway",), 1920)
    assert entries["icj"].year is None


def test_table_may_be_split_into_a_folder(data: Path) -> None:
    whole = read_knowledge(data=data)
    header, *rows = (data / "names.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "names.tsv").unlink()
    (data / "names").mkdir()
    for number, row in enumerate(rows):
        (data / "names" / f"{number}.tsv").write_text(header + row, encoding="utf-8", newline="\n")
    assert read_knowledge(data=data) == whole


@pytest.mark.parametrize(
    ("table", "row", "complaint"),
    [
        (
            "territories.tsv",
            "norway\tNorway\tregion" + "\t" * 8 + "\teditor",
            ":6: id 'norway' is there already",
        ),
        (
            "territories.tsv",
            "edge\tEdge\tisland\t77\t22\t\t\tsvalbart\t\t\t\teditor",
            ":6: there is no id 'svalbart'; did you mean 'svalbard'",
        ),
        ("territories.tsv", "edge\tEdge\tisland\t97\t22\t\t\t\t\t\t\teditor", ":6: lat is 97"),
        ("territories.tsv", "edge\tEdge\tisland\t77\t22\t\t\t\tfinland\t\t\teditor", "no id 'finland'"),
        ("territories.tsv", "edge\tEdge\tisland\t77\t22\t\t\t\t\t\t\t", ":6: source is empty"),
        (
            "states.tsv",
            "finland\tFinland\trepublic" + "\t" * 11 + "\teditor",
            ":6: kind is 'republic'; it can be",
        ),
        (
            "states.tsv",
            "fiume\tFiume\thistorical" + "\t" * 11 + "italia\teditor",
            ":6: there is no id 'italia'",
        ),
        ("bodies.tsv", "un\tUnited Nations\tClub\torganisation\t1945\t\t\teditor", ":4: class is 'Club'"),
        (
            "bodies.tsv",
            "pact\tPact\tInstrument\ttreaty\t1945\tsweden\t\teditor",
            ":4: there is no id 'sweden'",
        ),
        (
            "names.tsv",
            "norwey\tNorge\tname\tno\t\teditor",
            ":4: there is no id 'norwey'; did you mean 'norway'?",
        ),
        ("names.tsv", "norway\tNorge\tnick\tno\t\teditor", ":4: how is 'nick'; it can be name, short"),
        ("names.tsv", "norway\tNorwegian\tadjective\ten\t\teditor", ":4: 'norway' has the name 'Norwegian'"),
        ("names.tsv", "norway\tNorge\tname\tno\tsweden\teditor", ":4: there is no id 'sweden'"),
    ],
)
def test_wrong_row_is_named_with_file_and_line(data: Path, table: str, row: str, complaint: str) -> None:
    append(data, table, row)
    with pytest.raises(DataError) as caught:
        read_knowledge(data=data)
    assert table in str(caught.value)
    assert complaint in str(caught.value)


def test_all_wrong_rows_are_told_at_once(data: Path) -> None:
    append(data, "names.tsv", "norway\tNorge\tnick\tno\t\teditor")
    append(data, "names.tsv", "norwey\tNoreg\tname\tno\t\teditor")
    append(data, "territories.tsv", "edge\tEdge\tisland\t97\t22\t\t\t\t\t\t\teditor")
    with pytest.raises(DataError) as caught:
        read_knowledge(data=data)
    lines = str(caught.value).splitlines()
    assert [line.split("/")[-1].split(" ")[0] for line in lines] == [
        "names.tsv:4:",
        "names.tsv:5:",
        "territories.tsv:6:",
    ]
