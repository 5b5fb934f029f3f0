"""How a text is read, step by step, in words: `kgraph explain --text`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Span as Sentence

from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Document, EntityKind, Mention, Span
from kgraph.parse import ParsedPart, parse_documents
from kgraph.persons import find_persons
from kgraph.propositions import Proposition, proposition
from kgraph.propositions.qualifiers import qualify
from kgraph.relations import wordings_for

__all__ = ["explain_text"]


def explain_text(
    text: str,
    *,
    gazetteer: Gazetteer | None = None,
    model: str | None = None,
    wordings: Iterable[Path] = (),
) -> str:
    """Tell what a text gives: its parse, its names, the propositions that a wording reads, and the assertions.

    For a sentence that gives nothing it says what was missing. Takes and raises what `Extractor` does.
    """
    extractor = Extractor(gazetteer=gazetteer, model=model, wordings=wordings)
    document = Document(id="text", text=text)
    (reading,) = extractor.read([document])
    lines: list[str] = []
    for _, parts in parse_documents([document], extractor.nlp, extractor.gazetteer.find):
        for part in parts:
            for sentence in part.doc.sents:
                if sentence.text.strip():
                    lines += [*_explain_sentence(sentence, part, reading.assertions), ""]
    return "\n".join(lines).rstrip() + "\n"


def _explain_sentence(sentence: Sentence, part: ParsedPart, assertions: Sequence[Assertion]) -> Iterator[str]:
    yield sentence.text.strip()
    words = " ".join(f"{t.text}/{t.dep_}" for t in sentence if not t.is_space)
    yield f"  parse         {words}"
    names = [m for m in part.mentions if sentence.start_char <= m.span.start < sentence.end_char]
    yield f"  names         {_list_names(names, part)}"
    read = [p for p in map(proposition, sentence) if p is not None and wordings_for(p)]
    yield from (f"  proposition   {_describe(p)}" for p in read)
    here = Span(start=part.offset + sentence.start_char, end=part.offset + sentence.end_char)
    found = [a for a in assertions if any(here.contains(e.span) for e in a.evidence)]
    yield from (f"  assertion     {_state(a)}" for a in found)
    if not found:
        yield f"  nothing       {_missing(names, read)}"


def _list_names(names: Sequence[Mention], part: ParsedPart) -> str:
    persons = find_persons(part.doc, names, part.document.title)
    known = [f"{m.span.of(part.doc.text)} = {m.entity.label} ({m.how})" for m in names]
    people = [f"{p.entity.label} ({p.office.title}, {p.office.agent.label})" for p in persons if p.office]
    return ", ".join(known + people) or "none that the gazetteer knows"


def _describe(read: Proposition) -> str:
    """Give a proposition's predicate, arguments, qualifiers with their cues, and the wordings that look for it."""
    shown = (
        "subject",
        "object",
        "possessor",
        "support",
        "between",
        "over",
        "to",
        "of",
        "with",
        "in",
        "on",
        "from",
        "by",
    )
    roles = "; ".join(f"{r}: {', '.join(t.text for t in read.roles[r])}" for r in shown if r in read.roles)
    qualifiers = qualify(read.trigger)
    cues = ", ".join(t.text for t in qualifiers.cues)
    how = f"{qualifiers.polarity}, {qualifiers.modality}" + (f" by {cues}" if cues else "")
    return (
        f"{read.lemma} ({read.kind}) [{roles}] {how}; wordings: {', '.join(w.id for w in wordings_for(read))}"
    )


def _state(assertion: Assertion) -> str:
    parts = [f"{assertion.subject.label} {assertion.predicate} {assertion.object.label}"]
    if assertion.about is not None:
        parts.append(f"about {assertion.about.label}")
    parts += [assertion.polarity.value, assertion.modality.value]
    if assertion.attribution is not None:
        parts.append(f"in the words of {assertion.attribution.label}")
    if assertion.time is not None:
        parts.append(f"time {assertion.time}")
    best = max(assertion.evidence, key=lambda e: e.confidence)
    return f"{', '.join(parts)} (rule {best.rule}, confidence {best.confidence:.2f})"


def _missing(names: Sequence[Mention], read: Sequence[Proposition]) -> str:
    if not names:
        return "no state, territory or body is named that the gazetteer knows"
    if not read:
        return "no verb or noun of it is one that a wording looks for"
    if all(m.entity.kind is not EntityKind.STATE for m in names):
        return f"a wording looks for {read[0].lemma!r}, but nobody is named who could act"
    return f"a wording looks for {read[0].lemma!r}, but one of its arguments is missing or of another kind"
