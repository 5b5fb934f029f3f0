"""Partitions read by a Dask cluster: real schedulers, and workers that are processes."""

import importlib.util
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dask
import psutil
import pytest
from click.testing import CliRunner, Result
from distributed import Client, LocalCluster
from slow_reader import SlowReader, SlowRecipe

from kgraph.cli import cli
from kgraph.corpus import InProcess, PartDone, Partition, connection, read_partition, worker
from kgraph.corpus.cluster import Cluster
from kgraph.errors import KgraphError
from kgraph.model import Document

RECIPE = SlowRecipe()


def partitions(*texts: str, size: int = 4) -> list[Partition]:
    """Put documents together, so many each; their ids follow from their texts."""
    documents = [Document(id=text.split()[0].lower(), text=text) for text in texts]
    cut = range(0, len(documents), size)
    return [Partition(tuple(documents[at : at + size]), RECIPE.fingerprint, at) for at in cut]


SAID = (
    "Japan claims Kunashir.",
    "China rejected Japan's claim to the Senkaku Islands.",
    "Argentina claims the Falkland Islands, which the United Kingdom administers.",
)
CALM = partitions(*(f"N{number} claims Kunashir. Calm weather." for number in range(80)))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def expected(some: Iterable[Partition], folder: Path) -> dict[str, bytes]:
    """Read partitions in this process."""
    folder.mkdir()
    list(InProcess(SlowReader()).read(some, RECIPE, folder))
    return contents(folder)


@contextmanager
def started(workers: int) -> Iterator[LocalCluster]:
    settings = {
        "distributed.scheduler.allowed-failures": 1,
        # once in a while the scheduler misses that a process has died, and waits five minutes for word of it
        "distributed.scheduler.worker-ttl": "30s",
        "distributed.worker.profile.enabled": False,
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.CRITICAL,
        ) as it,
    ):
        yield it


