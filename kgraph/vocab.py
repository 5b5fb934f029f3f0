"""The ontology in code: its predicates, its prefixes, and how IRIs are minted.

`predicates()` reads `ontologies/kgraph.ttl`, the one source of predicates. `KG` is the ontology as a closed
namespace of rdflib, loaded when first asked for: rdflib takes 0.13 s to import, which the rest does not need.

Local names are flat (`id:a_9e4e`, `id:kunashir`): nested paths make rdflib's Turtle writer quadratic.
"""

import functools
import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kgraph.errors import DataError
from kgraph.model import Assertion, BackgroundName, Entity, EntityKind, Evidence, assertion_id, evidence_id
from kgraph.resources import ONTOLOGIES

if TYPE_CHECKING:
    from kgraph.namespace import KG as KG

__all__ = [
    "IDS",
    "KG",
    "NAMESPACE",
    "ONTOLOGY",
    "OWN",
    "PREFIXES",
    "SHAPES",
    "Predicate",
    "assertion_iri",
    "document_id",
    "document_iri",
    "entity_iri",
    "evidence_iri",
    "iri_of",
    "is_symmetric",
    "local_name",
    "nil_entity",
    "nil_kind",
    "orient",
    "own_predicate",
    "predicate_iri",
    "predicate_name",
    "predicates",
    "read_predicates",
    "slug",
]

NAMESPACE = "https://w3id.org/kgraph/ns#"
IDS = "https://w3id.org/kgraph/id/"
OWN = "https://w3id.org/kgraph/own#"  # what users add themselves, where they give no namespace
ONTOLOGY = ONTOLOGIES / "kgraph.ttl"
SHAPES = ONTOLOGIES / "kgraph.shapes.ttl"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "id": IDS,
        "kg": NAMESPACE,
        "own": OWN,
        "owl": "http://www.w3.org/2002/07/owl#",
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_NIL_PREFIX = {
    EntityKind.STATE: "state",
    EntityKind.TERRITORY: "place",
    EntityKind.ORGANIZATION: "org",
    EntityKind.TRIBUNAL: "body",
    EntityKind.INSTRUMENT: "instrument",
    EntityKind.PERSON: "person",
    EntityKind.NAME: "name",
}
_RDF, _RDFS, _SKOS = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["skos"]
_OWL = "http://www.w3.org/2002/07/owl#"
_SYMMETRIC = _OWL + "SymmetricProperty"
_STRING = PREFIXES["xsd"] + "string"
_SYMMETRIC_PHRASES = NAMESPACE + "verbPhrase", NAMESPACE + "negativeVerbPhrase"  # they read both ways
_INVERSE_PHRASES = NAMESPACE + "inverseVerbPhrase", NAMESPACE + "negativeInverseVerbPhrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A relation of the ontology.

    `domain` and `range` list the kinds of entities that subject and object may be of: gently, since a
    state can be claimed as a whole. `inverse_verb_phrase` and its denial are the words from the object back to
    the subject ("is claimed by"); None where nobody gave any, which holds for users' own predicates only.
    """

    name: str
    label: str
    definition: str
    verb_phrase: str
    negative_verb_phrase: str
    family: str
    domain: frozenset[EntityKind]
    range: frozenset[EntityKind]
    symmetric: bool = False
    super_property: str | None = None
    inverse_verb_phrase: str | None = None
    negative_inverse_verb_phrase: str | None = None


def predicates() -> Mapping[str, Predicate]:
    """Give the ontology's predicates by local name, in alphabetical order."""
    return _shipped_predicates()


@functools.cache
def _shipped_predicates() -> Mapping[str, Predicate]:
    return read_predicates(ONTOLOGY)


def read_predicates(path: Path) -> Mapping[str, Predicate]:
    """Read the predicates of an ontology in Turtle: whatever has a `kg:family`.

    Raises:
        DataError: the file is not Turtle, or a predicate lacks a term.
    """
    try:
        triples = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise DataError(f"{path}: not Turtle: {error.msg}") from error
    about = _index(triples)
    names = sorted(iri for iri, terms in about.items() if NAMESPACE + "family" in terms)
    read = {local_name(iri): _read_predicate(iri, about) for iri in names}
    return MappingProxyType(read)


