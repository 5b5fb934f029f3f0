"""kgraph in a spaCy pipeline of the user's own: `nlp.add_pipe("kgraph_assertions")`.

Each component reads the text of a `Doc` as kgraph reads it everywhere, with kgraph's own language model, and puts what
it finds on the user's tokens: the result does not depend on the model of the pipeline, which may be a blank one. What
stands on no whole token of the pipeline is widened to whole ones. Title and date of the article, which help to read it,
may be set first: `doc._.kgraph_document = Document(id=…, text=…, date=…)` by a component before, or as in

    nlp.pipe([(text, {"id": …, "date": …})], as_tuples=True)

What is found lies in `Doc.user_data` as plain values: it goes through `Doc.to_bytes`, a `DocBin` with `store_user_data`
and `nlp.pipe(…, n_process=2)`, and is made into records when it is asked for.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from kgraph.extraction import Extractor
from kgraph.files import names_of
from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Document, OpenProposition, Span
from kgraph.plain import from_plain, to_plain

__all__ = [
    "ASSERTIONS",
    "GAZETTEER",
    "PROPOSITIONS",
    "make_assertions",
    "make_gazetteer",
    "make_propositions",
    "to_displacy",
]

GAZETTEER, PROPOSITIONS, ASSERTIONS = "kgraph_gazetteer", "kgraph_propositions", "kgraph_assertions"

DOCUMENT = "kgraph_document"


def _several(name: str, kind: type) -> dict[str, Callable[..., Any]]:
    """Keep records of a kind in a document's user data."""

    def get(doc: Doc) -> tuple[Any, ...]:
        return tuple(from_plain(kind, each) for each in doc.user_data.get(name, ()))

    return {"getter": get, "setter": lambda doc, said: doc.user_data.update({name: to_plain(tuple(said))})}


def _get_document(doc: Doc) -> Document | None:
    return from_plain(Document, doc.user_data.get(DOCUMENT))


def _set_document(doc: Doc, document: Document | None) -> None:
    doc.user_data[DOCUMENT] = to_plain(document)


_KEPT: dict[str, dict[str, Callable[..., Any]]] = {
    PROPOSITIONS: _several(PROPOSITIONS, OpenProposition),
    ASSERTIONS: _several(ASSERTIONS, Assertion),
    DOCUMENT: {"getter": _get_document, "setter": _set_document},
}
for _name, _access in _KEPT.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_access["getter"], setter=_access["setter"])


@cache
def _extractor(model: str | None, gazetteer: tuple[str, ...]) -> Extractor:
    """Make one extractor for all components of the same settings."""
    return Extractor(model=model, gazetteer=_gazetteer(gazetteer))


@cache
def _gazetteer(paths: tuple[str, ...]) -> Gazetteer:
    return Gazetteer.load(*map(Path, paths))


