"""A graph as large as one likes, made up: python benchmarks/claim_graph.py TRIPLES FILE.nt.

Its places and states are the gazetteer's; who says what of them is drawn at random, in the proportions that a real
graph of 232 news articles had (35,469 triples, 1,072 assertions, 1,456 evidence): one in eight assertions possible,
one in twenty denied, one in fourteen on somebody's word, one in seven with a time. The same number, the same graph.
"""

import datetime
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Reading, Span
from kgraph.vocab import nil_entity

__all__ = ["make_readings", "make_triples"]

SENTENCES_A_DOCUMENT = 6
PUBLISHERS = 60
PREDICATES = {
    "represents": 24,
    "metWith": 13,
    "negotiatesWith": 8,
    "partyTo": 7,
    "deploysForcesTo": 7,
    "clashesWith": 5,
    "recognizes": 4,
    "supports": 4,
    "administers": 4,
    "claims": 8,
    "rejectsClaimOf": 3,
    "occupies": 3,
    "transferredTo": 2,
    "demands": 2,
    "partOf": 2,
    "disputesWith": 1,
    "knownAs": 1,
    "renounces": 1,
    "submittedTo": 1,
}
TO_PLACE = frozenset({"administers", "claims", "deploysForcesTo", "occupies", "renounces"})
OFFICES = ("President", "Foreign Minister", "Prime Minister", "Defence Minister", "spokesperson")
VERBS = {"represents": "speaks for", "knownAs": "is called", "partOf": "is part of"}


class _World:
    """What assertions can speak of."""

    def __init__(self, draw: random.Random, size: int) -> None:
        known = sorted(Gazetteer.load(), key=lambda entry: entry.entity.id)
        self.draw = draw
        self.states = [e.entity for e in known if e.entity.kind is EntityKind.STATE and not e.valid_to]
        self.places = [e.entity for e in known if e.entity.kind is EntityKind.TERRITORY]
        self.places += [nil_entity(f"Islet {n}", EntityKind.TERRITORY) for n in range(size // 4)]
        self.persons = [nil_entity(f"Speaker No{n}", EntityKind.PERSON) for n in range(max(size, 20))]
        self.treaties = [nil_entity(f"Treaty {n}", EntityKind.INSTRUMENT) for n in range(max(size // 5, 10))]
        self.court = next(e.entity for e in known if e.entity.kind is EntityKind.TRIBUNAL)

    def pick(self, things: list[Entity]) -> Entity:
        """Draw one: the first of a list come often, the last hardly ever, as in the news."""
        return things[int(len(things) * self.draw.random() ** 3)]

    def arguments(self, predicate: str) -> tuple[Entity, Entity]:
        """Draw subject and object."""
        state, other = self.pick(self.states), self.pick(self.states)
        match predicate:
            case "represents":
                return self.pick(self.persons), state
            case "metWith":
                return self.pick(self.persons), self.pick(self.persons)
            case "partyTo":
                return state, self.pick(self.treaties)
            case "submittedTo":
                return state, self.court
            case "transferredTo":
                return self.pick(self.places), state
            case "partOf":
                return self.pick(self.places), self.pick(self.places)
            case "knownAs":
                return self.pick(self.places), nil_entity(f"Name {self.draw.randrange(999)}", EntityKind.NAME)
            case _:
                return state, self.pick(self.places) if predicate in TO_PLACE else other


def make_readings(size: int) -> Iterator[Reading]:
    """Give readings without end, of a world of about `size` persons."""
    draw = random.Random(size)  # noqa: S311 - made up, and the same each time
    world, weights = _World(draw, size), list(PREDICATES.values())
    number = 0
    while True:
        predicates = draw.choices(list(PREDICATES), weights, k=SENTENCES_A_DOCUMENT)
        yield _reading(f"made-{number}", [_assertion(world, p) for p in predicates], draw)
        number += 1


def _assertion(world: _World, predicate: str) -> Assertion:
    draw = world.draw
    subject, value = world.arguments(predicate)
    while subject == value:
        subject, value = world.arguments(predicate)
    year = draw.randrange(1945, 2026)
    about = None
    if predicate == "represents":
        about = nil_entity(draw.choice(OFFICES), EntityKind.NAME)
    elif value.kind is EntityKind.STATE and draw.random() < 0.3:
        about = world.pick(world.places)
    return Assertion(
        subject=subject,
        predicate=predicate,
        object=value,
        about=about,
        polarity=Polarity.NEGATIVE if draw.random() < 0.05 else Polarity.POSITIVE,
        modality=Modality.POSSIBLE if draw.random() < 0.13 else Modality.ACTUAL,
        attribution=world.pick(world.persons) if draw.random() < 0.07 else None,
        time=draw.choice((f"{year}", f"{year}/", f"{year}-0{draw.randrange(1, 10)}"))
        if draw.random() < 0.14
        else None,
    )


def _reading(name: str, assertions: list[Assertion], draw: random.Random) -> Reading:
    text, placed = "", []
    for one in assertions:
        verb = VERBS.get(one.predicate, "deals with")
        sentence = f"{one.subject.label} {verb} {one.object.label}, according to a report of the day {name}."
        placed.append(one.with_evidence((_evidence(one, sentence, len(text), verb, name, draw),)))
        text += sentence + "\n"
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=draw.randrange(9400))
    document = Document(
        id=name,
        text=text,
        title=f"Report {name}",
        date=day if draw.random() < 0.65 else None,
        source=f"Publisher {int(PUBLISHERS * draw.random() ** 2)}",
        url=f"https://news.example/{name}",
    )
    return Reading(
        document=document,
        assertions=tuple(placed),
        sentences=len(placed),
        sentences_with_assertion=len(placed),
    )


def _evidence(
    one: Assertion, sentence: str, start: int, verb: str, document: str, draw: random.Random
) -> Evidence:
    subject, after = len(one.subject.label), len(one.subject.label) + len(verb) + 2
    return Evidence(
        document_id=document,
        span=Span(start=start, end=start + len(sentence)),
        quotation=sentence,
        subject_span=Span(start=start, end=start + subject),
        predicate_span=Span(start=start + subject + 1, end=start + after - 1),
        object_span=Span(start=start + after, end=start + after + len(one.object.label)),
        attribution_text="according to a report" if one.attribution else None,
        rule="made-up",
        confidence=draw.choice((0.62, 0.71, 0.8, 0.93)),
    )


def make_triples(count: int) -> Iterator[ox.Triple]:
    """Give about `count` different triples, a document more at most."""
    seen: set[ox.Triple] = set()
    gazetteer = Gazetteer.load()
    for reading in make_readings(count // 500):
        for triple in to_triples([reading], gazetteer):
            if triple not in seen:
                seen.add(triple)
                yield triple
        if len(seen) >= count:
            return


def main() -> None:
    """Write a graph of N-Triples."""
    count, path = int(sys.argv[1]), Path(sys.argv[2])
    ox.serialize(make_triples(count), path, format=ox.RdfFormat.N_TRIPLES)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
