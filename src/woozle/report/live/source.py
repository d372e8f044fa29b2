"""What the local pages read: a record that answers bounded questions, whoever keeps it."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

R = TypeVar("R")


class Asked(Protocol):
    """A record that can be asked for what one page needs, and never has to hand over all of it."""

    @property
    def generation(self) -> str:
        """The name of this state of the record."""
        ...

    def ask(self, question: str, **values: Any) -> list[tuple[Any, ...]]:
        """The answer to a named question, as plain values."""
        ...

    def read(self, row: type[R], question: str, **values: Any) -> list[R]:
        """The answer to a question that selects whole rows."""
        ...

    def many(self, row: type[R], ids: Iterable[str]) -> list[R]:
        """Rows by their ids."""
        ...

    def fact(self, name: str) -> Any:
        """A plain value kept with the record."""
        ...
