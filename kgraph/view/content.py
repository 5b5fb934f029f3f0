"""What the page carries as JSON: entities, disputes, statements, and what these name (`kgraph.view.listed`).

Its scripts read it (`scripts/data.js`), which fill in what is left out here: what is absent, false or empty.
"""

from collections.abc import Iterable, Mapping, Sequence

from kgraph.disputes import Dispute
from kgraph.model import (
    Assertion,
    Background,
    BackgroundName,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Span,
    assertion_id,
    evidence_id,
)
from kgraph.times import describe_time, time_bounds
from kgraph.view.listed import Json, Listed
from kgraph.view.network import Line, Node, Stance, mark_quotation, wrap_label
from kgraph.view.standing import Ties, find_contradictions, find_copies, find_origins
from kgraph.view.wording import KINDS, STANCES
from kgraph.vocab import PREFIXES, Predicate

__all__ = [
    "Json",
    "all_claimants",
    "compact",
    "count_sources",
    "describe_dispute",
    "describe_entity",
    "describe_page",
    "describe_statement",
    "is_identified",
    "sort_by_time",
]

DASHES: Mapping[str, Sequence[int]] = {
    Stance.ASSERTED: (),
    Stance.ATTRIBUTED: (9, 5),
    Stance.POSSIBLE: (2, 5),
    Stance.DENIED: (12, 4, 2, 4),
}
DECIMALS = 4  # of degrees: 11 metres
PARTS = ("subject", "predicate", "object")


def describe_page(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    documents: Mapping[str, Document],
    predicates: Mapping[str, Predicate],
    background: Background,
) -> Json:
    """Describe all that the page shows; what the drawing needs beside it comes from the network."""
    listed, ties = (
        Listed(documents, predicates, find_copies(lines, documents)),
        find_origins(lines, documents),
    )
    statements = [describe_statement(line, listed, documents, ties[line.id]) for line in lines]
    places = {line.id: place for place, line in enumerate(lines)}
    for one, others in find_contradictions(lines, predicates).items():
        statements[places[one]]["against"] = [places[other] for other in others]
    return {
        "entities": [describe_entity(node, background) for node in nodes],
        "disputes": [describe_dispute(node, places) for node in nodes if node.dispute],
        "statements": statements,
        **listed.described,
        "kinds": {kind.value: label for kind, label in KINDS.items()},
        "stances": {stance.value: label for stance, label in STANCES.items()},
        "dashes": DASHES,
        "prefixes": dict(PREFIXES),
    }


def describe_entity(node: Node, background: Background) -> Json:
    """Describe an entity: its label, the lines of it on the drawing, the other names, who claims it, where it is."""
    entity = node.entity
    latitude, longitude = background.places.get(entity.id, (None, None))
    lines = wrap_label(entity.label)
    return {
        "id": entity.id,
        "label": entity.label,
        "lines": lines if lines != entity.label else None,
        "kind": entity.kind.value,
        "known": is_identified(entity),
        "names": list(node.names),
        "candidates": [{"id": each.id, "label": each.label} for each in entity.candidates],
        "background": _by_user(background.names.get(entity.id, ())),
        "claimants": [each.id for each in all_claimants(node)],
        "parts": [part.territory.id for part in node.parts],
        "wholes": sorted(background.wholes.get(entity.id, ())),
        "degree": node.degree,
        "aside": node.aside,
        "lat": None if latitude is None else round(latitude, DECIMALS),
        "lon": None if longitude is None else round(longitude, DECIMALS),
    }


def describe_dispute(node: Node, places: Mapping[str, int]) -> Json:
    """Describe who claims, disputes and holds a territory, by id, how that stands, and by which statements.

    Args:
        node: of the territory.
        places: of the statements in the list of them, by their ids.
    """
    dispute = node.dispute
    if dispute is None:
        raise ValueError(f"{node.entity.id} is not in dispute")
    return {
        "territory": node.entity.id,
        "claimants": _ids(dispute.claimants),
        "opponents": _ids(dispute.opponents),
        "holders": _ids(dispute.holders),
        "formerHolders": _ids(dispute.former_holders),
        "status": dispute.status.value,
        "sources": sorted(places[each] for each in dispute.sources),
    }


def _ids(entities: Iterable[Entity]) -> list[str]:
    return [entity.id for entity in entities]


def all_claimants(node: Node) -> tuple[Entity, ...]:
    """List those who claim the territory or a part of it, by label."""
    disputes: tuple[Dispute, ...] = (*([node.dispute] if node.dispute else []), *node.parts)
    found = {each.id: each for dispute in disputes for each in dispute.claimants}
    return tuple(sorted(found.values(), key=lambda e: (e.label, e.id)))


def _by_user(names: Iterable[BackgroundName]) -> list[Json]:
    """Put names together by whose they are; those that are nobody's in particular come last."""
    users: dict[str, list[Json]] = {}
    for name in sorted(names, key=lambda n: (not n.user, n.user, n.lang, n.text)):
        shown: Json = {"text": name.text, "lang": name.lang if name.lang != "und" else None}
        users.setdefault(name.user, []).append(shown)
    return [{"user": user or None, "names": shown} for user, shown in users.items()]


def is_identified(entity: Entity) -> bool:
    """Tell whether the drawing may fill the entity: the gazetteer knows it, or it is a mere name."""
    return entity.known or entity.kind is EntityKind.NAME


