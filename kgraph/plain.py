"""Records of the model as plain values, which any format can hold, and back."""

import datetime
import types
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

__all__ = ["from_plain", "to_plain"]

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Give a record as a dictionary of its fields, a tuple as a list, a date and a member of an enumeration as text."""
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: type[T], value: Any) -> T:
    """Make a record of what `to_plain` gave.

    Raises:
        TypeError, KeyError, ValueError: it is not what `to_plain` gives of that kind.
    """
    return cast(T, _revived(kind, value))


def _revived(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(kind) in (Union, types.UnionType):  # X | None
        (kind,) = (each for each in get_args(kind) if each is not types.NoneType)
    if get_origin(kind) is tuple:
        return tuple(_revived(get_args(kind)[0], each) for each in value)
    if is_dataclass(kind):
        made = {name: _revived(hint, value[name]) for name, hint in _hints(cast("Hashable", kind))}
        return cast("type[Any]", kind)(**made)
    if kind is datetime.date:
        return datetime.date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name]) for each in fields(kind))
