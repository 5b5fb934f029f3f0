"""The terms that writer and reader share, and how values become literals that every engine reads alike.

The constants are plain text: an rdflib term never equals the text of its IRI, and would miss in silence, and to load
rdflib takes longer than to write a graph. `tests/ontology/test_drift.py` holds that the ontology has each of them.
"""

import datetime
import functools
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kgraph.model import Entity, Modality, Polarity
from kgraph.text.printable import encodable
from kgraph.vocab import NAMESPACE, PREFIXES, entity_iri

__all__ = [
    "ROLES",
    "Role",
    "Value",
    "boolean",
    "date",
    "day",
    "decimal",
    "entity_node",
    "integer",
    "link",
    "node",
    "shorten",
    "tagged",
    "text",
]

Value = NamedNode | Literal

TYPE, LABEL = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label"
ALT_LABEL, EXACT_MATCH = PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "exactMatch"
BROADER = PREFIXES["skos"] + "broader"
SYMMETRIC = PREFIXES["owl"] + "SymmetricProperty"
LAT, LONG = PREFIXES["geo"] + "lat", PREFIXES["geo"] + "long"
ATTRIBUTED_SOFTWARE = PREFIXES["prov"] + "wasAttributedTo"
SUBJECT = PREFIXES["rdf"] + "subject"
PREDICATE = PREFIXES["rdf"] + "predicate"
OBJECT = PREFIXES["rdf"] + "object"
EXACT, START, END = PREFIXES["oa"] + "exact", PREFIXES["oa"] + "start", PREFIXES["oa"] + "end"
NEWS_ARTICLE = PREFIXES["schema"] + "NewsArticle"
IDENTIFIER = PREFIXES["schema"] + "identifier"
HEADLINE = PREFIXES["schema"] + "headline"
PUBLISHED = PREFIXES["schema"] + "datePublished"
PUBLISHER = PREFIXES["schema"] + "publisher"
URL = PREFIXES["schema"] + "url"

ABOUT = NAMESPACE + "about"
ABOUT_TEXT = NAMESPACE + "aboutText"
ACTUAL = NAMESPACE + "Actual"
AGENT = NAMESPACE + "Agent"
ASSERTION = NAMESPACE + "Assertion"
ATTRIBUTED_TO = NAMESPACE + "attributedTo"
ATTRIBUTION_TEXT = NAMESPACE + "attributionText"
CANDIDATE = NAMESPACE + "candidate"
CONFIDENCE = NAMESPACE + "confidence"
DOCUMENT = NAMESPACE + "Document"
ELLIPTICAL = NAMESPACE + "elliptical"
PAST = NAMESPACE + "past"  # "state" or "event"
EXISTS_FROM = NAMESPACE + "existsFrom"
EXISTS_UNTIL = NAMESPACE + "existsUntil"
EVIDENCE = NAMESPACE + "evidence"
EVIDENCE_CLASS = NAMESPACE + "Evidence"
IN_DOCUMENT = NAMESPACE + "inDocument"
KIND = NAMESPACE + "kind"
KNOWN = NAMESPACE + "known"
MODALITY = NAMESPACE + "modality"
NAME_OF = NAMESPACE + "nameOf"
NAME_TEXT = NAMESPACE + "nameText"
NAME_USED_BY = NAMESPACE + "nameUsedBy"
PARTY_NAME = NAMESPACE + "PartyName"
PLACE = NAMESPACE + "Place"
POLARITY = NAMESPACE + "polarity"
POSITIVE = NAMESPACE + "Positive"
RULE = NAMESPACE + "rule"
TEXT_DIGEST = NAMESPACE + "textDigest"
TEXT_SIGNATURE = NAMESPACE + "textSignature"
TIME_TEXT = NAMESPACE + "timeText"
VALID_FROM = NAMESPACE + "validFrom"
VALID_UNTIL = NAMESPACE + "validUntil"

