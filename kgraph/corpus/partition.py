"""Documents put together into partitions, the unit of work.

The boundaries lie where the content says (as in rsync and in deduplicating backups): a partition ends after a document
whose digest is 0 modulo `MEAN_DOCUMENTS`. So a document that comes, goes or changes moves the boundaries of its own
partition and at most of the next, wherever it stands; all others keep their content, and with it their digest.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kgraph.model import Document
from kgraph.reading import RawPage, Rejection

__all__ = ["Item", "LeftOut", "Partition", "cut", "digest_item"]

MEAN_DOCUMENTS = 32  # between two boundaries, where no other bound is met: some seconds of reading
MAX_DOCUMENTS = 4 * MEAN_DOCUMENTS  # one stretch in fifty is longer
MAX_CHARACTERS = 400_000  # of texts; a byte of a page that is not extracted yet counts as a character
_DIGITS = 32

Item = Document | RawPage


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A document of a partition that gave nothing, or only with a doubt.

    Attributes:
        place: which of the partition's it is, from 0.
        reason: why.
        fatal: False where it is read all the same.
    """

    place: int
    reason: str
    fatal: bool = True


@dataclass(frozen=True)
class Partition:
    """Some documents that follow one another in the input.

    Attributes:
        items: the documents, in order.
        reader: the fingerprint of what is to read them (`Recipe.fingerprint`).
        first: how many documents of the input come before.
    """

    items: tuple[Item, ...]
    reader: str
    first: int = 0

    @cached_property
    def digest(self) -> str:
        """What the part is named by: the content of the documents, in order, and what reads them."""
        digests = map(digest_item, self.items)
        return hashlib.sha256("\n".join((self.reader, *digests)).encode()).hexdigest()[:_DIGITS]

    def complain(self, left_out: LeftOut) -> Rejection:
        """Say what is wrong with a document of this partition, with the place that this input has it at."""
        item = self.items[left_out.place]
        where, line = (item.where, item.line) if isinstance(item, RawPage) else (item.id, None)
        return Rejection(where=where, line=line, reason=left_out.reason, fatal=left_out.fatal)


def cut(items: Iterable[Item], reader: str) -> Iterator[Partition]:
    """Put documents together into partitions, in order; one partition is held at a time."""
    held: list[Item] = []
    characters = first = 0
    for item in items:
        held.append(item)
        characters += len(item.data if isinstance(item, RawPage) else item.text)
        ends = int(digest_item(item)[:8], 16) % MEAN_DOCUMENTS == 0
        if ends or len(held) == MAX_DOCUMENTS or characters >= MAX_CHARACTERS:
            yield Partition(tuple(held), reader, first)
            first += len(held)
            held, characters = [], 0
    if held:
        yield Partition(tuple(held), reader, first)


def digest_item(item: Item) -> str:
    """Digest what a document is: its id, its text or page, and its metadata, but not where it was found."""
    if isinstance(item, RawPage):
        page = hashlib.sha256(item.data).hexdigest()
        return _digest(item.id, page, item.url, item.fetched, item.encoding)
    return _digest(item.id, item.text, item.title, item.date, item.url, item.source)


def _digest(*fields: object) -> str:
    told = "\x1f".join("\x00" if field is None else str(field) for field in fields)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
