"""Knowledge is read from tables, checked as a whole, and the user's own tables add to it."""

from pathlib import Path

import pytest

from kgraph.errors import DataError
from kgraph.gazetteer import read_knowledge
from kgraph.gazetteer.own import read_with_own
from kgraph.model import EntityKind

STATES = (
    "id\tlabel\tkind\tiso2\tiso3\twikidata\tvalid_from\tvalid_to\tcapital\tlat\tlon\tclaimants\t"
    "languages\tsuccessors\tsource\n"
)
TERRITORIES = (
    "id\tlabel\tkind\tlat\tlon\twikidata\tgeonames\tpart_of\tclaimants\tadministered_by\tstatus\tsource\n"
)
STATE_ROWS = """\
norway\tNorway\tsovereign\tNO\tNOR\t\t1905\t\tOslo\t64.5\t13.0\t\t\t\teditor
russia\tRussia\tsovereign\tRU\tRUS\t\t\t\tMoscow\t\t\t\t\t\teditor
abkhazia\tAbkhazia\tde_facto\t\t\t\t1992\t\tSukhumi\t43.0\t41.0\tgeorgia|abkhazia\t\t\teditor
georgia\tGeorgia\tsovereign\tGE\tGEO\t\t\t\tTbilisi\t\t\t\t\t\teditor
"""
TERRITORY_ROWS = """\
svalbard\tSvalbard\tisland_group\t78\t16\t\t\t\t\tnorway\t\teditor
hopen\tHopen\tisland\t76.6\t25.3\t\t\tsvalbard\t\tnorway\t\teditor
grey-zone\tGrey Zone\tmaritime_area\t\t\t\t\t\tnorway|russia\tnorway|russia\t\teditor
gibraltar\tGibraltar\tdependency\t36.1\t-5.4\t\t\t\t\t\t\teditor
"""
BODIES = """\
id\tlabel\tclass\tkind\tyear\tparties\twikidata\tsource
icj\tInternational Court of Justice\tTribunal\tcourt\t1945\t\t\teditor
svalbard-treaty\tSvalbard Treaty\tInstrument\ttreaty\t1920\tnorway\t\teditor
"""
NAMES = """\
id\tname\thow\tlang\tused_by\tsource
norway\tNorwegian\tadjective\ten\t\teditor
svalbard\tGrumant\tname\tru\trussia\teditor
"""
TABLES = {
    "states.tsv": STATES + STATE_ROWS,
    "territories.tsv": TERRITORIES + TERRITORY_ROWS,
    "bodies.tsv": BODIES,
    "names.tsv": NAMES,
    "lookalikes.tsv": "name\tsource\nNorwegian blue\teditor\n",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def append(data: Path, name: str, row: str) -> None:
    with (data / name).open("a", encoding="utf-8", newline="\n") as file:
        file.write(row + "\n")


def own(data: Path, text: str) -> Path:
    path = data / "own.tsv"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


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
    header, *rows = NAMES.splitlines(keepends=True)
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


def test_own_table_defines_new_things_and_adds_names(data: Path) -> None:
    table = own(
        data,
        "id\tname\ttype\tlat\tlon\tpart_of\n"
        "bjornoya\tBjørnøya\tTerritory\t74.4\t19.0\tsvalbard\nbjornoya\tBear Island\t\t\t\t\n"
        "svalbard\tSpitsbergen\t\t\t\t\n",
    )
    knowledge = read_with_own([table], data=data)
    bear = knowledge.entries["bjornoya"]
    assert (bear.entity.label, bear.entity.kind, bear.parent) == (
        "Bjørnøya",
        EntityKind.TERRITORY,
        "svalbard",
    )
    assert [n.text for n in bear.names] == ["Bjørnøya", "Bear Island"]
    assert [n.text for n in knowledge.entries["svalbard"].names] == ["Svalbard", "Grumant", "Spitsbergen"]
    assert ("svalbard", "Spitsbergen") in knowledge.own


def test_own_table_replaces_place_and_keeps_the_rest(data: Path) -> None:
    entries = read_with_own([own(data, "id\tname\tlat\tlon\nhopen\tHopen\t76.7\t25.4\n")], data=data).entries
    hopen = entries["hopen"]
    assert (hopen.lat, hopen.lon, hopen.parent, hopen.holder) == (76.7, 25.4, "svalbard", "norway")
    assert [n.text for n in hopen.names] == ["Hopen"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id\tname\nedge\tEdgeøya\n", "own.tsv:2: type is empty"),
        (
            "id\tname\ttype\nedge\tEdgeøya\tIsland\n",
            "own.tsv:2: type is 'Island'; it can be State, Territory",
        ),
        (
            "id\tname\ttype\nnorway\tNorge\tTerritory\n",
            "own.tsv:2: 'norway' is a State; leave the type empty",
        ),
        ("id\tname\ttype\tpart_of\nedge\tEdge\tTerritory\tx\n", "own.tsv:2: there is no id 'x'"),
        ("name\ttype\nEdge\tTerritory\n", "own.tsv:1: the header lacks id"),
    ],
)
def test_wrong_own_table_is_named_with_its_line(data: Path, text: str, complaint: str) -> None:
    with pytest.raises(DataError) as caught:
        read_with_own([own(data, text)], data=data)
    assert complaint in str(caught.value)
