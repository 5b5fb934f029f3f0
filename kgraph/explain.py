"""Answers "why does the graph say so": every sentence behind a relation, with its denials and doubts."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Span
from kgraph.text.folding import fold
from kgraph.times import describe_time
from kgraph.vocab import Predicate, predicates

__all__ = [
    "Explanation",
    "Question",
    "describe",
    "explain_relation",
    "find_behind",
    "find_nearest",
    "parse_question",
    "write_evidence",
]

NEAREST = 5  # how many assertions to offer where none fits

# What may stand around a verb and does not name anybody; all variants of a relation are shown anyway.
# fmt: off
_AROUND = frozenset({
    "a", "an", "are", "be", "been", "by", "did", "do", "does", "has", "have", "is", "may", "never",
    "not", "the", "was", "were", "will", "would",
})
# fmt: on
# What asks for one side and names nobody; "WHO" is an organization.
_ASKING = frozenset({"Who", "who", "whom", "What", "what"})
_GENERIC = frozenset({"group", "island", "islands", "islet", "islets", "isle", "isles"})
_ENDING = re.compile(r"(?:ies|ied|y|es|ed|s|e)$")

Knows = Callable[[str], frozenset[str]]
"""Gives the ids of the entities that bear a name."""
Known = Mapping[str, Predicate]
"""The predicates that there are, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A relation as a user types it: two names and the predicate between them; "" and None where missing."""

    subject: str
    predicate: str | None
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The answer as text; `found` is False where it only lists what comes nearest."""

    text: str
    found: bool


def explain_relation(
    text: str,
    assertions: Sequence[Assertion],
    documents: Iterable[Document],
    knows: Knows,
    known: Known | None = None,
) -> Explanation:
    """Show every sentence behind a relation, or what comes nearest.

    Args:
        text: the relation as typed: "Japan claims Kunashir"; one side or the verb may be missing.
        assertions: those of the graph.
        documents: those of the graph, for their dates and sources.
        knows: gives the ids of the entities that bear a name, so that "Tokyo" is Japan.
        known: the predicates that there are; None means those of the ontology.
    """
    known = predicates() if known is None else known
    behind = sorted(find_behind(assertions, parse_question(text, known), knows, known), key=_in_order)
    if behind:
        by_id = {document.id: document for document in documents}
        return Explanation(text=write_evidence(behind, by_id, known), found=True)
    nearest = [f"  {line}" for line in find_nearest(assertions, text, known)]
    hint = ["The nearest that it says:", *nearest] if nearest else ["Nor has it anything near to that."]
    return Explanation(text="\n".join([f"The graph does not say: {text}", *hint]), found=False)


def _in_order(assertion: Assertion) -> tuple[str | bool, ...]:
    """Sort by who, what and whom; what is said before what is denied, doubted or another's word, and then by time."""
    return (
        assertion.subject.label,
        assertion.predicate,
        assertion.object.label,
        assertion.about.label if assertion.about else "",
        assertion.polarity is Polarity.NEGATIVE,
        assertion.modality is Modality.POSSIBLE,
        assertion.attribution.label if assertion.attribution else "",
        assertion.time or "",
    )


def parse_question(text: str, known: Known | None = None) -> Question:
    """Split "Japan claims Kunashir" at the words of a predicate, the longest that fits.

    The verb may stand in any usual form ("claim", "claimed", "does not claim"). The predicates are those of the
    ontology where no others are given.
    """
    words = text.split()
    stems = tuple(_stem(word) for word in words)
    for phrase, predicate in _phrases(predicates() if known is None else known):
        for at in range(len(words) - len(phrase) + 1):
            if stems[at : at + len(phrase)] == phrase:
                after = at + len(phrase)
                return Question(subject=_name(words[:at]), predicate=predicate, object=_name(words[after:]))
    return Question(subject=_name(words), predicate=None, object="")


def _phrases(known: Known) -> list[tuple[tuple[str, ...], str]]:
    """List the stems of what each predicate is called, longest first."""
    named = {
        tuple(_stem(word) for word in called.split()): predicate.name
        for predicate in known.values()
        for called in _calls(predicate)
    }
    return sorted(named.items(), key=lambda item: (-len(item[0]), item))


def _calls(predicate: Predicate) -> tuple[str, ...]:
    name = re.sub(r"^.*[:/#]", "", predicate.name)
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return name, spaced, predicate.label, predicate.verb_phrase, predicate.negative_verb_phrase


def _stem(word: str) -> str:
    """Cut a verb's ending, so that "occupies", "occupied" and "occupy" are one; "-ise" is "-ize"."""
    return _ENDING.sub("", word.casefold().strip(",.?!\"'")).replace("iz", "is")


def _name(words: Sequence[str]) -> str:
    """Give the name in a run of words: what stands between the words around a verb."""
    kept = list(words)
    while kept and (kept[0] in _ASKING or kept[0].casefold() in _AROUND):
        kept.pop(0)
    while kept and kept[-1].casefold() in _AROUND:
        kept.pop()
    return " ".join(kept).strip(",.?!\"'")


