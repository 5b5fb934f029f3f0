"""The command line: arguments in, one function called, exit code out.

Data goes to standard output, talk to standard error. Exit codes: 0 done; 1 something was skipped, or a check
says no; 2 nothing could be done, or used wrongly; 130 stopped by Ctrl-C. An article that is kept, but with its
encoding guessed or without a date that is not clear, is named and changes no exit code: nothing was skipped.

What a command needs is imported inside it: spaCy takes over a second to load, and `kgraph query` needs none.
"""

import errno
import io
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

from kgraph import __version__
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.decisions import Decision
    from kgraph.extraction import Extractor
    from kgraph.gazetteer import Gazetteer

__all__ = ["cli", "main"]

SKIPPED = 1  # exit code: something was left out, or the check says no
UNUSABLE = 2
STOPPED = 130

T = TypeVar("T")


class UserError(click.ClickException):
    """A mistake that the user can mend, shown as one line, or a line each where a table has several."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Write it to standard error."""
        for line in self.format_message().split("\n"):
            click.echo(f"kgraph: {line}", err=True, file=file)


class Commands(click.Group):
    """A group whose commands end in one line and an exit code where the user is at fault or stops them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a bug keeps its traceback."""
        try:
            return super().invoke(ctx)
        except KgraphError as error:
            raise UserError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("kgraph: stopped; no file was left half written", err=True)
            ctx.exit(STOPPED)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List the commands in the order a user meets them."""
        return list(self.commands)


FILE = click.Path(path_type=Path)
GRAPH = click.argument("graph", metavar="GRAPH", type=FILE)
SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
MODEL = click.option("--model", metavar="NAME", help="An installed spaCy model instead of the default one.")
MIN_CONFIDENCE = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out what is right with a probability below X, from 0 to 1.",
)
GAZETTEER = click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    metavar="FILE",
    type=FILE,
    help="Own things and names: a tab-separated file. They win over the built-in ones. See kgraph gazetteer check -h.",
)
WORDINGS = click.option(
    "--wordings",
    "wordings",
    multiple=True,
    metavar="FILE|FOLDER",
    type=FILE,
    help="Own wordings and predicates: TOML files, or folders of them. See kgraph wordings check --help.",
)
LINKS = click.option(
    "--links",
    "links",
    metavar="FILE",
    type=FILE,
    callback=lambda ctx, _, value: _links(ctx, value),
    help="Decisions on who is who, by kgraph link fix; else kgraph-links.tsv, where the present folder has one.",
)
NO_LINKS = click.option(
    "--no-links",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update(no_links=value),
    help="Leave out all decisions.",
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kgraph", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", count=True, help="Say more on standard error; twice: every choice made.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summaries; complaints stay.")
@click.pass_context
def cli(ctx: click.Context, verbose: int, quiet: bool) -> None:
    """Build a knowledge graph of territorial disputes from news: every edge has the words that say it.

    \b
    See it work    kgraph demo -o out/
    Your articles  kgraph build articles/ -o out/
    Ask            kgraph query out/graph.ttl --list
    Know why       kgraph explain out/graph.ttl "Japan claims Kunashir"

    Exit codes: 0 done; 1 something was skipped, or the check says no; 2 nothing could be done, or used
    wrongly; 130 stopped by Ctrl-C.
    """
    ctx.obj = quiet
    _log_to_stderr(verbose)


def _log_to_stderr(verbose: int) -> None:
    """Show our own log, and nobody else's."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("kgraph: %(message)s"))
    log = logging.getLogger("kgraph")
    log.handlers = [handler]
    log.propagate = False
    log.setLevel((logging.WARNING, logging.INFO, logging.DEBUG)[min(verbose, 2)])


