"""Commands that read articles."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.options import (
    CLUSTER,
    FILE,
    GAZETTEER,
    JOBS,
    LINKS,
    MIN_CONFIDENCE,
    MODEL,
    NO_LINKS,
    PROPOSALS,
    SKIPPED,
    SOURCES,
    WORDINGS,
    choose_executor,
    load_extractor,
    output,
    this_command,
    with_fields,
    with_settings,
)
from kgraph.cli.progress import progress, shown

if TYPE_CHECKING:
    from kgraph.corpus import Settings

__all__ = ["build", "demo", "evaluate", "extract"]


@click.command()
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

    with progress(quiet=quiet) as reading:
        built = build(
            [str(DATA / "demo")], out, model=model, on_done=reading.on_done, on_expected=reading.on_expected
        )
    click.echo(summarize(built))
    click.echo(f"\nWritten to {out}{'/' if out.name else ''}: {', '.join(OUTPUTS)}")
    click.echo("\nOpen graph.html in a browser, or try:")
    click.echo(f"  {this_command()} query {out / 'graph.ttl'} disputed-territories")
    click.echo(f'  {this_command()} explain {out / "graph.ttl"} "Japan claims Kunashir"')


@click.command()
@SOURCES
@click.option(
    "-o", "--out", required=True, type=FILE, metavar="FOLDER", help="Where to write; made if missing."
)
@with_settings(MODEL, GAZETTEER, WORDINGS, LINKS, NO_LINKS, PROPOSALS, MIN_CONFIDENCE)
@with_fields
@JOBS
@CLUSTER
@click.pass_context
def build(
    ctx: click.Context,
    sources: Sequence[str],
    out: Path,
    settings: "Settings",
    fields: Mapping[str, str],
    jobs: int | None,
    cluster: str | None,
) -> None:
    """Build a graph of articles, with its page.

    \b
    kgraph build articles/ more.jsonl -o out/
    kgraph build - -o out/ < article.txt
    kgraph build news.jsonl.gz -o out/ --cluster tcp://10.0.0.1:8786

    Writes graph.ttl, graph.html, assertions.jsonl and report.json into the folder. What was read stays in its
    folder parts/: a run that was stopped or killed goes on there when it is started again, and a later one reads
    only what is new or changed. A graph of more than a million triples goes into a store, graph.kg, instead of
    graph.ttl and graph.html.

    A SOURCE is a file (.txt .md .html .htm .json, .jsonl and .csv also with .gz or .zst, .parquet, .warc also with
    .gz), a folder of them, the URL of either (file:// s3:// hdfs:// https://; "s3://news/2024/*.warc.gz"), or - for
    standard input, which may be packed. What cannot be read is named on standard error, counted in report.json,
    and left out; what is read with a doubt (its encoding is guessed, its date not clear) is named there too, and
    kept.

    A record of .jsonl, .json, .csv or .parquet has its text in the field or column text, and may have id, title,
    date, source and url. Where they are called otherwise, say so: --text-field body --date-field published.

    Exit codes: 0 done; 1 some input was left out; 2 nothing could be read or written.
    """
    from kgraph.pipeline import STORE
    from kgraph.pipeline import build as run
    from kgraph.summary import summarize

    with progress(quiet=ctx.obj) as reading:
        built = run(
            sources,
            out,
            **settings,
            fields=fields,
            executor=choose_executor(jobs, cluster, reading.on_look),
            on_done=reading.on_done,
            on_expected=reading.on_expected,
        )
    if not ctx.obj:
        click.echo(summarize(built), err=True)
        click.echo(f"kgraph: {built.report.account}", err=True)
        if built.kept:
            click.echo(f"kgraph: {built.kept:,} of the articles had been read before", err=True)
        if STORE in built.outputs:
            click.echo(
                f"kgraph: the graph is too large for a page: it is in the store {out / STORE}; try:", err=True
            )
            click.echo(f"  {this_command()} query {out / STORE} disputed-territories", err=True)
            click.echo(f"  {this_command()} serve {out / STORE}", err=True)
    ctx.exit(SKIPPED if built.report.rejected else 0)


@click.command()
@SOURCES
@click.option("-o", "--out", type=FILE, metavar="FILE", help="A file instead of standard output.")
@click.option(
    "--open", "is_open", is_flag=True, help="All that is said, of whatever domain, in its own words."
)
@with_settings(MODEL, GAZETTEER, WORDINGS, LINKS, NO_LINKS, PROPOSALS, MIN_CONFIDENCE)
@with_fields
@click.pass_context
def extract(
    ctx: click.Context,
    sources: Sequence[str],
    out: Path | None,
    is_open: bool,
    settings: "Settings",
    fields: Mapping[str, str],
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
    Asia), arguments (all that the clause says, each with role, preposition, words, start, end, and the head of the
    words: head, head_start, head_end), polarity and modality of the deed that the predicate ends with (refused to
    sign: negative; plans to sign: possible), attribution, time, confidence (the higher, the surer the reading).
    Offsets count code points of the text.

    Exit codes: 0 done; 1 some input was left out; 2 nothing could be read or written.
    """
    from kgraph.pipeline import Account, Intake
    from kgraph.records import to_open_records, to_records, write_jsonl

    intake, account = Intake(sources, fields=fields), Account()
    extractor = load_extractor(settings)
    with output(out) as stream:
        documents = shown(intake, quiet=ctx.obj)
        if is_open:
            for said in extractor.read_open(documents):
                write_jsonl(to_open_records(said), stream)
        else:
            for reading in extractor.read(documents):
                write_jsonl(to_records(reading), stream)
                account.add(reading)
                for refused in reading.refused:
                    click.echo(f"kgraph: {reading.document.id}: {refused}", err=True)
    if not (ctx.obj or is_open):
        click.echo(f"kgraph: {account}", err=True)
    ctx.exit(SKIPPED if intake.rejected else 0)


@click.command()
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
@with_settings(MODEL, GAZETTEER, WORDINGS, LINKS, NO_LINKS)
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
    settings: "Settings",
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
    extractor = None if predictions else load_extractor(settings)
    comparison, causes = run(
        gold,
        predictions=predictions,
        aliases=aliases,
        extractor=extractor,
        progress=partial(shown, quiet=ctx.obj),
    )
    as_text = format_comparison(comparison, errors, causes if errors else None)
    click.echo(comparison_as_json(comparison, causes) if as_json else as_text)
    core, qualified = comparison.core.f1, comparison.qualified.f1
    if floors and raising:
        raise_floor(floors, gold, core=core, qualified=qualified)
    failures = below(floor, core=core, qualified=qualified) if floor else []
    for failure in failures:
        click.echo(f"kgraph: {gold.name}: {failure}", err=True)
    ctx.exit(SKIPPED if failures else 0)
