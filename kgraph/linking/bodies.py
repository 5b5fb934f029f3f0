"""Bodies that decide: courts, commissions, councils."""

from bisect import bisect_left
from itertools import islice

from kgraph.cues import load_cues
from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Linked
from kgraph.linking.named import BODIES, NamedThings
from kgraph.model import Entity, EntityKind, Mention
from kgraph.propositions.arguments import (
    first_child,
    is_definite,
    prepositional_objects,
    same_before,
    sentence_before,
    sentences_back,
)
from kgraph.propositions.clauses import is_passive
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["Bodies"]

_COURTS = frozenset({"court", "tribunal"})  # each is called the other
_BESIDE = frozenset({"amod", "compound", "nmod", "poss"})
_LANDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_MAX_TOKENS_BACK = 250  # how far "the tribunal" looks for the one that the text brought in
_MAX_SENTENCES_BACK = 3  # to the court that decided what a passive tells


class Bodies:
    """Finds courts, commissions and councils by name, by reference, else by description."""

    def __init__(self, named: NamedThings, descriptions: Descriptions):
        self._named = named
        self._descriptions = descriptions

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a court, commission or other body, also where its kind heads it: "the separatist *X*"."""
        mention = self._named.mention_of.get(head.i) or self._called(head)
        if mention is not None and mention.entity.kind in BODIES:
            return (Linked(mention.entity, self._named.phrase(head)),)
        if head.lower_ == "it":
            return self._going_on(head)
        if _is_seat_of_courts(head):
            courts = nil_entity(f"The {head.text}", EntityKind.TRIBUNAL)
            return (Linked(courts, self._named.phrase(head)),)
        if head.pos_ == "VERB" and head.lemma_.lower() in self._named.cues.bodies_deciding:
            return self._deciding(head)
        if head.lemma_.lower() in self._named.cues.bodies_brought:
            return self._hearing(head) or self._arbitrating(head)
        if head.tag_ == "NNS" and head.lemma_.lower() in self._named.cues.bodies_mediating:
            return self._descriptions.of(head, EntityKind.TRIBUNAL)
        if head.lemma_.lower() not in self._named.cues.bodies_nouns and not _is_group_at_work(head):
            return ()
        if self._is_of_one_state(head):
            return ()
        meant = self._beside(head) or self._before(head) or self._described_before(head)
        if meant is not None:
            return (Linked(meant, self._named.phrase(head)),)
        return self._descriptions.of(head, EntityKind.TRIBUNAL, post=_is_of_a_kind(head))

    def _is_of_one_state(self, court: Token) -> bool:
        """Tell whether a court judges within a state, and not between two: "a *Nigerian* court", "the *Supreme* Court".

        "The World Court", "the UN's highest court" and the courts that sit in The Hague do not.
        """
        cues = self._named.cues
        if court.lemma_.lower() not in _COURTS | {"judge"}:
            return False
        beside = [c for c in court.children if c.dep_ in _BESIDE and c.i < court.i]
        if any(c.lower_ in cues.bodies_of_nations - cues.bodies_within_states for c in beside):
            return False
        if any(c.lower_ in cues.bodies_within_states for c in beside):
            return True
        around = (c for c in beside if c.lower_ not in cues.bodies_seats and c.i in self._named.mention_of)
        is_land = any(self._named.mention_of[c.i].entity.kind in _LANDS for c in around)
        return is_land and first_child(court, "prep") is None

    def _going_on(self, pronoun: Token) -> tuple[Linked, ...]:
        """Give the court that goes on as subject: "The *Court* delivered its judgment. *It* found that"."""
        if pronoun.dep_ != "nsubj" or not pronoun.sent.start or pronoun.head.dep_ != "ROOT":
            return ()
        before = first_child(sentence_before(pronoun).root, "nsubj")
        courts = self.of(before) if before is not None else ()
        return tuple(
            Linked(court.entity, self._named.phrase(pronoun))
            for court in courts
            if court.entity.kind is EntityKind.TRIBUNAL
        )

    def _deciding(self, verb: Token) -> tuple[Linked, ...]:
        """Give the court told of right before a passive of nobody: "The *ICJ* ruled. The isle *was given* to Peru"."""
        if not is_passive(verb):
            return ()
        own = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))  # "found to lie in X *by a surveyor*"
        if any(first_child(each, "agent") is not None for each in own):
            return ()
        near = islice(sentences_back(verb), 1 + _MAX_SENTENCES_BACK)
        before = (t for sentence in near for t in reversed(tuple(sentence)) if t.i < verb.i)
        courts = (court for token in before if self._is_judging(token) for court in self.of(token))
        court = next((c.entity for c in courts if c.entity.kind is EntityKind.TRIBUNAL), None)
        return (Linked(court, None),) if court is not None else ()

    def _is_judging(self, token: Token) -> bool:
        """Tell whether a word is the name of a court, or a noun for who judges: "an arbitral *tribunal*"."""
        mention = self._named.mention_of.get(token.i)
        if mention is not None:
            return mention.entity.kind is EntityKind.TRIBUNAL
        return token.pos_ != "VERB" and token.lemma_.lower() in _COURTS | self._named.cues.bodies_members

    def _hearing(self, case: Token) -> tuple[Linked, ...]:
        """Give the court last named before "the case": "The *ICJ* ruled on Monday. Peru had brought *the case*".

        So it is before "the case *instituted by Peru*".
        """
        is_told = case.dep_ in {"dobj", "nsubjpass"} and self._descriptions.is_bare_reference(case)
        if not is_told and not self._is_brought(case):
            return ()
        before = self._named.bodies[: bisect_left(self._named.bodies, case.i, key=lambda body: body[0])]
        near = (mention.entity for at, mention in reversed(before) if at > case.i - _MAX_TOKENS_BACK)
        court = next((entity for entity in near if entity.kind is EntityKind.TRIBUNAL), None)
        meant = court or self._described_before(case)
        return (Linked(meant, self._named.phrase(case)),) if meant is not None else ()

    def _arbitrating(self, case: Token) -> tuple[Linked, ...]:
        """Give proceedings that are arbitrators' as the body itself: "commenced *arbitral proceedings*"."""
        is_such = any(c.lower_ in self._named.cues.bodies_arbitrating for c in case.children)
        return self._descriptions.of(case, EntityKind.TRIBUNAL, post=False) if is_such else ()

    def _is_brought(self, case: Token) -> bool:
        """Tell whether a clause behind a case says that somebody brought it: "the case *instituted* by Peru"."""
        clause = first_child(case, "acl", "relcl")
        return clause is not None and clause.lemma_.lower() in self._named.cues.bodies_bringing

    def _called(self, kind: Token) -> Mention | None:
        """Give the name behind a kind: "the separatist *Kurdistan Workers' Party*", "the largest group, *the FARC*"."""
        if kind.pos_ != "NOUN" or kind.lemma_.lower() not in self._named.cues.agents_called:
            return None
        behind = (kind.i + 1, *(c.i for c in kind.children if c.dep_ == "appos"))
        return next((self._named.mention_of[at] for at in behind if at in self._named.mention_of), None)

    def _beside(self, head: Token) -> Entity | None:
        """Give the body whose name stands beside "panel", "commission"."""
        entities = (mention.entity for mention in self._named.mentions_beside(head))
        kinds = (
            {EntityKind.TRIBUNAL} if head.lemma_.lower() in _COURTS else BODIES
        )  # "the *UN* court" is not the UN
        return next((entity for entity in entities if entity.kind in kinds), None)

    def _before(self, head: Token) -> Entity | None:
        """Give the court or commission last named that "the court", "the judges" means."""
        if not self._descriptions.is_bare_reference(head) and not _is_international(head):
            return None
        lemma, bodies = head.lemma_.lower(), self._named.bodies
        before = bodies[: bisect_left(bodies, head.i, key=lambda body: body[0])]
        entities = [mention.entity for _, mention in reversed(before)]
        courts = [entity for entity in entities if entity.kind is EntityKind.TRIBUNAL]
        if lemma in self._named.cues.bodies_members:
            return next(iter(courts), None)
        called = next((entity for entity in entities if lemma in entity.label.lower()), None)
        is_only = lemma in _COURTS and len(set(courts)) == 1  # "the Permanent *Court* ... *the tribunal*"
        return courts[0] if called is None and is_only else called

    def _described_before(self, head: Token) -> Entity | None:
        """Give the body that a description brought in before: "an arbitral tribunal", then "the tribunal".

        "The judges" are those of the court or tribunal that the text has told of, be it by no more than that.
        """
        if not self._descriptions.is_bare_reference(head):
            return None
        if head.lemma_.lower() in self._named.cues.bodies_members:
            before = reversed(head.doc[max(0, head.i - _MAX_TOKENS_BACK) : head.i])
            court = next((t for t in before if t.lemma_.lower() in _COURTS and t.pos_ == "NOUN"), None)
            sits = (
                court is not None
                and court.dep_ not in {"compound", "amod"}
                and not self._is_of_one_state(court)
            )
            return self._of_court(court) if court is not None and sits else None
        for token in same_before(head, _MAX_TOKENS_BACK):
            if not is_definite(token) and token.dep_ not in {"compound", "amod"}:
                found = self._descriptions.of(token, EntityKind.TRIBUNAL, post=False)
                return found[0].entity if found else None
        return None

    def _of_court(self, court: Token) -> Entity | None:
        meant = self._before(court) or self._described_before(court)
        found = self._descriptions.of(court, EntityKind.TRIBUNAL, post=False) if meant is None else ()
        return found[0].entity if found else meant


