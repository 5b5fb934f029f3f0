"""Two names with nothing between them, of which the model makes one.

A clause or phrase in front of a sentence may end there without a comma, "Since Ethiopia took Badme Eritrea has kept the
border shut", "In *May Ukraine* regained it", or the verb is left out: "India holds Ladakh, *China Aksai Chin*".
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import EntityKind, Mention
from kgraph.text.numerals import NUMERALS
from kgraph.times import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["find_front_ends", "find_gaps"]

_CLAUSES = frozenset(
    {
        "after",
        "although",
        "as",
        "because",
        "before",
        "even",
        "if",
        "once",
        "since",
        "though",
        "unless",
        "until",
        "when",
        "where",
        "whereas",
        "whenever",
        "while",
    }
)
_PHRASES = frozenset(
    {"amid", "at", "by", "despite", "during", "following", "for", "from", "in", "on", "under", "with"}
)
_STOPS = frozenset({".", "!", "?", ";", ":", ",", "-", "–", "—", "(", '"', "“", "\n"})
_OF_PEOPLE = frozenset({"adjective", "demonym"})
_PARTING = frozenset({",", ";", "and", "while"})
_CLOSING = frozenset(
    {",", ".", ";", "after", "and", "before", "during", "from", "in", "or", "since", "until", "while", "("}
)
_ENDS = frozenset({".", "!", "?"})
_NO_VERBS = frozenset(
    {"a", "an", "and", "between", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_MAX_FRONT = 40  # words
_SHARE = frozenset({"all", "half", "most", "of", "part", "parts", "some", "the"})
_PARTS = frozenset({"all", "half", "most", "part", "parts", "some"})
_MAX_SHARE = 5  # words between two names
# Before a month, which with these says when: "by the end of", "in mid-", "on 5".
_IN_TIMES = frozenset(
    {"-", "beginning", "early", "end", "last", "late", "mid", "middle", "next", "of", "start", "the", "this"}
)
_BEFORE_TIMES = frozenset(
    {"after", "before", "between", "by", "during", "from", "in", "on", "since", "until", "at"}
)
_BEFORE_FRONTS = frozenset({"and", "but", "that", "while"})
_MAX_TIME = 6  # words


def find_front_ends(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> tuple[int, ...]:
    """Give the last words of what stands in front of a clause, left to right.

    Args:
        doc: the words.
        row: positions in the Doc, in order; the words between them are read elsewhere.
        names: the mention that each position belongs to.
    """
    pairs = _adjacent(row, names)
    fronts = {row[at - 1] for at in pairs if _is_front(doc, row, at - 1, names[row[at - 1]], names)}
    return tuple(sorted({*fronts, *_month_ends(doc, row, names)}))


def _month_ends(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> Iterator[int]:
    """Give the last words of months and days that tell when, before a state or a body: "In mid-*July* Syria left"."""
    for at in range(2, len(row)):
        name = names.get(row[at]) if row[at - 1] not in names else None
        if name is None or name.entity.kind is EntityKind.TERRITORY:
            continue
        # "In May 5 Ukrainian ships"
        is_day = doc[row[at - 1]].text.isdecimal() and name.how not in _OF_PEOPLE
        month = at - 1 - is_day
        if doc[row[month]].text in MONTHS and _is_time_in_front(doc, row, month - 1):
            yield row[at - 1]


def _is_time_in_front(doc: "Doc", row: Sequence[int], end: int) -> bool:
    """Tell whether a clause begins with a preposition and the words behind it, up to a month: "Late in May"."""
    for place in range(end, max(-1, end - _MAX_TIME), -1):
        word = doc[row[place]].lower_
        if word in _BEFORE_TIMES:
            first = place - (place > 0 and doc[row[place - 1]].lower_ in {"early", "late"})
            return first == 0 or doc[row[first - 1]].lower_ in _STOPS | _BEFORE_FRONTS
        if word not in _IN_TIMES and not word.isdecimal():
            return False
    return False


def find_gaps(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> tuple[tuple[int, int], ...]:
    """Give the last words of subject and object of each clause that leaves its verb out, left to right.

    Args:
        doc: the words.
        row: positions in the Doc, in order; the words between them are read elsewhere.
        names: the mention that each position belongs to.
    """
    found = []
    pairs = [(at - 1, at) for at in _adjacent(row, names)] + list(_parted_by_article(doc, row, names))
    for name, at in pairs:
        who, what = names[row[name]], names[row[at]]
        last = at
        while last + 1 < len(row) and names.get(row[last + 1]) is what:
            last += 1
        start = _phrase_start(doc, row, name)
        is_pair = who.entity.kind is EntityKind.STATE and (
            what.entity.kind is EntityKind.TERRITORY
            or (what.entity.kind is EntityKind.STATE and _tells_of_holding(doc, row, start - 1))
        )
        before, behind = doc[row[start - 1]].lower_, doc[row[last + 1]].lower_ if last + 1 < len(row) else "."
        if is_pair and before in _PARTING and behind in _CLOSING and _has_verb(doc, row, start - 1):
            found.append((row[name], row[last]))
    return tuple(sorted([*found, *_counted_gaps(doc, row, names)]))


def _parted_by_article(
    doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]
) -> Iterator[tuple[int, int]]:
    """Give two names with an article or a share between them: "*Vietnam* most of the *Spratlys*".

    What is given to each of two is no such clause: "gave X the north and Y the south".
    """
    giving = load_cues().support_giving | load_cues().support_given
    for place in range(2, len(row)):
        if row[place] not in names:
            continue
        name = place - 1
        while name > place - _MAX_SHARE and doc[row[name]].lower_ in _SHARE and row[name] not in names:
            name -= 1
        between = {doc[row[at]].lower_ for at in range(name + 1, place)}
        is_opened = doc[row[place - 1]].lower_ == "the" or bool(between & _PARTS)  # "most of *Donbas*"
        is_parted = is_opened and row[place] - row[name] == place - name
        if not is_parted or row[name] not in names or name < 1 or names[row[name]].how in _OF_PEOPLE:
            continue
        before = itertools.takewhile(
            lambda t: t.text not in _ENDS, (doc[row[at]] for at in range(name, -1, -1))
        )
        if not any(token.lemma_.lower() in giving for token in before):
            yield name, place


def _counted_gaps(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Give a state and how many it has, where verb and noun are left out: "Vietnam holds 21 reefs, *Malaysia 5*"."""
    for at in range(2, len(row) - 1):
        name, number = row[at - 1], doc[row[at]]
        if not (number.lower_ in NUMERALS or number.text.isdecimal()) or name not in names:
            continue
        start = _phrase_start(doc, row, at - 1)
        is_parted = doc[row[start - 1]].lower_ in _PARTING and doc[row[at + 1]].lower_ in _CLOSING
        is_state = names[name].entity.kind is EntityKind.STATE and names[name].how not in _OF_PEOPLE
        if is_state and is_parted and _has_verb(doc, row, start - 1):
            yield name, row[at]


