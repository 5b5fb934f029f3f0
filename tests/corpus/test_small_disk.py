"""Disks that are full or read-only, and kills: what was there stays, one line says what to do, and going on ends well.

The disk is a file system of its own in memory, mounted where nobody else sees it. Where a test may not mount one, a
bound on the size of files stands for its end.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kgraph.graph.write import to_turtle
from kgraph.graphs import open_graph

PROGRAM = Path(__file__).with_name("plain_kgraph.py")
KILLS = 3

Script = Callable[..., "subprocess.CompletedProcess[str]"]
# A shell of its own, in which DISK is a small disk: `grow` makes it large, `freeze` read-only.
MOUNTED = """
mount -t tmpfs -o size=$SIZE tmpfs "$DISK" && cp -r "$GIVEN/." "$DISK/" || exit 99
grow() { mount -o remount,size=64m,rw "$DISK"; }
freeze() { mount -o remount,ro "$DISK"; }
"""
BOUNDED = """
cp -r "$GIVEN/." "$DISK/"
grow() { ulimit -S -f unlimited; }
freeze() { chmod -R a-w "$DISK"; }
ulimit -S -f $BLOCKS
"""


def may_mount() -> bool:
    """Tell whether this system lets a test mount a file system in a name space of its own."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return (
        shutil.which("unshare") is not None and subprocess.run(command, capture_output=True).returncode == 0
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of articles, what they were built into, and a store of the first."""
    folder: Path = tmp_path_factory.mktemp("desk")
    for name, claim in (("news", "Japan claims Kunashir"), ("more", "China claims Spratly")):
        rows = [{"id": f"{name}{at}", "text": f"{claim}. The sea was calm, {at}."} for at in range(300)]
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        kgraph("build", folder / f"{name}.jsonl", "-o", folder / name, "--jobs", "2")
    kgraph("load", folder / "news", "--store", folder / "given" / "news.kg")
    (folder / "empty").mkdir()
    return folder


def kgraph(*arguments: str | Path) -> None:
    subprocess.run(
        [sys.executable, PROGRAM, "-q", *map(str, arguments)],
        check=True,
        capture_output=True,
        env=environment(),
    )


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join([*sys.path])}


@pytest.fixture
def script(desk: Path, tmp_path: Path) -> Script:
    """Run lines of a shell on a small disk; `kgraph` is the program, and `OUT` a folder beside."""
    (tmp_path / "disk").mkdir()
    mounting = may_mount()

    def run(lines: str, *, size: int, given: Path) -> "subprocess.CompletedProcess[str]":
        variables = {
            "DISK": tmp_path / "disk",
            "GIVEN": given,
            "DESK": desk,
            "OUT": tmp_path,
            "SIZE": f"{size}k",
        }
        variables["BLOCKS"] = str(max(size // 20, 1))  # a store spreads over several files
        head = MOUNTED if mounting else BOUNDED
        text = f'kgraph() {{ "{sys.executable}" "{PROGRAM}" -q "$@"; }}\n{head}\n{lines}'
        command = ["unshare", "-rm", "bash", "-c", text] if mounting else ["bash", "-c", text]
        return subprocess.run(
            command,
            env=environment() | {name: str(value) for name, value in variables.items()},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def triples(store: Path) -> str:
    return to_turtle(open_graph(store))


def complaints(said: str) -> list[str]:
    assert "Traceback" not in said
    return said.splitlines()


def test_a_build_on_a_full_disk_goes_on_where_there_is_room(
    script: Script, desk: Path, tmp_path: Path
) -> None:
    done = script(
        'kgraph build "$DESK/news.jsonl" -o "$DISK/out" --jobs 2; echo $?; ls -A "$DISK/out"; grow;'
        'kgraph build "$DESK/news.jsonl" -o "$DISK/out" --jobs 2; echo $?; cp -r "$DISK/out" "$OUT/copy"',
        size=500,
        given=desk / "empty",
    )
    (line,) = complaints(done.stderr)
    assert re.fullmatch(r"kgraph: \S+: cannot be written: (No space left on device|File too large)", line)
    assert done.stdout.split() == ["2", "parts", "0"]
    assert files(tmp_path / "copy") == files(desk / "news")


def test_a_load_on_a_full_disk_makes_no_store(script: Script, desk: Path, tmp_path: Path) -> None:
    done = script(
        'kgraph load "$DESK/news" --store "$DISK/news.kg"; echo $?; ls -A "$DISK"; grow;'
        'kgraph load "$DESK/news" --store "$DISK/news.kg"; echo $?; cp -r "$DISK" "$OUT/copy"',
        size=600,
        given=desk / "empty",
    )
    (line,) = complaints(done.stderr)
    assert re.match(r"kgraph: \S+/news\.kg: the disk is full; free some space and try again", line), line
    assert done.stdout.split() == ["2", "0"]
    assert triples(tmp_path / "copy" / "news.kg") == triples(desk / "given" / "news.kg")


def test_a_load_that_finds_no_room_leaves_the_store_as_it_was(
    script: Script, desk: Path, tmp_path: Path
) -> None:
    done = script(
        'kgraph load "$DESK/more" --store "$DISK/news.kg"; echo $?; cp -r "$DISK" "$OUT/before"; grow;'
        'kgraph load "$DESK/more" --store "$DISK/news.kg"; echo $?; cp -r "$DISK" "$OUT/after"',
        size=1600,
        given=desk / "given",
    )
    *_, line = complaints(done.stderr)
    assert "the disk is full; free some space and try again" in line
    assert done.stdout.split() == ["2", "0"]
    assert triples(tmp_path / "before" / "news.kg") == triples(desk / "given" / "news.kg")
    both = triples(tmp_path / "after" / "news.kg")
    assert "Kunashir" in both
    assert "Spratly" in both


def test_a_read_only_folder_is_read_and_what_would_write_says_so(script: Script, desk: Path) -> None:
    reading = (
        'kgraph info "$DISK/news.kg" > "$OUT/info" && kgraph export "$DISK/news.kg" -o "$OUT/x.ttl"; echo $?;'
    )
    writing = (
        'kgraph load "$DESK/more" --store "$DISK/news.kg"; echo $?;'
        'kgraph build "$DESK/more.jsonl" -o "$DISK/out" --jobs 2; echo $?;'
        'kgraph remove news1 --store "$DISK/news.kg"; echo $?;'
    )
    done = script(f"freeze; {reading} {writing}", size=20_000, given=desk / "given")
    lines = complaints(done.stderr)
    assert done.stdout.split() == ["0", "2", "2", "2"]
    assert len(lines) == 3
    assert all(
        re.match(r"kgraph: \S+: .*(Read-only file system|[Pp]ermission denied)", line) for line in lines
    ), lines


def test_two_loads_into_one_store_wait_for_one_another_in_a_line(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk / "given", tmp_path / "given")
    command = [
        sys.executable,
        PROGRAM,
        "-q",
        "load",
        desk / "more",
        "--store",
        tmp_path / "given" / "news.kg",
    ]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert {process.returncode for process in both} <= {0, 2}
    assert 0 in {process.returncode for process in both}
    for process, text in zip(both, said, strict=True):
        assert process.returncode == 0 or re.fullmatch(
            r"kgraph: \S+: in use by another process that changes it; wait for its end\n", text
        )
    assert "Spratly" in triples(tmp_path / "given" / "news.kg")


def test_a_load_that_is_killed_leaves_the_store_before_or_after_it(desk: Path, tmp_path: Path) -> None:
    store, chance = tmp_path / "news.kg", random.Random(7)
    shutil.copytree(desk / "given" / "news.kg", store)
    command = [sys.executable, PROGRAM, "-q", "load", desk / "more", "--store", store]
    begun = time.monotonic()
    shutil.copytree(store, tmp_path / "after.kg")
    subprocess.run([*command[:-1], tmp_path / "after.kg"], check=True, env=environment())
    lasted = time.monotonic() - begun
    states = {triples(store), triples(tmp_path / "after.kg")}
    assert len(states) == 2
    for _ in range(KILLS):
        process = subprocess.Popen(
            command, env=environment(), start_new_session=True, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.3, 1) * lasted)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert triples(store) in states
    subprocess.run(command, check=True, env=environment())
    assert triples(store) == triples(tmp_path / "after.kg")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
