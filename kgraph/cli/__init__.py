"""The command line: arguments in, one function called, exit code out.

Data goes to standard output, talk to standard error. Exit codes: 0 done; 1 something was skipped, or a check
says no; 2 nothing could be done, or used wrongly; 130 stopped by Ctrl-C. An article that is kept, but with its
encoding guessed or without a date that is not clear, is named and changes no exit code: nothing was skipped.

What a command needs is imported inside it: spaCy takes over a second to load, and `kgraph query` needs none.
"""

import errno
import gc
import io
import logging
import os
import sys
from typing import Any, NoReturn

import click

from kgraph import __version__
from kgraph.cli import articles, changes, graphs, links, loading, names, proposing, questions, serving, stores
from kgraph.cli.options import SKIPPED, STOPPED, UNUSABLE
from kgraph.errors import KgraphError
from kgraph.text.printable import without_controls

__all__ = ["cli", "main"]


# Objects made, and collections of young ones, between two collections of garbage. Python's own 700 has it look through
# what is loaded, all of which stays, 500 times and more: a tenth of the time of a short run.
COLLECT_AFTER = (50_000, 10, 10)
JOINERS = "\u200c\u200d"  # they belong to the spelling of words


class UserError(click.ClickException):
    """A mistake that the user can mend, shown as one line, or a line each where a table has several."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Write it to standard error."""
        for line in self.format_message().split("\n"):
            click.echo(f"kgraph: {without_controls(line, keep=JOINERS)}", err=True, file=file)


class Commands(click.Group):
    """A group whose commands end in one line and an exit code where the user is at fault or stops them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a bug keeps its traceback."""
        try:
            return super().invoke(ctx)
        except KgraphError as error:
            raise UserError(str(error)) from error
        except (OSError, RuntimeError) as error:  # damage of a store can show only while it is read
            from kgraph.graph.folder import told

            trouble = told(error)
            if trouble is None:
                raise
            raise UserError(str(trouble)) from error
        except KeyboardInterrupt:
            click.echo("kgraph: stopped; no file was left half written", err=True)
            ctx.exit(STOPPED)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List the commands in the order a user meets them."""
        return list(self.commands)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kgraph", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", count=True, help="Say more on standard error; twice: every choice made.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summaries; complaints stay.")
@click.pass_context
def cli(ctx: click.Context, verbose: int, quiet: bool) -> None:
    """Build a knowledge graph of territorial disputes from news: every edge has the words that say it.

    \b
    See it work    kgraph demo -o out/
    Your articles  kgraph build articles/ -o out/
    Ask            kgraph query out/graph.ttl --list
    Know why       kgraph explain out/graph.ttl "Japan claims Kunashir"

    Exit codes: 0 done; 1 something was skipped, or the check says no; 2 nothing could be done, or used
    wrongly; 130 stopped by Ctrl-C.
    """
    ctx.obj = quiet
    _log_to_stderr(verbose)


def _log_to_stderr(verbose: int) -> None:
    """Show our own log, and nobody else's."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("kgraph: %(message)s"))
    log = logging.getLogger("kgraph")
    log.handlers = [handler]
    log.propagate = False
    log.setLevel((logging.WARNING, logging.INFO, logging.DEBUG)[min(verbose, 2)])


COMMANDS = (
    articles.demo,
    articles.build,
    articles.extract,
    graphs.view,
    questions.query,
    graphs.explain,
    graphs.export,
    serving.serve,
    serving.mcp,
    proposing.propose,
    stores.add,
    loading.load,
    stores.remove,
    stores.info,
    stores.compact,
    stores.backup,
    stores.restore,
    changes.diff,
    changes.merge,
    graphs.derive,
    graphs.validate,
    articles.evaluate,
    links.links,
    names.gazetteer,
    names.own_wordings,
)  # in the order a user meets them

for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run `kgraph`; output is UTF-8 with plain line ends whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    gc.set_threshold(*COLLECT_AFTER)
    try:
        _run()
    except OSError as error:
        if error.filename is not None:  # a file's: whoever opened it should have seen to that
            raise
        _give_up_output(error)


def _run() -> None:
    """Run the command and write out what it said, where a full disk can still be told of."""
    try:
        cli(prog_name="kgraph")
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()
        gc.freeze()  # on its way out the interpreter would go through all that a model and a gazetteer are made of


def _give_up_output(error: OSError) -> NoReturn:
    """End with one line on an output that takes no more; with none where a pipe was closed (`| head`)."""
    # The interpreter flushes once more on its way out, and would complain of what is left over.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if error.errno == errno.EPIPE:
        sys.exit(SKIPPED)
    UserError(f"standard output: cannot be written: {error.strerror}; free space, or write elsewhere").show()
    sys.exit(UNUSABLE)
