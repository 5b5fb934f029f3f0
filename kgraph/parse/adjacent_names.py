"""Where a clause or phrase in front of a sentence ends between two names, without a comma.

"Since Eritrea took Badme Ethiopia has kept the border shut": the model makes one name of the two.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_front_ends"]

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
_MAX_FRONT = 40  # words


def find_front_ends(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> tuple[int, ...]:
    """Give the last words of what stands in front of a clause, left to right.

    Args:
        doc: the words.
        row: positions in the Doc, in order; the words between them are read elsewhere.
        names: the mention that each position belongs to.
    """
    found = []
    for place in range(2, len(row)):
        before, name = names.get(row[place - 1]), names.get(row[place])
        if (
            before is None
            or name is None
            or before is name
            or not {before.how, name.how}.isdisjoint(_OF_PEOPLE)
        ):
            continue
        if row[place] == row[place - 1] + 1 and _is_front(doc, row, place - 1, before, names):
            found.append(row[place - 1])
    return tuple(found)


def _is_front(doc: "Doc", row: Sequence[int], end: int, last: Mention, names: Mapping[int, Mention]) -> bool:
    """Tell whether a clause or phrase that opens the sentence goes on to a name."""
    at = end
    while at >= 0 and names.get(row[at]) is last:
        at -= 1
    is_followed = False  # by a word in small letters, as a verb has
    for place in range(at, max(-1, at - _MAX_FRONT), -1):
        token = doc[row[place]]
        if token.text in _STOPS or token.is_space:
            return False
        is_first = place == 0 or doc[row[place - 1]].text in _STOPS - {","} or doc[row[place - 1]].is_space
        if is_first:
            opening = token.lower_
            return opening in _PHRASES or (is_followed and opening in _CLAUSES)
        is_followed = is_followed or (token.is_lower and token.lower_ != "the")
    return False
