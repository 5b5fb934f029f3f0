"""Imports libraries without what they load for one function that nobody calls here.

spaCy loads its command line for `spacy.info`, a quarter of the time of its import; pyvis loads IPython to show a page
in a notebook. What a library takes from there is put off until it is called.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["import_pyvis", "import_spacy"]


def import_spacy() -> None:
    """Import spaCy, if that has not been done; before any module that imports from it.

    `spacy.info`, and whatever else spaCy takes from its commands, loads them when it is called; `import spacy.cli` is
    as ever.
    """
    if "spacy" not in sys.modules:
        with _put_off("spacy.cli", "spacy.cli.info"):
            import_module("spacy")


def import_pyvis() -> None:
    """Import pyvis, if that has not been done; IPython, unless it runs already, when a notebook is to show a page."""
    if "pyvis" not in sys.modules:
        with _put_off("IPython", "IPython.display"):
            import_module("pyvis.network")


@contextmanager
def _put_off(*names: str) -> Iterator[None]:
    """Let modules that are not loaded stand empty for a while, their functions to be loaded when they are called."""
    stand_ins = {} if names[0] in sys.modules else {name: _Unloaded(name) for name in names}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


class _Unloaded(ModuleType):
    """Stands for a module; what is taken from it is a function that loads the module when it is called."""

    def __init__(self, name: str) -> None:
        """Stand for the module of this name, a package or not."""
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def load(*arguments: Any, **settings: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **settings)

        return load
