"""A figure as it is built up: first the bare number, then its bounds, unit, noun and role."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at text[start:end]; ``low`` and ``high`` are closed bounds, None where open.

    ``kind``: number, vague, fraction, none, pair, single, article: what sort of word carries it. ``is_words``: written
    in letters. ``counted`` is the noun phrase, ``role`` killed, wounded, captured, missing, arrested or displaced,
    ``sort`` people, fighters, vehicles, money and so on.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str = "number"
    is_approximate: bool = False
    is_words: bool = False
    unit: str | None = None
    counted: str | None = None
    role: str | None = None
    sort: str | None = None