@cli.command()
@click.option(
    "-o", "--out", default="out", show_default=True, type=FILE, metavar="FOLDER", help="Where to write."
)
@MODEL
@click.pass_obj
def demo(quiet: bool, out: Path, model: str | None) -> None:
    """Build a graph of the sample articles.

    \b
    kgraph demo -o out/

    Writes graph.ttl, graph.html, assertions.jsonl and report.json into the folder, and says what was found.

    Exit codes: 0 done; 2 the folder cannot be written.
    """
    from kgraph.pipeline import OUTPUTS, build
    from kgraph.resources import DATA
    from kgraph.summary import summarize

    built = build([str(DATA / "demo")], out, model=model, progress=partial(_shown, quiet=quiet))
    click.echo(summarize(built))
    click.echo(f"\nWritten to {out}{'/' if out.name else ''}: {', '.join(OUTPUTS)}")
    click.echo("\nOpen graph.html in a browser, or try:")
    click.echo(f"  {_this_command()} query {out / 'graph.ttl'} disputed-territories")
    click.echo(f'  {_this_command()} explain {out / "graph.ttl"} "Japan claims Kunashir"')


def _this_command() -> str:
    """Give what to type to run this program again: its name where that finds it, else its path."""
    called = Path(sys.argv[0])
    found = shutil.which("kgraph")
    if found and Path(found).resolve() == called.resolve():
        return "kgraph"
    return str(called) if called.name == "kgraph" else "python -m kgraph"


@cli.command()
@SOURCES
@click.option(
    "-o", "--out", required=True, type=FILE, metavar="FOLDER", help="Where to write; made if missing."
)
@MODEL
@GAZETTEER
@WORDINGS
@LINKS
@NO_LINKS
@MIN_CONFIDENCE
@click.pass_context
def build(
    ctx: click.Context,
    sources: Sequence[str],
    out: Path,
    model: str | None,
    gazetteers: Sequence[Path],
    wordings: Sequence[Path],
    links: Path | None,
    min_confidence: float,
) -> None:
    """Build a graph of articles, with its page.

    \b
    kgraph build articles/ more.jsonl -o out/
    kgraph build - -o out/ < article.txt

    Writes graph.ttl, graph.html, assertions.jsonl and report.json into the folder.

    A SOURCE is a file (.txt .md .html .json .jsonl .csv, the last two also with .gz), a folder of them, or -
    for standard input. What cannot be read is named on standard error, counted in report.json, and left out;
    what is read with a doubt (its encoding is guessed, its date not clear) is named there too, and kept.

    Exit codes: 0 done; 1 some input was left out; 2 nothing could be read or written.
    """
    from kgraph.pipeline import build as run
    from kgraph.summary import summarize

    built = run(
        sources,
        out,
        gazetteer=_gazetteer(gazetteers),
        model=model,
        wordings=wordings,
        min_confidence=min_confidence,
        links=links,
        progress=partial(_shown, quiet=ctx.obj),
    )
    if not ctx.obj:
        click.echo(summarize(built), err=True)
        click.echo(f"kgraph: {built.report.tally}", err=True)
    ctx.exit(SKIPPED if built.report.rejected else 0)


@cli.command()
@SOURCES
@click.option("-o", "--out", type=FILE, metavar="FILE", help="A file instead of standard output.")
@click.option(
    "--open", "is_open", is_flag=True, help="All that is said, of whatever domain, in its own words."
)
@MODEL
@GAZETTEER
@WORDINGS
@LINKS
@NO_LINKS
@MIN_CONFIDENCE
@click.pass_context
def extract(
    ctx: click.Context,
    sources: Sequence[str],
    out: Path | None,
    is_open: bool,
    model: str | None,
    gazetteers: Sequence[Path],
    wordings: Sequence[Path],
    links: Path | None,
    min_confidence: float,
) -> None:
    """Write what articles assert as JSON Lines.

    \b
    kgraph extract articles/ | head
    kgraph extract news.jsonl -o assertions.jsonl
    kgraph extract --open news.jsonl -o propositions.jsonl

    One line for each assertion and each sentence that makes it, in the order of the document; `doc` is the id
    that the input gives, or the file's name.

    With --open one line for each proposition, whatever it is about: doc, sentence, start, end (of the sentence),
    subject, predicate, object (the sentence's own words; the preposition belongs to the predicate: is located in,
    Asia), arguments (all that the clause says, each with role, preposition, words, start, end), polarity, modality,
    attribution, time, confidence (the higher, the surer the reading). Offsets count code points of the text.

    Exit codes: 0 done; 1 some input was left out; 2 nothing could be read or written.
    """
    from kgraph.pipeline import Intake, Tally
    from kgraph.records import to_open_records, to_records, write_jsonl

    intake, tally = Intake(sources), Tally()
    extractor = _extractor(gazetteers, model, wordings, min_confidence, links)
    with _output(out) as stream:
        documents = _shown(intake, quiet=ctx.obj)
        if is_open:
            for said in extractor.read_open(documents):
                write_jsonl(to_open_records(said), stream)
        else:
            for reading in extractor.read(documents):
                write_jsonl(to_records(reading), stream)
                tally.add(reading)
    if not (ctx.obj or is_open):
        click.echo(f"kgraph: {tally}", err=True)
    ctx.exit(SKIPPED if intake.rejected else 0)


