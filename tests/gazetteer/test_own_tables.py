"""The user's own tables add to what is known and override it; a wrong one is refused as a whole, with all its lines."""

import os
import threading
import time
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from kgraph.errors import DataError
from kgraph.gazetteer import Entry, Gazetteer, Knowledge, Name
from kgraph.gazetteer.describe import describe
from kgraph.gazetteer.own import read_own, read_with_own
from kgraph.model import EntityKind
from kgraph.tables import MAX_LINE_BYTES, MAX_TOLD


def own(folder: Path, text: str | bytes, name: str = "own.tsv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def table(*rows: str) -> str:
    """Write a table whose cells are parted by commas; empty cells at the end of a row may be left out."""
    columns = rows[0].count(",")
    return "".join((row + "," * (columns - row.count(","))).replace(",", "\t") + "\n" for row in rows)


def read(data: Path, *rows: str) -> Knowledge:
    return read_with_own([own(data, table(*rows))], data=data)


def complaints(data: Path, *rows: str) -> list[str]:
    """Give what is said of a table, from its name on."""
    with pytest.raises(DataError) as caught:
        read(data, *rows)
    return [line.removeprefix(f"{data}/") for line in str(caught.value).split("\n")]


# ---------------------------------------------------------------- what a table can say


def test_new_things_and_further_names(data: Path) -> None:
    entries = read(
        data,
        "id,name,type,lat,lon,part_of",
        "bjornoya,Bjørnøya,Territory,74.4,19.0,svalbard",
        "bjornoya,Bear Island",
        "svalbard,Spitsbergen",
    ).entries
    bear = entries["bjornoya"]
    assert (bear.entity.label, bear.entity.kind, bear.parent) == (
        "Bjørnøya",
        EntityKind.TERRITORY,
        "svalbard",
    )
    assert [name.text for name in bear.names] == ["Bjørnøya", "Bear Island"]
    assert [name.text for name in entries["svalbard"].names] == ["Svalbard", "Grumant", "Spitsbergen"]


def test_every_field_of_a_new_thing(data: Path) -> None:
    entry = read(
        data,
        "id,type,name,how,lang,used_by,label,kind,part_of,lat,lon,wikidata,geonames,claimants,holder,status,valid_from,"
        "valid_to,source",
        "edge,Territory,Edgeøya,short,no,norway,Edge Island,island,svalbard,77.8,22.3,Q1,25,norway|russia,norway,"
        "settled,1616,1920-02-09,our atlas",
    ).entries["edge"]
    names = (
        Name("Edge Island", source="our atlas", own=1),
        Name("Edgeøya", "short", "no", "norway", "our atlas", own=1),
    )
    assert entry == Entry(
        entity=entry.entity,
        kind="island",
        names=names,
        parent="svalbard",
        lat=77.8,
        lon=22.3,
        wikidata="Q1",
        geonames="25",
        claimants=("norway", "russia"),
        holders=("norway",),
        status="settled",
        valid_from="1616",
        valid_to="1920-02-09",
        source="our atlas",
    )
    assert entry.entity.label == "Edge Island"


def test_what_is_given_replaces_and_the_rest_stays(data: Path) -> None:
    hopen = read(data, "id,name,lat,lon,claimants", "hopen,Hopen,76.7,25.4,russia").entries["hopen"]
    assert (hopen.lat, hopen.lon, hopen.claimants) == (76.7, 25.4, ("russia",))
    assert (hopen.parent, hopen.holder, hopen.kind, hopen.source) == (
        "svalbard",
        "norway",
        "island",
        "editor|own.tsv",
    )
    assert [name.text for name in hopen.names] == ["Hopen"]


def test_row_needs_no_name(data: Path) -> None:
    assert read(data, "id,part_of", "gibraltar,grey-zone").entries["gibraltar"].parent == "grey-zone"


def test_hyphen_takes_away_what_is_known(data: Path) -> None:
    entries = read(
        data,
        "id,name,used_by,lat,lon,claimants,part_of",
        "hopen,,,-,-,-,-",
        "grey-zone,,,,,-",
        "svalbard,Grumant,-",
    ).entries
    hopen = entries["hopen"]
    assert (hopen.lat, hopen.lon, hopen.parent, entries["grey-zone"].claimants) == (None, None, None, ())
    assert [name.used_by for name in entries["svalbard"].names] == [None, None]


def test_name_can_be_taken_away(data: Path) -> None:
    knowledge = read(data, "id,name,how", "svalbard,Grumant,not")
    assert [name.text for name in knowledge.entries["svalbard"].names] == ["Svalbard"]
    gazetteer = Gazetteer(knowledge)
    assert gazetteer.by_name("Grumant") == gazetteer.find("Grumant") == ()


def test_label_can_be_changed_and_the_old_one_stays_a_name(data: Path) -> None:
    svalbard = read(data, "id,label", "svalbard,Spitsbergen").entries["svalbard"]
    assert svalbard.entity.label == "Spitsbergen"
    assert [name.text for name in svalbard.names] == ["Spitsbergen", "Svalbard", "Grumant"]


def test_old_label_can_then_be_taken_away(data: Path) -> None:
    svalbard = read(data, "id,label,name,how", "svalbard,Spitsbergen", "svalbard,,Svalbard,not").entries[
        "svalbard"
    ]
    assert [name.text for name in svalbard.names] == ["Spitsbergen", "Grumant"]


def test_known_name_can_be_told_otherwise(data: Path) -> None:
    (_, grumant) = (
        read(data, "id,name,how,used_by", "svalbard,Grumant,former,norway").entries["svalbard"].names
    )
    assert (grumant.how, grumant.lang, grumant.used_by, grumant.source) == (
        "former",
        "ru",
        "norway",
        "own.tsv",
    )


def test_territory_with_a_government_of_its_own_can_act(data: Path) -> None:
    entries = read(
        data, "id,type,name,kind", "a-land,Territory,A Land,self_declared", "b-land,Territory,B Land"
    ).entries
    assert (entries["a-land"].is_agent, entries["b-land"].is_agent) == (True, False)


def test_later_table_refers_to_an_earlier_one_and_overrides_it(data: Path) -> None:
    first = own(data, table("id,type,name,part_of", "cape,Territory,North Cape,point"), "first.tsv")
    second = own(
        data, table("id,type,name,lat,lon", "point,Territory,The Point", "cape,,,71,25"), "second.tsv"
    )
    entries = read_with_own([first, second], data=data).entries
    assert (entries["cape"].parent, entries["cape"].lat) == ("point", 71)


def test_changes_are_counted(data: Path) -> None:
    path = own(
        data, table("id,type,name,how", "cape,Territory,North Cape", "norway,,Norge", "svalbard,,Grumant,not")
    )
    changes = read_own([path], read_with_own([], data=data))
    assert (changes.rows, changes.new, changes.names, changes.taken) == (3, 1, 1, 1)


def test_header_alone_changes_nothing(data: Path) -> None:
    assert read(data, "id,name") == read_with_own([], data=data)


def test_persian_and_indic_names_keep_their_joiners(data: Path) -> None:
    names = read(data, "id,name", "svalbard,جزیره‌ها", "hopen,श्री‍लंका").entries["svalbard"].names
    assert names[-1].text == "جزیره‌ها"


# ---------------------------------------------------------------- what is wrong with a table


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        pytest.param("edge,,Edge", "type is empty", id="new-without-type"),
        pytest.param("edge,Island,Edge", "type is 'Island'; it can be State, Territory", id="unknown-type"),
        pytest.param("norway,Territory,Norge", "'norway' is a State; leave the type empty", id="other-type"),
        pytest.param("edge,Territory", "name is empty", id="new-without-name"),
        pytest.param(",Territory,Edge", "id is empty", id="no-id"),
        pytest.param("Edge_1,Territory,Edge", "the id is 'Edge_1'; use small letters", id="bad-id"),
        pytest.param("edge,Territory,Edge,nick", "how is 'nick'; it can be name, short", id="unknown-how"),
        pytest.param("edge,Territory,…", "name is '…'; it must have a letter", id="name-without-letters"),
        pytest.param(
            "hopen,, Hope",
            "name is ' Hope'; it must have a letter, and no space before",
            id="name-with-space",
        ),
        pytest.param(
            "edge,Territory," + "e" * 400, "name has 400 characters; it can have 300", id="long-name"
        ),
        pytest.param(
            "hopen,,Hope,,Norwegian", "lang is 'Norwegian'; a language is a code", id="bad-language"
        ),
        pytest.param("hopen,,Hope,,,swedn", "there is no id 'swedn'", id="unknown-user"),
        pytest.param(
            "hopen,,,,,,russland", "there is no id 'russland'; did you mean 'russia'?", id="unknown-whole"
        ),
        pytest.param("hopen,,,,,,,97,1", "lat is 97; it must lie between -90 and 90", id="latitude"),
        pytest.param("hopen,,,,,,,1,x", "lon is 'x'; it must be a number", id="longitude"),
        pytest.param("gibraltar,,,,,,,-,", "lat is empty; a place has both", id="half-a-coordinate"),
        pytest.param("hopen,,,,,,,,,17", "wikidata is '17'; it looks like Q17", id="wikidata"),
        pytest.param("hopen,,,,,,,,,,Q9", "geonames is 'Q9'; it looks like 1861060", id="geonames"),
        pytest.param("hopen,,,,,,,,,,,norge", "there is no id 'norge'", id="unknown-claimant"),
        pytest.param("hopen,,,,,,,,,,,,norge", "there is no id 'norge'", id="unknown-holder"),
        pytest.param(
            "hopen,,,,,,,,,,,,,1920,1919", "valid_from 1920 is after valid_to 1919", id="times-turned"
        ),
        pytest.param(
            "hopen,,,,,,,,,,,,,1920-13", "valid_from is '1920-13'; it must be a date", id="no-such-month"
        ),
        pytest.param(
            "hopen,,,,,,,,,,,,,,9 May 1945", "valid_to is '9 May 1945'; it must be a date", id="no-date"
        ),
        pytest.param(
            "norway,,,,,,,,,,,,,,,republic", "kind is 'republic'; that of a State can be", id="state-kind"
        ),
        pytest.param("hopen,,,,,,,,,,,,,,,-", "kind is '-'; it looks like island_group", id="no-kind"),
        pytest.param("svalbard,,Spitzberg,not", "'svalbard' has no name 'Spitzberg'", id="no-name-to-take"),
        pytest.param("svalbard,,Svalbard,not", "'Svalbard' is the label of 'svalbard'", id="label-taken"),
        pytest.param(
            "edge,Territory,Edge,not", "there is no id 'edge' to take a name from", id="nothing-to-take-from"
        ),
        pytest.param(
            "hopen,,,,,,hopen", "part_of leads round in a circle: hopen -> hopen", id="part-of-itself"
        ),
        pytest.param("svalbard,,,,,,hopen", "part_of leads round in a circle", id="part-of-its-part"),
        pytest.param(
            "hopen,,Ho\u200fpen", "the invisible character U+200F stands in it", id="right-to-left-mark"
        ),
        pytest.param("hopen,,Ho\u202epen", "the invisible character U+202E stands in it", id="override"),
        pytest.param(
            "hopen,,Ho\x07pen", "the invisible character U+0007 stands in it", id="control-character"
        ),
        pytest.param(
            "hopen,,Ho\u200dpen", "the invisible character U+200D stands in it", id="joiner-in-latin"
        ),
        pytest.param("hopen,,,,,,,,,,,,,,,,too many", "17 cells for 16 columns", id="too-many-cells"),
    ],
)
def test_wrong_row_is_told_with_file_and_line(data: Path, row: str, complaint: str) -> None:
    header = "id,type,name,how,lang,used_by,part_of,lat,lon,wikidata,geonames,claimants,holder,valid_from,valid_to,kind"
    (told,) = complaints(data, header, "gibraltar,,Gib", row)
    assert told.startswith("own.tsv:3: ")
    assert complaint in told


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"", "own.tsv:1: the table is empty; the columns are id, type, name", id="empty"),
        pytest.param(b"name\ttype\nEdge\tTerritory\n", "own.tsv:1: the header lacks id", id="no-id-column"),
        pytest.param(b"id,name\n", "own.tsv:1: the header lacks id; the columns are", id="commas"),
        pytest.param(b"id\tnmae\n", "own.tsv:1: the header has 'nmae'", id="unknown-column"),
        pytest.param(
            "id\tname\nhopen\tHåpen\n".encode("latin-1"),
            "own.tsv:2: the byte 0xe5 is not UTF-8",
            id="latin-1",
        ),
        pytest.param("id\tname\n".encode("utf-16"), "own.tsv:1: the byte 0xff is not UTF-8", id="utf-16"),
        pytest.param(
            b"id\tname\nhopen\t" + b"x" * MAX_LINE_BYTES, "own.tsv:2: longer than", id="endless-line"
        ),
    ],
)
def test_wrong_file_is_told(data: Path, content: bytes, complaint: str) -> None:
    with pytest.raises(DataError) as caught:
        read_with_own([own(data, content)], data=data)
    assert str(caught.value).removeprefix(f"{data}/").startswith(complaint)


