"""A user's own wordings and predicates, in TOML files like those of `data/wordings/`.

An own predicate is a `[[predicate]]` table. Its name gets a namespace of its own: `own:` by default, or the IRI that
the file gives as `namespace`; so it can never be taken for one of the ontology.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph.errors import DataError
from kgraph.files import StrPath, names_of
from kgraph.relations import Classes, Wording, package_wordings, read_classes, read_wording
from kgraph.vocab import NAMESPACE, OWN, Predicate, own_predicate, predicates

__all__ = ["Own", "load_own"]

_TEXTS = ("name", "label", "verb_phrase", "negative_verb_phrase", "definition")
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")
_NAMESPACE = re.compile(r"https?://[^\s<>\"{}|^`\\]+[#/]")
_TABLES = frozenset({"classes", "namespace", "predicate", "wording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a user adds: wordings, and the predicates that they may express beside those of the ontology."""

    wordings: tuple[Wording, ...] = ()
    predicates: Mapping[str, Predicate] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)  # by wording, the file that has it


def load_own(paths: StrPath | Iterable[StrPath]) -> Own:
    """Read and check own wordings and predicates; whether the examples hold, the `Extractor` tells.

    Args:
        paths: TOML files, or folders of them: one, or several.

    Raises:
        DataError: no such file, not TOML, an unknown field, type, role or predicate, or an id given twice; one line
            that names the file and the wording or predicate.
    """
    tables = [(path.name, _read(path)) for path in _files(map(Path, names_of(paths)))]
    if not tables:
        return Own()
    own = {p.name: p for name, table in tables for p in _read_predicates(table, name)}
    classes = {
        **read_classes(),
        **{key: words for name, table in tables for key, words in _own_classes(table, name)},
    }
    wordings: list[Wording] = []
    files: dict[str, str] = {}
    for name, table in tables:
        for row in _rows(table, "wording", name):
            wording = _read_wording(row, name, own, classes)
            files[wording.id] = name
            wordings.append(wording)
    _check_ids(wordings, files)
    return Own(wordings=tuple(wordings), predicates=own, files=files)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not found:
            raise DataError(f"{path}: a folder without .toml files; name one with wordings")
        yield from found


def _read(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # editors of Windows put a mark before it
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"{path.name}: not TOML: {error}") from error
    unknown = set(table) - _TABLES
    if unknown:
        raise DataError(
            f"{path.name}: unknown {', '.join(sorted(unknown))}; there are [[wording]] and [[predicate]]"
        )
    if not isinstance(table.get("namespace", OWN), str) or not _NAMESPACE.fullmatch(
        table.get("namespace", OWN)
    ):
        raise DataError(f"{path.name}: namespace must be an http(s) IRI that ends in # or /")
    if table.get("namespace", OWN).startswith(NAMESPACE):
        raise DataError(f"{path.name}: namespace {NAMESPACE} is the ontology's; choose another")
    return table


def _rows(table: Mapping[str, Any], kind: str, file: str) -> list[dict[str, Any]]:
    rows = table.get(kind, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(f"{file}: write [[{kind}]], in double brackets")
    return rows


def _own_classes(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, frozenset[str]]]:
    classes = table.get("classes", {})
    if not isinstance(classes, dict):
        raise DataError(f"{file}: write [classes], in single brackets")
    for name, words in classes.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(f"{file}: the class {name!r} must be a list of words")
        yield name, frozenset(words)


def _read_predicates(table: Mapping[str, Any], file: str) -> Iterator[Predicate]:
    seen = Counter(str(row.get("name")) for row in _rows(table, "predicate", file))
    for row in _rows(table, "predicate", file):
        name = str(row.get("name", "a predicate without name"))
        _check_predicate(row, name, file)
        if seen[name] > 1:
            raise DataError(f"{file}: the predicate {name!r} is given twice")
        if name in predicates():
            raise DataError(f"{file}: the ontology has a predicate {name!r} already; choose another name")
        yield own_predicate(
            table.get("namespace", OWN) + name,
            **{key: row[key].strip() for key in _TEXTS if key != "name"},
            symmetric=row.get("symmetric", False),
        )


def _check_predicate(row: Mapping[str, Any], name: str, file: str) -> None:
    unknown = set(row) - {*_TEXTS, "symmetric"}
    if unknown:
        raise DataError(f"{file}: predicate {name}: unknown field {', '.join(sorted(unknown))}")
    missing = [key for key in _TEXTS if not isinstance(row.get(key), str) or not row[key].strip()]
    if missing:
        raise DataError(f"{file}: predicate {name}: needs {', '.join(missing)}, each a text")
    if not _NAME.fullmatch(name):
        hint = ": leave own: out" if name.startswith("own:") else ""
        raise DataError(
            f"{file}: predicate {name!r}: a name is of letters and digits, the first a small letter{hint}"
        )
    if not isinstance(row.get("symmetric", False), bool):
        raise DataError(f"{file}: predicate {name}: symmetric is true or false")


def _read_wording(row: dict[str, Any], file: str, own: Mapping[str, Predicate], classes: Classes) -> Wording:
    wording = read_wording(_resolved(row, own), file, classes)
    known = {**predicates(), **own}
    if wording.predicate not in known:
        raise DataError(
            f"{file}: {wording.id}: unknown predicate {row.get('predicate')!r}; define it in [[predicate]]"
        )
    if wording.predicate in own and wording.object_type == "name":
        raise DataError(f"{file}: {wording.id}: an own predicate needs a thing as object, not a name")
    if not wording.gives:
        raise DataError(f"{file}: {wording.id}: gives must say what the example gives")
    for line in wording.gives:
        if len(line.split(" | ")) != 3 or line.split(" | ")[1] not in known:
            raise DataError(
                f"{file}: {wording.id}: gives {line!r}, which is no 'subject | predicate | object'"
            )
    return wording


def _resolved(row: dict[str, Any], own: Mapping[str, Predicate]) -> dict[str, Any]:
    """Put the whole names of own predicates where the file has the short ones."""
    short = {re.sub(r"^.*[/#:]", "", name): name for name in own}

    def name_of(text: object) -> object:
        return short.get(text, text) if isinstance(text, str) else text

    def line_of(line: object) -> object:
        parts = line.split(" | ") if isinstance(line, str) else []
        return " | ".join([parts[0], str(name_of(parts[1])), parts[2]]) if len(parts) == 3 else line

    resolved = dict(row)
    if "predicate" in row:
        resolved["predicate"] = name_of(row["predicate"])
    if isinstance(row.get("gives"), list):
        resolved["gives"] = [line_of(line) for line in row["gives"]]
    return resolved


def _check_ids(wordings: Iterable[Wording], files: Mapping[str, str]) -> None:
    own = Counter(wording.id for wording in wordings)
    package = {wording.id for wording in package_wordings()}
    for id_, count in own.items():
        if count > 1:
            raise DataError(f"{files[id_]}: the wording {id_!r} is given twice")
        if id_ in package:
            raise DataError(f"{files[id_]}: the wording {id_!r} is one of kgraph's own; choose another id")
