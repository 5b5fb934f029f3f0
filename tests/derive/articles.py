"""Small graphs for the rules: articles made by hand, each a list of what it says."""

import datetime
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kgraph.derive import derive
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Reading, Span
from kgraph.vocab import IDS, PREFIXES

NO, MAYBE = Polarity.NEGATIVE, Modality.POSSIBLE
_STATES = frozenset(
    {"japan", "russia", "soviet-union", "china", "morocco", "spain", "nigeria", "cameroon", "syria"}
)


def thing(name: str) -> Entity:
    kind = EntityKind.STATE if name in _STATES else EntityKind.TERRITORY
    return Entity(id=name, label=name.title(), kind=kind)


def said(
    subject: str, predicate: str, value: str, words: str = "", sure: float = 0.9, **qualifiers: object
) -> Assertion:
    """Say something in a sentence of its own: `words`, or words that nobody else uses."""
    named = {k: thing(v) if k in ("about", "attribution") else v for k, v in qualifiers.items()}
    place = Evidence(
        document_id="", span=Span(start=0, end=1), quotation=words, rule="by-hand", confidence=sure
    )
    return Assertion(
        subject=thing(subject),
        predicate=predicate,
        object=thing(value),
        evidence=(place,),
        **named,  # type: ignore[arg-type]
    )


def article(name: str, *sayings: Assertion, date: str | None = None, source: str | None = None) -> Reading:
    """Give an article that says it all, one sentence after the other."""
    sentences = [one.evidence[0].quotation or f"{name} {number}." for number, one in enumerate(sayings)]
    text = "\n".join(sentences)
    document = Document(
        id=name, text=text, date=datetime.date.fromisoformat(date) if date else None, source=source
    )
    return Reading(
        document=document,
        assertions=tuple(
            _placed(one, words, document) for one, words in zip(sayings, sentences, strict=True)
        ),
        sentences=len(sayings),
        sentences_with_assertion=len(sayings),
    )


def _placed(assertion: Assertion, words: str, document: Document) -> Assertion:
    start = document.text.index(words)
    place = Evidence(
        document_id=document.id,
        span=Span(start=start, end=start + len(words)),
        quotation=words,
        rule="by-hand",
        confidence=assertion.evidence[0].confidence,
    )
    return assertion.with_evidence((place,))


def derived(*readings: Reading, extra: Iterable[str] = ()) -> Graph:
    """Give the graph of articles with its derived layer; `extra` are statements in Turtle with kgraph's prefixes."""
    graph = Graph(to_triples(readings))
    if extra:
        prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
        graph._store.update(f"{prefixes} INSERT DATA {{ {' '.join(extra)} }}")
    graph.apply(Change(new=frozenset(derive(graph))))
    return graph


def rows(graph: Graph, select: str) -> list[tuple[str, ...]]:
    """Ask, and give rows of local names and values, sorted."""
    found = graph.solve(select)
    return sorted(tuple(_short(value) for value in row) for row in found)  # type: ignore[union-attr, arg-type]


def _short(value: object) -> str:
    text = "" if value is None else value.value  # type: ignore[attr-defined]
    return text.removeprefix(IDS).removeprefix(PREFIXES["kg"]) if isinstance(value, NamedNode) else text