def test_folder_and_missing_file_are_told(data: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_with_own([data, data / "none.tsv"], data=data)
    assert str(caught.value).split("\n") == [
        f"{data}: is a folder; name a file",
        f"{data / 'none.tsv'}: cannot be read: No such file or directory",
    ]


def test_name_given_twice_is_told(data: Path) -> None:
    assert complaints(data, "id,name", "hopen,Hope", "hopen,Hope") == [
        "own.tsv:3: 'hopen' has the name 'Hope' already in this table"
    ]


def test_all_wrong_rows_are_told_in_their_order(data: Path) -> None:
    told = complaints(
        data,
        "id,type,name,part_of,lat,lon",
        "edge,Territory,Edge,nowhere,99,1",
        "edge,,Edge Island",
        "cape,Cape,The Cape",
        "cape,,North Cape",
        "point,Territory,The Point,cape",
        "one,Territory,One,two",
        "two,Territory,Two,one",
    )
    assert [line.split(": ")[0] for line in told] == [f"own.tsv:{number}" for number in (2, 2, 4, 7)]
    assert told[-1].endswith("part_of leads round in a circle: one -> two -> one")


def test_more_than_some_are_counted(data: Path) -> None:
    told = complaints(data, "id,name,lat,lon", *(f"hopen,Hope {n},91,1" for n in range(MAX_TOLD + 1500)))
    assert len(told) == MAX_TOLD + 1
    assert told[-1] == "... and 1,500 more wrong rows"


def test_nothing_of_a_wrong_table_is_taken(data: Path) -> None:
    good, bad = own(data, "id\tname\nhopen\tHope\n"), own(data, "id\tname\nhopen\tHo\x07pe\n", "bad.tsv")
    with pytest.raises(DataError, match=r"bad\.tsv:2"):
        read_with_own([good, bad], data=data)


def test_unknown_id_in_a_pipe_is_told_too(data: Path) -> None:
    """A pipe is gone when it has been read, and with it the line."""
    pipe = data / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("id\tpart_of\nhopen\tnowhere\n",))
    writer.start()
    with pytest.raises(DataError, match="pipe: there is no id 'nowhere'"):
        read_with_own([pipe], data=data)
    writer.join()


