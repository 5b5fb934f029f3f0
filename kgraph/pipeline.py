"""Articles in, graph out: the stages in order, and the report of the run."""

import io
import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kgraph.corpus import Executor, InProcess, PartDone, Recipe, run
from kgraph.corpus.counts import Counts
from kgraph.corpus.finish import (
    Gathered,
    gather,
    is_stamped,
    make_graph,
    remove,
    write_order,
    write_records,
    write_stamp,
)
from kgraph.corpus.lock import locked, sweep
from kgraph.corpus.partition import Item
from kgraph.disputes import Dispute, find_disputes
from kgraph.endpoint import Progress
from kgraph.errors import KgraphError, ReadError
from kgraph.evaluation import (
    Causes,
    Comparison,
    LinkComparison,
    NamedAssertion,
    Names,
    Sight,
    compare,
    compare_links,
    find_causes,
    from_record,
    read_aliases,
    read_gold,
    read_link_texts,
    read_predictions,
)
from kgraph.files import StrPath, names_of, replacing
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph
from kgraph.graphs import draw, open_store
from kgraph.lean_imports import import_spacy
from kgraph.model import Document, OpenReading, Reading
from kgraph.reading import SUFFIXES, Rejection, read_sources
from kgraph.records import to_records
from kgraph.store import EndpointStore, Store
from kgraph.store.making import put_in_place

__all__ = [
    "ADD_AT_ONCE",
    "LARGE_OUTPUTS",
    "OUTPUTS",
    "PARTS",
    "STORE",
    "Added",
    "Built",
    "Intake",
    "Report",
    "Tally",
    "add",
    "build",
    "evaluate",
    "evaluate_links",
    "evaluate_with_causes",
    "extract",
    "extract_open",
    "report_on",
]

if TYPE_CHECKING:
    from kgraph.extraction import Extractor

log = logging.getLogger(__name__)

OUTPUTS = ("assertions.jsonl", "graph.ttl", "graph.html", "report.json")
STORE = "graph.kg"
LARGE_OUTPUTS = (
    "assertions.jsonl",
    STORE,
    "report.json",
)  # of a graph that would be no use as a file and a page
MAX_IN_FILES = 1_000_000  # triples of all parts: made, written and drawn in some 600 MB, which grow with them
PARTS = "parts"  # the folder beside them with what was read
NOTHING_READ = f"nothing could be read: name articles as {' '.join(SUFFIXES)}, a folder, a URL, or -"


@dataclass(slots=True)
class Intake:
    """Hands on the documents of some sources, keeps count of those read and those left out, and logs why.

    `sources` are files, folders, URLs, "-" for standard input: one of them, or several.

    >>> intake = kgraph.Intake("kgraph/data/demo")
    >>> sum(len(document.text.split()) for document in intake) > 1000
    True
    >>> intake.read, intake.rejected
    (14, 0)
    """

    sources: StrPath | Iterable[StrPath]
    read: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)  # how many documents came before each rejection

    def __iter__(self) -> Iterator[Document]:
        """Give each document once.

        Raises:
            ReadError: at the end, where not one could be read.
        """
        for document in read_sources(names_of(self.sources), on_reject=self._reject):
            self.read += 1
            yield document
        if not self.read:
            raise ReadError(NOTHING_READ)

    def deferred(self) -> Iterator[Item]:
        """Give each document once, web pages as they came: whether they hold a text shows later.

        Raises:
            ReadError: at the end, where there is none.
        """
        for item in read_sources(names_of(self.sources), on_reject=self._reject, deferred=True):
            self.read += 1
            yield item
        if not self.read:
            raise ReadError(NOTHING_READ)

    def leave_out(self, later: Iterable[tuple[int, Rejection]]) -> None:
        """Take in what came out only when the documents of `deferred` were read, where it belongs.

        Args:
            later: what is wrong with a document, and how many of `deferred` came before it.
        """
        late = [(place, 1, rejection) for place, rejection in later]
        self.read -= sum(rejection.count for _, _, rejection in late if rejection.fatal)
        known = [(place, 0, each) for place, each in zip(self._places, self.rejections, strict=True)]
        ordered = sorted([*known, *late], key=lambda each: each[:2])
        self.rejections = [rejection for _, _, rejection in ordered]
        self._places = [place for place, _, _ in ordered]

    @property
    def rejected(self) -> int:
        """How many inputs were left out."""
        return sum(rejection.count for rejection in self.rejections if rejection.fatal)

    def _reject(self, rejection: Rejection) -> None:
        self.rejections.append(rejection)
        self._places.append(self.read)
        log.warning("%s", rejection)


