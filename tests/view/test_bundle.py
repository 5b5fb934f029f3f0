"""The scripts: modules that can be read one by one, and put together into one closed scope."""

import graphlib
import re
from collections import Counter

import pytest

from kgraph.view.bundle import bundle_scripts, bundle_styles, imports, read_modules
from kgraph.view.page import FOLDER, STYLES

MODULES = read_modules(FOLDER / "scripts")
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\{[^}]*\}|\[[^\]]*\]|\w+)", re.MULTILINE
)
EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)


def names_in(pattern: re.Pattern[str], text: str) -> list[str]:
    return [name for found in pattern.findall(text) for name in re.findall(r"\w+", found)]


def test_every_name_is_imported_from_where_it_is_exported():
    for name, text in MODULES.items():
        for source, names in imports(name, text).items():
            assert set(names) <= set(names_in(EXPORTED, MODULES[source])), f"{name} from {source}"


def test_what_is_imported_is_used():
    for name, text in MODULES.items():
        body = re.sub(r"^import [^;]*;", "", text, flags=re.MULTILINE)
        for names in imports(name, text).values():
            assert [each for each in names if not re.search(rf"\b{each}\b", body)] == [], name


def test_names_of_the_outermost_scope_are_unique():
    count = Counter(each for text in MODULES.values() for each in names_in(DECLARED, text))
    assert [name for name, times in count.items() if times > 1] == []


def test_nothing_is_imported_or_exported_in_another_way():
    for name, text in MODULES.items():
        known = sum(
            len(re.findall(r"\{[^}]*\} from", line)) for line in re.findall(r"^import .*", text, re.M)
        )
        assert len(re.findall(r"^import\b", text, re.MULTILINE)) == known == len(imports(name, text)), name
        assert len(re.findall(r"\bexport\b", text)) == len(names_in(EXPORTED, text)), name
        assert " as " not in "".join(re.findall(r"^import .*", text, re.MULTILINE)), name


def test_no_template_literal_runs_over_several_lines():
    for name, text in MODULES.items():
        lines = [re.sub(r"//.*", "", line) for line in text.splitlines()]
        assert [line for line in lines if line.count("`") % 2 and "[‘’ʼ`]" not in line] == [], name


@pytest.mark.parametrize(
    "means",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("],
)
def test_no_script_has_the_means_to_run_or_fetch_anything(means):
    assert [name for name, text in MODULES.items() if means in text] == []


def test_modules_stand_after_those_that_they_import():
    text = bundle_scripts(
        {"main.js": 'import { a } from "./x/a.js";\nstart(a);\n', "x/a.js": "// Said.\nexport const a = 1;\n"}
    )
    assert text == '(function () {\n"use strict";\nconst a = 1;\nstart(a);\n})();\n'


def test_modules_that_import_each_other_are_refused():
    with pytest.raises(graphlib.CycleError):
        bundle_scripts({"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'})


def test_no_comment_reaches_the_page():
    assert "/*" not in bundle_styles(FOLDER / "styles", STYLES)
    assert not re.search(r"^\s*//", bundle_scripts(MODULES), re.MULTILINE)
