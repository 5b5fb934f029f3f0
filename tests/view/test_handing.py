"""What the page hands over: pictures of its views as SVG and PNG, its rows, paper; also out of a notebook's frame."""

import base64
import struct
from xml.etree import ElementTree

import hostile
import numpy as np
import pytest
import specimen
from pypdfium2 import PdfDocument

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("graph", "map", "timeline")


def hand_over(page, choice: str):
    """Choose from the menu and wait for the file."""
    page.locator("#hand-over").click()
    with page.expect_download() as saving:
        page.locator(choice).click()
    return saving.value


def open_view(pages, view: str, module=specimen, **settings):
    page = pages.open(module, fragment=f"#view={view}", **settings)
    drawn = {"graph": "#canvas canvas", "map": "#map-overview text", "timeline": "#timeline-rows .band"}
    page.locator(drawn[view]).first.wait_for()
    return page


def words_of(root: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("view", VIEWS)
def test_a_drawing_stands_by_itself_with_title_scope_and_legend(pages, artefacts, view):
    page = open_view(pages, view)
    file = hand_over(page, "#save-svg")
    assert file.suggested_filename == f"territorial-disputes-{view}.svg"
    text = file.path().read_text(encoding="utf-8")
    (artefacts / f"handed-{view}.svg").write_text(text, encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    words = words_of(root)
    assert words.startswith("Territorial disputes ")
    assert "articles of 2016-07-13 to 2022-04-02" in words
    assert "Claims, positions" in words
    assert "Denied" in words
    assert "Falkland Islands" in words
    assert "class=" not in text
    assert " style=" not in text
    assert "var(" not in text


def test_a_drawing_of_the_map_has_its_insets_and_says_that_it_takes_no_position(pages):
    page = open_view(pages, "map")
    root = ElementTree.fromstring(hand_over(page, "#save-svg").path().read_text(encoding="utf-8"))
    texts = {" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")}
    assert {"Western Sahara", "Kunashir", "A", "B"} <= texts
    assert "No boundary is drawn, and the map takes no position." in words_of(root)
    targets = [value for element in root.iter() for key, value in element.items() if key.endswith("href")]
    assert targets
    assert all(target.startswith("#land-") for target in targets)


def test_a_drawing_of_the_graph_has_every_line_of_it(pages):
    page = open_view(pages, "graph")
    root = ElementTree.fromstring(hand_over(page, "#save-svg").path().read_text(encoding="utf-8"))
    lines = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "none" and path.get("stroke")]
    assert len(lines) >= page.evaluate("window.__page.data.statements.length")
    dashes = {
        path.get("stroke-dasharray", "").count(" ") + 1 for path in lines if path.get("stroke-dasharray")
    }
    assert 4 in dashes, "the dash and dot of denials"


@pytest.mark.parametrize("view", ["graph", "timeline"])
def test_names_that_would_break_a_file_do_not(pages, view):
    page = pages.open(hostile, fragment=f"#view={view}")
    if view == "timeline":
        page.locator("#article-dates").check()
        page.locator("#timeline-rows .band").first.wait_for()
    else:
        page.locator("#canvas canvas").wait_for()
    file = hand_over(page, "#save-svg")
    root = ElementTree.fromstring(file.path().read_bytes())
    assert {element.tag for element in root.iter()} <= {
        SVG + tag
        for tag in ("svg", "g", "path", "rect", "circle", "text", "title", "defs", "clipPath", "use", "line")
    }
    assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)
    assert not set(file.suggested_filename) & set('<>:"/\\|?*\n\0')


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_is_twice_as_sharp_as_the_screen_and_on_white(pages, artefacts, scheme):
    page = open_view(pages, "graph", color_scheme=scheme)
    drawing = ElementTree.fromstring(hand_over(page, "#save-svg").path().read_text(encoding="utf-8"))
    data = hand_over(page, "#save-png").path().read_bytes()
    (artefacts / f"handed-{scheme}.png").write_bytes(data)
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (2 * int(drawing.get("width")), 2 * int(drawing.get("height")))
    shades = page.evaluate(
        """async (base64) => {
          const image = new Image();
          image.src = "data:image/png;base64," + base64;
          await image.decode();
          const sheet = Object.assign(document.createElement("canvas"), { width: 200, height: 200 });
          const context = sheet.getContext("2d");
          context.drawImage(image, 0, 0, 200, 200);
          return [...context.getImageData(0, 0, 200, 200).data].filter((_, i) => i % 4 === 1);
        }""",
        base64.b64encode(data).decode(),
    )
    assert shades[0] == 255
    assert 0.01 < np.mean(np.array(shades) < 240) < 0.5
    assert page.evaluate("document.documentElement.dataset.theme") == scheme


def test_filters_are_said_in_words(pages):
    page = pages.open(specimen, fragment="#view=timeline&hide-family=legal&from=1950&until=1980")
    words = words_of(ElementTree.fromstring(hand_over(page, "#save-svg").path().read_text(encoding="utf-8")))
    assert "Without lines: Treaties and courts" in words
    assert "Years 1950 to 1980" in words
    assert " of 89 statements from 7 articles" in words


def test_without_a_drawing_in_view_the_menu_says_where_there_is_one(pages):
    page = pages.open(specimen)
    page.locator("#hand-over").click()
    assert page.locator("#save-png").is_disabled()
    assert page.locator("#no-picture").is_visible()
    with page.expect_download() as saving:
        page.locator("#save-csv").click()
    assert saving.value.suggested_filename == "territorial-disputes-statements.csv"
    assert not page.locator("#hand-over-menu").is_visible()


def test_the_menu_closes_on_escape_and_gives_the_focus_back(pages):
    page = pages.open(specimen)
    page.locator("#hand-over").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "hand-over"
    assert page.locator("#hand-over").get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_menu_is_whole_on_any_screen(pages, width):
    page = pages.open(specimen, fragment="#view=timeline", viewport={"width": width, "height": 800})
    page.locator("#hand-over").click()
    box = page.locator("#hand-over-menu").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_files_come_out_of_the_frame_of_a_notebook(pages):
    page = pages.open(specimen, frame=True)
    frame = page.frames[-1]
    frame.locator("#tab-timeline").click()
    frame.locator("#timeline-rows .band").first.wait_for()
    for choice, start in (("#save-svg", b"<?xml"), ("#save-png", b"\x89PNG"), ("#save-csv", b"\xef\xbb\xbf")):
        frame.locator("#hand-over").click()
        with page.expect_download() as saving:
            frame.locator(choice).click()
        assert saving.value.path().read_bytes().startswith(start)


def test_the_timeline_is_printed_with_all_its_rows_and_the_filters_in_words(pages, tmp_path):
    page = open_view(pages, "timeline", color_scheme="dark")
    page.evaluate("window.__page.change({ confidence: 0.1 })")
    page.pdf(path=tmp_path / "paper.pdf", format="A4", print_background=True)
    document = PdfDocument(tmp_path / "paper.pdf")
    first = document[0].get_textpage().get_text_bounded()
    assert "Confidence at least 0.1" in first
    assert "Liancourt Rocks (1)" in first
    ink = np.mean(document[0].render(scale=1, grayscale=True).to_numpy() < 200)
    assert 0.005 < ink < 0.25
