"""The command that asks a language model what articles say."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kgraph.cli.options import (
    FILE,
    GAZETTEER,
    SKIPPED,
    SOURCES,
    WORDINGS,
    load_gazetteer,
    output,
    with_fields,
)
from kgraph.cli.progress import shown
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.model import Document
    from kgraph.proposals import Checker
    from kgraph.proposals.ask import LanguageModel

__all__ = ["propose"]

KEY = "KGRAPH_LLM_KEY"


@click.command()
@SOURCES
@click.option(
    "--endpoint", required=True, metavar="URL", help="Where the model is, say http://localhost:11434/v1."
)
@click.option("--llm", required=True, metavar="NAME", help="The model's name at the endpoint.")
@click.option("-o", "--out", type=FILE, metavar="FILE", help="The proposals; else standard output.")
@click.option("--quarantine", type=FILE, metavar="FILE", help="What is refused, with the reason.")
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    metavar="P",
    help="How probably a proposal that passes is right.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help="For one answer.",
)
@GAZETTEER
@WORDINGS
@with_fields
@click.pass_context
def propose(
    ctx: click.Context,
    sources: Sequence[str],
    endpoint: str,
    llm: str,
    out: Path | None,
    quarantine: Path | None,
    confidence: float,
    timeout: float,
    gazetteers: Sequence[Path],
    wordings: Sequence[Path],
    fields: Mapping[str, str],
) -> None:
    """Ask a language model what articles assert.

    \b
    kgraph propose articles/ --endpoint http://localhost:11434/v1 --llm llama3 -o proposals.jsonl
    kgraph build articles/ --proposals proposals.jsonl -o out/

    The texts are sent to the endpoint that you name, and nowhere else; a key is taken from KGRAPH_LLM_KEY. A proposal
    is let in if its quotation stands in the text, its subject and object stand in the quotation, and its predicate can
    hold between such things; else it goes to the quarantine with the reason. kgraph build checks it again, and marks
    its evidence by the model's name.

    Exit codes: 0 done; 1 some input was left out, or the model gave no answer to some; 2 nothing could be done.
    """
    from kgraph.candidates import NameFinder
    from kgraph.own import load_own
    from kgraph.pipeline import Intake
    from kgraph.proposals import Checker
    from kgraph.proposals.ask import LanguageModel
    from kgraph.vocab import predicates

    known = {**predicates(), **load_own(wordings).predicates}
    model = LanguageModel(
        endpoint, llm, known, key=os.environ.get(KEY), seconds=timeout, confidence=confidence
    )
    checker = Checker(NameFinder(load_gazetteer(gazetteers)).find, known)
    intake = Intake(sources, fields=fields)
    with output(out) as accepted, output(quarantine) if quarantine else nullcontext() as refused:
        counts = _propose(shown(intake, quiet=ctx.obj), model, checker, accepted, refused)
        if not counts["answered"]:
            raise KgraphError(
                f"no text was answered: see that --endpoint is right, and that it has a model {llm}"
            )
    if not ctx.obj:
        click.echo(f"kgraph: proposals: {counts['let in']} let in, {counts['refused']} refused", err=True)
    ctx.exit(SKIPPED if counts["faults"] or intake.rejected else 0)


def _propose(
    documents: "Iterable[Document]",
    model: "LanguageModel",
    checker: "Checker",
    accepted: TextIO,
    refused: TextIO | None,
) -> Counter[str]:
    """Ask about each document, write what comes, and count it."""
    from kgraph.proposals import to_line

    counts: Counter[str] = Counter()
    for document in documents:
        answered = model.ask(document)
        _, out = checker.check(document, answered.proposals)
        put_aside = {each.proposal for each in out}
        kept = [each for each in answered.proposals if each not in put_aside]
        accepted.writelines(map(to_line, kept))
        if refused is not None:
            refused.writelines(to_line(each.proposal, reason=each.reason) for each in out)
        for fault in answered.faults:
            click.echo(f"kgraph: {document.id}: {fault}", err=True)
        counts.update({"let in": len(kept), "refused": len(out), "faults": len(answered.faults)})
        counts["answered"] += bool(answered.proposals) or not answered.faults
    return counts
