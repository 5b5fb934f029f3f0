"""The records that the stages pass on: plain, frozen, without input or output.

A `Span` is half-open `[start, end)` in code points of `Document.text`, always of the untouched text.
"""

import datetime
import hashlib
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

__all__ = [
    "Assertion",
    "Background",
    "BackgroundName",
    "Candidate",
    "Construction",
    "Document",
    "Entity",
    "EntityKind",
    "Evidence",
    "Mention",
    "Modality",
    "OpenArgument",
    "OpenProposition",
    "OpenReading",
    "Past",
    "Polarity",
    "Reading",
    "Sentence",
    "Span",
    "Unread",
    "assertion_id",
    "assertion_key",
    "evidence_id",
    "told_past",
]


class Polarity(StrEnum):
    """Whether the text says or denies the relation.

    >>> (reading,) = kgraph.extract(kgraph.Document(id="1", text="Japan has never claimed Sakhalin."))
    >>> [said.predicate for said in reading.assertions if said.polarity is kgraph.Polarity.NEGATIVE]
    ['claims']
    >>> kgraph.Polarity.NEGATIVE == "negative"
    True
    """

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """Whether the relation is held to be so, or planned, wished, feared, supposed.

    >>> (reading,) = kgraph.extract(kgraph.Document(id="1", text="Japan may claim Kunashir."))
    >>> [said.modality is kgraph.Modality.POSSIBLE for said in reading.assertions]
    [True]
    """

    ACTUAL = "actual"
    POSSIBLE = "possible"


class Past(StrEnum):
    """How the past tense tells that something is held: as a state, which need not last, or as how it began."""

    STATE = "state"  # "ruled", "was under the rule of"
    EVENT = "event"  # "seized", "came under the rule of"

    @classmethod
    def read(cls, word: str | None) -> "Past | None":
        """Read the word of a graph; None for none, and for one that is neither, of which validation complains."""
        return next((each for each in cls if each.value == word), None)


class Construction(StrEnum):
    """How a relation stands in the sentence that says it."""

    ACTIVE = "active verb"
    PASSIVE = "passive verb"
    PARTICIPLE = "participle"
    NOMINAL = "noun"
    LIGHT_VERB = "noun with a light verb"
    APPOSITION = "apposition or bracket"
    REFERENCE = "with a reference"  # subject or object is not in the sentence
    TITLE = "with the title"  # subject or object is left out: the title gives it
    OFFICE = "person in office"


class Unread(StrEnum):
    """Why a sentence was not read."""

    NO_LETTERS = "no letters"
    NOT_ENGLISH = "not in English"


