"""Some articles that copy, quote and contradict one another about an island, with names in several scripts.

What a sentence says is listed as subject, words, object (words of the sentence), predicate and qualifiers.
"""

import datetime
from typing import Any

from kgraph.model import (
    Assertion,
    Background,
    BackgroundName,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Span,
)
from kgraph.vocab import nil_entity

NO: dict[str, Any] = {"polarity": Polarity.NEGATIVE}
MAYBE: dict[str, Any] = {"modality": Modality.POSSIBLE}


def _known(id: str, label: str, kind: EntityKind = EntityKind.STATE) -> Entity:  # noqa: A002
    return Entity(id=id, label=label, kind=kind)


JAPAN, RUSSIA, SOVIET = (
    _known("japan", "Japan"),
    _known("russia", "Russia"),
    _known("soviet-union", "Soviet Union"),
)
MOROCCO, SPAIN = _known("morocco", "المغرب"), _known("spain", "Spain")
KUNASHIR = _known("kunashir", "Kunashir", EntityKind.TERRITORY)
SAHARA = _known("western-sahara", "Western Sahara", EntityKind.TERRITORY)
NAME = nil_entity("國後島", EntityKind.NAME)
ENVOY = Entity(
    id="person_envoy",
    label="Envoy Ōta",
    kind=EntityKind.PERSON,
    known=False,
    candidates=(JAPAN, _known("norway", "Norway")),
)
OFFICE = nil_entity("Northern Territories desk", EntityKind.NAME)
WORDS = {
    "Japan": JAPAN,
    "Tokyo": JAPAN,
    "Russia": RUSSIA,
    "Moscow": RUSSIA,
    "Soviet Union": SOVIET,
    "Kunashir": KUNASHIR,
    "國後島": NAME,
    "Envoy Ōta": ENVOY,
    "المغرب": MOROCCO,
    "الصحراء الغربية": SAHARA,
    "Spain": SPAIN,
    "Western Sahara": SAHARA,
}

AGENCY = "Japan claims Kunashir, which Russia administers."
BY_RUSSIA: dict[str, Any] = {"attribution": RUSSIA}
BY_ENVOY: dict[str, Any] = {"attribution": ENVOY}
Said = tuple[str, str, str, str, dict[str, Any]]
CLAIM: Said = ("Japan", "claims", "Kunashir", "claims", {})
ARTICLES: dict[str, tuple[str | None, str | None, str | None, list[tuple[str, list[Said]]]]] = {
    "morning": (
        "2020-03-01",
        "Morning Specimen",
        "https://example.org/morning?a=1&b=(2)",
        [(AGENCY, [CLAIM, ("Russia", "administers", "Kunashir", "administers", {})])],
    ),
    "evening": ("2020-03-02", "Evening Specimen", None, [(AGENCY.replace("claims", "CLAIMS"), [CLAIM])]),
    "weekly": (
        "2020-04-05",
        "Weekly Specimen",
        "https://example.org/weekly",
        [
            (
                '🗾 "Tokyo" still claims Kunashir\\its\tcliffs.',
                [("Tokyo", "claims", "Kunashir", "claims", {})],
            ),
            (
                "Moscow says that Japan does not claim Kunashir.",
                [("Japan", "claim", "Kunashir", "claims", BY_RUSSIA | NO)],
            ),
            (
                "Envoy Ōta said that Japan claims Kunashir and may occupy Kunashir.",
                [
                    ("Japan", "claims", "Kunashir", "claims", BY_ENVOY),
                    ("Japan", "occupy", "Kunashir", "occupies", BY_ENVOY | MAYBE),
                ],
            ),
            (
                "Moscow claims Kunashir and rejects the claim of Japan.",
                [
                    ("Moscow", "claims", "Kunashir", "claims", {"own_words": "Moscow"}),
                    ("Moscow", "rejects the claim", "Japan", "rejectsClaimOf", {"about": KUNASHIR}),
                ],
            ),
            (
                "The Soviet Union occupied Kunashir in 1945.",
                [("Soviet Union", "occupied", "Kunashir", "occupies", {"time": "1945"})],
            ),
            (
                "Envoy Ōta, of its desk, speaks for Japan, which has called Kunashir 國後島 since 1869.",
                [
                    ("Envoy Ōta", "speaks for", "Japan", "represents", {"about": OFFICE}),
                    ("Kunashir", "called", "國後島", "knownAs", {"attribution": JAPAN, "time": "1869/"}),
                ],
            ),
        ],
    ),
    "maghreb": (
        None,
        None,
        None,
        [
            (
                "المغرب claims الصحراء الغربية and does not share الصحراء الغربية with Spain.",
                [
                    ("المغرب", "claims", "الصحراء الغربية", "claims", {}),
                    ("Spain", "does not share", "الصحراء الغربية", "administers", NO),
                ],
            )
        ],
    ),
}
BACKGROUND = Background(
    names={
        "western-sahara": (
            BackgroundName(text="الصحراء الغربية", lang="ar", used_by="morocco", user="المغرب"),
            BackgroundName(text="Sáhara Occidental", lang="es"),
        )
    },
    past=frozenset({"soviet-union"}),
    wholes={"kunashir": frozenset({"kuril-islands"})},
)


