"""Which land is meant where none is named: the one told of last that the parties are known to claim."""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.gazetteer.entries import Entry
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.model import Entity, EntityKind, Mention
from kgraph.reference.salient_lands import is_in_passing
from kgraph.tokens import Token

__all__ = ["LandsAtIssue"]

# From what is about a land to where the text names it: a long text says "the rock" for a page.
_MAX_WORDS_OFF = 400
_SPEAKING = frozenset({"lecture", "speak", "talk"})
_TOWNS = frozenset({"city"})
_WIDE = frozenset({"maritime_area", "region"})  # kinds of lands that others lie in


class LandsAtIssue:
    """The lands that a text names and that several states are known to claim."""

    def __init__(self, named: NamedThings):
        """Take what the text names."""
        self._named = named

    def before(self, word: Token, parties: Collection[Entity], within: int | None = None) -> Linked | None:
        """Give the land that all the parties are known to claim, named last before a word, else right behind it.

        Where no land is named within so many words, or a page of them, it is the one that the title names.

        So in "China drew lines around *Scarborough Shoal*. It lodged a protest with the Philippines."
        """
        claiming = {party.id for party in parties}
        before = range(word.i - 1, max(-1, word.i - (within or _MAX_WORDS_OFF)), -1)
        around = (at for at in (*before, *range(word.i + 1, word.sent.end)) if at in self._named.mention_of)
        places = [at for at in around if not _is_where(word.doc[at], word)]
        entries = ((at, self._entry(self._named.mention_of[at])) for at in places)
        told = [(at, e) for at, e in entries if e is not None and claiming <= set(e.claimants)]
        lands = [e for at, e in told if not _stands_behind_another(word.doc[at], told)] or [
            e for _, e in told
        ]
        lands = lands or self._in_title(claiming)
        return Linked(self._around(self._narrowed(lands), lands).entity, None) if lands else None

    def _in_title(self, claiming: set[str]) -> list[Entry]:
        """Give the lands that the title names and that all the parties are known to claim."""
        named = self._named.gazetteer.find(self._named.document.title or "")
        entries = (self._entry(mention) for mention in named)
        return [e for e in entries if e is not None and claiming <= set(e.claimants)]

    def _entry(self, mention: Mention) -> Entry | None:
        """Give the known territory that a name means, where several claim it."""
        if is_adjective(mention) or mention.entity.kind is not EntityKind.TERRITORY:
            return None
        entry = self._named.gazetteer.get(mention.entity.id)
        return entry if entry is not None and len(entry.claimants) > 1 else None

    @staticmethod
    def _around(town: Entry, lands: Sequence[Entry]) -> Entry:
        """Give the land that a town lies in, where the text names it, too: with Port Stanley go the isles."""
        land = next((e for e in lands if e.entity.id == town.parent), None)
        return land if land is not None and town.kind in _TOWNS else town

    @staticmethod
    def _narrowed(lands: Sequence[Entry]) -> Entry:
        """Give the first land, or in place of a sea or region one that fewer of the same claim: no wide Arctic."""
        first = lands[0]
        narrower = (e for e in lands if set(e.claimants) < set(first.claimants) and e.kind not in _WIDE)
        return next(narrower, first) if first.kind in _WIDE else first


def _is_where(name: Token, word: Token) -> bool:
    """Tell whether a name says where something was done, and not to what: "the talks were held *in Gibraltar*".

    Nor is it where somebody speaks: "told reporters *in Kashmir* that the talks go on".
    """
    while name.dep_ == "compound" and name.head != name:
        name = name.head  # "in the *West* Bank"
    is_inside = name.dep_ == "pobj" and name.head.lower_ in {"at", "in"}
    done = (word, word.head) if word.pos_ == "NOUN" else (word,)
    at = name.head.head
    return is_inside and (at in done or at.lemma_.lower() in load_cues().reporting_verbs | _SPEAKING)


def _stands_behind_another(name: Token, told: Sequence[tuple[int, Entry]]) -> bool:
    """Tell whether a sentence names a land in passing, and another not: "Melilla, like *Ceuta*, is fenced off"."""
    beside = (name.doc[at] for at, _ in told if name.sent.start <= at < name.sent.end)
    return is_in_passing(name) and not all(map(is_in_passing, beside))
