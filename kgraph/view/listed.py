"""What many statements name, each once: sentences and articles, relations, voices, rules.

A statement names them by their places in these lists, so that the page carries no text twice.
"""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from kgraph.disputes import SIDE_OF, TERRITORY_OF
from kgraph.model import Assertion, Document, Entity, Evidence, Modality, Polarity, Span
from kgraph.view.rules import examples
from kgraph.view.wording import family_of, word_inverse, word_relation
from kgraph.vocab import Predicate, document_id

__all__ = ["Json", "Listed", "Relations", "Rules", "Sentences", "Voices", "describe_article"]

Json = dict[str, object]


class Sentences:
    """The sentences that statements rest on, each once, and the articles that they stand in."""

    def __init__(self, articles: Mapping[str, Document], copies: Mapping[str, str]) -> None:
        self._articles = articles
        self._copies = copies  # the articles that print the story of another, with that which did so first
        self._numbers: dict[tuple[str, Span], int] = {}
        self._described: list[Json] = []
        self._cited: dict[str, int] = {}

    def number(self, evidence: Evidence) -> int:
        """Give the place of an evidence's sentence in `sentences`; it is put there where it is new."""
        key = evidence.document_id, evidence.span
        if key not in self._numbers:
            self._numbers[key] = len(self._described)
            article = self._cited.setdefault(evidence.document_id, len(self._cited))
            self._described.append(
                {"article": article, "text": evidence.quotation, "start": evidence.span.start}
            )
        return self._numbers[key]

    @property
    def sentences(self) -> list[Json]:
        """All of them, in the order in which they were asked for."""
        return self._described

    @property
    def articles(self) -> list[Json]:
        """Their articles; one that is not given is known by its id alone."""
        return [
            {
                **describe_article(self._articles.get(key) or Document(id=key, text="")),
                "copyOf": self._cited.get(self._copies.get(key, "")),
            }
            for key in self._cited
        ]


class Relations:
    """The relations that are drawn, each form of words once."""

    def __init__(self, predicates: Mapping[str, Predicate]) -> None:
        self._predicates = predicates
        self._numbers: dict[tuple[str, Polarity, Modality], int] = {}
        self.described: list[Json] = []

    def number(self, assertion: Assertion) -> int:
        """Give the place of an assertion's relation in `described`; it is put there where it is new."""
        key = assertion.predicate, assertion.polarity, assertion.modality
        if key not in self._numbers:
            self._numbers[key] = len(self.described)
            predicate = self._predicates.get(assertion.predicate)
            self.described.append(
                {
                    "predicate": assertion.predicate,
                    "verb": word_relation(assertion, self._predicates),
                    "negative": assertion.polarity is Polarity.NEGATIVE,
                    "possible": assertion.modality is Modality.POSSIBLE,
                    "inverse": word_inverse(assertion, self._predicates),
                    "family": family_of(assertion, self._predicates),
                    "symmetric": bool(predicate and predicate.symmetric),
                    "territory": TERRITORY_OF.get(assertion.predicate),
                    "side": SIDE_OF.get(assertion.predicate),
                }
            )
        return self._numbers[key]


class Voices:
    """Those whose word something is; as things they need not stand on the drawing."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.described: list[Json] = []

    def number(self, voice: Entity | None) -> int | None:
        """Give the place of a voice in `described`; it is put there where it is new."""
        if voice is None:
            return None
        if voice.id not in self._numbers:
            self._numbers[voice.id] = len(self.described)
            self.described.append(
                {"id": voice.id, "label": voice.label, "kind": voice.kind.value, "known": voice.known}
            )
        return self._numbers[voice.id]


class Rules:
    """The rules that read something, each with the sentence that shows what it reads."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, rule: str) -> int:
        """Give the place of a rule in `described`; it is put there where it is new."""
        return self._numbers.setdefault(rule, len(self._numbers))

    @property
    def described(self) -> list[Json]:
        """All of them, in the order in which they were asked for."""
        return [{"id": rule, "example": examples().get(rule)} for rule in self._numbers]


class Listed:
    """All these lists, as the statements of a page fill them."""

    def __init__(
        self,
        articles: Mapping[str, Document],
        predicates: Mapping[str, Predicate],
        copies: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.sentences = Sentences(articles, copies)
        self.relations = Relations(predicates)
        self.voices = Voices()
        self.rules = Rules()

    @property
    def described(self) -> Json:
        """What the page carries of them."""
        return {
            "relations": self.relations.described,
            "sentences": self.sentences.sentences,
            "articles": self.sentences.articles,
            "voices": self.voices.described,
            "rules": self.rules.described,
        }


def describe_article(document: Document) -> Json:
    """Describe where a sentence stands; a link only where it leads to the web, never into a script."""
    return {
        "id": document.id,
        "node": document_id(document.id),
        "title": document.title or document.id,
        "untitled": document.title is None,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "url": document.url if _is_web_address(document.url) else None,
    }


def _is_web_address(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
