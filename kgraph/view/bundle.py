"""Scripts and styles as one text each: the modules in the order that they need one another, in one closed scope.

The scripts are ES modules, so that editors and readers see what each takes from where. A page that is one file
cannot load modules by name; so here imports and exports are taken out, and each module stands after those that it
imports. This asks for what the tests check: names of the outermost scope are unique over all modules, nothing is
renamed, nobody imports in a circle, no template literal runs over several lines.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

__all__ = ["bundle_scripts", "bundle_styles", "imports", "read_modules"]

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_COMMENT_OR_BLANK = re.compile(r"^\s*(//.*)?$")


def read_modules(folder: Path) -> dict[str, str]:
    """Read the scripts below a folder, by their path in it ("graph/labels.js"), sorted."""
    paths = sorted(folder.rglob("*.js"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def imports(name: str, text: str) -> dict[str, tuple[str, ...]]:
    """List the names that a module imports, by the module that they come from."""
    found = _IMPORT.findall(text)
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), path)): tuple(
            part.strip() for part in names.split(",") if part.strip()
        )
        for names, path in found
    }


def bundle_scripts(modules: Mapping[str, str]) -> str:
    """Put modules together, each after those that it imports.

    Raises:
        graphlib.CycleError: two import each other, be it by way of others.
    """
    order = TopologicalSorter({name: list(imports(name, text)) for name, text in modules.items()})
    parts = (_strip_module(modules[name]) for name in order.static_order())
    return '(function () {\n"use strict";\n' + "".join(parts) + "})();\n"


def bundle_styles(folder: Path, names: Iterable[str]) -> str:
    """Put style sheets together in the order given, without comments and indentation."""
    text = "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
    return _strip_lines(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


def _strip_module(text: str) -> str:
    """Leave out imports, exports, and what only a reader of the source needs: a tenth of a page's size."""
    return _strip_lines(_EXPORT.sub("", _IMPORT.sub("", text)))


def _strip_lines(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if not _COMMENT_OR_BLANK.match(line))
