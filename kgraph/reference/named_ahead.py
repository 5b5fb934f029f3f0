"""Which land "the islands" is that the text names only further on: "*The islands* were Spanish. Trinidad grew"."""

from collections import Counter

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import is_definite, start_of_sentences_back
from kgraph.reference.calling import GROUP_KINDS, can_be_called
from kgraph.reference.named import Named, NamedInOrder
from kgraph.reference.told_apart import is_bare
from kgraph.tokens import Token

__all__ = ["group_ahead", "island_ahead"]

_ISLANDS = frozenset({"archipelago", "atoll", "island"})
_OPENING = 5  # sentences at the beginning of a text in which its land need not be named yet
_MAX_WORDS_AHEAD = 200  # to the first place that names it
_CLEAR = 2  # times as often as any other is the land named that the text is about


def group_ahead(noun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the one group that the text names further on: "the disputed islands" of an opening sentence."""
    lemma = noun.lemma_.lower()
    is_several = noun.tag_ in {"NNS", "NNPS"} and lemma in load_cues().places_nouns
    if not is_several or not is_definite(noun) or not is_bare(noun):
        return ()
    groups = [n for n in named.after(noun.i) if n.kind in GROUP_KINDS and n.is_place]
    found = dict.fromkeys(n.entity for n in groups if can_be_called(lemma, True, n))
    return tuple(found) if len(found) == 1 else ()


def island_ahead(noun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the island or islands that a text is about which opens without their name.

    That is the one that it names by far the most often, where it has named none before.
    """
    lemma, plural = noun.lemma_.lower(), noun.tag_ in {"NNS", "NNPS"}
    if lemma not in _ISLANDS or not is_definite(noun) or not is_bare(noun):
        return ()
    if start_of_sentences_back(noun, _OPENING) or any(
        n.is_place and can_be_called(lemma, plural, n) for n in named.before(noun.i)
    ):
        return ()
    ahead = [n for n in named.after(noun.i) if n.is_place and not n.is_unknown]
    ahead = [n for n in ahead if can_be_called(lemma, plural, n) and (plural or not _is_group(n))]
    called = Counter(n.entity for n in ahead).most_common(2)
    is_near = bool(ahead) and ahead[0].index - noun.i <= _MAX_WORDS_AHEAD
    is_clear = is_near and (len(called) == 1 or called[0][1] >= _CLEAR * called[1][1])
    return (called[0][0],) if is_clear else ()


def _is_group(place: Named) -> bool:
    """Tell whether a place is of several islands, so that "the island" is none of it."""
    return place.kind in GROUP_KINDS or place.entity.label.lower().endswith("islands")
