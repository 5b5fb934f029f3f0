"""Digests of records: equal content, equal digest, in every process and on every machine."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from enum import Enum

__all__ = ["fingerprint"]


def fingerprint(*values: object) -> str:
    """Digest values of any kind that hold values: records, mappings, sets, sequences; 20 hexadecimal digits.

    Fields of a record that do not count when records are compared do not count here.
    """
    text = json.dumps([_plain(value) for value in values], default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value) if field.compare]
    if isinstance(value, Mapping):
        return sorted([str(key), _plain(each)] for key, each in value.items())
    if isinstance(value, set | frozenset):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value
