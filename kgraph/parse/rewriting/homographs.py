"""Nouns that are verbs too: the model reads an unambiguous word where "claims", "disputes" or "controls" stand.

Which of the two they are is told by what stands around them: "Japan *claims* the islands", "Japan's *claims* to".
"""

from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import EntityKind, Mention
from kgraph.parse.rewriting.unit_words import UnitWords
from kgraph.text.inflection import singular

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

__all__ = [
    "read_behind_comma",
    "read_behind_pointing",
    "read_beside_name",
    "read_opening",
    "read_right",
    "read_stationing",
    "read_talks",
    "read_void",
]

# As verbs, which they mostly are after a name: the word that the model reads instead, and the lemma.
_VERBS = {
    "claim": ("want", "claim"),
    "claims": ("wants", "claim"),
    "control": ("govern", "control"),
    "controls": ("governs", "control"),
    "dispute": ("discuss", "dispute"),
    "disputes": ("discusses", "dispute"),
    "protest": ("condemn", "protest"),
    "protests": ("condemns", "protest"),
    "contest": ("discuss", "contest"),
    "contests": ("discusses", "contest"),
    "exercises": ("keeps", "exercise"),
    "hosts": ("keeps", "host"),
    "stations": ("keeps", "station"),
    "thanks": ("praises", "thank"),
}
# As nouns.
_IDEAS = {"claim": ("idea", "claim"), "claims": ("ideas", "claim")}
_PLANS = {"claims": ("ideas", "claim"), "demands": ("ideas", "demand"), "plans": ("ideas", "plan")}

_TITLES = frozenset({"claim", "claims", "interest", "interests", "title", "titles"})
_MAX_TITLE = 4  # words from a right to a title beside it

# Verbs with which a statement begins that leaves it to its title who does so, and nouns that tell what there is.
_OPENING_VERBS = {
    "administers": "administer",
    "asserts": "assert",
    "challenges": "challenge",
    "claims": "claim",
    "contests": "contest",
    "controls": "control",
    "denies": "deny",
    "disputes": "dispute",
    "garrisons": "garrison",
    "governs": "govern",
    "guards": "guard",
    "holds": "hold",
    "keeps": "keep",
    "maintains": "maintain",
    "occupies": "occupy",
    "opposes": "oppose",
    "protests": "protest",
    "questions": "question",
    "rejects": "reject",
    "shares": "share",
}
_OPENING_PAST = {"ceded": "cede", "deployed": "deploy", "relinquished": "relinquish", "stationed": "station"}
_OPENING_NOUNS = {"claim": "Idea", "clash": "Battle", "dispute": "Disagreement"}
_LEADING_ON = frozenset({"about", "against", "at", "between", "in", "on", "over", "to", "with"})
_OBJECTS_BARE = frozenset(
    """
    forces garrisons islands jurisdiction land ownership parts peacekeepers several some sovereignty territory troops
    """.split()  # noqa: SIM905 - a list of words reads best as words
)

