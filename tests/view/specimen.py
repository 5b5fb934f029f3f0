"""A small collection for looking at and testing the page: true sentences, and what each of them says.

`SENTENCES` holds, per article, a sentence and its assertions, each as subject, trigger, object (words of the
sentence), predicate and qualifiers. The words stand for the entities of `NAMES`.
"""

import datetime
from collections.abc import Iterator
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
    Span,
    assertion_id,
)

KINDS = {
    EntityKind.STATE: {
        "japan": "Japan",
        "russia": "Russia",
        "soviet-union": "Soviet Union",
        "china": "China",
        "taiwan": "Taiwan",
        "south-korea": "South Korea",
        "vietnam": "Vietnam",
        "philippines": "Philippines",
        "malaysia": "Malaysia",
        "brunei": "Brunei",
        "united-states": "United States",
        "united-kingdom": "United Kingdom",
        "argentina": "Argentina",
        "india": "India",
        "pakistan": "Pakistan",
        "morocco": "Morocco",
        "spain": "Spain",
    },
    EntityKind.TERRITORY: {
        "kunashir": "Kunashir",
        "iturup": "Iturup",
        "shikotan": "Shikotan",
        "habomai-islands": "Habomai Islands",
        "liancourt-rocks": "Liancourt Rocks",
        "senkaku-diaoyu-islands": "Senkaku / Diaoyu Islands",
        "spratly-islands": "Spratly Islands",
        "paracel-islands": "Paracel Islands",
        "scarborough-shoal": "Scarborough Shoal",
        "falkland-islands": "Falkland Islands / Malvinas",
        "kashmir": "Kashmir",
        "western-sahara": "Western Sahara",
    },
    EntityKind.TRIBUNAL: {"annex-vii-tribunal": "Annex VII tribunal"},
    EntityKind.INSTRUMENT: {
        "san-francisco-peace-treaty": "San Francisco Peace Treaty",
        "joint-declaration-1956": "Joint Declaration of 1956",
        "simla-agreement": "Simla Agreement",
        "madrid-accords": "Madrid Accords",
        "unclos": "UN Convention on the Law of the Sea",
    },
    EntityKind.ORGANIZATION: {"polisario": "Polisario Front", "asean": "ASEAN"},
    EntityKind.PERSON: {"person_sergei-lavrov": "Sergei Lavrov", "person_taro-kono": "Taro Kono"},
    EntityKind.NAME: {
        "name_dokdo": "Dokdo",
        "name_takeshima": "Takeshima",
        "name_trường-sa": "Trường Sa",
        "name_foreign-minister": "Foreign Minister",
    },
}
ENTITIES = {
    key: Entity(id=key, label=label, kind=kind, known=not key.startswith("person_"))
    for kind, labels in KINDS.items()
    for key, label in labels.items()
}
UNKNOWN = Entity(
    id="place_western-sector", label="western sector of the boundary", kind=EntityKind.TERRITORY, known=False
)
ENTITIES[UNKNOWN.id] = UNKNOWN

NAMES = {entity.label: entity for entity in ENTITIES.values()} | {
    words: ENTITIES[key]
    for words, key in {
        "Tokyo": "japan",
        "Moscow": "russia",
        "Beijing": "china",
        "Seoul": "south-korea",
        "Hanoi": "vietnam",
        "Manila": "philippines",
        "London": "united-kingdom",
        "Buenos Aires": "argentina",
        "Washington": "united-states",
        "Britain": "united-kingdom",
        "The Soviet Union": "soviet-union",
        "Lavrov": "person_sergei-lavrov",
        "Kono": "person_taro-kono",
        "Habomai": "habomai-islands",
        "Senkaku Islands": "senkaku-diaoyu-islands",
        "Senkakus": "senkaku-diaoyu-islands",
        "Diaoyu Islands": "senkaku-diaoyu-islands",
        "Diaoyutai": "senkaku-diaoyu-islands",
        "Spratlys": "spratly-islands",
        "Paracels": "paracel-islands",
        "shoal": "scarborough-shoal",
        "Falkland Islands": "falkland-islands",
        "Falklands": "falkland-islands",
        "Malvinas": "falkland-islands",
        "Polisario": "polisario",
        "tribunal": "annex-vii-tribunal",
        "joint declaration of 1956": "joint-declaration-1956",
        "1956 declaration": "joint-declaration-1956",
        "convention": "unclos",
        "western sector": UNKNOWN.id,
    }.items()
}

