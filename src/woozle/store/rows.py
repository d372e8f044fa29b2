"""Rows of the record in SQLite: the schema that a record class asks for, and the way there and back."""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from woozle.model.arrow import reader, shallow

R = TypeVar("R")

#: What `to_values` wrote has nothing before or behind the value; ``json.loads`` looks for that in twice the time.
_READ = json.JSONDecoder().raw_decode
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


#: Writes a nested value. One for all: to make one takes as long as to write a short list.
_WRITTEN: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, default=shallow).encode


def to_values(row: Any) -> tuple[Any, ...]:
    """A record as SQLite values, in field order."""
    return tuple(
        value if kind != "JSON" or value is None else _WRITTEN(value) if value else "[]"
        for value, kind in ((getattr(row, name), kind) for name, kind in columns(type(row)))
    )


def _json(hint: Any) -> Callable[[str | None], Any]:
    """A function from the text of a nested field to its value."""
    read = reader(hint) or (lambda value: value)
    # Most lists of a record are empty, and a null list is an empty one.
    return lambda text: read(None if text is None or text == "[]" else _READ(text)[0])


def _reads(row: Any) -> tuple[Callable[[Any], Any] | None, ...]:
    """For each field a function from its SQLite value, or None where that is the field's value."""
    hints = typing.get_type_hints(row)
    return tuple(
        _json(hints[name]) if kind == "JSON" else bool if hints[name] is bool else None for name, kind in columns(row)
    )


_readings: Callable[[Any], tuple[Callable[[Any], Any] | None, ...]] = cache(_reads)


def from_values(row: type[R], values: tuple[Any, ...]) -> R:
    """The record of a row of SQLite values."""
    found = zip(_readings(row), values, strict=True)
    return row(*(value if read is None else read(value) for read, value in found))
