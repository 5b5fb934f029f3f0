"""Commands that ask, show, write and check a graph."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.options import (
    FILE,
    GAZETTEER,
    GRAPH,
    GRAPH_STORE_URL,
    LINKS,
    MODEL,
    NO_LINKS,
    SKIPPED,
    TARGET,
    WORDINGS,
    load_decisions,
    load_gazetteer,
    open_asserting,
    open_graph,
    open_triples,
)

if TYPE_CHECKING:
    from kgraph.graph.store import Graph

__all__ = ["derive", "explain", "export", "validate", "view"]


@click.command()
@GRAPH
@click.option(
    "-o", "--out", default="graph.html", show_default=True, type=FILE, metavar="FILE", help="The page."
)
@click.option("--title", default="Territorial disputes", show_default=True, help="The heading of the page.")
@click.option("--show", is_flag=True, help="Open the page in the browser.")
def view(graph: str, out: Path, title: str, show: bool) -> None:
    """Draw a graph as one self-contained page.

    \b
    kgraph view out/graph.ttl -o graph.html --show

    The network, and behind every edge its sentences; the page fetches nothing and needs no server.

    Exit codes: 0 done; 2 unreadable graph.
    """
    from kgraph.graphs import draw
    from kgraph.view import write_page

    write_page(draw(open_asserting(graph), title), out)
    if show:
        click.launch(str(out))


@click.command()
@GRAPH
@click.option(
    "-o",
    "--out",
    required=True,
    type=TARGET,
    metavar="FILE|URL",
    help="The file or endpoint; - is standard output.",
)
@click.option(
    "--format", "style", metavar="FORMAT", help="ttl, nt, ... where the name of FILE does not say it."
)
@click.option("--replace", is_flag=True, help="Put it on a server in the place of what is there.")
@GRAPH_STORE_URL
def export(
    graph: str, out: Path | str, style: str | None, replace: bool, graph_store_url: str | None
) -> None:
    """Write a graph in another format, or put it on a server.

    \b
    kgraph export out/graph.ttl -o graph.graphml
    kgraph export out/graph.ttl -o graph.nq.gz
    kgraph export out/graph.ttl -o - --format jsonld
    kgraph export out/graph.ttl -o http://localhost:7878/query

    The suffix names the format, each also with .gz: .ttl .trig .nq .nt .jsonld, with triple terms .rdf12.ttl .rdf12.nt;
    for Gephi and networkx .graphml .gexf; as tables .csv .nodes.csv .parquet; for Neo4j's importer .neo4j.nodes.csv
    and .neo4j.relationships.csv; for Wikidata .quickstatements.tsv; a coder's worksheet of claims .icow.csv.
    The same graph gives the same bytes. From file to file literals keep their spelling ("01", 1.50).

    Exit codes: 0 done; 2 unknown suffix, unreadable graph.
    """
    from kgraph.graph.write import suffix_of, write_graph, write_to

    if isinstance(out, str):
        from kgraph.graphs import fill_endpoint

        fill_endpoint(open_graph(graph), out, replace=replace, graph_store_url=graph_store_url)
        return
    if out == Path("-") and style is None:
        raise click.UsageError("standard output has no suffix; add --format, say --format ttl")
    suffix = suffix_of(f".{style}" if style else out.name)
    if out == Path("-"):
        write_to(open_triples(graph), sys.stdout.buffer, suffix)
    else:
        write_graph(open_triples(graph), out, suffix)
        if suffix.startswith(".quickstatements") and not out.stat().st_size:
            click.echo(
                f"kgraph: {out}: empty: only claims, parts and treaties of things that Wikidata has are written, as "
                "the text or the party itself says them, in articles with an address",
                err=True,
            )


@click.command()
@GRAPH
@click.option("-o", "--out", required=True, type=FILE, metavar="FILE", help="The graph with what follows.")
@click.pass_obj
def derive(quiet: bool, graph: str, out: Path) -> None:
    """Derive anew what follows from a graph.

    \b
    kgraph derive out/graph.ttl -o out/graph.ttl

    What follows from the assertions: places within places, who controls, contradictions, periods, beliefs,
    disputes and copies of one story, each with its rule and the assertions it rests on. It takes the place of what
    was derived before; what was read stays as it is. kgraph build derives too.

    Exit codes: 0 done; 2 unreadable graph, unknown suffix.
    """
    from kgraph.derive import add_derived, count_conclusions, is_derived, with_derived
    from kgraph.graph.write import write_graph
    from kgraph.graphs import locate

    found = open_graph(graph)
    if locate(Path(graph)).is_dir() or any(map(is_derived, found)):
        found = with_derived(found)
    else:
        add_derived(found)
    write_graph(found, out)
    if not quiet:
        counts = ", ".join(f"{rule} {count}" for rule, count in count_conclusions(found).items())
        click.echo(f"kgraph: derived: {counts or 'nothing follows'}", err=True)


@click.command()
@click.argument("graph", metavar="GRAPH", required=False)
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
    graph: str | None,
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
    kgraph explain out/graph.ttl "who claims Kunashir"
    kgraph explain --text "Lavrov said that Japan may claim Kunashir."

    Denials, doubts and what is only on somebody's word are shown with it. Names are those of the graph, of
    its texts or of the gazetteer. With --text: how a text is read, step by step, from the parse to the assertions
    with the words that decided on them, and for what is not read what was missing.

    Exit codes: 0 done; 1 the graph does not say so, and the nearest it says is shown; 2 unreadable graph.
    """
    if text is not None:
        from kgraph.extraction.trace import explain_text

        if graph is not None:
            raise click.UsageError(
                "give a graph and a relation, or --text: it reads a text of your own, and no graph"
            )
        if not text.strip():
            raise click.UsageError("--text is empty: give a sentence, or a few")
        known, decisions = load_gazetteer(gazetteers), load_decisions(links)
        click.echo(explain_text(text, gazetteer=known, model=model, wordings=wordings, decisions=decisions))
        return
    if graph is None or relation is None:
        raise click.UsageError('name a graph and a relation ("Japan claims Kunashir"), or give --text')
    from kgraph.explain import explain_relation

    loaded = open_asserting(graph)
    known = load_gazetteer(gazetteers)

    def ids_of(name: str) -> frozenset[str]:
        return frozenset(entry.entity.id for entry in known.by_name(name))

    explanation = explain_relation(
        relation, loaded.assertions(), loaded.documents(), ids_of, loaded.predicates
    )
    click.echo(explanation.text)
    ctx.exit(0 if explanation.found else SKIPPED)


