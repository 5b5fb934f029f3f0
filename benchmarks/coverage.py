"""How many of the names in texts the gazetteer knows: python benchmarks/coverage.py SHARED [--stream].

SHARED holds `gold/*.jsonl` (what annotated statements are of) and `corpus/` (texts, whose places spaCy's entity
recogniser names). Prints the share known for each, and the unknown names by frequency. Of every second line of the
gold only the share is told: those lines are for measuring alone.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kgraph.gazetteer import Gazetteer
from kgraph.model import EntityKind
from kgraph.parse import load_model
from kgraph.vocab import predicates

SHOWN = 300
_SMALL = {"and", "da", "de", "des", "du", "el", "la", "of", "the"}
PLACES = {EntityKind.STATE, EntityKind.TERRITORY}


def gold_places(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the names that are objects of predicates which take places alone, and whether their line is open."""
    of_places = {name for name, each in predicates().items() if each.range <= PLACES}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        for assertion in json.loads(line)["assertions"]:
            if assertion["p"] in of_places and is_name(assertion["o"]):
                yield assertion["o"], number % 2 == 1


def is_name(words: str) -> bool:
    """Tell a name ("Gulf of Fonseca") from a description ("eastern Ukraine", "one-fifth slice of the sea")."""
    return all(word[:1].isupper() or word in _SMALL for word in words.removeprefix("the ").split())


def is_known(gazetteer: Gazetteer, name: str, aliases: Iterable[str] = ()) -> bool:
    """Tell whether a name, or another one of the same thing, leads to an entry."""
    return any(gazetteer.by_name(each.removeprefix("the ")) for each in (name, *aliases))


def cover_gold(folder: Path, gazetteer: Gazetteer) -> None:
    """Print the share of the gold's places that is known, and which of the open ones are not."""
    aliases: dict[str, list[str]] = json.loads((folder / "aliases.json").read_text(encoding="utf-8"))
    tell("things of aliases.json", aliases, (thing for thing in aliases if is_known(gazetteer, thing)))
    for path in sorted(folder.glob("*.jsonl")):
        places = Counter(gold_places(path))
        known = {name for name, _ in places if is_known(gazetteer, name, aliases.get(name, ()))}
        tell(path.name, {name for name, _ in places}, known)
        print(
            "   unknown:",
            "; ".join(sorted({n for n, is_open in places if is_open} - known)) or "none of those open",
        )


def texts(path: Path) -> Iterator[str]:
    """Read the texts of a corpus file: JSON Lines, or one JSON object."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = [content] if path.suffix == ".json" else content.splitlines()
    yield from (json.loads(line)["text"] for line in lines)


def cover_corpus(label: str, paths: Iterable[Path], gazetteer: Gazetteer, nlp: Any) -> Counter[str]:
    """Print the share of the places in texts that is known; give the unknown ones with their frequency."""
    names: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for doc in nlp.pipe((text for path in paths for text in texts(path)), batch_size=64):
        spans = [mention.span for mention in gazetteer.find(doc.text)]
        for entity in doc.ents:
            if entity.label_ in ("GPE", "LOC"):
                name = " ".join(entity.text.split()).removeprefix("the ").removesuffix("'s")
                names[name] += 1
                if not any(s.start < entity.end_char and entity.start_char < s.end for s in spans):
                    unknown[name] += 1
    tell(label, names, names.keys() - unknown.keys())
    print(f"   mentions: {names.total() - unknown.total():,} of {names.total():,} known")
    return unknown


def tell(label: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Print how many of the names are known."""
    total, found = len(set(names)), len(set(known))
    print(f"{label:<40}{found:>6} of {total:>6} names known{found / max(total, 1):>8.1%}")


def main() -> None:
    """Print the coverage of the gold, of each part of the corpus, and the unknown names of both."""
    shared, gazetteer = Path(sys.argv[1]), Gazetteer.load()
    cover_gold(shared / "gold", gazetteer)
    nlp = load_model()
    nlp.select_pipes(enable=["tok2vec", "ner"])
    corpus = shared / "corpus"
    parts = {"news": sorted((corpus / "news").glob("*.json"))}
    parts |= {path.stem: [path] for path in sorted(corpus.glob("*.jsonl"))}
    if "--stream" in sys.argv:
        parts["stream"] = [corpus / "stream.jsonl.gz"]
    unknown = {label: cover_corpus(label, paths, gazetteer, nlp) for label, paths in parts.items()}
    for label, names in unknown.items():
        print(f"\n{label}: the most frequent unknown ones")
        print("; ".join(f"{name} {count}" for name, count in names.most_common(SHOWN)))


if __name__ == "__main__":
    main()
