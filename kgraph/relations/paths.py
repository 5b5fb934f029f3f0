"""Where the paths of a wording lead: to words, and to what these link to.

A wording's `subject`, `object` and `about` are paths over the roles of a proposition. `to|over` tries one after
the other, the first that links to the right kind of thing is taken; `subject+with` takes both together;
`object.of` goes through the proposition of the object's head ("rejected the claims of X"); `self` is the
predicate's own phrase.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from kgraph.cues import load_cues
from kgraph.linking import Linked, Linker
from kgraph.model import EntityKind
from kgraph.propositions import Proposition
from kgraph.times import is_year
from kgraph.tokens import Token

__all__ = [
    "NOUN_MARK",
    "alternatives",
    "has_word",
    "is_excluded",
    "is_ruled_out",
    "is_word",
    "link_paths",
    "most_roles",
    "split_paths",
]

NOUN_MARK = "the "  # before a word that is asked for as a noun
_MAX_PAIRS = 50_000  # of a lemma, a form and a part of speech, whose words are kept: texts repeat theirs

_WITH_OFFICIALS = (EntityKind.STATE, EntityKind.ORGANIZATION)
_ACTING = frozenset({"agent", "power"})  # types of arguments


@cache
def split_paths(paths: str) -> tuple[tuple[str, ...], ...]:
    """Split paths into their alternatives, each into the paths that are taken together."""
    return tuple(tuple(together.split("+")) for together in paths.split("|"))


@cache
def most_roles(paths: str) -> int:
    """Count the roles of the longest alternative of several paths."""
    return max(path.count(".") + 1 for together in split_paths(paths) for path in together)


def alternatives(candidate: Proposition, paths: str) -> Iterator[tuple[Token, ...]]:
    """Give the heads that each alternative leads to, where it leads to any."""
    for first, *others in split_paths(paths):
        tokens = candidate.reach(first)
        if others:
            tokens = (*tokens, *(token for path in others for token in candidate.reach(path)))
        if tokens:
            yield tokens if len(tokens) == 1 else tuple(dict.fromkeys(tokens))


def has_word(candidate: Proposition, path: str, words: frozenset[str]) -> bool:
    """Tell whether one of the words heads what the path leads to."""
    return any(is_word(token, words) for tokens in alternatives(candidate, path) for token in tokens)


def is_excluded(candidate: Proposition, path: str, words: frozenset[str]) -> bool:
    """Tell whether one of the words that exclude a wording heads what the path leads to."""
    return any(is_ruled_out(token, words) for tokens in alternatives(candidate, path) for token in tokens)


def is_word(token: Token, words: frozenset[str]) -> bool:
    """Tell whether the token is one of the words, or a joined name has one of them in it ("Court").

    Of "one another" the first word stands for both. A word with an article asks for the noun: "*the future* of X".
    """
    if not words.isdisjoint(_words_of(token.lemma_, token.lower_, token.pos_)) or "*" in words:
        return True
    return "another" in words and token.lower_ == "one" and any(c.lower_ == "another" for c in token.children)


def is_ruled_out(token: Token, words: frozenset[str]) -> bool:
    """Tell whether a token is one of the words that exclude a wording.

    Where any word does ("*") a day, month or year does not: "took the isle *on Monday*", "*in 1974*".
    """
    return is_word(token, words) and not ("*" in words and _says_when(token))


def _says_when(token: Token) -> bool:
    return token.lower_ in load_cues().calendar_names or is_year(token.text)


@lru_cache(maxsize=_MAX_PAIRS)
def _words_of(lemma: str, form: str, part_of_speech: str) -> frozenset[str]:
    """Give the words that a token is or has in it, a noun with its article, too."""
    words = frozenset((lemma.lower(), *form.split()))
    return words | {f"{NOUN_MARK}{lemma.lower()}"} if part_of_speech == "NOUN" else words


def link_paths(
    candidate: Proposition, paths: str, type_: str, linker: Linker, *, with_officials: bool = False
) -> tuple[Linked, ...]:
    """Link the first alternative that gives something of the right type; beside a person, no state counts as one.

    So does it `with_officials` where these are meant: "X and *the leaders of Y and Z* met".
    """
    if not paths:
        return ()
    link = _LINKERS[type_]
    for tokens in alternatives(candidate, paths):
        found: dict[str, Linked] = {}
        for linked in (linked for token in tokens for linked in link(linker, token)):
            found.setdefault(linked.entity.id, linked)
        people = tuple(linked for linked in found.values() if linked.entity.kind is EntityKind.PERSON)
        if people and with_officials:
            return tuple(linked for linked in found.values() if _is_human(linked))
        if found:
            # of those who act a person is one by his men: "X and men loyal to *Y*"
            return (people if type_ not in _ACTING else ()) or tuple(found.values())
    return ()


def _is_human(linked: Linked) -> bool:
    """Tell whether a person is linked, or a state or body by its officials."""
    kind = linked.entity.kind
    return kind is EntityKind.PERSON or (linked.are_people and kind in _WITH_OFFICIALS)


_LINKERS: Mapping[str, Callable[[Linker, Token], tuple[Linked, ...]]] = {
    "agent": Linker.agents,
    "person": Linker.persons,
    "human": Linker.humans,
    "place": Linker.places,
    "body": Linker.bodies,
    "community": Linker.communities,
    "country": Linker.countries,
    "group": Linker.groups,
    "holder": Linker.holders,
    "home": Linker.homes,
    "landholder": Linker.landholders,
    "parted": Linker.parted,
    "parties": Linker.parties,
    "contested": Linker.contested,
    "demonym": Linker.demonyms,
    "instrument": Linker.instruments,
    "treaty": Linker.treaties,
    "name": Linker.names,
    "named": Linker.named_places,
    "any": Linker.anything,
    "polity": Linker.polities,
    "power": Linker.powers,
    "state": Linker.states,
    "territory": Linker.territories,
    "told": Linker.told,
}
