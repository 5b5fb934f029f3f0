"""Builds that are killed at random moments, run in a process of its own: `python killed.py FOLDER ROUNDS KILLS SEED`.

Each round is killed so many times, the process with those that it has started, and then left alone. Prints what the
rounds came to, and how many kills came before the end of what they killed.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from plain_reader import PlainReader, PlainRecipe

from kgraph.corpus import Recipe
from kgraph.corpus.processes import Processes
from kgraph.model import Document
from kgraph.pipeline import build

PLACES = ("Kunashir", "Iturup", "Shikotan", "Tuzla", "Abyei")


class SlowReader(PlainReader):
    """Takes its time, so that there is some to be killed in."""

    def __init__(self, seconds: float = 0.001) -> None:
        """Say how long each text is to take."""
        self.seconds = seconds

    def suffer(self, text: str) -> None:
        """Sleep a moment."""
        time.sleep(self.seconds)
        super().suffer(text)


def write_articles(path: Path) -> None:
    """Write some hundred articles, of which one cannot be read, and a line that is none."""
    harm = {70: "FAILS"}
    articles = [
        Document(
            id=f"n{at}", text=f"Japan claims {PLACES[at % 5]}. The weather was {harm.get(at, 'calm')} there."
        )
        for at in range(400)
    ]
    lines = [json.dumps({"id": article.id, "text": article.text}) for article in articles]
    path.write_text("\n".join([*lines, "{broken"]) + "\n", encoding="utf-8")


def start(source: Path, out: Path) -> int:
    """Start a build in a process group of its own."""
    pid = os.fork()
    if pid == 0:
        os.setsid()
        try:
            build([str(source)], out, executor=Processes(2, SlowReader()))
        except BaseException:
            os._exit(1)
        os._exit(0)
    return pid


def end(pid: int) -> bool:
    """Wait for a build; tell whether it came to its end."""
    return os.waitpid(pid, 0)[1] == 0


def files(out: Path) -> dict[str, bytes]:
    """Give what a build wrote."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def main(folder: Path, rounds: int, kills: int, seed: int) -> None:
    """Kill, finish, compare."""
    chance = random.Random(seed)
    Recipe.of = lambda *_: PlainRecipe()  # type: ignore[method-assign, assignment]
    source = folder / "news.jsonl"
    write_articles(source)
    begun = time.perf_counter()
    assert end(start(source, folder / "undisturbed"))
    lasted = time.perf_counter() - begun
    expected, in_time, differing = files(folder / "undisturbed"), 0, set[str]()
    for turn in range(rounds):
        out = folder / str(turn)
        for _ in range(kills):
            pid = start(source, out)
            time.sleep(chance.uniform(0, lasted))
            os.killpg(pid, signal.SIGKILL)
            in_time += not end(pid)
        assert end(start(source, out))
        differing |= {name for name, _ in files(out).items() ^ expected.items()}
    sys.stdout.write(json.dumps({"differing": sorted(differing), "in_time": in_time}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
