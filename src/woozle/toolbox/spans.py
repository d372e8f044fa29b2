"""Stretches of a text that compete for its characters."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Stretch)


def longest(found: Iterable[S], rank: Callable[[S], Any]) -> list[S]:
    """Stretches without overlaps, in text order: of two that overlap the longer stays, then that of lower rank."""
    taken: list[S] = []
    for item in sorted(found, key=lambda each: (each.start, -each.end, rank(each))):
        if not taken or item.start >= taken[-1].end:
            taken.append(item)
        elif item.end - item.start > taken[-1].end - taken[-1].start:
            taken[-1] = item
    return taken
