"""Checks the user's own tables without building anything from them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.matching import key_of
from kgraph.gazetteer.own import Changes, read_own
from kgraph.gazetteer.read import read_knowledge

__all__ = ["check_own"]

_MAX_TOLD = 20


def check_own(own: Sequence[Path]) -> list[str]:
    """Tell what the user's tables add, and which of their names meant something else before.

    Raises:
        DataError: for all wrong rows, with their files and lines.
    """
    knowledge = read_knowledge()
    changes = read_own(own, knowledge)
    return [_summary(own, changes), *_first(_shared_names(knowledge.entries.values()))]


def _summary(own: Sequence[Path], changes: Changes) -> str:
    files = ", ".join(path.name for path in own)
    counts = {"new thing": changes.new, "further name": changes.names, "name taken away": changes.taken}
    said = ", ".join(_count(count, what) for what, count in counts.items())
    return f"{files}: all is well; {_count(changes.rows, 'row')}: {said}"


def _count(count: int, what: str) -> str:
    noun, _, rest = what.partition(" taken")
    return f"{count:,} {noun}{'' if count == 1 else 's'}{' taken' + rest if rest else ''}"


def _shared_names(entries: Iterable[Entry]) -> Iterator[str]:
    """Say of each own name that names of the package's things are the same."""
    bearers: dict[str, list[str]] = {}
    entries = tuple(entries)
    for entry in entries:
        for name in entry.names:
            if not name.own:
                bearers.setdefault(key_of(name.text), []).append(entry.entity.id)
    for entry in entries:
        id_ = entry.entity.id
        for name in entry.names:
            others = sorted({*bearers.get(key_of(name.text), ())} - {id_}) if name.own else ()
            if others:
                yield f"note: {name.text!r} now means {id_} before {', '.join(others)}"


def _first(notes: Iterator[str]) -> Iterator[str]:
    """Give some, and the number of the rest."""
    more = 0
    for number, note in enumerate(notes):
        if number < _MAX_TOLD:
            yield note
        else:
            more += 1
    if more:
        yield f"note: and {more:,} more names that other things have too"
