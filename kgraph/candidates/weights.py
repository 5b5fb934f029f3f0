"""The weights of the signs and the words they go by, from `data/candidates.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.errors import DataError
from kgraph.resources import DATA

__all__ = ["Pattern", "Weights", "load_weights"]

_FILE = "candidates.toml"
_TABLES = frozenset(
    ["settle", "how", "kind", "homonym", "sign", "pattern", "words", "article", "person", "time", "eras"]
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that stand right before or after a name only where a thing of some kind is meant."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each sign counts for; the file says of each what it means."""

    least: float
    lead: float
    how: Mapping[str, float]
    kind: Mapping[str, float]
    homonym: Mapping[str, float]
    sign: Mapping[str, float]
    patterns: Mapping[str, Pattern]
    words: Mapping[str, re.Pattern[str]]
    article_kinds: frozenset[str]
    article_also: frozenset[str]
    article_before: frozenset[str]
    honorifics: frozenset[str]
    first_names: frozenset[str]
    others: frozenset[str]
    speaking: re.Pattern[str]
    does: re.Pattern[str]
    kin: re.Pattern[str]
    owned: re.Pattern[str]
    present: frozenset[str]
    former: frozenset[str]
    reporting: frozenset[str]
    today: re.Pattern[str]
    eras: Mapping[str, tuple[int, int]]


@cache
def load_weights() -> Weights:
    """Read the weights once.

    Raises:
        DataError: the file is not TOML, or a table or value is missing.
    """
    try:
        tables = tomllib.loads((DATA / _FILE).read_text(encoding="utf-8"))
        if set(tables) != _TABLES:
            raise DataError(f"{_FILE}: tables missing or unknown: {', '.join(sorted(_TABLES ^ set(tables)))}")
        return _weights(tables)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{_FILE}: {error}") from error
    except KeyError as error:
        raise DataError(f"{_FILE}: {error} is missing") from error


def _weights(tables: Mapping[str, Any]) -> Weights:
    article, person, time = tables["article"], tables["person"], tables["time"]
    return Weights(
        least=tables["settle"]["least"],
        lead=tables["settle"]["lead"],
        how=tables["how"],
        kind=tables["kind"],
        homonym=tables["homonym"],
        sign=tables["sign"],
        patterns={kind: _pattern(rows["before"], rows["after"]) for kind, rows in tables["pattern"].items()},
        words={kind: _any_of(words) for kind, words in tables["words"].items() if words},
        article_kinds=frozenset(article["kinds"]),
        article_also=frozenset(article["also"]),
        article_before=frozenset(article["before"]),
        honorifics=frozenset(person["honorifics"]),
        first_names=frozenset(person["first_names"]),
        others=frozenset(person["others"]),
        speaking=re.compile(rf"\s+(?:{'|'.join(person['speaking'])})\b"),
        does=re.compile(rf"\s(?:{'|'.join(person['does'])})\b"),
        kin=re.compile(
            rf"^,?\s(?:and|with) (?:his|her) \w+|,\s(?:his|her) (?:{'|'.join([*person['kin'], *person['aides']])})\b"
        ),
        owned=re.compile(rf"['’]s (?:{'|'.join(person['kin'])})\b"),
        present=frozenset(time["present"]),
        former=frozenset(time["former"]),
        reporting=frozenset(time["reporting"]),
        today=_any_of(time["today"]),
        eras={name: (first, last) for name, (first, last) in tables["eras"].items()},
    )


def _pattern(before: Iterable[str], after: Iterable[str]) -> Pattern:
    behind, ahead = "|".join(before), "|".join(after)
    return Pattern(
        re.compile(rf"\b(?:{behind})\s+(?:the\s+)?$", re.IGNORECASE) if behind else None,
        re.compile(rf"\s?(?:{ahead})") if ahead else None,
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?!\w)")
