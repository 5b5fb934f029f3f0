"""What stands between a verb and its object: "signed *this morning in Vienna* a treaty", "annexed *without delay* X".

The model expects an object right behind its verb and takes one that stands further off for anything else, above all a
bare name: so what stands between is read apart, as brackets are, and hung on the verb.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import Mention
from kgraph.parse.rewriting.adverbials import find_end, opens_adverbial
from kgraph.parse.rewriting.plain_text import ARTICLES, LEADING, LEADING_OR_OPENING, STOPS, PlainText
from kgraph.text.inflection import singular, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Shift", "find_shifts"]

_MAX_CLAUSE = 40  # words from where a clause opens to its verb
_BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
_BEFORE_PARTICIPLE = _BEING | LEADING | LEADING_OR_OPENING | {",", "and", "of"}
_BEFORE_INFINITIVE = frozenset(
    """
    both can cannot could did do does may might must n't never not shall should they to we which who will would
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BEFORE_FINITE = frozenset({"also", "he", "it", "now", "she", "still", "which", "who"})
_BEFORE_PAST = _BEFORE_FINITE | {",", "and", "had", "has", "have", "or", "that"}
_PARTIES = frozenset(
    {"country", "nation", "neighbor", "neighbour", "party", "people", "rebel", "side", "state", "voter"}
)
_SUBORDINATING = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "until", "when", "while"}
)
_DENYING = frozenset({"n't", "never", "not"})
_RELATIVE = frozenset({"which", "whom", "whose"})
_TELLING = frozenset(
    {"add", "allege", "believe", "confirm", "fact", "new", "report", "said", "say", "state", "think", "told"}
)


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch `[start, end)` of words between a verb and its object, and its commas, where it stands between two."""

    verb: int
    start: int
    end: int
    commas: tuple[int, ...] = ()


def find_shifts(doc: "Doc", names: Mapping[int, Mention]) -> tuple[Shift, ...]:
    """Find what stands between a verb and the object behind it, left to right.

    Args:
        doc: the words.
        names: the mention that each position belongs to.
    """
    words = PlainText.of(doc, names)
    found: list[Shift] = []
    for at in range(1, len(words) - 2):
        if words.small[at] in _forms() and (not found or at >= found[-1].end) and _is_verb(words, at):
            shift = _shift(words, at)
            if shift is not None and not _is_closed(words, at, shift.end):
                found.append(shift)
    return tuple(found)


@cache
def _forms() -> frozenset[str]:
    """Give all forms of the verbs that may have their object further off."""
    cues = load_cues()
    regular = (form for lemma in cues.shifts_verbs for form in verb_forms(lemma))
    return frozenset(regular) | cues.shifts_irregular


def _shift(words: PlainText, verb: int) -> Shift | None:
    """Give what stands between a verb and what may be its object, if anything does."""
    start = verb + 1
    if words.is_particle(start) and opens_adverbial(words, start + 1):
        start += 1
    is_set_off = words.small[start] == ","
    end = find_end(words, start + is_set_off, is_set_off=is_set_off, are_plain=not _has_actor(words, verb))
    if end is None or (not is_set_off and _goes_on_with_forces(words, end)):
        return None
    return Shift(verb, start + 1, end, (start, end)) if is_set_off else Shift(verb, start, end)


def _goes_on_with_forces(words: PlainText, at: int) -> bool:
    """Tell whether words belong to a name before them: "fighting with Fatah *security forces*"."""
    nouns = load_cues().agents_nouns
    is_bare = words.texts[at].isalpha() and words.texts[at].islower() and words.small[at] not in ARTICLES
    return (
        is_bare and words.has_capital(at - 1) and any(singular(w) in nouns for w in words.small[at : at + 2])
    )


def _is_verb(words: PlainText, at: int) -> bool:
    """Tell by what stands before a form whether it is an active verb."""
    word, before = words.texts[at], _before(words, at)
    if before < 0 or not word.islower():
        return False
    said, cues = words.small[before], load_cues()
    if word.endswith("ing"):
        return said in _BEFORE_PARTICIPLE
    if word in cues.shifts_verbs:
        return said in _BEFORE_INFINITIVE or (said.endswith("s") and _acts(words, before))
    if word.endswith("ed") or word in cues.shifts_irregular:
        is_thing = singular(said) in cues.instruments_nouns | cues.places_nouns
        return said not in _BEING and (_acts(words, before) or not is_thing)
    return said in _BEFORE_FINITE or _acts(words, before)


def _has_actor(words: PlainText, verb: int) -> bool:
    """Tell whether a verb has its subject before it, and says no more of a noun: not "an isle *seized* in May"."""
    word, before = words.texts[verb], _before(words, verb)
    if not word.endswith("ed") and word not in load_cues().shifts_irregular:
        return True
    return words.small[before] in _BEFORE_PAST or words.has_capital(before) or _acts(words, before)


def _acts(words: PlainText, at: int) -> bool:
    """Tell whether a word names who may do something."""
    cues = load_cues()
    is_name = at in words.names and not words.is_people(at)
    return is_name or singular(words.small[at]) in cues.agents_nouns | cues.bodies_nouns | _PARTIES


def _before(words: PlainText, at: int) -> int:
    """Give the place of the word before a verb and its adverbs; -1 where the sentence begins with them."""
    before = at - 1
    while before >= 0 and (words.is_manner(before) or words.small[before] in _DENYING):
        before -= 1
    return before if before >= 0 and words.small[before] not in STOPS | ARTICLES else -1


def _is_closed(words: PlainText, verb: int, end: int) -> bool:
    """Tell whether a clause ends before what may be the object: "When X attacked in May the army withdrew".

    So does one that has its object before it: "the land that X seized in May the court gave to Y".
    """
    for at in range(verb - 1, max(-1, verb - _MAX_CLAUSE), -1):
        word = words.small[at]
        is_relative = word in _RELATIVE or (word == "that" and not _tells(words.small[at - 1]))
        if is_relative and at < _before(words, verb):
            return True
        is_first = not at or words.small[at - 1] in STOPS | {","}
        if is_first and word in _SUBORDINATING:
            return not _is_parted(words, end)
        if word in STOPS | {","}:
            break
    return False


def _tells(word: str) -> bool:
    """Tell whether "that" behind a word opens what is told, and says no more of a noun."""
    return word.endswith("ed") or word.removesuffix("s") in _TELLING


def _is_parted(words: PlainText, at: int) -> bool:
    """Tell whether a comma follows in the same sentence."""
    behind = words.small[at : at + _MAX_CLAUSE]
    stop = next((place for place, word in enumerate(behind) if word in STOPS | {","}), None)
    return stop is not None and behind[stop] == ","