@dataclass(slots=True)
class Tally:
    """Accounts for every sentence found: with an assertion, without finding, or rejected and why."""

    found: int = 0
    with_assertion: int = 0
    unread: Counter[str] = field(default_factory=Counter)

    def add(self, reading: Reading) -> None:
        """Take in the sentences of one document."""
        self.found += reading.sentences
        self.with_assertion += reading.sentences_with_assertion
        self.unread.update(dict(reading.unread))

    @property
    def without_finding(self) -> int:
        """How many sentences were read and gave nothing."""
        return self.found - self.with_assertion - self.unread.total()

    def __str__(self) -> str:
        """Say it in one line."""
        reasons = ", ".join(f"{reason} {count}" for reason, count in _sorted(self.unread).items())
        return (
            f"sentences: {self.found} found = {self.with_assertion} with an assertion"
            f" + {self.without_finding} without finding + {self.unread.total()} rejected"
        ) + (f" ({reasons})" if reasons else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run read, left out, and found; `where` of a rejection is free of the machine's folders."""

    read: int
    rejected: int
    rejections: tuple[Rejection, ...]
    sentences: int
    sentences_with_assertion: int
    documents_with_assertion: int
    predicates: Counter[str]
    polarities: Counter[str]
    modalities: Counter[str]
    attributed: int
    unread: Counter[str] = field(default_factory=Counter)  # sentences that were not read, by reason
    evidence: int = 0  # places that say it: the lines of assertions.jsonl
    decisions: tuple[str, int] | None = None  # the file of decisions on who is who, and how many it holds

    @property
    def assertions(self) -> int:
        """How many assertions the articles make, each counted once an article."""
        return self.predicates.total()

    @property
    def tally(self) -> "Tally":
        """The account of the sentences."""
        return Tally(self.sentences, self.sentences_with_assertion, self.unread)

    def as_json(self) -> str:
        """Write the report as JSON, the same for the same input on every machine."""
        return json.dumps(self._content(), indent=2, ensure_ascii=False) + "\n"

    def _content(self) -> dict[str, Any]:
        documents = {
            "found": self.read + self.rejected,
            "read": self.read,
            "rejected": self.rejected,
            "with_assertions": self.documents_with_assertion,
        }
        assertions = {
            "found": self.assertions,
            "by_predicate": _sorted(self.predicates),
            "by_polarity": _sorted(self.polarities),
            "by_modality": _sorted(self.modalities),
            "attributed": self.attributed,
            "evidence": self.evidence,
        }
        return {
            "documents": documents,
            "rejections": [_rejection(each) for each in self.rejections],
            "sentences": {
                "found": self.sentences,
                "with_assertions": self.sentences_with_assertion,
                "without_finding": self.tally.without_finding,
                "rejected": self.unread.total(),
                "rejected_by_reason": _sorted(self.unread),
            },
            "assertions": assertions,
            "decisions": {"file": self.decisions[0], "held": self.decisions[1]} if self.decisions else None,
        }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    """List counts, the highest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "where": Path(rejection.where).name,
        "line": rejection.line,
        "reason": rejection.reason,
        "inputs": rejection.count if rejection.fatal else 0,
    }


def report_on(intake: Intake, readings: Iterable[Reading]) -> Report:
    """Count what a run gave."""
    counts = Counts()
    for reading in readings:
        counts.add(reading)
    return _report(intake, counts)


def _report(intake: Intake, counts: Counts, decisions: tuple[str, int] | None = None) -> Report:
    return Report(
        read=intake.read,
        rejected=intake.rejected,
        rejections=tuple(intake.rejections),
        sentences=counts.sentences,
        sentences_with_assertion=counts.sentences_with_assertion,
        unread=counts.unread,
        documents_with_assertion=counts.documents_with_assertion,
        predicates=counts.predicates,
        polarities=counts.polarities,
        modalities=counts.modalities,
        attributed=counts.attributed,
        evidence=counts.evidence,
        decisions=decisions,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What `build` made.

    Attributes:
        report: what was read and found.
        outputs: the names of the files and the store that were written.
        disputes: who is at odds over what; of a graph that went into a store, ask the store.
        kept: how many articles were not read again, since they had been read before.
    """

    report: Report
    outputs: tuple[str, ...] = OUTPUTS
    disputes: tuple[Dispute, ...] = ()
    kept: int = 0

    def __repr__(self) -> str:
        read = f"{self.report.read:,} articles read, {self.report.rejected:,} inputs left out"
        return f"<Built: {read}, {self.report.assertions:,} assertions; {', '.join(self.outputs)}>"


def extract(
    documents: Iterable[Document] | StrPath | Iterable[StrPath],
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
    wordings: StrPath | Iterable[StrPath] = (),
    min_confidence: float = 0.0,
    links: StrPath | None = None,
    proposals: StrPath | None = None,
) -> Iterator[Reading]:
    """Read what documents say, one after the other.

    Args:
        documents: articles, or their sources as `build` takes them.
        gazetteer: the things known by name, or a table of your own beside the built-in ones.
        model: an installed spaCy model; None takes the default one.
        wordings: TOML files with own wordings and predicates, or folders of them.
        min_confidence: what is less probably right is left out.
        links: a file of decisions on who is who.
        proposals: a file of what another extractor proposes; `Reading.refused` says what does not hold.

    Raises:
        ModelMissingError: the model is not installed.
        DataError: an own table, wording or decision is wrong.
        ReadError: the file of proposals cannot be read.

    >>> text = "Argentina claims the Falkland Islands."
    >>> (reading,) = kgraph.extract([kgraph.Document(id="1", text=text)])
    >>> [(said.subject.label, said.predicate, said.object.label) for said in reading.assertions]
    [('Argentina', 'claims', 'Falkland Islands')]
    """
    recipe = Recipe.of(gazetteer, model, wordings, min_confidence, links, proposals)
    return recipe.make().read(_documents(documents))


def extract_open(
    documents: Iterable[Document] | StrPath | Iterable[StrPath],
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
) -> Iterator[OpenReading]:
    """Read every proposition of documents, in their own words and of whatever domain, one document after the other.

    Args:
        documents: articles, or their sources as `build` takes them.
        gazetteer: names that are read as one word each: as `extract` has it.
        model: an installed spaCy model; None takes the default one.

    Raises:
        ModelMissingError: the model is not installed.

    >>> (reading,) = kgraph.extract_open([kgraph.Document(id="1", text="The ferry did not reach Shikotan.")])
    >>> [(said.predicate, said.polarity.value) for said in reading.propositions]
    [('did not reach', 'negative')]
    """
    return Recipe.of(gazetteer, model).make().read_open(_documents(documents))


def _documents(given: Iterable[Document] | StrPath | Iterable[StrPath]) -> Iterable[Document]:
    """Give documents as they are, and those of sources."""
    if isinstance(given, str | os.PathLike):
        return Intake(given)
    is_named = isinstance(given, Sequence) and any(isinstance(one, str | os.PathLike) for one in given)
    return Intake(cast("Iterable[StrPath]", given)) if is_named else cast("Iterable[Document]", given)


def build(
    sources: StrPath | Iterable[StrPath],
    out: StrPath,
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
    wordings: StrPath | Iterable[StrPath] = (),
    min_confidence: float = 0.0,
    links: StrPath | None = None,
    proposals: StrPath | None = None,
    executor: Executor | None = None,
    on_done: Callable[[PartDone], None] = lambda _: None,
) -> Built:
    """Read articles and write `OUTPUTS` into a folder, each file whole or not at all.

    A graph of more than `MAX_IN_FILES` triples goes into a store instead of a file and a page: `LARGE_OUTPUTS`.

    What is read is kept there in `PARTS`, some dozen articles a part: a run that was ended goes on where it was, and
    one over the same articles reads only what is new or changed. The files are the same either way, and whoever reads.

    Args:
        sources: files, folders, URLs, "-" for standard input: one of them, or several.
        out: the folder; made where it is missing.
        gazetteer: the things known by name, or a table of your own beside the built-in ones.
        model: an installed spaCy model; None takes the default one.
        wordings: TOML files with own wordings and predicates, or folders of them.
        min_confidence: what is less probably right is left out.
        links: a file of decisions on who is who; the report names it.
        proposals: a file of what another extractor proposes; what does not hold is logged and left out.
        executor: who reads; None: this process. `kgraph.corpus.Processes(jobs)` reads in several.
        on_done: is told of each part of the articles as it is done.

    Raises:
        KgraphError: nothing could be read, the folder cannot be written, or another run writes there.

    >>> built = kgraph.build("kgraph/data/demo/2012-09-11-senkaku-purchase.md", "out/senkaku")
    >>> built.report.read, built.outputs
    (1, ('assertions.jsonl', 'graph.ttl', 'graph.html', 'report.json'))
    >>> [dispute.territory.label for dispute in built.disputes]
    ['Senkaku Islands']
    """
    out = Path(out)
    folder = out / PARTS
    _make_folder(folder)
    with locked(folder), _swept(folder, out):
        recipe = Recipe.of(gazetteer, model, wordings, min_confidence, links, proposals)
        intake = Intake(sources)
        kept = 0

        def tell(done: PartDone, rejections: Iterable[Rejection]) -> None:
            nonlocal kept
            kept += 0 if done.is_new else done.found
            for rejection in rejections:
                log.warning("%s", rejection)
            on_done(done)

        result = run(intake.deferred(), recipe, folder, executor or InProcess(), on_done=tell)
        intake.leave_out(result.left_out)
        log.info("%d articles read, %d inputs left out", intake.read, intake.rejected)
        if not intake.read:
            raise ReadError(NOTHING_READ)
        write_order(folder, result.parts)
        gathered = gather(folder, result.parts, recipe.gazetteer or Gazetteer.load())
        used = (Path(links).name, len(recipe.decisions)) if links else None
        report = _report(intake, gathered.counts, used)
        return replace(_finish(report, gathered, result.parts, out), kept=kept)


@dataclass(slots=True)
class Added:
    """What a run did to a store; every input is in one of the counts."""

    intake: Intake
    new: int = 0  # documents that were not there
    replaced: int = 0  # documents that were there, and were read again
    unchanged: int = 0  # documents that are there as they would be read
    triples_gone: int = 0
    triples_new: int = 0
    tally: Tally = field(default_factory=Tally)

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
    added = Added(Intake(sources))
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
            added.tally.add(reading)
            batch.append(reading)
            if len(batch) == ADD_AT_ONCE:
                put()
    finally:
        if batch:  # also where the user stopped the run
            put()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        out = folder.parent
        raise KgraphError(f"{out}: no folder to write to ({error.strerror}); name another with -o") from error


@contextmanager
def _swept(*folders: Path) -> Iterator[None]:
    """Clear away what was left half written: by a run that was killed, and by processes that this one has ended."""
    sweep(*folders)
    try:
        yield
    finally:
        sweep(*folders)


def _finish(report: Report, gathered: Gathered, parts: Sequence[str], out: Path) -> Built:
    """Write the outputs, unless they are there as they would be written."""
    is_large = gathered.triples > MAX_IN_FILES
    outputs, stale = (LARGE_OUTPUTS, OUTPUTS) if is_large else (OUTPUTS, LARGE_OUTPUTS)
    folder, files = out / PARTS, [out / name for name in outputs if name != STORE]
    made_of = fingerprint(parts, outputs, report.as_json())
    if is_stamped(folder, made_of, files) and (out / STORE).is_dir() == is_large:
        disputes = () if is_large else _disputes(load(out / "graph.ttl"))
        return Built(report=report, outputs=outputs, disputes=disputes)
    write_records(folder, parts, out / "assertions.jsonl")
    disputes = _write_store(gathered, out) if is_large else _write_graph(report, gathered, parts, out)
    for name in set(stale) - set(outputs):
        remove(out / name)
    with replacing(out / "report.json") as stream:  # last, so that it stands for a run that went through
        stream.write(report.as_json())
    write_stamp(folder, made_of, files)
    log.info("written to %s: %s", out, ", ".join(outputs))
    return Built(report=report, outputs=outputs, disputes=disputes)


def _write_store(gathered: Gathered, out: Path) -> tuple[Dispute, ...]:
    """Put the graph into a store, which is asked who is at odds; a store that is there gives way when it is whole."""
    from kgraph.corpus.load import load_parts  # not for what fits into files

    draft = out / PARTS / STORE
    remove(draft)
    loaded = load_parts([out / PARTS], draft, gazetteer=gathered.gazetteer)
    if loaded.rejected:
        remove(draft)
        raise KgraphError(f"{out / PARTS}: {loaded.rejected} parts are damaged; build again")
    put_in_place(draft, out / STORE)
    remove(draft)
    return ()


def _write_graph(report: Report, gathered: Gathered, parts: Sequence[str], out: Path) -> tuple[Dispute, ...]:
    """Write the graph as a file and as a page, and tell who is at odds."""
    graph = make_graph(out / PARTS, parts, gathered.things)
    write_graph(graph, out / "graph.ttl")
    _write_page(graph, report, out)
    return _disputes(graph)


def _write_page(graph: Graph, report: Report, out: Path) -> None:
    from kgraph.view import write_page  # 0.2 s: what lays out the page and draws its map

    articles = "1 article" if report.read == 1 else f"{report.read} articles"
    write_page(draw(graph, f"Territorial disputes in {articles}"), out / "graph.html")


def _disputes(graph: Graph) -> tuple[Dispute, ...]:
    published = {document.id: document.date.isoformat() for document in graph.documents() if document.date}
    return tuple(find_disputes(graph.assertions(), published, graph.past()))


Rows = Iterable[Mapping[str, Any]]


def evaluate(
    gold: StrPath | Rows,
    *,
    predictions: StrPath | Iterable[Mapping[str, Any] | Reading] | None = None,
    aliases: StrPath | None = None,
    extractor: "Extractor | None" = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] = iter,
) -> Comparison:
    """Compare what is extracted from annotated texts with what they are annotated with.

    Args:
        gold: the texts, one a line of a file or a mapping each, with `id`, `text` and `assertions`.
        predictions: what was extracted from them: a file that `kgraph extract` wrote, such records, or readings; None
            extracts anew.
        aliases: names for the same thing; None takes `aliases.json` beside the gold file, else the names
            of the gazetteer.
        extractor: own settings; None takes the defaults.
        progress: goes through the documents, say to show how far it is.

    Raises:
        ReadError: a file cannot be read.

    >>> half = [{"id": "1", "text": "Japan claims Kunashir.",
    ...          "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir"}]}]
    >>> kgraph.evaluate(half).core
    Tally(hits=1, extracted=1, wanted=1)
    """
    return evaluate_with_causes(
        gold, predictions=predictions, aliases=aliases, extractor=extractor, progress=progress
    )[0]


