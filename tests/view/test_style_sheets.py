"""The style sheets: nothing in them is for what the page no longer has."""

import re

from kgraph.model import EntityKind
from kgraph.resources import PACKAGE
from kgraph.view.groups import GroupKind
from kgraph.view.wording import FAMILIES

VIEW = PACKAGE / "view"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR = re.compile(r"([^{}]+)\{")
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
COLUMN = re.compile(r'\{ id: "(\w+)", label:')  # of the table
WORD = re.compile(r"[\w-]+")


def styled_classes() -> set[str]:
    """Give the classes that the style sheets speak of."""
    sheets = [COMMENT.sub("", path.read_text(encoding="utf-8")) for path in (VIEW / "styles").glob("*.css")]
    return {
        name for sheet in sheets for selector in SELECTOR.findall(sheet) for name in CLASS.findall(selector)
    }


def used_words() -> set[str]:
    """Give the words of scripts and templates, and the classes that they put together from names."""
    paths = [*(VIEW / "scripts").rglob("*.js"), *(VIEW / "templates").rglob("*.html")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    made = {f"family-{family}" for family in FAMILIES} | {f"kind-{kind.value}" for kind in EntityKind}
    made |= {f"c-{column}" for column in COLUMN.findall(code)} | {kind.value for kind in GroupKind}
    words = set(WORD.findall(code))
    return made | words | {f"map-{word}" for word in words}  # the layers of a map


def test_each_class_of_the_style_sheets_is_on_the_page():
    assert styled_classes() - used_words() == set()
