"""The speed of reading beside a bare pass of the same model over the same texts, by turns in one process.

    python benchmarks/speed.py CORPUS [--step 25] [--rounds 5] [--identity]

CORPUS is a folder with `stream.jsonl.gz` (general news) and `news/` (dense in disputes). What is counted is processor
time; of each figure the median of the rounds is told. `--identity` reads every text of the folder with and without the
prefilter instead, and compares all records and accounts; `--step 1` takes all of them.
"""

import argparse
import gc
import gzip
import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy

from kgraph.cli import COLLECT_AFTER
from kgraph.extraction import Extractor
from kgraph.model import Document, Reading
from kgraph.models import DEFAULT_MODELS
from kgraph.parse import parse_parts
from kgraph.reading import read_sources
from kgraph.records import to_records


def main() -> None:
    """Print the table, or what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--step", type=int, default=25, help="take every so manieth text")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--identity", action="store_true", help="compare what is read with and without the prefilter"
    )
    asked = parser.parse_args()
    if asked.identity:
        raise SystemExit(compare(asked.corpus, asked.step))
    gc.set_threshold(*COLLECT_AFTER)  # as the command line has it, for either
    on, off = Extractor(), Extractor(prefilter=False)
    bare = spacy.load(DEFAULT_MODELS[0])
    for name, documents in (("stream", stream(asked.corpus)), ("news", sources([asked.corpus / "news"]))):
        chosen = list(documents)[:: asked.step if name == "stream" else max(1, asked.step // 10)]
        measure(name, chosen, on, off, bare, asked.rounds)


def stream(corpus: Path) -> Iterator[Document]:
    """Give the texts of the general stream."""
    with gzip.open(corpus / "stream.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            yield Document(id=f"stream:{number}", text=row["text"], title=row.get("title"))


def sources(paths: Iterable[Path]) -> Iterator[Document]:
    """Give the documents of files and folders."""
    return iter(read_sources([str(path) for path in paths], on_reject=print))


def measure(
    name: str, documents: list[Document], on: Extractor, off: Extractor, bare: spacy.Language, rounds: int
) -> None:
    """Print words per second of each way to read, and what of the texts is parsed."""
    words = sum(len(document.text.split()) for document in documents)
    ways: dict[str, Callable[[], object]] = {
        "bare nlp.pipe": lambda: list(bare.pipe(document.text for document in documents)),
        "kgraph": lambda: list(on.read(documents)),
        "without prefilter": lambda: list(off.read(documents)),
        "parse alone": lambda: list(_parts(on, documents)),
    }
    for run in ways.values():
        run()  # what is made once is made
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, run in ways.items():
            begun = time.process_time()
            run()
            seconds[way].append(time.process_time() - begun)
    print(f"{name}: {len(documents)} texts, {words} words, median of {rounds}")
    for way, taken in seconds.items():
        ratio = statistics.median(b / t for b, t in zip(seconds["bare nlp.pipe"], taken, strict=True))
        print(f"  {way:18} {words / statistics.median(taken):8.0f} words/s  {ratio:5.2f} of bare")
    print(f"  parsed {_share_parsed(on, documents):.0%} of the units")


def _parts(extractor: Extractor, documents: list[Document]) -> Iterator[object]:
    return parse_parts(documents, extractor.nlp, extractor.find_names, sieve=extractor.prefilter, whole=False)


def _share_parsed(extractor: Extractor, documents: list[Document]) -> float:
    parsed = found = 0
    for part in parse_parts(
        documents, extractor.nlp, extractor.find_names, sieve=extractor.prefilter, whole=False
    ):
        found += len(part.units)
        read = {part.unit_at(token.idx) for token in part.doc if token.tag_}
        parsed += len(read | set(part.suspects or ()))
    return parsed / found


def compare(corpus: Path, step: int) -> int:
    """Read everything with and without the prefilter; gives 1 where anything differs."""
    others = [path for path in sorted(corpus.iterdir()) if path.suffix == ".jsonl" or path.is_dir()]
    texts = [*sources(others)] + ([*stream(corpus)] if (corpus / "stream.jsonl.gz").exists() else [])
    documents, differing, records = texts[::step], 0, 0
    on, off = Extractor(), Extractor(prefilter=False)
    for one, other in zip(on.read(documents), off.read(documents), strict=True):
        records += len(other.assertions)
        if _told(one) != _told(other):
            differing += 1
            print(f"differs: {one.document.id}")
    print(f"{len(documents)} texts, {records} assertions, {differing} texts differ")
    return int(differing > 0)


def _told(reading: Reading) -> object:
    return reading.sentences, reading.sentences_with_assertion, reading.unread, list(to_records(reading))


if __name__ == "__main__":
    main()
