"""Arrow schemas and tables from record classes, and back."""

import types
import typing
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

import pyarrow as pa

R = TypeVar("R")

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def _unwrap(hint: Any) -> Any:
    """The hint without ``| None``."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        rest = [part for part in typing.get_args(hint) if part is not type(None)]
        if len(rest) != 1:
            raise TypeError(f"a field is one type or that type and None, not {hint}")
        return rest[0]
    return hint


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field's annotation: scalars, ``tuple[X, ...]`` as lists, dataclasses as structs.

    Raises:
        TypeError: the annotation has no Arrow type here.
    """
    hint = _unwrap(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if typing.get_origin(hint) is tuple:
        return pa.list_(arrow_type(typing.get_args(hint)[0]))
    if is_dataclass(hint):
        return pa.struct(list(schema(typing.cast(type, hint))))
    raise TypeError(f"no Arrow type for {hint}")


@cache
def schema(row: type[Any]) -> pa.Schema:
    """The Arrow schema of a record class, fields in the class's order."""
    hints = typing.get_type_hints(row)
    return pa.schema([pa.field(f.name, arrow_type(hints[f.name])) for f in fields(row)])


@cache
def _names(row: type[Any]) -> tuple[str, ...] | None:
    """The fields of a record class; None for any other class. Kept: it is asked for every value of every row."""
    return tuple(f.name for f in fields(row)) if is_dataclass(row) else None


def plain(value: Any) -> Any:
    """A row as dicts, lists and scalars, in field order."""
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    kind: type = type(value)
    names = _names(kind)
    return value if names is None else {name: plain(getattr(value, name)) for name in names}


@cache
def _writers(row: type[Any]) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(row)
    return tuple((f.name, _writer(hints[f.name])) for f in fields(row))


def _writer(hint: Any) -> Any:
    """A function from a field's value to a plain one, or None where Arrow takes the value as it is."""
    hint = _unwrap(hint)
    if is_dataclass(hint):
        return lambda value: None if value is None else _to_plain(typing.cast(type, hint), value)
    if typing.get_origin(hint) is tuple:
        inner = _writer(typing.get_args(hint)[0])
        return None if inner is None else lambda value: [inner(item) for item in value]
    return None


def _to_plain(row: type[Any], value: Any) -> dict[str, Any]:
    """`plain` for a row of a known class: what a field holds is told by its annotation, once for all rows."""
    return {
        name: write(getattr(value, name)) if write else getattr(value, name)
        for name, write in _writers(typing.cast(type, row))
    }


@cache
def _readers(row: type[Any]) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(row)
    return tuple((f.name, _reader(hints[f.name])) for f in fields(row))


def _reader(hint: Any) -> Any:
    """A function from a plain value to a field's value, or None where they are the same."""
    hint = _unwrap(hint)
    if is_dataclass(hint):
        return lambda value: None if value is None else from_plain(typing.cast(type, hint), value)
    if typing.get_origin(hint) is tuple:
        inner = _reader(typing.get_args(hint)[0])
        if inner is None:
            return lambda value: tuple(value or ())
        return lambda value: tuple(inner(item) for item in value or ())
    return None


def from_plain(row: type[R], value: dict[str, Any]) -> R:
    """A record from a mapping with its fields; a null list is an empty one."""
    return row(**{name: read(value[name]) if read else value[name] for name, read in _readers(typing.cast(type, row))})


def to_arrow(row: type[R], rows: Iterable[R]) -> pa.Table:
    """An Arrow table of rows of one class.

    Raises:
        pyarrow.ArrowInvalid, pyarrow.ArrowTypeError: a value does not fit its field.
    """
    return pa.Table.from_pylist(
        [_to_plain(typing.cast(type, row), item) for item in rows], schema=schema(typing.cast(type, row))
    )


def from_arrow(row: type[R], table: pa.Table) -> Sequence[R]:
    """The rows of an Arrow table as records."""
    return [from_plain(row, value) for value in table.to_pylist()]
