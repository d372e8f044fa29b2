"""Rows as people look at them in a notebook or a terminal: a table of short cells, the rows themselves untouched."""

import html
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

from woozle.model.values import Carrier, Occasion, Published, Range, Reason, Side, Span, Voice

R = TypeVar("R")

#: Longer tables are cut in a notebook, and the cut is said.
MOST_ROWS = 50
#: Characters of a cell in a terminal and in a notebook.
NARROW, WIDE = 40, 300


def _range(value: Range) -> str:
    if value.high > value.best:
        return f"{value.best}, perhaps {value.high}"
    return f"{value.best}, perhaps only {value.low}" if value.low < value.best else str(value.best)


def _reason(value: Reason) -> str:
    return value.feature + (f" ({value.value})" if value.value else "")


def _occasion(value: Occasion) -> str:
    return value.kind.replace("_", " ") + (f", {value.addressee}" if value.addressee else "")


#: How a value of each kind is written in a cell.
_CELLS: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
    {
        type(None): lambda _: "",
        str: lambda value: value[3:11] if value.startswith("b2:") else " ".join(value.split()),
        float: lambda value: f"{value:g}",
        tuple: lambda value: " · ".join(cell(item) for item in value),
        Span: lambda value: cell(value.text),
        Side: lambda value: cell(value.text),
        Carrier: lambda value: cell(value.span),
        Range: _range,
        Published: lambda value: f"{(value.start or '…')[:10]} ({value.known})",
        Voice: lambda value: value.name or value.kind.replace("_", " "),
        Occasion: _occasion,
        Reason: _reason,
    }
)


def cell(value: Any) -> str:
    """A value in few words: a span's words, a range as “2, perhaps 3”, an id by its first eight digits."""
    return _CELLS.get(type(value), str)(value)


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


class Rows(tuple[R, ...]):
    """Rows of one class: a tuple that prints as a table.

    Example:
        >>> Rows(reading.attributions)[0].source.text
        'Caesar'
    """

    __slots__ = ()

    def __repr__(self) -> str:
        if not self:
            return "no rows"
        head, body = self._table(NARROW)
        widths = [max(len(line[at]) for line in (head, *body)) for at in range(len(head))]
        padded = [[text.ljust(width) for text, width in zip(line, widths, strict=True)] for line in (head, *body)]
        return "\n".join([*("  ".join(line).rstrip() for line in padded), *self._rest()])

    def _repr_html_(self) -> str:
        if not self:
            return "<p>no rows</p>"
        head, body = self._table(WIDE)
        top = "".join(f"<th>{html.escape(name)}</th>" for name in head)
        rows = "".join(
            "<tr>" + "".join(f'<td dir="auto">{html.escape(text)}</td>' for text in line) + "</tr>" for line in body
        )
        rest = "".join(f"<p>{html.escape(line)}</p>" for line in self._rest())
        return f"<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>{rest}"

    def _rest(self) -> list[str]:
        more = len(self) - MOST_ROWS
        return [f"and {more} more row{'s' * (more != 1)}"] if more > 0 else []

    def _table(self, most: int) -> tuple[list[str], list[list[str]]]:
        """Heads and cells of the columns that say something."""
        shown = self[:MOST_ROWS]
        first: Any = shown[0]
        names = [field.name for field in fields(first) if field.name not in ("byte_map", "tokens", "document_id")]
        table = [[cut(cell(getattr(row, name)), most) for name in names] for row in shown]
        kept = [at for at in range(len(names)) if any(line[at] for line in table)]
        return [names[at] for at in kept], [[line[at] for at in kept] for line in table]
