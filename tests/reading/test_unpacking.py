"""Compressed files: as their names say, up to where they are damaged, and never without end."""

import gzip
import random
import sys
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.reading import unpacking
from kgraph.reading.unpacking import BombError, DamagedError, unpack

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACK = {"gzip": gzip.compress, "zstd": zstd.compress}
SUFFIX = {"gzip": ".gz", "zstd": ".zst"}
RECORD = b'{"id": "%d", "text": "Japan claims it %s."}\n'
PACKINGS = pytest.mark.parametrize("packing", ["gzip", "zstd"])


def many(count):
    """Make records that do not shrink to nothing."""
    letters = random.Random(7)
    return [RECORD % (n, letters.randbytes(30).hex().encode()) for n in range(count)]


@PACKINGS
@pytest.mark.parametrize("parts", [1, 3])
def test_records_of_packed_files_are_read(read_bytes, packing, parts):
    """A file may be several put together, as `cat` does."""
    records = many(30)
    data = b"".join(PACK[packing](b"".join(records[n::parts])) for n in range(parts))
    documents, rejections = read_bytes(f"a.jsonl{SUFFIX[packing]}", data)
    assert (len(documents), rejections) == (30, [])
    documents, rejections = read_bytes(
        f"b.csv{SUFFIX[packing]}", PACK[packing](b"id,text\nn1,Japan claims it.\n")
    )
    assert ([document.id for document in documents], rejections) == (["n1"], [])


@PACKINGS
@pytest.mark.parametrize("part", [0.3, 0.8, 0.999])
def test_records_before_the_end_of_a_cut_file_are_kept(read_bytes, packing, part):
    records = many(8_000)
    packed = PACK[packing](b"".join(records))
    documents, (rejection,) = read_bytes(f"a.jsonl{SUFFIX[packing]}", packed[: int(part * len(packed))])
    assert len(documents) > part * len(records) - 1_500  # a block of zstd holds 1,300 of them
    assert [document.id for document in documents] == [str(n) for n in range(len(documents))]
    assert (rejection.line, rejection.fatal) == (None, True)
    assert rejection.reason.startswith(f"the {packing} data are damaged (")
    assert rejection.reason.endswith("): records before that are kept; fetch the file again")


def test_records_before_the_damage_of_a_small_file_are_kept(read_bytes):
    packed = gzip.compress(b"".join(many(300)))
    half = len(packed) // 2
    documents, rejections = read_bytes("a.jsonl.gz", packed[:half] + b"\xff" * (len(packed) - half))
    assert len(documents) > 100
    assert rejections[-1].reason.startswith("the gzip data are damaged (")


def unequal(packed, packing):
    """Spoil the check sum at the end."""
    at = -8 if packing == "gzip" else -1
    data = bytearray(packed)
    data[at] ^= 1
    return bytes(data)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_lines_that_damage_has_garbled_are_one_complaint_with_their_count(read_bytes, name):
    """The check sum at the end tells of damage that unpacking has gone through."""
    records = [b"id,text\n"] if name == "a.csv" else []
    records += [b"n1,Japan claims it.\n" if name == "a.csv" else RECORD % (1, b"")]
    garbled = [b'n2,"Jap"\xe4n,cl\n' if name == "a.csv" else b'{"id": "2, #}\n'] * 40
    packed = unequal(gzip.compress(b"".join([*records, *garbled])), "gzip")
    documents, (rejection,) = read_bytes(f"{name}.gz", packed)
    assert len(documents) == 1
    assert (rejection.line, rejection.fatal, rejection.count) == (None, True, 40)
    assert rejection.reason.startswith("the gzip data are damaged (CRC check failed ")
    assert rejection.reason.endswith(
        "): 40 lines are garbled and left out, and what is read may be garbled; fetch the file again"
    )


