"""What somebody's own words tell of whose man he is: "China has built on it," *Secretary X* said in Manila."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from kgraph.model import EntityKind, Mention
from kgraph.persons.stated import LEADING_KINDS, Stated
from kgraph.persons.words import Word, sentence_start

__all__ = ["OwnWords"]

_CLOSING = frozenset(['"', "”", "’"])
_OPENING_OF = {"”": "“", "’": "‘", '"': '"'}
_MAX_TO_MARK = 3  # words between a quotation and an office: ", said"
_MAX_QUOTED = 200  # words of a quotation
_MAX_TO_PLACE = 6  # words between a name and where he speaks: "told reporters in"
_MAX_TO_HOST = 8  # words from "accredited" to whom: "accredited to the Government of Peru"
_MAX_SAID = 60  # words behind a name that its sentence is read for
_MAX_BEFORE = 3  # offices before another among which is whose official meets it
_MAX_TO_COUNTERPART = 80  # words, some three sentences
_ACCREDITED = frozenset(["accredited", "credentials"])
_LEAVING = frozenset(["independence", "secession", "separation"])
_BELONGING = frozenset([("belong", "to"), ("belonged", "to"), ("belongs", "to"), ("part", "of")])
_LAND = frozenset(["land", "soil", "territory"])
_SAYING = frozenset(["said", "says", "told"])
_FORCES = frozenset(
    """
    aircraft boats fighters fishermen forces guards jets militia planes police patrols ships soldiers troops vessels
    warships
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_TURNING = frozenset(
    """
    accused accuses blamed blames complained condemned criticised criticized demanded denounced lodged protested
    protests rejected summoned warned
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MEETING = frozenset(
    ["meet", "meeting", "meets", "met", "received", "saw", "visit", "visited", "visiting", "welcomed", "with"]
)

_MET = frozenset(["greeted", "hosted", "meet", "meets", "met", "received", "summoned", "welcomed"])
_MEETING_KINDS = (*LEADING_KINDS, "envoy", "counterpart")
_MAX_TO_MET = 8  # words: "then met secretly in Washington with the"
_MAX_TO_MET_VERB = 4

# What nobody does to an officer of his own state.
_RECEIVING = frozenset(
    """
    entertained entertaining feted honored honoring honoured honouring hosted hosting hosts invited invites inviting
    recognised recognises recognized recognizes
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


@dataclass(frozen=True)
class OwnWords:
    """The words of a text, asked for the states that an officer is not of, as he speaks of them or meets them."""

    words: Sequence[Word]
    stated: Sequence[Stated]

    def quoted_before(self, at: int) -> tuple[int, int] | None:
        """Give where the quotation opens and closes whose speaker an office names right behind it."""
        close = next((i for i in range(at - 1, max(-1, at - 1 - _MAX_TO_MARK), -1) if self._closes(i)), None)
        if close is None:
            return None
        mark = _OPENING_OF[self.words[close].text]
        for i in range(close - 1, max(-1, close - _MAX_QUOTED), -1):
            if self.words[i].text == mark:
                return i, close
            if self.words[i].text == "\n":
                break
        return None

    def others(self, office: Stated) -> set[str]:
        """List the states that an officer is not of.

        So is that of his counterpart, that from which he says his land is free, that of an official without a name
        who meets him, that which has him for a guest, and that to which he is sent.
        """
        return {
            *self._of_counterpart(office),
            *self._left(office),
            *self._meeting(office),
            *self._receiving(office),
            *self._blamed(office),
            *self._sent_to(office),
            *self.met_by(office),
        }

    def place(self, office: Stated) -> Mention | None:
        """Give the state in whose capital somebody speaks: "X told reporters *in Bangkok*".

        Where he is met tells nothing.
        """
        end, first = office.name_end, office.phrase.first
        if first and self.words[first - 1].key in _MEETING:
            return None
        for at in range(end, min(end + _MAX_TO_PLACE, len(self.words) - 1)):
            word, after = self.words[at], self.words[at + 1].mention
            if word.opens or word.text in ".;":
                break
            if word.key == "in" and after is not None:
                return after if after.how == "capital" and after.entity.kind is EntityKind.STATE else None
        return None

    def met_in(self, office: Stated) -> Mention | None:
        """Give the state in which somebody is met: "X met with Prime Minister Y *in Japan*"."""
        first, end = office.phrase.first, office.name_end
        is_met = first > 0 and self.words[first - 1].key in _MEETING
        if not is_met or end + 1 >= len(self.words) or self.words[end].key != "in":
            return None
        place = self.words[end + 1].mention
        is_state = place is not None and place.entity.kind is EntityKind.STATE and place.how != "adjective"
        return place if is_state else None

    def claiming(self, office: Stated) -> Iterator[str]:
        """Give to whom somebody says that land belongs, in the sentence that names him: "belongs *to Guyana*"."""
        for at in self._said(office):
            word = self.words[at]
            before = tuple(w.key for w in self.words[at - 3 : at] if w.key != "the")[-2:]
            if word.mention is not None and (before in _BELONGING or self._is_of_land(at + 1)):
                yield word.mention.entity.id

    def _said(self, office: Stated) -> Iterator[int]:
        """Give the words behind a name to the end of its sentence."""
        reach = range(office.name_end, min(office.name_end + _MAX_SAID, len(self.words)))
        return takewhile(lambda at: not self.words[at].opens, reach)

    def _is_of_land(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].key in _LAND

    def _closes(self, at: int) -> bool:
        """Tell whether a quotation closes here: behind a comma or a stop."""
        return at > 0 and self.words[at].text in _CLOSING and self.words[at - 1].text in ",.!?"

    def _of_counterpart(self, office: Stated) -> Iterator[str]:
        """Give whose man is called an officer's counterpart behind: "Minister X left. *His Thai counterpart*"."""
        behind = islice(self.stated, bisect_left(self._places, office.name_end), None)
        near = next((o for o in behind if o.kind in (*LEADING_KINDS, "counterpart")), None)
        if near is None or near.phrase.first > office.name_end + _MAX_TO_COUNTERPART:
            return
        if near.kind == "counterpart":
            yield from (agent.entity.id for agent in near.phrase.agents)

    def _left(self, office: Stated) -> Iterator[str]:
        """Give from whom a land is free, as somebody says in the sentence that names him."""
        for at in self._said(office):
            word, before = self.words[at], [w.key for w in self.words[at - 2 : at]]
            if word.mention is not None and before[0] in _LEAVING and before[1] == "from":
                yield word.mention.entity.id

    def _meeting(self, office: Stated) -> Iterator[str]:
        """Give whose official meets an officer: "the *Thai* envoy met President X"."""
        first = office.phrase.first
        if first == 0 or self.words[first - 1].key not in _MEETING:
            return
        at = bisect_left(self._places, first)
        for other in self.stated[max(0, at - _MAX_BEFORE) : at]:
            if other.holder is None and other.agent is not None and other.phrase.stop <= first:
                between = self.words[other.phrase.stop : first]
                if len(between) <= _MAX_SAID and not any(word.opens for word in between):
                    yield other.agent.entity.id

    def met_by(self, office: Stated) -> Iterator[str]:
        """Give whose officer somebody meets, who is not of the same state: "Minister X met *the Thai envoy*"."""
        behind = islice(self.stated, bisect_left(self._places, office.name_end), None)
        other = next((o for o in behind if o.phrase.first >= office.name_end), None)
        if other is None or other.agent is None or other.kind not in _MEETING_KINDS:
            return
        between = [word.key for word in self.words[office.name_end : other.phrase.first]]
        is_near = len(between) <= _MAX_TO_MET and not any(
            word.opens for word in self.words[office.name_end : other.phrase.first]
        )
        if is_near and not _MET.isdisjoint(between[:_MAX_TO_MET_VERB]):
            yield other.agent.entity.id

    def _receiving(self, office: Stated) -> Iterator[str]:
        """Give the states named before an officer in his sentence where he is a guest: "*Peru* hosted President X"."""
        first = office.phrase.first
        if first == 0 or self.words[first - 1].key not in _RECEIVING:
            return
        for at in range(sentence_start(self.words, first), first - 1):
            mention = self.words[at].mention
            if mention is not None and mention.entity.kind is EntityKind.STATE:
                yield mention.entity.id

    def _sent_to(self, office: Stated) -> Iterator[str]:
        """Give where an envoy is sent: "Ambassador *to Peru*", "accredited to *Peru*" in his sentence or before."""
        if office.kind != "envoy":
            return
        for at in range(office.phrase.title_first + 1, office.phrase.stop):
            mention = self.words[at].mention
            if mention is not None and self.words[at - 1].key == "to":
                yield mention.entity.id
        start = sentence_start(self.words, office.phrase.first + 1)
        begin = sentence_start(self.words, start) if start else 0
        end = next(
            (i for i in range(office.phrase.stop, len(self.words)) if self.words[i].opens), len(self.words)
        )
        for at in range(begin, end):
            if self.words[at].key in _ACCREDITED:
                behind = (word.mention for word in self.words[at + 1 : min(at + _MAX_TO_HOST, end)])
                yield from islice((m.entity.id for m in behind if m is not None), 1)

    def _blamed(self, office: Stated) -> Iterator[str]:
        """Give whose forces an officer blames behind what they did, where his state has just turned against theirs.

        "Peru protested to Chile. *Chilean troops had crossed the river*, Minister X said."
        """
        first, end = office.phrase.first, office.name_end
        is_behind = (
            self.words[first - 1].key == "," and end < len(self.words) and self.words[end].key in _SAYING
        )
        start = sentence_start(self.words, first) if first and is_behind else 0
        before = sentence_start(self.words, start) if start else 0
        forces = (at for at in range(start, first - 1) if self.words[at + 1].key in _FORCES)
        whose = next((m for at in forces if (m := self.words[at].mention) is not None), None)
        told = self.words[before:start]
        turned = next((i for i, word in enumerate(told) if word.key in _TURNING), None)
        if whose is None or turned is None:
            return
        accusers = [w.mention.entity for w in told[:turned] if w.mention is not None]
        accused = [w.mention.entity for w in told[turned:] if w.mention is not None]
        if accusers and whose.entity in accused and whose.entity not in accusers:
            yield whose.entity.id

    @cached_property
    def _places(self) -> Sequence[int]:
        """List where the offices stand, in order."""
        return [office.phrase.first for office in self.stated]
