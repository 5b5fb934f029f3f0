"""By how many times a file, unpacked, the memory of a process grows that reads it: `python growth.py`.

Two files are read, one twice as long as the other, so that what any file takes (libraries, buffers, caches) does not
count. Each is read in a fork, whose high-water mark begins where it is. Prints a table of tables as JSON: by the name
of the target and the pattern that the file repeats.
"""

import contextlib
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from fuzzing import MOST_GROWTH, TARGETS, Target

BYTES = 200_000  # of the shorter file
PATTERNS = {
    "markup": b"<p>Japan claims it. ",
    "brackets": b"(",
    "angles": b"<",
    "objects": b'{"a":',
    "quotation marks": b'"',
    "fields": b"a,",
    "line ends": b"\n",
    "8-bit letters": b"\xe9 ",
}


def peak() -> int:
    """Give the most memory that this process has had, in bytes."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) * 1024


def growth(target: Target, pattern: bytes | None, folder: Path) -> float:
    """Give by how many bytes the memory grows for each byte more."""
    seed = target.seeds[0]
    pattern = pattern or (target.unpack(seed) if target.unpack else seed)
    short = pattern * (BYTES // len(pattern))
    return round((taken(target, 2 * short, folder) - taken(target, short, folder)) / len(short), 1)


def taken(target: Target, data: bytes, folder: Path) -> int:
    """Read a file in a fork; give by how many bytes that grew."""
    path = folder / f"a{target.suffix}"
    path.write_bytes(target.pack(data) if target.pack else data)
    listen, tell = os.pipe()
    if os.fork() == 0:
        before = peak()
        with contextlib.suppress(BaseException):
            target.read(path)
        os.write(tell, str(peak() - before).encode())
        os._exit(0)
    os.wait()
    os.close(tell)
    with os.fdopen(listen) as stream:
        return int(stream.read())


def main() -> None:
    """Read each kind of file with each pattern."""
    folder = Path(tempfile.mkdtemp(prefix="kgraph-growth-"))
    targets = {name: TARGETS[name] for name in MOST_GROWTH}
    for target in targets.values():  # what is loaded once is loaded then
        target.run(target.seeds[0], folder)
    patterns = {"good": None, **PATTERNS}
    found = {
        name: {what: growth(target, pattern, folder) for what, pattern in patterns.items()}
        for name, target in targets.items()
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
