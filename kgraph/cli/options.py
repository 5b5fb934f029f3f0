"""Options and arguments that commands share, and what they load by them."""

import functools
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from kgraph.cli.progress import triples_shown
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kgraph.corpus import Executor, Settings
    from kgraph.decisions import Decision
    from kgraph.extraction import Extractor
    from kgraph.gazetteer import Gazetteer
    from kgraph.graph.store import Graph

__all__ = [
    "CLUSTER",
    "FILE",
    "GAZETTEER",
    "GRAPH",
    "GRAPH_STORE_URL",
    "JOBS",
    "LINKS",
    "MIN_CONFIDENCE",
    "MODEL",
    "NO_ASSERTION",
    "NO_LINKS",
    "PROPOSALS",
    "SKIPPED",
    "SOURCES",
    "STOPPED",
    "TARGET",
    "UNUSABLE",
    "UPDATE_URL",
    "WORDINGS",
    "choose_executor",
    "load_decisions",
    "load_extractor",
    "load_gazetteer",
    "open_asserting",
    "open_graph",
    "open_triples",
    "output",
    "this_command",
    "with_fields",
    "with_settings",
]

NO_ASSERTION = "no assertion of kgraph is in it; is it the graph that you mean?"
SKIPPED = 1  # exit code: something was left out, or the check says no
UNUSABLE = 2
STOPPED = 130

_FIELDS = {
    "text": "their text",
    "title": "their title",
    "date": "the day they are of",
    "id": "their id",
    "source": "who published them",
    "url": "their address",
}


class Target(click.ParamType[str | Path]):
    """A file, or the URL of an endpoint, which stays text."""

    name = "target"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:  # noqa: ARG002
        """Tell them apart."""
        from kgraph.endpoint import is_url

        return value if is_url(value) else Path(value)


FILE = click.Path(path_type=Path)
TARGET = Target()
GRAPH = click.argument("graph", metavar="GRAPH")
UPDATE_URL = click.option(
    "--update-url", metavar="URL", help="Where the endpoint takes updates, if kgraph cannot tell."
)
GRAPH_STORE_URL = click.option(
    "--graph-store-url", metavar="URL", help="Where the endpoint takes graphs, if not as usual."
)
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
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Read in N processes; else in as many as there are cores. The result is the same.",
)
CLUSTER = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Have the workers of a Dask cluster read: tcp://HOST:PORT or tls://HOST:PORT of its scheduler; local starts"
    " one here, with --jobs workers. The result is the same. Needs kgraph-disputes[cluster], here and there.",
)
LINKS = click.option(
    "--links",
    "links",
    metavar="FILE",
    type=FILE,
    callback=lambda ctx, _, value: chosen_links(ctx, value),
    help="Decisions on who is who, by kgraph link fix; else kgraph-links.tsv, where the present folder has one.",
)
PROPOSALS = click.option(
    "--proposals",
    metavar="FILE",
    type=FILE,
    help="What another extractor proposes, by kgraph propose; what does not hold is named and left out.",
)
NO_LINKS = click.option(
    "--no-links",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update(no_links=value),
    help="Leave out all decisions.",
)


def with_settings(*options: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options of how articles are read, in this order; it gets them together, as `settings`."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def collecting(*args: Any, gazetteers: Sequence[Path], **values: Any) -> Any:
            from kgraph.corpus import Settings

            chosen = {name: values.pop(name) for name in Settings.__annotations__ if name in values}
            known = load_gazetteer(gazetteers) if gazetteers else None
            return command(*args, settings={"gazetteer": known, **chosen}, **values)

        return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), collecting)

    return decorate


def with_fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of what records call their fields; it gets them together, as `fields`."""

    @functools.wraps(command)
    def collecting(*args: Any, **values: Any) -> Any:
        given = {name: values.pop(f"{name}_field") for name in _FIELDS}
        return command(*args, fields={name: own for name, own in given.items() if own}, **values)

    options = (
        click.option(f"--{name}-field", metavar="NAME", help=f"What records call {what}, if not {name}.")
        for name, what in _FIELDS.items()
    )
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(list(options)), collecting)


def load_extractor(settings: "Settings") -> "Extractor":
    """Make the extractor that the options ask for."""
    from kgraph.corpus import Recipe

    return Recipe.of(**settings).make()


def load_decisions(links: Path | None) -> "Sequence[Decision]":
    """Read the decisions on who is who; none without a file."""
    from kgraph.decisions import read_decisions

    return read_decisions(links) if links is not None else ()


def chosen_links(ctx: click.Context, given: Path | None) -> Path | None:
    """Choose the file of decisions, and say so: the one given, else the one in the present folder."""
    from kgraph.decisions.table import DEFAULT_FILE, read_decisions

    if ctx.meta.get("no_links"):
        return None
    path = given or (DEFAULT_FILE if DEFAULT_FILE.exists() else None)
    if path is not None and not ctx.obj:
        held = len(read_decisions(path))
        click.echo(f"kgraph: decisions applied: {held} of {path}; --no-links leaves them out", err=True)
    return path


def choose_executor(
    jobs: int | None, cluster: str | None, on_look: "Callable[[int, int], None]"
) -> "Executor":
    """Choose who reads articles: processes of this machine, or the workers of a cluster, of which `on_look` hears."""
    from kgraph.corpus.processes import Processes, cores

    if cluster is None:
        return Processes(jobs or cores())
    from kgraph.corpus.cluster import Cluster
    from kgraph.corpus.connection import LOCAL

    if jobs is not None and cluster != LOCAL:
        raise click.UsageError(
            f"--jobs goes with --cluster {LOCAL}: to another cluster workers come by themselves"
        )
    return Cluster(cluster, jobs=jobs or cores(), on_look=on_look)


def open_graph(source: str) -> "Graph":
    """Open what a user calls a graph, and show how far it is where it comes from a server and takes its time."""
    from kgraph.graphs import open_graph as open_with

    return open_with(source, triples_shown)


def open_asserting(source: str) -> "Graph":
    """Open a graph to be read by people, and say so where it asserts nothing: it may be another file than was meant."""
    graph = open_graph(source)
    if not graph.solve("ASK { ?assertion a kg:Assertion }"):
        click.echo(f"kgraph: {source}: {NO_ASSERTION}", err=True)
    return graph


def open_triples(source: str) -> "Iterable[Triple]":
    """Open it to be gone through as it is written; else as `open_graph`."""
    from kgraph.graphs import open_triples as open_with

    return open_with(source, triples_shown)


def load_gazetteer(own: Iterable[Path]) -> "Gazetteer":
    """Load what is known by name, with a user's own tables."""
    from kgraph.gazetteer import Gazetteer

    return Gazetteer.load(*own)


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """Give standard output for None and "-", else a file that is written whole or not at all."""
    if path is None or str(path) == "-":
        if sys.stdout is None:  # closed by the shell with >&-
            raise KgraphError("standard output is closed: name a file with -o")
        yield sys.stdout
        return
    from kgraph.files import replacing

    with replacing(path) as stream:
        yield stream


def this_command() -> str:
    """Give what to type to run this program again: its name where that finds it, else its path."""
    called = Path(sys.argv[0])
    found = shutil.which("kgraph")
    if found and Path(found).resolve() == called.resolve():
        return "kgraph"
    return str(called) if called.name == "kgraph" else "python -m kgraph"
