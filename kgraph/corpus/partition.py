"""Documents put together into partitions, the unit of work.

The boundaries lie where the content says (as in rsync and in deduplicating backups): a partition ends after a document
whose digest is 0 modulo `MEAN_DOCUMENTS`. So a document that comes, goes or changes moves the boundaries of its own
partition and at most of the next, wherever it stands; all others keep their content, and with it their digest.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kgraph.model import Document
from kgraph.reading import Rejection

__all__ = ["Deferred", "Item", "Partition", "cut", "digest_document"]

MEAN_DOCUMENTS = 32  # between two boundaries, where no other bound is met: a second or two of reading
MAX_DOCUMENTS = 4 * MEAN_DOCUMENTS  # one stretch in fifty is longer
MAX_CHARACTERS = 400_000
_DIGITS = 32


class Deferred(Protocol):
    """An input whose text is not extracted yet, say a web page: that is the work of whoever reads the partition."""

    @property
    def id(self) -> str:
        """The id of the document that it becomes."""

    @property
    def digest(self) -> str:
        """A digest of all that the document is made of."""

    @property
    def size(self) -> int:
        """Its bytes."""

    def read(self) -> Document | Rejection:
        """Extract the document, or say why there is none."""


Item = Document | Deferred


@dataclass(frozen=True)
class Partition:
    """Some documents that follow one another in the input.

    Attributes:
        items: the documents, in order.
        reader: the fingerprint of what is to read them (`Recipe.fingerprint`).
    """

    items: tuple[Item, ...]
    reader: str

    @cached_property
    def digest(self) -> str:
        """What the part is named by: the content of the documents, in order, and what reads them."""
        digests = (digest_document(item) for item in self.items)
        return hashlib.sha256("\n".join((self.reader, *digests)).encode()).hexdigest()[:_DIGITS]


def cut(items: Iterable[Item], reader: str) -> Iterator[Partition]:
    """Put documents together into partitions, in order; one partition is held at a time."""
    held: list[Item] = []
    characters = 0
    for item in items:
        held.append(item)
        characters += len(item.text) if isinstance(item, Document) else item.size
        ends = int(digest_document(item)[:8], 16) % MEAN_DOCUMENTS == 0
        if ends or len(held) == MAX_DOCUMENTS or characters >= MAX_CHARACTERS:
            yield Partition(tuple(held), reader)
            held, characters = [], 0
    if held:
        yield Partition(tuple(held), reader)


def digest_document(item: Item) -> str:
    """Digest what a document is: its id, text and metadata."""
    if not isinstance(item, Document):
        return item.digest
    fields = (item.id, item.text, item.title, item.date, item.url, item.source)
    told = "\x1f".join("\x00" if field is None else str(field) for field in fields)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
