"""Of whom an officer is whom another state's officer writes to, meets or calls in, or who stands beside one more."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kgraph.model import Entity, EntityKind
from kgraph.persons.folding import fold_name
from kgraph.persons.stated import Stated
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["ActingBetween", "Facing"]

_MISSIVES = frozenset(["cable", "credentials", "letter", "letters", "message", "note", "telegram"])
_RANKED = frozenset(["assistant", "deputy", "first", "vice"])  # offices that several may hold
_RULING_KINDS = ("head", "minister")
_INSTRUCTING = frozenset(
    """
    asked authorised authorized directed dispatched instructed instructs ordered orders recalled
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_FACED = frozenset(["between", "both", "met", "meet", "meets", "meeting", "with"])

ActingBetween = Callable[[int, int], Collection[Entity]]


@dataclass(frozen=True)
class Facing:
    """The words of a text and its offices, asked for the state of one officer by that of another."""

    words: Sequence[Word]
    stated: Sequence[Stated]
    around: Surroundings

    def states_of(self, office: Stated, acting: ActingBetween) -> Sequence[Entity]:
        """List the states that may be meant; several leave the question open.

        Args:
            office: that of whom another faces.
            acting: gives for whom those act whom the words between two places name.
        """
        return (
            self._appointed_by(office, acting)
            or self._joined_to(office)
            or self._told_of_envoy(office)
            or self._written_to(office, acting)
            or self._of_same_title(office, acting)
        )

    def _written_to(self, office: Stated, acting: ActingBetween) -> Sequence[Entity]:
        """List the states but for that of who sends something: "a letter from President X to *Prime Minister Y*"."""
        at = office.phrase.first
        if not self._is_addressed(at):
            return []
        start, stop = self.around.sentence_before(at)
        senders = acting(stop, at)
        if not senders or not any(word.key in _MISSIVES for word in self.words[stop:at]):
            return []
        here = self._states(stop, at) - {*senders}
        return sorted(here or self._states(start, stop) - {*senders}, key=lambda entity: entity.id)

    def presenting_to(self, office: Stated) -> set[Entity]:
        """Give the states whose officers are said to stand before this one: "*Thai* Ambassador X presented … to Y"."""
        at = office.phrase.first
        _, stop = self.around.sentence_before(at)
        if not self._is_addressed(at) or not any(word.key in _MISSIVES for word in self.words[stop:at]):
            return set()
        return {
            other.agent.entity
            for other in self.stated
            if stop <= other.phrase.first < at and other.agent is not None
        }

    def _is_addressed(self, at: int) -> bool:
        """Tell whether "to" or "to the government of" stands before a word."""
        before = [word.key for word in self.words[max(0, at - 4) : at]]
        return before[-1:] == ["to"] or before == ["to", "the", "government", "of"]

    def _of_same_title(self, office: Stated, acting: ActingBetween) -> Sequence[Entity]:
        """List the states named near but for that of who has the same title: "Thai Minister X met *Minister Y*"."""
        at, title = office.phrase.first, fold_name(office.title)
        words = office.phrase.title.words
        is_met = at > 0 and self.words[at - 1].key in _FACED
        is_one_of_several = not is_met and (
            words[0] in _RANKED or title.split()[0] in _RANKED or len(title.split()) == 1
        )
        if office.kind not in _RULING_KINDS or (is_one_of_several and title not in ("president", "premier")):
            return []
        start, stop = self.around.sentence_before(at)
        others = [
            other
            for other in self.stated
            if stop <= other.phrase.first < at and other.holder not in (None, office.holder)
        ]
        if not any(fold_name(other.title) == title for other in others):
            return []
        taken = {*acting(stop, at)}
        named = self._states(start, at, by_name=True)
        return sorted(named - taken, key=lambda entity: entity.id) if taken & named else []

    def _joined_to(self, office: Stated) -> Sequence[Entity]:
        """Give a president the state of the minister right behind: "*President X* and Foreign Minister Y of Peru"."""
        at, end = office.phrase.first, office.name_end
        if office.kind != "head" or end >= len(self.words) or self.words[end].key != "and":
            return []
        start, _ = self.around.sentence_of(at)
        if any(word.key in _FACED for word in self.words[start:at]):
            return []
        behind = next((other for other in self.stated if other.phrase.first == end + 1), None)
        if behind is None or behind.kind != "minister" or behind.agent is None:
            return []
        return [] if self._states(start, at) - {behind.agent.entity} else [behind.agent.entity]

    def _appointed_by(self, office: Stated, acting: ActingBetween) -> Sequence[Entity]:
        """Give whom another names the state of who does: "President X of Peru has named *Y foreign minister*".

        So an envoy who is told what to do: "Minister X instructed *Y, ambassador to Peru*, to".
        """
        at = office.phrase.first
        if office.holder is None:
            return []
        is_told = office.kind == "envoy" or " to " in office.title
        if is_told and (told := min(at, office.holder) - 1) > 0 and self.words[told].key in _INSTRUCTING:
            return [*acting(self.around.sentence_of(at)[0], told)]
        if not office.phrase.is_entered or office.holder > at:
            return []
        start, _ = self.around.sentence_of(at)
        verb = next((i for i in range(office.holder - 1, start, -1) if self._is_verb(i)), start)
        return [*acting(start, verb)]

    def _is_verb(self, at: int) -> bool:
        return Titles.load().has("becoming", self.words[at]) or Titles.load().has(
            "appointing", self.words[at]
        )

    def _told_of_envoy(self, office: Stated) -> Sequence[Entity]:
        """Give an envoy the state of the only one told of before: "called in *the Thai envoy*. Ambassador X"."""
        if office.kind != "envoy" or not self.words[office.phrase.first].opens:
            return []
        start, stop = self.around.sentence_before(office.phrase.first)
        told = [
            other.agent.entity
            for other in self.stated
            if start <= other.phrase.first < stop
            and other.kind == "envoy"
            and other.holder is None
            and other.agent is not None
        ]
        return told if len(told) == 1 else []

    def _states(self, first: int, stop: int, *, by_name: bool = False) -> set[Entity]:
        """Give the states that some words name; `by_name` leaves out those of which only the capital is named."""
        mentions = (word.mention for word in self.words[first:stop] if word.mention is not None)
        return {
            m.entity
            for m in mentions
            if m.entity.kind is EntityKind.STATE and not (by_name and m.how == "capital")
        }