_ADVERBS = frozenset({"also", "still", "both", "each", "now", "again", "continually", "long"})
# After these the word is a noun: "China claims over", "the Japan dispute is".
_NOT_AFTER_VERB = frozenset(
    """
    about and are being between by had has have having in is of on or over to was were will with
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_AFTER_NOUN = frozenset(
    {".", ",", ";", ":", ")", "”", '"', "and", "as", "but", "in", "on", "to", "over", "was", "were", "is"}
)
_HOLDING = frozenset({"contests", "controls", "disputes"})
_BEFORE_OBJECT = frozenset({"a", "about", "all", "both", "its", "most", "much", "part", "the", "this"})
_POINTING = frozenset({"that", "this", "these", "those"})
_RELATIVE = frozenset({"that", "which", "whom"})
_BETWEEN_NAMES = frozenset({"and", "both", "the"})
_BEFORE_OWNERS = frozenset({"about", "against", "of", "over"})
_ADJECTIVES = frozenset({"adjective", "demonym"})
_ON_LAND = frozenset({"against", "on", "over"})
_STATEMENT_ENDS = frozenset({".", ";", "\n"})
_MAX_SUBJECT = 6  # words
_BEHIND_TALKS = frozenset({"about", "between", "in", "on", "over", "with"})
_FINITE = frozenset(
    {"are", "can", "could", "had", "have", "may", "might", "must", "should", "were", "will", "would"}
)
_MAX_TALKS = 14  # words between "talks" and the verb of which they are the subject
_HOLDING_VOID = frozenset(
    """
    call called calling calls consider considered considers declare declared declares declaring deem deemed deems
    hold holds pronounce pronounced pronounces pronouncing regard regarded regards
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Behind "and", before so many troops: "keeps a base *and stations* 500 troops there".
_STATIONING = {"bases": ("keeps", "base"), "stations": ("keeps", "station")}
_BEFORE_STATIONING = frozenset({"also", "and", "but", "still"})
_MAX_NUMBER = 5  # words from the verb to the troops: "tens of thousands of"
_NO_NUMBER = _STATEMENT_ENDS | {",", "and", "are", "for", "in", "is", "on", "to", "were", "where", "with"}
_BEFORE_NOUN = frozenset({"a", "of", "power", "security", "the", "this", "vacuum"})
_MAX_DEED = 9  # words from the verb to "void"


def read_behind_pointing(unit: UnitWords) -> None:
    """Put a plain noun where "claim" follows "that" and nothing that it could be the verb of: "rejects that claim"."""
    for at, word in enumerate(unit.small):
        if word in _IDEAS and at and unit.small[at - 1] in _POINTING and _ends_noun(unit, at + 1):
            unit.put(at, *_IDEAS[word])


def read_right(unit: UnitWords) -> None:
    """Put an unambiguous noun where a right stands with titles: "all *right*, title and claim to the isle"."""
    for at in range(1, len(unit.small) - 1):
        is_whole = unit.small[at] == "right" and unit.small[at - 1] in {"all", "any", "every"}
        is_listed = is_whole and unit.small[at + 1] in {",", "and", "or"}
        if is_listed and not _TITLES.isdisjoint(unit.small[at + 1 : at + 1 + _MAX_TITLE]):
            unit.put(at, "authority", "right")


def read_talks(unit: UnitWords) -> None:
    """Put a plain noun for "talks" with which a clause opens, and which its verb follows: "that *talks* with X may".

    The model takes them for what somebody does who is named before "that".
    """
    for at, word in enumerate(unit.small[:-1]):
        is_opening = word == "talks" and at and unit.small[at - 1] == "that"
        if is_opening and unit.small[at + 1] in _BEHIND_TALKS and _is_before_verb(unit, at + 2):
            unit.put(at, "negotiations", "talk")


def _is_before_verb(unit: UnitWords, at: int) -> bool:
    """Tell whether a finite verb follows, with no mark before it."""
    for word in unit.small[at : at + _MAX_TALKS]:
        if word in _FINITE:
            return True
        if word in _STATEMENT_ENDS or word in {",", "that"}:
            break
    return False


def _ends_noun(unit: UnitWords, at: int) -> bool:
    """Tell whether what stands behind a word, if anything, cannot be the object of a verb."""
    return at >= len(unit.small) or unit.small[at] in _AFTER_NOUN


def read_behind_comma(unit: UnitWords) -> None:
    """Put an unambiguous verb behind the comma that ends a remark: "Cyprus, an island, *disputes* the line"."""
    for at in range(2, len(unit.small) - 1):
        if unit.small[at] in _HOLDING and unit.small[at - 1] == "," and _begins_object(unit, at + 1):
            unit.put(at, *_VERBS[unit.small[at]])


def read_opening(unit: UnitWords) -> None:
    """Put plain words where a statement has no subject but its title: "*Claims* Wake Island", "*Dispute* with X"."""
    for at, word in enumerate(unit.small[:-1]):
        if at and unit.small[at - 1] not in _STATEMENT_ENDS:
            continue
        is_before_object = _begins_object(unit, at + 1) or unit.small[at + 1] in _OBJECTS_BARE
        if word in _OPENING_VERBS and is_before_object:
            unit.put(at, "Includes", _OPENING_VERBS[word])
        elif word in _OPENING_PAST and is_before_object:
            unit.put(at, "Signed", _OPENING_PAST[word])
        elif word == "objects" and unit.small[at + 1] == "to" and _begins_object(unit, at + 2):
            unit.put(at, "Agrees", "object")
        elif word in _OPENING_NOUNS and unit.small[at + 1] in _LEADING_ON:
            unit.put(at, _OPENING_NOUNS[word], word)


def read_void(unit: UnitWords) -> None:
    """Put a plain adjective for "void" where somebody holds a deed so: "declared the vote *void*".

    It knows "null and void".
    """
    for at in range(2, len(unit.small)):
        is_said = at + 1 == len(unit.small) or unit.small[at + 1] in _AFTER_NOUN | {"under"}
        is_noun = unit.small[at - 1] in _BEFORE_NOUN or unit.small[at - 2] == "null"
        if unit.small[at] != "void" or not is_said or is_noun:
            continue
        if not _HOLDING_VOID.isdisjoint(unit.small[max(0, at - _MAX_DEED) : at]):
            unit.put(at, "illegal", "void")


def read_stationing(unit: UnitWords) -> None:
    """Put an unambiguous verb for "stations" that tells of troops: "leases a port and *stations* 5,000 troops"."""
    forces = load_cues().agents_serving
    for at in range(1, len(unit.small) - 1):
        if unit.small[at] not in _STATIONING or unit.small[at - 1] not in _BEFORE_STATIONING:
            continue
        behind = unit.small[at + 1 : at + 2 + _MAX_NUMBER]
        troops = next((i for i, word in enumerate(behind) if singular(word) in forces), None)
        if troops is not None and _NO_NUMBER.isdisjoint(behind[:troops]):
            unit.put(at, *_STATIONING[unit.small[at]])


def _begins_object(unit: UnitWords, at: int) -> bool:
    """Tell whether a word may begin the name of a place, or what is said of one."""
    return unit.small[at] in _BEFORE_OBJECT or unit.begins_name(at)


def read_beside_name(unit: UnitWords, name: "Words", mention: Mention) -> None:
    """Put unambiguous words before and behind a name, for what that one does or has."""
    if mention.entity.kind is EntityKind.TERRITORY:
        _read_before_place(unit, name.start, name.end)
    if len(name) > 1:
        return
    relative = "" if mention.how == "adjective" else _relative_before(unit, name.start)
    _read_as_verb(unit, name.end, relative)
    if not _is_of_acting(unit, name.start):
        _read_as_planned(unit, name.start)
    if mention.how in _ADJECTIVES:
        _read_as_owned(unit, name.end)


def _read_before_place(unit: UnitWords, start: int, end: int) -> None:
    """Put an unambiguous verb for "claims" between a comma and a place: the model takes it for "says"."""
    at = start - 2 if start and unit.small[start - 1] == "the" else start - 1
    if at < 2 or unit.small[at] not in _IDEAS or unit.small[at - 1] != ",":
        return
    is_owner = unit.small[end : end + 1] in (["'s"], ["’s"])
    if not is_owner and not unit.doc[at - 2].is_quote:
        unit.put(at, *_VERBS[unit.small[at]])


def _relative_before(unit: UnitWords, name: int) -> str:
    """Give the relative pronoun right before a name, or a list that it ends: "*which* both A and B"."""
    at = name - 1
    while at >= max(0, name - _MAX_SUBJECT) and (unit.small[at] in _BETWEEN_NAMES or unit.begins_name(at)):
        at -= 1
    return unit.small[at] if at >= 0 and unit.small[at] in _RELATIVE else ""


def _read_as_verb(unit: UnitWords, at: int, relative: str) -> None:
    """Put an unambiguous verb where a name is followed by "claim", "dispute" … and that by its object.

    In a relative clause the object stands before: "islands which Japan *claims* and Russia holds".
    """
    while at < len(unit.small) and unit.small[at] in _ADVERBS:
        at += 1
    if at + 1 >= len(unit.small) or unit.small[at] not in _VERBS:
        return
    after, following = unit.small[at + 1], unit.doc[at + 1]
    is_before_object = after not in _NOT_AFTER_VERB and not following.is_punct and not following.is_space
    is_at_end = following.is_punct or after in {"and", "but"}
    if is_before_object or (relative and (is_at_end or relative != "that")):
        unit.put(at, *_VERBS[unit.small[at]])


def _is_of_acting(unit: UnitWords, name: int) -> bool:
    """Tell whether a name says for whom somebody acts, so that a verb may follow: "the *government* of X *claims*"."""
    if name < 2 or unit.small[name - 1] != "of":
        return False
    noun, cues = unit.small[name - 2], load_cues()
    return any(form in cues.agents_nouns or form in cues.agents_serving for form in (noun, singular(noun)))


def _read_as_planned(unit: UnitWords, name: int) -> None:
    """Put an unambiguous noun for what somebody named behind a preposition has: "tired of *UK plans* to"."""
    at = name + 1
    if name and at < len(unit.small) and unit.small[name - 1] in _BEFORE_OWNERS and unit.small[at] in _PLANS:
        unit.put(at, *_PLANS[unit.small[at]])


def _read_as_owned(unit: UnitWords, at: int) -> None:
    """Put an unambiguous noun for what an adjective tells the owner of: "*Ugandan claims* to the island were"."""
    if at + 2 >= len(unit.small) or unit.small[at] not in _PLANS:
        return
    after = unit.small[at + 1]
    if after in _ON_LAND or (after == "to" and _begins_object(unit, at + 2)):
        unit.put(at, *_PLANS[unit.small[at]])
