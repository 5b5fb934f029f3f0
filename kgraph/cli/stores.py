"""Commands that change stores, copy them, and count what is in them."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.options import (
    GAZETTEER,
    GRAPH,
    LINKS,
    MIN_CONFIDENCE,
    MODEL,
    NO_LINKS,
    PROPOSALS,
    SKIPPED,
    SOURCES,
    TARGET,
    UPDATE_URL,
    WORDINGS,
    open_graph,
    with_fields,
    with_settings,
)
from kgraph.cli.progress import shown, triples_shown
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.corpus import Settings
    from kgraph.endpoint import Endpoint
    from kgraph.graph.store import Graph

__all__ = ["add", "backup", "compact", "info", "remove", "restore"]

THE_STORE = click.argument("store", type=TARGET, metavar="STORE")


@click.command()
@SOURCES
@click.option(
    "--store",
    required=True,
    type=TARGET,
    metavar="FOLDER|URL",
    help="The store, which is made if missing; or an endpoint.",
)
@UPDATE_URL
@click.option("--again", is_flag=True, help="Read all articles, also those that are there unchanged.")
@with_settings(MODEL, GAZETTEER, WORDINGS, LINKS, NO_LINKS, PROPOSALS, MIN_CONFIDENCE)
@with_fields
@click.pass_context
def add(
    ctx: click.Context,
    sources: Sequence[str],
    store: Path | str,
    update_url: str | None,
    again: bool,
    settings: "Settings",
    fields: Mapping[str, str],
) -> None:
    """Read articles into a store.

    \b
    kgraph add articles/ more.jsonl --store news.kg
    kgraph query news.kg disputed-territories
    kgraph add articles/ --store http://localhost:7878/query

    A store is a folder that holds a graph and grows. It is at any time what kgraph build would make of the articles
    in it: an article that is there already changes nothing, and is not read again; one with the same id and another
    text takes the old one's place. A run that was stopped keeps what it read, and goes on when started again.

    Articles are what kgraph build takes. One that comes by standard input (-) without an id is called by its text, as
    stdin-1f0c29ab34de: another text is another article, and takes nothing's place.

    An endpoint is such a store too; its graph is copied first, and only what differs is sent, by an update for every
    twenty articles. It does not know how its articles were read, so all are read each time.

    Exit codes: 0 done; 1 some input was left out; 2 nothing could be read or written.
    """
    from kgraph.pipeline import add as run

    added = run(
        sources,
        store,
        **settings,
        fields=fields,
        again=again,
        update_url=update_url,
        progress=partial(shown, quiet=ctx.obj),
        copying=triples_shown,
    )
    if not ctx.obj:
        click.echo(f"kgraph: {added}", err=True)
        click.echo(f"kgraph: {added.account}", err=True)
    ctx.exit(SKIPPED if added.intake.rejected else 0)


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@click.option("--store", required=True, type=TARGET, metavar="FOLDER|URL", help="The store, or an endpoint.")
@UPDATE_URL
@click.pass_obj
def remove(quiet: bool, documents: Sequence[str], store: Path | str, update_url: str | None) -> None:
    """Take articles out of a store, with what only they said.

    \b
    kgraph info news.kg --documents
    kgraph remove 2019-01-14.txt --store news.kg

    A DOC is the id of an article, as kgraph info --documents shows it. All are taken out, or none.

    Exit codes: 0 done; 2 no such article or store.
    """
    from kgraph.graphs import open_store

    with open_store(store, new=False, update_url=update_url, progress=triples_shown) as opened:
        applied = opened.remove(documents)
    if not quiet:
        what = f"documents taken out: {len(set(documents)):,}; assertions gone with them: {applied.assertions_gone:,}"
        click.echo(f"kgraph: {what}; triples: {applied.new:,} came, {applied.gone:,} went", err=True)


@click.command()
@THE_STORE
def compact(store: Path | str) -> None:
    """Tidy a store up: less room, quicker answers.

    \b
    kgraph compact news.kg

    Worth it after many small additions. It takes as much room again while it runs.

    Exit codes: 0 done; 2 no such store, in use, or the disk is full.
    """
    from kgraph.store import Store

    with Store.open(_folder(store, "its server tidies it up"), new=False) as opened:
        opened.compact()


@click.command()
@THE_STORE
@click.argument("target", type=TARGET, metavar="TARGET")
def backup(store: Path | str, target: Path | str) -> None:
    """Copy a store as it is now.

    \b
    kgraph backup news.kg /elsewhere/news-2026-11-26.kg

    TARGET is a new folder, a store in itself. On the same disk the copy takes no time and hardly any room, since it
    shares files that never change; against faults of the disk, name a folder on another one.

    Exit codes: 0 done; 2 no such store, in use, or TARGET is there.
    """
    from kgraph.store import backup as run

    run(
        _folder(store, "kgraph export URL -o FILE copies its graph"),
        _folder(target, "kgraph export STORE -o URL copies a graph there"),
    )


@click.command()
@click.argument("source", type=TARGET, metavar="BACKUP")
@THE_STORE
@click.option("--overwrite", is_flag=True, help="Put it in the place of a store that is there.")
def restore(source: Path | str, store: Path | str, overwrite: bool) -> None:
    """Make a store of a backup; the backup stays.

    \b
    kgraph restore /elsewhere/news-2026-11-26.kg news.kg

    Exit codes: 0 done; 2 no such backup, or STORE is there.
    """
    from kgraph.store import restore as run

    run(
        _folder(source, "kgraph export URL -o FILE copies its graph"),
        _folder(store, "kgraph export BACKUP -o URL --replace puts a graph there"),
        overwrite=overwrite,
    )


def _folder(store: Path | str, advice: str) -> Path:
    """Refuse the URL of an endpoint, and say what to do with that."""
    from kgraph.endpoint import show_source

    if isinstance(store, str):
        raise KgraphError(f"{show_source(store)}: an endpoint, where a store in a folder is needed; {advice}")
    return store


@click.command()
@GRAPH
@click.option("--documents", is_flag=True, help="List the documents instead, with the ids that remove takes.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; documents one a line.")
def info(graph: str, documents: bool, as_json: bool) -> None:
    """Count what a graph or a store holds.

    \b
    kgraph info news.kg
    kgraph info news.kg --documents --json | head
    kgraph info http://localhost:7878/query

    Exit codes: 0 done; 2 unreadable graph.
    """
    from kgraph.endpoint import Endpoint, is_url
    from kgraph.graphs import locate

    show = _list if documents else _count
    if is_url(graph):
        with Endpoint(graph) as endpoint:
            show(endpoint, None, as_json=as_json)
    else:
        show(open_graph(graph), locate(Path(graph)), as_json=as_json)


def _count(graph: "Graph | Endpoint", path: Path | None, *, as_json: bool) -> None:
    from kgraph.store import count_content

    content = count_content(graph, path)
    rows = (f"{name:<12}{value}" for name, value in content.rows())
    click.echo(content.to_json() if as_json else "\n".join(rows), nl=not as_json)


def _list(graph: "Graph | Endpoint", path: Path | None, *, as_json: bool) -> None:  # noqa: ARG001 - as _count
    import json

    from kgraph.sparql.results import Table
    from kgraph.store import list_documents

    rows = list(list_documents(graph))
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    columns = ("id", "date", "source", "title", "evidence")
    cells = tuple(tuple("" if row[c] is None else str(row[c]) for c in columns) for row in rows)
    click.echo(Table(columns=columns, rows=cells).to_text(), nl=False)
