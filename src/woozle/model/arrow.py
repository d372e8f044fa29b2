"""Arrow schemas and tables from record classes, and back."""

import types
import typing
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import accumulate, count
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

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


def shallow(row: Any) -> dict[str, Any]:
    """A record's fields by name, in order, their values as they are."""
    kind: type = type(row)
    return {name: getattr(row, name) for name in _names(kind) or ()}


def plain(value: Any) -> Any:
    """A row as dicts, lists and scalars, in field order."""
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    kind: type = type(value)
    names = _names(kind)
    return value if names is None else {name: plain(getattr(value, name)) for name in names}


def _record(row: type[Any]) -> Callable[[dict[str, Any] | None], Any]:
    """A function from a mapping with the fields of a record class to the record; None stays None."""
    names = [(name, reader(hint)) for name, hint in _columns(typing.cast(Any, row))]
    if all(read is None for _, read in names):
        plain_names = [name for name, _ in names]
        return lambda value: None if value is None else row(*[value[name] for name in plain_names])
    return lambda value: (
        None if value is None else row(*[read(value[name]) if read else value[name] for name, read in names])
    )


def reader(hint: Any) -> Callable[[Any], Any] | None:
    """A function from a plain value to the value of a field of this annotation; None where they are the same.

    A null list is an empty one.
    """
    hint = _unwrap(hint)
    if is_dataclass(hint):
        return _record(typing.cast(type, hint))
    if typing.get_origin(hint) is tuple:
        inner = reader(typing.get_args(hint)[0])
        if inner is None:
            return lambda value: tuple(value or ())
        return lambda value: tuple(inner(item) for item in value or ())
    return None


@cache
def _columns(row: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a record class with their annotations, in order."""
    hints = typing.get_type_hints(row)
    return tuple((f.name, hints[f.name]) for f in fields(row))


def to_arrow(row: type[R], rows: Iterable[R]) -> pa.Table:
    """An Arrow table of rows of one class, built column by column, which is two to four times as fast as row by row.

    Raises:
        pyarrow.ArrowInvalid, pyarrow.ArrowTypeError: a value does not fit its field.
    """
    return pa.Table.from_arrays(_arrays(row, list(rows)), schema=schema(typing.cast(type, row)))


def _arrays(row: type[Any], rows: Sequence[Any]) -> list[pa.Array]:
    return [_array(hint, [getattr(item, name) for item in rows]) for name, hint in _columns(typing.cast(Any, row))]


def _array(hint: Any, values: Sequence[Any]) -> pa.Array:
    """The values of one field as an Arrow array."""
    hint = _unwrap(hint)
    if hint in _SCALARS:
        return pa.array(values, _SCALARS[hint])
    there = values if all(value is not None for value in values) else [value for value in values if value is not None]
    if is_dataclass(hint):
        made = pa.StructArray.from_arrays(_arrays(typing.cast(type, hint), there), fields=list(arrow_type(hint)))
    else:
        ends = pa.array([0, *accumulate(map(len, there))], pa.int32())
        flat = _array(typing.get_args(hint)[0], [item for value in there for item in value])
        made = pa.ListArray.from_arrays(ends, flat, type=arrow_type(hint))
    return made if len(there) == len(values) else made.take(_places(values))


def _places(values: Sequence[Any]) -> pa.Array:
    """Where each value stands among those that are not None; null for one that is."""
    number = count()
    return pa.array([None if value is None else next(number) for value in values], pa.int32())


def from_arrow(row: type[R], table: pa.Table) -> Sequence[R]:
    """The rows of an Arrow table as records."""
    columns = (_values(hint, table.column(name).combine_chunks()) for name, hint in _columns(typing.cast(Any, row)))
    return list(map(row, *columns))


def _values(hint: Any, array: pa.Array) -> list[Any]:
    """The values of an Arrow array as a field of this annotation holds them; a null list is an empty one."""
    hint = _unwrap(hint)
    if hint in _SCALARS:
        found: list[Any] = array.to_pylist()
        return found
    if is_dataclass(hint):
        return _structs(typing.cast(type, hint), array)
    items = _values(typing.get_args(hint)[0], array.flatten())
    sizes = pc.fill_null(pc.list_value_length(array), 0).to_pylist()
    return [tuple(items[end - size : end]) for size, end in zip(sizes, accumulate(sizes), strict=True)]


def _structs(row: type[R], array: pa.Array) -> list[R | None]:
    """The records of a column of structs; only those that are there are made."""
    there = array.drop_null() if array.null_count else array
    columns = zip(_columns(typing.cast(Any, row)), there.flatten(), strict=True)
    made = map(row, *(_values(hint, column) for (_, hint), column in columns))
    if not array.null_count:
        return list(made)
    return [next(made) if is_there else None for is_there in array.is_valid().to_pylist()]
