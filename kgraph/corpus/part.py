"""A part: what a partition gave, in three files named by the partition's digest.

`<digest>.nt` has what its documents say as sorted N-Triples: the documents, their assertions with the evidence, the
kinds of the things they speak of. How things are called and described follows from the evidence of all documents
(`kgraph.graph.things`), so that stands in no part. `<digest>.jsonl` has the lines of assertions.jsonl.
`<digest>.json` has the counts, what was left out and why, and what is said of things; it is written last: where it
stands, the part is whole.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from kgraph.corpus.counts import Counts
from kgraph.corpus.partition import Item, LeftOut, Partition
from kgraph.errors import KgraphError
from kgraph.files import replacing
from kgraph.gazetteer import Gazetteer
from kgraph.graph.ordered import Lines, sorted_lines
from kgraph.graph.rdf import said_triples
from kgraph.graph.things import Things
from kgraph.model import Document, Reading
from kgraph.reading import RawPage, Rejection
from kgraph.records import to_records, write_jsonl
from kgraph.vocab import Predicate

__all__ = ["Part", "PartDone", "Reader", "find_part", "is_done", "load_part", "part_files", "read_partition"]

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
class PartDone:
    """Tells that a part is whole.

    Attributes:
        digest: the partition's.
        found: how many documents it has.
        left_out: those of them that gave nothing, or with a doubt, in order.
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
    return find_part(folder, digest) is not None


def find_part(folder: Path, digest: str) -> Part | None:
    """Read what a part tells of itself; None where it is not whole: not written to its end, or cut off since."""
    *data, whole = part_files(folder, digest)
    try:
        told = json.loads(whole.read_text(encoding="utf-8"))
        if [path.stat().st_size for path in data] != told["bytes"]:
            return None
        left_out = tuple(LeftOut(**each) for each in told["left_out"])
        return Part(
            done=PartDone(digest=digest, found=told["found"], left_out=left_out, is_new=False),
            counts=Counts.from_json(told["counts"]),
            triples=told["triples"],
            things=told["things"],
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def load_part(folder: Path, digest: str) -> Part:
    """Read what a part tells of itself.

    Raises:
        KgraphError: it is not whole; one line.
    """
    part = find_part(folder, digest)
    if part is None:
        raise KgraphError(f"{folder / digest}: the part is missing or damaged; build again")
    return part


def read_partition(
    partition: Partition,
    reader: Reader,
    folder: Path,
    poisoned: Mapping[int, str] = MappingProxyType({}),
    before: Callable[[int], None] | None = None,
) -> PartDone:
    """Read a partition and write its part, each file whole or not at all, the one that tells so last.

    A document on which the reader fails is left out with the reason. What ends the whole process cannot be told from
    here: who started it reads the partition again with `before`, which tells where it ended, and then without that
    document (`kgraph.corpus.attempts`).

    Args:
        partition: what to read.
        reader: what reads it.
        folder: where parts are kept; it must exist.
        poisoned: documents that are not to be read, by their place in the partition, and why.
        before: where given, documents are read one by one, and it is told the place of each before it is read.

    Raises:
        KgraphError: a file cannot be written.
    """
    left_out = [LeftOut(place=place, reason=why) for place, why in sorted(poisoned.items())]
    places = [place for place in range(len(partition.items)) if place not in poisoned]
    readings = None if before else _read_together(partition, places, reader, left_out)
    if readings is None:
        readings = list(_read_singly(partition, places, reader, left_out, before or (lambda _: None)))
    left_out += _refused(partition, readings)
    left_out.sort(key=lambda each: each.place)
    done = PartDone(digest=partition.digest, found=len(partition.items), left_out=tuple(left_out))
    _write(done, readings, reader, folder)
    return done


def _refused(partition: Partition, readings: Iterable[Reading]) -> Iterator[LeftOut]:
    """Give the proposals that were left out, as doubts about their documents."""
    places = {item.id: place for place, item in enumerate(partition.items)}
    for reading in readings:
        for why in reading.refused:
            yield LeftOut(place=places[reading.document.id], reason=why, fatal=False)


def _read_together(
    partition: Partition, places: Iterable[int], reader: Reader, left_out: list[LeftOut]
) -> list[Reading] | None:
    """Read all at once, which is quicker; None where that fails."""
    doubts: list[LeftOut] = []
    documents = (
        document for place in places for document in _documents(partition.items[place], place, doubts)
    )
    try:
        readings = list(reader.read(documents))
    except KgraphError:
        raise
    except Exception:  # a fault of ours or of a library's; over which document, reading one by one tells
        log.debug("partition %s: its documents are read one by one", partition.digest, exc_info=True)
        return None
    left_out += doubts
    return readings


def _read_singly(
    partition: Partition,
    places: Iterable[int],
    reader: Reader,
    left_out: list[LeftOut],
    before: Callable[[int], None],
) -> Iterator[Reading]:
    for place in places:
        before(place)
        doubts: list[LeftOut] = []
        try:
            readings = list(reader.read(_documents(partition.items[place], place, doubts)))
        except KgraphError:
            raise
        except Exception as error:
            log.debug("%s: reading fails", partition.items[place].id, exc_info=True)
            left_out.append(LeftOut(place=place, reason=_explain(error)))
        else:
            left_out += doubts
            yield from readings


def _documents(item: Item, place: int, left_out: list[LeftOut]) -> Iterator[Document]:
    """Give the document, that of a page once its text is extracted; none where it has none."""

    def complain(rejection: Rejection) -> None:
        left_out.append(LeftOut(place=place, reason=rejection.reason, fatal=rejection.fatal))

    found = item.read(complain) if isinstance(item, RawPage) else item
    if isinstance(found, Rejection):
        complain(found)
    else:
        yield found


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
        "left_out": [asdict(each) for each in done.left_out],
        "counts": counts.as_json(),
        "triples": number,
        "bytes": [path.stat().st_size for path in (triples, records)],
        "things": things.told(),
    }
    with replacing(whole) as stream:
        json.dump(told, stream, ensure_ascii=True)
        stream.write("\n")
