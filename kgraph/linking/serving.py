"""Forces that serve a state which no word beside them names: "soldiers", "government troops", "a police convoy"."""

from collections.abc import Callable, Iterator

from kgraph.linking.homes import Homes
from kgraph.linking.linked import Linked
from kgraph.linking.named import AGENT_MODIFIERS, NamedThings, singular
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    first_conjunct,
    is_definite,
    same_before,
    sentence_before,
    verb_above,
)
from kgraph.propositions.clauses import subjects
from kgraph.propositions.speakers import find_speaker
from kgraph.tokens import Token

__all__ = ["Serving"]

_JOINT = frozenset({"alliance", "coalition"})
_MAX_BACK = 100  # words: some four sentences
_GOVERNING = frozenset({"federal", "government"})
_CRAFT = frozenset({"boat", "drone", "helicopter", "jet", "plane", "ship", "vessel"})
_TAKING_UP = frozenset({"the", "these", "those"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_SOME = frozenset(
    {"additional", "extra", "few", "last", "many", "more", "only", "remaining", "several", "special"}
)  # say not whose they are
_GOALS = frozenset({"into", "onto", "to", "toward", "towards"})
_WITHDRAWALS = frozenset(
    {"drawdown", "evacuation", "pullback", "pullout", "reduction", "retreat", "withdrawal"}
)
_WHOSE = frozenset({"for", "from", "of"})


class Serving:
    """Finds the state whose forces are meant: that of who tells of them, else the only one that the sentence names."""

    def __init__(self, named: NamedThings, homes: Homes, agents_of: Callable[[Token], tuple[Linked, ...]]):
        self._named = named
        self._cues = named.cues
        self._agents_of = agents_of
        self._homes = homes

    def of(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that a head's forces serve; empty where it heads none, or where nothing tells."""
        if head.lemma_.lower() in _JOINT and (leading := self._leading_before(head)):
            return leading
        is_theirs = head.pos_ != "ADJ" and self._are_some_states(head)  # not "a *military* presence"
        if not (is_theirs or singular(head) in self._cues.agents_sent):
            return self._craft_before(head)
        before = self._told_before(head) or self._sent_before(head)
        if before or not is_theirs:
            return before
        verb = verb_above(head)
        speaker = find_speaker(verb)[0] if verb is not None else None
        if speaker is not None and speaker != head:
            told = [link.entity for link in self._agents_of(speaker)]
            if told:
                return tuple(told) if len(told) == 1 and told[0].kind is EntityKind.STATE else ()
        around = (
            self._states_of_sentence(head)
            or self._withdrawing(head)
            or self._where_it_was(head)
            or self._homes.of_sentence(head)
        )
        around = around or self._governed_before(head)
        return around if len(around) == 1 else ()

    def of_fallen(self, head: Token) -> tuple[Entity, ...]:
        """Give whose soldiers fell as forces were struck: "a *French* soldier died when X attacked *an army convoy*".

        In which land these were says not whose they are.
        """
        is_plain = not any(c.i in self._named.mention_of for c in head.children if c.dep_ in _BEFORE)
        if head.lemma_.lower() not in self._cues.agents_serving or not is_plain:
            return ()
        struck = verb_above(head)
        fell = struck.head if struck is not None and struck.dep_ == "advcl" else None
        if fell is not None and fell.dep_ == "conj":
            fell = fell.head  # "one was killed and nine others were wounded when"
        ways = self._cues.presupposed_striking | self._cues.presupposed_dying
        if fell is None or fell.lemma_.lower() not in ways:
            return ()
        who = (t for t in fell.children if t.dep_ in {"nsubj", "nsubjpass"} and t.i < head.i)
        forces = [t for t in who if t.lemma_.lower() in self._cues.agents_serving]
        owners = dict.fromkeys(m.entity for t in forces for m in self._named.mentions_beside(t))
        return tuple(e for e in owners if e.kind is EntityKind.STATE)

    def _governed_before(self, head: Token) -> tuple[Entity, ...]:
        """List the states of the sentence before: "*Syria* was at war. *Government troops* recaptured Aleppo"."""
        if not any(c.lower_ in _GOVERNING for c in head.children) or not head.sent.start:
            return ()
        before = (self._named.mention_of.get(t.i) for t in sentence_before(head))
        states = (m.entity for m in before if m is not None and m.entity.kind is EntityKind.STATE)
        return tuple(dict.fromkeys(states))

    def _told_before(self, head: Token) -> tuple[Entity, ...]:
        """Give whose "the troops" are, where they take up those of the sentence before: "*Indian soldiers* crossed"."""
        if head.tag_ != "NNS" or not any(c.lower_ in _TAKING_UP for c in head.children):
            return ()
        owners = ({m.entity for m in self._named.mentions_beside(t)} for t in self._forces_before(head))
        found = next((entities for entities in owners if entities), set[Entity]())
        return tuple(e for e in found if e.kind is EntityKind.STATE) if len(found) == 1 else ()

    def _craft_before(self, head: Token) -> tuple[Entity, ...]:
        """Give whose "the jets" are, where they take up some told of before: "*Turkish jets* took off. *The jets*"."""
        if singular(head) not in _CRAFT or not any(c.lower_ in _TAKING_UP for c in head.children):
            return ()
        if any(c.dep_ in _BEFORE for c in head.children):
            return ()
        found = {m.entity for t in same_before(head, _MAX_BACK) for m in self._named.mentions_beside(t)}
        return tuple(e for e in found if e.kind is EntityKind.STATE) if len(found) == 1 else ()

    def _sent_before(self, head: Token) -> tuple[Entity, ...]:
        """Give who sent "the peacekeepers" by the sentence before: "*India* sent soldiers"."""
        if head.tag_ != "NNS" or not any(c.lower_ in _TAKING_UP for c in head.children):
            return ()
        sent = (first_conjunct(t).head for t in self._forces_before(head) if first_conjunct(t).dep_ == "dobj")
        who = (t for verb in sent if verb.lemma_.lower() in self._cues.agents_sending for t in subjects(verb))
        found = dict.fromkeys(link.entity for t in who for link in self._agents_of(t))
        return tuple(found) if len(found) == 1 else ()

    def _forces_before(self, head: Token) -> Iterator[Token]:
        """Walk back over the forces that the sentence before tells of, and what precedes in the head's own."""
        forces = self._cues.agents_serving | self._cues.agents_armed | self._cues.agents_sent
        before = head.doc[sentence_before(head).start : head.left_edge.i]
        return (t for t in reversed(before) if t.tag_ == "NNS" and t.lemma_.lower() in forces)

    def _leading_before(self, head: Token) -> tuple[Entity, ...]:
        """Give who leads "the coalition", where the sentences before tell it: "a *Saudi*-led coalition"."""
        is_told = any(c.dep_ not in {"det", "punct"} for c in head.children if c.i < head.i)
        if is_told or not is_definite(head):
            return ()
        same = same_before(head, _MAX_BACK)
        return next((found for t in same if (found := tuple(x.entity for x in self._agents_of(t)))), ())

    def _are_some_states(self, head: Token) -> bool:
        lemma, cues = singular(head), self._cues
        before = [c for c in head.children if c.dep_ in _BEFORE]
        words = {c.lemma_.lower() for c in before}
        is_told = bool(words & cues.agents_state_owned)
        is_theirs = lemma in cues.agents_serving and (is_told or lemma not in cues.agents_serving_told)
        if not is_theirs and not (lemma in cues.agents_served and is_told):
            return False
        is_plain = words <= cues.agents_state_owned | cues.agents_served | cues.agents_serving | _SOME
        return is_plain and not any(c.lower_ in _WHOSE for c in head.children)

    def _withdrawing(self, head: Token) -> tuple[Entity, ...]:
        """Give who plans or orders the withdrawal of forces: "*the country* announced a *troop* withdrawal from X"."""
        noun = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
        if noun.lemma_.lower() not in _WITHDRAWALS or noun.dep_ != "dobj":
            return ()
        found = {link.entity for subject in subjects(noun.head) for link in self._agents_of(subject)}
        return tuple(entity for entity in found if entity.kind is EntityKind.STATE)

    def _where_it_was(self, head: Token) -> tuple[Entity, ...]:
        """List the states that hold the land the sentence names: "attacked a police post in *Helmand province*".

        Where forces are sent says nothing: "An army moved into *Kunashir*".
        """
        told = (t for t in head.sent if t.dep_ != "pobj" or t.head.lower_ not in _GOALS)
        places = (m.entity for t in told if (m := self._named.mention_of.get(t.i)) is not None)
        entries = (self._named.gazetteer.get(place.id) for place in dict.fromkeys(places))
        lands = [
            entry for entry in entries if entry is not None and entry.entity.kind is EntityKind.TERRITORY
        ]
        holders = sorted({holder for entry in lands for holder in entry.holders})
        states = (self._named.gazetteer.get(id_) for id_ in holders)
        return tuple(state.entity for state in states if state is not None)

    def _states_of_sentence(self, head: Token) -> tuple[Entity, ...]:
        """List the states that the sentence names, but for those whose rebels or warlords are told of.

        Nor is one meant whose people is struck: "Ten *Palestinians* were wounded after troops entered the town".
        """
        found: dict[Entity, None] = {}
        others = self._cues.agents_members | self._cues.agents_outsiders
        for token in head.sent:
            mention = self._named.mention_of.get(token.i)
            if mention is None or mention.entity.kind is not EntityKind.STATE:
                continue
            if self._are_struck(token):
                continue
            if token.dep_ not in AGENT_MODIFIERS or singular(token.head) not in others:
                found[mention.entity] = None
        return tuple(found)

    def _are_struck(self, people: Token) -> bool:
        """Tell whether a plural is of persons who are killed or wounded: "killed three *Palestinians*"."""
        is_struck = people.head.lemma_.lower() in self._cues.presupposed_striking
        return is_struck and people.dep_ in {"dobj", "nsubjpass"} and people.tag_ in {"NNS", "NNPS"}
