"""Relative clauses that the model hung on another noun than theirs: "a part of X, *which claims* Y"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, NOUNS, Row, is_below

__all__ = [
    "agree_in_number",
    "agree_in_plural",
    "hang_behind_date",
    "hang_on_group",
    "hang_on_last",
    "hang_on_name",
    "share_of_name",
]

_ONE = frozenset({"has", "is", "was"})  # said of one alone
_PLURAL = frozenset({"NNS", "NNPS"})
_SINGULAR = frozenset({"NN", "NNP"})
_SEVERAL = frozenset({"are", "have", "were"})
_HOLDING = frozenset({"administer", "annex", "claim", "control", "occupy", "seize"})
_OF_STATE = frozenset({"land", "part", "possession", "province", "soil", "territory"})
_GROUPS = frozenset(
    {"archipelago", "chain", "cluster", "clutch", "group", "handful", "pair", "scattering", "string", "trio"}
)
_MAX_CLAUSE = 12  # words from the pronoun to the verb or what it says, and back from a date to its noun


@repair(labels={"dobj", "nsubj"}, words={"which"})
def hang_on_name(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the name before it, where only who acts does what it says: "a part of X, *which claims* Y".

    So too where only land is what it says: "the statement on Ladakh, *which is* a part of India".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    row, verb, name = rows[position], rows[position].head, position - 2
    if row.text != "which" or name < 1 or rows[position - 1].text != ",":
        return
    is_clause = verb > position and rows[verb].label == "relcl" and rows[verb].head < name
    is_name = rows[name].part_of_speech == "PROPN" and rows[name].label == "pobj"
    if not is_clause or not is_name or not is_below(rows, name, rows[verb].head):
        return
    is_whose = rows[rows[name].head].text == "of" and rows[verb].lemma in load_cues().agents_acts
    if (is_whose and row.label == "nsubj") or _is_of_land(rows, position):
        rows[verb].head = name


def _is_of_land(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a clause says whose land is, and hangs on what is none: "which X claims", "which is part of Y"."""
    row, verb, nouns = rows[position], rows[position].head, load_cues().places_nouns
    above = rows[rows[verb].head]
    if above.part_of_speech == "PROPN" or above.lemma in nouns:
        return False
    if row.label == "dobj":
        return rows[verb].lemma in _HOLDING
    behind = rows[verb + 1 : verb + 1 + _MAX_CLAUSE]
    of = next((r for r in behind if r.head == verb and r.label == "attr"), row)
    return rows[verb].lemma == "be" and of.lemma in _OF_STATE


