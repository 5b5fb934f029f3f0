"""Words that the model knows, for those that it misreads whatever name stands beside: British and rare ones above all.

It was trained on American news: it takes "recognises" for a plural noun, and "administers" too.
"""

import itertools
import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.parse.repairs.prepositions import BEARINGS
from kgraph.parse.rewriting.plan import Word
from kgraph.parse.rewriting.unit_words import UnitWords
from kgraph.parse.rows import PREPOSITIONAL_PARTICIPLES
from kgraph.times import is_year

__all__ = [
    "american",
    "read_adjective",
    "read_afterwards",
    "read_and",
    "read_annexed",
    "read_bearing",
    "read_behind_hyphen",
    "read_breakaway",
    "read_charge",
    "read_circa",
    "read_concerning",
    "read_de_facto",
    "read_each",
    "read_hand_to_hand",
    "read_judged",
    "read_light_verb",
    "read_men",
    "read_occupied",
    "read_opening_participle",
    "read_outermost",
    "read_overrun",
    "read_self_ruled",
    "read_stating",
    "read_still",
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
# Participles that the model takes for the verb of the clause ("have overlapping claims"), and adjectives of their sort.
_PLAIN_ADJECTIVES = {"overlapping": "rival", "competing": "rival", "conflicting": "rival"}
_NO_NOUN = frozenset(
    {".", ",", ";", ":", ")", "”", '"', "and", "as", "but", "from", "in", "of", "on", "to", "over", "was"}
    | {"were", "is"}
)
_RULED = frozenset({"elected", "governed", "ruled", "run"})
# "In the west of X": here it is a noun.
_BEFORE_NOUN_BEARING = frozenset({"the", "far", "to", "in", "its", "from"})
_SOON = frozenset({"immediately", "shortly", "soon"})
_AFTER_PARTICIPLE = frozenset({",", "as", "at", "by", "for", "from", "in", "of", "on", "to", "under", "with"})
_BY_DEED_OR_LAW = frozenset({"facto", "jure"})
_PAST_FORMS = frozenset({"held", "ran", "sold", "took", "won"})
_BEFORE_DESCRIBED = frozenset(
    """
    a against around at by for from in into its near of on over the their through to toward towards with
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_DESCRIBED = frozenset({"besieged", "disputed", "liberated", "occupied"})
_HOLDING = frozenset(
    {
        "administers",
        "annexes",
        "claims",
        "controls",
        "governs",
        "holds",
        "keeps",
        "occupies",
        "patrols",
        "retains",
        "rules",
    }
)
# Behind these "concerning" says that somebody worries.
_WORRYING = frozenset(
    """
    a and are as be been deeply equally especially extremely highly is more most particularly remains seriously so the
    very was were
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_CHARGE = frozenset({"charge", "charges", "chargé", "chargés"})
_HAVING = frozenset({"had", "has", "have", "having"})
_STILL = frozenset({"also", "now", "soon", "still", "then"})
_BEING = frozenset({"are", "be", "been", "being", "is", "now", "remained", "remains", "was", "were"})
_LAYING = {"lay": "make", "lays": "makes", "laid": "made", "laying": "making"}
# Participles that the model takes for adjectives behind a name and a hyphen: it knows "Russian-*held*".
_HELD = {
    "administered": "administer",
    "annexed": "annex",
    "claimed": "claim",
    "controlled": "control",
    "governed": "govern",
    "occupied": "occupy",
    "recognised": "recognize",
    "recognized": "recognize",
    "ruled": "rule",
    "run": "run",
    "seized": "seize",
}
# "Rejects *as void* the treaty": how the object is judged, before it.
_VOID = frozenset(
    """
    baseless excessive groundless illegal illegitimate invalid null unacceptable unlawful void
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OPENS_OBJECT = frozenset(
    {"a", "all", "an", "any", "both", "every", "his", "its", "the", "their", "these", "this", "those"}
)
# "Its border with Laos and *that with* Vietnam": what stands before "that", and behind it.
_BEFORE_THAT = frozenset({",", ";", "and", "but", "while", "whereas"})
_BEHIND_THAT = frozenset({"between", "with"})
_MAX_BEFORE_THAT = 25  # words
_MIN_PARTICIPLE = 6  # letters
_WARS = {"war": "quarrel", "wars": "quarrels"}
_WORDS = frozenset({"nerves", "words"})
_MEN = frozenset({"ministers", "presidents"})
_MAX_OFFICE = 4  # words from "which" to "ministers"
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})


@lru_cache(maxsize=_MAX_KEPT)
def american(word: str) -> Word:
    """Give what the model reads for a word by itself, a British or a rare one another.

    It knows "n't" and "'s" by the plain mark alone, and takes "n’t" for a name.
    """
    if _CONTRACTED.fullmatch(word):
        return Word(word.replace("’", "'"))
    return Word(*_RARE_WORDS[word]) if word in _RARE_WORDS else Word(_BRITISH.sub(r"\1iz\2", word))


def read_adjective(unit: UnitWords) -> None:
    """Put a plain adjective where a participle stands before "claims" that somebody has."""
    for at, word in enumerate(unit.small):
        if word in _PLAIN_ADJECTIVES and "claims" in unit.small[at + 1 : at + 4]:
            unit.put(at, _PLAIN_ADJECTIVES[word], unit.doc[at].text)


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


def read_self_ruled(unit: UnitWords) -> None:
    """Put a plain adjective for a participle that the model takes for a verb: "democratically *ruled* Taiwan"."""
    for at in range(1, len(unit.small) - 1):
        is_told = unit.small[at] in _RULED and unit.small[at - 1] == "democratically"
        if is_told and unit.begins_name(at + 1):
            unit.put(at, "independent", unit.doc[at].text)


def read_bearing(unit: UnitWords) -> None:
    """Put the direction that the model knows as an adverb where another one stands: "the area *west* of the river"."""
    for at in range(1, len(unit.small) - 1):
        is_bearing = unit.small[at] in BEARINGS and unit.small[at + 1] == "of"
        if is_bearing and unit.small[at - 1] not in _BEFORE_NOUN_BEARING:
            unit.put(at, "south", unit.read[at].text)


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


def read_still(unit: UnitWords) -> None:
    """Put the plain adverb for another one in "has *still* to be demarcated"."""
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] == "still" and unit.small[at - 1] in _HAVING and unit.small[at + 1] == "to":
            unit.put(at, "yet", "still")


def read_stating(unit: UnitWords) -> None:
    """Put a plain verb in "which it *states* is its own", where the model reads a noun."""
    for at in range(1, len(unit.small) - 1):
        is_verb = unit.small[at] == "states" and unit.small[at - 1] == "it"
        if is_verb and unit.small[at + 1] in _STATED:
            unit.put(at, "says", "state")


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
        is_behind = after in _AFTER_PARTICIPLE and (_is_inflected(before) or unit.begins_name(at - 1))
        if is_behind or before in _BEING | _HAVING:
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
        if unit.small[at] == "each" and unit.small[at - 1] in _HAVING and _is_inflected(unit.small[at + 1]):
            unit.put(at, "also", "each")


def read_and(unit: UnitWords) -> None:
    """Put "and" for the comma between two verbs of one object: "Iraq invaded, *then* annexed Kuwait"."""
    for at in range(1, len(unit.small) - 3):
        if unit.small[at] != "," or unit.small[at + 1] != "then" or unit.small[at + 3] in _AFTER_PARTICIPLE:
            continue
        if _is_inflected(unit.small[at - 1]) and _is_inflected(unit.small[at + 2]):
            unit.put(at, "and", ",")


def _is_inflected(word: str) -> bool:
    return word.endswith(("ed", "s")) or word in _PAST_FORMS


def read_annexed(unit: UnitWords) -> None:
    """Put a participle that the model knows for a verb, but before a name: not "in illegally *annexed* Crimea"."""
    for at, word in enumerate(unit.small):
        if word == "annexed":
            before = next((w for w in reversed(unit.small[:at]) if not w.endswith("ly")), "the")
            if before not in _BEFORE_DESCRIBED:
                unit.put(at, "seized", "annex")


def read_overrun(unit: UnitWords) -> None:
    """Put a verb that the model knows in "was *overrun* by" and "*overran*", which it takes for a noun or for none."""
    for at, word in enumerate(unit.small):
        if word == "overran" or (word == "overrun" and _is_participle(unit, at)):
            unit.put(at, "captured", "overrun")


def _is_participle(unit: UnitWords, at: int) -> bool:
    """Tell whether a helping verb stands before a word, with "still" or "then" between, or an agent behind a comma."""
    before = next((w for w in reversed(unit.small[:at]) if w not in _STILL), ",")
    return before in _BEING | _HAVING or (before == "," and unit.small[at + 1 : at + 2] == ["by"])


def read_occupied(unit: UnitWords) -> None:
    """Put a plain adjective between a preposition and a name: "the visit to temporarily *occupied* Crimea".

    So between a verb and its object: "retained *disputed* Ceuta".
    """
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] not in _DESCRIBED or not unit.begins_name(at + 1):
            continue
        before = at - 2 if unit.small[at - 1].endswith("ly") else at - 1
        is_led = before >= 0 and unit.small[before] in _BEFORE_DESCRIBED
        if is_led or (unit.small[at] == "disputed" and _is_holding(unit, before)):
            unit.put(at, "northern", unit.doc[at].text)


def _is_holding(unit: UnitWords, at: int) -> bool:
    """Tell whether a word is a verb behind a name, of the past or of who holds land: "*retains*", not "officials"."""
    if at < 1 or unit.begins_name(at) or not unit.begins_name(at - 1):
        return False
    word = unit.small[at]
    return word.endswith("ed") or word in _PAST_FORMS or word in _HOLDING


def read_concerning(unit: UnitWords) -> None:
    """Put a plain preposition behind a noun, where the model reads a verb: "the dispute *concerning* the isle"."""
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] == "concerning" and _is_said_of(unit.small[at - 1], unit.small[at + 1]):
            unit.put(at, "about", "concerning")


def read_judged(unit: UnitWords) -> None:
    """Put adverbs for a judgment between a verb and its object: "Greece rejects *as void* the memorandum"."""
    for at in range(1, len(unit.small) - 2):
        if unit.small[at] != "as" or unit.small[at + 1] not in _VOID or not _is_inflected(unit.small[at - 1]):
            continue
        if unit.small[at + 2] in _OPENS_OBJECT or unit.begins_name(at + 2):
            if unit.small[at - 1] == "rejects":  # it takes this for a plural
                unit.put(at - 1, "refuses", "reject")
            unit.put(at, "even", "as")
            unit.put(at + 1, "now", unit.small[at + 1])


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
        if words[place] in _SENTENCE_ENDS:
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
        elif word == "home" and after == "to" and at and unit.small[at - 1] in _BEING:
            unit.put(at, "host", "home")


def read_behind_hyphen(unit: UnitWords) -> None:
    """Put a participle that the model knows behind a hyphen: "the bridge to Russian-*annexed* Crimea"."""
    for at in range(2, len(unit.small) - 1):
        is_joined = unit.small[at - 1] == "-" and unit.small[at] in _HELD
        if is_joined and unit.read[at - 2].text[:1].isupper():
            unit.put(at, "held", _HELD[unit.small[at]])


def read_opening_participle(unit: UnitWords, names: Collection[int]) -> None:
    """Put a small letter in a participle before a name with which a sentence begins: "*Backing* Azerbaijan, Turkey".

    The model takes the two for one name.

    Args:
        unit: the words.
        names: where in the text each name begins.
    """
    doc = unit.doc
    for token in doc[:-1]:
        is_participle = token.lower_.endswith("ing") and token.is_title and len(token) >= _MIN_PARTICIPLE
        if not is_participle or token.idx in names or token.nbor(1).idx not in names:
            continue
        is_first = not token.i or doc[token.i - 1].text.strip(" ") in _SENTENCE_ENDS
        if is_first and token.lower_ not in PREPOSITIONAL_PARTICIPLES:
            unit.put(token.i, unit.read[token.i].text.lower(), unit.read[token.i].lemma)
