"""Words that the model knows, for those that it misreads whatever name stands beside: British and rare ones above all.

It was trained on American news: it takes "recognises" for a plural noun, and "administers" too.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.parse.rewriting.plan import Word
from kgraph.parse.rewriting.unit_words import BEING, SENTENCE_ENDS, UnitWords
from kgraph.times import is_year

__all__ = [
    "american",
    "read_breakaway",
    "read_charge",
    "read_circa",
    "read_concerning",
    "read_light_verb",
    "read_men",
    "read_outermost",
    "read_stating",
    "read_that",
    "read_war_number",
    "read_war_of_words",
]

_MAX_KEPT = 50_000  # words of which it is kept what the model reads for them

_BRITISH = re.compile(
    r"(?i)^(recogn|critic|formal|normal|militar|demilitar|author|apolog|emphas|final|organ|real)is(e|es|ed|ing)$"
)
# Verbs and others that the model takes for nouns wherever they stand: what it reads instead, and the lemma.
_RARE_WORDS = {
    "circa": ("around", "circa"),
    "onwards": ("onward", "onwards"),
    "administer": ("govern", "administer"),
    "administers": ("governs", "administer"),
    "administered": ("governed", "administer"),
    "annexes": ("seizes", "annex"),
    "conquers": ("captures", "conquer"),
    "invades": ("enters", "invade"),
    "rejects": ("opposes", "reject"),
    "rejoins": ("replies", "rejoin"),
    "retorts": ("replies", "retort"),
    "mediating": ("negotiating", "mediate"),
    "outcrop": ("rock", "outcrop"),
    "outcrops": ("rocks", "outcrop"),
    "sandbank": ("reef", "sandbank"),
    "sandbanks": ("reefs", "sandbank"),
    "underlines": ("stresses", "underline"),
    "sever": ("cut", "sever"),
    "severs": ("cuts", "sever"),
    "reoccupied": ("occupied", "reoccupy"),
    "reoccupies": ("occupies", "reoccupy"),
    "reoccupying": ("occupying", "reoccupy"),
    "retaken": ("captured", "retake"),
    "retook": ("captured", "retake"),
}
_STATED = frozenset({"are", "has", "is", "that", "was", "were"})
_CONTRACTED = re.compile(r"n’t|’(?:d|ll|re|ve|s|m)?")  # "does" and "n’t"
_NO_NOUN = frozenset(
    {".", ",", ";", ":", ")", "”", '"', "and", "as", "but", "from", "in", "of", "on", "to", "over", "was"}
    | {"were", "is"}
)
# Behind these "concerning" says that somebody worries.
_WORRYING = frozenset(
    """
    a and are as be been deeply equally especially extremely highly is more most particularly remains seriously so the
    very was were
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_CHARGE = frozenset({"charge", "charges", "chargé", "chargés"})
_LAYING = {"lay": "make", "lays": "makes", "laid": "made", "laying": "making"}
# "Its border with Laos and *that with* Vietnam": what stands before "that", and behind it.
_BEFORE_THAT = frozenset({",", ";", "and", "but", "while", "whereas"})
_BEHIND_THAT = frozenset({"between", "with"})
_MAX_BEFORE_THAT = 25  # words
_WARS = {"war": "quarrel", "wars": "quarrels"}
_WORDS = frozenset({"nerves", "words"})
_MEN = frozenset({"ministers", "presidents"})
_MAX_OFFICE = 4  # words from "which" to "ministers"


@lru_cache(maxsize=_MAX_KEPT)
def american(word: str) -> Word:
    """Give what the model reads for a word by itself, a British or a rare one another.

    It knows "n't" and "'s" by the plain mark alone, and takes "n’t" for a name.
    """
    if _CONTRACTED.fullmatch(word):
        return Word(word.replace("’", "'"))
    return Word(*_RARE_WORDS[word]) if word in _RARE_WORDS else Word(_BRITISH.sub(r"\1iz\2", word))


def read_circa(unit: UnitWords) -> None:
    """Put a preposition for "c." before a year, which the model takes for a part of a name: "held Guam *c.* 1700"."""
    for at, (word, after) in enumerate(itertools.pairwise(unit.small)):
        if word == "c." and is_year(after):
            unit.put(at, "around", word)


def read_breakaway(unit: UnitWords) -> None:
    """Put a plain adjective for "breakaway", which the model takes for a noun: "the *breakaway* Turkish part"."""
    for at, (word, after) in enumerate(itertools.pairwise(unit.small)):
        if word == "breakaway" and after[:1].isalpha() and after not in _NO_NOUN:
            unit.put(at, "northern", word)


