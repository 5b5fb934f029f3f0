"""A part: what a partition gave, in three files named by the partition's digest.

`<digest>.nt` has what its documents say as sorted N-Triples: the documents, their assertions with the evidence, the
kinds of the things they speak of. How things are called and described follows from the evidence of all documents
(`kgraph.graph.things`), so that stands in no part. `<digest>.jsonl` has the lines of assertions.jsonl.
`<digest>.json` has the counts, what was left out and why, and what is said of things; it is written last: where it
stands, the part is whole.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from kgraph.corpus.counts import Counts
from kgraph.corpus.partition import Item, Partition
from kgraph.errors import KgraphError
from kgraph.files import replacing
from kgraph.gazetteer import Gazetteer
from kgraph.graph.ordered import Lines, sorted_lines
from kgraph.graph.rdf import said_triples
from kgraph.graph.things import Things
from kgraph.model import Document, Reading
from kgraph.reading import Rejection
from kgraph.records import to_records, write_jsonl
from kgraph.vocab import Predicate

__all__ = ["LeftOut", "Part", "PartDone", "Reader", "is_done", "load_part", "part_files", "read_partition"]

SUFFIXES = (".nt", ".jsonl", ".json")  # in the order in which they are written

log = logging.getLogger(__name__)


class OwnTerms(Protocol):
    """What a user's wordings add to the ontology."""

    @property
    def predicates(self) -> Mapping[str, Predicate]:
        """Own predicates by name."""


class Reader(Protocol):
    """What reads documents: an `Extractor`."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The things known by name."""

    @property
    def own(self) -> OwnTerms:
        """What a user's wordings add."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A document of a partition that was not read, or not without a doubt; `place` counts from 0."""

    place: int
    rejection: Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDone:
    """Tells that a part is whole.

    Attributes:
        digest: the partition's.
        found: how many documents it has.
        left_out: those of them that gave nothing, and why.
        is_new: whether it was read now; False where it was there.
    """

    digest: str
    found: int
    left_out: tuple[LeftOut, ...] = ()
    is_new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What `<digest>.json` has."""

    done: PartDone
    counts: Counts
    triples: int  # lines of <digest>.nt
    things: Mapping[str, Any]  # as `Things.told` gives it


def part_files(folder: Path, digest: str) -> tuple[Path, Path, Path]:
    """Name the files of a part: triples, records, and what tells that it is whole."""
    triples, records, whole = (folder / f"{digest}{suffix}" for suffix in SUFFIXES)
    return triples, records, whole


def is_done(folder: Path, digest: str) -> bool:
    """Tell whether a part is whole."""
    return part_files(folder, digest)[2].exists()


def load_part(folder: Path, digest: str) -> Part:
    """Read what a part tells of itself.

    Raises:
        KgraphError: it is missing or broken; one line.
    """
    path = part_files(folder, digest)[2]
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        left_out = tuple(
            LeftOut(place=each.pop("place"), rejection=Rejection(**each)) for each in told["left_out"]
        )
        return Part(
            done=PartDone(digest=digest, found=told["found"], left_out=left_out, is_new=False),
            counts=Counts.from_json(told["counts"]),
            triples=told["triples"],
            things=told["things"],
        )
    except OSError as error:
        raise KgraphError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgraphError(f"{path}: damaged: delete it, and build again") from error


def read_partition(
    partition: Partition, reader: Reader, folder: Path, poisoned: Mapping[int, str] | None = None
) -> PartDone:
    """Read a partition and write its part, each file whole or not at all, the one that tells so last.

    A document on which the reader fails is left out with the reason.

    Args:
        partition: what to read.
        reader: what reads it.
        folder: where parts are kept; it must exist.
        poisoned: documents that are not to be read, by their place in the partition, and why.

    Raises:
        KgraphError: a file cannot be written.
    """
    left_out = [_quarantine(place, partition, why) for place, why in sorted((poisoned or {}).items())]
    documents = dict(_documents(partition, left_out))
    readings = _read(documents, partition, reader, left_out)
    done = PartDone(
        digest=partition.digest,
        found=len(partition.items),
        left_out=tuple(sorted(left_out, key=lambda each: each.place)),
    )
    _write(done, readings, reader, folder)
    return done


def _quarantine(place: int, partition: Partition, why: str) -> LeftOut:
    return LeftOut(place=place, rejection=Rejection(where=partition.items[place].id, reason=why))


def _documents(partition: Partition, left_out: list[LeftOut]) -> Iterator[tuple[int, Document]]:
    """Give the documents by their place, those that are pages as their text."""
    gone = {each.place for each in left_out}
    for place, item in enumerate(partition.items):
        if place in gone:
            continue
        found = _text_of(item)
        if isinstance(found, Rejection):
            left_out.append(LeftOut(place=place, rejection=found))
        else:
            yield place, found


def _text_of(item: Item) -> Document | Rejection:
    if isinstance(item, Document):
        return item
    try:
        return item.read()
    except Exception as error:  # whatever a library makes of a hostile page
        log.debug("%s", item.id, exc_info=True)
        return Rejection(where=item.id, reason=_explain(error))


def _read(
    documents: Mapping[int, Document], partition: Partition, reader: Reader, left_out: list[LeftOut]
) -> list[Reading]:
    """Read all together; where that fails one by one, so that only what it fails on is left out."""
    try:
        return list(reader.read(documents.values()))
    except KgraphError:
        raise
    except Exception:  # a fault of ours or of a library's; it is looked for below
        log.debug("partition %s: reading fails; its documents are read one by one", partition.digest)
    readings: list[Reading] = []
    for place, document in documents.items():
        try:
            readings += reader.read([document])
        except Exception as error:
            log.debug("%s", document.id, exc_info=True)
            left_out.append(_quarantine(place, partition, _explain(error)))
    return readings


def _explain(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "not read: memory ran out over it"
    said = " ".join(str(error).split())
    return (
        f"not read: kgraph failed on it ({type(error).__name__}{': ' if said else ''}{said}); -vv shows where"
    )


def _write(done: PartDone, readings: list[Reading], reader: Reader, folder: Path) -> None:
    triples, records, whole = part_files(folder, done.digest)
    things = Things(reader.gazetteer)
    counts = Counts()
    for reading in readings:
        counts.add(reading)
    with replacing(triples) as stream, Lines() as lines:
        said = said_triples(readings, things, reader.own.predicates)
        number = 0
        for number, line in enumerate(sorted_lines(said, lines), 1):  # noqa: B007
            stream.buffer.write(line)
    with replacing(records) as stream:
        write_jsonl((record for reading in readings for record in to_records(reading)), stream)
    told = {
        "found": done.found,
        "left_out": [_told(each) for each in done.left_out],
        "counts": counts.as_json(),
        "triples": number,
        "things": things.told(),
    }
    with replacing(whole) as stream:
        json.dump(told, stream, ensure_ascii=True)
        stream.write("\n")


def _told(left_out: LeftOut) -> dict[str, Any]:
    said = left_out.rejection
    return {
        "place": left_out.place,
        "where": said.where,
        "line": said.line,
        "reason": said.reason,
        "fatal": said.fatal,
        "count": said.count,
    }
