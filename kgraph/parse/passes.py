"""Parts of documents read in passes, so that each unit costs no more than it may give.

Without a sieve all units are parsed and their names looked for. With one, the units that it suspects are parsed first;
it then says which of them are live, and which others are to be parsed for their sake. In these the model looks for
names, and once those are known, the sieve says what else is to be read. A unit that is not parsed is one word of no
part of speech.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kgraph.model import Document, Mention
from kgraph.parse.network.analysis import Analyst
from kgraph.parse.rewriting.plan import Plan
from kgraph.parse.rows import Row, to_doc
from kgraph.parse.units import Unit
from kgraph.tokens import Doc

__all__ = ["Passage", "Sieve", "read_passages"]


@dataclass(slots=True)
class Passage:
    """A part of a document on its way to being read; units go by their numbers."""

    document: Document
    offset: int  # in the document's text, in code points
    text: str
    mentions: tuple[Mention, ...]  # spans within the part
    units: Sequence[Unit]
    named: Sequence[Sequence[Mention]]  # by unit, spans within it
    rows: dict[int, list[Row]] = field(default_factory=dict)  # of the units parsed
    plans: dict[int, Plan] = field(default_factory=dict)
    suspects: frozenset[int] | None = (
        None  # the units that may give one by their words; None where nobody asked
    )
    live: frozenset[int] | None = None  # those of them that may indeed
    is_idle: bool = False  # whether no unit need be read

    def unit_text(self, number: int) -> str:
        """Give the text of a unit with the white space behind it."""
        unit = self.units[number]
        return self.text[unit.start : unit.end]

    def unit_doc(self, number: int) -> Doc:
        """Make the Doc of one parsed unit."""
        return to_doc([self.rows[number]])

    def doc(self) -> Doc:
        """Make the Doc of the part."""
        units = range(len(self.units))
        return to_doc([self.rows[n] if n in self.rows else self._unread(n) for n in units])

    def _unread(self, number: int) -> list[Row]:
        text = self.unit_text(number)
        return [Row(text, False, 0, "ROOT", part_of_speech="X")] if text else []


class Sieve(Protocol):
    """Says which units of a part are worth what."""

    def suspects(self, passage: Passage) -> Collection[int]:
        """Say which units may give an assertion, by their words alone."""

    def is_live(self, passage: Passage, number: int, doc: Doc) -> bool:
        """Say whether a suspect that is parsed may give one indeed."""

    def is_whole(self, passage: Passage) -> bool:
        """Say whether all of a part is to be read, once it is known which units are live."""

    def naming(self, passage: Passage) -> Collection[int]:
        """Say of what names the reading of a part hangs on that is not read as a whole, by units."""

    def told(self, passage: Passage) -> Collection[int]:
        """Say which units of such a part give something, once its names are known."""


_Chosen = dict[int, Collection[int]]  # units by the identity of their passage
MakePlan = Callable[[Passage, int], Plan]
"""Makes the plan of how a unit is read."""


def read_passages(
    passages: Sequence[Passage], analyst: Analyst, plan: MakePlan, sieve: Sieve | None, *, whole: bool
) -> None:
    """Read the units of passages that need it, those of all passages together.

    Args:
        passages: get their rows, and where there is a sieve what is live.
        analyst: the model.
        plan: makes the plan of a unit.
        sieve: says what is needed; None takes everything.
        whole: whether all units are parsed and searched for names nevertheless, so that the answers of the sieve can be
            tried.
    """
    everything: _Chosen = {id(p): range(len(p.units)) for p in passages}
    if sieve is None:
        _read(passages, everything, analyst, plan)
        return
    suspects: _Chosen = {id(p): sieve.suspects(p) for p in passages}
    _parse(passages, everything if whole else suspects, analyst, plan)
    for passage in passages:
        passage.suspects = found = frozenset(suspects[id(passage)])
        passage.live = frozenset(n for n in found if _is_live(passage, n, sieve))
    wholes = {id(p) for p in passages if whole or sieve.is_whole(p)}
    needed = {id(p): range(len(p.units)) if id(p) in wholes else sieve.naming(p) for p in passages}
    _read(passages, needed, analyst, plan)
    others = [passage for passage in passages if id(passage) not in wholes]
    told: _Chosen = {id(p): sieve.told(p) for p in others}
    _read(others, {key: set(units) - set(needed[key]) for key, units in told.items()}, analyst, plan)
    for passage in others:
        passage.is_idle = not told[id(passage)]


def _is_live(passage: Passage, number: int, sieve: Sieve) -> bool:
    doc = passage.unit_doc(number)
    is_live = sieve.is_live(passage, number, doc)
    doc.take_apart()
    return is_live


def _each(passages: Iterable[Passage], chosen: _Chosen) -> Iterator[tuple[Passage, int]]:
    return ((passage, number) for passage in passages for number in sorted(chosen[id(passage)]))


def _read(passages: Sequence[Passage], chosen: _Chosen, analyst: Analyst, plan: MakePlan) -> None:
    """Parse the chosen units, those that are not parsed yet, and search them for names."""
    _parse(passages, chosen, analyst, plan)
    _name(passages, chosen, analyst)


def _parse(passages: Sequence[Passage], chosen: _Chosen, analyst: Analyst, plan: MakePlan) -> None:
    """Parse the chosen units that are not parsed yet."""
    new = [(passage, number) for passage, number in _each(passages, chosen) if number not in passage.rows]
    for passage, number in new:
        passage.plans[number] = plan(passage, number)
    read = analyst.parse([passage.plans[number].to_read() for passage, number in new])
    for (passage, number), words in zip(new, read, strict=True):
        passage.rows[number] = passage.plans[number].carry_over(words)


def _name(passages: Sequence[Passage], chosen: _Chosen, analyst: Analyst) -> None:
    """Put the names that the model sees on the words of the chosen units, all of which are parsed."""
    asked = list(_each(passages, chosen))
    read = analyst.find_names([passage.plans[number].to_read() for passage, number in asked])
    for (passage, number), names in zip(asked, read, strict=True):
        passage.plans[number].name(passage.rows[number], names)
