"""What a document names, in the order in which a reference looks back over it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.tokens import Token

__all__ = ["ARMED", "UNSETTLED", "Named", "NamedInOrder", "is_mere_place", "may_be_called", "may_be_styled"]

_MAX_NAMED_BACK = 400  # names: those of a long article; a longer text is a collection, and starts anew
ARMED = frozenset({"armed_group", "government_in_exile", "movement", "political_party", "rival_government"})
_UNIONS = frozenset({"organisation", "union"})
_DISPUTED = frozenset({"de_facto", "partially_recognised"})  # states that are disputed as places are
UNSETTLED = _DISPUTED | {"self_declared"}


@dataclass(frozen=True, slots=True)
class Named:
    """Something named in the document: where its last token stands, and in what roles it can act."""

    index: int  # of the last token in the Doc
    entity: Entity
    is_agent: bool
    is_place: bool
    kind: str  # the gazetteer's finer kind, "" where unknown
    is_modifier: bool  # an adjective or possessive: "Japanese", "Japan's"
    is_object: bool = False  # of a verb or preposition
    is_subject: bool = False
    is_people: bool = False  # "the British": named by its people, a plural
    is_capital: bool = False  # "Moscow": named by its capital
    styles: frozenset[str] = frozenset()  # what its full names call it: "kingdom"
    heirs: frozenset[str] = frozenset()  # the states, by their ids, that a state of the past has become
    homes: frozenset[str] = frozenset()  # the states, by their ids, that a group is at home in
    rivals: frozenset[str] = frozenset()  # the states, by their ids, that claim land along with it
    claimants: frozenset[str] = frozenset()  # of a land: who claims it, or once did, by their ids
    at: tuple[float, float] | None = None  # its latitude and longitude
    # What this text alone knows; of a place, `kind` is the noun that says what it is, if any.
    is_unknown: bool = False


class NamedInOrder:
    """What a document names, by where it stands."""

    def __init__(self, named: Sequence[Named]):
        self._named = sorted(named, key=lambda n: n.index)
        self._places = [n.index for n in self._named]

    def copy(self) -> "NamedInOrder":
        """Give the same, for more to be added."""
        return NamedInOrder(self._named)

    def add(self, named: Named) -> None:
        """Take in what a reference takes up, as named there once more."""
        at = bisect_right(self._places, named.index)
        self._named.insert(at, named)
        self._places.insert(at, named.index)

    def before(self, index: int) -> list[Named]:
        """Give what was named before a token, in order, as far back as any text can mean it."""
        end = bisect_left(self._places, index)
        return self._named[max(0, end - _MAX_NAMED_BACK) : end]

    def known_before(self, index: int) -> list[Named]:
        """Give what was named before a token and is known by more than this text, in order."""
        return [n for n in self.before(index) if not n.is_unknown]

    def after(self, index: int) -> list[Named]:
        """Give what is named from a token on, in order, as far on as any text can mean it."""
        return self._named[bisect_left(self._places, index) :][:_MAX_NAMED_BACK]


def may_be_styled(named: Named, noun: str) -> bool:
    """Tell whether a noun such as "kingdom" can take up what is named."""
    return noun not in load_cues().agents_styled or noun in named.styles


def may_be_called(named: Named, noun: Token) -> bool:
    """Tell whether a group or a union can be called so: the Taliban are "the rebels", and no "rebel bloc"."""
    lemma, cues = noun.lemma_.lower(), load_cues()
    if named.kind in ARMED and lemma in cues.agents_taken_for_group:
        return True
    if named.kind in _UNIONS and lemma in cues.agents_taken_for_union and noun.tag_ not in {"NNS", "NNPS"}:
        return not any(c.lemma_.lower() in cues.agents_fighting for c in noun.children)
    is_body = named.entity.kind is EntityKind.ORGANIZATION
    return is_body and lemma in cues.agents_taken_by_name and lemma in named.entity.label.lower().split()


def is_mere_place(named: Named) -> bool:
    """Tell whether what is named is land, and nobody who acts as other states do."""
    return named.entity.kind is EntityKind.TERRITORY or named.kind in _DISPUTED or not named.is_agent
