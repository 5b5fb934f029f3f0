"""From relations to assertions: of several readings of the same the one that counts, with what it rests on."""

from collections.abc import Iterable

from kgraph.disputes import SIDE_OF
from kgraph.extraction.alternative_names import RULE as BRACKETED_NAME
from kgraph.extraction.constructions import construction_of
from kgraph.extraction.sentences import sentence_span
from kgraph.model import Assertion, Construction, Evidence, Modality, Past, Span
from kgraph.parse import ParsedPart
from kgraph.propositions.tenses import past_of, tells_what_stands
from kgraph.relations import Relation
from kgraph.tokens import Words

__all__ = ["IN_OFFICE", "assertion_of", "most_confident"]

IN_OFFICE = "person-in-office"  # the rule by which somebody represents a state


def most_confident(relations: Iterable[tuple[Relation, str | None]]) -> list[tuple[Relation, str | None]]:
    """Keep one reading per sentence of each subject, predicate, object and polarity, in text order."""
    best: dict[tuple[object, ...], tuple[Relation, str | None]] = {}
    for relation, time in relations:
        key = (
            relation.trigger.sent.start,
            relation.subject.entity.id,
            relation.predicate,
            relation.object.entity.id,
            relation.qualifiers.polarity,
        )
        known = best.get(key)
        if known is None or _is_rather_meant((relation, time), known):
            best[key] = (relation, time)
    return sorted(best.values(), key=lambda pair: pair[0].trigger.i)


def _is_rather_meant(one: tuple[Relation, str | None], other: tuple[Relation, str | None]) -> bool:
    """Tell which of two readings of the same counts: of a noun and of the verb that only plans it, the verb's.

    "agreed to *submit* the *claim* to the court" is no claim submitted yet.
    """
    (upper, _), (lower, _) = one, other
    if upper.qualifiers.modality is not lower.qualifiers.modality:
        if upper.trigger.is_ancestor(lower.trigger):
            return upper.qualifiers.modality is Modality.POSSIBLE or _strength(*one) > _strength(*other)
        if lower.trigger.is_ancestor(upper.trigger) and lower.qualifiers.modality is Modality.POSSIBLE:
            return False
    return _strength(*one) > _strength(*other)


def _strength(relation: Relation, time: str | None) -> tuple[bool, float, bool, bool]:
    """Rank two readings of the same: a name that says whose it is comes first, then the surer one."""
    says_whose = relation.predicate == "knownAs" and relation.attribution is not None
    return (says_whose, relation.confidence, time is not None, relation.about is not None)


def assertion_of(relation: Relation, time: str | None, part: ParsedPart) -> Assertion:
    """Make the assertion of a relation that is read in a part, at its time, with its evidence."""
    trigger = relation.trigger
    speaker, voice = relation.attribution, relation.attribution or relation.voice
    evidence = Evidence(
        document_id=part.document.id,
        span=_shift(sentence_span(trigger.sent), part.offset),
        quotation=part.words_at(sentence_span(trigger.sent)),
        subject_span=_inside(relation.subject.span, trigger.sent, part.offset),
        predicate_span=_shift(Span(start=trigger.idx, end=trigger.idx + len(trigger.text)), part.offset),
        object_span=_inside(relation.object.span, trigger.sent, part.offset),
        attribution_text=part.words_at(voice.span) if voice is not None and voice.span else None,
        rule=relation.rule,
        confidence=relation.confidence,
        elliptical=relation.elliptical,
        past=_past(relation),
        construction=_construction(relation),
    )
    return Assertion(
        subject=relation.subject.entity,
        predicate=relation.predicate,
        object=relation.object.entity,
        about=relation.about,
        polarity=relation.qualifiers.polarity,
        modality=relation.qualifiers.modality,
        attribution=speaker.entity if speaker is not None else None,
        time=time,
        evidence=(evidence,),
    )


def _past(relation: Relation) -> Past | None:
    """Tell how the past tense tells that something is held, or broke away; None for all else."""
    match SIDE_OF.get(relation.predicate):
        case "hold":
            return past_of(relation.trigger)
        case "secede":
            return None if tells_what_stands(relation.trigger) else Past.EVENT
    return None


def _construction(relation: Relation) -> Construction:
    """Tell how a relation was read; what no wording reads is known by its rule."""
    fixed = {IN_OFFICE: Construction.OFFICE, BRACKETED_NAME: Construction.APPOSITION}.get(relation.rule)
    spans = (relation.subject.span, relation.object.span)
    refers = any(span is None or not _lies_in(span, relation.trigger.sent) for span in spans)
    return fixed or construction_of(relation.trigger, elliptical=relation.elliptical, refers=refers)


def _lies_in(span: Span, sentence: Words) -> bool:
    return sentence_span(sentence).contains(span)


def _shift(span: Span, offset: int) -> Span:
    return Span(start=span.start + offset, end=span.end + offset)


def _inside(span: Span | None, sentence: Words, offset: int) -> Span | None:
    """Give the words' span in the document, None where they are not in the sentence."""
    if span is None or not _lies_in(span, sentence):
        return None
    return _shift(span, offset)
