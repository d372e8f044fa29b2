"""Rows of the record in SQLite: the schema that a record class asks for, and the way there and back."""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from woozle.model.arrow import from_plain, plain

R = TypeVar("R")

_SCALARS = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}


def _columns(row: Any) -> tuple[tuple[str, str], ...]:
    """(name, SQLite type) of each field; ``JSON`` for nested ones."""
    hints = typing.get_type_hints(row)
    return tuple((f.name, _column(hints[f.name])) for f in fields(row))


#: (name, SQLite type) of each field of a class; cached through Callable, since mypy takes no class for hashable.
columns: Callable[[Any], tuple[tuple[str, str], ...]] = cache(_columns)


def _column(hint: Any) -> str:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return _SCALARS.get(hint, "JSON")


def create(table: str, row: type[Any]) -> str:
    """The CREATE TABLE statement of a record table."""
    # JSON and TEXT have other affinities in SQLite: JSON would turn "12" into a number, so both are declared TEXT.
    parts = [f'"{name}" {"TEXT" if kind == "JSON" else kind}' for name, kind in columns(row)]
    return f'CREATE TABLE "{table}" ({", ".join(parts)}, PRIMARY KEY ("id"))'


def to_values(row: Any) -> tuple[Any, ...]:
    """A record as SQLite values, in field order."""
    out = []
    for name, kind in columns(type(row)):
        value = getattr(row, name)
        out.append(json.dumps(plain(value), ensure_ascii=False) if kind == "JSON" and value is not None else value)
    return tuple(out)


def _flags(row: Any) -> frozenset[str]:
    hints = typing.get_type_hints(row)
    return frozenset(f.name for f in fields(row) if hints[f.name] is bool)


_booleans: Callable[[Any], frozenset[str]] = cache(_flags)


def from_values(row: type[R], values: tuple[Any, ...]) -> R:
    """The record of a row of SQLite values."""
    out = {}
    flags = _booleans(row)
    for (name, kind), value in zip(columns(row), values, strict=True):
        if kind == "JSON" and value is not None:
            out[name] = json.loads(value)
        else:
            out[name] = bool(value) if name in flags else value
    return from_plain(row, out)