# what is derived
AFFIRMED_BY, AFFIRMED_IN = NAMESPACE + "affirmedBy", NAMESPACE + "affirmedIn"
APPEARANCE = NAMESPACE + "appearance"
APPEARANCES = NAMESPACE + "appearances"
BELIEF = NAMESPACE + "belief"
BELIEF_CLASS = NAMESPACE + "Belief"
CLAIMANT = NAMESPACE + "claimant"
CLAIMED = NAMESPACE + "Claimed"
CONCERNS = NAMESPACE + "concerns"
CONTAINMENT = NAMESPACE + "Containment"
CONTESTED = NAMESPACE + "Contested"
CONTRADICTION = NAMESPACE + "Contradiction"
DENIED_BY, DENIED_IN = NAMESPACE + "deniedBy", NAMESPACE + "deniedIn"
DENYING_ORIGINS = NAMESPACE + "denyingOrigins"
DERIVED_BY = NAMESPACE + "derivedBy"
DERIVED_FROM = PREFIXES["prov"] + "wasDerivedFrom"
DISPUTE = NAMESPACE + "Dispute"
FIRST_APPEARANCE = NAMESPACE + "firstAppearance"
FIRST_REPORTED = NAMESPACE + "firstReported"
FORMER_HOLDER = NAMESPACE + "formerHolder"
GENERALIZATION = NAMESPACE + "Generalization"
HOLDER = NAMESPACE + "holder"
INFERRED = NAMESPACE + "Inferred"
LAST_REPORTED = NAMESPACE + "lastReported"
OPPONENT = NAMESPACE + "opponent"
ORIGINS = NAMESPACE + "origins"
OVER = NAMESPACE + "over"
PARTY = NAMESPACE + "party"
PERIOD = NAMESPACE + "Period"
RENOUNCED_BY = NAMESPACE + "renouncedBy"
SETTLED = NAMESPACE + "Settled"
STATUS = NAMESPACE + "status"
STORY = NAMESPACE + "Story"
WITHIN = NAMESPACE + "within"

DERIVED_PROPERTIES = frozenset(
    {CONCERNS, WITHIN}
)  # on things that are read: all else stands on nodes of its own
POLARITIES = {Polarity.POSITIVE: NAMESPACE + "Positive", Polarity.NEGATIVE: NAMESPACE + "Negative"}
MODALITIES = {Modality.ACTUAL: NAMESPACE + "Actual", Modality.POSSIBLE: NAMESPACE + "Possible"}
SPANS = (
    ("subject_span", NAMESPACE + "subjectStart", NAMESPACE + "subjectEnd"),
    ("predicate_span", NAMESPACE + "predicateStart", NAMESPACE + "predicateEnd"),
    ("object_span", NAMESPACE + "objectStart", NAMESPACE + "objectEnd"),
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a thing is to an assertion, and how an evidence tells of it.

    `predicate` leads from the assertion to the thing. The others stand on the evidence: `label` is what the document
    calls what the gazetteer does not have, `words` are those of the sentence where they are others than its label,
    `candidate` is what an unknown thing may be.
    """

    field: str  # of an Assertion
    predicate: str
    label: str
    words: str | None
    candidate: str


ROLES = (
    Role(
        "subject",
        SUBJECT,
        NAMESPACE + "subjectLabel",
        NAMESPACE + "subjectText",
        NAMESPACE + "subjectCandidate",
    ),
    Role(
        "object", OBJECT, NAMESPACE + "objectLabel", NAMESPACE + "objectText", NAMESPACE + "objectCandidate"
    ),
    Role("about", ABOUT, NAMESPACE + "aboutLabel", None, NAMESPACE + "aboutCandidate"),
    Role(
        "attribution", ATTRIBUTED_TO, NAMESPACE + "attributionLabel", None, NAMESPACE + "attributionCandidate"
    ),
)


@functools.cache
def _xsd(name: str) -> NamedNode:
    return NamedNode(PREFIXES["xsd"] + name)


@functools.lru_cache(maxsize=1024)
def node(iri: str) -> NamedNode:
    """Make a node of an IRI; terms come again and again, so they are kept."""
    return NamedNode(iri)


def entity_node(entity: Entity) -> NamedNode:
    """Make the node of an entity."""
    return NamedNode(entity_iri(entity))


def text(value: str) -> Literal:
    """Make a literal of any text; half a surrogate pair, which no file can hold, becomes the mark for it."""
    try:
        return Literal(value)
    except (UnicodeEncodeError, ValueError):
        return Literal(encodable(value))


def tagged(value: str, lang: str) -> Literal:
    """Make a literal of words in a language."""
    return Literal(value, language=lang)


def link(url: str) -> Value:
    """Make a link of a web address; what could mislead or break (controls, javascript:) stays text."""
    hidden = any(unicodedata.category(c) in ("Cc", "Cf") for c in url)
    if hidden or not re.match(r"https?://", url, re.IGNORECASE):
        return text(url)
    try:
        return NamedNode(url)
    except ValueError:
        return text(url)


def boolean(value: bool) -> Literal:
    """Write a truth value."""
    return Literal("true" if value else "false", datatype=_xsd("boolean"))


def integer(value: int) -> Literal:
    """Write a whole number."""
    return Literal(str(value), datatype=_xsd("integer"))


def decimal(value: float) -> Literal:
    """Write a number in the one form that Oxigraph keeps: no exponent, no zeros at the end."""
    digits = format(Decimal(repr(value)), "f")
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=_xsd("decimal"))


def date(value: datetime.date) -> Literal:
    """Write a day."""
    return Literal(value.isoformat(), datatype=_xsd("date"))


def day(iso: str) -> Literal:
    """Write a day that is text already."""
    return Literal(iso, datatype=_xsd("date"))


def shorten(iri: str) -> str:
    """Write an IRI with its prefix, for a message."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