def find_behind(
    assertions: Iterable[Assertion], question: Question, knows: Knows, known: Known | None = None
) -> list[Assertion]:
    """Find the assertions of a relation, denied, doubted and attributed ones too, in the order given.

    A side that the question leaves open fits anything; a symmetric predicate fits either way round; a name alone also
    finds what is about it.
    """
    known = predicates() if known is None else known
    left, right = _Side(question.subject, knows), _Side(question.object, knows)

    def fits(assertion: Assertion) -> bool:
        predicate = known.get(assertion.predicate)
        ways = [(assertion.subject, assertion.object)]
        if question.predicate is None or (predicate and predicate.symmetric):
            ways.append((assertion.object, assertion.subject))
        if question.predicate is None and assertion.about is not None and left.is_called(assertion.about):
            return True
        broader = predicate.super_property if predicate else None
        return question.predicate in (None, assertion.predicate, broader) and any(
            left.fits(one, assertion) and right.fits(other, assertion) for one, other in ways
        )

    return [assertion for assertion in assertions if fits(assertion)]


class _Side:
    """One name of a question, and which entities it may mean."""

    def __init__(self, name: str, knows: Knows) -> None:
        self.folded = _fold(name)
        self.ids = knows(name) if name else frozenset()

    def is_called(self, entity: Entity) -> bool:
        """Tell whether the name is that of an entity, whatever words a text has for it."""
        return entity.id in self.ids or self.folded in {_fold(name) for name in _given_names(entity)}

    def fits(self, entity: Entity, assertion: Assertion) -> bool:
        if not self.folded or entity.id in self.ids:
            return True
        return self.folded in {_fold(name) for name in _names_of(entity, assertion)}


def _given_names(entity: Entity) -> tuple[str, str]:
    return entity.label, entity.id.replace("-", " ")


def _names_of(entity: Entity, assertion: Assertion) -> Iterator[str]:
    """List the label, the id and the surface forms of a subject or object."""
    yield from _given_names(entity)
    for evidence in assertion.evidence:
        span = evidence.subject_span if entity.id == assertion.subject.id else evidence.object_span
        if span is not None:
            yield _words_at(evidence, span)


def _words_at(evidence: Evidence, span: Span) -> str:
    start = evidence.span.start
    return evidence.quotation[max(span.start - start, 0) : max(span.end - start, 0)]


def _fold(name: str) -> tuple[str, ...]:
    """Give the words of a name without case, accents, article and generic words."""
    words = [word for word in re.findall(r"\w+", fold(name)) if word not in _AROUND]
    return tuple(word for word in words if word not in _GENERIC) or tuple(words)


def find_nearest(assertions: Iterable[Assertion], text: str, known: Known | None = None) -> list[str]:
    """List what comes nearest to a relation, best first, at most `NEAREST`: what shares a name with it."""
    asked = parse_question(text, known)
    wanted = {*_fold(asked.subject), *_fold(asked.object)}
    shared = {
        describe(one, known): len(wanted & {*_fold(one.subject.label), *_fold(one.object.label)})
        for one in assertions
    }

    def rank(line: str) -> tuple[int, float, str]:
        likeness = difflib.SequenceMatcher(None, line.casefold(), text.casefold()).ratio()
        return -shared[line], -likeness, line

    return sorted((line for line in shared if shared[line]), key=rank)[:NEAREST]


def describe(assertion: Assertion, known: Known | None = None) -> str:
    """Say an assertion in one line: "Japan does not claim Kunashir (according to Sergei Lavrov)"."""
    verb = _verb_phrase(assertion, predicates() if known is None else known)
    about = f" {_joint(assertion)} {assertion.about.label}" if assertion.about else ""
    qualifiers = ", ".join(_qualifiers(assertion))
    said = f"{assertion.subject.label} {verb} {assertion.object.label}{about}"
    return f"{said} ({qualifiers})" if qualifiers else said


def _joint(assertion: Assertion) -> str:
    """Choose the word before what a relation is about: an office, an instrument, else a place or a matter."""
    if assertion.predicate == "represents":
        return "as"
    return "under" if assertion.about and assertion.about.kind is EntityKind.INSTRUMENT else "over"


def _verb_phrase(assertion: Assertion, known: Known) -> str:
    predicate = known.get(assertion.predicate)
    if predicate is None:  # a graph of a later version
        return assertion.predicate
    return (
        predicate.verb_phrase if assertion.polarity is Polarity.POSITIVE else predicate.negative_verb_phrase
    )


def _qualifiers(assertion: Assertion) -> Iterator[str]:
    if assertion.modality is Modality.POSSIBLE:
        yield "possible"
    if assertion.attribution is not None:
        yield f"according to {assertion.attribution.label}"
    if assertion.time:
        yield describe_time(assertion.time) or assertion.time


def write_evidence(
    assertions: Sequence[Assertion], documents: Mapping[str, Document], known: Known | None = None
) -> str:
    """Write the sentences behind assertions, each once, with all places: date, source, document, rule that read it."""
    return "\n\n".join(
        "\n".join([describe(each, known), *_sentences(each.evidence, documents)]) for each in assertions
    )


def _sentences(evidence: Iterable[Evidence], documents: Mapping[str, Document]) -> Iterator[str]:
    """Give each sentence with a line for each place that prints it: an agency's story stands in many papers."""
    places: dict[str, list[str]] = {}
    for each in evidence:
        quotation = " ".join(each.quotation.split())
        places.setdefault(quotation, []).append(_place(each, documents.get(each.document_id)))
    for quotation, lines in places.items():
        yield f"  “{quotation}”"
        yield from lines


def _place(evidence: Evidence, document: Document | None) -> str:
    known = [document.date.isoformat() if document.date else None, document.source] if document else []
    where = " · ".join(filter(None, [*known, evidence.document_id]))
    return f"    {where} · rule {evidence.rule} · confidence {evidence.confidence:.2f}"
