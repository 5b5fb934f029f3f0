"""The page as a file: whole, closed, the same every time, and deaf to what texts would have it do."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path

import crowded
import hostile
import packed
import pytest
import specimen
from offline import page_html

from kgraph.errors import KgraphError
from kgraph.view import build_page, notebook_html, write_page
from kgraph.vocab import predicates

FETCHING = {"src", "srcset", "href", "action", "data", "poster", "background", "formaction", "style"}


class Reader(HTMLParser):
    """Collects the tags of a page, and the texts of its scripts and styles."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.blocks.append((tag, dict(attrs), ""))
            self._open.append(tag)

    def handle_data(self, data):
        """Keep the text of a script or style."""
        if self._open:
            tag, attrs, text = self.blocks[-1]
            self.blocks[-1] = (tag, attrs, text + data)

    def handle_endtag(self, tag):
        """Leave a script or style."""
        if tag in {"script", "style"}:
            self._open.pop()

    def running(self) -> list[str]:
        """Give the texts of the style and of the scripts that run, the packed one unpacked."""
        packed = [text for _, attrs, text in self.blocks if attrs.get("type") == "text/plain"]
        unpacked = [zlib.decompress(base64.b64decode(text)).decode() for text in packed]
        return unpacked + [text for _, attrs, text in self.blocks if not attrs.get("type")]

    def data(self) -> dict:
        """Read the JSON that the page carries."""
        (text,) = [text for _, attrs, text in self.blocks if attrs.get("type") == "application/json"]
        return packed.unpack(json.loads(text))


def page_of(module) -> str:
    return build_page(
        module.read_documents(),
        module.read_assertions(),
        predicates=predicates(),
        title="Territorial disputes",
    )


@pytest.fixture(scope="module")
def html() -> str:
    return page_of(specimen)


@pytest.fixture(scope="module")
def page(html) -> Reader:
    return Reader(html)


def test_nothing_is_fetched(page):
    """No element refers to anything outside the page but links, which are followed and not fetched."""
    refers = [(tag, a, v or "") for tag, attrs in page.tags for a, v in attrs.items() if a in FETCHING]
    outward = {(tag, a) for tag, a, v in refers if not v.startswith("#")}
    assert outward == {("a", "href")}
    assert not {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "embed", "base", "form"}
    assert "url(" not in "".join(text for tag, _, text in page.blocks if tag == "style")
    assert "sourceMappingURL" not in "".join(page.running())


def test_links_lead_to_the_articles_alone(page):
    links = {attrs["href"] for tag, attrs in page.tags if tag == "a"}
    outward = {link for link in links if not link.startswith("#")}
    assert outward == {document.url for document in specimen.read_documents()} - {None}


def test_the_policy_names_just_the_scripts_and_the_style_of_the_page(page):
    (policy,) = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv")]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in page.running()}
    assert len(hashes) == 3
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_every_statement_is_a_line_and_a_row(page):
    data = page.data()
    expected = len(specimen.read_assertions())
    rows = [attrs for tag, attrs in page.tags if (attrs.get("id") or "").startswith("row-")]
    assert len(data["statements"]) == len(data["drawing"]["curves"]) == len(rows) == expected


def test_every_sentence_stands_in_the_table_for_readers_without_scripts(html):
    told = re.sub(r"<[^>]+>", "", html[html.index("<noscript>") : html.index("</noscript>")])
    for sentences in specimen.SENTENCES.values():
        for sentence, _ in sentences:
            assert told.count(sentence) == 1


def test_a_denied_statement_never_has_the_words_of_the_positive_one(page):
    data = page.data()
    denied = [s for s in data["statements"] if s["stance"] == "denied"]
    assert denied
    assert all(re.search(r"\b(not|no)\b", data["relations"][s["relation"]]["verb"]) for s in denied)


def test_physics_is_left_out_and_positions_are_given(page):
    assert all({"x", "y"} <= node.keys() for node in page.data()["drawing"]["nodes"])


def test_the_page_says_how_much_it_rests_on(html):
    assert re.search(r"<p>89 statements from 33 sentences\s+in 7 articles</p>", html)


def test_one_is_not_many():
    documents, assertions = specimen.read_documents()[:1], specimen.read_assertions()[:1]
    html = build_page(documents, assertions, predicates=predicates(), title="x")
    assert re.search(r"<p>1 statement from 1 sentence\s+in 1 article</p>", html)


