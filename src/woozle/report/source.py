"""What the report reads: anything that hands over all rows of a record class."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

R = TypeVar("R")


class Record(Protocol):
    """A record whose ids are final: assertions know their claim and origin, mentions their entity."""

    def rows(self, row: type[R]) -> Sequence[R]:
        """All rows of a record class, in any order."""
        ...
