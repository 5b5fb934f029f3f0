"""No dependency is under the GPL or bound to non-commercial use, whatever brings it in."""

import importlib.metadata
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
EXTRAS = PROJECT["optional-dependencies"]
# Telling from metadata: an expression of SPDX, a classifier, or the words of an older field.
FORBIDDEN = re.compile(r"\bA?GPL|General Public License|non-?commercial|CC[- ]BY[- ]NC", re.IGNORECASE)
ALLOWED = re.compile(r"\bLGPL|Lesser General Public|Library General Public", re.IGNORECASE)


def licence_of(name: str) -> str:
    """Give what a package says of its licence."""
    metadata = importlib.metadata.metadata(name)
    said = [metadata.get("License-Expression"), (metadata.get("License") or "")[:200]]
    classifiers = (c for c in metadata.get_all("Classifier") or () if c.startswith("License ::"))
    return "; ".join(filter(None, [*said, *classifiers]))


def requirements(of: list[str], extras: frozenset[str] = frozenset()) -> Iterator[tuple[str, frozenset[str]]]:
    """List the requirements that hold here, with the extras that they ask for."""
    for line in of:
        requirement = Requirement(line)
        wanted = [{"extra": extra} for extra in extras] or [{"extra": ""}]
        if requirement.marker is None or any(requirement.marker.evaluate(each) for each in wanted):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def closure(of: list[str]) -> set[str]:
    """List all packages that some requirements bring in, as far as they are installed here."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(requirements(of))
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        try:
            of_this = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        seen.add((name, extras))
        waiting += requirements(of_this, extras)
    return {name for name, _ in seen}


NAMED = [*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)]


def is_forbidden(licence: str) -> bool:
    """Tell whether there is no other licence to choose ("MIT OR GPL-2.0" leaves a choice)."""
    choices = re.split(r"\s+OR\s+|;", licence)
    told = [choice for choice in choices if choice.strip()]
    return any(FORBIDDEN.search(ALLOWED.sub("", choice)) for choice in told) and (
        " OR " not in licence or all(FORBIDDEN.search(ALLOWED.sub("", choice)) for choice in told)
    )


def test_the_closure_reaches_what_nobody_named() -> None:
    assert {"thinc", "numpy", "lxml"} <= closure(PROJECT["dependencies"])


@pytest.mark.parametrize("name", sorted(closure(NAMED)))
def test_a_dependency_tells_its_licence_and_it_is_free(name: str) -> None:
    licence = licence_of(name)
    assert licence, f"{name} tells none: look it up, and say here what it is"
    assert not is_forbidden(licence), licence


@pytest.mark.parametrize(
    ("licence", "forbidden"),
    [
        ("MIT", False),
        ("GPL-3.0-or-later", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("AGPL-3.0", True),
        ("LGPL-2.1-or-later", False),
        ("MIT OR GPL-2.0-only", False),
        ("CC-BY-NC-4.0", True),
        ("CC BY 4.0", False),
    ],
)
def test_licences_are_told_apart(licence: str, forbidden: bool) -> None:
    assert is_forbidden(licence) is forbidden


# -- the lock file ------------------------------------------------------------------------------------------------

ROOT = Path(__file__).parent.parent


def locked() -> dict[str, tuple[str, int]]:
    """Give version and number of hashes of each package of the lock file."""
    text = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(
        r"^([\w.-]+)==(\S+)[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)", text, re.MULTILINE
    )
    return {canonicalize_name(name): (version, hashes.count("--hash")) for name, version, hashes in entries}


def test_the_lock_file_has_a_version_with_hashes_for_all_that_the_tests_ask_for() -> None:
    spec = importlib.util.spec_from_file_location("requirements", ROOT / ".ci" / "requirements.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    have = locked()
    wanted = [Requirement(line) for line in module.wanted(ROOT / "pyproject.toml")]
    here = [each for each in wanted if each.marker is None or each.marker.evaluate()]
    missing = [str(each) for each in here if canonicalize_name(each.name) not in have]
    assert missing == [], "run make lock"
    unfit = [
        each
        for each in here
        if not each.specifier.contains(have[canonicalize_name(each.name)][0], prereleases=True)
    ]
    assert unfit == []
    assert [name for name, (_, hashes) in have.items() if not hashes] == []


def test_the_lock_file_names_no_place_that_packages_come_from() -> None:
    text = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?:|--index|--find-links|file:", text)
