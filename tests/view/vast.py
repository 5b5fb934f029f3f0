"""Twenty thousand made-up statements of few states and places: too many for one drawing, and quick to lay out."""

import itertools

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Span

STATES = tuple(Entity(id=f"state-{i:02}", label=f"State {i}", kind=EntityKind.STATE) for i in range(40))
PLACES = tuple(Entity(id=f"place-{i:03}", label=f"Isle {i}", kind=EntityKind.TERRITORY) for i in range(120))
PERSONS = tuple(
    Entity(id=f"person-{i:03}", label=f"Speaker {i}", kind=EntityKind.PERSON, known=False) for i in range(160)
)
DOCUMENT = Document(id="made", text="", title="Made up")


def make(statements: int) -> tuple[list[Document], list[Assertion]]:
    """Make so many: each person speaks for a state, each state claims three places, then what years tell apart.

    A state has to do with its neighbours by number alone, so that there are communities to find.
    """
    said = [(person, "represents", STATES[i // 4], None) for i, person in enumerate(PERSONS)]
    said += [(state, "claims", PLACES[3 * i + j], None) for i, state in enumerate(STATES) for j in range(3)]
    years = (
        (state, predicate, other, str(1900 + year))
        for year in range(120)
        for i, state in enumerate(STATES)
        for predicate, other in (
            ("deploysForcesTo", PLACES[(3 * i + year % 7) % len(PLACES)]),
            ("metWith", STATES[(i + 1 + year % 3) % len(STATES)]),
            ("claims", PLACES[(3 * i + 3 * (year % 2)) % len(PLACES)]),
            ("recognizes", STATES[(i + 1) % len(STATES)]),
            ("supports", STATES[(i + 2) % len(STATES)]),
        )
    )
    said += itertools.islice(years, statements - len(said))
    return [DOCUMENT], [_assertion(number, *each) for number, each in enumerate(said)]


def _assertion(number: int, subject: Entity, predicate: str, other: Entity, time: str | None) -> Assertion:
    quotation = f"{subject.label} {predicate} {other.label}, it is said."
    evidence = Evidence(
        document_id=DOCUMENT.id,
        span=Span(start=100 * number, end=100 * number + len(quotation)),
        quotation=quotation,
        rule="made-up",
        confidence=0.8,
    )
    return Assertion(subject=subject, predicate=predicate, object=other, time=time, evidence=(evidence,))
