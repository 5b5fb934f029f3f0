"""How far the memory of a process grows while it reads a file, as a multiple of the file unpacked: `python growth.py`.

What any file takes, `FIXED`, is taken off first.

Each file is read in a fork, whose high-water mark begins where it is. Prints a table of tables as JSON: by the name of
the target and the pattern that the file repeats.
"""

import contextlib
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from fuzzing import MOST_GROWTH, TARGETS, Target

BYTES = 200_000
FIXED = 4_000_000  # bytes that any file may take: buffers, caches
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


def repeated(target: Target, pattern: bytes | None) -> bytes:
    """Repeat a pattern, or the inside of a good file, to a file of so many bytes."""
    seed = target.seeds[0]
    pattern = pattern or (target.unpack(seed) if target.unpack else seed)
    return pattern * (BYTES // len(pattern))


def grown(target: Target, data: bytes, folder: Path) -> float:
    """Read a file in a fork; give by how many times its size that grew."""
    path = folder / f"a{target.suffix}"
    path.write_bytes(target.pack(data) if target.pack else data)
    listen, tell = os.pipe()
    if os.fork() == 0:
        before = peak()
        with contextlib.suppress(BaseException):
            target.read(path)
        os.write(tell, str(max(peak() - before - FIXED, 0) / len(data)).encode())
        os._exit(0)
    os.wait()
    os.close(tell)
    with os.fdopen(listen) as stream:
        return round(float(stream.read()), 1)


def main() -> None:
    """Read each kind of file with each pattern."""
    folder = Path(tempfile.mkdtemp(prefix="kgraph-growth-"))
    targets = {name: TARGETS[name] for name in MOST_GROWTH}
    for target in targets.values():  # what is loaded once is loaded then
        target.run(target.seeds[0], folder)
    patterns = {"good": None, **PATTERNS}
    found = {
        name: {what: grown(target, repeated(target, pattern), folder) for what, pattern in patterns.items()}
        for name, target in targets.items()
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
