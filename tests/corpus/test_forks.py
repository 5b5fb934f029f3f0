"""Work shared with forks: what comes out is the same, whoever does it and whatever becomes of them."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from kgraph.corpus.forks import share
from kgraph.corpus.processes import Processes
from kgraph.spread import both, one_by_one

HERE = os.getpid()


def waited(pause: float) -> int:
    """Take some time, and tell which process did."""
    time.sleep(pause)
    return os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3, 9])
@pytest.mark.parametrize("number", [0, 1, 2, 20, 300])
def test_what_comes_out_is_in_order(processes: int, number: int) -> None:
    texts = ["word " * at for at in range(number)]
    assert share(len, texts, processes) == [len(text) for text in texts]


def test_all_processes_work_on_it() -> None:
    done = share(waited, [0.05] * 12, 3)
    assert HERE in done
    assert len(set(done)) == 3
    assert set(share(waited, [0.0] * 12, 1)) == {HERE}


def test_who_is_free_takes_the_next() -> None:
    # The last is done here whoever takes the first; the first is long, as a busy machine may not run the other at once.
    first, *others, _ = share(waited, [2.0, *[0.01] * 10], 2)
    assert first not in others


def test_the_last_is_done_here() -> None:
    assert share(waited, [0.0] * 12, 3)[-1] == HERE


def test_two_things_are_done_at_the_same_time() -> None:
    there, here = both(Processes(2, fork=True).spread, lambda: waited(0.05), lambda: waited(0.2))
    assert there != here == HERE
    assert both(one_by_one, os.getpid, lambda: "here") == (HERE, "here")


def test_what_is_shared_shares_on() -> None:
    def shares(pause: float) -> set[int]:
        return set(share(waited, [pause] * 4, 2))

    there, here = both(Processes(2, fork=True).spread, lambda: waited(0.05), lambda: shares(0.05))
    assert len(here) == 2
    assert there not in here


def test_more_than_a_pipe_holds_comes_back() -> None:
    assert share(lambda letter: letter * 300_000, "abcd", 2) == [letter * 300_000 for letter in "abcd"]


def test_what_a_fork_died_over_is_done_here() -> None:
    def deadly(number: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert share(deadly, range(50), 3) == list(range(50))


def test_a_fork_ends_with_who_started_it(tmp_path: Path) -> None:
    begun, written = tmp_path / "begun", tmp_path / "written"

    def writes_late() -> None:
        begun.touch()
        time.sleep(1)
        written.touch()

    starter = os.fork()
    if starter == 0:
        try:
            both(Processes(2, fork=True).spread, writes_late, lambda: waited(60))
        finally:
            os._exit(1)
    while not begun.exists():
        time.sleep(0.01)
    os.kill(starter, signal.SIGKILL)
    os.waitpid(starter, 0)
    time.sleep(1.2)
    assert not written.exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_goes_wrong_is_raised_here(processes: int) -> None:
    def fails(number: int) -> float:
        time.sleep(0.01)
        return 1 / (number - 5)

    with pytest.raises(ZeroDivisionError):
        share(fails, range(10), processes)


def test_no_fork_is_left() -> None:
    share(waited, [0.0] * 4, 4)
    assert [each.name for each in multiprocessing.active_children() if each.name == "kgraph-fork"] == []


def test_where_nothing_can_be_forked_it_is_done_here() -> None:
    assert set(Processes(3, fork=False).spread(waited, [0.0] * 6)) == {HERE}
    assert len(set(Processes(2, fork=True).spread(waited, [0.05] * 8))) == 2