def evaluate_with_causes(
    gold: StrPath | Rows,
    *,
    predictions: StrPath | Iterable[Mapping[str, Any] | Reading] | None = None,
    aliases: StrPath | None = None,
    extractor: "Extractor | None" = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] = iter,
) -> tuple[Comparison, Causes]:
    """Do what `evaluate` does, and say why each error is one."""
    given = gold if isinstance(gold, str | os.PathLike) else list(gold)
    texts = read_gold(given)
    if predictions is not None:
        found, gazetteer = read_predictions(_records(predictions)), Gazetteer.load()
    else:
        found, gazetteer = _extracted(given, extractor, progress)
    names = _names(given, aliases, gazetteer)
    comparison = compare(texts, found, names)
    return comparison, find_causes(texts, comparison, names, Sight(gazetteer.find, _triggers()))


def _records(predictions: StrPath | Iterable[Mapping[str, Any] | Reading]) -> StrPath | Rows:
    if isinstance(predictions, str | os.PathLike):
        return predictions
    return (
        record for one in predictions for record in (to_records(one) if isinstance(one, Reading) else (one,))
    )


def evaluate_links(paths: Iterable[Path], *, extractor: "Extractor | None" = None) -> LinkComparison:
    """Compare what mentions are linked to with what they are annotated with, over all texts of some files.

    Args:
        paths: JSON Lines of annotated texts, as `read_link_texts` reads them.
        extractor: own settings; None takes the defaults.

    Raises:
        ReadError: a file cannot be read.
    """
    import_spacy()  # half a second
    from kgraph.extraction import Extractor
    from kgraph.link_answers import answer_mentions

    texts = [text for path in paths for text in read_link_texts(path)]
    return compare_links(texts, answer_mentions(texts, extractor or Extractor()))


