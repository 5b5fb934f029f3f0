"""A module gives each of its names once: of two constants of one name the second would replace the first unseen."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import kgraph

PACKAGE = Path(kgraph.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def given(source: str) -> list[str]:
    """List the names that a module assigns at its top level."""
    found: list[ast.expr] = []
    for statement in ast.parse(source).body:
        found += statement.targets if isinstance(statement, ast.Assign) else ()
        found += [statement.target] if isinstance(statement, ast.AnnAssign) else ()
    return [target.id for target in found if isinstance(target, ast.Name)]


def twice(source: str) -> list[str]:
    return [name for name, count in Counter(given(source)).items() if count > 1]


@pytest.mark.parametrize("module", MODULES)
def test_no_name_is_given_twice(module: str) -> None:
    assert twice((PACKAGE / module).read_text(encoding="utf-8")) == []


def test_a_name_given_twice_is_seen() -> None:
    assert twice("A = 1\nB: int = 2\nA = 3\nif B:\n    C = 4\nelse:\n    C = 5\n") == ["A"]