ARTICLES = {
    "kurils": (
        "Four islands, two ministers",
        datetime.date(2019, 5, 10),
        "Specimen Courier",
        "https://example.org/kurils",
    ),
    "sea-of-japan": ("Rocks in the Sea of Japan", datetime.date(2020, 2, 22), "Specimen Courier", None),
    "east-china-sea": (
        "Who patrols the islets",
        datetime.date(2021, 6, 1),
        "Specimen Gazette",
        "https://example.org/senkaku",
    ),
    "south-china-sea": (
        "Reefs and rulings",
        datetime.date(2016, 7, 13),
        "Specimen Gazette",
        "https://example.org/award",
    ),
    "atlantic": ("Forty years on in the South Atlantic", datetime.date(2022, 4, 2), None, None),
    "asia": ("Lines on the mountains", datetime.date(2020, 9, 12), "Specimen Gazette", None),
    "sahara": ("The territory that waits", None, "Specimen Courier", "https://example.org/sahara"),
}

DENIED: dict[str, Any] = {"polarity": Polarity.NEGATIVE}
POSSIBLE: dict[str, Any] = {"modality": Modality.POSSIBLE}


def _by(who: str, **more: Any) -> dict[str, Any]:
    return {"attribution": NAMES[who], **more}


def _about(what: str, **more: Any) -> dict[str, Any]:
    return {"about": NAMES[what], **more}


