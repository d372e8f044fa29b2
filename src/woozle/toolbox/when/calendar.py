"""Which letters of a text in small letters are great all the same: months, weekdays and zones of a text in capitals."""

import re
from collections.abc import Iterator

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
#: Names that have a capital wherever they stand.
_NAMES = re.compile(
    rf"\b(?:january|february|april|june|july|august|september|october|november|december|(?:{_DAYS})s?)\b"
)
_ZONES = re.compile(r"\b(?:gmt|utc|bst|cet|cest|msk|est|edt)\b")
#: Months that are also common words: only a day, a year, or what asks for a month makes months of them.
_DOUBTFUL = re.compile(r"\b(?:may|march)\b")
_FIGURE_BEHIND = re.compile(r",?\s(?:of\s)?(?:the\s)?\d")
_DAY_BEFORE = re.compile(r"(?<![\w.,])\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s\Z")
_ASKS = re.compile(r"\b(?:in|since|until|till|during|early|mid|late|last|next|of)[\s-]\Z")
#: "On 6 May Orlo fell", but "6 may die": without such a word before the day, none but these may follow the month.
_DATES = re.compile(
    rf"(?:\b(?:on|of|from|since|until|till|by|the|dated|before|after|(?:{_DAYS}),?|\d{{1,2}}(?:\sto|\sand|,))\s(?:the\s)?"
    r"|\d[-–])\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s\Z"
)
_FOLLOWS = re.compile(r"\s*(?:\Z|[^\w\s])|\s(?:\n|and|at|in|to|near|by|when|after|before|as|from|until|because|but)\b")
_REACH = 24


def _is_month(low: str, start: int, end: int) -> bool:
    """Whether "may" or "march" at low[start:end] is a month."""
    before = low[max(0, start - _REACH) : start]
    if _FIGURE_BEHIND.match(low, end) or _ASKS.search(before):
        return True
    return bool(_DAY_BEFORE.search(before)) and bool(_DATES.search(before) or _FOLLOWS.match(low, end))


def great_letters(low: str) -> Iterator[int]:
    """Where capitals belong in small letters: at the beginning of months and weekdays, all through zones."""
    yield from (match.start() for match in _NAMES.finditer(low))
    yield from (match.start() for match in _DOUBTFUL.finditer(low) if _is_month(low, *match.span()))
    yield from (at for match in _ZONES.finditer(low) for at in range(*match.span()))
