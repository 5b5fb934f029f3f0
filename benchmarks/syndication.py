"""Copies of one story: python benchmarks/syndication.py [CORPUS...] [--others] [--texts 100000].

Prints the share of edited copies that is found, by kind of edit, and what of different stories is taken for one
(`tests/syndication`: stories that a seeded editor changes, and texts that only look alike); what a signature and the
grouping of many take; and the groups in each CORPUS, a .jsonl(.gz) file or a folder of articles, with what two of their
texts have in common, to be looked at. `--others` measures the MinHash of datasketch and the SimHash of simhash,
where they are installed. Times are of the processor, medians of five.
"""

import argparse
import random
import re
import statistics
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from kgraph.model import Document
from kgraph.reading import read_sources
from kgraph.syndication import find_copies, number_stories, sign

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "syndication"))
from edited import Copy, copies, near_misses, stories

ROUNDS = 5
SEED = 2  # another one than the tests'
Alike = Callable[[str, str], float]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="*", type=Path)
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--texts", type=int, default=100_000)
    given = parser.parse_args()
    edited = list(copies(seed=SEED, rounds=ROUNDS))
    measure_recall(edited)
    measure_precision(edited)
    if given.others:
        measure_others(edited)
    measure_speed(given.texts)
    for path in given.corpus:
        show_groups(path)


def measure_recall(edited: Sequence[Copy]) -> None:
    """Print which share of copies is found beside its story, and beside another copy of it."""
    signed = [sign(story) for story in stories()]
    own = [sign(copy.text) for copy in edited]
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for copy, signature in zip(edited, own, strict=True):
        found[copy.kind].append(find_copies(signed[copy.story], [signature]) == [0])
    print(f"{len(signed)} stories, {len(edited)} copies\n\n| copy | of | found |\n| --- | --- | --- |")
    for kind, hits in found.items():
        print(f"| {kind} | {len(hits)} | {sum(hits) / len(hits):.1%} |")
    hits = [hit for each in found.values() for hit in each]
    print(f"| all | {len(hits)} | {sum(hits) / len(hits):.1%} |")
    pairs = [
        find_copies(own[one], [own[other]]) == [0]
        for one, other in combinations(range(len(edited)), 2)
        if edited[one].story == edited[other].story and (one * 7919 + other) % 20 == 0
    ]
    print(f"| two copies of a story (a sample) | {len(pairs)} | {sum(pairs) / len(pairs):.1%} |\n")


def measure_precision(edited: Sequence[Copy]) -> None:
    """Print what is joined of different stories, and how all copies of all stories are grouped together."""
    print("| look alike | taken for one |\n| --- | --- |")
    for miss in near_misses():
        print(f"| {miss.kind} | {'yes' if find_copies(sign(miss.one), [sign(miss.other)]) else 'no'} |")
    numbers = number_stories([sign(copy.text) for copy in edited])
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for copy, number in zip(edited, numbers, strict=True):
        groups[number].append(copy.story)
    joined = [_pairs(group) for group in groups.values()]
    right = sum(_pairs([s for s in group if s == story]) for group in groups.values() for story in set(group))
    wanted = sum(_pairs([c for c in edited if c.story == story]) for story in {copy.story for copy in edited})
    print(
        f"\nall copies of all stories together: {len(groups)} groups of {len({c.story for c in edited})} stories;"
        f" of the pairs joined {right / sum(joined):.2%} are right, of the pairs to be joined {right / wanted:.2%} are"
    )
    alone = sum(len(group) == 1 for group in groups.values())
    print(f"copies left alone: {alone} of {len(edited)}\n")


def _pairs(group: Sequence[object]) -> int:
    return len(group) * (len(group) - 1) // 2