def _phrase_start(doc: "Doc", row: Sequence[int], name: int) -> int:
    """Give the place of a name in the row, or of "the" before it where the row does not begin with that."""
    return name - 1 if name > 1 and doc[row[name - 1]].lower_ == "the" else name


def _adjacent(row: Sequence[int], names: Mapping[int, Mention]) -> list[int]:
    """Give the places in a row where a name follows another at once, neither of which is a people's."""
    return [
        place
        for place in range(2, len(row))
        if (name := names.get(row[place])) is not None
        and (before := names.get(row[place - 1])) is not None
        and before is not name
        and {before.how, name.how}.isdisjoint(_OF_PEOPLE)
        and row[place] == row[place - 1] + 1
    ]


def _has_verb(doc: "Doc", row: Sequence[int], end: int) -> bool:
    """Tell whether a word in small letters that may be a verb stands before a place, in the same sentence."""
    said = _said_before(doc, row, end)
    return any(token.is_lower and token.is_alpha and token.lower_ not in _NO_VERBS for token in said)


def _tells_of_holding(doc: "Doc", row: Sequence[int], end: int) -> bool:
    """Tell whether somebody holds or takes land before a place, in the same sentence: a state may be the land."""
    holding = load_cues().shifts_holding
    return any(token.lower_ in holding for token in _said_before(doc, row, end))


def _said_before(doc: "Doc", row: Sequence[int], end: int) -> Iterator["Token"]:
    """Give the words of a sentence before a place, the nearest first."""
    before = (doc[row[place]] for place in range(end - 1, max(-1, end - _MAX_FRONT), -1))
    return itertools.takewhile(lambda token: token.text not in _ENDS and not token.is_space, before)


def _is_front(doc: "Doc", row: Sequence[int], end: int, last: Mention, names: Mapping[int, Mention]) -> bool:
    """Tell whether a clause or phrase that opens the sentence, or a phrase behind "that", goes on to a name."""
    at = end
    while at >= 0 and names.get(row[at]) is last:
        at -= 1
    is_followed = False  # by a word in small letters, as a verb has
    for place in range(at, max(-1, at - _MAX_FRONT), -1):
        token = doc[row[place]]
        if token.text in _STOPS or token.is_space:
            return False
        is_first = place == 0 or doc[row[place - 1]].text in _STOPS - {","} or doc[row[place - 1]].is_space
        opening = token.lower_
        if is_first:
            return opening in _PHRASES or (is_followed and opening in _CLAUSES)
        if opening in _PHRASES and doc[row[place - 1]].lower_ == "that":
            return True
        is_followed = is_followed or (token.is_lower and token.lower_ != "the")
    return False
