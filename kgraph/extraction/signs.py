"""The signs by which a reading is more or less likely to be right: the numbers that its confidence is made of.

A sign is there (1), absent, or a measure of its own. Signs look at a reading twice: at its parse (the construction,
the steps in the tree between the predicate and its arguments) and at the surface of the sentence (how far apart they
stand, what verbs, names and commas stand between them), which a wrong parse does not change.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kgraph.extraction.constructions import construction_of
from kgraph.linking import Linked
from kgraph.model import EntityKind, Modality, Polarity
from kgraph.propositions.arguments import conjuncts, first_conjunct
from kgraph.relations import Relation
from kgraph.tokens import Doc, Token

__all__ = ["GUESSED", "ROUGH", "Signs", "signs_of", "signs_of_all"]

Signs = Mapping[str, float]
"""The signs of one reading; one that is not named is 0."""

GUESSED = "arguments are guessed"
ROUGH = "the wording's own rough confidence"

_BREAKS = frozenset({",", ";", ":", "(", ")", "—", "–", "--"})
_LEAST_ROUGH = 0.01  # and its counterpart 0.99: log odds have no end
_USUAL_LENGTH = 20.0  # tokens of a sentence
_FARTHEST = 8  # steps in the tree
_MOST = 3  # verbs, names, commas between: more count as so many


def signs_of_all(relations: Sequence[Relation]) -> list[Signs]:
    """Give the signs of the readings of one text, each seen beside the others."""
    pairs = Counter((relation.trigger.i, relation.rule) for relation in relations)
    rules: dict[object, set[str]] = defaultdict(set)
    for relation in relations:
        rules[_triple(relation)].add(relation.rule)
    return [
        {
            **signs_of(relation),
            "pairs read at once": math.log(pairs[relation.trigger.i, relation.rule]),
            "read by another rule too": float(len(rules[_triple(relation)]) > 1),
        }
        for relation in relations
    ]


def _triple(relation: Relation) -> tuple[int, str, str, str]:
    """Give what a relation says and in which sentence."""
    sentence = relation.trigger.sent.start
    return sentence, relation.subject.entity.id, relation.predicate, relation.object.entity.id


def signs_of(relation: Relation) -> Signs:
    """Give the signs of a reading by itself."""
    return {name: value for name, value in _signs(relation) if value}


def _signs(relation: Relation) -> Iterator[tuple[str, float]]:
    trigger = relation.trigger
    subject, object_ = (_head(linked, trigger.doc) for linked in (relation.subject, relation.object))
    yield ROUGH, _logit(relation.confidence)
    yield f"predicate {relation.predicate}", 1.0
    refers = subject is None or object_ is None
    yield (
        f"construction {construction_of(trigger, elliptical=relation.elliptical, refers=refers)}",
        1.0,
    )
    yield GUESSED, float(relation.guessed)
    yield "denied", float(relation.qualifiers.polarity is Polarity.NEGATIVE)
    yield "possible", float(relation.qualifiers.modality is Modality.POSSIBLE)
    yield "in another's words", float(relation.attribution is not None)
    yield "length of the sentence", math.log(len(trigger.sent) / _USUAL_LENGTH)
    yield "about something", float(relation.about is not None)
    yield from _argument("subject", relation.subject, subject, trigger)
    yield from _argument("object", relation.object, object_, trigger)
    if subject is not None and object_ is not None:
        yield "arguments coordinated", float(first_conjunct(subject) == first_conjunct(object_))
        yield "object before subject", float(object_.i < subject.i)


def _head(linked: Linked, doc: Doc) -> Token | None:
    if linked.span is None:
        return None
    words = doc.char_span(linked.span.start, linked.span.end, alignment_mode="expand")
    return words.root if words is not None else None


def _argument(name: str, linked: Linked, token: Token | None, trigger: Token) -> Iterator[tuple[str, float]]:
    yield f"{name} is a reference", float(linked.span is None)
    described = not linked.entity.known and linked.entity.kind not in {EntityKind.NAME, EntityKind.PERSON}
    yield f"{name} is only described", float(described)
    if token is None:
        return
    yield f"{name}: in another sentence", float(token.sent.start != trigger.sent.start)
    first = first_conjunct(token)
    yield f"{name}: steps in the tree", float(_steps(first, trigger))
    # Of a list it is the nearest member that shows how far away the list stands.
    token = min(conjuncts(first), key=lambda member: abs(member.i - trigger.i))
    between = trigger.doc[min(token.i, trigger.i) + 1 : max(token.i, trigger.i)]
    yield f"{name}: distance", math.log1p(len(between))
    yield f"{name}: verbs between", float(min(sum(t.pos_ == "VERB" for t in between), _MOST))
    yield f"{name}: commas between", float(min(sum(t.text in _BREAKS for t in between), _MOST))
    yield f"{name}: names between", float(min(sum(_ends_name(t) for t in between), _MOST))


def _ends_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.doc[token.i + 1].pos_ != "PROPN"


def _steps(token: Token, trigger: Token) -> int:
    """Count the steps in the tree between two tokens."""
    up = {ancestor.i: steps for steps, ancestor in enumerate((trigger, *trigger.ancestors))}
    for steps, ancestor in enumerate((token, *token.ancestors)):
        if ancestor.i in up:
            return min(steps + up[ancestor.i], _FARTHEST)
    return _FARTHEST


def _logit(probability: float) -> float:
    """Give the log odds; a wording of one's own may call itself certain, or hopeless."""
    bounded = min(max(probability, _LEAST_ROUGH), 1 - _LEAST_ROUGH)
    return math.log(bounded / (1 - bounded))