FOUR = ("Iturup", "Kunashir", "Shikotan", "Habomai")
Said = tuple[str, str, str, str, dict[str, Any]]
SENTENCES: dict[str, list[tuple[str, list[Said]]]] = {
    "kurils": [
        (
            "Japan claims Iturup, Kunashir, Shikotan and Habomai, while Russia administers them.",
            [("Japan", "claims", x, "claims", {}) for x in FOUR]
            + [("Russia", "administers", x, "administers", {}) for x in FOUR],
        ),
        (
            "The Soviet Union occupied Iturup, Kunashir, Shikotan and Habomai in 1945.",
            [("The Soviet Union", "occupied", x, "occupies", {"time": "1945"}) for x in FOUR],
        ),
        (
            "Lavrov said that Iturup and Kunashir belong to Russia, and Moscow claims Shikotan as well.",
            [
                ("Moscow", "claims", "Shikotan", "claims", {}),
                ("Russia", "belong to", "Iturup", "claims", _by("Lavrov")),
                ("Russia", "belong to", "Kunashir", "claims", _by("Lavrov")),
            ],
        ),
        (
            "Russian Foreign Minister Sergei Lavrov met Taro Kono, who spoke for Japan, in Moscow.",
            [
                ("Sergei Lavrov", "Foreign Minister", "Moscow", "represents", _about("Foreign Minister")),
                ("Taro Kono", "spoke for", "Japan", "represents", {}),
                ("Sergei Lavrov", "met", "Taro Kono", "metWith", {"time": "2019-05-10"}),
            ],
        ),
        (
            "The Soviet Union and Japan signed the joint declaration of 1956: Habomai could pass to Japan.",
            [
                ("The Soviet Union", "signed", "joint declaration of 1956", "partyTo", {}),
                ("Japan", "signed", "joint declaration of 1956", "partyTo", {}),
                ("Habomai", "could pass", "Japan", "transferredTo", POSSIBLE),
            ],
        ),
        (
            "Tokyo and Moscow have negotiated over Kunashir for decades.",
            [("Tokyo", "negotiated", "Moscow", "negotiatesWith", _about("Kunashir"))],
        ),
        (
            "The Soviet Union never signed the San Francisco Peace Treaty; Japan and the United States did.",
            [
                ("The Soviet Union", "never signed", "San Francisco Peace Treaty", "partyTo", DENIED),
                ("Japan", "did", "San Francisco Peace Treaty", "partyTo", {"time": "1951"}),
                ("United States", "did", "San Francisco Peace Treaty", "partyTo", {"time": "1951"}),
            ],
        ),
    ],
    "sea-of-japan": [
        (
            "South Korea administers the Liancourt Rocks, which Japan claims too.",
            [
                ("South Korea", "administers", "Liancourt Rocks", "administers", {"time": "1954/"}),
                ("Japan", "claims", "Liancourt Rocks", "claims", {}),
            ],
        ),
        (
            "Seoul says the Liancourt Rocks are Korean and that there is no dispute with Japan over them.",
            [
                ("Seoul", "are Korean", "Liancourt Rocks", "claims", _by("Seoul")),
                (
                    "Seoul",
                    "no dispute",
                    "Japan",
                    "disputesWith",
                    _by("Seoul", **DENIED) | _about("Liancourt Rocks"),
                ),
            ],
        ),
        (
            "The Liancourt Rocks are called Dokdo in Korean and Takeshima in Japanese.",
            [
                ("Liancourt Rocks", "called", "Dokdo", "knownAs", {}),
                ("Liancourt Rocks", "called", "Takeshima", "knownAs", {}),
            ],
        ),
    ],
    "east-china-sea": [
        (
            "Japan administers the Senkaku Islands, which China and Taiwan claim as the Diaoyu Islands.",
            [
                ("Japan", "administers", "Senkaku Islands", "administers", {"time": "1972/"}),
                ("China", "claim", "Diaoyu Islands", "claims", {}),
                ("Taiwan", "claim", "Diaoyu Islands", "claims", {}),
            ],
        ),
        (
            "Tokyo maintains that the Senkakus are Japanese and that no dispute with China exists.",
            [
                ("Tokyo", "are Japanese", "Senkakus", "claims", _by("Tokyo")),
                ("Tokyo", "no dispute", "China", "disputesWith", _by("Tokyo", **DENIED) | _about("Senkakus")),
            ],
        ),
        (
            "Washington takes no side on who owns the Senkakus, but recognizes that Japan runs them.",
            [
                ("Washington", "takes no side", "Senkakus", "recognizes", DENIED),
                ("Washington", "recognizes", "Japan", "recognizes", _about("Senkakus")),
            ],
        ),
        (
            "Beijing rejects what Tokyo does around the Diaoyu Islands and sends patrols there.",
            [
                ("Beijing", "rejects", "Tokyo", "rejectsClaimOf", _about("Diaoyu Islands")),
                ("Beijing", "sends patrols", "Diaoyu Islands", "deploysForcesTo", {}),
            ],
        ),
    ],
    "south-china-sea": [
        (
            "China, Taiwan and Vietnam claim the Spratly Islands and the Paracel Islands.",
            [
                (who, "claim", what, "claims", {})
                for who in ("China", "Taiwan", "Vietnam")
                for what in ("Spratly Islands", "Paracel Islands")
            ],
        ),
        (
            "The Philippines, Malaysia and, by its maritime zone, Brunei claim parts of the Spratly Islands.",
            [
                (who, "claim", "Spratly Islands", "claims", {})
                for who in ("Philippines", "Malaysia", "Brunei")
            ],
        ),
        (
            "China seized the Paracels from South Vietnam in 1974 and administers the Paracels.",
            [
                ("China", "seized", "Paracels", "occupies", {"time": "1974"}),
                ("China", "administers", "Paracels", "administers", {}),
            ],
        ),
        (
            "Hanoi calls the Spratlys Trường Sa.",
            [("Spratlys", "calls", "Trường Sa", "knownAs", _by("Hanoi"))],
        ),
        (
            "Manila claims Scarborough Shoal, as do China and Taiwan; China has controlled it since 2012.",
            [
                ("Manila", "claims", "Scarborough Shoal", "claims", {}),
                ("China", "claims", "Scarborough Shoal", "claims", {}),
                ("Taiwan", "claims", "Scarborough Shoal", "claims", {}),
                ("China", "controlled", "Scarborough Shoal", "administers", {"time": "2012/"}),
            ],
        ),
        (
            "The Philippines went to an Annex VII tribunal, which ruled for Manila and against Beijing.",
            [
                ("Philippines", "went to", "Annex VII tribunal", "submittedTo", {}),
                ("Annex VII tribunal", "ruled for", "Manila", "ruledFor", {"time": "2016"}),
                ("Annex VII tribunal", "against", "Beijing", "ruledAgainst", {"time": "2016"}),
            ],
        ),
        (
            "Beijing does not recognize the tribunal.",
            [("Beijing", "does not recognize", "tribunal", "recognizes", DENIED)],
        ),
        (
            "China and the Philippines are parties to the convention; the United States has not joined it.",
            [
                ("China", "parties to", "convention", "partyTo", {}),
                ("Philippines", "parties to", "convention", "partyTo", {}),
                ("United States", "has not joined", "convention", "partyTo", DENIED),
            ],
        ),
        (
            "China and ASEAN hope for talks, and Hanoi said that Beijing had put missiles on the Paracels.",
            [
                ("China", "talks", "ASEAN", "negotiatesWith", POSSIBLE),
                ("Beijing", "had put missiles on", "Paracels", "deploysForcesTo", _by("Hanoi")),
            ],
        ),
    ],
    "atlantic": [
        (
            "Britain administers the Falkland Islands, which Argentina claims as the Malvinas.",
            [
                ("Britain", "administers", "Falkland Islands", "administers", {"time": "1833/"}),
                ("Argentina", "claims", "Malvinas", "claims", {}),
            ],
        ),
        (
            "London says that it has no doubt about its sovereignty over the Falklands.",
            [("London", "sovereignty over", "Falklands", "claims", _by("London"))],
        ),
        (
            "Argentina occupied the Falklands for ten weeks in 1982 and fought Britain there.",
            [
                ("Argentina", "occupied", "Falklands", "occupies", {"time": "1982"}),
                ("Argentina", "fought", "Britain", "clashesWith", {"time": "1982"}),
            ],
        ),
        (
            "Buenos Aires wants to negotiate with London, and London refuses to negotiate.",
            [
                ("Buenos Aires", "wants to negotiate", "London", "negotiatesWith", POSSIBLE),
                ("London", "refuses to negotiate", "Buenos Aires", "negotiatesWith", DENIED),
            ],
        ),
    ],
    "asia": [
        (
            "India and Pakistan both claim Kashmir and each administers a part of Kashmir.",
            [
                ("India", "claim", "Kashmir", "claims", {}),
                ("Pakistan", "claim", "Kashmir", "claims", {}),
                ("India", "administers", "Kashmir", "administers", {}),
                ("Pakistan", "administers", "Kashmir", "administers", {}),
            ],
        ),
        (
            "India and Pakistan signed the Simla Agreement in 1972, having gone to war in 1971.",
            [
                ("India", "signed", "Simla Agreement", "partyTo", {"time": "1972"}),
                ("Pakistan", "signed", "Simla Agreement", "partyTo", {"time": "1972"}),
                ("India", "gone to war", "Pakistan", "clashesWith", {"time": "1971"}),
            ],
        ),
        (
            "India and China, with a boundary not delimited, clashed in 2020 in its western sector.",
            [
                (
                    "India",
                    "clashed",
                    "China",
                    "clashesWith",
                    _about("western sector", time="2020"),
                ),
                ("India", "not delimited", "China", "delimitedBoundaryWith", DENIED),
            ],
        ),
    ],
    "sahara": [
        (
            "Morocco administers most of Western Sahara and claims it; the Polisario seeks independence.",
            [
                ("Morocco", "administers", "Western Sahara", "administers", {}),
                ("Morocco", "claims", "Western Sahara", "claims", {}),
                ("Polisario", "seeks independence", "Western Sahara", "claims", {}),
            ],
        ),
        (
            "Spain and Morocco signed the Madrid Accords in 1975, and Spain left Western Sahara.",
            [
                ("Spain", "signed", "Madrid Accords", "partyTo", {"time": "1975"}),
                ("Morocco", "signed", "Madrid Accords", "partyTo", {"time": "1975"}),
                ("Spain", "left", "Western Sahara", "renounces", {}),
            ],
        ),
        (
            "The United States recognizes Morocco as sovereign over Western Sahara; the Polisario fights on.",
            [
                (
                    "United States",
                    "recognizes",
                    "Morocco",
                    "recognizes",
                    _about("Western Sahara", time="2020/"),
                ),
                ("Polisario", "fights on", "Morocco", "clashesWith", {}),
            ],
        ),
    ],
}

