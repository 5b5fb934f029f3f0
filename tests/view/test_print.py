"""The page on paper: light whatever the screen, the view first, and after it every sentence with what it says."""

import numpy as np
import pytest
import specimen
from pypdfium2 import PdfDocument

from kgraph.view.page import VIEWS

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

BOXES = """() => ["header", "#main", "#paper"].map((selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return [top, bottom, document.querySelector(selector).scrollHeight];
})"""


@pytest.fixture(scope="module")
def page(pages):
    """The page of a reader who has a dark screen."""
    return pages.open(color_scheme="dark")


@pytest.fixture(scope="module", params=VIEWS)
def printed(page, artefacts, request):
    path = artefacts / f"print-{request.param}.pdf"
    page.evaluate("(view) => window.__page.change({ view })", request.param)
    page.pdf(path=path, format="A4", print_background=True)
    return PdfDocument(path)


def words(text: str) -> str:
    """Leave out where lines are broken."""
    return "".join(text.split())


def test_the_first_page_is_neither_blank_nor_dark(printed):
    picture = printed[0].render(scale=1, grayscale=True).to_numpy()
    assert 0.005 < np.mean(picture < 200) < 0.2
    assert np.mean(picture < 60) < 0.05  # letters and lines, and no ground


def test_the_first_page_says_what_it_is(printed):
    assert "Territorial disputes" in printed[0].get_textpage().get_text_bounded()


def test_every_sentence_is_printed_once(printed):
    text = words("".join(page.get_textpage().get_text_bounded() for page in printed))
    for sentences in specimen.SENTENCES.values():
        for sentence, _ in sentences:
            assert text.count(words(sentence)) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_covers_what_stands_below_it(page, view):
    page.evaluate("(view) => window.__page.change({ view })", view)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    header, main, paper = page.evaluate(BOXES)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert header[1] <= main[0] <= main[1] <= paper[0] < paper[1]
    assert main[2] <= main[1] - main[0] + 1


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_there_to_be_pressed_but_names(page, view):
    page.evaluate("(view) => window.__page.change({ view })", view)
    page.emulate_media(media="print")
    controls = page.locator("input:visible, select:visible, #main button:visible").evaluate_all(
        "found => found.filter((each) => !each.innerText?.trim() || each.matches('input, select')).length"
    )
    page.emulate_media(media="screen")
    assert controls == 0


def test_after_printing_the_page_is_as_before(page):
    page.pdf()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#paper").inner_text() == ""
