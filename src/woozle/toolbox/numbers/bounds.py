"""What bounds a number: ranges ("15 to 20"), and the words before and behind it ("at least", "or more", "some")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from woozle.toolbox.later import later
from woozle.toolbox.numbers.figure import Figure
from woozle.toolbox.numbers.units import currency_before, unit_after
from woozle.toolbox.numbers.words import SCALES

#: (words before a number, what they do to its bounds): exact keeps both, low opens the top, high opens the bottom.
_BEFORE = (
    ("low~", "just over|slightly more than|a little over|a little more than|slightly over"),
    ("high~", "just under|slightly less than|a little under|slightly under"),
    (
        "low",
        "at least|no fewer than|no less than|not less than|not fewer than|more than|over|well over|upwards of|upward of"
        "|a minimum of|in excess of|as few as|greater than|well above|above|exceeding"
        "|larger than|bigger than|higher than",
    ),
    (
        "high",
        "up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|below|a maximum of"
        "|within|at the most|well under"
        "|smaller than|lower than",
    ),
    (
        "~",
        "nearly|some|about|around|roughly|approximately|an estimated|estimated|almost|close to|circa|an average of"
        "|an approximate|somewhere around|perhaps|in the region of|in the order of|virtually",
    ),
    ("", "only|just|all|exactly|precisely|a total of|all of"),
)
_WORDS = {words: effect for effect, line in _BEFORE for words in line.split("|")}
_LEAD = later(
    r"(?<![\w-])(?P<lead>"
    + "|".join(
        sorted(
            (re.escape(words).replace("\\ ", r"\s") for words in _WORDS),
            key=len,
            reverse=True,
        )
    )
    + r"|approx\.|ca?\.)\s(?:the\s(?=\d))?\Z",
    re.IGNORECASE,
)
_LASTING = later(r"\b(?:for|after|last\w{0,3}|in|took|takes|than|is|was|aged)\s\Z", re.IGNORECASE)
_REACH = 36
_TO = later(r"\s?[-–—~]\s?|\s(?:to|or)\s|\sand\s")
_FROM = later(r"(?<![\w-])(?P<how>(?:somewhere\s|anywhere\s)?(?:between|from))\s\Z", re.IGNORECASE)
_CHANGE = later(
    r"\b(?:ris|rose|rais|increas|grow|grew|climb|jump|soar|surg|doubl|fall|fell|drop|declin|decreas|cut|reduc|slow|lower"
    r"|revis|chang|mov|went|go|up|down|widen|narrow|extend|promot|turn)\w{0,6}\b[^.;\n]{0,60}\Z",
    re.IGNORECASE,
)
_SCALED = later(r"(?:\d|[\s-])(hundred|thousand|million|billion|trillion|mln|mn|bn|tn|k|m)\Z", re.IGNORECASE)
#: "He worked under three mayors" bounds nothing.
_SERVED = later(r"\b(?:work|serv|liv|stud|suffer|fought|fight)\w{0,4}\b[^.;\n]{0,24}\Z", re.IGNORECASE)
_BEHIND = later(
    r"(?P<plus>-plus|\+)|\s(?P<or>or\s(?:more|so|fewer|less|thereabouts|under|above|over))\b", re.IGNORECASE
)


def _between(text: str, left: Figure, right: Figure) -> str:
    """How two numbers are joined: "and", "to", "or", "-", or nothing that joins."""
    end = left.end
    unit = unit_after(text, end)
    currency = currency_before(text, right.start)
    begin = currency[0] if currency else right.start
    for stop in (end, unit[0] if unit else end):
        match = _TO.fullmatch(text, stop, begin)
        if match:
            word = match[0].strip()
            return word if word in ("to", "or", "and") else "-"
    return ""


def _scale(text: str, figure: Figure) -> float:
    """What the last word of a number multiplies it by; 0 where there is no such word."""
    match = _SCALED.search(text, figure.start, figure.end)
    return SCALES[match[1].lower()] if match else 0.0


def _joined(text: str, left: Figure, right: Figure) -> Figure | None:
    """One range out of two numbers, or None where they are two figures."""
    joint = _between(text, left, right)
    if not joint or left.low is None or right.high is None or {left.kind, right.kind} - {"number", "one"}:
        return None
    low, high = left.low, right.high
    scale = _scale(text, right) if not _scale(text, left) else 1.0
    if scale and scale > 1 and low * scale < high:
        low *= scale  # "two to three thousand", "35 to 40 million"
    currency = currency_before(text, left.start)
    begin = currency[0] if currency else left.start
    lead = _FROM.search(text[max(0, begin - _REACH) : begin])
    how = lead["how"].lower().split()[-1] if lead else ""
    is_range = joint != "and" or how == "between"
    if how == "from" or (joint == "to" and not lead):
        is_range = is_range and not _CHANGE.search(text[max(0, left.start - 90) : left.start])
    if not is_range or low >= high:
        return None
    start = begin - len(lead[0]) if lead else begin
    is_approximate = left.is_approximate or right.is_approximate
    unit = currency[1] if currency else None
    return Figure(start, right.end, low, high, "range", is_approximate, left.is_words, unit)


def join_ranges(text: str, atoms: Sequence[Figure]) -> list[Figure]:
    """Ranges out of neighbouring numbers; the others as they were."""
    joined: list[Figure] = []
    at = 0
    while at < len(atoms):
        pair = _joined(text, atoms[at], atoms[at + 1]) if at + 1 < len(atoms) else None
        joined.append(pair or atoms[at])
        at += 2 if pair else 1
    return joined


def _apply(figure: Figure, effect: str, start: int) -> Figure:
    if effect.startswith("low"):
        return replace(figure, start=start, high=None, is_approximate=effect.endswith("~"))
    if effect.startswith("high"):
        return replace(figure, start=start, low=None, is_approximate=effect.endswith("~"))
    if effect == "~":
        return replace(figure, start=start, is_approximate=True)
    return replace(figure, start=start)


def with_lead(text: str, figure: Figure) -> Figure:
    """The figure with the words before it that bound it."""
    before = text[max(0, figure.start - _REACH) : figure.start]
    match = _LEAD.search(before)
    if match is None:
        return figure
    words = re.sub(r"\s", " ", match["lead"].lower())
    effect = _WORDS.get(words, "~")
    is_length = figure.unit in ("second", "minute", "h", "day", "week", "month", "year")
    if words == "over" and is_length and not _LASTING.search(before[: match.start()]):
        return figure  # "over three days" tells how long it went on, "for over three days" at least how long
    if words in ("over", "under", "below", "above", "within") and figure.kind in ("none", "pair", "single"):
        return figure
    if words == "under" and _SERVED.search(before[: match.start()]):
        return figure
    return _apply(figure, effect, figure.start - (len(before) - match.start()))


#: "more than 100 but fewer than 200"
_BOTH = later(r",?\s(?:and|but)\s", re.IGNORECASE)


def between_both(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Neighbours that bound one thing from below and above as one range; the others as they were."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last and last.low is not None and last.high is None and figure.low is None and figure.high is not None:
            is_same = last.unit in (None, figure.unit) and last.counted in (None, figure.counted)
            if last.low < figure.high and is_same and _BOTH.fullmatch(text, last.end, figure.start):
                joined[-1] = replace(
                    figure, start=last.start, low=last.low, kind="range", role=figure.role or last.role
                )
                continue
        joined.append(figure)
    return joined


def with_tail(text: str, figure: Figure) -> Figure:
    """The figure with the words behind it that bound it."""
    match = _BEHIND.match(text, figure.end)
    if match is None:
        return figure
    words = (match["or"] or "or more").lower().split()[-1]
    if words in ("more", "above", "over"):
        return replace(figure, end=match.end(), high=None)
    if words in ("fewer", "less", "under"):
        return replace(figure, end=match.end(), low=None)
    return replace(figure, end=match.end(), is_approximate=True)
