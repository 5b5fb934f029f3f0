"""Which land a visitor means by "the country" that he speaks of: that which he visits, and not his own."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import prepositional_objects, sentence_before
from kgraph.tokens import Token, Words

__all__ = ["lands_visited"]

_COUNTRIES = frozenset({"country", "nation"})
_VISITS = frozenset({"stop", "stopover", "tour", "trip", "visit"})
_WHERE = ("to", "in", "of")


def lands_visited(country: Token) -> tuple[Token, ...]:
    """Find the land visited: "on a visit to *Georgia* Cheney said that Russia had invaded *the country*".

    The sentence before may have told of the visit: "ended a visit to *Pakistan*. During *the trip* she said".
    """
    if country.lemma_.lower() not in _COUNTRIES or not _is_spoken_of(country):
        return ()
    visits = list(_visits_in(country.doc[country.sent.start : country.i]))
    lands = [land for visit in visits for land in _lands_of(visit)]
    if visits and not lands and country.sent.start:
        lands = [land for visit in _visits_in(sentence_before(country)) for land in _lands_of(visit)]
    return tuple(lands)


def _visits_in(words: Words) -> Iterator[Token]:
    return (t for t in words if t.pos_ == "NOUN" and t.lemma_.lower() in _VISITS)


def _lands_of(visit: Token) -> tuple[Token, ...]:
    around = prepositional_objects(visit)
    return next((around[where] for where in _WHERE if where in around), ())


def _is_spoken_of(country: Token) -> bool:
    """Tell whether the country stands in what somebody says, and not as who acts there: that may be his own."""
    verbs = load_cues().reporting_verbs
    is_acting = country.dep_ in {"nsubj", "nsubjpass"}
    return not is_acting and any(
        t.dep_ == "ccomp" and t.head.lemma_.lower() in verbs for t in country.ancestors
    )
