"""The command that asks a graph."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from kgraph.cli.options import NO_ASSERTION, SKIPPED

if TYPE_CHECKING:
    from kgraph.sparql.exchange import Reply
    from kgraph.sparql.limits import Limits

__all__ = ["query"]

_Command = TypeVar("_Command", bound=Callable[..., None])

_FORMATS = ("table", "csv", "tsv", "json", "srj", "srx", "md", "ttl", "nt", "jsonld", "rdf")
_FOR_PEOPLE = ("table", "md")


def _filling(name: str, metavar: str, text: str) -> Callable[[_Command], _Command]:
    return click.option(f"--{name}", metavar=metavar, help=text)


@click.command()
@click.argument("graph", metavar="GRAPH", required=False)
@click.argument("question", metavar="NAME|FILE.rq|SPARQL", required=False)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--list", "listing", is_flag=True, help="Show the named questions; with a NAME: its columns.")
@_filling("territory", "NAME", "Only what is about a territory or lies in it; any name of it, or its id.")
@_filling("agent", "NAME", "Only what has this state, organization or person on either side.")
@_filling("speaker", "NAME", "Only what is this one's word.")
@_filling("year", "YYYY", "Only what is about this year.")
@_filling("published", "YYYY", "Only what was published in this year.")
@_filling("since", "YYYY-MM-DD", "Only what is new since this day.")
@_filling("until", "YYYY-MM-DD", "Only what was new by this day.")
@_filling("source", "NAME", "Only what this publisher reports.")
@click.option(
    "--limit", metavar="N", help="How many rows a named question shows; 0: all. [table and md: 1000]"
)
@click.option("--format", "style", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--engine", type=click.Choice(["oxigraph", "rdflib"]), default="oxigraph", show_default=True)
@click.option("--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, metavar="SECONDS")
@click.option("--memory", type=click.IntRange(1), default=2048, show_default=True, metavar="MB")
@click.option("--max-rows", type=click.IntRange(1), default=100_000, show_default=True, metavar="N")
@click.pass_context
def query(
    ctx: click.Context,
    /,
    graph: str | None,
    question: str | None,
    values: Sequence[str],
    listing: bool,
    style: str,
    engine: str,
    timeout: float,
    memory: int,
    max_rows: int,
    **options: str | None,
) -> None:
    """Ask a graph: a named question or SPARQL.

    \b
    kgraph query --list
    kgraph query --list in-the-year
    kgraph query out/graph.ttl disputed-territories
    kgraph query out/graph.ttl in-the-year --territory Kurils --year 1945
    kgraph query out/graph.ttl 'SELECT ?who WHERE { ?who kg:claims id:kunashir }' --format csv

    GRAPH is a file, a store folder or the URL of an endpoint. A file with SPARQL ends in .rq; what it marks as
    "#? name: ..." is filled in by NAME=VALUE. Prefixes such as kg: and id: need no declaration. A query can neither
    change the graph nor read anything else, and is stopped at its limits of time, memory (beyond what the graph
    takes) and rows. srj and srx are SPARQL results in JSON and XML; ttl, nt, jsonld and rdf write what CONSTRUCT and
    DESCRIBE give.

    Exit codes: 0 done, be the answer empty; 1 rows are missing beyond --max-rows; 2 no such question, no SPARQL,
    unreadable graph, a limit passed.
    """
    from kgraph.sparql.limits import Limits

    if listing:
        click.echo(_describe(question or graph))
        return
    if graph is None or question is None:
        raise click.UsageError("name a graph and a question; kgraph query --list shows those there are")
    given = {name: value for name, value in options.items() if value is not None} | _named_values(values)
    if style not in _FOR_PEOPLE:
        given.setdefault("limit", "0")  # a program takes all
    limits = Limits(seconds=timeout, megabytes=memory, rows=max_rows)
    reply = _ask(graph, question, given, style, engine, limits)
    click.echo(reply.body, nl=False)
    _remark(reply)
    if not reply.rows:
        _explain_emptiness(graph, question, limits)
    ctx.exit(SKIPPED if reply.cut else 0)


def _ask(
    graph: str, question: str, given: Mapping[str, str], style: str, engine: str, limits: "Limits"
) -> "Reply":
    from kgraph.sparql import Request, ask
    from kgraph.sparql.named import fill_in, find_text

    text = fill_in(find_text(question), given)
    return ask(graph, Request(text=text, engine=engine, solutions=style, triples=style, limits=limits))


def _remark(reply: "Reply") -> None:
    """Say on standard error what the answer itself cannot say."""
    if reply.cut:
        click.echo(
            f"kgraph: rows are missing: these are {reply.cut}; narrow the query, or --max-rows", err=True
        )
    elif reply.more:
        click.echo(f"kgraph: there are more than these {reply.rows:,} rows; --limit 0 shows all", err=True)
    elif not reply.rows:
        click.echo("kgraph: no rows", err=True)


def _explain_emptiness(graph: str, question: str, limits: "Limits") -> None:
    """Say what makes an answer empty and is no no: a graph of something else, or names that are nobody's."""
    from kgraph.sparql import run
    from kgraph.sparql.named import find_text, named_queries
    from kgraph.sparql.unknown import tell_unknown

    if run(graph, "ASK { ?assertion a kg:Assertion }", limits=limits).rows == (("false",),):
        click.echo(f"kgraph: {graph}: {NO_ASSERTION}", err=True)
    elif question not in {named.name for named in named_queries()}:
        for complaint in tell_unknown(find_text(question), lambda own: run(graph, own, limits=limits).rows):
            click.echo(f"kgraph: {complaint}", err=True)


def _describe(name: str | None) -> str:
    """List the named questions, or describe one."""
    from kgraph.sparql.named import named_queries

    for named in named_queries():
        if named.name == name:
            columns = [f"  {column:<16}{meaning}" for column, meaning in named.columns.items()]
            filled = [f"  --{each.name:<14}{each.meaning}" for each in named.parameters]
            return "\n".join(
                [named.question, "", "Columns", *columns, *(["", "Options", *filled] if filled else [])]
            )
    width = max(len(named.name) for named in named_queries()) + 2
    lines = []
    for named in named_queries():
        options = " ".join(f"--{each.name}" for each in named.parameters)
        lines += [
            f"{named.name:<{width}}{named.question}",
            *([f"{'':<{width}}  {options}"] if options else []),
        ]
    return "\n".join(lines)


def _named_values(values: Iterable[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not equals:
            raise click.UsageError(f"{name!r} is no NAME=VALUE; put SPARQL and names with blanks in quotes")
    return {name: value for name, _, value in pairs}
