"""The file of decisions: tab-separated UTF-8, one row a decision, sorted, without a clock.

    name        entity    decision  document  note
    Kunasir     kunashir  same
    Georgia     georgia   not-same  us-news   the state of the USA

`name` is what texts write, or the id of an unknown entity of a graph ("place_nioka"); `entity` an id of the gazetteer,
or another unknown one by its name or id. A row with a document holds in that document alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kgraph.errors import DataError
from kgraph.files import replacing
from kgraph.tables import Row, read_rows

__all__ = ["DEFAULT_FILE", "Decision", "Verdict", "decide", "read_decisions", "undo", "write_decisions"]

DEFAULT_FILE = Path("kgraph-links.tsv")
_COLUMNS = ("name", "entity", "decision", "document", "note")


class Verdict(StrEnum):
    """What a person says of a name and an entity; the values are those of the file."""

    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Decision:
    """One decision; `document` is empty where it holds everywhere. `place` says where it was read, for complaints."""

    name: str
    entity: str
    document: str = ""
    verdict: Verdict
    note: str = field(default="", compare=False)
    place: str = field(default="", compare=False)

    def error(self, message: str) -> DataError:
        """Make the error that says this of the decision."""
        return DataError(f"{self.place}: {message}" if self.place else message)

    @property
    def what(self) -> tuple[str, str, str]:
        """What is decided: a decision takes the place of an earlier one on the same."""
        return self.name, self.entity, self.document


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions, sorted.

    Raises:
        DataError: the file cannot be read, or a row is wrong or stands twice; says the file and the line.
    """
    found: dict[tuple[str, str, str], Decision] = {}
    for row in read_rows(path, _COLUMNS, required=_COLUMNS[:3]):
        decision = _decision(row)
        if decision.what in found:
            first = found[decision.what].place.rpartition(":")[2]
            raise row.error(
                f"{decision.name!r} and {decision.entity!r} are decided in line {first} already; delete one"
            )
        found[decision.what] = decision
    return tuple(sorted(found.values()))


def _decision(row: Row) -> Decision:
    return Decision(
        name=row.need("name"),
        entity=row.need("entity"),
        document=row.get("document") or "",
        verdict=Verdict(row.one_of("decision", tuple(Verdict))),
        note=row.get("note") or "",
        place=f"{row.file}:{row.line}",
    )


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a file of decisions; where there are none any more, there is no file, as before the first.

    Raises:
        KgraphError: it cannot be written.
    """
    rows = sorted(decisions)
    if not rows:
        path.unlink(missing_ok=True)
        return
    with replacing(path) as stream:
        for cells in (_COLUMNS, *((d.name, d.entity, d.verdict, d.document, d.note) for d in rows)):
            stream.write("\t".join(cells) + "\n")


def decide(decisions: Iterable[Decision], new: Decision) -> tuple[Decision, ...]:
    """Add a decision, in place of an earlier one on the same name, entity and document."""
    return tuple(sorted([new, *(d for d in decisions if d.what != new.what)]))


def undo(
    decisions: Iterable[Decision], name: str, entity: str | None = None, document: str | None = None
) -> tuple[Decision, ...]:
    """Leave out the decisions on a name, or those on a name and an entity; in one document where that is given."""
    return tuple(
        d
        for d in decisions
        if d.name != name or entity not in (None, d.entity) or document not in (None, d.document)
    )
