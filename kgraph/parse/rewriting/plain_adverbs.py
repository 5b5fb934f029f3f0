"""Plain adverbs for what the model takes for another sort of word: "was *de facto* held", "fought *hand to hand*"."""

from kgraph.cues import load_cues
from kgraph.parse.rewriting.unit_words import BEING, HAVING, UnitWords, is_inflected

__all__ = [
    "read_afterwards",
    "read_and",
    "read_bearing",
    "read_de_facto",
    "read_each",
    "read_hand_to_hand",
    "read_judged",
    "read_still",
]

# "In the west of X": here it is a noun.
_BEFORE_NOUN_BEARING = frozenset({"the", "far", "to", "in", "its", "from"})
_SOON = frozenset({"immediately", "shortly", "soon"})
_AFTER_PARTICIPLE = frozenset({",", "as", "at", "by", "for", "from", "in", "of", "on", "to", "under", "with"})
_BY_DEED_OR_LAW = frozenset({"facto", "jure"})
# "Rejects *as void* the treaty": how the object is judged, before it.
_VOID = frozenset(
    """
    baseless excessive groundless illegal illegitimate invalid null unacceptable unlawful void
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OPENS_OBJECT = frozenset(
    {"a", "all", "an", "any", "both", "every", "his", "its", "the", "their", "these", "this", "those"}
)


def read_bearing(unit: UnitWords) -> None:
    """Put the direction that the model knows as an adverb where another one stands: "the area *west* of the river"."""
    for at in range(1, len(unit.small) - 1):
        is_bearing = unit.small[at] in load_cues().places_bearings and unit.small[at + 1] == "of"
        if is_bearing and unit.small[at - 1] not in _BEFORE_NOUN_BEARING:
            unit.put(at, "south", unit.read[at].text)


def read_still(unit: UnitWords) -> None:
    """Put the plain adverb for another one in "has *still* to be demarcated"."""
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] == "still" and unit.small[at - 1] in HAVING and unit.small[at + 1] == "to":
            unit.put(at, "yet", "still")


def read_hand_to_hand(unit: UnitWords) -> None:
    """Put plain adverbs for the three words of "fought *hand to hand*", which the model takes for a verb."""
    for at in range(len(unit.small) - 2):
        if unit.small[at] == unit.small[at + 2] == "hand" and unit.small[at + 1] == "to":
            for place in (at, at + 1, at + 2):
                unit.put(place, "fiercely", unit.small[place])


def read_de_facto(unit: UnitWords) -> None:
    """Put plain adverbs for "de facto" beside a verb, which the model takes for a noun: "was *de facto* recognized"."""
    for at in range(1, len(unit.small) - 2):
        if unit.small[at] != "de" or unit.small[at + 1] not in _BY_DEED_OR_LAW:
            continue
        before, after = unit.small[at - 1], unit.small[at + 2]
        is_behind = after in _AFTER_PARTICIPLE and (is_inflected(before) or unit.begins_name(at - 1))
        if is_behind or before in BEING | HAVING:
            unit.put(at, "now", "de")
            unit.put(at + 1, "formally", unit.small[at + 1])


def read_afterwards(unit: UnitWords) -> None:
    """Put an unambiguous adverb in "X soon *after* established a colony", which the model takes for a preposition."""
    for at in range(1, len(unit.small) - 2):
        if unit.small[at] == "after" and unit.small[at - 1] in _SOON and unit.small[at + 1].endswith("ed"):
            unit.put(at, "afterwards", "after")


def read_each(unit: UnitWords) -> None:
    """Put an adverb in "X and Y have *each* occupied villages", which the model takes for "each village"."""
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] == "each" and unit.small[at - 1] in HAVING and is_inflected(unit.small[at + 1]):
            unit.put(at, "also", "each")


def read_and(unit: UnitWords) -> None:
    """Put "and" for the comma between two verbs of one object: "Iraq invaded, *then* annexed Kuwait"."""
    for at in range(1, len(unit.small) - 3):
        if unit.small[at] != "," or unit.small[at + 1] != "then" or unit.small[at + 3] in _AFTER_PARTICIPLE:
            continue
        if is_inflected(unit.small[at - 1]) and is_inflected(unit.small[at + 2]):
            unit.put(at, "and", ",")


def read_judged(unit: UnitWords) -> None:
    """Put adverbs for a judgment between a verb and its object: "Greece rejects *as void* the memorandum"."""
    for at in range(1, len(unit.small) - 2):
        if unit.small[at] != "as" or unit.small[at + 1] not in _VOID or not is_inflected(unit.small[at - 1]):
            continue
        if unit.small[at + 2] in _OPENS_OBJECT or unit.begins_name(at + 2):
            if unit.small[at - 1] == "rejects":  # it takes this for a plural
                unit.put(at - 1, "refuses", "reject")
            unit.put(at, "even", "as")
            unit.put(at + 1, "now", unit.small[at + 1])
