"""What an export and a check ask of a record."""

from collections.abc import Iterator
from typing import Any, Protocol, TypeVar

R = TypeVar("R")


class Record(Protocol):
    """A reader of the record; `woozle.store.book.Book` is one."""

    def iterate(self, row: type[R]) -> Iterator[R]:
        """All rows of a record class, by id, one at a time."""

    def fact(self, name: str) -> Any:
        """A plain value kept with the record, such as ``settings``; None if there is none of that name."""