def describe_statement(
    line: Line, listed: Listed, articles: Mapping[str, Document], ties: Ties | None = None
) -> Json:
    """Describe an assertion: who, what, whom, how it is stated, and its sentences, the newest first.

    `from` and `until` are the first and the last day of its time, ISO 8601; absent where it is open or has none.
    `iso` is a time as the graph has it where it is put in other words: an interval, a decade, a guess.

    Args:
        line: the assertion, as it is drawn.
        listed: takes what it names.
        articles: those that were read, by id.
        ties: what its evidence has in common; None: each place is an origin of its own.
    """
    assertion = line.assertion
    about = assertion.about
    first, last = time_bounds(assertion.time) if assertion.time else (None, None)
    when = describe_time(assertion.time)
    return {
        "id": line.id,
        "subject": assertion.subject.id,
        "relation": listed.relations.number(assertion),
        "object": assertion.object.id,
        "about": about.id if about and about.kind is not EntityKind.NAME else None,
        "aboutLabel": about.label if about else None,
        "stance": line.stance.value,
        "voice": listed.voices.number(assertion.attribution),
        "confidence": round(assertion.confidence, 2),
        "time": when,
        "iso": assertion.time if assertion.time != when else None,
        "from": first.isoformat() if first else None,
        "until": last.isoformat() if last else None,
        "evidence": [
            _describe_evidence(assertion, evidence, origin, listed)
            for evidence, origin in _newest_first(assertion.evidence, ties, articles)
        ],
        "ties": [[origin, *sorts] for origin, sorts in ties.sorts.items()] if ties else [],
    }


def _describe_evidence(assertion: Assertion, evidence: Evidence, origin: int, listed: Listed) -> Json:
    """Describe a place that says so; its id without the letter that all have."""
    return {
        "id": evidence_id(assertion, evidence).removeprefix("e_"),
        "sentence": listed.sentences.number(evidence),
        "marks": _marks(evidence),
        "spans": _unmarked_spans(evidence),
        "voice": evidence.attribution_text,
        "rule": listed.rules.number(evidence.rule),
        "confidence": evidence.confidence,
        "elliptical": evidence.elliptical,
        "past": evidence.past,
        "origin": origin or None,
    }


def _marks(evidence: Evidence) -> list[tuple[str, int, int]]:
    """Say which part of the assertion stands where in the sentence, in UTF-16 units, as scripts count."""
    marks, end = [], 0
    for part, words in mark_quotation(evidence):
        start, end = end, end + len(words.encode("utf-16-le", "surrogatepass")) // 2
        if part:
            marks.append((part, start, end))
    return marks


def _unmarked_spans(evidence: Evidence) -> list[tuple[str, int, int]]:
    """List the parts whose span the marks do not show whole: it overlaps another, or lies in another sentence.

    Their places count from the start of the document, in code points.
    """
    marked: list[tuple[str, Span]] = []
    end = evidence.span.start
    for part, words in mark_quotation(evidence):
        start, end = end, end + len(words)
        marked.append((part, Span(start=start, end=end)))
    spans = ((part, getattr(evidence, f"{part}_span")) for part in PARTS)
    return [
        (part, span.start, span.end)
        for part, span in spans
        if span is not None and [own for name, own in marked if name == part] != [span]
    ]


def compact(value: object) -> object:
    """Leave out of records what is absent, false or empty: scripts take what is missing for just that."""
    if isinstance(value, dict):
        return {k: compact(v) for k, v in value.items() if v is not None and v is not False and v != []}
    return [compact(v) for v in value] if isinstance(value, list) else value


def sort_by_time(assertions: Iterable[Assertion], articles: Mapping[str, Document]) -> list[Assertion]:
    """Sort assertions by where they are first said: date, document, place; what has no date comes last.

    So a page looks the same whether it is built from articles or from a graph, which has no order.
    """

    def first_said(assertion: Assertion) -> tuple[tuple[bool, int, str, int], str]:
        places = [_place(evidence, articles) for evidence in assertion.evidence]
        return min(places, default=(True, 0, "", 0)), assertion_id(assertion)

    return sorted(assertions, key=first_said)


def _place(evidence: Evidence, articles: Mapping[str, Document]) -> tuple[bool, int, str, int]:
    article = articles.get(evidence.document_id)
    date = article.date if article else None
    return date is None, date.toordinal() if date else 0, evidence.document_id, evidence.span.start


def _newest_first(
    evidence: Sequence[Evidence], ties: Ties | None, articles: Mapping[str, Document]
) -> list[tuple[Evidence, int]]:
    """Sort evidence by the day of its article, each with the number of its origin."""

    def age(pair: tuple[Evidence, int]) -> tuple[int, str, int]:
        _, day, document, start = _place(pair[0], articles)
        return -day, document, start

    numbers = ties.numbers if ties else range(len(evidence))
    return sorted(zip(evidence, numbers, strict=True), key=age)


def count_sources(documents: Sequence[Document], lines: Iterable[Line]) -> dict[str, int]:
    """Count the statements, the sentences that they rest on, and the articles that were read."""
    lines = list(lines)
    sentences = {(e.document_id, e.span) for line in lines for e in line.assertion.evidence}
    return {"statements": len(lines), "sentences": len(sentences), "articles": len(documents)}
