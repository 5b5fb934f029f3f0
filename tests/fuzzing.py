"""What is fuzzed: each reader of files that somebody else wrote, with whole files to begin from.

`benchmarks/fuzz.py` lets atheris change these files, led by which lines of code a change reaches. What it found worth
keeping stands in `tests/fuzz/`; `tests/test_fuzzing.py` reads it again, and changes made by a seeded chance.
"""

import base64
import gzip
import io
import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from backports import zstd
from pyarrow import parquet

from kgraph.decisions.table import read_decisions
from kgraph.errors import KgraphError
from kgraph.evaluation import (
    Names,
    compare,
    comparison_as_json,
    format_comparison,
    read_aliases,
    read_gold,
    read_link_texts,
    read_predictions,
)
from kgraph.graph.triple_file import TripleFile
from kgraph.own import load_own
from kgraph.proposals import read_proposals, to_line
from kgraph.reading import SUFFIXES, Rejection, looks_english, read_sources
from kgraph.tables import read_rows

__all__ = ["FOUND", "MOST_GROWTH", "TARGETS", "Target", "changed", "found"]

LONGEST_LINE = 2_000  # characters of a complaint, whatever it is about
FOUND = Path(__file__).with_name("fuzz")

ARTICLE = (
    "Islanders wait\n\nMay 10, 2019\n\nJapan claims Kunashir. “Never,” said the minister of Russia’s claim.\n"
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Islanders wait</title>
<meta property="og:url" content="https://news.example/1"><meta name="date" content="2019-05-10"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Islanders wait</h1><p>{ARTICLE * 3}</p><ul><li>one<li>two</ul>
<table><tr><td>1</td></tr></table><blockquote>Words.</blockquote></article><footer>© 2019</footer></body></html>"""
RECORD = {
    "id": "a",
    "text": ARTICLE,
    "title": "Islanders wait",
    "date": "2019-05-10",
    "url": "https://news.example/1",
}
LINES = f"{json.dumps(RECORD)}\n\n{json.dumps(RECORD | {'id': 7, 'date': 'soon'})}\n{{broken\n"
TABLE = 'id,text,date\na,"Japan claims Kunashir, and ""never"" gives it up.",2019-05-10\nb,Rain fell on the islands.,\n'
MARKDOWN = (
    f"---\ntitle: 'Islanders wait'\ndate: 2019-05-10\nurl: https://x.example/1\n---\n# Wait\n\n{ARTICLE}"
)
TURTLE = """@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix x: <http://x.example/> .
x:japan a kg:State ; kg:claims x:kunashir , [ kg:partOf ( 1 2.5 "three"@en "1956-10-19"^^x:date ) ] . # said
"""
TRIPLES = (
    '<a:japan> <a:claims> <a:kunashir> .\n_:b <a:says> "never\\u0021"@en .\n<a:x> <a:y> "1"^^<a:int> .\n'
)
JSON_LD = (
    '{"@context": {"claims": {"@id": "a:claims", "@type": "@id"}}, "@id": "a:japan",'
    ' "claims": ["a:kunashir", {"@id": "a:x"}]}'
)
GOLD = {
    "id": "a",
    "text": "Japan claims Kunashir.",
    "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir"}],
}
SAID = {"doc": "a", "subject": "Japan", "predicate": "claims", "object": "Kunashir", "confidence": 0.5}
PROPOSED = SAID | {"quotation": "Japan claims Kunashir.", "by": "made up", "polarity": "negative"}
MENTION = {"words": "Kunashir", "kind": "territory", "entity": "kunashir"}
LINKED = {
    "id": "a",
    "text": "Japan claims Kunashir.",
    "date": "2019-05-10",
    "mentions": [MENTION | {"nth": 1}],
}
NAMES = "id\tname\tlang\tkind\nkunashir\tKunashiri-to\tja\tterritory\n# a remark\n"
DECISIONS = "name\tentity\tdecision\tdocument\tnote\nthe island\tkunashir\tyes\ta\tclear\n"
WORDINGS = """[classes]
say = ["say", "tell"]
[[predicate]]
name = "leases"
label = "leases"
definition = "Pays for the use of."
domain = ["State"]
range = ["Territory"]
[[wording]]
id = "leases"
trigger = ["lease"]
predicate = "leases"
example = "Japan leases Kunashir."
"""


@dataclass(frozen=True)
class Target:
    """A reader, and whole files for it.

    Attributes:
        suffix: of the file's name, which chooses the reader.
        read: reads it and checks what comes out; raises for a fault only.
        seeds: files of the kind, most of them good.
        unpack: gives what is inside of a packed file, and `pack` packs it again, so that both can be changed.
    """

    suffix: str
    read: Callable[[Path], object]
    seeds: tuple[bytes, ...]
    pack: Callable[[bytes], bytes] | None = None
    unpack: Callable[[bytes], bytes] | None = None

    def run(self, data: bytes, folder: Path) -> None:
        """Read a file of these bytes in a folder."""
        path = folder / f"a{self.suffix}"
        path.write_bytes(data)
        self.read(path)


def read_articles(path: Path) -> None:
    """Read as an article: there are documents that can be read on, or a line that says why not."""
    rejections: list[Rejection] = []
    documents = list(read_sources([path], on_reject=rejections.append))
    assert documents or any(each.fatal for each in rejections)
    for document in documents:
        assert document.text.strip()
        assert looks_english(document.text)
        words = (document.id, document.text, document.title, document.url, document.source)
        "".join(word or "" for word in words).encode("utf-8")
    for said in map(str, rejections):
        assert said.isprintable()
        assert len(said) < LONGEST_LINE


def told(read: Callable[[Path], object]) -> Callable[[Path], None]:
    """Let a reader refuse a file in one line."""

    def run(path: Path) -> None:
        try:
            read(path)
        except KgraphError as error:
            said = str(error)
        else:
            return
        assert said
        assert all(len(line) < LONGEST_LINE for line in said.split("\n"))

    return run


def read_graph(path: Path) -> None:
    """Go through a graph file."""
    for _ in TripleFile(path):
        pass


def evaluate_gold(path: Path) -> None:
    """Compare annotated texts with something that was found."""
    _compare(path, _beside(path, SAID))


def evaluate_found(path: Path) -> None:
    """Compare what was found with an annotated text."""
    _compare(_beside(path, GOLD), path)


def _beside(path: Path, record: object) -> Path:
    other = path.with_name("other.jsonl")
    other.write_text(json.dumps(record), encoding="utf-8")
    return other


def _compare(gold: Path, found: Path) -> None:
    comparison = compare(read_gold(gold), read_predictions(found), Names())
    format_comparison(comparison, errors=9)
    comparison_as_json(comparison)


def read_others_proposals(path: Path) -> None:
    """Read proposals, and write them again."""
    for proposals in read_proposals(path).by_document.values():
        for each in proposals:
            to_line(each).encode("utf-8")


def warc(*bodies: bytes) -> bytes:
    """Write an archive of web pages."""
    records = []
    for number, body in enumerate(bodies):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
            f"WARC-Date: 2019-05-10T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(records)


def table_file() -> bytes:
    """Write a small Parquet file of three row groups."""
    stream = io.BytesIO()
    columns = {"id": list("abcdef"), "text": [ARTICLE] * 6, "date": ["2019-05-10", None, "soon"] * 2}
    parquet.write_table(pa.table(columns), stream, row_group_size=2)
    return stream.getvalue()


def unzip(data: bytes) -> bytes:
    """Unpack gzip data."""
    return gzip.decompress(data)


def zip_(data: bytes) -> bytes:
    """Pack as gzip data, the same each time."""
    return gzip.compress(data, mtime=0)


def _articles(suffix: str, *seeds: str | bytes, packing: str = "") -> Target:
    whole = tuple(each.encode() if isinstance(each, str) else each for each in seeds)
    pack, unpack = {
        "": (None, None),
        "gzip": (zip_, unzip),
        "zstd": (zstd.compress, zstd.decompress),
    }[packing]
    return Target(suffix, read_articles, tuple(map(pack, whole)) if pack else whole, pack, unpack)


def _others(suffix: str, read: Callable[[Path], object], *seeds: str) -> Target:
    return Target(suffix, told(read), tuple(seed.encode() for seed in seeds))


_PAGES = warc(PAGE.encode(), b"<html><p>Japan claims it.")
TARGETS: Mapping[str, Target] = {
    "text": _articles(".txt", ARTICLE, ARTICLE.encode("utf-16"), ARTICLE.encode("cp1252")),
    "markdown": _articles(".md", MARKDOWN, ARTICLE),
    "page": _articles(".html", PAGE, PAGE.encode("utf-16"), ARTICLE),
    "json": _articles(".json", json.dumps(RECORD), json.dumps([RECORD, RECORD, 7])),
    "lines": _articles(".jsonl", LINES, LINES.encode("utf-16"), LINES.encode("cp1252")),
    "lines in gzip": _articles(".jsonl.gz", LINES, packing="gzip"),
    "lines in zstd": _articles(".jsonl.zst", LINES, packing="zstd"),
    "table": _articles(".csv", TABLE, TABLE.replace(",", ";"), TABLE.encode("utf-16")),
    "table in gzip": _articles(".csv.gz", TABLE, packing="gzip"),
    "table in zstd": _articles(".csv.zst", TABLE, packing="zstd"),
    "parquet": _articles(".parquet", table_file()),
    "archive": _articles(".warc", _PAGES),
    "archive in gzip": _articles(".warc.gz", _PAGES, packing="gzip"),
    "Turtle": _others(".ttl", read_graph, TURTLE, TRIPLES),
    "TriG": _others(".trig", read_graph, f"<a:g> {{ {TRIPLES} }}", TURTLE),
    "N-Triples": _others(".nt", read_graph, TRIPLES),
    "N-Quads": _others(".nq", read_graph, TRIPLES.replace(" .", " <a:g> .")),
    "JSON-LD": _others(".jsonld", read_graph, JSON_LD, f"[{JSON_LD}]"),
    "gold": _others(".gold.jsonl", evaluate_gold, json.dumps(GOLD)),
    "predictions": _others(".predictions.jsonl", evaluate_found, json.dumps(SAID)),
    "annotated links": _others(".links.jsonl", read_link_texts, json.dumps(LINKED)),
    "aliases": _others(".aliases.json", read_aliases, '{"Japan": ["Tokyo", "Nippon"]}'),
    "proposals": _others(".proposals.jsonl", read_others_proposals, json.dumps(PROPOSED)),
    "names": _others(
        ".names.tsv",
        lambda path: list(read_rows(path, ("id", "name", "lang", "kind"), required=("id",))),
        NAMES,
    ),
    "decisions": _others(".decisions.tsv", read_decisions, DECISIONS),
    "wordings": _others(".toml", lambda path: load_own([path]), WORDINGS),
}
assert set(SUFFIXES) - {".htm"} <= {target.suffix for target in TARGETS.values()}

# How many times the size of a file, unpacked, the memory grows while it is read; `growth.py` measures
# one of each family. A bracket of Turtle that never closes takes 630 bytes; half a million of them are refused.
MOST_GROWTH: Mapping[str, float] = {
    "text": 20,
    "lines": 20,
    "lines in gzip": 20,
    "json": 20,
    "parquet": 60,
    "table": 60,
    "table in zstd": 60,
    "page": 120,
    "archive": 120,
    "N-Triples": 20,
    "JSON-LD": 20,
    "Turtle": 650,
    "gold": 20,
    "proposals": 20,
    "names": 20,
    "wordings": 20,
}


def found(name: str) -> list[bytes]:
    """Give the files that fuzzing a target found worth keeping."""
    path = FOUND / f"{name.replace(' ', '-')}.txt"
    return [base64.b85decode(line) for line in path.read_text("ascii").split()] if path.exists() else []


def changed(files: list[bytes], times: int, seed: int) -> Iterator[bytes]:
    """Change files by a seeded chance: bytes of one, a piece of another in it, a piece twice or none."""
    chance = random.Random(seed)
    for _ in range(times):
        data, other = bytearray(chance.choice(files)), chance.choice(files)
        for _ in range(chance.randint(1, 4)):
            start = chance.randint(0, len(data))
            end = min(len(data), start + chance.choice((1, 2, 8, 64)))
            old, new = bytes(data[start:end]), chance.randbytes(end - start)
            data[start:end] = chance.choice((b"", old * 2, new, _piece(other, chance)))
        yield bytes(data)


def _piece(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[start : start + chance.randint(0, 64)]