def measure_others(edited: Sequence[Copy]) -> None:
    """Print how well other sketches tell copies apart, each with its best threshold that joins no two stories."""
    print("| sketch | ms a text | found |\n| --- | --- | --- |")
    for name, prepare, alike in _others():
        seconds = _median(lambda prepare=prepare: [prepare(copy.text) for copy in edited[:200]])  # type: ignore[misc]
        told = [prepare(story) for story in stories()]
        wrong = [alike(one, other) for one, other in combinations(told, 2)]
        wrong += [
            alike(prepare(m.one), prepare(m.other)) for m in near_misses() if m.kind != "series of reports"
        ]
        right = [alike(told[copy.story], prepare(copy.text)) for copy in edited]
        least = max(wrong)
        print(
            f"| {name} | {seconds / 200 * 1000:.2f} | {sum(one > least for one in right) / len(right):.1%} |"
        )
    print()


def _others() -> Iterator[tuple[str, Callable[[str], object], Callable[[object, object], float]]]:
    try:
        import datasketch
        import simhash
    except ImportError:
        print("install datasketch and simhash for this")
        return

    def minhash(text: str) -> object:
        found = datasketch.MinHash(num_perm=120, seed=1, scheme="affine32")
        found.update_batch([phrase.encode() for phrase in _phrases(text)])
        return found

    yield "datasketch, Jaccard of 120 values of 32 bits", minhash, lambda one, other: one.jaccard(other)
    for bits in (64, 128):

        def simhashed(text: str, bits: int = bits) -> object:
            return simhash.Simhash(sorted(_phrases(text)), f=bits)

        yield f"simhash, {bits} bits", simhashed, lambda one, other: -one.distance(other)


def _phrases(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(words[start : start + 3]) for start in range(len(words) - 2)}


def measure_speed(count: int) -> None:
    """Print what a signature takes, and the grouping of many texts; each thing is spoken of by some twenty."""
    chance = random.Random(5)  # noqa: S311 - the same texts each time
    texts = [" ".join(chance.choices(_VOCABULARY, k=170)) for _ in range(500)]
    seconds = _median(lambda: [sign(text) for text in texts])
    print(
        f"a signature of 170 words: {seconds / len(texts) * 1000:.3f} ms, {len(texts) / seconds:,.0f} a second"
    )
    signatures = [sign(text) for text in texts]
    told = [
        f"m2:168:{''.join(chance.choices(_BASE64, k=160))}" if number % 10 else signatures[number % 500]
        for number in range(count)
    ]
    for name, things in (
        ("all with all", None),
        ("by what they speak of", [[chance.randrange(count // 10) for _ in range(2)] for _ in range(count)]),
    ):
        start = time.process_time()
        number_stories(told, things)
        seconds = time.process_time() - start
        tracemalloc.start()
        number_stories(told[: count // 10], things[: count // 10] if things else None)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(
            f"stories of {count:,} texts, {name}: {seconds:.1f} s, {count / seconds:,.0f} a second;"
            f" {peak / (count // 10):.0f} bytes a text at most"
        )


_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VOCABULARY = [f"word{number}" for number in range(20_000)]


def _median(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def show_groups(path: Path) -> None:
    """Print the groups of a corpus, the largest first, by their texts alone."""
    documents = list(read_sources([str(path)], on_reject=id))
    groups: defaultdict[int, list[Document]] = defaultdict(list)
    numbers = number_stories([sign(document.text) for document in documents])
    for document, number in zip(documents, numbers, strict=True):
        groups[number].append(document)
    several = sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g[0].id))
    exact = sum(len({document.text_digest for document in group}) == 1 for group in several)
    print(
        f"\n{path.name}: {len(documents):,} texts, {len(several)} stories in several places"
        f" ({exact} of them word for word), {sum(map(len, several))} appearances"
    )
    for group in several:
        print(f"- {len(group)}: {', '.join(document.id for document in group[:6])}: {_in_common(*group[:2])}")


def _in_common(one: Document, other: Document, shown: int = 110) -> str:
    """Say how many words of the shorter text stand in both in rows of eight or more, and how the longest row begins."""
    first, second = sorted((one.text.split(), other.text.split()), key=len)
    rows = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    longest = max(rows, key=lambda row: row.size)
    words = " ".join(first[longest.a : longest.a + longest.size])
    return f"{sum(row.size for row in rows if row.size >= 8)} of {len(first)} words; {words[:shown]!r}"


if __name__ == "__main__":
    main()