def _extracted(
    gold: StrPath | Rows,
    extractor: "Extractor | None",
    progress: Callable[[Iterable[Document]], Iterable[Document]],
) -> tuple[list[NamedAssertion], Gazetteer]:
    """Extract anew from annotated texts."""
    import_spacy()  # half a second
    from kgraph.extraction import Extractor

    extractor = extractor or Extractor()
    readings = extractor.read(progress(_articles(gold)))
    found = [from_record(record) for reading in readings for record in to_records(reading)]
    return found, extractor.gazetteer


def _articles(gold: StrPath | Rows) -> Iterable[Document]:
    """Read the texts as articles are read: rows as the lines of a file."""
    if isinstance(gold, str | os.PathLike):
        return Intake(gold)
    lines = "".join(f"{json.dumps(row, default=str)}\n" for row in gold)
    return read_sources(
        ("-",), on_reject=lambda each: log.warning("%s", each), stdin=io.BytesIO(lines.encode())
    )


def _triggers() -> dict[str, frozenset[str]]:
    """List the words that wordings look for, by predicate."""
    from kgraph.relations import package_wordings

    wordings = package_wordings()
    return {
        predicate: frozenset(word for w in wordings if w.predicate == predicate for word in w.trigger)
        for predicate in {wording.predicate for wording in wordings}
    }


def _names(gold: StrPath | Rows, aliases: StrPath | None, gazetteer: Gazetteer) -> Names:
    beside = Path(gold).with_name("aliases.json") if isinstance(gold, str | os.PathLike) else None
    if aliases is None and beside is not None and beside.exists():
        aliases = beside
    if aliases is not None:
        return read_aliases(aliases)
    # Adjectives, capitals and the like stand for a thing in a text, but are not its name.
    return Names(
        {each.entity.label: [n.text for n in each.names if n.how in ("name", "short")] for each in gazetteer}
    )
