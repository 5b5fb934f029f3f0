"""The command that loads what was built into a store."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from kgraph.cli.options import GAZETTEER, GRAPH_STORE_URL, SKIPPED, TARGET, load_gazetteer
from kgraph.cli.progress import shown

__all__ = ["load"]


@click.command()
@click.argument("parts", nargs=-1, required=True, metavar="PARTS...")
@click.option(
    "--store",
    required=True,
    type=TARGET,
    metavar="FOLDER|URL",
    help="The store, which is made if missing; or an endpoint.",
)
@GAZETTEER
@GRAPH_STORE_URL
@click.pass_context
def load(
    ctx: click.Context,
    parts: Sequence[str],
    store: Path | str,
    gazetteers: Sequence[Path],
    graph_store_url: str | None,
) -> None:
    """Load what was built into a store, in bulk.

    \b
    kgraph build corpus/ -o out/
    kgraph load out/ --store news.kg
    kgraph load one/ two/ more.nt.gz --store news.kg

    PARTS are folders that kgraph build wrote, and graphs of kgraph as .nt .nt.gz .nt.zst .ttl. The store is then what
    kgraph build would make of all their articles: in any order, any number of times the same. Name the --gazetteer
    that they were built with.

    An endpoint must hold no articles but these; a load that broke off goes on when it is started again.

    A part that is damaged, or no graph of kgraph, is named and left out. The store is made whole or not at all.

    Exit codes: 0 done; 1 some part was left out; 2 nothing could be loaded.
    """
    from kgraph.corpus.load import load_parts

    loaded = load_parts(
        parts,
        store,
        gazetteer=load_gazetteer(gazetteers),
        graph_store_url=graph_store_url,
        progress=partial(shown, quiet=ctx.obj),
    )
    for iri in loaded.texts_differ:
        click.echo(
            f"kgraph: <{iri}>: the parts have two texts of this document; its evidence is of both", err=True
        )
    if not ctx.obj:
        click.echo(f"kgraph: {loaded}", err=True)
    ctx.exit(SKIPPED if loaded.rejected else 0)
