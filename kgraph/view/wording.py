"""Relations and kinds in words, as the pages show them."""

from collections.abc import Mapping

from kgraph.model import Assertion, EntityKind, Modality
from kgraph.view.network import Stance
from kgraph.vocab import Predicate

__all__ = [
    "FAMILIES",
    "KINDS",
    "OTHER_FAMILY",
    "STANCES",
    "family_of",
    "word_inverse",
    "word_relation",
]

OTHER_FAMILY = "other"
FAMILIES: Mapping[str, str] = {
    "claim": "Claims, positions",
    "control": "Control",
    "transfer": "Transfers, borders",
    "force": "Force",
    "legal": "Treaties and courts",
    "diplomacy": "Diplomacy",
    "naming": "Names and parts",
    OTHER_FAMILY: "Other",
}
STANCES: Mapping[Stance, str] = {
    Stance.ASSERTED: "Said by the article",
    Stance.ATTRIBUTED: "According to someone",
    Stance.POSSIBLE: "Possible or planned",
    Stance.DENIED: "Denied",
}
KINDS: Mapping[EntityKind, str] = {
    EntityKind.STATE: "State",
    EntityKind.TERRITORY: "Territory",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.TRIBUNAL: "Court",
    EntityKind.INSTRUMENT: "Treaty or law",
    EntityKind.PERSON: "Person",
    EntityKind.NAME: "Name in use",
}


def word_relation(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str:
    """Put the relation in words, its denial and possibility in them: "possibly does not claim"."""
    predicate = predicates.get(assertion.predicate)
    if predicate is None:
        said, denied = assertion.predicate, f"does not: {assertion.predicate}"
    else:
        said, denied = predicate.verb_phrase, predicate.negative_verb_phrase
    return _modal(assertion, denied if assertion.polarity == "negative" else said)


def word_inverse(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str | None:
    """Put the relation in words as seen from its object: "is possibly not claimed by"; None where there are none."""
    predicate = predicates.get(assertion.predicate)
    if predicate is None:
        return None
    said, denied = predicate.inverse_verb_phrase, predicate.negative_inverse_verb_phrase
    words = denied if assertion.polarity == "negative" else said
    return _modal(assertion, words) if words else None


def _modal(assertion: Assertion, words: str) -> str:
    if assertion.modality is not Modality.POSSIBLE:
        return words
    return f"is possibly {words.removeprefix('is ')}" if words.startswith("is ") else f"possibly {words}"


def family_of(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str:
    """Give the group whose colour the assertion is drawn in."""
    predicate = predicates.get(assertion.predicate)
    return predicate.family if predicate and predicate.family in FAMILIES else OTHER_FAMILY