@cli.command()
@GRAPH
@click.option(
    "-o", "--out", default="graph.html", show_default=True, type=FILE, metavar="FILE", help="The page."
)
@click.option("--title", default="Territorial disputes", show_default=True, help="The heading of the page.")
@click.option("--show", is_flag=True, help="Open the page in the browser.")
def view(graph: Path, out: Path, title: str, show: bool) -> None:
    """Draw a graph as one self-contained page.

    \b
    kgraph view out/graph.ttl -o graph.html --show

    The network, and behind every edge its sentences; the page fetches nothing and needs no server.

    Exit codes: 0 done; 2 unreadable graph.
    """
    from kgraph.graph.store import load
    from kgraph.view import build_page, write_page

    loaded = load(graph)
    html = build_page(
        loaded.documents(),
        loaded.assertions(),
        predicates=loaded.predicates,
        title=title,
        background=loaded.background_names(),
    )
    write_page(html, out)
    if show:
        click.launch(str(out))


@cli.command()
@click.argument("graph", type=FILE, metavar="GRAPH", required=False)
@click.argument("question", metavar="NAME|FILE.rq|SPARQL", required=False)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--list", "listing", is_flag=True, help="Show the named questions and what may be filled in.")
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def query(graph: Path | None, question: str | None, values: Sequence[str], listing: bool, style: str) -> None:
    """Ask a graph: a named question or SPARQL.

    \b
    kgraph query --list
    kgraph query out/graph.ttl disputed-territories
    kgraph query out/graph.ttl in-the-year year=1945
    kgraph query out/graph.ttl 'SELECT ?who WHERE { ?who kg:claims id:kunashir }' --format csv

    A file with SPARQL ends in .rq. Prefixes such as kg: and id: need no declaration. A query can neither
    change the graph nor read anything else.

    Exit codes: 0 done, be the answer empty; 2 no such question, no SPARQL, unreadable graph.
    """
    from kgraph.graph.query import run

    if listing:
        click.echo(_questions())
        return
    if graph is None or question is None:
        raise click.UsageError("name a graph and a question; kgraph query --list shows those there are")
    table = run(graph, question, parameters=_named_values(values))
    write = {"table": table.to_text, "csv": table.to_csv, "json": table.to_json}[style]
    click.echo(write(), nl=False)


def _questions() -> str:
    """List the named questions, each with what may be filled in."""
    from kgraph.graph.query import named_queries

    width = max(len(named.name) for named in named_queries()) + 2
    lines = []
    for named in named_queries():
        lines.append(f"{named.name:<{width}}{named.question}")
        lines += [f"{'':<{width}}  {each.name}={each.default}: {each.meaning}" for each in named.parameters]
    return "\n".join(lines)


