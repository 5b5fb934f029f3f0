"""Takes documents out of a graph and puts documents in, so that the graph is what its documents alone make it.

A document leaves with its evidence; an assertion goes when no evidence is left, the bare triple when no assertion
bears it, and a thing when nothing speaks of it. What remains is told anew where the document had a part in it: the
label and the other names of things that the gazetteer does not have, what they may be, names in use. All this is
looked up from the document's own triples on, in the time that the document takes and not the graph. What is derived is
left to `settle`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.assemble import choose_label
from kgraph.derive import is_derived, refresh
from kgraph.graph import terms
from kgraph.graph.draft import Draft, found_by_any
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import ROLES, Role, Value, node, text
from kgraph.vocab import NAMESPACE, predicates

__all__ = ["agree_on_name", "put_in", "settle", "take_out"]

_DESCRIBED = (
    *(terms.TYPE, terms.LABEL, terms.KNOWN, terms.KIND, terms.EXACT_MATCH, terms.LAT, terms.LONG),
    *(terms.EXISTS_FROM, terms.EXISTS_UNTIL, terms.BROADER),
)  # what the gazetteer says of a thing, and its names with a language
_ALWAYS = frozenset({terms.TYPE, terms.LABEL, terms.KNOWN})  # also of what only uses a name
_BACKGROUND_TYPES = frozenset({node(terms.AGENT), node(terms.PLACE)})
_LITERALS = {"object": terms.OBJECT, "about": terms.ABOUT_TEXT}  # where an assertion has words and no thing


@dataclass(slots=True)
class _Lost:
    """What evidence that went had said: of things, and of assertions that rest on others too."""

    assertions: set[NamedNode] = field(default_factory=set)
    things: set[NamedNode] = field(default_factory=set)  # that nothing may speak of any more
    words: defaultdict[NamedNode, set[str]] = field(default_factory=lambda: defaultdict(set))
    candidates: set[tuple[NamedNode, NamedNode]] = field(default_factory=set)  # a thing, and what it might be
    names: set[tuple[NamedNode, str, Literal]] = field(default_factory=set)  # an assertion's words in a role
    software: set[NamedNode] = field(default_factory=set)


def take_out(draft: Draft, documents: Iterable[NamedNode]) -> None:
    """Take documents out of a graph, with all that only they said."""
    lost = _Lost()
    for document in documents:
        for evidence in list(draft.subjects(terms.IN_DOCUMENT, document)):
            _take_evidence(draft, evidence, lost)
        draft.remove(draft.match(document))
    for assertion in lost.assertions:
        if not _any(draft.match(assertion, terms.EVIDENCE)):
            _take_assertion(draft, assertion, lost)
    _tell_anew(draft, lost)
    _sweep(draft, lost.things)
    for thing, words in lost.words.items():
        if _any(draft.match(thing, terms.KNOWN)):
            _rename(draft, thing, words)


def _take_evidence(draft: Draft, evidence: NamedNode, lost: _Lost) -> None:
    about = defaultdict[str, list[Value]](list)
    for triple in draft.match(evidence):
        if isinstance(triple.object, NamedNode | Literal):
            about[triple.predicate.value].append(triple.object)
    for assertion in list(draft.subjects(terms.EVIDENCE, evidence)):
        lost.assertions.add(assertion)
        for role in ROLES:
            _lose_words(draft, assertion, role, about, lost)
        draft.remove([Triple(assertion, node(terms.EVIDENCE), evidence)])
    lost.software.update(_named(about[terms.ATTRIBUTED_SOFTWARE]))
    draft.remove(draft.match(evidence))


def _lose_words(
    draft: Draft, assertion: NamedNode, role: Role, about: defaultdict[str, list[Value]], lost: _Lost
) -> None:
    words = about[role.label] + (about[role.words] if role.words else [])
    for thing in _named(draft.objects(assertion, role.predicate)):
        lost.words[thing].update(one.value for one in words)
        lost.candidates.update((thing, one) for one in _named(about[role.candidate]))
    if role.field in _LITERALS:
        lost.names.update((assertion, role.label, one) for one in words if isinstance(one, Literal))


def _take_assertion(draft: Draft, assertion: NamedNode, lost: _Lost) -> None:
    about = [triple for triple in draft.match(assertion) if not is_derived(triple)]
    values = {
        role.predicate: [t.object for t in about if t.predicate.value == role.predicate] for role in ROLES
    }
    relations = _named(t.object for t in about if t.predicate.value == terms.PREDICATE)
    draft.remove(about)
    for role in ROLES:
        lost.things.update(_named(values[role.predicate]))
    for relation in relations:
        for subject in _named(values[terms.SUBJECT]):
            for value in values[terms.OBJECT]:
                bare = Triple(subject, relation, value)
                if bare in draft and not _is_borne(draft, bare):
                    draft.remove([bare])
        if not relation.value.startswith(NAMESPACE) and not _is_used(draft, relation, terms.PREDICATE):
            draft.remove(draft.match(relation))  # a predicate of the user's own that nothing uses any more


def _is_borne(draft: Draft, bare: Triple) -> bool:
    """Tell whether an assertion that may be plain says just this, as `kgraph.graph.rdf.may_be_plain` tells."""
    relation, subject = bare.predicate, bare.subject
    assert isinstance(subject, NamedNode)  # noqa: S101 - there are no blank nodes
    assert isinstance(bare.object, NamedNode | Literal)  # noqa: S101
    said = {terms.SUBJECT: subject, terms.OBJECT: bare.object, terms.PREDICATE: relation}
    voices = {subject, bare.object} if _is_symmetric(draft, relation) else {subject}
    return any(_may_be_plain(draft, one, voices) for one in draft.having(said))


def _may_be_plain(draft: Draft, assertion: NamedNode, voices: Collection[Value]) -> bool:
    qualities = ((terms.POLARITY, terms.POSITIVE), (terms.MODALITY, terms.ACTUAL))
    if not all(Triple(assertion, node(term), node(value)) in draft for term, value in qualities):
        return False
    return all(voice in voices for voice in draft.objects(assertion, terms.ATTRIBUTED_TO))


def _is_symmetric(draft: Draft, relation: NamedNode) -> bool:
    known = predicates().get(relation.value.removeprefix(NAMESPACE))
    declared = Triple(relation, node(terms.TYPE), node(terms.SYMMETRIC))
    return known.symmetric if known else declared in draft


def _tell_anew(draft: Draft, lost: _Lost) -> None:
    """Tell of things and assertions that remain what the evidence that remains says of them."""
    for assertion, label, words in lost.names:
        predicate = next(_LITERALS[role.field] for role in ROLES if role.label == label)
        if Triple(assertion, node(predicate), words) in draft and not _says(draft, assertion, label, words):
            draft.remove([Triple(assertion, node(predicate), words)])
            _take_bare_name(draft, assertion, words)
    for thing, candidate in lost.candidates:
        if not _is_said(draft, thing, candidate, [(role, role.candidate) for role in ROLES]):
            draft.remove([Triple(thing, node(terms.CANDIDATE), candidate)])
            lost.things.add(candidate)
    for software in lost.software:
        if not _any(draft.subjects(terms.ATTRIBUTED_SOFTWARE, software)):
            draft.remove(draft.match(software))


def _says(draft: Draft, assertion: NamedNode, label: str, words: Literal) -> bool:
    """Tell whether an evidence of an assertion has these words."""
    return found_by_any(
        (
            Triple(one, node(label), words) in draft
            for one in _named(draft.objects(assertion, terms.EVIDENCE))
        ),
        (Triple(assertion, node(terms.EVIDENCE), one) in draft for one in draft.subjects(label, words)),
    )


def _take_bare_name(draft: Draft, assertion: NamedNode, words: Literal) -> None:
    for subject in _named(draft.objects(assertion, terms.SUBJECT)):
        for relation in _named(draft.objects(assertion, terms.PREDICATE)):
            bare = Triple(subject, relation, words)
            if bare in draft and not _is_borne(draft, bare):
                draft.remove([bare])


def _is_said(draft: Draft, thing: NamedNode, value: Value, where: Iterable[tuple[Role, str]]) -> bool:
    """Tell whether any evidence has a value for a thing, by one of these properties in the role that goes with it."""
    where = list(where)
    return found_by_any(_by_value(draft, thing, value, where), _by_thing(draft, thing, value, where))


def _by_value(
    draft: Draft, thing: NamedNode, value: Value, where: Iterable[tuple[Role, str]]
) -> Iterator[bool]:
    for role, said in where:
        for evidence in draft.subjects(said, value):
            for assertion in draft.subjects(terms.EVIDENCE, evidence):
                yield Triple(assertion, node(role.predicate), thing) in draft


def _by_thing(
    draft: Draft, thing: NamedNode, value: Value, where: Iterable[tuple[Role, str]]
) -> Iterator[bool]:
    for role, said in where:
        for assertion in draft.subjects(role.predicate, thing):
            for evidence in _named(draft.objects(assertion, terms.EVIDENCE)):
                yield Triple(evidence, node(said), value) in draft


_AS_LABEL = [(role, role.label) for role in ROLES]
_AS_NAME = [*_AS_LABEL, *((role, role.words) for role in ROLES if role.words is not None)]


def _rename(draft: Draft, thing: NamedNode, words: Iterable[str]) -> None:
    """Take names from a thing that no evidence has any more; give it another label where that was one."""
    labels = {one.value for one in draft.objects(thing, terms.LABEL)}
    gone = {one for one in words if not _is_said(draft, thing, text(one), _AS_NAME)}
    draft.remove(Triple(thing, node(terms.ALT_LABEL), text(one)) for one in gone - labels)
    if _is_known(draft, thing):
        return
    lost = {one for one in labels & set(words) if not _is_said(draft, thing, text(one), _AS_LABEL)}
    if lost:
        names = (_other_names(draft, thing) | labels) - gone
        _set_names(draft, thing, _best_label(draft, thing, names - lost) or choose_label(labels), names)


def agree_on_name(draft: Draft, thing: NamedNode) -> None:
    """Give a thing that has several labels one: the best that a document has for it; the others stay as names.

    What is only the label of a candidate, beside documents that speak of the thing itself, is no name of it.
    """
    labels = {one.value for one in draft.objects(thing, terms.LABEL)}
    said = {one for one in labels if _is_said(draft, thing, text(one), _AS_LABEL)} or labels
    _set_names(draft, thing, choose_label(said), said | _other_names(draft, thing))


def _best_label(draft: Draft, thing: NamedNode, names: set[str]) -> str | None:
    """Choose among names those that some document has as its label."""
    left = set(names)
    while left:
        best = choose_label(left)
        if _is_said(draft, thing, text(best), _AS_LABEL):
            return best
        left.remove(best)
    return None


def _other_names(draft: Draft, thing: NamedNode) -> set[str]:
    """Give the names that documents have for a thing, but for its label: those without a language."""
    names = draft.objects(thing, terms.ALT_LABEL)
    return {one.value for one in names if isinstance(one, Literal) and not one.language}


def _set_names(draft: Draft, thing: NamedNode, label: str, names: set[str]) -> None:
    draft.remove(draft.match(thing, terms.LABEL))
    draft.remove(Triple(thing, node(terms.ALT_LABEL), text(one)) for one in _other_names(draft, thing))
    draft.add([Triple(thing, node(terms.LABEL), text(label))])
    draft.add(Triple(thing, node(terms.ALT_LABEL), text(one)) for one in names - {label})


def _is_known(draft: Draft, thing: NamedNode) -> bool:
    return any(one.value == "true" for one in draft.objects(thing, terms.KNOWN))


def _sweep(draft: Draft, things: Iterable[NamedNode]) -> None:
    """Take out the things that nothing speaks of, then those that only they led to."""
    left = set(things)
    while left:
        thing = left.pop()
        if _is_spoken_of(draft, thing):
            continue
        left |= _background_of(draft, thing)
        kept = _any(draft.subjects(terms.NAME_USED_BY, thing))
        told = (triple for triple in draft.match(thing) if not is_derived(triple))
        draft.remove(triple for triple in told if not (kept and _is_always_told(triple)))


def _is_spoken_of(draft: Draft, thing: NamedNode) -> bool:
    roles = (role.predicate for role in ROLES)
    return any(_is_used(draft, thing, term) for term in (*roles, terms.CANDIDATE, terms.BROADER))


def _is_used(draft: Draft, value: NamedNode, term: str) -> bool:
    """Tell whether anything that is read, and not derived, has a value."""
    return any(not is_derived(triple) for triple in draft.match(None, term, value))


def _background_of(draft: Draft, thing: NamedNode) -> set[NamedNode]:
    """Take the names out that parties have for a thing, and give what its description led to."""
    parties = set[NamedNode]()
    for name in list(draft.subjects(terms.NAME_OF, thing)):
        parties.update(_named(draft.objects(name, terms.NAME_USED_BY)))
        draft.remove(draft.match(name))
    wider = (one for term in (terms.BROADER, terms.CANDIDATE) for one in draft.objects(thing, term))
    return (parties | set(_named(wider))) - {thing}


def _is_always_told(triple: Triple) -> bool:
    return triple.predicate.value in _ALWAYS and triple.object not in _BACKGROUND_TYPES


def put_in(draft: Draft, triples: Iterable[Triple]) -> None:
    """Put other documents into a graph.

    Args:
        draft: the graph.
        triples: all that `kgraph.graph.rdf.to_triples` gives of these documents, or a graph made of nothing else.
    """
    new = Draft(Graph(triples))
    left = set[NamedNode]()
    named = set[Triple]()
    for thing in {t.subject for t in new.match(None, terms.KNOWN) if isinstance(t.subject, NamedNode)}:
        named.update(_join_names(draft, new, thing))
        if _is_known(new, thing):
            left |= _replace_background(draft, new, thing)
    draft.add(triple for triple in new.match() if triple not in named)
    _sweep(draft, left)


def _join_names(draft: Draft, new: Draft, thing: NamedNode) -> Iterator[Triple]:
    """Call a thing by what the documents of both call it; give the triples that this is instead of."""
    labels = {one.value for one in draft.objects(thing, terms.LABEL)}
    label = choose_label(one.value for one in new.objects(thing, terms.LABEL))
    others = _other_names(new, thing)
    names = _other_names(draft, thing) | others
    if not _is_known(new, thing):
        names |= labels | {label}
        label = choose_label(labels | {label})
    elif not _is_known(draft, thing):
        names |= labels
    _set_names(draft, thing, label, names)
    yield from new.match(thing, terms.LABEL)
    yield from (Triple(thing, node(terms.ALT_LABEL), text(one)) for one in others)


def _replace_background(draft: Draft, new: Draft, thing: NamedNode) -> set[NamedNode]:
    """Take out what another gazetteer said of a thing; give what only that led to."""
    draft.remove(t for t in draft.match(thing, terms.KNOWN) if t not in new)
    if not _any(new.match(thing, terms.KIND)):
        return set()  # it only uses a name: that says little of it, and takes nothing back
    old = [t for term in _DESCRIBED for t in draft.match(thing, term) if t not in new]
    old += [t for t in draft.match(thing, terms.ALT_LABEL) if _has_language(t) and t not in new]
    for name in draft.subjects(terms.NAME_OF, thing):
        if not _any(new.match(name)):
            old += draft.match(name)
    draft.remove(old)
    ends = (terms.BROADER, terms.NAME_USED_BY)
    return set(_named(t.object for t in old if t.predicate.value in ends))


def _has_language(triple: Triple) -> bool:
    return isinstance(triple.object, Literal) and bool(triple.object.language)


def settle(draft: Draft) -> Change:
    """Give the change of what is read together with what it changes in what is derived, so that both come at once."""
    read = draft.change()
    derived = refresh(draft, read.gone | read.new)
    draft.remove(derived.gone)
    draft.add(derived.new)
    return draft.change()


def _any(found: Iterable[object]) -> bool:
    return next(iter(found), None) is not None


def _named(values: Iterable[object]) -> list[NamedNode]:
    return [value for value in values if isinstance(value, NamedNode)]
