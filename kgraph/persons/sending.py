"""Who sent an envoy, told of with his post: "the Legation in Lima, where *Ambassador X* gave his credentials"."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from kgraph.model import Entity, EntityKind, Mention
from kgraph.persons.folding import fold_name
from kgraph.persons.headline import Headline
from kgraph.persons.holders import Holders
from kgraph.persons.names import name_end
from kgraph.persons.phrases import DETERMINERS, POSSESSIVES
from kgraph.persons.stated import Stated
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["Sending"]

# The last words of what states call whom they send.
_ENVOYS = frozenset(
    """
    a.i. affaires ambassador chargé commissioner consul d'affaires general interim plenipotentiary resident
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_POSTS = frozenset(["consulate", "embassy", "legation"])
_CREDITED = _POSTS | {"accredited", "credentials", "exequatur"}
_BEHIND_RECEIVER = frozenset([",", ";", "and", "as", "at", "for", "from", "in", "on", "when", "who"])
_AT = frozenset(["at", "in", "near", "now", "to", "with"])  # "at Bathurst (*now* Banjul)"
# words between whose it is and the post: "the *American* Consulate", "the *U.S.* diplomatic mission"
_MAX_TO_POST = 3


@dataclass(frozen=True)
class Sending:
    """The words of a text and its title, asked for who sent those who serve in another state."""

    words: Sequence[Word]
    around: Surroundings
    headline: Headline
    titles: Titles

    def sender(self, office: Stated) -> Entity | None:
        """Give the state whose posts and envoys a text tells of, and which is not the one where this one serves.

        None where the sentence tells neither of credentials or a post nor to whom he is sent.
        """
        if not self._is_envoys(office) or self._is_of_unknown(office):
            return None
        if not (self._is_credited(office) or self._is_sent_to(office)):
            return None
        hosts = self.hosts(office)
        senders = Counter({e: times for e, times in self._senders.items() if e not in hosts})
        (most, times), (_, next_times) = [*senders.most_common(2), (None, 0), (None, 0)][:2]
        if most is not None:
            return most if times >= 2 * next_times else None
        titled = {entity for entity in self.headline.named if entity.kind is EntityKind.STATE} - hosts
        here = {m.entity for m in self._states(*self.around.sentence_of(office.phrase.first))} - hosts
        return next((next(iter(found)) for found in (titled, here) if len(found) == 1), None)

    def hosts(self, office: Stated) -> Set[Entity]:
        """List the states where an envoy may serve: in whose capital, with or to whom his sentence says."""
        start, stop = self.around.sentence_of(office.phrase.first)
        named = {m.entity for at in range(start, stop) if (m := self._state_at(at)) and self._is_where(at, m)}
        return named | set(self._received_by(start, stop))

    def _received_by(self, start: int, stop: int) -> Iterator[Entity]:
        """Give the states whose rulers are handed credentials: "to *President Carter*", "to the King of *Siam*"."""
        for at in range(start + 2, stop):
            if [word.key for word in self.words[at - 2 : at]] != ["credentials", "to"]:
                continue
            receiver = itertools.takewhile(
                lambda i: self.words[i].key not in _BEHIND_RECEIVER, range(at, stop)
            )
            yield from (m.entity for i in receiver if (m := self._state_at(i)))
            if (title := self.titles.find_office(self.words, at)) is None:
                continue
            name = self.words[title[0] : name_end(self.words, title[0], self.titles)]
            called = tuple(fold_name(word.text) for word in name)
            ruled = Holders.load().find_agent(called, ()) if called else None
            if ruled is not None:
                yield ruled

    def _is_envoys(self, office: Stated) -> bool:
        """Tell whether a title is one that states send: a minister is none but with credentials or "to" somewhere."""
        if office.phrase.title.words == ("minister",):
            return self._is_credited(office) or self._is_sent_to(office)
        return office.kind == "envoy" and office.phrase.title.words[-1] in _ENVOYS

    def is_sent_by_another(self, office: Stated, agent: Entity) -> bool:
        """Tell whether a "Minister *to Peru*" is another's: never Peru's, and a "*Zetan* Minister to Peru" nobody's."""
        if self._is_envoys(office) and agent in self._received_by(
            *self.around.sentence_of(office.phrase.first)
        ):
            return True
        return self._is_sent_to(office) and (agent in self.hosts(office) or self._is_of_unknown(office))

    def _is_of_unknown(self, office: Stated) -> bool:
        """Tell whether a word before a title says whose it is that nobody knows: "*Zetan* Minister to Prussia"."""
        first = office.phrase.first
        if first == 0 or self.words[first].key in DETERMINERS:
            return False
        before = self.words[first - 1]
        is_holders = any(holder.stop == first for holder in office.phrase.holders)
        is_name = before.is_capitalised and not before.opens and before.mention is None
        return is_name and before.text.isalpha() and not is_holders

    def _is_credited(self, office: Stated) -> bool:
        start, stop = self.around.sentence_of(office.phrase.first)
        return any(word.key in _CREDITED for word in self.words[start:stop])

    def _is_sent_to(self, office: Stated) -> bool:
        """Tell whether a title says to which state somebody is sent: "Minister *to Russia*", not "to the UN"."""
        title = self.words[office.phrase.title_first : office.phrase.title_stop]
        states = (word for word in title if word.mention and word.mention.entity.kind is EntityKind.STATE)
        return any(word.key == "to" for word in title) and any(states)

    def _is_where(self, at: int, mention: Mention) -> bool:
        """Tell "*at* Lima", "*with the Republic of* Mali", "*Embassy* Libreville" from whose embassy it is.

        Nobody serves "in *Lima's* effort".
        """
        if any(word.key in POSSESSIVES for word in self.words[at + 1 : at + 2]):
            return False
        before = at - 1
        if before >= 0 and self.words[before].key in _POSTS:
            return mention.how == "capital"
        while before > 0 and (self.words[before].key in ("the", "of") or self._is_polity(before)):
            before -= 1
        is_speaking_from = self.words[before].key == "from" and mention.how == "capital"
        is_at = before >= 0 and (self.words[before].key in _AT or is_speaking_from)
        return is_at and not self._owns_post(at)

    def _is_polity(self, at: int) -> bool:
        return self.words[at].mention is None and self.titles.has("polity", self.words[at])

    @cached_property
    def _senders(self) -> Counter[Entity]:
        """Count whose posts and envoys the text tells of: "the *American* Embassy", "the *U.S.* Minister"."""
        owners = (
            m.entity for at in range(len(self.words)) if (m := self._state_at(at)) and self._owns_post(at)
        )
        return Counter(owners)

    def _owns_post(self, at: int) -> bool:
        """Tell whether a state's embassy, legation, consulate or envoy stands right behind its name."""
        mention = self.words[at].mention
        is_whole = mention is not None and mention.how not in {"capital", "metonym"}
        reach = range(at + 1, min(at + 1 + _MAX_TO_POST, len(self.words)))
        for place in reach if is_whole else ():
            if self._is_post(place):
                return True
            if self.words[place].key not in POSSESSIVES and not self.titles.has(
                "modifier", self.words[place]
            ):
                return False
        return False

    def _is_post(self, at: int) -> bool:
        """Tell whether a word is a post, or begins the title of an envoy."""
        if at >= len(self.words):
            return False
        found = self.titles.find_office(self.words, at)
        is_envoy = found is not None and (found[1].kind == "envoy" or found[1].words == ("minister",))
        return self.words[at].key in _POSTS or (is_envoy and self.words[at].is_capitalised)

    def _states(self, first: int, stop: int) -> Iterator[Mention]:
        return (mention for at in range(first, stop) if (mention := self._state_at(at)) is not None)

    def _state_at(self, at: int) -> Mention | None:
        mention = self.words[at].mention
        return mention if mention is not None and mention.entity.kind is EntityKind.STATE else None