def _named_values(values: Iterable[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not equals:
            raise click.UsageError(f"{name!r} is no NAME=VALUE; put SPARQL and names with blanks in quotes")
    return {name: value for name, _, value in pairs}


@cli.command()
@GRAPH
@click.option(
    "-o", "--out", required=True, type=FILE, metavar="FILE", help=".ttl .trig .nq .jsonld .graphml or .csv"
)
def export(graph: Path, out: Path) -> None:
    """Write a graph in another format.

    \b
    kgraph export out/graph.ttl -o graph.graphml

    The suffix names the format: .ttl .trig .nq .jsonld .graphml .csv. The same graph gives the same bytes.

    Exit codes: 0 done; 2 unknown suffix, unreadable graph.
    """
    from kgraph.graph.store import load
    from kgraph.graph.write import write_graph

    write_graph(load(graph), out)


@cli.command()
@click.argument("graph", type=FILE, metavar="GRAPH", required=False)
@click.argument("relation", metavar='"JAPAN CLAIMS KUNASHIR"', required=False)
@click.option("--text", metavar="TEXT", help="Say what a text gives, rule by rule, and why no more.")
@MODEL
@GAZETTEER
@WORDINGS
@LINKS
@NO_LINKS
@click.pass_context
def explain(
    ctx: click.Context,
    graph: Path | None,
    relation: str | None,
    text: str | None,
    model: str | None,
    gazetteers: Sequence[Path],
    wordings: Sequence[Path],
    links: Path | None,
) -> None:
    """Show the sentences behind a relation.

    \b
    kgraph explain out/graph.ttl "Japan claims Kunashir"
    kgraph explain --text "Lavrov said that Japan may claim Kunashir."

    Denials, doubts and what is only on somebody's word are shown with it. Names are those of the graph, of
    its texts or of the gazetteer. With --text: how a text is read, step by step, from the parse to the assertions
    with the words that decided on them, and for what is not read what was missing.

    Exit codes: 0 done; 1 the graph does not say so, and the nearest it says is shown; 2 unreadable graph.
    """
    if text is not None:
        from kgraph.trace import explain_text

        known, decisions = _gazetteer(gazetteers), _decisions(links)
        click.echo(explain_text(text, gazetteer=known, model=model, wordings=wordings, decisions=decisions))
        return
    if graph is None or relation is None:
        raise click.UsageError('name a graph and a relation ("Japan claims Kunashir"), or give --text')
    from kgraph.explain import explain_relation
    from kgraph.graph.store import load

    loaded = load(graph)
    known = _gazetteer(gazetteers)

    def ids_of(name: str) -> frozenset[str]:
        return frozenset(entry.entity.id for entry in known.by_name(name))

    explanation = explain_relation(
        relation, loaded.assertions(), loaded.documents(), ids_of, loaded.predicates
    )
    click.echo(explanation.text)
    ctx.exit(0 if explanation.found else SKIPPED)


@cli.command()
@GRAPH
@click.pass_context
def validate(ctx: click.Context, graph: Path) -> None:
    """Check a graph against its shapes (SHACL).

    \b
    kgraph validate out/graph.ttl

    Exit codes: 0 the graph conforms; 1 it does not, and each reason is a line; 2 unreadable graph.
    """
    from kgraph.graph.store import load
    from kgraph.graph.validate import validate as check

    report = check(load(graph))
    click.echo(report.to_text(), nl=False)
    ctx.exit(0 if report.conforms else SKIPPED)


@cli.command()
@click.argument("gold", type=FILE, metavar="GOLD")
@click.option(
    "--predictions", type=FILE, metavar="FILE", help="What kgraph extract wrote; else GOLD is read anew."
)
@click.option(
    "--aliases",
    type=FILE,
    metavar="FILE",
    help="Names for one thing; else aliases.json beside GOLD, else ours.",
)
@click.option("--errors", default=0, metavar="N", help="Show N that were missed and N too much.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON, all errors with their texts.")
@click.option("--floors", type=FILE, metavar="FILE", help="Fail where F1 is below its floor in this file.")
@click.option("--raise", "raising", is_flag=True, help="Raise the floors to what is reached now.")
@MODEL
@GAZETTEER
@WORDINGS
@LINKS
@NO_LINKS
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    predictions: Path | None,
    aliases: Path | None,
    errors: int,
    as_json: bool,
    floors: Path | None,
    raising: bool,
    model: str | None,
    gazetteers: Sequence[Path],
    wordings: Sequence[Path],
    links: Path | None,
) -> None:
    """Compare the extraction with annotated texts.

    \b
    kgraph evaluate gold.jsonl --errors 10

    Core: subject, predicate and object agree. Qualified: polarity and modality agree too. With --errors each
    error has its cause, as far as the text shows it, and the causes are counted.

    Exit codes: 0 done; 1 below a floor; 2 unreadable input.
    """
    from kgraph.evaluation import comparison_as_json, format_comparison
    from kgraph.pipeline import evaluate_with_causes as run
    from kgraph.quality import below, raise_floor, read_floor

    if raising and floors is None:
        raise click.UsageError("--raise needs --floors FILE")
    floor = read_floor(floors, gold) if floors and not raising else None
    extractor = None if predictions else _extractor(gazetteers, model, wordings, links=links)
    progress = partial(_shown, quiet=ctx.obj)
    comparison, causes = run(
        gold, predictions=predictions, aliases=aliases, extractor=extractor, progress=progress
    )
    shown = format_comparison(comparison, errors, causes if errors else None)
    click.echo(comparison_as_json(comparison, causes) if as_json else shown)
    core, qualified = comparison.core.f1, comparison.qualified.f1
    if floors and raising:
        raise_floor(floors, gold, core=core, qualified=qualified)
    failures = below(floor, core=core, qualified=qualified) if floor else []
    for failure in failures:
        click.echo(f"kgraph: {gold.name}: {failure}", err=True)
    ctx.exit(SKIPPED if failures else 0)


@cli.group("link")
def linking() -> None:
    """See to what names are linked, and decide it."""


DECISIONS = click.option(
    "--links",
    "path",
    metavar="FILE",
    type=FILE,
    default=Path("kgraph-links.tsv"),
    show_default=True,
    help="The file of decisions.",
)
DOCUMENT = click.option("--document", metavar="ID", help="In this document alone; else everywhere.")


@linking.command("fix")
@click.argument("name", metavar="NAME")
@click.argument("entity", metavar="ENTITY")
@click.option("--same", "verdict", flag_value="same", help="NAME means ENTITY.")
@click.option("--not-same", "verdict", flag_value="not-same", help="NAME never means ENTITY.")
@click.option("--unsure", "verdict", flag_value="unsure", help="NAME stays unknown, and may be ENTITY.")
@DOCUMENT
@click.option("--note", metavar="TEXT", default="", help="Why; for those who read the file.")
@DECISIONS
@GAZETTEER
def fix_link(
    name: str,
    entity: str,
    verdict: str | None,
    document: str | None,
    note: str,
    path: Path,
    gazetteers: Sequence[Path],
) -> None:
    """Decide what a name means, from now on.

    \b
    kgraph link fix Kunasir kunashir --same
    kgraph link fix Georgia georgia --not-same --document us-news --note "the state of the USA"

    NAME is what texts write, or the id of an unknown entity of a graph (place_nioka); ENTITY an id or a name of the
    gazetteer, or another unknown entity. The decision is kept in kgraph-links.tsv in the present folder, one row each,
    and every later run there applies it; kgraph link undo takes it back. A decision for one document goes before one
    for all.

    Exit codes: 0 kept; 2 not kept: unknown, or another decision excludes it.
    """
    from kgraph.decisions import Decision, Verdict
    from kgraph.decisions.fix import fix, list_decisions

    if verdict is None:
        raise click.UsageError("say --same, --not-same or --unsure")
    new = Decision(name=name, entity=entity, document=document or "", verdict=Verdict(verdict), note=note)
    kept = fix(path, _gazetteer(gazetteers), new)
    click.echo(f"kgraph: {path}: {list_decisions([kept])}", nl=False, err=True)


@linking.command("undo")
@click.argument("name", metavar="NAME")
@click.argument("entity", metavar="[ENTITY]", required=False)
@DOCUMENT
@DECISIONS
@GAZETTEER
def undo_link(
    name: str, entity: str | None, document: str | None, path: Path, gazetteers: Sequence[Path]
) -> None:
    """Take decisions back.

    \b
    kgraph link undo Kunasir

    All on NAME, or those on NAME and ENTITY. The next run gives what it gave before them.

    Exit codes: 0 taken back; 2 there is none such.
    """
    from kgraph.decisions.fix import list_decisions, take_back

    taken = take_back(path, _gazetteer(gazetteers), name, entity, document)
    click.echo(f"kgraph: {path}: taken back:\n{list_decisions(taken)}", nl=False, err=True)


@linking.command("list")
@DECISIONS
def list_links(path: Path) -> None:
    """Show the decisions.

    \b
    kgraph link list

    Exit codes: 0 done; 2 a wrong row, named with its line.
    """
    from kgraph.decisions.fix import list_decisions, load_decisions

    click.echo(list_decisions(load_decisions(path)), nl=False)


@linking.command("review")
@GRAPH
@LINKS
@NO_LINKS
@GAZETTEER
def review_links(graph: Path, links: Path | None, gazetteers: Sequence[Path]) -> None:
    """Show what in a graph is worth a decision.

    \b
    kgraph link review out/graph.ttl

    Things that only the texts know and that may be known ones, or one another, by their spelling or because nothing
    decided between the candidates: each with one quotation, and the commands that decide it.

    Exit codes: 0 done; 2 unreadable graph.
    """
    from kgraph.decisions import Links
    from kgraph.decisions.review import find_doubts, write_doubts
    from kgraph.graph.store import load

    known = _gazetteer(gazetteers)
    doubts = find_doubts(load(graph).assertions(), known, Links(known, _decisions(links)))
    click.echo(write_doubts(doubts, _this_command()), nl=False)


@linking.command("evaluate")
@click.argument("texts", nargs=-1, required=True, metavar="TEXTS.jsonl...", type=FILE)
@click.option("--errors", default=0, metavar="N", help="Show N mentions that were linked wrongly.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON, all errors with their texts.")
@click.option(
    "--raise", "floors", type=FILE, metavar="FILE", help="Raise the floors of one TEXTS in this file."
)
@MODEL
@GAZETTEER
def evaluate_links(
    texts: Sequence[Path],
    errors: int,
    as_json: bool,
    floors: Path | None,
    model: str | None,
    gazetteers: Sequence[Path],
) -> None:
    """Compare the links of names with annotated texts.

    \b
    kgraph link evaluate tests/links/dev.jsonl --errors 10

    A line holds one text: {"id", "text", "mentions": [{"words", "kind", "entity"}]}, and where known title and
    date. `entity` is an id of the gazetteer, "NIL" for what it does not know, or null for what only looks like a
    name of ours. Shown are the accuracy by kind, NIL precision and recall, and how many mentions are in the node
    of another thing.

    Exit codes: 0 done; 2 unreadable input.
    """
    from kgraph.evaluation import format_links, links_as_json
    from kgraph.pipeline import evaluate_links as run

    if floors is not None and len(texts) > 1:
        raise click.UsageError("--raise needs the floors' own TEXTS, one file")
    comparison = run(texts, extractor=_extractor(gazetteers, model, ()))
    click.echo(links_as_json(comparison) if as_json else format_links(comparison, errors))
    if floors is not None:
        from kgraph.quality import raise_floors

        raise_floors(floors, texts[0], comparison.figures)


@cli.group()
def gazetteer() -> None:
    """Look up what kgraph knows by name, and check tables of your own."""


@gazetteer.command("find")
@click.argument("name", metavar="NAME")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON, a list of things.")
@GAZETTEER
@click.pass_context
def find(ctx: click.Context, name: str, as_json: bool, gazetteers: Sequence[Path]) -> None:
    """Tell what is known of the things that bear a name, the one that is meant first.

    \b
    kgraph gazetteer find Takeshima
    kgraph gazetteer find 北方領土

    Any of its names will do, in any script and case, with or without diacritics, and its id. Each name is shown
    with its kind, its language, whose name it is and its source. Who claims and who holds a place is background:
    no text needs to have said it.

    Exit codes: 0 found; 1 not known, and the nearest names are shown.
    """
    from kgraph.gazetteer.describe import as_record, describe

    known = _gazetteer(gazetteers)
    entries = known.look_up(name)
    if as_json:
        records = [as_record(entry, known) for entry in entries]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    elif entries:
        click.echo("\n\n".join(describe(entry, known) for entry in entries))
    if not entries:
        near = ", ".join(
            f"{like.name.text} ({like.entry.entity.id})" for like in known.spellings.find(name)[:5]
        )
        ending = f"; did you mean {near}?" if near else ""
        click.echo(f"kgraph: the gazetteer knows no {name!r}{ending}", err=True)
        ctx.exit(SKIPPED)


@gazetteer.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=FILE)
def check_gazetteer(paths: Sequence[Path]) -> None:
    """Check tables of your own for --gazetteer, together and in their order.

    \b
    kgraph gazetteer check mine.tsv

    \b
    A table is tab-separated UTF-8 with a header. The first row of a new id needs type, id and name:
      id           type       name           how    used_by  part_of       lat   lon
      my-reef      Territory  My Reef                        paracel-islands  16.5  112.3
      my-reef                 Mon Récif      name   france
      svalbard                Grumant        not

    Columns, all but id as you need them: type (State, Territory, Organization, Tribunal, Instrument), name, how (name,
    short, former, adjective, demonym, capital, metonym; not takes the name away), lang, used_by, label, kind, part_of,
    lat, lon, iso2, iso3, wikidata, geonames, capital, languages, claimants, holder, parties, status, successors,
    valid_from, valid_to, source. An empty cell leaves what is known, - takes it away, | separates several ids. An own
    name means its own thing first.

    Exit codes: 0 all is well; 2 what is wrong is shown, with files and lines.
    """
    from kgraph.gazetteer.check import check_own

    for line in check_own(paths):
        click.echo(line)


