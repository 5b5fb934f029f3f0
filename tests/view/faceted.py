"""Eight statements of three articles, few enough to count by hand what each filter leaves."""

import datetime
from typing import Any

import specimen

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Span

OKINAWA = Entity(id="okinawa", label="Okinawa", kind=EntityKind.TERRITORY)
ENTITIES = specimen.ENTITIES | {OKINAWA.id: OKINAWA}
DOCUMENTS = {
    "first": ("Specimen Courier", datetime.date(2020, 1, 1)),
    "second": ("Specimen Gazette: news, views", datetime.date(2021, 2, 2)),
    "third": (None, None),
}
# The name of each statement, its articles, subject, predicate, object, and the rest.
SAID: dict[str, tuple[tuple[str, ...], str, str, str, dict[str, Any]]] = {
    "claim": (("first", "second"), "japan", "claims", "kunashir", {}),
    "since": (("first",), "russia", "administers", "kunashir", {"time": "1945/"}),
    "seized": (("second",), "soviet-union", "occupies", "kunashir", {"time": "1945"}),
    "reported": (
        ("second",),
        "russia",
        "claims",
        "kunashir",
        {"attribution": ENTITIES["person_sergei-lavrov"]},
    ),
    "signed": (("third",), "japan", "partyTo", "san-francisco-peace-treaty", {"time": "1951"}),
    "until": (("third",), "united-states", "administers", "okinawa", {"time": "/1972"}),
    "unsigned": (
        ("third",),
        "soviet-union",
        "partyTo",
        "san-francisco-peace-treaty",
        {"polarity": Polarity.NEGATIVE},
    ),
    "hoped": (
        ("first",),
        "habomai-islands",
        "transferredTo",
        "japan",
        {"modality": Modality.POSSIBLE},
    ),
}
UNSURE = "hoped"


def read_documents() -> list[Document]:
    """Give the articles; each has one line for each of its statements."""
    return [
        Document(id=key, text="".join(f"{name}\n" for name in SAID), title=key, source=source, date=date)
        for key, (source, date) in DOCUMENTS.items()
    ]


def read_assertions() -> list[Assertion]:
    """Give the statements, all of confidence 0.9 but one."""
    return [_assertion(name) for name in SAID]


def _assertion(name: str) -> Assertion:
    articles, subject, predicate, object_, more = SAID[name]
    start = sum(len(each) + 1 for each in list(SAID)[: list(SAID).index(name)])
    evidence = tuple(
        Evidence(
            document_id=article,
            span=Span(start=start, end=start + len(name)),
            quotation=name,
            rule="clause",
            confidence=0.6 if name == UNSURE else 0.9,
        )
        for article in articles
    )
    return Assertion(
        subject=ENTITIES[subject],
        predicate=predicate,
        object=ENTITIES[object_],
        evidence=evidence,
        **more,
    )
