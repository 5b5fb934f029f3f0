"""Sentences put into other constructions that keep what they say, to see whether it is still read.

A metamorphic test (Chen, Cheung and Yiu, 1998): of two texts that say the same, the same must be read, so that each
sentence tests a hundred constructions without anybody annotating them. The forms are data:
`quality/constructions.toml`.
"""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lemminflect import getInflection
from spacy.language import Language

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity
from kgraph.tokens import Doc, Token

FORMS = Path(__file__).parent / "quality" / "constructions.toml"
_OF_VERB = ("{base}", "{ing}", "{done}", "{rest}", "{verb}")
_OF_OBJECT = ("{object}", "{tail}")
_OF_SUBJECT = ("{subject}", "{said}", "{whose}", *_OF_VERB, *_OF_OBJECT)
# Objects that say nothing without their verb, or something else in the passive: "take place", "accuse each other".
_BOUND = frozenset(
    """
    claim claims concern control designs each effect fire force himself independence issue itself meeting negotiations
    notice objection objections office one opposition part place protest responsibility right rights step support
    talks themselves war way
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_POINTING_BACK = frozenset({",", "each", "her", "his", "its", "that", "their", "which", "who"})

Told = tuple[str, str, str, Polarity]
"""Subject, predicate, object and polarity."""


@dataclass(frozen=True, slots=True)
class Form:
    """A construction: what it is made of is told in `quality/constructions.toml`."""

    name: str
    form: str
    of: Collection[str] = ()
    denies: bool = False
    kept: float = 0.0

    def of_any(self, *words: str) -> bool:
        """Tell whether one of some words stands in the form, with a capital or without."""
        return any(word in self.form.lower() for word in words)


def load_forms() -> tuple[Form, ...]:
    """Load the constructions in the order of their file."""
    rows = tomllib.loads(FORMS.read_text(encoding="utf-8"))
    return tuple(Form(name, **row) for name, row in rows.items())


@dataclass(frozen=True)
class Sentence:
    """One of our own sentences, parsed."""

    doc: Doc

    @cached_property
    def is_one(self) -> bool:
        """Whether it is one plain sentence: no question, and nobody's words in quotation marks."""
        text = self.doc.text
        return len(list(self.doc.sents)) == 1 and not text.endswith("?") and not set('"“') & set(text)

    @cached_property
    def subject(self) -> Token | None:
        """The head of its subject, where it is of the form "SUBJECT VERB REST."."""
        (root,) = (sentence.root for sentence in self.doc.sents)
        subjects = (c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"} and c.left_edge.i == 0)
        head = next(subjects, None)
        if head is None or head.right_edge.i >= root.i:
            return None
        last, finite = head.right_edge, head.right_edge.nbor()
        is_plain = last.text != "," and finite.tag_ in {"MD", "VBD", "VBP", "VBZ"} and head.pos_ != "PRON"
        return head if is_plain else None

    @cached_property
    def verb(self) -> Token | None:
        """Its verb, where that is one finite word, and what is said the whole sentence.

        Nobody plans "to govern Sabah, and the claim has never been withdrawn", or "to co -chaired" something.
        """
        finite = self.subject.right_edge.nbor() if self.subject is not None else None
        if finite is None or finite.pos_ != "VERB" or finite.dep_ != "ROOT" or finite.tag_ == "MD":
            return None
        seconds = (c for c in finite.children if c.dep_ == "conj")
        goes_on = any(below.dep_ in {"nsubj", "nsubjpass"} for second in seconds for below in second.children)
        return None if goes_on or finite.nbor().text == "-" else finite

    @cached_property
    def object(self) -> Token | None:
        """The head of its verb's object, where that can be turned into the subject of a passive."""
        objects = (
            [c for c in self.verb.children if c.dep_ in {"dobj", "obj"}] if self.verb is not None else []
        )
        if len(objects) != 1 or objects[0].left_edge.i != objects[0].head.i + 1:
            return None
        (head,) = objects
        words = {token.lower_ for token in head.subtree}
        is_free = head.pos_ != "PRON" and head.lower_ not in _BOUND and not words & _POINTING_BACK
        return head if is_free else None

    def again(self, form: Form) -> str | None:
        """Say it in another form; None where that cannot be done."""
        if not self.is_one or not self._is_meant(form):
            return None
        parts = dict(self._parts(form))
        return form.form.format(**parts, **{key.capitalize(): _capital(part) for key, part in parts.items()})

    def _is_meant(self, form: Form) -> bool:
        if form.of_any(*_OF_OBJECT) and self.object is None:
            return False
        if form.of_any(*_OF_VERB) and self.verb is None:
            return False
        if form.of_any(*_OF_SUBJECT) and self.subject is None:
            return False
        return not form.of or set(form.of) <= self._kinds

    @cached_property
    def _kinds(self) -> frozenset[str]:
        """What kind of subject it has, in the words of `Form.of`."""
        if self.subject is None:
            return frozenset()
        words = list(self.subject.subtree)
        is_name = all(word.pos_ == "PROPN" for word in words)
        is_person = "PERSON" in {words[0].ent_type_, self.subject.ent_type_}
        is_named = (
            self.subject.pos_ == "PROPN"
        )  # who decides has a name: "fighting between X and Y" plans nothing
        kinds = {"name": is_name, "named": is_named, "one": not self._is_plural, "thing": not is_person}
        return frozenset(kind for kind, holds in kinds.items() if holds)

    @property
    def _is_plural(self) -> bool:
        return self.subject is not None and _is_plural(self.subject)

    def _parts(self, form: Form) -> Iterator[tuple[str, str]]:
        """Give what stands for the words of a form, each as it is inside a sentence."""
        text = self.doc.text
        yield "clause", _body(text if _has_own_capital(self.doc[0]) else text[:1].lower() + text[1:])
        if self.subject is None or not form.of_any(*_OF_SUBJECT, "{who}"):
            return
        last = self.subject.right_edge
        subject = text[: last.idx + len(last)]
        subject = subject if _has_own_capital(self.doc[0]) else subject[:1].lower() + subject[1:]
        many = self._is_plural
        yield "subject", subject
        yield "whose", subject + ("'" if subject.endswith("s") else "'s")
        yield "said", _body(text[last.idx + len(last) :])
        yield "who", "which" if "thing" in self._kinds else "who"
        words = {"has": "have", "is": "are", "was": "were", "wants": "want"}
        yield from ((one, several if many else one) for one, several in words.items())
        if self.verb is not None:
            yield from _of_verb(self.verb)
        if self.object is not None:
            yield from _of_object(self.object)


def _of_verb(verb: Token) -> Iterator[tuple[str, str]]:
    yield "verb", verb.text
    yield "rest", _body(verb.doc.text[verb.idx + len(verb) :])
    for name, tag in (("base", "VB"), ("ing", "VBG"), ("done", "VBN")):
        yield name, next(iter(getInflection(verb.lemma_.lower(), tag)), verb.lemma_.lower())


def _of_object(head: Token) -> Iterator[tuple[str, str]]:
    text, last = head.doc.text, head.right_edge
    end = last.idx + len(last)
    yield "object", text[head.left_edge.idx : end]
    yield "tail", text[end:].rstrip().removesuffix(".")
    yield "were", "were" if _is_plural(head) else "was"


def _is_plural(head: Token) -> bool:
    return head.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in head.children)


def _has_own_capital(first: Token) -> bool:
    """Tell whether a sentence's first word has a capital inside of a sentence too."""
    return first.pos_ == "PROPN" or bool(first.ent_type_ and not first.is_stop) or first.text.isupper()


def _body(text: str) -> str:
    return text.strip().removesuffix(".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- what is kept -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Kept:
    """How much of what was read of plain sentences is read of them in another form."""

    told: int = 0
    lost: list[tuple[str, Told]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where nothing was told."""
        return 1 - len(self.lost) / self.told if self.told else 1.0


def keep(
    extractor: Extractor,
    nlp: Language,
    texts: Iterable[str],
    forms: Iterable[Form],
    is_tried: Callable[[Form, str], bool] = lambda form, text: True,
) -> Mapping[str, Kept]:
    """Put texts into forms, read both and compare; gives what is kept by the names of the forms.

    Args:
        extractor: reads them.
        nlp: parses the texts, as they are, to put them into the forms.
        texts: own sentences.
        forms: the constructions.
        is_tried: tells of a form and a text whether the one is put into the other; all are, if left out.
    """
    docs = list(nlp.pipe(dict.fromkeys(texts)))
    plain = dict(zip(docs, read(extractor, (doc.text for doc in docs)), strict=True))
    sentences = [Sentence(doc) for doc, told in plain.items() if told]
    said = [
        (form, sentence, again)
        for form in forms
        for sentence in sentences
        if is_tried(form, sentence.doc.text)
        if (again := sentence.again(form)) is not None
    ]
    found: dict[str, Kept] = {}
    for (form, sentence, again), told in zip(said, read(extractor, (a for *_, a in said)), strict=True):
        kept = found.setdefault(form.name, Kept())
        meant = plain[sentence.doc]
        kept.told += len(meant)
        kept.lost += [(again, one) for one in sorted(meant) if not _is_among(one, told, form)]
    return found


def read(extractor: Extractor, texts: Iterable[str]) -> list[set[Told]]:
    """Give what each text tells."""
    documents = (Document(id=str(number), text=text) for number, text in enumerate(texts))
    return [
        {(a.subject.label, a.predicate, a.object.label, a.polarity) for a in reading.assertions}
        for reading in extractor.read(documents)
    ]


def _is_among(one: Told, told: Iterable[Told], form: Form) -> bool:
    return any(one[:3] == other[:3] and (form.denies or one[3] == other[3]) for other in told)
