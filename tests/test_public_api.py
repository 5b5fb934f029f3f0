"""What `import kgraph` promises."""

import importlib
import inspect
import re
import subprocess
import sys
import typing
from collections.abc import Iterator

import pytest

import kgraph
import kgraph.errors


def test_all_is_sorted_and_holds_each_name_once() -> None:
    assert kgraph.__all__ == sorted(set(kgraph.__all__))


def test_all_names_every_name_that_is_loaded_on_demand() -> None:
    assert set(kgraph.__all__) == {*kgraph._HOMES, "__version__"}


@pytest.mark.parametrize("name", kgraph.__all__)
def test_every_public_name_is_there_with_a_docstring(name: str) -> None:
    value = getattr(kgraph, name)
    assert value is not None
    assert name == "__version__" or value.__doc__


def test_a_name_is_the_one_of_its_module() -> None:
    for name, home in kgraph._HOMES.items():
        module, attribute = home.split(":")
        assert getattr(kgraph, name) is getattr(importlib.import_module(module), attribute)


def classes_in(hint: object) -> Iterator[type]:
    """List the classes of kgraph that a type hint is made of; records of records are left to who holds them."""
    parts = (typing.get_origin(hint), *typing.get_args(hint)) if typing.get_args(hint) else (hint,)
    for part in parts:
        if part is not hint and typing.get_args(part):
            yield from classes_in(part)
        elif isinstance(part, type) and part.__module__.startswith("kgraph."):
            yield part


def test_what_a_public_function_gives_has_a_public_name() -> None:
    public = {getattr(kgraph, name) for name in kgraph.__all__}
    functions = [value for value in public if inspect.isfunction(value)]
    methods = (
        *(kgraph.Extractor.read, kgraph.Extractor.read_open),
        *(kgraph.Gazetteer.find, kgraph.Gazetteer.by_name, kgraph.Gazetteer.look_up, kgraph.Gazetteer.get),
        *(kgraph.Graph.assertions, kgraph.Graph.documents, kgraph.Graph.query, kgraph.Graph.show),
    )
    given = {
        each
        for function in (*functions, *methods)
        for each in classes_in(
            typing.get_type_hints(function, localns={"Extractor": kgraph.Extractor})["return"]
        )
    }
    assert given - public == set()
    assert len(given) > 10


def test_the_errors_that_docstrings_name_have_public_names() -> None:
    values = [getattr(kgraph, name) for name in kgraph.__all__]
    members = [*values, *(member for value in values for member in getattr(value, "__dict__", {}).values())]
    named = {
        found
        for member in members
        for found in re.findall(r"^ +(\w+Error): ", getattr(member, "__doc__", None) or "", re.MULTILINE)
        if hasattr(kgraph.errors, found)
    }
    assert named
    assert named - set(kgraph.__all__) == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'claims'"):
        _ = kgraph.claims  # type: ignore[attr-defined]


def test_dir_lists_the_public_names() -> None:
    assert dir(kgraph) == sorted(kgraph.__all__)


def loaded_by(code: str) -> set[str]:
    listing = f"{code}\nimport sys; print(*sorted(name.split('.')[0] for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


def test_importing_kgraph_loads_nothing_heavy() -> None:
    heavy = {"spacy", "pyvis", "trafilatura", "rdflib", "pyoxigraph", "networkx", "numpy", "click"}
    assert not loaded_by("import kgraph") & heavy


def test_every_module_that_says_what_it_exports_has_it() -> None:
    import pkgutil

    for found in pkgutil.walk_packages(kgraph.__path__, "kgraph."):
        if found.name != "kgraph.__main__":
            module = importlib.import_module(found.name)
            missing = [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)]
            assert missing == [], found.name
