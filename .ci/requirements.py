"""Writes what kgraph and its tests ask for, a line each, with the extras spelled out: what `make lock` pins."""

import re
import sys
import tomllib
from pathlib import Path

__all__ = ["wanted"]


def wanted(project: Path) -> list[str]:
    """List the requirements of the package, of the extras that the tests take, and of the tests."""
    read = tomllib.loads(project.read_text(encoding="utf-8"))
    own, *tools = read["dependency-groups"]["dev"]
    extras = re.fullmatch(r"[\w-]+\[([\w,]+)\]", own)
    assert extras is not None, own  # noqa: S101 - the first line of the group is the package itself
    optional = read["project"]["optional-dependencies"]
    return [
        *read["project"]["dependencies"],
        *(line for name in extras[1].split(",") for line in optional[name]),
        *tools,
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(wanted(Path(__file__).parent.parent / "pyproject.toml")) + "\n")
