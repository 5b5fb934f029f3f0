"""Articles that are read without a language model, as quick as can be: "A claims B." is a claim, all else nothing.

Some words do harm instead, so that it shows what becomes of the articles around them.
"""

import os
import re
import signal
from collections.abc import Iterable, Iterator

from kgraph.corpus import Recipe
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.entries import Knowledge
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Reading, Span
from kgraph.own import Own

_CLAIM = re.compile(r"(\w+) claims (\w+)\.")


class PlainReader:
    """Does what an extractor does."""

    gazetteer = Gazetteer(Knowledge())
    own = Own()

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents in order."""
        for document in documents:
            self.suffer(document.text)
            claims = tuple(self.claim(document, match) for match in _CLAIM.finditer(document.text))
            yield Reading(
                document=document,
                assertions=claims,
                sentences=document.text.count("."),
                sentences_with_assertion=len(claims),
            )

    def suffer(self, text: str) -> None:
        """Come to harm over some words."""
        if "KILLS" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "FAILS" in text:
            raise ValueError("no such\nword")
        if "SWELLS" in text:
            raise MemoryError

    def claim(self, document: Document, match: re.Match[str]) -> Assertion:
        """Make an assertion of a sentence."""
        who, what = (match[1], match[2])
        evidence = Evidence(
            document_id=document.id,
            span=Span(start=match.start(), end=match.end()),
            quotation=match[0],
            rule="plain",
            confidence=0.5,
        )
        return Assertion(
            subject=Entity(id=f"state_{who.lower()}", label=who, kind=EntityKind.STATE, known=False),
            predicate="claims",
            object=Entity(id=f"place_{what.lower()}", label=what, kind=EntityKind.TERRITORY, known=False),
            evidence=(evidence,),
        )


class PlainRecipe(Recipe):
    """Makes a `PlainReader`."""

    fingerprint = "plain"  # type: ignore[assignment]

    def make(self) -> PlainReader:  # type: ignore[override]
        """Make it: nothing is to be loaded."""
        return PlainReader()
