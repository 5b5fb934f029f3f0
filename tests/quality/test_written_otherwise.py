"""What is read of a sentence is read of it, with the same qualifiers, however its text is written."""

import html
import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Reading
from kgraph.relations import package_wordings

ONE_IN = 16  # of the wordings' examples
Form = Callable[[str], str]
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def _capitals_of_headlines(text: str) -> str:
    words = text.rstrip(".").split(" ")
    return " ".join(
        word if word in {"of", "the", "to", "and"} else word[:1].upper() + word[1:] for word in words
    )


SAME: Mapping[str, Form] = {
    "marks of footnotes": lambda text: re.sub(r"(?<=[a-z])[.,](?=\s|$)", r"\g<0>[12]", text),
    "bold names": lambda text: _NAME.sub(r"**\g<0>**", text),
    "links": lambda text: _NAME.sub(r"[\g<0>](https://example.org/a_(b))", text),
    "wikilinks": lambda text: _NAME.sub(r"[[Page|\g<0>]]", text),
    "tags": lambda text: "<p>" + _NAME.sub(r"<b>\g<0></b>", text) + "</p>",
    "entities": lambda text: html.escape(text).replace("’", "&rsquo;"),
    "spaces that do not break": lambda text: re.sub(r" (?=[A-Z])", "\u00a0", text),
    "characters that do not show": lambda text: re.sub(r" (?=[A-Z])", " \u200b", text).replace(
        "ai", "a\u00adi"
    ),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "hyphens that do not break": lambda text: text.replace("-", "\u2011"),
    "two spaces": lambda text: re.sub(r"(?<=[.,]) ", "  ", text),
    "ampersands": lambda text: re.sub(r"\b([A-Z]\w+) and (?=[A-Z])", r"\1 & ", text),
    "apostrophes": lambda text: text.replace("'", "’"),
    "a mail that is answered": lambda text: f"> {text}",
    "an entry of a list": lambda text: f"- {text}",
    "a numbered entry": lambda text: f"2. {text}",
}
# Of so many of the sentences a reader who goes by capitals reads the same.
MOSTLY: Mapping[str, tuple[Form, float]] = {
    "capitals": (str.upper, 0.85),
    "headline": (_capitals_of_headlines, 0.85),
}


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    examples = [wording.example for wording in package_wordings()]
    return [text for text in examples if zlib.crc32(text.encode()) % ONE_IN == 0]


@pytest.fixture(scope="module")
def plain(sentences: list[str], extractor: Extractor) -> list[set[tuple[object, ...]]]:
    return _said(sentences, extractor)


def _said(texts: list[str], extractor: Extractor) -> list[set[tuple[object, ...]]]:
    return [_told(reading) for reading in extractor.read(Document(id="1", text=text) for text in texts)]


def _told(reading: Reading) -> set[tuple[object, ...]]:
    """Give what a reading says, each with its qualifiers; a quotation is what the text has at its place."""
    for said in reading.assertions:
        assert all(each.quotation == each.span.of(reading.document.text) for each in said.evidence)
    return {
        (
            said.subject.label,
            said.predicate,
            said.object.label,
            said.about and said.about.label.replace("’", "'"),
            said.polarity,
            said.modality,
            said.attribution and said.attribution.label,
            said.time,
        )
        for said in reading.assertions
    }


def _changed(
    form: Form, sentences: list[str], plain: list[set[tuple[object, ...]]], extractor: Extractor
) -> list[str]:
    read = _said([form(text) for text in sentences], extractor)
    return [
        f"{form(text)}: {was} -> {now}"
        for text, was, now in zip(sentences, plain, read, strict=True)
        if was != now
    ]


@pytest.mark.model
@pytest.mark.parametrize("name", SAME)
def test_the_same_is_read(
    name: str, sentences: list[str], plain: list[set[tuple[object, ...]]], extractor: Extractor
) -> None:
    assert not _changed(SAME[name], sentences, plain, extractor)


@pytest.mark.model
@pytest.mark.parametrize("name", MOSTLY)
def test_mostly_the_same_is_read(
    name: str, sentences: list[str], plain: list[set[tuple[object, ...]]], extractor: Extractor
) -> None:
    form, share = MOSTLY[name]
    changed = _changed(form, sentences, plain, extractor)
    assert len(changed) <= (1 - share) * len(sentences), "\n".join(changed)
