"""Relations that no wording reads, and whose word quoted ones are: persons in office, names in brackets, speech."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.extraction.alternative_names import RULE as BRACKETED_NAME
from kgraph.extraction.alternative_names import find_bracketed_names, find_caller
from kgraph.extraction.relation_evidence import IN_OFFICE
from kgraph.extraction.sentences import sentence_span
from kgraph.linking import Linked, Linker
from kgraph.model import EntityKind, Mention, Span
from kgraph.parse import ParsedPart
from kgraph.persons import Person
from kgraph.propositions.qualifiers import Qualifiers
from kgraph.relations import Relation, attributed
from kgraph.tokens import Words
from kgraph.vocab import nil_entity

__all__ = ["bracketed", "quoted", "represented"]


def quoted(relation: Relation, linker: Linker) -> Relation:
    """Attribute what stands in quotation marks, or in a speech of a transcript, to its speaker.

    Of whom nothing tells, he is nobody whose name is known; a name alone is no statement.
    """
    if relation.attribution is not None:
        return relation
    voice = linker.voice_at(relation.trigger.idx)
    if voice is None:
        is_said = relation.is_hearsay or (
            relation.predicate != "knownAs" and linker.is_speech(relation.trigger)
        )
        return (
            replace(relation, attribution=linker.somebody(relation.qualifiers.speaker))
            if is_said
            else relation
        )
    speaker = attributed(voice, relation.subject, relation.predicate)
    return replace(relation, attribution=speaker, voice=voice)


def represented(part: ParsedPart, persons: Sequence[Person]) -> Iterator[Relation]:
    """Read "Russian Foreign Minister Sergei Lavrov" as his representing Russia."""
    for person in persons:
        if person.office is None:
            continue
        words = part.doc.char_span(person.office.span.start, person.office.span.end, alignment_mode="expand")
        if words is None:
            continue
        trigger = words[-1]
        yield Relation(
            subject=Linked(person.entity, _mention_in(person, trigger.sent)),
            predicate="represents",
            object=Linked(person.office.agent, person.office.agent_span),
            about=nil_entity(person.office.title, EntityKind.NAME),
            trigger=trigger,
            qualifiers=Qualifiers(),
            attribution=None,
            rule=IN_OFFICE,
            confidence=0.9,
        )


def _mention_in(person: Person, sentence: Words) -> Span | None:
    whole = sentence_span(sentence)
    first = bisect_left(person.mentions, whole.start, key=lambda mention: mention.start)  # in text order
    return next((s for s in person.mentions[first : first + 1] if whole.contains(s)), None)


def bracketed(part: ParsedPart, mentions: tuple[Mention, ...]) -> Iterator[Relation]:
    """Read "Falkland Islands (Islas Malvinas)" as one name beside the other."""
    for place, name, mention in find_bracketed_names(part.doc, mentions):
        words = part.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if words is None:
            continue
        yield Relation(
            subject=place,
            predicate="knownAs",
            object=name,
            about=None,
            trigger=words[-1],
            qualifiers=Qualifiers(),
            attribution=find_caller(name.span, part.text, mentions) if name.span is not None else None,
            rule=BRACKETED_NAME,
            confidence=0.85,
        )
