"""A run over a corpus: in whatever number of processes, ended or not, the parts are the same."""

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from plain_reader import PlainReader, PlainRecipe

from kgraph.corpus import Executor, InProcess, PartDone, Partition, Run, run
from kgraph.corpus.attempts import Attempt
from kgraph.corpus.lock import locked
from kgraph.corpus.part import load_part
from kgraph.corpus.processes import Processes
from kgraph.corpus.recipe import Recipe
from kgraph.errors import KgraphError
from kgraph.model import Document
from kgraph.reading import RawPage, Rejection

PLACES = ("Kunashir", "Iturup", "Shikotan", "Tuzla", "Abyei")


def articles(number: int = 300, **harm: int) -> list[Document]:
    """Make articles, of which some have a word that does harm, by their number."""
    words = {at: word for word, at in harm.items()}
    return [
        Document(id=f"n{at}", text=f"Japan claims {PLACES[at % 5]}. {words.get(at, 'Calm')} weather.")
        for at in range(number)
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read(documents: Sequence[Document | RawPage], folder: Path, executor: Executor | None = None) -> Run:
    folder.mkdir(exist_ok=True)
    return run(documents, PlainRecipe(), folder, executor or InProcess())


def test_two_processes_write_the_parts_that_one_writes(tmp_path: Path) -> None:
    one = read(articles(), tmp_path / "one")
    two = read(articles(), tmp_path / "two", Processes(2))
    assert one == two
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert len(one.parts) * 3 == len(contents(tmp_path / "one"))


def test_processes_that_share_nothing_write_the_same(tmp_path: Path) -> None:
    one = read(articles(100), tmp_path / "one")
    two = read(articles(100), tmp_path / "two", Processes(2, fork=False))
    assert (one, contents(tmp_path / "one")) == (two, contents(tmp_path / "two"))


class Counting(PlainReader):
    """Counts what it reads."""

    def __init__(self) -> None:
        self.count = 0

    def suffer(self, text: str) -> None:
        """Count a text."""
        self.count += 1


def test_a_second_run_reads_nothing_and_a_change_only_its_partitions(tmp_path: Path) -> None:
    reader = Counting()
    first = read(articles(), tmp_path, InProcess(reader))
    assert (reader.count, first.kept) == (300, 0)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    second = read(articles(), tmp_path, InProcess(reader))
    assert (reader.count, second.kept, second.parts) == (300, len(first.parts), first.parts)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    changed = articles()
    changed[150] = Document(id="n150", text="Korea claims Dokdo.")
    third = read(changed, tmp_path, InProcess(reader))
    assert len(set(third.parts) - set(first.parts)) <= 3
    assert 300 < reader.count < 300 + 3 * 128
    assert before.items() <= {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}.items()


def test_nothing_is_loaded_where_all_parts_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(articles(), tmp_path)
    monkeypatch.setattr(PlainRecipe, "make", lambda _: pytest.fail("it was loaded"))
    for executor in (InProcess(), Processes(2)):
        assert read(articles(), tmp_path, executor).kept > 0


def test_half_a_part_is_no_part(tmp_path: Path) -> None:
    whole = read(articles(), tmp_path)
    before = contents(tmp_path)
    (tmp_path / f"{whole.parts[1]}.json").unlink()
    (tmp_path / f"{whole.parts[1]}.nt").write_bytes(b"half a l")
    assert read(articles(), tmp_path).kept == len(whole.parts) - 1
    assert contents(tmp_path) == before


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("FAILS", "not read: kgraph failed on it (ValueError: no such word); -vv shows where"),
        ("SWELLS", "not read: memory ran out over it"),
    ],
)
def test_a_document_that_reading_fails_on_is_left_out_alone(
    tmp_path: Path, jobs: int, word: str, reason: str
) -> None:
    result = read(articles(**{word: 70}), tmp_path, Processes(jobs))
    assert result.left_out == [(70, Rejection(where="n70", reason=reason))]
    assert counted(tmp_path, result) == (299, 300)


def test_a_document_that_kills_its_process_is_left_out_alone(tmp_path: Path) -> None:
    result = read(articles(KILLS=70), tmp_path, Processes(2))
    ((place, rejection),) = result.left_out
    assert (place, rejection.where, rejection.fatal) == (70, "n70", True)
    assert rejection.reason == (
        "not read: the process that read it died over it, time after time (SIGKILL, as where memory runs out)"
    )
    assert counted(tmp_path, result) == (299, 300)
    assert read(articles(KILLS=70), tmp_path, Processes(2)).left_out == result.left_out


