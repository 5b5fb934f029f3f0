"""Names behind "calls" or "considers", of which and of what is thought of them the model makes one name.

It reads a pronoun there, as in "considers *it* part of its territory": "considers *Hans Island* part of", "calls *the
Liancourt Rocks* Takeshima", "called the claim to *Hans Island* groundless".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import EntityKind, Mention
from kgraph.parse.rewriting.plan import Inner

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["JudgedName", "find_judged_names"]

_JUDGING = frozenset(
    """
    call called calling calls christened christening christens consider considered considering considers declare
    declared declares declaring deem deemed deeming deems dub dubbed dubbing dubs proclaimed rename renamed renames
    renaming
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OPENING = frozenset({"a", "an", "another", "her", "his", "its", "one", "our", "part", "the", "their"})
_CLOSING = frozenset({",", ".", ";", ")", "!", "?", "after", "and", "but", "in", "on", "to", "while"})
_BEFORE_VERB = frozenset({"had", "has", "have", "he", "it", "often", "she", "they", "who", "which"})
_OF_LAND = frozenset({"in", "of", "on", "over", "to"})
_VERDICTS = frozenset(
    """
    absurd baseless groundless illegal illegitimate illicit invalid null unacceptable unfounded unjustified unlawful
    void
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MAX_DEED = 8  # words from the verb to the name in what somebody did
_MAX_NAME = 3  # words that something is called


@dataclass(frozen=True, slots=True)
class JudgedName:
    """A stretch `[start, end)` of a row of words that is a name with its article; `head` is its last word."""

    start: int
    end: int
    head: int
    inner: tuple[Inner, ...]


def find_judged_names(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> Iterator[JudgedName]:
    """Find the lands right behind such a verb that what they are held for follows at once, left to right.

    Args:
        doc: the words.
        row: positions in the Doc, in order; the words between them are read elsewhere.
        names: the mention that each position belongs to.
    """
    for place in range(1, len(row) - 1):
        first = place + (doc[row[place]].lower_ == "the")
        mention = names.get(row[first])
        if mention is None or mention.entity.kind is not EntityKind.TERRITORY:
            continue
        end = first
        while end < len(row) and names.get(row[end]) is mention:
            end += 1
        if end < len(row) and _is_judged(doc, row, place, end, names):
            head = row[end - 1]
            yield JudgedName(place, end, head, tuple(_inner(row, place, first, end)))


def _is_judged(doc: "Doc", row: Sequence[int], place: int, end: int, names: Mapping[int, Mention]) -> bool:
    """Tell whether somebody calls a land something, or what another does or claims there."""
    if doc[row[place - 1]].lower_ in _JUDGING:
        is_said = _opens_what_it_is(doc, row, end, names)
        return is_said or (_has_subject(doc, row, place - 1, names) and _is_another_name(doc, row, end))
    if doc[row[place - 1]].lower_ not in _OF_LAND or doc[row[end]].lower_ not in _VERDICTS:
        return False
    before = (doc[row[at]].lower_ for at in range(max(0, place - _MAX_DEED), place - 1))
    return any(word in _JUDGING for word in before)


def _inner(row: Sequence[int], start: int, first: int, end: int) -> Iterator[Inner]:
    head = row[end - 1]
    if first > start:
        yield Inner(row[start], head, "det", "DT", "DET")
    for position in row[first : end - 1]:
        yield Inner(position, head, "compound", "NNP", "PROPN")


def _opens_what_it_is(doc: "Doc", row: Sequence[int], at: int, names: Mapping[int, Mention]) -> bool:
    """Tell whether a word begins what somebody holds the name before it for: "*its* own", "*Libyan* land"."""
    mention = names.get(row[at])
    return doc[row[at]].lower_ in _OPENING or (mention is not None and mention.how == "adjective")


def _has_subject(doc: "Doc", row: Sequence[int], verb: int, names: Mapping[int, Mention]) -> bool:
    """Tell whether it is somebody who calls a thing so, and not itself that is called: "*Peru* renamed X Y"."""
    before = row[verb - 1] if verb else -1
    return before in names or (before >= 0 and doc[before].lower_ in _BEFORE_VERB)


def _is_another_name(doc: "Doc", row: Sequence[int], at: int) -> bool:
    """Tell whether a few capitalised words are another name, and no title: "calls the Liancourt Rocks *Takeshima*"."""
    end = at
    while end < len(row) and end - at <= _MAX_NAME and doc[row[end]].is_title:
        end += 1
    if not 0 < end - at <= _MAX_NAME or (end < len(row) and doc[row[end]].lower_ not in _CLOSING):
        return False
    cues, first = load_cues(), doc[row[at]].lower_
    titles = cues.peoples_official | cues.peoples_before_office | cues.offices_described
    return first not in titles | cues.places_nouns
