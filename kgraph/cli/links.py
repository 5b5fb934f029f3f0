"""Commands on what names are linked to: kgraph link ..."""

from collections.abc import Sequence
from pathlib import Path

import click

from kgraph.cli.options import (
    FILE,
    GAZETTEER,
    GRAPH,
    LINKS,
    MODEL,
    NO_LINKS,
    load_decisions,
    load_extractor,
    load_gazetteer,
    open_graph,
    this_command,
)

__all__ = ["links"]


@click.group("link")
def links() -> None:
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


@links.command("fix")
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
    kept = fix(path, load_gazetteer(gazetteers), new)
    click.echo(f"kgraph: {path}: {list_decisions([kept])}", nl=False, err=True)


@links.command("undo")
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

    taken = take_back(path, load_gazetteer(gazetteers), name, entity, document)
    click.echo(f"kgraph: {path}: taken back:\n{list_decisions(taken)}", nl=False, err=True)


@links.command("list")
@DECISIONS
def list_links(path: Path) -> None:
    """Show the decisions.

    \b
    kgraph link list

    Exit codes: 0 done; 2 a wrong row, named with its line.
    """
    from kgraph.decisions.fix import list_decisions, load_decisions

    decisions = load_decisions(path)
    click.echo(list_decisions(decisions), nl=False)
    if not decisions:
        click.echo(f"kgraph: {path}: no decisions", err=True)


@links.command("review")
@GRAPH
@LINKS
@NO_LINKS
@GAZETTEER
def review_links(graph: str, links: Path | None, gazetteers: Sequence[Path]) -> None:
    """Show what in a graph is worth a decision.

    \b
    kgraph link review out/graph.ttl

    Things that only the texts know and that may be known ones, or one another, by their spelling or because nothing
    decided between the candidates: each with one quotation, and the commands that decide it.

    Exit codes: 0 done; 2 unreadable graph.
    """
    from kgraph.decisions import Links
    from kgraph.decisions.review import find_doubts, write_doubts

    known = load_gazetteer(gazetteers)
    doubts = find_doubts(open_graph(graph).assertions(), known, Links(known, load_decisions(links)))
    click.echo(write_doubts(doubts, this_command()), nl=False)
    if not doubts:
        click.echo("kgraph: nothing in it is worth a decision", err=True)


@links.command("evaluate")
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
    comparison = run(
        texts, extractor=load_extractor({"gazetteer": load_gazetteer(gazetteers), "model": model})
    )
    click.echo(links_as_json(comparison) if as_json else format_links(comparison, errors))
    if floors is not None:
        from kgraph.quality import raise_floors

        raise_floors(floors, texts[0], comparison.figures)
