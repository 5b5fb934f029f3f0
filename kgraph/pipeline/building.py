"""Articles in, a folder with their graph out: read part by part, so that a run goes on where one was ended."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from kgraph.corpus import Executor, InProcess, PartDone, Recipe, run
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
from kgraph.derive import add_derived, add_within
from kgraph.disputes import Dispute, find_disputes
from kgraph.errors import KgraphError, ReadError
from kgraph.files import StrPath, replacing
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph
from kgraph.graphs import draw
from kgraph.model import Assertion, Modality, Polarity
from kgraph.pipeline.intake import NOTHING_READ, Intake
from kgraph.pipeline.report import Report
from kgraph.reading import Rejection
from kgraph.spread import both, one_by_one
from kgraph.store.making import put_in_place

__all__ = ["LARGE_OUTPUTS", "OUTPUTS", "PARTS", "STORE", "Built", "build"]

log = logging.getLogger(__name__)

OUTPUTS = ("assertions.jsonl", "graph.ttl", "graph.html", "report.json")
STORE = "graph.kg"
LARGE_OUTPUTS = (
    "assertions.jsonl",
    STORE,
    "report.json",
)  # of a graph that would be no use as a file and a page
MAX_IN_FILES = 1_000_000  # triples of all parts: made, written and drawn in some 600 MB, which grow with them
MAX_AT_ONCE = 200_000  # triples, where two processes at the end need no more memory than when they read
PARTS = "parts"  # the folder beside them with what was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What `build` made.

    Attributes:
        report: what was read and found.
        outputs: the names of the files and the store that were written.
        disputes: who is at odds over what; of a graph that went into a store, ask the store.
        different: how many assertions the graph has, where equal ones of several articles are one; None of a graph
            that went into a store.
        relations: of these, how many have each relation; empty of a graph that went into a store.
        stances: of these, how many are denied, possible, attributed or asserted: the first of them that holds.
        undated: how many articles of the graph have no date; 0 of a graph that went into a store.
        kept: how many articles were not read again, since they had been read before.

    >>> built = kgraph.build("kgraph/data/demo/2008-08-14-bakassi-handover.md", "out/bakassi")
    >>> built.report.rejected, built.report.predicates["claims"] > 0
    (0, True)
    """

    report: Report
    outputs: tuple[str, ...] = OUTPUTS
    disputes: tuple[Dispute, ...] = ()
    different: int | None = None
    relations: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    kept: int = 0

    def __repr__(self) -> str:
        read = f"{self.report.read:,} articles read, {self.report.rejected:,} inputs left out"
        return f"<Built: {read}, {self.report.assertions:,} assertions; {', '.join(self.outputs)}>"


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
    fields: Mapping[str, str] = MappingProxyType({}),
    executor: Executor | None = None,
    on_done: Callable[[PartDone], None] = lambda _: None,
    on_expected: Callable[[int | None], None] | None = None,
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
        fields: what records call the fields that they call otherwise than kgraph: {"text": "body"}.
        executor: who reads; None: this process. `kgraph.corpus.Processes(jobs)` reads in several.
        on_done: is told of each part of the articles as it is done.
        on_expected: is told before that about how many articles there are, as far as the sizes of files say so; where
            it is given, these are looked at.

    Raises:
        KgraphError: nothing could be read, the folder cannot be written, or another run writes there.

    >>> built = kgraph.build("kgraph/data/demo/2012-09-11-senkaku-purchase.md", "out/senkaku")
    >>> built.report.read, built.outputs
    (1, ('assertions.jsonl', 'graph.ttl', 'graph.html', 'report.json'))
    >>> [dispute.territory.label for dispute in built.disputes]
    ['Senkaku Islands']
    """
    out = Path(out)
    folder, executor = out / PARTS, executor or InProcess()
    _make_folder(folder)
    with locked(folder), _swept(folder, out):
        recipe = Recipe.of(gazetteer, model, wordings, min_confidence, links, proposals)
        intake = Intake(sources, fields=fields)
        kept = 0

        def tell(done: PartDone, rejections: Iterable[Rejection]) -> None:
            nonlocal kept
            kept += 0 if done.is_new else done.found
            for rejection in rejections:
                log.warning("%s", rejection)
            if on_expected is not None:
                on_expected(intake.expected)
            on_done(done)

        result = run(intake.deferred(), recipe, folder, executor, on_done=tell)
        intake.leave_out(result.left_out)
        log.info("%d articles read, %d inputs left out", intake.read, intake.rejected)
        if not intake.read:
            raise ReadError(NOTHING_READ)
        write_order(folder, result.parts)
        gathered = gather(folder, result.parts, recipe.gazetteer or Gazetteer.load())
        used = (Path(links).name, len(recipe.decisions)) if links else None
        report = Report.of(intake, gathered.counts, used)
        return replace(_finish(report, gathered, result.parts, out, executor), kept=kept)


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


def _finish(report: Report, gathered: Gathered, parts: Sequence[str], out: Path, executor: Executor) -> Built:
    """Write the outputs, unless they are there as they would be written."""
    is_large = gathered.triples > MAX_IN_FILES
    outputs, stale = (LARGE_OUTPUTS, OUTPUTS) if is_large else (OUTPUTS, LARGE_OUTPUTS)
    folder, files = out / PARTS, [out / name for name in outputs if name != STORE]
    made_of = fingerprint(parts, outputs, report.as_json())
    if is_stamped(folder, made_of, files) and (out / STORE).is_dir() == is_large:
        return _built(report, outputs, None if is_large else load(out / "graph.ttl"))
    write_records(folder, parts, out / "assertions.jsonl")
    graph = None if is_large else _write_graph(report, gathered, parts, out, executor)
    if is_large:
        _write_store(gathered, out)
    for name in set(stale) - set(outputs):
        remove(out / name)
    with replacing(out / "report.json") as stream:  # last, so that it stands for a run that went through
        stream.write(report.as_json())
    write_stamp(folder, made_of, files)
    log.info("written to %s: %s", out, ", ".join(outputs))
    return _built(report, outputs, graph)


def _built(report: Report, outputs: tuple[str, ...], graph: Graph | None) -> Built:
    """Tell what was made; of a graph that is at hand, what is in it."""
    if graph is None:
        return Built(report=report, outputs=outputs)
    assertions = graph.assertions()
    return Built(
        report=report,
        outputs=outputs,
        disputes=_disputes(graph),
        different=len(assertions),
        relations=Counter(each.predicate for each in assertions),
        stances=Counter(map(_stance, assertions)),
        undated=sum(document.date is None for document in graph.documents()),
    )


def _stance(assertion: Assertion) -> str:
    """Say how an assertion is stated, as the page does: denial before possibility, possibility before whose word."""
    if assertion.polarity is Polarity.NEGATIVE:
        return "denied"
    if assertion.modality is Modality.POSSIBLE:
        return "possible"
    return "asserted" if assertion.attribution is None else "attributed"


def _write_store(gathered: Gathered, out: Path) -> None:
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


def _write_graph(
    report: Report, gathered: Gathered, parts: Sequence[str], out: Path, executor: Executor
) -> Graph:
    """Write the graph as a file and as a page, and give it."""
    graph = make_graph(out / PARTS, parts, gathered.things)
    add_within(graph)  # all that the page shows of what follows
    both(
        executor.spread if gathered.triples <= MAX_AT_ONCE else one_by_one,
        lambda: _write_derived(graph, out),
        lambda: _write_page(graph, report, out, executor),
    )
    return graph


def _write_derived(graph: Graph, out: Path) -> None:
    """Write the graph with all that follows; the page shows nothing of that, so it is the same before and after."""
    add_derived(graph)
    write_graph(graph, out / "graph.ttl")


def _write_page(graph: Graph, report: Report, out: Path, executor: Executor) -> None:
    from kgraph.view import write_page  # 0.2 s: what lays out the page and draws its map

    articles = "1 article" if report.read == 1 else f"{report.read} articles"
    title = f"Territorial disputes in {articles}"
    write_page(draw(graph, title, spread=executor.spread), out / "graph.html")


def _disputes(graph: Graph) -> tuple[Dispute, ...]:
    published = {document.id: document.date.isoformat() for document in graph.documents() if document.date}
    return tuple(find_disputes(graph.assertions(), published, graph.past()))
