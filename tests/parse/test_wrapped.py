"""Paragraphs wrapped at some width are read as the lines that they are; what ends by itself stays a line."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse.wrapped import unwrap
from kgraph.records import to_records

ARTICLE = (
    "TOKYO, May 10 - The Japanese government said on Friday that it would never give up its claim to Kunashir, an"
    " island which Russia has held since the end of the Second World War. Mr. Kishida hoped for talks with Moscow.\n\n"
    "Argentina lays claim to the Falkland Islands, which have been administered by the United Kingdom since 1833. The"
    " two countries fought a war over the islands in 1982."
)


def wrapped(text: str, width: int, end: str = "\n") -> str:
    """Wrap each line of a text, as a mail program does."""
    return end.join(end.join(textwrap.wrap(line, width) or [""]) for line in text.split("\n"))


@given(st.text(alphabet="aB. \n\r\t-#|,", max_size=200))
def test_only_line_ends_become_spaces(text: str) -> None:
    pairs = list(zip(text, unwrap(text), strict=True))
    assert all(now == was or (was in "\r\n" and now == " ") for was, now in pairs)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_paragraphs_are_lines_again(width: int) -> None:
    assert unwrap(wrapped(ARTICLE, width)) == ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "Japan claims\nKunashir.",
        "Japan claims\r\nKunashir.",
        "The Japanese government said on Friday\nthat Russia holds Kunashir.",
        "- Kunashir, which Japan has\n  claimed since 1945\n- Iturup",
        "The island was ceded by Japan to the\nSoviet Union",
        "Iturup, the largest, is claimed, too, terri-\ntory and sea.",
        "Algeria and Mali reject Moroccan administration of Western\nSahara.",
        "Spain has kept control over the coastal enclaves of Ceuta,\nMelilla, and some islands",
    ],
)
def test_a_sentence_goes_on_in_the_next_line(text: str) -> None:
    first, _, rest = text.partition("\n")
    assert unwrap(text) == f"{first.removesuffix(chr(13))}{' ' * (1 + first.endswith(chr(13)))}{rest}"


@pytest.mark.parametrize(
    "text",
    [
        "Kuril Islands\nJapan claims the four southernmost islands.",
        "RUSSIA AND JAPAN TALK ABOUT KUNASHIR\nthe ministers met on Friday.",
        "# Japan claims\nKunashir.",
        "Japan claims:\nKunashir\nIturup",
        "Kunashir, which Japan claims\n- Iturup",
        "Kunashir is claimed by Japan and\n(2) Iturup is held by Russia.",
        "Ministry of Foreign Affairs\n2-2-1 Kasumigaseki\nTokyo",
        "Ministry of Foreign Affairs, Kasumigaseki,\nTokyo",
        "Jane Doe, Deputy Secretary of State\nWashington, D.C.",
        "| claims | Japan |\n| holds | Russia |",
        "Sail on, O Ship of State!\nSail on, O Union, strong and great!\nHumanity with all its fears,\nIs hanging",
        "Russian troops stay on the island\nTOKYO (Sample Desk) - Japan claims Kunashir.",
        "Japan claims Kunashir.\nRussia holds it.",
        "Japan claims Kunashir.\n\nRussia holds it.",
        f"{'Japan claims Kunashir and ' * 5}\nIturup",
    ],
)
def test_what_ends_with_its_line_stays_as_it_is(text: str) -> None:
    assert unwrap(text) == text


def test_a_paragraph_that_is_wrapped_does_not_run_into_the_next() -> None:
    text = wrapped(ARTICLE.replace("\n\n", "\n"), 72)
    assert unwrap(text) == ARTICLE.replace("\n\n", "\n")


@pytest.mark.model
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_text_gives_what_it_gives_unwrapped(extractor: Extractor, end: str) -> None:
    texts = {"plain": ARTICLE, "wrapped": wrapped(ARTICLE, 70, end)}
    plain, other = extractor.read([Document(id=name, text=text) for name, text in texts.items()])
    keys = ("subject", "predicate", "object", "time", "attribution", "polarity", "modality")
    assert len(plain.assertions) > 3
    assert [[p[k] for k in keys] for p in to_records(other)] == [
        [p[k] for k in keys] for p in to_records(plain)
    ]
    assert other.document.text == texts["wrapped"]
    for evidence in (each for said in other.assertions for each in said.evidence):
        assert evidence.quotation == evidence.span.of(texts["wrapped"])
