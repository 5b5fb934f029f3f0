"""Documents made up at random, of few things and few words, so that they share what they speak of."""

from dataclasses import replace

from hypothesis import strategies as st

from kgraph.assemble import assemble
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
from kgraph.vocab import nil_entity, own_predicate

TEXT = "Tokyo and Mira Okonjo talked. Okonjo spoke of the isles."
WORDS = [None, *(Span(start=TEXT.index(w), end=TEXT.index(w) + len(w)) for w in ("Tokyo", "Okonjo", "isles"))]
SENTENCES = [Span(start=0, end=TEXT.index(".") + 1), Span(start=TEXT.index("Okonjo spoke"), end=len(TEXT))]

JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
RUSSIA = Entity(id="russia", label="Russia", kind=EntityKind.STATE)
KUNASHIR = Entity(id="kunashir", label="Kunashir", kind=EntityKind.TERRITORY)
KURILS = Entity(id="kuril-islands", label="Kuril Islands", kind=EntityKind.TERRITORY)
OWN = own_predicate(
    "own:toasts",
    label="toasts",
    verb_phrase="toasts",
    negative_verb_phrase="does not toast",
    definition="Drinks to it.",
    symmetric=True,
)


def _person(label: str) -> Entity:
    return Entity(id="person_mira-okonjo", label=label, kind=EntityKind.PERSON, known=False)


def _open(candidates: tuple[Entity, ...]) -> Entity:
    return replace(nil_entity("the isles", EntityKind.TERRITORY), candidates=candidates)


THINGS = [
    *(JAPAN, RUSSIA, KUNASHIR, KURILS),
    *(_person(label) for label in ("Okonjo", "Mira Okonjo", "Dr Mira Okonjo", "Tokyo")),
    *(_open(which) for which in ((), (KUNASHIR,), (KUNASHIR, KURILS))),
]
NAMES = [nil_entity(words, EntityKind.NAME) for words in ("Dokdo", "DOKDO", "dokdo!")]
things, names = st.sampled_from(THINGS), st.sampled_from(NAMES)


@st.composite
def assertions(draw: st.DrawFn, document: str) -> Assertion:
    """Draw an assertion with one evidence of a document."""
    predicate = draw(st.sampled_from(["claims", "metWith", "knownAs", "own:toasts"]))
    subject = draw(things)
    value = draw(names if predicate == "knownAs" else things.filter(lambda thing: thing.id != subject.id))
    sentence = draw(st.sampled_from(SENTENCES))
    evidence = Evidence(
        document_id=document,
        span=sentence,
        quotation=sentence.of(TEXT),
        subject_span=draw(st.sampled_from(WORDS)),
        object_span=draw(st.sampled_from(WORDS)),
        rule="drawn",
        confidence=draw(st.sampled_from([0.5, 0.9])),
        past=draw(st.none() | st.sampled_from(Past)),
    )
    return Assertion(
        subject=subject,
        predicate=predicate,
        object=value,
        about=draw(st.none() | things | names),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        attribution=draw(st.none() | st.just(subject) | things),
        time=draw(st.sampled_from([None, "1945"])),
        evidence=(evidence,),
    )


@st.composite
def readings(draw: st.DrawFn, documents: str = "abcd") -> Reading:
    """Draw what a document may have given."""
    name = draw(st.sampled_from(documents))
    found = draw(st.lists(assertions(name), max_size=4))
    return Reading(
        document=Document(id=name, text=TEXT, title=draw(st.sampled_from([None, "A title", "Another"]))),
        assertions=assemble(found),
        sentences=2,
        sentences_with_assertion=1,
    )
