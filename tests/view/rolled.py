"""Disputes over territories and parts of them, few enough to sum up by hand."""

import datetime
from typing import Any

import specimen

from kgraph.model import (
    Assertion,
    Background,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Polarity,
    Span,
)

PLACES = {
    "southern-kuril-islands": "Southern Kuril Islands",
    "kuril-islands": "Kuril Islands",
    "aksai-chin": "Aksai Chin",
    "bakassi": "Bakassi",
    "kamerun": "German colony of Kamerun",
}
STATES = {"nigeria": "Nigeria", "cameroon": "Cameroon"}
ENTITIES = (
    specimen.ENTITIES
    | {key: Entity(id=key, label=label, kind=EntityKind.TERRITORY) for key, label in PLACES.items()}
    | {key: Entity(id=key, label=label, kind=EntityKind.STATE) for key, label in STATES.items()}
    | {"icj": Entity(id="icj", label="International Court of Justice", kind=EntityKind.TRIBUNAL)}
)
BACKGROUND = Background(
    wholes={
        "kunashir": {"southern-kuril-islands", "kuril-islands"},
        "iturup": {"southern-kuril-islands", "kuril-islands"},
        "southern-kuril-islands": {"kuril-islands"},
        "aksai-chin": {"kashmir"},
        "bakassi": {"kamerun"},
    }
)
ARTICLES = {
    "islands": ("Two islands", "Specimen Courier", datetime.date(2019, 3, 1)),
    "again": ("Islands again", "Specimen Gazette", datetime.date(2020, 4, 2)),
    "mountains": ("Mountains", "Specimen Gazette", datetime.date(2020, 9, 12)),
    "islets": ("Islets", "Specimen Courier", datetime.date(2021, 6, 1)),
    "peninsula": ("A peninsula", None, None),
}
KUNASHIR: dict[str, Any] = {"about": ENTITIES["kunashir"]}
SAID: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("islands", "japan", "claims", "kunashir", {}),
    ("islands", "russia", "claims", "kunashir", {"attribution": ENTITIES["russia"]}),
    ("islands", "russia", "administers", "kunashir", {"time": "1945/"}),
    ("islands", "soviet-union", "occupies", "southern-kuril-islands", {"time": "1945"}),
    ("islands", "japan", "renounces", "kuril-islands", {"time": "1951"}),
    ("again", "japan", "claims", "iturup", {}),
    ("again", "russia", "administers", "iturup", {}),
    ("again", "japan", "negotiatesWith", "russia", KUNASHIR | {"time": "2016-12-15"}),
    ("again", "iturup", "transferredTo", "japan", {"modality": Modality.POSSIBLE, "time": "2030"}),
    ("again", "japan", "recognizes", "russia", KUNASHIR | {"polarity": Polarity.NEGATIVE, "time": "2019"}),
    ("mountains", "india", "claims", "kashmir", {}),
    ("mountains", "pakistan", "claims", "kashmir", {}),
    ("mountains", "india", "claims", "aksai-chin", {}),
    ("mountains", "china", "administers", "aksai-chin", {"time": "1962/"}),
    ("islets", "japan", "claims", "senkaku-diaoyu-islands", {}),
    ("islets", "china", "claims", "senkaku-diaoyu-islands", {}),
    ("islets", "taiwan", "claims", "senkaku-diaoyu-islands", {}),
    ("islets", "japan", "administers", "senkaku-diaoyu-islands", {}),
    ("peninsula", "nigeria", "claims", "bakassi", {"time": "1994"}),
    ("peninsula", "icj", "ruledFor", "cameroon", {"about": ENTITIES["bakassi"], "time": "2002"}),
    ("peninsula", "bakassi", "transferredTo", "cameroon", {"time": "2008"}),
    ("peninsula", "bakassi", "partOf", "kamerun", {}),
)


def read_documents() -> list[Document]:
    """Give the articles; a statement is a line in its own."""
    return [
        Document(
            id=key,
            text="\n".join(predicate for article, _, predicate, _, _ in SAID if article == key),
            title=title,
            source=source,
            date=date,
        )
        for key, (title, source, date) in ARTICLES.items()
    ]


def read_assertions() -> list[Assertion]:
    """Give the statements, each with one evidence."""
    found, ends = [], dict.fromkeys(ARTICLES, 0)
    for article, subject, predicate, object_, more in SAID:
        span = Span(start=ends[article], end=ends[article] + len(predicate))
        ends[article] = span.end + 1
        evidence = Evidence(
            document_id=article, span=span, quotation=predicate, rule="clause", confidence=0.8
        )
        found.append(
            Assertion(
                subject=ENTITIES[subject],
                predicate=predicate,
                object=ENTITIES[object_],
                evidence=(evidence,),
                **more,
            )
        )
    return found