CELLS = st.sampled_from(
    ["", "", "norway", "hopen", "x-1", "-", "1912", "Territory", "State", "not", "name", "A b"]
)
CELLS |= st.text(max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=6))
def test_any_table_gives_entries_or_complaints_that_name_it(unchanging: Path, rows: list[list[str]]) -> None:
    header = "id\ttype\tname\thow\tused_by\tpart_of\tkind\tvalid_from"
    lines = [header, *("\t".join([*row, *[""] * (8 - len(row))]) for row in rows)]
    path = own(unchanging, "\n".join(lines).encode("utf-8", "surrogatepass"))
    try:
        gazetteer = Gazetteer(read_with_own([path], data=unchanging))
    except DataError as error:
        told = str(error).split("\n")
        event("refused")
    else:
        told = []
        for entry in gazetteer:
            assert describe(entry, gazetteer).startswith(entry.names[0].text)
            assert all(entry in gazetteer.by_name(name.text) for name in entry.names)
    assert all(line.startswith((f"{path}", "... and ")) for line in told)


# ---------------------------------------------------------------- size


def test_a_hundred_thousand_rows_are_read_in_seconds_and_found(data: Path) -> None:
    rows = "".join(f"place-{n}\tPlace {n}\tTerritory\tsvalbard\n" for n in range(100_000))
    path = own(data, f"id\tname\ttype\tpart_of\n{rows}")
    start = time.process_time()
    gazetteer = Gazetteer(read_with_own([path], data=data))
    assert time.process_time() - start < 15
    assert [m.entity.id for m in gazetteer.find("From Place 7 to Place 99999.")] == ["place-7", "place-99999"]
