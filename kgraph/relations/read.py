"""Files of wordings, read and checked."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kgraph.errors import DataError
from kgraph.model import Modality, Polarity
from kgraph.propositions import Kind
from kgraph.relations.wording import TYPES, Wording
from kgraph.wording_files import Tables, package_tables, read_tables

__all__ = ["Classes", "load_wordings", "package_wordings", "read_classes", "read_wording"]

Classes = Mapping[str, frozenset[str]]  # sets of words by name


@cache
def package_wordings() -> tuple[Wording, ...]:
    """Give the package's own wordings, read once a process: by file name and then in file order."""
    return _checked(package_tables(), "wordings")


def load_wordings(folder: Path) -> tuple[Wording, ...]:
    """Read and check all wordings of a folder, by file name and then in file order.

    A table `[classes]` in one of the files names sets of words; `@name` in a condition stands for all of a set. So
    does `[paths]` name paths: `for.@name` leads on from "for" by each.

    Raises:
        DataError: not TOML, an unknown field, type or role, or an id given twice; names the file and the wording.
    """
    return _checked(read_tables(folder), folder.name)


def _checked(files: Tables, folder: str) -> tuple[Wording, ...]:
    classes = _classes(files)
    named = {name: paths for file in files.values() for name, paths in file.get("paths", {}).items()}
    wordings = tuple(
        read_wording(_spelt_out(row, named), name, classes)
        for name, file in files.items()
        for row in file.get("wording", [])
    )
    ids = [w.id for w in wordings]
    for repeated in sorted({i for i in ids if ids.count(i) > 1}):
        raise DataError(f"{folder}: the wording {repeated!r} is given twice")
    return wordings


