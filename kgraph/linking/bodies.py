"""Bodies that decide: courts, commissions, councils."""

from bisect import bisect_left

from kgraph.cues import load_cues
from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Linked
from kgraph.linking.named import BODIES, NamedThings
from kgraph.model import Entity, EntityKind, Mention
from kgraph.propositions.arguments import first_child, is_definite, same_before, sentence_before
from kgraph.tokens import Token

__all__ = ["Bodies"]

_COURTS = frozenset({"court", "tribunal"})  # each is called the other
_MAX_TOKENS_BACK = 250  # how far "the tribunal" looks for the one that the text brought in


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
        if head.lemma_.lower() in self._named.cues.bodies_brought:
            return self._hearing(head)
        if head.lemma_.lower() not in self._named.cues.bodies_nouns:
            return ()
        meant = self._beside(head) or self._before(head) or self._described_before(head)
        if meant is not None:
            return (Linked(meant, self._named.phrase(head)),)
        return self._descriptions.of(head, EntityKind.TRIBUNAL, post=False)

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

    def _hearing(self, case: Token) -> tuple[Linked, ...]:
        """Give the court last named before "the case": "The *ICJ* ruled on Monday. Peru had brought *the case*"."""
        if case.dep_ not in {"dobj", "nsubjpass"} or not self._descriptions.is_bare_reference(case):
            return ()
        before = self._named.bodies[: bisect_left(self._named.bodies, case.i, key=lambda body: body[0])]
        near = (mention.entity for at, mention in reversed(before) if at > case.i - _MAX_TOKENS_BACK)
        court = next((entity for entity in near if entity.kind is EntityKind.TRIBUNAL), None)
        meant = court or self._described_before(case)
        return (Linked(meant, self._named.phrase(case)),) if meant is not None else ()

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
        """Give the body that a description brought in before: "an arbitral tribunal", then "the tribunal"."""
        if not self._descriptions.is_bare_reference(head):
            return None
        for token in same_before(head, _MAX_TOKENS_BACK):
            if not is_definite(token) and token.dep_ not in {"compound", "amod"}:
                found = self._descriptions.of(token, EntityKind.TRIBUNAL, post=False)
                return found[0].entity if found else None
        return None


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
