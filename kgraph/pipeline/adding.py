"""Articles into a store that lives on: what is there already is not read again."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from kgraph.corpus import Recipe
from kgraph.endpoint import Progress
from kgraph.files import StrPath
from kgraph.gazetteer import Gazetteer
from kgraph.graphs import open_store
from kgraph.model import Document, Reading
from kgraph.pipeline.intake import Intake
from kgraph.pipeline.report import Account
from kgraph.store import EndpointStore, Store

if TYPE_CHECKING:
    from kgraph.extraction import Extractor

__all__ = ["ADD_AT_ONCE", "Added", "add"]

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Added:
    """What a run did to a store; every input is in one of the counts.

    Attributes:
        intake: what came in, and what was left out.
        new: documents that were not there.
        replaced: documents that were there, and were read again.
        unchanged: documents that are there as they would be read.
        triples_gone: how many left the store, what follows from others too.
        triples_new: how many entered it.
        account: of the sentences that were read.

    >>> added = kgraph.add("kgraph/data/demo/2008-08-14-bakassi-handover.md", "out/bakassi.kg")
    >>> added.new, added.replaced, added.intake.rejected, added.triples_new > 100
    (1, 0, 0, True)
    """

    intake: Intake
    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    triples_gone: int = 0
    triples_new: int = 0
    account: Account = field(default_factory=Account)

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"documents: {self.intake.read + self.intake.rejected} found = {self.new} new + {self.replaced} read again"
            f" + {self.unchanged} unchanged + {self.intake.rejected} rejected;"
            f" triples: {self.triples_new:,} came, {self.triples_gone:,} went"
        )


ADD_AT_ONCE = 20  # documents: a run that is killed loses the reading of as many at most


def add(
    sources: StrPath | Iterable[StrPath],
    store: StrPath,
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
    wordings: StrPath | Iterable[StrPath] = (),
    min_confidence: float = 0.0,
    links: StrPath | None = None,
    proposals: StrPath | None = None,
    fields: Mapping[str, str] = MappingProxyType({}),
    again: bool = False,
    update_url: str | None = None,
    progress: Callable[[Sequence[Document]], Iterable[Document]] = iter,
    copying: Progress | None = None,
) -> Added:
    """Read articles into a store, which is made where there is none; what was read is kept, however the run ends.

    A document that is there already, and would give the same again, is not read; one with the same id and another
    text, metadata or settings takes its place. An endpoint does not say how its documents were read: there, all are
    read, and what differs is sent.

    Args:
        sources: files, folders, URLs, "-" for standard input: one of them, or several.
        store: the folder of the store, or the URL of an endpoint.
        gazetteer: the things known by name, or a table of your own beside the built-in ones.
        model: an installed spaCy model; None takes the default one.
        wordings: TOML files with own wordings and predicates, or folders of them.
        min_confidence: what is less probably right is left out.
        links: a file of decisions on who is who.
        proposals: a file of what another extractor proposes; what does not hold is logged and left out.
        fields: what records call the fields that they call otherwise than kgraph: {"text": "body"}.
        again: read all documents, be they there or not.
        update_url: where the endpoint takes updates, unless its URL follows a convention.
        progress: goes through the documents, say to show how far it is.
        copying: goes through the triples of an endpoint likewise.

    Raises:
        KgraphError: nothing could be read, or the store cannot be changed.

    >>> article = "kgraph/data/demo/2008-08-14-bakassi-handover.md"
    >>> kgraph.add(article, "out/growing.kg").new, kgraph.add(article, "out/growing.kg").unchanged
    (1, 1)
    """
    added = Added(Intake(sources, fields=fields))
    documents = list(
        added.intake
    )  # all, so that progress knows how many; and before a store is made for nothing
    with open_store(os.fspath(store), update_url=update_url, progress=copying) as opened:
        extractor = Recipe.of(gazetteer, model, wordings, min_confidence, links, proposals).make()
        unread = _unread(progress(documents), opened, "" if again else extractor.fingerprint, added)
        _fill(opened, extractor.read(unread), extractor, added)
    return added


def _unread(
    documents: Iterable[Document], store: Store | EndpointStore, how: str, added: Added
) -> Iterator[Document]:
    for document in documents:
        if store.has(document, how):
            added.unchanged += 1
            continue
        if store.holds(document):
            added.replaced += 1
        else:
            added.new += 1
        yield document


def _fill(
    store: Store | EndpointStore, readings: Iterable[Reading], extractor: "Extractor", added: Added
) -> None:
    batch: list[Reading] = []

    def put() -> None:
        known, own, how = extractor.gazetteer, extractor.own.predicates, extractor.fingerprint
        due = batch.copy()
        batch.clear()  # what cannot be put in now is not tried again on the way out
        applied = store.add(due, gazetteer=known, own=own, how=how)
        added.triples_gone += applied.gone
        added.triples_new += applied.new

    try:
        for reading in readings:
            for refused in reading.refused:
                log.warning("%s: %s", reading.document.id, refused)
            added.account.add(reading)
            batch.append(reading)
            if len(batch) == ADD_AT_ONCE:
                put()
    finally:
        if batch:  # also where the user stopped the run
            put()