def _spelt_out(row: Mapping[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    """Put paths in the place of their name: "for.@victims" leads to "for.on", to "for.of"; an unknown name stays."""
    return {
        key: "|".join(_alternatives(value, named)) if key in _PATHS and isinstance(value, str) else value
        for key, value in row.items()
    }


def _alternatives(paths: str, named: Mapping[str, str]) -> Iterator[str]:
    for path in paths.split("|"):
        before, _, name = path.partition("@")
        if name in named:
            yield from (before + own for own in named[name].split("|"))
        else:
            yield path


def read_classes() -> Classes:
    """Give the sets of words that `@name` stands for in the package's own wordings."""
    return _classes(package_tables())


def _classes(files: Tables) -> Classes:
    return {
        name: frozenset(words) for file in files.values() for name, words in file.get("classes", {}).items()
    }


def read_wording(row: dict[str, Any], file: str, classes: Classes) -> Wording:
    """Read and check one table of a file of wordings.

    Args:
        row: the table.
        file: its file, for a complaint.
        classes: the sets of words that `@name` stands for.

    Raises:
        DataError: a field is unknown, missing or has a value that it cannot have; names the file and the wording.
    """
    name = row.get("id", "a wording without id")
    try:
        return _wording(row, name, file, classes)
    except (TypeError, ValueError, AttributeError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{file}: {name}: {_plainly(error)}") from error


def _plainly(error: Exception) -> str:
    """Say a complaint of Python's in the user's words."""
    missing = re.findall(r"'(\w+)'", str(error)) if "missing" in str(error) else []
    if missing:
        return f"needs {', '.join(missing)}"
    value = re.fullmatch(r"(.*) is not a valid (\w+)", str(error))
    if value is None:
        return "a field has a value of the wrong sort"
    known = next(enum for enum in (Kind, Polarity, Modality) if enum.__name__ == value[2])
    return f"{value[1]} is no {value[2].lower()}; there are {', '.join(known)}"


def _wording(row: dict[str, Any], name: str, file: str, classes: Classes) -> Wording:
    unknown = set(row) - set(Wording.__slots__)
    if unknown:
        raise DataError(f"{file}: {name}: unknown field {', '.join(sorted(unknown))}")
    _check_sorts(row, name, file)
    for key in ("subject_type", "object_type", "about_type"):
        if row.get(key, "any") not in TYPES:
            raise DataError(f"{file}: {name}: {key} {row[key]!r} is none of {', '.join(sorted(TYPES))}")
    if row.get("at_issue", "") not in _AT_ISSUE:
        raise DataError(
            f"{file}: {name}: at_issue {row['at_issue']!r} is none of object, about, own, presence"
        )
    for key in ("needs", "excludes"):
        for type_ in row.get(key, {}).values():
            if type_ not in TYPES:
                raise DataError(
                    f"{file}: {name}: {key} {type_!r}, which is none of {', '.join(sorted(TYPES))}"
                )
    conditions = {
        k: {path: _words(words, classes, f"{file}: {name}") for path, words in row.get(k, {}).items()}
        for k in ("where", "unless")
    }
    where = f"{file}: {name}"
    closed: dict[str, Any] = {
        key: _words(row.get(key, ()), classes, where) for key in ("barred", "context", "doubt", "nearby")
    }
    closed["gives"] = tuple(row.get("gives", ()))
    if "trigger" in row:
        closed["trigger"] = tuple(sorted(_words(row["trigger"], classes, where)))
    if "kind" in row:
        closed["kind"] = Kind(row["kind"])
    for key, enum in (("said", Polarity), ("polarity", Polarity), ("modality", Modality)):
        closed[key] = enum(row[key]) if key in row else None
    if "about" in row:
        closed["about"] = _with_kindred(row["about"])
    return Wording(**{**row, **conditions, **closed})


def _with_kindred(paths: str) -> str:
    """Add to each path that ends in "over" those that say the same by another preposition, after all others."""
    known = paths.split("|")
    over = [path[: -len("over")] for path in known if path.rpartition(".")[2] == "over"]
    kindred = (before + preposition for before in over for preposition in _KINDRED)
    return "|".join(dict.fromkeys((*known, *kindred)))


_LISTS = frozenset({"trigger", "gives", "barred", "context", "doubt", "nearby"})
_CONDITIONS = ("where", "unless", "needs", "excludes")
_PATHS = ("subject", "object", "about", "pair", "owner", "whose", "attribution")
_KINDRED = ("over", "about", "regarding", "concerning")  # what one quarrels over, one does so regarding
_AT_ISSUE = frozenset({"", "about", "object", "own", "presence"})
_PATH = re.compile(r"[\w-]+(?:[.|+][\w-]+)*")


def _check_sorts(row: dict[str, Any], name: str, file: str) -> None:
    """Complain of a field whose value is of another sort, and of a path that is none."""
    for key, value in row.items():
        wanted, is_so = _sort_of(key)
        if not is_so(value):
            raise DataError(f"{file}: {name}: {key} cannot be {value!r}; it is {wanted}")
    paths = [row[key] for key in _PATHS if row.get(key)]
    paths += [path for key in _CONDITIONS for path in row.get(key, {})]
    for path in paths:
        if not _PATH.fullmatch(path):
            raise DataError(f"{file}: {name}: {path!r} is no path of roles, such as object.of or to|over")


def _sort_of(key: str) -> tuple[str, Callable[[object], bool]]:
    """Say what the value of a field is, and give what tells whether one is that."""
    if key == "trigger":
        return "a list of words, at least one", lambda value: _is_list(value) and bool(value)
    if key in _LISTS:
        return "a list of texts", _is_list
    if key == "confidence":
        return "a number from 0 to 1", _is_probability
    if key in {"only_two", "rivals"}:
        return "true or false", lambda value: isinstance(value, bool)
    if key in {"where", "unless"}:
        return (
            "a table of lists of words",
            lambda value: isinstance(value, dict) and all(map(_is_list, value.values())),
        )
    if key in _CONDITIONS:
        return "a table", lambda value: isinstance(value, dict)
    return "a text", lambda value: isinstance(value, str)


def _is_probability(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _words(words: Sequence[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """Put the words of a class in the place of its name: "@forces"."""
    unknown = sorted(word for word in words if word[0] == "@" and word[1:] not in classes)
    if unknown:
        raise DataError(f"{where}: {unknown[0]!r} is none of the classes {', '.join(sorted(classes))}")
    return frozenset().union(*(classes[word[1:]] if word[0] == "@" else {word} for word in words))
