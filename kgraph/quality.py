"""Holds the floors that the extraction may not fall below, each pinned to the gold file it belongs to."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError
from kgraph.files import replacing

__all__ = ["Floor", "below", "below_floors", "digest_of", "raise_floor", "raise_floors", "read_floor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The lowest core and qualified F1 that will do on one gold file, known by the SHA-256 of its bytes."""

    sha256: str
    core: float
    qualified: float


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes as 64 hexadecimal digits."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from error


def read_floor(floors: Path, gold: Path) -> Floor:
    """Find the floor of a gold file by its name in a JSON file of floors.

    Raises:
        ReadError: no such floor, a broken file, or a gold file that changed since the floor was measured.
    """
    entries = _entries(floors)
    if gold.name not in entries:
        raise ReadError(f"{floors}: no floor for {gold.name}; known: {', '.join(sorted(entries))}")
    floor = _floor(entries[gold.name], f"{floors}: {gold.name}")
    if (found := digest_of(gold)) != floor.sha256:
        raise ReadError(
            f"{gold}: changed since its floor was measured; measure again, then pin sha256 {found}"
        )
    return floor


def _entries(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ReadError(f"{path}: no JSON object of floors ({error})") from error


def _floor(entry: Any, where: str) -> Floor:
    try:
        return Floor(sha256=entry["sha256"], core=float(entry["core"]), qualified=float(entry["qualified"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{where}: needs sha256, core and qualified ({error})") from error


def below(floor: Floor, *, core: float, qualified: float) -> list[str]:
    """Say which F1 lies under its floor, one line each; none is the good answer.

    Figures are compared as they are printed, with three decimals.
    """
    figures = (("core", core, floor.core), ("qualified", qualified, floor.qualified))
    return [
        f"{name} F1 {found:.3f} is below its floor {least:.3f}"
        for name, found, least in figures
        if round(found, 3) < least
    ]


def raise_floor(floors: Path, gold: Path, *, core: float, qualified: float) -> None:
    """Pin the floor of a gold file at what was reached, rounded down to hundredths.

    A floor is never lowered, but where the gold file itself has changed it is measured anew.
    """
    entries, digest = _entries(floors), digest_of(gold)
    known = entries.get(gold.name, {})
    same = known if known.get("sha256") == digest else {}
    entries[gold.name] = {
        "sha256": digest,
        "core": max(same.get("core", 0.0), math.floor(core * 100) / 100),
        "qualified": max(same.get("qualified", 0.0), math.floor(qualified * 100) / 100),
    }
    with replacing(floors) as stream:
        stream.write(json.dumps(dict(sorted(entries.items())), indent=2) + "\n")


def below_floors(floors: Path, texts: Path, figures: Mapping[str, float]) -> list[str]:
    """Say which of some named figures lies under its floor, one line each; none is the good answer.

    Args:
        floors: a JSON file: for each file of texts by name `sha256` and `floors`, the least of each figure.
        texts: what the figures were measured on.
        figures: each the higher the better; they are compared with three decimals.

    Raises:
        ReadError: there are no such floors, or the texts have changed since.
    """
    pinned, least = _floors(floors, texts.name)
    if (found := digest_of(texts)) != pinned:
        raise ReadError(f"{texts}: changed since its floors were measured; measure again, then pin {found}")
    return [
        f"{name} {figures[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in least.items()
        if round(figures[name], 3) < floor
    ]


def _floors(path: Path, name: str) -> tuple[str, Mapping[str, float]]:
    """Give the digest and the floors of a file of texts."""
    try:
        entry = _entries(path)[name]
        return entry["sha256"], {figure: float(least) for figure, least in entry["floors"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{path}: {name}: needs sha256 and floors ({error})") from error


def raise_floors(floors: Path, texts: Path, figures: Mapping[str, float]) -> None:
    """Pin the floors of some texts at what was reached, rounded down to hundredths.

    A floor is never lowered, but where the texts themselves have changed all are measured anew.
    """
    entries, digest = _entries(floors), digest_of(texts)
    pinned, least = _floors(floors, texts.name) if texts.name in entries else ("", {})
    kept = least if pinned == digest else {}
    reached = {name: math.floor(figure * 100) / 100 for name, figure in figures.items()}
    raised = {name: max(least, kept.get(name, 0.0)) for name, least in reached.items()}
    entries[texts.name] = {"sha256": digest, "floors": raised}
    with replacing(floors) as stream:
        stream.write(json.dumps(dict(sorted(entries.items())), indent=2) + "\n")
