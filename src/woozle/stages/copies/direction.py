"""Which of two documents came first, and how far that is known: dates, credits, retelling, containment."""

import re
from dataclasses import dataclass
from datetime import date

from woozle.model.values import Published, Reason
from woozle.stages.copies.pairs import Report, Shared
from woozle.toolbox.copying.outlets import credits_of

#: Words that put a telling into the past: who writes them had the words from an earlier report.
_RETOLD = re.compile(
    r"\b(?:earlier\s+(?:this|in\s+the)\s+(?:year|month|week|day)|last\s+(?:year|month|week|night)|previously|at\s+the\s+time|"
    r"(?:days|weeks|months|years)\s+ago|in\s+an\s+earlier|had\s+(?:already\s+)?(?:told|spoken|said)|first\s+(?:told|reported)|"
    r"was\s+first\s+published|originally\s+(?:published|reported))\b",
    re.I,
)
#: How far before a shared passage such words may stand, in characters.
_NEAR = 400
#: A text is contained in another if so much of it is shared, and so much less of the other.
_CONTAINED = 0.8
_LARGER = 0.6


_EARLIER = Reason("dates", "the parent came out before the child", 1.0)
_NAMES = Reason("credit", "the child names the parent's outlet, and not the other way round", 1.0)
_DISAGREE = Reason("dates_disagree", "by the dates the parent is the later report; the credit was followed", -0.5)


@dataclass(frozen=True, slots=True)
class Direction:
    """``is_left_first``: the left document is the parent; None: not known. ``certainty``: known, likely, unknown."""

    is_left_first: bool | None
    certainty: str
    reasons: tuple[Reason, ...]


def by_dates(left: Published | None, right: Published | None) -> bool | None:
    """Whether the left came out first; None where the intervals overlap or one is not known."""
    if not left or not right:
        return None
    if left.end and right.start and left.end <= right.start:
        return True
    if right.end and left.start and right.end <= left.start:
        return False
    return None


def are_near(one: Published | None, other: Published | None, days: int) -> bool:
    """Whether two reports came out within so many days of each other, as far as is known."""
    known = [_day(each.start or each.end) for each in (one, other) if each and (each.start or each.end)]
    return len(known) < 2 or abs((known[0] - known[1]).days) <= days


def _day(instant: str | None) -> date:
    return date.fromisoformat((instant or "")[:10])


def _named(text: Report, other: Report) -> bool:
    if not other.outlet or other.outlet == text.outlet:
        return False
    return bool(credits_of(text.marked.text, other.outlet, text.outlet))


def _retold(report: Report, ranges: list[tuple[int, int]]) -> str | None:
    """Words shortly before a shared passage that put its telling into the past."""
    for words in ranges:
        start, _ = report.marked.span(words)
        found = _RETOLD.search(report.marked.text, max(0, start - _NEAR), start)
        if found:
            return found[0]
    return None


def _shares(shared: tuple[Shared, ...], left: Report, right: Report) -> tuple[float, float]:
    """Share of the left and of the right document's words that lie in copied passages."""
    copied = [item for item in shared if item.kind in ("verbatim", "edited", "paraphrase")]
    n_left = sum(item.left[1] - item.left[0] for item in copied)
    n_right = sum(item.right[1] - item.right[0] for item in copied)
    return n_left / max(1, len(left.marked)), n_right / max(1, len(right.marked))


def direction_of(left: Report, right: Report, shared: tuple[Shared, ...]) -> Direction:
    """Which of two documents that share passages came first."""
    dated = by_dates(left.published, right.published)
    left_names, right_names = _named(left, right), _named(right, left)
    credit = None if left_names == right_names else right_names
    reasons = [_EARLIER] * (dated is not None) + [_NAMES] * (credit is not None)
    if credit is not None and dated is not None and credit != dated:
        return Direction(credit, "likely", (_NAMES, _DISAGREE))
    if dated is not None:
        is_inferred = any(date and date.known == "inferred" for date in (left.published, right.published))
        return Direction(dated, "likely" if is_inferred and credit is None else "known", tuple(reasons))
    if credit is not None:
        return Direction(credit, "likely", tuple(reasons))
    return _by_text(left, right, shared)


def _by_text(left: Report, right: Report, shared: tuple[Shared, ...]) -> Direction:
    """Without dates and credits: who puts the telling into the past, else who is contained in the other."""
    told = [item for item in shared if item.kind != "boilerplate"]
    of_left, of_right = _retold(left, [item.left for item in told]), _retold(right, [item.right for item in told])
    if bool(of_left) != bool(of_right):
        words = f'before the shared words the child says "{of_left or of_right}", so it looks back'
        return Direction(bool(of_right), "likely", (Reason("looks_back", words, 0.5),))
    left_share, right_share = _shares(shared, left, right)
    for share, other, is_left_first in ((right_share, left_share, True), (left_share, right_share, False)):
        if share >= _CONTAINED and other <= _LARGER:
            words = f"{share:.0%} of the child stands in the parent, which has more"
            return Direction(is_left_first, "likely", (Reason("contained", words, 0.3),))
    return Direction(None, "unknown", (Reason("no_order", "no date, credit or wording says who was first", 0.0),))
