"""A difference as JSON, for programs."""

import json
from collections.abc import Iterable

from kgraph.changes.difference import Alteration, Difference, Support, Values
from kgraph.explain import describe
from kgraph.model import Assertion, Document, Evidence, assertion_id

__all__ = ["to_json"]

_Object = dict[str, object]


def to_json(difference: Difference) -> str:
    """Write a difference as one JSON object; a list is empty where nothing differs."""
    show = _Writer(difference)
    found = {
        "same": not difference,
        "gone": [show.assertion(one, one.evidence) for one in difference.gone],
        "new": [show.assertion(one, one.evidence) for one in difference.new],
        "read_otherwise": [
            {
                "before": show.assertion(pair.before.assertion, [pair.before.evidence]),
                "after": show.assertion(pair.after.assertion, [pair.after.evidence]),
            }
            for pair in difference.reread
        ],
        "other_evidence": [show.support(one) for one in difference.support],
        "read_by_another_version": difference.read_by_another,
        "documents_gone": [_document(one) for one in difference.documents_gone],
        "documents_new": [_document(one) for one in difference.documents_new],
        "described_otherwise": [_alteration(one) for one in difference.altered],
        "other_statements_gone": difference.other_gone,
        "other_statements_new": difference.other_new,
        "derived_not_compared": difference.changes.derived,
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


class _Writer:
    """Writes assertions and evidence, with what the difference knows of documents."""

    def __init__(self, difference: Difference) -> None:
        self._documents = difference.documents
        self._predicates = difference.predicates

    def assertion(self, one: Assertion, evidence: Iterable[Evidence]) -> _Object:
        """Write an assertion with some evidence."""
        return {
            "id": assertion_id(one),
            "text": describe(one, self._predicates),
            "subject": one.subject.id,
            "predicate": one.predicate,
            "object": one.object.id,
            "about": one.about.id if one.about else None,
            "polarity": one.polarity.value,
            "modality": one.modality.value,
            "attribution": one.attribution.id if one.attribution else None,
            "time": one.time,
            "evidence": [self._evidence(each) for each in evidence],
        }

    def _evidence(self, one: Evidence) -> _Object:
        document = self._documents.get(one.document_id)
        return {
            "doc": one.document_id,
            "date": document.date.isoformat() if document and document.date else None,
            "source": document.source if document else None,
            "start": one.span.start,
            "end": one.span.end,
            "sentence": one.quotation,
            "rule": one.rule,
            "confidence": one.confidence,
        }

    def support(self, one: Support) -> _Object:
        """Write an assertion with the evidence that differs."""
        return {
            **self.assertion(one.assertion, ()),
            "evidence": {
                "gone": [self._evidence(each) for each in one.gone],
                "new": [self._evidence(each) for each in one.new],
                "altered": [
                    {**self._evidence(each), "changes": _changes(values)} for each, values in one.altered
                ],
            },
        }


def _document(one: Document) -> _Object:
    date = one.date.isoformat() if one.date else None
    return {"id": one.id, "title": one.title, "date": date, "source": one.source, "url": one.url}


def _alteration(one: Alteration) -> _Object:
    return {"iri": one.iri, "label": one.label, "changes": _changes(one.values)}


def _changes(values: Iterable[Values]) -> list[_Object]:
    return [{"property": one.property, "gone": one.gone, "new": one.new} for one in values]
