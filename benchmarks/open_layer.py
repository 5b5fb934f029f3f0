"""Measures the open layer on BenchIE or CaRB: python benchmarks/open_layer.py GOLD [EXTRACTIONS...].

GOLD is the benchmark's own file, which its makers give out: BenchIE's annotations ("sent_id:1", then the synsets of
facts) or CaRB's table (sentence, relation, arguments). EXTRACTIONS are what other systems read in the same sentences,
in the tab-separated form that the benchmark has for them: BenchIE's with the number of the sentence, subject, relation,
object; CaRB's with the sentence, confidence, relation, arguments. Prints a line for kgraph and one for each of them.

BenchIE (Gashteovski et al. 2022): an extraction is right where it is, slot by slot and to the letter, one of the ways
in which a synset may be put. Each synset that is found is a true positive, each extraction in none a false one, each
synset that is not found a false negative.

CaRB (Bhardwaj et al. 2019): the words that a pair of gold and extraction share in relation, first argument and the
others give the pair's precision and recall, none where the relations share no word. Recall takes each gold's best
extraction, precision pairs them one to one, best first. Confidence sets the threshold; the one of the best F1 counts.
"""

import string
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path

from kgraph.extraction import Extractor
from kgraph.model import Document

_BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were"})
_SAID = ("added", "adds", "said", "says", "told")  # of these, either argument may be who speaks
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_NO_MARKS = str.maketrans("", "", string.punctuation + " ")

Synset = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is read in a sentence, or stands in CaRB's gold: subject and object first of the arguments."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """How much of what is read is right, how much of what is right is read, and both together."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Print the scores of kgraph and of the other systems."""
    if not sys.argv[1:]:
        sys.exit(__doc__)
    gold, *others = map(Path, sys.argv[1:])
    lines = _lines(gold)
    is_benchie = lines[0].startswith("sent_id:")
    sentences = benchie_sentences(lines) if is_benchie else carb_sentences(lines)
    systems = {"kgraph": read_with_kgraph(sentences)}
    systems |= {path.stem: _read_others(path, is_benchie=is_benchie) for path in others}
    print(f"{'BenchIE' if is_benchie else 'CaRB'}, {len(sentences)} sentences: precision, recall, F1")
    for name, found in systems.items():
        scores = benchie_scores(lines, found) if is_benchie else carb_scores(lines, found)
        count = sum(map(len, found.values()))
        print(f"{name:20} {scores.precision:.3f} {scores.recall:.3f} {scores.f1:.3f}  {count} extractions")


