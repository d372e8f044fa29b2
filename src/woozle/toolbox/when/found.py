"""What the rules find before it is settled: an expression, and what its day is told from."""

from dataclasses import dataclass

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.clock import Clock


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at text[start:end], in code points, and what it means."""

    start: int
    end: int
    meaning: m.Meaning


@dataclass(frozen=True, slots=True)
class Told:
    """How far a time lies from the day that was named last: ``count`` days, weeks, months or years (D, W, M, Y).

    ``is_light``: "at dawn", which belongs to the day of whatever is told. ``event``: what it is told from instead, such
    as a raid; ``length`` is how many characters tell a length of time that stands even if the event's day is unknown.
    """

    count: float
    letters: str
    is_light: bool = False
    event: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """An expression whose meaning may still wait for a day.

    ``meaning`` is what it means by itself; ``clock`` and ``told`` wait for a day that the text names near them.
    ``day`` is the day of an expression that joins day and clock time; ``part`` is a part of the day (TMO, TNI …) that
    was said with it. ``is_date``: a day and month by name or in digits.
    """

    start: int
    end: int
    rank: int
    meaning: m.Meaning | None
    clock: Clock | None = None
    day: m.Meaning | None = None
    told: Told | None = None
    part: str = ""
    is_date: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it names a day by itself."""
        return self.meaning is not None and self.meaning.precision == "day" and self.clock is None

    @property
    def named(self) -> m.Meaning | None:
        """The one settled day that it names, alone or beside a clock time."""
        day = self.day or (self.meaning if self.is_day and self.told is None else None)
        is_one = day is not None and day.start is not None and day.end is not None and (day.end - day.start).days == 1
        return day if is_one else None
