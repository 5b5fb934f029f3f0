"""What the page says: its entities, statements, articles and legend in words, ready to be written as JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kgraph.disputes import Dispute
from kgraph.model import (
    Assertion,
    BackgroundName,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    assertion_id,
)
from kgraph.view.network import Line, Node, Stance, mark_quotation, wrap_label
from kgraph.vocab import Predicate

__all__ = [
    "FAMILIES",
    "KINDS",
    "OTHER_FAMILY",
    "STANCES",
    "Entry",
    "Json",
    "all_claimants",
    "count_sources",
    "describe_article",
    "describe_entity",
    "describe_statement",
    "describe_time",
    "family_of",
    "is_identified",
    "list_articles",
    "list_families",
    "list_kinds",
    "list_stances",
    "sort_by_time",
    "word_inverse",
    "word_relation",
]

Json = dict[str, object]

OTHER_FAMILY = "other"
FAMILIES: Mapping[str, str] = {
    "claim": "Claims, positions",
    "control": "Control",
    "transfer": "Transfers, borders",
    "force": "Force",
    "legal": "Treaties and courts",
    "diplomacy": "Diplomacy",
    "naming": "Names and parts",
    OTHER_FAMILY: "Other",
}
STANCES: Mapping[Stance, str] = {
    Stance.ASSERTED: "Said by the article",
    Stance.ATTRIBUTED: "According to someone",
    Stance.POSSIBLE: "Possible or planned",
    Stance.DENIED: "Denied",
}
KINDS: Mapping[EntityKind, str] = {
    EntityKind.STATE: "State",
    EntityKind.TERRITORY: "Territory",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.TRIBUNAL: "Court",
    EntityKind.INSTRUMENT: "Treaty or law",
    EntityKind.PERSON: "Person",
    EntityKind.NAME: "Name in use",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the legend; `examples` are the relations that it stands for."""

    id: str
    label: str
    count: int
    examples: tuple[str, ...] = ()


def describe_entity(node: Node, background: Iterable[BackgroundName] = ()) -> Json:
    """Describe an entity: its label, the lines of it on the drawing, the other names in the texts.

    Args:
        node: the entity as it is drawn.
        background: the names that the gazetteer has for it.
    """
    entity = node.entity
    return {
        "id": entity.id,
        "label": entity.label,
        "lines": wrap_label(entity.label),
        "kind": entity.kind.value,
        "kindLabel": KINDS[entity.kind],
        "known": is_identified(entity),
        "names": list(node.names),
        "background": _by_user(background),
        **_sides(node.dispute),
        "allClaimants": [each.id for each in all_claimants(node)],
        "parts": [part.territory.id for part in node.parts],
        "degree": node.degree,
        "aside": node.aside,
    }


def all_claimants(node: Node) -> tuple[Entity, ...]:
    """List those who claim the territory or a part of it, by label."""
    disputes = (*([node.dispute] if node.dispute else []), *node.parts)
    found = {each.id: each for dispute in disputes for each in dispute.claimants}
    return tuple(sorted(found.values(), key=lambda e: (e.label, e.id)))


def _sides(dispute: Dispute | None) -> Json:
    """List who claims, disputes and holds it by id, and how that stands; "" where there is no dispute."""
    return {
        "claimants": [each.id for each in dispute.claimants] if dispute else [],
        "opponents": [each.id for each in dispute.opponents] if dispute else [],
        "holders": [each.id for each in dispute.holders] if dispute else [],
        "formerHolders": [each.id for each in dispute.former_holders] if dispute else [],
        "dispute": dispute.status.value if dispute else "",
    }


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
    line: Line, predicates: Mapping[str, Predicate], articles: Mapping[str, Document]
) -> Json:
    """Describe an assertion: who, what, whom, how it is stated, and its sentences, the newest first."""
    assertion = line.assertion
    about = assertion.about
    predicate = predicates.get(assertion.predicate)
    return {
        "id": line.id,
        "subject": assertion.subject.id,
        "object": assertion.object.id,
        "about": about.id if about and about.kind is not EntityKind.NAME else None,
        "aboutLabel": about.label if about else None,
        "family": family_of(assertion, predicates),
        "stance": line.stance.value,
        "verb": word_relation(assertion, predicates),
        "symmetric": bool(predicate and predicate.symmetric),
        "attribution": assertion.attribution.label if assertion.attribution else None,
        "confidence": f"{assertion.confidence:.2f}",
        "time": describe_time(assertion.time),
        "evidence": [_describe_evidence(e) for e in _newest_first(assertion.evidence, articles)],
    }


