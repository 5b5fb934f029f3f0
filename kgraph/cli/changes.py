"""Commands that compare graphs and put them together."""

from collections.abc import Sequence
from pathlib import Path

import click

from kgraph.cli.options import SKIPPED, TARGET, UPDATE_URL, open_graph, open_triples

__all__ = ["diff", "merge"]


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "summary", "json", "patch"]),
    default="text",
    show_default=True,
    help="In words, the counts alone, for programs, or as RDF Patch.",
)
@click.pass_context
def diff(ctx: click.Context, before: str, after: str, style: str) -> None:
    """Show what graph B has otherwise than graph A.

    \b
    kgraph diff monday.ttl tuesday.ttl
    kgraph diff monday.ttl tuesday.ttl --format summary

    Assertions that are gone and new, sentences that are read otherwise, assertions with other evidence, documents,
    and what is told otherwise of documents and things. What is derived is not compared. RDF Patch lists every triple
    (`D` to take out of A, `A` to put in).

    Exit codes: 0 the same; 1 not the same; 2 unreadable graph.
    """
    from kgraph.changes import compare
    from kgraph.changes.as_json import to_json
    from kgraph.changes.show import to_summary, to_text
    from kgraph.changes.walk import to_patch

    difference = compare(open_triples(before), open_triples(after))
    if style == "patch":
        click.echo(to_patch(difference.changes), nl=False)
    else:
        write = {"text": to_text, "summary": to_summary, "json": to_json}[style]
        click.echo(write(difference).rstrip("\n"))
    ctx.exit(SKIPPED if difference else 0)


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option(
    "-o",
    "--out",
    required=True,
    type=TARGET,
    metavar="FILE|URL",
    help="The file, whose suffix names the format, or an endpoint.",
)
@UPDATE_URL
def merge(graphs: Sequence[str], out: Path | str, update_url: str | None) -> None:
    """Put graphs together.

    \b
    kgraph merge one.ttl two.ttl three.nq.gz -o all.ttl
    kgraph merge one.ttl two.ttl -o http://localhost:7878/query

    The union of what they say, in any order and any number of times the same bytes. A thing that they call
    differently ends with one name, its longest; the others stay beside it. What is derived is derived anew.
    What an endpoint has already is one of the graphs; only what differs is sent there, by one update.

    Exit codes: 0 done; 2 unreadable graph, unknown suffix.
    """
    from kgraph.changes import Merged
    from kgraph.graph.write import suffix_of, write_graph

    if isinstance(out, str):
        from kgraph.graph.store import Graph
        from kgraph.graphs import update_endpoint

        there = open_graph(out)
        merged = Merged([there, *(open_triples(graph) for graph in graphs if graph != out)])
        update_endpoint(there, Graph(merged), out, update_url=update_url)
    else:
        suffix_of(out.name)
        merged = Merged([open_triples(graph) for graph in graphs])
        write_graph(merged, out)
    for iri in merged.texts_differ:
        click.echo(
            f"kgraph: <{iri}>: the graphs have two texts of this document; its evidence is of both", err=True
        )
