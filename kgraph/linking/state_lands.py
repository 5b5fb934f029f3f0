"""States that are places as the land of somebody: "its territory", "Georgian soil", "its neighbour", "the country"."""

from kgraph.cues import load_cues
from kgraph.linking.agents import Agents
from kgraph.linking.named import AGENT_MODIFIERS, NamedThings, is_personal, singular
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_child, verb_above
from kgraph.propositions.clauses import subjects, verb_lemma
from kgraph.tokens import Token

__all__ = ["StateLands", "is_part_told_of"]

_TOLD = frozenset({"attr", "ccomp", "oprd"})


class StateLands:
    """Gives the state whose land a phrase means."""

    def __init__(self, named: NamedThings, agents: Agents):
        self._named = named
        self._cues = named.cues
        self._agents, self._referents = agents, agents.referents

    def own_land(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "its territory" and "Georgian soil" are, but not "its territory in Africa"."""
        if head.lower_ == "empire":
            return self._with_empire(head)
        if head.lemma_.lower() not in self._cues.places_own or self._is_narrowed(head):
            return ()
        owner = next((c for c in head.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if owner is not None:  # a council has no land
            return tuple(filter(self._named.is_place, self._agents.owning(owner)))
        beside = [c for c in head.children if c.dep_ in AGENT_MODIFIERS]
        mention = self._named.mention_of.get(beside[0].i) if len(beside) == 1 else None
        is_state = mention is not None and mention.entity.kind is EntityKind.STATE
        if mention is None or not is_state or (beside[0].dep_ != "poss" and self._is_taken(head)):
            return ()
        return (mention.entity,)

    def _is_taken(self, land: Token) -> bool:
        """Tell whether land is taken, held or given away, and so is no whole state: "seized *Georgian land*"."""
        above = (land.head,) if land.dep_ in {"dobj", "nsubjpass"} else ()
        behind = (c for c in land.children if c.dep_ == "acl" or (c.dep_ == "relcl" and _is_done_to(c)))
        taking = self._cues.places_held_by | self._cues.presupposed_takes | self._cues.agents_ruling_verbs
        taking = (taking | self._cues.references_handing) - self._cues.places_entering
        return any(verb_lemma(verb) in taking for verb in (*above, *behind))

    def _with_empire(self, empire: Token) -> tuple[Entity, ...]:
        """Give the state whose empire is told of: "part of *Spain's* vast empire"."""
        owner = first_child(empire, "poss")
        mention = self._named.mention_of.get(owner.i) if owner is not None and empire.is_lower else None
        is_state = mention is not None and mention.entity.kind is EntityKind.STATE
        return (mention.entity,) if mention is not None and is_state else ()

    def _is_narrowed(self, land: Token) -> bool:
        """Tell whether other words say that a part is meant: "lands in Africa", "*half* its territory"."""
        behind = {c.lower_ for c in land.children if c.dep_ in {"prep", "advmod"} and c.i > land.i}
        is_several = land.tag_ == "NNS" and bool(behind)
        behind |= {t.lower_ for t in self._named.doc[land.i + 1 : land.i + 2]}
        is_share = any(c.dep_ == "predet" and c.lower_ in self._cues.places_shares for c in land.children)
        return is_several or is_share or bool(behind & self._cues.places_directions)

    def neighbour(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "its neighbour" is, for somebody to claim or enter."""
        if singular(head) not in self._cues.agents_related or first_child(head, "poss") is None:
            return ()
        linked = (link.entity for link in self._agents.of(head))
        return tuple(entity for entity in linked if entity.kind is EntityKind.STATE)

    def country(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "the country" is, where it is not its own people who act: "the general ruled it"."""
        verb = verb_above(head)
        # "troops in *the country* left": who is told apart by being there is not its people
        acting = (
            [t for t in subjects(verb) if not (t == head or t.is_ancestor(head))] if verb is not None else []
        )
        is_its_own = any(map(self._is_of_the_country, acting)) and not _is_put_under(verb)
        return () if is_its_own else self._referents.country(head)

    def _is_of_the_country(self, subject: Token) -> bool:
        """Tell whether somebody acts who is told by no state's name: a person, "the military"."""
        if self._named.person_at(subject) is not None or is_personal(subject):
            return True
        if subject.i in self._named.mention_of or subject.pos_ == "PRON" or self._is_event(subject):
            return False
        # "the X government controls the country"
        is_ruling = subject.lemma_.lower() in self._cues.agents_ruling
        return is_ruling or not self._named.mentions_beside(subject)

    def _is_event(self, subject: Token) -> bool:
        """Tell whether nobody acts, but a war or treaty: "the *war* left the country occupied by X"."""
        return subject.lemma_.lower() in self._cues.presupposed_warfare | self._cues.instruments_nouns


def _is_put_under(verb: Token | None) -> bool:
    """Tell whether land is put under another's rule, be it by its own: "the king *placed* the country *under* X"."""
    if verb is None or verb.lemma_.lower() not in {"place", "put"}:
        return False
    return any(c.lower_ == "under" for c in verb.children)


def _is_done_to(verb: Token) -> bool:
    """Tell whether a relative clause tells what is done to what it is of: "land *that X seized*"."""
    relative = first_child(verb, "nsubjpass", "dobj")
    return relative is not None and relative.tag_ in {"WDT", "WP"}


def is_part_told_of(land: Token) -> bool:
    """Tell whether something is told to be part of the land of who tells it: "considers X *part of its territory*"."""
    part = land.head.head
    is_of = (
        land.dep_ == "pobj" and land.head.lower_ == "of" and part.lemma_.lower() in load_cues().places_parts
    )
    return is_of and (part.dep_ in _TOLD or (part.dep_ == "pobj" and part.head.lower_ == "as"))
