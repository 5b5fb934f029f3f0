"""The file of decisions: what is written is what is read, and mistakes are told by line."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.decisions import Decision, Verdict, decide, read_decisions, undo, write_decisions
from kgraph.errors import DataError

SAME = Decision(name="Kunasir", entity="kunashir", verdict=Verdict.SAME)
NOT_SAME = Decision(name="Georgia", entity="georgia", document="us", verdict=Verdict.NOT_SAME, note="a state")
CELLS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
DECISIONS = st.builds(
    Decision,
    name=CELLS,
    entity=CELLS,
    document=st.one_of(st.just(""), CELLS),
    verdict=st.sampled_from(Verdict),
    note=st.one_of(st.just(""), CELLS),
)


def table(tmp_path: Path, *rows: str, header: str = "name\tentity\tdecision\tdocument\tnote") -> Path:
    path = tmp_path / "links.tsv"
    path.write_text("".join(f"{row}\n" for row in (header, *rows)), encoding="utf-8")
    return path


def test_decisions_are_written_sorted_one_row_each(tmp_path: Path) -> None:
    path = tmp_path / "links.tsv"
    write_decisions(path, [SAME, NOT_SAME])
    assert path.read_text(encoding="utf-8") == (
        "name\tentity\tdecision\tdocument\tnote\n"
        "Georgia\tgeorgia\tnot-same\tus\ta state\n"
        "Kunasir\tkunashir\tsame\t\t\n"
    )


def test_without_decisions_there_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "links.tsv"
    write_decisions(path, [SAME])
    write_decisions(path, [])
    assert not path.exists()


def test_columns_that_are_seldom_used_may_be_missing(tmp_path: Path) -> None:
    path = table(tmp_path, "Kunasir\tkunashir\tsame", header="name\tentity\tdecision")
    assert read_decisions(path) == (SAME,)


def test_a_new_decision_takes_the_place_of_the_old_one() -> None:
    other = Decision(name="Kunasir", entity="kunashir", verdict=Verdict.UNSURE)
    assert decide([SAME, NOT_SAME], other) == (NOT_SAME, other)


def test_undo_leaves_out_a_name_or_a_pair_or_a_document() -> None:
    both = (SAME, Decision(name="Kunasir", entity="iturup", verdict=Verdict.NOT_SAME), NOT_SAME)
    assert undo(both, "Kunasir") == (NOT_SAME,)
    assert undo(both, "Kunasir", "iturup") == (SAME, NOT_SAME)
    assert undo(both, "Georgia", document="other") == both


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Kunasir\tkunashir\tmaybe\t\t", "decision is 'maybe'; it can be same, not-same, unsure"),
        ("Kunasir\t\tsame\t\t", "entity is empty; give it a value"),
        ("\tkunashir\tsame\t\t", "name is empty; give it a value"),
        ("Kunasir\tkunashir\tsame", "3 cells for 5 columns; separate them by tabs"),
        ("Kuna\u200fsir\tkunashir\tsame\t\t", "the invisible character U+200F stands in it; delete it"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, complaint: str) -> None:
    path = table(tmp_path, "Etorofu-to\titurup\tsame\t\t", row)
    with pytest.raises(DataError) as error:
        read_decisions(path)
    assert str(error.value) == f"{path}:3: {complaint}"


def test_a_wrong_header_is_told_with_the_columns_there_are(tmp_path: Path) -> None:
    path = table(tmp_path, header="name\tid\tdecision")
    with pytest.raises(
        DataError, match=r":1: the header lacks entity; the columns are name, entity, decision"
    ):
        read_decisions(path)


def test_two_rows_on_the_same_are_told_with_both_lines(tmp_path: Path) -> None:
    path = table(tmp_path, "Kunasir\tkunashir\tsame\t\t", "Kunasir\tkunashir\tunsure\t\t")
    with pytest.raises(DataError, match=r":3: 'Kunasir' and 'kunashir' are decided in line 2 already"):
        read_decisions(path)


@given(st.lists(DECISIONS, unique_by=lambda d: d.what))
def test_what_is_written_is_read_and_is_the_same_in_any_order(decisions: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder) / "one.tsv", Path(folder) / "other.tsv"
        write_decisions(one, decisions)
        write_decisions(other, decisions[::-1])
        if decisions:
            assert one.read_bytes() == other.read_bytes()
            assert list(read_decisions(one)) == sorted(decisions)
            assert [d.note for d in read_decisions(one)] == [d.note for d in sorted(decisions)]
