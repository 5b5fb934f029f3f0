"""Assertions as the nodes and lines of a drawing: what each is called, how it is stated, where it stands."""

import re
import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from kgraph.disputes import Dispute, find_disputes
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Modality, Polarity, Span, assertion_id
from kgraph.view.board import Box
from kgraph.view.gaps import place_in_gaps
from kgraph.view.layout import compute_positions
from kgraph.view.routes import compute_curves
from kgraph.view.size import Style, style_of

__all__ = [
    "Line",
    "Node",
    "Stance",
    "box_of",
    "build_network",
    "entities_of",
    "mark_quotation",
    "stance_of",
    "wrap_label",
]

OFFICE = "represents"
MANY_POINTS = 120  # above, persons in office of whom nothing else is said stand aside
SIZES: Mapping[EntityKind, int] = {EntityKind.STATE: 18, EntityKind.TERRITORY: 18, EntityKind.NAME: 5}
USUAL_SIZE = 14
LABEL_WIDTH, LABEL_LINES = 18, 3  # characters of a line of a node's label, lines of it
CHARACTER_WIDTH, LINE_HEIGHT = 8.2, 17.0  # pixels of the label's font at zoom 1, wide letters allowed for
FUNCTION_WORDS = frozenset({"a", "all", "an", "both", "he", "her", "his", "it", "its", "she", "that", "the"})
FUNCTION_WORDS |= {"their", "these", "they", "this", "those"}
BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


class Stance(StrEnum):
    """How a text states a relation; the first that applies, in this order."""

    DENIED = "denied"
    POSSIBLE = "possible"
    ATTRIBUTED = "attributed"
    ASSERTED = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An entity of the drawing."""

    entity: Entity
    names: tuple[str, ...]  # other forms used for it in the texts, the most frequent first
    dispute: Dispute | None
    parts: tuple[Dispute, ...]  # the disputes over what lies within it
    degree: int
    size: int  # radius in pixels
    x: int
    y: int
    aside: bool  # left out of the drawing at the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An assertion of the drawing."""

    id: str
    assertion: Assertion
    stance: Stance
    curve: float  # signed roundness, 0 for a straight line; seen from subject to object


