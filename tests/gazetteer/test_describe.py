"""What is known of a thing is told with its sources, and who claims and holds it as background."""

import json
from pathlib import Path

import pytest

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.describe import as_record, describe
from kgraph.gazetteer.own import read_with_own


@pytest.fixture
def gazetteer(data: Path) -> Gazetteer:
    own = data / "own.tsv"
    own.write_text(
        "id\ttype\tname\tlang\tkind\tclaimants\tvalid_from\tvalid_to\tsuccessors\twikidata\tgeonames\tstatus\n"
        "fiume\tState\tFiume\tit\thistorical\t\t1920\t1924\tnorway|russia\tQ548470\t\t\n"
        "fiume\t\tRijeka\thr\t\t\t\t\t\t\t\t\n"
        "hopen\t\t\t\t\trussia\t\t\t\t\t2731\tsettled\n",
        encoding="utf-8",
    )
    return Gazetteer(read_with_own([own], data=data))


def lines(gazetteer: Gazetteer, id_: str) -> list[str]:
    return describe(gazetteer.entry(id_), gazetteer).splitlines()


def test_a_territory(gazetteer: Gazetteer) -> None:
    assert lines(gazetteer, "hopen") == [
        "Hopen (hopen): Territory, island",
        "  names         Hopen (en) [editor]",
        "  part of       Svalbard (svalbard)",
        "  where         76.6° N 25.3° E",
        "  codes         GeoNames https://www.geonames.org/2731",
        "  background    claimed by Russia; held by Norway; status settled (as of mid-2025, taken from no text)",
        "  source        editor, own.tsv",
    ]


def test_a_state_of_the_past_and_its_successor(gazetteer: Gazetteer) -> None:
    assert lines(gazetteer, "fiume") == [
        "Fiume (fiume): State, historical",
        "  names         Fiume (it) [own.tsv]",
        "                Rijeka (hr) [own.tsv]",
        "  valid         1920 to 1924",
        "  followed by   Norway, Russia",
        "  codes         Wikidata https://www.wikidata.org/wiki/Q548470",
        "  source        own.tsv",
    ]
    assert "  follows       Fiume (fiume)" in lines(gazetteer, "norway")
    assert "  valid         1905 to today" in lines(gazetteer, "norway")


def test_an_instrument_has_year_and_parties(gazetteer: Gazetteer) -> None:
    assert lines(gazetteer, "svalbard-treaty")[2:4] == ["  year          1920", "  parties       Norway"]


def test_parts_are_listed_and_names_say_whose_they_are(gazetteer: Gazetteer) -> None:
    told = lines(gazetteer, "svalbard")
    assert "                Grumant (ru, as used by Russia) [editor]" in told
    assert "  parts         Hopen (hopen)" in told


def test_claims_and_control_are_told_as_background_alone(gazetteer: Gazetteer) -> None:
    for entry in gazetteer:
        said = [
            line for line in lines(gazetteer, entry.entity.id) if "claimed by" in line or "held by" in line
        ]
        assert all(line.startswith("  background") for line in said)


def test_record_has_every_field_of_the_lines(gazetteer: Gazetteer) -> None:
    record = json.loads(json.dumps(as_record(gazetteer.entry("hopen"), gazetteer)))
    assert (record["part_of"], record["geonames"], record["source"]) == (
        ["svalbard"],
        "2731",
        "editor|own.tsv",
    )
    assert record["background"] == {
        "claimants": ["russia"],
        "holders": ["norway"],
        "status": "settled",
    }
    record = as_record(gazetteer.entry("fiume"), gazetteer)
    assert [(name["name"], name["lang"], name["own"]) for name in record["names"]] == [
        ("Fiume", "it", True),
        ("Rijeka", "hr", True),
    ]
    assert as_record(gazetteer.entry("russia"), gazetteer)["predecessors"] == ["fiume"]


def test_everything_in_the_package_can_be_told() -> None:
    known = Gazetteer.load()
    for entry in known:
        assert entry.entity.label in describe(entry, known)
        json.dumps(as_record(entry, known))


def test_a_former_seat_of_government_says_when_it_was_one() -> None:
    gazetteer = Gazetteer.load()
    told = lines(gazetteer, "pakistan")
    assert "                Karachi (capital, en, 1947-08-14 to 1959) [editor]" in told