BACKGROUND = Background(
    names={
        "falkland-islands": (
            BackgroundName(text="Islas Malvinas", lang="es", used_by="argentina", user="Argentina"),
            BackgroundName(text="Îles Malouines", lang="fr", used_by="france", user="France"),
            BackgroundName(text="Фолкленды", lang="ru"),
        )
    },
    places={
        "kunashir": (44.1, 145.9),
        "iturup": (45.0, 147.7),
        "shikotan": (43.8, 146.75),
        "habomai-islands": (43.5, 146.1),
        "liancourt-rocks": (37.24, 131.86),
        "senkaku-diaoyu-islands": (25.75, 123.48),
        "spratly-islands": (8.63, 111.92),
        "paracel-islands": (15.78, 111.2),
        "scarborough-shoal": (15.16, 117.77),
        "falkland-islands": (-51.65, -58.74),
        "kashmir": (34.5, 76.0),
        "western-sahara": (25.24, -13.68),
        "japan": (36.2, 138.3),
        "russia": (60.0, 100.0),
        "soviet-union": (60.0, 90.0),
        "china": (35.9, 104.2),
        "taiwan": (23.7, 121.0),
        "south-korea": (35.9, 127.8),
        "vietnam": (14.1, 108.3),
        "philippines": (12.9, 121.8),
        "malaysia": (4.2, 102.0),
        "brunei": (4.5, 114.7),
        "united-states": (37.1, -95.7),
        "united-kingdom": (55.4, -3.4),
        "argentina": (-38.4, -63.6),
        "india": (20.6, 79.0),
        "pakistan": (30.4, 69.3),
        "morocco": (31.8, -7.1),
        "spain": (40.5, -3.7),
    },
)


