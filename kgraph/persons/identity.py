"""Which person a name means over all documents.

The rule, in this order:

1. Who is in office for an agent, and whose name one person of the office holders' table bears who acted for that
   agent at the document's time, is that person: "President Putin" and "Vladimir Putin" are one, "President Bush" of
   1990 and "President Bush" of 2005 are two.
2. A last name alone, of which nothing else is said ("Lavrov said"), means the only holder in the table who bears it,
   where the text names his state as well.
3. A full name is whoever bears it, the same person in every document.
4. Any other last name is somebody of its own document: two texts that say "Wang" need not mean one man. The same goes
   for a full name that two holders bear and neither office nor date tells apart ("George Bush", undated).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from kgraph.document_scope import document_scope
from kgraph.model import Document, Entity, EntityKind, Mention
from kgraph.persons import Person
from kgraph.persons.folding import fold_name
from kgraph.persons.holders import Holder, Holders, name_key
from kgraph.vocab import nil_entity

__all__ = ["identify", "is_known_holder", "person_entity"]

_FAMILY_FIRST = frozenset(
    {"cambodia", "china", "hungary", "japan", "north-korea", "singapore", "south-korea", "taiwan", "vietnam"}
)


def identify(
    persons: Sequence[Person], document: Document, mentions: Collection[Mention]
) -> tuple[Person, ...]:
    """Give the persons of a part of a document the entities that they are in every document.

    Args:
        persons: as the part names them.
        document: that the part is of; its date tells holders of one name apart.
        mentions: what the gazetteer found in the part.
    """
    mentioned = frozenset(mention.entity.id for mention in mentions)
    return tuple(
        replace(
            p,
            entity=_entity_of(p, document, mentioned),
            known_for=_known_for(p, document, mentions, mentioned),
        )
        for p in persons
    )


def _known_for(
    person: Person, document: Document, mentions: Collection[Mention], mentioned: Collection[str]
) -> Entity | None:
    """Give the agent that somebody without office acts for, as is known of whoever may bear the name.

    The text must name the agent, and all who bear the name must have acted for it: "Ms. Rice" beside "U.S.". "Former"
    before the name says that he no longer acts for it.
    """
    if person.office is not None or person.is_former:
        return None
    meant = _holders_meant(person.entity.label, document, mentioned, is_sure=False)
    served = [frozenset(holder.agent.id for holder in rows) for rows in meant]
    agents = served[0] if served and all(ids == served[0] for ids in served) else frozenset[str]()
    known = [mention.entity for mention in mentions if mention.entity.id in agents]
    states = (entity for entity in known if entity.kind is EntityKind.STATE)
    return next(states, next(iter(known), None))


def _entity_of(person: Person, document: Document, mentioned: Collection[str]) -> Entity:
    agent = person.office.agent.id if person.office is not None else None
    return person_entity(person.entity.label, document, {agent} if agent is not None else mentioned, agent)


def person_entity(name: str, document: Document, agents: Collection[str], agent: str | None = None) -> Entity:
    """Give the entity of who is so called in a document; its label is the name that stands there.

    Where it stands the other way round ("Aliyev Ilham"), the label has the order in which the person is known.

    Args:
        name: a full name or a last name, in the text's words.
        document: where it stands.
        agents: for whom the person may act.
        agent: for whom the person acts, where the text says so.
    """
    meant = _holders_meant(name, document, agents, is_sure=agent is not None)
    if len(meant) == 1:
        holder = meant[0][0]
        return nil_entity(_in_order(name, holder), EntityKind.PERSON, key=holder.name)
    is_of_document = len(meant) > 1 or len(name.split()) == 1
    scope = document_scope(document, name) if is_of_document else ""
    return nil_entity(name, EntityKind.PERSON, scope=scope)


def _in_order(name: str, holder: Holder) -> str:
    """Give a name in the order of the known one, where its last word there comes first: "Aliyev Ilham".

    Where family names come first at home the text is as right as the table: "Hayashi Yoshimasa".
    """
    if holder.agent.id in _FAMILY_FIRST:
        return name
    words, ordered = name.split(), holder.name.split()
    is_turned = len(words) > 1 and [fold_name(word) for word in words[:2]] == [
        fold_name(word) for word in (ordered[-1], ordered[0])
    ]
    return " ".join([*words[1:], words[0]]) if is_turned else name


def is_known_holder(name: str, document: Document, agents: Collection[str]) -> bool:
    """Tell whether a name means one person of the table, who may act for one of the agents."""
    return len(_holders_meant(name, document, agents, is_sure=False)) == 1


def _holders_meant(
    name: str, document: Document, agents: Collection[str], *, is_sure: bool
) -> list[Sequence[Holder]]:
    names = tuple(fold_name(word) for word in name.split())
    persons = Holders.load().persons(_possible(names, agents, is_sure=is_sure))
    meant = _at_the_time(persons, document)
    return _so_called(names, meant) or meant


def _possible(names: tuple[str, ...], agents: Collection[str], *, is_sure: bool) -> list[Holder]:
    """List the rows that a name can mean; one without an office is compared strictly."""
    called = Holders.load().called(names)
    if len(names) == 1 and not is_sure:  # "Wang said": of all who are called so
        return called if all(holder.agent.id in agents for holder in called) else []
    said = name_key(names)
    called = [holder for holder in called if holder.agent.id in agents]
    called = [h for h in called if h.words >= set(names)] or [h for h in called if h.key >= said] or called
    return called if is_sure else [holder for holder in called if holder.key == said]


def _so_called(names: tuple[str, ...], persons: Sequence[Sequence[Holder]]) -> list[Sequence[Holder]]:
    """Keep who bears just this full name, unless an initial left out could make it another's."""
    full = name_key(names) if len(names) > 1 else frozenset()
    alike = [rows for rows in persons if any(holder.key == full for holder in rows)]
    exact = [rows for rows in alike if any(holder.words == set(names) for holder in rows)]
    return exact if len(alike) == len(exact) else alike


def _at_the_time(persons: Sequence[Sequence[Holder]], document: Document) -> list[Sequence[Holder]]:
    """Keep those who acted at the document's time; a text without a date can mean any."""
    return [rows for rows in persons if any(holder.may_act_in(document.date) for holder in rows)]
