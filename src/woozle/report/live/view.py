"""A view: what one address shows, as a page, as JSON and, where it is a table, as rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """A view as rows: the names of its columns and, in the same order, the values of each row."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """One view of the record.

    Attributes:
        template: the file that draws it.
        nav: which entry of the head it belongs to.
        title: what the window is called.
        content: what the template draws.
        twin: the same as plain values, for programs (docs/guide/pages.md), or what makes them: of some views that is a
            tenth of the work, and a page does not need it.
        table: the same as rows; None where it is no table.
    """

    template: str
    nav: str
    title: str
    content: Any
    twin: Mapping[str, Any] | Callable[[], Mapping[str, Any]]
    table: Table | None = None

    def plain(self) -> Mapping[str, Any]:
        """The view as plain values."""
        return self.twin() if callable(self.twin) else self.twin