def test_of_several_in_one_partition_each_is_found(tmp_path: Path) -> None:
    documents = articles(100, KILLS=10, FAILS=12)
    documents[11] = Document(id="n11", text="It KILLS too.")
    result = read(documents, tmp_path, Processes(2))
    assert [rejection.where for _, rejection in result.left_out] == ["n10", "n11", "n12"]
    assert counted(tmp_path, result) == (97, 100)


def counted(folder: Path, result: Run) -> tuple[int, int]:
    """Count what was read, and what was there."""
    parts = [load_part(folder, digest) for digest in result.parts]
    return sum(part.counts.read for part in parts), sum(part.done.found for part in parts)


def test_a_process_that_dies_by_chance_costs_nothing(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.touch()

    class Once(PlainReader):
        """Dies over the first text that it sees while the trap is there."""

        def suffer(self, text: str) -> None:
            if trap.exists():
                trap.unlink()
                super().suffer("KILLS")

    result = read(articles(), tmp_path / "parts", Processes(2, Once()))
    assert not trap.exists()
    assert result.left_out == []
    read(articles(), tmp_path / "undisturbed")
    assert contents(tmp_path / "parts") == contents(tmp_path / "undisturbed")


def test_processes_that_die_whatever_they_read_end_the_run_with_one_line() -> None:
    attempt = Attempt(partition=Partition((), ""))
    for _ in range(4):
        attempt = attempt.after_death(None, "SIGKILL")
    with pytest.raises(KgraphError, match=r"die before they read any \(SIGKILL\)"):
        attempt.after_death(None, "SIGKILL")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_that_takes_nothing_ends_the_run_with_one_line(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(KgraphError, match=r"cannot be written: the folder .* is missing"):
        run(articles(), PlainRecipe(), tmp_path / "missing", Processes(jobs))


def test_a_web_page_is_read_where_its_partition_is(tmp_path: Path) -> None:
    sentence = (
        "Japan claims Kunashir. The government in Tokyo said so again in a note on the talks of this week."
    )
    page = f"<html><body><article><p>{sentence}</p><p>{sentence}</p></article></body></html>".encode()
    pages: list[Document | RawPage] = [
        RawPage(id="good", data=page, where="good.html"),
        RawPage(id="bare", data=b"<html><body></body></html>", where="bare.html", line=2),
    ]
    result = read(pages, tmp_path)
    ((place, rejection),) = result.left_out
    assert (place, rejection.where, rejection.line) == (1, "bare.html", 2)
    assert counted(tmp_path, result) == (1, 2)


def test_each_part_is_told_of_once(tmp_path: Path) -> None:
    told: list[PartDone] = []
    for executor in (Processes(2), InProcess()):
        result = run(articles(), PlainRecipe(), tmp_path, executor, on_done=lambda done, _: told.append(done))
    new = [done.digest for done in told if done.is_new]
    assert sorted(new) == sorted(result.parts)
    assert [done.digest for done in told if not done.is_new] == result.parts
    assert sum(done.found for done in told) == 2 * 300


class Stopped(InProcess):
    """Is stopped when its second part is written, and before it tells of it."""

    def read(self, partitions: Iterable[Partition], recipe: Recipe, folder: Path) -> Iterator[PartDone]:
        """Tell of the first part only."""
        read = super().read(partitions, recipe, folder)
        yield next(read)
        next(read)
        raise KeyboardInterrupt


def test_a_run_that_is_stopped_tells_of_all_it_keeps(tmp_path: Path) -> None:
    told: list[PartDone] = []
    with pytest.raises(KeyboardInterrupt):
        run(articles(), PlainRecipe(), tmp_path, Stopped(), on_done=lambda done, _: told.append(done))
    assert len(told) == 2
    assert {done.digest for done in told} == {path.name.partition(".")[0] for path in tmp_path.iterdir()}


def hold(folder: Path) -> str:
    """Lock a folder and give it free; "" where nothing is in the way."""
    try:
        with locked(folder):
            return ""
    except KgraphError as error:
        return str(error)


def test_a_folder_is_one_runs_at_a_time(tmp_path: Path) -> None:
    parts = tmp_path / "out" / "parts"
    parts.mkdir(parents=True)
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as other:
        with locked(parts):
            held = other.submit(hold, parts).result()
        assert "out: another kgraph build writes there; wait for its end" in held
        assert other.submit(hold, parts).result() == ""