def build_network(
    assertions: Iterable[Assertion],
    published: Mapping[str, str] = MappingProxyType({}),
    past: Container[str] = frozenset(),
    wholes: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[tuple[Node, ...], tuple[Line, ...]]:
    """Give every entity a place and every assertion a line of its own.

    Equal assertions become one line with all their evidence. An entity that assertions are only `about` is a
    node without lines, near those who speak of it. Where there are many points, persons in office stand aside.
    What is too large for one drawing gets no places: its groups have them.

    Args:
        assertions: what is said.
        published: the day on which a document appeared, ISO 8601, by its id.
        past: the ids of the states that are known to be of the past.
        wholes: by the id of a territory, the ids of those that it lies within.

    Returns:
        Nodes sorted by id, lines in the order in which the assertions came.
    """
    merged = _merge(assertions)
    disputes = find_disputes(merged.values(), published, past)
    entities = {entity.id: entity for a in merged.values() for entity in entities_of(a)}
    style = style_of(len(entities), len(merged))
    nodes = _draw_nodes(entities, merged.values(), disputes, wholes, style)
    return nodes, _draw_lines(nodes, merged, style)


def stance_of(assertion: Assertion) -> Stance:
    """Say how an assertion is stated: denial before possibility, possibility before whose word it is."""
    if assertion.polarity is Polarity.NEGATIVE:
        return Stance.DENIED
    if assertion.modality is Modality.POSSIBLE:
        return Stance.POSSIBLE
    return Stance.ASSERTED if assertion.attribution is None else Stance.ATTRIBUTED


def mark_quotation(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Cut a quotation into pieces, each with its part in the assertion.

    Where two spans share words, the subject's come first, then the object's.

    Returns:
        Pairs of part ("subject", "predicate", "object" or "") and words; joined, the words are the quotation.
    """
    parts = [""] * len(evidence.quotation)
    marks = {
        "predicate": evidence.predicate_span,
        "object": evidence.object_span,
        "subject": evidence.subject_span,
    }
    for part, span in marks.items():
        for place in _inside(span, evidence):
            parts[place] = part
    pieces, end = [], 0
    for part, places in groupby(parts):
        start, end = end, end + len(list(places))
        pieces.append((part, evidence.quotation[start:end]))
    return tuple(pieces)


def wrap_label(label: str) -> str:
    """Break a label into at most three lines of some 18 characters; what does not fit becomes an ellipsis.

    Controls that turn the direction of writing are left out: on the drawing they would reach past the label.
    """
    words = label.translate(BIDI_CONTROLS)
    lines = textwrap.wrap(words, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(lines)


def _merge(assertions: Iterable[Assertion]) -> dict[str, Assertion]:
    merged: dict[str, Assertion] = {}
    for assertion in assertions:
        key = assertion_id(assertion)
        known = merged.get(key)
        merged[key] = assertion.with_evidence(known.evidence + assertion.evidence) if known else assertion
    return merged


def _draw_nodes(
    entities: Mapping[str, Entity],
    assertions: Collection[Assertion],
    found: Iterable[Dispute],
    wholes: Mapping[str, Collection[str]],
    style: Style,
) -> tuple[Node, ...]:
    disputes = {dispute.territory.id: dispute for dispute in found}
    parts: defaultdict[str, list[Dispute]] = defaultdict(list)
    for key, dispute in disputes.items():
        for whole in wholes.get(key, ()):
            parts[whole].append(dispute)
    degrees = Counter(end.id for a in assertions for end in (a.subject, a.object))
    names = _surface_forms(assertions)
    is_one_drawing = style in (Style.ALL, Style.LIGHT)
    aside = _find_aside(entities, assertions) if is_one_drawing else frozenset[str]()
    places = _place(entities, assertions, aside) if is_one_drawing else dict.fromkeys(entities, (0, 0))
    return tuple(
        Node(
            entity=entities[key],
            names=names.get(key, ()),
            dispute=disputes.get(key),
            parts=tuple(parts.get(key, ())),
            degree=degrees[key],
            size=SIZES.get(entities[key].kind, USUAL_SIZE),
            x=places[key][0],
            y=places[key][1],
            aside=key in aside,
        )
        for key in sorted(entities)
    )


def _find_aside(entities: Mapping[str, Entity], assertions: Iterable[Assertion]) -> frozenset[str]:
    """Find the persons of whom an office is all that is said; none where the points are few."""
    if len(entities) <= MANY_POINTS:
        return frozenset()
    does_more = {entity.id for a in assertions if a.predicate != OFFICE for entity in entities_of(a)}
    persons = {key for key, entity in entities.items() if entity.kind is EntityKind.PERSON}
    return frozenset(persons - does_more)


def _is_aside(assertion: Assertion, aside: Collection[str]) -> bool:
    return assertion.subject.id in aside or assertion.object.id in aside


def _place(
    entities: Mapping[str, Entity], assertions: Collection[Assertion], aside: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Place what is drawn at the start as if it were all; the rest goes where that leaves room."""
    at_start = [a for a in assertions if not _is_aside(a, aside)]
    first = {entity.id for a in at_start for entity in entities_of(a)}
    boxes = {key: box_of(entity) for key, entity in entities.items()}
    drawn = [box for key, box in boxes.items() if key in first]
    places = compute_positions(drawn, _ties(at_start))
    rest = [box for key, box in boxes.items() if key not in first]
    return places | place_in_gaps(rest, _ties(assertions), drawn, places)


def entities_of(assertion: Assertion) -> list[Entity]:
    """List what gets a node: subject, object, and the thing spoken about unless it is mere words."""
    about = assertion.about
    return [
        assertion.subject,
        assertion.object,
        *([about] if about and about.kind is not EntityKind.NAME else []),
    ]


def _ties(assertions: Collection[Assertion]) -> list[tuple[str, str]]:
    """Pair what is to stand near one another; what is only spoken about stands by those it is between."""
    joined = {end.id for a in assertions for end in (a.subject, a.object)}
    ties = [(a.subject.id, a.object.id) for a in assertions]
    spoken_of = [(a, thing.id) for a in assertions for thing in entities_of(a)[2:] if thing.id not in joined]
    return ties + [(end.id, thing) for a, thing in spoken_of for end in (a.subject, a.object)]


def box_of(entity: Entity) -> Box:
    """Give the room that an entity's point and its label take."""
    lines = wrap_label(entity.label).split("\n")
    width = max(50.0, CHARACTER_WIDTH * max(_display_width(line) for line in lines))
    return Box(id=entity.id, width=width, height=44.0 + LINE_HEIGHT * len(lines))


def _display_width(text: str) -> int:
    """Count columns: Chinese, Japanese and Korean characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _surface_forms(assertions: Iterable[Assertion]) -> dict[str, tuple[str, ...]]:
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, str] = {}
    for assertion in assertions:
        for entity in (assertion.subject, assertion.object):
            labels[entity.id] = entity.label
        if assertion.object.kind is EntityKind.NAME:
            forms[assertion.subject.id][assertion.object.label] += 1
        for evidence in assertion.evidence:
            forms[assertion.subject.id].update(_name_at(evidence.subject_span, evidence))
            forms[assertion.object.id].update(_name_at(evidence.object_span, evidence))
    return {key: _rank(count, labels[key]) for key, count in forms.items()}


def _rank(count: Counter[str], label: str) -> tuple[str, ...]:
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return tuple(form for form, _ in ranked if form.casefold() != label.casefold())


def _name_at(span: Span | None, evidence: Evidence) -> list[str]:
    """Read the name at a span; none where the words are a reference ("its", "the islands")."""
    places = _inside(span, evidence)
    words = " ".join(evidence.quotation[places.start : places.stop].split())
    bare = re.sub(r"^\w+ ", "", words) if words.split(" ")[0].casefold() in FUNCTION_WORDS else words
    is_reference = bare.casefold() in FUNCTION_WORDS or bare == bare.lower() != bare.upper()
    return [] if not bare or is_reference else [bare]


def _inside(span: Span | None, evidence: Evidence) -> range:
    """Turn a span of the document into places of the quotation; empty where it lies elsewhere."""
    if span is None or not evidence.span.contains(span):
        return range(0)
    start = evidence.span.start
    return range(span.start - start, min(span.end - start, len(evidence.quotation)))


def _draw_lines(nodes: Sequence[Node], merged: Mapping[str, Assertion], style: Style) -> tuple[Line, ...]:
    """Bend the lines of the start past its nodes alone, all others past every node; in a large drawing, past none."""
    aside = {node.entity.id for node in nodes if node.aside}
    late = {key: a for key, a in merged.items() if _is_aside(a, aside)}
    start = {key: a for key, a in merged.items() if key not in late}
    first = {entity.id for a in start.values() for entity in entities_of(a)}
    curves = dict.fromkeys(merged, 0.0)
    if style in (Style.ALL, Style.LIGHT):
        past = style is Style.ALL
        curves |= _curve(start, [node for node in nodes if node.entity.id in first], past)
        curves |= _curve(late, nodes, past)
    return tuple(
        Line(id=key, assertion=a, stance=stance_of(a), curve=curves[key]) for key, a in merged.items()
    )


def _curve(assertions: Mapping[str, Assertion], nodes: Iterable[Node], detours: bool) -> dict[str, float]:
    places = {node.entity.id: (node.x, node.y) for node in nodes}
    radii = {node.entity.id: float(node.size) for node in nodes}
    ends = [(a.subject.id, a.object.id) for a in assertions.values()]
    return dict(zip(assertions, compute_curves(ends, places, radii, detours=detours), strict=True))
