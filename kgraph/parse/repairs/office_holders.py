"""Names behind offices, parted by commas: "the President of Peru, *Alan Garcia*, and the President of Chile, *X*, met".

The model takes the name for a fellow of the state before it, and the second office for a fellow of the name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.parse.rows import NOUN_SUBJECT, Row, is_below

__all__ = ["set_apart_holders"]

_INSIDE = frozenset({"and", "for", "of", "the", "to"})  # between the words of an office
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "dos", "el", "ibn", "van", "von", "-", "’", "'"})
_MAX_OFFICE = 14  # words of an office behind its noun
_MAX_NAME = 6
_ENDS = frozenset({",", ".", ";", ")", "and"})
_BEFORE_NAME = frozenset({"of", "for", "to"})
_STRAYED = frozenset({"appos", "conj", "dep", "npadvmod"})  # what becomes of a second office


@dataclass(frozen=True, slots=True)
class _Holder:
    """An office at its noun, and the name behind its comma at `[first, stop)`."""

    office: int
    first: int
    stop: int

    @property
    def name(self) -> int:
        return self.stop - 1


def set_apart_holders(rows: Sequence[Row]) -> None:
    """Hang each name on the office before it, and an office joined to another on that one.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
    """
    before: _Holder | None = None
    for holder in _holders(rows):
        if not is_below(rows, holder.office, holder.name):
            _hang_name(rows, holder)
        if before is not None:
            _join(rows, before, holder)
        before = holder


def _holders(rows: Sequence[Row]) -> Iterator[_Holder]:
    offices = load_cues().offices_described
    for position, row in enumerate(rows):
        if row.text.lower() in offices and (holder := _holder(rows, position)) is not None:
            yield holder


def _holder(rows: Sequence[Row], office: int) -> _Holder | None:
    """Find the name of two words or more behind the comma that ends an office."""
    ahead = range(office + 1, min(len(rows), office + _MAX_OFFICE))
    comma = next((at for at in ahead if not _is_of_office(rows[at])), None)
    if comma is None or rows[comma].text != "," or rows[comma - 1].text in _BEFORE_NAME:
        return None
    stop = first = comma + 1
    while stop < len(rows) and stop - first < _MAX_NAME and _is_of_name(rows[stop]):
        stop += 1
    is_name = stop - first > 1 and rows[stop - 1].part_of_speech == "PROPN"
    is_ended = stop == len(rows) or rows[stop].text in _ENDS
    return _Holder(office, first, stop) if is_name and is_ended and rows[first].text[:1].isupper() else None


def _is_of_office(row: Row) -> bool:
    return row.text[:1].isupper() or row.text in _INSIDE


def _is_of_name(row: Row) -> bool:
    is_capitalised = row.text[:1].isupper() and row.part_of_speech in {"PROPN", "NOUN", "ADJ"}
    return is_capitalised or row.text in _PARTICLES


def _hang_name(rows: Sequence[Row], holder: _Holder) -> None:
    for at in range(holder.first, holder.name):
        if not is_below(rows, at, holder.name) or rows[at].label in {"appos", "conj"}:
            rows[at].head, rows[at].label = holder.name, "compound"
    rows[holder.name].head, rows[holder.name].label = holder.office, "appos"


def _join(rows: Sequence[Row], one: _Holder, other: _Holder) -> None:
    """Join two offices that nothing but "and" stands between, where the second has no place of its own."""
    first = _opening(rows, other.office)
    between = [row.text for row in rows[one.stop : first]]
    if between not in (["and"], [",", "and"]) or is_below(rows, one.office, other.office):
        return
    row, above = rows[other.office], rows[one.office]
    is_second_subject = row.label in NOUN_SUBJECT and above.label in NOUN_SUBJECT and row.head == above.head
    is_inside = is_below(rows, other.office, one.office) and row.head != one.office
    if row.label not in _STRAYED and not is_second_subject and not is_inside:
        return
    row.head, row.label = one.office, "conj"
    rows[first - 1].head, rows[first - 1].label = one.office, "cc"


def _opening(rows: Sequence[Row], office: int) -> int:
    """Give where the phrase of an office begins: "*the* Turkish Cypriot leader"."""
    first = office
    while first and is_below(rows, first - 1, office):
        if rows[first - 1].text in {",", "and"}:
            break
        first -= 1
    return first
