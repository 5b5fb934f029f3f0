"""How fast the gazetteer is read and finds names: python benchmarks/gazetteer.py [ROWS] [TEXT...].

Prints, each measured in a process of its own: what reading the package's tables costs (target: below 150 ms of the
processor), how much text is searched in a second (target: above 1 MB), and what an own table of ROWS rows (a million by
default) costs. The text is made up of names and words, and of the files named.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kgraph.gazetteer import Gazetteer

RUNS = 5
SENTENCE = (
    "Japan and Russia dispute the Southern Kuril Islands, held since 1945, an official told us in Tokyo. "
)
DENSE = (
    "Kunashir (Кунашир, 国後島), Iturup, the Diaoyu Islands and Crimea; the U.S., the EU and Côte d’Ivoire. "
)
PLAIN = "the boat came back in the evening and nobody on the quay asked the men where they had been all day "


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def load() -> None:
    """Print what loading costs in a fresh process."""
    spent = seconds(Gazetteer.load)
    known = Gazetteer.load()
    print(f"{1000 * spent:.0f} {len(known)} {sum(len(entry.names) for entry in known)}")


def match(paths: list[str]) -> None:
    """Print the megabytes that are searched in a second, by kind of text."""
    known = Gazetteer.load()
    texts = {"few names": PLAIN * 9 + SENTENCE, "an article's": SENTENCE, "names alone": DENSE}
    texts = {label: text * (1_000_000 // len(text)) for label, text in texts.items()}
    texts |= {Path(path).name: Path(path).read_text(encoding="utf-8") for path in paths}
    for label, text in texts.items():
        parts = [text[at : at + 100_000] for at in range(0, len(text), 100_000)]
        known.find(parts[0])  # how a name is written is worked out when it is first met
        found = sum(len(known.find(part)) for part in parts)
        spent = min(seconds(lambda parts=parts: [known.find(part) for part in parts]) for _ in range(3))  # type: ignore[misc]
        print(f"  {label:<28}{len(text) / 1e6 / spent:>8.1f} MB/s{found:>10,} names")


def own(rows: int) -> None:
    """Print what an own table costs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.tsv"
        write_own(path, rows)
        spent = seconds(lambda: Gazetteer.load(path))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"  {rows:,} rows, {path.stat().st_size / 1e6:.0f} MB: {spent:.1f} s, {peak:,.0f} MB of memory at most"
        )


def write_own(path: Path, rows: int) -> None:
    """Write a table of made-up places, two in three of them part of something."""
    chance = random.Random(1)  # noqa: S311 - no secret
    syllables = [a + b + c for a in "bcdfghklmnprstvz" for b in "aeiou" for c in ("", "n", "r", "l")]
    with path.open("w", encoding="utf-8") as file:
        file.write("id\ttype\tname\tlat\tlon\tpart_of\n")
        for number in range(rows):
            name = "".join(chance.choices(syllables, k=chance.choice((2, 3, 3, 4)))).title()
            whole = "russia" if number % 3 else ""
            file.write(f"place-{number}\tTerritory\t{name}\t{number % 90}\t{number % 180}\t{whole}\n")


def again(*arguments: str) -> str:
    """Run a part of this file in a fresh process and give what it prints."""
    run = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)  # noqa: S603
    return run.stdout.rstrip()


def main() -> None:
    """Print all three."""
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        sys.exit(__doc__)
    loads = sorted(again("--load").split() for _ in range(RUNS))
    _, things, names = loads[0]
    spent = sorted(int(milliseconds) for milliseconds, *_ in loads)
    print(f"read {things} things with {names} names: {spent[0]} ms (median {spent[RUNS // 2]})")
    rows = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    print(f"search\n{again('--match', *sys.argv[2:])}\nan own table\n{again('--own', rows)}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--load"]:
        load()
    elif sys.argv[1:2] == ["--match"]:
        match(sys.argv[2:])
    elif sys.argv[1:2] == ["--own"]:
        own(int(sys.argv[2]))
    else:
        main()