@pytest.fixture(scope="module")
def two() -> Iterator[str]:
    """The address of two worker processes, each started anew when it is killed."""
    with started(2) as it:
        yield it.scheduler_address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where parts are kept."""
    made = tmp_path / "parts"
    made.mkdir()
    return made


def test_the_same_bytes_though_a_worker_is_killed_in_mid_run(two: str, folder: Path, tmp_path: Path) -> None:
    with Client(two) as client:
        victim = min(client.run(os.getpid).values())
    done: list[PartDone] = []
    for each in Cluster(two).read(CALM, RECIPE, folder):
        done.append(each)
        if len(done) == 4:
            psutil.Process(victim).kill()
    assert not psutil.pid_exists(victim)
    assert sorted(each.digest for each in done) == sorted(each.digest for each in CALM)
    assert contents(folder) == expected(CALM, tmp_path / "here")


def test_a_document_that_kills_its_worker_is_left_out_and_all_others_are_read(
    two: str, folder: Path, tmp_path: Path
) -> None:
    deadly = partitions("A claims B.", "C KILLS.", "D claims E.")
    done = list(Cluster(two).read([*CALM[:4], *deadly, *CALM[4:8]], RECIPE, folder))
    assert len(done) == 9
    (left_out,) = (each for part in done for each in part.left_out)
    assert (left_out.place, left_out.fatal) == (1, True)
    assert left_out.reason.startswith("not read: the process that read it died over it")
    (tmp_path / "poisoned").mkdir()
    read_partition(deadly[0], SlowReader(), tmp_path / "poisoned", {1: left_out.reason})
    poisoned = contents(tmp_path / "poisoned")
    assert contents(folder) == {**expected(CALM[:8], tmp_path / "here"), **poisoned}


def test_a_worker_that_cannot_write_is_left_alone_until_the_next_run(
    two: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    executor = Cluster(two, patience=2)
    with pytest.raises(KgraphError, match="nobody has been there to read for 2 seconds"):
        list(executor.read(partitions("A FILLS it."), RECIPE, folder))
    assert 1 <= caplog.text.count("No space left on device") <= 2  # once a worker
    assert contents(folder) == {}
    assert len(list(Cluster(two).read(CALM[:2], RECIPE, folder))) == 2


def test_few_partitions_are_held_at_a_time(two: str, folder: Path) -> None:
    taken = done = most = 0

    def counted() -> Iterator[Partition]:
        nonlocal taken, most
        for partition in CALM:
            taken += 1
            most = max(most, taken - done)
            yield partition

    for _ in Cluster(two).read(counted(), RECIPE, folder):
        done += 1
    assert (taken, done) == (len(CALM), len(CALM))
    assert most <= 2 * 2 + 1


def test_whoever_stops_keeps_what_is_done_and_leaves_nothing_to_be_read(two: str, folder: Path) -> None:
    reading = Cluster(two).read(CALM, RECIPE, folder)
    done = next(reading)
    reading.close()
    assert {path.stem for path in folder.iterdir()} == {done.digest}
    with Client(two) as client:
        # What is being read cannot be stopped; it takes a moment.
        assert sum(len(keys) for keys in client.processing().values()) <= 2


def test_workers_that_join_later_read(folder: Path, tmp_path: Path) -> None:
    with started(0) as late:
        hired: list[int] = []

        def hire(workers: int, _: int) -> None:
            if not (workers or hired):
                late.scale(1)
            hired.append(workers)

        list(Cluster(late.scheduler_address, on_look=hire).read(CALM[:3], RECIPE, folder))
    assert set(hired) == {0, 1}
    assert contents(folder) == expected(CALM[:3], tmp_path / "here")


def test_a_run_without_workers_says_that_it_waits_and_ends(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with started(0) as empty, pytest.raises(KgraphError) as told:
        list(Cluster(empty.scheduler_address, patience=1).read(CALM, RECIPE, folder))
    assert "nobody has been there to read for 1 seconds" in str(told.value)
    assert f"dask worker {empty.scheduler_address}" in str(told.value)
    assert caplog.text.count("waiting 1 seconds") == 1


def test_a_scheduler_that_is_lost_ends_the_run_with_one_line(folder: Path) -> None:
    with (
        started(0) as empty,
        pytest.raises(KgraphError, match="the scheduler is lost; what was read is kept"),
    ):
        list(Cluster(empty.scheduler_address, on_look=lambda *_: empty.close()).read(CALM, RECIPE, folder))


def test_workers_with_other_versions_are_refused_by_name_and_version(
    two: str, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    there = worker._versions(None)
    monkeypatch.setattr(worker, "_versions", lambda _: {**there, "kgraph": "9.9", "numpy": "0.1"})
    monkeypatch.setattr(SlowRecipe, "fingerprint", "other")  # else they have shown their versions
    with pytest.raises(KgraphError) as told:
        list(Cluster(two, patience=2).read(CALM, RECIPE, folder))
    assert f"it has kgraph {there['kgraph']} (not 9.9), numpy {there['numpy']} (not 0.1)" in str(told.value)
    assert caplog.text.count("is not used: it has kgraph") == 2


@pytest.mark.parametrize(
    "address", ["tcp://localhost", "tcp://:8786", "localhost:8786", "http://localhost:8786", ""]
)
def test_what_is_no_address_is_told_so(address: str) -> None:
    with pytest.raises(KgraphError, match="no address of a cluster: give tcp://HOST:PORT"):
        Cluster(address)


def test_a_scheduler_that_does_not_answer_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 0.5)
    with pytest.raises(KgraphError, match=r"tcp://127.0.0.1:1: no scheduler answers") as told:
        list(Cluster("tcp://127.0.0.1:1").read(CALM, RECIPE, folder))
    assert "\n" not in str(told.value)


def test_an_encrypted_scheduler_without_a_certificate_to_show_is_told(folder: Path) -> None:
    with pytest.raises(KgraphError, match=r"tls://127.0.0.1:1: no certificate to show"):
        list(Cluster("tls://127.0.0.1:1").read(CALM, RECIPE, folder))


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(KgraphError, match=r"pip install 'kgraph-disputes\[cluster\]'"):
        Cluster("local")


def test_nothing_to_read_calls_no_cluster(folder: Path) -> None:
    assert list(Cluster("tcp://127.0.0.1:1").read([], RECIPE, folder)) == []


def test_nobody_imports_dask_before_it_is_needed() -> None:
    program = (
        "import sys, kgraph.cli, kgraph.pipeline, kgraph.corpus.cluster;"
        "print({'dask', 'distributed'} & {*sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def build(source: Path, out: Path, *options: str) -> tuple[Result, dict[str, bytes]]:
    """Run `kgraph build`; gives what it said, and its files with the name of each."""
    result = CliRunner().invoke(cli, ["build", str(source), "-o", str(out), *options])
    return result, {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.*")}


@pytest.mark.model
def test_build_on_a_cluster_of_this_machine_writes_what_one_process_writes(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    articles = [{"id": f"article-{at}", "text": said, "date": "2024-05-01"} for at, said in enumerate(SAID)]
    source.write_text("".join(json.dumps(article) + "\n" for article in articles))
    before = workers_here()
    here, one = build(source, tmp_path / "one", "--jobs", "1")
    there, two = build(source, tmp_path / "two", "--jobs", "1", "--cluster", "local")
    assert (here.exit_code, there.exit_code) == (0, 0)
    assert {"assertions.jsonl", "graph.ttl", "graph.html", "report.json"} < one.keys()
    assert b"kunashir" in one["graph.ttl"]
    assert two == one
    assert workers_here() == before


def test_build_tells_in_one_line_what_is_wrong_with_the_cluster(tmp_path: Path) -> None:
    source = tmp_path / "article.txt"
    source.write_text("Japan claims Kunashir.")
    jobs, _ = build(source, tmp_path / "out", "--jobs", "2", "--cluster", "tcp://127.0.0.1:1")
    assert (jobs.exit_code, "--jobs goes with --cluster local" in jobs.stderr) == (2, True)
    address, _ = build(source, tmp_path / "out", "--cluster", "10.0.0.1")
    assert address.stderr == (
        "kgraph: 10.0.0.1: no address of a cluster: give tcp://HOST:PORT, tls://HOST:PORT or local\n"
    )


def workers_here() -> set[psutil.Process]:
    """Find the processes that were started as workers are."""
    children = psutil.Process().children(recursive=True)
    return {child for child in children if "spawn_main" in " ".join(child.cmdline())}
