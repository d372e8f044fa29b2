"""The state of a page is its address: what was chosen, read from it and written back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from woozle.errors import UsageError

#: Rows on one page; further ones have an address of their own.
PAGE = 18
#: No page beyond this: whoever wants all rows exports them.
LAST_PAGE = 10_000
#: Longer words are not searched for.
_LONGEST = 200
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:")


def quoted(text: str) -> str:
    """A value as it stands in an address; bytes that are no plain letter are written as ``%XX``."""
    out = (chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in text.encode("utf-8", "replace"))
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Query:
    """The path of a view without its suffix, and what the address says beside it; empty values are left out."""

    path: str
    values: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """A value; None where nothing is chosen."""
        return self.values.get(name) or None

    def words(self) -> str | None:
        """The words searched for, as a phrase of full text each; None where there are none."""
        text = "".join(sign if sign.isprintable() else " " for sign in self.get("q") or "")[:_LONGEST]
        return " ".join('"' + word.replace('"', '""') + '"' for word in text.split()) or None

    @property
    def page(self) -> int:
        """The number of the page, from 1.

        Raises:
            UsageError: it is none.
        """
        return self.number("page", 1, LAST_PAGE)

    def number(self, name: str, least: int, most: int) -> int:
        """A number within bounds; `least` where none is given.

        Raises:
            UsageError: it is none, or out of bounds.
        """
        text = self.get(name)
        if text is None:
            return least
        if not (text.isascii() and text.isdigit() and len(text) < 12 and least <= int(text) <= most):
            raise UsageError(f"{name}={text[:40]} is no number from {least} to {most}")
        return int(text)

    def url(self, suffix: str = "") -> str:
        """The address."""
        tail = "&".join(f"{quoted(name)}={quoted(value)}" for name, value in self.values.items() if value)
        return f"{self.path}{suffix}" + (f"?{tail}" if tail else "")

    def having(self, **changes: str | None) -> "Query":
        """The same with other values (None takes one away), on its first page unless `page` is given."""
        kept = {name: value for name, value in self.values.items() if name != "page" and name not in changes}
        return replace(self, values={**kept, **{name: value for name, value in changes.items() if value}})


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among its rows. ``is_cut``: there are at least so many, and counting stopped."""

    first: int
    last: int
    total: int
    is_cut: bool
    before: str
    after: str


def pager(query: Query, shown: int, total: int, *, size: int = PAGE, is_cut: bool = False) -> Pager:
    """The rows of a page among all, and the addresses of the pages before and after."""
    first = (query.page - 1) * size + 1 if shown else 0
    last = first + shown - 1 if shown else 0
    before = query.having(page=str(query.page - 1) if query.page > 2 else None).url() if query.page > 1 else ""
    after = query.having(page=str(query.page + 1)).url() if last < total and query.page < LAST_PAGE else ""
    return Pager(first, last, total, is_cut, before, after)
