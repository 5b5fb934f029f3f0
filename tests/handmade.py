"""Readings made by hand: three short articles with something for every named query."""

import datetime
from collections.abc import Mapping

from kgraph.model import (
    Assertion,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Past,
    Polarity,
    Reading,
    Span,
)
from kgraph.vocab import nil_entity

_KINDS = {
    "japan": EntityKind.STATE,
    "russia": EntityKind.STATE,
    "soviet-union": EntityKind.STATE,
    "china": EntityKind.STATE,
    "argentina": EntityKind.STATE,
    "united-kingdom": EntityKind.STATE,
    "cameroon": EntityKind.STATE,
    "nigeria": EntityKind.STATE,
    "kunashir": EntityKind.TERRITORY,
    "kuril-islands": EntityKind.TERRITORY,
    "falkland-islands": EntityKind.TERRITORY,
    "bakassi": EntityKind.TERRITORY,
    "international-court-of-justice": EntityKind.TRIBUNAL,
    "green-tree-agreement": EntityKind.INSTRUMENT,
}
_LABELS = {"falkland-islands": "Falkland Islands", "kuril-islands": "Kuril Islands"}


def thing(local: str) -> Entity:
    """Give a known entity by its id."""
    label = _LABELS.get(local, local.replace("-", " ").title().replace(" Of ", " of "))
    return Entity(id=local, label=label, kind=_KINDS[local])


def name(words: str) -> Entity:
    """Give words that stand for themselves: a name, an office, a matter."""
    return nil_entity(words, EntityKind.NAME)


def person(words: str) -> Entity:
    """Give somebody whom the text alone names."""
    return nil_entity(words, EntityKind.PERSON)


class Writer:
    """Writes a reading: each sentence with what it asserts."""

    def __init__(self, name: str, title: str, date: str, source: str, sentences: list[str]) -> None:
        self.text = "\n".join(sentences)
        self.document = Document(
            id=name,
            text=self.text,
            title=title,
            date=datetime.date.fromisoformat(date),
            url=f"https://news.example/{name}",
            source=source,
        )
        self.assertions: list[Assertion] = []

    def says(
        self,
        sentence: str,
        subject: Entity,
        predicate: str,
        value: Entity,
        words: tuple[str, str, str] = ("", "", ""),
        *,
        rule: str = "subject-verb-object",
        confidence: float = 0.9,
        attribution_text: str | None = None,
        past: Past | None = None,
        **qualifiers: object,
    ) -> "Writer":
        """Add an assertion of the sentence; `words` are those of subject, predicate and object."""
        start = self.text.index(sentence)
        spans: Mapping[str, Span | None] = {
            field: self._span(start, sentence, word)
            for field, word in zip(("subject_span", "predicate_span", "object_span"), words, strict=True)
        }
        evidence = Evidence(
            document_id=self.document.id,
            span=Span(start=start, end=start + len(sentence)),
            quotation=sentence,
            rule=rule,
            confidence=confidence,
            attribution_text=attribution_text,
            past=past,
            **spans,
        )
        self.assertions.append(
            Assertion(subject=subject, predicate=predicate, object=value, evidence=(evidence,), **qualifiers)
        )
        return self

    @staticmethod
    def _span(start: int, sentence: str, word: str) -> Span | None:
        at = start + sentence.index(word)
        return Span(start=at, end=at + len(word)) if word else None

    def reading(self) -> Reading:
        """Give the reading."""
        return Reading(
            document=self.document,
            assertions=tuple(self.assertions),
            sentences=self.text.count("\n") + 1,
            sentences_with_assertion=1,
        )


JAPAN, RUSSIA, KUNASHIR, KURILS = thing("japan"), thing("russia"), thing("kunashir"), thing("kuril-islands")
LAVROV, KONO = person("Sergei Lavrov"), person("Taro Kono")


