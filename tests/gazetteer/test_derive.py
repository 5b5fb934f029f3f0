"""The derived tables are what the packages they name give, and only fill what own rows leave open."""

import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from kgraph.gazetteer.derive import DERIVED, Derived
from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.read import read_knowledge
from kgraph.resources import DATA


def written(table: Derived) -> str:
    return (DATA / "derived" / f"{table.name}.tsv").read_text(encoding="utf-8")


def is_derivable(table: Derived) -> bool:
    try:
        return f" by {table.package} {version(table.package)}, " in written(table)
    except PackageNotFoundError:
        return False


def test_the_packages_of_the_development_environment_derive_names_and_languages() -> None:
    assert {"names", "languages"} <= {table.name for table in DERIVED if is_derivable(table)}


@pytest.mark.parametrize("table", [*filter(is_derivable, DERIVED)], ids=lambda table: table.name)
def test_a_table_is_exactly_what_its_package_gives(table: Derived) -> None:
    assert table.text() == written(table), "run python -m kgraph.gazetteer.derive"


@pytest.mark.parametrize("table", DERIVED, ids=lambda table: table.name)
def test_every_row_names_data_package_version_and_licence(table: Derived) -> None:
    sources = {line.split("\t")[-1] for line in written(table).splitlines()[1:]}
    assert len(sources) == 1
    assert sources.pop().endswith(f", {table.licence}")


def entry(id_: str, derived: tuple[str, ...]) -> Entry:
    return read_knowledge(derived=derived).entries[id_]


def test_codes_fill_what_own_rows_leave_open() -> None:
    assert (entry("gibraltar", ()).iso2, entry("gibraltar", ("codes",)).iso2) == (None, "GI")
    assert (entry("sevastopol", ()).geonames, entry("sevastopol", ("codes",)).geonames) == (None, "694423")


def test_a_state_of_the_past_is_put_where_its_capital_lies() -> None:
    munich = entry("kingdom-of-bavaria", ("codes", "places"))
    assert (munich.lat, munich.lon) == (48.14, 11.58)
    assert entry("soviet-union", ("places",)).lat == entry("soviet-union", ()).lat  # own rows win


def test_own_languages_win() -> None:
    assert entry("iraq", ("languages",)).languages == ("ar", "ku")  # CLDR counts Kurdish as regional
    assert entry("finland", ("languages",)).languages == ("fi", "sv")


def test_names_of_other_languages_say_which() -> None:
    names = {name.text: name.lang for name in entry("japan", ("codes", "languages", "names")).names}
    assert (names["日本"], names["Япония"], names["Giappone"]) == ("zh", "ru", "it")


def test_names_of_the_palestinian_territories_are_not_the_states() -> None:
    derived = ("codes", "names")
    assert "Палестинские территории" in {
        name.text for name in entry("palestinian-territories", derived).names
    }
    assert {name.lang for name in entry("palestine", derived).names} <= {None, "en"}


def test_a_derived_name_that_is_known_already_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    with (data / "names.tsv").open("a", encoding="utf-8") as table:
        table.write("japan\tЯпония\tname\tru\trussia\teditor\n")
    names = read_knowledge(data, ("names",)).entries["japan"].names
    assert [name.used_by for name in names if name.text == "Япония"] == ["russia"]
