"""The page on paper: light whatever the screen, the drawing first, and every statement after it."""

import numpy as np
import pytest
import specimen
from pypdfium2 import PdfDocument

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printed(pages, artefacts):
    """The page as printed by a reader who has a dark screen."""
    path = artefacts / "print.pdf"
    page = pages.open(color_scheme="dark")
    page.pdf(path=path, format="A4", print_background=True)
    return PdfDocument(path)


def test_the_first_page_is_neither_blank_nor_dark(printed):
    picture = printed[0].render(scale=1, grayscale=True).to_numpy()
    ink = np.mean(picture < 200)
    assert 0.005 < ink < 0.25


def test_the_first_page_says_what_it_is(printed):
    assert "Territorial disputes" in printed[0].get_textpage().get_text_bounded()


def test_every_sentence_is_printed(printed):
    text = "".join(page.get_textpage().get_text_bounded() for page in printed)
    words = "".join(text.split())
    for sentences in specimen.SENTENCES.values():
        for sentence, _ in sentences:
            assert "".join(sentence.split()) in words
