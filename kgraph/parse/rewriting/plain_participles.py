"""Words that the model knows, for participles that it misreads: "*occupied* Crimea", "*Backing* X, Y"."""

from collections.abc import Collection

from kgraph.parse.rewriting.unit_words import BEING, HAVING, SENTENCE_ENDS, UnitWords, is_past
from kgraph.parse.rows import PREPOSITIONAL_PARTICIPLES

__all__ = [
    "read_adjective",
    "read_annexed",
    "read_behind_hyphen",
    "read_occupied",
    "read_opening_participle",
    "read_overrun",
    "read_self_ruled",
]

# Participles that the model takes for the verb of the clause ("have overlapping claims"), and adjectives of their sort.
_PLAIN_ADJECTIVES = {"overlapping": "rival", "competing": "rival", "conflicting": "rival"}
_RULED = frozenset({"elected", "governed", "ruled", "run"})
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
_STILL = frozenset({"also", "now", "soon", "still", "then"})
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
_MIN_PARTICIPLE = 6  # letters


def read_adjective(unit: UnitWords) -> None:
    """Put a plain adjective where a participle stands before "claims" that somebody has."""
    for at, word in enumerate(unit.small):
        if word in _PLAIN_ADJECTIVES and "claims" in unit.small[at + 1 : at + 4]:
            unit.put(at, _PLAIN_ADJECTIVES[word], unit.doc[at].text)


def read_self_ruled(unit: UnitWords) -> None:
    """Put a plain adjective for a participle that the model takes for a verb: "democratically *ruled* Taiwan"."""
    for at in range(1, len(unit.small) - 1):
        is_told = unit.small[at] in _RULED and unit.small[at - 1] == "democratically"
        if is_told and unit.begins_name(at + 1):
            unit.put(at, "independent", unit.doc[at].text)


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
    return before in BEING | HAVING or (before == "," and unit.small[at + 1 : at + 2] == ["by"])


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
    return is_past(word) or word in _HOLDING


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
        is_first = not token.i or doc[token.i - 1].text.strip(" ") in SENTENCE_ENDS
        if is_first and token.lower_ not in PREPOSITIONAL_PARTICIPLES:
            unit.put(token.i, unit.read[token.i].text.lower(), unit.read[token.i].lemma)
