"""Who is meant by "it", "its", "they", "the country", "both sides"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    conjuncts,
    is_definite,
    prepositional_objects,
    sentence_before,
    verb_above,
)
from kgraph.propositions.clauses import subject_above, subjects
from kgraph.reference.acting import Acting
from kgraph.reference.answered import who_is_answered, who_is_judged
from kgraph.reference.counted import are_any_two, counted_states, stands_for_two
from kgraph.reference.driven_out import driven_out_of
from kgraph.reference.forces_acted_on import forces_acted_on
from kgraph.reference.groups import government_of_rebels, group_or_union
from kgraph.reference.named import NamedInOrder, may_be_styled
from kgraph.reference.one_another import is_the_other, one_another
from kgraph.reference.others import Others
from kgraph.reference.owned_by_speaker import claimed_as
from kgraph.reference.pairs import only_one_near
from kgraph.reference.phrases import ONE, announces, is_given_to, struck_meanwhile, told_before_report
from kgraph.reference.possessives import is_of_deed, is_of_one, is_owned_by_other, thing_helped
from kgraph.reference.pressed import who_are_pressed
from kgraph.reference.salience import is_in_passing, most_salient
from kgraph.reference.several import TWO, SeveralReferents
from kgraph.reference.taken_lands import land_changing, noun_going_on
from kgraph.reference.those_there import country_of_those_there
from kgraph.reference.told_apart import is_bare, is_epithet, is_one_of_a_sort, is_pointed_at, is_told_apart
from kgraph.reference.unnamed_people import means_unnamed_people
from kgraph.reference.visited import lands_visited
from kgraph.tokens import Token

__all__ = ["AgentReferents"]

_MAX_STEPS = 3
_ONE = frozenset({"it", "its", "itself"})
_OBJECTS = frozenset({"dative", "dobj", "pobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GOVERNED = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_OF_GOVERNMENTS = frozenset({"central", "federal"})  # each state has one
_OF_ENTRY = frozenset({"entire", "independent", "new", "whole", "young"})  # no other state is told by these


class AgentReferents:
    """Resolves references to those who act."""

    def __init__(self, named: NamedInOrder, acting: Acting, title: Entity | None):
        self._named = named
        self._acting = acting
        self._steps = 0  # how many sentences back a reference has been followed from one that it takes up
        self._found: dict[tuple[int, int], tuple[Entity, ...]] = {}  # by the word's place and these steps
        # The state that the text is an entry about, if any.
        self._entry = title if title is not None and title.kind is EntityKind.STATE else None
        self._others = Others(named, acting, self.of)
        self.several = SeveralReferents(named, acting, self._entry, self.of)

    def of(self, token: Token) -> tuple[Entity, ...]:
        """Resolve a reference to one or two states: "it", "its", "the country", "both sides"; empty when unsure.

        Each word is looked at once: whom "it" means may hang on every "it" above and before.
        """
        asked = token.i, self._steps
        if asked not in self._found:
            self._found[asked] = self._resolve(token)
        return self._found[asked]

    def _resolve(self, token: Token) -> tuple[Entity, ...]:
        lemma, cues = token.lemma_.lower(), load_cues()
        if (driven := driven_out_of(token)) is not None:
            return self._acting.agents_of(driven)
        if token.lower_ in {"it", "its", "itself"}:
            return land_changing(token, self._named, self._acting, self._entry) or self._singular(token)
        if token.lower_ in {"they", "their", "them", "theirs"}:
            return self._plural(token)
        if stands_for_two(token):
            return self.several.pair(token)
        if is_the_other(token):
            return one_another(token, lambda who: self._acting.agents_of(who) or self.of(who))
        if (several := counted_states(token)) > 2:
            return self.several.group_of(several, token)
        if lemma in cues.agents_related and token.tag_ == "NN":
            return self._other(token)
        bodies = (cues.agents_taken_for_group, cues.agents_taken_for_union, cues.agents_taken_by_name)
        if token.pos_ == "NOUN" and any(lemma in words for words in bodies):
            return group_or_union(token, self._named)
        if lemma == "government" and (governing := self._government(token)) is not None:
            return governing
        is_state = lemma in cues.agents_country and lemma != "government"
        if is_state and (about := self._named_beside(token) or self._told_of(token)):
            return about
        if token.tag_ in ONE and lemma in cues.agents_country and is_definite(token):
            told = [c for c in token.children if c.dep_ == "amod"]
            usual = {"new"} if is_state else _OF_GOVERNMENTS  # "the new nation", "the central government"
            is_usual = all(c.lower_ in usual for c in told)
            return self._singular(token) if is_usual else self._called_otherwise(token)
        return self._of_two(token)

    def _named_beside(self, noun: Token) -> tuple[Entity, ...]:
        """Give whose name stands behind: "the new state, *Kosovo*"."""
        is_told = is_definite(noun)  # not "no state, not even *Armenia*"
        names = {c.i for c in noun.children if is_told and c.dep_ == "appos" and c.i > noun.i}
        behind = self._named.before(max(names) + 1) if names else []
        return tuple(n.entity for n in behind if n.index in names and n.is_agent)

    def _of_two(self, token: Token) -> tuple[Entity, ...]:
        """Resolve what stands alone for two or one of them: "both", "neither", "the latter"."""
        if token.lower_ in {"former", "latter"} and token.dep_ not in {"amod", "advmod"}:
            return self.several.one_of_two(token)
        if token.lower_ in TWO and token.dep_ not in {"det", "nummod", "preconj", "predet", "cc", "advmod"}:
            return self.several.pair(token) if are_any_two(token) else ()
        return ()

    def acting_on(self, noun: Token) -> set[Entity]:
        """Give who does something to what is meant, and so is somebody else: "*Iraq* invaded the tiny emirate"."""
        return {*self._others.acting(noun), *self._others.doing_it(noun)}

    def _singular(self, token: Token) -> tuple[Entity, ...]:
        if self._acting.takes_up_a_thing(token):
            return ()
        if there := country_of_those_there(token, self._named) or self._claiming(token):
            return there
        told = told_before_report(token) or struck_meanwhile(token)
        spoken_of = dict.fromkeys(entity for t in told for entity in self._acting.agents_of(t))
        if len(spoken_of) == 1:
            return tuple(spoken_of)
        parallel = self._acting.favoured(token) or self._parallel_owner(token) or self._invaded(token)
        parallel = parallel or self._answered(token) or self._doing_before(token) or self._helped(token)
        parallel = parallel or self._meant_above(token) or self._visited(token)
        if not parallel and (same := self._said_again(token)) is not None:
            return self.of(same)
        if parallel or self._acting.unnamed_land_above(token) is not None or self._goes_on_with_land(token):
            return parallel
        if token.dep_ == "poss" and is_owned_by_other(token) and (owner := self._told_before(token)):
            return owner
        own = self._others.than(token)
        announced = self._announced(token)
        if announced:
            return announced
        is_styled = token.lemma_.lower() in load_cues().agents_styled
        above = self._acting.clause_subjects(token)
        is_ahead = token.pos_ == "NOUN" and all(t.i > token.i for t in subject_above(token))
        above = () if is_ahead else tuple(e for e in above if _may_be_meant(e, token))
        is_beside = token.lower_ == "it" and token.dep_ == "nsubj" and token.head.dep_ == "conj"
        if is_beside and self._acting.are_people(subject_above(token)):
            own, above = (*own, *above), ()  # "the British ruled X and *it* became"
        acting = () if is_styled or is_pointed_at(token) else above
        is_sure = len(acting) == 1 and not set(acting) & set(own)
        if is_sure and not (
            self._is_named_since(acting[0], token) or self._is_named_in_passing(acting[0], token)
        ):
            return acting
        return self._likeliest(token, own, above)

    def _claiming(self, token: Token) -> tuple[Entity, ...]:
        """Give who says that land is his own, as the text told of him: "asked Y to leave X, which *it* says is his"."""
        whose = claimed_as(token)
        if whose is None:
            return ()
        own = next((n.entity for n in self._named.after(whose.i) if n.index == whose.i), None)
        return (own,) if own is not None and any(n.entity == own for n in self._named.before(token.i)) else ()

    def _goes_on_with_land(self, token: Token) -> bool:
        """Tell whether "it" is land that only its noun names: "*the isle* was contested by X and Y; *it* was ceded"."""
        land = noun_going_on(token)
        if land is None or land.sent != token.sent or land.lemma_.lower() in load_cues().agents_country:
            return False
        return not self._acting.agents_of(land)

    def _likeliest(self, token: Token, own: Sequence[Entity], above: Sequence[Entity]) -> tuple[Entity, ...]:
        """Give the state named last in the token's own sentence, else the most salient of those before it.

        Args:
            token: refers back.
            own: who does something to what is meant, and so is not meant.
            above: who acts above or before; another one than these is "the kingdom" and "one of them".
        """
        owned = token.dep_ == "poss" and is_owned_by_other(token)
        together = self._acting.subjects_before(token) if owned else ()
        own = (*own, *together) if len(together) > 1 else own
        style = token.lemma_.lower()
        is_of_none = len(above) > 1 and is_of_one(token)
        # "X forced *the kingdom* to leave": another one
        others = (*own, *above) if style in load_cues().agents_styled or is_of_none else own
        before = [n for n in self._named.before(token.i) if n.is_agent and n.entity not in others]
        before = [n for n in before if may_be_styled(n, style) and _may_be_meant(n.entity, token)]
        beside = self._others.beside(token)
        before = [n for n in before if n.entity not in beside] or before
        near = [n for n in before if n.index >= token.sent.start]
        told_of = self._acting.subjects_before(token) if is_of_none and not near else ()
        if len(told_of) == 1:
            return told_of
        if is_pointed_at(token):
            near = [n for n in near if not n.is_modifier]
        elif not near and (going_on := self._taken_up_before(token)) and not set(going_on) & set(others):
            return going_on
        if near:
            return (near[-1].entity,)
        choice = [n for n in before if not n.is_modifier] or before
        if choice:
            meant = choice[-1] if is_pointed_at(token) else most_salient(choice, token)
            return (meant.entity,)
        # "*Its* claim is recognised by X": who is left out is whom the entry is about
        is_entry = token.lower_ == "its" and self._entry is not None and self._entry not in others
        return (self._entry,) if self._entry is not None and is_entry else ()

    def _is_named_in_passing(self, entity: Entity, token: Token) -> bool:
        """Tell whether somebody only tells where who acted came from: "A ship *from Norway* left X. *The country*"."""
        start = token.sent.start
        if not start:
            return False
        before = sentence_before(token)
        named = [n for n in self._named.before(token.i) if n.index >= before.start and n.entity == entity]
        return bool(named) and all(n.index < start and is_in_passing(token.doc[n.index]) for n in named)

    def _is_named_since(self, entity: Entity, noun: Token) -> bool:
        """Tell whether another state stands nearer to an object: "Y left. The minority in *X* left *the republic*"."""
        if noun.pos_ != "NOUN" or noun.dep_ not in _OBJECTS:
            return False
        inside = [n for n in self._named.before(noun.i) if n.index >= noun.sent.start and n.is_agent]
        others = {n.entity for n in inside if not n.is_modifier and n.entity.kind in _GOVERNED}
        return bool(others) and all(n.entity != entity for n in inside)

    def _said_again(self, token: Token) -> Token | None:
        """Give the subject "it" before another, no name acting above: "knows what *it* would lose if *it* attacked"."""
        if token.lower_ != "it" or token.dep_ not in _SUBJECTS:
            return None
        if any(self._acting.subjects_of(above, token) for above in (token, *token.ancestors)):
            return None
        before = token.doc[token.sent.start : token.i]
        return next((t for t in reversed(before) if t.lower_ == "it" and t.dep_ in _SUBJECTS), None)

    def _meant_above(self, token: Token) -> tuple[Entity, ...]:
        """Give whom the subject above means that refers back itself: "*It* vowed to bring X under *its* control"."""
        above = subject_above(token) if token.lower_ in _ONE else ()
        return self._taken_up(above, token)

    def _taken_up(self, subjects: Sequence[Token], token: Token) -> tuple[Entity, ...]:
        """Give whom a subject before a word means where it is "it" or "the country"; empty where it names somebody."""
        if len(subjects) != 1 or subjects[0].i >= token.i or self._acting.agents_of(subjects[0]):
            return ()
        subject = subjects[0]
        is_country = subject.tag_ in ONE and subject.lemma_.lower() in load_cues().agents_country
        is_meant = subject.lower_ == "it" and not announces(subject, token)
        return self.of(subject) if is_meant or is_country else ()

    def _taken_up_before(self, token: Token) -> tuple[Entity, ...]:
        """Give whom the subject of the sentence before means that refers back itself: "*It* rebelled. *It* claimed"."""
        if (
            token.dep_ not in {"nsubj", "nsubjpass", "poss"}
            or not token.sent.start
            or self._steps >= _MAX_STEPS
        ):
            return ()
        above = [c for c in sentence_before(token).root.children if c.dep_ in {"nsubj", "nsubjpass"}]
        self._steps += 1
        found = self._taken_up(above, token)
        self._steps -= 1
        return found

    def _doing_before(self, token: Token) -> tuple[Entity, ...]:
        """Give who is named right before: "crimes *by X* in its war against Y"."""
        first = token.head.left_edge
        if token.lower_ != "its" or token.head.dep_ != "pobj" or first.i < token.sent.start + 3:
            return ()
        name = first.nbor(-2)
        is_doing = name.dep_ == "pobj" and name.head.lower_ == "by" and first.nbor(-1) == token.head.head
        named = self._acting.agents_of(name) if is_doing else ()
        return named if len(named) == 1 else ()

    def _helped(self, owner: Token) -> tuple[Entity, ...]:
        """Give whom somebody helps in what is his own: "backed *X* in its war with Y"."""
        helped = thing_helped(owner) if owner.dep_ == "poss" and owner.head.dep_ == "pobj" else None
        if helped is None:
            return ()
        return tuple(entity for t in conjuncts(helped) for entity in self._acting.agents_of(t))

    def _answered(self, token: Token) -> tuple[Entity, ...]:
        """Give whose deed is answered: "cut ties with *X* after *it* recognized Y", "punished *X* for *its* war"."""
        doing = who_is_answered(token) or who_is_judged(token)
        found = dict.fromkeys(e for t in doing for e in self._acting.agents_of(t))
        return tuple(found) if len(found) == 1 else ()

    def _visited(self, country: Token) -> tuple[Entity, ...]:
        """Give the state that a visitor speaks of as "the country": "on a visit to *Georgia* he said that it"."""
        found = dict.fromkeys(e for t in lands_visited(country) for e in self._acting.agents_of(t))
        return tuple(found) if len(found) == 1 else ()

    def _told_before(self, possessive: Token) -> tuple[Entity, ...]:
        """Give the one subject before that is not the clause's own: "*X* seceded; Y rejects *its* independence"."""
        own = {entity for t in subject_above(possessive) for entity in self._acting.agents_of(t)}
        near = sentence_before(possessive).start
        before = (n for n in self._named.before(possessive.i) if n.index >= near and n.is_subject)
        told = {n.entity for n in before if n.entity not in own}
        return tuple(told) if own and len(told) == 1 else ()

    def _government(self, token: Token) -> tuple[Entity, ...] | None:
        """Give whose "the government" is; None where its words do not say so: "the government of *General X*" do.

        Nothing tells whose "*his* government" is but whom he serves.
        """
        if any(c.lower_ in {"her", "his"} and c.dep_ == "poss" for c in token.children):
            return ()
        heads = [t for t in prepositional_objects(token).get("of", ()) if t.pos_ == "PROPN"]
        if heads:
            return tuple(dict.fromkeys(e for head in heads for e in self._acting.agents_of(head)))
        fighting = government_of_rebels(token, self._named)
        return fighting or self._governing(token) or self._holding(token) or None

    def _governing(self, token: Token) -> tuple[Entity, ...]:
        """Give whose "the government" is in an entry about a state; its sentence may name another before it."""
        if self._entry is None or token.tag_ not in ONE or not is_definite(token):
            return ()
        is_told = not is_bare(token) or is_told_apart(token)
        states = (n for n in self._named.before(token.i) if n.entity.kind is EntityKind.STATE)
        return () if is_told or any(n.index >= token.sent.start for n in states) else (self._entry,)

    def _told_of(self, token: Token) -> tuple[Entity, ...]:
        """Give whom an entry is about for "the country", "the new state"; its sentence may name another before it.

        In capitals it is the entry's all the same: "X, held by Y, is claimed by *the Republic*".
        """
        if self._entry is None or token.tag_ not in ONE or not is_definite(token) or not is_bare(token):
            return ()
        told = [c for c in token.children if c.dep_ == "amod"]
        is_told = is_pointed_at(token) or any(c.lower_ not in _OF_ENTRY for c in told)
        own = self._others.acting(token)
        states = (n for n in self._named.before(token.i) if n.entity.kind is EntityKind.STATE)
        others = (n for n in states if n.entity != self._entry and n.entity not in own)
        is_other = any(n.index >= token.sent.start for n in others) and not token.is_title
        return () if is_told or is_other or self._entry in own else (self._entry,)

    def _holding(self, token: Token) -> tuple[Entity, ...]:
        """Give whose government holds a "Sudanese *government*-held town".

        The state that is named beside it, else the only one of the sentence, else the only one so far.
        """
        if token.dep_ != "npadvmod" or token.head.tag_ != "VBN":
            return ()
        states = [n for n in self._named.before(token.sent.end) if n.entity.kind is EntityKind.STATE]
        beside = {
            n.entity for n in states if token.doc[n.index].head == token.head.head and n.index < token.i
        }
        near = {n.entity for n in states if n.index >= token.sent.start}
        found = beside or near or {n.entity for n in states}
        return tuple(found) if len(found) == 1 else ()

    def _announced(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "Since *it* broke away, X has", "Despite *their* claims, X and Y have": the subject to come.

        The sentence must name nobody before. "The country" was told of before.
        """
        if token.pos_ == "NOUN" and token.sent.start:
            return ()
        opens = any(n.is_agent and token.sent.start <= n.index < token.i for n in self._named.before(token.i))
        above = () if opens else (a.head for a in token.ancestors if a.dep_ in {"advcl", "prep"})
        coming = [c for v in above for c in v.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i]
        found = dict.fromkeys(e for c in coming for t in conjuncts(c) for e in self._acting.agents_of(t))
        is_several = token.lower_ in {"their", "they"}
        return tuple(found) if is_several or len(found) == 1 else ()

    def _parallel_owner(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "X's occupation of A and its attack on B"."""
        noun = token.head
        if token.dep_ != "poss" or noun.dep_ != "conj" or noun.head.pos_ != "NOUN":
            return ()
        owners = [c for c in noun.head.children if c.dep_ == "poss" and c.i < token.i]
        return tuple(entity for owner in owners for entity in self._acting.agents_of(owner))

    def _invaded(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "X says that Y's troops shelled *its* port": several act, and "its" is of one, or is a state's.

        Nor is it of who does to others alone what is done: "X says that *Y* shelled *its* port".
        """
        verb = verb_above(token)
        if verb is None or token.lower_ != "its" or token.dep_ != "poss":
            return ()
        acting, cues = subjects(verb), load_cues()
        is_states = token.head.lemma_.lower() in cues.agents_of_states
        are_armed = all(
            (is_states or t.tag_ == "NNS") and t.lemma_.lower() in cues.agents_armed for t in acting
        )
        are_armed = are_armed or verb.lemma_.lower() in cues.references_attacking
        if not acting or not are_armed or any(t.i > token.i or t.is_ancestor(token) for t in acting):
            return ()
        own = {entity for t in acting for entity in self._acting.agents_of(t)}
        start = acting[0].left_edge.i
        others = [n.entity for n in self._named.before(start) if n.is_agent and n.index >= token.sent.start]
        others = [entity for entity in others if entity not in own] or list(
            self._meant_further_up(acting, token)
        )
        return tuple(others[-1:]) if own else ()

    def _meant_further_up(self, acting: Sequence[Token], token: Token) -> tuple[Entity, ...]:
        """Give whom the subject of the clause above means: "*It* says that Y's troops shelled *its* port"."""
        return self._taken_up(subject_above(acting[0].head), token)

    def _plural(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "they", "their": the subjects of the clause above or the sentence before, if they are several.

        One state is "they" only where it is named by its people ("the British", "Chinese officials"), or where its
        own clause goes on with "their".
        """
        if means_unnamed_people(token, self._acting.agents_of):
            return ()
        if done_to := forces_acted_on(token, self._acting.agents_of):
            return done_to
        if pressed := who_are_pressed(token):
            return tuple(dict.fromkeys(e for t in pressed for e in self._acting.agents_of(t)))
        acting = (
            self._helped(token)
            or self._answered(token)
            or self._people_before(token)
            or self._acting.clause_subjects(token)
        )
        is_one_state = len(acting) == 1 and acting[0].kind is EntityKind.STATE
        if acting and not (is_one_state and not self._acting.may_be_plural(token)):
            return acting
        if (same := self._they_before(token)) is not None:
            return same
        if not _may_go_on_with_people(token) and len(coming := self._announced(token)) > 1:
            return coming
        told = next((t for t in token.doc[token.sent.start : token.i] if stands_for_two(t)), None)
        if told is not None:  # "a commission of *the two countries* drew their boundary"
            return self.several.pair(told)
        several = self._acting.several_subjects(token)
        return several or self._acting.plural_before(token) or self.several.pair(token)

    def _they_before(self, token: Token) -> tuple[Entity, ...] | None:
        """Give whom "they" means that goes on from sentence to sentence: "*They* took X. Then *they* left Y"."""
        if token.dep_ not in _SUBJECTS or not token.sent.start or self._steps >= _MAX_STEPS:
            return None
        before = next((c for c in sentence_before(token).root.children if c.dep_ in _SUBJECTS), None)
        if before is None or before.lower_ != "they":
            return None
        self._steps += 1
        found = self.of(before)
        self._steps -= 1
        return found

    def _people_before(self, possessive: Token) -> tuple[Entity, ...]:
        """Give whose people stand before what is theirs: "a letter to *the Algerian people* on their independence"."""
        before = possessive.doc[possessive.sent.start : possessive.i] if possessive.dep_ == "poss" else ()
        people = next((t for t in reversed(before) if t.lower_ == "people" and t.dep_ in _OBJECTS), None)
        if people is None or any(t.lower_ == "that" for t in possessive.doc[people.i : possessive.i]):
            return ()  # "told the Kashmiri people that *their* dispute"
        beside = {c.i for c in people.children}
        named = {n.entity for n in self._named.before(possessive.i) if n.index in beside}
        return tuple(named) if len(named) == 1 else ()

    def _called_otherwise(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "X quarrels with Y. *The communist state* claims": the subject goes on, by what is known of it.

        One called by its region or faith ("the Balkan state") may be another that the sentence names.
        """
        start = token.sent.start
        if token.dep_ in _OBJECTS and is_one_of_a_sort(token):
            return self._only_other(token)
        if token.dep_ not in {"nsubj", "nsubjpass"} or start == 0 or not is_epithet(token):
            return ()
        before = sentence_before(token)
        found = self._acting.subjects_of(before.root, None)
        named = (n for n in self._named.before(start) if n.index >= before.start)
        others = {n.entity for n in named if n.entity.kind is EntityKind.STATE} - set(found)
        is_sure = not (others and any(c.dep_ == "amod" and c.is_title for c in token.children))
        return found if is_sure and len(found) == 1 and found[0].kind is EntityKind.STATE else ()

    def _only_other(self, noun: Token) -> tuple[Entity, ...]:
        """Give the only state near by that does not act: "Iraq left *Kuwait*. Iran recognised *the tiny emirate*"."""
        acting = {e for t in subject_above(noun) for e in self._acting.agents_of(t)}
        before = self._named.before(noun.left_edge.i)
        states = (n for n in before if n.is_agent and n.entity.kind is EntityKind.STATE)
        style = noun.lemma_.lower()
        return only_one_near([n for n in states if n.entity not in acting and may_be_styled(n, style)], noun)

    def _other(self, token: Token) -> tuple[Entity, ...]:
        """Give who "its neighbour" is: the one other state of the nearest sentence that names one."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        own = self._acting.clause_subjects(owner) if owner is not None and owner.lower_ == "its" else ()
        if len(own) != 1:
            return ()
        above = {e for verb in token.ancestors for e in self._acting.subjects_of(verb, token)}
        before = self._named.before(token.left_edge.i)
        states = [
            n for n in before if n.is_agent and n.entity.kind is EntityKind.STATE and n.entity not in own
        ]
        states = [n for n in states if n.entity not in above]  # who demands that X leave its neighbour
        return only_one_near(states, token)


def _may_go_on_with_people(they: Token) -> bool:
    """Tell whether "they" may be people told of in the sentence before: "*Militants* came. When *they* attacked"."""
    before = sentence_before(they).root.children if they.sent.start else ()
    return any(c.dep_ in _SUBJECTS and c.tag_ == "NNS" for c in before)


def _may_be_meant(entity: Entity, reference: Token) -> bool:
    """Tell whether a reference can be to somebody: no group and no court is "the government".

    Nor does land pass to a court: "the court ruled for X, and the isle was handed over to *it*". It judges what others
    do: "the court ruled that *its* occupation is unlawful".
    """
    if entity.kind is EntityKind.TRIBUNAL and (is_given_to(reference) or is_of_deed(reference)):
        return False
    return reference.pos_ == "PRON" or entity.kind in _GOVERNED