def test_nothing_gives_a_page_all_the_same():
    assert "0 statements" in build_page([], [], predicates=predicates(), title="Nothing")


def test_a_document_that_is_not_given_is_named_by_its_id():
    html = build_page([], specimen.read_assertions(), predicates=predicates(), title="x")
    assert '<cite dir="auto">kurils</cite>' in html


BUILD = """
import sys
from pathlib import Path
import specimen, hostile, crowded
from offline import page_html
from kgraph.view import write_page
for module in (specimen, hostile, crowded):
    write_page(page_html(module), Path(sys.argv[1], module.__name__))
"""


def test_the_same_input_gives_the_same_bytes(tmp_path):
    """Whatever the hash seed and the locale, in processes of their own."""

    def build(name: str, **settings: str) -> dict[str, bytes]:
        (folder := tmp_path / name).mkdir()
        places = os.pathsep.join([str(Path(__file__).parent), *sys.path])
        subprocess.run(
            [sys.executable, "-c", BUILD, folder],
            env=os.environ | {"PYTHONPATH": places} | settings,
            check=True,
        )
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    usual = build("usual", PYTHONHASHSEED="1")
    bare = build("bare", PYTHONHASHSEED="2", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert usual.keys() == {"specimen", "hostile", "crowded"}
    assert usual == bare


def test_the_order_of_the_input_does_not_matter(html):
    documents, assertions = specimen.read_documents()[::-1], specimen.read_assertions()[::-1]
    assert build_page(documents, assertions, predicates=predicates(), title="Territorial disputes") == html


def test_the_page_stays_small(html):
    assert len(html.encode("utf-8")) < 800_000


def test_persons_that_are_not_drawn_at_the_start_are_in_the_data_and_in_the_table():
    page = Reader(page_of(crowded))
    expected = len(crowded.read_assertions())
    rows = [attrs for tag, attrs in page.tags if (attrs.get("id") or "").startswith("row-")]
    assert len(page.data()["drawing"]["curves"]) == len(rows) == expected
    assert sum(entity.get("aside", False) for entity in page.data()["entities"]) == len(crowded.OFFICIALS)


def test_a_button_brings_them_in_and_stands_only_where_it_is_needed(html):
    assert f"Show persons in office ({len(crowded.OFFICIALS)})" in page_of(crowded)
    assert "Show persons in office" not in html


def test_hostile_texts_stay_texts():
    """No tag, attribute or script comes from a text, wherever it stands."""
    plain, attacked = Reader(page_html(specimen)), Reader(page_html(hostile))
    assert {tag for tag, _ in attacked.tags} <= {tag for tag, _ in plain.tags}
    assert {a for _, attrs in attacked.tags for a in attrs} <= {a for _, attrs in plain.tags for a in attrs}
    assert len(attacked.blocks) == len(plain.blocks)
    links = [attrs["href"] for tag, attrs in attacked.tags if "href" in attrs]
    assert links
    assert all(link.startswith(("#", "https://example.org/?q=")) for link in links)


def test_hostile_texts_leave_the_policy_as_it_is():
    """The hashes are of the scripts that run, and no text has closed the policy or added to it."""
    page = Reader(page_html(hostile))
    (policy,) = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv")]
    assert policy == next(
        attrs["content"] for _, attrs in Reader(page_html()).tags if attrs.get("http-equiv")
    )
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in page.running()
    }


def test_half_characters_do_not_stop_the_writing(tmp_path):
    write_page(page_html(hostile), tmp_path / "graph.html")
    assert "\ufffd" in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_the_page_is_written_whole_or_not_at_all(tmp_path, html):
    write_page(html, tmp_path / "graph.html")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert (tmp_path / "graph.html").read_bytes() == html.encode("utf-8")


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    with pytest.raises(KgraphError, match="nowhere"):
        write_page("x", tmp_path / "nowhere" / "graph.html")


def test_a_folder_in_place_of_the_page_leaves_no_half_page(tmp_path):
    (tmp_path / "graph.html").mkdir()
    with pytest.raises(KgraphError, match="no ordinary file"):
        write_page("x", tmp_path / "graph.html")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


def test_a_notebook_gets_a_closed_frame(html):
    frame = Reader(notebook_html(html))
    (attrs,) = [attrs for tag, attrs in frame.tags if tag == "iframe"]
    assert attrs["srcdoc"] == html
    assert attrs["sandbox"] == "allow-scripts allow-downloads"
    assert len(frame.tags) == 1
