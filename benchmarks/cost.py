"""What a corpus costs: python benchmarks/cost.py [NAME=VALUE...].

Cores, hours, disk and triples for a million and a billion articles, worked out of the rates below, each of which is
measured by a benchmark of this folder; NAME=VALUE puts another in its place. The tables are Markdown.
"""

import sys
from dataclasses import dataclass, fields, replace

CORES = (2, 64, 1000)
HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Rates as they were seen, and what is assumed of the corpus."""

    words: float = 400  # an article; assumed: those of a general news site have 300 to 600
    words_a_second: float = 4738  # a core, from text to parts, page and all: 600 texts of the general stream
    triples_per_1000_words: float = 264  # in parts: 500 texts of the general stream
    part_bytes: float = 12.8  # a triple in a part, packed by gzip; as it is, `raw_part_bytes`
    raw_part_bytes: float = 141  # a triple in a part as kgraph writes it
    record_bytes: float = 29  # of records and counts beside each triple of a part
    load: float = 164000  # triples of parts a second, one process (benchmarks/load.py)
    things: float = 431000  # likewise, to describe the things that they speak of
    derive: float = 49600  # likewise, to derive what follows
    growth: float = 1.11  # triples in the store for each of the parts: the same 500 texts
    store_bytes: float = 128  # a triple of the store, compacted


def show(rates: Rates, articles: float) -> list[str]:
    """Give the lines of the table for a number of articles."""
    words = articles * rates.words
    read = words / rates.words_a_second / HOUR
    triples = words / 1000 * rates.triples_per_1000_words
    hours = {each: triples / getattr(rates, each) / HOUR for each in ("load", "things", "derive")}
    stored = triples * rates.growth
    return [
        f"words, at {rates.words:,.0f} an article: {words:,.0f}",
        f"reading, hours of one core: {read:,.1f}",
        *(f"reading, hours on {cores:,} cores: {read / cores:,.2f}" for cores in CORES),
        f"triples in parts: {triples:,.0f}",
        f"disk for parts: {_bytes(triples * (rates.raw_part_bytes + rates.record_bytes))}",
        f"the triples of parts alone, packed by gzip: {_bytes(triples * rates.part_bytes)}",
        f"loading, hours of one core: {hours['load']:,.2f}",
        f"things and what follows, hours of one core: {hours['things'] + hours['derive']:,.2f}",
        f"triples in the store: {stored:,.0f}",
        f"disk for the store: {_bytes(stored * rates.store_bytes)}, as much again while it is compacted",
        f"cores whose reading takes as long as one core's loading and deriving: {read / sum(hours.values()):,.0f}",
    ]


def _bytes(count: float) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.3g} {unit}"
        count /= 1000
    return f"{count:,.3g} TB"


def given_rates(settings: list[str]) -> Rates:
    """Read NAME=VALUE."""
    names = {each.name for each in fields(Rates)}
    pairs = [setting.partition("=") for setting in settings]
    unknown = [name for name, _, _ in pairs if name not in names]
    if unknown:
        sys.exit(f"no such rate: {', '.join(unknown)}; there are: {', '.join(sorted(names))}")
    return replace(Rates(), **{name: float(value) for name, _, value in pairs})


def main() -> None:
    """Print both tables."""
    rates = given_rates(sys.argv[1:])
    columns = [show(rates, articles) for articles in (1e6, 1e9)]
    print("| what | a million articles | a billion articles |\n| --- | --- | --- |")
    for cells in zip(*columns, strict=True):
        what = cells[0].partition(": ")[0]
        print(f"| {what} | {' | '.join(cell.partition(': ')[2] for cell in cells)} |")


if __name__ == "__main__":
    main()