def own_predicate(
    iri: str,
    *,
    label: str,
    verb_phrase: str,
    negative_verb_phrase: str,
    definition: str,
    symmetric: bool = False,
) -> Predicate:
    """Make a predicate of a user's own; it may relate any things."""
    things = frozenset(kind for kind in EntityKind if kind is not EntityKind.NAME)
    return Predicate(
        name=predicate_name(iri),
        label=label,
        definition=definition,
        verb_phrase=verb_phrase,
        negative_verb_phrase=negative_verb_phrase,
        family="own",
        domain=things,
        range=things,
        symmetric=symmetric,
        inverse_verb_phrase=verb_phrase if symmetric else None,
        negative_inverse_verb_phrase=negative_verb_phrase if symmetric else None,
    )


def predicate_iri(name: str) -> str:
    """Give the IRI of a predicate by its name: "claims", "own:blockades", or an IRI itself."""
    if "://" in name:
        return name
    return OWN + name.removeprefix("own:") if name.startswith("own:") else NAMESPACE + name


def predicate_name(iri: str) -> str:
    """Give the name by which assertions call a predicate: the way back of `predicate_iri`."""
    if iri.startswith(OWN):
        return "own:" + iri.removeprefix(OWN)
    return local_name(iri) if iri.startswith(NAMESPACE) else iri


_Index = Mapping[str, Mapping[str, list[str]]]


