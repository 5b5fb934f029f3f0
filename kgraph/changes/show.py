"""A difference in words: what is gone, new and read otherwise, each with its sentences; the counts at the end."""

from collections.abc import Iterable, Iterator

from kgraph.changes.difference import Alteration, Difference, Support, Values
from kgraph.changes.rereading import Rereading
from kgraph.explain import describe, write_evidence
from kgraph.model import Assertion, Document, Evidence

__all__ = ["to_summary", "to_text"]


def to_text(difference: Difference) -> str:
    """Write a difference for a reader: a section for each sort of change, then the counts."""
    sections = (
        ("Gone", _assertions("-", difference.gone, difference)),
        ("New", _assertions("+", difference.new, difference)),
        ("Read otherwise", (_rereading(pair, difference) for pair in difference.reread)),
        ("With other evidence", (_support(one, difference) for one in difference.support)),
        ("Documents", _documents(difference)),
        ("Described otherwise", map(_alteration, difference.altered)),
    )
    written = [(heading, sorted(entries)) for heading, entries in sections]
    shown = [
        "\n".join([f"{heading}: {len(entries)}", *entries, ""]) for heading, entries in written if entries
    ]
    return "\n".join([*shown, to_summary(difference), ""])


def to_summary(difference: Difference) -> str:
    """Count what differs, in one line; what is derived is no difference."""
    counts = (
        (len(difference.gone), "{} gone", "assertion"),
        (len(difference.new), "{} new", "assertion"),
        (len(difference.reread), "{} read otherwise", "sentence"),
        (len(difference.support), "{} with other evidence", "assertion"),
        (difference.read_by_another, "{} read by another version, else the same", "evidence"),
        (len(difference.documents_gone), "{} gone", "document"),
        (len(difference.documents_new), "{} new", "document"),
        (len(difference.altered), "{} described otherwise", "node"),
        (difference.other_gone, "{} gone", "other statement"),
        (difference.other_new, "{} new", "other statement"),
    )
    said = [phrase.format(_count(number, noun)) for number, phrase, noun in counts if number]
    if not said:  # things are described where something new is said of them: that is told already
        described = len(difference.changes.gone) + len(difference.changes.new)
        said = [
            f"{_count(described, 'description')} of things otherwise"
            if described
            else "no difference in what is read"
        ]
    if difference.changes.derived:
        said.append(f"{_count(difference.changes.derived, 'derived statement')} not compared")
    return "; ".join(said)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 or noun == 'evidence' else noun + 's'}"


def _assertions(sign: str, assertions: Iterable[Assertion], difference: Difference) -> Iterator[str]:
    for assertion in assertions:
        yield f"{sign} {write_evidence([assertion], difference.documents, difference.predicates)}"


def _rereading(pair: Rereading, difference: Difference) -> str:
    one, other = pair.before.assertion, pair.after.assertion
    now = other.with_evidence((pair.after.evidence,))
    return "\n".join(
        [
            f"~ {describe(one, difference.predicates)}",
            f"  now: {write_evidence([now], difference.documents, difference.predicates)}",
        ]
    )


def _support(support: Support, difference: Difference) -> str:
    lines = [f"~ {describe(support.assertion, difference.predicates)}"]
    for sign, evidence in (("-", support.gone), ("+", support.new)):
        lines += [f"  {sign} {_place(one, difference)}" for one in evidence]
    for one, values in support.altered:
        lines += [f"  ~ {_place(one, difference)}", *(f"      {_change(value)}" for value in values)]
    return "\n".join(lines)


def _place(evidence: Evidence, difference: Difference) -> str:
    document = difference.documents.get(evidence.document_id)
    where = _where(document) if document else evidence.document_id
    return f"“{' '.join(evidence.quotation.split())}” {where}"


def _where(document: Document) -> str:
    known = (document.date.isoformat() if document.date else None, document.source, document.id)
    return " · ".join(filter(None, known))


def _documents(difference: Difference) -> Iterator[str]:
    for sign, documents in (("-", difference.documents_gone), ("+", difference.documents_new)):
        for document in documents:
            title = f" “{' '.join(document.title.split())}”" if document.title else ""
            yield f"{sign} {_where(document)}{title}"


def _alteration(alteration: Alteration) -> str:
    return "\n".join([f"~ {alteration.label}", *(f"  {_change(value)}" for value in alteration.values)])


def _change(values: Values) -> str:
    """Write "skos:altLabel: a, b -> c", "skos:altLabel: + c" where nothing is gone, and "- a" where nothing is new."""
    gone, new = (", ".join(" ".join(value.split()) for value in side) for side in (values.gone, values.new))
    changed = f"{gone} -> {new}" if gone and new else f"+ {new}" if new else f"- {gone}"
    return f"{values.property}: {changed}"