def word_relation(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str:
    """Put the relation in words, its denial and possibility in them: "possibly does not claim"."""
    predicate = predicates.get(assertion.predicate)
    if predicate is None:
        said, denied = assertion.predicate, f"does not: {assertion.predicate}"
    else:
        said, denied = predicate.verb_phrase, predicate.negative_verb_phrase
    return _modal(assertion, denied if assertion.polarity == "negative" else said)


def word_inverse(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str | None:
    """Put the relation in words as seen from its object: "is possibly not claimed by"; None where there are none."""
    predicate = predicates.get(assertion.predicate)
    if predicate is None:
        return None
    said, denied = predicate.inverse_verb_phrase, predicate.negative_inverse_verb_phrase
    words = denied if assertion.polarity == "negative" else said
    return _modal(assertion, words) if words else None


def _modal(assertion: Assertion, words: str) -> str:
    if assertion.modality is not Modality.POSSIBLE:
        return words
    return f"is possibly {words.removeprefix('is ')}" if words.startswith("is ") else f"possibly {words}"


def family_of(assertion: Assertion, predicates: Mapping[str, Predicate]) -> str:
    """Give the group whose colour the assertion is drawn in."""
    predicate = predicates.get(assertion.predicate)
    return predicate.family if predicate and predicate.family in FAMILIES else OTHER_FAMILY


def describe_time(time: str | None) -> str | None:
    """Put an ISO 8601 date or interval in words: "1954/" is "since 1954"."""
    if time is None or "/" not in time:
        return time
    start, _, end = time.partition("/")
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}"


def describe_article(document: Document) -> Json:
    """Describe where a sentence stands; a link only where it leads to the web, never into a script."""
    return {
        "title": document.title or document.id,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "url": document.url if _is_web_address(document.url) else None,
    }


def list_articles(lines: Iterable[Line], articles: Mapping[str, Document]) -> dict[str, Json]:
    """Describe every article that is cited, by id; one that is not given is known by its id alone."""
    cited = {evidence.document_id for line in lines for evidence in line.assertion.evidence}
    described = {
        key: describe_article(articles.get(key) or Document(id=key, text="")) for key in sorted(cited)
    }
    return {key: article | {"number": i} for i, (key, article) in enumerate(described.items(), start=1)}


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


def count_sources(documents: Sequence[Document], lines: Iterable[Line]) -> dict[str, int]:
    """Count the statements, the sentences that they rest on, and the articles that were read."""
    lines = list(lines)
    sentences = {(e.document_id, e.span) for line in lines for e in line.assertion.evidence}
    return {"statements": len(lines), "sentences": len(sentences), "articles": len(documents)}


def list_families(lines: Sequence[Line], predicates: Mapping[str, Predicate]) -> list[Entry]:
    """List the families that are drawn, each with the relations that stand for it here."""
    count = Counter(family_of(line.assertion, predicates) for line in lines)
    verbs = {f: Counter[str]() for f in FAMILIES}
    for line in lines:
        predicate = predicates.get(line.assertion.predicate)
        words = predicate.verb_phrase if predicate else line.assertion.predicate
        verbs[family_of(line.assertion, predicates)][words] += 1
    return [
        Entry(id=f, label=label, count=count[f], examples=_most_frequent(verbs[f]))
        for f, label in FAMILIES.items()
        if count[f]
    ]


def list_stances(lines: Sequence[Line]) -> list[Entry]:
    """List the ways in which a relation can be stated; all four, even where one does not occur."""
    count = Counter(line.stance for line in lines)
    return [Entry(id=stance, label=label, count=count[stance]) for stance, label in STANCES.items()]


def list_kinds(nodes: Sequence[Node]) -> list[Entry]:
    """List the kinds of entities that are drawn."""
    count = Counter(node.entity.kind for node in nodes)
    return [Entry(id=kind, label=label, count=count[kind]) for kind, label in KINDS.items() if count[kind]]


def _most_frequent(count: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(count, key=lambda words: (-count[words], words)))


def _describe_evidence(evidence: Evidence) -> Json:
    return {
        "article": evidence.document_id,
        "pieces": [list(piece) for piece in mark_quotation(evidence)],
        "attribution": evidence.attribution_text,
        "rule": evidence.rule,
        "confidence": f"{evidence.confidence:.2f}",
        "elliptical": evidence.elliptical,
    }


def _newest_first(evidence: Iterable[Evidence], articles: Mapping[str, Document]) -> list[Evidence]:
    def age(e: Evidence) -> tuple[int, str, int]:
        _, day, document, start = _place(e, articles)
        return -day, document, start

    return sorted(evidence, key=age)


def _is_web_address(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