@cli.group("wordings")
def own_wordings() -> None:
    """Check wordings of your own."""


@own_wordings.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...", type=FILE)
@MODEL
@GAZETTEER
def check_wordings(paths: Sequence[Path], model: str | None, gazetteers: Sequence[Path]) -> None:
    """Check own wordings and predicates, with their examples.

    \b
    kgraph wordings check mine.toml

    A file holds [[wording]] tables like those of kgraph/data/wordings/, whose README explains the fields, and
    [[predicate]] tables (name, label, verb_phrase, negative_verb_phrase, definition, symmetric) where the ontology
    has none that fits. Each example must give what it says and each near miss nothing.

    Exit codes: 0 all is well; 2 the first mistake is shown, with its file and wording.
    """
    own = _extractor(gazetteers, model, paths).own
    click.echo(
        f"{len(own.wordings)} wordings and {len(own.predicates)} predicates are well; each example holds"
    )


def _extractor(
    gazetteers: Iterable[Path],
    model: str | None,
    wordings: Iterable[Path],
    min_confidence: float = 0.0,
    links: Path | None = None,
) -> "Extractor":
    from kgraph.extraction import Extractor

    return Extractor(
        gazetteer=_gazetteer(gazetteers),
        model=model,
        wordings=wordings,
        min_confidence=min_confidence,
        decisions=_decisions(links),
    )


