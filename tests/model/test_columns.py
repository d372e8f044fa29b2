"""Queries that list the columns of a record, so that one is left out or made anew, list them all."""

import re
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest

from woozle.model.records import Claim, Document


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("stages/copies/sql/dated.sql", Document),
        ("store/questions/report_head.sql", Document),
        ("store/questions/claim_heads.sql", Claim),
    ],
)
def test_every_field_is_in_the_query(path: str, row: type[Any]) -> None:
    query = files("woozle").joinpath(path).read_text(encoding="utf-8")
    assert [field.name for field in fields(row) if not re.search(rf"\b{field.name}\b", query)] == []
