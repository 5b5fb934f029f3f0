"""Files of hostile hands: each reader ends in time, within bounds of memory, and says what is wrong."""

import copy
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import fuzzing
import pytest
from fuzzing import TARGETS, changed, found

MOST_SECONDS = 2.0  # of the processor, for a file of some kilobytes
CHANGED = 60  # files of each kind
DEEP = [
    opening * 20_000 for opening in (b"[", b'{"a":', b"(", b"<div>", b"a = [", b"a.", b"[a.", b'"', b"<<(")
]
ODD = [
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"9" * 5_000,
    b'{"id": ' + b"9" * 5_000 + b"}",
    b"\n" * 5_000,
]

readers = pytest.mark.parametrize("name", TARGETS)


def run(name: str, files: list[bytes], folder: Path) -> None:
    for data in files:
        begun = time.process_time()
        try:
            TARGETS[name].run(data, folder)
        except BaseException as error:
            error.add_note(f"{name}: {data[:2_000]!r}")
            raise
        assert time.process_time() - begun < MOST_SECONDS, (name, data[:2_000])


@readers
def test_files_that_fuzzing_found_are_read_or_refused(name: str, tmp_path: Path) -> None:
    """Each reached code that no file before it had reached, when `benchmarks/fuzz.py` came upon it."""
    run(name, [*TARGETS[name].seeds, *found(name)], tmp_path)


@readers
def test_changed_files_are_read_or_refused(name: str, tmp_path: Path) -> None:
    run(name, list(changed([*TARGETS[name].seeds, *found(name)], CHANGED, seed=7)), tmp_path)


@readers
def test_what_is_nested_without_end_is_refused(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    files = [*DEEP, *ODD]
    run(name, files + [target.pack(data) for data in files] if target.pack else files, tmp_path)


# ------------------------------------------------------------------ records whose fields are of another kind

OTHER_KINDS = [
    None, 7, -1, 10**30, 1.5, True, [], {}, "", "x", [1], [[]], {"a": 1}, "\ud800", float("nan"), [3, 1], ["Japan"],
]  # fmt: skip
RECORDS = {
    "json": fuzzing.RECORD | {"source": "Example Times"},
    "lines": fuzzing.RECORD,
    "gold": fuzzing.GOLD,
    "predictions": fuzzing.SAID | {"subject_text": "x", "sentence": "x", "construction": "x", "about": "x"},
    "annotated links": fuzzing.LINKED,
    "aliases": {"Japan": ["Tokyo"]},
    "proposals": fuzzing.PROPOSED | {"about": "x", "time": "1956", "attributed_to": "x"},
    "JSON-LD": json.loads(fuzzing.JSON_LD),
}


def places(record: object, *way: object) -> Iterator[tuple[object, ...]]:
    """Give the way to each value in a record, itself and those within it."""
    yield way
    within = (
        record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    )
    for key, value in within:
        yield from places(value, *way, key)


def put(record: object, way: tuple[object, ...], value: object) -> object:
    """Give a copy of a record with another value in a place."""
    if not way:
        return value
    *above, last = way
    changed = part = copy.deepcopy(record)
    for key in above:
        part = part[key]  # type: ignore[index]
    part[last] = value  # type: ignore[index]
    return changed


@pytest.mark.parametrize("name", RECORDS)
def test_a_field_of_another_kind_is_read_or_refused(name: str, tmp_path: Path) -> None:
    record = RECORDS[name]
    changed = [put(record, way, value) for way in places(record) for value in OTHER_KINDS]
    run(name, [json.dumps(each).encode() for each in changed], tmp_path)


# ------------------------------------------------------------------ growth


@pytest.fixture(scope="module")
def growth() -> dict[str, dict[str, float]]:
    script = Path(__file__).with_name("growth.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    told: dict[str, dict[str, float]] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(("name", "most"), fuzzing.MOST_GROWTH.items())
def test_memory_grows_by_no_more_than_a_multiple_of_the_file(
    growth: dict[str, dict[str, float]], name: str, most: float
) -> None:
    assert {what: times for what, times in growth[name].items() if times > most} == {}