def _index(triples: Iterable[ox.Quad]) -> _Index:
    about: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            about[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return about


def _read_predicate(iri: str, about: _Index) -> Predicate:
    terms = about[iri]

    def one(term: str) -> str:
        if len(terms.get(term, ())) != 1:
            found = len(terms.get(term, ()))
            raise DataError(f"the ontology's predicate {local_name(iri)} needs one <{term}>, has {found}")
        return terms[term][0]

    symmetric = _SYMMETRIC in terms[_RDF + "type"]
    back = _SYMMETRIC_PHRASES if symmetric else _INVERSE_PHRASES
    supers = [local_name(s) for s in terms.get(_RDFS + "subPropertyOf", ()) if s.startswith(NAMESPACE)]
    return Predicate(
        name=local_name(iri),
        label=one(_RDFS + "label"),
        definition=one(_SKOS + "definition"),
        verb_phrase=one(NAMESPACE + "verbPhrase"),
        negative_verb_phrase=one(NAMESPACE + "negativeVerbPhrase"),
        family=one(NAMESPACE + "family"),
        domain=_kinds_of(one(_RDFS + "domain"), about),
        range=_kinds_of(one(_RDFS + "range"), about),
        symmetric=symmetric,
        super_property=supers[0] if supers else None,
        inverse_verb_phrase=one(back[0]),
        negative_inverse_verb_phrase=one(back[1]),
    )


def _kinds_of(iri: str, about: _Index) -> frozenset[EntityKind]:
    """List the kinds that the class covers; every class names all its superclasses, so one step is enough."""
    if iri == _STRING:
        return frozenset({EntityKind.NAME})
    covered = (kind for kind in EntityKind if kind is not EntityKind.NAME)
    return frozenset(k for k in covered if iri in _class_and_superclasses(NAMESPACE + k.value, about))


def _class_and_superclasses(iri: str, about: _Index) -> set[str]:
    return {iri, *about[iri].get(_RDFS + "subClassOf", ())}


def local_name(iri: str) -> str:
    """Give the part of an IRI of ours after the namespace, percent signs undone: the `id` it was made of."""
    return unquote(re.sub(r"^.*[/#]", "", iri))


def slug(text: str) -> str:
    """Make a flat local name: letters and digits of any script, words joined by hyphens."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[^\w]+", "-", folded).strip("-_")[:80].strip("-_") or "unnamed"


def nil_entity(label: str, kind: EntityKind, *, key: str = "", scope: str = "") -> Entity:
    """Make the entity of something that only a text names; the same words give the same entity everywhere.

    Args:
        label: the words, as they are to be shown.
        kind: its class.
        key: the words that it is the same by, where they are others than those shown.
        scope: where the words alone do not say which thing is meant ("the court", "a treaty"): what sets it
            apart from others that are called so (`kgraph.document_scope`).
    """
    own = "_" + hashlib.sha256(scope.encode("utf-8", "surrogatepass")).hexdigest()[:8] if scope else ""
    return Entity(id=f"{_NIL_PREFIX[kind]}_{slug(key or label)}{own}", label=label, kind=kind, known=False)


def nil_kind(id: str) -> EntityKind | None:  # noqa: A002 - the field's name everywhere
    """Give the kind of what only a text names, by its id; None where the id is none of that sort."""
    prefix, _, name = id.partition("_")
    kinds = {own: kind for kind, own in _NIL_PREFIX.items()}
    return kinds.get(prefix) if name and slug(name) == name else None


def entity_iri(entity: Entity) -> str:
    """Mint the IRI of an entity: readable, the same on every machine."""
    return iri_of(entity.id)


def assertion_iri(assertion: Assertion) -> str:
    """Mint the IRI of an assertion: a hash of what it says."""
    return iri_of(assertion_id(assertion))


def evidence_iri(assertion: Assertion, evidence: Evidence) -> str:
    """Mint the IRI of an evidence: a hash of its assertion, document and place."""
    return iri_of(evidence_id(assertion, evidence))


def name_iri(thing: str, name: BackgroundName) -> str:
    """Mint the IRI of a name that a party uses for a thing: a hash of the thing's id, the words and the party."""
    return iri_of("n_" + _digest("\x1f".join((thing, name.text, name.lang, name.used_by))))


def document_id(id: str) -> str:  # noqa: A002 - the field's name everywhere
    """Give the flat local name of a document's IRI: a hash of its id, which can be a path or a URL."""
    return "d_" + _digest(id)


def document_iri(id: str) -> str:  # noqa: A002
    """Mint the IRI of the document with this id."""
    return iri_of(document_id(id))


def iri_of(id: str) -> str:  # noqa: A002
    """Give the IRI of a thing of ours by its flat local name, the way back of `local_name`.

    Whatever is not plain is escaped: a slash would nest the name, a space or control would break the file.
    """
    return IDS + quote(id, safe="~", errors="surrogatepass")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def __getattr__(name: str) -> object:
    if name != "KG":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kgraph.namespace import KG  # 0.13 s for rdflib, see above

    return KG


def orient(assertion: Assertion, known: Mapping[str, Predicate] | None = None) -> Assertion:
    """Give a symmetric relation its one direction, the smaller IRI first, so that it is stored once.

    Args:
        assertion: any assertion.
        known: the predicates that there are; None means those of the ontology.
    """
    if not is_symmetric(assertion.predicate, known) or entity_iri(assertion.subject) <= entity_iri(
        assertion.object
    ):
        return assertion
    evidence = tuple(
        replace(e, subject_span=e.object_span, object_span=e.subject_span) for e in assertion.evidence
    )
    return replace(assertion, subject=assertion.object, object=assertion.subject, evidence=evidence)


def is_symmetric(predicate: str, known: Mapping[str, Predicate] | None = None) -> bool:
    """Tell whether a predicate is declared symmetric.

    Args:
        predicate: its name.
        known: the predicates that there are; None means those of the ontology.

    Raises:
        DataError: there is no such predicate.
    """
    known = predicates() if known is None else known
    if predicate not in known:
        own = "one of your own needs own=extractor.own.predicates, of kgraph.Extractor(wordings=…)"
        known_to_all = f"the ontology has: {', '.join(predicates())}"
        raise DataError(f"unknown predicate {predicate!r}; {own if ':' in predicate else known_to_all}")
    return known[predicate].symmetric
