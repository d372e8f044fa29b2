"""Cells of tables for spreadsheets: nested values as JSON, no cell that a spreadsheet would run."""

import json
from typing import Any

#: A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"; the wide forms work in Excel too).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Any) -> str:
    """A plain value as the text of a cell: nothing for None, JSON for lists and mappings, ``'`` before a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
