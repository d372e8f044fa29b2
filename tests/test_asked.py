"""Answers in lines: for people, for spreadsheets, for programs."""

import json

import pytest

from woozle.asked import Answer
from woozle.errors import UsageError


def answer() -> Answer:
    rows = [("=1+1", {"low": 1}), ("a\nb", None), ("長い", "x" * 200)]
    return Answer(("name", "voices"), iter(rows))


def test_a_table_is_one_line_a_row() -> None:
    head, rule, *rows = answer().lines("table")
    assert head.split() == ["name", "voices"]
    assert set(rule) == {"-", " "}
    assert rows[0] == '=1+1  {"low": 1}'
    assert rows[1] == "a b"
    assert rows[2].startswith("長い  xxx")
    assert rows[2].endswith("…")


def test_csv_runs_no_formula() -> None:
    assert list(answer().lines("csv"))[:3] == ["name,voices", '\'=1+1,"{""low"":1}"', '"a\nb",']


def test_json_is_one_object_a_row() -> None:
    first, *_ = answer().lines("json")
    assert json.loads(first) == {"name": "=1+1", "voices": {"low": 1}}


def test_an_answer_without_rows_has_a_head() -> None:
    assert list(Answer(("a",), iter(())).lines("table")) == ["a", "-"]


def test_no_other_form() -> None:
    with pytest.raises(UsageError, match="table, csv, json"):
        answer().lines("xml")
