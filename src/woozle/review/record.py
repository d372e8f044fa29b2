"""What reviewing asks of a record; the book is one."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

R = TypeVar("R")


class Rows(Protocol):
    """A reader of the record."""

    def rows(self, row: type[R]) -> Sequence[R]:
        """All rows of a class."""

    def get(self, row: type[R], row_id: str) -> R | None:
        """One row by its id."""

    def where(self, row: type[R], name: str, value: str) -> Sequence[R]:
        """The rows of a class that have a value in a field, by id."""

    def find(self, prefix: str) -> list[Any]:
        """Rows of any class whose id begins so."""