def kurils() -> Reading:
    """Give an article of 2019 about the Kuril Islands."""
    claim = "Japan claims Kunashir, which Russia administers."
    denial = "Lavrov said that Japan has no claim to the Kuril Islands."
    seized = "Soviet troops seized Kunashir in 1945."
    plan = "Russia may hand Kunashir over to Japan."
    meeting = "Foreign Minister Sergei Lavrov met Taro Kono in Moscow."
    talks = "Tokyo and Moscow have held talks on the Kuril Islands since 1956."
    known = "Kunashir is called Kunashiri by Japan."
    part = "Kunashir is part of the Kuril Islands."
    refusal = "Russia does not recognize the claim of Japan to Kunashir."
    troops = "Russia deployed missiles to Kunashir in 2016."
    writer = Writer(
        "kurils-2019",
        "Talks in Moscow",
        "2019-01-14",
        "Example Times",
        [claim, denial, seized, plan, meeting, talks, known, part, refusal, troops],
    )
    writer.says(claim, JAPAN, "claims", KUNASHIR, ("Japan", "claims", "Kunashir"))
    writer.says(claim, RUSSIA, "administers", KUNASHIR, ("Russia", "administers", "Kunashir"))
    writer.says(
        denial,
        JAPAN,
        "claims",
        KURILS,
        ("Japan", "claim", "Kuril Islands"),
        polarity=Polarity.NEGATIVE,
        attribution=LAVROV,
        attribution_text="Lavrov said",
    )
    writer.says(
        seized,
        thing("soviet-union"),
        "occupies",
        KUNASHIR,
        ("Soviet troops", "seized", "Kunashir"),
        time="1945",
    )
    writer.says(
        plan,
        KUNASHIR,
        "transferredTo",
        JAPAN,
        ("Kunashir", "hand", "Japan"),
        modality=Modality.POSSIBLE,
        confidence=0.7,
    )
    writer.says(
        meeting,
        LAVROV,
        "represents",
        RUSSIA,
        ("Sergei Lavrov", "Foreign Minister", ""),
        about=name("Foreign Minister"),
    )
    writer.says(meeting, LAVROV, "metWith", KONO, ("Sergei Lavrov", "met", "Taro Kono"))
    writer.says(
        talks, RUSSIA, "negotiatesWith", JAPAN, ("Moscow", "talks", "Tokyo"), about=KURILS, time="1956/"
    )
    writer.says(
        known,
        KUNASHIR,
        "knownAs",
        name("Kunashiri"),
        ("Kunashir", "called", "Kunashiri"),
        attribution=JAPAN,
    )
    writer.says(part, KUNASHIR, "partOf", KURILS, ("Kunashir", "part", "Kuril Islands"))
    writer.says(
        refusal, RUSSIA, "rejectsClaimOf", JAPAN, ("Russia", "not recognize", "Japan"), about=KUNASHIR
    )
    writer.says(troops, RUSSIA, "deploysForcesTo", KUNASHIR, ("Russia", "deployed", "Kunashir"), time="2016")
    return writer.reading()


def falklands() -> Reading:
    """Give an article of 2020 about the Falkland Islands, and Kunashir once more."""
    both = "Argentina claims the Falkland Islands, and Britain claims them too."
    held = "The United Kingdom administers the Falkland Islands."
    own = "Argentina said that it claims the islands."
    kunashir = "Russia said that it claims Kunashir."
    yes = "Japan claims the Kuril Islands."
    again = "Japan claims Kunashir, Tokyo repeats."
    row = "Argentina has a dispute with the United Kingdom over the Falkland Islands."
    writer = Writer(
        "falklands-2020",
        "Islands in two seas",
        "2020-06-01",
        "Sample Post",
        [both, held, own, kunashir, yes, again, row],
    )
    argentina, uk, falklands = thing("argentina"), thing("united-kingdom"), thing("falkland-islands")
    writer.says(both, argentina, "claims", falklands, ("Argentina", "claims", "Falkland Islands"))
    writer.says(both, uk, "claims", falklands, ("Britain", "claims", ""))
    writer.says(held, uk, "administers", falklands, ("United Kingdom", "administers", "Falkland Islands"))
    writer.says(
        own,
        argentina,
        "claims",
        falklands,
        ("", "claims", "islands"),
        attribution=argentina,
        attribution_text="Argentina said",
    )
    writer.says(
        kunashir,
        RUSSIA,
        "claims",
        KUNASHIR,
        ("", "claims", "Kunashir"),
        attribution=RUSSIA,
        attribution_text="Russia said",
    )
    writer.says(yes, JAPAN, "claims", KURILS, ("Japan", "claims", "Kuril Islands"))
    writer.says(again, JAPAN, "claims", KUNASHIR, ("Japan", "claims", "Kunashir"), confidence=0.8)
    writer.says(
        row,
        argentina,
        "disputesWith",
        uk,
        ("Argentina", "dispute", "United Kingdom"),
        about=falklands,
        rule="noun-with",
    )
    return writer.reading()


def bakassi() -> Reading:
    """Give an article of 2008 about the Bakassi peninsula."""
    suit = "In 1994 Cameroon took the dispute over Bakassi to the International Court of Justice."
    award = "The International Court of Justice ruled in favour of Cameroon over Bakassi in 2002."
    given = "Bakassi was handed over to Cameroon on August 14, 2008."
    signed = "Nigeria and Cameroon signed the Green Tree Agreement in 2006."
    drawn = "Nigeria and Cameroon have not demarcated the whole boundary."
    writer = Writer(
        "bakassi-2008", "A handover", "2008-08-15", "Example Times", [suit, award, given, signed, drawn]
    )
    cameroon, nigeria, land = thing("cameroon"), thing("nigeria"), thing("bakassi")
    court, treaty = thing("international-court-of-justice"), thing("green-tree-agreement")
    writer.says(suit, cameroon, "submittedTo", court, about=land, time="1994")
    writer.says(award, court, "ruledFor", cameroon, about=land, time="2002")
    writer.says(given, land, "transferredTo", cameroon, ("Bakassi", "handed", "Cameroon"), time="2008-08-14")
    writer.says(
        signed, nigeria, "partyTo", treaty, ("Nigeria", "signed", "Green Tree Agreement"), time="2006"
    )
    writer.says(
        signed, cameroon, "partyTo", treaty, ("Cameroon", "signed", "Green Tree Agreement"), time="2006"
    )
    writer.says(drawn, nigeria, "delimitedBoundaryWith", cameroon, polarity=Polarity.NEGATIVE)
    return writer.reading()


def all_readings() -> tuple[Reading, ...]:
    """Give all three, in no particular order."""
    return kurils(), falklands(), bakassi()
