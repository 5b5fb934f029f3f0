"""How often another spelling is found, and how often a name is wrongly taken for one.

    python benchmarks/spelling.py [NAMES]

NAMES is a text file with a name of a place a line, say the towns of the world: how many of those that the gazetteer
does not know would be taken for one that it does. A name is counted as wrong where it is linked to anything at all.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.gazetteer.spelling import LINKED, OWN_NAMES, Spellings

TESTS = Path(__file__).parent.parent / "tests" / "gazetteer"


def main() -> None:
    """Print a line for each measurement."""
    gazetteer = Gazetteer.load()
    start = time.perf_counter()
    gazetteer.spellings.find("Kunashiry")
    print(f"names folded in {time.perf_counter() - start:.3f} s")
    _measure_hits(gazetteer)
    _measure_left_out(gazetteer)
    for path in map(Path, sys.argv[1:]):
        _measure_others(gazetteer, path)


def _measure_hits(gazetteer: Gazetteer) -> None:
    """Look for the variants of the tests, where the gazetteer knows none of them as a name."""
    lines = (TESTS / "variants.tsv").read_text(encoding="utf-8").splitlines()[1:]
    variants = dict(line.split("\t") for line in lines)
    keys = set(map(key_of, variants))
    left = (replace(e, names=tuple(n for n in e.names if key_of(n.text) not in keys)) for e in gazetteer)
    spellings = Spellings(left)
    found = {text: spellings.match(text) for text in variants}
    right = sum(one is not None and one.entry.entity.id == variants[text] for text, one in found.items())
    wrong = sum(one is not None for one in found.values()) - right
    print(f"variants: {right} of {len(variants)} found ({right / len(variants):.1%}), {wrong} wrong")


def _measure_left_out(gazetteer: Gazetteer) -> None:
    """Look for every name of the gazetteer as if its own entry were not there."""
    names = [(e.entity.id, n.text) for e in gazetteer for n in e.names if n.how in OWN_NAMES]
    wrong = 0
    for id_, text in names:
        own = {entry.entity.id for entry in gazetteer.by_name(text)} | {id_}
        wrong += any(one.entry.entity.id not in own for one in gazetteer.spellings.find(text, LINKED))
    print(f"own entry left out: {wrong} of {len(names)} names are like another's ({wrong / len(names):.2%})")


def _measure_others(gazetteer: Gazetteer, path: Path) -> None:
    names = dict.fromkeys(path.read_text(encoding="utf-8").splitlines())
    unknown = [name for name in names if name and not gazetteer.by_name(name)]
    start = time.perf_counter()
    found = {name: one for name in unknown if (one := gazetteer.spellings.match(name))}
    seconds = time.perf_counter() - start
    for name, one in sorted(found.items(), key=lambda pair: -pair[1].similarity):
        print(f"  {name} = {one.name.text} ({one.entry.entity.id}) {one.similarity:.2f}")
    rate = len(found) / len(unknown)
    print(
        f"{path.name}: {len(found)} of {len(unknown)} unknown names are linked ({rate:.2%}), {seconds:.2f} s"
    )


if __name__ == "__main__":
    main()
