"""Fuzzing of the readers, led by coverage: what files of any kind can do to kgraph.

    pip install --group fuzz
    python benchmarks/fuzz.py [TARGET...] [--seconds 60] [--keep FOLDER]

Each target of `tests/fuzzing.py` runs in a process of its own for so many seconds. Prints how many files were read, how
much code they reached, and each finding: what broke, and the file in FOLDER (`out/fuzz` by default) that does it.
`--shrink` then writes the smallest set of files that reaches the same code to `tests/fuzz/`, which the tests read.
"""

import argparse
import base64
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

MOST_SECONDS = 10  # for one file, under the instruments that make Python ten times slower
MOST_MB = 2_000
LONGEST = 8_192  # bytes of a file
INSTRUMENTED = ["kgraph", "trafilatura", "htmldate", "courlan", "justext", "json", "csv", "tomllib"]
KEPT_BYTES = 1_500  # files longer than that are not kept for the tests


def fuzz(name: str, program: str, arguments: list[str]) -> None:
    """Fuzz a target; does not return. The program starts this anew: libFuzzer merges in processes of its own."""
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
        import fuzzing
        import trafilatura  # noqa: F401 - else it is imported later, without the instruments

    target = fuzzing.TARGETS[name]
    folder = Path(tempfile.mkdtemp(prefix="kgraph-fuzz-"))

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        """Change what is inside of a packed file, or now and then the packed file."""
        if seed % 4:
            try:
                inside = target.unpack(data)
            except Exception:  # damaged already
                inside = b""
            if inside:
                return target.pack(atheris.Mutate(inside, max(len(inside) * 2, 64)))[:most]
        return atheris.Mutate(data, most)

    more = {"custom_mutator": mutate} if target.pack else {}
    atheris.Setup([program, *arguments], lambda data: target.run(data, folder), **more)
    atheris.Fuzz()


def run(name: str, seconds: int, keep: Path) -> tuple[int, int, int, list[str]]:
    """Fuzz a target for some seconds; give how many files were read, how much code was reached, and what broke."""
    from fuzzing import TARGETS, found

    place = keep / name.replace(" ", "-")
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate([*TARGETS[name].seeds, *found(name)]):
        (corpus / f"seed-{number}").write_bytes(data)
    flags = [f"-max_total_time={seconds}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MB}"]
    flags += [f"-max_len={LONGEST}", f"-artifact_prefix={place}/", "-print_final_stats=1", "-seed=1"]
    log = _call(name, *flags, str(corpus))
    count = max(map(int, re.findall(r"(?:^#|executed_units: )(\d+)", log, re.MULTILINE)), default=0)
    reached = max(map(int, re.findall(r"cov: (\d+)", log)), default=0)
    broken = re.findall(
        r"=== Uncaught Python exception: ===\n(.*)|(ERROR: libFuzzer: .*)|(==\d+==ERROR: .*)", log
    )
    files = re.findall(r"Test unit written to (\S+)", log)
    (place / "log.txt").write_text(log, encoding="utf-8")
    return (
        count,
        reached,
        len(list(corpus.iterdir())),
        [" ".join(filter(None, each)) + (f" ({files[-1]})" if files else "") for each in broken],
    )


def shrink(name: str, keep: Path) -> int:
    """Write the smallest set of short files that reaches the same code to the tests; give how many there are."""
    from fuzzing import FOUND

    place = keep / name.replace(" ", "-")
    small = place / "small"
    shutil.rmtree(small, ignore_errors=True)
    small.mkdir()
    _call(name, "-merge=1", f"-timeout={MOST_SECONDS}", str(small), str(place / "corpus"))
    files = sorted((path.read_bytes() for path in small.iterdir()), key=lambda data: (len(data), data))
    lines = [base64.b85encode(data).decode("ascii") for data in files if 0 < len(data) <= KEPT_BYTES]
    FOUND.mkdir(exist_ok=True)
    (FOUND / f"{name.replace(' ', '-')}.txt").write_text("".join(f"{line}\n" for line in lines), "ascii")
    return len(lines)


def _call(name: str, *arguments: str) -> str:
    """Run this script for one target in a process of its own; give what it said."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "target"
        words = (sys.executable, str(Path(__file__).resolve()), "--one", name)
        program.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$0" "$@"\n', encoding="utf-8")
        program.chmod(0o700)
        done = subprocess.run([program, *arguments], capture_output=True, text=True, errors="replace")  # noqa: S603
    return done.stdout + done.stderr


def main() -> None:
    """Fuzz, and print a table."""
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3], sys.argv[4:])
    from fuzzing import TARGETS

    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"))
    parser.add_argument("--shrink", action="store_true")
    options = parser.parse_args()
    print(f"{'target':<18}{'files read':>12}{'reached':>9}{'kept':>6}  broken")
    for name in options.targets or TARGETS:
        count, reached, kept, broken = run(name, options.seconds, options.keep)
        if options.shrink:
            kept = shrink(name, options.keep)
        print(f"{name:<18}{count:>12,}{reached:>9,}{kept:>6}  {'; '.join(broken) or 'nothing'}", flush=True)


if __name__ == "__main__":
    main()