@click.command()
@GRAPH
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "turtle"]),
    default="text",
    show_default=True,
    help="json: one object with all problems. turtle: a validation report of SHACL.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="As text, list N problems of each check and count the rest; 0: list all.",
)
@click.option(
    "--texts",
    multiple=True,
    metavar="SOURCE",
    help="Articles, named as for kgraph build: each quotation is looked up where it is said to stand.",
)
@click.option(
    "--shapes", multiple=True, type=FILE, metavar="FILE.ttl", help="Own shapes, asked besides kgraph's."
)
@click.option(
    "--engine",
    type=click.Choice(["shacl", "pyshacl"]),
    help="Who checks the shapes; shacl where it is installed, else pyshacl, which takes forty times as long.",
)
@click.pass_context
def validate(
    ctx: click.Context,
    graph: str,
    style: str,
    limit: int,
    texts: Sequence[str],
    shapes: Sequence[Path],
    engine: str | None,
) -> None:
    """Check a graph against its shapes (SHACL) and gates.

    \b
    kgraph validate out/graph.ttl
    kgraph validate out/graph.ttl --texts articles/ --format turtle

    Each problem is a line with the words behind it. Violations make a graph unfit: an assertion without evidence, a
    drawn edge that no assertion bears. Warnings are worth a look: the kind of what only a text names is a guess.

    Exit codes: 0 the graph conforms, warnings or not; 1 it does not; 2 unreadable graph, texts or shapes.
    """
    from kgraph.validation import Engine
    from kgraph.validation import validate as check

    loaded = open_asserting(graph)
    known = _read_texts(texts, loaded) if texts else {}
    report = check(loaded, known, shapes=shapes, engine=Engine(engine) if engine else None)
    written = {"json": report.to_json, "turtle": report.to_turtle}.get(style)
    click.echo(written() if written else report.to_text(limit or None), nl=False)
    ctx.exit(0 if report.conforms else SKIPPED)


def _read_texts(sources: Sequence[str], graph: "Graph") -> "dict[str, str]":
    """Read the texts of the graph's documents, and say of how many they are."""
    from kgraph.errors import GraphError
    from kgraph.reading import read_sources
    from kgraph.validation import document_ids

    ids = document_ids(graph)
    read = read_sources(sources, on_reject=lambda rejection: click.echo(f"kgraph: {rejection}", err=True))
    texts = {document.id: document.text for document in read if document.id in ids}
    if not texts:
        raise GraphError(
            f"{' '.join(sources)}: no text of a document of the graph; name the articles as for kgraph build"
        )
    click.echo(
        f"kgraph: quotations checked in the texts of {len(texts):,} of {len(ids):,} documents", err=True
    )
    return texts
