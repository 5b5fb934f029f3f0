"""A collection with many statements of few entities, most with a time: lists of it are far longer than a screen."""

import datetime

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Span

COUNT = 2500
STATES = tuple(Entity(id=f"state-{i}", label=f"State {i}", kind=EntityKind.STATE) for i in range(50))
PLACES = tuple(Entity(id=f"place-{i}", label=f"Place {i}", kind=EntityKind.TERRITORY) for i in range(50))
TITLE = "Länder & Inseln: 島々 / \u202eA\u202c"


def read_documents() -> list[Document]:
    """Give a single article."""
    return [Document(id="long", text="Said.", title="Long", source="Gazette", date=datetime.date(2024, 5, 6))]


def read_assertions() -> list[Assertion]:
    """Give the statements: each state on each place, of a year or a day each; every tenth has no time."""
    return [
        Assertion(
            subject=STATES[i % 50],
            predicate="claims",
            object=PLACES[i // 50],
            time=None if i % 10 == 0 else f"{1800 + i % 200}" + ("-05-06" if i % 2 else ""),
            evidence=tuple(_said(i, place) for place in range(1 + i % 3)),
        )
        for i in range(COUNT)
    ]


def _said(number: int, place: int) -> Evidence:
    return Evidence(
        document_id="long",
        span=Span(start=place, end=place + 5),
        quotation="Said.",
        subject_span=Span(start=place, end=place + 1),
        predicate_span=Span(start=place + 1, end=place + 2),
        object_span=Span(start=place + 2, end=place + 3),
        rule="made up",
        confidence=0.5 + number % 5 / 10,
    )