def test_wrong_lines_of_a_sound_file_are_named_one_by_one(read_bytes):
    lines = [RECORD % (1, b""), *[b"{}\n", b"none\n"] * 700]
    documents, rejections = read_bytes("a.jsonl.gz", gzip.compress(b"".join(lines)))
    assert len(documents) == 1
    assert [rejection.line for rejection in rejections] == [*range(2, 1_002), None]
    assert sum(rejection.count for rejection in rejections) == 1_400
    assert rejections[-1].reason == "beside the 1,000 complaints named so far, 400 inputs are left out"


def test_doubts_of_a_damaged_file_stay(read_bytes):
    line = b'{"text": "Japan claims it.", "date": "Friday"}\n'
    packed = unequal(gzip.compress(line + b"none\n"), "gzip")
    documents, (doubt, rejection) = read_bytes("a.jsonl.gz", packed)
    assert (len(documents), doubt.fatal, doubt.line) == (1, False, 1)
    assert "): 1 line is garbled and left out," in rejection.reason


@PACKINGS
def test_garbage_after_the_data_is_damage(packing):
    with pytest.raises(DamagedError):
        unpack(BytesIO(PACK[packing](b"Japan\n") + b"garbage"), SUFFIX[packing]).read()


@pytest.mark.parametrize(
    ("suffix", "data", "reason"),
    [
        (".zst", gzip.compress(b"x", mtime=0), "gzip data, though its name ends in .zst: let it end in .gz"),
        (".gz", zstd.compress(b"x"), "zstd data, though its name ends in .gz: let it end in .zst"),
        (".gz", b"{}", "no gzip data, though its name ends in .gz: take the .gz off its name"),
        (".zst", b"{}", "no zstd data, though its name ends in .zst: take the .zst off its name"),
        (".zst", b"", "empty: there is nothing to read"),
        (".gz", b"", "empty: there is nothing to read"),
        (".zst", zstd.compress(b""), "empty: there is nothing to read"),
    ],
)
def test_a_wrong_suffix_is_said(read_bytes, suffix, data, reason):
    documents, (rejection,) = read_bytes(f"a.jsonl{suffix}", data)
    assert (documents, rejection.reason) == ([], reason)


@PACKINGS
def test_a_bomb_is_left_when_it_shows(read_bytes, monkeypatch, packing):
    monkeypatch.setattr(unpacking, "_BYTES_BEFORE_RATIO", 100_000)
    bomb = PACK[packing](b"\n" * 8_000_000)
    with pytest.raises(BombError) as raised:
        unpack(BytesIO(bomb), SUFFIX[packing]).read()
    given = int(str(raised.value).split()[8].replace(",", ""))
    assert given < 7_990_000
    first = RECORD % (1, b"")
    documents, (rejection,) = read_bytes(f"a.jsonl{SUFFIX[packing]}", PACK[packing](first) + bomb)
    assert [document.id for document in documents] == ["1"]
    assert "unpack to over" in rejection.reason


@PACKINGS
def test_packed_standard_input_is_unpacked(read, packing):
    documents, rejections = read("-", stdin=PACK[packing](b"".join(many(3))))
    assert ([document.id for document in documents], rejections) == (["0", "1", "2"], [])
    (document,), rejections = read("-", stdin=PACK[packing](b"Japan claims Kunashir."))
    assert (document.text, rejections) == ("Japan claims Kunashir.", [])
    documents, (rejection,) = read("-", stdin=PACK[packing](b"".join(many(3)))[:-9])
    assert str(rejection).startswith(f"<stdin>: the {packing} data are damaged (")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.data(), st.sampled_from(["gzip", "zstd"]))
def test_damage_anywhere_raises_nothing(read_bytes, data, packing):
    packed = bytearray(PACK[packing](b"".join(many(50))))
    for _ in range(data.draw(st.integers(1, 5))):
        packed[data.draw(st.integers(4, len(packed) - 1))] = data.draw(st.integers(0, 255))
    documents, rejections = read_bytes(f"a.jsonl{SUFFIX[packing]}", bytes(packed))
    assert documents or rejections