def _is_seat_of_courts(head: Token) -> bool:
    """Tell whether a city stands for the courts that sit there: "took the case to *The Hague*"."""
    is_goal = head.dep_ == "pobj" and head.head.lower_ in {"at", "before", "to"}
    return is_goal and head.lower_ in load_cues().bodies_seats


def _is_of_a_kind(court: Token) -> bool:
    """Tell whether "of" says what kind of court it is: "a court *of arbitration*"."""
    cues = load_cues()
    kinds = prepositional_objects(court).get("of", ())
    return any(t.lower_ in cues.bodies_arbitrating and first_child(t, "det") is None for t in kinds)


def _is_group_at_work(head: Token) -> bool:
    """Tell whether a group is one that is set a task: "a joint *working group*", "the *task force*"."""
    before = head.nbor(-1).lower_ if head.i else ""
    return f"{before} {head.lemma_.lower()}" in load_cues().bodies_at_work


def _is_international(court: Token) -> bool:
    """Tell whether no more is told of a court than that it is of all states, or in The Hague: "the UN's top court"."""
    cues = load_cues()
    is_court = court.lemma_.lower() in _COURTS | cues.bodies_members and is_definite(court)
    told = [c for c in court.children if c.dep_ not in {"case", "det", "punct"}]
    return is_court and all(
        c.lower_ in cues.bodies_of_nations or (c.i > court.i and _is_seat(c)) for c in told
    )


def _is_seat(phrase: Token) -> bool:
    return phrase.lower_ in {"at", "in"} and any(c.lower_.endswith("hague") for c in phrase.children)
