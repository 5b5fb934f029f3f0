"""Applies the decisions of a person to names and to entities.

Names and entities that are said to be the same, directly or by way of others, form a class. It stands for its entity of
the gazetteer where it has one, else for the unknown one that the others are said to be. What holds in one document
alone goes before what holds everywhere, for the same name.

Decisions reach a text in two places: a name that the gazetteer finds, or that a decision alone knows, means what was
decided before anything else is weighed; and an entity that only the text knows ("islands at the confluence") is
replaced by what it is the same as.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kgraph.decisions.table import Decision, Verdict
from kgraph.document_scope import document_scope
from kgraph.gazetteer import Gazetteer, Name
from kgraph.gazetteer.matching import Hit, Matcher, key_of
from kgraph.model import Assertion, Document, Entity, EntityKind, Mention
from kgraph.nearest import suggest
from kgraph.vocab import nil_entity, nil_kind

__all__ = ["DECIDED", "Links"]

DECIDED = "decision"  # how a name that was decided on stands for its entity
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """A name or an entity in decisions; `key` is what makes it the same, `text` what the file calls it."""

    rank: (
        int  # how fit it is to stand for its class: 0 an entity of the gazetteer, 1 an unknown one, 2 a name
    )
    key: str
    text: str = field(compare=False)


_KNOWN, _UNKNOWN, _NAME = range(3)


class Links:
    """The decisions, ready to be applied; without any, nothing changes."""

    def __init__(self, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()) -> None:
        """Put decisions together.

        Raises:
            DataError: two of them exclude each other, or an entity is not known; says where they stand.
        """
        self.decisions = tuple(sorted(decisions))
        self._gazetteer = gazetteer
        nodes = {d: (self._named(d), self._meant(d)) for d in self.decisions}
        _check_once(nodes)
        self._views = {
            document: self._view(document, nodes) for document in {d.document for d in nodes} | {""}
        }

    def hits(self, text: str, document_id: str) -> Iterator[Hit]:
        """Find the names in a text that are decided to mean something known."""
        return self._of(document_id).hits(text) if self.decisions else iter(())

    def apply(self, mention: Mention, name: str, document: Document) -> Mention | None:
        """Let a mention mean what was decided; None where it was decided to mean nothing that the gazetteer knows.

        Args:
            mention: with the things that bear the name.
            name: its words.
            document: where it stands.
        """
        view = self._of(document.id)
        node = _name_node(name)
        meant = view.target(node)
        if meant is not None:
            return replace(
                mention, entity=self._entity(meant, mention.entity.kind), how=DECIDED, alternatives=()
            )
        barred = view.barred.get(node, frozenset())
        left = [e for e in (mention.entity, *mention.alternatives) if e.id not in barred]
        if node in view.unsure:
            unsure = self._candidates(view.unsure[node])
            return _unknown(mention, name, document, dict.fromkeys([*left, *unsure]))
        return replace(mention, entity=left[0], alternatives=tuple(left[1:])) if left else None

    def barred(self, name: str, document_id: str) -> frozenset[str]:
        """List the entities that a name was decided not to mean, by their ids."""
        return self._of(document_id).barred.get(_name_node(name), frozenset())

    def resolve(self, assertion: Assertion, document_id: str) -> Assertion:
        """Replace what only the text knows by what it was decided to be."""
        if not self.decisions:
            return assertion
        about, speaker = assertion.about, assertion.attribution
        return replace(
            assertion,
            subject=self.entity(assertion.subject, document_id),
            object=self.entity(assertion.object, document_id),
            about=self.entity(about, document_id) if about is not None else None,
            attribution=self.entity(speaker, document_id) if speaker is not None else None,
        )

    def entity(self, entity: Entity, document_id: str) -> Entity:
        """Give what an entity was decided to be; a known one stays, and so does one without a decision."""
        if entity.known or entity.kind is EntityKind.NAME:
            return entity
        view = self._of(document_id)
        nodes = _nodes_of(entity)
        meant = next((found for node in nodes if (found := view.target(node)) is not None), None)
        if meant is not None:
            return self._entity(meant, entity.kind)
        barred = {id_ for node in nodes for id_ in view.barred.get(node, ())}
        unsure = [id_ for node in nodes for id_ in view.unsure.get(node, ())]
        candidates = dict.fromkeys([*self._candidates(unsure), *entity.candidates])
        return replace(entity, candidates=tuple(c for c in candidates if c.id not in barred))

    def is_decided(self, one: Entity, other: Entity) -> bool:
        """Tell whether something was decided everywhere on two entities, one of them unknown."""
        view = self._views[""]
        pairs = [(a, b) for a in _nodes_of(one) for b in _nodes_of(other)]
        return any(view.is_decided(a, b) or view.is_decided(b, a) for a, b in pairs)

    def _of(self, document_id: str) -> "_View":
        return self._views.get(document_id) or self._views[""]

    def _entity(self, node: _Node, kind: EntityKind) -> Entity:
        """Make the entity that a class stands for; an unknown one by its name is of the kind that the text gives it."""
        if node.rank == _KNOWN:
            return self._gazetteer.entry(node.key).entity
        if node.rank == _NAME:
            return nil_entity(node.text, kind)
        label = node.key.partition("_")[2].replace("-", " ")
        return Entity(id=node.key, label=label, kind=nil_kind(node.key) or kind, known=False)

    def _candidates(self, keys: Iterable[str]) -> list[Entity]:
        """Give the known entities among those that a name was left open between."""
        entries = (self._gazetteer.get(key) for key in keys)
        return [entry.entity for entry in entries if entry is not None]

    def _named(self, decision: Decision) -> _Node:
        name = decision.name
        return _Node(_UNKNOWN, name, name) if nil_kind(name) else _name_node(name)

    def _meant(self, decision: Decision) -> _Node:
        """Find the entity of a decision: by its id, by a name that it alone bears, else as an unknown one."""
        text = decision.entity
        if self._gazetteer.get(text) is not None:
            return _Node(_KNOWN, text, text)
        if nil_kind(text):
            return _Node(_UNKNOWN, text, text)
        bearers = [entry.entity.id for entry in self._gazetteer.by_name(text)]
        if len(bearers) > 1:
            raise decision.error(f"{text!r} names several things; write one of {', '.join(bearers)}")
        if bearers:
            return _Node(_KNOWN, bearers[0], text)
        if _SLUG.fullmatch(text):
            known = [entry.entity.id for entry in self._gazetteer]
            raise decision.error(f"the gazetteer has no id {text!r}{suggest(text, known)}")
        return _name_node(text)

    def _view(self, document: str, nodes: Mapping[Decision, tuple[_Node, _Node]]) -> "_View":
        own = {d: pair for d, pair in nodes.items() if d.document == document}
        chosen = {own[d][0] for d in own if d.verdict is not Verdict.NOT_SAME}
        pairs = set(own.values())
        general = {
            d: (name, entity)
            for d, (name, entity) in nodes.items()
            if document
            and not d.document
            and (name, entity) not in pairs
            and (d.verdict is Verdict.NOT_SAME or name not in chosen)
        }
        return _View({**general, **own}, self._gazetteer)


class _View:
    """The decisions that hold in one document, or in all others."""

    def __init__(self, nodes: Mapping[Decision, tuple[_Node, _Node]], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._above: dict[_Node, _Node] = {}
        self.barred: dict[_Node, frozenset[str]] = {}
        self.unsure: dict[_Node, tuple[str, ...]] = {}
        said = {v: [(d, *nodes[d]) for d in sorted(nodes) if d.verdict is v] for v in Verdict}
        self._named = {name for _, name, _ in said[Verdict.SAME]}
        for decision, name, entity in said[Verdict.SAME]:
            self._join(decision, name, entity)
        for decision, name, entity in said[Verdict.NOT_SAME]:
            self._bar(decision, name, entity)
        for decision, name, entity in said[Verdict.UNSURE]:
            self._leave_open(decision, name, entity)

    def target(self, node: _Node) -> _Node | None:
        """Give what stands for the class of a node; None where nothing is the same as it."""
        return self._top(node) if node in self._above else None

    def is_decided(self, name: _Node, entity: _Node) -> bool:
        """Tell whether a name is the same as an entity, is not, or was left open between it and others."""
        is_said = entity.key in self.barred.get(name, ()) or entity.key in self.unsure.get(name, ())
        target = self.target(name)
        return is_said or (target is not None and target == self.target(entity))

    def hits(self, text: str) -> Iterator[Hit]:
        """Find the names that mean something known by decision."""
        return self._matcher.hits(text)

    @cached_property
    def _matcher(self) -> Matcher:
        """Find the names in classes that have an entity of the gazetteer."""
        named: dict[str, list[Name]] = {}
        for node in sorted(self._above):
            top = self._top(node)
            if node.rank == _NAME and top.rank == _KNOWN:
                named.setdefault(top.key, []).append(Name(text=node.text))
        entries = [replace(self._gazetteer.entry(id_), names=tuple(names)) for id_, names in named.items()]
        return Matcher(entries, ())

    def _top(self, node: _Node) -> _Node:
        above = self._above.get(node, node)
        while above != node:
            node, above = above, self._above[above]
        return above

    def _join(self, decision: Decision, name: _Node, entity: _Node) -> None:
        for node in (name, entity):
            self._above.setdefault(node, node)
        first, second = sorted((self._top(name), self._top(entity)), key=self._fitness)
        if first != second and second.rank == _KNOWN:
            raise decision.error(
                f"{decision.name!r} cannot be {decision.entity!r}: {first.key!r} and {second.key!r} would be one by "
                "other decisions, and they are two; undo one of them"
            )
        self._above[second] = first

    def _fitness(self, node: _Node) -> tuple[bool, bool, _Node]:
        """Order nodes by how fit they are to stand for their class: hardly one that is said to be something else."""
        return node.rank != _KNOWN, node in self._named, node

    def _bar(self, decision: Decision, name: _Node, entity: _Node) -> None:
        if name != entity and self._top(name) == self._top(entity):
            raise decision.error(
                f"{decision.name!r} is {decision.entity!r} by other decisions; undo one of them"
            )
        self.barred[name] = self.barred.get(name, frozenset()) | {entity.key}

    def _leave_open(self, decision: Decision, name: _Node, entity: _Node) -> None:
        target = self.target(name)
        if target is not None:
            raise decision.error(
                f"{decision.name!r} is {target.text!r} by another decision; undo one of them"
            )
        self.unsure[name] = (*self.unsure.get(name, ()), entity.key)


def _check_once(nodes: Mapping[Decision, tuple[_Node, _Node]]) -> None:
    """See that no name and entity are decided on twice, be they written in two ways."""
    seen: dict[tuple[str, _Node, _Node], Decision] = {}
    for decision, (name, entity) in nodes.items():
        first = seen.setdefault((decision.document, name, entity), decision)
        if first != decision:
            where = f" in line {first.place.rpartition(':')[2]}" if first.place else ""
            raise decision.error(
                f"{decision.name!r} and {decision.entity!r} are decided already{where}; undo one of them"
            )
        if name == entity:
            raise decision.error(f"{decision.name!r} and {decision.entity!r} are one and the same name")


def _name_node(text: str) -> _Node:
    words = " ".join(text.split())
    return _Node(_NAME, key_of(words), words)


def _nodes_of(entity: Entity) -> tuple[_Node, ...]:
    """Give how decisions may speak of an entity."""
    if entity.known:
        return (_Node(_KNOWN, entity.id, entity.id),)
    return (_Node(_UNKNOWN, entity.id, entity.id), _name_node(entity.label))


def _unknown(mention: Mention, name: str, document: Document, candidates: Iterable[Entity]) -> Mention:
    """Let a mention mean something unknown of that document, which may be one of several things."""
    meant = tuple(candidates)
    kind = meant[0].kind if meant else mention.entity.kind
    entity = nil_entity(name, kind, scope=document_scope(document, name))
    return replace(mention, entity=replace(entity, candidates=meant), alternatives=())
