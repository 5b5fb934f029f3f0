"""How much there is to read and how much was read, by the sizes of files: known where it costs nothing."""

import gzip
import io
import random
from pathlib import Path

import pytest

from kgraph.pipeline import Intake
from kgraph.reading import extent
from kgraph.reading.extent import Extent

LETTERS = random.Random(5)


def lines(count: int, noise: int = 60) -> bytes:
    """Make records that do not shrink to nothing."""
    notes = (LETTERS.randbytes(noise).hex() for _ in range(count))
    line = '{"id": "%d", "text": "Japan has claimed these islands for many years, it says in the note %s."}\n'
    return "".join(line % each for each in enumerate(notes)).encode()


def expectations(*sources: str | Path) -> list[int | None]:
    """Read sources to their end, and give what was expected at each document."""
    intake = Intake(sources)
    return [intake.expected for _ in intake]


def test_as_many_are_expected_as_the_read_part_of_the_file_lets_think(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(1_000))
    found = expectations(tmp_path / "a.jsonl")
    assert all(each is not None and 950 <= each <= 1_050 for each in found[20:])
    assert found[-1] == 1_000


def test_files_and_folders_count_together(tmp_path: Path) -> None:
    folder = tmp_path / "news" / "deep"
    folder.mkdir(parents=True)
    for number in range(30):
        (folder / f"{number}.txt").write_bytes(b"Japan claims it in article %02d." % number)
    (folder / "map.png").write_bytes(b"x" * 10_000)
    (folder / ".hidden.txt").write_bytes(b"x" * 10_000)
    (tmp_path / "more.csv").write_bytes(b"text\n" + b"Russia holds this one and no other.\n" * 1)
    found = expectations(tmp_path / "more.csv", tmp_path / "news")
    assert all(each is not None and 28 <= each <= 32 for each in found[5:])


def test_packed_files_count_by_their_packed_size_and_only_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl.gz").write_bytes(
            gzip.compress(lines(4_000, noise=400).replace(b'": "', b'": "' + name.encode()))
        )
    sources = (tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz")
    assert Extent(sources).total == sum(path.stat().st_size for path in sources)
    found = expectations(*sources)
    assert found[0] is None  # unpacking is ahead of what is needed
    assert all(each is not None and 7_900 <= each <= 9_500 for each in found[3_000:4_000])
    assert 7_900 <= (found[-1] or 0) <= 9_000


@pytest.mark.parametrize("source", ["-", "https://news.example/a.jsonl"])
def test_of_what_has_no_size_nothing_is_expected(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.txt").write_text("Japan claims it.")
    assert Extent([tmp_path / "a.txt", source]).total is None
    assert Extent([tmp_path / "a.txt", source]).share() is None


def test_nor_is_it_of_very_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_FILES", 2)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("Japan claims it.")
    assert Extent([tmp_path / "a.txt", tmp_path / "b.txt"]).total == 32
    assert Extent([tmp_path]).total is None


def test_what_is_missing_or_empty_expects_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert Extent([tmp_path / "none.txt", tmp_path / "empty.txt"]).share() is None


def test_nothing_is_looked_at_unless_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Japan claims it.")
    monkeypatch.setattr(extent, "_sizes_of", lambda _: pytest.fail("it was asked for"))
    assert len(list(Intake(tmp_path))) == 1


def test_a_table_that_is_read_here_and_there_counts_when_it_is_done(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name in ("a", "b"):
        data = io.BytesIO()
        pq.write_table(pa.table({"text": [f"{name}: Japan claims no. {n}." for n in range(50)]}), data)
        (tmp_path / f"{name}.parquet").write_bytes(data.getvalue())
    found = expectations(tmp_path)
    assert found[:50] == [None] * 50
    assert found[-1] is not None
