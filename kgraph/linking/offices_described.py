"""By which words a text takes up whoever holds an office: "the Russian minister", "the U.N. chief"."""

from collections.abc import Collection, Container, Iterator

from kgraph.cues import Cues, load_cues
from kgraph.persons import Person
from kgraph.persons.titles import Titles
from kgraph.tokens import Token

__all__ = [
    "describing",
    "is_called",
    "is_other_office",
    "is_rank",
    "ranks_of",
    "taking_up",
    "taking_up_known",
]

_DEPUTIES = frozenset(["deputy", "vice"])
# They stand before any office, and tell no field.
_OF_ANY_FIELD = frozenset(
    ["chief", "general", "high", "lead", "peace", "principal", "senior", "special", "supreme", "top", "world"]
)
_OF_RULERS = frozenset(["military", "state"])
_SPELLINGS = {"defence": "defense", "labour": "labor"}
_RANKS_SHORT = {
    "adm.": "admiral",
    "brig.": "brigadier",
    "capt.": "captain",
    "col.": "colonel",
    "gen.": "general",
}
_SAME_OFFICE = {"premier": ("prime", "minister"), "prime": ("premier",)}


def describing(cues: Cues) -> frozenset[str]:
    """List the words by which a text can take up whoever holds an office."""
    return (
        cues.offices_described
        | cues.offices_diplomats
        | cues.offices_mediators
        | cues.offices_monarchs
        | cues.offices_chiefs
        | cues.offices_ranks
        | cues.offices_any
    )


def taking_up(title: str) -> set[str]:
    """Give the words by which a text can take up one of this title: the president is a leader too."""
    cues, said = load_cues(), _words(title)
    words = said & cues.offices_described
    if said & cues.offices_leading:
        words.add("leader")
    if said & cues.offices_diplomatic:
        words |= cues.offices_diplomats
    if said & cues.offices_mediators:
        words |= cues.offices_mediators
    if said & cues.offices_reigning:
        words |= cues.offices_monarchs
    if said & cues.offices_heading or {"secretary", "general"} <= said:
        words |= cues.offices_chiefs
    is_leading = bool(said & cues.offices_leading) and not said & _DEPUTIES
    return words if is_leading else words | cues.offices_any


def ranks_of(name: Token, titles: Container[int]) -> set[str]:
    """Give the ranks that stand before a name, and in no title: "*Gen.* X", but "Attorney General X"."""
    before = (c.lower_ for c in name.children if c.i < name.i and c.i not in titles)
    said = {_RANKS_SHORT.get(word, word) for word in before}
    return said & load_cues().offices_ranks


def is_rank(word: Token) -> bool:
    """Tell whether a word is a rank in an army or a fleet, short or whole: "*Gen.* X", "the *general*"."""
    said = word.lemma_.lower()
    return _RANKS_SHORT.get(said, said) in load_cues().offices_ranks


def taking_up_known() -> frozenset[str]:
    """Give the words that can take up one of whom only is known for whom he acted: "the U.S. diplomat"."""
    cues = load_cues()
    return cues.offices_diplomats | cues.offices_chiefs


def _words(title: str) -> set[str]:
    words = {_SPELLINGS.get(word, word) for word in title.lower().replace("-", " ").split()}
    return words.union(*(_SAME_OFFICE.get(word, ()) for word in words))


def is_other_office(person: Person, head: Token, named: Collection[int]) -> bool:
    """Tell whether a description is of another office than the person's.

    So is "the *vice* president" beside the president, "the *defense* minister" beside the foreign minister, "the
    *opposition* leader" beside the prime minister.

    Args:
        person: of whom it may be.
        head: its noun.
        named: the places of what is named: "the *Western* Sahara leader" leads no west.
    """
    title = _words(person.office.title) if person.office else set()
    said = {c.lower_ for c in head.children} & _DEPUTIES
    # "the minister" may well be a deputy
    is_rank_said = bool(said) or head.lower_ == "president"
    if is_rank_said and said != _DEPUTIES & title:
        return True
    return any(word not in title for word in _fields(head, person, named))


def _fields(head: Token, person: Person, named: Collection[int]) -> Iterator[str]:
    """Give what a description says of which office it is, and "rebel" of one who serves a state."""
    kinds = Titles.load().kinds
    free = _OF_ANY_FIELD | (_OF_RULERS if head.lower_ in {"leader", "ruler"} else set())
    fields = kinds["modifier"] | (kinds["outsider"] if person.official else frozenset())
    for child in head.children:
        word = _SPELLINGS.get(child.lower_, child.lower_)
        is_before = child.dep_ in {"amod", "compound", "nmod"} and child.i < head.i and child.i not in named
        if is_before and word in fields - free - _DEPUTIES:
            yield word


def is_called(person: Person, head: Token) -> bool:
    """Tell whether the words before the head are those the title begins with: "the Secretary" of State."""
    before = [c.lower_ for c in head.children if c.dep_ in {"compound", "nmod"} and c.i < head.i]
    words = person.office.title.lower().split() if person.office else []
    described = [*before, head.lower_]
    return words[: len(described)] == described and words[len(described) :][:1] in ([], ["of"], ["for"])
