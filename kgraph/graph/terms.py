"""The terms that writer and reader share, and how values become literals that every engine reads alike.

The constants are plain text: an rdflib term never equals the text of its IRI, and would miss in silence.
"""

import datetime
import functools
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kgraph.model import Entity, Modality, Polarity
from kgraph.vocab import KG, PREFIXES, entity_iri

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

ABOUT = str(KG.about)
ABOUT_TEXT = str(KG.aboutText)
ACTUAL = str(KG.Actual)
AGENT = str(KG.Agent)
ASSERTION = str(KG.Assertion)
ATTRIBUTED_TO = str(KG.attributedTo)
ATTRIBUTION_TEXT = str(KG.attributionText)
CANDIDATE = str(KG.candidate)
CONFIDENCE = str(KG.confidence)
DOCUMENT = str(KG.Document)
ELLIPTICAL = str(KG.elliptical)
EXISTS_FROM = str(KG.existsFrom)
EXISTS_UNTIL = str(KG.existsUntil)
EVIDENCE = str(KG.evidence)
EVIDENCE_CLASS = str(KG.Evidence)
IN_DOCUMENT = str(KG.inDocument)
KIND = str(KG.kind)
KNOWN = str(KG.known)
MODALITY = str(KG.modality)
NAME_OF = str(KG.nameOf)
NAME_TEXT = str(KG.nameText)
NAME_USED_BY = str(KG.nameUsedBy)
PARTY_NAME = str(KG.PartyName)
PLACE = str(KG.Place)
POLARITY = str(KG.polarity)
POSITIVE = str(KG.Positive)
RULE = str(KG.rule)
TEXT_DIGEST = str(KG.textDigest)
TEXT_SIGNATURE = str(KG.textSignature)
TIME_TEXT = str(KG.timeText)
VALID_FROM = str(KG.validFrom)
VALID_UNTIL = str(KG.validUntil)

# what is derived
AFFIRMED_BY, AFFIRMED_IN = str(KG.affirmedBy), str(KG.affirmedIn)
APPEARANCE = str(KG.appearance)
APPEARANCES = str(KG.appearances)
BELIEF = str(KG.belief)
BELIEF_CLASS = str(KG.Belief)
CLAIMANT = str(KG.claimant)
CLAIMED = str(KG.Claimed)
CONCERNS = str(KG.concerns)
CONTAINMENT = str(KG.Containment)
CONTESTED = str(KG.Contested)
CONTRADICTION = str(KG.Contradiction)
DENIED_BY, DENIED_IN = str(KG.deniedBy), str(KG.deniedIn)
DENYING_ORIGINS = str(KG.denyingOrigins)
DERIVED_BY = str(KG.derivedBy)
DERIVED_FROM = PREFIXES["prov"] + "wasDerivedFrom"
DISPUTE = str(KG.Dispute)
FIRST_APPEARANCE = str(KG.firstAppearance)
FIRST_REPORTED = str(KG.firstReported)
FORMER_HOLDER = str(KG.formerHolder)
GENERALIZATION = str(KG.Generalization)
HOLDER = str(KG.holder)
INFERRED = str(KG.Inferred)
LAST_REPORTED = str(KG.lastReported)
OPPONENT = str(KG.opponent)
ORIGINS = str(KG.origins)
OVER = str(KG.over)
PARTY = str(KG.party)
PERIOD = str(KG.Period)
RENOUNCED_BY = str(KG.renouncedBy)
SETTLED = str(KG.Settled)
STATUS = str(KG.status)
STORY = str(KG.Story)
WITHIN = str(KG.within)

DERIVED_PROPERTIES = frozenset(
    {CONCERNS, WITHIN}
)  # on things that are read: all else stands on nodes of its own
POLARITIES = {Polarity.POSITIVE: str(KG.Positive), Polarity.NEGATIVE: str(KG.Negative)}
MODALITIES = {Modality.ACTUAL: str(KG.Actual), Modality.POSSIBLE: str(KG.Possible)}
SPANS = (
    ("subject_span", str(KG.subjectStart), str(KG.subjectEnd)),
    ("predicate_span", str(KG.predicateStart), str(KG.predicateEnd)),
    ("object_span", str(KG.objectStart), str(KG.objectEnd)),
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
    Role("subject", SUBJECT, str(KG.subjectLabel), str(KG.subjectText), str(KG.subjectCandidate)),
    Role("object", OBJECT, str(KG.objectLabel), str(KG.objectText), str(KG.objectCandidate)),
    Role("about", ABOUT, str(KG.aboutLabel), None, str(KG.aboutCandidate)),
    Role("attribution", ATTRIBUTED_TO, str(KG.attributionLabel), None, str(KG.attributionCandidate)),
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
        return Literal(re.sub("[\ud800-\udfff]", "\ufffd", value))


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
