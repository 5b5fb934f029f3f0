"""Pictures of every view, wide and narrow, light and dark: kept to be looked at, and none of them empty."""

import pytest

from kgraph.view.page import VIEWS

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

WIDTHS = {"wide": {"width": 1440, "height": 860}, "narrow": {"width": 390, "height": 844}}
LEAST = 15_000  # bytes of a picture: an empty page takes 6,000


@pytest.fixture(scope="module")
def page(pages):
    return pages.open()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_each_view_has_a_picture_of_its_own(page, artefacts, width, theme):
    page.set_viewport_size(WIDTHS[width])
    page.emulate_media(color_scheme=theme)
    taken = {}
    for view in VIEWS:
        page.evaluate("(view) => window.__page.change({ view, kind: 'entity', id: 'spratly-islands' })", view)
        page.wait_for_timeout(100)  # the drawing follows its frame with the next picture of the screen
        taken[view] = page.screenshot(path=artefacts / f"{view}-{width}-{theme}.png")
    assert len(set(taken.values())) == len(VIEWS)
    assert min(map(len, taken.values())) > LEAST
