"""Engine values to plain dicts and back, strictly: an unknown key, kind or value is refused by name."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import Any, TypeVar

from backstride.engine.event import Event
from backstride.engine.values import Refused

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A plain value of dicts, lists, strings and numbers; fields at their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_plain(got) for one in fields(value) if (got := getattr(value, one.name)) != _default(one)}
    if isinstance(value, IntEnum):
        return value.name.lower().replace("_", "-")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The value of class `kind` written in `plain`; refuses what does not fit, naming where."""
    result: T = _read(kind, plain, kind.__name__)
    return result


def event_to_plain(event: Event) -> dict[str, Any]:
    """An event as a dict with its kind's name first."""
    return {"kind": type(event).__name__, **to_plain(event)}


def event_from_plain(plain: Any) -> Event:
    """The event written in `plain`; refuses an unknown kind by name."""
    if not isinstance(plain, Mapping):
        raise Refused(f"event: {plain!r} is not a mapping")
    name = plain.get("kind")
    kind = {one.__name__: one for one in typing.get_args(Event)}.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Refused(f"event: kind {name!r} is not known")
    result: Event = _read(kind, {key: value for key, value in plain.items() if key != "kind"}, str(name))
    return result


def _default(one: Field[Any]) -> Any:
    return one.default if one.default is not MISSING else MISSING


@cache
def _shape(kind: type) -> tuple[dict[str, Any], frozenset[str]]:
    hints = typing.get_type_hints(kind)
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    return {one.name: hints[one.name] for one in fields(kind)}, frozenset(needed)


def _read(kind: Any, plain: Any, where: str) -> Any:
    if is_dataclass(kind):
        return _read_fields(typing.cast(type, kind), plain, where)
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _read_optional(kind, plain, where)
    if origin is tuple:
        return _read_tuple(typing.get_args(kind), plain, where)
    return _read_leaf(kind, plain, where)


def _read_fields(kind: type, plain: Any, where: str) -> Any:
    if not isinstance(plain, Mapping):
        raise Refused(f"{where}: {plain!r} is not a mapping")
    hints, needed = _shape(kind)
    strange = sorted(str(key) for key in set(plain) - set(hints))
    missing = sorted(needed - set(plain))
    if strange or missing:
        problem = f"{', '.join(strange)} is not known" if strange else f"{', '.join(missing)} is missing"
        raise Refused(f"{where}: {problem}")
    return kind(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in plain.items()})


def _read_optional(kind: Any, plain: Any, where: str) -> Any:
    choices = [one for one in typing.get_args(kind) if one is not types.NoneType]
    if plain is None and len(choices) < len(typing.get_args(kind)):
        return None
    for one in choices:
        if len(choices) == 1 or (isinstance(one, type) and isinstance(plain, one)):
            return _read(one, plain, where)
    raise Refused(f"{where}: {plain!r} is not of a known kind")


def _read_tuple(parts: tuple[Any, ...], plain: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(plain, list | tuple):
        raise Refused(f"{where}: {plain!r} is not a list")
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_read(parts[0], one, f"{where}[{place}]") for place, one in enumerate(plain))
    if len(parts) != len(plain):
        raise Refused(f"{where}: {len(plain)} entries, {len(parts)} expected")
    return tuple(
        _read(part, one, f"{where}[{place}]") for place, (part, one) in enumerate(zip(parts, plain, strict=True))
    )


def _read_leaf(kind: Any, plain: Any, where: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return _named(kind, plain, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _valued(kind, plain, where)
    if kind is date:
        return _date(plain, where)
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if isinstance(plain, bool) != (kind is bool) or not isinstance(plain, kind):
        raise Refused(f"{where}: {plain!r} is not {kind.__name__}")
    return plain


def _named(kind: type[IntEnum], plain: Any, where: str) -> IntEnum:
    names = {one.name.lower().replace("_", "-"): one for one in kind}
    if not isinstance(plain, str) or plain not in names:
        raise Refused(f"{where}: {plain!r} is not one of {', '.join(names)}")
    return names[plain]


def _valued(kind: type[Enum], plain: Any, where: str) -> Enum:
    try:
        return kind(plain)
    except ValueError:
        raise Refused(f"{where}: {plain!r} is not one of {', '.join(one.value for one in kind)}") from None


def _date(plain: Any, where: str) -> date:
    try:
        read = date.fromisoformat(plain)
    except (TypeError, ValueError):
        read = None
    if read is None or read.isoformat() != plain:
        raise Refused(f"{where}: {plain!r} is not a date written YYYY-MM-DD")
    return read