def _decisions(links: Path | None) -> "Sequence[Decision]":
    from kgraph.decisions import read_decisions

    return read_decisions(links) if links is not None else ()


def _links(ctx: click.Context, given: Path | None) -> Path | None:
    """Choose the file of decisions, and say so: the one given, else the one in the present folder."""
    from kgraph.decisions.table import DEFAULT_FILE, read_decisions

    if ctx.meta.get("no_links"):
        return None
    path = given or (DEFAULT_FILE if DEFAULT_FILE.exists() else None)
    if path is not None and not ctx.obj:
        held = len(read_decisions(path))
        click.echo(f"kgraph: decisions applied: {held} of {path}; --no-links leaves them out", err=True)
    return path


def _shown(documents: Iterable[T], *, quiet: bool) -> Iterable[T]:
    """Go through documents and show how far it is, on a terminal only."""
    from tqdm import tqdm

    return tqdm(documents, unit=" articles", leave=False, disable=True if quiet else None)


def _gazetteer(own: Iterable[Path]) -> "Gazetteer":
    from kgraph.gazetteer import Gazetteer

    return Gazetteer.load(*own)


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    """Give standard output for None and "-", else a file that is written whole or not at all."""
    if path is None or str(path) == "-":
        if sys.stdout is None:  # closed by the shell with >&-
            raise KgraphError("standard output is closed: name a file with -o")
        yield sys.stdout
        return
    from kgraph.files import replacing

    with replacing(path) as stream:
        yield stream


def main() -> None:
    """Run `kgraph`; output is UTF-8 with plain line ends whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        _run()
    except OSError as error:
        if error.filename is not None:  # a file's: whoever opened it should have seen to that
            raise
        _give_up_output(error)


def _run() -> None:
    """Run the command and write out what it said, where a full disk can still be told of."""
    try:
        cli(prog_name="kgraph")
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _give_up_output(error: OSError) -> NoReturn:
    """End with one line on an output that takes no more; with none where a pipe was closed (`| head`)."""
    # The interpreter flushes once more on its way out, and would complain of what is left over.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if error.errno == errno.EPIPE:
        sys.exit(SKIPPED)
    UserError(f"standard output: cannot be written: {error.strerror}; free space, or write elsewhere").show()
    sys.exit(UNUSABLE)