class _Component:
    """What the three have in common: many documents are read together."""

    def __init__(self, name: str, model: str | None, gazetteer: str | Sequence[str]) -> None:
        self.name = name
        self._model = model
        self._paths = names_of(gazetteer)

    @property
    def extractor(self) -> Extractor:
        return _extractor(self._model, self._paths)

    def __call__(self, doc: Doc) -> Doc:
        (done,) = self.pipe([doc])
        return done

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64, **_: Any) -> Iterator[Doc]:
        """Read documents, so many together."""
        batch: list[Doc] = []
        for doc in docs:
            batch.append(doc)
            if len(batch) == batch_size:
                yield from self._read(batch)
                batch = []
        yield from self._read(batch)

    def _read(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        raise NotImplementedError


class GazetteerComponent(_Component):
    """Puts the names that the gazetteer knows into `doc.spans["kgraph_gazetteer"]`, by place.

    A span's label is the kind of the thing, its `kb_id_` the thing's id; a name that may mean several things and is
    left open has an id of its own words.
    """

    def _read(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        for doc in docs:
            found = self.extractor.find_names(_document(doc), doc.text)
            doc.spans[GAZETTEER] = [
                Words(doc, words.start, words.end, label=mention.entity.kind.value, kb_id=mention.entity.id)
                for mention in found
                for words in [_words(doc, mention.span)]
            ]
            yield doc


class PropositionsComponent(_Component):
    """Puts the open layer into `doc._.kgraph_propositions`, in the order of the text.

    `doc.spans["kgraph_propositions"]` has the sentence of each, labelled with its predicate.
    """

    def _read(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        readings = self.extractor.read_open(map(_document, docs))
        for doc, reading in zip(docs, readings, strict=True):
            said: tuple[OpenProposition, ...] = reading.propositions
            doc._.set(PROPOSITIONS, said)
            doc.spans[PROPOSITIONS] = [_labelled(doc, each.span, each.predicate) for each in said]
            yield doc


class AssertionsComponent(_Component):
    """Puts the assertions into `doc._.kgraph_assertions`, with one evidence for each place that says one.

    `doc.spans["kgraph_assertions"]` has the sentence of each evidence, labelled with the relation.
    """

    def _read(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        readings = self.extractor.read(map(_document, docs))
        for doc, reading in zip(docs, readings, strict=True):
            said: tuple[Assertion, ...] = reading.assertions
            doc._.set(ASSERTIONS, said)
            places = [(evidence.span, each.predicate) for each in said for evidence in each.evidence]
            doc.spans[ASSERTIONS] = [_labelled(doc, span, predicate) for span, predicate in sorted(places)]
            yield doc


def _document(doc: Doc) -> Document:
    """Give the article of a `Doc`: what the user set, with the text of the `Doc`, or one without title and date.

    One without an id is called by its text: the same one in whatever process and batch.
    """
    given: Document | None = doc._.kgraph_document
    if given is not None:
        return replace(given, text=doc.text, digest=None, signature=None)
    context = doc._context if isinstance(doc._context, dict) else {}
    known = {
        name: context[name] for name in ("title", "date", "url", "source") if context.get(name) is not None
    }
    named = (
        context.get("id")
        or f"text-{hashlib.sha256(doc.text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    )
    return Document(id=str(named), text=doc.text, **known)


def _words(doc: Doc, span: Span) -> Words:
    """Give the tokens that a stretch of text covers, the first and the last wholly."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None  # noqa: S101 - it is a stretch of the very text
    return words


def _labelled(doc: Doc, span: Span, label: str) -> Words:
    words = _words(doc, span)
    return Words(doc, words.start, words.end, label=label)


def make_gazetteer(
    nlp: Language,  # noqa: ARG001 - spaCy gives it to every factory
    name: str,
    model: str | None = None,
    gazetteer: str | Sequence[str] = (),
) -> GazetteerComponent:
    """Make the component `kgraph_gazetteer`; `gazetteer` names own tables beside the built-in ones."""
    return GazetteerComponent(name, model, gazetteer)


def make_propositions(
    nlp: Language,  # noqa: ARG001
    name: str,
    model: str | None = None,
    gazetteer: str | Sequence[str] = (),
) -> PropositionsComponent:
    """Make the component `kgraph_propositions`."""
    return PropositionsComponent(name, model, gazetteer)


def make_assertions(
    nlp: Language,  # noqa: ARG001
    name: str,
    model: str | None = None,
    gazetteer: str | Sequence[str] = (),
) -> AssertionsComponent:
    """Make the component `kgraph_assertions`."""
    return AssertionsComponent(name, model, gazetteer)


_DEFAULTS: dict[str, Any] = {"model": None, "gazetteer": []}
for _name, _make in (
    (GAZETTEER, make_gazetteer),
    (PROPOSITIONS, make_propositions),
    (ASSERTIONS, make_assertions),
):
    if not Language.has_factory(_name):
        Language.factory(_name, default_config=_DEFAULTS, func=_make)


def to_displacy(doc: Doc, assertion: Assertion | None = None) -> dict[str, Any]:
    """Give what `displacy.render(…, style="span", manual=True)` draws: subject, relation and object on their words.

    Args:
        doc: one that went through `kgraph_assertions`.
        assertion: one of `doc._.kgraph_assertions`; None: all of them.
    """
    chosen = doc._.get(ASSERTIONS) if assertion is None else (assertion,)
    spans = [
        {"start_token": words.start, "end_token": words.end, "label": label}
        for each in chosen
        for evidence in each.evidence
        for span, label in (
            (evidence.subject_span, f"subject: {each.subject.label}"),
            (evidence.predicate_span, _relation(each)),
            (evidence.object_span, f"object: {each.object.label}"),
        )
        if span is not None
        for words in [_words(doc, span)]
    ]
    return {"text": doc.text, "tokens": [token.text for token in doc], "spans": spans}


def _relation(assertion: Assertion) -> str:
    """Name the relation with what keeps it from being plain."""
    parts = [
        "not" if assertion.polarity.value == "negative" else "",
        "possibly" if assertion.modality.value == "possible" else "",
        assertion.predicate,
        f"(says {assertion.attribution.label})" if assertion.attribution else "",
    ]
    return " ".join(filter(None, parts))
