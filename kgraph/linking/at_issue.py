"""Which land is meant where none is named: the one told of last that the parties are known to claim."""

from collections.abc import Collection

from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.model import Entity, EntityKind
from kgraph.tokens import Token

__all__ = ["LandsAtIssue"]

_MAX_WORDS_OFF = (
    400  # from what is about a land to where the text names it: a long text says "the rock" for a page
)


class LandsAtIssue:
    """The lands that a text names and that several states are known to claim."""

    def __init__(self, named: NamedThings):
        """Take what the text names."""
        self._named = named

    def before(self, word: Token, parties: Collection[Entity]) -> Linked | None:
        """Give the land that all the parties are known to claim, named last before a word, else right behind it.

        So in "China drew lines around *Scarborough Shoal*. It lodged a protest with the Philippines."
        """
        claiming = {party.id for party in parties}
        before = range(word.i - 1, max(-1, word.i - _MAX_WORDS_OFF), -1)
        for at in (*before, *range(word.i + 1, word.sent.end)):
            mention = self._named.mention_of.get(at)
            if (
                mention is not None
                and not is_adjective(mention)
                and self._is_claimed_by(mention.entity, claiming)
            ):
                return Linked(mention.entity, None)
        return None

    def _is_claimed_by(self, land: Entity, claiming: Collection[str]) -> bool:
        entry = self._named.gazetteer.get(land.id) if land.kind is EntityKind.TERRITORY else None
        claimants = set(entry.claimants) if entry is not None else set()
        return len(claimants) > 1 and claimants.issuperset(claiming)
