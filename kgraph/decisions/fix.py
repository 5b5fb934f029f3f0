"""Makes, takes back and shows decisions: what `kgraph link fix`, `undo` and `list` do."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kgraph.decisions.links import Links
from kgraph.decisions.table import Decision, decide, read_decisions, undo, write_decisions
from kgraph.errors import DataError
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.nearest import suggest
from kgraph.vocab import nil_kind

__all__ = ["fix", "list_decisions", "load_decisions", "take_back"]


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """Read the decisions of a file; none where there is no file.

    Raises:
        DataError: a row is wrong; says the file and the line.
    """
    return read_decisions(path) if path.exists() else ()


def fix(path: Path, gazetteer: Gazetteer, new: Decision) -> Decision:
    """Keep a decision in a file, in place of an earlier one on the same; give it as it is kept.

    Raises:
        DataError: the entity is not known, or another decision excludes it.
    """
    name, note = " ".join(new.name.split()), " ".join(new.note.split())
    kept = replace(new, name=name, note=note, entity=_entity_of(new.entity, gazetteer))
    decisions = decide(load_decisions(path), kept)
    Links(gazetteer, decisions)  # tells what excludes each other
    write_decisions(path, decisions)
    return kept


def take_back(
    path: Path, gazetteer: Gazetteer, name: str, entity: str | None = None, document: str | None = None
) -> tuple[Decision, ...]:
    """Take back the decisions on a name, on a name and an entity, or in one document; give those taken back.

    Raises:
        DataError: there is none such.
    """
    decisions = load_decisions(path)
    names = {d.name for d in decisions if key_of(d.name) == key_of(" ".join(name.split()))}
    meant = _entity_of(entity, gazetteer) if entity is not None else None
    left = decisions
    for each in names:
        left = undo(left, each, meant, document)
    if left == decisions:
        raise DataError(_no_decision(path, name, entity, decisions))
    write_decisions(path, left)
    return tuple(d for d in decisions if d not in left)


def list_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as lines that are read aloud: "Kunasir is the same as kunashir"."""
    return "".join(f"{_said(decision)}\n" for decision in decisions)


def _said(decision: Decision) -> str:
    where = f", in {decision.document}" if decision.document else ""
    note = f"  # {decision.note}" if decision.note else ""
    return f"{decision.name}\t{decision.verdict}\t{decision.entity}{where}{note}"


def _no_decision(path: Path, name: str, entity: str | None, decisions: Iterable[Decision]) -> str:
    about = f"{name!r} and {entity!r}" if entity else f"{name!r}"
    return f"{path} holds no decision on {about}{suggest(name, sorted({d.name for d in decisions}))}"


def _entity_of(text: str, gazetteer: Gazetteer) -> str:
    """Give the id of an entity that is named, or the name of one that is not known.

    Raises:
        DataError: several things bear the name, or it is near to a known one, and so hardly another's.
    """
    words = " ".join(text.split())
    if gazetteer.get(words) is not None or nil_kind(words):
        return words
    bearers = [entry.entity.id for entry in gazetteer.by_name(words)]
    if len(bearers) > 1:
        raise DataError(f"{words!r} names several things; write one of {', '.join(bearers)}")
    if bearers:
        return bearers[0]
    near = [f"{like.entry.entity.id} ({like.name.text})" for like in gazetteer.spellings.find(words)]
    if near:
        raise DataError(f"the gazetteer knows no {words!r}; did you mean {' or '.join(near[:3])}?")
    return words