class EntityKind(StrEnum):
    """The class of an entity; the values are the local names of the ontology's classes.

    >>> [entry.entity.kind.value for entry in kgraph.Gazetteer.load().by_name("Kunashir")]
    ['Territory']
    """

    STATE = "State"
    TERRITORY = "Territory"
    ORGANIZATION = "Organization"
    TRIBUNAL = "Tribunal"
    INSTRUMENT = "Instrument"
    PERSON = "Person"
    NAME = "Name"  # the object of knownAs: a name, not a thing; written as a literal


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch `[start, end)` of a document's text, in code points.

    >>> kgraph.Span(start=0, end=5).of("Japan claims Kunashir.")
    'Japan'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Give the words that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: the text untouched, and what is known of where and when it appeared.

    Attributes:
        id: what evidence names it by; no two documents of a graph have one id.
        text: as it is, with markup and all; spans count in it.
        title: its headline, which `text` need not repeat.
        date: when it appeared, to which "last year" counts back; of a time of day the day is taken.
        url: where it appeared.
        source: the publisher as the input names it.
        digest: of the text, where that is not at hand: a graph holds no texts.
        signature: of its words, by which copies are known, likewise.

    What a data frame has for nothing (NaN, NaT, NA) is None.

    >>> day = datetime.date(2012, 9, 11)
    >>> kgraph.Document(id="1", text="Japan bought three islands.", date=day, source="Example Times").date.year
    2012
    """

    id: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    source: str | None = None
    digest: str | None = field(default=None, compare=False)
    signature: str | None = field(default=None, compare=False)  # by `kgraph.syndication`

    def __post_init__(self) -> None:
        for name in ("title", "date", "url", "source"):
            if _is_missing(getattr(self, name)):
                object.__setattr__(self, name, None)
        if isinstance(self.date, datetime.datetime):
            object.__setattr__(self, "date", self.date.date())

    @property
    def text_digest(self) -> str | None:
        """The SHA-256 of the text, in hexadecimal digits; None where there is neither text nor digest."""
        if not self.text:
            return self.digest
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document; `index` counts from 0 in document order."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that assertions speak of.

    Attributes:
        id: the flat local name of its IRI: that of the gazetteer where the thing is known ("kunashir"), else made of
            its kind and name ("place_islands-at-amur-and-ussuri-confluence"), the same in every document.
        label: what it is called in lists and pages, which takes no side.
        kind: its class.
        known: whether the gazetteer has it; what it has not is named by the text alone.
        candidates: the known things that a name may have meant where nothing decided between them, best first; they
            say why the thing is not known, and are no part of what it is: two entities are equal without them.

    >>> said = kgraph.Graph.open("out/graph.ttl").assertions()
    >>> next(each.object for each in said if each.object.id == "kunashir")
    Entity(id='kunashir', label='Kunashir', kind=<EntityKind.TERRITORY: 'Territory'>, known=True, candidates=())
    """

    id: str
    label: str
    kind: EntityKind
    known: bool = True
    candidates: "tuple[Entity, ...]" = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a name may mean, and how well that fits where it stands.

    `parts` says what the score is the sum of: (sign, weight) pairs such as ("capital named near", 1.5); none where
    a name has one bearer only, and nothing had to be weighed.
    """

    entity: Entity
    how: str = "name"  # by what kind of name the entity is called so
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(weight for _, weight in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names something the gazetteer knows.

    `how` says by what kind of name: "name", "demonym" (Japanese), "capital" or "metonym" (Tokyo, the Kremlin),
    "adjective" (Moroccan). `alternatives` holds the other entities that bear the same name, best first.
    `candidates` holds all that were weighed, with their scores, best first; an entity that is not known was chosen
    because none of them was good enough, or two were too close.

    >>> (mention,) = kgraph.Gazetteer.load().find("Tokyo protested.")
    >>> mention.span, mention.entity.id, mention.how
    (Span(start=0, end=5), 'japan', 'capital')
    """

    span: Span
    entity: Entity
    how: str = "name"
    alternatives: tuple[Entity, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class BackgroundName:
    """A name that the gazetteer has for a thing, read in no text: whose it is, and in which language.

    `lang` is a BCP 47 tag, "und" where it is not known; `used_by` the id of the party whose name it is and
    `user` its label, both empty where it is nobody's in particular.
    """

    text: str
    lang: str
    used_by: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the gazetteer knows of things, by their ids, said by no text.

    Attributes:
        names: the names that it has for them.
        past: the states of the past: what they held, they held once.
        wholes: by a territory, those that it lies within: a claim to a part counts there too.
        places: latitude and longitude in degrees, of a point that stands for the whole.
    """

    names: Mapping[str, Sequence[BackgroundName]] = field(default_factory=dict)
    past: Container[str] = frozenset()
    wholes: Mapping[str, Collection[str]] = field(default_factory=dict)
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One place that supports an assertion: the sentence, the words, the rule that read them.

    Spans count in the document's text.

    Attributes:
        document_id: the document.
        span: of the sentence.
        quotation: the document's text at `span`.
        subject_span: its words; None where the sentence does not say it: a reference gives it, or the title.
        predicate_span: likewise.
        object_span: likewise.
        attribution_text: whose word it is, in the text's own words.
        rule: the id of the wording that read it, or `proposed:` and who proposed it.
        confidence: how probable it is that a careful reader would give the same assertion, from 0 to 1.
        elliptical: whether the document's title gives subject or object.
        past: how the past tense tells who holds what; None: another tense, or something else.
        construction: how the sentence says it; None where that is not told, say in a graph that was opened.

    >>> text = "Argentina claims the Falkland Islands."
    >>> (reading,) = kgraph.extract([kgraph.Document(id="1", text=text)])
    >>> (evidence,) = reading.assertions[0].evidence
    >>> evidence.document_id, evidence.quotation == evidence.span.of(text), evidence.object_span.of(text)
    ('1', True, 'Falkland Islands')
    """

    document_id: str
    span: Span
    quotation: str
    subject_span: Span | None = None
    predicate_span: Span | None = None
    object_span: Span | None = None
    attribution_text: str | None = None
    rule: str
    confidence: float
    elliptical: bool = False
    past: Past | None = None
    construction: Construction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What a text says: a relation with its qualifiers, and all the evidence for it.

    Two are equal where all but their evidence is.

    Attributes:
        subject: who claims, holds or does it.
        predicate: the local name of the ontology's property, or `own:name`.
        object: what is claimed, held or done to.
        about: the territory, the matter or the office that a relation of two is about; a matter and an office have
            the kind NAME and are words.
        polarity: said or denied.
        modality: held to be so or only possible.
        attribution: whose word it is; None: the text's own voice.
        time: when it holds or came about, an ISO 8601 date or interval: "1945", "2005-05", "1954/", "/1994",
            "1998/2000"; where it is vague "197X", "18XX", "1971~", "[1939..1945]"; None where the text tells none.
        evidence: the places that say it, at least one; in the order of the document, or of a graph by document.

    >>> said = kgraph.Graph.open("out/graph.ttl").assertions()
    >>> denied = (each for each in said if each.polarity.value == "negative" and each.object.id == "japan")
    >>> [(each.subject.id, each.predicate, each.attribution.id, each.is_plain) for each in denied if each.about]
    [('china', 'disputesWith', 'japan', False)]
    """

    subject: Entity
    predicate: str
    object: Entity
    about: Entity | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    attribution: Entity | None = None
    time: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def confidence(self) -> float:
        """The confidence of the best evidence: more evidence never lowers it, copies do not raise it."""
        return max((e.confidence for e in self.evidence), default=0.0)

    @property
    def is_plain(self) -> bool:
        """Tell whether the bare triple may be written beside the assertion.

        Only what is positive, actual, and said in the text's own voice or by the subject of itself.
        """
        own_voice = self.attribution is None or self.attribution.id == self.subject.id
        return self.polarity is Polarity.POSITIVE and self.modality is Modality.ACTUAL and own_voice

    def with_evidence(self, evidence: tuple[Evidence, ...]) -> "Assertion":
        """Give the same assertion resting on this evidence."""
        return replace(self, evidence=evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document gave.

    Attributes:
        document: the document, as it was given.
        assertions: in document order, each with this document's evidence only.
        sentences: how many the text has.
        sentences_with_assertion: how many of them say an assertion.
        unread: how many were not read, by reason.
        refused: what another extractor proposed and is left out, in words.

    >>> (reading,) = kgraph.extract([kgraph.Document(id="1", text="It rained. Japan claims Kunashir.")])
    >>> len(reading.assertions), reading.sentences, reading.sentences_with_assertion
    (1, 2, 1)
    """

    document: Document
    assertions: tuple[Assertion, ...]
    sentences: int
    sentences_with_assertion: int
    unread: tuple[tuple[Unread, int], ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def sentences_without_finding(self) -> int:
        """How many sentences were read and gave nothing."""
        return self.sentences - self.sentences_with_assertion - sum(count for _, count in self.unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArgument:
    """What completes a predicate of the open layer, at its place in the document's text."""

    role: str  # subject, object, complement, clause, prepositional, adverbial, purpose
    preposition: str | None  # the words that lead to it: "in", "out of", "until", "to hide"
    span: Span
    head: Span  # the word of it that the others hang on: "border" of "the long border with Peru"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposition:
    """What a sentence says of something, in the sentence's own words and of whatever domain.

    `subject`, `predicate` and `object` leave out what does not belong to them, and so may have gaps; the spans of
    the arguments have none.

    Attributes:
        span: of the sentence.
        arguments: the subject and the object, then what else the clause says.
        attribution: whose word it is, as the text names it.
        time: as an `Assertion` has it.
        rule: the id of the construction that was read.
        confidence: how probable it is that it is read rightly, from 0 to 1.

    >>> document = kgraph.Document(id="1", text="Lavrov said that the ferry left Shikotan.")
    >>> (_, said) = next(kgraph.extract_open(document)).propositions
    >>> said.subject, said.predicate, said.object, said.attribution
    ('the ferry', 'left', 'Shikotan', 'Lavrov')
    """

    span: Span
    subject: str
    predicate: str
    object: str
    arguments: tuple[OpenArgument, ...]
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    attribution: str | None = None
    time: str | None = None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReading:
    """What one document says, in the order of the text.

    >>> (reading,) = kgraph.extract_open([kgraph.Document(id="1", text="Fishermen may return to Iturup.")])
    >>> [(said.subject, said.predicate, said.modality.value) for said in reading.propositions]
    [('Fishermen', 'may return to', 'possible')]
    """

    document: Document
    propositions: tuple[OpenProposition, ...]


def _is_missing(value: object) -> bool:
    """Tell whether a value is what data frames have for nothing, which is not equal to itself."""
    return (value == value) is not True


def told_past(evidence: Iterable[Past | None]) -> Past | None:
    """Give how several places tell the same in the past tense; None where one of them, or none at all, does.

    An event told once is told: that it began is more than that it was.
    """
    kinds = set(evidence)
    if not kinds or None in kinds:
        return None
    return Past.EVENT if Past.EVENT in kinds else Past.STATE


def assertion_key(assertion: Assertion) -> tuple[str, ...]:
    """List the fields that make two assertions the same, as text; "" where there is none."""
    return (
        assertion.subject.id,
        assertion.predicate,
        assertion.object.id,
        assertion.about.id if assertion.about else "",
        assertion.polarity.value,
        assertion.modality.value,
        assertion.attribution.id if assertion.attribution else "",
        assertion.time or "",
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def assertion_id(assertion: Assertion) -> str:
    """Give the flat local name of the assertion's IRI: the same content has the same one on every machine."""
    return "a_" + _digest(*assertion_key(assertion))


def evidence_id(assertion: Assertion, evidence: Evidence) -> str:
    """Give the flat local name of the evidence's IRI: its assertion, document and place."""
    place = (evidence.document_id, str(evidence.span.start), str(evidence.span.end))
    return "e_" + _digest(*assertion_key(assertion), *place)
