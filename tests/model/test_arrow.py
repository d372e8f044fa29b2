"""Every record class has an Arrow schema and an SQLite row, and comes back from both as it went in."""

import typing
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.model.arrow import from_arrow, schema, to_arrow
from woozle.model.tables import RECORD_TABLES, STAGE_TABLES
from woozle.store.rows import from_values, to_values

ALL = list({**STAGE_TABLES, **RECORD_TABLES}.values())
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def values(hint: Any) -> st.SearchStrategy[Any]:
    if isinstance(hint, UnionType):
        return st.none() | values(next(part for part in typing.get_args(hint) if part is not type(None)))
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{f.name: values(hints[f.name]) for f in fields(hint)})
    simple = {str: WORDS, int: st.integers(-(2**62), 2**62), float: st.floats(allow_nan=False), bool: st.booleans()}
    return simple[hint]


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.__name__)
@given(data=st.data())
def test_rows_come_back_from_arrow_and_sqlite(row: type[Any], data: st.DataObject) -> None:
    item = data.draw(values(row))
    assert list(from_arrow(row, to_arrow(row, [item]))) == [item]
    assert from_values(row, to_values(item)) == item
    assert schema(row).names == [f.name for f in fields(row)]


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.__name__)
@given(data=st.data())
def test_many_rows_come_back_whole_and_in_slices(row: type[Any], data: st.DataObject) -> None:
    items = data.draw(st.lists(values(row), max_size=4))
    table = to_arrow(row, items)
    assert list(from_arrow(row, table)) == items
    assert list(from_arrow(row, table.slice(1))) == items[1:]
