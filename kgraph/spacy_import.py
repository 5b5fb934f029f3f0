"""Imports spaCy without its command line, which it loads for one function: a quarter of the time of its import."""

import sys
from types import ModuleType
from typing import Any

__all__ = ["import_spacy"]

_COMMANDS = "spacy.cli"


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
            from importlib import import_module

            return getattr(import_module(self.__name__), name)(*arguments, **settings)

        return load


def import_spacy() -> None:
    """Import spaCy, if that has not been done; before any module that imports from it.

    `spacy.info`, and whatever else spaCy takes from its commands, loads them when it is called; `import spacy.cli` is
    as ever.
    """
    if "spacy" in sys.modules:
        return
    stand_ins = {name: _Unloaded(name) for name in (_COMMANDS, f"{_COMMANDS}.info")}
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401 - for its being there
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
