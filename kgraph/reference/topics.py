"""What an entry without a title is about: "Togo lies on the Gulf of Guinea. ... Germany annexed *the area*"."""

from collections import Counter

from kgraph.model import Entity, EntityKind
from kgraph.reference.named import Named, NamedInOrder
from kgraph.times import WEEKDAYS
from kgraph.tokens import Doc

__all__ = ["topic_of"]

_LEAST = 3  # times that an entry names what it is about
_AHEAD = 2  # times as often as any other land
_KINDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})


def topic_of(doc: Doc, named: NamedInOrder) -> Entity | None:
    """Give the land that the first sentence names first, where no other is named half as often.

    News, by its days of the week, is about several.
    """
    lands = [n for n in named.after(0) if n.is_place and n.entity.kind in _KINDS and not n.is_unknown]
    if not lands or lands[0].index >= doc.sents[0].end or _is_news(doc):
        return None
    often = Counter(n.entity for n in lands if not _is_people_of(n)).most_common(2)
    topic, times = often[0] if often else (None, 0)
    next_times = often[1][1] if len(often) > 1 else 0
    is_topic = topic == lands[0].entity and times >= max(_LEAST, _AHEAD * next_times)
    return topic if is_topic else None


def _is_people_of(named: Named) -> bool:
    """Tell whether a state is named by who lives in it or acts for it, and not as land: "the *French* took"."""
    return named.is_modifier or named.is_people


def _is_news(doc: Doc) -> bool:
    return any(token.lower_ in WEEKDAYS for token in doc)
