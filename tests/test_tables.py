"""A wrong table is refused with one line that says the file, the line and what is wrong."""

from pathlib import Path

import pytest

from kgraph.errors import DataError
from kgraph.tables import Row, read_rows

COLUMNS = ("id", "name", "lat")


def rows(tmp_path: Path, text: str | bytes, **how: tuple[str, ...]) -> list[Row]:
    path = tmp_path / "own.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return list(read_rows(path, allowed=COLUMNS, **how))


def test_rows_know_their_line_and_cells(tmp_path: Path) -> None:
    first, second = rows(tmp_path, "id\tname\tlat\nrockall\tRockall\t57.6\n\ngoa\tGoa\t\n")
    assert (first.line, second.line) == (2, 4)
    assert (first.need("name"), first.number("lat", 90)) == ("Rockall", 57.6)
    assert second.get("lat") is None
    assert second.number("lat", 90) is None


def test_columns_stand_in_any_order_and_may_be_left_out(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "name\tid\nGoa\tgoa\n", required=("id", "name"))
    assert (row.need("id"), row.get("lat"), row.parts("lat")) == ("goa", None, ())


@pytest.mark.parametrize("text", ["\ufeffid\tname\tlat\r\ngoa\tGoa\t15\r\n", "id\tname\tlat\ngoa\tGoa\t15"])
def test_byte_order_mark_windows_line_ends_and_a_missing_last_one_are_fine(tmp_path: Path, text: str) -> None:
    assert [row.cells for row in rows(tmp_path, text)] == [{"id": "goa", "name": "Goa", "lat": "15"}]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "own.tsv:1: the table is empty; the columns are id, name, lat, separated by tabs"),
        ("id\tname\n", "own.tsv:1: the header lacks lat"),
        ("id\tname\tlat\tnmae\n", "own.tsv:1: the header has 'nmae'; the columns are id, name, lat"),
        ("id\tname\tlat\tid\n", "own.tsv:1: the header has 'id', 'id'"),
        ("id\tname\tlat\ngoa\tGoa\n", "own.tsv:2: 2 cells for 3 columns; separate them by tabs"),
        ("id\tname\tlat\ngoa, Goa, 15\n", "own.tsv:2: 1 cells for 3 columns"),
        ("id\tname\tlat\n\ngoa\tG\u202eoa\t15\n", "own.tsv:3: the invisible character U+202E stands in it"),
        ("id\tname\tlat\ngoa\tG\x07oa\t15\n", "own.tsv:2: the invisible character U+0007"),
        (
            b"id\tname\tlat\ngoa\tG\xf3a\t15\n",
            "own.tsv:2: the byte 0xf3 is not UTF-8; save the table as UTF-8",
        ),
    ],
)
def test_wrong_table_is_named_with_its_line(tmp_path: Path, text: str | bytes, complaint: str) -> None:
    with pytest.raises(DataError) as caught:
        rows(tmp_path, text)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.tsv: cannot be read"):
        list(read_rows(tmp_path / "none.tsv", allowed=COLUMNS))


def test_unusual_spaces_are_no_invisible_characters(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "id\tname\tlat\ngoa\tOld\u00a0Goa\t\n")
    assert row.need("name") == "Old\u00a0Goa"


@pytest.mark.parametrize(
    ("cell", "said"), [("north", "must be a number"), ("91", "between -90 and 90"), ("nan", "")]
)
def test_wrong_number_is_refused(tmp_path: Path, cell: str, said: str) -> None:
    (row,) = rows(tmp_path, f"id\tname\tlat\ngoa\tGoa\t{cell}\n")
    with pytest.raises(DataError, match=f"own.tsv:2: lat is .*{said}"):
        row.number("lat", 90)


def test_empty_or_unknown_value_is_refused_with_those_possible(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "id\tname\tlat\ngoa\tGoa\t\n")
    with pytest.raises(DataError, match="lat is empty"):
        row.need("lat")
    with pytest.raises(DataError, match="name is 'Goa'; it can be city, region"):
        row.one_of("name", ("city", "region"))
