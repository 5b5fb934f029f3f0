"""The command that serves a graph."""

import importlib.util
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from kgraph.cli.options import GRAPH
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.serve.app import Settings
    from kgraph.sparql import Limits

__all__ = ["mcp", "serve"]

_NEEDS = ("starlette", "uvicorn", "mimeparse")


@click.command()
@GRAPH
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any port that is free."
)
@click.option("--title", default="Territorial disputes", show_default=True, help="The heading of the pages.")
@click.option("--open", "opening", is_flag=True, help="Open the browser.")
@click.option(
    "--token", envvar="KGRAPH_TOKEN", metavar="TOKEN", help="Answer only who shows it; also as KGRAPH_TOKEN."
)
@click.option("--public", is_flag=True, help="Let anybody who reaches the host ask.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name by which the server is asked.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Let pages of this origin ask; * for all.")
@click.option(
    "--time-limit",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="After that a query is stopped.",
)
@click.option(
    "--memory-limit",
    default=2048,
    show_default=True,
    type=click.IntRange(1),
    metavar="MB",
    help="A query that takes more is stopped.",
)
@click.option(
    "--max-rows",
    default=100_000,
    show_default=True,
    type=click.IntRange(1),
    metavar="N",
    help="A larger answer is refused.",
)
@click.option(
    "--at-once",
    default=4,
    show_default=True,
    type=click.IntRange(1, 64),
    metavar="N",
    help="Queries side by side.",
)
@click.pass_context
def serve(
    ctx: click.Context,
    graph: str,
    host: str,
    port: int,
    title: str,
    opening: bool,
    token: str | None,
    public: bool,
    names: Sequence[str],
    cors: Sequence[str],
    time_limit: float,
    memory_limit: int,
    max_rows: int,
    at_once: int,
) -> None:
    """Serve a graph: pages, questions and SPARQL.

    \b
    kgraph serve out/graph.ttl
    kgraph serve out/graph.ttl --port 0 --open
    kgraph serve out/graph.ttl --host 0.0.0.0 --token "$(openssl rand -hex 16)"
    curl 'http://127.0.0.1:8000/queries/disputed-territories?format=csv'
    curl http://127.0.0.1:8000/sparql --data-urlencode 'query=SELECT ?x WHERE { ?x kg:claims id:kunashir }'

    It only reads. Queries run apart from the server, without network, and are stopped at their limits.
    Each request is a line on standard error; with kgraph -v the line has the query.

    Exit codes: 0 stopped by Ctrl-C or SIGTERM; 2 unreadable graph, port in use, used wrongly.
    """
    _need_extra()
    from kgraph.serve.app import NAMES, Settings
    from kgraph.serve.server import is_loopback
    from kgraph.sparql import Limits

    if not is_loopback(host) and not (token or public):
        raise click.UsageError(
            f"--host {host} is open to others: add --token TOKEN, or --public for everybody"
        )
    say = _say_nothing if ctx.obj else _say
    verbose = bool(ctx.parent and ctx.parent.params.get("verbose"))
    settings = Settings(
        names=(*NAMES, host, *names), token=token or None, cors=cors, write=say, texts=verbose
    )
    limits = Limits(seconds=time_limit, megabytes=memory_limit, rows=max_rows)
    _serve(graph, (host, port), title, settings, limits, at_once, opening)
    say("kgraph: stopped")


def _serve(
    graph: str,
    where: tuple[str, int],
    title: str,
    settings: "Settings",
    limits: "Limits",
    at_once: int,
    opening: bool,
) -> None:
    from kgraph.endpoint import show_source
    from kgraph.serve.app import create_app
    from kgraph.serve.server import address_of, make_server, open_socket
    from kgraph.serve.source import Served

    with (
        open_socket(*where) as opened,
        closing(Served(graph, title=title, limits=limits, at_once=at_once)) as served,
    ):
        address = address_of(opened)

        def ready() -> None:
            triples = served.now().triples
            held = f"{show_source(graph)} ({triples:,} triples)"
            _say(f"kgraph: {held} at {address}, SPARQL at {address}sparql (Ctrl-C stops it)")
            if opening:
                click.launch(address)

        make_server(create_app(served, settings), ready).run(sockets=[opened])


def _say(line: str) -> None:
    click.echo(line, err=True)


def _say_nothing(line: str) -> None:
    """Keep the request log to itself, as --quiet asks."""


def _need_extra() -> None:
    """See that what a server takes is installed.

    Raises:
        KgraphError: it is not.
    """
    if any(importlib.util.find_spec(name) is None for name in _NEEDS):
        raise KgraphError("kgraph serve needs more packages: pip install 'kgraph-disputes[serve]'")


@click.command()
@GRAPH
@click.option(
    "--time-limit",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="After that a question is stopped.",
)
def mcp(graph: str, time_limit: float) -> None:
    """Let a language model look a graph up (MCP).

    \b
    kgraph mcp out/graph.ttl

    Speaks the Model Context Protocol on standard input and output: an assistant starts the command itself. Its tools
    find entities, what is asserted of them, every sentence behind it, and the answers of the named questions. They
    only read, take no SPARQL, and reach no network.

    Exit codes: 0 the assistant has left; 2 unreadable graph, or the extra is not installed.
    """
    from kgraph.analysis import Graph
    from kgraph.assistant import make_server
    from kgraph.sparql import Limits

    make_server(Graph.open(graph), Limits(seconds=time_limit)).run()