@repair(labels=NOUN_SUBJECT, words={"which"})
def agree_in_number(rows: Sequence[Row], position: int) -> None:
    """Hang a clause with a singular verb on one of several: "Taiping, the largest of the isles, *which is* held by X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    verb, isles = rows[position].head, position - 2
    behind = rows[position + 1] if position + 1 < len(rows) else rows[position]
    is_one = (
        (behind.text in _ONE or behind.tag == "VBZ")
        and rows[verb].label == "relcl"
        and rows[position - 1].text == ","
    )
    if not is_one or isles < 1 or rows[verb].head != isles or rows[isles].tag not in _PLURAL:
        return
    of = rows[isles].head
    one = rows[of].head
    if rows[of].label == "agent" and rows[one].label == "acl" and rows[rows[one].head].tag in _SINGULAR:
        rows[verb].head = rows[one].head  # "a *hillside* inhabited by Slovenes, *which goes* to Italy"
        return
    if rows[of].text != "of" or one >= of or rows[one].tag in _PLURAL or one != of - 1:
        return
    first = one
    while first and rows[first - 1].head == one and rows[first - 1].text != ",":
        first -= 1
    is_apposed = first > 1 and rows[first - 1].text == "," and rows[first - 2].part_of_speech == "PROPN"
    thing = first - 2 if is_apposed else one
    if not is_below(rows, thing, verb):
        rows[verb].head = thing


@repair(labels=NOUN_SUBJECT, words={"that", "which"})
def agree_in_plural(rows: Sequence[Row], position: int) -> None:
    """Hang a clause with a plural verb on the several above one: "*areas* of the city *that have* flooded".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "that" or "which".
    """
    verb, one = rows[position].head, position - 1
    behind = rows[position + 1] if position + 1 < len(rows) else rows[position]
    is_plural = behind.text in _SEVERAL and rows[verb].label == "relcl"
    if not is_plural or one < 2 or rows[verb].head != one or rows[one].tag not in _SINGULAR:
        return
    of = rows[one].head
    several = rows[of].head
    if (
        rows[of].text == "of"
        and several < of
        and rows[several].tag == "NNS"
        and not is_below(rows, several, verb)
    ):
        rows[verb].head = several


@repair(labels={"pobj"}, words={"which"})
def share_of_name(rows: Sequence[Row], position: int) -> None:
    """Hang "half of which" on the name before the comma: "a base on Anacoco, *half of which* belongs to X".

    "Both of which" may be said of those who are two: "troops from the two states, *both of which* claim it".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    of = rows[position].head
    share = rows[of].head
    verb = rows[share].head
    first = share - 1 if share and rows[share - 1].head == share else share  # "*a* third of which"
    is_share = of == position - 1 and share == of - 1 and rows[share].label in NOUN_SUBJECT
    if not is_share or rows[of].text != "of" or rows[verb].label != "relcl" or first < 2:
        return
    name = first - 2
    are_two = rows[share].text == "both" and rows[name].tag == "NNS"
    is_name = rows[first - 1].text == "," and (rows[name].part_of_speech == "PROPN" or are_two)
    if is_name and rows[verb].head < name and is_below(rows, name, rows[verb].head):
        rows[verb].head = name


@repair(tags={"WDT", "WP"}, words={"that", "which", "who"})
def hang_on_last(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the noun before it, not on the subject of the verb: "X is named after Y *that* ruled Z".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the pronoun.
    """
    verb, noun = rows[position].head, position - 1
    above = rows[verb].head
    if verb < position or noun < 1 or rows[noun].part_of_speech not in NOUNS:
        return
    if rows[noun].label not in {"dobj", "pobj"} or is_below(rows, noun, verb):
        return
    is_of_subject = rows[verb].label == "relcl" and rows[above].label in NOUN_SUBJECT
    is_parted = is_of_subject and above < rows[above].head < noun and not is_below(rows, noun, above)
    # no clause with such a pronoun tells when or why: "named after Y *that* ruled Z"
    is_adverbial = rows[verb].label == "advcl" and rows[position].tag == "WDT" and above < noun
    if is_parted or is_adverbial:
        rows[verb].head, rows[verb].label = noun, "relcl"


@repair(words={"which"})
def hang_behind_date(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on what stands before a year: "a council on the isle in 2012, *which* drew a protest".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    verb = rows[position].head
    date = rows[verb].head
    is_behind = rows[position].text == "which" and verb > position and rows[verb].label == "relcl"
    if not is_behind or rows[date].tag != "CD" or date != position - 2:
        return
    near = range(date - 1, max(-1, date - _MAX_CLAUSE), -1)
    noun = next((at for at in near if _is_thing(rows, at)), None)
    if noun is not None and not is_below(rows, noun, verb):
        rows[verb].head = noun


def _is_thing(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a word is a noun with a role of its own, and no month before a year."""
    is_noun = rows[at].part_of_speech in NOUNS and rows[at].label not in {"compound", "poss", "nmod"}
    return is_noun and rows[at + 1].tag != "CD"


@repair(labels={"acl", "relcl"})
def hang_on_group(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the group, not on what it is of: "a *chain* of isles *that X held*", "a *strip* of land *held*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the clause's verb.
    """
    members = rows[position].head
    of = rows[members].head
    group = rows[of].head
    if not group < of < members < position or rows[of].text != "of" or rows[of + 1].text == "the":
        return
    is_group = rows[group].lemma in _GROUPS and rows[members].tag == "NNS"
    is_piece = rows[members].lemma in load_cues().places_grounds and rows[position].label == "acl"
    if is_group or is_piece:
        rows[position].head = group
