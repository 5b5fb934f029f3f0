"""Commands on a user's own tables and wordings, and on what is known by name."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from kgraph.cli.options import (
    FILE,
    GAZETTEER,
    MODEL,
    SKIPPED,
    load_extractor,
    load_gazetteer,
)

__all__ = ["gazetteer", "own_wordings"]


@click.group()
def gazetteer() -> None:
    """Look up what is known by name, and check tables of your own."""


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

    known = load_gazetteer(gazetteers)
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


@click.group("wordings")
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
    own = load_extractor({"gazetteer": load_gazetteer(gazetteers), "model": model, "wordings": paths}).own
    click.echo(
        f"{len(own.wordings)} wordings and {len(own.predicates)} predicates are well; each example holds"
    )