def read_documents() -> list[Document]:
    """Give the articles, each the sum of its sentences."""
    return [
        Document(
            id=key,
            text="\n".join(sentence for sentence, _ in SENTENCES[key]),
            title=title,
            date=date,
            source=source,
            url=url,
        )
        for key, (title, date, source, url) in ARTICLES.items()
    ]


def read_assertions() -> list[Assertion]:
    """Give what the sentences say, equal assertions merged, in document order."""
    merged: dict[str, Assertion] = {}
    for assertion in _read_all():
        key = assertion_id(assertion)
        known = merged.get(key, assertion.with_evidence(()))
        merged[key] = known.with_evidence(known.evidence + assertion.evidence)
    return list(merged.values())


def _read_all() -> Iterator[Assertion]:
    for document, sentences in SENTENCES.items():
        start = 0
        for sentence, said in sentences:
            for subject, trigger, object_, predicate, qualifiers in said:
                evidence = Evidence(
                    document_id=document,
                    span=Span(start=start, end=start + len(sentence)),
                    quotation=sentence,
                    subject_span=_find(sentence, subject, start),
                    predicate_span=_find(sentence, trigger, start),
                    object_span=_find(sentence, object_, start),
                    attribution_text=qualifiers["attribution"].label if "attribution" in qualifiers else None,
                    rule="clause",
                    confidence=0.8,
                )
                yield Assertion(
                    subject=NAMES[subject],
                    predicate=predicate,
                    object=NAMES[object_],
                    evidence=(evidence,),
                    **qualifiers,
                )
            start += len(sentence) + 1


def _find(sentence: str, words: str, start: int) -> Span:
    place = sentence.index(words)
    return Span(start=start + place, end=start + place + len(words))