def read_documents() -> list[Document]:
    """Give the articles, each the sum of its sentences."""
    return [
        Document(
            id=key,
            text="\n".join(sentence for sentence, _ in sentences),
            title=None if source is None else f"Specimen of the {key}",
            date=datetime.date.fromisoformat(day) if day else None,
            source=source,
            url=url,
        )
        for key, (day, source, url, sentences) in ARTICLES.items()
    ]


def read_assertions() -> list[Assertion]:
    """Give what the sentences say, in their order; equal assertions are not merged."""
    return [one for reading in read_articles() for one in reading.assertions]


def read_articles() -> list[Reading]:
    """Give each article with what it says."""
    documents = {document.id: document for document in read_documents()}
    return [
        Reading(
            document=documents[key],
            assertions=tuple(_read(key, sentences)),
            sentences=len(sentences),
            sentences_with_assertion=len(sentences),
        )
        for key, (_, _, _, sentences) in ARTICLES.items()
    ]


def _read(document: str, sentences: list[tuple[str, list[Said]]]) -> list[Assertion]:
    found, start = [], 0
    for sentence, said in sentences:
        for subject, words, object_, predicate, told in said:
            qualifiers = {key: value for key, value in told.items() if key != "own_words"}
            found.append(
                Assertion(
                    subject=WORDS[subject],
                    predicate=predicate,
                    object=WORDS[object_],
                    evidence=(_evidence(document, sentence, start, subject, words, object_, told),),
                    **qualifiers,
                )
            )
        start += len(sentence) + 1
    return found


def _evidence(
    document: str,
    sentence: str,
    start: int,
    subject: str,
    words: str,
    object_: str,
    qualifiers: dict[str, Any],
) -> Evidence:
    """Give the place; that of an office has its predicate in its subject, and its object in another sentence."""
    is_office = words == "speaks for"
    place = _find(sentence, words, start)
    return Evidence(
        document_id=document,
        span=Span(start=start, end=start + len(sentence)),
        quotation=sentence,
        subject_span=_find(sentence, subject, start),
        predicate_span=Span(start=start, end=place.end) if is_office else place,
        object_span=Span(start=0, end=2) if is_office else _find(sentence, object_, start),
        attribution_text=qualifiers["attribution"].label
        if "attribution" in qualifiers
        else qualifiers.get("own_words"),
        rule="claim-verb" if predicate_of(words) else "by-hand",
        confidence=0.9 if predicate_of(words) else 0.85,
        elliptical=is_office,
    )


def predicate_of(words: str) -> bool:
    """Tell whether the words claim."""
    return words.lower().startswith("claim")


def _find(sentence: str, words: str, start: int) -> Span:
    place = sentence.lower().index(words.lower())
    return Span(start=start + place, end=start + place + len(words))
