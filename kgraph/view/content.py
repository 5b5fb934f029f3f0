"""What the page carries as JSON: entities, disputes, statements, sentences, articles, each text once.

Its scripts read it (`scripts/data.js`), which fill in what is left out here: what is absent, false or empty.
"""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

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
)
from kgraph.times import time_bounds
from kgraph.view.network import Line, Node, Stance, mark_quotation, wrap_label
from kgraph.view.wording import KINDS, describe_time, family_of, word_inverse, word_relation
from kgraph.vocab import Predicate

__all__ = [
    "Json",
    "Relations",
    "Sentences",
    "all_claimants",
    "compact",
    "count_sources",
    "describe_article",
    "describe_dispute",
    "describe_entity",
    "describe_page",
    "describe_statement",
    "is_identified",
    "sort_by_time",
]

Json = dict[str, object]
DASHES: Mapping[str, Sequence[int]] = {
    Stance.ASSERTED: (),
    Stance.ATTRIBUTED: (9, 5),
    Stance.POSSIBLE: (2, 5),
    Stance.DENIED: (12, 4, 2, 4),
}
DECIMALS = 4  # of degrees: 11 metres


class Sentences:
    """The sentences that statements rest on, each once, and the articles that they stand in."""

    def __init__(self, articles: Mapping[str, Document]) -> None:
        self._articles = articles
        self._numbers: dict[tuple[str, Span], int] = {}
        self._described: list[Json] = []
        self._cited: dict[str, int] = {}

    def number(self, evidence: Evidence) -> int:
        """Give the place of an evidence's sentence in `sentences`; it is put there where it is new."""
        key = evidence.document_id, evidence.span
        if key not in self._numbers:
            self._numbers[key] = len(self._described)
            article = self._cited.setdefault(evidence.document_id, len(self._cited))
            self._described.append({"article": article, "text": evidence.quotation})
        return self._numbers[key]

    @property
    def sentences(self) -> list[Json]:
        """All of them, in the order in which they were asked for."""
        return self._described

    @property
    def articles(self) -> list[Json]:
        """Their articles; one that is not given is known by its id alone."""
        return [describe_article(self._articles.get(key) or Document(id=key, text="")) for key in self._cited]


class Relations:
    """The relations that are drawn, each form of words once."""

    def __init__(self, predicates: Mapping[str, Predicate]) -> None:
        self._predicates = predicates
        self._numbers: dict[tuple[str, str], int] = {}
        self.described: list[Json] = []

    def number(self, assertion: Assertion) -> int:
        """Give the place of an assertion's relation in `described`; it is put there where it is new."""
        verb = word_relation(assertion, self._predicates)
        key = assertion.predicate, verb
        if key not in self._numbers:
            self._numbers[key] = len(self.described)
            predicate = self._predicates.get(assertion.predicate)
            self.described.append(
                {
                    "predicate": assertion.predicate,
                    "verb": verb,
                    "inverse": word_inverse(assertion, self._predicates),
                    "family": family_of(assertion, self._predicates),
                    "symmetric": bool(predicate and predicate.symmetric),
                }
            )
        return self._numbers[key]


def describe_page(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    documents: Mapping[str, Document],
    predicates: Mapping[str, Predicate],
    background: Background,
) -> Json:
    """Describe all that the page shows; what the drawing needs beside it comes from the network."""
    sentences, relations = Sentences(documents), Relations(predicates)
    statements = [describe_statement(line, relations, sentences, documents) for line in lines]
    return {
        "entities": [describe_entity(node, background) for node in nodes],
        "disputes": [describe_dispute(node) for node in nodes if node.dispute],
        "statements": statements,
        "relations": relations.described,
        "sentences": sentences.sentences,
        "articles": sentences.articles,
        "kinds": {kind.value: label for kind, label in KINDS.items()},
        "dashes": DASHES,
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
        "background": _by_user(background.names.get(entity.id, ())),
        "claimants": [each.id for each in all_claimants(node)],
        "parts": [part.territory.id for part in node.parts],
        "degree": node.degree,
        "aside": node.aside,
        "lat": None if latitude is None else round(latitude, DECIMALS),
        "lon": None if longitude is None else round(longitude, DECIMALS),
    }


def describe_dispute(node: Node) -> Json:
    """Describe who claims, disputes and holds a territory, by id, and how that stands."""
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
    line: Line, relations: Relations, sentences: Sentences, articles: Mapping[str, Document]
) -> Json:
    """Describe an assertion: who, what, whom, how it is stated, and its sentences, the newest first.

    `from` and `until` are the first and the last day of its time, ISO 8601; absent where it is open or has none.
    """
    assertion = line.assertion
    about = assertion.about
    first, last = time_bounds(assertion.time) if assertion.time else (None, None)
    return {
        "id": line.id,
        "subject": assertion.subject.id,
        "relation": relations.number(assertion),
        "object": assertion.object.id,
        "about": about.id if about and about.kind is not EntityKind.NAME else None,
        "aboutLabel": about.label if about else None,
        "stance": line.stance.value,
        "voice": assertion.attribution.label if assertion.attribution else None,
        "confidence": round(assertion.confidence, 2),
        "time": describe_time(assertion.time),
        "from": first.isoformat() if first else None,
        "until": last.isoformat() if last else None,
        "evidence": [_describe_evidence(e, sentences) for e in _newest_first(assertion.evidence, articles)],
    }


def _describe_evidence(evidence: Evidence, sentences: Sentences) -> Json:
    return {
        "sentence": sentences.number(evidence),
        "marks": _marks(evidence),
        "voice": evidence.attribution_text,
        "rule": evidence.rule,
        "confidence": round(evidence.confidence, 2),
        "elliptical": evidence.elliptical,
    }


def _marks(evidence: Evidence) -> list[tuple[str, int, int]]:
    """Say which part of the assertion stands where in the sentence, in UTF-16 units, as scripts count."""
    marks, end = [], 0
    for part, words in mark_quotation(evidence):
        start, end = end, end + len(words.encode("utf-16-le", "surrogatepass")) // 2
        if part:
            marks.append((part, start, end))
    return marks


def describe_article(document: Document) -> Json:
    """Describe where a sentence stands; a link only where it leads to the web, never into a script."""
    return {
        "title": document.title or document.id,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "url": document.url if _is_web_address(document.url) else None,
    }


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


def _newest_first(evidence: Iterable[Evidence], articles: Mapping[str, Document]) -> list[Evidence]:
    def age(e: Evidence) -> tuple[int, str, int]:
        _, day, document, start = _place(e, articles)
        return -day, document, start

    return sorted(evidence, key=age)


def count_sources(documents: Sequence[Document], lines: Iterable[Line]) -> dict[str, int]:
    """Count the statements, the sentences that they rest on, and the articles that were read."""
    lines = list(lines)
    sentences = {(e.document_id, e.span) for line in lines for e in line.assertion.evidence}
    return {"statements": len(lines), "sentences": len(sentences), "articles": len(documents)}


def _is_web_address(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