def read_with_kgraph(sentences: Mapping[str, str]) -> dict[str, list[Fact]]:
    """Read sentences, each as a text of its own, by their keys."""
    documents = [Document(id=key, text=text) for key, text in sentences.items()]
    return {
        reading.document.id: [
            Fact(each.predicate, (each.subject, each.object), each.confidence)
            for each in reading.propositions
        ]
        for reading in Extractor().read_open(documents)
    }


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _read_others(path: Path, *, is_benchie: bool) -> dict[str, list[Fact]]:
    """Read what another system gives."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for line in _lines(path):
        first, *rest = (part.strip() for part in line.split("\t"))
        if is_benchie:
            found[first].append(Fact(rest[1], (rest[0], *rest[2:])))
        else:
            found[key_of(first)].append(Fact(rest[1], tuple(rest[2:]), float(rest[0])))
    return found


# -- BenchIE -----------------------------------------------------------------------------------------------


def benchie_sentences(lines: Iterable[str]) -> dict[str, str]:
    """Give the sentences by their numbers."""
    heads = (line.removeprefix("sent_id:").split("\t") for line in lines if line.startswith("sent_id:"))
    return {head[0]: head[1] for head in heads}


def benchie_scores(lines: Iterable[str], found: Mapping[str, Sequence[Fact]]) -> Scores:
    """Score exact facts: `found` has what is read by the number of its sentence."""
    right = wrong = missed = 0
    for number, synsets in _synsets(lines).items():
        hit: set[int] = set()
        for fact in found.get(number, ()):
            subject, *objects = fact.arguments
            triple = (subject, fact.relation, " ".join(objects))
            place = next((n for n, synset in enumerate(synsets) if triple in synset), None)
            wrong += place is None
            hit |= set() if place is None else {place}
        right += len(hit)
        missed += len(synsets) - len(hit)
    return Scores(right / max(1, right + wrong), right / max(1, right + missed))


def _synsets(lines: Iterable[str]) -> dict[str, list[Synset]]:
    """Give the synsets of each sentence, with every way to put each fact."""
    told: dict[str, list[list[tuple[str, str, str]]]] = {}
    synsets: list[list[tuple[str, str, str]]] = []
    for line in lines:
        if line.startswith("sent_id:"):
            told[line.removeprefix("sent_id:").split("\t")[0]] = synsets = []
        elif " --> " in line:
            slots = [part.strip() for part in line.split(" --> ")]
            synsets[-1] += [(a, b, c) for a, b, c in product(*map(ways_to_put, slots))]
        elif line.strip():  # "1--> Cluster 1:"
            synsets.append([])
    return {number: [frozenset(facts) for facts in synsets] for number, synsets in told.items()}


@cache
def ways_to_put(slot: str) -> frozenset[str]:
    """Give a slot with and without each of its bracketed parts: "[the] border [of Peru]" in four ways."""
    parts: list[str] = []
    for word in slot.split():
        if parts and parts[-1].count("[") > parts[-1].count("]"):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    loose = [n for n, part in enumerate(parts) if "[" in part]
    left_out = (set(some) for size in range(len(loose) + 1) for some in combinations(loose, size))
    kept = (" ".join(part for n, part in enumerate(parts) if n not in out) for out in left_out)
    return frozenset(text.replace("[", "").replace("]", "") for text in kept)


# -- CaRB --------------------------------------------------------------------------------------------------


def carb_sentences(lines: Iterable[str]) -> dict[str, str]:
    """Give the sentences by their letters and digits alone, as systems write brackets and blanks in many ways."""
    return {key_of(text): text for text in (line.split("\t")[0].strip() for line in lines)}


def key_of(sentence: str) -> str:
    """Give a sentence without its blanks and punctuation."""
    for escaped, mark in _BRACKETS.items():
        sentence = sentence.replace(escaped, mark)
    return sentence.translate(_NO_MARKS)


def carb_scores(lines: Iterable[str], found: Mapping[str, Sequence[Fact]]) -> Scores:
    """Score shared words at the threshold of confidence that gives the best F1."""
    gold: dict[str, list[Fact]] = defaultdict(list)
    for line in lines:
        sentence, relation, *arguments = (part.strip() for part in line.split("\t"))
        gold[key_of(sentence)].append(Fact(relation, tuple(arguments)))
    pairs = {key: [[_match(g, e) for e in found.get(key, ())] for g in facts] for key, facts in gold.items()}
    thresholds = {fact.confidence for key in gold for fact in found.get(key, ())}
    scores = (_scores_from(least, pairs, found) for least in sorted(thresholds))
    return max(scores, key=lambda each: each.f1, default=Scores(0.0, 0.0))


def _scores_from(
    least: float, pairs: Mapping[str, list[list[Scores]]], found: Mapping[str, Sequence[Fact]]
) -> Scores:
    """Score what is at least so sure."""
    precise = recalled = 0.0
    count = 0
    for key, rows in pairs.items():
        columns = [n for n, fact in enumerate(found.get(key, ())) if fact.confidence >= least]
        count += len(columns)
        recalled += sum(max((row[n].recall for n in columns), default=0.0) for row in rows)
        precise += sum(_one_to_one(rows, columns))
    return Scores(precise / max(1, count), recalled / max(1, sum(map(len, pairs.values()))))


def _one_to_one(rows: Sequence[Sequence[Scores]], columns: Sequence[int]) -> Iterator[float]:
    """Give the precision of pairs, the best first, no gold and no extraction in two of them."""
    order = sorted((-row[n].precision, number, n) for number, row in enumerate(rows) for n in columns)
    taken: set[tuple[str, int]] = set()
    for precision, number, n in order:
        if not {("gold", number), ("found", n)} & taken:
            taken |= {("gold", number), ("found", n)}
            yield -precision


def _match(gold: Fact, found: Fact) -> Scores:
    plain = _shared(gold, _in_two(found.arguments), found.relation)
    if not any(word in gold.relation for word in _SAID):
        return plain
    turned = _shared(gold, _in_two(found.arguments)[::-1], found.relation)
    return max(plain, turned, key=lambda each: (each.precision, each.recall))


def _in_two(arguments: Sequence[str]) -> tuple[str, ...]:
    """Give the first argument and all others as one."""
    return (arguments[0], " ".join(arguments[1:])) if len(arguments) > 1 else tuple(arguments)


def _shared(gold: Fact, arguments: Sequence[str], relation: str) -> Scores:
    """Score the words that a fact shares with the gold, slot by slot."""
    common = _common(gold.relation, relation) + _is_be(gold.relation, relation)
    wanted = _in_two(gold.arguments)
    if not common or len(arguments) < len(wanted):
        return Scores(0.0, 0.0)
    common += sum(map(_common, wanted, arguments))
    said = len(relation.split()) + sum(len(each.split()) for each in arguments[: len(wanted)])
    given = len(gold.relation.split()) + sum(len(each.split()) for each in wanted)
    return Scores(common / said, common / given)


def _common(gold: str, found: str) -> int:
    return (Counter(gold.split()) & Counter(found.split())).total()


def _is_be(gold: str, found: str) -> bool:
    """Tell whether a plain "be" stands for a form of it in the gold."""
    left = Counter(found.split()) - Counter(gold.split())
    return "be" in left and bool(_BE & set(gold.split()))


if __name__ == "__main__":
    main()