def read_men(unit: UnitWords) -> None:
    """Put "leaders" for a plural that the model takes for a verb: "Kofi Annan, *presidents* X and Y signed"."""
    for at in range(1, len(unit.small)):
        is_behind = unit.small[at - 1] == "," or "which" in unit.small[max(0, at - _MAX_OFFICE) : at]
        if unit.small[at] in _MEN and is_behind:
            unit.put(at, "leaders", unit.small[at][:-1])


def read_charge(unit: UnitWords) -> None:
    """Put an office that the model knows for "chargé d’affaires", whose second word it takes for a verb."""
    for at, (word, after) in enumerate(itertools.pairwise(unit.small)):
        if word in _CHARGE and after.replace("’", "'") == "d'affaires":
            first, second = ("Deputy", "Minister") if unit.begins_name(at) else ("deputy", "minister")
            unit.put(at, first, word)
            unit.put(at + 1, second, "affaires")


def read_outermost(unit: UnitWords) -> None:
    """Put a plain adjective for the outermost of several, which the model takes for a noun: "*southernmost* Kurils"."""
    for at in range(len(unit.small) - 1):
        if unit.small[at].endswith("ernmost") and unit.begins_name(at + 1):
            unit.put(at, "northern", unit.doc[at].text)


def read_war_number(unit: UnitWords) -> None:
    """Put another number for that of "World War *I*", which the model takes for whoever speaks."""
    for at in range(2, len(unit.small)):
        if unit.small[at] == "i" and unit.small[at - 1] == "war" and unit.small[at - 2] == "world":
            unit.put(at, "II", "I")


def read_war_of_words(unit: UnitWords) -> None:
    """Put what is meant for "a *war* of words", its lemma too: nobody is fought in it."""
    for at in range(len(unit.small) - 2):
        if unit.small[at] in _WARS and unit.small[at + 1] == "of" and unit.small[at + 2] in _WORDS:
            meant = _WARS[unit.small[at]]
            unit.put(at, meant, meant.removesuffix("s"))


def read_stating(unit: UnitWords) -> None:
    """Put a plain verb in "which it *states* is its own", where the model reads a noun."""
    for at in range(1, len(unit.small) - 1):
        is_verb = unit.small[at] == "states" and unit.small[at - 1] == "it"
        if is_verb and unit.small[at + 1] in _STATED:
            unit.put(at, "says", "state")


def read_concerning(unit: UnitWords) -> None:
    """Put a plain preposition behind a noun, where the model reads a verb: "the dispute *concerning* the isle"."""
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] == "concerning" and _is_said_of(unit.small[at - 1], unit.small[at + 1]):
            unit.put(at, "about", "concerning")


def read_that(unit: UnitWords) -> None:
    """Put the noun that "that" stands for: "fixed its border with Laos in 1991 and *that* with Vietnam in 1999"."""
    for at in range(1, len(unit.small) - 1):
        before, word, after = unit.small[at - 1 : at + 2]
        if word not in {"that", "those"} or after not in _BEHIND_THAT or before not in _BEFORE_THAT:
            continue
        if noun := _line_before(unit.small, at):
            unit.put(at, noun, noun.removesuffix("s"))


def _line_before(words: Sequence[str], at: int) -> str:
    """Give the nearest line before a place whose neighbour is told behind it: "its *border* with Laos"; else ""."""
    lines = load_cues().lines_nouns
    for place in range(at - 1, max(0, at - _MAX_BEFORE_THAT) - 1, -1):
        if words[place] in SENTENCE_ENDS:
            break
        if words[place].removesuffix("s") in lines and words[place + 1] in _BEHIND_THAT:
            return words[place]
    return ""


def _is_said_of(before: str, after: str) -> bool:
    """Tell whether "concerning" follows no word that it describes something with, and leads to something."""
    return before.isalpha() and before not in _WORRYING and after[:1].isalnum() and after not in _NO_NOUN


def read_light_verb(unit: UnitWords) -> None:
    """Put words that the model knows in "lays claim to" and "is home to".

    It takes "lays" for a noun, "lay" for "lie", and "home" for where one goes.
    """
    for at, (word, after) in enumerate(itertools.pairwise(unit.small)):
        if word in _LAYING and after in {"claim", "claims"}:
            unit.put(at, _LAYING[word], "lay")
        elif word == "home" and after == "to" and at and unit.small[at - 1] in BEING:
            unit.put(at, "host", "home")
